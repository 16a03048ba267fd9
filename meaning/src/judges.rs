//! One linear judge for each label, trained from phrases and kept in a file.
//!
//! Support-vector machines with squared hinge loss by dual coordinate descent (Hsieh et al., 2008): no random order, no
//! transcendental functions, so the weights are the same bits on every machine.

use crate::axes::{Axes, DENSE};
use crate::network::nearest;
use crate::targets::dot;
use crate::weights::Reader;
use crate::{Feature, Meaning, Vector};

/// One judge for each label.
#[derive(Debug, Default)]
pub struct Judges {
    labels: usize,
    axes: Axes,
    features: Vec<Feature>,
    /// `weights[row * labels + label]`: a row for each feature, then for each number of a meaning; the last is the bias.
    weights: Vec<f32>,
}

/// A phrase and the labels it carries.
#[derive(Debug, Clone)]
pub struct Lesson {
    /// What it looks like.
    pub vector: Vector,
    /// What it means.
    pub meaning: Meaning,
    /// The labels, counted from 0.
    pub labels: Vec<usize>,
}

/// A phrase as the judges see it: rows of its features, and the numbers of its meaning.
struct Seen {
    rows: Vec<(u32, f32)>,
    dense: Vec<f32>,
}

const ROUNDS: usize = 6;
const BIAS: f32 = 0.4;
/// Weights of a feature are kept in so many steps to either side.
const STEPS: f32 = 127.0;
/// 1 / 2C: how much a phrase may be misjudged; phrases that carry the label weigh more, for they are fewer.
const SLACK_WITH: f32 = 0.3;
const SLACK_WITHOUT: f32 = 0.35;

impl Judges {
    /// Judges that tell the labels of these phrases.
    pub fn train(lessons: &[Lesson], labels: usize) -> Judges {
        let mut features: Vec<Feature> = lessons.iter().flat_map(|l| l.vector.iter().map(|(f, _)| *f)).collect();
        features.sort_unstable();
        // What was seen once can only be learned by heart; leaving it out halves the work.
        features = features.chunk_by(|a, b| a == b).filter(|same| same.len() > 1).map(|same| same[0]).collect();
        let meanings: Vec<Meaning> = lessons.iter().map(|lesson| lesson.meaning.clone()).collect();
        let rows = features.len() + DENSE + 1;
        let axes = Axes::learn(&meanings);
        let mut judges = Judges { labels, axes, features, weights: vec![0.0; rows * labels] };
        let seen: Vec<Seen> = lessons.iter().map(|l| judges.seen(&l.vector, &l.meaning)).collect();
        let length = |lesson: &Lesson, seen: &Seen| {
            let words = lesson.vector.iter().map(|(_, w)| w * w).sum::<f32>();
            words + dot(&seen.dense, &seen.dense) + BIAS * BIAS
        };
        let lengths: Vec<f32> = lessons.iter().zip(&seen).map(|(lesson, seen)| length(lesson, seen)).collect();
        let mut duals = vec![0.0f32; lessons.len() * labels];
        let mut scores = vec![0.0f32; labels];
        let mut steps = vec![0.0f32; labels];
        // Neighbours in the file are alike: a stride near the golden section visits them far apart, whatever their number.
        let stride = (lessons.len() * 618 / 1000..).find(|s| coprime(*s, lessons.len())).unwrap_or(1);
        for round in 0..ROUNDS {
            for step in 0..lessons.len() {
                let at = (step * stride + round * 31) % lessons.len();
                judges.add_scores(&seen[at], &mut scores);
                steps.fill(0.0);
                for label in 0..labels {
                    let with = lessons[at].labels.contains(&label);
                    let (sign, slack) = if with { (1.0, SLACK_WITH) } else { (-1.0, SLACK_WITHOUT) };
                    let dual = &mut duals[at * labels + label];
                    let gradient = sign * scores[label] - 1.0 + *dual * slack;
                    if *dual == 0.0 && gradient >= 0.0 {
                        continue;
                    }
                    let next = (*dual - gradient / (lengths[at] + slack)).max(0.0);
                    steps[label] = (next - *dual) * sign;
                    *dual = next;
                }
                judges.learn(&seen[at], &steps);
            }
        }
        judges
    }

    fn seen(&self, vector: &Vector, meaning: &Meaning) -> Seen {
        let row = |(feature, value): &(Feature, f32)| Some((self.features.binary_search(feature).ok()? as u32, *value));
        let rows = vector.iter().filter_map(row).chain([((self.features.len() + DENSE) as u32, BIAS)]).collect();
        Seen { rows, dense: self.axes.seen(meaning) }
    }

    fn learn(&mut self, seen: &Seen, steps: &[f32]) {
        let labels = self.labels;
        let add = |weights: &mut [f32], value: f32| {
            weights.iter_mut().zip(steps).for_each(|(weight, step)| *weight += step * value);
        };
        for &(row, value) in &seen.rows {
            add(&mut self.weights[row as usize * labels..(row as usize + 1) * labels], value);
        }
        let dense = &mut self.weights[self.features.len() * labels..];
        dense.chunks_exact_mut(labels).zip(&seen.dense).for_each(|(weights, value)| add(weights, *value));
    }

    fn add_scores(&self, seen: &Seen, scores: &mut [f32]) {
        scores.fill(0.0);
        let labels = self.labels;
        let mut add = |weights: &[f32], value: f32| {
            scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += weight * value);
        };
        for &(row, value) in &seen.rows {
            add(&self.weights[row as usize * labels..(row as usize + 1) * labels], value);
        }
        let dense = &self.weights[self.features.len() * labels..];
        dense.chunks_exact(labels.max(1)).zip(&seen.dense).for_each(|(weights, value)| add(weights, *value));
    }

    /// One score for each label: above 0 rather with it, about 1 like the phrases that carry it.
    pub fn scores(&self, vector: &Vector, meaning: &Meaning) -> Vec<f32> {
        let mut scores = vec![0.0; self.labels];
        if self.labels > 0 {
            self.add_scores(&self.seen(vector, meaning), &mut scores);
        }
        scores
    }
}

impl Judges {
    /// All there is to keep, least significant byte first: number of labels, number of features, the axes, the features;
    /// then for each row the width of a step and a signed step for each label.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        bytes.extend((self.labels as u32).to_le_bytes());
        bytes.extend((self.features.len() as u32).to_le_bytes());
        bytes.extend(self.axes.to_bytes());
        self.features.iter().for_each(|feature| bytes.extend(feature.to_le_bytes()));
        for row in self.weights.chunks_exact(self.labels) {
            let step = row.iter().fold(0.0f32, |widest, weight| widest.max(weight.abs())) / STEPS;
            bytes.extend(step.to_le_bytes());
            bytes.extend(
                row.iter().map(|weight| if step > 0.0 { nearest(weight / step) as i8 } else { 0 }.to_le_bytes()[0]),
            );
        }
        bytes
    }

    /// From what [`Judges::to_bytes`] gave; `None` when it is anything else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Judges> {
        let mut reader = Reader::new(bytes);
        let (labels, count) = (reader.length()?, reader.length()?);
        let axes = Axes::read(&mut reader)?;
        let (features, _) = reader.bytes(count.checked_mul(8)?)?.as_chunks::<8>();
        let features: Vec<Feature> = features.iter().map(|eight| Feature::from_le_bytes(*eight)).collect();
        let mut weights = Vec::with_capacity(labels.checked_mul(count + DENSE + 1)?.min(bytes.len()));
        for _ in 0..=count + DENSE {
            let step = reader.number()?;
            weights.extend(reader.bytes(labels)?.iter().map(|byte| f32::from(i8::from_le_bytes([*byte])) * step));
        }
        (reader.is_at_end() && features.is_sorted()).then_some(Judges { labels, axes, features, weights })
    }
}

fn coprime(mut a: usize, mut b: usize) -> bool {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a <= 1
}
