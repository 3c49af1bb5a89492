//! Merges one form that is open in two tabs, or a page from the browser's memory. A button sends what its own page showed.
//! Answers stored from another tab are added where this page has none; where both have one, they become two forms. Pure.

use super::answers::Answers;
use super::state::State;
use super::steps::Step;
use crate::form_steps::FormId;

/// Merges the state that a button's page showed, and what was typed on it, with the form's last stored step.
pub fn joined(mut shown: State, typed: &Answers, last: State) -> State {
    // The last step is a draft that was saved while somebody typed on this very page.
    if last.draft_of == Some(shown.place) {
        return State { place: last.place, ..shown };
    }
    // The page is further than the store: the steps that could not be stored were carried in the page.
    if shown.place >= last.place {
        return shown;
    }
    let differ = |step: Step, one: &Answers, other: &Answers| {
        !one.is_empty(step) && !other.is_empty(step) && one.fields(step) != other.fields(step)
    };
    let is_answered_elsewhere = Step::ALL.into_iter().any(|step| {
        if step == shown.step {
            // The page began with `shown`'s answers, and the visitor was about to change them: they don't conflict.
            last.answers.fields(step) != shown.answers.fields(step) && differ(step, typed, &last.answers)
        } else {
            differ(step, &shown.answers, &last.answers)
        }
    });
    for step in Step::ALL.into_iter().filter(|step| *step != shown.step) {
        if shown.answers.is_empty(step) {
            shown.answers.take(step, &last.answers);
        }
    }
    if is_answered_elsewhere { apart(shown) } else { State { place: last.place, drawn: last.drawn, ..shown } }
}

/// A separate form from here on, and so a separate response.
pub fn apart(state: State) -> State {
    State { form: FormId::draw(), place: 0, drawn: None, ..state }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;
    use crate::ids::{CaseId, PublicationId};
    use crate::photo_number::PhotoNumber;
    use crate::responses::Addressee;
    use crate::responses::lifecycle::Door;
    use crate::responses::receipt::Receipt;
    use crate::site::respond::state::Drawn;

    fn answers(message: &str, phone: &str) -> Answers {
        let contact = if phone.is_empty() { "" } else { "phone" };
        let (message, phone, contact) = (message.to_owned(), phone.to_owned(), contact.to_owned());
        Answers { message, contact, phone, ..Answers::default() }
    }

    fn at(place: i64, step: Step, answers: Answers) -> State {
        let to = Addressee {
            publication: PublicationId::from_u128(0),
            case: CaseId::from_u128(0),
            case_key: String::new(),
        };
        let state = State::begin(to, PhotoNumber::draw(), Door::IKnow, step, Moment(0));
        State { form: FormId::parse("AAAAAAAAAAAAAAAAAAAAAA").unwrap(), place, answers, ..state }
    }

    /// Above the rate limit, or without the database, the steps stay in the page: the code that the page drew counts.
    #[test]
    fn a_page_that_is_further_than_what_was_kept_keeps_its_code() {
        let keys = crate::codes::CodeKeys::from_stretched(&[7; 32]).unwrap();
        let receipt = Receipt { code: crate::responses::receipt_code::ReceiptCode::draw(), keys };
        let shown = State { drawn: Some(Drawn::of(&receipt)), ..at(5, Step::Check, answers("a", "1")) };
        let typed = shown.answers.clone();
        let state = joined(shown, &typed, at(2, Step::Contact, answers("a", "")));
        assert_eq!((state.place, state.drawn.is_some()), (5, true));
    }

    /// Each case: what the page showed, what was typed on it, where the form stands; then the answers, and whether it is still
    /// one form.
    #[test]
    fn what_two_tabs_wrote_is_kept_by_each() {
        use Step::{Contact, Story};
        for (what, shown, typed, last, expected, is_one) in [
            (
                "nothing happened",
                at(2, Story, answers("", "")),
                "a",
                at(2, Story, answers("", "")),
                ("", ""),
                true,
            ),
            (
                "out of memory, unchanged",
                at(2, Story, answers("", "")),
                "a",
                at(4, Contact, answers("a", "1")),
                ("", "1"),
                true,
            ),
            (
                "out of memory, changed",
                at(2, Story, answers("", "")),
                "b",
                at(4, Contact, answers("a", "1")),
                ("", "1"),
                false,
            ),
            (
                "the other tab was first",
                at(2, Contact, answers("a", "")),
                "a",
                at(3, Contact, answers("b", "")),
                ("a", ""),
                false,
            ),
            (
                "kept while it was typed",
                at(2, Story, answers("", "1")),
                "ab",
                State { draft_of: Some(2), ..at(3, Story, answers("a", "1")) },
                ("", "1"),
                true,
            ),
            (
                "the other tab gave a phone",
                at(2, Story, answers("a", "")),
                "c",
                at(3, Contact, answers("a", "1")),
                ("a", "1"),
                true,
            ),
        ] {
            let form = shown.form.clone();
            let state = joined(shown, &answers(typed, ""), last);
            assert_eq!((state.answers.message.as_str(), state.answers.phone.as_str()), expected, "{what}");
            assert_eq!(state.form == form, is_one, "{what}");
        }
    }
}
