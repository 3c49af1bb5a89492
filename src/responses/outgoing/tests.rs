//! Rules of the check, as tables of made-up cases: what is marked, what passes, and where a mark begins and ends.

use super::*;

fn case() -> Known {
    let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect();
    Known {
        names: texts(&[
            "Parwana Qaderi",
            "Jawad Qaderi and Hope Lanternwick",
            "حميد كريمي",
            "Олена Ковальчук",
            "ሄለን ተስፋይ",
            "Faadumo Cabdi Warsame",
        ]),
        witnesses: texts(&["Mira of the field office"]),
        told: texts(&["They were seen last by Tesfazghi at the mill."]),
        contacts: texts(&["+000 5550 100200", "neighbour: 55 12 34"]),
        places: texts(&[
            "12 Lantern Street, Old Harbour",
            "Mekelle",
            "شارع الفانوس",
            "Open Monday to Friday",
        ]),
        societies: texts(&["Red Shield of Northland"]),
        own_name: "Jawad Qaderi".to_owned(),
        photo_number: "4721 8831".to_owned(),
        house: vec!["We never ask for money.".to_owned()],
    }
}

fn kinds(message: &str) -> Vec<(Kind, String)> {
    let findings = Check::of(&case()).findings(message);
    findings.into_iter().map(|one| (one.kind, message[one.at].to_owned())).collect()
}

/// A message, and what is stopped in it as `kind:words`, separated by strokes.
const CASES: &[(&str, &str)] = &[
    // Names in any case, form and script; not what the responder calls themselves.
    ("She is called PARWANA.", "name:PARWANA"),
    ("Your sister Parwana’s photo", "name:Parwana"),
    ("Dear Jawad, thank you for your message.", ""),
    ("We hope to hear from you. Hope is a good thing.", ""),
    ("Your cousin Hope waits.", "name:Hope"),
    ("هل أخوك حَمِيد هنا؟", "name:حَمِيد"),
    ("اتصلنا بحميد وكريمي", "name:بحميد وكريمي"),
    ("Ми говорили з Оленою Ковальчук.", "name:Оленою Ковальчук"),
    ("ንሄለን ርኢናያ", "name:ንሄለን"),
    ("هذه بروانة", "name:بروانة"),
    ("They say Hamid and Karimi wrote, and Helen.", "name:Hamid|name:Karimi|name:Helen"),
    ("Faadumona waa timid", "name:Faadumona"),
    ("Do you know Tesfazghi?", "name:Tesfazghi"),
    ("Mira from our office says so.", "name:Mira"),
    // Contacts and places.
    ("Her number is 5550-100-200.", "contact:5550-100-200"),
    ("Ask 551234", "contact:551234"),
    ("Come to lantern street tomorrow", "place:lantern street"),
    ("She lives at 12 Lantern Street, Old Harbour.", "place:Lantern Street|place:Old Harbour"),
    ("Did you carry a lantern on that street?", ""),
    ("Is she in Mekelle or in بشارع الفانوس", "place:Mekelle|place:بشارع الفانوس"),
    ("We are the Red Shield of Northland.", "place:Red Shield of Northland"),
    ("We are open on Monday.", ""),
    // Numbers.
    ("Call +999 555-0300 now", "number:999 555-0300"),
    ("٠٧٠٠ ١٢٣ ٤٥٦", "number:٠٧٠٠ ١٢٣ ٤٥٦"),
    ("၀၇၀၀ ၁၂၃ ၄၅၆", "number:၀၇၀၀ ၁၂၃ ၄၅၆"),
    ("zero seven zero zero one two three", "number:zero seven zero zero one two three"),
    ("0700 dash 123 dot 456", "number:0700 dash 123 dot 456"),
    ("Call 55 43 21 tonight", "number:55 43 21"),
    ("Was it in 1999-2003 or 12.05.2004, at 14:30?", ""),
    ("Between 2001 and 2005 there were 15000 people.", ""),
    ("Look at photo 4721 8831 again. We say 4821 first.", ""),
    ("Come between 8:00-16:00 or 08.00–16.00", ""),
    // Addresses.
    ("Write to help@korvane.org.", "address:help@korvane.org"),
    ("name at korvane dot org", "address:name at korvane dot org"),
    ("See t.me/korvane or www.korvane.example", "address:t.me/korvane|address:www.korvane.example"),
    ("Telegram: korvane_help", "address:Telegram: korvane_help"),
    ("Do you use WhatsApp?", ""),
    ("We saw him.She was there.", ""),
    // Money.
    ("Send 50 dollars", "money:50 dollars"),
    ("You must pay first.", "money:pay"),
    ("It costs $20", "money:costs $20"),
    ("We never ask for money.", ""),
    ("Do not pay anyone.", ""),
    ("If you don’t pay, we can’t help.", "money:pay"),
    ("If someone asks you for money, tell us.", ""),
    ("Without payment we can not go on", "money:payment"),
    ("Dans quel pays étiez-vous ? Portait-elle une bague en argent ?", ""),
    ("На платформі вона була в синьому платті.", ""),
    ("Надішліть гроші", "money:гроші"),
    ("أرسل المال", "money:المال"),
    ("ገንዘብ ስደዱ", "money:ገንዘብ"),
    ("Lacagta soo dir", "money:Lacagta"),
    ("پول بفرستید", "money:پول"),
];

#[test]
fn what_must_not_go_out_unseen_is_marked_and_nothing_else() {
    let mut faults = Vec::new();
    for (message, expected) in CASES {
        let found: Vec<String> =
            kinds(message).into_iter().map(|(kind, words)| format!("{}:{words}", kind.code())).collect();
        if found.join("|") != *expected {
            faults.push(format!("{message}\n  found    {}\n  expected {expected}", found.join("|")));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn who_writes_the_enquirers_whole_name_as_their_own_is_told_nothing_by_it() {
    let known = Known { own_name: "Parwana Qaderi".to_owned(), ..case() };
    assert!(!Check::of(&known).findings("Dear Parwana, where are you now?").is_empty());
}

#[test]
fn a_long_message_is_looked_through_at_once() {
    let long = "Zahiru 0700 asked, never paid 12 ".repeat(16 * 1024 / 33);
    let check = Check::of(&case());
    let began = std::time::Instant::now();
    check.findings(&long);
    assert!(began.elapsed() < std::time::Duration::from_secs(2), "{:?}", began.elapsed());
}
