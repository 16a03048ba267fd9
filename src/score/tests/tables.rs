//! One rule at a time: a stretch of a call, a check, what is expected of it.

use super::play::{Play, field};
use super::scene;
use crate::behaviour::HangUpReason;
use crate::call::{EndedBy, What};
use crate::crm::{Comparison, Verdict};
use crate::language::EntityKind;
use crate::moves::Move::*;
use crate::pack::model::{Basis, CallScenario, Direction};
use crate::score::{CheckOutcome, Score};

use CheckOutcome::{Failed as F, NotApplicable as N, Passed as P};

fn scored_with(play: &Play, crm: &[Comparison], change: impl FnOnce(&mut CallScenario)) -> Score {
    let mut pack = scene::pack();
    if let Some(call) = pack.calls.values_mut().next() {
        change(call);
    }
    scene::scored(&pack, play, crm)
}

fn scored(play: &Play) -> Score {
    scored_with(play, &[], |_| ())
}

/// The outcomes of a check, one for each subject.
fn outcomes(score: &Score, check: &str) -> Vec<CheckOutcome> {
    score.checks.iter().filter(|result| result.check.as_str() == check).map(|result| result.outcome).collect()
}

fn expect(check: &str, cases: &[(&str, Play, &[CheckOutcome])]) {
    for (name, play, expected) in cases {
        assert_eq!(outcomes(&scored(play), check), *expected, "{check}: {name}");
    }
}

fn ring() -> Play {
    Play::answered_after(2)
}
fn told() -> Play {
    ring().says("Hello", &[Greet]).tells("charged", "I was charged twice 29.90 in May").tells("when", "on the 3rd")
}
/// Four turns of work, so that a fault not made counts.
fn engaged() -> Play {
    ["one", "two", "three", "four"].iter().fold(told(), |play, text| play.says(text, &[Inform]))
}

#[test]
fn restating_the_need() {
    let restates = |play: Play| play.says("So you were charged twice", &[Restate]);
    expect(
        "restates_need",
        &[
            ("before the solution", restates(told()).says("I refund it", &[Propose]).intends("refund"), &[P]),
            ("after the solution", restates(told().says("I refund it", &[Propose]).intends("refund")), &[F]),
            (
                "in the same breath",
                told().says("Charged twice: I refund it", &[Restate, Propose]).intends("refund"),
                &[P],
            ),
            ("never", told().says("Fine", &[Backchannel]), &[F]),
            ("right amount", restates(told()).mentions(EntityKind::Amount, "EUR 29.90"), &[P]),
            ("wrong amount", restates(told()).mentions(EntityKind::Amount, "EUR 92.90"), &[F]),
            ("denied", told().says("So you were not charged twice", &[Restate]), &[F]),
            ("the wrong way round", told().says("So you charged us twice", &[Restate]), &[F]),
            ("once instead of twice", told().says("So you were billed once", &[Restate]), &[F]),
            ("in other words", told().says("So we billed you twice", &[Restate]), &[P]),
            ("nothing of it", told().says("If I get you right, yes", &[Restate]), &[F]),
            ("before anything was told", restates(ring()).tells("charged", "I was charged twice"), &[F]),
        ],
    );
}

#[test]
fn reading_back() {
    let cases: &[(&str, Play, &[CheckOutcome])] = &[
        ("as an entity", told().says("That is it", &[ReadBack]).mentions(EntityKind::Amount, "EUR 29.90"), &[P]),
        ("as written", told().says("Twice €29.90, right?", &[ReadBack]), &[P]),
        ("another amount", told().says("Twice €29.09, right?", &[ReadBack]), &[F]),
        ("not at all", told().says("Right", &[Backchannel]), &[F]),
        (
            "said in the turn before it was told",
            ring().says("I see €29.90 here", &[Inform]).tells("charged", "Yes, twice"),
            &[P],
        ),
        (
            "said long before it was told",
            ring().says("I see €29.90 here", &[Inform]).says("Well", &[]).tells("charged", "€29.90 twice"),
            &[F],
        ),
        ("never asked, and left in anger", left(ring().says("What?", &[]), HangUpReason::OutOfPatience), &[F]),
        ("not told by a customer who left", ring().hangs_up(EndedBy::OtherSide, None), &[N]),
        ("never asked, and hung up", ring().says("Bye", &[TakeLeave]).hangs_up(EndedBy::Operator, None), &[F]),
    ];
    expect("reads_back", cases);
}

#[test]
fn open_questions_before_closed_ones() {
    let start = || ring().tells("charged", "I was charged twice");
    let cases: &[(&str, Play, &[CheckOutcome])] = &[
        ("open first", start().says("What happened?", &[OpenQuestion]).says("Is it?", &[ClosedQuestion]), &[P]),
        ("closed first", start().says("Is it?", &[ClosedQuestion]).says("What happened?", &[OpenQuestion]), &[F]),
        (
            "identity is no closed question",
            start().says("Your birthday?", &[ClosedQuestion, AskIdentity]).says("What happened?", &[OpenQuestion]),
            &[P],
        ),
        ("the offer of help alone", ring().says("How can I help?", &[OfferHelp, OpenQuestion]), &[F]),
        ("all told unasked", told().says("Is it?", &[ClosedQuestion]), &[N]),
    ];
    expect("open_question_first", cases);
}

#[test]
fn clarifying_and_remembering() {
    let early = ring().tells("charged", "Twice").says("I refund", &[Propose]).intends("refund").tells("when", "3rd");
    expect(
        "clarifies_first",
        &[("early", early, &[F]), ("in time", told().says("I refund", &[]).intends("refund"), &[P])],
    );
    let again = engaged().push(What::AskedAgain { fact: "when".into() });
    expect("remembers", &[("asked again", again, &[F]), ("not", engaged(), &[P]), ("hardly spoke", told(), &[N])]);
    let over = engaged().over(301);
    expect("lets_finish", &[("over", over, &[F]), ("a breath", engaged().over(300), &[P])]);
    let passing = || told().tells("work", "I work from home, you know");
    expect(
        "uses_detail",
        &[
            ("used", passing().says("As you work from home", &[]).intends("use_work"), &[P]),
            ("taken up at once", passing().says("Ah, you are working at home today", &[]), &[P]),
            ("taken up much later", passing().says("A", &[]).says("B", &[]).says("You work from home", &[]), &[F]),
            ("not used", passing().says("Well", &[]), &[F]),
            ("never mentioned", told(), &[N]),
        ],
    );
}

#[test]
fn naming_emotions() {
    let says = |text: &str| told().says(text, &[Empathise]);
    let late = told().says("Well", &[]).says("Let me see", &[]).says("Being charged twice is annoying", &[Empathise]);
    let cases: &[(&str, Play, &[CheckOutcome])] = &[
        ("by its cause", says("Being charged twice is annoying"), &[P]),
        ("formula", says("I understand how you feel, madam."), &[F]),
        ("sorry alone", told().says("I'm so sorry about that.", &[Apologise]), &[F]),
        ("sorry for something", told().says("I am sorry for this double charge", &[Apologise]), &[P]),
        ("too late", late, &[F]),
        ("no emotion", ring().tells("when", "on the 3rd"), &[N]),
    ];
    expect("names_emotion", cases);
    let twice = engaged().says("Being charged twice is annoying", &[Empathise]);
    let again = twice.clone().says("Being charged twice is annoying", &[Empathise]);
    expect("varies_empathy", &[("once", twice, &[P]), ("twice", again, &[F])]);
}

#[test]
fn holds() {
    let asked = || told().says("May I put you on hold for a minute to check?", &[AnnounceHold, ClosedQuestion]);
    let back = asked().held(45_000).says("Thank you for holding", &[ThankForHolding]);
    let blunt = told().says("Hold on.", &[AnnounceHold]).held(90_000).says("So", &[Inform]);
    let long = asked().mentions(EntityKind::Duration, "PT2M").held(110_000);
    for (check, expected) in [("hold_permission", F), ("hold_reason", F), ("hold_back", F), ("hold_thanks", F)] {
        expect(check, &[("well", back.clone(), &[P]), ("badly", blunt.clone(), &[expected]), ("none", told(), &[N])]);
    }
    expect("hold_back", &[("announced", long.clone(), &[P])]);
    let allowed = asked().says("Thank you, I'll be right back", &[Thank, AnnounceHold]).held(20_000);
    expect("hold_permission", &[("asked, then announced", allowed.clone(), &[P])]);
    expect("hold_reason", &[("given, then announced", allowed, &[P])]);
    expect("short_holds", &[("announced but long", long, &[F])]);
    expect("hold_permission", &[("without a word", told().held(1_000), &[F])]);
}

#[test]
fn the_script() {
    let legal = "You will be refunded €29.90 within five working days and you can cancel this request at any time";
    let half = "You will be refunded soon and can cancel";
    let greets = || ring().says("Hello", &[Greet]).says("This is Lumo", &[IdentifyCompany]);
    // greet, refund, legal (solved), sorry (objection raised), thanks (held)
    let cases: &[(&str, Play, &[CheckOutcome])] = &[
        ("moves over two turns", greets(), &[P, F, N, N, N]),
        ("one move missing", ring().says("Hello", &[Greet]), &[F, F, N, N, N]),
        ("statement", ring().says("I refund", &[]).intends("refund"), &[F, P, N, N, N]),
        ("word for word", ring().says(legal, &[]).hangs_up(EndedBy::Operator, Some("solved")), &[F, F, P, N, N]),
        (
            "in two turns",
            ring()
                .says("You will be refunded €29.90 within 5 working days", &[])
                .says("and you can cancel this request at any time", &[])
                .hangs_up(EndedBy::Operator, Some("solved")),
            &[F, F, P, N, N],
        ),
        ("half of it", ring().says(half, &[]).hangs_up(EndedBy::Operator, Some("solved")), &[F, F, F, N, N]),
        ("objection and hold", ring().raises("late", "Too late").held(1_000), &[F, F, N, F, F]),
        ("a muted microphone says nothing", greets().last_said(mute), &[F, F, N, N, N]),
    ];
    expect("steps", cases);
}

/// The customer hangs up.
fn left(play: Play, reason: HangUpReason) -> Play {
    play.push(What::Ended { by: EndedBy::OtherSide, reason: Some(reason), outcome: None })
}

#[test]
fn what_was_due_when_a_call_is_broken_off_counts_as_not_done() {
    let greets = || ring().says("Hello, Lumo", &[Greet, IdentifyCompany]);
    let stops = greets().customer("stock.stop_calling", "Never call me again");
    // greet, refund, legal (solved), sorry (objection raised), thanks (held)
    let cases: &[(&str, Play, &[CheckOutcome])] = &[
        ("hung up", greets().hangs_up(EndedBy::Operator, None), &[P, F, F, N, N]),
        ("left in anger", left(greets(), HangUpReason::OutOfPatience), &[P, F, F, N, N]),
        ("left insulted", left(greets(), HangUpReason::Insulted), &[P, F, F, N, N]),
        ("did not want it", left(greets(), HangUpReason::NotInterested), &[P, F, N, N, N]),
        ("another ending was settled", greets().hangs_up(EndedBy::Operator, Some("lost")), &[P, F, N, N, N]),
        ("asked not to be called", stops.hangs_up(EndedBy::Operator, None), &[P, F, N, N, N]),
    ];
    expect("steps", cases);
    let sells =
        |play: &Play| outcomes(&scored_with(play, &[], |call| call.kind = crate::pack::model::CallKind::Sales), "goal");
    assert_eq!(sells(&cases[0].1), [F], "hung up on");
    assert_eq!(sells(&cases[3].1), [N], "may say no");
    let longer = || greets().says("So you were charged", &[Restate]).says("I am sorry", &[Apologise]);
    let (short, long) = (scored(&cases[0].1), scored(&longer().hangs_up(EndedBy::Operator, Some("lost"))));
    assert!(short.overall <= long.overall, "{:?} {:?}", short.overall, long.overall);
}

#[test]
fn a_missed_goal_says_what_was_missing() {
    let words = |play: &Play| -> Vec<&'static str> {
        let score = scored(play);
        let goal = score.checks.iter().find(|check| check.check.as_str() == "goal").expect("it applies");
        assert_eq!(goal.outcome, F);
        goal.evidence.iter().map(|evidence| evidence.words).collect()
    };
    let ended = |play: Play, outcome| play.hangs_up(EndedBy::Operator, outcome);
    let nothing = ring().tells("charged", "Twice").says("Well", &[]);
    assert_eq!(
        words(&ended(nothing, None)),
        ["evidence-goal-open", "evidence-goal-untold", "evidence-goal-nothing-offered", "evidence-no-next-steps"]
    );
    let dateless = told().says("I refund it", &[Propose]).intends("refund").raises("late", "When?");
    assert_eq!(
        words(&ended(dateless.clone().says("Soon", &[ConfirmNextSteps]), Some("lost"))),
        ["evidence-goal-missed", "evidence-value-not-stated", "evidence-not-lifted"]
    );
    let refused = told().says("I refund €29.90", &[ConfirmNextSteps]).intends("refund");
    assert_eq!(words(&ended(refused, Some("lost"))), ["evidence-goal-missed", "evidence-goal-not-accepted"]);
    let honest = scored(&ended(told(), Some("lost")).closes_with("not_done"));
    let code = honest.checks.iter().find(|check| check.check.as_str() == "disposition").expect("it applies");
    assert_eq!((code.outcome, code.evidence[0].words), (P, "evidence-disposition-honest"));
}

#[test]
fn curt_sentences_cost_courtesy_but_are_no_insult() {
    let says = |text: &str| scored(&engaged().says(text, &[]));
    for curt in ["What do you want?", "Right. Well, what do you WANT", "Up to you mate.", "Hello. Hurry up!"] {
        let score = says(curt);
        assert_eq!(outcomes(&score, "courtesy"), [F], "{curt}");
        assert_eq!(outcomes(&score, "respect"), [P], "{curt}");
    }
    for fine in ["What do you want me to change?", "It is up to you.", "I want to calm down the alarm"] {
        assert_eq!(outcomes(&says(fine), "courtesy"), [P], "{fine}");
    }
}

#[test]
fn a_note_counts_in_whatever_words() {
    let play = told().hangs_up(EndedBy::Operator, Some("solved")).closes_with("done");
    let judged = |found: &str| {
        let group = vec!["charged twice".to_owned(), "paid twice".to_owned()];
        let note = Comparison {
            wanted: Some(crate::crm::Wanted::Mentions(vec![group.clone()])),
            found: Some(found.to_owned()),
            lacking: vec![group],
            ..field("note", Verdict::Wrong)
        };
        let score = scored_with(&play, &[note], |_| ());
        let check = score.checks.into_iter().find(|check| check.check.as_str() == "fields").expect("it applies");
        (check.outcome, check.evidence[0].words, check.evidence[0].arguments["lacking"].clone())
    };
    for told in ["Bill was paid two times", "2 debits for one month", "double debit, angry"] {
        assert_eq!(judged(told).0, P, "{told}");
    }
    assert_eq!(judged("Customer angry"), (F, "evidence-note-lacks", "charged twice".to_owned()));
}

fn mute(said: &mut What) {
    if let What::Said { muted, .. } = said {
        *muted = true;
    }
}

#[test]
fn opening_closing_and_language() {
    let opens = ring().says("Hello, Lumo, Sam speaking", &[Greet, IdentifyCompany, IdentifySelf]);
    let late = ring().says("Yes", &[]).says("What", &[]).says("Lumo, Sam", &[Greet, IdentifyCompany, IdentifySelf]);
    expect("opening", &[("at once", opens, &[P, P, P]), ("late", late, &[F, F, F])]);
    let closes = told().says("I send it", &[ConfirmNextSteps]).says("Goodbye", &[TakeLeave]);
    let reversed = told().says("Goodbye", &[TakeLeave]).says("I send it", &[ConfirmNextSteps]).says("Well", &[]);
    expect("closing", &[("in order", closes, &[P, P]), ("reversed", reversed, &[F, F]), ("not", told(), &[F, F])]);
    let forbidden = engaged().says("Sorry, it’s IMPOSSIBLE.", &[]);
    expect("forbidden_phrases", &[("used", forbidden, &[F]), ("not", engaged(), &[P]), ("silent", ring(), &[N])]);
    for (check, mv) in [("courtesy", BlameCustomer), ("ownership", Deflect), ("plain_words", Jargon)] {
        expect(check, &[("made", engaged().says("x", &[mv]), &[F]), ("not", engaged(), &[P])]);
    }
    let states = told().says("I refund €29.90", &[]).intends("refund");
    let silent = told().says("I refund it", &[]).intends("refund");
    let again =
        silent.clone().says("That is", &[]).says("Well", &[]).says("and so", &[]).says("€29.90", &[]).intends("refund");
    expect(
        "states_values",
        &[
            ("said", states, &[P]),
            ("said later", again, &[P]),
            ("unsaid", silent, &[F]),
            ("no statement", told(), &[N]),
        ],
    );
}

#[test]
fn objections() {
    let raised = || told().raises("late", "That takes too long");
    let handled = raised()
        .says("I admit that five days is long", &[AcknowledgeObjection])
        .says("What do you need it for?", &[OpenQuestion])
        .says("So the rent is due", &[Restate])
        .says("I send it by express", &[ArgueBenefit])
        .intends("express")
        .lifts("late")
        .says("Does that suit you?", &[CheckResolved]);
    let pitched = raised().says("You will love it", &[ArgueBenefit]).says("What is it?", &[OpenQuestion]);
    let checks = [
        ("objection_lets_finish", P),
        ("objection_acknowledged", F),
        ("objection_explored", F),
        ("objection_restated", F),
        ("objection_answered", F),
        ("objection_checked", F),
        ("objection_lifted", F),
        ("objection_admitted", F),
    ];
    for (check, badly) in checks {
        expect(
            check,
            &[("well", handled.clone(), &[P]), ("pitched", pitched.clone(), &[badly]), ("none", told(), &[N])],
        );
    }
    assert_eq!(scored(&told()).dimensions[&crate::score::Dimension::ObjectionHandling], None);
    expect(
        "no_pressure",
        &[("pressed", handled.says("Now or never", &[Pressure]), &[F]), ("none raised", engaged(), &[N])],
    );
}

#[test]
fn crm_data() {
    let crm = [
        field("category", Verdict::Right),
        field("cause", Verdict::Wrong),
        field("note", Verdict::Missing),
        field("priority", Verdict::NotAskedFor),
    ];
    let play = told().opens("anna").hangs_up(EndedBy::Operator, Some("solved")).closes_with("done");
    let result = scored_with(&play, &crm, |_| ());
    assert_eq!(outcomes(&result, "fields"), [P, F, F]);
    assert_eq!(outcomes(&result, "no_other_field"), [F]);
    let kept = Comparison { found: Some("EUR 29.90".into()), ..field("amount", Verdict::NotAskedFor) };
    assert_eq!(
        outcomes(&scored_with(&play, &[field("category", Verdict::Right), kept], |_| ()), "no_other_field"),
        [P]
    );
    assert_eq!(outcomes(&result, "right_record"), [P]);
    assert_eq!(outcomes(&result, "wrap_up_finished"), [P]);
    let ended = |outcome| told().hangs_up(EndedBy::Operator, outcome);
    let cases: &[(&str, Play, &[CheckOutcome])] = &[
        ("fits", ended(Some("solved")).closes_with("done"), &[P]),
        ("does not fit", ended(Some("lost")).closes_with("done"), &[F]),
        ("success claimed though nothing was reached", ended(None).closes_with("done"), &[F]),
        ("failure owned up to", ended(None).closes_with("not_done"), &[P]),
        ("none chosen", ended(Some("solved")), &[F]),
    ];
    expect("disposition", cases);
}

#[test]
fn time() {
    let lasting =
        |ms: u64| told().wait(ms).says("Bye", &[TakeLeave]).hangs_up(EndedBy::Operator, None).closes_with("done");
    let cases: &[(&str, Play, &[CheckOutcome], &[CheckOutcome])] = &[
        ("short", lasting(0), &[F], &[P]),
        ("right", lasting(60_000), &[P], &[P]),
        ("long", lasting(200_000), &[F], &[P]),
        ("endless", lasting(400_000), &[F], &[F]),
    ];
    for (name, play, band, wide) in cases {
        let result = scored(play);
        assert_eq!(outcomes(&result, "time_band"), *band, "{name}");
        assert_eq!(outcomes(&result, "time_wide_band"), *wide, "{name}");
    }
    let rings = |count| Play::answered_after(count).says("Hello", &[Greet]);
    expect(
        "quick_answer",
        &[("third ring", rings(3), &[P]), ("fourth", rings(4), &[F]), ("says nothing", ring(), &[F])],
    );
    let pause = |ms: u64| engaged().wait(ms).says("Here", &[Inform]);
    expect("no_dead_air", &[("ten seconds", pause(9_500), &[P]), ("more", pause(9_600), &[F])]);
    let pauses = |count: u32| (0..count).fold(engaged(), |play, _| play.wait(5_000).says("Here", &[Inform]));
    expect("few_silences", &[("two", pauses(2), &[P]), ("three", pauses(3), &[F])]);
}

#[test]
fn identity_comes_before_disclosure() {
    let cases: &[(&str, Play, &[CheckOutcome])] = &[
        ("statement first", told().says("Your account", &[]).intends("tell_account"), &[F]),
        ("statement after", told().tells("birth", "1980").says("Your account", &[]).intends("tell_account"), &[P]),
        ("value that the file holds", ring().says("It was on 3 September 2026", &[]), &[F]),
        ("value that the customer said", told().says("It was on 3 September 2026", &[]), &[N]),
    ];
    expect("identity", cases);
    let disclosed = scored(&cases[0].1);
    assert_eq!(disclosed.critical_errors.len(), 1);
    assert_eq!(disclosed.result, crate::score::Verdict::Fail);
    assert_eq!(disclosed.advice[0], disclosed.critical_errors[0], "a critical error is the first thing to do better");
}

#[test]
fn opt_out_is_obeyed_at_once() {
    let stop = || engaged().customer("stock.stop_calling", "Never call me again");
    let cases: &[(&str, Play, &[CheckOutcome])] = &[
        ("obeyed", stop().says("I take you off the list", &[RespectOptOut]), &[P]),
        ("pursued", stop().says("I take you off", &[RespectOptOut]).says("But", &[ArgueBenefit]), &[F]),
        ("not confirmed", stop().says("Goodbye", &[TakeLeave]), &[F]),
        ("hung up", stop(), &[N]),
        ("not asked", engaged(), &[N]),
    ];
    expect("opt_out", cases);
}

#[test]
fn outbound_calls_obey_the_law_of_the_day() {
    let play = Play::dialled()
        .customer("stock.hello", "Hello?")
        .says("Hello, Sam from Lumo", &[Greet, IdentifySelf, IdentifyCompany])
        .says("about an offer", &[StatePurpose]);
    let outbound = |date: &str, time: &str, basis: Basis, attempts: u8| {
        scored_with(&play, &[], |call| {
            call.direction = Direction::Outbound;
            call.kind = crate::pack::model::CallKind::Sales;
            call.basis = basis;
            call.earlier_attempts = attempts;
            call.date = date.parse().expect("a date");
            call.time = time.parse().expect("a time");
        })
    };
    let cases = [
        ("2026-09-14", "10:12", Basis::Contract, 0, [P, P, P]),
        ("2026-09-14", "10:12", Basis::Missing, 0, [P, P, F]),
        ("2026-08-10", "10:12", Basis::Missing, 0, [P, P, P]),
        ("2026-09-13", "10:12", Basis::Consent, 3, [F, P, P]),
        ("2026-09-14", "13:30", Basis::Consent, 4, [F, F, P]),
        ("2026-09-14", "13:30", Basis::NotNeeded, 4, [N, N, N]),
    ];
    for (date, time, basis, attempts, expected) in cases {
        let result = outbound(date, time, basis, attempts);
        let found = ["calling_hours", "attempts", "consent"].map(|check| outcomes(&result, check)[0]);
        assert_eq!(found, expected, "{date} {time} {basis:?} {attempts}");
        assert_eq!(outcomes(&result, "disclosures"), [P, P, P]);
        assert_eq!(!result.critical_errors.is_empty(), expected[2] == F, "lack of consent is critical in France");
    }
}
