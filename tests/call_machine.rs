//! The call's clock and phases under any sequence of steps.

use headset::call::{Afterwards, Call, Line, Party, Phase, What};
use headset::id::LineId;
use headset::pack::model::Voice;
use headset::pack::model::{Direction, PickUp};
use headset::voice::{Manner, Speaker, Temper, Timing, Tongue};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Step {
    Pass(u64),
    Typing,
    LineUp(u64),
    CutIn,
    Speak(u64),
    Hold,
    Resume,
    Consult,
    EndConsult,
    End,
}

fn manner() -> Manner {
    Manner { speaker: Speaker::new(Voice::Woman, 40, 0, Tongue::British), temper: Temper::Calm }
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        (0u64..20_000).prop_map(Step::Pass),
        Just(Step::Typing),
        (1u64..8_000).prop_map(Step::LineUp),
        Just(Step::CutIn),
        (1u64..8_000).prop_map(Step::Speak),
        Just(Step::Hold),
        Just(Step::Resume),
        Just(Step::Consult),
        Just(Step::EndConsult),
        Just(Step::End),
    ];
    proptest::collection::vec(step, 0..60)
}

fn pass(call: &mut Call, ms: u64) {
    let mut left = ms;
    while left > 0 {
        left = call.swallow_typing(left);
        if left == 0 {
            return;
        }
        let before = call.now_ms();
        let cue = call.step(before + left);
        left -= (call.now_ms() - before).min(left);
        if cue.is_none() {
            return;
        }
    }
}

fn play(steps: &[Step], piece: u64) -> Call {
    let mut call = Call::new(Direction::Inbound);
    call.answer(Party::Customer);
    for step in steps {
        let phase = call.phase();
        match step {
            Step::Pass(ms) => {
                let mut left = *ms;
                while left > 0 {
                    let now = left.min(piece);
                    pass(&mut call, now);
                    left -= now;
                }
            }
            Step::Typing => call.typing(),
            Step::LineUp(duration_ms) if phase == Phase::Talking => call.line_up(Line {
                party: Party::Customer,
                line: LineId::from("x"),
                text: "one two three".to_owned(),
                manner: manner(),
                timing: Timing::even("one two three", *duration_ms),
                recording: None,
                gap_ms: 400,
                into_silence: false,
            }),
            Step::CutIn => {
                call.cut_in();
            }
            Step::Speak(ms) if phase == Phase::Talking => {
                call.cut_in();
                call.speak(What::Sighed, *ms);
            }
            Step::Hold if phase == Phase::Talking => call.hold(true),
            Step::Resume if phase == Phase::Hold => {
                call.resume();
            }
            Step::Consult if phase == Phase::Hold => call.consult("level2".into()),
            Step::EndConsult if phase == Phase::Consulting => call.end_consult(),
            Step::End if matches!(phase, Phase::Talking | Phase::Hold) => {
                call.end(headset::call::EndedBy::Operator, None, None);
            }
            _ => {}
        }
    }
    call
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn time_in_pieces_is_time_at_once(steps in steps(), piece in 1u64..700) {
        let whole = play(&steps, u64::MAX);
        let pieces = play(&steps, piece);
        prop_assert_eq!(whole.events(), pieces.events());
        prop_assert_eq!(whole.now_ms(), pieces.now_ms());
    }

    #[test]
    fn time_never_runs_backwards_and_every_line_that_begins_ends_once(steps in steps()) {
        let mut call = play(&steps, u64::MAX);
        if matches!(call.phase(), Phase::Talking | Phase::Hold | Phase::Consulting) {
            call.end(headset::call::EndedBy::Operator, None, None);
        }
        let times: Vec<u64> = call.events().iter().map(|event| event.at_ms).collect();
        prop_assert!(times.windows(2).all(|pair| pair[0] <= pair[1]));
        let begun = call.events().iter().filter(|event| matches!(event.what, What::LineStarted { .. })).count();
        let ended = call.events().iter().filter(|event| matches!(event.what, What::LineEnded { .. })).count();
        prop_assert_eq!(begun, ended);
    }
}

#[test]
fn a_caller_gives_up_after_eight_rings() {
    let mut call = Call::new(Direction::Inbound);
    pass(&mut call, 120_000);
    let rings = call.events().iter().filter(|event| matches!(event.what, What::Ring { .. })).count();
    assert_eq!(rings, 8);
    assert_eq!(call.phase(), Phase::WrapUp);
}

#[test]
fn typing_is_not_charged_but_leaving_the_desk_is() {
    let mut call = Call::new(Direction::Inbound);
    call.answer(Party::Customer);
    call.typing();
    pass(&mut call, 2_000);
    assert_eq!(call.now_ms(), 0, "the clock waits while keys are pressed");
    pass(&mut call, 5_000);
    assert_eq!(call.now_ms(), 4_000, "three seconds after the last key it runs again");
}

#[test]
fn a_line_cut_off_early_is_heard_in_part() {
    let mut call = Call::new(Direction::Outbound);
    call.dial(PickUp::Answered, 0);
    call.connect(Party::Customer);
    call.line_up(Line {
        party: Party::Customer,
        line: LineId::from("long"),
        text: "one two three four five six seven eight nine ten".to_owned(),
        manner: manner(),
        timing: Timing::even("one two three four five six seven eight nine ten", 10_000),
        recording: None,
        gap_ms: 0,
        into_silence: false,
    });
    call.afterwards(Afterwards::PassOn);
    pass(&mut call, 3_000);
    let cut_in = call.cut_in();
    assert!(cut_in.cut);
    assert_eq!(cut_in.percent, 30);
    assert_eq!(cut_in.over_ms, 600);
    let heard = call.events().iter().find_map(|event| match &event.what {
        What::LineEnded { heard, cut: true, .. } => Some(heard.clone()),
        _ => None,
    });
    assert_eq!(heard.as_deref(), Some("one two three…"));
}

#[test]
fn a_question_into_the_silence_does_not_end_it() {
    let mut call = Call::new(Direction::Inbound);
    call.answer(Party::Customer);
    let mut silences = Vec::new();
    while call.now_ms() < 35_000 {
        if let Some(headset::call::Cue::Silence { silent_ms }) = call.step(35_000) {
            silences.push(silent_ms);
            let line = Line {
                party: Party::Customer,
                line: LineId::from("are_you_there"),
                text: "Hello?".to_owned(),
                manner: manner(),
                timing: Timing::even("Hello?", 700),
                recording: None,
                gap_ms: 0,
                into_silence: true,
            };
            call.line_up(line);
        }
    }
    assert_eq!(silences, [4_000, 10_000, 20_000, 30_000]);
}

#[test]
fn a_voicemail_stops_recording_after_a_silence() {
    let mut call = Call::new(Direction::Outbound);
    call.dial(PickUp::Voicemail, 0);
    call.connect(Party::Voicemail);
    assert_eq!(call.step(14_999), None);
    let dead = Afterwards::HangUp(headset::behaviour::HangUpReason::Silence);
    assert_eq!(call.step(20_000), Some(headset::call::Cue::Afterwards(dead)));
    assert_eq!(call.now_ms(), 15_000);
}
