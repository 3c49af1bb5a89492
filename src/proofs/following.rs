//! Follows a Society's chain in the database, and checks rows against it. Invariant: what was seen stays true; a chain that ends
//! earlier, or has another line there, lets nobody in.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};

use super::claim::{Authorises, Claim, RowKind};
use super::known::Chain;
use super::{Proof, ProofError, Proofs, Refused, Why};
use crate::audit::{self, chain::Head, chain::Stored};
use crate::db::isolation;
use crate::ids::{SocietyId, StaffId};

/// How many lines are read at a time.
const AT_A_TIME: u64 = 1000;
/// How often a row is read again that another request may just have replaced.
const TRIES: usize = 3;

impl Proofs {
    /// Reads what the chain has gained since this host last looked, outside any transaction. Before anybody has signed in, this
    /// sees the Society's lines too.
    pub async fn follow(&self, db: &DatabaseConnection, society: SocietyId) -> Result<(), ProofError> {
        let followed = isolation::within(society, self.follow_on(db, society)).await;
        match &followed {
            Ok(()) => self.host.refuses(society, false),
            Err(ProofError::Refused(_)) => self.host.refuses(society, true),
            Err(ProofError::Audit(_)) => {}
        }
        followed
    }

    async fn follow_on(&self, db: &DatabaseConnection, society: SocietyId) -> Result<(), ProofError> {
        let refused = |why| Refused { society, row: RowKind::Chain, record: society.into(), why };
        let is_new = self.host.head(society).seq == 0;
        loop {
            let from = self.host.head(society);
            let lines = audit::stored_from(db, society, from.seq, AT_A_TIME).await?;
            let is_last = (lines.len() as u64) < AT_A_TIME;
            let gained = gained(from, &lines, is_new).map_err(refused)?;
            if gained.is_empty() {
                return Ok(());
            }
            self.host.learn(society, from, gained);
            if is_last {
                return Ok(());
            }
        }
    }

    /// Checks rows that were read before this call against the chain as it is now.
    pub async fn check(
        &self,
        db: &DatabaseConnection,
        society: SocietyId,
        rows: &[&(dyn Authorises + Sync)],
    ) -> Result<(), ProofError> {
        self.follow(db, society).await?;
        let claims: Vec<Claim<'_>> =
            rows.iter().filter(|row| row.lets_anybody()).map(|row| row.claim()).collect();
        isolation::within(society, self.stand(db, society, &claims)).await
    }

    /// The same within a transaction, against what this host has seen of the chain so far.
    pub async fn stands(
        &self,
        db: &impl ConnectionTrait,
        society: SocietyId,
        row: &(impl Authorises + ?Sized),
    ) -> Result<(), ProofError> {
        match row.lets_anybody() {
            true => self.stand(db, society, &[row.claim()]).await,
            false => Ok(()),
        }
    }

    /// Reads a row and checks it. A row that another request replaced meanwhile is read again.
    pub async fn read<R: Authorises + Sync>(
        &self,
        db: &DatabaseConnection,
        read: impl AsyncFn() -> Result<Option<(SocietyId, R)>, DbErr>,
    ) -> Result<Option<R>, ProofError> {
        let mut tries = 1;
        loop {
            let Some((society, row)) = read().await? else { return Ok(None) };
            match self.check(db, society, &[&row]).await {
                Err(ProofError::Refused(refused)) if refused.why.may_be_a_race() && tries < TRIES => {
                    tries += 1;
                }
                checked => return checked.map(|()| Some(row)),
            }
        }
    }

    async fn stand(
        &self,
        db: &impl ConnectionTrait,
        society: SocietyId,
        claims: &[Claim<'_>],
    ) -> Result<(), ProofError> {
        let mut named: Vec<(&Claim<'_>, Proof)> = Vec::new();
        for claim in claims {
            named.extend(self.judged(society, claim)?.map(|proof| (claim, proof)));
        }
        let numbers: Vec<u64> = named.iter().map(|(_, proof)| proof.seq).collect();
        if numbers.is_empty() {
            return Ok(());
        }
        let lines = audit::stored_at(db, society, &numbers).await?;
        let erased_to = self.host.with(society, |chain: &Chain, _| chain.erased_to);
        for (claim, proof) in named {
            let stands = lines.iter().any(|line| line.seq == proof.seq && line.hash() == proof.hash);
            if !stands && proof.seq > erased_to {
                let (row, record) = (claim.row, claim.about);
                return Err(Refused { society, row, record, why: Why::LineGone }.into());
            }
        }
        Ok(())
    }

    /// True once for each time step of a member's one-time codes.
    pub fn takes_step(&self, staff: StaffId, step: i64) -> bool {
        self.host.takes_step(staff, step)
    }
}

impl Why {
    /// Whether a row may look like this that another request wrote between the reading of row and chain.
    pub fn may_be_a_race(self) -> bool {
        matches!(self, Why::PutBack)
    }
}

/// The lines after `from`, each linked to the one before. A host that is new takes the chain as it stands: what was broken
/// before is `audit verify`'s to tell.
fn gained(from: Head, lines: &[Stored], is_new: bool) -> Result<&[Stored], Why> {
    let (mut before, rest) = match (from.seq, lines.split_first()) {
        (0, _) => (None, lines),
        (_, Some((first, rest))) if first.seq == from.seq => match first.hash() == from.hash {
            true => (Some(from), rest),
            false => return Err(Why::ChainRewritten),
        },
        _ => return Err(Why::ChainBehind),
    };
    for line in rest {
        let is_linked = before.is_none_or(|head| line.seq == head.seq + 1 && line.previous == head.hash);
        if !is_linked && !is_new {
            return Err(Why::ChainRewritten);
        }
        if !is_linked {
            tracing::error!(society = %from.society, line = line.seq, "the audit chain is broken here; kinlight audit verify says more");
        }
        before = Some(Head { society: from.society, seq: line.seq, hash: line.hash() });
    }
    Ok(rest)
}
