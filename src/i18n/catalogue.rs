//! One language's texts, and what is known about each: its readers, its variables, its words to compare.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentArgs, FluentError, FluentResource, concurrent::FluentBundle};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey};

use super::{Args, Audience, Lang};

/// The categories of CLDR's plural rules; a choice between any of these is a choice by number.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What is known about a text without formatting it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Text {
    pub audience: Audience,
    /// The file's path below the language's folder.
    pub file: String,
    pub variables: BTreeSet<String>,
    /// Its words, without the values of variables.
    pub(super) words: String,
    /// For each choice by number, the plural forms that it has.
    pub(super) choices: Vec<BTreeSet<&'static str>>,
}

pub(super) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    pub(super) texts: BTreeMap<String, Text>,
}

impl Catalogue {
    pub(super) fn empty(lang: Lang) -> Result<Catalogue, String> {
        let tag = lang.code().parse().map_err(|error| format!("{lang}: {error}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.add_builtins().map_err(|error| format!("{lang}: {error}"))?;
        Ok(Catalogue { bundle, texts: BTreeMap::new() })
    }

    /// `name` is the path below `locales/`.
    pub(super) fn add(&mut self, name: &str, source: String, faults: &mut Vec<String>) {
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
            for error in errors {
                let read = resource.source().get(..error.pos.start).unwrap_or_default();
                let line = read.matches('\n').count() + 1;
                faults.push(format!("{name}:{line}: {}", error.kind));
            }
            resource
        });
        for entry in resource.entries() {
            if let Entry::Message(message) = entry {
                self.texts.entry(message.id.name.to_owned()).or_insert_with(|| text(name, message));
                if message.value.is_none() {
                    faults.push(format!("{name}: {} says nothing", message.id.name));
                }
            }
        }
        if let Err(errors) = self.bundle.add_resource(resource) {
            faults.extend(errors.iter().map(|error| format!("{name}: {error}")));
        }
    }

    pub(super) fn say(&self, key: &str, args: &Args<'_>) -> (Option<String>, Vec<FluentError>) {
        let mut errors = Vec::new();
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return (None, errors);
        };
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        (Some(text), errors)
    }
}

fn text(name: &str, message: &Message<&str>) -> Text {
    let file = name.split_once('/').map_or(name, |(_, file)| file);
    let mut text = Text { audience: Audience::of_file(file), file: file.to_owned(), ..Text::default() };
    if let Some(pattern) = &message.value {
        read_pattern(pattern, &mut text);
    }
    text
}

fn read_pattern(pattern: &Pattern<&str>, into: &mut Text) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => into.words.push_str(value),
            PatternElement::Placeable { expression } => read_expression(expression, into),
        }
    }
}

fn read_expression(expression: &Expression<&str>, into: &mut Text) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, into),
        Expression::Select { selector, variants } => {
            read_inline(selector, into);
            let named = |key: &VariantKey<&str>| match key {
                VariantKey::Identifier { name } => CATEGORIES.into_iter().find(|one| one == name),
                VariantKey::NumberLiteral { .. } => None,
            };
            let forms: BTreeSet<_> = variants.iter().filter_map(|variant| named(&variant.key)).collect();
            // A choice by size, such as a width, has no plural forms.
            let is_by_size = variants.iter().any(|variant| {
                matches!(&variant.key, VariantKey::NumberLiteral { value } if !matches!(*value, "0" | "1"))
            });
            if !forms.is_empty() && !is_by_size {
                into.choices.push(forms);
            }
            for variant in variants {
                into.words.push(' ');
                read_pattern(&variant.value, into);
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, into: &mut Text) {
    match inline {
        InlineExpression::VariableReference { id } => drop(into.variables.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => read_expression(expression, into),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| read_inline(argument, into));
        }
        _ => {}
    }
}
