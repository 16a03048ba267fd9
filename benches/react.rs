//! Microseconds for a customer's reaction, with and without a script, and for getting a mind ready.
//!
//! `cargo bench --no-default-features --bench react`. Figures only: nothing here passes or fails.

use headset::behaviour::Behaviour;
use headset::moves::Move;
use headset::pack::model::{Fact, Objection, ObjectionKind, Persona, Reveal, Temperament, Template, Trigger, Voice};
use headset::persona::{Heard, Mind, Stimulus};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;

const SCRIPT: &str = r#"
fn on_heard(me, heard) {
    if heard.means("refund") && me.trust >= 30 {
        if me.open_objections > 0 { return [say("anna.first"), usual()] }
        return [say("anna.good"), settle("refunded"), mood("trust", 10)];
    }
    if heard.value("amount") != "" && !me.remembers("amount") { return [remember("amount", heard.value("amount")), usual()] }
    for name in ["price", "time"] { if me.patience < 20 && !me.raised(name) { return raise(name) } }
    usual()
}
"#;

fn persona(behaviour: Behaviour) -> Persona {
    let fact = |number: usize| Fact {
        id: format!("fact{number}").as_str().into(),
        reveal: if number.is_multiple_of(2) { Reveal::Asked } else { Reveal::Volunteered },
        asked: BTreeMap::new(),
        line: format!("anna.fact{number}").as_str().into(),
        again: None,
        data: Vec::new(),
        emotion: None,
        identifies: number.is_multiple_of(3),
        passing: false,
    };
    let objection = |name: &str| Objection {
        id: name.into(),
        kind: ObjectionKind::Founded,
        line: name.into(),
        after: vec![Trigger::Intent("offer".into())],
        needs: vec![Move::AcknowledgeObjection],
        answers: vec!["saving".into()],
        reason: None,
        lifted: name.into(),
        still: name.into(),
    };
    Persona {
        id: "anna".into(),
        name: Template(Vec::new()),
        age: 40,
        voice: Voice::Woman,
        about: "anna.about".into(),
        temperament: Temperament { patience: 100, trust: 50, confusion: 10, interest: 50, talkativeness: 50 },
        motives: BTreeMap::new(),
        vary: BTreeMap::new(),
        facts: (0..12).map(fact).collect(),
        objections: vec![objection("price"), objection("time")],
        behaviour,
    }
}

fn utterances() -> Vec<Stimulus> {
    let heard = |moves: &[Move], intent: &str, fact: &str| {
        Stimulus::Heard(Heard {
            moves: moves.to_vec(),
            intents: vec![intent.into()],
            asked: vec![fact.into()],
            entities: vec![("amount".to_owned(), "EUR 29.90".to_owned())],
            words: 12,
            misquoted: Vec::new(),
        })
    };
    vec![
        heard(&[Move::Greet, Move::OfferHelp, Move::OpenQuestion], "hello", "none"),
        heard(&[Move::Empathise, Move::ClosedQuestion], "ask", "fact2"),
        heard(&[Move::Propose, Move::ArgueBenefit], "offer", "none"),
        heard(&[Move::AcknowledgeObjection, Move::Inform], "saving", "fact4"),
        heard(&[Move::Inform], "refund", "none"),
        heard(&[Move::Backchannel], "none", "fact6"),
    ]
}

fn measure(what: &str, times: u32, mut each: impl FnMut()) {
    let start = Instant::now();
    for _ in 0..times {
        each();
    }
    let micros = start.elapsed().as_nanos() / u128::from(times);
    println!("{what:<40} {:>6}.{:03} µs", micros / 1000, micros % 1000);
}

fn main() {
    let utterances = utterances();
    let calls = 2_000;
    for (name, script) in [("without a script", None), ("with a script", Some(SCRIPT))] {
        let behaviour =
            script.map_or_else(Behaviour::none, |script| Behaviour::compile(script).expect("a valid script"));
        let persona = persona(behaviour);
        let start = Instant::now();
        for seed in 0..calls {
            let mut mind = Mind::new(&persona, false, seed);
            for utterance in &utterances {
                mind.pass(5_000);
                black_box(mind.react(utterance));
            }
        }
        let nanos = start.elapsed().as_nanos() / u128::from(calls) / utterances.len() as u128;
        println!("{:<40} {:>6}.{:03} µs", format!("reaction {name}, mind included"), nanos / 1000, nanos % 1000);
        measure(&format!("mind {name}"), 2_000, || drop(black_box(Mind::new(&persona, false, 1))));
    }
    measure("compile and check a script", 500, || drop(black_box(Behaviour::compile(SCRIPT))));
    let endless = Behaviour::compile("fn on_heard(me, heard) { loop {} }").expect("a valid script");
    let persona = persona(endless);
    measure("stop an endless script", 200, || {
        black_box(Mind::new(&persona, false, 1).react(&utterances[0]));
    });
}
