//! Rows that let somebody do something: accounts, sessions, invitations, grants of keys, the list of a draft's editors. Each
//! carries a proof: a MAC under a key from the desk's secret, over everything that authorises and the line of the audit chain
//! about the act that wrote it. Invariant: a row without a right proof, or with one of before a later act, lets nobody do
//! anything; what ends somebody's access needs no proof.

pub mod claim;
mod following;
mod host;
mod host_file;
pub mod known;
mod ringing;
mod word;

use hmac::{Hmac, KeyInit, Mac};
use sea_orm::{ConnectionTrait, DbErr, Statement, Value};
use sha2::Sha256;
use std::path::Path;
use std::sync::Arc;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::audit::AuditError;
use crate::audit::chain::{Hash, Head};
use crate::ids::{RecordId, SocietyId};
use crate::sealing::SigningKey;
pub use claim::{Authorises, Claim, RowKind};
use host::Host;
pub use host::Older;
pub use host_file::FileError;
pub use ringing::{count, ring, told};

/// Why a row does not count, for the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has no proof.
    Unproved,
    /// Its proof is for another content.
    Changed,
    /// A later act replaced it or took it away.
    PutBack,
    /// The line of its act is not in the chain.
    LineGone,
    /// The chain ends before a line that this host has seen.
    ChainBehind,
    /// The chain has another line where this host has seen one.
    ChainRewritten,
}

/// A row that lets nobody do anything, because somebody wrote it who was not this program, or put it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a row that authorises ({}) does not count: {record} {why:?}", .row.code())]
pub struct Refused {
    pub society: SocietyId,
    pub row: RowKind,
    pub record: RecordId,
    pub why: Why,
}

#[derive(Debug, thiserror::Error)]
pub enum ProofError {
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error(transparent)]
    Audit(#[from] AuditError),
}

impl From<DbErr> for ProofError {
    fn from(error: DbErr) -> Self {
        ProofError::Audit(error.into())
    }
}

/// The MAC's key, and what this host remembers of the chains.
#[derive(Clone)]
pub struct Proofs {
    key: Arc<Zeroizing<[u8; 32]>>,
    host: Arc<Host>,
}

impl std::fmt::Debug for Proofs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Proofs(…)")
    }
}

/// A proof as its column has it: the line's number and hash, then the MAC.
#[derive(Clone, Copy)]
struct Proof {
    seq: u64,
    hash: Hash,
    mac: [u8; 32],
}

impl Proof {
    fn parse(bytes: &[u8]) -> Option<Proof> {
        let (seq, rest) = bytes.split_first_chunk()?;
        let (hash, mac) = rest.split_first_chunk()?;
        Some(Proof { seq: u64::from_be_bytes(*seq), hash: *hash, mac: mac.try_into().ok()? })
    }

    fn bytes(&self) -> Vec<u8> {
        [self.seq.to_be_bytes().as_slice(), &self.hash, &self.mac].concat()
    }
}

impl Proofs {
    /// Without a file: what it remembers ends with the process.
    pub fn new(key: Zeroizing<[u8; 32]>) -> Proofs {
        Proofs { key: Arc::new(key), host: Arc::new(Host::default()) }
    }

    /// The same, remembering in this host's file.
    pub fn remembering_in(&self, path: &Path) -> Result<Proofs, FileError> {
        Ok(Proofs { key: self.key.clone(), host: Arc::new(Host::remembering_in(path)?) })
    }

    /// The key with which the desk's hosts countersign what the site shows of a Society.
    pub fn countersigner(&self) -> SigningKey {
        SigningKey::derived(self.key.as_slice(), "kinlight/countersigner")
    }

    /// Writes the proof of a row that this transaction wrote. `row` says what the row must be, with its proof of before: it is
    /// never read again here, so that nothing that somebody else wrote is proved. Returns `false` if the row was changed since.
    pub async fn put(
        &self,
        txn: &impl ConnectionTrait,
        row: &(impl Authorises + ?Sized),
        act: Head,
    ) -> Result<bool, DbErr> {
        let mac = self.mac(act.society, &row.claim(), (act.seq, act.hash));
        set(txn, row, Some(Proof { seq: act.seq, hash: act.hash, mac }.bytes())).await
    }

    /// Locks a row until the transaction ends, if its proof is the one that was read.
    pub async fn lock(
        &self,
        txn: &impl ConnectionTrait,
        row: &(impl Authorises + ?Sized),
    ) -> Result<bool, DbErr> {
        set(txn, row, row.claim().proof.map(<[u8]>::to_vec)).await
    }

    /// The act that a row's proof names, to prove the same row again after a change that is no act.
    pub fn act_of(&self, society: SocietyId, row: &impl Authorises) -> Option<Head> {
        let proof = self.right(society, &row.claim())?;
        Some(Head { society, seq: proof.seq, hash: proof.hash })
    }

    /// Whether the row's proof is right, whatever happened since.
    pub fn is_right(&self, society: SocietyId, row: &(impl Authorises + ?Sized)) -> bool {
        self.right(society, &row.claim()).is_some()
    }

    /// Whether the access of the person behind this row was ended, as far as this host has seen.
    pub fn has_ended(&self, society: SocietyId, row: &(impl Authorises + ?Sized)) -> bool {
        self.host.with(society, |chain, _| chain.has_ended(&row.claim()))
    }

    fn right(&self, society: SocietyId, claim: &Claim<'_>) -> Option<Proof> {
        let proof = Proof::parse(claim.proof?)?;
        let mac = self.mac(society, claim, (proof.seq, proof.hash));
        bool::from(mac.ct_eq(&proof.mac)).then_some(proof)
    }

    fn mac(&self, society: SocietyId, claim: &Claim<'_>, (seq, hash): (u64, Hash)) -> [u8; 32] {
        // HMAC takes a key of any length.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.key.as_slice()) else { return [0; 32] };
        mac.update(b"kinlight-proof 1");
        mac.update(claim.row.code().as_bytes());
        mac.update(&[0]);
        mac.update(society.as_bytes());
        mac.update(&claim.said);
        mac.update(&seq.to_be_bytes());
        mac.update(&hash);
        mac.finalize().into_bytes().into()
    }

    /// The proof of a row that counts, as far as this host remembers; `None` for a row of before, while these still count.
    fn judged(&self, society: SocietyId, claim: &Claim<'_>) -> Result<Option<Proof>, Refused> {
        let refused = |why| Refused { society, row: claim.row, record: claim.about, why };
        self.host.with(society, |chain, older| {
            let Some(proof) = self.right(society, claim) else {
                return match older {
                    Older::CountUntil(_) if !chain.has_ended(claim) => Ok(None),
                    _ if claim.proof.is_none() => Err(refused(Why::Unproved)),
                    _ => Err(refused(Why::Changed)),
                };
            };
            match chain.is_replaced(claim, proof.seq) {
                true => Err(refused(Why::PutBack)),
                false => Ok(Some(proof)),
            }
        })
    }

    pub fn older(&self) -> Older {
        self.host.older()
    }

    pub fn set_older(&self, older: Older) {
        self.host.set_older(older);
    }

    /// The persons who edited this draft, as far as this host has seen the chain.
    pub fn editors_seen(&self, society: SocietyId, publication: RecordId) -> Vec<crate::ids::StaffId> {
        self.host.with(society, |chain, _| chain.editors_of(publication))
    }

    /// How many chains this process last found behind, or other than it has seen them.
    pub fn chains_refused(&self) -> u64 {
        self.host.chains_refused()
    }

    /// The operator answers for the database as it is: this host begins again with the chains that it sees.
    pub fn begin_again(&self) -> Result<(), FileError> {
        self.host.begin_again()
    }

    /// Writes what this host has seen to its file, and takes over what other processes of the host wrote there.
    pub fn save(&self) -> Result<(), FileError> {
        self.host.save()
    }
}

async fn set(
    txn: &impl ConnectionTrait,
    row: &(impl Authorises + ?Sized),
    proof: Option<Vec<u8>>,
) -> Result<bool, DbErr> {
    let claim = row.claim();
    let mut values: Vec<Value> = vec![proof.into()];
    let mut which: Vec<String> = Vec::new();
    for (column, value) in row.key() {
        values.push(value);
        which.push(format!("{column} = ${}", values.len()));
    }
    which.push(match claim.proof {
        None => "proof is null".to_owned(),
        Some(old) => {
            values.push(old.to_vec().into());
            format!("proof = ${}", values.len())
        }
    });
    let sql = format!("update {} set proof = $1 where {}", claim.row.table(), which.join(" and "));
    let put = Statement::from_sql_and_values(txn.get_database_backend(), sql, values);
    Ok(txn.execute_raw(put).await?.rows_affected() == 1)
}
