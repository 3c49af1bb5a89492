//! Compares what a response says with what its case says, fact by fact. Invariant: a different spelling is never called a
//! conflict; a person compares it.

use serde::Serialize;

use crate::publications::facts::Relation;
use crate::responses::handling::Opened;
use crate::responses::queue::QueueItem;
use crate::web::Visit;

#[derive(Serialize)]
pub struct Compared {
    name: String,
    case: String,
    response: String,
    fit: &'static str,
    fit_label: String,
}

pub(super) fn compared(visit: &Visit, item: &QueueItem, opened: &Opened) -> Vec<Compared> {
    let mut rows = Vec::new();
    let said = Relation::parse(&opened.triage.relation);
    if let (Some(sought), Some(said)) = (&item.sought, said) {
        let words: Vec<String> = sought.iter().map(|one| visit.text(&one.label_key())).collect();
        rows.push(marked(
            visit,
            "response-compare-relation",
            (words.join(" · "), visit.text(&said.label_key())),
            Some(sought.contains(said)),
        ));
    }
    if let Some(private) = opened.private.as_ref().filter(|private| !private.sought_names.is_empty()) {
        let fits = shares_a_name(&private.sought_names, &opened.content.name);
        // A different spelling or script is no conflict: a name either agrees or has to be compared by a person.
        let names = (private.sought_names.clone(), opened.content.name.clone());
        rows.push(marked(visit, "response-compare-name", names, fits.then_some(true)));
    }
    rows
}

fn marked(visit: &Visit, key: &str, (case, response): (String, String), fits: Option<bool>) -> Compared {
    let (fit, label) = match fits {
        Some(true) => ("good", "response-agrees"),
        Some(false) => ("danger", "response-differs"),
        None => ("plain", "response-look-closer"),
    };
    Compared { name: visit.text(key), case, response, fit, fit_label: visit.text(label) }
}

/// Whether the two names have a word in common, ignoring case.
fn shares_a_name(sought: &str, sender: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’')
            .filter(|word| word.chars().count() > 1)
            .map(str::to_lowercase)
            .collect()
    };
    let sought = words(sought);
    words(sender).iter().any(|word| sought.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_agrees_by_a_whole_word() {
        for (sought, sender, expected) in [
            ("Yusuf and Hamid Karimi", "hamid", true),
            ("يوسف كريمي", "كريمي", true),
            ("Anna Maria", "Ann", false),
            ("O’Brien, Sean", "o’brien", true),
            ("Yusuf", "", false),
        ] {
            assert_eq!(shares_a_name(sought, sender), expected, "{sought} / {sender}");
        }
    }
}
