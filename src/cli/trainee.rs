//! `headset trainee`: who trains here, all that is kept about one as files, and its deletion; what is kept of the voice.

use super::{CLEAN, COULD_NOT_RUN, Common, attempt, library};
use crate::records::{Attempt, AttemptId, Recordings, RecordsError, Store, Trainee};
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
    Recordings {
        name: String,
        #[arg(long)]
        delete: Vec<i64>,
    },
}

pub fn run(common: &Common, order: &Order) -> u8 {
    let words = Wording::new(common.language());
    let data = library::data_dir(common);
    let Some(mut store) = attempt::store(&data, &words) else { return COULD_NOT_RUN };
    let voice = Recordings::of(&data);
    let done = voice.purge(&attempt::now(), |attempt| store.attempt(attempt).is_ok()).and_then(|()| match order {
        Order::List => list(&store, common.json, &words),
        Order::Export { name, folder } => export(&store, &voice, name, folder, &words),
        Order::Delete { name, yes } => delete(&mut store, &voice, name, *yes, &words),
        Order::Recordings { name, delete } => recordings(&store, &voice, name, delete, common.json, &words),
    });
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

fn export(store: &Store, voice: &Recordings, name: &str, folder: &Path, words: &Wording) -> Result<u8, RecordsError> {
    let Some(trainee) = known(store, name, words)? else { return Ok(COULD_NOT_RUN) };
    let files = store.export(trainee.id, folder)?;
    let attempts: Vec<AttemptId> = store.attempts(trainee.id)?.iter().map(|attempt| attempt.id).collect();
    voice.export(&attempts, folder)?;
    let arguments = [("count", files.len().to_string()), ("folder", folder.display().to_string())];
    println!("{}", words.with("trainee-exported", &arguments.each_ref().map(|(name, value)| (*name, value.as_str()))));
    Ok(CLEAN)
}

fn delete(store: &mut Store, voice: &Recordings, name: &str, sure: bool, words: &Wording) -> Result<u8, RecordsError> {
    let Some(trainee) = known(store, name, words)? else { return Ok(COULD_NOT_RUN) };
    if !sure {
        eprintln!("{}", words.with("trainee-delete-unsure", &[("name", &trainee.name)]));
        return Ok(COULD_NOT_RUN);
    }
    // The voice first: were it the other way round, a failure would leave recordings of which nobody knows whose they are.
    store.attempts(trainee.id)?.iter().try_for_each(|attempt| voice.delete(attempt.id))?;
    store.delete_trainee(trainee.id)?;
    println!("{}", words.with("trainee-deleted", &[("name", &trainee.name)]));
    Ok(CLEAN)
}

/// Lists what was recorded of a trainee's own voice, after deleting what was recorded in these attempts.
fn recordings(
    store: &Store,
    voice: &Recordings,
    name: &str,
    doomed: &[i64],
    as_json: bool,
    words: &Wording,
) -> Result<u8, RecordsError> {
    let Some(trainee) = known(store, name, words)? else { return Ok(COULD_NOT_RUN) };
    let attempts = store.attempts(trainee.id)?;
    let mut kept = voice.list();
    // Nothing is deleted where one of the numbers is a slip.
    let mine =
        |number: i64| attempts.iter().any(|attempt| attempt.id.0 == number) && kept.contains_key(&AttemptId(number));
    if let Some(stranger) = doomed.iter().find(|number| !mine(**number)) {
        let arguments = [("name", trainee.name.as_str()), ("attempt", &stranger.to_string())];
        eprintln!("{}", words.with("trainee-recording-unknown", &arguments));
        return Ok(COULD_NOT_RUN);
    }
    for number in doomed {
        voice.delete(AttemptId(*number))?;
        kept.remove(&AttemptId(*number));
    }
    let listed: Vec<_> = attempts.iter().filter_map(|attempt| Some((attempt, kept.get(&attempt.id)?))).collect();
    if as_json {
        let objects = listed.iter().map(|(Attempt { id, started, header, .. }, kept)| {
            json!({
                "attempt": id.0, "started": started, "pack": header.pack.as_str(), "call": header.call.as_str(),
                "recordings": kept.numbers.len(), "until": kept.until, "folder": kept.folder.display().to_string(),
            })
        });
        println!("{}", objects.collect::<serde_json::Value>());
    } else if listed.is_empty() {
        println!("{}", words.with("trainee-recordings-none", &[("name", &trainee.name)]));
    } else {
        for (Attempt { id, started, header, .. }, kept) in listed {
            let arguments = [
                ("attempt", id.0.to_string()),
                ("day", started.chars().take(10).collect()),
                ("call", format!("{}/{}", header.pack, header.call)),
                ("count", kept.numbers.len().to_string()),
                ("until", kept.until.clone()),
            ];
            let arguments = arguments.each_ref().map(|(name, value)| (*name, value.as_str()));
            println!("{}", words.with("trainee-recording-listed", &arguments));
        }
    }
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
