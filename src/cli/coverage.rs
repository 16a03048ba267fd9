//! `headset coverage`: what robots find in a pack.

use super::{CLEAN, COULD_NOT_RUN, Common, library};
use crate::language::Recogniser;
use crate::locale::Language;
use crate::pack::{self, model::Pack};
use crate::training::CannotStart;
use crate::wording::{self, Wording};
use crate::workshop::coverage::{self, Seen, Tally};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

pub fn run(common: &Common, pack: &Path, runs: u64, jobs: usize, html: Option<&Path>) -> u8 {
    let words = Wording::new(common.language());
    let Some(pack) = named(common, pack, &words) else { return COULD_NOT_RUN };
    let recognisers: Vec<Arc<Recogniser>> = Language::ALL.into_iter().map(library::recogniser).collect();
    let plays = coverage::plays(&pack, runs, common.seed.unwrap_or(1));
    let next = AtomicUsize::new(0);
    let work = || -> Result<Vec<Seen>, CannotStart> {
        let mut all = Vec::new();
        while let Some(play) = plays.get(next.fetch_add(1, Ordering::Relaxed)) {
            let recogniser = recognisers.iter().find(|recogniser| recogniser.language() == play.language);
            let recogniser = recogniser.ok_or(CannotStart::NotInThisLanguage { language: play.language })?;
            all.push(coverage::seen(&pack, play, recogniser)?);
        }
        Ok(all)
    };
    let found: Result<Vec<Vec<Seen>>, CannotStart> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs.clamp(1, 64)).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|worker| worker.join().expect("playing does not panic")).collect()
    });
    let mut tally = Tally::default();
    match found {
        Ok(found) => found.into_iter().flatten().for_each(|seen| tally.add(seen)),
        Err(why) => {
            eprintln!("{}", why.words(&words));
            return COULD_NOT_RUN;
        }
    }
    let coverage = tally.coverage(&pack);
    if let Some(file) = html {
        if let Err(error) = std::fs::write(file, coverage::page(&coverage, &words)) {
            eprintln!("{}: {error}", file.display());
            return COULD_NOT_RUN;
        }
        eprintln!("{}", words.with("coverage-written", &[("file", &file.display().to_string())]));
    }
    if common.json {
        println!("{}", serde_json::to_string_pretty(&coverage).expect("a coverage holds nothing JSON cannot say"));
    } else {
        print!("{}", coverage::text(&coverage, &words));
    }
    CLEAN
}

/// A pack by its folder or by its name, or the reason why not.
pub fn named(common: &Common, pack: &Path, words: &Wording) -> Option<Arc<Pack>> {
    if !pack.is_dir() {
        return library::pack(common, &pack.to_string_lossy(), words);
    }
    let (loaded, report) = pack::load(pack);
    if loaded.is_none() {
        eprint!("{}", wording::report::text(&report, words));
    }
    loaded.map(Arc::new)
}
