//! Every text of a pack that a translator works on, with its place in the files, so that it can be changed there without
//! touching anything else.

use super::at::Entries;
use super::fault::Fault;
use super::files::Files;
use super::raw::{Name, Phrases, RawIntent, RawPersona, RawScript, RawText};
use super::{at::Piece, read::parse};
use crate::locale::Language;
use std::collections::BTreeMap;
use std::ops::Range;

/// What a text is; one sheet of a translator's workbook each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sheet {
    /// Variants of the lines of `text/`.
    Lines,
    /// Questions that ask for a fact.
    Questions,
    /// Examples and counter-examples of intents.
    Intents,
    /// Phrases that scripts forbid.
    Forbidden,
    /// Pages of the handbook.
    Handbook,
}

impl Sheet {
    /// All of them, in the order of a workbook.
    pub const ALL: [Sheet; 5] = [Sheet::Lines, Sheet::Questions, Sheet::Intents, Sheet::Forbidden, Sheet::Handbook];

    /// Its name in a workbook.
    pub fn name(self) -> &'static str {
        match self {
            Sheet::Lines => "lines",
            Sheet::Questions => "questions",
            Sheet::Intents => "intents",
            Sheet::Forbidden => "forbidden",
            Sheet::Handbook => "handbook",
        }
    }

    /// The sheet of that name.
    pub fn from_name(name: &str) -> Option<Sheet> {
        Sheet::ALL.into_iter().find(|sheet| sheet.name() == name)
    }

    /// Whether a language that lacks a text of this sheet is incomplete.
    pub fn needs_every_language(self) -> bool {
        self != Sheet::Forbidden
    }
}

/// The texts of one name in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// What they are.
    pub sheet: Sheet,
    /// What a translator sees as their name: `martine.hello`, `martine/charge_amount`, `propose_refund`, …
    pub key: String,
    /// Their language.
    pub language: Language,
    /// The file they stand in, within the pack.
    pub file: String,
    /// Each text with the bytes of its literal; of a handbook page: the whole file.
    pub texts: Vec<(String, Range<usize>)>,
    /// The bytes of what a further language is written after: the list in brackets.
    pub list: Range<usize>,
}

/// Collects the slots of a pack in the order of its files; the faults of files that cannot be read.
pub fn slots(files: &Files) -> (Vec<Slot>, Vec<(String, Fault)>) {
    let mut found = Found { slots: Vec::new(), faults: Vec::new() };
    for (path, content) in &files.contents {
        let Ok(text) = std::str::from_utf8(content) else { continue };
        found.file(path, text);
    }
    (found.slots, found.faults)
}

struct Found {
    slots: Vec<Slot>,
    faults: Vec<(String, Fault)>,
}

impl Found {
    fn file(&mut self, path: &str, text: &str) {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["text", name] => {
                let Some(language) = name.strip_suffix(".ron").and_then(Language::from_code) else { return };
                if let Some(lines) = self.read::<RawText<'_>>(path, text) {
                    self.lines(path, text, language, &lines);
                }
            }
            ["personas", name] => {
                let Some(id) = name.strip_suffix(".ron") else { return };
                let Some(persona) = self.read::<RawPersona<'_>>(path, text) else { return };
                for fact in persona.facts.iter().filter_map(|piece| piece.value.as_ref().ok()) {
                    self.phrases(path, text, Sheet::Questions, &format!("{id}/{}", fact.id.value), &fact.asked);
                }
            }
            ["intents.ron"] => {
                let Some(intents) = self.read::<Vec<Piece<'_, RawIntent<'_>>>>(path, text) else { return };
                for intent in intents.iter().filter_map(|piece| piece.value.as_ref().ok()) {
                    let id = &intent.id.value;
                    self.phrases(path, text, Sheet::Intents, id, &intent.examples);
                    self.phrases(path, text, Sheet::Intents, &format!("{id}/not"), &intent.counter_examples);
                }
            }
            ["scripts", name] => {
                let Some(id) = name.strip_suffix(".ron") else { return };
                let Some(script) = self.read::<RawScript<'_>>(path, text) else { return };
                for forbidden in script.forbidden.iter().filter_map(|piece| piece.value.as_ref().ok()) {
                    let key = format!("{id}/{}", forbidden.id.value);
                    self.phrases(path, text, Sheet::Forbidden, &key, &forbidden.phrases);
                }
            }
            ["handbook", language, page] => {
                let Some(language) = Language::from_code(language) else { return };
                self.slots.push(Slot {
                    sheet: Sheet::Handbook,
                    key: (*page).to_owned(),
                    language,
                    file: path.to_owned(),
                    texts: vec![(text.to_owned(), 0..text.len())],
                    list: 0..text.len(),
                });
            }
            _ => {}
        }
    }

    fn read<'s, T: serde::Deserialize<'s>>(&mut self, path: &str, text: &'s str) -> Option<T> {
        parse(text).map_err(|fault| self.faults.push((path.to_owned(), fault))).ok()
    }

    fn lines(&mut self, path: &str, text: &str, language: Language, lines: &RawText<'_>) {
        for (key, piece) in &lines.0 {
            if let Ok(variants) = &piece.value {
                self.slots.push(Slot {
                    sheet: Sheet::Lines,
                    key: key.value.clone(),
                    language,
                    file: path.to_owned(),
                    texts: variants.iter().map(|name| of(text, name)).collect(),
                    list: range(text, piece.slice),
                });
            }
        }
    }

    fn phrases(&mut self, path: &str, text: &str, sheet: Sheet, key: &str, phrases: &Phrases<'_>) {
        let Entries(languages) = phrases;
        for (code, names) in languages {
            let (Some(language), Some(first), Some(last)) =
                (Language::from_code(&code.value), names.first(), names.last())
            else {
                continue;
            };
            let (start, end) = (range(text, first.slice).start, range(text, last.slice).end);
            self.slots.push(Slot {
                sheet,
                key: key.to_owned(),
                language,
                file: path.to_owned(),
                texts: names.iter().map(|name| of(text, name)).collect(),
                list: super::scan::enclosing(text, start, end),
            });
        }
    }
}

fn of(text: &str, name: &Name<'_>) -> (String, Range<usize>) {
    (name.value.clone(), range(text, name.slice))
}

fn range(text: &str, slice: &str) -> Range<usize> {
    let start = (slice.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + slice.len()
}

/// Line → where it is referred to, as `file:line`, of every file but those of `text/`.
pub fn mentions(files: &Files) -> BTreeMap<String, Vec<String>> {
    let mut mentions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, content) in &files.contents {
        let told = (path.ends_with(".ron") && !path.starts_with("text/")) || path.ends_with(".rhai");
        let Some(text) = std::str::from_utf8(content).ok().filter(|_| told) else { continue };
        for (number, line) in text.lines().enumerate() {
            for name in line.split('"').skip(1).step_by(2) {
                mentions.entry(name.to_owned()).or_default().push(format!("{path}:{}", number + 1));
            }
        }
    }
    mentions
}
