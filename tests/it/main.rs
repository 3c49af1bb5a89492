mod relations_in_words;
//! One binary for all stories, so that it links once.

mod blobs;
mod harness;
