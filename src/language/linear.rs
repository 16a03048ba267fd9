//! One linear judge for each move, trained from the example phrases when the program starts.
//!
//! Support-vector machines with squared hinge loss by dual coordinate descent (Hsieh et al., 2008): no random order, no
//! transcendental functions, so the weights are the same bits on every machine.

use super::features::{Feature, Vector};

/// One judge for each label.
#[derive(Debug)]
pub(super) struct Judges {
    labels: usize,
    features: Vec<Feature>,
    /// `weights[feature * labels + label]`; the last row is the bias.
    weights: Vec<f32>,
}

/// A phrase and the labels it carries.
pub(super) struct Lesson {
    pub vector: Vector,
    pub labels: Vec<usize>,
}

const ROUNDS: usize = 6;
const BIAS: f32 = 0.4;
/// 1 / 2C: how much a phrase may be misjudged; phrases that carry the label weigh more, for they are fewer.
const SLACK_WITH: f32 = 0.3;
const SLACK_WITHOUT: f32 = 0.35;

impl Judges {
    pub fn train(lessons: &[Lesson], labels: usize) -> Judges {
        let mut features: Vec<Feature> = lessons.iter().flat_map(|l| l.vector.iter().map(|(f, _)| *f)).collect();
        features.sort_unstable();
        // What was seen once can only be learned by heart; leaving it out halves the work.
        features = features.chunk_by(|a, b| a == b).filter(|same| same.len() > 1).map(|same| same[0]).collect();
        let rows = features.len() + 1;
        let mut judges = Judges { labels, features, weights: vec![0.0; rows * labels] };
        let indexed: Vec<Vec<(usize, f32)>> = lessons.iter().map(|l| judges.rows(&l.vector)).collect();
        let mut duals = vec![0.0f32; lessons.len() * labels];
        let mut scores = vec![0.0f32; labels];
        let mut steps: Vec<(usize, f32)> = Vec::new();
        // Neighbours in the file are alike: a stride near the golden section visits them far apart, whatever their number.
        let stride = (lessons.len() * 618 / 1000..).find(|s| coprime(*s, lessons.len())).unwrap_or(1);
        for round in 0..ROUNDS {
            for step in 0..lessons.len() {
                let at = (step * stride + round * 31) % lessons.len();
                judges.add_scores(&indexed[at], &mut scores);
                steps.clear();
                for label in 0..labels {
                    let with = lessons[at].labels.contains(&label);
                    let (sign, slack) = if with { (1.0, SLACK_WITH) } else { (-1.0, SLACK_WITHOUT) };
                    let dual = &mut duals[at * labels + label];
                    let gradient = sign * scores[label] - 1.0 + *dual * slack;
                    if *dual == 0.0 && gradient >= 0.0 {
                        continue;
                    }
                    let next = (*dual - gradient / (1.0 + BIAS * BIAS + slack)).max(0.0);
                    steps.push((label, (next - *dual) * sign));
                    *dual = next;
                }
                for &(row, value) in &indexed[at] {
                    for &(label, step) in &steps {
                        judges.weights[row * labels + label] += step * value;
                    }
                }
            }
        }
        judges
    }

    fn rows(&self, vector: &Vector) -> Vec<(usize, f32)> {
        vector
            .iter()
            .filter_map(|(feature, value)| Some((self.features.binary_search(feature).ok()?, *value)))
            .chain([(self.features.len(), BIAS)])
            .collect()
    }

    fn add_scores(&self, rows: &[(usize, f32)], scores: &mut [f32]) {
        scores.fill(0.0);
        for &(row, value) in rows {
            let weights = &self.weights[row * self.labels..(row + 1) * self.labels];
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += weight * value;
            }
        }
    }

    /// One score for each label: above 0 rather with it, about 1 like the phrases that carry it.
    pub fn scores(&self, vector: &Vector) -> Vec<f32> {
        let mut scores = vec![0.0; self.labels];
        self.add_scores(&self.rows(vector), &mut scores);
        scores
    }
}

fn coprime(mut a: usize, mut b: usize) -> bool {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a <= 1
}
