//! Scripts that nobody would write: whatever they are, checking and running them ends, and never in a panic.

use headset::behaviour::{Behaviour, HeardView, HoldStage, Known, Occasion, View};
use headset::level::Level;
use headset::mood::Mood;
use headset::moves::Move;
use proptest::prelude::*;
use std::sync::Arc;

const GOOD: &str = include_str!("data/scripts/good.rhai");

/// Pieces of the language and of what people get wrong in it.
const PIECES: &[&str] = &[
    "fn on_heard(me, heard) {",
    "fn on_start(me) {",
    "fn f(x) {",
    "}",
    "{",
    "(",
    ")",
    "[",
    "]",
    "#{a: 1}",
    ";",
    ",",
    "\n",
    "if",
    "else",
    "loop",
    "while true",
    "for i in 0..9",
    "switch me.turn {",
    "1 =>",
    "_ =>",
    "return",
    "throw",
    "try {",
    "} catch (e) {",
    "break",
    "let x =",
    "const y =",
    "x",
    "me",
    "heard",
    "me.patience",
    "me.told(\"bill\")",
    "heard.did(\"greet\")",
    "heard.value(\"amount\")",
    "say(\"anna.hello\")",
    "reveal(\"bill\")",
    "raise(x)",
    "usual()",
    "hang_up(\"silence\")",
    "mood(\"trust\", 5)",
    "remember(x)",
    "f(1)",
    "x += x",
    "x.push(x)",
    "x = [x]",
    "+",
    "-",
    "!",
    "==",
    "<",
    "&&",
    "||",
    "??",
    "?.",
    "..",
    "0",
    "9223372036854775807",
    "-1",
    "1.5",
    "\"é\"",
    "'c'",
    "`${x}`",
    "true",
    "()",
    "eval",
    "|x|",
    "import",
    "\"",
    "/*",
    "*/",
    "//",
    "\u{0}",
    "\u{202e}",
    "x[",
    "].len()",
    "this",
    "Fn(\"f\")",
    "@",
    "$",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..60).prop_map(|pieces| pieces.join(" "))
}

/// A good script with a stretch cut out, doubled, or filled with soup.
fn broken() -> impl Strategy<Value = String> {
    (0..GOOD.len(), 0usize..80, 0u8..3, soup()).prop_map(|(start, length, how, soup)| {
        let (start, end) = (floor(start), floor(start + length));
        let middle = match how {
            0 => String::new(),
            1 => GOOD[start..end].repeat(2),
            _ => soup,
        };
        format!("{}{middle}{}", &GOOD[..start], &GOOD[end..])
    })
}

fn floor(mut at: usize) -> usize {
    at = at.min(GOOD.len());
    while !GOOD.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn view() -> View {
    View {
        level: Level::Usual,
        mood: Mood { patience: 60, trust: 50, confusion: 10, interest: 40 },
        turn: 3,
        seconds: u64::MAX,
        told: Default::default(),
        said: Default::default(),
        raised: Default::default(),
        lifted: Default::default(),
        memory: Default::default(),
        settled: false,
        known: Arc::new(Known { facts: ["bill".into()].into(), objections: ["price".into()].into() }),
    }
}

fn run(text: &str) -> Result<(), TestCaseError> {
    let behaviour = match Behaviour::compile(text) {
        Ok(behaviour) => behaviour,
        Err(problems) => {
            prop_assert!(!problems.is_empty());
            let lines = text.split('\n').count() as u32 + 1;
            prop_assert!(problems.iter().all(|problem| (1..=lines).contains(&problem.line) && problem.column >= 1));
            return Ok(());
        }
    };
    let heard = HeardView { moves: vec![Move::Greet], words: 3, ..HeardView::default() };
    for occasion in [
        Occasion::Start,
        Occasion::Heard(heard),
        Occasion::Silence { seconds: 30 },
        Occasion::Hold { stage: HoldStage::Ended, announced: false, seconds: 30 },
        Occasion::Interrupted { percent: 30 },
        Occasion::Transfer { warm: false, announced: false },
        Occasion::End,
    ] {
        if let Ok(wishes) = behaviour.run_hook(view(), &occasion) {
            prop_assert!(wishes.len() <= 16);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_text_is_checked_and_any_script_ends(text in prop_oneof![soup(), broken(), ".{0,200}"]) {
        run(&text)?;
    }

    #[test]
    fn any_body_is_checked_and_any_hook_ends(body in soup()) {
        run(&format!("fn on_heard(me, heard) {{ let x = [1]; {body} }}"))?;
    }
}
