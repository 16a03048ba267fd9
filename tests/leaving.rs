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
