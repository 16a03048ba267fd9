//! The words of a score in the language of whoever reads it.

use super::{CheckResult, Dimension, Evidence};
use crate::wording::Wording;

/// A value as it is, or the words of its key when it begins with `@`.
fn resolved(value: &str, wording: &Wording) -> String {
    match value.strip_prefix('@') {
        Some(key) if key.starts_with("move-") => wording.text(&key.replace('_', "-")),
        Some(key) => wording.text(key),
        None => value.to_owned(),
    }
}

/// The name of a dimension.
pub fn dimension_text(dimension: Dimension, wording: &Wording) -> String {
    wording.text(&format!("dimension-{}", dimension.name().replace('_', "-")))
}

fn key(result: &CheckResult) -> String {
    format!("check-{}", result.check.as_str().replace('_', "-"))
}

/// What is checked.
pub fn title_text(result: &CheckResult, wording: &Wording) -> String {
    wording.text(&key(result))
}

/// Why it matters.
pub fn why_text(result: &CheckResult, wording: &Wording) -> String {
    wording.text(&format!("{}-why", key(result)))
}

/// What to do better.
pub fn advice_text(result: &CheckResult, wording: &Wording) -> String {
    wording.text(&format!("{}-advice", key(result)))
}

/// What the result is about, when the check has several.
pub fn subject_text(result: &CheckResult, wording: &Wording) -> Option<String> {
    result.subject_title.as_deref().map(|title| resolved(title, wording))
}

/// What shows it.
pub fn evidence_text(evidence: &Evidence, wording: &Wording) -> String {
    let arguments: Vec<(&str, String)> =
        evidence.arguments.iter().map(|(name, value)| (*name, resolved(value, wording))).collect();
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
    // A customer who never spoke cannot be quoted.
    let unsaid = arguments.iter().any(|(name, value)| *name == "quote" && value.trim().is_empty());
    let plain = format!("{}-unquoted", evidence.words);
    if unsaid && wording.has(&plain) { wording.text(&plain) } else { wording.with(evidence.words, &arguments) }
}
