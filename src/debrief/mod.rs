//! A call looked back on: what was said and done in its order, what an excellent operator would have said, and all of it
//! as one page to print. Data and text only; the desk and the command line show it.

mod clock;
mod hindsight;
mod names;
mod page;
mod timeline;
mod transcript;
mod voice;

pub use clock::{moment, span};
pub use hindsight::{Instead, hindsight, instead_at, is_about_words};
pub use names::{department, full_name, is_woman, name, record_name, role};
pub use page::{Occasion, page};
pub use timeline::{Mark, MarkKind, Stretch, Timeline, timeline};
pub use transcript::{Speaker, TurnRow, ended, rows};
pub use voice::{Curve, Figure, VoiceReport, voice};

use crate::call::{Phase, What};
use crate::training::Run;

/// When somebody was first on the line, in milliseconds of the attempt: moments are told from there, as the clock of the
/// desk does, not from the first ring. 0: nobody ever was.
pub fn connected_ms(run: &Run) -> u64 {
    let talking = run.events().iter().find(|event| event.what == What::Phase { phase: Phase::Talking });
    talking.map_or(0, |event| event.at_ms)
}
