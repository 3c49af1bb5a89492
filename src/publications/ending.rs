//! The end of a publication: by staff, by the enquirer's code, or because the consent's last day is over. The photo
//! leaves the catalogue at once; a job erases its files within minutes, and the private part after its time.

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, DerivePartialModel, EntityTrait, QueryFilter,
    QuerySelect, Statement,
    sea_query::{Expr, ExprTrait},
};
use time::Duration;

use super::lifecycle::{EndReason, Stage};
use super::spool;
use super::{
    PublicationError, bump_catalogue, consent_entity, editor_entity, entity, of_society,
    withdrawal_code_entity, withdrawal_entity,
};
use crate::audit::{self, Verb, entry, entry_with};
use crate::blobs::Blobs;
use crate::cases;
use crate::clock::Moment;
use crate::db::{self, is_sqlite};
use crate::ids::{CaseId, ConsentId, PaperId, PictureId, PrintId, PublicationId, SocietyId};
use crate::photo_number::PhotoNumber;
use crate::photos;
use crate::staff::{Staff, roles};

/// What the jobs read of a publication; their role on PostgreSQL may read no more.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "entity::Entity")]
pub(super) struct Row {
    pub id: PublicationId,
    pub case_id: CaseId,
    society_id: SocietyId,
    stage: Stage,
    photo_number: Option<String>,
    picture: Option<PictureId>,
    print: Option<PrintId>,
}

/// Staff end a publication in one action, with a reason. A draft can be ended the same way.
pub async fn withdraw(
    db: &DatabaseConnection,
    by: &Staff<roles::Withdraw>,
    id: PublicationId,
    reason: EndReason,
    now: Moment,
) -> Result<(), PublicationError> {
    let txn = db::write(db).await?;
    withdraw_within(&txn, by, id, reason, now).await?;
    txn.commit().await?;
    Ok(())
}

/// The same in the caller's transaction, so that both changes are committed or neither. Does nothing if the publication has
/// already ended.
pub async fn withdraw_within(
    txn: &impl ConnectionTrait,
    by: &Staff<roles::Withdraw>,
    id: PublicationId,
    reason: EndReason,
    now: Moment,
) -> Result<(), PublicationError> {
    of_society(txn, by.society, id).await?;
    if end(txn, id, reason, now).await? {
        let line = entry_with(Some(by.id), Verb::WithdrawnByStaff, id, reason.code());
        audit::append(txn, by.society, now, line).await?;
    }
    Ok(())
}

/// Ends a publication by its photo number, from the command line. It needs no Society key, so an operator can protect somebody
/// at once. Does nothing if the publication has already ended.
pub async fn withdraw_by_number(
    db: &DatabaseConnection,
    number: PhotoNumber,
    now: Moment,
) -> Result<(), PublicationError> {
    let txn = db::write(db).await?;
    let row = entity::Entity::find()
        .filter(entity::Column::PhotoNumber.eq(number.compact()))
        .one(&txn)
        .await?
        .ok_or(PublicationError::NotFound)?;
    if end(&txn, row.id, EndReason::WithdrawnByStaff, now).await? {
        let line = entry_with(None, Verb::WithdrawnByStaff, row.id, "command-line");
        audit::append(&txn, row.society_id, now, line).await?;
    }
    txn.commit().await?;
    Ok(())
}

/// True if a publication has this withdrawal code, ended or not.
pub async fn is_withdrawal_code(site: &DatabaseConnection, tag: &[u8; 32]) -> Result<bool, DbErr> {
    let sql = if is_sqlite(site) {
        "select exists (select 1 from withdrawal_codes where tag = $1) as known"
    } else {
        "select is_withdrawal_code($1) as known"
    };
    let asked = Statement::from_sql_and_values(site.get_database_backend(), sql, [tag.to_vec().into()]);
    Ok(match site.query_one_raw(asked).await? {
        None => false,
        Some(row) if is_sqlite(site) => row.try_get::<i32>("", "known")? != 0,
        Some(row) => row.try_get::<bool>("", "known")?,
    })
}

/// The publication that this code ends, on an engine without roles. On PostgreSQL it returns `None`, since the site's
/// role may not read it; there the catalogue knows the code by its hash.
pub async fn publication_with(
    site: &DatabaseConnection,
    tag: &[u8; 32],
) -> Result<Option<PublicationId>, DbErr> {
    if !is_sqlite(site) {
        return Ok(None);
    }
    let sql = "select publication_id from withdrawal_codes where tag = $1";
    let asked = Statement::from_sql_and_values(site.get_database_backend(), sql, [tag.to_vec().into()]);
    site.query_one_raw(asked).await?.map(|row| row.try_get("", "publication_id")).transpose()
}

/// The enquirer withdraws on the site: a trigger of the schema ends consent and publication when the row is inserted,
/// so the site's role needs no right to change either. Returns `false` if there is no such code.
pub async fn withdraw_by_code(site: &DatabaseConnection, tag: &[u8; 32], now: Moment) -> Result<bool, DbErr> {
    if !is_withdrawal_code(site, tag).await? {
        return Ok(false);
    }
    let inserted = withdrawal_entity::Entity::insert(withdrawal_entity::ActiveModel {
        id: Set(spool::id_of(tag)),
        tag: Set(tag.to_vec()),
        asked_at: Set(now.hour().0),
        ..Default::default()
    })
    .exec_without_returning(site)
    .await;
    match inserted {
        Err(error) if !db::is_unique_violation(&error) => Err(error),
        // It was sent before.
        _ => Ok(true),
    }
}

/// Ends every publication whose consent has expired; for a draft, ends only the consent. Returns the number of consents that
/// expired. A job calls it.
pub async fn end_with_consent(db: &DatabaseConnection, now: Moment) -> Result<usize, PublicationError> {
    let over: Vec<PublicationId> = consent_entity::Entity::find()
        .select_only()
        .column(consent_entity::Column::PublicationId)
        .filter(consent_entity::Column::EndsOn.lt(now.date()))
        .filter(consent_entity::Column::EndedAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    for id in &over {
        let found = entity::Entity::find_by_id(*id).into_partial_model::<Row>();
        let Some(row) = found.one(db).await? else { continue };
        let txn = db::write(db).await?;
        if row.stage == Stage::Draft {
            // A draft goes on: a new consent can be recorded.
            end_consent(&txn, row.id, EndReason::ConsentEnded, now).await?;
        } else {
            end(&txn, row.id, EndReason::ConsentEnded, now).await?;
        }
        audit::append(&txn, row.society_id, now, entry(None, Verb::ConsentEnded, row.id)).await?;
        txn.commit().await?;
    }
    Ok(over.len())
}

/// Erases the files of ended publications, and returns how many publications; a job calls it.
pub async fn unpublish(
    db: &DatabaseConnection,
    blobs: &Blobs,
    now: Moment,
) -> Result<usize, PublicationError> {
    let ended: Vec<Row> = entity::Entity::find()
        .filter(entity::Column::Stage.eq(Stage::Ended))
        .filter(entity::Column::IsUnpublished.eq(false))
        .into_partial_model()
        .all(db)
        .await?;
    for row in &ended {
        if let Some(number) = row.photo_number.as_deref().and_then(|text| PhotoNumber::parse(text).ok()) {
            photos::unpublish(blobs, number).await?;
        }
        let txn = db::write(db).await?;
        if let Some(picture) = row.picture {
            photos::erase_working_copy(&txn, picture, now).await?;
        }
        if let Some(print) = row.print {
            photos::prints::erase(&txn, print, now).await?;
        }
        entity::Entity::update_many()
            .col_expr(entity::Column::IsUnpublished, Expr::value(true))
            .col_expr(entity::Column::Pictures, Expr::value(Option::<String>::None))
            .col_expr(entity::Column::Picture, Expr::value(Option::<PictureId>::None))
            .col_expr(entity::Column::Print, Expr::value(Option::<PrintId>::None))
            .col_expr(entity::Column::Draft, Expr::value(Option::<Vec<u8>>::None))
            .col_expr(entity::Column::Look, Expr::value(Option::<Vec<u8>>::None))
            .filter(entity::Column::Id.eq(row.id))
            .exec(&txn)
            .await?;
        txn.commit().await?;
    }
    Ok(ended.len())
}

/// Ends and erases drafts that no one has touched for this long; a job calls it.
pub async fn end_untouched_drafts(
    db: &DatabaseConnection,
    now: Moment,
    kept: Duration,
) -> Result<usize, PublicationError> {
    let stale: Vec<Row> = entity::Entity::find()
        .filter(entity::Column::Stage.eq(Stage::Draft))
        .filter(entity::Column::TouchedAt.lt((now - kept).0))
        .into_partial_model()
        .all(db)
        .await?;
    for row in &stale {
        let txn = db::write(db).await?;
        end(&txn, row.id, EndReason::Erased, now).await?;
        erase_private(&txn, row, now).await?;
        txn.commit().await?;
    }
    Ok(stale.len())
}

/// Erases the private part, consent and withdrawal code of publications that ended this long ago; a job calls it.
pub async fn erase_private_parts(
    db: &DatabaseConnection,
    now: Moment,
    kept: Duration,
) -> Result<usize, PublicationError> {
    let ended: Vec<Row> = entity::Entity::find()
        .filter(entity::Column::Stage.eq(Stage::Ended))
        .filter(entity::Column::EndedAt.lt((now - kept).0))
        .into_partial_model()
        .all(db)
        .await?;
    let mut erased = 0;
    for row in &ended {
        let has_consent = consent_of(db, row.id).await?.is_some();
        if !has_consent && !cases::has_private_part(db, row.case_id).await? {
            continue;
        }
        let txn = db::write(db).await?;
        erase_private(&txn, row, now).await?;
        txn.commit().await?;
        erased += 1;
    }
    Ok(erased)
}

/// Writes the audit lines of withdrawals that came in on the site, which writes none itself; a desk job calls it.
pub async fn chain_withdrawals(db: &DatabaseConnection, now: Moment) -> Result<usize, PublicationError> {
    let waiting = withdrawal_entity::Entity::find()
        .filter(withdrawal_entity::Column::IsChained.eq(false))
        .all(db)
        .await?;
    for row in &waiting {
        let txn = db::write(db).await?;
        let code = withdrawal_code_entity::Entity::find_by_id(row.tag.clone()).select_only();
        let code = code.column(withdrawal_code_entity::Column::PublicationId);
        if let Some(id) = code.into_tuple::<PublicationId>().one(&txn).await?
            && let Some(publication) =
                entity::Entity::find_by_id(id).into_partial_model::<Row>().one(&txn).await?
        {
            let line = entry(None, Verb::WithdrawnByCode, publication.id);
            audit::append(&txn, publication.society_id, now, line).await?;
        }
        withdrawal_entity::Entity::update_many()
            .col_expr(withdrawal_entity::Column::IsChained, Expr::value(true))
            .filter(withdrawal_entity::Column::Id.eq(row.id))
            .exec(&txn)
            .await?;
        txn.commit().await?;
    }
    Ok(waiting.len())
}

/// How many photos were taken back with their code so far, for the operator's figures.
pub async fn withdrawn_by_code(db: &DatabaseConnection) -> Result<u64, sea_orm::DbErr> {
    sea_orm::PaginatorTrait::count(withdrawal_entity::Entity::find(), db).await
}

/// Ends publication and consent at once, and removes the public facts from the row. Returns false, and changes nothing, if it
/// has already ended. The row itself is asked: a stage of a newer program reads as ended too, but its photo may be shown.
pub(super) async fn end(
    txn: &impl ConnectionTrait,
    id: PublicationId,
    reason: EndReason,
    now: Moment,
) -> Result<bool, PublicationError> {
    let nothing = || Expr::value(Option::<String>::None);
    let done = entity::Entity::update_many()
        .col_expr(entity::Column::Stage, Expr::value(Stage::Ended))
        .col_expr(entity::Column::Version, Expr::col(entity::Column::Version).add(1))
        .col_expr(entity::Column::EndedAt, Expr::value(now.hour().0))
        .col_expr(entity::Column::EndedReason, Expr::value(reason))
        .col_expr(entity::Column::Relations, nothing())
        .col_expr(entity::Column::Sex, nothing())
        .col_expr(entity::Column::AgeBand, nothing())
        .col_expr(entity::Column::Origin, nothing())
        .filter(entity::Column::Id.eq(id))
        .filter(entity::Column::Stage.ne(Stage::Ended))
        .exec(txn)
        .await?;
    if done.rows_affected == 0 {
        return Ok(false);
    }
    end_consent(txn, id, reason, now).await?;
    bump_catalogue(txn).await?;
    Ok(true)
}

pub(super) async fn end_consent(
    txn: &impl ConnectionTrait,
    id: PublicationId,
    reason: EndReason,
    now: Moment,
) -> Result<(), PublicationError> {
    consent_entity::Entity::update_many()
        .col_expr(consent_entity::Column::EndedAt, Expr::value(now.hour().0))
        .col_expr(consent_entity::Column::EndReason, Expr::value(reason))
        .filter(consent_entity::Column::PublicationId.eq(id))
        .filter(consent_entity::Column::EndedAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}

/// The consent's id, and its paper.
async fn consent_of(
    db: &impl ConnectionTrait,
    id: PublicationId,
) -> Result<Option<(ConsentId, Option<PaperId>)>, DbErr> {
    consent_entity::Entity::find()
        .select_only()
        .columns([consent_entity::Column::Id, consent_entity::Column::Paper])
        .filter(consent_entity::Column::PublicationId.eq(id))
        .into_tuple()
        .one(db)
        .await
}

pub(super) async fn erase_private(
    txn: &impl ConnectionTrait,
    row: &Row,
    now: Moment,
) -> Result<(), PublicationError> {
    if let Some((consent, paper)) = consent_of(txn, row.id).await? {
        if let Some(paper) = paper {
            photos::erase_paper(txn, paper, now).await?;
        }
        consent_entity::Entity::delete_by_id(consent).exec(txn).await?;
    }
    withdrawal_code_entity::Entity::delete_many()
        .filter(withdrawal_code_entity::Column::PublicationId.eq(row.id))
        .exec(txn)
        .await?;
    editor_entity::Entity::delete_many()
        .filter(editor_entity::Column::PublicationId.eq(row.id))
        .exec(txn)
        .await?;
    cases::erase_private_part(txn, row.case_id).await?;
    audit::append(txn, row.society_id, now, entry(None, Verb::Erased, row.id)).await?;
    Ok(())
}
