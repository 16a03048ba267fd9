//! Whoever has had enough leaves, whatever the operator is doing at that moment, and is gone for good.

mod playing;

use headset::call::{Input, Party, Phase, What};
use headset::locale::Language;
use headset::training::Run;
use playing::{calls, recogniser, setup};

/// The call, answered or dialled until somebody who matters is on the line.
fn on_the_line(index: usize, language: Language) -> Option<Run> {
    let (pack, call, _) = calls().into_iter().filter(|(_, _, of)| *of == language).nth(index)?;
    let mut run = Run::new(setup(&pack, &call, language, 1), recogniser(language)).expect("a call that starts");
    run.apply(Input::Answer);
    for _ in 0..6 {
        if matches!(run.party(), Some(Party::Customer | Party::Gatekeeper)) && run.phase() == Phase::Talking {
            return Some(run);
        }
        run.apply(Input::HangUp);
        run.apply(Input::Dial);
        run.apply(Input::Pass { ms: 30_000 });
    }
    None
}

fn endings(run: &Run) -> usize {
    run.events().iter().filter(|event| matches!(event.what, What::Ended { .. })).count()
}

#[test]
fn a_customer_who_is_cut_off_again_and_again_hangs_up() {
    for index in 0..6 {
        let Some(mut run) = on_the_line(index, Language::English) else { continue };
        for _ in 0..60 {
            run.apply(Input::Say { text: "Hold on, hold on, what was that again?".to_owned() });
            // Just long enough for the other side to begin.
            run.apply(Input::Pass { ms: 900 });
        }
        run.apply(Input::Pass { ms: 120_000 });
        assert_eq!(run.phase(), Phase::WrapUp, "call {index} goes on with somebody who has had enough");
        assert_eq!(endings(&run), 1);
    }
}

#[test]
fn nobody_is_brought_back_to_be_transferred() {
    for index in 0..6 {
        let Some(mut run) = on_the_line(index, Language::French) else { continue };
        for _ in 0..60 {
            run.apply(Input::Hold);
            run.apply(Input::Pass { ms: 61_000 });
            run.apply(Input::Resume);
        }
        let gone = run.phase() == Phase::WrapUp;
        run.apply(Input::Consult { to: "level2".into() });
        run.apply(Input::Pass { ms: 3_000 });
        run.apply(Input::CompleteTransfer);
        assert!(gone, "call {index}: nobody waits for an hour");
        assert_eq!(endings(&run), 1);
    }
}

/// A customer who has told why he calls, and what was said after the operator did this.
fn after(act: impl FnOnce(&mut Run)) -> (Run, Vec<What>) {
    let setup = setup(playing::pack("first-days"), &"day5_transferring".into(), Language::English, 2);
    let mut run = Run::new(setup, recogniser(Language::English)).expect("it starts");
    run.apply(Input::Pass { ms: 4_000 });
    run.apply(Input::Answer);
    run.apply(Input::Say { text: "Brindelle, hello.".into() });
    run.apply(Input::Pass { ms: 1_500 });
    assert!(run.speaking().is_some());
    let before = run.events().len();
    act(&mut run);
    let since = run.events()[before..].iter().map(|event| event.what.clone()).collect();
    (run, since)
}

#[test]
fn whoever_is_passed_on_has_the_last_word_if_anybody_hears_it() {
    let to = || headset::id::DepartmentId::from("workshop");
    let started = |what: &What| match what {
        What::LineStarted { line, text, duration_ms, .. } => Some((line.to_string(), text.clone(), *duration_ms)),
        _ => None,
    };

    // In the middle of a line, unannounced: it breaks off, and the last word is heard to its end, in its own time.
    let mut before_ms = 0;
    let (run, since) = after(|run| {
        before_ms = run.now_ms();
        run.apply(Input::ColdTransfer { to: to() });
    });
    assert!(matches!(&since[..2], [What::Transferred { .. }, What::LineEnded { cut: true, .. }]), "{since:?}");
    let said: Vec<_> = since.iter().filter_map(started).collect();
    let [(line, text, duration_ms)] = &said[..] else { panic!("{since:?}") };
    assert_eq!(line, "stock.transfer_unannounced");
    assert!(since.iter().any(|what| matches!(what, What::LineEnded { heard, cut: false, .. } if heard == text)));
    assert!(run.now_ms() > before_ms + duration_ms);
    assert_eq!((run.phase(), endings(&run)), (Phase::WrapUp, 1));
    let again = Run::replay(run.pack().clone(), run.journal(), None, recogniser(Language::English)).expect("replayed");
    assert_eq!(again.events(), run.events());

    // On hold, and after hanging up, there is nobody to hear it.
    let (held, since) = after(|run| {
        run.apply(Input::Hold);
        run.apply(Input::ColdTransfer { to: to() });
    });
    assert_eq!((since.iter().filter_map(started).count(), held.phase()), (0, Phase::WrapUp));
    let (_, since) = after(|run| _ = run.apply(Input::HangUp));
    assert_eq!(since.iter().filter_map(started).count(), 0);
}
