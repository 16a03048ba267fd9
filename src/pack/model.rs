//! A checked pack: what the rest of the program uses. There is no way to get one but `pack::load`.

use crate::id::*;
use crate::locale::Language;
use crate::mood::MoodTrait;
use crate::moves::Move;
use crate::value::{Amount, Currency};
use jiff::civil::{Date, Time};
use std::collections::BTreeMap;

/// A checked, immutable pack. Every id in it exists, every line exists in every language of the pack.
#[derive(Debug)]
#[allow(clippy::manual_non_exhaustive, reason = "nobody but `pack::check` may build one, in this crate neither")]
pub struct Pack {
    pub id: PackId,
    /// BLAKE3 of all its files (paths and contents): journals name it.
    pub hash: String,
    pub title: LineId,
    pub summary: LineId,
    pub sector: String,
    pub languages: Vec<Language>,
    pub author: String,
    pub licence: String,
    pub currency: Currency,
    pub company: Company,
    pub dispositions: Vec<Disposition>,
    pub personas: BTreeMap<PersonaId, Persona>,
    pub calls: BTreeMap<CallId, CallScenario>,
    pub scripts: BTreeMap<ScriptId, Script>,
    pub intents: BTreeMap<IntentId, Intent>,
    pub scorecards: BTreeMap<String, ScorecardChanges>,
    pub customers: Vec<CustomerRecord>,
    /// Page name (file stem) → Markdown per language (`handbook/<lang>/<page>.md`).
    pub handbook: Handbook,
    /// The author's own expectations, `calls/<name>.replay`: name → text, not read any further here.
    pub replays: BTreeMap<String, String>,
    /// Line → variants, stock lines (`stock.<name>`) included.
    pub text: Texts,
    /// Nobody outside `pack` can build one.
    #[allow(dead_code)]
    pub(super) checked: (),
}

/// Language → page → Markdown.
pub type Handbook = BTreeMap<Language, BTreeMap<String, String>>;
/// Language → line → variants.
pub type Texts = BTreeMap<Language, BTreeMap<LineId, Vec<Variant>>>;

#[derive(Debug, Clone)]
pub struct Company {
    pub name: LineId,
    pub products: Vec<Product>,
    pub departments: Vec<Department>,
}

#[derive(Debug, Clone)]
pub struct Product {
    pub id: ProductId,
    pub name: LineId,
    pub price: Amount,
}

#[derive(Debug, Clone)]
pub struct Department {
    pub id: DepartmentId,
    pub name: LineId,
    pub greeting: LineId,
    pub accepts: LineId,
    pub asks: LineId,
    pub recap: Vec<IntentId>,
}

#[derive(Debug, Clone)]
pub struct Disposition {
    pub id: DispositionId,
    pub title: LineId,
}

/// A text with holes for variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template(pub Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Text(String),
    /// Name as written between braces: `first_name`, `assistant.first_name`, `price.fibre_300`, `company` …
    Variable(String),
}

/// One way of saying a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    pub when: Option<MoodCondition>,
    pub template: Template,
}

/// `[patience < 40]`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoodCondition {
    pub trait_: MoodTrait,
    pub below: bool,
    pub threshold: u8,
}

/// A buying motive after SONCAS (1993).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Motive {
    Security,
    Pride,
    Novelty,
    Comfort,
    Money,
    Sympathy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Emotion {
    Worry,
    Anger,
    Sadness,
    Fatigue,
    Joy,
    Embarrassment,
}

pub use super::raw::{
    RawAct as Act, RawBasis as Basis, RawCallKind as CallKind, RawDirection as Direction,
    RawObjectionKind as ObjectionKind, RawPickUp as PickUp, RawReveal as Reveal, RawVariation as Variation,
    RawVoice as Voice,
};

#[derive(Debug)]
pub struct Persona {
    pub id: PersonaId,
    pub name: Template,
    pub age: u8,
    pub voice: Voice,
    pub about: LineId,
    pub temperament: Temperament,
    pub motives: BTreeMap<Motive, u8>,
    pub vary: BTreeMap<String, Variation>,
    pub facts: Vec<Fact>,
    pub objections: Vec<Objection>,
    /// The compiled `<id>.rhai`; one without hooks when the persona has none.
    pub behaviour: crate::behaviour::Behaviour,
}

#[derive(Debug, Clone, Copy)]
pub struct Temperament {
    pub patience: u8,
    pub trust: u8,
    pub confusion: u8,
    pub interest: u8,
    pub talkativeness: u8,
}

#[derive(Debug, Clone)]
pub struct Fact {
    pub id: FactId,
    pub reveal: Reveal,
    pub asked: BTreeMap<Language, Vec<Template>>,
    pub line: LineId,
    pub again: Option<LineId>,
    pub data: Vec<String>,
    pub emotion: Option<Emotion>,
    pub identifies: bool,
    pub passing: bool,
}

#[derive(Debug, Clone)]
pub struct Objection {
    pub id: ObjectionId,
    pub kind: ObjectionKind,
    pub line: LineId,
    pub after: Vec<Trigger>,
    pub needs: Vec<Move>,
    pub answers: Vec<IntentId>,
    pub reason: Option<LineId>,
    pub lifted: LineId,
    pub still: LineId,
}

/// Something heard that sets a thing off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trigger {
    Intent(IntentId),
    Move(Move),
}

/// One scenario.
#[derive(Debug)]
pub struct CallScenario {
    pub id: CallId,
    pub title: LineId,
    pub briefing: LineId,
    pub goals: Vec<LineId>,
    pub direction: Direction,
    pub kind: CallKind,
    pub difficulty: u8,
    pub customer: PersonaId,
    pub gatekeeper: Option<PersonaId>,
    pub record: RecordId,
    pub date: Date,
    pub time: Time,
    pub jurisdiction: String,
    pub basis: Basis,
    pub earlier_attempts: u8,
    pub dial: Vec<Vec<PickUp>>,
    pub script: ScriptId,
    pub scorecard: Option<String>,
    /// Handling time, seconds: at least, at most.
    pub target_s: (u32, u32),
    pub verification: Option<Verification>,
    pub need: Vec<FactId>,
    pub solutions: Vec<IntentId>,
    pub critical_data: Vec<String>,
    pub detail: Vec<IntentId>,
    pub outcomes: Vec<Outcome>,
    pub transfer: Option<ExpectedTransfer>,
    pub crm: Vec<ExpectedRecord>,
    pub model: Vec<Play>,
}

#[derive(Debug, Clone)]
pub struct Verification {
    pub facts: Vec<FactId>,
    pub enough: u8,
    pub protects: Vec<IntentId>,
    pub protected_data: Vec<String>,
}

#[derive(Debug, Clone)]
pub struct Outcome {
    pub id: OutcomeId,
    pub title: LineId,
    pub success: bool,
    pub dispositions: Vec<DispositionId>,
}

#[derive(Debug, Clone)]
pub struct ExpectedTransfer {
    pub to: DepartmentId,
    pub warm: bool,
    pub outcome: OutcomeId,
}

/// What a record should look like after the call.
#[derive(Debug, Clone)]
pub struct ExpectedRecord {
    pub kind: RecordKind,
    pub which: Which,
    /// Empty: whatever the outcome.
    pub outcomes: Vec<OutcomeId>,
    pub fields: Vec<ExpectedField>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    New,
    Existing(RecordId),
}

#[derive(Debug, Clone)]
pub struct ExpectedField {
    pub field: String,
    pub value: Expectation,
}

#[derive(Debug, Clone)]
pub enum Expectation {
    Equals(Template),
    OneOf(Vec<Template>),
    /// Groups: the variants of each line are the accepted words.
    Mentions(Vec<LineId>),
}

#[derive(Debug, Clone)]
pub struct Play {
    pub id: PlayId,
    pub after: Vec<LineId>,
    pub needs: Vec<PlayId>,
    pub say: Option<LineId>,
    pub then: Vec<Act>,
}

#[derive(Debug, Clone)]
pub struct Script {
    pub id: ScriptId,
    pub title: LineId,
    pub steps: Vec<Step>,
    pub forbidden: Vec<Forbidden>,
}

#[derive(Debug, Clone)]
pub struct Step {
    pub id: StepId,
    pub title: LineId,
    pub phrase: LineId,
    pub moves: Vec<Move>,
    pub intents: Vec<IntentId>,
    pub when: When,
    pub verbatim: bool,
    pub weight: u8,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    Always,
    Outcome(Vec<OutcomeId>),
    Raised(ObjectionId),
    Revealed(FactId),
    Held,
    Reached,
}

#[derive(Debug, Clone)]
pub struct Forbidden {
    pub id: String,
    pub phrases: BTreeMap<Language, Vec<String>>,
    pub why: LineId,
}

#[derive(Debug, Clone)]
pub struct Intent {
    pub id: IntentId,
    pub examples: BTreeMap<Language, Vec<Template>>,
    pub counter_examples: BTreeMap<Language, Vec<Template>>,
    pub moves: Vec<Move>,
    /// Variables or prices that must be said with it, and right.
    pub states: Vec<String>,
    pub motive: Option<Motive>,
}

/// What a pack changes in the default scorecard.
#[derive(Debug, Clone, Default)]
pub struct ScorecardChanges {
    /// Dimension name → weight.
    pub weights: BTreeMap<String, u16>,
    pub pass_mark: Option<u8>,
    pub checks: Vec<CheckChange>,
}

#[derive(Debug, Clone)]
pub struct CheckChange {
    pub id: CheckId,
    pub weight: Option<u16>,
    pub off: bool,
    pub critical: Option<bool>,
}

#[derive(Debug, Clone)]
pub struct CustomerRecord {
    pub kind: RecordKind,
    pub id: RecordId,
    pub customer: Option<RecordId>,
    pub fields: BTreeMap<String, Template>,
}

/// The tables of the CRM.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    Customer,
    Contract,
    Ticket,
    Order,
    Appointment,
    Contact,
    Consent,
}

impl RecordKind {
    pub const ALL: [RecordKind; 7] = [
        RecordKind::Customer,
        RecordKind::Contract,
        RecordKind::Ticket,
        RecordKind::Order,
        RecordKind::Appointment,
        RecordKind::Contact,
        RecordKind::Consent,
    ];
    pub fn name(self) -> &'static str {
        match self {
            RecordKind::Customer => "customer",
            RecordKind::Contract => "contract",
            RecordKind::Ticket => "ticket",
            RecordKind::Order => "order",
            RecordKind::Appointment => "appointment",
            RecordKind::Contact => "contact",
            RecordKind::Consent => "consent",
        }
    }
    pub fn from_name(name: &str) -> Option<RecordKind> {
        RecordKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

#[cfg(test)]
impl Pack {
    /// An empty pack in euros and both languages, for tests to fill in by hand.
    pub fn hand_made() -> Pack {
        Pack {
            id: PackId::new("test"),
            hash: String::new(),
            title: LineId::new("title"),
            summary: LineId::new("summary"),
            sector: "other".to_owned(),
            languages: Language::ALL.to_vec(),
            author: String::new(),
            licence: String::new(),
            currency: Currency::Eur,
            company: Company { name: LineId::new("company"), products: Vec::new(), departments: Vec::new() },
            dispositions: Vec::new(),
            personas: BTreeMap::new(),
            calls: BTreeMap::new(),
            scripts: BTreeMap::new(),
            intents: BTreeMap::new(),
            scorecards: BTreeMap::new(),
            customers: Vec::new(),
            handbook: BTreeMap::new(),
            replays: BTreeMap::new(),
            text: BTreeMap::new(),
            checked: (),
        }
    }
}
