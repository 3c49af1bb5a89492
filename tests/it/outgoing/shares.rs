//! How many harmful messages the check stops, and how many good ones it stops by mistake: sentences in nine languages about a
//! made-up case, one a line in the files.

use kinlight::i18n::{Audience, Texts};
use kinlight::responses::outgoing::{Check, Known, house};

const STOP: &str = include_str!("stop.txt");
const PASS: &str = include_str!("pass.txt");

fn check() -> Check {
    let case: serde_json::Value = serde_json::from_str(include_str!("case.json")).unwrap();
    let texts = |name: &str| -> Vec<String> {
        case[name].as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
    };
    Check::of(&Known {
        names: texts("names"),
        contacts: texts("contacts"),
        places: texts("places"),
        house: house::sentences(&Texts::load().unwrap()),
        ..Known::default()
    })
}

fn lines(file: &str) -> impl Iterator<Item = &str> {
    file.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
}

#[test]
fn of_a_hundred_harmful_messages_98_are_stopped_and_of_a_hundred_good_ones_2_at_most() {
    let check = check();
    let missed: Vec<&str> = lines(STOP).filter(|line| check.findings(line).is_empty()).collect();
    let wrong: Vec<String> = lines(PASS)
        .filter_map(|line| {
            let found: Vec<&str> = check.findings(line).into_iter().map(|one| &line[one.at]).collect();
            (!found.is_empty()).then(|| format!("{line}   {found:?}"))
        })
        .collect();
    let (stop, pass) = (lines(STOP).count(), lines(PASS).count());
    println!(
        "missed {} of {stop}:\n{}\nwrongly {} of {pass}:\n{}",
        missed.len(),
        missed.join("\n"),
        wrong.len(),
        wrong.join("\n")
    );
    assert!(stop >= 200 && pass >= 200);
    assert!(missed.len() * 100 <= stop * 2, "{} of {stop} were missed", missed.len());
    assert!(wrong.len() * 100 <= pass * 2, "{} of {pass} were stopped wrongly", wrong.len());
}

/// "We never ask for money" must pass, in the site's own words.
#[test]
fn the_houses_own_sentences_pass_in_every_language() {
    let (check, texts) = (check(), Texts::load().unwrap());
    let mut stopped = Vec::new();
    for sentence in house::sentences(&texts) {
        stopped.extend(
            check.findings(&sentence).into_iter().map(|one| format!("{sentence}: {:?}", &sentence[one.at])),
        );
    }
    // The four most important sentences must also pass without the list of the site's own sentences.
    let plain = Check::of(&Known::default());
    for lang in texts.languages(Audience::Public) {
        for key in ["free-line", "safety-money-title", "children-free", "scams-do-stop"] {
            let text = texts.plain(*lang, key, &[]);
            stopped.extend(
                plain
                    .findings(&text)
                    .into_iter()
                    .map(|one| format!("{lang:?} {key}: {text}: {:?}", &text[one.at])),
            );
        }
    }
    assert!(stopped.is_empty(), "{}", stopped.join("\n"));
}
