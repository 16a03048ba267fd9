//! `headset understand --evaluate FILE.jsonl`: how well utterances with known moves and entities are understood.

use super::{CLEAN, COULD_NOT_RUN, Common};
use crate::diagnostic::nearest;
use crate::language::{EntityKind, Listener};
use crate::moves::Move;
use crate::wording::Wording;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// A line of the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    text: String,
    moves: Vec<String>,
    entities: Vec<Mentioned>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mentioned {
    kind: String,
    value: String,
}

/// What was found, found wrongly and missed.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    right: u32,
    wrong: u32,
    missed: u32,
}

#[derive(Debug, Serialize)]
struct Figures {
    precision: f64,
    recall: f64,
    f1: f64,
    /// How often it is there.
    support: u32,
}

impl Counts {
    fn figures(self) -> Figures {
        let share = |part: u32, whole: u32| if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) };
        Figures {
            precision: share(self.right, self.right + self.wrong),
            recall: share(self.right, self.right + self.missed),
            f1: share(2 * self.right, 2 * self.right + self.wrong + self.missed),
            support: self.right + self.missed,
        }
    }
}

#[derive(Debug, Serialize)]
struct Mistake {
    line: usize,
    text: String,
    /// Found, but not there.
    wrong: Vec<String>,
    /// There, but not found.
    missed: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Evaluation {
    utterances: usize,
    /// By the name of the move; those neither there nor found are left out.
    moves: BTreeMap<String, Figures>,
    micro: Figures,
    macro_f1: f64,
    entities: Figures,
    entities_by_kind: BTreeMap<String, Figures>,
    /// Utterances without moves, and how many of them were left without.
    without_moves: usize,
    left_without: usize,
    mistakes: Vec<Mistake>,
}

/// Evaluates a file; bad lines are all named and nothing is measured.
pub fn run(common: &Common, listener: &Listener, file: &Path) -> u8 {
    let words = Wording::new(common.language());
    let name = file.display().to_string();
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{}", words.with("evaluate-unreadable", &[("file", &name), ("why", &error.to_string())]));
            return COULD_NOT_RUN;
        }
    };
    let mut lines = Vec::new();
    let mut sound = true;
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match parsed(line, &words) {
            Ok(line) => lines.push((at + 1, line)),
            Err(why) => {
                sound = false;
                let place = format!("{name}:{}", at + 1);
                eprintln!("{}", words.with("evaluate-bad-line", &[("place", &place), ("why", &why)]));
            }
        }
    }
    if sound && lines.is_empty() {
        eprintln!("{}", words.with("evaluate-empty", &[("file", &name)]));
    }
    if !sound || lines.is_empty() {
        return COULD_NOT_RUN;
    }
    let evaluation = evaluate(listener, &lines);
    if common.json {
        println!("{}", serde_json::to_string_pretty(&evaluation).unwrap_or_else(|error| error.to_string()));
    } else {
        print!("{}", readable(&evaluation, &name, &words));
    }
    CLEAN
}

/// A line, or what is wrong with it and what to do.
fn parsed(line: &str, words: &Wording) -> Result<Line, String> {
    let line: Line =
        serde_json::from_str(line).map_err(|error| words.with("evaluate-no-json", &[("why", &error.to_string())]))?;
    let known = |name: &str, all: &[&str], key: &str| {
        if all.contains(&name) {
            return Ok(());
        }
        let nearest = nearest(name, all.iter().copied());
        Err(words.with(key, &[("name", name), ("nearest", nearest.as_deref().unwrap_or("-"))]))
    };
    let moves: Vec<&str> = Move::ALL.iter().map(|mv| mv.name()).collect();
    let kinds: Vec<&str> = EntityKind::ALL.iter().map(|kind| kind.name()).collect();
    for name in &line.moves {
        known(name, &moves, "evaluate-no-move")?;
    }
    for mentioned in &line.entities {
        known(&mentioned.kind, &kinds, "evaluate-no-kind")?;
    }
    Ok(line)
}

/// Counts what is in both lists, each as often as it is there; returns what is only in the first, and only in the second.
fn compare(
    found: &[String],
    there: &[String],
    mut count: impl FnMut(&str, fn(&mut Counts)),
) -> (Vec<String>, Vec<String>) {
    let mut left = there.to_vec();
    let mut wrong = Vec::new();
    for one in found {
        if let Some(at) = left.iter().position(|other| other == one) {
            left.remove(at);
            count(one, |counts| counts.right += 1);
        } else {
            count(one, |counts| counts.wrong += 1);
            wrong.push(one.clone());
        }
    }
    for one in &left {
        count(one, |counts| counts.missed += 1);
    }
    (wrong, left)
}

fn evaluate(listener: &Listener, lines: &[(usize, Line)]) -> Evaluation {
    let mut moves: BTreeMap<String, Counts> = BTreeMap::new();
    let mut kinds: BTreeMap<String, Counts> = BTreeMap::new();
    let (mut without_moves, mut left_without) = (0, 0);
    let mut mistakes = Vec::new();
    for (number, line) in lines {
        let understood = listener.understand(&line.text);
        let mut found: Vec<String> = understood.moves.iter().map(|found| found.mv.name().to_owned()).collect();
        found.sort();
        found.dedup();
        let mut there = line.moves.clone();
        there.sort();
        there.dedup();
        if there.is_empty() {
            without_moves += 1;
            left_without += usize::from(found.is_empty());
        }
        let (mut wrong, mut missed) =
            compare(&found, &there, |name, change| change(moves.entry(name.to_owned()).or_default()));
        let mentioned = |kind: &str, value: &str| format!("{kind}={value}");
        let found: Vec<String> =
            understood.entities.iter().map(|entity| mentioned(entity.kind.name(), &entity.value)).collect();
        let there: Vec<String> = line.entities.iter().map(|one| mentioned(&one.kind, &one.value)).collect();
        let (more_wrong, more_missed) = compare(&found, &there, |name, change| {
            let kind = name.split('=').next().unwrap_or(name);
            change(kinds.entry(kind.to_owned()).or_default());
        });
        wrong.extend(more_wrong);
        missed.extend(more_missed);
        if !(wrong.is_empty() && missed.is_empty()) {
            mistakes.push(Mistake { line: *number, text: line.text.clone(), wrong, missed });
        }
    }
    let sum = |counts: &BTreeMap<String, Counts>| {
        counts.values().fold(Counts::default(), |sum, one| Counts {
            right: sum.right + one.right,
            wrong: sum.wrong + one.wrong,
            missed: sum.missed + one.missed,
        })
    };
    let (micro, entities) = (sum(&moves).figures(), sum(&kinds).figures());
    let figures = |counts: BTreeMap<String, Counts>| -> BTreeMap<String, Figures> {
        counts.into_iter().map(|(name, counts)| (name, counts.figures())).collect()
    };
    let moves = figures(moves);
    let macro_f1 = moves.values().map(|figures| figures.f1).sum::<f64>() / (moves.len().max(1) as f64);
    Evaluation {
        utterances: lines.len(),
        moves,
        micro,
        macro_f1,
        entities,
        entities_by_kind: figures(kinds),
        without_moves,
        left_without,
        mistakes,
    }
}

fn readable(evaluation: &Evaluation, file: &str, words: &Wording) -> String {
    let row = |name: &str, figures: &Figures| {
        let Figures { precision, recall, f1, support } = figures;
        format!("{name:<24}{precision:>10.3}{recall:>10.3}{f1:>10.3}{support:>8}\n")
    };
    let heading = |key: &str| {
        let columns = ["evaluate-precision", "evaluate-recall", "evaluate-f1"].map(|key| words.text(key));
        let [precision, recall, f1] = columns;
        format!("{:<24}{precision:>10}{recall:>10}{f1:>10}{:>8}\n", words.text(key), words.text("evaluate-support"))
    };
    let mut out = words.with("evaluate-title", &[("file", file), ("count", &evaluation.utterances.to_string())]) + "\n";
    out += &heading("evaluate-moves");
    evaluation.moves.iter().for_each(|(name, figures)| out += &row(name, figures));
    out += &row(&words.text("evaluate-micro"), &evaluation.micro);
    out += &format!("{:<24}{:>30.3}\n", words.text("evaluate-macro"), evaluation.macro_f1);
    out += &heading("evaluate-entities");
    evaluation.entities_by_kind.iter().for_each(|(name, figures)| out += &row(name, figures));
    out += &row(&words.text("evaluate-micro"), &evaluation.entities);
    let (left, without) = (evaluation.left_without.to_string(), evaluation.without_moves.to_string());
    out += &(words.with("evaluate-without", &[("left", &left), ("count", &without)]) + "\n");
    out += &(words.with("evaluate-mistakes", &[("count", &evaluation.mistakes.len().to_string())]) + "\n");
    for mistake in &evaluation.mistakes {
        let signs = mistake.wrong.iter().map(|one| format!("+{one}"));
        let signs: Vec<String> = signs.chain(mistake.missed.iter().map(|one| format!("-{one}"))).collect();
        out += &format!("{file}:{}: {}\n    {}\n", mistake.line, mistake.text, signs.join(" "));
    }
    out
}
