//! The other people in the picture: a choice for each numbered face, an area to cover, a photo to rotate. Choices and numbers are
//! enough; with the script, an area can be drawn.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::boxes::Part;
use super::crop::ten_thousandths;
use super::page;
use crate::desk::parts::{Choice, choice};
use crate::photos::Crop;
use crate::photos::face_report::{Area, Decision, FaceReport, Reason, SeenFace};
use crate::publications::drafting::{self, DraftFile};
use crate::publications::face_decisions::{self, Decisions};
use crate::staff::{Staff, roles};
use crate::web::record::seen_in;
use crate::web::{Error, Fault, Form, Visit};

pub const PART: Part = Part {
    anchor: "faces",
    fields: &["face_", "looked_at", "cover_left", "cover_top", "cover_width", "cover_height"],
};
const DRAWN: [&str; 4] = ["cover_left", "cover_top", "cover_width", "cover_height"];
const LOOKED_AT: &str = "looked_at";
const PERSON: &str = "person";
const COVER: &str = "cover";

/// A face as the page shows it: its number, its box in percent, and the possible choices.
#[derive(Serialize)]
pub struct FaceItem {
    number: usize,
    field: String,
    /// Left, top, width, height.
    percent: [String; 4],
    is_doubtful: bool,
    /// Within the shown part, and not decided yet.
    is_open: bool,
    chosen: &'static str,
}

pub async fn save(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let (app, seen) = (&visit.app, seen_in(&path, &form)?);
    let unseen = drafting::unseen(&app.db.desk, &staff, seen.id).await?;
    // A picture from before faces were searched for has no result yet: it counts as unchecked.
    let look = unseen.file().draft.look.clone().unwrap_or_default();
    let decisions = match parse(&form, &look) {
        Ok(decisions) => decisions,
        Err(fault) => {
            let view = unseen.shown(&app.db.desk, &staff, visit.now).await?;
            return page::again(&visit, &staff, &view, Some(PART), vec![fault]);
        }
    };
    let saved = face_decisions::decide(app.stores(), &staff, seen, &decisions, visit.now).await;
    page::after(&visit, &staff, seen.id, PART, saved).await
}

pub fn items(view: &DraftFile) -> Vec<FaceItem> {
    let Some(look) = &view.draft.look else { return Vec::new() };
    let shown = view.draft.shown_part();
    look.faces()
        .iter()
        .enumerate()
        .map(|(index, face)| item(index, face, look.is_open(index, shown)))
        .collect()
}

/// The saved choices for the faces, field by field. An area to cover is not kept in the form.
pub fn saved(view: &DraftFile) -> Vec<(String, String)> {
    let Some(look) = &view.draft.look else { return Vec::new() };
    let said = items(view).into_iter().map(|item| (item.field, item.chosen.to_owned()));
    let looked_at = look.is_looked_at.then(|| (LOOKED_AT.to_owned(), "yes".to_owned()));
    said.chain(looked_at.filter(|_| !look.is_checked())).collect()
}

fn item(index: usize, face: &SeenFace, is_open: bool) -> FaceItem {
    FaceItem {
        number: index + 1,
        field: field(index),
        percent: face.area.map(|part| format!("{}.{:02}%", part / 100, part % 100)),
        is_doubtful: face.is_doubtful(),
        is_open,
        chosen: match face.standing {
            Decision::Undecided => "",
            Decision::Person => PERSON,
            Decision::Dismissed(reason) => reason.code(),
        },
    }
}

pub fn choices(visit: &Visit) -> Vec<Choice> {
    let said = [(PERSON, "drafting-face-person"), (COVER, "drafting-face-cover")];
    let said = said.map(|(value, key)| choice(visit, value, key)).into_iter();
    let reasons = Reason::ALL.map(|reason| choice(visit, reason.code(), &reason.key("drafting-face")));
    said.chain(reasons).collect()
}

fn field(index: usize) -> String {
    format!("face_{}", index + 1)
}

fn parse(form: &Form, look: &FaceReport) -> Result<Decisions, Fault> {
    if form.has("turn") {
        return Ok(Decisions { is_turned: true, ..Decisions::default() });
    }
    let mut decisions = Decisions { is_looked_at: form.has(LOOKED_AT), ..Decisions::default() };
    for (index, face) in look.faces().iter().enumerate() {
        let said = form.text(&field(index));
        let standing = match (said, Reason::parse(said)) {
            (PERSON, _) => Decision::Person,
            (_, Some(reason)) => Decision::Dismissed(reason),
            (COVER, None) => {
                decisions.covered.push(index);
                continue;
            }
            _ => continue,
        };
        if standing != face.standing {
            decisions.standings.push((index, standing));
        }
    }
    let persons = decisions.standings.iter().filter(|(_, standing)| *standing == Decision::Person).count();
    if persons > 1 {
        return Err(Fault { field: "face_1", key: "drafting-face-two-persons" });
    }
    decisions.drawn = drawn(form)?;
    Ok(decisions)
}

/// An area that was drawn, or typed as four percentages; `None` if all four are empty.
fn drawn(form: &Form) -> Result<Option<Area>, Fault> {
    if DRAWN.iter().all(|field| form.text(field).is_empty()) {
        return Ok(None);
    }
    let fault = |field| Fault { field, key: "drafting-crop-no-number" };
    let part = |field: &'static str| ten_thousandths(form.text(field)).ok_or(fault(field));
    let area = [part("cover_left")?, part("cover_top")?, part("cover_width")?, part("cover_height")?];
    match Crop::new(area[0], area[1], area[2], area[3]) {
        Ok(_) => Ok(Some(area)),
        Err(_) => Err(Fault { field: "cover_left", key: "drafting-cover-outside" }),
    }
}
