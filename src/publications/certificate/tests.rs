//! One certificate has one text, and nothing else is read as one.

use super::*;
use crate::sealing::SecretKey;
use time::macros::date;

pub fn certificate() -> Certificate {
    Certificate {
        publication: PublicationId::from_u128(1),
        case: CaseId::from_u128(2),
        case_key: SecretKey::generate().public(),
        standby: None,
        number: PhotoNumber::draw(),
        facts: PublicFacts {
            relations: Relations::parse("brother,mother").unwrap(),
            sex: Sex::Woman,
            age_band: AgeBand::From25,
            origin: Origin::parse("AF").unwrap(),
        },
        pictures: Pictures::parse("abc:160x200x5300,320x400x15100").unwrap(),
        files: Some([7; 32]),
        published_at: Moment(1_795_000_000),
        channels: vec![Channel::Web, Channel::Poster],
        ends_on: date!(2027 - 11 - 18),
        generation: 3,
    }
}

#[test]
fn a_certificate_is_read_as_it_was_written() {
    let whole = certificate();
    let others = [
        Certificate { files: None, ..whole.clone() },
        Certificate { standby: Some(SecretKey::generate().public()), ..whole.clone() },
        Certificate { generation: 1, channels: vec![Channel::Web], ..whole.clone() },
    ];
    for one in [whole].into_iter().chain(others) {
        assert_eq!(Certificate::parse(&one.to_string()), Ok(one));
    }
}

#[test]
fn what_was_cut_or_added_is_no_certificate() {
    let text = certificate().to_string();
    for end in 0..text.len() {
        assert_eq!(Certificate::parse(&text[..end]), Err(NotACertificate), "cut at {end}");
    }
    let lines: Vec<&str> = text.lines().collect();
    for at in 0..lines.len() {
        let without: Vec<&str> =
            lines.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, l)| *l).collect();
        let twice: Vec<&str> =
            lines.iter().enumerate().flat_map(|(n, line)| vec![*line; if n == at { 2 } else { 1 }]).collect();
        for other in [without, twice] {
            assert_eq!(Certificate::parse(&(other.join("\n") + "\n")), Err(NotACertificate), "{other:?}");
        }
    }
    for odd in [
        text.replace("certificate 1", "certificate 2"),
        text.replace("\n\n", "\nnote hello\n\n"),
        text.replace("web,poster", "web, poster"),
        text.replace("web,poster", "web,poster,balloon"),
        text.replace("brother,mother", "brother, mother"),
        text.replace("generation 3", "generation +3"),
        text.replace("generation 3", "generation 03"),
        text.replace('\n', "\r\n"),
        format!(" {text}"),
        format!("{text}\n"),
    ] {
        assert_eq!(Certificate::parse(&odd), Err(NotACertificate), "{odd:?}");
    }
}

#[test]
fn a_review_is_one_persons_word_about_one_certificate() {
    let certificate = certificate().hash();
    let (society, by) = (SocietyId::from_u128(3), StaffId::from_u128(4));
    let review = Review { society, by, line: 41, certificate };
    let text = review.to_string();
    assert_eq!(Review::parse(&text), Ok(review));
    for odd in [
        String::new(),
        text[..text.len() - 1].to_owned(),
        text.replace("line 41", "line 041"),
        text.replace("review 1", "certificate 1"),
        text.replace("\n\n", "\nnote\n\n"),
    ] {
        assert_eq!(Review::parse(&odd), Err(NotACertificate), "{odd:?}");
    }
}

#[test]
fn narrower_terms_need_no_signature_and_wider_ones_do() {
    let certified = certificate();
    let day = certified.ends_on;
    assert!(certified.is_as_wide_as(&[Channel::Web], day));
    assert!(certified.is_as_wide_as(&[Channel::Poster, Channel::Web], day.previous_day().unwrap()));
    assert!(!certified.is_as_wide_as(&[Channel::Web], day.next_day().unwrap()));
    assert!(!certified.is_as_wide_as(&[Channel::Web, Channel::Partner], day));
}
