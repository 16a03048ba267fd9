//! The debrief as text: five scores, what they rest on, and what to do better.

use crate::locale::Language;
use crate::score::{
    CheckOutcome, CheckResult, Dimension, Points, Verdict, advice_text, dimension_text, evidence_text, french_mark,
    subject_text, title_text,
};
use crate::training::Run;
use crate::wording::Wording;
use std::fmt::Write as _;

/// The whole debrief.
pub fn text(run: &Run, words: &Wording) -> String {
    let score = run.score();
    let mut out = String::new();
    let verdict = words.text(if score.result == Verdict::Pass { "verdict-pass" } else { "verdict-fail" });
    let _ = writeln!(
        out,
        "\n{}\n",
        words.with("debrief-headline", &[("overall", &points(score.overall, words)), ("verdict", &verdict)])
    );
    // What French schools and examiners count in.
    if words.language() == Language::French {
        let _ = writeln!(out, "  {}\n", words.with("debrief-mark", &[("mark", &french_mark(score.overall))]));
    }
    for dimension in Dimension::HEADLINE.into_iter().chain([Dimension::Compliance]) {
        let value = score.dimensions.get(&dimension).copied().flatten();
        let shown = value.map_or_else(|| words.text("debrief-not-applicable"), |it| points(it, words));
        let bar = value.map(|points| "█".repeat(usize::from(points.0 / 50))).unwrap_or_default();
        let name = dimension_text(dimension, words);
        let pad = 26usize.saturating_sub(name.chars().count());
        let _ = writeln!(out, "  {name}{} {shown:>6}  {bar}", " ".repeat(pad));
    }
    let kpis = &score.kpis;
    let _ = writeln!(
        out,
        "\n  {}",
        words.with(
            "debrief-times",
            &[
                ("handle", &clock(kpis.handle_ms)),
                ("talk", &clock(kpis.talk_ms)),
                ("hold", &clock(kpis.hold_ms)),
                ("wrap-up", &clock(kpis.wrap_up_ms)),
                ("silence", &(kpis.longest_silence_ms / 1_000).to_string()),
                ("share", &kpis.talk_share.to_string()),
            ]
        )
    );
    if !score.advice.is_empty() {
        let _ = writeln!(out, "\n{}", words.text("debrief-advice"));
        for (place, check) in score.advice.iter().filter_map(|index| score.checks.get(*index)).enumerate() {
            let _ = writeln!(out, "  {}. {}", place + 1, advice_text(check, words));
        }
    }
    for dimension in Dimension::HEADLINE.into_iter().chain([Dimension::Compliance]) {
        let checks: Vec<&CheckResult> = score
            .checks
            .iter()
            .filter(|check| check.dimension == dimension && check.outcome != CheckOutcome::NotApplicable)
            .collect();
        if checks.is_empty() {
            continue;
        }
        let _ = writeln!(out, "\n{}", dimension_text(dimension, words));
        for check in checks {
            write_check(&mut out, check, words);
        }
    }
    super::play::screen::plain(&out)
}

fn write_check(out: &mut String, check: &CheckResult, words: &Wording) {
    let mark = if check.outcome == CheckOutcome::Passed { "✓" } else { "✗" };
    let mut title = title_text(check, words);
    if let Some(subject) = subject_text(check, words) {
        title = words.with("debrief-check-subject", &[("check", &title), ("subject", &subject)]);
    }
    if check.critical && check.outcome == CheckOutcome::Failed {
        title = words.with("debrief-critical", &[("check", &title)]);
    }
    let _ = writeln!(out, "  {mark} {title}");
    for evidence in &check.evidence {
        let _ = writeln!(out, "      {}  {}", clock(evidence.at_ms), evidence_text(evidence, words));
    }
}

/// `87.5`, in French `87,5`
pub fn points(points: Points, words: &Wording) -> String {
    points.written(words.language())
}

/// `04:05`
pub fn clock(ms: u64) -> String {
    format!("{:02}:{:02}", ms / 60_000, ms / 1_000 % 60)
}
