//! `personas/<id>.rhai`: compiled by the very engine that plays them, and every name in them followed.

use super::inspection::Inspection;
use super::known::Kind;
use super::library::Library;
use crate::behaviour::{Behaviour, ENTITIES, Mention, MentionKind, ScriptProblem};
use crate::diagnostic::Severity;
use crate::moves::Move;
use crate::source::Source;
use std::collections::BTreeMap;

impl<'s> Inspection<'s> {
    /// Compiles all scripts.
    pub fn behaviours(&mut self, library: &Library<'s>) -> BTreeMap<&'s str, Behaviour> {
        let mut behaviours = BTreeMap::new();
        for (id, source) in &library.behaviours {
            if !library.personas.contains_key(id) {
                self.refer_any(Kind::Persona, &[""], id, &source.text[..0]);
                continue;
            }
            match Behaviour::compile(&source.text) {
                Ok(behaviour) => {
                    for mention in behaviour.mentions() {
                        self.mention(library, id, source, &mention);
                    }
                    for doubt in behaviour.doubts() {
                        self.about_script(Severity::Warning, source, doubt);
                    }
                    behaviours.insert(*id, behaviour);
                }
                Err(problems) => {
                    self.broken = true;
                    for problem in problems {
                        self.about_script(Severity::Error, source, problem);
                    }
                }
            }
        }
        behaviours
    }

    fn about_script(&mut self, severity: Severity, source: &'s Source, problem: ScriptProblem) {
        let mut place = source.place_at(problem.line as usize, problem.column as usize);
        let rest = source.line(place.line).chars().skip(place.column as usize - 1);
        let word = rest.take_while(|c| c.is_alphanumeric() || *c == '_').count();
        place.length = (word as u32).max(1);
        let arguments: Vec<(&'static str, &str)> =
            problem.arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.tell_at(severity, source, place, problem.code, &arguments, problem.nearest);
    }

    fn mention(&mut self, library: &Library<'s>, persona: &str, source: &'s Source, mention: &Mention) {
        let name = mention.name.as_str();
        let slice = written_at(source, mention);
        match mention.kind {
            MentionKind::Line => self.line_at(name, slice, &[persona]),
            MentionKind::Fact => _ = self.refer_any(Kind::Fact, &[persona], name, slice),
            MentionKind::Objection => _ = self.refer_any(Kind::Objection, &[persona], name, slice),
            MentionKind::Intent => _ = self.refer_any(Kind::Intent, &[""], name, slice),
            MentionKind::Outcome => {
                let calls = calls_of(library, persona);
                self.refer_any(Kind::Outcome, &calls, name, slice);
            }
            MentionKind::Move => {
                let known = Move::ALL.iter().map(|known| (known.name(), ()));
                let _ = self.choose_at(Kind::Move, name, slice, known);
            }
            MentionKind::MoodTrait => {
                let known = crate::mood::MoodTrait::ALL.map(|mood| (mood.name(), ()));
                let _ = self.choose_at(Kind::MoodTrait, name, slice, known);
            }
            MentionKind::Entity => {
                _ = self.choose_at(Kind::Entity, name, slice, ENTITIES.iter().map(|kind| (*kind, ())))
            }
        }
    }
}

/// The calls a persona takes part in; all calls when it takes part in none (a matter told elsewhere).
fn calls_of<'s>(library: &Library<'s>, persona: &str) -> Vec<&'s str> {
    let part = |call: &crate::pack::raw::RawCall<'_>| {
        call.customer.value == persona || call.gatekeeper.as_ref().is_some_and(|name| name.value == persona)
    };
    let all = || library.calls.iter();
    let own: Vec<&str> = all().filter(|(_, (_, call))| call.as_ref().map_or(true, part)).map(|(id, _)| *id).collect();
    if own.is_empty() { all().map(|(id, _)| *id).collect() } else { own }
}

/// The string literal of a mention.
fn written_at<'t>(source: &'t Source, mention: &Mention) -> &'t str {
    let mut rest = source.text.as_str();
    for _ in 1..mention.line {
        match rest.split_once('\n') {
            Some((_, after)) => rest = after,
            None => break,
        }
    }
    let line = rest.lines().next().unwrap_or("");
    let start = line.char_indices().nth(mention.column.saturating_sub(1) as usize).map_or(line.len(), |(at, _)| at);
    let from = line.get(start..).unwrap_or("");
    let literal = format!("\"{}\"", mention.name);
    if from.starts_with(&literal) { &from[..literal.len()] } else { from.get(..1).unwrap_or("") }
}
