//! Tables of cases: what people type into the form, and which faults the page shows for it.

use super::*;

fn complete() -> Answers {
    Answers {
        relation: "brother".into(),
        name: "Yusuf Testman".into(),
        message: "He has a scar on his left hand.".into(),
        contact: CODE.into(),
        ..Answers::default()
    }
}

fn keys(answers: &Answers, door: Door, step: Step) -> Vec<(&'static str, &'static str)> {
    answers.faults(door, step).into_iter().map(|fault| (fault.field, fault.key)).collect()
}

#[test]
fn nothing_lacks_in_a_complete_answer_at_any_door() {
    for door in Door::ALL {
        assert_eq!(complete().first_lack(door).map(|(step, _)| step), None, "{door:?}");
    }
}

#[test]
fn what_lacks_is_told_at_its_field() {
    let big = Door::IKnow;
    let none = Answers::default();
    let with = |change: fn(&mut Answers)| {
        let mut answers = complete();
        change(&mut answers);
        answers
    };
    for (answers, door, step, expected) in [
        (none.clone(), big, Step::Relation, vec![("relation", "respond-relation-missing")]),
        (with(|a| a.relation = UNKNOWN.into()), big, Step::Relation, vec![]),
        (with(|a| a.relation = OTHER.into()), big, Step::Relation, vec![]),
        (
            with(|a| a.relation = "king".into()),
            big,
            Step::Relation,
            vec![("relation", "respond-relation-missing")],
        ),
        (none.clone(), big, Step::Story, vec![("name", "respond-name-missing")]),
        (with(|a| a.message.clear()), big, Step::Story, vec![]),
        (with(|a| (a.name.clear(), a.is_name_withheld = true).1), big, Step::Story, vec![]),
        (
            Answers { is_name_withheld: true, ..none.clone() },
            big,
            Step::Story,
            vec![("message", "respond-message-missing")],
        ),
        (none.clone(), Door::RemoveMyPhoto, Step::Story, vec![]),
        (none.clone(), Door::SomethingWrong, Step::Story, vec![("message", "respond-message-missing")]),
        (none.clone(), big, Step::Contact, vec![("contact", "respond-contact-missing")]),
        (with(|a| a.contact = PHONE.into()), big, Step::Contact, vec![("phone", "respond-phone-missing")]),
        (with(|a| a.contact = EMAIL.into()), big, Step::Contact, vec![("email", "respond-email-missing")]),
        (
            with(|a| (a.contact = EMAIL.into(), a.email = "me at home".into()).1),
            big,
            Step::Contact,
            vec![("email", "respond-email-wrong")],
        ),
        (with(|a| a.contact = CODE.into()), big, Step::Contact, vec![]),
        (none, big, Step::SafeContact, vec![]),
    ] {
        assert_eq!(keys(&answers, door, step), expected, "{step:?} {answers:?}");
    }
}

#[test]
fn numbers_of_any_form_pass_as_typed() {
    for number in [
        "+252 61 555 0100",
        "٠٦١٥٥٥٠١٠٠",
        "(061) 555-0100 ext 4",
        "۰۶۱ ۵۵۵",
        "00252615550100/101",
        "061.555.01",
    ] {
        let answers = Answers { contact: PHONE.into(), phone: number.into(), ..complete() };
        assert_eq!(keys(&answers, Door::IKnow, Step::Contact), [], "{number}");
        let Contact::Phone { number: kept, .. } = answers.content("0042").unwrap().contact else { panic!() };
        assert_eq!(kept, number);
    }
}

#[test]
fn the_longest_answers_of_any_script_fit_under_the_seal() {
    let ethiopic = "ሰ".repeat(4_000);
    let answers = Answers {
        name: "𞤀".repeat(MOST_NAME),
        relation_in_words: "𞤀".repeat(MOST_RELATION_IN_WORDS),
        message: ethiopic,
        contact: PHONE.into(),
        phone: "०".repeat(MOST_PHONE),
        good_times: "𞤀".repeat(MOST_TIMES),
        ..complete()
    };
    assert_eq!(answers.first_lack(Door::IKnow).map(|(step, _)| step), None);
    assert!(answers.content("0042").is_some());
}

#[test]
fn one_letter_too_many_is_told() {
    for (answers, step, key) in [
        (Answers { name: "ن".repeat(201), ..complete() }, Step::Story, "respond-name-long"),
        (Answers { message: "x".repeat(12_001), ..complete() }, Step::Story, "respond-message-long"),
        (Answers { phone: "1".repeat(61), ..complete() }, Step::Contact, "respond-phone-long"),
        (Answers { good_times: "x".repeat(101), ..complete() }, Step::SafeContact, "respond-times-long"),
    ] {
        assert!(keys(&answers, Door::IKnow, step).iter().any(|(_, told)| *told == key), "{key}");
    }
    assert_eq!(keys(&Answers { name: "ن".repeat(200), ..complete() }, Door::IKnow, Step::Story), []);
}

#[test]
fn lists_learn_no_name_and_no_contact() {
    let answers = Answers { contact: PHONE.into(), phone: "555 0100".into(), is_danger: true, ..complete() };
    let triage = answers.triage(Door::IKnow, "ar", Moment(0));
    assert_eq!((triage.relation.as_str(), triage.has_contact, triage.is_danger), ("brother", true, true));
    let unknown = Answers { relation: UNKNOWN.into(), ..complete() };
    assert_eq!(unknown.triage(Door::IKnow, "ar", Moment(0)).relation, "");
    assert_eq!(complete().triage(Door::SomethingWrong, "en", Moment(0)).relation, "");
}

#[test]
fn texts_that_differ_in_spaces_and_capitals_are_one() {
    assert_eq!(digest("I  know\nHER"), digest("i know her"));
    assert_ne!(digest("i know her"), digest("i know him"));
    assert_eq!(digest(" \n"), "");
    assert_eq!(digest("x").len(), 64);
}

#[test]
fn a_withheld_name_is_not_sent_even_if_it_was_typed_before() {
    let answers = Answers { is_name_withheld: true, ..complete() };
    assert_eq!(answers.content("0042").unwrap().name, "");
}
