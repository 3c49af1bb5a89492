//! Reading on above the Society's ceiling: the members together opened as many files in an hour as they may, and a colleague lets
//! one of them go on for an hour. Invariant: nobody lets themselves go on, and the word of nobody without keys counts; a line that
//! somebody wrote into the database without the desk's secret lets nobody go on.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter, QuerySelect,
};

use super::roles::{Vouch, parse_roles};
use super::{Member, Staff, Stage, entity, of_society};
use crate::audit::chain::{Entry, Line, Word};
use crate::audit::reveals::{self, CEILING_OVER};
use crate::audit::{self, AuditError, Reader, RevealError, Verb};
use crate::clock::Moment;
use crate::db;
use crate::ids::{RecordId, SocietyId, StaffId};
use crate::proofs::Proofs;
use crate::societies::keys::{self, KeyError, Part};

const PURPOSE: &str = "going-on";

#[derive(Debug, thiserror::Error)]
pub enum GoingOnError {
    #[error("nobody lets themselves go on")]
    SamePerson,
    /// The hour is over, or a colleague was faster.
    #[error("this member asks for nothing")]
    NotAsked,
    #[error(transparent)]
    Key(#[from] KeyError),
    #[error(transparent)]
    Audit(#[from] AuditError),
}

impl From<DbErr> for GoingOnError {
    fn from(error: DbErr) -> Self {
        GoingOnError::Audit(error.into())
    }
}

/// A member who met the ceiling within the hour, and whom nobody has let go on yet.
#[derive(Clone, Debug)]
pub struct Asking {
    pub staff: StaffId,
    pub name: String,
    /// Files that this member opened within the hour.
    pub opened: u64,
}

/// How a member stands below the ceiling.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Files that all members opened within the hour.
    pub opened: u64,
    pub ceiling: u64,
    /// Until when a colleague lets this member go on.
    pub until: Option<Moment>,
}

impl Member {
    /// The member as a reader, with their own budget and their Society's ceiling.
    pub async fn reader(&self, db: &impl ConnectionTrait, now: Moment) -> Result<Reader, RevealError> {
        let (staff, society) = (self.id, self.society);
        let ceiling = match agreed(db, self, now).await? {
            Some(_) => None,
            None => Some(ceiling(db, self).await?),
        };
        Ok(Reader { staff, society, fresh_at: self.session.fresh_at, budget: self.budget, ceiling })
    }
}

async fn ceiling(db: &impl ConnectionTrait, by: &Member) -> Result<u64, DbErr> {
    let roles: Vec<String> = entity::Entity::find()
        .select_only()
        .column(entity::Column::Roles)
        .filter(entity::Column::SocietyId.eq(by.society))
        .filter(entity::Column::Stage.eq(Stage::Active))
        .filter(entity::Column::GrantEndsOn.gte(by.today))
        .into_tuple()
        .all(db)
        .await?;
    let holds_keys = |roles: &&String| parse_roles(roles).iter().any(|role| role.holds_open_key());
    Ok(by.budget.ceiling(roles.iter().filter(holds_keys).count() as u64))
}

pub async fn standing(db: &impl ConnectionTrait, by: &Member, now: Moment) -> Result<Standing, AuditError> {
    Ok(Standing {
        opened: reveals::opened(db, (by.society, None), now - CEILING_OVER).await?,
        ceiling: ceiling(db, by).await?,
        until: agreed(db, by, now).await?.map(|line| line.at + CEILING_OVER),
    })
}

/// The line of the colleague who lets this member go on now.
async fn agreed(db: &impl ConnectionTrait, by: &Member, now: Moment) -> Result<Option<Line>, AuditError> {
    let words = words(db, (by.society, &by.proofs), now).await?;
    Ok(words.into_iter().rfind(|line| line.subject == by.id.into()))
}

/// The words of colleagues that count now. The time is part of what is proved, so a line that was copied counts no longer.
async fn words(
    db: &impl ConnectionTrait,
    (society, proofs): (SocietyId, &Proofs),
    now: Moment,
) -> Result<Vec<Line>, AuditError> {
    let mut lines = audit::of_verb(db, society, Verb::GoingOnAgreed, now - CEILING_OVER).await?;
    lines.retain(|line| {
        let (Some(by), Some(word)) = (line.actor, &line.detail) else { return false };
        let is_another = RecordId::from(by) != line.subject && line.at <= now;
        is_another && proofs.is_word(word.as_str(), PURPOSE, &said(society, by, line.subject, line.at).each())
    });
    Ok(lines)
}

/// What a colleague's word proves: who lets whom go on, and since when.
struct Said([u8; 16], [u8; 16], [u8; 16], [u8; 8]);

fn said(society: SocietyId, by: StaffId, whom: RecordId, at: Moment) -> Said {
    Said(*society.as_bytes(), *by.as_bytes(), *whom.as_bytes(), at.0.to_be_bytes())
}

impl Said {
    fn each(&self) -> [&[u8]; 4] {
        [&self.0, &self.1, &self.2, &self.3]
    }
}

/// The colleagues who ask to go on, by name.
pub async fn asking(db: &impl ConnectionTrait, by: &Member, now: Moment) -> Result<Vec<Asking>, AuditError> {
    let asked = open_requests(db, (by.society, &by.proofs), now).await?;
    let mut out = Vec::new();
    for row in of_society(db, by.society).await? {
        if row.id != by.id && asked.contains(&row.id) {
            let opened = reveals::opened(db, (by.society, Some(row.id)), now - CEILING_OVER).await?;
            out.push(Asking { staff: row.id, name: row.sign_in_name, opened });
        }
    }
    Ok(out)
}

async fn open_requests(
    db: &impl ConnectionTrait,
    (society, proofs): (SocietyId, &Proofs),
    now: Moment,
) -> Result<Vec<StaffId>, AuditError> {
    let asked = audit::of_verb(db, society, Verb::ReadingCeilingReached, now - CEILING_OVER).await?;
    let words = words(db, (society, proofs), now).await?;
    let is_open = |id: &StaffId| !words.iter().any(|line| line.subject == (*id).into());
    Ok(asked.into_iter().filter_map(|line| line.actor).filter(is_open).collect())
}

/// The colleagues whose word this member can ask for: active, with keys.
pub async fn colleagues(db: &impl ConnectionTrait, by: &Member) -> Result<Vec<String>, DbErr> {
    let may = |row: &entity::Model| {
        row.id != by.id
            && row.stage == Stage::Active
            && row.grant_ends_on >= by.today
            && parse_roles(&row.roles).iter().any(|role| role.holds_open_key())
    };
    let rows = of_society(db, by.society).await?;
    Ok(rows.into_iter().filter(may).map(|row| row.sign_in_name).collect())
}

/// Lets a colleague go on for an hour. Each of the two is needed: the one who asked, by a line, and the one who says so here.
pub async fn agree(
    db: &DatabaseConnection,
    by: &Staff<Vouch>,
    whom: StaffId,
    now: Moment,
) -> Result<(), GoingOnError> {
    if whom == by.id {
        return Err(GoingOnError::SamePerson);
    }
    // Opened for nothing else: it shows that this member holds keys.
    keys::held_by(db, by.society, Part::Open, by.key_holder()).await?;
    let txn = db::write(db).await?;
    audit::take_turn(&txn, by.society).await?;
    if !open_requests(&txn, (by.society, &by.proofs), now).await?.contains(&whom) {
        return Err(GoingOnError::NotAsked);
    }
    let word = by.proofs.word(PURPOSE, &said(by.society, by.id, whom.into(), now).each());
    let detail = Some(Word::parse(&word).map_err(|_| AuditError::Unreadable)?);
    let line = Entry { actor: Some(by.id), verb: Verb::GoingOnAgreed, subject: whom.into(), detail };
    audit::append(&txn, by.society, now, line).await?;
    txn.commit().await?;
    Ok(())
}

/// How long the auditor's page shows it.
const TOLD_FOR: time::Duration = time::Duration::days(30);
/// How long the alert rings.
const RINGS_FOR: time::Duration = time::Duration::days(1);

/// The lines about the ceiling, newest first, for the top of the auditor's log.
pub async fn told(
    db: &impl ConnectionTrait,
    society: SocietyId,
    now: Moment,
) -> Result<Vec<Line>, AuditError> {
    let mut lines = audit::of_verb(db, society, Verb::ReadingCeilingReached, now - TOLD_FOR).await?;
    lines.extend(audit::of_verb(db, society, Verb::GoingOnAgreed, now - TOLD_FOR).await?);
    lines.sort_by_key(|line| std::cmp::Reverse(line.seq));
    Ok(lines)
}

/// How often within a day a member of any Society met the ceiling, for the metrics.
pub async fn count(db: &impl ConnectionTrait, now: Moment) -> Result<u64, DbErr> {
    audit::count_of_verb(db, Verb::ReadingCeilingReached, now - RINGS_FOR).await
}
