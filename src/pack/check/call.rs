//! `calls/<id>.ron`

use super::inspection::Inspection;
use super::known::Kind;
use super::library::Library;
use crate::id::*;
use crate::pack::model::*;
use crate::pack::order;
use crate::pack::raw::{
    Name, RawCall, RawExpectation, RawExpectedRecord, RawObjectionChoice, RawPlay, RawVerification,
};
use crate::pack::{builtin, fields};
use std::collections::BTreeMap;

impl<'s> Inspection<'s> {
    /// Checks all calls.
    pub fn calls(&mut self, library: &Library<'s>) -> BTreeMap<CallId, CallScenario> {
        let mut calls = BTreeMap::new();
        for (id, (_, raw)) in &library.calls {
            let Ok(raw) = raw else { continue };
            let call = self.call(id, raw, library);
            calls.insert(call.id.clone(), call);
        }
        calls
    }

    fn call(&mut self, id: &str, raw: &RawCall<'s>, library: &Library<'s>) -> CallScenario {
        let customer_known = self.refer(Kind::Persona, "", &raw.customer);
        // Nothing can be said about the facts and variables of a persona that does not exist.
        let customer = if customer_known { raw.customer.value.as_str() } else { MISSING };
        if !customer_known {
            for kind in [Kind::Fact, Kind::Objection, Kind::Variable] {
                self.known.table_mut(kind, MISSING).incomplete = true;
            }
        }
        let scope = [customer];
        let mut people = vec![customer];
        if let Some(gatekeeper) = &raw.gatekeeper {
            if self.refer(Kind::Persona, "", gatekeeper) {
                people.push(&gatekeeper.value);
            }
            if raw.direction == Direction::Inbound {
                self.error(gatekeeper.slice, "P327", &[]);
            }
        }
        if let Some(dial) = &raw.dial {
            if raw.direction == Direction::Inbound {
                self.error(dial.slice, "P327", &[]);
            }
            if dial.value.iter().any(Vec::is_empty) {
                self.error(dial.slice, "P307", &[]);
            }
        }
        let (least, most) = raw.target_s.value;
        if least > most || most == 0 || most > 7_200 {
            self.error(raw.target_s.slice, "P311", &[]);
        }
        self.refer(Kind::Script, "", &raw.script);
        if let Some(scorecard) = &raw.scorecard {
            self.refer(Kind::Scorecard, "", scorecard);
        }
        self.customer_record(&raw.record, library);
        let _ = self.choose(Kind::Jurisdiction, &raw.jurisdiction, builtin::jurisdictions().map(|name| (name, ())));
        if raw.goals.is_empty() {
            self.error(raw.title.slice, "P307", &[]);
        }
        let outcomes = self.outcomes(id, raw);
        let transfer = raw.transfer.as_ref().map(|transfer| {
            self.refer(Kind::Department, "", &transfer.to);
            self.refer(Kind::Outcome, id, &transfer.outcome);
            ExpectedTransfer {
                to: DepartmentId::new(&transfer.to.value),
                warm: transfer.warm,
                outcome: OutcomeId::new(&transfer.outcome.value),
            }
        });
        self.faults(&raw.crm);
        let crm = self
            .readable(&raw.crm)
            .into_iter()
            .filter_map(|record| self.expected_record(id, record, &scope, library))
            .collect();
        CallScenario {
            id: CallId::new(id),
            title: self.line(&raw.title, &scope),
            briefing: self.line(&raw.briefing, &scope),
            goals: raw.goals.iter().map(|goal| self.line(goal, &scope)).collect(),
            direction: raw.direction,
            kind: raw.kind,
            difficulty: self.within(&raw.difficulty, 1, 3),
            instructor: self.optional_line(&raw.instructor, &scope),
            skills: self.skills(&raw.skills),
            levels: self.levels(raw, customer, library),
            objections: self.objection_choice(&raw.objections, customer),
            customer: PersonaId::new(&raw.customer.value),
            gatekeeper: raw.gatekeeper.as_ref().map(|name| PersonaId::new(&name.value)),
            record: RecordId::new(&raw.record.value),
            date: self.date(&raw.date),
            time: self.time(&raw.time),
            jurisdiction: raw.jurisdiction.value.clone(),
            basis: raw.basis,
            earlier_attempts: raw.earlier_attempts,
            dial: raw.dial.as_ref().map(|dial| dial.value.clone()).unwrap_or_default(),
            script: ScriptId::new(&raw.script.value),
            scorecard: raw.scorecard.as_ref().map(|name| name.value.clone()),
            target_s: raw.target_s.value,
            verification: raw.verification.as_ref().map(|raw| self.verification(raw, &people)),
            need: self.fact_list(&raw.need, &people),
            solutions: self.intent_list(&raw.solutions),
            critical_data: self.variable_list(&raw.critical_data, &scope),
            detail: self.intent_list(&raw.detail),
            outcomes,
            transfer,
            crm,
            model: self.plays(id, raw, &scope),
        }
    }

    fn objection_choice(&mut self, raw: &RawObjectionChoice<'s>, customer: &str) -> ObjectionChoice {
        for name in &raw.only {
            self.refer(Kind::Objection, customer, name);
        }
        ObjectionChoice {
            only: raw.only.iter().map(|name| ObjectionId::new(&name.value)).collect(),
            at_most: raw.at_most.as_ref().map(|at| self.within(at, 1, 64)),
        }
    }

    fn fact_list(&mut self, names: &[Name<'s>], people: &[&str]) -> Vec<FactId> {
        for name in names {
            self.refer_any(Kind::Fact, people, &name.value, name.slice);
        }
        names.iter().map(|name| FactId::new(&name.value)).collect()
    }

    fn customer_record(&mut self, name: &Name<'s>, library: &Library<'s>) {
        if !self.refer(Kind::Record, "", name) {
            return;
        }
        if let Some(record) = super::records::find(library, &name.value)
            && record.kind.value != "customer"
        {
            self.error(name.slice, "P316", &[("name", &name.value), ("expected", "customer")]);
        }
    }

    fn verification(&mut self, raw: &RawVerification<'s>, people: &[&str]) -> Verification {
        let enough = usize::from(raw.enough.value);
        if enough == 0 || enough > raw.facts.len() {
            self.error(raw.enough.slice, "P314", &[("most", &raw.facts.len().to_string())]);
        }
        Verification {
            facts: self.fact_list(&raw.facts, people),
            enough: raw.enough.value,
            protects: self.intent_list(&raw.protects),
            protected_data: self.variable_list(&raw.protected_data, &people[..1]),
        }
    }

    fn outcomes(&mut self, call: &str, raw: &RawCall<'s>) -> Vec<Outcome> {
        let readable = self.readable(&raw.outcomes);
        if !self.known.is_incomplete(Kind::Outcome, call) && !readable.iter().any(|outcome| outcome.success) {
            self.error(raw.title.slice, "P328", &[]);
        }
        let mut outcomes = Vec::new();
        for outcome in readable {
            if outcome.dispositions.is_empty() {
                self.error(outcome.id.slice, "P307", &[]);
            }
            for name in &outcome.dispositions {
                self.refer(Kind::Disposition, "", name);
            }
            outcomes.push(Outcome {
                id: OutcomeId::new(&outcome.id.value),
                title: self.line(&outcome.title, &[raw.customer.value.as_str()]),
                success: outcome.success,
                dispositions: outcome.dispositions.iter().map(|name| DispositionId::new(&name.value)).collect(),
            });
        }
        outcomes
    }

    fn expected_record(
        &mut self,
        call: &str,
        raw: &RawExpectedRecord<'s>,
        scope: &[&str],
        library: &Library<'s>,
    ) -> Option<ExpectedRecord> {
        self.faults(&raw.fields);
        for outcome in &raw.outcomes {
            self.refer(Kind::Outcome, call, outcome);
        }
        if raw.which.value != "new"
            && self.refer(Kind::Record, "", &raw.which)
            && let Some(record) = super::records::find(library, &raw.which.value)
            && record.kind.value != raw.kind.value
        {
            self.error(raw.which.slice, "P316", &[("name", &raw.which.value), ("expected", &raw.kind.value)]);
        }
        let kinds = RecordKind::ALL.map(|kind| (kind.name(), kind));
        let kind = self.choose(Kind::Table, &raw.kind, kinds)?;
        let mut expected: BTreeMap<&str, &str> = BTreeMap::new();
        let mut checked = Vec::new();
        for field in self.readable(&raw.fields) {
            if expected.insert(&field.field.value, field.field.slice).is_some() {
                self.error(field.field.slice, "P108", &[("name", &field.field.value)]);
            }
            let known = fields::fields(kind).iter().map(|field| (field.name, field));
            let Some(known) = self.choose(Kind::Field, &field.field, known) else { continue };
            let value = match &field.value {
                RawExpectation::Equals(value) => Expectation::Equals(self.field_value(kind, known, value, scope)),
                RawExpectation::OneOf(values) => {
                    if values.is_empty() {
                        self.error(field.field.slice, "P307", &[]);
                    }
                    Expectation::OneOf(values.iter().map(|value| self.field_value(kind, known, value, scope)).collect())
                }
                RawExpectation::Mentions(groups) => {
                    if !matches!(known.kind, fields::FieldType::Note | fields::FieldType::Text) {
                        self.error(field.field.slice, "P338", &[("name", &field.field.value)]);
                    }
                    if groups.is_empty() {
                        self.error(field.field.slice, "P307", &[]);
                    }
                    Expectation::Mentions(groups.iter().map(|group| self.line(group, scope)).collect())
                }
            };
            checked.push(ExpectedField { field: field.field.value.clone(), value });
        }
        let which = match raw.which.value.as_str() {
            "new" => Which::New,
            id => Which::Existing(RecordId::new(id)),
        };
        let outcomes = raw.outcomes.iter().map(|name| OutcomeId::new(&name.value)).collect();
        Some(ExpectedRecord { kind, which, outcomes, fields: checked })
    }

    fn plays(&mut self, call: &str, raw: &RawCall<'s>, scope: &[&str]) -> Vec<Play> {
        let readable = self.readable(&raw.model);
        let needs: BTreeMap<String, &RawPlay<'s>> =
            readable.iter().map(|play| (play.id.value.clone(), *play)).collect();
        let names = |play: &&RawPlay<'s>| play.needs.iter().map(|need| need.value.clone()).collect();
        if let Err(cycle) = order::of(&needs, names)
            && let Some(play) = cycle.first().and_then(|name| needs.get(name))
        {
            self.error(play.id.slice, "P326", &[("cycle", &cycle.join(" → "))]);
        }
        readable.into_iter().map(|play| self.play(call, play, scope)).collect()
    }

    fn play(&mut self, call: &str, raw: &RawPlay<'s>, scope: &[&str]) -> Play {
        if raw.say.is_none() && raw.then.is_empty() {
            self.error(raw.id.slice, "P325", &[("name", &raw.id.value)]);
        }
        for need in &raw.needs {
            self.refer(Kind::Play, call, need);
        }
        for after in &raw.after {
            // Heard, not spoken: whoever says the line brings his own variables.
            self.refer_heard(after);
        }
        for act in &raw.then {
            let slice = |name: &str| super::texts::hole(act.slice, name);
            match &act.value {
                Act::Consult(name) | Act::ColdTransfer(name) => {
                    self.refer_any(Kind::Department, &[""], name, slice(name));
                }
                Act::Handbook(name) => _ = self.refer_any(Kind::Page, &[""], name, slice(name)),
                Act::Hold(seconds) if *seconds == 0 || *seconds > 600 => {
                    self.error(act.slice, "P306", &[("low", "1"), ("high", "600")]);
                }
                _ => {}
            }
        }
        Play {
            id: PlayId::new(&raw.id.value),
            after: raw.after.iter().map(|name| LineId::new(&name.value)).collect(),
            needs: raw.needs.iter().map(|name| PlayId::new(&name.value)).collect(),
            say: self.optional_line(&raw.say, scope),
            then: raw.then.iter().map(|act| act.value.clone()).collect(),
        }
    }

    fn refer_heard(&mut self, name: &Name<'s>) {
        let stock = name.value.strip_prefix("stock.");
        if stock.is_none_or(|stock| crate::pack::stock::StockLine::from_name(stock).is_none()) {
            self.refer(Kind::Line, "", name);
        }
    }
}

/// Stands for a persona that does not exist; no file can be called so.
const MISSING: &str = "?";
