//! One binary of stories: what people see and do, never how it is built.

mod assets;
mod blobs;
mod captcha_readers;
mod export;
mod harness;
mod photo_cli;
mod relations_in_words;
mod house;
mod photo_cli;
mod relations_in_words;
mod response_pages;
mod templates;
mod columns;
mod harness;
mod people_join;
mod photo_cli;
mod relations_in_words;
mod routes;
mod templates;
mod tidy;
