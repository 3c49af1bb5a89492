//! How a response came is readable without a key, so that the queue is paged in SQL; and messages of a rush in the same words are
//! folded under the first.

use sea_orm_migration::prelude::*;

pub struct Lanes;

impl MigrationName for Lanes {
    fn name(&self) -> &'static str {
        "m0020_lanes"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Lanes {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, SCHEMA).await
    }
}

/// Rows from before this step, and from an older program, have no lane: `is_slow` says which it was. The first index holds all
/// that the queue's order hangs on, so that a screen is found without reading a message.
const SCHEMA: &str = "
alter table responses add column lane text;
alter table responses add column trust text;
alter table responses add column fold {uuid};
alter table responses add column closed_with {uuid};
create index responses_by_lane on responses (society_id, stage, is_urgent, is_slow, lane, trust, fold, wrote_again_at,
    reopened_from, news, arrived_at, id) where stage <> 'closed';
create index responses_by_fold on responses (fold) where fold is not null;
create index responses_closed_with on responses (closed_with) where closed_with is not null;
create index responses_by_arrival on responses (arrived_at, society_id);
";
