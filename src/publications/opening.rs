//! Opens a draft and its pictures. Invariant: before anything is opened to be shown, it is counted and has a line in
//! the audit log; what a verb only compares is an `Unseen`, which must be logged before a page shows it.

use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter};
use std::ops::Deref;

use super::drafting::{gathered, shown_part};
use super::lifecycle::{Draft, Stage};
use super::{PublicationError, entity, of_society, withdrawal_code_entity};
use crate::audit::eyes::{DraftOpened, Nobody, PictureOpened, Sees, SeesDraft};
use crate::audit::{self, Logged, Opening};
use crate::cases::{self, PrivatePart};
use crate::clock::Moment;
use crate::ids::PublicationId;
use crate::photos::{self, Stores};
use crate::sealing::contents::CasePrivate;
use crate::staff::{Member, Staff, roles};

/// A draft's contents, opened.
pub struct DraftFile {
    pub row: entity::Model,
    pub draft: Draft,
    pub private: PrivatePart,
    pub has_withdrawal_code: bool,
}

/// A draft as its page shows it.
pub struct DraftView {
    file: DraftFile,
    pub logged: Logged<DraftOpened>,
}

impl Deref for DraftView {
    type Target = DraftFile;
    fn deref(&self) -> &DraftFile {
        &self.file
    }
}

/// A draft that was opened only to compare a form with it; nobody sees it.
pub struct Unseen(DraftFile);

impl Unseen {
    pub fn file(&self) -> &DraftFile {
        &self.0
    }

    /// Logs that the draft is shown after all, and returns it for the page.
    pub async fn shown(
        self,
        db: &DatabaseConnection,
        by: &Staff<roles::Draft>,
        now: Moment,
    ) -> Result<DraftView, PublicationError> {
        let what = Opening::of(self.0.row.id, self.0.row.case_id);
        let logged = audit::reveal(db, by.reader(db, now).await?, what, now).await?;
        Ok(DraftView { file: self.0, logged })
    }
}

/// Opens a draft for its page, after it wrote the audit line.
pub async fn view(
    db: &DatabaseConnection,
    by: &Staff<roles::Draft>,
    id: PublicationId,
    now: Moment,
) -> Result<DraftView, PublicationError> {
    let row = in_draft(db, by, id).await?;
    let what = Opening::of(id, row.case_id);
    let logged = audit::reveal(db, by.reader(db, now).await?, what, now).await?;
    Ok(DraftView { file: opened(db, by, row, &logged).await?, logged })
}

/// Opens a draft for a verb that shows nothing of it.
pub async fn unseen(
    db: &DatabaseConnection,
    by: &Staff<roles::Draft>,
    id: PublicationId,
) -> Result<Unseen, PublicationError> {
    let row = in_draft(db, by, id).await?;
    Ok(Unseen(opened(db, by, row, &Nobody).await?))
}

async fn in_draft(
    db: &DatabaseConnection,
    by: &Staff<roles::Draft>,
    id: PublicationId,
) -> Result<entity::Model, PublicationError> {
    let row = of_society(db, by.society, id).await?;
    match row.stage {
        Stage::Draft => Ok(row),
        Stage::InReview | Stage::Live | Stage::Ended => Err(PublicationError::WrongStage),
    }
}

async fn opened(
    db: &DatabaseConnection,
    by: &Staff<roles::Draft>,
    row: entity::Model,
    eyes: &(impl SeesDraft + Sees<CasePrivate>),
) -> Result<DraftFile, PublicationError> {
    let case = cases::open(db, by.society, row.case_id, by.key_holder()).await?;
    let private = case.private_part(eyes)?;
    let draft = gathered(db, by, case.read_by(eyes), &row).await?;
    let codes = withdrawal_code_entity::Entity::find()
        .filter(withdrawal_code_entity::Column::PublicationId.eq(row.id))
        .one(db)
        .await?;
    Ok(DraftFile { row, draft, private, has_withdrawal_code: codes.is_some() })
}

/// The draft's picture, whole or as it would be published. It is logged by the line of the page that shows it, or by
/// a line of its own.
pub async fn picture(
    stores: Stores<'_>,
    by: &Staff<roles::SeeDraft>,
    (id, is_cropped): (PublicationId, bool),
    of_page: Option<Logged<PictureOpened>>,
    now: Moment,
) -> Result<Vec<u8>, PublicationError> {
    let db = stores.db;
    let row = of_society(db, by.society, id).await?;
    let member: &Member = by;
    let is_allowed = match row.stage {
        Stage::Draft => member.has(&[roles::Role::CaseWorker]),
        Stage::InReview => member.has(&[roles::Role::Reviewer]),
        Stage::Live | Stage::Ended => false,
    };
    let picture = row.picture.filter(|_| is_allowed).ok_or(PublicationError::NotFound)?;
    let logged = match of_page.filter(|page| page.is_about(id)) {
        Some(page) => page,
        None => {
            let what = Opening::of(id, row.case_id).with("picture");
            audit::reveal(db, by.reader(db, now).await?, what, now).await?
        }
    };
    let case = cases::open(db, by.society, row.case_id, by.key_holder()).await?;
    let reading = case.read_by(&logged);
    let copy = photos::working_copy(stores.blobs, reading, picture).await?;
    if !is_cropped {
        return Ok(copy);
    }
    Ok(photos::preview(stores.workers, (&case, copy), shown_part(reading, &row)?).await?)
}
