//! `kill -9` in mid-call: the data base opens, the attempt is there, and nothing older than a second is missing.
//!
//! `HEADSET_KILLS=200 cargo test --release --no-default-features --test kill -- --nocapture` is the full measure.

mod playing;

use headset::call::Input;
use headset::locale::Language;
use headset::random::Stream;
use headset::records::Store;
use headset::training::Run;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// What an expert said in a call: a trainee types it again.
fn spoken(seed: u64) -> Vec<String> {
    let (pack, call) = (&playing::PACKS[0], "double_charge".into());
    let run = playing::play(pack, &call, Language::English, seed, "expert");
    let said = |input: &Input| match input {
        Input::Say { text } => Some(text.clone()),
        _ => None,
    };
    run.journal().inputs.iter().filter_map(said).collect()
}

/// Plays, is killed somewhere, and shows what is left.
fn killed_once(seed: u64) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut stream = Stream::new(seed, "kill");
    let lines = spoken(seed);
    let mut child = playing::headset(folder.path())
        .args(["play", "inbound-telecom/double_charge", "--language", "en", "--operator", "Sam", "--seed"])
        .arg(seed.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let mut input = child.stdin.take().expect("it is piped");
    let output = BufReader::new(child.stdout.take().expect("it is piped"));
    // What the program printed, with the moment it was seen: what is on the screen counts as done.
    let (seen, screen) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        for line in output.lines() {
            let Ok(line) = line else { return };
            if seen.send((Instant::now(), line)).is_err() {
                return;
            }
        }
    });
    let typed = stream.between(0, lines.len() as i64) as usize;
    writeln!(input, "/answer").expect("it reads");
    let mut shown: Vec<(Instant, String)> = Vec::new();
    let wait_for = |shown: &mut Vec<(Instant, String)>, text: &str| {
        let until = Instant::now() + Duration::from_secs(60);
        while !shown.iter().any(|(_, line)| line.contains(text)) {
            let left = until.saturating_duration_since(Instant::now());
            shown.push(screen.recv_timeout(left).unwrap_or_else(|_| panic!("never saw {text}")));
        }
    };
    for line in &lines[..typed] {
        writeln!(input, "{line}").expect("it reads");
        wait_for(&mut shown, line);
    }
    // One more is on its way, and the program is killed while it works on it.
    if let Some(line) = lines.get(typed) {
        writeln!(input, "{line}").expect("it reads");
    }
    std::thread::sleep(Duration::from_micros(stream.between(0, 60_000) as u64));
    let killed = Instant::now();
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    reader.join().expect("no panic");
    shown.extend(screen.try_iter());

    let store = Store::open(folder.path()).expect("the data base opens");
    assert!(store.notices().is_empty(), "{:?}", store.notices());
    let trainees = store.trainees().expect("a list");
    let trainee = trainees.iter().find(|trainee| trainee.name == "Sam");
    let Some(trainee) = trainee else {
        assert_eq!(typed, 0, "the trainee is gone");
        return;
    };
    let unfinished = store.unfinished(trainee.id).expect("a list");
    let Some(attempt) = unfinished.first() else {
        assert_eq!(typed, 0, "the attempt is gone");
        return;
    };
    let journal = store.journal(attempt.id).expect("a journal");
    let run = Run::replay(playing::PACKS[0].clone(), &journal, None, playing::recogniser(Language::English));
    let run = run.expect("it replays");
    let kept: Vec<&str> = journal
        .inputs
        .iter()
        .filter_map(|input| match input {
            Input::Say { text } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    // Stronger than asked for: whatever had been shown is kept, however young.
    for (at, line) in &shown {
        let Some(text) = lines.iter().find(|text| line.contains(&format!(": {text}"))) else { continue };
        let age = killed.saturating_duration_since(*at);
        assert!(kept.contains(&text.as_str()), "seed {seed}: lost, {age:?} before the end: {text}");
    }
    assert!(kept.len() >= typed, "seed {seed}: {} of {typed}", kept.len());
    assert!(kept.iter().zip(&lines).all(|(kept, line)| kept == line), "seed {seed}: another order");
    assert!(run.events().len() > typed);
}

#[test]
fn killed_at_any_moment_nothing_shown_is_lost() {
    let kills = playing::how_many("HEADSET_KILLS", 12) as usize;
    let next = AtomicUsize::new(0);
    let work = || {
        for index in
            std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed))).take_while(|index| *index < kills)
        {
            killed_once(index as u64 + 1);
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
    println!("{kills} kills, nothing lost");
}
