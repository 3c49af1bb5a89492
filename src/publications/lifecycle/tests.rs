//! What a publication may become, case by case.

use super::*;
use crate::ids::{PublicationId, StaffId};
use crate::photos::face_report::{Decision, GoAhead};
use crate::photos::worker::{Sight, SightedFace};
use crate::publications::consent::Details;
use crate::publications::duplicates::{Became, Nearness};
use crate::publications::facts::Relation;
use time::macros::date;

const TODAY: Date = date!(2026 - 11 - 21);

fn draft(age: Age, guardian: &str, has_own_agreement: bool) -> Draft {
    let terms = Terms {
        channels: vec![Channel::Web],
        agreed_on: date!(2026 - 11 - 01),
        ends_on: date!(2027 - 11 - 01),
    };
    Draft {
        facts: Some(DraftFacts {
            relations: Relations::one(Relation::Brother),
            sex: Sex::Woman,
            origin: Origin::NotSaid,
            age,
            crop: None,
        }),
        has_picture: true,
        consent: Some(Consent {
            terms,
            details: Details { guardian: guardian.into(), has_own_agreement, ..Details::default() },
        }),
        has_paper: true,
        has_withdrawal_code: true,
        look: Some(FaceReport::by_a_person()),
        alike: Vec::new(),
    }
}

const ADULT: Age = Age::Known { band: AgeBand::From25, is_minor: false };
const MINOR: Age = Age::Known { band: AgeBand::From15, is_minor: true };

#[test]
fn a_draft_tells_what_it_lacks() {
    assert_eq!(draft(ADULT, "", false).lacks(TODAY), vec![]);
    assert_eq!(draft(MINOR, "", false).lacks(TODAY), vec![Lacks::Guardian, Lacks::OwnAgreement]);
    assert_eq!(draft(MINOR, "her aunt", true).lacks(TODAY), vec![]);
    assert_eq!(draft(ADULT, "", false).lacks(date!(2027 - 11 - 01)), vec![]);
    assert_eq!(draft(ADULT, "", false).lacks(date!(2027 - 11 - 02)), vec![Lacks::Consent]);
    let empty = Draft {
        facts: None,
        has_picture: false,
        consent: None,
        has_paper: false,
        has_withdrawal_code: false,
        look: None,
        alike: Vec::new(),
    };
    assert_eq!(
        empty.send(TODAY).unwrap_err(),
        vec![Lacks::Picture, Lacks::Facts, Lacks::Consent, Lacks::Paper, Lacks::WithdrawalCode]
    );
}

#[test]
fn without_a_code_on_the_paper_nothing_goes_on() {
    let cases =
        [(ADULT, "", false), (MINOR, "her aunt", true), (Age::Unknown { band: AgeBand::From25 }, "", false)];
    for (age, guardian, has_own_agreement) in cases {
        for has_withdrawal_code in [true, false] {
            let draft = Draft { has_withdrawal_code, ..draft(age, guardian, has_own_agreement) };
            let expected = if has_withdrawal_code { vec![] } else { vec![Lacks::WithdrawalCode] };
            assert_eq!(draft.lacks(TODAY), expected, "{age:?}");
            assert_eq!(draft.send(TODAY).is_ok(), has_withdrawal_code, "{age:?}");
        }
    }
}

#[test]
fn a_face_in_the_part_that_is_shown_waits_for_a_decision() {
    let seen = |left| SightedFace {
        area: [left, 2_000, 1_500, 2_000],
        score: 9_000,
        cover: [left, 2_000, 1_500, 2_000],
        crop: [left, 0, 4_000, 9_000],
    };
    let two = FaceReport::of(Some(&Sight { faces: vec![seen(1_000), seen(6_000)], ..Sight::default() }));
    let mut person_known = two.clone();
    person_known.decide(0, Decision::Person);
    for (what, look, crop, expected) in [
        ("nobody looked", None, None, vec![Lacks::NotChecked]),
        ("no finder looked", Some(FaceReport::default()), None, vec![Lacks::NotChecked]),
        ("two faces", Some(two.clone()), None, vec![Lacks::Faces]),
        ("the drawn part has one", Some(two.clone()), Some([0, 0, 5_000, 9_000]), vec![]),
        (
            "the drawn part has both",
            Some(person_known.clone()),
            Some([0, 0, 9_000, 9_000]),
            vec![Lacks::Faces],
        ),
        ("the part around the person has one", Some(person_known), None, vec![]),
    ] {
        let mut draft = Draft { look, ..draft(ADULT, "", false) };
        draft.facts = draft.facts.map(|facts| DraftFacts { crop, ..facts });
        assert_eq!(draft.lacks(TODAY), expected, "{what}");
    }
}

#[test]
fn a_photo_like_one_that_was_taken_down_waits_for_an_answer() {
    let alike = |became| Alike {
        publication: PublicationId::from_u128(9),
        nearness: Nearness::Maybe,
        became,
        photo_number: None,
        drafted_by: String::new(),
        on: TODAY,
    };
    let with = |became, about: Option<u128>| {
        let answered = about
            .map(|id| Answered { about: vec![PublicationId::from_u128(id)], reason: GoAhead::AskedAgain });
        let mut draft = Draft { alike: vec![alike(became)], ..draft(ADULT, "", false) };
        draft.look = draft.look.map(|look| look.with_answer(answered));
        draft.lacks(TODAY)
    };
    for by_person in [true, false] {
        let down = Became::TakenDown { by_person };
        assert_eq!(with(down, None), [Lacks::TakenDown]);
        assert_eq!(with(down, Some(8)), [Lacks::TakenDown], "answered about another photo");
        assert_eq!(with(down, Some(9)), []);
    }
    for became in [Became::Live, Became::Draft, Became::InReview, Became::Ended] {
        assert_eq!(with(became, None), [], "{became:?} only informs");
    }
}

#[test]
fn nothing_is_approved_by_its_editor_or_with_an_open_point_or_without_consent() {
    let (editor, other) = (StaffId::from_u128(1), StaffId::from_u128(2));
    let waiting = |age| {
        let mut in_review = draft(age, "", false).send(TODAY).unwrap();
        in_review.editors = vec![editor];
        in_review
    };
    let all = Check::ALL;
    assert_eq!(waiting(ADULT).approve(editor, &all, "", TODAY).unwrap_err(), ApproveError::OwnDraft);
    assert_eq!(
        waiting(ADULT).approve(other, &all[1..], "", TODAY).unwrap_err(),
        ApproveError::Unchecked(vec![Check::Consent])
    );
    assert_eq!(
        waiting(ADULT).approve(other, &all, "", date!(2027 - 11 - 02)).unwrap_err(),
        ApproveError::ConsentOver
    );
    let unknown = Age::Unknown { band: AgeBand::From25 };
    assert_eq!(waiting(unknown).approve(other, &all, " ", TODAY).unwrap_err(), ApproveError::AgeUnexplained);
    assert!(waiting(unknown).approve(other, &all, "has grown children", TODAY).is_ok());
    assert_eq!(waiting(ADULT).approve(other, &all, "", TODAY).unwrap().approved_by, other);
}
