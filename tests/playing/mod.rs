//! What several of these tests need: the packs of this repository, recognisers, calls to play.
#![allow(dead_code, reason = "every test uses its part")]

use headset::id::CallId;
use headset::language::Recogniser;
use headset::level::Level;
use headset::locale::Language;
use headset::pack::{self, model::Pack};
use headset::training::robots::{self, Robot};
use headset::training::{Mode, Run, Setup, phrases};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

/// The folder of the packs.
pub fn scenarios() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

/// Every pack of this repository.
pub static ALL_PACKS: LazyLock<Vec<Arc<Pack>>> = LazyLock::new(|| {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(scenarios())
        .expect("the packs")
        .map(|entry| entry.expect("a folder").path())
        .filter(|folder| folder.join("pack.ron").is_file())
        .collect();
    folders.sort();
    let load = |folder: PathBuf| {
        let (pack, report) = pack::load(&folder);
        Arc::new(pack.unwrap_or_else(|| panic!("{}: {:?}", folder.display(), report.diagnostics())))
    };
    folders.into_iter().map(load).collect()
});

/// For what is costly: a pack where customers call, and one where they are called.
pub static PACKS: LazyLock<Vec<Arc<Pack>>> =
    LazyLock::new(|| ["inbound-telecom", "outbound-energy"].map(|id| Arc::clone(pack(id))).to_vec());

/// The pack of that id.
pub fn pack(id: &str) -> &'static Arc<Pack> {
    ALL_PACKS.iter().find(|pack| pack.id.as_str() == id).unwrap_or_else(|| panic!("no pack {id}"))
}

static RECOGNISERS: LazyLock<[Arc<Recogniser>; 2]> = LazyLock::new(|| Language::ALL.map(Recogniser::new));

pub fn recogniser(language: Language) -> &'static Arc<Recogniser> {
    RECOGNISERS.iter().find(|it| it.language() == language).expect("both languages are there")
}

/// Every call of the two packs in every language.
pub fn calls() -> Vec<(Arc<Pack>, CallId, Language)> {
    PACKS.iter().flat_map(of_pack).collect()
}

/// Every call of every pack in every language.
pub fn all_calls() -> Vec<(Arc<Pack>, CallId, Language)> {
    ALL_PACKS.iter().flat_map(of_pack).collect()
}

fn of_pack(pack: &Arc<Pack>) -> Vec<(Arc<Pack>, CallId, Language)> {
    let languages = |call: &CallId| Language::ALL.map(|language| (Arc::clone(pack), call.clone(), language));
    pack.calls.keys().flat_map(languages).collect()
}

/// Does a piece of work for each of these, two at a time; the results in the order of the orders.
pub fn in_parallel<T: Sync, R: Send>(orders: &[T], work: impl Fn(usize, &T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut results = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            match orders.get(at) {
                Some(order) => results.push((at, work(at, order))),
                None => return results,
            }
        }
    };
    let mut results: Vec<(usize, R)> = std::thread::scope(|scope| {
        let workers = [scope.spawn(worker), scope.spawn(worker)];
        workers.into_iter().flat_map(|worker| worker.join().expect("no panic")).collect()
    });
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

pub fn setup(pack: &Arc<Pack>, call: &CallId, language: Language, seed: u64) -> Setup {
    let operator = phrases::operator_name(language).to_owned();
    Setup {
        pack: Arc::clone(pack),
        call: call.clone(),
        language,
        seed,
        mode: Mode::ScriptShown,
        level: Level::Usual,
        operator,
    }
}

pub fn robot(names: &str) -> Robot {
    Robot::parse(names).expect("a robot's name")
}

/// A call played by a robot.
pub fn play(pack: &Arc<Pack>, call: &CallId, language: Language, seed: u64, name: &str) -> Run {
    robots::play(setup(pack, call, language, seed), recogniser(language), robot(name)).expect("a call that starts")
}

/// All that follows from pack, seed and inputs: the journal's lines, events and score as JSON.
pub fn all_of(run: &Run) -> (String, String, String) {
    let events = serde_json::to_string(run.events()).expect("events are data");
    let score = serde_json::to_string(&run.score()).expect("a score is data");
    (run.journal().to_lines(), events, score)
}

/// A number from the environment: how thorough to be.
pub fn how_many(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).ok().map_or(usual, |number| number.parse().expect("a number"))
}

/// The program itself, in English, with nothing of this machine in it.
pub fn headset(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_headset"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env("LC_ALL", "C").arg("--data-dir").arg(data);
    command
}
