//! What was said by the other side that a record may want: numbers, dates, names, as they were said.

use crate::call::What;
use crate::language::EntityKind;
use crate::training::Run;
use std::collections::BTreeMap;

/// Data by the turn they were said in.
#[derive(Debug, Default)]
pub struct SaidData {
    /// Events looked at so far.
    seen: usize,
    turns: BTreeMap<u32, Vec<String>>,
}

impl SaidData {
    /// Looks at what was said since the last time.
    pub fn follow(&mut self, run: &Run) {
        let events = run.events();
        for event in events.get(self.seen..).unwrap_or_default() {
            if let What::LineEnded { turn, heard, .. } = &event.what {
                let found = data(run, heard);
                if !found.is_empty() {
                    self.turns.insert(*turn, found);
                }
            }
        }
        self.seen = events.len();
    }

    /// What was said in a turn, in its order.
    pub fn of(&self, turn: u32) -> &[String] {
        self.turns.get(&turn).map_or(&[], Vec::as_slice)
    }

    /// All of it, the newest first, each once.
    pub fn newest_first(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for text in self.turns.values().rev().flat_map(|data| data.iter().rev()) {
            if !all.contains(&text.as_str()) {
                all.push(text);
            }
        }
        all
    }
}

fn data(run: &Run, heard: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for entity in run.understand(heard).entities {
        let wanted = match entity.kind {
            EntityKind::Amount
            | EntityKind::Date
            | EntityKind::Time
            | EntityKind::PhoneNumber
            | EntityKind::ContractNumber
            | EntityKind::Email
            | EntityKind::PostalCode
            | EntityKind::PersonName => true,
            EntityKind::Percentage | EntityKind::Duration | EntityKind::Quantity => false,
        };
        let text: String =
            heard.chars().skip(entity.span.0).take(entity.span.1.saturating_sub(entity.span.0)).collect();
        let text = text.trim().trim_end_matches(['.', ',', ';', '!', '?']).to_owned();
        // Heard wrongly as a name, a word in the middle of a sentence would only distract.
        let wanted = wanted && (entity.kind != EntityKind::PersonName || text.starts_with(char::is_uppercase));
        if wanted && !text.is_empty() && !found.contains(&text) {
            found.push(text);
        }
    }
    found
}
