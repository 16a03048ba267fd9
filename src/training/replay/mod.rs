//! Replay files: an author's own expectations of a call, readable by an instructor.
//!
//! ```text
//! call double_charge   seed 7   language en   level demanding
//! answer
//! say   Good morning, Lumio Telecom, this is Sam. How can I help you?
//! ? customer says *twice*
//! ? moves greet, identify_self
//! finish
//! ? score listening >= 85
//! ```
//! `say` waits until the other side has finished and thinks for a second; `interrupt` does not. Names in braces are
//! this seed's values; without `level` the call is played at the usual one. A line that begins with `?` expects something; `#` begins a comment.

mod expect;
mod parse;
mod play;

pub use expect::Expectation;
pub use parse::parse;
pub use play::play;

use crate::call::Input;
use crate::id::{CallId, DepartmentId};
use crate::level::Level;
use crate::locale::Language;
use crate::source::Place;

/// A replay file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replay {
    /// Scenario to play.
    pub call: CallId,
    /// What values and chances are drawn from.
    pub seed: u64,
    /// Language to play it in.
    pub language: Language,
    /// How hard to play it.
    pub level: Level,
    /// Where the call is named, for problems with it.
    pub place: Place,
    /// What to do and to expect, in order.
    pub steps: Vec<Step>,
}

/// A line of a replay file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Where it stands in the file.
    pub place: Place,
    /// What it asks for.
    pub what: Doing,
}

/// What a line of a replay file asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doing {
    /// An input as it is.
    Input(Input),
    /// Waits for the other side, thinks, says (a template).
    Say(String),
    /// Says at once (a template).
    Interrupt(String),
    /// Sets a field (value: a template).
    Set {
        /// Id of the record.
        record: String,
        /// Name of the field in its table.
        field: String,
        /// What to type (a template).
        value: String,
    },
    /// A new record of the call's customer.
    Create(crate::pack::model::RecordKind),
    /// Consults, waits for the colleague, says the recap if there is one, and joins the two.
    WarmTransfer(DepartmentId),
    /// Expects something.
    Expect(Expectation),
}
