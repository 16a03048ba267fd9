//! Whole calls: what is worth much, what little; properties; words.

use super::play::{Play, field};
use super::scene;
use crate::call::{EndedBy, Phase, What};
use crate::crm::Verdict;
use crate::language::{Confidence, EntityKind, FoundMove, Span};
use crate::locale::Language;
use crate::moves::Move::{self, *};
use crate::score::{CheckOutcome, Dimension, Points, Score, check_ids, script_progress};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn scored(play: &Play, right_fields: bool) -> Score {
    let verdict = if right_fields { Verdict::Right } else { Verdict::Missing };
    let crm = [field("category", verdict), field("cause", verdict), field("note", verdict)];
    scene::scored(&scene::pack(), play, &crm)
}

fn excellent() -> Play {
    Play::answered_after(2)
        .says("Hello, Lumo, Sam speaking, how can I help?", &[Greet, IdentifyCompany, IdentifySelf, OfferHelp])
        .tells("charged", "I was charged twice €29.90, and I am fed up")
        .says("Being charged twice is annoying. What exactly do you see?", &[Empathise, OpenQuestion])
        .tells("when", "Two lines on 3 September, and I work from home")
        .tells("work", "so I have no time for this")
        .says("What is your date of birth?", &[AskIdentity, ClosedQuestion])
        .tells("birth", "4 May 1980")
        .opens("anna")
        .says("So you were charged €29.90 twice on 3 September", &[Restate, ReadBack])
        .mentions(EntityKind::Amount, "EUR 29.90")
        .says("I refund €29.90, by mail as you work from home", &[Propose])
        .intends("refund")
        .intends("use_work")
        .raises("late", "That takes too long")
        .says("I am sorry, five days is long indeed", &[AcknowledgeObjection, Apologise])
        .says("What do you need it for?", &[OpenQuestion])
        .customer("reason", "My rent is due")
        .says("So your rent comes first", &[Restate])
        .says("I send it by express", &[Inform])
        .intends("express")
        .lifts("late")
        .says("Does that suit you?", &[CheckResolved])
        .says(
            "You will be refunded €29.90 within five working days and you can cancel this request at any time",
            &[ConfirmNextSteps],
        )
        .says("Thank you, goodbye", &[Thank, TakeLeave])
        .hangs_up(EndedBy::Operator, Some("solved"))
        .closes_with("done")
}

fn careless() -> Play {
    Play::answered_after(5)
        .says("Yes?", &[])
        .tells("charged", "I was charged twice €29.90, and I am fed up")
        .says("Is it on your bill?", &[ClosedQuestion])
        .tells("when", "On 3 September")
        .says("It comes back by itself", &[Inform])
        .raises("late", "That takes too long")
        .says("It is good for you", &[ArgueBenefit])
        .says("It is fast", &[ArgueBenefit])
        .says("Bye", &[TakeLeave])
        .hangs_up(EndedBy::Operator, None)
        .push(What::Finished)
}

fn silent() -> Play {
    Play::answered_after(2)
        .wait(10_000)
        .customer("stock.are_you_there", "Hello?")
        .wait(20_000)
        .hangs_up(EndedBy::OtherSide, None)
        .push(What::Finished)
}

fn failed(score: &Score) -> Vec<&str> {
    let failed = score.checks.iter().filter(|check| check.outcome == CheckOutcome::Failed);
    failed.map(|check| check.check.as_str()).collect()
}

#[test]
fn an_excellent_call_is_excellent_in_every_dimension() {
    let score = scored(&excellent(), true);
    assert!(
        score.dimensions.values().flatten().all(|points| points.0 >= 850),
        "{:?} {:?}",
        score.dimensions,
        failed(&score)
    );
    assert_eq!(score.result, crate::score::Verdict::Pass);
    assert_eq!(score.critical_errors, [0; 0]);
}

#[test]
fn missing_work_never_looks_like_excellence() {
    let careless = scored(&careless(), false);
    assert!(careless.overall <= Points(450), "{:?} {:?}", careless.overall, careless.dimensions);
    let silent = scored(&silent(), false);
    assert_eq!(silent.overall, Points(0), "{:?}", silent.dimensions);
    assert!(Dimension::HEADLINE.iter().all(|one| silent.dimensions[one].is_none_or(|points| points == Points(0))));
    let unanswered = Play::default().push(What::Phase { phase: Phase::Ringing }).wait(60_000);
    let unanswered = unanswered.push(What::Ended { by: EndedBy::Unanswered, reason: None, outcome: None });
    assert_eq!(scored(&unanswered, false).overall, Points(0));
    assert_eq!(scored(&Play::default(), false).overall, Points(0));
}

#[test]
fn everything_that_applies_has_evidence_inside_the_call() {
    for play in [excellent(), careless(), silent()] {
        let score = scored(&play, false);
        for check in score.checks.iter().filter(|check| check.outcome != CheckOutcome::NotApplicable) {
            assert!(!check.evidence.is_empty(), "{}", check.check);
            for evidence in &check.evidence {
                assert!(evidence.event < play.events.len(), "{}", check.check);
                assert!(evidence.at_ms <= play.events.last().map_or(0, |event| event.at_ms));
            }
        }
        assert!(score.advice.len() <= 3);
        let advised: BTreeSet<_> = score.advice.iter().map(|index| &score.checks[*index].check).collect();
        assert_eq!(advised.len(), score.advice.len(), "no advice twice");
    }
}

#[test]
fn key_figures_add_up() {
    let kpis = scored(&excellent(), true).kpis;
    assert_eq!(kpis.answer_ms, Some(6_000));
    assert_eq!(kpis.handle_ms, kpis.talk_ms + kpis.hold_ms + kpis.wrap_up_ms);
    assert_eq!(kpis.wrap_up_ms, 30_000);
    assert_eq!(kpis.longest_silence_ms, 500);
    assert_eq!(kpis.talk_ms, kpis.silence_ms + kpis.operator_speaks_ms + kpis.other_side_speaks_ms);
    let held = Play::answered_after(1).says("Hold", &[]).held(40_000).says("Back", &[]);
    let kpis = scored(&held, true).kpis;
    assert_eq!((kpis.hold_ms, kpis.holds), (40_000, 1));
    assert!(kpis.longest_silence_ms < 1_000, "hold is no silence");
}

#[test]
fn the_script_panel_and_the_score_agree() {
    let (pack, variables) = (scene::pack(), scene::variables());
    let play = excellent();
    let score = scored(&play, true);
    for length in [play.events.len()] {
        let events = &play.events[..length];
        let progress = script_progress(&pack, scene::call_of(&pack), Language::English, &variables, events);
        let steps: Vec<_> = score.checks.iter().filter(|check| check.check.as_str() == "steps").collect();
        assert_eq!(progress.len(), steps.len());
        for (step, check) in progress.iter().zip(steps) {
            assert_eq!(Some(step.step.as_str()), check.subject.as_deref());
            assert_eq!(step.applicable && step.done, check.outcome == CheckOutcome::Passed);
        }
    }
}

fn any_play() -> impl Strategy<Value = Play> {
    let turn = (0..9u8, prop::collection::vec(0..Move::ALL.len(), 0..4), 0..12_000u64);
    prop::collection::vec(turn, 0..25).prop_map(|turns| {
        let mut play = Play::answered_after(2);
        for (kind, moves, wait) in turns {
            let moves: Vec<Move> = moves.into_iter().map(|index| Move::ALL[index]).collect();
            play = match kind {
                0 => play.tells("charged", "I was charged twice €29.90"),
                1 => play.tells("when", "on 3 September"),
                2 => play.raises("late", "too late"),
                3 => play.lifts("late"),
                4 => play.held(wait * 10),
                5 => play.wait(wait).says("I refund it to you", &moves).intends("refund"),
                6 => play.says("By express", &moves).intends("express").over(wait),
                7 => play.customer("stock.stop_calling", "Stop"),
                _ => play.wait(wait).says("So you were charged twice", &moves),
            };
        }
        play
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn points_are_in_range_and_the_same_twice(play in any_play(), right in any::<bool>()) {
        let score = scored(&play, right);
        prop_assert!(score.overall.0 <= 1000);
        prop_assert!(score.dimensions.values().flatten().all(|points| points.0 <= 1000));
        prop_assert_eq!(&score, &scored(&play, right));
    }

    #[test]
    fn a_rude_word_never_pays(play in any_play(), at in any::<prop::sample::Index>()) {
        let said: Vec<usize> = (0..play.events.len()).filter(|index| matches!(play.events[*index].what, What::Said { .. })).collect();
        prop_assume!(!said.is_empty());
        let mut ruder = play.clone();
        if let What::Said { understood, .. } = &mut ruder.events[said[at.index(said.len())]].what {
            understood.moves.push(FoundMove { mv: Rude, span: Span(0, 1), confidence: Confidence(900) });
        }
        let (before, after) = (scored(&play, false), scored(&ruder, false));
        prop_assert!(after.overall <= before.overall, "{:?} → {:?}", before.overall, after.overall);
        prop_assert!(!after.critical_errors.is_empty());
    }

    #[test]
    fn no_cut_of_a_call_makes_it_fall_over(length in 0..60usize) {
        let mut play = excellent();
        play.events.truncate(length);
        prop_assert!(scored(&play, false).overall.0 <= 1000);
    }
}

fn keys(file: &str) -> BTreeSet<&str> {
    file.lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(" =")?.0))
        .collect()
}

#[test]
fn every_check_and_move_has_its_words_in_both_languages() {
    const FRENCH: &str = include_str!("../../../assets/wording/fr/score.ftl");
    const ENGLISH: &str = include_str!("../../../assets/wording/en/score.ftl");
    assert_eq!(keys(FRENCH), keys(ENGLISH));
    let known = keys(ENGLISH);
    for id in check_ids() {
        let id = id.as_str().replace('_', "-");
        for key in [format!("check-{id}"), format!("check-{id}-why"), format!("check-{id}-advice")] {
            assert!(known.contains(key.as_str()), "{key}");
        }
    }
    for mv in Move::ALL {
        assert!(known.contains(format!("move-{}", mv.name().replace('_', "-")).as_str()), "{mv}");
    }
    const SOURCES: [&str; 11] = [
        include_str!("../goal.rs"),
        include_str!("../listening.rs"),
        include_str!("../restating.rs"),
        include_str!("../empathy.rs"),
        include_str!("../holds.rs"),
        include_str!("../script.rs"),
        include_str!("../objections.rs"),
        include_str!("../crm.rs"),
        include_str!("../time.rs"),
        include_str!("../compliance.rs"),
        include_str!("../case.rs"),
    ];
    let used: BTreeSet<&str> = SOURCES
        .iter()
        .flat_map(|source| source.split("\"evidence-").skip(1).filter_map(|rest| rest.split('"').next()))
        .collect();
    // Words may have a second form, for evidence without a quote.
    let whole = |key: &'static str| key.strip_suffix("-unquoted").unwrap_or(key);
    let worded: BTreeSet<&str> = known.iter().filter_map(|key| key.strip_prefix("evidence-")).map(whole).collect();
    assert_eq!(used, worded);
}
