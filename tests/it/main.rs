//! One binary of stories: what people see and do, never how it is built.

mod blobs;
mod harness;
mod relations_in_words;
mod assets;
mod templates;
mod captcha_readers;
