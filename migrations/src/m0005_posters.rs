//! Posters: which photos each one shows, and until when it may hang. Each publication also gets the name of its sealed picture
//! for print.

use sea_orm_migration::prelude::*;

pub struct Posters;

impl MigrationName for Posters {
    fn name(&self) -> &'static str {
        "m0005_posters"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Posters {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, TABLES).await?;
        super::run(manager, VIEWS).await
    }
}

const TABLES: &str = "
alter table publications add column print {uuid};

create table posters (
    id {uuid} primary key,
    society_id {uuid} not null references societies (id),
    paper text not null,
    per_page bigint not null,
    languages text not null,
    photos bigint not null,
    bytes bigint not null,
    ends_on date not null,
    made_by {uuid} not null,
    made_at bigint not null,
    ended_at bigint,
    end_reason text
);
create index posters_by_society on posters (society_id, made_at);

create table poster_photos (
    poster_id {uuid} not null references posters (id),
    publication_id {uuid} not null references publications (id),
    primary key (poster_id, publication_id)
);
create index poster_photos_by_publication on poster_photos (publication_id);
";

/// What the site may read about posters: only what the paper itself tells everyone, and the photo numbers on it.
const VIEWS: &str = "
create view public_posters as
select id, paper, languages, photos, bytes, ends_on, made_at, ended_at from posters;

create view public_poster_photos as
select s.poster_id, p.photo_number
from poster_photos s
join publications p on p.id = s.publication_id;
";
