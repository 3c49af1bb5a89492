//! A Society's key list: its public keys, and who holds which. Pure. Its root signs it, and so does the administrator or the
//! recovery sheet by whose act it changed. Invariant: a list counts only after the one before it, signed by somebody who was an
//! administrator there; a key that ended stays in every later list.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

use time::Date;

use crate::ids::{SocietyId, StaffId};
use crate::sealing::{PublicKey, VerifyKey};

/// The first line of what is signed: the purpose, and the version of the format. A reader leaves out lines whose first word it
/// does not know; a change that no reader may miss gets another number.
const PURPOSE: &str = "kinlight-key-list 1";
const ADMINISTRATOR: &str = "administrator";
const NONE: &str = "-";

/// One key of the Society; a later one has a higher generation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generation {
    pub number: u32,
    pub key: PublicKey,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedMember {
    pub key: PublicKey,
    /// `None` for a member who had joined before there were signatures, and has not signed in since.
    pub signs_with: Option<VerifyKey>,
    /// Codes, separated by commas.
    pub roles: String,
    pub until: Date,
}

impl ListedMember {
    pub fn is_administrator(&self) -> bool {
        self.roles.split(',').any(|role| role == ADMINISTRATOR)
    }
}

/// A key that signs no more. What it signed up to this line of the audit chain still counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ended {
    pub staff: StaffId,
    /// As text, so that it has an order.
    pub signed_with: String,
    pub line: u64,
}

/// The second signature of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    Member(StaffId),
    /// The recovery sheet, when no administrator is left.
    Sheet,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyList {
    pub society: SocietyId,
    /// The number of the act's line in the audit chain.
    pub version: u64,
    /// The version of the list before; 0 for the first one.
    pub after: u64,
    pub hand: Hand,
    /// Verifies what the recovery sheet signs.
    pub sheet: VerifyKey,
    pub open: Generation,
    pub archive: Generation,
    pub recovery: PublicKey,
    pub members: BTreeMap<StaffId, ListedMember>,
    pub ended: BTreeSet<Ended>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListFault {
    #[error("the list can't be read")]
    Unreadable,
    #[error("the list is another Society's")]
    OfAnother,
    #[error("the list does not follow the one before it")]
    OutOfOrder,
    #[error("who signed the list was no administrator")]
    NotTheirs,
    #[error("the list brings back a key that had ended, or forgets one")]
    BringsBack,
    #[error("the list exchanges a key without a new generation")]
    Exchanges,
}

impl KeyList {
    /// Verifies the list's second signature: the key of the administrator or the sheet, as the list before has it, or the list
    /// itself if it is the first.
    pub fn signer(&self, before: Option<&KeyList>) -> Result<VerifyKey, ListFault> {
        let known = before.unwrap_or(self);
        match self.hand {
            Hand::Sheet => Ok(known.sheet.clone()),
            Hand::Member(staff) => {
                let listed = known.members.get(&staff).filter(|member| member.is_administrator());
                let listed = listed.ok_or(ListFault::NotTheirs)?;
                // A member from before there were signatures brings their key in their first list.
                let brought = || self.members.get(&staff).and_then(|member| member.signs_with.clone());
                listed.signs_with.clone().or_else(brought).ok_or(ListFault::NotTheirs)
            }
        }
    }

    /// Whether this list may stand after `before`; the signatures are checked elsewhere.
    pub fn follows(&self, before: Option<&KeyList>) -> Result<(), ListFault> {
        let Some(before) = before else {
            return if self.after == 0 { Ok(()) } else { Err(ListFault::OutOfOrder) };
        };
        if self.society != before.society || self.sheet != before.sheet {
            return Err(ListFault::OfAnother);
        }
        if self.after != before.version || self.version <= before.version {
            return Err(ListFault::OutOfOrder);
        }
        for (new, old) in [(&self.open, &before.open), (&self.archive, &before.archive)] {
            let is_same = new.number == old.number && new.key == old.key;
            if !is_same && new.number <= old.number {
                return Err(ListFault::Exchanges);
            }
        }
        let has_ended = |staff: StaffId, key: &VerifyKey| {
            self.ended.iter().any(|ended| ended.staff == staff && ended.signed_with == key.to_string())
        };
        let is_kept = |(staff, old): (&StaffId, &ListedMember)| match &old.signs_with {
            None => true,
            Some(key) if has_ended(*staff, key) => true,
            Some(key) => self.members.get(staff).is_some_and(|new| new.signs_with.as_ref() == Some(key)),
        };
        let is_back = |member: (&StaffId, &ListedMember)| {
            member.1.signs_with.as_ref().is_some_and(|key| has_ended(*member.0, key))
        };
        let are_kept = before.ended.is_subset(&self.ended) && before.members.iter().all(is_kept);
        if !are_kept || self.members.iter().any(is_back) {
            return Err(ListFault::BringsBack);
        }
        Ok(())
    }

    /// Takes a member in. If they had another key before, that one ends with this list.
    pub fn take_in(&mut self, staff: StaffId, member: ListedMember) {
        if self.members.get(&staff).is_some_and(|old| old.signs_with != member.signs_with) {
            self.end(staff, self.version);
        }
        self.members.insert(staff, member);
    }

    /// Ends a member's keys; what they signed up to `line` still counts.
    pub fn end(&mut self, staff: StaffId, line: u64) {
        if let Some(key) = self.members.remove(&staff).and_then(|member| member.signs_with) {
            self.ended.insert(Ended { staff, signed_with: key.to_string(), line });
        }
    }

    pub fn parse(text: &str) -> Result<KeyList, ListFault> {
        read(text).ok_or(ListFault::Unreadable)
    }
}

/// What is signed, to the byte.
impl fmt::Display for KeyList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{PURPOSE}")?;
        writeln!(f, "society {}", self.society)?;
        writeln!(f, "version {} after {}", self.version, self.after)?;
        match self.hand {
            Hand::Member(staff) => writeln!(f, "signed-by {staff}")?,
            Hand::Sheet => writeln!(f, "signed-by sheet")?,
        }
        writeln!(f, "sheet {}", self.sheet)?;
        writeln!(f, "open {} {}", self.open.number, self.open.key.as_str())?;
        writeln!(f, "archive {} {}", self.archive.number, self.archive.key.as_str())?;
        writeln!(f, "recovery {}", self.recovery.as_str())?;
        for (staff, member) in &self.members {
            let signs_with = member.signs_with.as_ref().map_or(NONE.to_owned(), VerifyKey::to_string);
            let (key, until) = (member.key.as_str(), member.until);
            writeln!(f, "member {staff} {key} {signs_with} {} {until}", member.roles)?;
        }
        for ended in &self.ended {
            writeln!(f, "ended {} {} {}", ended.staff, ended.signed_with, ended.line)?;
        }
        f.write_char('\n')
    }
}

fn read(text: &str) -> Option<KeyList> {
    let body = text.strip_prefix(PURPOSE)?.strip_prefix('\n')?.strip_suffix("\n\n")?;
    let mut one: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let (mut members, mut ended) = (BTreeMap::new(), BTreeSet::new());
    for line in body.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["member", staff, key, signs_with, roles, until] => {
                let signs_with = match signs_with {
                    NONE => None,
                    key => Some(VerifyKey::parse(key).ok()?),
                };
                let (key, roles) = (PublicKey::parse(key).ok()?, roles.to_owned());
                let member = ListedMember { key, signs_with, roles, until: date(until)? };
                if members.insert(staff.parse().ok()?, member).is_some() {
                    return None;
                }
            }
            ["ended", staff, key, line] => {
                let signed_with = VerifyKey::parse(key).ok()?.to_string();
                ended.insert(Ended { staff: staff.parse().ok()?, signed_with, line: line.parse().ok()? });
            }
            ["member" | "ended", ..] => return None,
            [word, ref rest @ ..] => {
                if one.insert(word, rest.to_vec()).is_some() {
                    return None;
                }
            }
            [] => return None,
        }
    }
    let words = |name: &str| one.get(name).map(Vec::as_slice);
    let only = |name: &str| match words(name)? {
        [word] => Some(*word),
        _ => None,
    };
    let generation = |name: &str| match words(name)? {
        [number, key] => Some(Generation { number: number.parse().ok()?, key: PublicKey::parse(key).ok()? }),
        _ => None,
    };
    let [version, "after", after] = words("version")? else { return None };
    let hand = match only("signed-by")? {
        "sheet" => Hand::Sheet,
        staff => Hand::Member(staff.parse().ok()?),
    };
    Some(KeyList {
        society: only("society")?.parse().ok()?,
        version: version.parse().ok()?,
        after: after.parse().ok()?,
        hand,
        sheet: VerifyKey::parse(only("sheet")?).ok()?,
        open: generation("open")?,
        archive: generation("archive")?,
        recovery: PublicKey::parse(only("recovery")?).ok()?,
        members,
        ended,
    })
}

fn date(text: &str) -> Option<Date> {
    Date::parse(text, time::macros::format_description!("[year]-[month]-[day]")).ok()
}

#[cfg(test)]
mod tests;
