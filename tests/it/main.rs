//! One binary of stories: what people see and do, never how it is built.

mod assets;
mod blobs;
mod captcha_readers;
mod harness;
mod relations_in_words;
mod templates;
mod photo_cli;
