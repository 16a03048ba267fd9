//! Which of several targets a phrase belongs to, learned from some ten examples of each, or to none of them.
//!
//! Kernel ridge regression, one against the rest: two phrases are alike by their words and by their meaning; the
//! weight of every example comes out of one system of linear equations (Cholesky). What is left out in turn comes with the same
//! solution (Rasmussen and Williams, 2006, 5.4.2), so the score below which nothing is found is cross-validated.
//! Plain `f32` in a fixed order, `libm` for the exponential function.

use crate::{Feature, Meaning, Vector};

/// Share of the words in the likeness of two phrases; the rest is their meaning.
const BY_WORDS: f32 = 0.4;
/// How fast the kernel falls off with likeness.
const STEEP: f32 = 2.0;
/// How much an example may be misjudged.
const RIDGE: f32 = 0.1;
/// What the nearest example counts for beside all of them together.
const NEAREST: f32 = 0.5;
/// What is left of the likeness of two phrases when one says no and the other does not.
const NEGATION_DIFFERS: f32 = 0.85;
/// What is learned from has to fit into memory and a second.
const MOST_EXAMPLES: usize = 2_000;
/// So many of the examples, in thousandths, may be lost below the least score.
const LOST: usize = 60;
/// And so many to refusal of what belongs to no target, where nothing else tells it.
const REFUSED: usize = 80;
/// What the nearest example counts for there, of [`NEAREST`]: strangers often look like one example, seldom like all.
const CALM: f32 = 0.4;

/// A phrase and what it belongs to; `None` if to nothing, but looks like it.
#[derive(Debug, Clone)]
pub struct Example {
    /// Its words: of length one, or empty.
    pub words: Vector,
    /// Its meaning.
    pub meaning: Meaning,
    /// It says no.
    pub negated: bool,
    /// The target it belongs to, counted from 0.
    pub target: Option<usize>,
}

/// What was learned from examples.
#[derive(Debug, Default)]
pub struct Targets {
    examples: Vec<(Meaning, bool, Option<usize>)>,
    /// Which examples have a feature, in ascending order.
    index: Vec<(Feature, u32, f32)>,
    targets: usize,
    /// `weights[example * targets + target]`.
    weights: Vec<f32>,
    /// Share of each target among the examples.
    base: Vec<f32>,
    /// Few of the examples score lower.
    least: f32,
    /// Few of the examples belong less.
    least_belonging: f32,
}

/// What was found for one phrase.
#[derive(Debug, Clone)]
pub struct Weighed {
    /// About 0 for targets that have nothing to do with it, 1.5 for a phrase like the examples.
    pub scores: Vec<f32>,
    /// The part of the scores that all examples together have.
    together: Vec<f32>,
    /// How like each example it is, 0 to 1.
    pub likeness: Vec<f32>,
}

impl Weighed {
    /// The best target and its score; the first of equals.
    pub fn best(&self) -> Option<(usize, f32)> {
        let best = |kept: Option<(usize, f32)>, (at, score): (usize, &f32)| match kept {
            Some((_, most)) if *score <= most => kept,
            _ => Some((at, *score)),
        };
        self.scores.iter().enumerate().fold(None, best)
    }

    /// How surely it belongs to a target rather than to none; 0 without that target.
    pub fn belonging(&self, target: usize) -> f32 {
        let (Some(score), Some(together)) = (self.scores.get(target), self.together.get(target)) else { return 0.0 };
        together + CALM * (score - together)
    }
}

impl Targets {
    /// Learns from examples of targets 0 to `targets`, without order: the same set gives the same result.
    ///
    /// Of more than [`MOST_EXAMPLES`], each target keeps its share, taken evenly.
    pub fn learn(mut examples: Vec<Example>, targets: usize) -> Targets {
        if examples.len() > MOST_EXAMPLES {
            let share = (MOST_EXAMPLES / (targets + 1)).max(1);
            let mut counts = vec![0usize; targets + 1];
            let place = |example: &Example| example.target.unwrap_or(targets);
            examples.iter().for_each(|example| counts[place(example)] += 1);
            let mut seen = vec![0usize; targets + 1];
            examples.retain(|example| {
                let (all, at) = (counts[place(example)], seen[place(example)]);
                seen[place(example)] += 1;
                all <= share || (at + 1) * share / all > at * share / all
            });
        }
        let mut index: Vec<(Feature, u32, f32)> = examples
            .iter()
            .enumerate()
            .flat_map(|(at, example)| example.words.iter().map(move |(feature, weight)| (*feature, at as u32, *weight)))
            .collect();
        index.sort_unstable_by_key(|(feature, at, _)| (*feature, *at));
        let mut learned = Targets {
            examples: examples
                .iter()
                .map(|example| (example.meaning.clone(), example.negated, example.target))
                .collect(),
            index,
            targets,
            ..Targets::default()
        };
        let count = examples.len();
        if count == 0 {
            return learned;
        }
        let likeness: Vec<Vec<f32>> =
            examples.iter().map(|e| learned.likeness(&e.words, &e.meaning, e.negated)).collect();
        learned.base = vec![0.0; targets];
        for target in examples.iter().filter_map(|example| example.target) {
            learned.base[target] += 1.0 / count as f32;
        }
        let mut kernel: Vec<Vec<f32>> =
            likeness.iter().enumerate().map(|(at, row)| row[..=at].iter().map(|l| near(*l)).collect()).collect();
        kernel.iter_mut().enumerate().for_each(|(at, row)| row[at] += RIDGE);
        let inverse = inverse(kernel);
        learned.weights = vec![0.0; count * targets];
        let mut alone = vec![0.0; count * targets];
        let wanted = |example: usize, target: usize| f32::from(u8::from(examples[example].target == Some(target)));
        for at in 0..count {
            let own = &mut learned.weights[at * targets..(at + 1) * targets];
            for (other, example) in examples.iter().enumerate() {
                let share = if other <= at { inverse[at][other] } else { inverse[other][at] };
                for (weight, base) in own.iter_mut().zip(&learned.base) {
                    *weight -= share * base;
                }
                if let Some(target) = example.target {
                    own[target] += share;
                }
            }
            // The score of an example as if it had not been learned from.
            for target in 0..targets {
                alone[at * targets + target] = wanted(at, target) - own[target] / inverse[at][at];
            }
        }
        let scores =
            alone.chunks_exact(targets.max(1)).zip(&likeness).enumerate().filter_map(|(at, (scores, likeness))| {
                let without =
                    likeness.iter().enumerate().map(|(other, l)| if other == at { 0.0 } else { *l }).collect();
                let weighed = learned.weighed(scores.to_vec(), without);
                let (best, score) = weighed.best()?;
                (examples[at].target == Some(best)).then_some((score, weighed.belonging(best)))
            });
        let (mut right, mut belonging): (Vec<f32>, Vec<f32>) = scores.unzip();
        let lowest = |sorted: &mut Vec<f32>, lost: usize| {
            sorted.sort_by(f32::total_cmp);
            sorted.get(sorted.len() * lost / 1000).copied().unwrap_or(f32::MAX)
        };
        learned.least = lowest(&mut right, LOST);
        learned.least_belonging = lowest(&mut belonging, REFUSED);
        learned
    }

    /// How many examples were learned from.
    pub fn len(&self) -> usize {
        self.examples.len()
    }

    /// Whether there was nothing to learn from.
    pub fn is_empty(&self) -> bool {
        self.examples.is_empty()
    }

    /// The least belonging ([`Weighed::belonging`]) that is no refusal, where any phrase may come.
    pub fn least_belonging(&self) -> f32 {
        self.least_belonging
    }

    /// The least score that is no refusal: of the examples that were told right when they had not been learned from, few
    /// score lower.
    pub fn least(&self) -> f32 {
        self.least
    }

    fn likeness(&self, words: &Vector, meaning: &Meaning, negated: bool) -> Vec<f32> {
        let mut likeness: Vec<f32> =
            self.examples.iter().map(|(other, ..)| (1.0 - BY_WORDS) * meaning.likeness(other)).collect();
        for (feature, weight) in words {
            let start = self.index.partition_point(|(other, ..)| other < feature);
            for (_, example, other) in self.index[start..].iter().take_while(|(other, ..)| other == feature) {
                likeness[*example as usize] += BY_WORDS * weight * other;
            }
        }
        for ((_, other, _), likeness) in self.examples.iter().zip(&mut likeness) {
            if *other != negated {
                *likeness *= NEGATION_DIFFERS;
            }
        }
        likeness
    }

    /// How like its nearest example of a target a phrase is, 0 to 1.
    pub fn nearest(&self, weighed: &Weighed, target: usize) -> f32 {
        let own = self.examples.iter().zip(&weighed.likeness).filter(|((.., of), _)| *of == Some(target));
        own.fold(0.0, |most, (_, likeness)| most.max(*likeness))
    }

    /// Adds what the nearest example of each target counts for.
    fn weighed(&self, mut scores: Vec<f32>, likeness: Vec<f32>) -> Weighed {
        let together = scores.clone();
        let mut nearest = vec![0.0f32; self.targets];
        for ((.., target), likeness) in self.examples.iter().zip(&likeness) {
            if let Some(target) = target {
                nearest[*target] = nearest[*target].max(*likeness);
            }
        }
        scores.iter_mut().zip(&nearest).for_each(|(score, nearest)| *score += NEAREST * nearest);
        Weighed { scores, together, likeness }
    }

    /// How much a phrase belongs to each target.
    pub fn weigh(&self, words: &Vector, meaning: &Meaning, negated: bool) -> Weighed {
        let likeness = self.likeness(words, meaning, negated);
        let mut scores = self.base.clone();
        for (likeness, weights) in likeness.iter().zip(self.weights.chunks_exact(self.targets.max(1))) {
            let near = near(*likeness);
            scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += near * weight);
        }
        self.weighed(scores, likeness)
    }

    /// How much each example, by its place, spoke for a target (or against it, below 0), the strongest first.
    pub fn explain(&self, weighed: &Weighed, target: usize) -> Vec<(usize, f32)> {
        let mut spoke: Vec<(usize, f32)> = weighed
            .likeness
            .iter()
            .zip(self.weights.chunks_exact(self.targets.max(1)))
            .enumerate()
            .filter_map(|(at, (likeness, weights))| Some((at, near(*likeness) * weights.get(target)?)))
            .collect();
        spoke.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
        spoke
    }
}

fn near(likeness: f32) -> f32 {
    libm::expf(STEEP * (likeness - 1.0))
}

/// Products summed in eight strands: a fixed order that can be done eight at a time.
pub(crate) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut strands = [0.0f32; 8];
    let (a, a_rest) = a.as_chunks::<8>();
    let (b, b_rest) = b.as_chunks::<8>();
    for (a, b) in a.iter().zip(b) {
        for at in 0..8 {
            strands[at] += a[at] * b[at];
        }
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    strands.iter().sum::<f32>() + rest
}

/// Lower half of the inverse of a symmetric, positive definite matrix given by its lower half.
fn inverse(mut lower: Vec<Vec<f32>>) -> Vec<Vec<f32>> {
    let count = lower.len();
    for at in 0..count {
        let (above, rest) = lower.split_at_mut(at);
        let row = &mut rest[0];
        for (column, other) in above.iter().enumerate() {
            row[column] = (row[column] - dot(&row[..column], &other[..column])) / other[column];
        }
        // The ridge keeps this above zero but for rounding.
        row[at] = (row[at] - dot(&row[..at], &row[..at])).max(f32::MIN_POSITIVE).sqrt();
    }
    // Columns of the inverse of the triangle, from the diagonal down.
    let columns: Vec<Vec<f32>> = (0..count)
        .map(|start| {
            let mut column = vec![1.0 / lower[start][start]];
            for at in start + 1..count {
                let sum = dot(&lower[at][start..at], &column);
                column.push(-sum / lower[at][at]);
            }
            column
        })
        .collect();
    (0..count)
        .map(|row| (0..=row).map(|column| dot(&columns[row], &columns[column][row - column..])).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Encoder;

    #[test]
    fn an_inverse_undoes() {
        let full = [[4.0f32, 2.0, 0.6], [2.0, 5.0, 1.0], [0.6, 1.0, 3.0]];
        let inverse = inverse(full.iter().enumerate().map(|(at, row)| row[..=at].to_vec()).collect());
        let entry = |row: usize, column: usize| inverse[row.max(column)][row.min(column)];
        for (at, row) in full.iter().enumerate() {
            for other in 0..full.len() {
                let product: f32 = row.iter().enumerate().map(|(column, value)| value * entry(column, other)).sum();
                assert!((product - f32::from(u8::from(at == other))).abs() < 1e-5);
            }
        }
    }

    #[test]
    fn paraphrases_are_told_by_their_meaning_alone() {
        let encoder = Encoder::new();
        let phrases = [
            ("je vous rembourse la somme", Some(0)),
            ("l'argent vous sera rendu", Some(0)),
            ("i will refund the money", Some(0)),
            ("un technicien passera chez vous", Some(1)),
            ("we will send an engineer to your home", Some(1)),
            ("bonjour madame", None),
            ("good morning", None),
        ];
        let examples = phrases.map(|(phrase, target)| Example {
            words: Vec::new(),
            meaning: encoder.meaning(phrase),
            negated: false,
            target,
        });
        let learned = Targets::learn(examples.to_vec(), 2);
        let weigh = |phrase: &str| learned.weigh(&Vec::new(), &encoder.meaning(phrase), false);
        assert_eq!(weigh("you get your cash back").best().map(|best| best.0), Some(0));
        let told = weigh("quelqu'un viendra réparer à votre domicile");
        assert_eq!(told.best().map(|best| best.0), Some(1));
        assert!(learned.explain(&told, 1)[0].0 == 3 || learned.explain(&told, 1)[0].0 == 4);
        assert!(weigh("bonsoir").best().is_some_and(|best| best.1 < told.scores[1]));
    }
}
