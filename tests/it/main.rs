//! One binary for all stories, so that it links once.

mod blobs;
mod harness;
