//! Reports of problems in words: for people as text with the line marked, for programs as JSON.

use super::Wording;
use crate::diagnostic::{Diagnostic, EXCERPT, Report, Severity};
use serde_json::{Value, json};

/// A report as people read it, in the manner of compilers.
pub fn text(report: &Report, wording: &Wording) -> String {
    let mut out = String::new();
    for diagnostic in report.diagnostics() {
        one(diagnostic, wording, &mut out);
    }
    if report.left_out() > 0 {
        out += &wording.with("report-more", &[("count", &report.left_out().to_string())]);
        out.push('\n');
    }
    out
}

/// A report as an array of `{code, severity, file, line, column, end, length, message, help}`. Lines and columns count from
/// 1, in characters; `end` is the column after the last one.
pub fn json(report: &Report, wording: &Wording) -> Value {
    report.diagnostics().iter().map(|diagnostic| object(diagnostic, wording)).collect()
}

/// The same objects, one a line, for editors.
pub fn json_lines(report: &Report, wording: &Wording) -> String {
    report.diagnostics().iter().map(|diagnostic| format!("{}\n", object(diagnostic, wording))).collect()
}

fn object(diagnostic: &Diagnostic, wording: &Wording) -> Value {
    let place = &diagnostic.place;
    json!({
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end": place.column.saturating_add(place.length),
        "length": place.length,
        "message": message(diagnostic, wording),
        "help": helps(diagnostic, wording).join(" "),
    })
}

fn one(diagnostic: &Diagnostic, wording: &Wording, out: &mut String) {
    let severity = match diagnostic.severity {
        Severity::Error => wording.text("severity-error"),
        Severity::Warning => wording.text("severity-warning"),
    };
    let place = &diagnostic.place;
    let number = place.line.to_string();
    let gutter = " ".repeat(number.len());
    *out += &format!("{severity}[{}]: {}\n", diagnostic.code, message(diagnostic, wording));
    *out += &format!("{gutter}--> {}:{}:{}\n", place.file, place.line, place.column);
    if !diagnostic.excerpt.trim().is_empty() {
        let skipped = if diagnostic.excerpt_column > 1 { "…" } else { "" };
        let before = place.column.saturating_sub(diagnostic.excerpt_column) as usize + skipped.chars().count();
        let room = (diagnostic.excerpt.chars().count() + skipped.chars().count()).saturating_sub(before);
        let mark = "^".repeat((place.length as usize).min(room).max(1));
        let cut = if diagnostic.excerpt.chars().count() >= EXCERPT { "…" } else { "" };
        *out += &format!("{gutter} |\n{number} | {skipped}{}{cut}\n", diagnostic.excerpt.trim_end());
        *out += &format!("{gutter} | {}{mark}\n", " ".repeat(before));
    }
    for help in helps(diagnostic, wording) {
        *out += &format!("{gutter} = {}\n", wording.with("report-help", &[("help", &help)]));
    }
    out.push('\n');
}

fn message(diagnostic: &Diagnostic, wording: &Wording) -> String {
    wording.with(diagnostic.code, &arguments(diagnostic))
}

fn helps(diagnostic: &Diagnostic, wording: &Wording) -> Vec<String> {
    let mut helps = Vec::new();
    let defined = diagnostic.arguments.get("defined").map_or("", String::as_str);
    match &diagnostic.nearest {
        Some(near) if !defined.is_empty() => {
            helps.push(wording.with("report-nearest-defined", &[("name", near), ("defined", defined)]));
        }
        Some(near) => helps.push(wording.with("report-nearest", &[("name", near)])),
        None => {}
    }
    let key = format!("{}-help", diagnostic.code);
    if wording.has(&key) {
        helps.push(wording.with(&key, &arguments(diagnostic)));
    }
    helps
}

fn arguments(diagnostic: &Diagnostic) -> Vec<(&str, &str)> {
    diagnostic.arguments.iter().map(|(name, value)| (*name, value.as_str())).collect()
}
