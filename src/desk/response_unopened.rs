//! What a response's pages show while its words stay sealed: nobody holds it, a colleague holds it, or it is closed. Invariant:
//! they show only triage facts and what can be done next.

use serde::Serialize;

use super::parts::Names;
use super::queue::{Row, row};
use super::response_page::{Line, Params, is_live, kept, timeline};
use crate::publications;
use crate::responses::closed;
use crate::responses::handling::standing;
use crate::responses::lifecycle::Outcome;
use crate::responses::queue::{QueueItem, Shut};
use crate::staff::{Staff, roles::Moderate};
use crate::web::{Error, Visit};

/// A response that nobody holds: its triage facts and a button to claim it, or who can open it if this member's key can't.
#[derive(Serialize)]
pub struct Unclaimed {
    item: Row,
    sealed: Option<String>,
}

impl Unclaimed {
    pub fn of(visit: &Visit, item: &QueueItem, names: &Names) -> Unclaimed {
        Unclaimed { item: row(visit, item, names), sealed: sealed(visit, item) }
    }
}

/// Why it can't be opened here, and who can help.
fn sealed(visit: &Visit, item: &QueueItem) -> Option<String> {
    item.triage.as_ref().err().map(|shut| {
        visit.text(match shut {
            Shut::Archived => "response-sealed-archive",
            Shut::NoKey => "response-sealed-keys",
        })
    })
}

/// A response that a colleague holds: who, and until when.
#[derive(Serialize)]
pub struct Taken {
    item: Row,
    holder: String,
    until: String,
}

impl Taken {
    pub fn of(visit: &Visit, item: &QueueItem, names: &Names) -> Taken {
        let claim = standing(&item.row).claim;
        Taken {
            item: row(visit, item, names),
            holder: claim.map(|claim| names.name(claim.by)).unwrap_or_default(),
            until: claim.map(|claim| claim.until.minute_text()).unwrap_or_default(),
        }
    }
}

/// A closed response: its outcome, how long it is kept, and the ways back. Nothing that the sender wrote.
#[derive(Serialize)]
pub struct Closed {
    item: Row,
    version: String,
    post: String,
    outcome: String,
    kept: String,
    is_photo_live: bool,
    may_undo: bool,
    /// False if its sender deleted it: then no words are left to read.
    may_reopen: bool,
    sealed: Option<String>,
    told: Option<String>,
    timeline: Vec<Line>,
}

impl Closed {
    pub async fn of(
        visit: &Visit,
        staff: &Staff<Moderate>,
        item: &QueueItem,
        names: &Names,
    ) -> Result<Closed, Error> {
        let outcome = item.row.outcome.unwrap_or(Outcome::NoMatch);
        let publication =
            publications::queries::one(&visit.app.db.desk, staff.society, item.row.publication_id).await?;
        Ok(Closed {
            item: row(visit, item, names),
            version: item.row.version.to_string(),
            post: format!("/{}/responses/{}", visit.lang, item.row.id),
            may_undo: closed::may_undo(&visit.app.db.desk, staff, &item.row, visit.now).await?,
            may_reopen: outcome != Outcome::TakenBack,
            sealed: sealed(visit, item),
            told: None,
            outcome: visit.text(&outcome.key("close-outcome")),
            kept: kept(visit, outcome),
            is_photo_live: is_live(&publication),
            timeline: timeline(visit, staff, item.row.id, names).await?,
        })
    }

    pub fn told(self, visit: &Visit, asked: &Params) -> Closed {
        Closed { told: asked.told.map(|key| visit.text(key)), ..self }
    }
}
