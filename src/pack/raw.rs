//! What authors write, exactly as they write it. Every struct denies unknown fields, and everything that can be
//! wrong in its *meaning* keeps its place in the file (`At`). `check.rs` turns these into `model.rs`; nothing else may.
//!
//! `Line` = key of `text/<lang>.ron`. Names in braces in any text are variables: `{first_name}` is one of the persona
//! the call is about, `{assistant.first_name}` of another persona, `{price.fibre_300}`, `{company}`, `{operator}`, `{today}`.

use super::at::{At, Entries, Piece};
use serde::Deserialize;

/// A name or text that the checker may have to point at.
pub type Name<'s> = At<'s, String>;
/// Example phrases per language code.
pub type Phrases<'s> = Entries<'s, Vec<Name<'s>>>;

/// `pack.ron`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPack<'s> {
    /// Version of the pack format.
    #[serde(borrow)]
    pub format: At<'s, u32>,
    /// Same as the pack's folder; journals name it.
    pub id: Name<'s>,
    /// Line.
    pub title: Name<'s>,
    /// Line.
    pub summary: Name<'s>,
    /// `telecom`, `energy`, `bank`, `insurance`, `retail`, `research`, `public`, `other`.
    pub sector: Name<'s>,
    /// Language codes: `fr`, `en`; every line must exist in each.
    pub languages: Vec<Name<'s>>,
    /// Who wrote it, as the library shows it.
    pub author: String,
    /// Terms under which it may be used and passed on.
    pub licence: String,
    /// ISO 4217.
    pub currency: Name<'s>,
    /// The company the operator speaks for.
    pub company: RawCompany<'s>,
    /// Closing codes offered in wrap-up.
    pub dispositions: Vec<Piece<'s, RawDisposition<'s>>>,
}

/// The company a pack's operators speak for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCompany<'s> {
    /// Line.
    #[serde(borrow)]
    pub name: Name<'s>,
    /// What it sells; texts use the prices.
    pub products: Vec<Piece<'s, RawProduct<'s>>>,
    /// Colleagues who can be consulted or take a call over.
    #[serde(default)]
    pub departments: Vec<Piece<'s, RawDepartment<'s>>>,
}

/// Something the company sells.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawProduct<'s> {
    /// What `{price.<id>}` names.
    #[serde(borrow)]
    pub id: Name<'s>,
    /// Line.
    pub name: Name<'s>,
    /// `EUR 29.99`; text uses it as `{price.<id>}`.
    pub price: Name<'s>,
}

/// A colleague the operator can consult or transfer to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDepartment<'s> {
    /// What calls and edits name it by.
    #[serde(borrow)]
    pub id: Name<'s>,
    /// Line.
    pub name: Name<'s>,
    /// Line: what the colleague says when picking up.
    pub greeting: Name<'s>,
    /// Line: takes the call over (heard a usable recap).
    pub accepts: Name<'s>,
    /// Line: asks for a recap.
    pub asks: Name<'s>,
    /// Intents of which one makes a usable recap; besides them, any `restate` or `inform` does.
    #[serde(default)]
    pub recap: Vec<Name<'s>>,
}

/// A closing code offered in wrap-up.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDisposition<'s> {
    /// What outcomes name it by.
    #[serde(borrow)]
    pub id: Name<'s>,
    /// Line.
    pub title: Name<'s>,
}

/// `personas/<id>.ron`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPersona<'s> {
    /// Template, usually `"{first_name} {last_name}"`.
    #[serde(borrow)]
    pub name: Name<'s>,
    /// Years, 16–110.
    pub age: At<'s, u8>,
    /// Sort of voice, by sex and age; the face drawn agrees with it.
    pub voice: RawVoice,
    /// Line: who this is, for briefing and instructor.
    pub about: Name<'s>,
    /// Mood to start with, and readiness to talk.
    pub temperament: RawTemperament<'s>,
    /// Buying motives after SONCAS: `security`, `pride`, `novelty`, `comfort`, `money`, `sympathy`; weights 0–100.
    #[serde(default)]
    pub motives: Entries<'s, At<'s, u8>>,
    /// What differs from seed to seed.
    #[serde(default)]
    pub vary: Entries<'s, At<'s, RawVariation>>,
    /// What can be told; the first volunteered one opens the call.
    #[serde(default)]
    pub facts: Vec<Piece<'s, RawFact<'s>>>,
    /// What can be objected.
    #[serde(default)]
    pub objections: Vec<Piece<'s, RawObjection<'s>>>,
}

/// Sort of voice, by sex and age; the face drawn agrees with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawVoice {
    /// A grown woman.
    Woman,
    /// A grown man.
    Man,
    /// An elderly woman.
    OldWoman,
    /// An elderly man.
    OldMan,
    /// A young woman.
    YoungWoman,
    /// A young man.
    YoungMan,
}

/// 0–100 each. Starting mood and traits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTemperament<'s> {
    /// How long until annoyance; 0 hangs up, 100 is a saint. Starting value of the mood `patience`.
    #[serde(borrow)]
    pub patience: At<'s, u8>,
    /// Starting value of `trust`.
    pub trust: At<'s, u8>,
    /// Starting value of `confusion`.
    pub confusion: At<'s, u8>,
    /// Starting value of `interest` (outbound: in what is offered; inbound: in staying on the line).
    pub interest: At<'s, u8>,
    /// How much is volunteered, how readily the customer drifts.
    pub talkativeness: At<'s, u8>,
}

/// How a variable is drawn from the seed.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawVariation {
    /// One of these, as written: `one_of(["Martine", "Hélène"])`.
    OneOf(Vec<String>),
    /// One row of several columns, so that things that belong together stay together: `choice_of("city_row", …)` is
    /// written as `same_as("city", ["69003", "44000"])`: the item at the place where `city` was drawn.
    SameAs(String, Vec<String>),
    /// `amount(min: "24.99", max: "44.99", step: "5.00")` in the pack's currency.
    Amount {
        /// Lowest amount.
        min: String,
        /// Highest amount.
        max: String,
        /// Distance between two amounts that can be drawn.
        step: String,
    },
    /// An amount derived from another: `times("amount", 2)`.
    Times(String, i64),
    /// `sum(["amount", "fee"])` of amounts.
    Sum(Vec<String>),
    /// `date(from: -12, to: -3)`: days relative to the day of the call.
    Date {
        /// First day that can be drawn.
        from: i32,
        /// Last day that can be drawn.
        to: i32,
    },
    /// `time(from: "09:00", to: "17:30", step_minutes: 30)`.
    Time {
        /// Earliest time of day.
        from: String,
        /// Latest time of day.
        to: String,
        /// Minutes between two times that can be drawn.
        step_minutes: u32,
    },
    /// `number(min: 1, max: 5)`.
    Number {
        /// Lowest number.
        min: i64,
        /// Highest number.
        max: i64,
    },
    /// `pattern("LT#######")`: `#` is a digit (the first of a run never 0), `@` a capital letter.
    Pattern(String),
    /// `phone("+336########")`, E.164.
    Phone(String),
    /// Built of other variables: `template("{first_name_ascii}.{last_name_ascii}@example.org")`, lower case, accents removed.
    Email(String),
}

/// Something a persona can tell.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFact<'s> {
    /// What calls and scripts name it by.
    #[serde(borrow)]
    pub id: Name<'s>,
    /// When it is told.
    pub reveal: At<'s, RawReveal>,
    /// Questions that ask for it, per language (about five to ten). May be empty when only volunteered.
    #[serde(default)]
    pub asked: Phrases<'s>,
    /// Line: how it is told.
    pub line: Name<'s>,
    /// Line: how it is told when asked again (default: the same, a little annoyed).
    #[serde(default)]
    pub again: Option<Name<'s>>,
    /// Variables the line contains and that must be read back when they matter.
    #[serde(default)]
    pub data: Vec<Name<'s>>,
    /// A feeling shown while telling it: `worry`, `anger`, `sadness`, `fatigue`, `joy`, `embarrassment`.
    #[serde(default)]
    pub emotion: Option<Name<'s>>,
    /// Proves who the customer is: told when identity is asked for in general.
    #[serde(default)]
    pub identifies: bool,
    /// Mentioned in passing: an attentive operator comes back to it (see `detail` of the call).
    #[serde(default)]
    pub passing: bool,
}

/// When a fact is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawReveal {
    /// Told unasked as soon as there is room (the first ones in the opening).
    Volunteered,
    /// Told when asked.
    Asked,
    /// Told when asked and trust is at least this.
    Trusted(u8),
}

/// A reason the customer gives for saying no.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawObjection<'s> {
    /// What scripts name it by.
    #[serde(borrow)]
    pub id: Name<'s>,
    /// Sincere or not, founded or not.
    pub kind: RawObjectionKind,
    /// Line: how it is raised.
    pub line: Name<'s>,
    /// Raised by itself when one of these was heard (intents or moves by name); never by itself when empty (the script does it).
    #[serde(default)]
    pub after: Vec<Name<'s>>,
    /// What it takes to lift it.
    pub lift: RawLift<'s>,
    /// Line: lifted.
    pub lifted: Name<'s>,
    /// Line: answered, but not enough.
    pub still: Name<'s>,
}

/// How an objection is meant, and whether it is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawObjectionKind {
    /// Not sincere: a way out.
    Tactical,
    /// Sincere, but a misunderstanding.
    Unfounded,
    /// Sincere and true: admit it, then outweigh it.
    Founded,
}

/// What it takes to lift an objection.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawLift<'s> {
    /// Moves that must all have been heard since it was raised (`acknowledge_objection`, `open_question` …).
    #[serde(borrow, default)]
    pub needs: Vec<Name<'s>>,
    /// Intents of which one answers it. Never empty.
    pub answers: Vec<Name<'s>>,
    /// Line: what the customer replies to a question that digs into the objection (the real reason).
    #[serde(default)]
    pub reason: Option<Name<'s>>,
}

/// `calls/<id>.ron`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCall<'s> {
    /// Line.
    #[serde(borrow)]
    pub title: Name<'s>,
    /// Line: the briefing, what the operator knows before the call.
    pub briefing: Name<'s>,
    /// Lines: what to reach.
    pub goals: Vec<Name<'s>>,
    /// Who calls whom.
    pub direction: RawDirection,
    /// Chooses the row of weights of DOMAIN.
    pub kind: RawCallKind,
    /// 1 to 3.
    pub difficulty: At<'s, u8>,
    /// Line for the instructor: what the call trains, what to watch for.
    #[serde(default)]
    pub instructor: Option<Name<'s>>,
    /// Skills of the diploma it trains (`assets/diploma/crcd.ron`).
    #[serde(default)]
    pub skills: Vec<Name<'s>>,
    /// What differs when it is played gently or demandingly, besides the usual shift of temperament.
    #[serde(default)]
    pub levels: RawLevels<'s>,
    /// Which of the customer's objections can come up; all of them without it.
    #[serde(default)]
    pub objections: RawObjectionChoice<'s>,
    /// Persona.
    pub customer: Name<'s>,
    /// Persona who answers first, outbound.
    #[serde(default)]
    pub gatekeeper: Option<Name<'s>>,
    /// The customer's record in `customers.ron`.
    pub record: Name<'s>,
    /// `2026-09-14`.
    pub date: Name<'s>,
    /// `10:12`, local time of the customer.
    pub time: Name<'s>,
    /// `france`, `united_states`.
    pub jurisdiction: Name<'s>,
    /// Outbound: why calling is lawful.
    #[serde(default)]
    pub basis: RawBasis,
    /// Outbound: attempts made in the last 30 days, this one not counted.
    #[serde(default)]
    pub earlier_attempts: u8,
    /// Outbound: what each attempt may meet; one of the list by seed. Default: answered.
    #[serde(default)]
    pub dial: Option<At<'s, Vec<Vec<RawPickUp>>>>,
    /// Guide shown to the operator: file stem in `scripts/`.
    pub script: Name<'s>,
    /// File stem in `scorecards/`; default: the scorecard of the call kind as it is.
    #[serde(default)]
    pub scorecard: Option<Name<'s>>,
    /// Handling time (talk + hold + wrap-up) in seconds: at least, at most.
    pub target_s: At<'s, (u32, u32)>,
    /// Who is calling: facts that prove it, how many are needed, and what must not be said before.
    #[serde(default)]
    pub verification: Option<RawVerification<'s>>,
    /// Facts that together are the need: to be restated before the first solution.
    pub need: Vec<Name<'s>>,
    /// Intents that are a solution or an offer.
    pub solutions: Vec<Name<'s>>,
    /// Variables to be read back when the customer has said them.
    #[serde(default)]
    pub critical_data: Vec<Name<'s>>,
    /// Intents that show the detail mentioned in passing was used.
    #[serde(default)]
    pub detail: Vec<Name<'s>>,
    /// Ways the call can end.
    pub outcomes: Vec<Piece<'s, RawOutcome<'s>>>,
    /// Where the call should be handed to, if it should.
    #[serde(default)]
    pub transfer: Option<RawTransfer<'s>>,
    /// What the records should look like afterwards.
    pub crm: Vec<Piece<'s, RawExpectedRecord<'s>>>,
    /// What an excellent operator does: robots play it, suggestions and the debrief quote it.
    pub model: Vec<Piece<'s, RawPlay<'s>>>,
}

/// Which objections a call drills.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawObjectionChoice<'s> {
    /// Only these.
    #[serde(borrow, default)]
    pub only: Vec<Name<'s>>,
    /// So many of them, drawn by the seed.
    #[serde(default)]
    pub at_most: Option<At<'s, u8>>,
}

/// What differs at the levels other than the usual one.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawLevels<'s> {
    /// For beginners.
    #[serde(borrow, default)]
    pub gentle: Option<RawLevel<'s>>,
    /// For the experienced.
    #[serde(borrow, default)]
    pub demanding: Option<RawLevel<'s>>,
}

/// What differs at one level, of the call's customer.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawLevel<'s> {
    /// Parts of the temperament at this level; the others are those of the persona, shifted as usual.
    #[serde(borrow, default)]
    pub temperament: RawPartialTemperament<'s>,
    /// Facts told unasked at this level.
    #[serde(default)]
    pub volunteers: Vec<Name<'s>>,
    /// Facts told one degree less readily: a volunteered one when asked, one told when asked only when trusted.
    #[serde(default)]
    pub withholds: Vec<Name<'s>>,
}

/// Some of a temperament, 0–100 each.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPartialTemperament<'s> {
    /// As in a persona.
    #[serde(borrow, default)]
    pub patience: Option<At<'s, u8>>,
    /// As in a persona.
    #[serde(default)]
    pub trust: Option<At<'s, u8>>,
    /// As in a persona.
    #[serde(default)]
    pub confusion: Option<At<'s, u8>>,
    /// As in a persona.
    #[serde(default)]
    pub interest: Option<At<'s, u8>>,
    /// As in a persona.
    #[serde(default)]
    pub talkativeness: Option<At<'s, u8>>,
}

/// Who calls whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawDirection {
    /// The customer calls.
    Inbound,
    /// The operator calls.
    Outbound,
}

/// Sort of call, by its purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawCallKind {
    /// The customer wants to know something or needs technical help.
    Information,
    /// The customer is dissatisfied.
    Complaint,
    /// Something is to be sold.
    Sales,
    /// A date is to be fixed.
    Appointment,
    /// Questions are to be asked word for word.
    Survey,
}

/// Why an outbound call is lawful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawBasis {
    /// Inbound, or business to business.
    #[default]
    NotNeeded,
    /// Prior consent that can be proved.
    Consent,
    /// A current contract, and an offer linked to it.
    Contract,
    /// None: the call should not be made.
    Missing,
}

/// What a dialled number meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RawPickUp {
    /// The gatekeeper picks up when the call has one, else the customer.
    Answered,
    /// It rings until the caller gives up.
    NoAnswer,
    /// The line is engaged.
    Busy,
    /// An answering machine picks up.
    Voicemail,
    /// Somebody picks up who has nothing to do with it.
    WrongPerson,
}

/// Who is calling: what proves it, and what must not be said before.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawVerification<'s> {
    /// Facts of the customer, told when asked.
    #[serde(borrow)]
    pub facts: Vec<Name<'s>>,
    /// How many of them are needed.
    pub enough: At<'s, u8>,
    /// Intents that disclose account data.
    pub protects: Vec<Name<'s>>,
    /// Variables that are account data unless the customer said them first.
    #[serde(default)]
    pub protected_data: Vec<Name<'s>>,
}

/// A way the call can end.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOutcome<'s> {
    /// What scripts and expected records name it by.
    #[serde(borrow)]
    pub id: Name<'s>,
    /// Line.
    pub title: Name<'s>,
    /// Reaches the goal.
    pub success: bool,
    /// Closing codes that are right for it.
    pub dispositions: Vec<Name<'s>>,
}

/// Where a call should be handed to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTransfer<'s> {
    /// Department.
    #[serde(borrow)]
    pub to: Name<'s>,
    /// A cold transfer is a fault.
    pub warm: bool,
    /// The outcome a completed transfer gives.
    pub outcome: Name<'s>,
}

/// What a record should look like after the call.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawExpectedRecord<'s> {
    /// `customer`, `contract`, `ticket`, `order`, `appointment`, `contact`, `consent`.
    #[serde(borrow)]
    pub kind: Name<'s>,
    /// A record's id, or `new`.
    pub which: Name<'s>,
    /// Only for this outcome (empty: always).
    #[serde(default)]
    pub outcomes: Vec<Name<'s>>,
    /// What each field should hold.
    pub fields: Vec<Piece<'s, RawExpectedField<'s>>>,
}

/// What one field should hold after the call.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawExpectedField<'s> {
    /// Name of the field in its table.
    #[serde(borrow)]
    pub field: Name<'s>,
    /// What counts as right.
    pub value: RawExpectation<'s>,
}

/// What counts as right in a field.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawExpectation<'s> {
    /// Exactly this (template).
    Equals(#[serde(borrow)] Name<'s>),
    /// One of these (templates).
    OneOf(#[serde(borrow)] Vec<Name<'s>>),
    /// Free text that must mention something of each group. A group is a line of `text/`: its variants are the
    /// accepted words or phrases (compared without case, accents and plural).
    Mentions(#[serde(borrow)] Vec<Name<'s>>),
}

/// One thing an excellent operator does. Plays are taken from the top: the first one not yet done whose `after` was heard.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPlay<'s> {
    /// What other plays name it by.
    #[serde(borrow)]
    pub id: Name<'s>,
    /// Lines (facts, objections, replies of the customer) of which one must have been heard; empty: at once in its turn.
    #[serde(default)]
    pub after: Vec<Name<'s>>,
    /// Plays that must all be done before.
    #[serde(default)]
    pub needs: Vec<Name<'s>>,
    /// Line to say: several variants, so that robots vary.
    #[serde(default)]
    pub say: Option<Name<'s>>,
    /// What is done after it is said (or at once).
    #[serde(default)]
    pub then: Vec<At<'s, RawAct>>,
}

/// Something the operator does besides speaking.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawAct {
    /// Hold for so many seconds, then come back.
    Hold(u32),
    /// Consult a department; what is said next goes to the colleague.
    Consult(String),
    /// Join customer and colleague and leave.
    CompleteTransfer,
    /// Transfer without announcing.
    ColdTransfer(String),
    /// Open a handbook page.
    Handbook(String),
    /// Open the customer's record.
    OpenRecord,
    /// Make the CRM edits that the call expects and that are known by now.
    UpdateRecord,
    /// Hang up.
    HangUp,
}

/// `scripts/<id>.ron`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawScript<'s> {
    /// Line.
    #[serde(borrow)]
    pub title: Name<'s>,
    /// What to say, in order.
    pub steps: Vec<Piece<'s, RawStep<'s>>>,
    /// What must not be said.
    #[serde(default)]
    pub forbidden: Vec<Piece<'s, RawForbidden<'s>>>,
}

/// Something the script asks the operator to say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawStep<'s> {
    /// What the score names it by.
    #[serde(borrow)]
    pub id: Name<'s>,
    /// Line.
    pub title: Name<'s>,
    /// Line: the model phrase shown in the script panel.
    pub phrase: Name<'s>,
    /// Moves that must all be made (in one or more utterances).
    #[serde(default)]
    pub moves: Vec<Name<'s>>,
    /// Intents of which one must be said (statements).
    #[serde(default)]
    pub intents: Vec<Name<'s>>,
    /// When the step applies; default: always.
    #[serde(default)]
    pub when: RawWhen<'s>,
    /// Must be said word for word (surveys).
    #[serde(default)]
    pub verbatim: bool,
    /// Relative weight within script use.
    #[serde(default)]
    pub weight: Option<At<'s, u8>>,
}

/// When a step of the script applies.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawWhen<'s> {
    /// In every call.
    #[default]
    Always,
    /// The call ended with one of these outcomes.
    Outcome(#[serde(borrow)] Vec<Name<'s>>),
    /// This objection was raised.
    Raised(#[serde(borrow)] Name<'s>),
    /// This fact was revealed.
    Revealed(#[serde(borrow)] Name<'s>),
    /// The customer was put on hold.
    Held,
    /// The customer himself was reached (not only a gatekeeper).
    Reached,
}

/// Phrases an operator must not say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawForbidden<'s> {
    /// What the score names it by.
    #[serde(borrow)]
    pub id: Name<'s>,
    /// Wordings to look for, per language.
    pub phrases: Phrases<'s>,
    /// Line: why not.
    pub why: Name<'s>,
}

/// `intents.ron` is a list of these.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawIntent<'s> {
    /// What calls, objections and scripts name it by.
    #[serde(borrow)]
    pub id: Name<'s>,
    /// About ten per language; variables allowed.
    pub examples: Phrases<'s>,
    /// Near misses that do *not* mean it.
    #[serde(default)]
    pub counter_examples: Phrases<'s>,
    /// Moves that saying it always makes as well (`propose`, `inform` …).
    #[serde(default)]
    pub moves: Vec<Name<'s>>,
    /// Values that must be said with it, and right: variables or prices (`amount`, `price.fibre_300`).
    #[serde(default)]
    pub states: Vec<Name<'s>>,
    /// The buying motive it speaks to, for arguments.
    #[serde(default)]
    pub motive: Option<Name<'s>>,
}

/// `scorecards/<id>.ron`: what differs from the default of its call kind.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawScorecard<'s> {
    /// Weights of the dimensions: `listening`, `script_use`, `objection_handling`, `crm_data_entry`, `time_management`.
    #[serde(borrow, default)]
    pub weights: Entries<'s, At<'s, u16>>,
    /// Overall points needed to pass, 1–100; default: that of the default scorecard.
    #[serde(default)]
    pub pass_mark: Option<At<'s, u8>>,
    /// Changes to single checks.
    #[serde(default)]
    pub checks: Vec<Piece<'s, RawCheck<'s>>>,
}

/// What a pack changes in one check.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCheck<'s> {
    /// A check of the default scorecard (`assets/scorecards/default.ron`).
    #[serde(borrow)]
    pub id: Name<'s>,
    /// Weight within its dimension, 0–100; default: as in the default scorecard.
    #[serde(default)]
    pub weight: Option<At<'s, u16>>,
    /// The check is left out.
    #[serde(default)]
    pub off: bool,
    /// Whether failing it fails the call; default: as in the default scorecard.
    #[serde(default)]
    pub critical: Option<bool>,
}

/// `customers.ron` is a list of these.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRecord<'s> {
    /// `customer`, `contract`, `ticket`, `order`, `appointment`, `contact`, `consent`.
    #[serde(borrow)]
    pub kind: Name<'s>,
    /// What calls and edits name it by.
    pub id: Name<'s>,
    /// The customer it belongs to (not for kind `customer`).
    #[serde(default)]
    pub customer: Option<Name<'s>>,
    /// Field → template. A field of free text may be the key of a line of `text/<lang>.ron` instead: the record then
    /// shows the line in the language of the call.
    pub fields: Entries<'s, Name<'s>>,
}

/// `coverage.ron`: what robots cannot reach, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCoverage<'s> {
    /// Line → why no robot gets it said.
    #[serde(borrow, default)]
    pub explained: Entries<'s, Name<'s>>,
}

/// `text/<lang>.ron`: line → variants. A variant may begin with a mood condition: `"[patience < 40] …"`.
pub type RawText<'s> = Entries<'s, Piece<'s, Vec<Name<'s>>>>;
