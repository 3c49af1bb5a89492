//! How soon a response should be looked at, and why. Pure. Nothing is hidden: a reason moves an item, and the list
//! says it in words beside it.

use super::Triage;
use super::entity::Model;
use super::lanes::Lane;
use super::lifecycle::{Door, Outcome, Stage};
use crate::publications::facts::{Relation, Relations};

words! {
    /// How soon an item should be looked at; the list gives the reasons in words.
    #[derive(PartialOrd, Ord)]
    pub enum Priority {
        High = "high",
        Normal = "normal",
        Low = "low",
    }
}

words! {
    /// Why an item has its place.
    pub enum Reason {
        RemovalAsked = "removal-asked",
        Danger = "danger",
        /// A removal or a danger; only the sealed triage tells which.
        Urgent = "urgent",
        /// It was closed, and its sender opened it again by writing.
        WroteAgain = "wrote-again",
        AnswerWaits = "answer-waits",
        SlowLane = "slow-lane",
        /// Very many such messages came at once.
        Rush = "rush",
        AfterTheEnd = "after-the-end",
        RelationFits = "relation-fits",
    }
}

/// True if its sender opened it again by writing, and nobody has claimed it since.
pub fn has_written_again(row: &Model) -> bool {
    row.wrote_again_at.is_some() && row.stage != Stage::Closed
}

/// The same after it was closed as spam or harm. Such responses stand together, and not on top.
pub fn has_written_after_harm(row: &Model) -> bool {
    has_written_again(row) && matches!(row.reopened_from, Some(Outcome::Spam | Outcome::Harmful))
}

pub fn weigh(
    row: &Model,
    triage: Option<&Triage>,
    sought: Option<&Relations>,
    has_answer: bool,
) -> (Priority, Vec<Reason>) {
    let is_danger = triage.is_some_and(|t| t.is_danger);
    let said = triage.and_then(|triage| Relation::parse(&triage.relation));
    let fits = said.zip(sought).is_some_and(|(said, sought)| sought.contains(said));
    let is_again = has_written_again(row);
    let is_in_rush = row.lane == Some(Lane::Rush);
    let reasons = [
        (triage.is_some_and(|t| t.door == Door::RemoveMyPhoto), Reason::RemovalAsked),
        (is_danger, Reason::Danger),
        (row.is_urgent && triage.is_none(), Reason::Urgent),
        (is_again, Reason::WroteAgain),
        (has_answer && !is_again, Reason::AnswerWaits),
        (fits, Reason::RelationFits),
        (row.is_slow && !is_in_rush, Reason::SlowLane),
        (is_in_rush, Reason::Rush),
        (row.is_late, Reason::AfterTheEnd),
    ];
    let reasons = reasons.into_iter().filter_map(|(holds, reason)| holds.then_some(reason)).collect();
    let priority = if has_written_after_harm(row) {
        Priority::Normal
    } else if is_again || row.is_urgent || is_danger {
        Priority::High
    } else if row.is_slow {
        Priority::Low
    } else {
        Priority::Normal
    };
    (priority, reasons)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{PublicationId, ResponseId};

    fn row(stage: Stage, reopened_from: Option<Outcome>, wrote_again_at: Option<i64>) -> Model {
        Model {
            id: ResponseId::from_u128(0),
            publication_id: PublicationId::from_u128(0),
            case_id: None,
            society_id: None,
            stage,
            version: 3,
            is_slow: false,
            lane: None,
            trust: None,
            is_late: false,
            is_urgent: false,
            mailbox_tag: Vec::new(),
            mailbox_key: String::new(),
            triage: Vec::new(),
            content: Vec::new(),
            arrived_at: 0,
            claimed_by: None,
            claimed_until: None,
            first_opened_at: Some(0),
            outcome: None,
            closed_at: None,
            is_chained: true,
            is_taking_back_chained: true,
            reopened_from,
            wrote_again_at,
            is_reopening_chained: true,
            news: 1,
            told: 0,
            fold: None,
            closed_with: None,
        }
    }

    #[test]
    fn who_writes_again_is_high_until_somebody_takes_it_and_after_harm_is_normal() {
        use Priority::{High, Low, Normal};
        for (stage, from, at, is_slow, is_urgent, expected) in [
            (Stage::New, Some(Outcome::NoMatch), Some(7), false, false, High),
            (Stage::InContact, Some(Outcome::Duplicate), Some(7), true, false, High),
            (Stage::New, None, Some(7), false, false, High),
            (Stage::New, Some(Outcome::Spam), Some(7), false, false, Normal),
            (Stage::New, Some(Outcome::Harmful), Some(7), true, true, Normal),
            (Stage::New, Some(Outcome::NoMatch), None, false, false, Normal),
            (Stage::New, Some(Outcome::Spam), None, true, false, Low),
            (Stage::New, Some(Outcome::Spam), None, true, true, High),
            (Stage::Closed, Some(Outcome::NoMatch), Some(7), false, false, Normal),
        ] {
            let row = Model { is_slow, is_urgent, ..row(stage, from, at) };
            let (priority, reasons) = weigh(&row, None, None, true);
            assert_eq!(priority, expected, "{stage:?} {from:?} {at:?} slow {is_slow} urgent {is_urgent}");
            let is_again = at.is_some() && stage != Stage::Closed;
            assert_eq!(reasons.contains(&Reason::WroteAgain), is_again, "{reasons:?}");
            assert_ne!(reasons.contains(&Reason::AnswerWaits), is_again, "{reasons:?}");
        }
    }
}
