//! Chooses the part of a draft's picture that will be shown: a drawn box, or nudges for people who can't draw one. A
//! box is kept only if it is still wide enough to recognise a face.

use sea_orm::sea_query::Expr;

use super::drafting::{editable, finish_edit, open_facts, sealed_facts, set, shown_part};
use super::lifecycle::DraftFacts;
use super::{PublicationError, entity, take_turn};
use crate::audit::eyes::Nobody;
use crate::clock::Moment;
use crate::db;
use crate::ids::{PublicationId, Seen};
use crate::photos::{self, PhotoError, Refusal, Stores, THUMB_WIDTH};
use crate::staff::{Staff, roles};

const WHOLE: i32 = 10_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cropping {
    /// Left, top, width and height, in ten-thousandths of the picture.
    Drawn([u16; 4]),
    Nudged(Nudge),
}

words! {
    /// What one press does to the shown box.
    pub enum Nudge {
        Centred = "centred",
        Higher = "higher",
        Lower = "lower",
        Left = "left",
        Right = "right",
        Closer = "closer",
        Wider = "wider",
    }
}

impl Cropping {
    /// The new box, made from the one that is shown now; `None` is the middle.
    fn applied_to(self, shown: [u16; 4]) -> Option<[u16; 4]> {
        match self {
            Cropping::Drawn(drawn) => Some(drawn),
            Cropping::Nudged(nudge) => nudge.applied_to(shown),
        }
    }
}

impl Nudge {
    /// The new box, made from the one that is shown now; `None` is the middle.
    fn applied_to(self, shown: [u16; 4]) -> Option<[u16; 4]> {
        let [left, top, width, height] = shown.map(i32::from);
        let (step_across, step_down) = (width / 12, height / 12);
        match self {
            Nudge::Centred => None,
            Nudge::Higher => Some(within(left, top - step_down, width, height)),
            Nudge::Lower => Some(within(left, top + step_down, width, height)),
            Nudge::Left => Some(within(left - step_across, top, width, height)),
            Nudge::Right => Some(within(left + step_across, top, width, height)),
            Nudge::Closer => Some(around(shown, (width * 85 / 100, height * 85 / 100))),
            Nudge::Wider => {
                let limit = |side: i32| WHOLE * 1000 / side.max(1);
                let factor = 1176.min(limit(width)).min(limit(height));
                Some(around(shown, (width * factor / 1000, height * factor / 1000)))
            }
        }
    }
}

/// Saves a drawn box, a nudge of the shown one, or the middle. Fails if the draft has no picture or no facts.
pub async fn recrop(
    stores: Stores<'_>,
    by: &Staff<roles::Draft>,
    seen: Seen<PublicationId>,
    how: Cropping,
    now: Moment,
) -> Result<(), PublicationError> {
    let (case, row) = editable(stores.db, by, seen.id).await?;
    let reading = case.read_by(&Nobody);
    let (Some(facts), Some(picture)) = (open_facts(reading, &row)?, row.picture) else {
        return Err(PublicationError::WrongStage);
    };
    let copy = photos::working_copy(stores.blobs, reading, picture).await?;
    let shown = photos::framing(stores.workers, (&case, copy), shown_part(reading, &row)?).await?;
    let (crop, pixels_wide) = shown.drawn(how.applied_to(shown.crop));
    if pixels_wide < THUMB_WIDTH {
        return Err(PhotoError::refused(Refusal::TooSmall).into());
    }
    let sealed = sealed_facts(&case, seen.id, &DraftFacts { crop: Some(crop), ..facts })?;
    let txn = db::write(stores.db).await?;
    take_turn(&txn, seen).await?;
    set(&txn, seen.id, entity::Column::Draft, Expr::value(sealed)).await?;
    finish_edit(&txn, by, seen.id, now).await?;
    txn.commit().await?;
    Ok(())
}

fn around([left, top, width, height]: [u16; 4], (new_width, new_height): (i32, i32)) -> [u16; 4] {
    let [left, top, width, height] = [left, top, width, height].map(i32::from);
    within(left + (width - new_width) / 2, top + (height - new_height) / 2, new_width, new_height)
}

/// The box, moved until it lies in the picture.
fn within(left: i32, top: i32, width: i32, height: i32) -> [u16; 4] {
    let (width, height) = (width.clamp(1, WHOLE), height.clamp(1, WHOLE));
    let left = left.clamp(0, WHOLE - width);
    let top = top.clamp(0, WHOLE - height);
    [left, top, width, height].map(|part| u16::try_from(part).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nudge_moves_the_box_and_never_out_of_the_picture() {
        let shown = [1000, 500, 6000, 6000];
        let cases = [
            (Nudge::Higher, [1000, 0, 6000, 6000]),
            (Nudge::Lower, [1000, 1000, 6000, 6000]),
            (Nudge::Left, [500, 500, 6000, 6000]),
            (Nudge::Right, [1500, 500, 6000, 6000]),
            (Nudge::Closer, [1450, 950, 5100, 5100]),
            (Nudge::Wider, [472, 0, 7056, 7056]),
        ];
        for (nudge, expected) in cases {
            assert_eq!(nudge.applied_to(shown), Some(expected), "{nudge:?}");
        }
        assert_eq!(Nudge::Centred.applied_to(shown), None);
    }

    #[test]
    fn however_often_a_nudge_is_pressed_the_box_stays_inside() {
        for nudge in Nudge::ALL {
            let mut shown = [0, 0, 8000, 10_000];
            for _ in 0..60 {
                shown = nudge.applied_to(shown).unwrap_or(shown);
                let [left, top, width, height] = shown.map(u32::from);
                assert!(
                    width > 0 && height > 0 && left + width <= 10_000 && top + height <= 10_000,
                    "{shown:?}"
                );
            }
        }
    }
}
