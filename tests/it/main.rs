mod relations_in_words;
//! One binary for all stories, so that it links once.

mod blobs;
mod harness;
//! One binary of stories: what people see and do, never how it is built.

mod templates;
