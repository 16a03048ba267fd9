//! The language personas' scripts are written in: rhai, sandboxed. A read-only view goes in, effects come out.
//!
//! One engine for the checker and the game. A script cannot loop for ever, allocate without bound or reach anything.
//!
//! A script is a set of hooks, all optional. Each returns nothing (the customer does the usual), one effect, or a list of
//! effects; `usual()` in a list does the usual as well, `[]` does nothing at all. Besides these a script has whole
//! numbers, texts, lists, `if`, `switch`, `for`, `while` and functions of its own, which see only their parameters.
//!
//! | hook | shown besides `me` |
//! |---|---|
//! | `on_start(me)`, `on_end(me)` (what is said there is heard by nobody) | |
//! | `on_heard(me, heard)` | `heard.did("move")`, `.means("intent")`, `.asks("fact")`, `.value("amount")`, `.words`, `.understood` |
//! | `on_misquoted(me, heard)` | the same, and `.misquotes("fact")`; comes instead of `on_heard` when a fact told is repeated wrongly |
//! | `on_silence(me, silence)` | `silence.seconds` |
//! | `on_hold(me, hold)` | `hold.stage` (`started`, `goes_on`, `ended`), `.announced`, `.seconds` |
//! | `on_interrupted(me, cut)` | `cut.percent` |
//! | `on_transfer(me, transfer)` (what is said there is heard unless he waits on hold) | `transfer.warm`, `.announced` |
//!
//! `me` has `.patience`, `.trust`, `.confusion`, `.interest` (0–100), `.turn`, `.seconds`, `.open_objections`, `.settled`, `.level`,
//! `.told("fact")`, `.said("line")`, `.raised("objection")`, `.lifted("objection")`, `.remembers("key")`, `.memory("key")`.

mod check;
mod engine;
mod mentions;
mod run;
mod syntax;
mod view;
mod vocabulary;
mod walk;
mod waste;

pub use run::Wish;
pub use view::{HeardView, HoldStage, Known, Occasion, View};
pub use vocabulary::ENTITIES;

use crate::id::*;
use crate::mood::MoodTrait;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

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

/// Why a customer hangs up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HangUpReason {
    /// Has what he wanted.
    Satisfied,
    /// Has waited or argued long enough.
    OutOfPatience,
    /// Was insulted twice.
    Insulted,
    /// Nobody answers.
    Silence,
    /// Does not want what is offered.
    NotInterested,
    /// Does not believe who is calling.
    NoTrust,
}

/// A script that failed while running.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptFailure {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// What happened, in English, for the author of the script.
    pub message: String,
}

/// Bytes a script may have: some hundreds of lines.
const MAX_TEXT: usize = 64 * 1024;
/// Problems reported of one script.
const MAX_PROBLEMS: usize = 100;

/// A compiled script. Cheap to clone: the program is shared.
#[derive(Debug, Clone)]
pub struct Behaviour {
    program: Option<Arc<Program>>,
}

/// A checked script with the engine that runs it.
#[derive(Debug)]
struct Program {
    engine: rhai::Engine,
    ast: rhai::AST,
    hooks: BTreeSet<&'static str>,
    mentions: Vec<Mention>,
    doubts: Vec<ScriptProblem>,
}

/// What a script names in a string literal: `say("anna.hello")` names the line `anna.hello`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What kind of thing it names.
    pub kind: MentionKind,
    /// The name as written.
    pub name: String,
    /// Line of the opening quotation mark, from 1.
    pub line: u32,
    /// Column of it in characters, from 1.
    pub column: u32,
}

/// What a string literal of a script can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MentionKind {
    /// `say`, `me.said`.
    Line,
    /// `reveal`, `me.told`, `heard.asks`.
    Fact,
    /// `raise`, `lift`, `me.raised`, `me.lifted`.
    Objection,
    /// `heard.means`.
    Intent,
    /// `heard.did`.
    Move,
    /// `settle`.
    Outcome,
    /// `mood`.
    MoodTrait,
    /// `heard.value`.
    Entity,
}

/// A word of the scripting language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// `hook`, `effect`, `plain`, or the view it belongs to: `me`, `heard` …
    pub of: &'static str,
    /// The word itself.
    pub name: &'static str,
    /// How it is written, in each of its forms: `say("line")`.
    pub forms: Vec<String>,
}

/// What is wrong with a script before it runs: syntax, an unknown function (with the nearest known one), an unknown hook, wrong number of arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptProblem {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Key of its words in `scripts.ftl`.
    pub code: &'static str,
    /// What the words speak of.
    pub arguments: Vec<(&'static str, String)>,
    /// The nearest known name, when one is near enough to be meant.
    pub nearest: Option<String>,
}

impl Behaviour {
    /// A persona without a script.
    pub fn none() -> Behaviour {
        Behaviour { program: None }
    }

    /// Compiles and checks a script; all problems at once, in the order they are written.
    ///
    /// # Errors
    /// When the script is not valid rhai, uses words that do not exist, or does what cannot be meant.
    pub fn compile(text: &str) -> Result<Behaviour, Vec<ScriptProblem>> {
        if text.len() > MAX_TEXT {
            return Err(vec![syntax::problem("S002", rhai::Position::new(1, 1), &[("kind", "size")])]);
        }
        let mut engine = engine::build();
        let ast = engine.compile(text).map_err(|error| vec![syntax::parse_problem(&error)])?;
        let mut problems = check::check(&ast, text);
        // Our own check finds all unknown names at once; the parser's knows scopes, but stops at the first.
        engine.set_strict_variables(true);
        let strict = engine.compile(text);
        if let (true, Err(error)) = (problems.is_empty(), &strict) {
            problems.push(syntax::parse_problem(error));
        }
        let (Ok(ast), true) = (strict, problems.is_empty()) else {
            problems
                .sort_by(|one, other| (one.line, one.column, one.code).cmp(&(other.line, other.column, other.code)));
            problems.dedup();
            problems.truncate(MAX_PROBLEMS);
            return Err(problems);
        };
        let hooks = vocabulary::HOOKS.iter().map(|hook| hook.name);
        let hooks = hooks.filter(|hook| ast.iter_fn_def().any(|function| function.name == *hook)).collect();
        let mentions = mentions::mentions(&ast, text);
        let doubts = waste::unheard(&ast, text);
        Ok(Behaviour { program: Some(Arc::new(Program { engine, ast, hooks, mentions, doubts })) })
    }

    /// Every word of the language, for the manual.
    pub fn words() -> Vec<Word> {
        vocabulary::words()
    }

    /// The names in string literals, for the pack checker, in the order they are written.
    pub fn mentions(&self) -> Vec<Mention> {
        self.program.as_ref().map(|program| program.mentions.clone()).unwrap_or_default()
    }

    /// What can be run but does nothing, in the order it is written.
    pub fn doubts(&self) -> Vec<ScriptProblem> {
        self.program.as_ref().map(|program| program.doubts.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
