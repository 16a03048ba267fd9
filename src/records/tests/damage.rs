//! Files that are broken, locked, full or from the future.

use super::*;
use rusqlite::Connection;

fn file(folder: &TempDir) -> std::path::PathBuf {
    folder.path().join("headset.sqlite")
}

/// A store with enough in it to be damaged in the middle.
fn filled() -> TempDir {
    let (folder, mut store) = store();
    let (_, attempt) = begun(&mut store);
    let inputs: Vec<Input> = (0..400).map(|number| say(&format!("{number} {}", "mot ".repeat(40)))).collect();
    store.append_all(attempt, &inputs).expect("it is open");
    folder
}

#[test]
fn a_damaged_file_is_kept_aside_and_a_new_one_begun() {
    type Break = fn(&mut Vec<u8>);
    let break_it: [(&str, Break); 4] = [
        ("no data base", |bytes| *bytes = b"This is a letter, not a data base. ".repeat(100)),
        ("header", |bytes| bytes[..16].copy_from_slice(b"SQLite format 9\0")),
        ("cut off", |bytes| bytes.truncate(bytes.len() / 2)),
        ("middle", |bytes| {
            let middle = bytes.len() / 2;
            bytes[middle..middle + 9000].fill(0x5a);
        }),
    ];
    for (what, break_it) in break_it {
        let folder = filled();
        let mut bytes = std::fs::read(file(&folder)).expect("the file");
        break_it(&mut bytes);
        std::fs::write(file(&folder), &bytes).expect("the file can be written");
        std::fs::write(folder.path().join("headset.damaged-1.sqlite"), "an older one").expect("a file");
        let mut store = Store::open(folder.path()).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!(store.notices().len(), 1, "{what}");
        assert_eq!(store.notices()[0].key, "records-set-aside");
        assert!(store.notices()[0].details.ends_with("headset.damaged-2.sqlite"));
        assert_eq!(std::fs::read(folder.path().join("headset.damaged-2.sqlite")).expect("kept"), bytes, "{what}");
        begun(&mut store);
        drop(store);
        assert!(Store::open(folder.path()).expect("sound now").notices().is_empty());
    }
}

#[test]
fn an_empty_file_is_a_new_one() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(file(&folder), "").expect("a file");
    assert!(Store::open(folder.path()).expect("it opens").notices().is_empty());
}

#[test]
fn a_newer_file_is_refused_and_left_alone() {
    let folder = filled();
    let other = Connection::open(file(&folder)).expect("it opens");
    other
        .execute("INSERT INTO refinery_schema_history (version, name, applied_on, checksum) VALUES (99, 'later', '2030-01-01T00:00:00Z', '1')", [])
        .expect("a later migration");
    drop(other);
    let before = std::fs::read(file(&folder)).expect("the file");
    assert_eq!(key(Store::open(folder.path())), "records-newer");
    assert_eq!(std::fs::read(file(&folder)).expect("the file"), before);
}

#[test]
fn a_locked_file_is_said_to_be_locked_and_nothing_is_lost() {
    let (folder, mut store) = store();
    let (_, attempt) = begun(&mut store);
    let other = Connection::open(file(&folder)).expect("it opens");
    other.execute_batch("BEGIN IMMEDIATE").expect("nobody else writes");
    assert_eq!(key(store.append(attempt, &Input::Answer)), "records-locked");
    other.execute_batch("ROLLBACK").expect("it ends");
    store.append(attempt, &Input::Answer).expect("it is free again");
    assert_eq!(store.journal(attempt).expect("a journal").inputs, [Input::Answer]);
}

#[test]
fn a_file_locked_at_the_start_is_not_taken_for_damaged() {
    let folder = filled();
    let other = Connection::open(file(&folder)).expect("it opens");
    other
        .execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE trainee SET name = 'x'")
        .expect("a lock");
    assert_eq!(key(Store::open(folder.path())), "records-locked");
    assert!(!folder.path().join("headset.damaged-1.sqlite").exists());
}

#[test]
fn a_full_disk_is_said_to_be_full_and_what_was_written_stays() {
    let (_folder, mut store) = store();
    let (_, attempt) = begun(&mut store);
    store.append(attempt, &Input::Answer).expect("there is room");
    let pages: i64 = store.connection.query_row("PRAGMA page_count", [], |row| row.get(0)).expect("a number");
    store.connection.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).expect("a limit");
    let inputs: Vec<Input> = (0..100).map(|_| say(&"mot ".repeat(1000))).collect();
    assert_eq!(key(store.append_all(attempt, &inputs)), "records-disk-full");
    assert_eq!(store.journal(attempt).expect("a journal").inputs, [Input::Answer]);
}

#[test]
fn a_folder_that_cannot_be_made_is_said_so() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("in-the-way"), "").expect("a file");
    let error = Store::open(&folder.path().join("in-the-way")).expect_err("a file is no folder");
    assert_eq!(error.key, "records-cannot-open");
    assert!(error.details.contains("in-the-way"));
    std::fs::create_dir(file(&folder)).expect("a folder in place of the file");
    assert_eq!(key(Store::open(folder.path())), "records-cannot-open");
}

#[test]
fn a_journal_of_another_version_is_refused_and_hides_no_other() {
    let (_folder, mut store) = store();
    let (trainee, attempt) = begun(&mut store);
    let strange = store.begin(trainee, &header(), NOW).expect("another one");
    store.append(attempt, &Input::Answer).expect("it is open");
    store
        .connection
        .execute("UPDATE attempt SET header = '{\"format\":7}' WHERE id = ?1", [strange.0])
        .expect("a change");
    assert_eq!(key(store.journal(strange)), "records-journal-unreadable");
    assert_eq!(store.attempts(trainee).expect("a list").len(), 1);
    store.connection.execute("UPDATE input SET input = '{\"fly\":{}}'", []).expect("a change");
    assert_eq!(key(store.journal(attempt)), "records-journal-unreadable");
}
