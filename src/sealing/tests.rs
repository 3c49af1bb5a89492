//! What opens a seal, a sealed file or a token, and what does not.

use super::*;

fn binding(kind: Kind) -> Binding {
    Binding { kind, record: RecordId::from_u128(1), owner: RecordId::from_u128(2) }
}

#[test]
fn a_seal_opens_only_with_its_key_and_in_its_place() {
    let key = SecretKey::generate();
    let sealed = key.public().seal(binding(Kind::Note), "I know her".as_bytes()).unwrap();
    assert_eq!(&**key.open(binding(Kind::Note), &sealed).unwrap(), "I know her".as_bytes());
    assert_eq!(SecretKey::generate().open(binding(Kind::Note), &sealed).unwrap_err(), SealError::WontOpen);
    let elsewhere = Binding { record: RecordId::from_u128(3), ..binding(Kind::Note) };
    assert_eq!(key.open(elsewhere, &sealed).unwrap_err(), SealError::WrongPlace);
    assert_eq!(key.open(binding(Kind::Draft), &sealed).unwrap_err(), SealError::WrongPlace);
}

#[test]
fn short_and_shorter_stories_look_alike() {
    // Measured before encryption: the `age` format adds a random number of bytes to every file.
    let sizes = [0, 1, 700, 901, 3_900, 4_000, 40_000, 70_000]
        .map(|n| bound(binding(Kind::Note), &vec![b'x'; n], "").len());
    assert_eq!(sizes, [1_024, 1_024, 1_024, 1_024, 4_096, 16_384, 65_536, 131_072]);
    assert!(bound(binding(Kind::Picture), &[0; 5_000], "").len() < 5_200, "pictures keep their length");
}

#[test]
fn a_length_that_was_made_up_opens_nothing() {
    let key = SecretKey::generate();
    let heading = heading(binding(Kind::Note));
    // Anybody can seal to a public key, so anybody writes the length.
    for length in [
        "18446744073709551615",
        "18446744073709551614",
        "18446744073709551616",
        "4294967295",
        "4",
        "-1",
        "",
        "3 ",
    ] {
        let forged = key.public().encrypt(format!("{heading}{length}\nabc").as_bytes()).unwrap();
        let opened = key.open(binding(Kind::Note), &forged);
        assert_eq!(opened.unwrap_err(), SealError::WontOpen, "{length:?}");
    }
    let sealed = key.public().encrypt(format!("{heading}3\nabc").as_bytes()).unwrap();
    assert_eq!(&**key.open(binding(Kind::Note), &sealed).unwrap(), b"abc");
    for cut in [heading.clone(), format!("{heading}3"), format!("{heading}3\n")] {
        let forged = key.public().encrypt(cut.as_bytes()).unwrap();
        assert_eq!(key.open(binding(Kind::Note), &forged).unwrap_err(), SealError::WontOpen, "{cut:?}");
    }
}

#[test]
fn a_key_made_from_bytes_is_the_same_each_time() {
    let one = SecretKey::from_bytes(&[7; 32]).unwrap();
    let two = SecretKey::from_bytes(&[7; 32]).unwrap();
    assert_eq!(one.public(), two.public());
    let wrapped = one.wrap_key(binding(Kind::CaseKey), &SecretKey::generate()).unwrap();
    assert!(two.unwrap_key(binding(Kind::CaseKey), &wrapped).is_ok());
}

#[test]
fn a_token_serves_one_purpose_and_shows_any_change() {
    let key = TokenKey::derived(b"secret", "forms");
    let token = key.seal("respond", b"draft");
    assert_eq!(key.open("respond", &token).unwrap().as_slice(), b"draft");
    assert!(key.open("captcha", &token).is_none());
    assert!(TokenKey::derived(b"secret", "other").open("respond", &token).is_none());
    let mut changed = token.clone();
    changed.replace_range(40..41, if &token[40..41] == "A" { "B" } else { "A" });
    assert!(key.open("respond", &changed).is_none());
    assert!(key.open("respond", "short").is_none());
}

#[test]
fn a_file_opens_with_any_of_its_keys_and_only_whole() {
    let keys = [SecretKey::generate(), SecretKey::generate()];
    let text = "a backup, ".repeat(20_000);
    let mut file = SealedFile::begin(&keys.each_ref().map(SecretKey::public), Vec::new()).unwrap();
    file.write_all(text.as_bytes()).unwrap();
    let sealed = file.finish().unwrap();
    let read = |key: &SecretKey, sealed: &[u8]| -> io::Result<String> {
        let mut out = String::new();
        let mut opened = open_file(std::slice::from_ref(key), sealed).map_err(io::Error::other)?;
        opened.read_to_string(&mut out).map(|_| out)
    };
    for key in &keys {
        assert_eq!(read(key, &sealed).unwrap(), text);
        assert!(read(key, &sealed[..sealed.len() - 1]).is_err(), "cut off");
    }
    assert!(read(&SecretKey::generate(), &sealed).is_err());
}

#[test]
fn a_person_is_in_a_story_and_not_in_a_key() {
    assert!(Kind::ResponseContent.is_a_person() && Kind::Picture.is_a_person());
    assert!(!Kind::CaseKey.is_a_person() && !Kind::PictureIndex.is_a_person());
}

#[test]
fn no_secret_key_is_printed() {
    assert_eq!(format!("{:?}", SecretKey::generate()), "SecretKey(…)");
}
