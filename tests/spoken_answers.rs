//! Answers spoken aloud: what the microphone tells the call, in whole milliseconds, is played again without one.

mod playing;

use headset::call::{Input, Phase, VoiceMeasures, What};
use headset::locale::Language;
use headset::training::{Journal, Run};

/// An answered call whose customer has begun to say why he calls.
fn customer_speaks() -> Run {
    let (pack, call, language) =
        (&playing::PACKS[0], &playing::PACKS[0].calls.keys().next().expect("a call"), Language::English);
    let mut run = Run::new(playing::setup(pack, call, language, 7), playing::recogniser(language)).expect("it starts");
    run.apply(Input::Pass { ms: 2_000 });
    run.apply(Input::Answer);
    run.apply(Input::Pass { ms: 500 });
    say(&mut run, "Good morning, this is Sam, how can I help you?");
    until(&mut run, |run| run.speaking().is_some_and(|line| line.elapsed_ms > 300 && line.duration_ms > 3_000));
    run
}

fn say(run: &mut Run, text: &str) {
    run.apply(Input::Say { text: text.into() });
}

fn until(run: &mut Run, wanted: impl Fn(&Run) -> bool) {
    for _ in 0..3_000 {
        if wanted(run) {
            return;
        }
        run.apply(Input::Pass { ms: 10 });
    }
    panic!("it never came to that: {:?}", run.events().last());
}

/// The customer has finished, and nobody has anything left to say.
fn customer_is_done() -> Run {
    let mut run = customer_speaks();
    until(&mut run, |run| run.speaking().is_none() && run.lines().next().is_none());
    run
}

fn spoke(run: &Run) -> Vec<(u64, u64, u64, bool)> {
    let spoke = |what: &What| match *what {
        What::Spoke { from_ms, ms, over_ms, listening, .. } => Some((from_ms, ms, over_ms, listening)),
        _ => None,
    };
    run.events().iter().filter_map(|event| spoke(&event.what)).collect()
}

fn last_said(run: &Run) -> (u64, u64, u64, u64) {
    let said = run.events().iter().rev().find_map(|event| match &event.what {
        What::Said { duration_ms, over_ms, thinking_ms, .. } => {
            Some((event.at_ms, *duration_ms, *over_ms, *thinking_ms))
        }
        _ => None,
    });
    said.expect("something was said")
}

fn began(late_ms: u32) -> Input {
    Input::VoiceBegan { late_ms }
}

fn ended(late_ms: u32) -> Input {
    Input::VoiceEnded { late_ms, said: true }
}

#[test]
fn what_was_said_aloud_has_the_time_of_the_voice() {
    let mut run = customer_is_done();
    run.apply(Input::Pass { ms: 1_500 });
    let since = run.now_ms();
    run.apply(began(50));
    run.apply(Input::Pass { ms: 2_750 });
    run.apply(ended(700));
    assert_eq!(spoke(&run), [(since - 50, 2_100, 0, false)]);
    // The words are written down: that takes no time of the call, and nobody minds the pause.
    let aloud = run.aloud().expect("words are missing").clone();
    let now = run.now_ms();
    run.apply(Input::Pass { ms: 20_000 });
    assert_eq!(run.now_ms(), now);
    say(&mut run, "Let me look at your last bill.");
    let (at, duration, over, thinking) = last_said(&run);
    assert_eq!((at, duration, over), (since - 50, 2_100, 0));
    assert_eq!(thinking, aloud.thinking_ms);
    assert!((1_440..=1_470).contains(&thinking), "{thinking}");
    assert_eq!(run.now_ms(), now);
    // The customer answers as usual.
    until(&mut run, |run| run.speaking().is_some());
}

#[test]
fn words_that_never_come_do_not_stop_the_clock_for_ever() {
    let mut run = customer_is_done();
    run.apply(began(0));
    run.apply(Input::Pass { ms: 1_000 });
    run.apply(ended(0));
    let now = run.now_ms();
    run.apply(Input::Pass { ms: 60_000 });
    assert_eq!(run.now_ms(), now);
    run.apply(Input::Pass { ms: 100 });
    assert_eq!(run.now_ms(), now + 100);
    // It was meant for a neighbour: the silence goes on.
    run.apply(Input::Unsaid);
    assert_eq!(run.aloud(), None);
    assert!(matches!(run.apply(Input::Unsaid), [event] if matches!(event.what, What::Ignored { .. })));
    until(&mut run, |run| run.events().iter().any(|event| matches!(event.what, What::Silence { .. })));
}

#[test]
fn speaking_over_the_customer_is_measured_and_stops_him() {
    let mut run = customer_speaks();
    let since = run.now_ms();
    run.apply(began(100));
    run.apply(Input::Pass { ms: 450 });
    assert!(run.speaking().is_some(), "he does not stop at the first sound");
    run.apply(Input::Pass { ms: 1_000 });
    assert!(run.speaking().is_none(), "he stops in mid-word");
    run.apply(ended(0));
    // 600 ms of both at once, then the operator alone.
    assert_eq!(spoke(&run), [(since - 100, 1_550, 600, false)]);
    say(&mut run, "Yes, yes, I know all that.");
    assert_eq!(last_said(&run), (since - 100, 1_550, 600, 0));
    let score = run.score();
    let check = score.checks.iter().find(|check| check.check == "lets_finish".into()).expect("a check of listening");
    assert_eq!(check.evidence.len(), 1, "{check:?}");
    assert_eq!(score.kpis.talk_over_ms, 600);
}

#[test]
fn a_sign_of_listening_interrupts_nobody() {
    let mut run = customer_speaks();
    let turn = run.speaking().expect("he speaks").turn;
    run.apply(Input::Pass { ms: 1_000 });
    // An open microphone is sure of the end only later: both are told at once.
    run.apply(began(900));
    run.apply(ended(500));
    assert_eq!(
        spoke(&run).iter().map(|(_, ms, over, listening)| (*ms, *over, *listening)).collect::<Vec<_>>(),
        [(400, 400, true)]
    );
    assert_eq!(run.aloud(), None);
    assert_eq!(run.speaking().map(|line| line.turn), Some(turn));
    assert_eq!(run.score().kpis.talk_over_ms, 400);
}

#[test]
fn nobody_breaks_into_what_is_said_aloud_and_it_is_no_dead_air() {
    let mut run = customer_is_done();
    let since = run.now_ms();
    run.apply(began(0));
    run.apply(Input::Pass { ms: 30_000 });
    assert!(!run.events().iter().any(|event| event.at_ms > since && matches!(event.what, What::Silence { .. })));
    run.apply(ended(0));
    run.apply(Input::Unsaid);
    run.apply(Input::HangUp);
    assert!(run.score().kpis.longest_silence_ms < 20_000, "{:?}", run.score().kpis);
    // A voice whose end was lost ends by itself.
    let mut run = customer_is_done();
    run.apply(began(0));
    run.apply(Input::Pass { ms: 200_000 });
    assert!(!run.voice_is_heard());
    assert_eq!(spoke(&run)[0].1, 120_000);
}

#[test]
fn what_nobody_can_hear_changes_nothing() {
    let mut run = customer_is_done();
    for input in [ended(0), Input::Unsaid, Input::Voice { number: 1, measures: VoiceMeasures::default() }] {
        assert!(matches!(run.apply(input), [event] if matches!(event.what, What::Ignored { .. })));
    }
    run.apply(Input::Mute { on: true });
    assert!(matches!(run.apply(began(0)), [event] if matches!(event.what, What::Ignored { .. })));
    run.apply(Input::Mute { on: false });
    // A key that was touched, and nothing was heard.
    run.apply(began(0));
    run.apply(Input::Pass { ms: 200 });
    run.apply(Input::VoiceEnded { late_ms: 0, said: false });
    assert!(spoke(&run).is_empty() && run.aloud().is_none());
    // Hanging up while speaking.
    run.apply(began(u32::MAX));
    run.apply(Input::Pass { ms: 500 });
    run.apply(Input::HangUp);
    assert_eq!(run.phase(), Phase::WrapUp);
    assert_eq!(spoke(&run).len(), 1);
    assert!(run.aloud().is_none());
}

#[test]
fn a_journal_with_a_voice_plays_the_same_without_a_microphone() {
    let mut run = customer_speaks();
    let measures = VoiceMeasures {
        spoken_ms: 1_400,
        syllables: 7,
        pauses: vec![(300, 260)],
        fillers: 1,
        pitch: Some(1_234),
        movement: Some(250),
        loudness: Some(-2_345),
        unsteadiness: 410,
        course: vec![(-1_800, Some(1_200)), (-2_000, None)],
    };
    run.apply(began(60));
    run.apply(Input::Pass { ms: 1_500 });
    run.apply(ended(0));
    run.apply(Input::Pass { ms: 700 });
    run.apply(Input::Voice { number: 1, measures: measures.clone() });
    say(&mut run, "I understand, let me check that with you.");
    until(&mut run, |run| run.speaking().is_some());
    let played = playing::all_of(&run);
    assert!(played.0.contains("voice_began") && played.1.contains("1234"));
    let journal = Journal::from_lines(&played.0).expect("what was just written");
    assert!(journal.inputs.contains(&Input::Voice { number: 1, measures }));
    let again =
        Run::replay(run.pack().clone(), &journal, None, playing::recogniser(Language::English)).expect("it plays");
    assert!(playing::all_of(&again) == played);
}
