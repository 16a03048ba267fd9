mod damage;
mod kill;

use super::*;
use crate::call::Input;
use crate::level::Level;
use crate::locale::Language;
use crate::training::journal::Mode;
use proptest::prelude::*;
use tempfile::TempDir;

const NOW: &str = "2026-11-23T14:00:00Z";

fn header() -> Header {
    Header {
        format: 1,
        pack: "inbound-telecom".into(),
        pack_hash: "abc".to_owned(),
        call: "double-charge".into(),
        language: Language::French,
        // More than SQLite's integers and JSON's doubles hold.
        seed: u64::MAX,
        mode: Mode::Exam,
        level: Level::Demanding,
        operator: "Zoé".to_owned(),
        retried_from: None,
    }
}

fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = Store::open(folder.path()).expect("a new store opens");
    (folder, store)
}

fn begun(store: &mut Store) -> (TraineeId, AttemptId) {
    let trainee = store.add_trainee("Léa", NOW).expect("a name is accepted").id;
    (trainee, store.begin(trainee, &header(), NOW).expect("an attempt begins"))
}

fn say(text: &str) -> Input {
    Input::Say { text: text.to_owned() }
}

fn pass(ms: u64) -> Input {
    Input::Pass { ms }
}

fn key<T: std::fmt::Debug>(result: Result<T, RecordsError>) -> &'static str {
    result.expect_err("it must fail").key
}

#[test]
fn what_was_written_is_there_after_opening_again() {
    let (folder, mut store) = store();
    assert!(store.notices().is_empty());
    let (trainee, attempt) = begun(&mut store);
    let inputs = [Input::Answer, say("Bonjour, « ça va » ? \u{1f600}\n\0"), Input::Mute { on: true }, Input::HangUp];
    for input in &inputs {
        store.append(attempt, input).expect("it is open");
    }
    store.rate_self(attempt, &[("listening".to_owned(), 80), ("compliance".to_owned(), 0)]).expect("a rating");
    store.set_setting("language", "fr").expect("a setting");
    store.set_setting("language", "en").expect("a setting");
    // Left without closing, as after a crash.
    drop(store);
    let mut store = Store::open(folder.path()).expect("it opens again");
    assert_eq!(store.trainees().expect("a list")[0].name, "Léa");
    assert_eq!(store.journal(attempt).expect("a journal").inputs, inputs);
    assert_eq!(store.journal(attempt).expect("a journal").header, header());
    assert_eq!(store.setting("language").expect("a setting").as_deref(), Some("en"));
    assert_eq!(store.setting("other").expect("no error"), None);
    let unfinished = store.unfinished(trainee).expect("a list");
    assert_eq!((unfinished.len(), unfinished[0].state), (1, State::Open));
    store.close(attempt, State::Finished, Some("{\"overall\":87.5}")).expect("it is closed");
    assert!(store.unfinished(trainee).expect("a list").is_empty());
    let kept = &store.attempts(trainee).expect("a list")[0];
    assert_eq!(kept.score.as_deref(), Some("{\"overall\":87.5}"));
    assert_eq!(kept.self_rating, [("listening".to_owned(), 80), ("compliance".to_owned(), 0)]);
    assert_eq!(kept.started, NOW);
    assert_eq!(key(store.append(attempt, &Input::Answer)), "records-attempt-closed");
    assert_eq!(key(store.append(attempt, &pass(1))), "records-attempt-closed");
}

#[test]
fn attempts_are_listed_newest_first() {
    let (_folder, mut store) = store();
    let (trainee, first) = begun(&mut store);
    let second = store.begin(trainee, &header(), NOW).expect("another one");
    let ids: Vec<_> = store.attempts(trainee).expect("a list").iter().map(|attempt| attempt.id).collect();
    assert_eq!(ids, [second, first]);
}

#[test]
fn names_tell_trainees_apart() {
    let (_folder, mut store) = store();
    assert_eq!(store.add_trainee("  Marie \t Martin ", NOW).expect("a name").name, "Marie Martin");
    assert_eq!(key(store.add_trainee("MARIE MARTIN", NOW)), "records-name-taken");
    assert_eq!(key(store.add_trainee(" \n ", NOW)), "records-name-empty");
    assert_eq!(key(store.add_trainee(&"x".repeat(61), NOW)), "records-name-too-long");
    assert_eq!(key(store.add_trainee(&"x".repeat(1 << 20), NOW)), "records-name-too-long");
}

#[test]
fn what_does_not_exist_is_said_so() {
    let (_folder, mut store) = store();
    let (nobody, nothing) = (TraineeId(99), AttemptId(99));
    assert_eq!(key(store.begin(nobody, &header(), NOW)), "records-no-trainee");
    assert_eq!(key(store.delete_trainee(nobody)), "records-no-trainee");
    assert_eq!(key(store.append(nothing, &Input::Answer)), "records-no-attempt");
    assert_eq!(key(store.append(nothing, &pass(5))), "records-no-attempt");
    assert_eq!(key(store.close(nothing, State::Finished, None)), "records-no-attempt");
    assert_eq!(key(store.rate_self(nothing, &[])), "records-no-attempt");
    assert_eq!(key(store.journal(nothing)), "records-no-attempt");
    assert_eq!(key(store.delete_attempt(nothing)), "records-no-attempt");
    let (_, attempt) = begun(&mut store);
    assert_eq!(key(store.rate_self(attempt, &[("listening".to_owned(), 101)])), "records-rating");
}

#[test]
fn a_trainee_can_take_everything_along_and_be_forgotten() {
    let (folder, mut store) = store();
    let (trainee, attempt) = begun(&mut store);
    store.append(attempt, &say("une phrase reconnaissable")).expect("it is open");
    store.close(attempt, State::Finished, Some("{\"overall\":87.5}")).expect("it is closed");
    let other = store.add_trainee("Noé", NOW).expect("another one").id;
    store.begin(other, &header(), NOW).expect("an attempt of his");
    let out = folder.path().join("export");
    let files = store.export(trainee, &out).expect("an export");
    let names: Vec<_> = files.iter().filter_map(|file| file.file_name()?.to_str()).collect();
    assert_eq!(names, ["trainee.json", "attempt-1.jsonl"]);
    let journal = std::fs::read_to_string(&files[1]).expect("a file");
    let mut lines = journal.lines();
    let first: Header = serde_json::from_str(lines.next().expect("a header")).expect("JSON");
    assert_eq!(first, header());
    assert_eq!(
        serde_json::from_str::<Input>(lines.next().expect("an input")).expect("JSON"),
        say("une phrase reconnaissable")
    );
    let about = std::fs::read_to_string(&files[0]).expect("a file");
    assert!(about.contains("Léa") && about.contains("87.5") && !about.contains("Noé"));
    assert_eq!(key(store.export(trainee, &out)), "records-export");

    store.delete_trainee(trainee).expect("it is deleted");
    assert_eq!(key(store.attempt(attempt)), "records-no-attempt");
    assert_eq!(store.attempts(other).expect("a list").len(), 1);
    drop(store);
    for file in ["headset.sqlite", "headset.sqlite-wal"] {
        let bytes = std::fs::read(folder.path().join(file)).unwrap_or_default();
        assert!(!String::from_utf8_lossy(&bytes).contains("reconnaissable"), "{file}");
    }
    let mut store = Store::open(folder.path()).expect("it opens again");
    assert_ne!(store.add_trainee("Léa", NOW).expect("the name is free").id, trainee);
}

/// As `append` keeps it.
fn merged(inputs: &[Input]) -> Vec<Input> {
    let mut kept: Vec<Input> = Vec::new();
    for input in inputs {
        match (kept.last_mut(), input) {
            (Some(Input::Pass { ms: sum }), Input::Pass { ms }) => *sum += ms,
            _ => kept.push(input.clone()),
        }
    }
    kept
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn passes_are_merged_and_nothing_else(choices in prop::collection::vec(0_u64..6, 0..40)) {
        let inputs: Vec<Input> = choices.iter().map(|choice| match choice {
            0 => say("{\"pass\":{\"ms\":1}}"),
            1 => Input::Typing,
            ms => pass(*ms * 16),
        }).collect();
        let (_folder, mut store) = store();
        let (trainee, attempt) = begun(&mut store);
        for input in &inputs {
            prop_assert!(store.append(attempt, input).is_ok());
        }
        let whole = store.begin(trainee, &header(), NOW).expect("another attempt");
        prop_assert!(store.append_all(whole, &inputs).is_ok());
        prop_assert_eq!(store.journal(attempt).expect("a journal").inputs, merged(&inputs));
        prop_assert_eq!(store.journal(whole).expect("a journal").inputs, merged(&inputs));
    }
}

#[test]
fn absurd_times_do_not_break_a_journal() {
    let (_folder, mut store) = store();
    let (_, attempt) = begun(&mut store);
    for ms in [u64::MAX, u64::MAX, 1] {
        store.append(attempt, &pass(ms)).expect("it is open");
    }
    assert_eq!(store.journal(attempt).expect("a journal").inputs, [pass((1 << 53) - 1)]);
}

#[test]
fn every_error_has_words_in_both_languages() {
    let wordings = [
        include_str!("../../../assets/wording/fr/records.ftl"),
        include_str!("../../../assets/wording/en/records.ftl"),
    ];
    for wording in wordings {
        assert!(fluent_bundle::FluentResource::try_new(wording.to_owned()).is_ok());
    }
    let sources = [
        include_str!("../error.rs"),
        include_str!("../open.rs"),
        include_str!("../trainees.rs"),
        include_str!("../attempts.rs"),
        include_str!("../journals.rs"),
        include_str!("../export.rs"),
    ];
    let mut keys = 0;
    for key in sources.iter().flat_map(|source| source.split('"')).filter(|text| text.starts_with("records-")) {
        keys += 1;
        for wording in wordings {
            assert!(wording.lines().any(|line| line.starts_with(&format!("{key} ="))), "{key}");
        }
    }
    assert!(keys > 15);
}

#[test]
fn attempts_from_before_there_were_levels_are_of_the_usual_one() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut old = Connection::open(folder.path().join("headset.sqlite")).expect("a file");
    open::migrate_to(&mut old, 1);
    let header = serde_json::to_string(&Header { level: Level::Usual, ..header() }).expect("JSON");
    assert!(!header.contains("level"));
    old.execute("INSERT INTO trainee (name, created) VALUES ('Léa', '')", []).expect("a trainee");
    old.execute("INSERT INTO attempt (trainee, header, started) VALUES (1, ?1, '')", [header]).expect("an attempt");
    drop(old);
    let mut store = Store::open(folder.path()).expect("it is brought up to date");
    let second = store.begin(TraineeId(1), &super::tests::header(), NOW).expect("an attempt begins");
    let level = |id: i64| -> String {
        store.connection.query_row("SELECT level FROM attempt WHERE id = ?1", [id], |row| row.get(0)).expect("a level")
    };
    assert_eq!((level(1), level(second.0)), ("usual".to_owned(), "demanding".to_owned()));
    assert_eq!(store.attempts(TraineeId(1)).expect("a list").len(), 2);
}
