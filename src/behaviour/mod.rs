//! The language personas' scripts are written in: rhai, sandboxed. A read-only view goes in, effects come out.
//!
//! One engine for the checker and the game. A script cannot loop for ever, allocate without bound or reach anything.

use crate::id::*;
use crate::mood::MoodTrait;
use serde::{Deserialize, Serialize};

/// What a hook (or the usual reaction) makes the customer do. The only way out of a script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Says a line.
    Say(LineId),
    /// Tells a fact (says its line, marks it told).
    Reveal(FactId),
    /// Raises an objection (says its line).
    Raise(ObjectionId),
    /// Gives up an objection (says its "lifted" line).
    Lift(ObjectionId),
    /// Changes the mood.
    Mood(MoodTrait, i32),
    /// Remembers something for later hooks.
    Remember(String, String),
    /// Agrees to an outcome of the call.
    Settle(OutcomeId),
    /// Hands the telephone to the person who was asked for (gatekeepers).
    PassOn,
    /// Wants the supervisor.
    DemandSupervisor,
    /// Hangs up after what is said.
    HangUp(HangUpReason),
    /// An audible sigh.
    Sigh,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HangUpReason {
    Satisfied,
    OutOfPatience,
    Insulted,
    Silence,
    NotInterested,
    NoTrust,
}

/// A script that failed while running.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptFailure {
    pub line: u32,
    pub column: u32,
    pub message: String,
}

/// A compiled script.
#[derive(Debug, Clone)]
pub struct Behaviour {/* private */}

/// What a script names in a string literal: `say("anna.hello")` names the line `anna.hello`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    pub kind: MentionKind,
    pub name: String,
    pub line: u32,
    pub column: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MentionKind {
    Line,
    Fact,
    Objection,
    Intent,
    Move,
    Outcome,
    MoodTrait,
    Entity,
}

/// What is wrong with a script before it runs: syntax, an unknown function (with the nearest known one), an unknown hook, wrong number of arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptProblem {
    pub line: u32,
    pub column: u32,
    /// Key of its words in `diagnostics.ftl`.
    pub code: &'static str,
    pub arguments: Vec<(&'static str, String)>,
    pub nearest: Option<String>,
}

impl Behaviour {
    /// A persona without a script.
    pub fn none() -> Behaviour {
        todo!()
    }
    /// Compiles and checks a script; all problems at once.
    pub fn compile(_text: &str) -> Result<Behaviour, Vec<ScriptProblem>> {
        todo!()
    }
    /// The names in string literals, for the pack checker.
    pub fn mentions(&self) -> Vec<Mention> {
        todo!()
    }
}
