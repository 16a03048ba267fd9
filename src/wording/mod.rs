//! The words of the product in both languages: Fluent files in `assets/wording/<lang>/*.ftl`, part of the program.

pub mod report;

use crate::locale::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/wording");

/// The messages of one language.
pub struct Wording {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Wording {
    /// Reads the messages of a language. Faulty ones are left out; a test sees to it that there are none.
    pub fn new(language: Language) -> Wording {
        let identifier = match language {
            Language::French => unic_langid::langid!("fr"),
            Language::English => unic_langid::langid!("en"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Isolating marks are invisible characters that terminals show as rubbish and searches do not find.
        bundle.set_use_isolating(false);
        for file in FILES.get_dir(language.code()).into_iter().flat_map(Dir::files) {
            let text = file.contents_utf8().unwrap_or_default().to_owned();
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
            let _ = bundle.add_resource(resource);
        }
        Wording { language, bundle }
    }

    /// The codes of all diagnostics that have words, in order: `P001`, `S010`, `R001` …
    pub fn codes() -> Vec<String> {
        let texts = FILES.get_dir("en").into_iter().flat_map(Dir::files).filter_map(|file| file.contents_utf8());
        let keys = texts.flat_map(str::lines).filter_map(|line| line.split_once(" =").map(|(key, _)| key));
        let is_code = |key: &&str| {
            key.len() == 4 && key.starts_with(['P', 'S', 'R']) && key[1..].bytes().all(|byte| byte.is_ascii_digit())
        };
        let mut codes: Vec<String> = keys.filter(is_code).map(str::to_owned).collect();
        codes.sort();
        codes
    }

    /// The language of these messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// True when there is a message of that key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// The message without arguments; the key itself in ⟦⟧ when it is missing (a test finds those).
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The message with arguments. Whole numbers are passed as numbers, so that messages can choose by plural.
    pub fn with(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("⟦{key}⟧");
        };
        let mut args = FluentArgs::new();
        for (name, value) in arguments {
            args.set(*name, argument(value));
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

impl Wording {
    /// Why the CRM did not accept an entry; the values offered instead are named as the forms name them.
    pub fn refusal<K: AsRef<str>>(&self, why: &str, about: &BTreeMap<K, String>) -> String {
        let shown = |name: &str, value: &str| match name {
            "choices" => {
                let labels = value.split(", ").map(|choice| self.text(&format!("choice-{choice}")));
                labels.collect::<Vec<_>>().join(", ")
            }
            _ => value.to_owned(),
        };
        let about: Vec<(&str, String)> =
            about.iter().map(|(name, value)| (name.as_ref(), shown(name.as_ref(), value))).collect();
        let arguments: Vec<(&str, &str)> = about.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.with(why, &arguments)
    }
}

impl std::fmt::Debug for Wording {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Wording").field("language", &self.language).finish_non_exhaustive()
    }
}

/// `12` is a number; `0612`, `+33` and what is too long for exact arithmetic are texts.
fn argument(value: &str) -> FluentValue<'_> {
    match value.parse::<i64>() {
        Ok(number) if value.len() <= 15 && number.to_string() == value => number.into(),
        _ => value.into(),
    }
}

#[cfg(test)]
mod tests;
