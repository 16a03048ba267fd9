//! The steps of the company's script: which apply, which are done. The script panel and the score both ask here.

use super::conversation::{Conversation, Speaker, Utterance};
use super::text;
use crate::call::{Event, Party};
use crate::id::{IntentId, StepId};
use crate::locale::Language;
use crate::moves::Move;
use crate::pack::model::{CallScenario, Pack, Part, Step, Template, When};
use crate::pack::variation::Variables;
use crate::value::Value;

/// So much of a text to be said word for word must be said, percent of its words.
pub(super) const VERBATIM_PERCENT: u32 = 90;

/// Where a step of the script stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepProgress {
    /// The step.
    pub step: StepId,
    /// It belongs to the call as it went so far.
    pub applicable: bool,
    /// It was said.
    pub done: bool,
    /// Event at which it was complete.
    pub event: Option<usize>,
    /// Required moves that are missing.
    pub missing: Vec<Move>,
    /// One of the required statements is missing.
    pub statement_missing: bool,
    /// Word for word only: the largest share said at once, percent.
    pub percent: Option<u32>,
}

/// The steps of the call's script in order; nothing when the script is unknown.
pub fn script_progress(
    pack: &Pack,
    call: &CallScenario,
    language: Language,
    variables: &Variables,
    events: &[Event],
) -> Vec<StepProgress> {
    let conversation = Conversation::new(pack, call, events);
    progress(pack, call, language, variables, &conversation)
}

pub(super) fn progress(
    pack: &Pack,
    call: &CallScenario,
    language: Language,
    variables: &Variables,
    conversation: &Conversation<'_>,
) -> Vec<StepProgress> {
    let Some(script) = pack.scripts.get(&call.script) else { return Vec::new() };
    let texts = |step: &Step| -> Vec<Vec<String>> {
        let variants = pack.text.get(&language).and_then(|lines| lines.get(&step.phrase));
        let fill = |template: &Template| text::verbatim_words(&filled(template, variables, language), language);
        variants.into_iter().flatten().map(|variant| fill(&variant.template)).collect()
    };
    let states = |said: &Utterance<'_>, before: Option<&Utterance<'_>>, intents: &[IntentId]| {
        intents.iter().filter_map(|id| pack.intents.get(id)).any(|intent| {
            let values = || intent.states.iter().filter_map(|name| variables.get(name));
            let says = |value: &Value| {
                [Some(said), before].into_iter().flatten().any(|said| {
                    said.understood.is_some_and(|understood| text::says(value, said.text, understood, language))
                })
            };
            said.has_any(&intent.moves)
                && values().count() == intent.states.len()
                && values().count() > 0
                && values().all(says)
        })
    };
    script.steps.iter().map(|step| one(step, conversation, language, || texts(step), &states)).collect()
}

/// A text with its variables filled in.
pub(super) fn filled(template: &Template, variables: &Variables, language: Language) -> String {
    let part = |part: &Part| match part {
        Part::Text(text) => text.clone(),
        Part::Variable(name) => variables.get(name).map_or_else(String::new, |value| value.written(language)),
    };
    template.0.iter().map(part).collect()
}

/// Whether an utterance, with the one before it, makes one of these statements though in no known words: it says all the
/// values of it and does what saying it does.
type States<'s> = &'s dyn Fn(&Utterance<'_>, Option<&Utterance<'_>>, &[IntentId]) -> bool;

fn one(
    step: &Step,
    conversation: &Conversation<'_>,
    language: Language,
    texts: impl Fn() -> Vec<Vec<String>>,
    states: States<'_>,
) -> StepProgress {
    let mut progress = StepProgress {
        step: step.id.clone(),
        applicable: applies(&step.when, conversation),
        done: false,
        event: None,
        missing: step.moves.clone(),
        statement_missing: !step.intents.is_empty(),
        percent: None,
    };
    let phrases = if step.verbatim { texts() } else { Vec::new() };
    let share = |said: &[String]| phrases.iter().map(|phrase| text::percent_said(phrase, said)).max().unwrap_or(0);
    let mut before: Option<&Utterance<'_>> = None;
    for utterance in conversation.utterances.iter().filter(|utterance| counts(utterance, &step.when)) {
        if step.verbatim {
            let mut said = text::verbatim_words(utterance.text, language);
            let mut best = share(&said);
            // Begun in the turn before and brought to its end in this one.
            if let Some(before) = before.filter(|_| best < VERBATIM_PERCENT) {
                said.splice(0..0, text::verbatim_words(before.text, language));
                best = best.max(share(&said));
            }
            progress.percent = progress.percent.max(Some(best));
            progress.done = best >= VERBATIM_PERCENT;
        } else {
            progress.missing.retain(|mv| !utterance.has(*mv));
            progress.statement_missing &=
                !utterance.intends(&step.intents) && !states(utterance, before, &step.intents);
            progress.done = progress.missing.is_empty() && !progress.statement_missing;
        }
        if progress.done {
            progress.event = Some(utterance.event);
            break;
        }
        before = Some(utterance);
    }
    progress
}

/// What counts for a step: anything said to somebody alive; for steps with the customer, not what the gatekeeper heard.
fn counts(utterance: &Utterance<'_>, when: &When) -> bool {
    let Speaker::Operator { to } = utterance.speaker else { return false };
    utterance.heard
        && match to {
            Party::Customer | Party::Colleague => true,
            Party::Gatekeeper => *when != When::Reached,
            Party::WrongPerson | Party::Voicemail => false,
        }
}

fn applies(when: &When, conversation: &Conversation<'_>) -> bool {
    match when {
        When::Always => true,
        When::Outcome(outcomes) => conversation.outcome.is_some_and(|outcome| outcomes.contains(outcome)),
        When::Raised(objection) => conversation.raised.iter().any(|raised| raised.objection.id == *objection),
        When::Revealed(fact) => conversation.told(fact).is_some(),
        When::Held => !conversation.held.is_empty(),
        When::Reached => conversation.reached,
    }
}
