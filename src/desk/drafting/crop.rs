//! Which part of the picture is shown: drawn with the script, typed as four numbers, or nudged without either.

use actix_web::{HttpResponse, web};

use super::boxes::Part;
use super::page;
use crate::desk::parts::{Choice, choice};
use crate::digits::plain_digits;
use crate::photos::worker::WorkerError;
use crate::photos::{Crop, CropError, PhotoError, Refusal};
use crate::publications::PublicationError;
use crate::publications::cropping::{self, Cropping, Nudge};
use crate::publications::drafting::{self, DraftFile};
use crate::staff::{Staff, roles};
use crate::web::record::seen_in;
use crate::web::{Error, Fault, Form, Visit};

pub const PART: Part =
    Part { anchor: "crop", fields: &["crop_preset", "crop_left", "crop_top", "crop_width", "crop_height"] };
const DRAWN: &str = "drawn";

pub async fn save(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let (db, seen) = (&visit.app.db.desk, seen_in(&path, &form)?);
    let saved = match parse(&form) {
        Err(fault) => Err(fault),
        Ok(how) => match cropping::recrop(visit.app.stores(), &staff, seen, how, visit.now).await {
            Err(PublicationError::Photo(PhotoError::Worker(WorkerError::Refused(Refusal::TooSmall)))) => {
                Err(Fault { field: "crop_preset", key: "drafting-crop-too-small" })
            }
            other => Ok(other),
        },
    };
    match saved {
        Ok(saved) => page::after(&visit, &staff, seen.id, PART, saved).await,
        Err(fault) => {
            let view = drafting::view(db, &staff, seen.id, visit.now).await?;
            page::again(&visit, &staff, &view, Some(PART), vec![fault])
        }
    }
}

pub fn saved(view: &DraftFile) -> Vec<(&'static str, String)> {
    let Some([left, top, width, height]) = view.draft.shown_part() else {
        return vec![("crop_preset", Nudge::Centred.code().to_owned())];
    };
    vec![
        ("crop_preset", DRAWN.to_owned()),
        ("crop_left", percent(left)),
        ("crop_top", percent(top)),
        ("crop_width", percent(width)),
        ("crop_height", percent(height)),
    ]
}

/// The four numbers first, then the nudges.
pub fn choices(visit: &Visit) -> Vec<Choice> {
    let nudges = Nudge::ALL.map(|nudge| choice(visit, nudge.code(), &nudge.key("drafting-crop")));
    std::iter::once(choice(visit, DRAWN, "drafting-crop-drawn")).chain(nudges).collect()
}

fn parse(form: &Form) -> Result<Cropping, Fault> {
    let preset = form.text("crop_preset");
    if preset != DRAWN {
        let nudge = Nudge::parse(preset).map(Cropping::Nudged);
        return nudge.ok_or(Fault { field: "crop_preset", key: "drafting-crop-missing" });
    }
    let part = |field: &'static str| {
        ten_thousandths(form.text(field)).ok_or(Fault { field, key: "drafting-crop-no-number" })
    };
    let drawn = [part("crop_left")?, part("crop_top")?, part("crop_width")?, part("crop_height")?];
    let [left, top, width, height] = drawn;
    match Crop::new(left, top, width, height) {
        Ok(_) => Ok(Cropping::Drawn(drawn)),
        Err(CropError::Outside) => Err(Fault { field: "crop_left", key: "drafting-crop-outside" }),
        Err(CropError::Empty | CropError::NotFourNumbers) => {
            Err(Fault { field: "crop_width", key: "drafting-crop-empty" })
        }
    }
}

/// "12.5" (percent, with a point or a comma, in any digits) as 1250.
pub fn ten_thousandths(typed: &str) -> Option<u16> {
    let plain = plain_digits(typed).replace([',', '\u{066B}'], ".");
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(rest) {
        return None;
    }
    let hundredths: u16 = format!("{rest:0<2.2}").parse().ok()?;
    let parts = whole.parse::<u16>().ok()?.checked_mul(100)?.checked_add(hundredths)?;
    (parts <= 10_000).then_some(parts)
}

fn percent(part: u16) -> String {
    format!("{}.{:02}", part / 100, part % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_are_read_as_people_type_them() {
        let cases = [
            ("12.5", Some(1250)),
            ("12,25", Some(1225)),
            ("١٢٫٥", Some(1250)),
            ("0", Some(0)),
            ("100", Some(10_000)),
            ("33.3333", Some(3333)),
            ("100.01", None),
            ("", None),
            (".", None),
            ("a", None),
            ("1e3", None),
            ("99999999", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(ten_thousandths(typed), expected, "{typed:?}");
        }
        assert_eq!(ten_thousandths(&percent(1205)), Some(1205));
    }
}
