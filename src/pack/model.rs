//! A checked pack: what the rest of the program uses. There is no way to get one but `pack::load`.

use crate::id::*;
use crate::level::Level;
use crate::locale::Language;
use crate::mood::MoodTrait;
use crate::moves::Move;
use crate::recording::Recording;
use crate::value::{Amount, Currency};
use jiff::civil::{Date, Time};
use std::collections::{BTreeMap, BTreeSet};

/// A checked, immutable pack. Every id in it exists, every line exists in every language of the pack.
#[derive(Debug)]
#[allow(clippy::manual_non_exhaustive, reason = "nobody but `pack::check` may build one, in this crate neither")]
pub struct Pack {
    /// Name of the pack's folder; journals name it.
    pub id: PackId,
    /// BLAKE3 of all its files but replays (paths and contents): journals name it.
    pub hash: String,
    /// Line shown as the pack's name in the library.
    pub title: LineId,
    /// Line that says in a sentence or two what the pack trains.
    pub summary: LineId,
    /// Trade it belongs to: `telecom`, `energy`, `bank`, `insurance`, `retail`, `research`, `public` or `other`.
    pub sector: String,
    /// Languages it is written in; every line exists in each of them.
    pub languages: Vec<Language>,
    /// Who wrote it, as the library shows it.
    pub author: String,
    /// Terms under which it may be used and passed on.
    pub licence: String,
    /// Currency of every amount in the pack.
    pub currency: Currency,
    /// The company the operator speaks for.
    pub company: Company,
    /// Closing codes offered in wrap-up.
    pub dispositions: Vec<Disposition>,
    /// People who can be at the other end.
    pub personas: BTreeMap<PersonaId, Persona>,
    /// Scenarios to train.
    pub calls: BTreeMap<CallId, CallScenario>,
    /// Guides that the calls refer to.
    pub scripts: BTreeMap<ScriptId, Script>,
    /// What can be meant in this pack.
    pub intents: BTreeMap<IntentId, Intent>,
    /// File stem → what differs from the default scorecard.
    pub scorecards: BTreeMap<String, ScorecardChanges>,
    /// Records that fill the CRM before each call.
    pub customers: Vec<CustomerRecord>,
    /// Page name (file stem) → Markdown per language (`handbook/<lang>/<page>.md`).
    pub handbook: Handbook,
    /// The author's own expectations, `calls/<name>.replay`: name → text, not read any further here.
    pub replays: BTreeMap<String, String>,
    /// Line → why no robot gets it said, by the author.
    pub explained: BTreeMap<LineId, String>,
    /// Line → variants, stock lines (`stock.<name>`) included.
    pub text: Texts,
    /// Recorded lines, which take precedence over synthesis.
    pub recordings: Recordings,
    /// Nobody outside `pack` can build one.
    #[allow(dead_code)]
    pub(super) checked: (),
}

/// Language → page → Markdown.
pub type Handbook = BTreeMap<Language, BTreeMap<String, String>>;
/// Language → line → variants.
pub type Texts = BTreeMap<Language, BTreeMap<LineId, Vec<Variant>>>;
/// Language → line → variant, from 0 → its recording.
pub type Recordings = BTreeMap<Language, BTreeMap<LineId, BTreeMap<usize, Recording>>>;

/// The company a pack's operators speak for.
#[derive(Debug, Clone)]
pub struct Company {
    /// Line with its name, as said on the telephone.
    pub name: LineId,
    /// What it sells; texts use the prices.
    pub products: Vec<Product>,
    /// Colleagues who can be consulted or take a call over.
    pub departments: Vec<Department>,
}

/// Something the company sells.
#[derive(Debug, Clone)]
pub struct Product {
    /// What `{price.<id>}` names.
    pub id: ProductId,
    /// Line with its name.
    pub name: LineId,
    /// Price in the pack's currency.
    pub price: Amount,
}

/// A colleague the operator can consult or transfer to.
#[derive(Debug, Clone)]
pub struct Department {
    /// What calls and inputs name it by.
    pub id: DepartmentId,
    /// Line shown on the softphone.
    pub name: LineId,
    /// Line said when the colleague picks up.
    pub greeting: LineId,
    /// Line said when taking the call over, after a usable recap.
    pub accepts: LineId,
    /// Line that asks for a recap.
    pub asks: LineId,
    /// Intents of which one makes a usable recap; besides them, any `restate` or `inform` does.
    pub recap: Vec<IntentId>,
}

/// A closing code offered in wrap-up.
#[derive(Debug, Clone)]
pub struct Disposition {
    /// What outcomes and inputs name it by.
    pub id: DispositionId,
    /// Line shown in wrap-up.
    pub title: LineId,
}

/// A text with holes for variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template(pub Vec<Part>);

/// A piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words said or shown as they stand.
    Text(String),
    /// Name as written between braces: `first_name`, `assistant.first_name`, `price.fibre_300`, `company` …
    Variable(String),
}

/// One way of saying a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Mood in which it may be chosen; `None`: in any.
    pub when: Option<MoodCondition>,
    /// What is said, with its variables.
    pub template: Template,
}

/// `[patience < 40]`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoodCondition {
    /// The part of the mood it looks at.
    pub trait_: MoodTrait,
    /// True: holds below the threshold; false: from the threshold upwards.
    pub below: bool,
    /// First value that is not below, 0–101.
    pub threshold: u8,
}

/// A buying motive after SONCAS (1993).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Motive {
    /// Wants no risk: guarantees, proof, reliability.
    Security,
    /// Wants to be valued and to stand out.
    Pride,
    /// Wants what is new.
    Novelty,
    /// Wants ease and no effort.
    Comfort,
    /// Wants to save or to gain.
    Money,
    /// Wants to be liked and to like whom he deals with.
    Sympathy,
}

/// A feeling shown while a fact is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Emotion {
    /// Afraid of what may come.
    Worry,
    /// Furious at what happened.
    Anger,
    /// Grieved, for instance by a loss.
    Sadness,
    /// Worn out by it all.
    Fatigue,
    /// Glad about good news.
    Joy,
    /// Ashamed to speak of it.
    Embarrassment,
}

pub use super::raw::{
    RawAct as Act, RawBasis as Basis, RawCallKind as CallKind, RawDirection as Direction,
    RawObjectionKind as ObjectionKind, RawPickUp as PickUp, RawReveal as Reveal, RawVariation as Variation,
    RawVoice as Voice,
};

/// Someone who can be at the other end of a call.
#[derive(Debug)]
pub struct Persona {
    /// File stem; calls and variables name the persona by it.
    pub id: PersonaId,
    /// Full name, usually `{first_name} {last_name}`.
    pub name: Template,
    /// Years, 16–110.
    pub age: u8,
    /// Sort of voice, by sex and age; the face drawn agrees with it.
    pub voice: Voice,
    /// Line that says who this is, for briefing and instructor.
    pub about: LineId,
    /// Mood to start with, and readiness to talk.
    pub temperament: Temperament,
    /// Buying motive → weight, 0–100.
    pub motives: BTreeMap<Motive, u8>,
    /// Variable → how it is drawn from the seed.
    pub vary: BTreeMap<String, Variation>,
    /// What can be told, in the author's order.
    pub facts: Vec<Fact>,
    /// What can be objected.
    pub objections: Vec<Objection>,
    /// The compiled `<id>.rhai`; one without hooks when the persona has none.
    pub behaviour: crate::behaviour::Behaviour,
}

/// How a persona enters the call; 0–100 each.
#[derive(Debug, Clone, Copy)]
pub struct Temperament {
    /// How long until annoyance: 0 hangs up, 100 is a saint.
    pub patience: u8,
    /// Trust at the start.
    pub trust: u8,
    /// Confusion at the start.
    pub confusion: u8,
    /// Interest at the start: outbound in what is offered, inbound in staying on the line.
    pub interest: u8,
    /// How much is volunteered, how readily the customer drifts.
    pub talkativeness: u8,
}

/// Something a persona can tell.
#[derive(Debug, Clone)]
pub struct Fact {
    /// What calls, scripts and events name it by.
    pub id: FactId,
    /// When it is told.
    pub reveal: Reveal,
    /// Questions that ask for it, per language; empty when it is only volunteered.
    pub asked: BTreeMap<Language, Vec<Template>>,
    /// Line that tells it.
    pub line: LineId,
    /// Line that tells it when asked again; `None`: the same, a little annoyed.
    pub again: Option<LineId>,
    /// Variables in the line, to be read back when they matter.
    pub data: Vec<String>,
    /// Feeling shown while telling it; `None`: told calmly.
    pub emotion: Option<Emotion>,
    /// Proves who the customer is: told when identity is asked for in general.
    pub identifies: bool,
    /// Mentioned in passing: an attentive operator comes back to it.
    pub passing: bool,
}

/// A reason the customer gives for saying no.
#[derive(Debug, Clone)]
pub struct Objection {
    /// What scripts and events name it by.
    pub id: ObjectionId,
    /// Sincere or not, founded or not.
    pub kind: ObjectionKind,
    /// Line that raises it.
    pub line: LineId,
    /// Raised by itself when one of these was heard; empty: only the persona's script raises it.
    pub after: Vec<Trigger>,
    /// Moves that must all have been heard since it was raised before it can be lifted.
    pub needs: Vec<Move>,
    /// Intents of which one answers it; never empty.
    pub answers: Vec<IntentId>,
    /// Line with the real reason, told to a question that digs into it; `None`: none is told.
    pub reason: Option<LineId>,
    /// Line said when it is lifted.
    pub lifted: LineId,
    /// Line said when it was answered, but not enough.
    pub still: LineId,
}

/// Something heard that sets a thing off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trigger {
    /// The operator meant this.
    Intent(IntentId),
    /// The operator made this move.
    Move(Move),
}

/// One scenario.
#[derive(Debug)]
pub struct CallScenario {
    /// File stem; journals name the call by it.
    pub id: CallId,
    /// Line shown in the library.
    pub title: LineId,
    /// Line with what the operator knows before the call.
    pub briefing: LineId,
    /// Lines that say what to reach.
    pub goals: Vec<LineId>,
    /// Who calls whom.
    pub direction: Direction,
    /// Sort of call; chooses the default weights of the dimensions.
    pub kind: CallKind,
    /// 1 (easy) to 3 (hard), played at the usual level.
    pub difficulty: u8,
    /// Line for the instructor: what the call trains, what to watch for.
    pub instructor: Option<LineId>,
    /// Skills of the diploma it trains, in the author's order (`pack::skills`).
    pub skills: Vec<String>,
    /// What differs at a level, besides the usual shift of temperament.
    pub levels: BTreeMap<Level, LevelChanges>,
    /// Which of the customer's objections can come up.
    pub objections: ObjectionChoice,
    /// Persona the call is about.
    pub customer: PersonaId,
    /// Persona who answers first, outbound; `None`: the customer does.
    pub gatekeeper: Option<PersonaId>,
    /// The customer's record in the CRM.
    pub record: RecordId,
    /// Day of the call.
    pub date: Date,
    /// Time it begins, local to the customer.
    pub time: Time,
    /// Country whose law applies: `france`, `united_states`.
    pub jurisdiction: String,
    /// Why an outbound call is lawful.
    pub basis: Basis,
    /// Outbound: attempts made in the last 30 days, this one not counted.
    pub earlier_attempts: u8,
    /// Outbound: what each attempt in turn may meet, one of them by seed; the last holds for all that follow.
    pub dial: Vec<Vec<PickUp>>,
    /// Guide shown to the operator and scored as script use.
    pub script: ScriptId,
    /// File stem of the changes to the default scorecard; `None`: no changes.
    pub scorecard: Option<String>,
    /// Handling time, seconds: at least, at most.
    pub target_s: (u32, u32),
    /// What proves who is calling; `None`: nothing needs to be proved.
    pub verification: Option<Verification>,
    /// Facts that together are the need, to be restated before the first solution.
    pub need: Vec<FactId>,
    /// Intents that are a solution or an offer.
    pub solutions: Vec<IntentId>,
    /// Variables to be read back when the customer has said them.
    pub critical_data: Vec<String>,
    /// Intents that show the detail mentioned in passing was used.
    pub detail: Vec<IntentId>,
    /// Ways the call can end.
    pub outcomes: Vec<Outcome>,
    /// Where the call should be handed to; `None`: it should not be.
    pub transfer: Option<ExpectedTransfer>,
    /// What the records should look like afterwards.
    pub crm: Vec<ExpectedRecord>,
    /// What an excellent operator does, in order.
    pub model: Vec<Play>,
}

/// Which objections of the customer a call drills.
#[derive(Debug, Clone, Default)]
pub struct ObjectionChoice {
    /// Only these; empty: all of them.
    pub only: BTreeSet<ObjectionId>,
    /// At most so many, drawn by the seed.
    pub at_most: Option<u8>,
}

/// What differs at a level, of the call's customer.
#[derive(Debug, Clone, Default)]
pub struct LevelChanges {
    /// Parts of the temperament that are set; the others are shifted as usual.
    pub temperament: PartialTemperament,
    /// Facts told unasked.
    pub volunteers: BTreeSet<FactId>,
    /// Facts told one degree less readily.
    pub withholds: BTreeSet<FactId>,
}

/// Some of a temperament, 0–100 each.
#[derive(Debug, Clone, Copy, Default)]
#[allow(missing_docs, reason = "as in `Temperament`")]
pub struct PartialTemperament {
    pub patience: Option<u8>,
    pub trust: Option<u8>,
    pub confusion: Option<u8>,
    pub interest: Option<u8>,
    pub talkativeness: Option<u8>,
}

/// Who is calling: what proves it, and what must not be said before.
#[derive(Debug, Clone)]
pub struct Verification {
    /// Facts of the customer that prove it.
    pub facts: Vec<FactId>,
    /// How many of them are needed.
    pub enough: u8,
    /// Intents that disclose account data.
    pub protects: Vec<IntentId>,
    /// Variables that are account data unless the customer said them first.
    pub protected_data: Vec<String>,
}

/// A way the call can end.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// What scripts and events name it by.
    pub id: OutcomeId,
    /// Line shown in the debrief.
    pub title: LineId,
    /// Reaches the goal.
    pub success: bool,
    /// Closing codes that are right for it.
    pub dispositions: Vec<DispositionId>,
}

/// Where a call should be handed to.
#[derive(Debug, Clone)]
pub struct ExpectedTransfer {
    /// Department that should take it.
    pub to: DepartmentId,
    /// The colleague must be told first: a cold transfer is a fault.
    pub warm: bool,
    /// What a completed transfer gives.
    pub outcome: OutcomeId,
}

/// What a record should look like after the call.
#[derive(Debug, Clone)]
pub struct ExpectedRecord {
    /// Table the record is in.
    pub kind: RecordKind,
    /// An existing record or one to be made.
    pub which: Which,
    /// Empty: whatever the outcome.
    pub outcomes: Vec<OutcomeId>,
    /// What each field should hold.
    pub fields: Vec<ExpectedField>,
}

/// Which record is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// One made during the call.
    New,
    /// One that was there before.
    Existing(RecordId),
}

/// What one field should hold after the call.
#[derive(Debug, Clone)]
pub struct ExpectedField {
    /// Name of the field in its table.
    pub field: String,
    /// What counts as right.
    pub value: Expectation,
}

/// What counts as right in a field.
#[derive(Debug, Clone)]
pub enum Expectation {
    /// Exactly this.
    Equals(Template),
    /// Any one of these.
    OneOf(Vec<Template>),
    /// Groups: the variants of each line are the accepted words.
    Mentions(Vec<LineId>),
}

/// One thing an excellent operator does.
#[derive(Debug, Clone)]
pub struct Play {
    /// What other plays name it by.
    pub id: PlayId,
    /// Lines of the other side of which one must have been heard; empty: at once in its turn.
    pub after: Vec<LineId>,
    /// Plays that must all be done before.
    pub needs: Vec<PlayId>,
    /// Line to say, in several variants; `None`: something is only done.
    pub say: Option<LineId>,
    /// What is done after it is said.
    pub then: Vec<Act>,
}

/// The guide of a call, and what must not be said in it.
#[derive(Debug, Clone)]
pub struct Script {
    /// File stem; calls name it.
    pub id: ScriptId,
    /// Line shown above the steps.
    pub title: LineId,
    /// What to say, in order.
    pub steps: Vec<Step>,
    /// What must not be said.
    pub forbidden: Vec<Forbidden>,
}

/// Something the script asks the operator to say.
#[derive(Debug, Clone)]
pub struct Step {
    /// What events and the score name it by.
    pub id: StepId,
    /// Line shown in the script panel.
    pub title: LineId,
    /// Line with the model phrase.
    pub phrase: LineId,
    /// Moves that must all be made, in one or more utterances.
    pub moves: Vec<Move>,
    /// Intents of which one must be said.
    pub intents: Vec<IntentId>,
    /// When the step applies.
    pub when: When,
    /// Must be said word for word (surveys).
    pub verbatim: bool,
    /// Relative weight within script use, 1–100.
    pub weight: u8,
}

/// When a step of the script applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// In every call.
    Always,
    /// The call ended with one of these outcomes.
    Outcome(Vec<OutcomeId>),
    /// This objection was raised.
    Raised(ObjectionId),
    /// This fact was told.
    Revealed(FactId),
    /// The customer was put on hold.
    Held,
    /// The customer himself was reached, not only a gatekeeper.
    Reached,
}

/// Phrases an operator must not say.
#[derive(Debug, Clone)]
pub struct Forbidden {
    /// What the score names it by.
    pub id: String,
    /// Wordings to look for, per language.
    pub phrases: BTreeMap<Language, Vec<String>>,
    /// Line that says why not.
    pub why: LineId,
}

/// Something that can be meant in this pack.
#[derive(Debug, Clone)]
pub struct Intent {
    /// What calls, objections and scripts name it by.
    pub id: IntentId,
    /// Phrases that mean it, per language.
    pub examples: BTreeMap<Language, Vec<Template>>,
    /// Near misses that do not mean it, per language.
    pub counter_examples: BTreeMap<Language, Vec<Template>>,
    /// Moves that saying it always makes as well.
    pub moves: Vec<Move>,
    /// Variables or prices that must be said with it, and right.
    pub states: Vec<String>,
    /// Buying motive it speaks to; `None`: it is no argument.
    pub motive: Option<Motive>,
}

/// What a pack changes in the default scorecard.
#[derive(Debug, Clone, Default)]
pub struct ScorecardChanges {
    /// Dimension name → weight.
    pub weights: BTreeMap<String, u16>,
    /// Overall points needed to pass, 1–100; `None`: as in the default.
    pub pass_mark: Option<u8>,
    /// Changes to single checks.
    pub checks: Vec<CheckChange>,
}

/// What a pack changes in one check.
#[derive(Debug, Clone)]
pub struct CheckChange {
    /// A check of the default scorecard.
    pub id: CheckId,
    /// Weight within its dimension, 0–100; `None`: as in the default.
    pub weight: Option<u16>,
    /// The check is left out.
    pub off: bool,
    /// Whether failing it fails the call; `None`: as in the default.
    pub critical: Option<bool>,
}

/// A record that is in the CRM before the call.
#[derive(Debug, Clone)]
pub struct CustomerRecord {
    /// Table it is in.
    pub kind: RecordKind,
    /// What calls and edits name it by.
    pub id: RecordId,
    /// Customer it belongs to; `None` for a customer.
    pub customer: Option<RecordId>,
    /// Field → value, with variables.
    pub fields: BTreeMap<String, Template>,
}

/// The tables of the CRM.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// A person or company, with ways to reach them.
    Customer,
    /// What a customer subscribes to.
    Contract,
    /// A problem or complaint being worked on.
    Ticket,
    /// Something the customer bought.
    Order,
    /// A meeting or visit with a date.
    Appointment,
    /// An entry in the log of contacts.
    Contact,
    /// What the customer allowed or refused.
    Consent,
}

impl RecordKind {
    /// Every table.
    pub const ALL: [RecordKind; 7] = [
        RecordKind::Customer,
        RecordKind::Contract,
        RecordKind::Ticket,
        RecordKind::Order,
        RecordKind::Appointment,
        RecordKind::Contact,
        RecordKind::Consent,
    ];
    /// The name used in packs, scripts and journals.
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
    /// The table of that name; `None`: there is none.
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
            explained: BTreeMap::new(),
            text: BTreeMap::new(),
            recordings: Recordings::new(),
            checked: (),
        }
    }
}
