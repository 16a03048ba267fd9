//! Takes note of every name before any reference is followed.

use super::inspection::Inspection;
use super::known::Kind;
use super::library::Library;
use super::values::held_by;
use crate::locale::Language;
use crate::pack::raw::{Name, RawPack, RawPersona};
use crate::value::Currency;
use std::collections::BTreeMap;

/// Variables one persona may have.
const MOST_VARIABLES: usize = 300;

impl<'s> Inspection<'s> {
    /// Notes all definitions and reports repeated ones and what could not be read.
    pub fn definitions(&mut self, library: &Library<'s>) {
        match &library.pack {
            Some((_, Ok(raw))) => self.define_pack(raw),
            Some((_, Err(fault))) => {
                self.fault(fault);
                self.no_pack(library);
            }
            None => self.no_pack(library),
        }
        for (id, (source, persona)) in &library.personas {
            self.define_file(Kind::Persona, id, &source.text);
            match persona {
                Ok(raw) => self.define_persona(id, raw),
                Err(fault) => {
                    self.fault(fault);
                    for kind in [Kind::Fact, Kind::Objection, Kind::Variable] {
                        self.known.table_mut(kind, id).incomplete = true;
                    }
                }
            }
        }
        for (id, (source, call)) in &library.calls {
            self.define_file(Kind::Call, id, &source.text);
            match call {
                Ok(raw) => {
                    let outcomes = self.faults(&raw.outcomes);
                    self.known.table_mut(Kind::Outcome, id).incomplete = outcomes;
                    for outcome in self.readable(&raw.outcomes) {
                        self.define(Kind::Outcome, id, &outcome.id);
                    }
                    let plays = self.faults(&raw.model);
                    self.known.table_mut(Kind::Play, id).incomplete = plays;
                    for play in self.readable(&raw.model) {
                        self.define(Kind::Play, id, &play.id);
                    }
                }
                Err(fault) => {
                    self.fault(fault);
                    self.known.table_mut(Kind::Outcome, id).incomplete = true;
                }
            }
        }
        for (id, (source, script)) in &library.scripts {
            self.define_file(Kind::Script, id, &source.text);
            match script {
                Ok(raw) => {
                    self.faults(&raw.steps);
                    for step in self.readable(&raw.steps) {
                        self.define(Kind::Step, id, &step.id);
                    }
                    self.faults(&raw.forbidden);
                    for forbidden in self.readable(&raw.forbidden) {
                        self.define(Kind::Forbidden, id, &forbidden.id);
                    }
                }
                Err(fault) => self.fault(fault),
            }
        }
        for (id, (source, scorecard)) in &library.scorecards {
            self.define_file(Kind::Scorecard, id, &source.text);
            if let Err(fault) = scorecard {
                self.fault(fault);
            }
        }
        self.define_listed(library);
        for pages in library.handbook.values() {
            for (page, source) in pages {
                self.known.table_mut(Kind::Page, "").names.entry((*page).to_owned()).or_insert(&source.text);
            }
        }
        self.define_lines(library);
    }

    fn define_listed(&mut self, library: &Library<'s>) {
        match &library.intents {
            Some(Ok(pieces)) => {
                self.known.table_mut(Kind::Intent, "").incomplete = self.faults(pieces);
                for intent in self.readable(pieces) {
                    self.define(Kind::Intent, "", &intent.id);
                    if crate::moves::Move::from_name(&intent.id.value).is_some() {
                        self.error(intent.id.slice, "P334", &[("name", &intent.id.value)]);
                    }
                }
            }
            Some(Err(fault)) => {
                self.fault(fault);
                self.known.table_mut(Kind::Intent, "").incomplete = true;
            }
            None => {}
        }
        match &library.customers {
            Some(Ok(pieces)) => {
                self.known.table_mut(Kind::Record, "").incomplete = self.faults(pieces);
                for record in self.readable(pieces) {
                    self.define(Kind::Record, "", &record.id);
                    if record.id.value == "new" {
                        self.error(record.id.slice, "P335", &[("name", "new")]);
                    }
                }
            }
            Some(Err(fault)) => {
                self.fault(fault);
                self.known.table_mut(Kind::Record, "").incomplete = true;
            }
            None => {}
        }
    }

    fn define_lines(&mut self, library: &Library<'s>) {
        for (_, text) in library.text.values() {
            match text {
                Ok(entries) => {
                    for (name, piece) in &entries.0 {
                        // Repetition is looked for within each language; here the first language's place will do.
                        self.known.table_mut(Kind::Line, "").names.entry(name.value.clone()).or_insert(name.slice);
                        if let Err(fault) = &piece.value {
                            self.fault(fault);
                        }
                    }
                }
                Err(fault) => {
                    self.fault(fault);
                    self.known.table_mut(Kind::Line, "").incomplete = true;
                }
            }
        }
    }

    fn define_file(&mut self, kind: Kind, id: &str, text: &'s str) {
        let name = Name { value: id.to_owned(), slice: &text[..0] };
        self.define(kind, "", &name);
    }

    fn define_pack(&mut self, raw: &RawPack<'s>) {
        for name in &raw.languages {
            let known = Language::ALL.map(|language| (language.code(), language));
            if let Some(language) = self.choose(Kind::Language, name, known) {
                if self.languages.contains(&language) {
                    self.error(name.slice, "P108", &[("name", &name.value)]);
                } else {
                    self.languages.push(language);
                }
            }
        }
        self.currency = Currency::from_code(&raw.currency.value).or_else(|| {
            let codes = Currency::ALL.map(Currency::code).join(", ");
            self.error(raw.currency.slice, "P309", &[("name", &raw.currency.value), ("choices", &codes)]);
            None
        });
        let products = self.faults(&raw.company.products);
        self.known.table_mut(Kind::Product, "").incomplete = products;
        for product in self.readable(&raw.company.products) {
            self.define(Kind::Product, "", &product.id);
        }
        let departments = self.faults(&raw.company.departments);
        self.known.table_mut(Kind::Department, "").incomplete = departments;
        for department in self.readable(&raw.company.departments) {
            self.define(Kind::Department, "", &department.id);
        }
        let dispositions = self.faults(&raw.dispositions);
        self.known.table_mut(Kind::Disposition, "").incomplete = dispositions;
        for disposition in self.readable(&raw.dispositions) {
            self.define(Kind::Disposition, "", &disposition.id);
        }
    }

    /// Without `pack.ron` the languages are those there are texts for.
    fn no_pack(&mut self, library: &Library<'s>) {
        self.broken = true;
        self.languages = library.text.keys().copied().collect();
        for kind in [Kind::Product, Kind::Department, Kind::Disposition] {
            self.known.table_mut(kind, "").incomplete = true;
        }
    }

    fn define_persona(&mut self, id: &'s str, raw: &RawPersona<'s>) {
        let facts = self.faults(&raw.facts);
        self.known.table_mut(Kind::Fact, id).incomplete = facts;
        for fact in self.readable(&raw.facts) {
            self.define(Kind::Fact, id, &fact.id);
        }
        let objections = self.faults(&raw.objections);
        self.known.table_mut(Kind::Objection, id).incomplete = objections;
        for objection in self.readable(&raw.objections) {
            self.define(Kind::Objection, id, &objection.id);
        }
        self.known.table_mut(Kind::Variable, id).incomplete = false;
        if let Some((name, _)) = raw.vary.0.get(MOST_VARIABLES) {
            self.error(name.slice, "P337", &[("most", &MOST_VARIABLES.to_string())]);
        }
        for (name, _) in &raw.vary.0 {
            self.define(Kind::Variable, id, name);
        }
        let others: BTreeMap<String, _> = raw.vary.0.iter().map(|(name, at)| (name.value.clone(), &at.value)).collect();
        let held = others.iter().map(|(name, variation)| (name.clone(), held_by(variation, &others))).collect();
        self.variables.insert(id.to_owned(), held);
    }
}
