//! What a host knows of one Society's chain: where it ended when it was last seen, and for each person the last line of each act
//! that writes or ends their rows. Pure: it learns from lines that were checked, and forgets none that matter.

use std::collections::{BTreeMap, BTreeSet};

use super::claim::{Claim, RowKind};
use crate::audit::Verb;
use crate::audit::chain::{Hash, Head, Stored};
use crate::ids::{RecordId, SocietyId, StaffId};

words! {
    /// An act about a person, as far as rows that authorise hang on it.
    #[derive(PartialOrd, Ord)]
    pub enum Act {
        Invited = "invited",
        /// They accepted an invitation.
        Joined = "joined",
        /// They got the Society's keys.
        TookKeys = "took-keys",
        /// A colleague asked for another invitation.
        Asked = "asked",
        /// A second administrator agreed to a further one.
        Agreed = "agreed",
        /// Two colleagues agreed to a new start.
        BeganAgain = "began-again",
        NewPassword = "new-password",
        /// They chose a second passphrase, or replaced a forgotten one: what belongs under the second key is sealed again.
        NewSecondKey = "new-second-key",
        /// The same second key has another passphrase.
        NewPassphrase = "new-passphrase",
        LeftEverywhere = "left-everywhere",
        Ended = "ended",
    }
}

/// The detail of a line about a single session's end: this, and the line that the session's proof names.
const FROM: &str = "from-";
/// How long the end of a session is remembered, in seconds: 30 days. No session lasts as long.
const LEFT_FOR: i64 = 30 * 24 * 3600;
/// The details of a line about an act that is repeated after a restore.
pub const ENDED_AGAIN: &str = "ended";
pub const NEW_START_AGAIN: &str = "new-start";
pub const SECOND_KEY_AGAIN: &str = "second-key";

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// The number of the last line that was seen, and its hash; 0 before the first.
    pub seq: u64,
    pub hash: Hash,
    /// The last line of the beginning that was erased after its time.
    pub erased_to: u64,
    pub acts: BTreeMap<(StaffId, Act), u64>,
    /// Sessions that ended alone: the line that their proof names, and when.
    pub left: BTreeMap<u64, i64>,
    /// The editors of each draft that nobody has approved yet.
    pub editors: BTreeMap<RecordId, BTreeSet<StaffId>>,
}

impl Chain {
    pub fn head(&self, society: SocietyId) -> Head {
        Head { society, seq: self.seq, hash: self.hash }
    }

    /// Takes over the next line.
    pub fn learns(&mut self, line: &Stored) {
        (self.seq, self.hash) = (line.seq, line.hash());
        if let Some(to) = line.erased_to() {
            self.erased_to = self.erased_to.max(to);
        }
        let person = StaffId::of_record(line.subject);
        if let Some(act) = act(line) {
            self.acts.insert((person, act), line.seq);
        }
        match Verb::parse(&line.verb) {
            Some(Verb::SignedOut) => {
                let session = line.detail.as_deref().and_then(|word| word.strip_prefix(FROM)?.parse().ok());
                self.left.extend(session.map(|session: u64| (session, line.at.0)));
                self.left.retain(|_, at| *at + LEFT_FOR >= line.at.0);
            }
            Some(Verb::Drafted | Verb::Edited) => {
                self.editors.entry(line.subject).or_default().extend(line.actor);
            }
            Some(Verb::Approved | Verb::Erased) => {
                self.editors.remove(&line.subject);
            }
            _ => {}
        }
    }

    /// Whether the access of a person on whom this row hangs was ended.
    pub fn has_ended(&self, claim: &Claim<'_>) -> bool {
        claim
            .person
            .iter()
            .chain(&claim.hangs_on)
            .any(|person| self.acts.contains_key(&(*person, Act::Ended)))
    }

    /// Whether an act after the one of this line replaced the row or took it away.
    pub fn is_replaced(&self, claim: &Claim<'_>, line: u64) -> bool {
        let is_later =
            |person: StaffId, act: Act| self.acts.get(&(person, act)).is_some_and(|seq| *seq > line);
        let by_their_own = claim
            .person
            .is_some_and(|person| claim.row.replaced_by().iter().any(|act| is_later(person, *act)));
        let by_another_second_key =
            claim.is_under_second && claim.person.is_some_and(|person| is_later(person, Act::NewSecondKey));
        by_their_own
            || by_another_second_key
            || claim.hangs_on.iter().any(|person| is_later(*person, Act::Ended))
            || claim.row == RowKind::Session && self.left.contains_key(&line)
    }

    pub fn editors_of(&self, publication: RecordId) -> Vec<StaffId> {
        self.editors.get(&publication).into_iter().flatten().copied().collect()
    }
}

/// The word of a line that ends one session alone.
pub fn of_session(line: u64) -> String {
    format!("{FROM}{line}")
}

fn act(line: &Stored) -> Option<Act> {
    let is_their_own = line.actor.is_some_and(|actor| RecordId::from(actor) == line.subject);
    Some(match Verb::parse(&line.verb)? {
        Verb::Invited => Act::Invited,
        Verb::Joined => Act::Joined,
        Verb::KeySealed => Act::TookKeys,
        Verb::GrantGiven => Act::Asked,
        Verb::AdministratorAgreed => Act::Agreed,
        // With the recovery key, a member takes the keys alone.
        Verb::Recovered if is_their_own => Act::TookKeys,
        Verb::Recovered => Act::BeganAgain,
        Verb::PasswordChanged => Act::NewPassword,
        Verb::SecondPassphraseChosen | Verb::SecondPassphraseForgotten => Act::NewSecondKey,
        Verb::SecondPassphraseChanged => Act::NewPassphrase,
        Verb::SignedOutEverywhere => Act::LeftEverywhere,
        Verb::GrantEnded => Act::Ended,
        Verb::Replayed if line.detail.as_deref() == Some(ENDED_AGAIN) => Act::Ended,
        Verb::Replayed if line.detail.as_deref() == Some(NEW_START_AGAIN) => Act::BeganAgain,
        Verb::Replayed if line.detail.as_deref() == Some(SECOND_KEY_AGAIN) => Act::NewSecondKey,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;

    const SOCIETY: SocietyId = SocietyId::from_u128(1);
    const NOOR: StaffId = StaffId::from_u128(7);
    const MIRA: StaffId = StaffId::from_u128(8);

    fn line(chain: &Chain, actor: StaffId, verb: Verb, subject: RecordId) -> Stored {
        let (seq, at, detail) = (chain.seq + 1, Moment(1_795_000_000), None);
        let verb = verb.code().to_owned();
        Stored { society: SOCIETY, seq, at, actor: Some(actor), verb, subject, detail, previous: chain.hash }
    }

    fn after(acts: &[(StaffId, Verb)]) -> Chain {
        let mut chain = Chain::default();
        for (actor, verb) in acts {
            chain.learns(&line(&chain, *actor, *verb, NOOR.into()));
        }
        chain
    }

    fn claim(row: RowKind) -> Claim<'static> {
        Claim::new(row, NOOR, Some(NOOR), None)
    }

    /// For each act after the one that wrote a row: which rows of before it leave nothing to.
    #[test]
    fn each_act_replaces_the_rows_of_before_that_it_should() {
        use RowKind::{Grant, Invitation, Session, Staff};
        let table: &[(StaffId, Verb, &[RowKind])] = &[
            (MIRA, Verb::Invited, &[Staff, Invitation]),
            (NOOR, Verb::Joined, &[Staff, Session, Invitation, Grant]),
            (MIRA, Verb::KeySealed, &[Staff, Invitation]),
            (MIRA, Verb::GrantGiven, &[Invitation]),
            (MIRA, Verb::AdministratorAgreed, &[Invitation]),
            (MIRA, Verb::Recovered, &[Staff, Session, Invitation, Grant]),
            // With the recovery key, alone: the session in which it was typed goes on.
            (NOOR, Verb::Recovered, &[Staff, Invitation]),
            (NOOR, Verb::PasswordChanged, &[Staff, Session]),
            (NOOR, Verb::SecondPassphraseChosen, &[Staff]),
            (NOOR, Verb::SecondPassphraseForgotten, &[Staff]),
            (NOOR, Verb::SecondPassphraseChanged, &[Staff]),
            (NOOR, Verb::SecondPassphraseWrong, &[]),
            (NOOR, Verb::SecondKeyOpened, &[]),
            (NOOR, Verb::SignedOutEverywhere, &[Session]),
            (MIRA, Verb::GrantEnded, &[Staff, Session, Invitation, Grant]),
            (NOOR, Verb::SignedIn, &[]),
            (NOOR, Verb::SignedOut, &[]),
            (MIRA, Verb::SignInFailed, &[]),
        ];
        for (actor, verb, replaced) in table {
            let chain = after(&[(MIRA, Verb::AuditRead), (*actor, *verb)]);
            for row in [Staff, Session, Invitation, Grant, RowKind::Editor] {
                assert_eq!(chain.is_replaced(&claim(row), 1), replaced.contains(&row), "{row:?}, {verb:?}");
                assert!(
                    !chain.is_replaced(&claim(row), 2),
                    "the row that the act itself wrote: {row:?}, {verb:?}"
                );
            }
            assert_eq!(chain.has_ended(&claim(Staff)), *verb == Verb::GrantEnded, "{verb:?}");
        }
    }

    #[test]
    fn another_second_key_replaces_the_grants_under_it_alone() {
        let table = [
            (Verb::SecondPassphraseChosen, true),
            (Verb::SecondPassphraseForgotten, true),
            (Verb::SecondPassphraseChanged, false),
            (Verb::SecondKeyOpened, false),
        ];
        for (verb, replaces) in table {
            let chain = after(&[(MIRA, Verb::KeySealed), (NOOR, verb)]);
            let under_second = Claim { is_under_second: true, ..claim(RowKind::Grant) };
            assert_eq!(chain.is_replaced(&under_second, 1), replaces, "{verb:?}");
            assert!(!chain.is_replaced(&under_second, 2), "the grant that the act itself wrote: {verb:?}");
            assert!(!chain.is_replaced(&claim(RowKind::Grant), 1), "another grant: {verb:?}");
        }
    }

    #[test]
    fn a_session_that_ended_alone_is_the_only_one() {
        let mut chain = after(&[(NOOR, Verb::SignedIn), (NOOR, Verb::SignedIn)]);
        let end = line(&chain, NOOR, Verb::SignedOut, NOOR.into());
        chain.learns(&Stored { detail: Some(of_session(1)), ..end });
        assert_eq!([1, 2].map(|line| chain.is_replaced(&claim(RowKind::Session), line)), [true, false]);
    }

    #[test]
    fn an_editor_is_known_until_the_draft_is_approved() {
        let (mut chain, draft) = (Chain::default(), RecordId::from_u128(9));
        for (actor, verb) in [(NOOR, Verb::Drafted), (MIRA, Verb::Edited), (MIRA, Verb::SentForReview)] {
            chain.learns(&line(&chain, actor, verb, draft));
        }
        assert_eq!(chain.editors_of(draft), [NOOR, MIRA]);
        chain.learns(&line(&chain, StaffId::from_u128(3), Verb::Approved, draft));
        assert!(chain.editors_of(draft).is_empty());
    }
}
