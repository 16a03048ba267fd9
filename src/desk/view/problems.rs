//! Why a pack cannot be played.

use super::super::panel::problems::{ProblemRow, ProblemsView};
use super::super::state::Desk;
use crate::diagnostic::Severity;
use crate::wording::report;
use serde_json::Value;

/// Problems shown of one pack; the command line shows all of them.
const SHOWN: usize = 100;

/// What the screen shows. `None`: no such pack, or it can be played.
pub fn problems(desk: &Desk) -> Option<ProblemsView> {
    let folder = desk.problems.as_ref()?;
    let broken = desk.shelf.broken.iter().find(|broken| broken.name == *folder)?;
    let rows = report::json(&broken.report, desk.words());
    let text = |row: &Value, key: &str| row.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let all = broken.report.diagnostics();
    let problems = rows
        .as_array()
        .into_iter()
        .flatten()
        .zip(all)
        .take(SHOWN)
        .map(|(row, diagnostic)| {
            let place = &diagnostic.place;
            ProblemRow {
                severity: if diagnostic.severity == Severity::Error { Severity::Error } else { Severity::Warning },
                place: format!("{}:{}:{}", place.file, place.line, place.column),
                code: diagnostic.code.to_owned(),
                message: text(row, "message"),
                help: text(row, "help"),
                excerpt: (!diagnostic.excerpt.trim().is_empty())
                    .then(|| (place.line, diagnostic.excerpt.trim_end().to_owned())),
                column: place.column.saturating_sub(diagnostic.excerpt_column) as usize,
            }
        })
        .collect();
    Some(ProblemsView { folder: folder.clone(), problems, more: all.len().saturating_sub(SHOWN) })
}
