//! Two made-up languages for developers of pages. In `en-XA` every text is longer, accented and bracketed, which shows what is
//! cut off or was never translated. `ar-XB` is English in Arabic letters, which shows a wrong text direction even without knowing
//! Arabic. They are made from the English texts; the setting `pseudo_languages` enables them.

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};

words! {
    pub(super) enum Pseudo {
        Long = "en-XA",
        Mirrored = "ar-XB",
    }
}

impl Pseudo {
    /// The content of its `language.toml`.
    pub(super) fn description(self) -> &'static str {
        match self {
            Pseudo::Long => {
                "own-name = \"[Šžúðéñģ]\"\ndirection = \"ltr\"\nweather = \"https://worldweather.wmo.int/en/home.html\""
            }
            Pseudo::Mirrored => {
                "own-name = \"عنغلىش\"\ndirection = \"rtl\"\nweather = \"https://worldweather.wmo.int/en/home.html\""
            }
        }
    }

    /// The English file in this language. What can't be parsed is left out, as in English.
    pub(super) fn spelled(self, english: &str) -> String {
        let mut resource = parser::parse(english.to_owned()).unwrap_or_else(|(resource, _)| resource);
        for entry in &mut resource.body {
            if let Entry::Message(message) = entry
                && let Some(pattern) = &mut message.value
            {
                self.spell(pattern);
            }
        }
        serializer::serialize(&resource)
    }

    fn spell(self, pattern: &mut Pattern<String>) {
        let mut words = 0;
        for element in &mut pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    words += value.split_whitespace().count();
                    *value = value.chars().map(|letter| self.letter(letter)).collect();
                }
                PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                    for variant in variants {
                        self.spell(&mut variant.value);
                    }
                }
                PatternElement::Placeable { .. } => {}
            }
        }
        // A text with a choice gets its brackets inside each form.
        if self == Pseudo::Long && words > 0 {
            let filling = " ŵöřð".repeat(words.div_ceil(3));
            pattern.elements.insert(0, PatternElement::TextElement { value: "⟦".to_owned() });
            pattern.elements.push(PatternElement::TextElement { value: format!("{filling}⟧") });
        }
    }

    fn letter(self, letter: char) -> char {
        const PLAIN: &str = "abcdefghijklmnopqrstuvwxyz";
        let spelled = match self {
            Pseudo::Long => "åƀçðéƒĝĥîĵķļɱñöþǫřšţûṽŵẋýž",
            Pseudo::Mirrored => "ابسدهفغحيجكلمنوبقرستعفوخىز",
        };
        let at = PLAIN.chars().position(|plain| plain == letter.to_ascii_lowercase());
        let other = at.and_then(|at| spelled.chars().nth(at)).unwrap_or(letter);
        match self {
            Pseudo::Long if letter.is_ascii_uppercase() => other.to_uppercase().next().unwrap_or(other),
            _ => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_change_and_what_is_put_in_stays() {
        let english = "hello = Hello { $name }\ncount = { $n ->\n    [one] One\n   *[other] { $n } more\n}\n# A word.\n";
        let long = Pseudo::Long.spelled(english);
        assert!(long.contains("hello = ⟦Ĥéļļö { $name } ŵöřð⟧"), "{long}");
        assert!(long.contains("*[other] ⟦{ $n } ɱöřé ŵöřð⟧"), "{long}");
        let mirrored = Pseudo::Mirrored.spelled(english);
        assert!(mirrored.contains("hello = حهللو { $name }"), "{mirrored}");
        assert!(mirrored.contains("[one] ونه"), "{mirrored}");
    }
}
