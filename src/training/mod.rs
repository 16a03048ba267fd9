//! One trainee's run: call, persona, understanding, CRM and score wired together. Replay and robots too.

pub mod journal;
pub mod run;
pub use journal::{Header, Journal, Mode};
pub use run::{Run, Setup};
