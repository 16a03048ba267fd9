//! `headset trainee`: who trains here, all that is kept about one as files, and its deletion.

use super::{CLEAN, COULD_NOT_RUN, Common, attempt, library};
use crate::records::{RecordsError, Store, Trainee};
use crate::wording::Wording;
use serde_json::json;
use std::path::{Path, PathBuf};

/// What was asked for.
#[derive(Debug, clap::Subcommand)]
pub enum Order {
    List,
    Export {
        name: String,
        folder: PathBuf,
    },
    Delete {
        name: String,
        #[arg(long)]
        yes: bool,
    },
}

pub fn run(common: &Common, order: &Order) -> u8 {
    let words = Wording::new(common.language());
    let Some(mut store) = attempt::store(&library::data_dir(common), &words) else { return COULD_NOT_RUN };
    let done = match order {
        Order::List => list(&store, common.json, &words),
        Order::Export { name, folder } => export(&store, name, folder, &words),
        Order::Delete { name, yes } => delete(&mut store, name, *yes, &words),
    };
    done.unwrap_or_else(|error| {
        eprintln!("{}", attempt::in_words(&error, &words));
        COULD_NOT_RUN
    })
}

fn list(store: &Store, as_json: bool, words: &Wording) -> Result<u8, RecordsError> {
    let mut listed = Vec::new();
    for trainee in store.trainees()? {
        let attempts = store.attempts(trainee.id)?.len();
        listed.push((trainee.name, attempts));
    }
    if as_json {
        let objects = listed.iter().map(|(name, attempts)| json!({ "name": name, "attempts": attempts }));
        println!("{}", objects.collect::<serde_json::Value>());
    } else {
        for (name, attempts) in listed {
            println!("{}", words.with("trainee-listed", &[("name", &name), ("count", &attempts.to_string())]));
        }
    }
    Ok(CLEAN)
}

fn export(store: &Store, name: &str, folder: &Path, words: &Wording) -> Result<u8, RecordsError> {
    let Some(trainee) = known(store, name, words)? else { return Ok(COULD_NOT_RUN) };
    let files = store.export(trainee.id, folder)?;
    let arguments = [("count", files.len().to_string()), ("folder", folder.display().to_string())];
    println!("{}", words.with("trainee-exported", &arguments.each_ref().map(|(name, value)| (*name, value.as_str()))));
    Ok(CLEAN)
}

fn delete(store: &mut Store, name: &str, sure: bool, words: &Wording) -> Result<u8, RecordsError> {
    let Some(trainee) = known(store, name, words)? else { return Ok(COULD_NOT_RUN) };
    if !sure {
        eprintln!("{}", words.with("trainee-delete-unsure", &[("name", &trainee.name)]));
        return Ok(COULD_NOT_RUN);
    }
    store.delete_trainee(trainee.id)?;
    println!("{}", words.with("trainee-deleted", &[("name", &trainee.name)]));
    Ok(CLEAN)
}

/// The trainee of that name, or words that there is none.
fn known(store: &Store, name: &str, words: &Wording) -> Result<Option<Trainee>, RecordsError> {
    let found = attempt::find(store, name)?;
    if found.is_none() {
        let trainees = store.trainees()?;
        let nearest = crate::diagnostic::nearest(name, trainees.iter().map(|trainee| trainee.name.as_str()));
        let arguments = [("name", name), ("nearest", nearest.as_deref().unwrap_or("-"))];
        eprintln!("{}", words.with("trainee-unknown", &arguments));
    }
    Ok(found)
}
