//! What the desk and the terminal show of a call: derived from its events, never stored.

use super::run::Run;
use crate::call::{Event, Party, Phase, What};
use crate::id::{LineId, StepId};
use crate::pack::model::When;
use crate::score::script_progress;

/// A line of the other side being spoken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaking {
    /// Number of the line.
    pub turn: u32,
    /// Who speaks.
    pub party: Party,
    /// Id of the line in the pack.
    pub line: LineId,
    /// All its words, said and unsaid.
    pub text: String,
    /// Bytes of it that have been said, to the last whole word.
    pub said: usize,
    /// Time since it began, milliseconds.
    pub elapsed_ms: u64,
    /// Time it takes to say all of it, milliseconds.
    pub duration_ms: u64,
}

/// A step of the script as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepState {
    /// What the score names it by.
    pub step: StepId,
    /// Name of the step in the language of the call.
    pub title: String,
    /// The model phrase with the data filled in.
    pub phrase: String,
    /// It was said as the script asks.
    pub done: bool,
    /// The first applicable step not done.
    pub current: bool,
    /// It concerns this call as it went so far.
    pub applicable: bool,
}

impl StepState {
    /// The steps of the call's script; the score judges them by the same rule.
    pub fn all(run: &Run) -> Vec<StepState> {
        let (pack, scenario, language) = (run.pack(), run.scenario(), run.setup().language);
        let Some(script) = pack.scripts.get(&scenario.script) else { return Vec::new() };
        let progress = script_progress(pack, scenario, language, run.variables(), run.events());
        let over = matches!(run.phase(), Phase::WrapUp | Phase::Ended);
        let mut current_found = false;
        script
            .steps
            .iter()
            .zip(progress)
            .map(|(step, progress)| {
                // Nobody was reached yet, but somebody will be: these steps lie ahead.
                let applicable = progress.applicable || (step.when == When::Reached && !over);
                let current = applicable && !progress.done && !current_found;
                current_found |= current;
                StepState {
                    step: step.id.clone(),
                    title: pack.title(&step.title, language, Some(run.variables())),
                    phrase: pack.title(&step.phrase, language, Some(run.variables())),
                    done: progress.done,
                    current,
                    applicable,
                }
            })
            .collect()
    }
}

/// A line offered in guided mode; good and bad ones are shuffled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Words to say, with the values of this seed.
    pub text: String,
    /// A good operator would say it; otherwise it is a trap.
    pub good: bool,
}

/// The clocks of the softphone, milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Timers {
    /// All ringing together, inbound or dialled.
    pub ringing_ms: u64,
    /// Time with the line open, holds left out.
    pub talk_ms: u64,
    /// Of the present hold; 0 when not on hold.
    pub present_hold_ms: u64,
    /// All holds together, consulting a colleague included.
    pub hold_ms: u64,
    /// Time since talking ended.
    pub wrap_up_ms: u64,
    /// talk + hold + wrap-up.
    pub handle_ms: u64,
}

impl Timers {
    /// Adds up the phases of a call until `now_ms`.
    pub fn of(events: &[Event], now_ms: u64) -> Timers {
        let phases: Vec<(u64, Phase)> = events
            .iter()
            .filter_map(|event| match event.what {
                What::Phase { phase } => Some((event.at_ms, phase)),
                _ => None,
            })
            .collect();
        let mut timers = Timers::default();
        for (index, (since_ms, phase)) in phases.iter().enumerate() {
            let until_ms = phases.get(index + 1).map_or(now_ms, |(next_ms, _)| *next_ms);
            let lasted_ms = until_ms.saturating_sub(*since_ms);
            match phase {
                Phase::Ringing | Phase::Dialling => timers.ringing_ms += lasted_ms,
                Phase::Talking => timers.talk_ms += lasted_ms,
                Phase::Hold | Phase::Consulting => {
                    timers.hold_ms += lasted_ms;
                    if index + 1 == phases.len() {
                        timers.present_hold_ms = lasted_ms;
                    }
                }
                Phase::WrapUp => timers.wrap_up_ms += lasted_ms,
                Phase::Ready | Phase::Ended => {}
            }
        }
        timers.handle_ms = timers.talk_ms + timers.hold_ms + timers.wrap_up_ms;
        timers
    }
}
