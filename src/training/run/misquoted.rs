//! What the operator repeats wrongly of what the other side told: whoever told it puts it right.

use super::Run;
use crate::call::{Party, What};
use crate::id::FactId;
use crate::language::agreement::{Contradiction, Difference, sentence_end, sentence_start};
use crate::language::{EntityKind, Span, Understood};
use crate::moves::Move;

/// What is right or wrong whatever it is said of; other values only in a sentence on the same matter.
const EXACT: [EntityKind; 5] = [
    EntityKind::Amount,
    EntityKind::PhoneNumber,
    EntityKind::ContractNumber,
    EntityKind::Email,
    EntityKind::PostalCode,
];
/// Characters of what was told last that a repetition is held against.
const REMEMBERED: usize = 2_000;

impl Run {
    /// The facts told by somebody that an utterance repeats wrongly, those told last first.
    pub(super) fn misquoted(&self, by: Party, text: &str, understood: &Understood) -> Vec<FactId> {
        // A restatement goes from the beginning of its sentence to its end or whatever comes next in it: the sentence behind it
        // may be the answer. What a datum is read back in may be about something else.
        let next = |at: usize| understood.moves.iter().map(|found| found.span.0).filter(|start| *start >= at).min();
        let mut stretches: Vec<Span> = (understood.moves.iter())
            .filter_map(|found| match found.mv {
                Move::Restate => {
                    let end = sentence_end(text, found.span.1);
                    let end = next(found.span.1).map_or(end, |next| next.min(end));
                    Some(Span(sentence_start(text, found.span.0), end))
                }
                Move::ReadBack => Some(found.span),
                _ => None,
            })
            .collect();
        stretches.sort_unstable();
        stretches.dedup();
        if stretches.is_empty() {
            return Vec::new();
        }
        let lines = self.lines_told(by);
        let all = lines.iter().rev().map(|(_, line)| *line).collect::<Vec<_>>().join("\n");
        let mut facts: Vec<FactId> = Vec::new();
        for stretch in stretches {
            let said: String = text.chars().skip(stretch.0).take(stretch.1.saturating_sub(stretch.0)).collect();
            let wrong = |told: &str| -> Vec<(Contradiction, bool)> {
                let found = self.agreement().compare(told, &said, self.day()).contradictions;
                found.into_iter().filter_map(|wrong| self.really_wrong(wrong, stretch.0, &all, understood)).collect()
            };
            let of_all = wrong(&all);
            for (fact, line) in lines.iter().filter_map(|(fact, line)| Some((*fact.as_ref()?, line))) {
                let meant = |(one, exact): &(Contradiction, bool)| {
                    *exact || of_all.iter().any(|(other, _)| other.span == one.span)
                };
                if !facts.contains(fact) && wrong(line).iter().any(meant) {
                    facts.push(fact.clone());
                }
            }
        }
        facts
    }

    /// A contradiction, and whether it is wrong whatever it is said of; `None` where the value was told elsewhere or stands in
    /// the file, and for what is only a matter of words: whoever is contradicted without reason learns not to restate.
    fn really_wrong(
        &self,
        wrong: Contradiction,
        offset: usize,
        all: &str,
        understood: &Understood,
    ) -> Option<(Contradiction, bool)> {
        if !matches!(wrong.difference, Difference::Value | Difference::Count) {
            return None;
        }
        let span = Span(wrong.span.0 + offset, wrong.span.1 + offset);
        let Some(entity) = understood.entities.iter().find(|entity| entity.span == span) else {
            return Some((wrong, false));
        };
        let known = self.variables.all().any(|(_, value)| value.canonical() == entity.value)
            || self.agreement().mentions(all, entity, self.day());
        (!known).then(|| (wrong, EXACT.contains(&entity.kind)))
    }

    /// What somebody was heard saying, the last of it, the latest first, with the fact that was told by it.
    fn lines_told(&self, by: Party) -> Vec<(Option<&FactId>, &str)> {
        let told = |wanted: u32| {
            self.events().iter().find_map(|event| match &event.what {
                What::FactTold { fact, turn, .. } if *turn == wanted => Some(fact),
                _ => None,
            })
        };
        let mut length = 0;
        let lines = self.events().iter().rev().filter_map(|event| match &event.what {
            What::LineEnded { turn, party, heard, .. } if *party == by => Some((told(*turn), heard.as_str())),
            _ => None,
        });
        lines
            .take_while(|(_, heard)| {
                length += heard.len();
                length <= REMEMBERED
            })
            .collect()
    }

    fn agreement(&self) -> &crate::language::agreement::Agreement {
        self.listener.recogniser().agreement()
    }

    fn day(&self) -> Option<jiff::civil::Date> {
        Some(self.scenario().date)
    }
}
