//! One trainee's run: call, people, understanding, CRM and score wired together. Replay and robots too.

mod cast;
pub mod journal;
pub mod mind;
pub mod phrases;
pub mod plan;
pub mod replay;
pub mod robots;
pub mod run;
mod view;
pub use cast::{Voices, WRONG_PERSON, colleague, context, learn_ahead};
pub use journal::{Header, Journal, Mode, Unreadable};
pub use run::{CannotStart, Run, Setup};
pub use view::{Speaking, StepState, Suggestion, Timers};
