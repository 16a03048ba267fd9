//! Inputs nobody sane would give, and places where nothing can be kept.

mod playing;

use headset::call::{CrmEdit, Input, VoiceMeasures, What};
use headset::hearing::analysis::Norms;
use headset::id::CallId;
use headset::locale::Language;
use headset::pack::model::{Pack, RecordKind};
use headset::training::{Journal, Run};
use proptest::prelude::*;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;
use std::sync::{Arc, LazyLock};

/// Departments, records, codes and pages that there are.
static KNOWN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let of_pack = |pack: &Arc<Pack>| -> Vec<String> {
        let departments = pack.company.departments.iter().map(|known| known.id.to_string());
        let records = pack.customers.iter().map(|record| record.id.to_string());
        let codes = pack.dispositions.iter().map(|known| known.id.to_string());
        let pages = pack.handbook.values().flat_map(|pages| pages.keys().cloned());
        departments.cycle().take(20).chain(records).chain(codes).chain(pages).collect()
    };
    let new = RecordKind::ALL.iter().map(|kind| format!("{}-new-1", kind.name()));
    playing::PACKS.iter().flat_map(of_pack).chain(new).collect()
});

/// Ids that are known, nearly known and not known at all.
fn id() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(KNOWN.clone()),
        1 => "\\PC{0,12}",
        1 => Just(String::new()),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "Good morning, Lumio, this is Sam, how can I help you?",
            "May I have your contract number and your date of birth, please?",
            "I am sorry about that, I understand how annoying it is.",
            "Please hold the line for a minute.",
            "You are an idiot.",
            "I will transfer you to my colleague.",
            "We will refund 29.90 euros by the 3rd of December. Goodbye!",
            "",
            "   ",
        ]).prop_map(str::to_owned),
        2 => "\\PC{0,60}",
        1 => "[\u{0}-\u{1f}\u{300}-\u{36f}\u{200b}-\u{202e}\u{fe00}-\u{fe0f}a-c 0-9€😀]{0,80}",
        1 => (1usize..40_000).prop_map(|times| "né9 ".repeat(times)),
    ]
}

fn edit() -> impl Strategy<Value = CrmEdit> {
    prop_oneof![
        (prop::sample::select(RecordKind::ALL.to_vec()), id())
            .prop_map(|(kind, customer)| CrmEdit::Create { kind, customer: customer.as_str().into() }),
        (id(), prop::sample::select(vec!["note", "status", "phone", "amount", "date", "nothing", ""]), text())
            .prop_map(|(record, field, value)| CrmEdit::Set {
                record: record.as_str().into(),
                field: field.to_owned(),
                value
            }),
        Just(CrmEdit::Undo),
        Just(CrmEdit::Redo),
        id().prop_map(|record| CrmEdit::Discard { record: record.as_str().into() }),
    ]
}

fn input() -> impl Strategy<Value = Input> {
    let time = prop_oneof![6 => 0u64..20_000, 1 => Just(0u64), 1 => Just(u64::MAX), 1 => Just(3_600_000u64)];
    prop_oneof![
        6 => time.prop_map(|ms| Input::Pass { ms }),
        5 => text().prop_map(|text| Input::Say { text }),
        2 => Just(Input::Answer),
        3 => Just(Input::Dial),
        1 => Just(Input::Typing),
        3 => any::<u32>().prop_map(|late_ms| Input::VoiceBegan { late_ms: late_ms % 3_000 }),
        3 => any::<(u32, bool)>().prop_map(|(late_ms, said)| Input::VoiceEnded { late_ms, said }),
        1 => Just(Input::Unsaid),
        1 => any::<(u32, i32)>().prop_map(|(number, figure)| Input::Voice {
            number: number % 4,
            measures: VoiceMeasures {
                spoken_ms: number,
                syllables: number,
                pauses: vec![(number, number); 3],
                fillers: number,
                pitch: Some(figure),
                movement: Some(figure),
                loudness: Some(figure),
                unsteadiness: figure,
                course: vec![(figure, Some(figure)); 200],
            },
        }),
        1 => Just(Input::Hold),
        1 => Just(Input::Resume),
        1 => any::<bool>().prop_map(|on| Input::Mute { on }),
        1 => id().prop_map(|to| Input::Consult { to: to.as_str().into() }),
        1 => Just(Input::EndConsult),
        1 => Just(Input::CompleteTransfer),
        1 => id().prop_map(|to| Input::ColdTransfer { to: to.as_str().into() }),
        1 => Just(Input::HangUp),
        1 => any::<char>().prop_map(|key| Input::Keypad { key }),
        3 => edit().prop_map(Input::Crm),
        1 => id().prop_map(|record| Input::OpenRecord { record: record.as_str().into() }),
        1 => id().prop_map(|page| Input::OpenHandbook { page }),
        1 => id().prop_map(|id| Input::Disposition { id: id.as_str().into() }),
        1 => Just(Input::FinishWrapUp),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_inputs_break_a_call(which in 0usize..12, seed in any::<u64>(), inputs in prop::collection::vec(input(), 0..40)) {
        let calls = playing::calls();
        let (pack, call, language) = &calls[which % calls.len()];
        let recogniser = playing::recogniser(*language);
        let mut run = Run::new(playing::setup(pack, call, *language, seed), recogniser).expect("it starts");
        // Most calls get through, so that there is something to break.
        if !seed.is_multiple_of(4) {
            let opening = [Input::Answer, Input::Dial, Input::Pass { ms: 20_000 }];
            for input in opening {
                run.apply(input);
            }
        }
        let mut last = run.now_ms();
        for input in inputs {
            run.apply(input);
            prop_assert!(run.now_ms() >= last, "time ran backwards");
            last = run.now_ms();
        }
        // What was said aloud is written down later than it began.
        let told: Vec<u64> = run
            .events()
            .iter()
            .filter(|event| !matches!(event.what, What::Said { .. }))
            .map(|event| event.at_ms)
            .collect();
        prop_assert!(told.is_sorted());
        prop_assert!(run.events().iter().all(|event| event.at_ms <= run.now_ms()));
        let _ = headset::debrief::voice(&run, &Norms::of(*language), &headset::wording::Wording::new(*language));
        let _ = (run.suggestions(), run.script(), run.timers(), run.speaking(), run.mood());
        let played = playing::all_of(&run);
        let journal = Journal::from_lines(&played.0).expect("what was just written");
        let again = Run::replay(pack.clone(), &journal, None, recogniser).expect("the same pack");
        prop_assert!(playing::all_of(&again) == played, "the journal plays another call");
    }

    #[test]
    fn no_bytes_break_the_reading_of_a_journal(text in "\\PC{0,200}", cut in 0usize..4_000) {
        let _ = Journal::from_lines(&text);
        let mut lines = WHOLE.clone();
        let mut end = cut.min(lines.len());
        while !lines.is_char_boundary(end) {
            end -= 1;
        }
        lines.truncate(end);
        if let Ok(journal) = Journal::from_lines(&lines) {
            prop_assert!(journal.inputs.len() <= WHOLE.lines().count());
        }
        lines.push_str(&text);
        let _ = Journal::from_lines(&lines);
    }
}

static WHOLE: LazyLock<String> = LazyLock::new(|| {
    let call: CallId = "outage".into();
    playing::play(&playing::PACKS[0], &call, Language::English, 1, "novice").journal().to_lines()
});

/// Plays a short call in the terminal with this data folder; what was said on the error channel, and the journal.
fn play(data: &Path, input: &[u8]) -> (String, Journal) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("journal.jsonl");
    let mut child = playing::headset(data)
        .args(["play", "inbound-telecom/outage", "--language", "en", "--operator", "Sam", "--seed", "1", "--journal"])
        .arg(&file)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    child.stdin.take().expect("it is piped").write_all(input).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    let err = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(0), "{err}");
    let text = std::fs::read_to_string(&file).expect("the journal was written");
    (err, Journal::from_lines(&text).expect("it can be read"))
}

const CALL: &[u8] = b"/answer\nGood morning, this is Sam, how can I help you?\n/hang-up\n/finish\n";

fn said(journal: &Journal) -> usize {
    journal.inputs.iter().filter(|input| matches!(input, Input::Say { .. })).count()
}

#[test]
fn without_a_place_to_keep_it_the_call_is_played_and_the_player_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a-file");
    std::fs::write(&file, "mine").expect("written");
    let (err, journal) = play(&file, CALL);
    assert!(err.contains("not being kept") && err.contains("a-file"), "{err}");
    assert_eq!(said(&journal), 1);
    assert_eq!(std::fs::read_to_string(&file).expect("it is there"), "mine");
}

#[test]
fn a_data_base_that_is_locked_or_a_folder_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(headset::records::Store::open(folder.path()).expect("a new one"));
    let other = rusqlite::Connection::open(folder.path().join("headset.sqlite")).expect("it opens");
    other.execute_batch("BEGIN EXCLUSIVE").expect("nobody else has it");
    let (err, journal) = play(folder.path(), CALL);
    assert!(err.contains("not being kept"), "{err}");
    assert!(err.lines().count() >= 2, "no reason is given: {err}");
    assert_eq!(said(&journal), 1);
    other.execute_batch("ROLLBACK").expect("it is ours");
    drop(other);
    let (err, _) = play(folder.path(), CALL);
    assert!(!err.contains("not being kept"), "{err}");

    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("headset.sqlite")).expect("a folder");
    let (err, journal) = play(folder.path(), CALL);
    assert!(err.contains("not being kept"), "{err}");
    assert_eq!(said(&journal), 1);
}

#[test]
fn a_damaged_data_base_is_set_aside_and_the_player_told_where() {
    let folder = tempfile::tempdir().expect("a folder");
    let garbage = b"this is no data base at all, but somebody may want it back".repeat(40);
    std::fs::write(folder.path().join("headset.sqlite"), &garbage).expect("written");
    let (err, _) = play(folder.path(), CALL);
    assert!(err.contains("damaged-1"), "{err}");
    assert!(!err.contains("not being kept"), "{err}");
    assert_eq!(std::fs::read(folder.path().join("headset.damaged-1.sqlite")).expect("kept aside"), garbage);
}

#[test]
fn a_trainee_is_known_again_whatever_the_case_of_his_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = headset::records::Store::open(folder.path()).expect("a new one");
    let trainee = store.add_trainee("SAM", "2026-01-01T00:00:00Z").expect("a name").id;
    drop(store);
    let (err, _) = play(folder.path(), CALL);
    assert!(!err.contains("not being kept"), "{err}");
    let store = headset::records::Store::open(folder.path()).expect("it opens");
    assert_eq!(store.attempts(trainee).expect("a list").len(), 1);
}

#[test]
fn bytes_that_are_no_text_and_a_megabyte_at_once_do_not_end_the_call() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut input = b"/answer\nHello \xff\xfe there\n".to_vec();
    input.extend("very ".repeat(200_000).bytes());
    input.extend(b"\nGood morning, this is Sam.\n/hang-up\n/finish\n");
    let (err, journal) = play(folder.path(), &input);
    assert!(!err.contains("not being kept"), "{err}");
    assert!(journal.inputs.contains(&Input::Say { text: "Good morning, this is Sam.".to_owned() }));
    assert!(journal.inputs.contains(&Input::FinishWrapUp), "{:?}", journal.inputs.last());
}
