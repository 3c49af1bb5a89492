//! Every page speaks every language: each text that a template uses is in each catalogue, with the variables it needs.

use kinlight::i18n::{Audience, FluentValue, Lang, TextFault, Texts};
use kinlight::templates::{self, Pages};
use kinlight::web::page::{Fault, Frame};
use serde_json::json;
use std::{collections::BTreeSet, sync::Arc};

use crate::harness::looks::to_look_at;

fn texts() -> Texts {
    Texts::load().expect("the catalogues are sound")
}

fn pages() -> Pages {
    Pages::load(Arc::new(texts())).expect("every template compiles")
}

#[test]
fn every_language_says_everything_that_english_says() {
    // The desk speaks English and Arabic; the site's other languages have no desk/ folder.
    let is_known = |line: &String| line.ends_with(": desk/ is missing");
    let gaps: Vec<String> =
        texts().gaps().iter().map(ToString::to_string).filter(|line| !is_known(line)).collect();
    assert!(gaps.is_empty(), "{}", gaps.join("\n"));
}

#[test]
fn every_text_can_be_said_with_its_variables() {
    let texts = texts();
    for &lang in texts.languages(Audience::Public) {
        for (key, text) in texts.texts(lang).expect("a catalogue") {
            for number in [0, 1, 2, 3, 11, 100] {
                let args: Vec<_> =
                    text.variables.iter().map(|v| (v.as_str(), FluentValue::from(number))).collect();
                let said = texts.try_get(lang, key, &args);
                assert!(said.as_ref().is_ok_and(|text| !text.trim().is_empty()), "{lang} {key}: {said:?}");
            }
        }
    }
}

#[test]
fn templates_ask_only_for_texts_that_exist_and_give_them_their_variables() {
    let texts = texts();
    let mut faults = Vec::new();
    for (name, source) in templates::sources() {
        for call in calls(&source) {
            match texts.texts(texts.english()).and_then(|texts| texts.get(&call.key)) {
                None => faults.push(format!("{name}: there is no text {}", call.key)),
                Some(text) if !text.variables.is_subset(&call.given) => {
                    let (needed, given) = (&text.variables, &call.given);
                    faults.push(format!("{name}: {} needs {needed:?}, given {given:?}", call.key));
                }
                Some(text) if name.starts_with("site/") && text.audience == Audience::Staff => {
                    faults.push(format!("{name}: {} is among the desk's texts", call.key));
                }
                Some(_) => {}
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_template_carries_words_of_its_own() {
    for (name, source) in templates::sources() {
        let words = bare_words(&source);
        assert!(words.is_empty(), "{name} says {words:?}; its place is in locales/");
    }
}

#[test]
fn the_samplers_show_every_component_in_every_language() {
    let pages = pages();
    for &lang in pages.texts().languages(Audience::Staff) {
        let site =
            sampler_frame(lang).render(&pages, "parts/sampler.html", &sampler_data()).expect("the site's");
        let desk = Frame::desk(lang).switching(|to| format!("/?lang={to}"));
        let desk = desk.render(&pages, "parts/sampler_desk.html", &sampler_data()).expect("the desk's");
        for html in [&site, &desk] {
            assert!(
                html.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"{}\">", lang.dir()))
            );
            assert!(!html.contains("sampler-"), "a key was shown instead of its text");
        }
        assert!(site.contains(r#"<bdi dir="ltr" class="number">4721 8831</bdi>"#));
        assert!(site.contains(r##"href="#f-shared""##), "the summary must link to the field");
        assert!(
            site.contains(r#"value="&lt;b&gt;&quot;Amal&#39;"#),
            "what was typed must stay, escaped: {site}"
        );
        assert!(site.contains(r#"id="f-relation-3" checked"#), "what was chosen must stay");
        let other = if lang.is_english() { "/ar/photos?page=2" } else { "/en/photos?page=2" };
        assert!(site.contains(&format!("href=\"{other}\"")), "the language switch must keep the page");
        for (face, html) in [("site", site), ("desk", desk)] {
            to_look_at(&format!("components-{face}-{lang}"), &html);
        }
    }
}

#[test]
fn attributes_carry_no_invisible_isolates() {
    let texts = texts();
    let (arabic, args) = (texts.any_language("ar").expect("Arabic"), [("page", 4.into())]);
    assert!(texts.get(arabic, "pager-page", &args).contains('\u{2068}'));
    assert!(!texts.plain(arabic, "pager-page", &args).contains('\u{2068}'));
}

const ENGLISH: &str =
    "own-name = \"English\"\ndirection = \"ltr\"\nweather = \"https://worldweather.wmo.int/en/home.html\"";
const ARABIC: &str =
    "own-name = \"العربية\"\ndirection = \"rtl\"\nweather = \"https://worldweather.wmo.int/ar/home.html\"";

#[test]
fn a_text_that_lacks_in_a_language_is_said_in_english() {
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let texts = Texts::from_sources([
        file("en/language.toml", ENGLISH),
        file("ar/language.toml", ARABIC),
        file("en/a.ftl", "only = Only here, { $name }"),
        file("ar/a.ftl", "# none"),
    ]);
    let texts = texts.expect("sound");
    let (english, arabic) = (texts.english(), texts.any_language("ar").expect("a folder"));
    assert_eq!(texts.plain(arabic, "only", &[("name", "Noor".into())]), "Only here, Noor");
    assert_eq!(texts.fallen_back(), [("ar", "only".to_owned())]);
    assert_eq!(texts.try_get(arabic, "only", &[]), Err(TextFault::Unknown));
    assert!(matches!(texts.try_get(english, "only", &[]), Err(TextFault::Unsayable(_))));
    assert_eq!(texts.gaps().iter().map(ToString::to_string).collect::<Vec<_>>(), ["ar: only is missing"]);
    assert_eq!(texts.languages(Audience::Public), [english], "a language that is not complete is not listed");
    assert_eq!(texts.language(Audience::Public, "ar"), None);
}

#[test]
fn all_faults_of_the_catalogues_are_told_at_once() {
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let told = Texts::from_sources([
        file("en/language.toml", ENGLISH),
        file("de/language.toml", "own-name = 1"),
        file("en/a.ftl", "one = 1\n\ntwo { = 2"),
        file("en/b.ftl", "one = again"),
        file("xx/a.ftl", "one = 1"),
    ]);
    let told = told.err().expect("refused").to_string();
    assert!(told.contains("en/a.ftl:3") && told.contains("en/b.ftl") && told.contains("xx/a.ftl"), "{told}");
    assert!(told.contains("de/language.toml"), "{told}");
}

fn sampler_frame(lang: Lang) -> Frame {
    Frame::site(lang, "photos?page=2")
        .csrf("token")
        .answer("name", "<b>\"Amal'")
        .answer("relation", "sibling")
        .faults([
            Fault { field: "name", key: "sampler-name-missing" },
            Fault { field: "shared", key: "sampler-shared-missing" },
        ])
}

fn sampler_data() -> serde_json::Value {
    let photo = |n: usize, sentence: &str| {
        json!({ "href": "#", "src": format!("photo-{n}.jpg"), "alt": "Photo 4721 8831: woman, adult",
                "sentences": [sentence], "number": "47218831" })
    };
    json!({
        "photos": [photo(1, "I am looking for my brother"), photo(2, "I am looking for my mother"),
                   photo(3, "I am looking for my son"), photo(4, "I am looking for my grandparents")],
        "captcha_picture": "captcha.png",
        "thumb": { "src": "photo-1.jpg", "width": 160, "height": 200 },
    })
}

struct Call {
    key: String,
    given: BTreeSet<String>,
}

/// Every `t(key="…", name=…)` and `t_plain(…)` whose key is a literal.
fn calls(source: &str) -> Vec<Call> {
    let mut found = Vec::new();
    for opening in ["t(key=\"", "t_plain(key=\""] {
        for (at, _) in source.match_indices(opening) {
            let before = source[..at].chars().next_back().unwrap_or(' ');
            if before.is_alphanumeric() || before == '_' {
                continue;
            }
            let rest = &source[at + opening.len()..];
            let Some((key, rest)) = rest.split_once('"') else { continue };
            found.push(Call { key: key.to_owned(), given: names_until_closed(rest) });
        }
    }
    found
}

fn names_until_closed(rest: &str) -> BTreeSet<String> {
    let (mut depth, mut quoted, mut inside) = (0, false, String::new());
    for c in rest.chars() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            ')' if depth == 0 => break,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ if depth == 0 => inside.push(c),
            _ => {}
        }
    }
    let name = |part: &str| part.split_once('=').map(|(name, _)| name.trim().to_owned());
    inside.split(',').filter_map(name).collect()
}

/// Letters outside of tags, expressions and comments.
fn bare_words(source: &str) -> Vec<String> {
    let mut text = String::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let robots = ("{% block robots %}", "{% endblock robots %}");
        let skipped = [robots, ("{#", "#}"), ("{%", "%}"), ("{{", "}}"), ("<", ">")]
            .iter()
            .find(|(opening, _)| rest.starts_with(opening))
            .map(|(opening, closing)| skip(rest, opening, closing));
        match skipped {
            Some(after) => (text.push(' '), rest = after).1,
            None => (text.push(c), rest = &rest[c.len_utf8()..]).1,
        }
    }
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic));
    words.map(str::to_owned).collect()
}

/// The text after the closing mark. Expressions may stand inside a tag, and a `>` in one of them doesn't end the tag.
fn skip<'a>(from: &'a str, opening: &str, closing: &str) -> &'a str {
    let mut rest = &from[opening.len()..];
    loop {
        if rest.is_empty() {
            return rest;
        }
        if let Some(after) = rest.strip_prefix(closing) {
            return after;
        }
        if opening == "<" && rest.starts_with("{{") {
            rest = skip(rest, "{{", "}}");
        } else if opening == "<" && rest.starts_with("{%") {
            rest = skip(rest, "{%", "%}");
        } else if let Some(quoted) = rest.strip_prefix('"').filter(|_| opening == "{{" || opening == "{%") {
            rest = quoted.split_once('"').map_or("", |(_, after)| after);
        } else {
            let step = rest.chars().next().map_or(1, char::len_utf8);
            rest = &rest[step..];
        }
    }
}
