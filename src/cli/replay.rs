//! `headset replay`: plays replay files and journals again.

use super::{CLEAN, COULD_NOT_RUN, Common, PROBLEMS, debrief, library};
use crate::diagnostic::Report;
use crate::pack;
use crate::source::Source;
use crate::training::{CannotStart, Journal, Run, Unreadable, replay};
use crate::wording::{self, Wording};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub fn run(common: &Common, files: &[PathBuf]) -> u8 {
    let words = Wording::new(common.language());
    let mut report = Report::default();
    let mut worst = CLEAN;
    for file in files {
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("{}: {error}", file.display());
                worst = COULD_NOT_RUN;
                continue;
            }
        };
        let code = if text.trim_start().starts_with('{') {
            journal(common, file, &text, &words)
        } else {
            let Some(folder) = pack_folder(file) else {
                eprintln!("{}", words.with("replay-no-pack", &[("file", &file.display().to_string())]));
                worst = COULD_NOT_RUN;
                continue;
            };
            let found = replay_file(file, text, &folder);
            let code = if found.is_clean() { CLEAN } else { PROBLEMS };
            if code == CLEAN && !common.json {
                println!("{}", words.with("replay-passed", &[("file", &file.display().to_string())]));
            }
            report.extend(found);
            code
        };
        worst = worst.max(code);
    }
    if common.json {
        println!("{}", wording::report::json(&report, &words));
    } else {
        eprint!("{}", wording::report::text(&report, &words));
    }
    worst
}

/// The pack a replay belongs to: it lies in the pack's folder `calls`. Anywhere else there is no pack to play.
fn pack_folder(file: &Path) -> Option<PathBuf> {
    let file = file.canonicalize().ok()?;
    let calls = file.parent().filter(|folder| folder.file_name().is_some_and(|name| name == "calls"))?;
    let pack = calls.parent()?;
    pack.join("pack.ron").is_file().then(|| pack.to_owned())
}

fn replay_file(file: &Path, text: String, folder: &Path) -> Report {
    let source = Source { path: file.display().to_string(), text };
    let (replay, mut report) = replay::parse(&source);
    let Some(replay) = replay else { return report };
    let (pack, problems) = pack::load(folder);
    let Some(pack) = pack else {
        report.extend(problems);
        return report;
    };
    if report.is_clean() {
        let recogniser = library::recogniser(replay.language);
        report.extend(replay::play(&replay, &source, Arc::new(pack), &recogniser).1);
    }
    report
}

/// A journal is played again; its score is printed.
fn journal(common: &Common, file: &Path, text: &str, words: &Wording) -> u8 {
    match again(common, file, text, words) {
        // Programs get the report alone; what a journal is worth, `score --json` tells them.
        Some(_) if common.json => CLEAN,
        Some(run) => {
            let score = run.score();
            println!(
                "{}",
                words.with(
                    "replay-journal",
                    &[
                        ("file", &file.display().to_string()),
                        ("events", &run.events().len().to_string()),
                        ("overall", &debrief::points(score.overall, words)),
                    ]
                )
            );
            CLEAN
        }
        None => COULD_NOT_RUN,
    }
}

/// Plays a journal again, or prints why not.
pub fn again(common: &Common, file: &Path, text: &str, words: &Wording) -> Option<Run> {
    let journal = match Journal::from_lines(text) {
        Ok(journal) => journal,
        Err(Unreadable::Empty) => {
            eprintln!("{}", words.with("journal-empty", &[("file", &file.display().to_string())]));
            return None;
        }
        Err(Unreadable::Line { line, why }) => {
            let place = format!("{}:{line}", file.display());
            eprintln!("{}", words.with("journal-unreadable", &[("place", &place), ("why", &why)]));
            return None;
        }
        Err(Unreadable::OtherFormat { format }) => {
            eprintln!("{}:1: {}", file.display(), CannotStart::OtherFormat { format }.words(words));
            return None;
        }
    };
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    if lines > journal.inputs.len() + 1 {
        let place = format!("{}:{}", file.display(), text.lines().count());
        eprintln!("{}", words.with("journal-cut-off", &[("place", &place)]));
    }
    let pack = library::pack(common, journal.header.pack.as_str(), words)?;
    let recogniser = library::recogniser(journal.header.language);
    match Run::replay(pack, &journal, None, &recogniser) {
        Ok(run) => Some(run),
        Err(why) => {
            eprintln!("{}:1: {}", file.display(), why.words(words));
            None
        }
    }
}
