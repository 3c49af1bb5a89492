//! What a verb about photos works with, besides the member who calls it: named once, so that calls stay short.

use sea_orm::DatabaseConnection;

use super::worker::Workers;
use crate::blobs::Blobs;
use crate::config::Retention;

/// Where rows and files lie and how long they are kept, and the processes that open a photo.
#[derive(Clone, Copy)]
pub struct Stores<'a> {
    pub db: &'a DatabaseConnection,
    pub blobs: &'a Blobs,
    pub workers: &'a Workers,
    pub kept: Retention,
}
