//! Where packs and data lie, and loading a call by its name.

use super::Common;
use crate::id::CallId;
use crate::language::Recogniser;
use crate::locale::Language;
use crate::pack::model::Pack;
use crate::pack::{self, Origin};
use crate::wording::{self, Wording};
use std::path::PathBuf;
use std::sync::Arc;

/// The data folder: `--data-dir`, else the platform's.
pub fn data_dir(common: &Common) -> PathBuf {
    common.data_dir.clone().unwrap_or_else(|| {
        directories::ProjectDirs::from("", "", "headset")
            .map_or_else(|| PathBuf::from("headset-data"), |folders| folders.data_dir().to_owned())
    })
}

/// Where what can be made again is kept: in the data folder when one was named, else where the platform keeps such things.
pub fn cache_dir(common: &Common) -> PathBuf {
    match &common.data_dir {
        Some(folder) => folder.join("cache"),
        None => directories::ProjectDirs::from("", "", "headset")
            .map_or_else(|| std::env::temp_dir().join("headset-cache"), |folders| folders.cache_dir().to_owned()),
    }
}

/// Folders that may hold packs, the most particular first.
pub fn roots(common: &Common) -> Vec<PathBuf> {
    let mut roots = common.packs.clone();
    roots.push(PathBuf::from("scenarios"));
    roots.push(data_dir(common).join("packs"));
    roots
}

/// The packs that can be had: those in folders hide those of the same name in the program.
pub fn found(common: &Common) -> Vec<Origin> {
    let mut found: Vec<Origin> = Vec::new();
    for origin in pack::find(&roots(common)).into_iter().chain(pack::built_in()) {
        if found.iter().all(|other| other.name() != origin.name()) {
            found.push(origin);
        }
    }
    found.sort_by_key(Origin::name);
    found
}

/// Loads `PACK/CALL`, or prints why not.
pub fn call(common: &Common, name: &str, words: &Wording) -> Option<(Arc<Pack>, CallId)> {
    let Some((pack_name, call_name)) = name.split_once('/') else {
        eprintln!("{}", words.with("cli-not-a-call", &[("name", name)]));
        return None;
    };
    let pack = pack(common, pack_name, words)?;
    if !pack.calls.contains_key(call_name) {
        let nearest = crate::diagnostic::nearest(call_name, pack.calls.keys().map(CallId::as_str));
        eprintln!(
            "{}",
            words.with("cli-no-such-call", &[("name", name), ("nearest", nearest.as_deref().unwrap_or("-"))])
        );
        return None;
    }
    Some((pack, CallId::new(call_name)))
}

/// Loads a pack by its id, or prints why not.
pub fn pack(common: &Common, name: &str, words: &Wording) -> Option<Arc<Pack>> {
    let found = found(common);
    let Some(origin) = found.iter().find(|origin| origin.name() == name) else {
        let names: Vec<String> = found.iter().map(Origin::name).collect();
        let nearest = crate::diagnostic::nearest(name, names.iter().map(String::as_str));
        let message = match nearest.as_deref() {
            Some(nearest) => words.with("cli-no-such-pack", &[("name", name), ("nearest", nearest)]),
            // Not misspelt, then: looked for in the wrong place.
            None => words.with("cli-no-pack-near", &[("name", name)]),
        };
        eprintln!("{message}");
        return None;
    };
    let (pack, report) = pack::load_from(origin);
    if pack.is_none() {
        eprint!("{}", wording::report::text(&report, words));
    }
    pack.map(Arc::new)
}

/// The recogniser of a language.
pub fn recogniser(language: Language) -> Arc<Recogniser> {
    Recogniser::new(language)
}
