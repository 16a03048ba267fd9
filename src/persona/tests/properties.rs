//! Whatever is said and happens, in whatever order: people stay people.

use super::fixture::{anna, scripted};
use crate::moves::Move;
use crate::pack::model::{Persona, Temperament};
use crate::persona::usual::is_spoken;
use crate::persona::{Effect, Heard, Mind, Reaction, Stimulus};
use proptest::prelude::*;

fn any_heard() -> impl Strategy<Value = Heard> {
    let intents = prop::sample::select(vec!["offer", "visit", "saving", "quick", "refund", "unknown"]);
    let facts = prop::sample::select(vec!["bill", "budget", "since", "name", "contract", "bank", "unknown"]);
    (
        prop::collection::vec(prop::sample::select(Move::ALL.to_vec()), 0..6),
        prop::collection::vec(intents, 0..3),
        prop::collection::vec(facts.clone(), 0..4),
        any::<u32>(),
        prop::collection::vec(facts, 0..2),
    )
        .prop_map(|(moves, intents, asked, words, misquoted)| Heard {
            moves,
            intents: intents.into_iter().map(Into::into).collect(),
            asked: asked.into_iter().map(Into::into).collect(),
            entities: Vec::new(),
            words,
            misquoted: misquoted.into_iter().map(Into::into).collect(),
        })
}

fn any_stimulus() -> impl Strategy<Value = Stimulus> {
    prop_oneof![
        1 => Just(Stimulus::Start),
        12 => any_heard().prop_map(Stimulus::Heard),
        2 => (0u64..60_000).prop_map(|silent_ms| Stimulus::Silence { silent_ms }),
        1 => any::<bool>().prop_map(|announced| Stimulus::HoldStarted { announced }),
        1 => any::<u64>().prop_map(|hold_ms| Stimulus::HoldGoesOn { hold_ms }),
        1 => any::<u64>().prop_map(|hold_ms| Stimulus::HoldEnded { hold_ms }),
        1 => any::<u8>().prop_map(|spoken_percent| Stimulus::Interrupted { spoken_percent }),
        1 => any::<(bool, bool)>().prop_map(|(warm, announced)| Stimulus::Transfer { warm, announced }),
    ]
}

fn any_persona() -> impl Strategy<Value = Persona> {
    let script = "fn on_heard(me, heard) {
        if heard.means(\"refund\") { return [settle(\"done\"), usual()] }
        if me.trust > 70 && !me.raised(\"price\") { return [raise(\"price\"), mood(\"interest\", -15)] }
        if heard.words > 1000 { loop {} }
    }";
    let number = || 0u8..=100;
    (any::<bool>(), number(), number(), number(), number(), number()).prop_map(
        move |(scripting, patience, trust, confusion, interest, talkativeness)| Persona {
            temperament: Temperament { patience, trust, confusion, interest, talkativeness },
            ..if scripting { scripted(script) } else { anna() }
        },
    )
}

fn play(persona: &Persona, outbound: bool, seed: u64, steps: &[(Stimulus, u64)]) -> Vec<(Reaction, crate::mood::Mood)> {
    let mut mind = Mind::new(persona, outbound, seed);
    steps
        .iter()
        .map(|(stimulus, ms)| {
            mind.pass(*ms);
            (mind.react(stimulus), mind.mood())
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]
    #[test]
    fn people_stay_people(
        persona in any_persona(),
        outbound in any::<bool>(),
        seed in any::<u64>(),
        steps in prop::collection::vec((any_stimulus(), 0u64..40_000), 1..40),
    ) {
        let reactions = play(&persona, outbound, seed, &steps);
        prop_assert_eq!(&reactions, &play(&persona, outbound, seed, &steps), "the same seed gives the same call");
        let mut gone = false;
        let mut told = Vec::new();
        let mut acknowledged = 0;
        for (reaction, mood) in &reactions {
            prop_assert!([mood.patience, mood.trust, mood.confusion, mood.interest].iter().all(|points| *points <= 100));
            prop_assert!(!gone || reaction.effects.is_empty(), "nobody speaks after hanging up");
            let lines: Vec<&Effect> = reaction.effects.iter().filter(|effect| is_spoken(effect)).collect();
            prop_assert!(lines.len() <= 2, "{:?}", reaction);
            let stock = lines.iter().filter(|line| matches!(line, Effect::Say(line) if line.as_str().starts_with("stock.")));
            prop_assert!(stock.count() <= 1, "{:?}", reaction);
            for effect in &reaction.effects {
                if let Effect::Reveal(fact) = effect {
                    prop_assert!(!told.contains(fact), "{} is told twice", fact);
                    told.push(fact.clone());
                }
            }
            gone |= reaction.effects.iter().any(|effect| matches!(effect, Effect::HangUp(_)));
            prop_assert!(!reaction.effects.iter().rev().skip(1).any(|effect| matches!(effect, Effect::HangUp(_))));
            match lines.as_slice() {
                [] => {}
                [Effect::Say(line)] if line.as_str() == "stock.acknowledge" => acknowledged += 1,
                _ => acknowledged = 0,
            }
            prop_assert!(acknowledged <= 2, "takes note three times running");
        }
    }

    #[test]
    fn time_alone_never_breaks_anything(passes in prop::collection::vec(any::<u64>(), 0..8)) {
        let mut mind = Mind::new(&anna(), false, 1);
        passes.iter().for_each(|ms| mind.pass(*ms));
        prop_assert!(mind.mood().patience <= 60);
    }
}
