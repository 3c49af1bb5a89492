//! One binary of stories: what people see and do, never how it is built.

mod administrators;
mod archive;
mod assets;
mod audit;
mod bad_input;
mod blobs;
mod captcha_readers;
mod columns;
mod export;
mod harness;
mod house;
mod killed;
mod operation;
mod photo_cli;
mod photo_worker;
mod publishing_pages;
mod recovery;
mod relations_in_words;
mod response_pages;
mod routes;
mod slow_lane;
mod story;
mod templates;
mod thief;
mod tidy;
mod withdrawal;
