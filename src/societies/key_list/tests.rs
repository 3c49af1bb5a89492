//! Which list may stand after which, and what no list may say.

use super::*;
use crate::sealing::SecretKey;

fn staff(number: u128) -> StaffId {
    StaffId::from_u128(number)
}

fn signing() -> VerifyKey {
    SecretKey::generate().signing("staff").public()
}

fn member(roles: &str) -> ListedMember {
    let until = Date::from_calendar_date(2027, time::Month::May, 1).unwrap();
    ListedMember {
        key: SecretKey::generate().public(),
        signs_with: Some(signing()),
        roles: roles.to_owned(),
        until,
    }
}

fn generation(number: u32) -> Generation {
    Generation { number, key: SecretKey::generate().public() }
}

/// An administrator (1), a moderator (2), and somebody who has left (9).
fn first() -> KeyList {
    KeyList {
        society: SocietyId::from_u128(7),
        version: 5,
        after: 0,
        hand: Hand::Member(staff(1)),
        sheet: signing(),
        open: generation(1),
        archive: generation(1),
        recovery: SecretKey::generate().public(),
        members: [(staff(1), member("administrator,case-worker")), (staff(2), member("moderator"))].into(),
        ended: [Ended { staff: staff(9), signed_with: signing().to_string(), line: 3 }].into(),
    }
}

fn next(before: &KeyList) -> KeyList {
    KeyList { version: before.version + 4, after: before.version, ..before.clone() }
}

#[test]
fn a_list_is_the_same_bytes_each_time() {
    let mut list = first();
    list.members.get_mut(&staff(2)).unwrap().signs_with = None;
    let text = list.to_string();
    assert!(text.starts_with("kinlight-key-list 1\nsociety 0"), "{text}");
    let read = KeyList::parse(&text).unwrap();
    assert_eq!((read.to_string(), read), (text.clone(), list));
    // A later program's line is left out.
    let later = text.replace("recovery ", "partner 1 age1x\nrecovery ");
    assert!(KeyList::parse(&later).is_ok());
}

#[test]
fn what_is_cut_doubled_or_of_another_purpose_can_not_be_read() {
    let text = first().to_string();
    let member = text.lines().find(|line| line.starts_with("member")).unwrap();
    for wrong in [
        String::new(),
        text.replace("list 1", "list 2"),
        text[..text.len() - 1].to_owned(),
        text.replace(member, &format!("{member}\n{member}")),
        text.replace(member, &format!("{member} more")),
        text.replace("version 5", "version five"),
        text.replace(" after 0", ""),
        text.replace("open 1 age1", "open 1 age2"),
        text.replace("society ", "society 1 "),
        text.replace("recovery ", "recovery age1x\nrecovery "),
        text.replace("signed-by ", "signed-by somebody"),
        text.replace("2027-05-01", "1.5.2027"),
        text.replace("sheet kinlight", "paper kinlight"),
    ] {
        assert_eq!(KeyList::parse(&wrong), Err(ListFault::Unreadable), "{wrong}");
    }
}

/// A change to a list, and whether the list may then stand after the one before it.
type Case = (&'static str, fn(&mut KeyList), Result<(), ListFault>);

#[test]
fn each_list_stands_after_one_that_it_may_follow() {
    let before = first();
    let cases: [Case; 14] = [
        ("nothing", |_| {}, Ok(())),
        ("a newcomer", |list| list.take_in(staff(3), member("reviewer")), Ok(())),
        ("new keys for a member", |list| list.take_in(staff(2), member("moderator")), Ok(())),
        ("a member ends", |list| list.end(staff(2), 8), Ok(())),
        ("new keys with a generation", |list| list.open = generation(2), Ok(())),
        ("another Society's", |list| list.society = SocietyId::from_u128(8), Err(ListFault::OfAnother)),
        ("another sheet's", |list| list.sheet = signing(), Err(ListFault::OfAnother)),
        ("as old", |list| list.version = 5, Err(ListFault::OutOfOrder)),
        ("after another", |list| list.after = 4, Err(ListFault::OutOfOrder)),
        ("an exchanged key", |list| list.open = generation(1), Err(ListFault::Exchanges)),
        ("an older generation", |list| list.archive = generation(0), Err(ListFault::Exchanges)),
        ("a forgotten end", |list| list.ended.clear(), Err(ListFault::BringsBack)),
        ("a forgotten member", |list| drop(list.members.remove(&staff(2))), Err(ListFault::BringsBack)),
        (
            "an exchanged member",
            |list| drop(list.members.insert(staff(2), member("moderator"))),
            Err(ListFault::BringsBack),
        ),
    ];
    for (what, change, expected) in cases {
        let mut list = next(&before);
        change(&mut list);
        assert_eq!(list.follows(Some(&before)), expected, "{what}");
    }
    assert_eq!(before.follows(None), Ok(()));
    assert_eq!(next(&before).follows(None), Err(ListFault::OutOfOrder));
}

#[test]
fn who_has_ended_does_not_come_back_with_the_same_key() {
    let before = first();
    let mut left = next(&before);
    left.end(staff(2), 8);
    assert_eq!(left.follows(Some(&before)), Ok(()));
    let mut back = next(&left);
    back.members.insert(staff(2), before.members[&staff(2)].clone());
    assert_eq!(back.follows(Some(&left)), Err(ListFault::BringsBack));
    let mut later = next(&left);
    later.ended = left.ended.iter().map(|one| Ended { line: 99, ..one.clone() }).collect();
    assert_eq!(later.follows(Some(&left)), Err(ListFault::BringsBack), "counts for longer");
}

#[test]
fn an_administrator_of_the_list_before_signs_or_the_sheet() {
    let before = first();
    let by = |hand| KeyList { hand, ..next(&before) }.signer(Some(&before));
    assert_eq!(by(Hand::Member(staff(1))), Ok(before.members[&staff(1)].signs_with.clone().unwrap()));
    assert_eq!(by(Hand::Sheet), Ok(before.sheet.clone()));
    for nobody in [2, 3, 9] {
        assert_eq!(by(Hand::Member(staff(nobody))), Err(ListFault::NotTheirs), "{nobody}");
    }
    // A newcomer can't sign the list that makes them an administrator.
    let mut own = KeyList { hand: Hand::Member(staff(3)), ..next(&before) };
    own.take_in(staff(3), member("administrator"));
    assert_eq!(own.signer(Some(&before)), Err(ListFault::NotTheirs));
    // An administrator who has ended signs no more.
    let mut left = next(&before);
    left.end(staff(1), 8);
    let after = KeyList { hand: Hand::Member(staff(1)), ..next(&left) };
    assert_eq!(after.signer(Some(&left)), Err(ListFault::NotTheirs));
    // A member from before there were signatures brings their key with their first list.
    let mut old = before.clone();
    old.members.get_mut(&staff(1)).unwrap().signs_with = None;
    assert_eq!(next(&old).signer(Some(&old)), Err(ListFault::NotTheirs));
    let mut brought = next(&old);
    brought.members.get_mut(&staff(1)).unwrap().signs_with = before.members[&staff(1)].signs_with.clone();
    assert_eq!(brought.follows(Some(&old)), Ok(()));
    assert_eq!(brought.signer(Some(&old)).ok(), before.members[&staff(1)].signs_with);
    assert_eq!(before.signer(None), Ok(before.members[&staff(1)].signs_with.clone().unwrap()));
}
