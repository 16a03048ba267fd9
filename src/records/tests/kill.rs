//! A process that is killed while it writes loses nothing that `append` had returned from.

use super::*;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

const FOLDER: &str = "HEADSET_TEST_KILL_FOLDER";

fn input(number: u64) -> Input {
    if number.is_multiple_of(3) { say(&format!("phrase {number}")) } else { pass(number) }
}

/// Does nothing but in the child that the test below starts: there it appends until it is killed.
#[test]
fn appends_until_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let mut store = Store::open(Path::new(&folder)).expect("the parent made it");
    let trainee = store.trainees().expect("a list")[0].id;
    let attempt = store.begin(trainee, &header(), NOW).expect("an attempt");
    for number in 0..100_000 {
        store.append(attempt, &input(number)).expect("it is open");
        eprintln!("written {}", number + 1);
    }
}

#[test]
fn a_killed_process_loses_nothing() {
    let (folder, mut store) = store();
    let trainee = store.add_trainee("Léa", NOW).expect("a name").id;
    drop(store);
    for enough in [1, 2, 3, 5, 9, 40, 77, 150, 300, 1500] {
        let mut child = Command::new(std::env::current_exe().expect("the test has a file"))
            .args(["--exact", "records::tests::kill::appends_until_killed", "--nocapture"])
            .env(FOLDER, folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the test can be started again");
        let mut lines = BufReader::new(child.stderr.take().expect("it is piped")).lines();
        let mut written = 0;
        let mut note = |line: std::io::Result<String>| {
            if let Some(number) = line.ok().and_then(|line| line.strip_prefix("written ")?.parse::<u64>().ok()) {
                written = number;
            }
            written
        };
        for line in lines.by_ref() {
            if note(line) >= enough {
                break;
            }
        }
        child.kill().expect("it runs");
        child.wait().expect("it ends");
        // What it had said before it died counts too.
        lines.for_each(|line| {
            note(line);
        });
        assert!(written >= enough);
        let store = Store::open(folder.path()).expect("the file is sound");
        assert!(store.notices().is_empty());
        let attempt = store.unfinished(trainee).expect("a list")[0].id;
        let found = store.journal(attempt).expect("a journal").inputs;
        let all = |count: u64| merged(&(0..count).map(input).collect::<Vec<_>>());
        // The last one may have been written and not yet reported.
        assert!(found == all(written) || found == all(written + 1), "killed after {written}");
    }
}
