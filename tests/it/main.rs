//! One binary of stories: what people see and do, never how it is built.

mod assets;
mod blobs;
mod captcha_readers;
mod columns;
mod export;
mod harness;
mod house;
mod people_join;
mod photo_cli;
mod publishing_pages;
mod relations_in_words;
mod response_pages;
mod routes;
mod templates;
mod tidy;
