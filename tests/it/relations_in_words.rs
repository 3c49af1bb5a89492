//! For every combination of public facts, every language has whole sentences.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use kinlight::i18n::{Audience, Texts};
use kinlight::publications::facts::{AgeBand, Origin, Region, Relation, Sex};

/// The marks that end a sentence, in all scripts.
const ENDS: [char; 3] = ['.', '۔', '።'];

/// Every language that a visitor can choose.
fn languages() -> Vec<String> {
    let listed: Vec<String> = Texts::load()
        .unwrap()
        .languages(Audience::Public)
        .iter()
        .map(|lang| lang.code().to_owned())
        .collect();
    assert!(listed.len() > 5, "{listed:?}");
    listed
}

fn bundle(language: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
    bundle.set_use_isolating(false);
    for family in ["relations", "countries"] {
        let path = format!("{}/locales/{language}/{family}.ftl", env!("CARGO_MANIFEST_DIR"));
        let resource = FluentResource::try_new(std::fs::read_to_string(&path).unwrap());
        bundle.add_resource(resource.unwrap_or_else(|(_, faults)| panic!("{path}: {faults:?}"))).unwrap();
    }
    bundle
}

fn say(bundle: &FluentBundle<FluentResource>, key: &str, args: &[(&str, &str)]) -> String {
    let message = bundle.get_message(key).unwrap_or_else(|| panic!("{:?}: no {key}", bundle.locales));
    let args: FluentArgs = args.iter().map(|(name, value)| (*name, value.to_string())).collect();
    let mut faults = Vec::new();
    let text = bundle.format_pattern(message.value().unwrap(), Some(&args), &mut faults).into_owned();
    assert!(faults.is_empty(), "{key}: {faults:?}");
    text
}

#[test]
fn every_fact_has_a_label_and_every_relation_its_sentence() {
    for language in languages() {
        let bundle = bundle(&language);
        let mut keys: Vec<String> = Relation::ALL.map(Relation::label_key).to_vec();
        keys.extend(Sex::ALL.map(Sex::label_key));
        keys.extend(AgeBand::ALL.map(AgeBand::label_key));
        keys.extend(Region::ALL.map(Region::label_key));
        keys.extend(Origin::all().chain([Origin::NotSaid]).map(Origin::label_key));
        for key in keys {
            assert!(!say(&bundle, &key, &[]).trim().is_empty(), "{language} {key}");
        }
        // The sentence of one photo, and the one above a gallery of photos with the same relation.
        let of_one = |relation: &Relation| relation.sentence_key();
        let of_many = |relation: &Relation| relation.key("gallery-seeking");
        for keys in [
            Relation::ALL.iter().map(of_one).collect(),
            Relation::ALL.iter().map(of_many).collect::<Vec<_>>(),
        ] {
            let mut sentences: Vec<String> = keys.iter().map(|key| say(&bundle, key, &[])).collect();
            for sentence in &sentences {
                assert!(sentence.ends_with(ENDS), "{language}: {sentence}");
            }
            sentences.sort();
            sentences.dedup();
            assert_eq!(sentences.len(), Relation::ALL.len(), "{language}: two relations read alike");
        }
    }
    assert_eq!(say(&bundle("en"), "seeks-brother", &[]), "I am looking for my brother.");
    assert_eq!(say(&bundle("ar"), "seeks-brother", &[]), "أبحث عن أخي.");
}

#[test]
fn who_cannot_see_the_photo_hears_what_is_published() {
    let told = |language: &str, sex: Sex, band: AgeBand, relation: Relation| {
        let bundle = bundle(language);
        let args = [("number", "4721 8831"), ("sex", sex.code()), ("age", band.code())];
        format!("{} {}", say(&bundle, "alt-photo", &args), say(&bundle, &relation.alt_key(), &args))
    };
    let cases = [
        ("en", Sex::Woman, Relation::Brother, "a woman, 25 to 39 years old. She is looking for her brother."),
        (
            "en",
            Sex::Man,
            Relation::OtherFamily,
            "a man, 25 to 39 years old. He is looking for a member of his family.",
        ),
        (
            "en",
            Sex::NotSaid,
            Relation::Mother,
            "a person, 25 to 39 years old. This person is looking for their mother.",
        ),
        ("ar", Sex::Woman, Relation::Brother, "امرأة، عمرها بين 25 و39 سنة. هي تبحث عن أخيها."),
        ("ar", Sex::Man, Relation::Brother, "رجل، عمره بين 25 و39 سنة. هو يبحث عن أخيه."),
    ];
    for (language, sex, relation, expected) in cases {
        let heard = told(language, sex, AgeBand::From25, relation);
        assert!(heard.contains("4721 8831") && heard.ends_with(expected), "{heard}");
    }
    for language in languages() {
        let mut all = Vec::new();
        for sex in Sex::ALL {
            for band in AgeBand::ALL {
                all.extend(Relation::ALL.map(|relation| told(&language, sex, band, relation)));
            }
        }
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count, "{language}: different facts have the same text");
    }
}
