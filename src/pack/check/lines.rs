//! `text/<lang>.ron`: every line in every language, its variants, conditions and variables.

use super::inspection::{ANYONE, Inspection};
use super::known::Kind;
use super::library::Library;
use crate::id::LineId;
use crate::locale::Language;
use crate::pack::builtin;
use crate::pack::model::{Texts, Variant};
use crate::pack::raw::Name;
use std::collections::{BTreeMap, BTreeSet};

/// A line in one language.
struct Written<'r, 's> {
    key: &'s str,
    variants: Option<&'r [Name<'s>]>,
}

type Lines<'r, 's> = BTreeMap<&'r str, Written<'r, 's>>;

impl<'s> Inspection<'s> {
    /// Checks all texts. Runs after everything that refers to lines.
    pub fn lines(&mut self, library: &Library<'s>) -> Texts {
        let languages = self.languages.clone();
        let mut written: BTreeMap<Language, Lines<'_, 's>> = BTreeMap::new();
        for (language, (source, text)) in &library.text {
            if !languages.contains(language) && !languages.is_empty() {
                self.warn(&source.text[..0], "P008", &[]);
                continue;
            }
            let Ok(entries) = text else { continue };
            let mut lines: Lines<'_, 's> = BTreeMap::new();
            for (name, piece) in &entries.0 {
                if let Some(first) = lines.get(name.value.as_str()) {
                    let first = self.where_is(first.key);
                    let arguments = [("kind", "line"), ("name", name.value.as_str()), ("defined", &first)];
                    self.error(name.slice, "P202", &arguments);
                    continue;
                }
                let variants = piece.value.as_ref().ok().map(Vec::as_slice);
                lines.insert(&name.value, Written { key: name.slice, variants });
            }
            written.insert(*language, lines);
        }
        if let Some((source, Ok(_))) = &library.pack {
            for language in &languages {
                if !library.text.contains_key(language) {
                    self.error(&source.text[..0], "P410", &[("language", language.code())]);
                }
            }
        }
        self.compare(&written);
        for (line, variable, slice) in std::mem::take(&mut self.must_say) {
            let said = |lines: &Lines<'_, 's>| match lines.get(line.as_str()).map(variables_of) {
                Some(Some(variables)) => variables.contains(&variable),
                // Missing and broken lines are told elsewhere.
                _ => true,
            };
            if !written.values().all(said) {
                self.error(slice, "P331", &[("name", &line), ("variable", &variable)]);
            }
        }
        let mut texts = Texts::new();
        for (language, lines) in &written {
            let text = texts.entry(*language).or_insert_with(|| builtin::stock(*language));
            for (name, line) in lines {
                let variants = self.variants(name, line);
                text.insert(LineId::new(*name), variants);
            }
        }
        texts
    }

    fn variants(&mut self, name: &str, line: &Written<'_, 's>) -> Vec<Variant> {
        let Some(variants) = line.variants else { return Vec::new() };
        if variants.is_empty() {
            self.error(line.key, "P402", &[("name", name)]);
        }
        let scopes: Vec<String> = self.scopes(name);
        let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
        let mut checked = Vec::new();
        for variant in variants {
            if variant.value.trim().is_empty() {
                self.error(variant.slice, "P411", &[]);
                continue;
            }
            self.visible(variant);
            match Variant::parse(&variant.value) {
                Ok(parsed) => {
                    for variable in parsed.template.variables() {
                        self.refer_variable(&scopes, variable, super::texts::hole(variant.slice, variable));
                    }
                    checked.push(parsed);
                }
                Err(wrong) => self.wrong_text(variant.slice, &wrong),
            }
        }
        checked
    }

    /// Whose variables a line may use: those of all who say it or are told it. `<persona>.<stock line>` belongs to its persona.
    fn scopes(&self, line: &str) -> Vec<String> {
        match self.line_uses.get(line) {
            Some(scopes) => scopes.iter().cloned().collect(),
            None => match line.split_once('.') {
                Some((persona, _)) if self.variables.contains_key(persona) => vec![persona.to_owned()],
                _ => vec![ANYONE.to_owned()],
            },
        }
    }

    fn compare(&mut self, written: &BTreeMap<Language, Lines<'_, 's>>) {
        let names: BTreeSet<&str> = written.values().flat_map(|lines| lines.keys().copied()).collect();
        for name in names {
            let there: Vec<(Language, &Written<'_, 's>)> =
                written.iter().filter_map(|(language, lines)| Some((*language, lines.get(name)?))).collect();
            let Some((_, first)) = there.first() else { continue };
            for language in written.keys().filter(|language| !there.iter().any(|(other, _)| other == *language)) {
                self.error(first.key, "P401", &[("name", name), ("language", language.code())]);
            }
            let used = variables_of(first);
            for (language, other) in &there[1..] {
                let others = variables_of(other);
                if let (Some(used), Some(others)) = (&used, others)
                    && *used != others
                {
                    let scopes = self.scopes(name);
                    let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
                    let different: Vec<&str> = used.symmetric_difference(&others).map(String::as_str).collect();
                    // A misspelt variable is told as such.
                    if different.iter().any(|variable| self.variable(&scopes, variable).is_err()) {
                        continue;
                    }
                    let different = different.join(", ");
                    let first = if self.report.is_full() { String::new() } else { self.where_is(first.key) };
                    let arguments =
                        [("name", name), ("variables", &different), ("language", language.code()), ("defined", &first)];
                    self.warn(other.key, "P407", &arguments);
                }
            }
        }
    }

    /// True when a key is a line that a persona says instead of a stock line, or replaces a stock line.
    pub fn replaces_stock(&self, line: &str) -> bool {
        line.split_once('.').is_some_and(|(persona, name)| {
            crate::pack::stock::StockLine::from_name(name).is_some()
                && (persona == "stock" || self.known.definition(Kind::Persona, "", persona).is_some())
        })
    }
}

fn variables_of(line: &Written<'_, '_>) -> Option<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for variant in line.variants? {
        names.extend(Variant::parse(&variant.value).ok()?.template.variables().map(str::to_owned));
    }
    Some(names)
}
