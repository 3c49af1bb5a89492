//! Loads the live photos. What a certificate says is shown, as far as the row does not say less: ending, shortening and hiding need
//! no signature. A row that no certificate covers is withheld and counted.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, QueryResult, Statement};
use time::Date;

use super::checks::{Checks, Load};
use super::memory::Loaded;
use super::pinned::Pinned;
use super::{Published, Snapshot, WAITS, posters};
use crate::clock::Moment;
use crate::ids::{CaseId, PublicationId};
use crate::photo_number::PhotoNumber;
use crate::photos::Pictures;
use crate::publications::certificate::Certificate;
use crate::publications::consent::{Channel, parse_channels};
use crate::publications::facts::{AgeBand, Origin, PublicFacts, Relations, Sex};
use crate::publications::spool::WithdrawalHash;
use crate::sealing::PublicKey;

pub(super) async fn version(site: &DatabaseConnection) -> Result<i64, DbErr> {
    let asked = Statement::from_string(
        site.get_database_backend(),
        "select value from installation where name = 'catalogue_version'",
    );
    let row =
        site.query_one_raw(asked).await?.ok_or_else(|| DbErr::RecordNotFound("catalogue_version".into()))?;
    row.try_get::<String>("", "value")?.parse().map_err(|_| DbErr::Type("catalogue_version".into()))
}

pub(super) async fn load(
    site: &DatabaseConnection,
    version: i64,
    now: Moment,
    (checks, pinned): (&Checks, &Pinned),
) -> Result<Snapshot, DbErr> {
    let (ask, day) = (|sql: &str| Statement::from_string(site.get_database_backend(), sql), now.date());
    let waits = format!("select value from installation where name = '{WAITS}'");
    if site.query_one_raw(ask(&waits)).await?.is_some() {
        return Ok(Snapshot { version, is_waiting: true, ..Snapshot::default() });
    }
    let rows = site.query_all_raw(ask("select * from live_publications")).await?;
    let mut ended = HashSet::new();
    for row in site.query_all_raw(ask("select photo_number from ended_numbers")).await? {
        ended.extend(PhotoNumber::parse(&row.try_get::<String>("", "photo_number")?).ok());
    }
    let posters = posters::load(site).await?;
    let mut found = Found::default();
    let mut verifying = checks.load();
    for row in &rows {
        found.add(Row::of(row)?, (&mut verifying, checks, pinned), now);
    }
    verifying.done();
    let certified = found.certified.iter().map(AsRef::as_ref).collect();
    let loaded = Loaded { certified, has_uncertified: found.has_uncertified, ended: &ended };
    checks.memory.keep(checks.memory.learn(&loaded, now)).await;
    checks.withheld.store(found.withheld, Ordering::Relaxed);
    checks.altered.store(found.altered, Ordering::Relaxed);
    ended.extend(found.put_back);
    let entries = found.entries.into_iter().filter(|entry| day <= entry.consent_ends_on).collect();
    Ok(Snapshot::new(version, entries, ended).with(&posters, day))
}

/// What the rows come to.
#[derive(Default)]
struct Found {
    entries: Vec<Arc<Published>>,
    certified: Vec<Arc<Certificate>>,
    /// Numbers that ended on this host, and stand in the database as live.
    put_back: Vec<PhotoNumber>,
    has_uncertified: bool,
    withheld: u64,
    altered: u64,
}

impl Found {
    fn add(&mut self, row: Row, (verifying, checks, pinned): (&mut Load<'_>, &Checks, &Pinned), now: Moment) {
        let id = row.id;
        let withheld = |found: &mut Found, why: &str| {
            found.withheld += 1;
            tracing::error!(%id, why, "a live photo is not shown");
        };
        let Some((text, signature)) = &row.certified else {
            self.has_uncertified = true;
            if !checks.memory.shows_older(now) {
                return withheld(self, "it has no certificate");
            }
            let Some(said) = row.said else { return withheld(self, "it can't be read") };
            if row.channels.contains(&Channel::Web) && !checks.memory.has_ended(said.number) {
                let entry = said.published(&row.channels, row.ends_on, row.withdrawal);
                self.entries.extend(pinned.shown(entry));
            }
            return;
        };
        let certificate = verifying.certificate(text, signature).filter(|one| one.publication == id);
        let Some(certificate) = certificate else {
            return withheld(self, "its certificate is not this photo's, or no known desk's");
        };
        if certificate.generation < checks.memory.generation(id) {
            return withheld(self, "a newer certificate was seen here");
        }
        if checks.memory.has_ended(certificate.number) {
            self.put_back.push(certificate.number);
            return withheld(self, "its number has ended here");
        }
        let said = Said::certified(&certificate);
        if row.said.as_ref() != Some(&said) {
            self.altered += 1;
            tracing::error!(%id, "a live photo's row says something else than its certificate, which is shown");
        }
        pinned.certified(said.case, &said.case_key, row.said.as_ref().map(|row| &row.case_key));
        self.certified.push(certificate.clone());
        let mut channels = row.channels;
        channels.retain(|channel| certificate.covers(*channel));
        if channels.contains(&Channel::Web) {
            let ends_on = certificate.ends_on.min(row.ends_on);
            self.entries.push(Arc::new(said.published(&channels, ends_on, row.withdrawal)));
        }
    }
}

/// What a row or a certificate says, apart from terms, which may be narrower in a row.
#[derive(PartialEq)]
struct Said {
    id: PublicationId,
    case: CaseId,
    case_key: PublicKey,
    number: PhotoNumber,
    facts: PublicFacts,
    pictures: Pictures,
    published_at: Moment,
}

impl Said {
    fn certified(certificate: &Certificate) -> Said {
        let Certificate { publication: id, case, number, published_at, .. } = *certificate;
        let (facts, pictures) = (certificate.facts.clone(), certificate.pictures.clone());
        Said { id, case, case_key: certificate.case_key.clone(), number, facts, pictures, published_at }
    }

    fn published(self, channels: &[Channel], ends_on: Date, withdrawal: Option<WithdrawalHash>) -> Published {
        let Said { id, case, case_key, number, facts, pictures, published_at } = self;
        Published {
            id,
            case,
            case_key,
            number,
            facts,
            pictures,
            published_at,
            is_for_posters: channels.contains(&Channel::Poster),
            consent_ends_on: ends_on,
            withdrawal,
        }
    }
}

struct Row {
    id: PublicationId,
    /// `None` if a part of it can't be understood.
    said: Option<Said>,
    channels: Vec<Channel>,
    ends_on: Date,
    withdrawal: Option<WithdrawalHash>,
    certified: Option<(String, Vec<u8>)>,
}

impl Row {
    fn of(row: &QueryResult) -> Result<Row, DbErr> {
        let text = |column: &str| row.try_get::<Option<String>>("", column).map(Option::unwrap_or_default);
        let id = row.try_get("", "id")?;
        let said = (|| {
            Some(Said {
                id,
                case: row.try_get("", "case_id").ok()?,
                case_key: PublicKey::parse(&text("case_key").ok()?).ok()?,
                number: PhotoNumber::parse(&text("photo_number").ok()?).ok()?,
                facts: PublicFacts {
                    relations: Relations::parse(&text("relations").ok()?)?,
                    sex: Sex::parse(&text("sex").ok()?)?,
                    age_band: AgeBand::parse(&text("age_band").ok()?)?,
                    origin: Origin::parse(&text("origin").ok()?)?,
                },
                pictures: Pictures::parse(&text("pictures").ok()?)?,
                published_at: Moment(row.try_get::<Option<i64>>("", "published_at").ok()??),
            })
        })();
        let certificate = row.try_get::<Option<String>>("", "certificate")?;
        let signature = row.try_get::<Option<Vec<u8>>>("", "countersignature")?;
        Ok(Row {
            id,
            said,
            channels: parse_channels(&text("channels")?),
            ends_on: row.try_get("", "consent_ends_on")?,
            withdrawal: row
                .try_get::<Option<Vec<u8>>>("", "withdrawal_hash")?
                .and_then(|hash| hash.try_into().ok()),
            certified: certificate.zip(signature),
        })
    }
}
