//! Whole calls at the desk, by keyboard and by mouse, with everything behind it but Bevy.
#![cfg(feature = "desktop")]

use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{self, Key, Modifiers};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use headset::call::{Input, Phase, What};
use headset::desk::action::{DeskAction, Screen};
use headset::desk::state::{Desk, Options};
use headset::desk::{show, theme, view};
use headset::locale::Language;
use headset::pack::model::Direction;
use headset::records::{AttemptId, State};
use headset::training::{Mode, Run};
use std::path::Path;

fn options(folder: &Path, language: Language) -> Options {
    Options { language: Some(language), seed: Some(7), data_dir: folder.to_owned(), roots: Vec::new() }
}

fn desk(folder: &Path, language: Language) -> Harness<'static, Desk> {
    let desk = Desk::new(options(folder, language));
    let mut harness = Harness::builder().with_size(egui::vec2(1280.0, 800.0)).build_ui_state(
        |ui, desk: &mut Desk| {
            if theme::install(ui.ctx(), desk.settings.shade, desk.settings.text_size) {
                show(&ui.ctx().clone(), desk);
            }
        },
        desk,
    );
    harness.run_steps(3);
    harness
}

fn press(harness: &mut Harness<'_, Desk>, key: Key) {
    harness.key_press(key);
    harness.run_steps(2);
}

fn click(harness: &mut Harness<'_, Desk>, name: &str) {
    let found = harness.query_all_by_label(name).find(|node| node.accesskit_node().role() != Role::Label);
    found.unwrap_or_else(|| panic!("nothing called {name:?} can be pressed")).click();
    harness.run_steps(3);
}

/// Creates a trainee and picks the first call of a direction.
fn brief(harness: &mut Harness<'_, Desk>, direction: Direction) {
    let desk = harness.state_mut();
    desk.act(DeskAction::TypeTraineeName("Inès Moreau".into()));
    desk.act(DeskAction::CreateTrainee);
    let found = desk.shelf.packs.iter().find_map(|pack| {
        let call = pack.calls.values().find(|call| call.direction == direction)?;
        Some((pack.id.clone(), call.id.clone()))
    });
    let (pack, call) = found.expect("a pack of the program has such a call");
    desk.act(DeskAction::PickCall(pack, call));
    harness.run_steps(2);
}

fn phase(harness: &Harness<'_, Desk>) -> Option<Phase> {
    harness.state().sitting.as_ref().map(|sitting| sitting.run().phase())
}

fn listen(harness: &mut Harness<'_, Desk>) {
    for _ in 0..600 {
        let sitting = harness.state().sitting.as_ref().expect("a call is played");
        if !sitting.run().other_side_is_busy() {
            break;
        }
        harness.state_mut().pass(100);
    }
    harness.run_steps(1);
}

fn good_suggestion(harness: &Harness<'_, Desk>) -> Option<usize> {
    let sitting = harness.state().sitting.as_ref()?;
    sitting.suggestions().iter().position(|line| line.good)
}

fn hear_them_out(harness: &mut Harness<'_, Desk>) {
    for _ in 0..60 {
        listen(harness);
        let Some(at) = good_suggestion(harness).filter(|_| phase(harness) == Some(Phase::Talking)) else { break };
        let key = [Key::Num1, Key::Num2, Key::Num3, Key::Num4][at];
        harness.key_press_modifiers(Modifiers::ALT, key);
        harness.run_steps(2);
    }
}

#[test]
fn an_inbound_call_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = desk(folder.path(), Language::French);
    assert_eq!(harness.state().screen, Screen::Profile);
    brief(&mut harness, Direction::Inbound);
    assert_eq!(harness.state().screen, Screen::Briefing);
    press(&mut harness, Key::F2);
    assert_eq!(harness.state().screen, Screen::Desk);
    harness.state_mut().pass(2_000);
    press(&mut harness, Key::F2);
    assert_eq!(phase(&harness), Some(Phase::Talking));
    harness.run_steps(2);

    // The reply box has the keyboard after answering.
    harness.event(egui::Event::Text("Bonjour, Inès à votre écoute, que puis-je faire pour vous ?".into()));
    harness.run_steps(2);
    press(&mut harness, Key::Enter);
    let said = |harness: &Harness<'_, Desk>| {
        let run = harness.state().sitting.as_ref().expect("a call is played").run();
        run.events().iter().filter(|event| matches!(event.what, What::Said { .. })).count()
    };
    assert_eq!(said(&harness), 1);
    listen(&mut harness);

    press(&mut harness, Key::F3);
    assert_eq!(phase(&harness), Some(Phase::Hold));
    press(&mut harness, Key::F3);
    assert_eq!(phase(&harness), Some(Phase::Talking));
    press(&mut harness, Key::F4);
    assert!(harness.state().sitting.as_ref().is_some_and(|sitting| sitting.run().muted()));
    press(&mut harness, Key::F4);

    // Search in the CRM and open what is found first.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(3);
    let name = {
        let run = harness.state().sitting.as_ref().expect("a call is played").run();
        let record = run.crm().record(&run.scenario().record).expect("the customer has a record");
        record.fields.get("last_name").cloned().expect("and a name")
    };
    harness.event(egui::Event::Text(name));
    harness.run_steps(2);
    press(&mut harness, Key::Enter);
    assert!(harness.state().sitting.as_ref().is_some_and(|sitting| sitting.open.is_some()));

    hear_them_out(&mut harness);
    if phase(&harness) == Some(Phase::Talking) {
        press(&mut harness, Key::F2);
        assert_eq!(phase(&harness), Some(Phase::Talking), "hanging up is confirmed");
        press(&mut harness, Key::F2);
    }
    assert_eq!(phase(&harness), Some(Phase::WrapUp));
    press(&mut harness, Key::F9);
    assert_eq!(harness.state().screen, Screen::SelfRating);
    assert!(harness.query_by_label("Écoute: Très bien").is_some());
    for dimension in headset::score::Dimension::HEADLINE {
        harness.state_mut().act(DeskAction::Rate(dimension, 75));
    }
    harness.run_steps(2);
    press(&mut harness, Key::F9);
    assert_eq!(harness.state().screen, Screen::Debrief);

    let attempts = harness.state_mut();
    attempts.act(DeskAction::Go(Screen::History));
    assert_eq!(attempts.attempts.len(), 1);
    assert_eq!(attempts.attempts[0].state, State::Finished);
    assert_eq!(attempts.attempts[0].self_rating.len(), 5);
    assert!(attempts.attempts[0].score.is_some());
}

#[test]
fn an_outbound_call_by_mouse() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = desk(folder.path(), Language::English);
    brief(&mut harness, Direction::Outbound);
    click(&mut harness, "Start the call");
    for _ in 0..6 {
        click(&mut harness, "Dial");
        for _ in 0..600 {
            if phase(&harness) != Some(Phase::Dialling) {
                break;
            }
            harness.state_mut().pass(100);
        }
        harness.run_steps(2);
        match phase(&harness) {
            Some(Phase::Talking) => break,
            other => assert_eq!(other, Some(Phase::Ready)),
        }
    }
    assert_eq!(phase(&harness), Some(Phase::Talking));
    listen(&mut harness);
    let text = {
        let sitting = harness.state().sitting.as_ref().expect("a call is played");
        sitting.suggestions()[good_suggestion(&harness).expect("one is good")].text.clone()
    };
    click(&mut harness, &text);
    listen(&mut harness);
    click(&mut harness, "Hang up");
    click(&mut harness, "Yes, hang up");
    assert!(matches!(phase(&harness), Some(Phase::WrapUp | Phase::Ready)), "{:?}", phase(&harness));
}

#[test]
fn who_is_to_be_called_lies_open_before_the_call_begins() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = desk(folder.path(), Language::French);
    brief(&mut harness, Direction::Outbound);
    press(&mut harness, Key::F2);
    harness.state_mut().pass(3_000);
    let sitting = harness.state().sitting.as_ref().expect("a call");
    let run = sitting.run();
    let contact = &run.scenario().record;
    assert_eq!(run.phase(), Phase::Ready);
    assert_eq!(sitting.open.as_ref().map(|open| &open.customer), Some(contact));
    assert_eq!(run.timers().handle_ms, 0, "the time of the call begins with the dialling");
    assert_eq!(run.journal().inputs.first(), Some(&Input::OpenRecord { record: contact.clone() }));
    assert_eq!(stored(harness.state(), sitting.attempt().expect("it is kept")), played(run));
}

#[test]
fn an_interrupted_call_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = desk(folder.path(), Language::French);
    brief(&mut harness, Direction::Inbound);
    press(&mut harness, Key::F2);
    for _ in 0..37 {
        harness.state_mut().pass(50);
    }
    press(&mut harness, Key::F2);
    harness.state_mut().act(DeskAction::TypeReply("Bonjour".into()));
    harness.state_mut().act(DeskAction::SayReply);
    for _ in 0..60 {
        harness.state_mut().pass(50);
    }
    let before = harness.state().sitting.as_ref().expect("a call is played").run().events().to_vec();
    let now = harness.state().sitting.as_ref().expect("a call is played").run().now_ms();
    // The program is killed: nothing is flushed.
    drop(harness);

    let mut desk = Desk::new(options(folder.path(), Language::French));
    assert_eq!(desk.screen, Screen::Library, "the trainee is remembered");
    let open: Vec<_> =
        desk.attempts.iter().filter(|attempt| attempt.state == State::Open).map(|attempt| attempt.id).collect();
    assert_eq!(open.len(), 1);
    desk.act(DeskAction::GoOn(open[0]));
    let run = desk.sitting.as_ref().expect("it goes on").run();
    assert!(now - run.now_ms() <= 250, "{} of {now} ms are left", run.now_ms());
    let kept: Vec<_> = before.iter().filter(|event| event.at_ms <= run.now_ms()).cloned().collect();
    assert_eq!(run.events()[..kept.len().min(run.events().len())], kept[..kept.len().min(run.events().len())]);
}

#[test]
fn a_turn_can_be_played_again_differently_but_not_in_an_exam() {
    let folder = tempfile::tempdir().expect("a folder");
    for mode in [Mode::ScriptHidden, Mode::Exam] {
        let mut harness = desk(folder.path(), Language::French);
        brief(&mut harness, Direction::Inbound);
        let desk = harness.state_mut();
        desk.act(DeskAction::SetMode(mode));
        desk.act(DeskAction::Start);
        desk.pass(1_500);
        desk.act(DeskAction::Do(headset::call::Input::Answer));
        for line in ["Bonjour, Inès à votre écoute.", "Je vous écoute, que se passe-t-il ?"] {
            desk.act(DeskAction::TypeReply(line.into()));
            desk.act(DeskAction::SayReply);
            desk.pass(900);
        }
        desk.act(DeskAction::Do(headset::call::Input::HangUp));
        desk.act(DeskAction::Do(headset::call::Input::FinishWrapUp));
        assert_eq!(desk.screen, Screen::SelfRating);
        desk.act(DeskAction::SubmitRating);
        let turns: Vec<u32> = desk
            .review
            .as_ref()
            .expect("a debrief")
            .run
            .events()
            .iter()
            .filter_map(|event| match event.what {
                What::Said { turn, .. } => Some(turn),
                _ => None,
            })
            .collect();
        desk.act(DeskAction::RetryFrom(turns[1]));
        if mode == Mode::Exam {
            assert_eq!(desk.screen, Screen::Debrief);
            continue;
        }
        assert_eq!(desk.screen, Screen::Desk);
        let run = desk.sitting.as_ref().expect("it is played again").run();
        assert_eq!(run.phase(), Phase::Talking);
        let said = run.events().iter().filter(|event| matches!(event.what, What::Said { .. })).count();
        assert_eq!(said, 1, "the first line was said, the second is to be found anew");
        assert!(run.journal().header.retried_from.is_some());
    }
}

#[test]
fn a_store_that_cannot_be_opened_is_told_and_the_rest_works() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("in-the-way");
    std::fs::write(&file, "not a folder").expect("written");
    let mut desk = Desk::new(options(&file, Language::English));
    assert!(desk.notice.is_some());
    let shown = view::window(&desk, "2026-11-23T14:00:00Z");
    assert!(shown.notice.is_some_and(|notice| !notice.contains('⟦')));
    desk.act(DeskAction::Go(Screen::Library));
    assert!(!desk.shelf.packs.is_empty());
}

/// Another program that writes to the data base.
fn lock(folder: &Path) -> rusqlite::Connection {
    let other = rusqlite::Connection::open(folder.join("headset.sqlite")).expect("it opens");
    other.execute_batch("BEGIN IMMEDIATE").expect("nobody else writes");
    other
}

fn stored(desk: &Desk, attempt: AttemptId) -> Vec<Input> {
    let store = desk.store.as_ref().expect("a store");
    let mut inputs: Vec<Input> = Vec::new();
    for input in store.journal(attempt).expect("a journal").inputs {
        match (inputs.last_mut(), &input) {
            (Some(Input::Pass { ms }), Input::Pass { ms: more }) => *ms += more,
            _ => inputs.push(input),
        }
    }
    inputs
}

/// What was played, with time after time as one piece of time.
fn played(run: &Run) -> Vec<Input> {
    let mut inputs: Vec<Input> = Vec::new();
    for input in &run.journal().inputs {
        match (inputs.last_mut(), input) {
            (Some(Input::Pass { ms }), Input::Pass { ms: more }) => *ms += more,
            _ => inputs.push(input.clone()),
        }
    }
    inputs
}

#[test]
fn what_cannot_be_written_waits_its_turn() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = desk(folder.path(), Language::English);
    brief(&mut harness, Direction::Inbound);
    click(&mut harness, "Start the call");
    let desk = harness.state_mut();
    let attempt = desk.sitting.as_ref().and_then(|sitting| sitting.attempt()).expect("it is kept");
    desk.pass(1_500);
    desk.act(DeskAction::Do(Input::Answer));
    let before = stored(desk, attempt);

    let other = lock(folder.path());
    desk.pass(400);
    desk.act(DeskAction::Do(Input::Say { text: "Good morning, how can I help you?".into() }));
    desk.act(DeskAction::Do(Input::Mute { on: true }));
    desk.pass(700);
    assert!(desk.unwritten().is_some());
    assert_eq!(stored(desk, attempt), before);
    harness.run_steps(2);
    assert!(harness.query_by_label("Not saved yet").is_some());
    other.execute_batch("ROLLBACK").expect("it ends");

    let desk = harness.state_mut();
    // Not at once: each try may make the desk stand still.
    desk.act(DeskAction::Do(Input::Mute { on: false }));
    assert_eq!(stored(desk, attempt), before);
    for _ in 0..20 {
        desk.pass(300);
    }
    assert!(desk.unwritten().is_none());
    assert_eq!(desk.notice, None, "the bar said it; nothing is over the work");
    desk.leave();
    assert_eq!(stored(desk, attempt), played(desk.sitting.as_ref().expect("a call").run()));
    harness.run_steps(2);
    assert!(harness.query_by_label("Not saved yet").is_none());
}

#[test]
fn a_call_that_ends_unwritten_says_so_and_is_written_later() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = desk(folder.path(), Language::English);
    brief(&mut harness, Direction::Inbound);
    click(&mut harness, "Start the call");
    let desk = harness.state_mut();
    let attempt = desk.sitting.as_ref().and_then(|sitting| sitting.attempt()).expect("it is kept");
    desk.pass(1_500);
    desk.act(DeskAction::Do(Input::Answer));
    let other = lock(folder.path());
    desk.act(DeskAction::Do(Input::Say { text: "Good morning, how can I help you?".into() }));
    desk.act(DeskAction::LeaveDesk);
    assert!(desk.notice.as_ref().is_some_and(|notice| notice.contains("not saved yet")), "{:?}", desk.notice);
    // What is in the store is another call: it is not gone on with.
    desk.act(DeskAction::GoOn(attempt));
    assert!(desk.sitting.is_none());
    other.execute_batch("ROLLBACK").expect("it ends");
    desk.act(DeskAction::GoOn(attempt));
    assert!(desk.unwritten().is_none());
    let run = desk.sitting.as_ref().expect("it goes on").run();
    assert!(run.events().iter().any(|event| matches!(event.what, What::Said { .. })));

    let other = lock(folder.path());
    desk.act(DeskAction::Do(Input::HangUp));
    desk.act(DeskAction::Do(Input::FinishWrapUp));
    assert_eq!(desk.screen, Screen::SelfRating);
    assert!(desk.notice.is_some());
    let ended = played(&desk.review.as_ref().expect("a call").run);
    other.execute_batch("ROLLBACK").expect("it ends");
    desk.act(DeskAction::SubmitRating);
    assert!(desk.unwritten().is_none());
    assert_eq!(stored(desk, attempt), ended);
    desk.act(DeskAction::Go(Screen::History));
    assert_eq!(desk.attempts[0].state, State::Finished);
    assert!(desk.attempts[0].score.is_some());
}

#[test]
fn a_trainee_takes_the_data_along_and_deletes_the_rest() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = desk(folder.path(), Language::English);
    brief(&mut harness, Direction::Inbound);
    click(&mut harness, "Start the call");
    let desk = harness.state_mut();
    desk.pass(1_500);
    desk.act(DeskAction::LeaveDesk);
    desk.act(DeskAction::Go(Screen::Profile));
    harness.run_steps(2);
    for name in ["Inès-Moreau", "Inès-Moreau-2"] {
        click(&mut harness, "Export my data…");
        let there = folder.path().join("exports").join(name);
        assert_eq!(harness.state().exported.as_deref(), Some(there.as_path()));
        assert!(there.join("trainee.json").exists() && there.join("attempt-1.jsonl").exists());
        assert!(harness.query_by_label(&there.display().to_string()).is_some());
    }
    harness.state_mut().act(DeskAction::Erase);
    assert_eq!(harness.state().trainees.len(), 1, "it was not asked");
    click(&mut harness, "Delete this profile");
    click(&mut harness, "Keep the profile");
    click(&mut harness, "Delete this profile");
    click(&mut harness, "Delete");
    assert_eq!(harness.state().trainees.len(), 1);
    click(&mut harness, "Delete for good");
    let desk = harness.state();
    assert!(desk.trainees.is_empty() && desk.attempts.is_empty() && desk.trainee.is_none());
    assert_eq!((desk.screen, desk.settings.operator.as_str()), (Screen::Profile, ""));
    assert!(folder.path().join("exports/Inès-Moreau/trainee.json").exists());
    drop(harness);
    let again = Desk::new(options(folder.path(), Language::English));
    assert!(again.trainees.is_empty() && again.trainee.is_none());
}

#[test]
fn every_screen_has_its_words_in_both_languages() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().expect("a folder");
        let mut harness = desk(folder.path(), language);
        let missing = |harness: &Harness<'_, Desk>| -> Vec<String> {
            harness
                .query_all_by_label_contains("⟦")
                .map(|node| format!("{:?}", node.accesskit_node().value()))
                .collect()
        };
        let none: Vec<String> = Vec::new();
        assert_eq!(missing(&harness), none);
        brief(&mut harness, Direction::Inbound);
        assert_eq!(missing(&harness), none);
        press(&mut harness, Key::F2);
        press(&mut harness, Key::F2);
        let customer = harness.state().sitting.as_ref().expect("a call").run().scenario().record.clone();
        harness.state_mut().act(DeskAction::OpenCustomer(customer));
        for kind in headset::pack::model::RecordKind::ALL {
            harness.state_mut().act(DeskAction::ShowKind(kind));
            if kind != headset::pack::model::RecordKind::Customer {
                harness.state_mut().act(DeskAction::CreateRecord(kind));
            }
            harness.run_steps(2);
            assert_eq!(missing(&harness), none, "{kind:?}");
        }
        harness.state_mut().act(DeskAction::Do(headset::call::Input::HangUp));
        harness.run_steps(2);
        assert_eq!(missing(&harness), none);
        harness.state_mut().act(DeskAction::Do(headset::call::Input::FinishWrapUp));
        harness.run_steps(2);
        assert_eq!(missing(&harness), none);
        harness.state_mut().act(DeskAction::SubmitRating);
        harness.state_mut().act(DeskAction::FilterChecks(headset::desk::action::CheckFilter::All));
        harness.run_steps(2);
        assert_eq!(missing(&harness), none);
    }
}
