//! The words of the scripting language: hooks, effects, what can be asked of the views, and the few plain functions.
//!
//! One table for the engine, the checker and the list of mentions.

use super::{HangUpReason, MentionKind};

/// What one parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// A text that names something of the pack.
    Name(MentionKind),
    /// Any text.
    Text,
    /// The name of a reason to hang up.
    Reason,
    /// A whole number.
    Whole,
    /// Whatever it is.
    Anything,
}

/// A function with the parameters of each of its forms.
#[derive(Debug)]
pub(super) struct Function {
    pub name: &'static str,
    pub forms: &'static [&'static [Takes]],
}

/// A hook and its parameters by name; the parameter's name is also the name of its view.
#[derive(Debug)]
pub(super) struct Hook {
    pub name: &'static str,
    pub parameters: &'static [&'static str],
}

/// What a hook is shown.
#[derive(Debug)]
pub(super) struct ViewType {
    pub name: &'static str,
    pub properties: &'static [&'static str],
    pub methods: &'static [Function],
}

use MentionKind as Kind;
use Takes::*;

const fn function(name: &'static str, forms: &'static [&'static [Takes]]) -> Function {
    Function { name, forms }
}

const fn hook(name: &'static str, parameters: &'static [&'static str]) -> Hook {
    Hook { name, parameters }
}

/// Every hook.
pub(super) const HOOKS: &[Hook] = &[
    hook("on_start", &["me"]),
    hook("on_heard", &["me", "heard"]),
    hook("on_misquoted", &["me", "heard"]),
    hook("on_silence", &["me", "silence"]),
    hook("on_hold", &["me", "hold"]),
    hook("on_interrupted", &["me", "cut"]),
    hook("on_transfer", &["me", "transfer"]),
    hook("on_end", &["me"]),
];

/// Functions that return an effect.
pub(super) const EFFECTS: &[Function] = &[
    function("say", &[&[Name(Kind::Line)]]),
    function("reveal", &[&[Name(Kind::Fact)]]),
    function("raise", &[&[Name(Kind::Objection)]]),
    function("lift", &[&[Name(Kind::Objection)]]),
    function("mood", &[&[Name(Kind::MoodTrait), Whole]]),
    function("remember", &[&[Text], &[Text, Text]]),
    function("settle", &[&[Name(Kind::Outcome)]]),
    function("pass_on", &[&[]]),
    function("demand_supervisor", &[&[]]),
    function("hang_up", &[&[Reason]]),
    function("sigh", &[&[]]),
    function("usual", &[&[]]),
];

/// Plain functions, called either way: `len(x)`, `x.len()`.
pub(super) const PLAIN: &[Function] = &[
    function("len", &[&[Anything]]),
    function("is_empty", &[&[Anything]]),
    function("contains", &[&[Anything, Anything]]),
    function("starts_with", &[&[Text, Text]]),
    function("ends_with", &[&[Text, Text]]),
    function("push", &[&[Anything, Anything]]),
    function("to_string", &[&[Anything]]),
    function("abs", &[&[Whole]]),
    function("min", &[&[Whole, Whole]]),
    function("max", &[&[Whole, Whole]]),
];

/// What the hooks are shown.
pub(super) const VIEWS: &[ViewType] = &[
    ViewType {
        name: "me",
        properties: &[
            "patience",
            "trust",
            "confusion",
            "interest",
            "turn",
            "seconds",
            "open_objections",
            "settled",
            "level",
        ],
        methods: &[
            function("told", &[&[Name(Kind::Fact)]]),
            function("said", &[&[Name(Kind::Line)]]),
            function("raised", &[&[Name(Kind::Objection)]]),
            function("lifted", &[&[Name(Kind::Objection)]]),
            function("remembers", &[&[Text]]),
            function("memory", &[&[Text]]),
        ],
    },
    ViewType {
        name: "heard",
        properties: &["words", "understood"],
        methods: &[
            function("did", &[&[Name(Kind::Move)]]),
            function("means", &[&[Name(Kind::Intent)]]),
            function("asks", &[&[Name(Kind::Fact)]]),
            function("misquotes", &[&[Name(Kind::Fact)]]),
            function("value", &[&[Name(Kind::Entity)]]),
        ],
    },
    ViewType { name: "silence", properties: &["seconds"], methods: &[] },
    ViewType { name: "hold", properties: &["stage", "announced", "seconds"], methods: &[] },
    ViewType { name: "cut", properties: &["percent"], methods: &[] },
    ViewType { name: "transfer", properties: &["warm", "announced"], methods: &[] },
];

/// Words of rhai that scripts must not use: they run text as code, print, or hide what is called.
pub(super) const FORBIDDEN: &[&str] =
    &["eval", "print", "debug", "Fn", "call", "curry", "this", "is_def_fn", "is_def_var", "is_shared", "type_of"];

/// The kinds of value an utterance can mention, as MOVES names them.
pub const ENTITIES: &[&str] = &[
    "amount",
    "percentage",
    "date",
    "time",
    "duration",
    "phone_number",
    "contract_number",
    "email",
    "postal_code",
    "person_name",
    "quantity",
];

/// The reasons to hang up by name.
pub(super) const REASONS: &[(&str, HangUpReason)] = &[
    ("satisfied", HangUpReason::Satisfied),
    ("out_of_patience", HangUpReason::OutOfPatience),
    ("insulted", HangUpReason::Insulted),
    ("silence", HangUpReason::Silence),
    ("not_interested", HangUpReason::NotInterested),
    ("no_trust", HangUpReason::NoTrust),
];

pub(super) fn reason(name: &str) -> Option<HangUpReason> {
    REASONS.iter().find(|(known, _)| *known == name).map(|(_, reason)| *reason)
}

pub(super) fn named<'a>(functions: &'a [Function], name: &str) -> Option<&'a Function> {
    functions.iter().find(|function| function.name == name)
}

pub(super) fn view(name: &str) -> Option<&'static ViewType> {
    VIEWS.iter().find(|view| view.name == name)
}

/// The method of that name, whichever view it belongs to: no two views share one.
pub(super) fn method(name: &str) -> Option<&'static Function> {
    VIEWS.iter().find_map(|view| named(view.methods, name))
}

/// Every word, in the order of the tables.
pub(super) fn words() -> Vec<super::Word> {
    let hooks = HOOKS.iter().map(|hook| super::Word {
        of: "hook",
        name: hook.name,
        forms: vec![format!("{}({})", hook.name, hook.parameters.join(", "))],
    });
    let functions = |of: &'static str, before: String, functions: &'static [Function]| {
        functions.iter().map(move |function| super::Word {
            of,
            name: function.name,
            forms: function
                .forms
                .iter()
                .map(|form| {
                    let takes: Vec<String> = form.iter().map(|takes| takes.example()).collect();
                    format!("{before}{}({})", function.name, takes.join(", "))
                })
                .collect(),
        })
    };
    let views = VIEWS.iter().flat_map(move |view| {
        let properties = view.properties.iter().map(|name| super::Word {
            of: view.name,
            name,
            forms: vec![format!("{}.{name}", view.name)],
        });
        properties.chain(functions(view.name, format!("{}.", view.name), view.methods))
    });
    hooks
        .chain(views)
        .chain(functions("effect", String::new(), EFFECTS))
        .chain(functions("plain", String::new(), PLAIN))
        .collect()
}

impl Takes {
    /// As it stands in an example.
    fn example(self) -> String {
        let name = match self {
            Takes::Name(Kind::Line) => "line",
            Takes::Name(Kind::Fact) => "fact",
            Takes::Name(Kind::Objection) => "objection",
            Takes::Name(Kind::Intent) => "intent",
            Takes::Name(Kind::Move) => "move",
            Takes::Name(Kind::Outcome) => "outcome",
            Takes::Name(Kind::MoodTrait) => "patience",
            Takes::Name(Kind::Entity) => "date",
            Takes::Text => "text",
            Takes::Reason => "satisfied",
            Takes::Whole => return "10".to_owned(),
            Takes::Anything => return "x".to_owned(),
        };
        format!("\"{name}\"")
    }
}
