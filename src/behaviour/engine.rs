//! The sandbox: a bare rhai engine with limits and nothing but the words of the vocabulary.

use super::view::{HeardView, HoldStage, View};
use super::vocabulary::{ENTITIES, FORBIDDEN, reason};
use super::{Effect, run};
use crate::id::*;
use crate::mood::MoodTrait;
use crate::moves::Move;
use rhai::{Array, Dynamic, Engine, EvalAltResult, INT, ImmutableString, NativeCallContext, Position};
use std::sync::Arc;

/// Steps a hook may take: far more than any reaction needs, and over within milliseconds.
const MAX_OPERATIONS: u64 = 20_000;
/// Characters of a text at run time.
const MAX_STRING: usize = 1_000;
/// Items of a list at run time, those of lists within it counted.
const MAX_ARRAY: usize = 64;

/// `me`.
#[derive(Debug, Clone)]
pub(super) struct Me(pub Arc<View>);
/// `heard`.
#[derive(Debug, Clone)]
pub(super) struct HeardArgument(pub Arc<HeardView>);
/// `silence`.
#[derive(Debug, Clone)]
pub(super) struct SilenceArgument(pub INT);
/// `hold`.
#[derive(Debug, Clone)]
pub(super) struct HoldArgument(pub HoldStage, pub bool, pub INT);
/// `cut`.
#[derive(Debug, Clone)]
pub(super) struct CutArgument(pub INT);
/// `transfer`.
#[derive(Debug, Clone)]
pub(super) struct TransferArgument(pub bool, pub bool);

/// What an effect function returns: the wish and where the script made it.
#[derive(Debug, Clone)]
pub(super) struct Made {
    pub wish: run::Wish,
    pub at: Position,
}

type Outcome<T> = Result<T, Box<EvalAltResult>>;

pub(super) fn failure<T>(message: String, at: Position) -> Outcome<T> {
    Err(Box::new(EvalAltResult::ErrorRuntime(message.into(), at)))
}

/// A fresh sandbox. Costs some tens of microseconds, so each behaviour has its own and nothing is shared globally.
pub(super) fn build() -> Engine {
    let mut engine = Engine::new_raw();
    limit(&mut engine);
    plain(&mut engine);
    effects(&mut engine);
    me(&mut engine);
    occasions(&mut engine);
    engine
}

fn limit(engine: &mut Engine) {
    engine
        .set_optimization_level(rhai::OptimizationLevel::None)
        .set_max_operations(MAX_OPERATIONS)
        .set_max_call_levels(16)
        .set_max_expr_depths(32, 32)
        .set_max_string_size(MAX_STRING)
        .set_max_array_size(MAX_ARRAY)
        .set_max_map_size(MAX_ARRAY)
        .set_max_variables(64)
        .set_max_functions(64)
        .set_allow_anonymous_fn(false)
        .set_fail_on_invalid_map_property(true);
    for word in FORBIDDEN {
        engine.disable_symbol(*word);
    }
}

/// Of rhai's own library only this little: every further function is a way to spend time or memory.
fn plain(engine: &mut Engine) {
    engine.register_iterator::<Array>();
    engine.register_iterator::<std::ops::Range<INT>>();
    engine.register_iterator::<std::ops::RangeInclusive<INT>>();

    engine.register_fn("len", |list: &mut Array| list.len() as INT);
    engine.register_fn("len", |text: ImmutableString| text.chars().count() as INT);
    engine.register_fn("is_empty", |list: &mut Array| list.is_empty());
    engine.register_fn("is_empty", |text: ImmutableString| text.is_empty());
    engine.register_fn("contains", |list: &mut Array, item: Dynamic| list.iter().any(|other| same(other, &item)));
    engine.register_fn("contains", |text: ImmutableString, part: ImmutableString| text.contains(part.as_str()));
    engine.register_fn("starts_with", |text: ImmutableString, part: ImmutableString| text.starts_with(part.as_str()));
    engine.register_fn("ends_with", |text: ImmutableString, part: ImmutableString| text.ends_with(part.as_str()));
    engine.register_fn("push", |list: &mut Array, item: Dynamic| -> Outcome<()> {
        if list.len() >= MAX_ARRAY || item.is_array() || item.is_map() {
            return failure("a list may hold 64 items, and no list can be pushed onto another".into(), Position::NONE);
        }
        list.push(item);
        Ok(())
    });
    engine.register_fn("to_string", |number: INT| number.to_string());
    engine.register_fn("to_string", |text: ImmutableString| text);
    engine.register_fn("to_string", |flag: bool| flag.to_string());
    engine.register_fn("abs", |number: INT| number.saturating_abs());
    engine.register_fn("min", |a: INT, b: INT| a.min(b));
    engine.register_fn("max", |a: INT, b: INT| a.max(b));
    engine.register_fn("-", |number: INT| number.saturating_neg());
    engine.register_fn("+", |number: INT| number);
    engine.register_fn("!", |flag: bool| !flag);
    engine.register_fn("+", |text: ImmutableString, number: INT| format!("{text}{number}"));
    engine.register_fn("+", |number: INT, text: ImmutableString| format!("{number}{text}"));
}

fn same(one: &Dynamic, other: &Dynamic) -> bool {
    if let (Ok(one), Ok(other)) = (one.as_int(), other.as_int()) {
        return one == other;
    }
    match (one.as_immutable_string_ref(), other.as_immutable_string_ref()) {
        (Ok(one), Ok(other)) => *one == *other,
        _ => false,
    }
}

fn effects(engine: &mut Engine) {
    fn made(context: &NativeCallContext, effect: Effect) -> Made {
        Made { wish: run::Wish::Do(effect), at: context.call_position() }
    }
    type Context<'a> = NativeCallContext<'a>;
    type Name = ImmutableString;

    engine.register_fn("say", |context: Context, line: Name| made(&context, Effect::Say(LineId::new(line.as_str()))));
    engine.register_fn("reveal", |context: Context, fact: Name| {
        made(&context, Effect::Reveal(FactId::new(fact.as_str())))
    });
    engine.register_fn("raise", |context: Context, objection: Name| {
        made(&context, Effect::Raise(ObjectionId::new(objection.as_str())))
    });
    engine.register_fn("lift", |context: Context, objection: Name| {
        made(&context, Effect::Lift(ObjectionId::new(objection.as_str())))
    });
    engine.register_fn("mood", |context: Context, name: Name, change: INT| -> Outcome<Made> {
        let Some(mood_trait) = MoodTrait::from_name(&name) else {
            return failure(format!("no such feeling: {name}"), context.call_position());
        };
        Ok(made(&context, Effect::Mood(mood_trait, change.clamp(-100, 100) as i32)))
    });
    engine.register_fn("remember", |context: Context, key: Name| {
        made(&context, Effect::Remember(key.to_string(), String::new()))
    });
    engine.register_fn("remember", |context: Context, key: Name, value: Name| {
        made(&context, Effect::Remember(key.to_string(), value.to_string()))
    });
    engine.register_fn("settle", |context: Context, outcome: Name| {
        made(&context, Effect::Settle(OutcomeId::new(outcome.as_str())))
    });
    engine.register_fn("pass_on", |context: Context| made(&context, Effect::PassOn));
    engine.register_fn("demand_supervisor", |context: Context| made(&context, Effect::DemandSupervisor));
    engine.register_fn("hang_up", |context: Context, name: Name| -> Outcome<Made> {
        match reason(&name) {
            Some(reason) => Ok(made(&context, Effect::HangUp(reason))),
            None => failure(format!("no such reason to hang up: {name}"), context.call_position()),
        }
    });
    engine.register_fn("sigh", |context: Context| made(&context, Effect::Sigh));
    engine.register_fn("usual", |context: Context| Made { wish: run::Wish::Usual, at: context.call_position() });
}

fn me(engine: &mut Engine) {
    engine.register_type_with_name::<Me>("me");
    engine.register_get("patience", |me: &mut Me| INT::from(me.0.mood.patience));
    engine.register_get("trust", |me: &mut Me| INT::from(me.0.mood.trust));
    engine.register_get("confusion", |me: &mut Me| INT::from(me.0.mood.confusion));
    engine.register_get("interest", |me: &mut Me| INT::from(me.0.mood.interest));
    engine.register_get("turn", |me: &mut Me| INT::from(me.0.turn));
    engine.register_get("seconds", |me: &mut Me| whole(me.0.seconds));
    engine.register_get("open_objections", |me: &mut Me| me.0.raised.difference(&me.0.lifted).count() as INT);
    engine.register_get("settled", |me: &mut Me| me.0.settled);
    engine.register_get("level", |me: &mut Me| me.0.level.name().to_owned());

    engine.register_fn("told", |me: &mut Me, fact: ImmutableString| {
        known(me.0.known.facts.contains(fact.as_str()), "fact", &fact)?;
        Ok::<_, Box<EvalAltResult>>(me.0.told.contains(fact.as_str()))
    });
    engine.register_fn("said", |me: &mut Me, line: ImmutableString| me.0.said.contains(line.as_str()));
    engine.register_fn("raised", |me: &mut Me, objection: ImmutableString| {
        known(me.0.known.objections.contains(objection.as_str()), "objection", &objection)?;
        Ok::<_, Box<EvalAltResult>>(me.0.raised.contains(objection.as_str()))
    });
    engine.register_fn("lifted", |me: &mut Me, objection: ImmutableString| {
        known(me.0.known.objections.contains(objection.as_str()), "objection", &objection)?;
        Ok::<_, Box<EvalAltResult>>(me.0.lifted.contains(objection.as_str()))
    });
    engine.register_fn("remembers", |me: &mut Me, key: ImmutableString| me.0.memory.contains_key(key.as_str()));
    engine.register_fn("memory", |me: &mut Me, key: ImmutableString| {
        me.0.memory.get(key.as_str()).cloned().unwrap_or_default()
    });
}

fn occasions(engine: &mut Engine) {
    engine.register_type_with_name::<HeardArgument>("heard");
    engine.register_get("words", |heard: &mut HeardArgument| INT::from(heard.0.words));
    engine.register_get("understood", |heard: &mut HeardArgument| heard.0.understood());
    engine.register_fn("did", |heard: &mut HeardArgument, name: ImmutableString| {
        let found = Move::from_name(&name);
        known(found.is_some(), "move", &name)?;
        Ok::<_, Box<EvalAltResult>>(found.is_some_and(|mv| heard.0.moves.contains(&mv)))
    });
    engine.register_fn("means", |heard: &mut HeardArgument, name: ImmutableString| {
        heard.0.intents.iter().any(|intent| intent.as_str() == name.as_str())
    });
    engine.register_fn("asks", |heard: &mut HeardArgument, name: ImmutableString| {
        heard.0.asked.iter().any(|fact| fact.as_str() == name.as_str())
    });
    engine.register_fn("misquotes", |heard: &mut HeardArgument, name: ImmutableString| {
        heard.0.misquoted.iter().any(|fact| fact.as_str() == name.as_str())
    });
    engine.register_fn("value", |heard: &mut HeardArgument, kind: ImmutableString| {
        known(ENTITIES.contains(&kind.as_str()), "kind of value", &kind)?;
        let value = heard.0.values.iter().find(|(other, _)| other == kind.as_str());
        Ok::<_, Box<EvalAltResult>>(value.map(|(_, value)| value.clone()).unwrap_or_default())
    });

    engine.register_type_with_name::<SilenceArgument>("silence");
    engine.register_get("seconds", |silence: &mut SilenceArgument| silence.0);
    engine.register_type_with_name::<HoldArgument>("hold");
    engine.register_get("stage", |hold: &mut HoldArgument| hold.0.name().to_owned());
    engine.register_get("announced", |hold: &mut HoldArgument| hold.1);
    engine.register_get("seconds", |hold: &mut HoldArgument| hold.2);
    engine.register_type_with_name::<CutArgument>("cut");
    engine.register_get("percent", |cut: &mut CutArgument| cut.0);
    engine.register_type_with_name::<TransferArgument>("transfer");
    engine.register_get("warm", |transfer: &mut TransferArgument| transfer.0);
    engine.register_get("announced", |transfer: &mut TransferArgument| transfer.1);
}

fn known(is: bool, kind: &str, name: &str) -> Outcome<()> {
    if is { Ok(()) } else { failure(format!("no such {kind}: {name}"), Position::NONE) }
}

/// A number as scripts count; times beyond what they can count are as good as for ever.
pub(super) fn whole(number: u64) -> INT {
    INT::try_from(number).unwrap_or(INT::MAX)
}
