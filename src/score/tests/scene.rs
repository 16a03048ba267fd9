//! A small pack for the tests: a customer charged twice.

use super::play::Play;
use crate::behaviour::Behaviour;
use crate::crm::Comparison;
use crate::id::{CallId, IntentId, PersonaId, StepId};
use crate::locale::Language;
use crate::moves::Move;
use crate::pack::model::*;
use crate::pack::variation::Variables;
use crate::score::{Played, Score, score};
use crate::value::{Amount, Value};
use std::collections::BTreeMap;

fn fact(id: &str, data: &[&str], emotion: Option<Emotion>, passing: bool) -> Fact {
    Fact {
        id: id.into(),
        reveal: Reveal::Asked,
        asked: BTreeMap::new(),
        line: id.into(),
        again: None,
        data: data.iter().map(|name| (*name).to_owned()).collect(),
        emotion,
        identifies: id == "birth",
        passing,
    }
}

fn anna() -> Persona {
    Persona {
        id: "anna".into(),
        name: Template(vec![Part::Text("Anna".into())]),
        age: 40,
        voice: Voice::Woman,
        about: "anna.about".into(),
        temperament: Temperament { patience: 60, trust: 60, confusion: 0, interest: 60, talkativeness: 50 },
        motives: BTreeMap::new(),
        vary: [("amount".to_owned(), Variation::OneOf(Vec::new())), ("day".to_owned(), Variation::OneOf(Vec::new()))]
            .into(),
        facts: vec![
            fact("charged", &["amount"], Some(Emotion::Anger), false),
            fact("when", &["day"], None, false),
            fact("birth", &[], None, false),
            fact("work", &[], None, true),
        ],
        objections: vec![Objection {
            id: "late".into(),
            kind: ObjectionKind::Founded,
            line: "late".into(),
            after: Vec::new(),
            needs: Vec::new(),
            answers: vec!["express".into()],
            reason: None,
            lifted: "lifted".into(),
            still: "still".into(),
        }],
        behaviour: Behaviour::none(),
    }
}

fn step(id: &str, moves: &[Move], intents: &[&str], when: When, weight: u8) -> Step {
    Step {
        id: StepId::new(id),
        title: "step.title".into(),
        phrase: "step.phrase".into(),
        moves: moves.to_vec(),
        intents: intents.iter().map(|id| IntentId::new(*id)).collect(),
        when,
        verbatim: id == "legal",
        weight,
    }
}

fn intent(id: &str, states: &[&str]) -> (IntentId, Intent) {
    let intent = Intent {
        id: id.into(),
        examples: BTreeMap::new(),
        counter_examples: BTreeMap::new(),
        moves: Vec::new(),
        states: states.iter().map(|name| (*name).to_owned()).collect(),
        motive: None,
    };
    (id.into(), intent)
}

fn call() -> CallScenario {
    CallScenario {
        id: "double".into(),
        title: "title".into(),
        briefing: "briefing".into(),
        goals: Vec::new(),
        direction: Direction::Inbound,
        kind: CallKind::Complaint,
        difficulty: 1,
        instructor: None,
        skills: Vec::new(),
        levels: BTreeMap::new(),
        objections: ObjectionChoice::default(),
        customer: "anna".into(),
        gatekeeper: None,
        record: "anna".into(),
        date: jiff::civil::Date::constant(2026, 9, 14),
        time: jiff::civil::Time::constant(10, 12, 0, 0),
        jurisdiction: "france".into(),
        basis: Basis::NotNeeded,
        earlier_attempts: 0,
        dial: Vec::new(),
        script: "script".into(),
        scorecard: None,
        target_s: (60, 200),
        verification: Some(Verification {
            facts: vec!["birth".into()],
            enough: 1,
            protects: vec!["tell_account".into()],
            protected_data: vec!["day".into()],
        }),
        need: vec!["charged".into(), "when".into()],
        solutions: vec!["refund".into()],
        critical_data: vec!["amount".into()],
        detail: vec!["use_work".into()],
        outcomes: vec![
            Outcome { id: "solved".into(), title: "t".into(), success: true, dispositions: vec!["done".into()] },
            Outcome { id: "lost".into(), title: "t".into(), success: false, dispositions: vec!["not_done".into()] },
        ],
        transfer: None,
        crm: Vec::new(),
        model: Vec::new(),
    }
}

/// The pack with its one call, `double`.
pub fn pack() -> Pack {
    let mut pack = Pack::hand_made();
    pack.personas.insert("anna".into(), anna());
    pack.intents =
        [intent("refund", &["amount"]), intent("use_work", &[]), intent("express", &[]), intent("tell_account", &[])]
            .into();
    pack.dispositions = ["done", "not_done"].map(|id| Disposition { id: id.into(), title: "title".into() }).into();
    let steps = vec![
        step("greet", &[Move::Greet, Move::IdentifyCompany], &[], When::Always, 2),
        step("refund", &[], &["refund"], When::Always, 1),
        step("legal", &[], &[], When::Outcome(vec!["solved".into()]), 1),
        step("sorry", &[Move::Apologise], &[], When::Raised("late".into()), 1),
        step("thanks", &[Move::ThankForHolding], &[], When::Held, 1),
    ];
    let forbidden = Forbidden {
        id: "impossible".to_owned(),
        phrases: [(Language::English, vec!["it's impossible".to_owned()])].into(),
        why: "why".into(),
    };
    let script = Script { id: "script".into(), title: "title".into(), steps, forbidden: vec![forbidden] };
    pack.scripts.insert("script".into(), script);
    let phrase = Template(vec![
        Part::Text("You will be refunded ".into()),
        Part::Variable("amount".into()),
        Part::Text(" within five working days and you can cancel this request at any time".into()),
    ]);
    let line = |text: &str| vec![Variant { when: None, template: Template(vec![Part::Text(text.into())]) }];
    let lines = [
        ("step.title".into(), line("A step")),
        ("step.phrase".into(), vec![Variant { when: None, template: phrase }]),
        ("title".into(), line("Title")),
        ("why".into(), line("It can be done.")),
    ];
    pack.text.insert(Language::English, lines.into());
    pack.calls.insert(CallId::new("double"), call());
    pack
}

pub fn call_of(pack: &Pack) -> &CallScenario {
    &pack.calls[&CallId::new("double")]
}

pub fn variables() -> Variables {
    let amount = Value::Amount(Amount::parse("EUR 29.90").expect("an amount"));
    let day = Value::Date(jiff::civil::Date::constant(2026, 9, 3));
    Variables::given(&PersonaId::new("anna"), [("anna.amount".to_owned(), amount), ("anna.day".to_owned(), day)].into())
}

/// Of the language these calls are in.
pub fn agreement() -> std::sync::Arc<crate::language::agreement::Agreement> {
    static AGREEMENT: std::sync::LazyLock<std::sync::Arc<crate::language::agreement::Agreement>> =
        std::sync::LazyLock::new(|| {
            std::sync::Arc::new(crate::language::agreement::Agreement::new(crate::locale::Language::English))
        });
    std::sync::Arc::clone(&AGREEMENT)
}

/// What a call in English comes to.
pub fn scored(pack: &Pack, play: &Play, crm: &[Comparison]) -> Score {
    score(&Played {
        pack,
        call: call_of(pack),
        language: Language::English,
        variables: &variables(),
        events: &play.events,
        agreement: &agreement(),
        crm,
    })
}
