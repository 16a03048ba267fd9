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
use std::sync::{Arc, LazyLock};

/// The folder of the packs.
pub fn scenarios() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

pub static PACKS: LazyLock<Vec<Arc<Pack>>> = LazyLock::new(|| {
    let load = |name| {
        let (pack, report) = pack::load(&scenarios().join(name));
        Arc::new(pack.unwrap_or_else(|| panic!("{name}: {:?}", report.diagnostics())))
    };
    ["inbound-telecom", "outbound-energy"].map(load).to_vec()
});

static RECOGNISERS: LazyLock<[Arc<Recogniser>; 2]> = LazyLock::new(|| Language::ALL.map(Recogniser::new));

pub fn recogniser(language: Language) -> &'static Arc<Recogniser> {
    RECOGNISERS.iter().find(|it| it.language() == language).expect("both languages are there")
}

/// Every call of every pack in every language.
pub fn calls() -> Vec<(Arc<Pack>, CallId, Language)> {
    let of_pack = |pack: &Arc<Pack>| -> Vec<_> {
        let pack = Arc::clone(pack);
        let languages = |call: &CallId| Language::ALL.map(|language| (Arc::clone(&pack), call.clone(), language));
        pack.calls.keys().flat_map(languages).collect()
    };
    PACKS.iter().flat_map(of_pack).collect()
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
