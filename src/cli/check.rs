//! `headset check`: every problem of packs, with its place.

use super::{CLEAN, COULD_NOT_RUN, Common, PROBLEMS};
use crate::diagnostic::Report;
use crate::pack;
use crate::source::Source;
use crate::training::replay;
use crate::wording::{self, Wording};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub fn run(common: &Common, folders: &[PathBuf]) -> u8 {
    let words = Wording::new(common.language());
    let mut report = Report::default();
    let mut could_not_run = false;
    for folder in folders {
        if !folder.is_dir() {
            eprintln!("{}", words.with("cli-no-folder", &[("folder", &folder.display().to_string())]));
            could_not_run = true;
            continue;
        }
        report.extend(check(folder));
    }
    if common.json {
        println!("{}", wording::report::json(&report, &words));
    } else {
        eprint!("{}", wording::report::text(&report, &words));
        if report.is_clean() && !could_not_run {
            println!("{}", words.with("cli-checked", &[("count", &folders.len().to_string())]));
        }
    }
    match (could_not_run, report.has_errors()) {
        (true, _) => COULD_NOT_RUN,
        (false, true) => PROBLEMS,
        (false, false) => CLEAN,
    }
}

/// The pack itself and, when it can be played, the replays beside its calls.
fn check(folder: &Path) -> Report {
    let (pack, mut report) = pack::load(folder);
    let Some(pack) = pack else { return report };
    let pack = Arc::new(pack);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder.join("calls"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "replay"))
        .collect();
    files.sort();
    let recognisers: Vec<_> = crate::locale::Language::ALL.into_iter().map(super::library::recogniser).collect();
    for file in files {
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        let source = Source { path: file.display().to_string(), text };
        let (replay, problems) = replay::parse(&source);
        let sound = problems.is_clean();
        report.extend(problems);
        let Some(replay) = replay.filter(|_| sound) else { continue };
        if let Some(recogniser) = recognisers.iter().find(|recogniser| recogniser.language() == replay.language) {
            report.extend(replay::play(&replay, &source, Arc::clone(&pack), recogniser).1);
        }
    }
    report
}
