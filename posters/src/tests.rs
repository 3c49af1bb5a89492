//! A poster fits its paper in every layout, and a text that can't be printed is refused.

use super::*;

/// A grey picture of eight by ten pixels.
const JPEG: &[u8] = include_bytes!("../tests/grey.jpg");

fn words(language: &str, direction: Direction, heading: &str) -> Words {
    let long = |text: &str| text.to_owned();
    Words {
        language: language.to_owned(),
        direction,
        heading: heading.to_owned(),
        lead: long("These people look for their family. Do you know a face?"),
        tell: long("Tell us on this website:"),
        scan: long("Point the camera of your phone at the square."),
        number_label: long("Photo number"),
        without_phone: long("You have no phone? Go to your Red Cross or Red Crescent."),
        free: long("Free. We never ask for money."),
        caller_check: long(
            "When we call, we say your caller-check number first. If they can’t say it, hang up.",
        ),
        take_down: long("Take this poster down after 22 February 2027."),
    }
}

fn english() -> Words {
    words("en", Direction::LeftToRight, "Is someone looking for you?")
}

fn arabic() -> Words {
    words("ar", Direction::RightToLeft, "هل يبحث أحد عنك؟")
}

fn poster(per_page: PerPage, photos: usize, second: Option<Words>) -> Poster {
    let sentence = |text: &str, count: usize| vec![text.to_owned(); count];
    let photo = |at: usize| Photo {
        jpeg: JPEG.to_vec(),
        number: "4721 8831".to_owned(),
        link: "https://kinlight.example.org/en/photo/47218831".to_owned(),
        sentences: [
            sentence("I am looking for my aunt or uncle.", 1 + at % 3),
            sentence("أبحث عن أحد أفراد عائلتي.", 1 + at % 3),
        ],
    };
    Poster {
        paper: Paper::A4,
        per_page,
        first: english(),
        second,
        photos: (0..photos).map(photo).collect(),
        address: "kinlight.example.org".to_owned(),
        gallery: "https://kinlight.example.org/en/".to_owned(),
        society: "Red Shield of Northland".to_owned(),
    }
}

fn pages(pdf: &[u8]) -> usize {
    let pdf = String::from_utf8_lossy(pdf);
    pdf.matches("/Type/Page").count().max(pdf.matches("/Type /Page").count()) - 1
}

#[test]
fn every_layout_fits_in_one_language_and_in_two() {
    for per_page in PerPage::ALL {
        for second in [None, Some(arabic())] {
            for photos in [1, per_page.count()] {
                let poster = poster(per_page, photos, second.clone());
                let pdf = poster.draw().unwrap_or_else(|error| panic!("{per_page:?} of {photos}: {error}"));
                assert!(pdf.starts_with(b"%PDF-"));
            }
        }
    }
}

#[test]
fn whoever_does_not_fit_on_a_page_stands_on_the_next() {
    let counts = [(PerPage::Four, 4, 1), (PerPage::Four, 5, 2), (PerPage::One, 3, 3)];
    for (per_page, photos, expected) in counts {
        let pdf = poster(per_page, photos, None).draw().unwrap();
        assert_eq!(pages(&pdf), expected, "{per_page:?} of {photos}");
    }
}

#[test]
fn the_same_poster_is_the_same_file() {
    let draw = || poster(PerPage::Six, 6, Some(arabic())).draw().unwrap();
    assert_eq!(draw(), draw());
}

#[test]
fn what_no_font_has_is_refused_and_not_printed_as_a_box() {
    let mut bengali = poster(PerPage::One, 1, None);
    bengali.first.heading = "কেউ কি আপনাকে খুঁজছেন?".to_owned();
    assert!(matches!(bengali.draw(), Err(DrawError::NoLetter(_))));
}

#[test]
fn a_poster_needs_photos_and_words_that_fit() {
    assert_eq!(poster(PerPage::One, 0, None).draw(), Err(DrawError::NoPhotos));
    let mut endless = poster(PerPage::Twelve, 12, None);
    endless.first.caller_check = "unbreakable".repeat(40);
    assert_eq!(endless.draw(), Err(DrawError::TooLong));
    let mut broken = poster(PerPage::One, 1, None);
    broken.photos[0].jpeg = b"<script>".to_vec();
    assert_eq!(broken.draw(), Err(DrawError::NotAJpeg));
}

#[test]
fn a_number_of_photos_is_one_of_the_layouts_or_none() {
    for per_page in PerPage::ALL {
        assert_eq!(PerPage::of(per_page.count()), Some(per_page));
    }
    assert_eq!(PerPage::of(5), None);
    assert!(PerPage::One.inches_wide(Paper::A3) > 6.0 && PerPage::Twelve.inches_wide(Paper::A4) < 2.0);
}
