//! All that is kept about one trainee, as files anybody can read: the right of access and portability (GDPR art. 15 and 20).

use super::{Attempt, RecordsError, Store, TraineeId};
use serde_json::json;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

impl Store {
    /// Writes `trainee.json` (name, attempts, scores, own ratings) and one journal an attempt (`attempt-<id>.jsonl`: the
    /// header, then the inputs, one JSON object a line) into the folder. No file is overwritten. Returns the files.
    pub fn export(&self, trainee: TraineeId, folder: &Path) -> Result<Vec<PathBuf>, RecordsError> {
        let (person, created) = self.trainee(trainee)?;
        let attempts = self.attempts(trainee)?;
        std::fs::create_dir_all(folder)
            .map_err(|error| RecordsError::new("records-export", format!("{}: {error}", folder.display())))?;
        let about = json!({
            "name": person.name,
            "created": created,
            "attempts": attempts.iter().map(about_attempt).collect::<Vec<_>>(),
        });
        let mut files = vec![create(folder.join("trainee.json"), &[format!("{about:#}")])?];
        for attempt in &attempts {
            let journal = self.journal(attempt.id)?;
            let mut lines = vec![line(&journal.header)?];
            for input in &journal.inputs {
                lines.push(line(input)?);
            }
            files.push(create(folder.join(format!("attempt-{}.jsonl", attempt.id.0)), &lines)?);
        }
        Ok(files)
    }
}

fn about_attempt(attempt: &Attempt) -> serde_json::Value {
    let score = attempt.score.as_deref().map(|score| {
        // Written by the program as JSON; whatever it is, the trainee gets it.
        serde_json::from_str(score).unwrap_or_else(|_| json!(score))
    });
    json!({
        "journal": format!("attempt-{}.jsonl", attempt.id.0),
        "started": attempt.started,
        "state": attempt.state.name(),
        "score": score,
        "self_rating": attempt.self_rating.iter().map(|(dimension, points)| json!({ "dimension": dimension, "points": points })).collect::<Vec<_>>(),
    })
}

fn line(value: &impl serde::Serialize) -> Result<String, RecordsError> {
    serde_json::to_string(value).map_err(|error| RecordsError::new("records-failed", error))
}

fn create(path: PathBuf, lines: &[String]) -> Result<PathBuf, RecordsError> {
    let failed = |error: std::io::Error| RecordsError::new("records-export", format!("{}: {error}", path.display()));
    let mut text = lines.join("\n");
    text.push('\n');
    let mut file = OpenOptions::new().write(true).create_new(true).open(&path).map_err(failed)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
    Ok(path)
}
