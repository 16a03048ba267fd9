//! All texts of a pack as one table for a translator, and back. What was not changed in the table is not touched in the
//! files: not its spelling, not its comments, not its order.

use crate::locale::Language;
use crate::pack::files::Files;
use crate::pack::scan::{literal, with_item};
use crate::pack::slots::{self, Sheet, Slot};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A row of the table: one variant, question, example, phrase or page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub sheet: Sheet,
    /// Name of the line, fact, intent …
    pub key: String,
    /// Which of its texts, from 1.
    pub number: usize,
    /// Mood in which a variant may be said, `[patience < 40]`, when it is the same in all languages.
    pub condition: String,
    /// The text in each language; none where there is none.
    pub texts: BTreeMap<Language, String>,
    /// Where it is used; for the translator alone.
    pub context: String,
    /// Languages that lack all of it; for the translator alone.
    pub missing: Vec<Language>,
}

/// All rows of a pack. `languages`: the columns, whether or not the pack has them yet.
pub fn rows(files: &Files, languages: &[Language]) -> Vec<Row> {
    let (slots, _) = slots::slots(files);
    let mentions = slots::mentions(files);
    let mut by_key: BTreeMap<(Sheet, &str), BTreeMap<Language, &Slot>> = BTreeMap::new();
    let mut order: Vec<(Sheet, &str)> = Vec::new();
    for slot in &slots {
        let key = (slot.sheet, slot.key.as_str());
        if !by_key.contains_key(&key) {
            order.push(key);
        }
        by_key.entry(key).or_default().insert(slot.language, slot);
    }
    order.sort_by_key(|(sheet, _)| *sheet);
    let mut rows = Vec::new();
    for (sheet, key) in order {
        let of = &by_key[&(sheet, key)];
        let count = of.values().map(|slot| slot.texts.len()).max().unwrap_or(0);
        let is_missing = |language: &&Language| {
            sheet.needs_every_language()
                && of.get(*language).is_none_or(|slot| slot.texts.iter().all(|(text, _)| text.trim().is_empty()))
        };
        let missing: Vec<Language> = languages.iter().filter(is_missing).copied().collect();
        let context = match sheet {
            Sheet::Lines => mentions.get(key).map(|places| places.join(" ")).unwrap_or_default(),
            _ => of.values().next().map(|slot| slot.file.clone()).unwrap_or_default(),
        };
        for number in 1..=count {
            let mut texts: BTreeMap<Language, String> = of
                .iter()
                .filter_map(|(language, slot)| Some((*language, slot.texts.get(number - 1)?.0.clone())))
                .collect();
            let condition = if sheet == Sheet::Lines { shared_condition(&mut texts) } else { String::new() };
            let (key, context, missing) = (key.to_owned(), context.clone(), missing.clone());
            rows.push(Row { sheet, key, number, condition, texts, context, missing });
        }
    }
    rows
}

/// Takes the condition out of the texts when all begin with the same one.
fn shared_condition(texts: &mut BTreeMap<Language, String>) -> String {
    let split: Option<Vec<(String, String)>> = texts
        .values()
        .map(|text| {
            let (condition, rest) = text.strip_prefix('[')?.split_once("] ")?;
            Some((format!("[{condition}]"), rest.to_owned()))
        })
        .collect();
    let Some(split) = split else { return String::new() };
    let Some((first, _)) = split.first().cloned() else { return String::new() };
    if split.iter().any(|(condition, _)| *condition != first) {
        return String::new();
    }
    for (text, (_, rest)) in texts.values_mut().zip(split) {
        *text = rest;
    }
    first
}

impl Row {
    fn whole(&self, language: Language) -> Option<String> {
        let text = self.texts.get(&language).filter(|text| !text.trim().is_empty())?;
        match self.condition.trim() {
            "" => Some(text.clone()),
            _ if text.starts_with('[') => Some(text.clone()),
            condition => Some(format!("{condition} {text}")),
        }
    }
}

/// What an import does to the files of a pack.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// Path within the pack → its new text; only files that change.
    pub changed: BTreeMap<String, String>,
    /// Texts changed, added and taken out.
    pub texts: usize,
    /// Rows whose name the pack does not know: they were left out.
    pub unknown: Vec<String>,
}

/// What rows would change in a pack. Rows and languages that are not among them stay as they are.
pub fn import(files: &Files, table: &[Row], languages: &[Language]) -> Import {
    let (slots, _) = slots::slots(files);
    let mut work = Work { files, edits: BTreeMap::new(), created: BTreeMap::new(), import: Import::default() };
    let mut wanted: BTreeMap<(Sheet, &str), BTreeMap<usize, &Row>> = BTreeMap::new();
    for row in table {
        wanted.entry((row.sheet, row.key.as_str())).or_default().insert(row.number, row);
    }
    let before = rows(files, languages);
    let mut exported: BTreeMap<(Sheet, &str, usize), &Row> = BTreeMap::new();
    for row in &before {
        exported.insert((row.sheet, row.key.as_str(), row.number), row);
    }
    for ((sheet, key), rows) in &wanted {
        if !slots.iter().any(|slot| slot.sheet == *sheet && slot.key == *key) {
            work.import.unknown.push(format!("{}: {key}", sheet.name()));
            continue;
        }
        for language in languages {
            let slot =
                slots.iter().find(|slot| (slot.sheet, slot.key.as_str(), slot.language) == (*sheet, key, *language));
            let mut added = Vec::new();
            for (number, row) in rows {
                let new = row.whole(*language);
                let old = exported.get(&(*sheet, key, *number)).and_then(|row| row.whole(*language));
                if new == old {
                    continue;
                }
                work.import.texts += 1;
                match (slot.and_then(|slot| Some((slot, slot.texts.get(number - 1)?))), new) {
                    (Some((slot, (_, at))), Some(new)) => work.replace(slot, at, &new),
                    (Some((slot, (_, at))), None) => work.take_out(slot, at),
                    (None, Some(new)) => added.push(new),
                    (None, None) => work.import.texts -= 1,
                }
            }
            if !added.is_empty() {
                work.add(&slots, *sheet, key, *language, slot, added);
            }
        }
    }
    work.finish()
}

struct Work<'a> {
    files: &'a Files,
    /// File → what stands where, from the beginning.
    edits: BTreeMap<String, Vec<(Range<usize>, String)>>,
    /// Files of lines that a language lacks altogether, and handbook pages.
    created: BTreeMap<String, String>,
    import: Import,
}

impl Work<'_> {
    fn text(&self, path: &str) -> &str {
        self.files.contents.get(path).and_then(|content| std::str::from_utf8(content).ok()).unwrap_or("")
    }

    fn edit(&mut self, path: &str, at: Range<usize>, text: String) {
        self.edits.entry(path.to_owned()).or_default().push((at, text));
    }

    fn replace(&mut self, slot: &Slot, at: &Range<usize>, new: &str) {
        let new = if slot.sheet == Sheet::Handbook { new.to_owned() } else { literal(new) };
        self.edit(&slot.file, at.clone(), new);
    }

    /// With the comma that follows, if one does.
    fn take_out(&mut self, slot: &Slot, at: &Range<usize>) {
        let rest = &self.text(&slot.file)[at.end..];
        let blank = rest.len() - rest.trim_start().len();
        let comma = if rest[blank..].starts_with(',') { blank + 1 } else { 0 };
        let blanks = if comma > 0 { rest[comma..].chars().take_while(|c| *c == ' ').count() } else { 0 };
        self.edit(&slot.file, at.start..at.end + comma + blanks, String::new());
    }

    fn add(
        &mut self,
        slots: &[Slot],
        sheet: Sheet,
        key: &str,
        language: Language,
        slot: Option<&Slot>,
        texts: Vec<String>,
    ) {
        let literals = texts.iter().map(|text| literal(text)).collect::<Vec<_>>().join(", ");
        if let Some(slot) = slot {
            match slot.texts.last() {
                Some((_, last)) => self.edit(&slot.file, last.end..last.end, format!(", {literals}")),
                None => self.edit(&slot.file, slot.list.start + 1..slot.list.start + 1, literals),
            }
            return;
        }
        match sheet {
            Sheet::Handbook => {
                let page = texts.into_iter().next().unwrap_or_default();
                self.created.insert(format!("handbook/{language}/{key}"), page);
            }
            Sheet::Lines => self.add_line(slots, key, language, &literals),
            _ => {
                if let Some(other) = slots.iter().rfind(|slot| slot.sheet == sheet && slot.key == key) {
                    self.edit(&other.file, other.list.end..other.list.end, format!(", \"{language}\": [{literals}]"));
                }
            }
        }
    }

    /// A line that a language lacks: after the line that stands before it in another language.
    fn add_line(&mut self, slots: &[Slot], key: &str, language: Language, literals: &str) {
        let path = format!("text/{language}.ron");
        let line = format!("{}: [{literals}]", literal(key));
        let other: Vec<&Slot> =
            slots.iter().filter(|slot| slot.sheet == Sheet::Lines && slot.language != language).collect();
        let at = other.iter().position(|slot| slot.key == key).unwrap_or(0);
        let own = |key: &str| {
            slots.iter().find(|slot| slot.sheet == Sheet::Lines && slot.language == language && slot.key == key)
        };
        match other[..at].iter().rev().find_map(|slot| own(&slot.key)) {
            Some(before) => self.edit(&path, before.list.end..before.list.end, format!(",\n    {line}")),
            None => match self.text(&path).find('{') {
                Some(open) => self.edit(&path, open + 1..open + 1, format!("\n    {line},")),
                None => {
                    let file = self.created.entry(path).or_insert_with(|| "{\n}\n".to_owned());
                    let whole = 0..file.trim_end().len();
                    *file = with_item(file, &whole, &format!("    {line},\n"));
                }
            },
        }
    }

    fn finish(mut self) -> Import {
        for (path, mut edits) in std::mem::take(&mut self.edits) {
            // Several insertions in one place keep their order.
            edits.sort_by_key(|(at, _)| at.start);
            let text = self.text(&path);
            let (mut out, mut from) = (String::new(), 0);
            for (at, new) in edits {
                if at.start < from {
                    continue;
                }
                out.push_str(&text[from..at.start]);
                out.push_str(&new);
                from = at.end;
            }
            out.push_str(&text[from..]);
            self.import.changed.insert(path, out);
        }
        self.import.changed.append(&mut self.created);
        self.import
    }
}

/// The languages whose texts a pack has files of.
pub fn languages(files: &Files) -> Vec<Language> {
    let found: BTreeSet<Language> = slots::slots(files).0.iter().map(|slot| slot.language).collect();
    found.into_iter().collect()
}
