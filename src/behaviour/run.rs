//! Running a hook: a view and an occasion go in, wishes come out.

use super::engine::{
    CutArgument, HeardArgument, HoldArgument, Made, Me, SilenceArgument, TransferArgument, failure, whole,
};
use super::view::{Occasion, View};
use super::{Behaviour, Effect, ScriptFailure};
use rhai::{CallFnOptions, Dynamic, EvalAltResult, Position, Scope};
use std::sync::Arc;

/// Effects one hook may return.
const MAX_EFFECTS: usize = 16;
/// Things a customer can remember.
const MAX_MEMORY: usize = 64;
/// Characters of a failure's message.
const MAX_MESSAGE: usize = 300;

/// One thing a hook wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// This effect.
    Do(Effect),
    /// Whatever the customer usually does on such an occasion.
    Usual,
}

impl Behaviour {
    /// Asks the script what to do. A persona without that hook, or a hook that returns nothing, wants the usual.
    ///
    /// # Errors
    /// When the script fails, takes too many steps, or returns what is no effect or names an unknown fact or objection.
    pub fn run_hook(&self, view: View, occasion: &Occasion) -> Result<Vec<Wish>, ScriptFailure> {
        let hook = hook_of(occasion);
        let Some(program) = self.program.as_ref().filter(|program| program.hooks.contains(hook)) else {
            return Ok(vec![Wish::Usual]);
        };
        let known = Arc::clone(&view.known);
        let memory = view.memory.len();
        let result = program.call(hook, view, occasion).and_then(|result| {
            let made = effects(result)?;
            check(&made, &known, memory)?;
            Ok(made)
        });
        match result {
            Ok(made) => Ok(made.into_iter().map(|made| made.wish).collect()),
            Err(error) => Err(described(&error)),
        }
    }
}

impl super::Program {
    fn call(&self, hook: &str, view: View, occasion: &Occasion) -> Result<Dynamic, Box<EvalAltResult>> {
        let me = Dynamic::from(Me(Arc::new(view)));
        let argument = match occasion {
            Occasion::Start | Occasion::End => None,
            Occasion::Heard(heard) | Occasion::Misquoted(heard) => {
                Some(Dynamic::from(HeardArgument(Arc::new(heard.clone()))))
            }
            Occasion::Silence { seconds } => Some(Dynamic::from(SilenceArgument(whole(*seconds)))),
            Occasion::Hold { stage, announced, seconds } => {
                Some(Dynamic::from(HoldArgument(*stage, *announced, whole(*seconds))))
            }
            Occasion::Interrupted { percent } => Some(Dynamic::from(CutArgument(i64::from(*percent)))),
            Occasion::Transfer { warm, announced } => Some(Dynamic::from(TransferArgument(*warm, *announced))),
        };
        let options = CallFnOptions::new().eval_ast(false);
        let arguments: Vec<Dynamic> = std::iter::once(me).chain(argument).collect();
        self.engine.call_fn_with_options(options, &mut Scope::new(), &self.ast, hook, arguments)
    }
}

fn hook_of(occasion: &Occasion) -> &'static str {
    match occasion {
        Occasion::Start => "on_start",
        Occasion::Heard(_) => "on_heard",
        Occasion::Misquoted(_) => "on_misquoted",
        Occasion::Silence { .. } => "on_silence",
        Occasion::Hold { .. } => "on_hold",
        Occasion::Interrupted { .. } => "on_interrupted",
        Occasion::Transfer { .. } => "on_transfer",
        Occasion::End => "on_end",
    }
}

/// `()`, an effect, or a list of these (also of lists, as helper functions return them).
fn effects(result: Dynamic) -> Result<Vec<Made>, Box<EvalAltResult>> {
    if result.is_unit() {
        return Ok(vec![Made { wish: Wish::Usual, at: Position::NONE }]);
    }
    let mut made = Vec::new();
    let mut todo = vec![result];
    while let Some(next) = todo.pop() {
        if next.is_unit() {
            continue;
        }
        match next.try_cast_result::<Made>() {
            Ok(effect) => made.push(effect),
            Err(other) => match other.into_array() {
                Ok(list) => todo.extend(list.into_iter().rev()),
                Err(kind) => {
                    return failure(format!("a hook returns effects, not this: {kind}"), Position::NONE);
                }
            },
        }
        if made.len() > MAX_EFFECTS {
            return failure(format!("more than {MAX_EFFECTS} effects at once"), Position::NONE);
        }
    }
    Ok(made)
}

/// The names a script may have built at run time must exist.
fn check(made: &[Made], known: &super::view::Known, remembered: usize) -> Result<(), Box<EvalAltResult>> {
    let mut remembered = remembered;
    for Made { wish, at } in made {
        match wish {
            Wish::Do(Effect::Reveal(fact)) if !known.facts.contains(fact) => {
                return failure(format!("no such fact: {fact}"), *at);
            }
            Wish::Do(Effect::Raise(objection) | Effect::Lift(objection)) if !known.objections.contains(objection) => {
                return failure(format!("no such objection: {objection}"), *at);
            }
            Wish::Do(Effect::Remember(..)) => {
                remembered += 1;
                if remembered > MAX_MEMORY + MAX_EFFECTS {
                    return failure("too many things to remember".into(), *at);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn described(error: &EvalAltResult) -> ScriptFailure {
    let inner = error.unwrap_inner();
    let at = match inner.position() {
        Position::NONE => error.position(),
        at => at,
    };
    // rhai puts the place at the end of its words; it has fields of its own here.
    let mut bare = String::new();
    for character in inner.to_string().chars().take(MAX_MESSAGE) {
        bare.push(if character.is_control() { ' ' } else { character });
    }
    let message = match bare.rfind(" (line ") {
        Some(end) if at != Position::NONE => bare[..end].to_owned(),
        _ => bare,
    };
    ScriptFailure {
        line: at.line().unwrap_or(1) as u32,
        column: at.position().unwrap_or(1) as u32,
        message: message.strip_prefix("Runtime error: ").unwrap_or(&message).to_owned(),
    }
}
