//! `headset understand --train A.tsv --test B.tsv`: how well the machinery of pack intents tells labels it learns from a file.

use super::{CLEAN, COULD_NOT_RUN, Common};
use crate::language::{FewShot, Recogniser};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The label of what belongs to no other.
const OUT_OF_SCOPE: &str = "oos";

#[derive(Debug, Clone, clap::Args)]
#[group(skip)]
pub struct Order {
    #[arg(long, value_name = "FILE", requires = "test")]
    train: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "train")]
    test: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "test")]
    predictions: Option<PathBuf>,
}

impl Order {
    pub fn is_given(&self) -> bool {
        self.train.is_some()
    }
}

/// One line of a test: what it is, what is best, whether that was accepted.
struct Told {
    label: String,
    best: String,
    accepted: bool,
    score: f32,
    text: String,
}

pub fn run(common: &Common, order: &Order) -> u8 {
    let (Some(train), Some(test)) = (&order.train, &order.test) else { return COULD_NOT_RUN };
    let (train, test) = match (read(train), read(test)) {
        (Ok(train), Ok(test)) => (train, test),
        (Err(error), _) | (_, Err(error)) => {
            eprintln!("{error}");
            return COULD_NOT_RUN;
        }
    };
    let mut labels: BTreeMap<String, Vec<String>> = BTreeMap::new();
    train.into_iter().for_each(|(label, text)| labels.entry(label).or_default().push(text));
    let none = labels.remove(OUT_OF_SCOPE).unwrap_or_default();
    let (names, examples): (Vec<String>, Vec<Vec<String>>) = labels.into_iter().unzip();

    let recogniser = Recogniser::new(common.language());
    let start = Instant::now();
    let few_shot = FewShot::learn(&recogniser, &examples, &none);
    let learned = start.elapsed();
    let start = Instant::now();
    let told: Vec<Told> = test
        .into_iter()
        .filter_map(|(label, text)| {
            let chosen = few_shot.choose(&text)?;
            let best = names.get(chosen.label)?.clone();
            Some(Told { label, best, accepted: chosen.accepted, score: chosen.score, text })
        })
        .collect();
    let each = start.elapsed().as_micros() / told.len().max(1) as u128;
    if let Some(file) = &order.predictions {
        let mut lines = String::new();
        for one in &told {
            let found = if one.accepted { &one.best } else { OUT_OF_SCOPE };
            let _ = writeln!(lines, "{}\t{found}\t{:.4}\t{}", one.label, one.score, one.text);
        }
        if let Err(error) = std::fs::write(file, lines) {
            eprintln!("{}: {error}", file.display());
            return COULD_NOT_RUN;
        }
    }
    let known: Vec<&Told> = told.iter().filter(|one| one.label != OUT_OF_SCOPE).collect();
    let unknown: Vec<&Told> = told.iter().filter(|one| one.label == OUT_OF_SCOPE).collect();
    let share = |count: usize, all: usize| (all > 0).then(|| count as f64 / all as f64);
    let figures = [
        ("accuracy", share(known.iter().filter(|one| one.best == one.label).count(), known.len())),
        ("macro_f1", macro_f1(&known)),
        ("kept_correct", share(known.iter().filter(|one| one.accepted && one.best == one.label).count(), known.len())),
        ("out_of_scope_recall", share(unknown.iter().filter(|one| !one.accepted).count(), unknown.len())),
        ("auroc", auroc(&known, &unknown)),
        ("microseconds", Some(each as f64)),
        ("learned_in_ms", Some(learned.as_millis() as f64)),
    ];
    if common.json {
        let figures: serde_json::Map<String, serde_json::Value> =
            figures.iter().map(|(name, value)| ((*name).to_owned(), serde_json::json!(value))).collect();
        println!("{}", serde_json::Value::Object(figures));
    } else {
        for (name, value) in figures {
            match value {
                Some(value) if value > 1.0 => println!("{name:20} {value:.0}"),
                Some(value) => println!("{name:20} {value:.4}"),
                None => println!("{name:20} –"),
            }
        }
    }
    CLEAN
}

/// Lines `label<TAB>text`; empty ones are skipped.
fn read(file: &Path) -> Result<Vec<(String, String)>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            let (label, text) =
                line.split_once('\t').ok_or_else(|| format!("{}:{}: label<TAB>text", file.display(), number + 1))?;
            Ok((label.trim().to_owned(), text.trim().to_owned()))
        })
        .collect()
}

/// Mean F1 of the labels of the test, refusal aside.
fn macro_f1(known: &[&Told]) -> Option<f64> {
    let mut counts: BTreeMap<&str, (f64, f64, f64)> = BTreeMap::new();
    for one in known {
        if one.label == one.best {
            counts.entry(&one.label).or_default().0 += 1.0;
        } else {
            counts.entry(&one.best).or_default().1 += 1.0;
            counts.entry(&one.label).or_default().2 += 1.0;
        }
    }
    let f1: Vec<f64> = counts.values().map(|(hit, wrong, missed)| 2.0 * hit / (2.0 * hit + wrong + missed)).collect();
    (!f1.is_empty()).then(|| f1.iter().sum::<f64>() / f1.len() as f64)
}

/// How often an utterance in scope scores higher than one out of scope; equal scores count half.
fn auroc(known: &[&Told], unknown: &[&Told]) -> Option<f64> {
    if known.is_empty() || unknown.is_empty() {
        return None;
    }
    let mut scores: Vec<f32> = unknown.iter().map(|one| one.score).collect();
    scores.sort_by(f32::total_cmp);
    let beaten: usize = known
        .iter()
        .map(|one| {
            scores.partition_point(|score| *score < one.score) + scores.partition_point(|score| *score <= one.score)
        })
        .sum();
    Some(beaten as f64 / (2 * known.len() * unknown.len()) as f64)
}
