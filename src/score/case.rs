//! What the rules look at, and the questions that more than one of them asks.

use super::conversation::{Conversation, Utterance};
use super::finding::Finding;
use super::law::Law;
use super::{Evidence, Kpis, Played};
use crate::behaviour::HangUpReason;
use crate::call::EndedBy;
use crate::locale::Language;
use crate::moves::Move;
use crate::pack::model::{Direction, Part, Template};
use crate::value::Value;

/// A played call, read once.
#[derive(Debug)]
pub(super) struct Case<'a> {
    pub played: &'a Played<'a>,
    pub talk: Conversation<'a>,
    pub kpis: Kpis,
    /// The rules of law on the day of the call; `None`: the jurisdiction is not known.
    pub law: Option<Law>,
}

impl<'a> Case<'a> {
    pub fn new(played: &'a Played<'a>) -> Case<'a> {
        let talk = Conversation::new(played.pack, played.call, played.events);
        let kpis = super::kpis::kpis(&talk);
        let law = Law::on(&played.call.jurisdiction, played.call.date);
        Case { played, talk, kpis, law }
    }

    pub fn language(&self) -> Language {
        self.played.language
    }
    pub fn outbound(&self) -> bool {
        self.played.call.direction == Direction::Outbound
    }

    /// There was something to do: what was left undone counts as failed, not as left out. Nobody can be blamed for
    /// a number that does not answer, or for not dialling where the law forbids it.
    pub fn had_work(&self) -> bool {
        if !self.outbound() || self.talk.met_somebody() {
            return true;
        }
        !self.talk.dialled && !self.law.as_ref().is_some_and(|law| law.forbids_call(self.played.call))
    }

    /// Broken off before its end: the operator hung up with nothing settled, or the customer left in anger or in silence.
    /// What was still due then counts as not done. Not so where ending early is right: nobody but a machine, a gatekeeper or
    /// a stranger was there, or the customer asked not to be called.
    pub fn cut_short(&self) -> bool {
        let asked_to_stop = || {
            self.talk.other_side().any(|line| line.line.is_some_and(|line| line.as_str().ends_with("stop_calling")))
                || self.talk.operator().any(|said| said.has(Move::RespectOptOut))
        };
        let broken_off = match (self.talk.ended_by, self.talk.left_for) {
            (Some(EndedBy::Operator), _) => self.talk.outcome.is_none(),
            (Some(EndedBy::OtherSide), Some(reason)) => matches!(
                reason,
                HangUpReason::OutOfPatience | HangUpReason::Insulted | HangUpReason::Silence | HangUpReason::NoTrust
            ),
            _ => false,
        };
        broken_off && self.talk.reached && !super::listening::succeeded(self) && !asked_to_stop()
    }

    /// A finding for something the operator must do: left out when there was no work at all.
    pub fn demands(&self, finding: impl FnOnce() -> Finding) -> Vec<Finding> {
        if self.had_work() { vec![finding()] } else { vec![Finding::not_applicable()] }
    }

    /// A finding for something the operator must not do.
    pub fn forbids(&self, faults: Vec<Evidence>) -> Vec<Finding> {
        let finding = if !faults.is_empty() {
            Finding::failed_by(faults)
        } else if self.talk.engaged() {
            Finding::passed(self.at_end("evidence-nothing-wrong"))
        } else {
            Finding::not_applicable()
        };
        vec![finding]
    }

    /// Evidence at an event.
    pub fn at(&self, event: usize, words: &'static str) -> Evidence {
        let at_ms = self.talk.events.get(event).map_or(0, |event| event.at_ms);
        Evidence::new(event, at_ms, words)
    }

    /// Evidence at the end of the talk.
    pub fn at_end(&self, words: &'static str) -> Evidence {
        self.at(self.talk.talk_end.min(self.talk.last_event()), words)
    }

    /// Evidence for an omission: after this line of the other side, or at the end.
    pub fn after(&self, line: Option<&Utterance<'_>>, words: &'static str) -> Evidence {
        match line {
            Some(line) => Evidence::of(line, words),
            None => self.at_end(words).with("quote", ""),
        }
    }

    /// The value of a variable.
    pub fn value(&self, name: &str) -> Option<&'a Value> {
        self.played.variables.get(name)
    }

    /// A value as it is said.
    pub fn written(&self, value: &Value) -> String {
        value.written(self.language())
    }

    /// A text with its variables filled in.
    pub fn fill(&self, template: &Template) -> String {
        let part = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Variable(name) => self.value(name).map_or_else(String::new, |value| self.written(value)),
        };
        template.0.iter().map(part).collect()
    }

    /// The variants of a line.
    pub fn variants(&self, line: &crate::id::LineId) -> Vec<String> {
        let texts = self.played.pack.text.get(&self.language());
        let variants = texts.and_then(|lines| lines.get(line));
        variants.into_iter().flatten().map(|variant| self.fill(&variant.template)).collect()
    }

    /// A line that has one wording: a title.
    pub fn title(&self, line: &crate::id::LineId) -> Option<String> {
        self.variants(line).into_iter().next()
    }

    /// Says the utterance this value?
    pub fn says(&self, utterance: &Utterance<'_>, value: &Value) -> bool {
        utterance
            .understood
            .is_some_and(|understood| super::text::says(value, utterance.text, understood, self.language()))
    }

    /// The event at which the whole need was told; `None`: never.
    pub fn need_told(&self) -> Option<usize> {
        self.played
            .call
            .need
            .iter()
            .map(|fact| self.talk.told(fact).map(|told| told.event))
            .collect::<Option<Vec<_>>>()?
            .into_iter()
            .max()
    }
}
