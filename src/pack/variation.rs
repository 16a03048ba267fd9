//! What differs from seed to seed: the values of a pack's variables, and texts with them filled in.

use super::model::{Pack, Template};
use crate::id::{LineId, PersonaId};
use crate::locale::Language;
use crate::mood::Mood;
use crate::random::Stream;
use crate::value::Value;
use std::collections::BTreeMap;

/// The values one seed gives: `<persona>.<variable>`, `price.<product>`, `company`, `operator`, `today`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variables {
    values: BTreeMap<String, Value>,
    /// Whose variables may be named without persona.
    persona: PersonaId,
}

impl Variables {
    /// Draws the variables of all personas of a pack; each from a stream of its own. `persona` = the call's customer, `date` = the call's day.
    pub fn draw(
        _pack: &Pack,
        _persona: &PersonaId,
        _date: jiff::civil::Date,
        _language: Language,
        _operator: &str,
        _seed: u64,
    ) -> Variables {
        todo!()
    }
    /// By full name, or by short name of the call's customer.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.values.get(&format!("{}.{name}", self.persona)).or_else(|| self.values.get(name))
    }
    /// The same values, with another persona's names to be had without prefix (gatekeeper speaks).
    pub fn seen_by(&self, persona: &PersonaId) -> Variables {
        Variables { values: self.values.clone(), persona: persona.clone() }
    }
    /// As people read and say it.
    pub fn written(&self, _template: &Template, _language: Language) -> String {
        todo!()
    }
    /// As the CRM stores and compares it.
    pub fn canonical(&self, _template: &Template) -> String {
        todo!()
    }
}

impl Pack {
    /// A text that has one variant, or the first one: titles, briefing.
    pub fn title(&self, _line: &LineId, _language: Language, _variables: Option<&Variables>) -> String {
        todo!()
    }
    /// A line as it is said by the persona the variables are seen by: one of the variants that fit the mood, by the stream.
    /// `stock.<name>` is looked up as `<persona>.<name>` first.
    pub fn say(
        &self,
        _line: &LineId,
        _language: Language,
        _variables: &Variables,
        _mood: Mood,
        _stream: &mut Stream,
    ) -> String {
        todo!()
    }
}

#[cfg(test)]
impl Variables {
    /// Values chosen by a test.
    pub fn given(persona: &PersonaId, values: BTreeMap<String, Value>) -> Variables {
        Variables { values, persona: persona.clone() }
    }
}
