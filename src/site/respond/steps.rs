//! The order of the form's screens, for each door. Pure. Never more than four screens and the check page, whatever is answered.

use crate::responses::lifecycle::Door;

words! {
    pub enum Step {
        /// How the responder is related to the person in the photo.
        Relation = "relation",
        /// What they have to say, and their name where the door asks for one.
        Story = "story",
        Contact = "contact",
        /// What makes a call safe. Asked only if there is a phone number.
        SafeContact = "safe-contact",
        Check = "check",
    }
}

/// True for the two main doors, which ask how the responder is related. The two small doors have a shorter form.
pub fn is_of_family(door: Door) -> bool {
    matches!(door, Door::LookingForMe | Door::IKnow)
}

/// All screens of this form in their order.
pub fn way(door: Door, is_by_phone: bool) -> Vec<Step> {
    let is_on_it = |step: &Step| match step {
        Step::Relation => is_of_family(door),
        Step::SafeContact => is_by_phone,
        Step::Story | Step::Contact | Step::Check => true,
    };
    Step::ALL.into_iter().filter(is_on_it).collect()
}

pub fn first(door: Door) -> Step {
    if is_of_family(door) { Step::Relation } else { Step::Story }
}

pub fn next(door: Door, is_by_phone: bool, step: Step) -> Step {
    let way = way(door, is_by_phone);
    let after = way.iter().skip_while(|one| **one != step).nth(1);
    after.copied().unwrap_or(Step::Check)
}

/// The screen after one answer was changed from the check page: the check page, or first the screen that the change requires.
pub fn next_after_change(is_by_phone: bool, step: Step) -> Step {
    if step == Step::Contact && is_by_phone { Step::SafeContact } else { Step::Check }
}

/// The screen before this one. `None` on the first screen, which leads back to the photo.
pub fn back(door: Door, is_by_phone: bool, step: Step) -> Option<Step> {
    let way = way(door, is_by_phone);
    let at = way.iter().position(|one| *one == step).unwrap_or(way.len() - 1);
    at.checked_sub(1).map(|at| way[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use Step::*;

    #[test]
    fn every_door_has_a_short_way_to_the_check_page() {
        for (door, is_by_phone, expected) in [
            (Door::LookingForMe, true, vec![Relation, Story, Contact, SafeContact, Check]),
            (Door::LookingForMe, false, vec![Relation, Story, Contact, Check]),
            (Door::IKnow, false, vec![Relation, Story, Contact, Check]),
            (Door::RemoveMyPhoto, false, vec![Story, Contact, Check]),
            (Door::SomethingWrong, true, vec![Story, Contact, SafeContact, Check]),
        ] {
            let mut walked = vec![first(door)];
            while let Some(step) = walked.last().filter(|step| **step != Check) {
                walked.push(next(door, is_by_phone, *step));
            }
            assert_eq!(walked, expected, "{door:?}");
        }
    }

    #[test]
    fn back_walks_the_same_way() {
        for door in Door::ALL {
            for is_by_phone in [true, false] {
                let mut walked = vec![Check];
                while let Some(before) = back(door, is_by_phone, walked[walked.len() - 1]) {
                    walked.push(before);
                }
                walked.reverse();
                assert_eq!(walked, way(door, is_by_phone), "{door:?}");
            }
        }
    }

    #[test]
    fn a_screen_that_is_no_longer_on_the_way_leads_on_all_the_same() {
        assert_eq!(next(Door::IKnow, false, SafeContact), Check);
        assert_eq!(next(Door::SomethingWrong, false, Relation), Check);
        assert_eq!(back(Door::IKnow, false, SafeContact), Some(Contact));
    }

    #[test]
    fn a_changed_answer_leads_back_to_the_check_page() {
        assert_eq!(next_after_change(false, Relation), Check);
        assert_eq!(next_after_change(false, Contact), Check);
        assert_eq!(next_after_change(true, Contact), SafeContact);
        assert_eq!(next_after_change(true, SafeContact), Check);
    }
}
