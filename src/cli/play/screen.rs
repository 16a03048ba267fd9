//! What the terminal shows of a call.

use crate::call::{Event, Party, Phase, What};
use crate::cli::debrief::clock;
use crate::crm;
use crate::id::RecordId;
use crate::pack::fields::{Field, FieldType};
use crate::pack::model::RecordKind;
use crate::training::{Mode, Run};
use crate::value::{Value, written_date};
use crate::wording::Wording;
use std::fmt::Write as _;

/// Prints lines. What a pack or a journal says is never obeyed by the terminal.
pub fn show(text: &str) {
    println!("{}", plain(text));
}

/// A text without the characters a terminal would obey.
pub fn plain(text: &str) -> String {
    text.chars().filter(|char| !crate::pack::disturbs(*char)).collect()
}

/// Who, what is known, what to reach.
pub fn briefing(run: &Run, words: &Wording) -> String {
    let (pack, scenario, language) = (run.pack(), run.scenario(), run.setup().language);
    let title = |line| pack.title(line, language, Some(run.variables()));
    let mut out =
        format!("\n  {} · {}\n\n  {}\n", title(&pack.title), title(&scenario.title), title(&scenario.briefing));
    let _ = writeln!(out, "\n  {}", words.text("terminal-goals"));
    for goal in &scenario.goals {
        let _ = writeln!(out, "  • {}", title(goal));
    }
    let when = (written_date(scenario.date, language), Value::Time(scenario.time).written(language));
    let company = title(&pack.company.name);
    let facts =
        [("company", company.as_str()), ("date", &when.0), ("time", &when.1), ("record", scenario.record.as_str())];
    let _ = writeln!(out, "\n  {}", words.with("terminal-when", &facts));
    let (least, most) = scenario.target_s;
    let band = [("least", clock(u64::from(least) * 1_000)), ("most", clock(u64::from(most) * 1_000))];
    let _ = writeln!(out, "  {}", words.with("terminal-band", &[("least", &band[0].1), ("most", &band[1].1)]));
    let _ = writeln!(out, "  {}", words.with("terminal-record", &facts));
    let _ = write!(out, "  {}", words.text("terminal-hint"));
    out
}

pub fn prompt(run: &Run, words: &Wording) -> String {
    format!("{} {} › ", clock(run.now_ms()), words.text(phase_key(run.phase())))
}

fn phase_key(phase: Phase) -> &'static str {
    match phase {
        Phase::Ready => "phase-ready",
        Phase::Ringing => "phase-ringing",
        Phase::Dialling => "phase-dialling",
        Phase::Talking => "phase-talking",
        Phase::Hold => "phase-hold",
        Phase::Consulting => "phase-consulting",
        Phase::WrapUp => "phase-wrap-up",
        Phase::Ended => "phase-ended",
    }
}

fn party_key(party: Party) -> &'static str {
    match party {
        Party::Customer => "party-customer",
        Party::Gatekeeper => "party-gatekeeper",
        Party::WrongPerson => "party-wrong-person",
        Party::Voicemail => "party-voicemail",
        Party::Colleague => "party-colleague",
    }
}

/// A line for an event, if it is one the operator would notice.
pub fn event(event: &Event, run: &Run, words: &Wording) -> Option<String> {
    let at = clock(event.at_ms);
    let noticed = match &event.what {
        What::Ring { count } => words.with("event-ring", &[("count", &count.to_string())]),
        What::Reached { pick_up, .. } => words.text(&format!("reached-{}", name(pick_up))),
        What::LineStarted { party, text, .. } => said(party_key(*party), text, words),
        What::LineEnded { cut: true, heard, .. } => words.with("event-cut-off", &[("heard", heard)]),
        What::Said { text, muted, understood, .. } => {
            let mut line = said("party-operator", text, words);
            if *muted {
                let _ = write!(line, "  ({})", words.text("event-muted"));
            }
            if run.setup().mode != Mode::Exam {
                let moves = understood.moves.iter().map(|found| found.mv.name().to_owned());
                let intents = understood.intents.iter().map(|found| format!("={}", found.intent));
                let asked = understood.asked.iter().map(|found| format!("?{}", found.fact));
                let all: Vec<String> = moves.chain(intents).chain(asked).collect();
                let shown = if all.is_empty() { words.text("event-not-understood") } else { all.join(", ") };
                let _ = write!(line, "\n        [{shown}]");
            }
            line
        }
        What::Silence { silent_ms } => words.with("event-silence", &[("seconds", &(silent_ms / 1_000).to_string())]),
        What::HoldStarted { .. } => words.text("event-hold"),
        What::HoldEnded { hold_ms } => words.with("event-hold-ended", &[("seconds", &(hold_ms / 1_000).to_string())]),
        What::ConsultStarted { to } => words.with("event-consult", &[("to", to.as_str())]),
        What::Briefed { .. } => words.text("event-briefed"),
        What::Transferred { to, .. } => words.with("event-transferred", &[("to", to.as_str())]),
        What::Sighed => words.text("event-sigh"),
        What::SupervisorDemanded => words.text("event-supervisor"),
        What::Ended { by, .. } => words.text(&format!("ended-{}", name(by))),
        What::Crm { record, field, to, .. } => match (field, to) {
            (Some(field), Some(to)) => format!("{record}.{field} = {to}"),
            (Some(field), None) => format!("{record}.{field} ∅"),
            _ => record.to_string(),
        },
        What::CrmRefused { why, about, .. } => words.refusal(why, about),
        What::Ignored { why } => words.text(&format!("ignored-{}", why.replace('_', "-"))),
        What::Disposition { id } => words.with("event-disposition", &[("id", id.as_str())]),
        _ => return None,
    };
    Some(format!("  {at}  {noticed}"))
}

fn said(who: &str, text: &str, words: &Wording) -> String {
    words.with("event-said", &[("who", &words.text(who)), ("text", text)])
}

fn name(value: &impl serde::Serialize) -> String {
    let name = serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned));
    name.unwrap_or_default().replace('_', "-")
}

pub fn status(run: &Run, words: &Wording) -> String {
    let timers = run.timers();
    words.with(
        "terminal-status",
        &[
            ("phase", &words.text(phase_key(run.phase()))),
            ("handle", &clock(timers.handle_ms)),
            ("talk", &clock(timers.talk_ms)),
            ("hold", &clock(timers.hold_ms)),
        ],
    )
}

pub fn script(run: &Run, words: &Wording) -> String {
    if matches!(run.setup().mode, Mode::ScriptHidden | Mode::Exam) {
        return words.text("terminal-script-hidden");
    }
    let steps = run.script();
    let lines = steps.iter().filter(|step| step.applicable).map(|step| {
        let mark = if step.done {
            "✓"
        } else if step.current {
            "▸"
        } else {
            " "
        };
        format!("  {mark} {}\n      {}", step.title, step.phrase)
    });
    lines.collect::<Vec<_>>().join("\n")
}

pub fn suggestions(run: &Run, words: &Wording) -> String {
    if run.setup().mode != Mode::Guided {
        return words.text("terminal-not-guided");
    }
    run.suggestions().iter().map(|suggestion| format!("  – {}", suggestion.text)).collect::<Vec<_>>().join("\n")
}

/// A page of the handbook, or what there is.
pub struct Shown {
    pub page: Option<String>,
    pub text: String,
}

pub fn handbook(run: &Run, page: Option<&str>, words: &Wording) -> Shown {
    let pages = run.pack().handbook.get(&run.setup().language);
    let pages = pages.into_iter().flatten();
    match page {
        None => {
            let names: Vec<String> = pages.map(|(name, text)| format!("  {name} – {}", heading(text))).collect();
            Shown { page: None, text: names.join("\n") }
        }
        Some(wanted) => {
            let all: Vec<(&String, &String)> = pages.collect();
            if let Some(text) = run.handbook(wanted) {
                return Shown { page: Some(wanted.to_owned()), text };
            }
            let needle = wanted.to_lowercase();
            let hits = all.iter().filter(|(_, text)| text.to_lowercase().contains(&needle));
            let names: Vec<String> = hits.map(|(name, text)| format!("  {name} – {}", heading(text))).collect();
            let text =
                if names.is_empty() { words.with("terminal-no-page", &[("name", wanted)]) } else { names.join("\n") };
            Shown { page: None, text }
        }
    }
}

fn heading(text: &str) -> &str {
    text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or("")
}

pub fn hits(run: &Run, query: &str, words: &Wording) -> String {
    let hits = run.crm().search(query, 8);
    if hits.is_empty() {
        return words.text("terminal-no-hit");
    }
    let lines = hits.iter().map(|hit| format!("  {}  {} – {}", hit.customer, hit.title, hit.detail));
    lines.collect::<Vec<_>>().join("\n")
}

/// A record with those that belong to it.
pub fn record(run: &Run, id: &RecordId, words: &Wording) -> String {
    let crm = run.crm();
    let Some(open) = crm.record(id) else { return words.text("terminal-no-hit") };
    let related = RecordKind::ALL.into_iter().filter(|kind| *kind != RecordKind::Customer);
    let mut out = String::new();
    let all = std::iter::once(open.clone()).chain(related.flat_map(|kind| crm.records_of(&open.customer, kind)));
    let mut seen = Vec::new();
    for record in all {
        if seen.contains(&record.id) {
            continue;
        }
        seen.push(record.id.clone());
        let _ = writeln!(out, "  {} · {}", words.text(&format!("one-{}", record.kind.name())), record.id);
        for field in crate::pack::fields::fields(record.kind) {
            let value = match record.fields.get(field.name) {
                Some(value) => written(field, value, words),
                None if record.new => "–".to_owned(),
                None => continue,
            };
            let label = words.text(&format!("field-{}-{}", record.kind.name(), field.name));
            // The name in brackets is the one `/crm set` takes.
            let label = format!("{label} [{}]", field.name);
            let _ = writeln!(out, "      {label:<40} {value}");
        }
    }
    out
}

/// A value as people write it; a choice with the name `/crm set` takes.
fn written(field: &Field, value: &str, words: &Wording) -> String {
    if let FieldType::Choice(_) | FieldType::YesNo = field.kind {
        let key = format!("choice-{value}");
        if words.has(&key) {
            return format!("{} [{value}]", words.text(&key));
        }
    }
    crm::written(field, value, words.language())
}

pub fn dispositions(run: &Run) -> String {
    let (pack, language) = (run.pack(), run.setup().language);
    let lines =
        pack.dispositions.iter().map(|known| format!("  {} – {}", known.id, pack.title(&known.title, language, None)));
    lines.collect::<Vec<_>>().join("\n")
}

pub fn departments(run: &Run) -> String {
    let (pack, language) = (run.pack(), run.setup().language);
    let all = pack.company.departments.iter();
    let lines = all.map(|known| format!("  {} – {}", known.id, pack.title(&known.name, language, None)));
    lines.collect::<Vec<_>>().join("\n")
}
