//! `headset check`: every problem of packs, with its place.

use super::{CLEAN, COULD_NOT_RUN, Common, PROBLEMS, watch};
use crate::diagnostic::{Report, Severity};
use crate::language::Recogniser;
use crate::pack;
use crate::source::Source;
use crate::training::replay;
use crate::wording::{self, Wording};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub fn run(common: &Common, folders: &[PathBuf], watching: bool) -> u8 {
    let words = Wording::new(common.language());
    let mut could_not_run = false;
    for folder in folders.iter().filter(|folder| !folder.is_dir()) {
        eprintln!("{}", words.with("cli-no-folder", &[("folder", &folder.display().to_string())]));
        could_not_run = true;
    }
    let found: Vec<PathBuf> = folders.iter().filter(|folder| folder.is_dir()).cloned().collect();
    let recognisers: Vec<_> = crate::locale::Language::ALL.into_iter().map(super::library::recogniser).collect();
    if watching {
        if could_not_run {
            return COULD_NOT_RUN;
        }
        let mut rounds = 0_u64;
        return watch::run(common, &found, || {
            rounds += 1;
            let report = check_all(&found, &recognisers);
            show(common, &report, &words);
            let count = |severity| report.diagnostics().iter().filter(|it| it.severity == severity).count();
            let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
            if common.json {
                println!("{}", json!({ "round": rounds, "errors": errors, "warnings": warnings }));
            } else {
                let arguments = [("errors", errors.to_string()), ("warnings", warnings.to_string())];
                let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, it)| (*name, it.as_str())).collect();
                println!("{}", words.with("cli-watching", &arguments));
            }
        });
    }
    let report = check_all(&found, &recognisers);
    show(common, &report, &words);
    if !common.json && report.is_clean() && !could_not_run {
        println!("{}", words.with("cli-checked", &[("count", &folders.len().to_string())]));
    }
    match (could_not_run, report.has_errors()) {
        (true, _) => COULD_NOT_RUN,
        (false, true) => PROBLEMS,
        (false, false) => CLEAN,
    }
}

fn check_all(folders: &[PathBuf], recognisers: &[Arc<Recogniser>]) -> Report {
    let mut report = Report::default();
    folders.iter().for_each(|folder| report.extend(check(folder, recognisers)));
    report
}

fn show(common: &Common, report: &Report, words: &Wording) {
    if common.json {
        print!("{}", wording::report::json_lines(report, words));
    } else {
        eprint!("{}", wording::report::text(report, words));
    }
}

/// The pack itself and, when it can be played, the replays beside its calls.
fn check(folder: &Path, recognisers: &[Arc<Recogniser>]) -> Report {
    let (pack, mut report) = pack::load(folder);
    let Some(pack) = pack else { return report };
    let pack = Arc::new(pack);
    for (name, text) in &pack.replays {
        let path = folder.join("calls").join(format!("{name}.replay"));
        let source = Source { path: path.display().to_string(), text: text.clone() };
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
