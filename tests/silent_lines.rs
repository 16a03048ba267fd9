//! What becomes of an operator who says nothing to somebody he did not want to reach.

mod playing;

use headset::call::{Input, Party, Phase, What};
use headset::locale::Language;
use headset::training::Run;

/// Dials seed after seed until somebody of that kind answers.
fn reach(party: Party) -> Run {
    let pack = playing::pack("outbound-energy");
    for seed in 0..500 {
        let setup = playing::setup(pack, &"survey".into(), Language::English, seed);
        let mut run = Run::new(setup, playing::recogniser(Language::English)).expect("it starts");
        run.apply(Input::Dial);
        while run.phase() == Phase::Dialling {
            run.apply(Input::Pass { ms: 500 });
        }
        if run.party() == Some(party) {
            return run;
        }
    }
    panic!("nobody reached {party:?}");
}

#[test]
fn strangers_and_machines_do_not_hold_the_line_for_ever() {
    for party in [Party::WrongPerson, Party::Voicemail] {
        let mut run = reach(party);
        run.apply(Input::Pass { ms: 60_000 });
        assert_eq!(run.phase(), Phase::Ready, "{party:?}");
    }
}

#[test]
fn who_is_not_on_the_call_cannot_be_held_or_passed_on() {
    for party in [Party::WrongPerson, Party::Voicemail] {
        let mut run = reach(party);
        let department = run.pack().company.departments[0].id.clone();
        let to = || department.clone();
        for input in [Input::Hold, Input::Consult { to: to() }, Input::ColdTransfer { to: to() }] {
            let events = run.apply(input);
            assert!(matches!(events, [event] if matches!(event.what, What::Ignored { .. })), "{party:?}: {events:?}");
        }
        assert_eq!(run.phase(), Phase::Talking, "{party:?}");
    }
}
