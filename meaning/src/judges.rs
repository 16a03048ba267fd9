//! One linear judge for each label, trained from phrases and kept in a file.
//!
//! Support-vector machines with squared hinge loss by dual coordinate descent (Hsieh et al., 2008): no random order, no
//! transcendental functions, so the weights are the same bits on every machine.

use crate::network::nearest;
use crate::weights::Reader;
use crate::{Feature, Vector};

/// One judge for each label.
#[derive(Debug, Default)]
pub struct Judges {
    labels: usize,
    features: Vec<Feature>,
    /// `weights[feature * labels + label]`; the last row is the bias.
    weights: Vec<f32>,
}

/// A phrase and the labels it carries.
#[derive(Debug, Clone)]
pub struct Lesson {
    /// What it looks like.
    pub vector: Vector,
    /// The labels, counted from 0.
    pub labels: Vec<usize>,
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
        let rows = features.len() + 1;
        let length = |lesson: &Lesson| lesson.vector.iter().map(|(_, w)| w * w).sum::<f32>() + BIAS * BIAS;
        let lengths: Vec<f32> = lessons.iter().map(length).collect();
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
                    let next = (*dual - gradient / (lengths[at] + slack)).max(0.0);
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

impl Judges {
    /// All there is to keep, least significant byte first: number of labels, number of features, the features; then
    /// for each feature and the bias the width of a step and a signed step for each label.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        bytes.extend((self.labels as u32).to_le_bytes());
        bytes.extend((self.features.len() as u32).to_le_bytes());
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
        let (features, _) = reader.bytes(count.checked_mul(8)?)?.as_chunks::<8>();
        let features: Vec<Feature> = features.iter().map(|eight| Feature::from_le_bytes(*eight)).collect();
        let mut weights = Vec::with_capacity(labels.checked_mul(count + 1)?.min(bytes.len()));
        for _ in 0..=count {
            let step = reader.number()?;
            weights.extend(reader.bytes(labels)?.iter().map(|byte| f32::from(i8::from_le_bytes([*byte])) * step));
        }
        (reader.is_at_end() && features.is_sorted()).then_some(Judges { labels, features, weights })
    }

    /// How much each of the features speaks for a label, the strongest first. Features that were not learned are left out.
    pub fn explain(&self, vector: &Vector, label: usize) -> Vec<(Feature, f32)> {
        let mut spoke: Vec<(Feature, f32)> = vector
            .iter()
            .filter_map(|(feature, value)| {
                let row = self.features.binary_search(feature).ok()?;
                Some((*feature, value * self.weights.get(row * self.labels + label)?))
            })
            .collect();
        spoke.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
        spoke
    }
}

fn coprime(mut a: usize, mut b: usize) -> bool {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a <= 1
}
