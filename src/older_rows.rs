//! Rows that authorise from before they had proofs: the first desk process after the update proves them once, and a line in each
//! chain says how many. For an hour the program of before may run beside. Afterwards this host's file says that it is over.

use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter};
use std::collections::BTreeSet;
use time::Duration;

use crate::audit::{self, Verb, chain::Entry, chain::Word, entry};
use crate::clock::Moment;
use crate::db::{self, isolation};
use crate::ids::{PublicationId, SocietyId, StaffId};
use crate::proofs::{Authorises, Older, ProofError, Proofs, Why};
use crate::staff::{self, INSTALLATION, Stage};
use crate::{publications, societies};

/// How long a program of before may run beside this one and write rows without proofs.
const BESIDE_FOR: Duration = Duration::hours(1);

/// What this host does about rows of before: nothing, as soon as its file says that they were proved. A host that is new finds
/// them proved by another one; only where no row at all is proved, this is the first start after the update.
pub async fn meet(db: &DatabaseConnection, proofs: &Proofs, now: Moment) -> Result<(), ProofError> {
    match proofs.older() {
        Older::Closed => {}
        Older::CountUntil(until) if now > until => proofs.set_older(Older::Closed),
        Older::CountUntil(_) => {
            prove(db, proofs, now).await?;
        }
        Older::Unmet => {
            let is_first = is_first_start(db).await?;
            if is_first {
                let proved = prove(db, proofs, now).await?;
                tracing::info!(
                    proved,
                    "rows of before the update were proved; a program of before may run for an hour"
                );
            }
            proofs.set_older(if is_first { Older::CountUntil(now + BESIDE_FOR) } else { Older::Closed });
        }
    }
    Ok(())
}

/// Proves every row that has no right proof, except those of people whose access was ended. Returns their number. The caller
/// answers for the rows: this is for the first start, and for an operator who restores an older backup or lost `desk.secret`.
pub async fn prove(db: &DatabaseConnection, proofs: &Proofs, now: Moment) -> Result<u64, ProofError> {
    let mut proved = 0;
    for society in with_staff(db).await? {
        proofs.follow(db, society).await?;
        proved += isolation::within(society, prove_of(db, society, proofs, now)).await?;
    }
    Ok(proved)
}

async fn is_first_start(db: &DatabaseConnection) -> Result<bool, DbErr> {
    let mut has_rows = false;
    for society in with_staff(db).await? {
        let rows = isolation::within(society, Rows::of(db, society)).await?;
        for row in rows.each() {
            has_rows = true;
            // Also one under another secret: this may be the command line of a machine that lacks the desk's.
            if row.claim().has_proof() {
                return Ok(false);
            }
        }
    }
    Ok(has_rows)
}

/// Those that have staff, and the installation, whose staff are the operators. Every row of `staff` is visible at the door.
async fn with_staff(db: &DatabaseConnection) -> Result<BTreeSet<SocietyId>, DbErr> {
    let rows = isolation::at_the_door(staff::entity::Entity::find().all(db)).await?;
    Ok(rows.iter().map(staff::society_of).collect())
}

async fn prove_of(
    db: &DatabaseConnection,
    society: SocietyId,
    proofs: &Proofs,
    now: Moment,
) -> Result<u64, ProofError> {
    let txn = db::write(db).await?;
    isolation::enter(&txn, society).await?;
    let rows = Rows::of(&txn, society).await?;
    let mut due = Vec::new();
    // Rows are locked before the chain, as in every verb.
    for row in rows.each() {
        let is_due = match proofs.stands(&txn, society, row).await {
            // The chain was cut or put back, and an operator accepts what it says.
            Err(ProofError::Refused(refused)) if refused.why == Why::LineGone => true,
            Err(ProofError::Audit(error)) => return Err(error.into()),
            _ => !proofs.is_right(society, row),
        };
        if is_due && !proofs.has_ended(society, row) && proofs.lock(&txn, row).await? {
            due.push(row);
        }
    }
    if due.is_empty() {
        return Ok(0);
    }
    let detail = Word::parse(&format!("rows-{}", due.len())).ok();
    let line = Entry { detail, ..entry(None, Verb::RowsProved, society) };
    let act = audit::append_head(&txn, society, now, line).await?;
    for row in &due {
        proofs.put(&txn, *row, act).await?;
    }
    txn.commit().await?;
    Ok(due.len() as u64)
}

/// The rows of a Society that authorise.
struct Rows {
    staff: Vec<staff::entity::Model>,
    sessions: Vec<staff::session_entity::Model>,
    invitations: Vec<staff::invitation_entity::Model>,
    grants: Vec<societies::grant_entity::Model>,
    editors: Vec<publications::editor_entity::Model>,
}

impl Rows {
    async fn of(db: &impl ConnectionTrait, society: SocietyId) -> Result<Rows, DbErr> {
        use staff::entity::Column;
        let whose = match society {
            INSTALLATION => Column::SocietyId.is_null(),
            society => Column::SocietyId.eq(society),
        };
        let staff = staff::entity::Entity::find().filter(whose).filter(Column::Stage.ne(Stage::Ended));
        let staff = staff.all(db).await?;
        let people: Vec<StaffId> = staff.iter().map(|row| row.id).collect();
        let drafts: Vec<PublicationId> = publications::with_editors(db, society).await?;
        Ok(Rows {
            sessions: staff::session_entity::Entity::find()
                .filter(staff::session_entity::Column::StaffId.is_in(people.clone()))
                .all(db)
                .await?,
            invitations: staff::invitation_entity::Entity::find()
                .filter(staff::invitation_entity::Column::StaffId.is_in(people))
                .filter(staff::invitation_entity::Column::UsedAt.is_null())
                .all(db)
                .await?,
            grants: societies::grant_entity::Entity::find()
                .filter(societies::grant_entity::Column::SocietyId.eq(society))
                .all(db)
                .await?,
            editors: publications::editor_entity::Entity::find()
                .filter(publications::editor_entity::Column::PublicationId.is_in(drafts))
                .all(db)
                .await?,
            staff,
        })
    }

    fn each(&self) -> impl Iterator<Item = &(dyn Authorises + Sync)> {
        fn dynamic<R: Authorises + Sync>(rows: &[R]) -> impl Iterator<Item = &(dyn Authorises + Sync)> {
            rows.iter().map(|row| row as &(dyn Authorises + Sync))
        }
        dynamic(&self.staff)
            .chain(dynamic(&self.sessions))
            .chain(dynamic(&self.invitations))
            .chain(dynamic(&self.grants))
            .chain(dynamic(&self.editors))
    }
}
