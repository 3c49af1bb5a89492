//! What people type into an entry of the directory, and what is stored of it.

use super::*;

#[test]
fn a_line_that_is_plainly_a_number_or_an_address_leads_there() {
    for (line, to) in [
        ("+999 555 0110", "tel:+9995550110"),
        ("(030) 555-0110", "tel:0305550110"),
        ("01.44.43.11.00", "tel:0144431100"),
        ("+44 (0)20 7946 0000", "tel:+442079460000"),
        ("(0)20 7946 0000", "tel:02079460000"),
        ("٠٠٩٩٩ ٥٥٥ ٠١١٠", "tel:009995550110"),
        ("+۹۳ ۲۰ ۵۵۵ ۰۱۱۰", "tel:+93205550110"),
        ("140", "tel:140"),
        ("family-links@valmora.example", "mailto:family-links@valmora.example"),
    ] {
        assert_eq!(link(line).as_deref(), Some(to), "{line}");
    }
    for words in [
        "08.00-16.00",
        "8 – 16",
        "9-17",
        "0900 – 1700",
        "12",
        "Bridge Street 12",
        "Call +999 555 0110",
        "+999 555 0110 or +999 555 0111",
        "+999 555 01101 555 0111 22",
        "mail us @ home",
        "https://valmora.example",
        "someone@localhost",
        "a@b.example?subject=x",
        "",
    ] {
        assert_eq!(link(words), None, "{words}");
    }
}

#[test]
fn an_entry_is_what_was_typed_without_its_empty_lines() {
    let entry =
        Entry::parse(" +999 1 \r\n\r\nBridge  Street 12\n", "en, ar، Kiswahili,en", &["calls", "search"]);
    let entry = entry.unwrap();
    assert_eq!(entry.contact, ["+999 1", "Bridge Street 12"]);
    assert_eq!(entry.languages, ["en", "ar", "Kiswahili"]);
    assert_eq!(entry.offers, [Offer::Search, Offer::Calls]);
    assert_eq!(Entry::stored(&entry.columns()), entry);
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let faults = Entry::parse(" \n ", "", &["miracles"]).unwrap_err();
    assert_eq!(faults, [EntryError::NoContact, EntryError::NoLanguage, EntryError::UnknownOffer]);
    for contact in ["a\n".repeat(9), "a".repeat(121)] {
        assert_eq!(Entry::parse(&contact, "en", &[]).unwrap_err(), [EntryError::LongContact]);
    }
    let many: String = ('a'..='u').map(|c| format!("{c},")).collect();
    for languages in [many, "x".repeat(41), "+999 555 0110".to_owned(), "a@b.example".to_owned()] {
        assert_eq!(Entry::parse("+999 1", &languages, &[]).unwrap_err(), [EntryError::BadLanguages]);
    }
}
