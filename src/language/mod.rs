//! Understanding: what an operator's utterance does (moves), means in this pack (intents), asks for (facts) and mentions (entities).
//!
//! Deterministic, offline, no model of the call: the same words give the same answer. Nothing found = nothing returned,
//! never a guess. Knows neither persona nor CRM.

pub mod agreement;
mod clause;
mod corpus;
mod data;
mod entities;
mod explanation;
mod features;
mod few_shot;
mod form;
mod listener;
mod meanings;
mod nearest;
mod opening;
mod patterns;
mod phrase;
mod recogniser;
mod rules;
mod speaking;
mod spelling;
#[cfg(test)]
mod tests;
mod text;
mod thresholds;
#[cfg(test)]
mod tuning;

pub use entities::numbers_in_digits;
pub use explanation::{Explanation, Finding, Neighbour, Reason, Weight};
pub use few_shot::{Chosen, FewShot};
pub use listener::Listener;
pub use recogniser::Recogniser;
pub use speaking::{speaking_ms, syllables};

use crate::id::{FactId, IntentId};
use crate::moves::Move;
use crate::value::Currency;
use serde::Serialize;

/// A stretch of the utterance in characters (Unicode scalar values), end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize)]
pub struct Span(pub usize, pub usize);

/// How sure, in thousandths: whole numbers, so that equal means equal everywhere. Serialised as `0.98`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Confidence(pub u16);

impl Serialize for Confidence {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 1000.0)
    }
}

/// A move made by the utterance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FoundMove {
    /// What the operator does by saying it.
    #[serde(rename = "move")]
    pub mv: Move,
    /// Where it was found.
    pub span: Span,
    /// How sure.
    pub confidence: Confidence,
}

/// A meaning of the pack found in the utterance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FoundIntent {
    /// What is meant.
    pub intent: IntentId,
    /// Where it was found.
    pub span: Span,
    /// How sure.
    pub confidence: Confidence,
}

/// A fact of the customer that the utterance asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FoundQuestion {
    /// What is asked for.
    pub fact: FactId,
    /// Where it was found.
    pub span: Span,
    /// How sure.
    pub confidence: Confidence,
}

/// What a mentioned value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A sum of money: `EUR 29.90`.
    Amount,
    /// A number with its percent sign: `10%`.
    Percentage,
    /// A day, with or without its year: `2026-12-03`, `--12-03`.
    Date,
    /// A time of day: `14:30`.
    Time,
    /// A length of time: `PT15M`.
    Duration,
    /// A telephone number, E.164: `+33612345678`.
    PhoneNumber,
    /// Number of a contract or file, upper case without spaces: `LT4481907`.
    ContractNumber,
    /// An e-mail address, typed or spelled out.
    Email,
    /// A postal code.
    PostalCode,
    /// A name somebody is called by.
    PersonName,
    /// A bare number: `3`.
    Quantity,
}

impl EntityKind {
    /// All of them.
    pub const ALL: [EntityKind; 11] = [
        EntityKind::Amount,
        EntityKind::Percentage,
        EntityKind::Date,
        EntityKind::Time,
        EntityKind::Duration,
        EntityKind::PhoneNumber,
        EntityKind::ContractNumber,
        EntityKind::Email,
        EntityKind::PostalCode,
        EntityKind::PersonName,
        EntityKind::Quantity,
    ];
    /// The name used in JSON, packs and scripts.
    pub fn name(self) -> &'static str {
        match self {
            EntityKind::Amount => "amount",
            EntityKind::Percentage => "percentage",
            EntityKind::Date => "date",
            EntityKind::Time => "time",
            EntityKind::Duration => "duration",
            EntityKind::PhoneNumber => "phone_number",
            EntityKind::ContractNumber => "contract_number",
            EntityKind::Email => "email",
            EntityKind::PostalCode => "postal_code",
            EntityKind::PersonName => "person_name",
            EntityKind::Quantity => "quantity",
        }
    }
}

/// A value mentioned in the utterance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entity {
    /// What the value is.
    pub kind: EntityKind,
    /// Where it was found.
    pub span: Span,
    /// Normalised as MOVES says: `EUR 29.90`, `2026-12-03`, `--12-03`, `14:30`, `PT15M`, `+33612345678` …
    pub value: String,
}

/// All that was understood of one utterance. Everything empty = not understood.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Understood {
    /// What the operator does by saying it.
    pub moves: Vec<FoundMove>,
    /// Meanings of the pack.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub intents: Vec<FoundIntent>,
    /// Facts of the customer it asks for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<FoundQuestion>,
    /// Values it mentions.
    pub entities: Vec<Entity>,
}

impl Understood {
    /// Whether the move was found.
    pub fn has(&self, mv: Move) -> bool {
        self.moves.iter().any(|found| found.mv == mv)
    }
    /// Whether the intent was found.
    pub fn has_intent(&self, intent: &IntentId) -> bool {
        self.intents.iter().any(|found| found.intent == *intent)
    }
    /// One line of JSON: `{"moves":[{"move":"greet","span":[0,7],"confidence":0.98}],"entities":[…]}`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|error| format!("{{\"error\":{:?}}}", error.to_string()))
    }
    /// True when neither a move nor an intent nor a question was found.
    pub fn is_empty(&self) -> bool {
        self.moves.is_empty() && self.intents.is_empty() && self.asked.is_empty()
    }
}

/// What is special to one call: names and examples with the variables of this seed filled in.
#[derive(Debug, Clone, Default)]
pub struct CallContext {
    /// The day of the call, for relative dates; `None`: relative dates are left out.
    pub date: Option<jiff::civil::Date>,
    /// The currency of prices that are said without one.
    pub currency: Option<Currency>,
    /// The company's name as spoken.
    pub company: String,
    /// Names by which the people at the other end are addressed: no operator presents himself by them.
    pub customers: Vec<String>,
    /// The pack's intents: example phrases, counter-examples, implied moves.
    pub intents: Vec<IntentExamples>,
    /// The facts that can be asked for, with example questions.
    pub questions: Vec<(FactId, Vec<String>)>,
    /// The same intents and questions with values that are the same in every call, if there are such: what is learned
    /// from them is learned once for all calls.
    pub constant: Option<Constant>,
}

/// Phrases of a [`CallContext`] in their order, with other values filled in.
#[derive(Debug, Clone, Default)]
pub struct Constant {
    /// Of each intent.
    pub intents: Vec<IntentExamples>,
    /// Of each question.
    pub questions: Vec<(FactId, Vec<String>)>,
}

/// What teaches one intent of the pack.
#[derive(Debug, Clone)]
pub struct IntentExamples {
    /// What the examples mean.
    pub intent: IntentId,
    /// Phrases that mean it.
    pub examples: Vec<String>,
    /// Near misses that do not mean it.
    pub counter_examples: Vec<String>,
    /// Moves that saying it always makes as well.
    pub moves: Vec<Move>,
    /// Of another call: learned, so that this call's own are told from it, but never found.
    pub foreign: bool,
    /// Saying it can be a fault: found only where it is surely said.
    pub held_against: bool,
}
