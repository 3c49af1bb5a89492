//! The harness: what the tests in this folder use.

pub mod app;
pub mod browser;
pub mod bucket;
pub mod cannot_run;
pub mod desk_pages;
pub mod engines;
pub mod form;
pub mod looks;
pub mod mail_server;
pub mod pager;
pub mod people;
pub mod photos;
pub mod posters;
pub mod postgres;
pub mod processes;
pub mod proxy;
pub mod real_bucket;
pub mod redis;
pub mod second_keys;
pub mod site_pages;
pub mod strangers;
