//! The debrief as one page of HTML that needs nothing else: to read in any browser, to print, to send to an instructor.

use super::hindsight::{Instead, hindsight, instead_at, is_about_words};
use super::timeline::{MarkKind, Stretch, Timeline, timeline};
use super::transcript::{Speaker, TurnRow, rows};
use super::voice::{Curve, VoiceReport, voice};
use super::{moment, span};
use crate::hearing::analysis::Norms;
use crate::locale::Language;
use crate::score::{
    self, CheckOutcome, CheckResult, Dimension, Points, Score, Verdict, advice_text, dimension_text, evidence_text,
    subject_text, title_text,
};
use crate::training::Run;
use crate::wording::Wording;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::collections::BTreeSet;
use std::fmt::Write as _;

const STYLE: &str = include_str!("page.css");

/// What the journal does not know.
#[derive(Debug, Clone, Default)]
pub struct Occasion {
    /// Who trained.
    pub trainee: Option<String>,
    /// When, as it shall be read.
    pub when: Option<String>,
    /// The trainee's own rating, 0–100.
    pub own: Vec<(Dimension, Option<u8>)>,
    /// The scores of the attempt before.
    pub before: Vec<(Dimension, Option<Points>)>,
    /// What is usual in a voice; `None`: the norms of the program.
    pub norms: Option<Norms>,
}

/// The whole page.
pub fn page(run: &Run, score: &Score, occasion: &Occasion, words: &Wording) -> String {
    let language = words.language();
    let pack = run.pack();
    let shown = if pack.languages.contains(&language) { language } else { run.setup().language };
    let title = pack.title(&run.scenario().title, shown, None);
    let found = hindsight(run, score);
    let turns = rows(run, true, words);
    let norms = occasion.norms.unwrap_or_else(|| Norms::of(run.setup().language));
    let sounded = voice(run, &norms, words);
    let zero = super::connected_ms(run);
    let colon = if language == Language::French { "\u{a0}:" } else { ":" };
    let mode = words.text(&format!("page-mode-{}", mode_name(run)));
    let about = [
        Some(mode),
        occasion.trainee.clone(),
        occasion.when.clone(),
        Some(format!("{} {}", pack.title(&pack.title, shown, None), words.text("page-invented"))),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content="Headset";
                title { (words.with("page-title", &[("call", &title)])) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { (title) }
                    p.muted { (about.join(" · ")) }
                }
                main {
                    (result(score, occasion, words))
                    section {
                        h2 { (words.text("advice-title")) }
                        (advice(run, score, &found, zero, words))
                    }
                    section {
                        h2 { (words.text("timeline-title")) }
                        (picture(&timeline(run, score, words), words))
                        (figures(score, words))
                    }
                    section {
                        h2 { (words.text("debrief-checks")) }
                        (checks(run, score, &found, zero, colon, words))
                    }
                    @if let Some(sounded) = &sounded {
                        section {
                            h2 { (words.text("debrief-voice")) }
                            (sound(sounded, words))
                        }
                    }
                    section {
                        h2 { (words.text("debrief-transcript")) }
                        @for turn in &turns { (said(turn, &found, zero, words)) }
                    }
                }
            }
        }
    }
    .into_string()
}

fn mode_name(run: &Run) -> &'static str {
    match run.setup().mode {
        crate::training::Mode::Guided => "guided",
        crate::training::Mode::ScriptShown => "script-shown",
        crate::training::Mode::ScriptHidden => "script-hidden",
        crate::training::Mode::Exam => "exam",
    }
}

fn whole(points: Points) -> String {
    format!("{}", (points.0 + 5) / 10)
}

fn points_of(score: &Score, dimension: Dimension) -> Option<Points> {
    score.dimensions.get(&dimension).copied().flatten()
}

fn result(score: &Score, occasion: &Occasion, words: &Wording) -> Markup {
    let passed = score.result == Verdict::Pass;
    let critical = score.critical_errors.iter().filter_map(|at| score.checks.get(*at));
    let own = |dimension| occasion.own.iter().find(|(other, _)| *other == dimension).and_then(|(_, own)| *own);
    let before = |dimension| occasion.before.iter().find(|(other, _)| *other == dimension).and_then(|(_, it)| *it);
    let rated = occasion.own.iter().any(|(_, own)| own.is_some());
    let compared = occasion.before.iter().any(|(_, points)| points.is_some());
    let none = || words.text("score-none");
    html! {
        div.result {
            div {
                span.figure { (whole(score.overall)) }
                " " span.muted { (words.text("debrief-out-of"))
                    @if words.language() == Language::French { " · " (score::french_mark(score.overall)) "\u{a0}/\u{a0}20" } }
                p { span.verdict.pass[passed].fail[!passed] {
                    @if passed { "✓ " (words.text("result-pass")) } @else { "✗ " (words.text("result-fail")) } } }
                p.muted { (words.with("debrief-pass-mark", &[("mark", &score.pass_mark.to_string())])) }
            }
            (radar(score, occasion, words))
        }
        @for check in critical {
            p.critical { (words.with("debrief-critical-error", &[("check", &named(check, words))])) }
        }
        table {
            thead { tr {
                th { (words.text("page-dimension")) }
                th.number { (words.text("page-points")) }
                @if compared { th.number { (words.text("page-before")) } }
                @if rated { th.number { (words.text("page-own")) } }
            } }
            tbody {
                @for dimension in Dimension::HEADLINE.into_iter().chain([Dimension::Compliance]) {
                    tr {
                        td { (dimension_text(dimension, words)) }
                        td.number { strong { (points_of(score, dimension).map_or_else(none, whole)) } }
                        @if compared { td.number { (before(dimension).map_or_else(none, whole)) } }
                        @if rated { td.number { (own(dimension).map_or_else(none, |own| own.to_string())) } }
                    }
                }
            }
        }
    }
}

fn named(check: &CheckResult, words: &Wording) -> String {
    let title = title_text(check, words);
    subject_text(check, words).map_or_else(|| title.clone(), |subject| format!("{title} – {subject}"))
}

fn instead(line: &str, words: &Wording) -> Markup {
    html! { div.instead { b { (words.text("instead-title")) } (line) } }
}

fn advice(run: &Run, score: &Score, found: &[Instead], zero: u64, words: &Wording) -> Markup {
    let given: Vec<&CheckResult> = score.advice.iter().filter_map(|at| score.checks.get(*at)).collect();
    html! {
        @if given.is_empty() { p { (words.text("advice-none")) } }
        ol.advice {
            @for check in given {
                li {
                    strong { (named(check, words)) }
                    p { (advice_text(check, words)) }
                    @if let Some(evidence) = check.evidence.first() {
                        p { (link(evidence.at_ms, zero, run, words)) " " span.muted { (evidence_text(evidence, words)) } }
                        @if let Some(line) = is_about_words(check).then(|| instead_at(found, run, evidence.at_ms)).flatten() {
                            (instead(&line, words))
                        }
                    }
                }
            }
        }
    }
}

/// The moment, as a way to the line of the transcript that was said then.
fn link(at_ms: u64, zero: u64, run: &Run, words: &Wording) -> Markup {
    let turn = run.events().iter().rev().filter(|event| event.at_ms <= at_ms).find_map(|event| match &event.what {
        crate::call::What::Said { turn, .. } | crate::call::What::LineEnded { turn, .. } => Some(*turn),
        _ => None,
    });
    let time = moment(at_ms.saturating_sub(zero));
    let name = words.with("evidence-go", &[("time", &time)]);
    html! {
        @match turn {
            Some(turn) => a.time href=(format!("#turn-{turn}")) aria-label=(name) { (time) },
            None => span.time { (time) },
        }
    }
}

fn checks(run: &Run, score: &Score, found: &[Instead], zero: u64, colon: &str, words: &Wording) -> Markup {
    let of = |dimension: Dimension| {
        let mut checks: Vec<&CheckResult> = score
            .checks
            .iter()
            .filter(|check| check.dimension == dimension && check.outcome != CheckOutcome::NotApplicable)
            .collect();
        checks.sort_by_key(|check| check.outcome != CheckOutcome::Failed);
        checks
    };
    // The same line answers many checks: it is told once.
    let mut told: BTreeSet<String> = BTreeSet::new();
    html! {
        @for dimension in Dimension::HEADLINE.into_iter().chain([Dimension::Compliance]) {
            @let checks = of(dimension);
            @if !checks.is_empty() {
                h3 { (dimension_text(dimension, words)) }
                @for check in checks {
                    @let failed = check.outcome == CheckOutcome::Failed;
                    div.check.failed[failed].passed[!failed] {
                        strong { (named(check, words)) }
                        span.muted { " " (words.text(if failed { "check-failed" } else { "check-passed" }))
                            @if check.critical { " · " (words.text("check-critical")) } }
                        @for evidence in &check.evidence {
                            p { (link(evidence.at_ms, zero, run, words)) " " (evidence_text(evidence, words)) }
                        }
                        @if failed {
                            p { strong { (words.text("page-better")) (colon) " " } (advice_text(check, words)) }
                            @if let Some(line) = check.evidence.first().filter(|_| is_about_words(check))
                                .and_then(|evidence| instead_at(found, run, evidence.at_ms)).filter(|line| told.insert(line.clone())) {
                                (instead(&line, words))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn said(turn: &TurnRow, found: &[Instead], zero: u64, words: &Wording) -> Markup {
    let mine = turn.speaker == Speaker::Operator;
    let note = turn.speaker == Speaker::Note;
    let better = found.iter().find(|instead| mine && instead.missed && instead.turn == turn.turn);
    let remarks = [(turn.over, "turn-over"), (turn.cut, "turn-cut"), (turn.muted, "turn-muted")];
    let id = (!note).then(|| format!("turn-{}", turn.turn));
    html! {
        div.turn.mine[mine].theirs[!mine && !note] id=[id] {
            span.muted { (moment(turn.at_ms.saturating_sub(zero))) }
            span.who { (turn.name) }
            div {
                @if note { span.muted { (turn.text) } } @else { (turn.text) }
                @for (_, key) in remarks.iter().filter(|(on, _)| *on) { span.muted { " (" (words.text(key)) ")" } }
                @if let Some(better) = better { (instead(&better.line, words)) }
            }
        }
    }
}

fn figures(score: &Score, words: &Wording) -> Markup {
    let kpis = &score.kpis;
    let share = match words.language() {
        Language::French => format!("{}\u{a0}%", kpis.talk_share),
        Language::English => format!("{}%", kpis.talk_share),
    };
    let rows = [
        ("kpi-handle", span(kpis.handle_ms)),
        ("kpi-talk", span(kpis.talk_ms)),
        ("kpi-hold", span(kpis.hold_ms)),
        ("kpi-wrap-up", span(kpis.wrap_up_ms)),
        ("kpi-talk-share", share),
        ("kpi-longest-silence", span(kpis.longest_silence_ms)),
        ("kpi-talk-over", span(kpis.talk_over_ms)),
        ("kpi-operator-turns", kpis.operator_turns.to_string()),
    ];
    html! {
        table { tbody {
            @for row in rows.chunks(2) {
                tr { @for (key, value) in row { td { (words.text(key)) } td.number { (value) } } }
            }
        } }
    }
}

fn radar(score: &Score, occasion: &Occasion, words: &Wording) -> Markup {
    let (centre, radius) = ((210.0_f32, 118.0_f32), 78.0_f32);
    let count = Dimension::HEADLINE.len();
    let at = |corner: usize, share: f32| {
        let turn = std::f32::consts::TAU * corner as f32 / count as f32 - std::f32::consts::FRAC_PI_2;
        (centre.0 + radius * share * turn.cos(), centre.1 + radius * share * turn.sin())
    };
    let outline = |value: &dyn Fn(usize) -> Option<f32>| {
        let mut points = String::new();
        for (x, y) in (0..count).filter_map(|corner| Some(at(corner, value(corner)? / 100.0))) {
            let _ = write!(points, "{x:.1},{y:.1} ");
        }
        points
    };
    let tenth = |points: Points| f32::from(points.0) / 10.0;
    let now = outline(&|corner| points_of(score, Dimension::HEADLINE[corner]).map(tenth));
    let before = outline(&|corner| {
        let dimension = Dimension::HEADLINE[corner];
        occasion.before.iter().find(|(other, _)| *other == dimension).and_then(|(_, points)| *points).map(tenth)
    });
    let mark = outline(&|_| Some(f32::from(score.pass_mark)));
    html! {
        svg viewBox="0 0 420 220" width="420" height="220" role="img" aria-label=(words.text("radar-name")) {
            @for share in [25.0, 50.0, 75.0, 100.0] {
                polygon points=(outline(&|_| Some(share))) fill="none" stroke="#d5dbe2" {}
            }
            polygon points=(now) fill="#ddeff0" fill-opacity="0.8" stroke="#0b6672" stroke-width="2.5" {}
            @if !before.is_empty() { polygon points=(before) fill="none" stroke="#4a4f9c" stroke-width="1.5" {} }
            polygon points=(mark) fill="none" stroke="#855400" stroke-width="1.5" stroke-dasharray="5 4" {}
            @for (corner, dimension) in Dimension::HEADLINE.into_iter().enumerate() {
                @let (x, y) = at(corner, 1.16);
                @let anchor = if x > centre.0 + 8.0 { "start" } else if x < centre.0 - 8.0 { "end" } else { "middle" };
                text x=(format!("{x:.1}")) y=(format!("{:.1}", y + 3.0)) text-anchor=(anchor) {
                    (words.text(&format!("dimension-{}-short", dimension.name().replace('_', "-"))))
                }
            }
        }
    }
}

/// Who spoke when, waits, what happened, and patience as a curve.
fn picture(timeline: &Timeline, words: &Wording) -> Markup {
    let (left, width) = (90.0_f32, 790.0_f32);
    let x = |ms: u64| left + width * (ms as f32 / timeline.whole_ms as f32).min(1.0);
    let tops = [0.0_f32, 22.0, 44.0, 66.0];
    let names = ["timeline-operator", "timeline-other", "timeline-marks", "timeline-mood"];
    let stretch = |kind: Stretch| match kind {
        Stretch::Operator => (tops[0], 18.0, "#0b6672"),
        Stretch::OtherSide => (tops[1], 18.0, "#4a4f9c"),
        Stretch::Colleague => (tops[1], 18.0, "#1b7040"),
        Stretch::Hold => (tops[0], 40.0, "#f2d8a8"),
        Stretch::Silence => (tops[0], 40.0, "#fbe5e3"),
        Stretch::Ringing | Stretch::WrapUp => (tops[0], 40.0, "#d5dbe2"),
    };
    let mood: String = timeline
        .mood
        .iter()
        .map(|(at, mood)| (x(*at), mood.patience))
        .chain(timeline.mood.last().map(|(_, mood)| (left + width, mood.patience)))
        .map(|(x, patience)| format!("{x:.1},{:.1} ", 112.0 - 44.0 * f32::from(patience.min(100)) / 100.0))
        .collect();
    let step = [15_000, 30_000, 60_000, 120_000, 300_000, 600_000]
        .into_iter()
        .find(|step| timeline.whole_ms / step <= 12)
        .unwrap_or(1_800_000);
    let ticks = (0..=timeline.whole_ms / step)
        .map(|tick| tick * step)
        .filter(|at| at + timeline.connected_ms <= timeline.whole_ms);
    let legend = ["legend-hold", "legend-silence", "legend-objection", "legend-lifted", "legend-crm", "legend-failure"];
    html! {
        svg viewBox="0 0 890 136" width="890" height="136" role="img" aria-label=(words.text("timeline-title")) {
            @for (name, top) in names.iter().zip(tops) {
                text x="0" y=(top + 13.0) { (words.text(name)) }
                rect x=(left) y=(top) width=(width) height=(if *name == "timeline-mood" { 48 } else { 18 }) fill="#f5f7f9" {}
            }
            @for (kind, from, to) in &timeline.stretches {
                @let (top, height, fill) = stretch(*kind);
                rect x=(format!("{:.1}", x(*from))) y=(top) width=(format!("{:.1}", (x(*to) - x(*from)).max(1.0)))
                    height=(height) fill=(fill) rx="2" {}
            }
            @for mark in &timeline.marks {
                text x=(format!("{:.1}", x(mark.at_ms))) y="58" text-anchor="middle" {
                    (sign(mark.kind)) title { (mark.text) }
                }
            }
            polyline points=(mood) fill="none" stroke="#0b6672" stroke-width="2.5" {}
            @for at in ticks {
                @let middle = x(at + timeline.connected_ms);
                // The last one must not stick out.
                @let anchor = if middle > left + width - 20.0 { "end" } else { "middle" };
                text x=(format!("{middle:.1}")) y="132" text-anchor=(anchor) { (moment(at)) }
            }
        }
        p.muted {
            @for (place, key) in legend.iter().enumerate() {
                @if place > 0 { " · " }
                (["▒", "░", sign(MarkKind::ObjectionRaised), sign(MarkKind::ObjectionLifted), sign(MarkKind::CrmEdit),
                    sign(MarkKind::Failure)][place]) " " (words.text(key))
            }
        }
    }
}

/// How the operator sounded: curves, figures, advice.
fn sound(report: &VoiceReport, words: &Wording) -> Markup {
    let (left, width, lane) = (130.0_f32, 750.0_f32, 46.0_f32);
    let x = |ms: u64| left + width * (ms as f32 / report.whole_ms as f32).min(1.0);
    let y = |curve: &Curve, top: f32, value: f32| {
        let (least, most) = curve.bounds;
        top + lane - 3.0 - (lane - 6.0) * ((value - least) / (most - least).max(0.01)).clamp(0.0, 1.0)
    };
    let tops = |at: usize| 20.0 + 50.0 * at as f32;
    let height = tops(report.curves.len());
    let bars = |stretches: &[(u64, u64)], top: f32, tall: f32, fill: &str| {
        html! {
            @for (from, to) in stretches {
                rect x=(format!("{:.1}", x(*from))) y=(top) width=(format!("{:.1}", (x(*to) - x(*from)).max(1.0)))
                    height=(tall) fill=(fill) {}
            }
        }
    };
    html! {
        p.muted { (words.text("voice-never-scored")) }
        svg viewBox=(format!("0 0 890 {height}")) width="890" height=(height) role="img" aria-label=(words.text("voice-curves")) {
            text x="0" y="11" { (words.text("voice-spoken")) }
            rect x=(left) y="0" width=(width) height="14" fill="#f5f7f9" {}
            (bars(&report.spoken, 0.0, 14.0, "#0b6672"))
            (bars(&report.pauses, 3.0, 8.0, "#ddeff0"))
            @for (at, curve) in report.curves.iter().enumerate() {
                text x="0" y=(tops(at) + lane / 2.0 + 4.0) { (words.text(curve.key)) }
                rect x=(left) y=(tops(at)) width=(width) height=(lane) fill="#f5f7f9" {}
                @if let Some((from, to)) = curve.usual {
                    @let (high, low) = (y(curve, tops(at), to), y(curve, tops(at), from));
                    rect x=(left) y=(format!("{high:.1}")) width=(width) height=(format!("{:.1}", low - high)) fill="#dff0e4" {}
                }
                @for line in &curve.lines {
                    @let points: String = line.iter().map(|(ms, value)| format!("{:.1},{:.1} ", x(*ms), y(curve, tops(at), *value))).collect();
                    polyline points=(points) fill="none" stroke="#0b6672" stroke-width="2" stroke-linecap="round" {}
                }
            }
        }
        @if report.advice.is_empty() { p { (words.text("voice-advice-none")) } }
        ul { @for advice in &report.advice { li { (words.text(advice.key())) } } }
        table { tbody {
            @for figure in &report.figures {
                tr {
                    td { (words.text(figure.key)) }
                    td.number { strong { (figure.value) } }
                    td.muted { @if let Some(usual) = &figure.usual { (words.with("voice-usual", &[("usual", usual)])) } }
                }
            }
        } }
    }
}

fn sign(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::ObjectionRaised => "▲",
        MarkKind::ObjectionLifted => "●",
        MarkKind::CrmEdit => "■",
        MarkKind::Failure => "✗",
    }
}
