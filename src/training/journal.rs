//! The journal: all that is needed to play a call again. One JSON object a line: the header, then the inputs.

use crate::call::Input;
use crate::id::{CallId, PackId};
use crate::locale::Language;
use serde::{Deserialize, Serialize};

/// How much help the trainee has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Suggested lines, good and bad, and the script.
    Guided,
    ScriptShown,
    ScriptHidden,
    /// No hints, no retry.
    Exam,
}

/// The first line of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Version of the format: 1.
    pub format: u32,
    pub pack: PackId,
    pub pack_hash: String,
    pub call: CallId,
    pub language: Language,
    pub seed: u64,
    pub mode: Mode,
    /// The name the trainee gives himself on the telephone.
    pub operator: String,
    /// When this is a retry: so many inputs at the start were taken from another attempt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retried_from: Option<usize>,
}

/// Header and inputs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    pub header: Header,
    pub inputs: Vec<Input>,
}
