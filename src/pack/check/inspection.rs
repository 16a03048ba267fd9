//! The state of one check: what was read, what is known, what was found wrong.

use super::known::{Kind, Known};
use crate::diagnostic::{Diagnostic, Report, Severity, nearest};
use crate::id::LineId;
use crate::locale::Language;
use crate::pack::at::{At, Piece};
use crate::pack::fault::Fault;
use crate::pack::raw::Name;
use crate::pack::stock::StockLine;
use crate::source::{Place, Source};
use crate::value::Currency;
use std::collections::{BTreeMap, BTreeSet};

/// Scope of a text that no particular persona speaks or is spoken to with.
pub const ANYONE: &str = "";

/// What a variable holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum VariableType {
    Text,
    Amount,
    Date,
    Time,
    Number,
    Phone,
    Email,
}

/// One run of the checker over one pack.
#[derive(Debug)]
pub struct Inspection<'s> {
    sources: BTreeMap<usize, &'s Source>,
    /// Everything wrong so far.
    pub report: Report,
    /// Everything defined.
    pub known: Known<'s>,
    /// Languages of the pack.
    pub languages: Vec<Language>,
    /// The pack's currency, when it is known.
    pub currency: Option<Currency>,
    /// Persona → variable → what it holds.
    pub variables: BTreeMap<String, BTreeMap<String, VariableType>>,
    /// Line → personas whose variables it may use (`ANYONE`: those of any).
    pub line_uses: BTreeMap<String, BTreeSet<String>>,
    /// Some file or item could not be read, so that what seems unused may be used there.
    pub broken: bool,
}

impl<'s> Inspection<'s> {
    /// A check of these texts.
    pub fn new(sources: impl IntoIterator<Item = &'s Source>) -> Inspection<'s> {
        Inspection {
            sources: sources.into_iter().map(|source| (source.text.as_ptr() as usize, source)).collect(),
            report: Report::default(),
            known: Known::default(),
            languages: Vec::new(),
            currency: None,
            variables: BTreeMap::new(),
            line_uses: BTreeMap::new(),
            broken: false,
        }
    }

    /// An error about a slice of one of the texts.
    pub fn error(&mut self, slice: &str, code: &'static str, arguments: &[(&'static str, &str)]) {
        self.tell(Severity::Error, slice, code, arguments, None);
    }

    /// A warning about a slice of one of the texts.
    pub fn warn(&mut self, slice: &str, code: &'static str, arguments: &[(&'static str, &str)]) {
        self.tell(Severity::Warning, slice, code, arguments, None);
    }

    fn tell(
        &mut self,
        severity: Severity,
        slice: &str,
        code: &'static str,
        arguments: &[(&'static str, &str)],
        nearest: Option<String>,
    ) {
        // A full report only counts: finding a place costs time.
        if self.report.is_full() {
            self.report.push(Diagnostic::new(code, severity, nowhere(), ""));
            return;
        }
        let Some(source) = self.source_of(slice.as_ptr() as usize) else { return };
        self.tell_at(severity, source, source.place_of(slice), code, arguments, nearest);
    }

    /// A problem at a place that is not a slice.
    pub fn tell_at(
        &mut self,
        severity: Severity,
        source: &Source,
        place: Place,
        code: &'static str,
        arguments: &[(&'static str, &str)],
        nearest: Option<String>,
    ) {
        let line = if self.report.is_full() { "" } else { source.line(place.line) };
        let mut diagnostic = Diagnostic::new(code, severity, place, line);
        diagnostic.arguments = arguments.iter().map(|(name, value)| (*name, clipped(value))).collect();
        diagnostic.nearest = nearest;
        self.report.push(diagnostic);
    }

    /// A problem with a file as a whole.
    pub fn about_file(
        &mut self,
        severity: Severity,
        path: &str,
        code: &'static str,
        arguments: &[(&'static str, &str)],
    ) {
        let source = Source { path: path.to_owned(), text: String::new() };
        self.tell_at(severity, &source, source.place_at(1, 1), code, arguments, None);
    }

    /// Something that could not be read.
    pub fn fault(&mut self, fault: &Fault) {
        self.broken = true;
        let Some(source) = self.source_of(fault.address) else { return };
        let place = source.place(fault.address - source.text.as_ptr() as usize, fault.length);
        let nearest = nearest(&fault.found, fault.expected.split(", "));
        let arguments = [("found", fault.found.as_str()), ("expected", fault.expected.as_str())];
        self.tell_at(Severity::Error, source, place, fault.code, &arguments, nearest);
    }

    /// The items that could be read; the others are reported the first time.
    pub fn readable<'r, T>(&self, pieces: &'r [Piece<'s, T>]) -> Vec<&'r T> {
        pieces.iter().filter_map(|piece| piece.value.as_ref().ok()).collect()
    }

    /// Reports items that could not be read; true when there were any.
    pub fn faults<T>(&mut self, pieces: &[Piece<'s, T>]) -> bool {
        let faults: Vec<&Fault> = pieces.iter().filter_map(|piece| piece.value.as_ref().err()).collect();
        faults.iter().for_each(|fault| self.fault(fault));
        !faults.is_empty()
    }

    /// The source a slice is part of.
    fn source_of(&self, address: usize) -> Option<&'s Source> {
        let (_, source) = self.sources.range(..=address).next_back()?;
        (address <= source.text.as_ptr() as usize + source.text.len()).then_some(*source)
    }

    /// `personas/anna.ron:12:5`
    pub fn where_is(&self, slice: &str) -> String {
        let Some(source) = self.source_of(slice.as_ptr() as usize) else { return String::new() };
        let place = source.place_of(slice);
        format!("{}:{}:{}", place.file, place.line, place.column)
    }

    /// Takes note of a definition.
    pub fn define(&mut self, kind: Kind, scope: &str, name: &Name<'s>) {
        if !is_name(&name.value) {
            self.error(name.slice, "P305", &[("name", &name.value)]);
        }
        if let Some(first) = self.known.definition(kind, scope, &name.value) {
            let first = if self.report.is_full() { String::new() } else { self.where_is(first) };
            self.error(name.slice, "P202", &[("kind", kind.name()), ("name", &name.value), ("defined", &first)]);
            return;
        }
        self.known.table_mut(kind, scope).names.insert(name.value.clone(), name.slice);
    }

    /// Follows a reference; false (and an error) when there is no such name.
    pub fn refer(&mut self, kind: Kind, scope: &str, name: &Name<'s>) -> bool {
        self.refer_any(kind, &[scope], &name.value, name.slice)
    }

    /// Follows a reference into the first of several scopes that knows the name.
    pub fn refer_any(&mut self, kind: Kind, scopes: &[&str], name: &str, slice: &str) -> bool {
        // Marked in every scope: what several calls share is used by all of them.
        let found = scopes.iter().fold(false, |found, scope| self.known.mark(kind, scope, name) || found);
        if !found && !scopes.iter().any(|scope| self.known.is_incomplete(kind, scope)) {
            self.unknown(kind, scopes, name, slice);
        }
        found
    }

    fn unknown(&mut self, kind: Kind, scopes: &[&str], name: &str, slice: &str) {
        let (near, defined) =
            if self.report.is_full() { (None, String::new()) } else { self.suggest(kind, scopes, name) };
        let arguments = [("kind", kind.name()), ("name", name), ("defined", &defined)];
        self.tell(Severity::Error, slice, "P201", &arguments, near);
    }

    /// The nearest name and where it is defined.
    pub fn suggest(&self, kind: Kind, scopes: &[&str], name: &str) -> (Option<String>, String) {
        let names =
            scopes.iter().filter_map(|scope| self.known.table(kind, scope)).flat_map(|table| table.names.keys());
        let near = nearest(name, names.map(String::as_str));
        let defined = near
            .as_deref()
            .and_then(|near| scopes.iter().find_map(|scope| self.known.definition(kind, scope, near)))
            .map(|slice| self.where_is(slice))
            .unwrap_or_default();
        (near, defined)
    }

    /// One of a closed list of names.
    pub fn choose<'k, T>(
        &mut self,
        kind: Kind,
        name: &Name<'s>,
        known: impl IntoIterator<Item = (&'k str, T)>,
    ) -> Option<T> {
        self.choose_at(kind, &name.value, name.slice, known)
    }

    /// One of a closed list of names, written at a slice.
    pub fn choose_at<'k, T>(
        &mut self,
        kind: Kind,
        name: &str,
        slice: &str,
        known: impl IntoIterator<Item = (&'k str, T)>,
    ) -> Option<T> {
        let mut names = Vec::new();
        for (candidate, value) in known {
            if candidate == name {
                return Some(value);
            }
            names.push(candidate);
        }
        let near = nearest(name, names.iter().copied());
        let all = names.join(", ");
        let arguments = [("kind", kind.name()), ("name", name), ("choices", all.as_str())];
        self.tell(Severity::Error, slice, "P203", &arguments, near);
        None
    }

    /// A reference to a line that may use the variables of these personas.
    pub fn line(&mut self, name: &Name<'s>, scopes: &[&str]) -> LineId {
        self.line_at(&name.value, name.slice, scopes);
        LineId::new(&name.value)
    }

    /// A reference to a line, written at a slice.
    pub fn line_at(&mut self, name: &str, slice: &str, scopes: &[&str]) {
        let uses = self.line_uses.entry(name.to_owned()).or_default();
        uses.extend(scopes.iter().map(|scope| (*scope).to_owned()));
        if let Some(stock) = name.strip_prefix("stock.")
            && StockLine::from_name(stock).is_some()
        {
            self.known.mark(Kind::Line, "", name);
            return;
        }
        self.refer_any(Kind::Line, &[""], name, slice);
    }

    /// A line that need not be there.
    pub fn optional_line(&mut self, name: &Option<Name<'s>>, scopes: &[&str]) -> Option<LineId> {
        name.as_ref().map(|name| self.line(name, scopes))
    }

    /// A number within bounds.
    pub fn within<N: Copy + PartialOrd + std::fmt::Display>(&mut self, number: &At<'s, N>, low: N, high: N) -> N {
        if number.value < low || number.value > high {
            let (low, high) = (low.to_string(), high.to_string());
            self.error(number.slice, "P306", &[("low", &low), ("high", &high)]);
        }
        number.value
    }

    /// What a variable holds for each persona of a scope; `None` when somebody lacks it. `Err` names who.
    pub fn variable(&self, scopes: &[&str], name: &str) -> Result<Option<VariableType>, String> {
        match name {
            "company" | "operator" => return Ok(Some(VariableType::Text)),
            "today" => return Ok(Some(VariableType::Date)),
            _ => {}
        }
        if let Some((scope, rest)) = name.split_once('.') {
            return match scope {
                "price" if self.known.is_incomplete(Kind::Product, "") => Ok(None),
                "price" => {
                    let product = self.known.definition(Kind::Product, "", rest);
                    product.map(|_| Some(VariableType::Amount)).ok_or_else(String::new)
                }
                _ if self.known.is_incomplete(Kind::Variable, scope) => Ok(None),
                _ => {
                    let held = self.variables.get(scope).and_then(|variables| variables.get(rest));
                    held.map(|held| Some(*held)).ok_or_else(String::new)
                }
            };
        }
        let mut held = None;
        let someone = scopes.iter().any(|scope| *scope != ANYONE);
        for scope in scopes.iter().filter(|scope| **scope != ANYONE) {
            match self.variables.get(*scope).and_then(|variables| variables.get(name)) {
                Some(found) => held = Some(*found),
                None if self.known.is_incomplete(Kind::Variable, scope) => {}
                None => return Err((*scope).to_owned()),
            }
        }
        if someone {
            return Ok(held);
        }
        if self.known.of_kind(Kind::Variable).any(|(_, table)| table.incomplete) {
            return Ok(None);
        }
        self.variables
            .values()
            .find_map(|variables| variables.get(name))
            .map(|held| Some(*held))
            .ok_or_else(String::new)
    }

    /// Checks that a variable exists and marks it used.
    pub fn refer_variable(&mut self, scopes: &[&str], name: &str, slice: &str) -> Option<VariableType> {
        match name.split_once('.') {
            Some(("price", product)) => _ = self.known.mark(Kind::Product, "", product),
            Some((persona, variable)) => _ = self.known.mark(Kind::Variable, persona, variable),
            None => scopes.iter().for_each(|scope| _ = self.known.mark(Kind::Variable, scope, name)),
        }
        match self.variable(scopes, name) {
            Ok(held) => held,
            Err(persona) => {
                if !self.report.is_full() {
                    let names = self.variable_names(scopes);
                    let near = nearest(name, names.iter().map(String::as_str));
                    let of = if persona.is_empty() { "nobody" } else { "persona" };
                    let arguments = [("name", name), ("persona", persona.as_str()), ("of", of)];
                    self.tell(Severity::Error, slice, "P405", &arguments, near);
                }
                None
            }
        }
    }

    fn variable_names(&self, scopes: &[&str]) -> BTreeSet<String> {
        let someone = scopes.iter().any(|scope| *scope != ANYONE);
        let mut names: BTreeSet<String> = ["company", "operator", "today"].map(str::to_owned).into();
        for (persona, variables) in &self.variables {
            names.extend(variables.keys().map(|name| format!("{persona}.{name}")));
            if !someone || scopes.contains(&persona.as_str()) {
                names.extend(variables.keys().cloned());
            }
        }
        let products = self.known.table(Kind::Product, "");
        names.extend(products.into_iter().flat_map(|table| table.names.keys()).map(|id| format!("price.{id}")));
        names
    }
}

/// Names are plain, so that they can stand in paths, journals and scripts.
fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 80
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_.-".contains(&byte))
        && !name.starts_with(['.', '-'])
}

/// What is quoted back stays short whatever was written.
fn clipped(text: &str) -> String {
    const LONGEST: usize = 400;
    if text.chars().nth(LONGEST).is_none() {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}

fn nowhere() -> Place {
    Place { file: String::new(), line: 1, column: 1, length: 1 }
}
