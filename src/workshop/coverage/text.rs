//! The coverage of a pack in words, for the terminal and the page.

use super::{CallCoverage, Coverage};
use crate::level::Level;
use crate::score::Points;
use crate::wording::Wording;
use std::fmt::Write as _;

/// How much was said, in a sentence.
pub fn headline(coverage: &Coverage, words: &Wording) -> String {
    words.with(
        "coverage-headline",
        &[
            ("plays", &coverage.plays.to_string()),
            ("percent", &coverage.said_percent.to_string()),
            ("said", &coverage.said.to_string()),
            ("lines", &coverage.lines.to_string()),
            ("explained", &coverage.explained.to_string()),
        ],
    )
}

/// What was never seen, under headings; nothing where nothing is missing.
pub fn findings(coverage: &Coverage, words: &Wording) -> Vec<(String, Vec<String>)> {
    let unsaid = |explained: bool| -> Vec<String> {
        let wanted = coverage.never_said.iter().filter(|line| line.explained.is_some() == explained);
        wanted
            .map(|line| {
                let languages: Vec<&str> = line.languages.iter().map(|language| language.code()).collect();
                let why = line.explained.as_ref().map(|why| format!(" – {why}")).unwrap_or_default();
                format!("{} [{}] ({}){why}", line.line, languages.join(", "), line.whose)
            })
            .collect()
    };
    fn named<A: std::fmt::Display, B: std::fmt::Display>(pairs: &[(A, B)]) -> Vec<String> {
        pairs.iter().map(|(whose, what)| format!("{whose}: {what}")).collect()
    }
    let failures = match coverage.script_failures {
        0 => Vec::new(),
        count => vec![count.to_string()],
    };
    let mut found = vec![
        ("coverage-never-said", unsaid(false)),
        ("coverage-explained", unsaid(true)),
        ("coverage-facts", named(&coverage.facts_never_told)),
        ("coverage-unraised", named(&coverage.objections_never_raised)),
        ("coverage-unlifted", named(&coverage.objections_never_lifted)),
        ("coverage-failures", failures),
    ];
    type OfCall = fn(&CallCoverage) -> Vec<String>;
    fn names<T: ToString>(items: &[T]) -> Vec<String> {
        items.iter().map(ToString::to_string).collect()
    }
    let of_calls: [(&str, OfCall); 5] = [
        ("coverage-outcomes", |call| names(&call.outcomes_never_reached)),
        ("coverage-steps", |call| names(&call.steps_never_done)),
        ("coverage-never-apply", |call| names(&call.checks_never_apply)),
        ("coverage-always-passed", |call| names(&call.checks_always_passed)),
        ("coverage-never-passed", |call| names(&call.checks_never_passed)),
    ];
    for (heading, items) in of_calls {
        let rows = coverage.calls.iter().filter_map(|call| {
            let items = items(call);
            (!items.is_empty()).then(|| format!("{} [{}]: {}", call.call, call.language, items.join(", ")))
        });
        found.push((heading, rows.collect()));
    }
    found.retain(|(_, items)| !items.is_empty());
    found.into_iter().map(|(heading, items)| (words.text(heading), items)).collect()
}

/// All of it for the terminal.
pub fn text(coverage: &Coverage, words: &Wording) -> String {
    let mut out = format!(
        "{}\n{}\n\n",
        words.with("coverage-title", &[("pack", coverage.pack.as_str())]),
        headline(coverage, words)
    );
    let _ = writeln!(out, "{}", words.text("coverage-table"));
    for call in &coverage.calls {
        let points = |points: Points| points.written(words.language());
        let dash = || "–".to_owned();
        let novice: Vec<String> =
            Level::ALL.into_iter().filter_map(|level| call.novice.get(&level)).map(|it| points(*it)).collect();
        let _ = writeln!(
            out,
            "{:<28} {:<3} {:>5} {:>6} {:>6} {:>6}  {:<18} {}",
            call.call.to_string(),
            call.language.code(),
            call.best.as_ref().map_or_else(dash, |(best, _)| points(*best)),
            call.expert.map_or_else(dash, |band| points(band.least)),
            call.careless.map_or_else(dash, |band| points(band.most)),
            call.apart.map_or_else(dash, |tenths| (tenths / 10).to_string()),
            novice.join(" → "),
            call.variety.map_or_else(dash, |it| format!("{} % / {} %", it.heard_percent, it.wording_percent)),
        );
    }
    for (heading, items) in findings(coverage, words) {
        let _ = writeln!(out, "\n{heading} ({})", items.len());
        for item in items {
            let _ = writeln!(out, "  • {item}");
        }
    }
    out
}
