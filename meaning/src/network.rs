//! From pieces to a meaning: a vector for each piece, three branches that look at pairs, triples and fives of neighbours,
//! the sum over all, and a small dense net.
//!
//! Weights have the 8 bits they were published with, what goes into a matrix is rounded to 13 bits: the sum of 1 280
//! products stays within 32 bits, so it is exact.

use crate::DIMENSIONS;
use crate::weights::Reader;
use std::ops::Range;
use wide::{i16x8, i32x4};

/// Whole numbers that are multiplied at once.
const EIGHT: usize = 8;

const BRANCH: usize = 256;
/// Neighbours a branch looks at, and how many of them come before.
const BRANCHES: [(usize, usize); 3] = [(2, 0), (3, 1), (5, 2)];
/// Zeros around each phrase, so that no branch looks into the next one.
const AROUND: usize = 2;
const FEATURES: usize = DIMENSIONS + BRANCHES.len() * BRANCH;
/// What goes into a matrix is rounded to steps between minus and plus this.
const STEPS: f32 = 4095.0;
/// Bytes of a row of the token table.
const PACKED: usize = DIMENSIONS / 4 * 3;

/// The nearest whole number, halves to even, of a number well below 2^22.
pub(crate) fn nearest(value: f32) -> i32 {
    const SHIFT: f32 = 12_582_912.0; // 1.5 · 2^23
    ((value + SHIFT) - SHIFT) as i32
}

pub(crate) fn dot(a: &[i16], b: &[i16]) -> i32 {
    a.iter().zip(b).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum()
}

/// Products of two rows with four inputs, so that what is read from memory is used more than once.
fn products(rows: [&[i16x8]; 2], inputs: [&[i16x8]; 4]) -> [[i32; 4]; 2] {
    let length = rows[0].len();
    let [x, y] = rows.map(|row| &row[..length]);
    let [a, b, c, d] = inputs.map(|input| &input[..length]);
    let mut sums = [i32x4::ZERO; 8];
    for at in 0..length {
        let (x, y) = (x[at], y[at]);
        for (place, input) in [a[at], b[at], c[at], d[at]].into_iter().enumerate() {
            sums[place] += input.dot(x);
            sums[place + 4] += input.dot(y);
        }
    }
    let total = |at: usize| sums[at].to_array().iter().sum();
    [[total(0), total(1), total(2), total(3)], [total(4), total(5), total(6), total(7)]]
}

/// Numbers rounded to steps of one scale.
struct Rounded {
    steps: Vec<i16x8>,
    scale: f32,
}

impl Rounded {
    fn of(values: &[f32]) -> Rounded {
        let widest = values.iter().fold(0.0f32, |widest, value| widest.max(value.abs()));
        if !(widest > 0.0 && widest.is_finite()) {
            return Rounded { steps: vec![i16x8::ZERO; values.len() / EIGHT], scale: 0.0 };
        }
        let up = STEPS / widest;
        let (eights, _) = values.as_chunks::<EIGHT>();
        let steps = eights.iter().map(|eight| i16x8::new(eight.map(|value| nearest(value * up) as i16))).collect();
        Rounded { steps, scale: widest / STEPS }
    }
}

#[derive(Debug)]
struct Matrix {
    outputs: usize,
    inputs: usize,
    scale: f32,
    rows: Vec<i16x8>,
}

impl Matrix {
    fn read(reader: &mut Reader, inputs: usize, outputs: usize) -> Option<Matrix> {
        (reader.length()? == outputs && reader.length()? == inputs).then_some(())?;
        let zero = reader.whole()?;
        let scale = reader.number()?;
        (0..=255).contains(&zero).then_some(())?;
        let (eights, _) = reader.bytes(inputs * outputs)?.as_chunks::<EIGHT>();
        let rows = eights.iter().map(|eight| i16x8::new(eight.map(|step| i16::from(step) - zero as i16))).collect();
        Some(Matrix { outputs, inputs, scale, rows })
    }

    /// One row of results for each input.
    fn times(&self, inputs: &[(&[i16x8], f32)]) -> Vec<f32> {
        let mut results = vec![0.0; inputs.len() * self.outputs];
        let length = self.inputs / EIGHT;
        for (pair, rows) in self.rows.chunks_exact(2 * length).enumerate() {
            for (block, four) in inputs.chunks(4).enumerate() {
                let at = |place: usize| four.get(place).unwrap_or(&four[0]).0;
                let sums = products([&rows[..length], &rows[length..]], [at(0), at(1), at(2), at(3)]);
                for (row, sums) in sums.iter().enumerate() {
                    for (place, ((_, scale), sum)) in four.iter().zip(sums).enumerate() {
                        results[(block * 4 + place) * self.outputs + pair * 2 + row] =
                            *sum as f32 * (self.scale * scale);
                    }
                }
            }
        }
        results
    }

    /// Rows of one length in, rows of another out.
    fn apply(&self, rows: &[f32]) -> Vec<f32> {
        let rounded: Vec<Rounded> = rows.chunks_exact(self.inputs).map(Rounded::of).collect();
        self.times(&rounded.iter().map(|r| (r.steps.as_slice(), r.scale)).collect::<Vec<_>>())
    }
}

#[derive(Debug)]
struct Branch {
    first: Matrix,
    first_bias: Vec<f32>,
    second: Matrix,
    second_bias: Vec<f32>,
}

#[derive(Debug)]
pub(crate) struct Network {
    blocks: &'static [u8],
    scales: Vec<f32>,
    least: Vec<f32>,
    table: &'static [u8],
    projections: Vec<(Matrix, Vec<f32>)>,
    projected: (Vec<f32>, Vec<f32>),
    branches: Vec<Branch>,
    all: (Vec<f32>, Vec<f32>),
    summed: Matrix,
    summed_bias: Vec<f32>,
    dense: [Matrix; 6],
    epsilon: f32,
}

/// Brings a row to mean 0 and variance 1, then to a learned mean and width.
fn level(row: &mut [f32], (gain, bias): &(Vec<f32>, Vec<f32>), epsilon: f32) {
    let count = row.len() as f32;
    let mean = row.iter().sum::<f32>() / count;
    row.iter_mut().for_each(|value| *value -= mean);
    let variance = row.iter().map(|value| value * value).sum::<f32>() / count;
    let up = 1.0 / (variance + epsilon).sqrt();
    for ((value, gain), bias) in row.iter_mut().zip(gain).zip(bias) {
        *value = *value * up * gain + bias;
    }
}

fn positive(values: &mut [f32]) {
    values.iter_mut().for_each(|value| *value = value.max(0.0));
}

fn add(values: &mut [f32], more: &[f32]) {
    values.iter_mut().zip(more).for_each(|(value, more)| *value += more);
}

impl Network {
    pub fn read(reader: &mut Reader<'static>, rows: usize) -> Option<Network> {
        let blocks = reader.bytes(rows)?;
        let (scales, least) = (reader.list()?, reader.list()?);
        let known = blocks.iter().all(|block| usize::from(*block) < scales.len().min(least.len()));
        let table = reader.bytes(rows * PACKED)?;
        let mut projections = Vec::new();
        let mut projected = (Vec::new(), Vec::new());
        let mut branches = Vec::new();
        for (neighbours, _) in BRANCHES {
            projections.push((Matrix::read(reader, DIMENSIONS, BRANCH)?, reader.list()?));
            projected.0.extend(reader.list()?);
            projected.1.extend(reader.list()?);
            branches.push(Branch {
                first: Matrix::read(reader, neighbours * BRANCH, BRANCH)?,
                first_bias: reader.list()?,
                second: Matrix::read(reader, neighbours * BRANCH, BRANCH)?,
                second_bias: reader.list()?,
            });
        }
        let all = (reader.list()?, reader.list()?);
        let summed = Matrix::read(reader, FEATURES, DIMENSIONS)?;
        let summed_bias = reader.list()?;
        let dense = [
            Matrix::read(reader, DIMENSIONS, 320)?,
            Matrix::read(reader, 320, 320)?,
            Matrix::read(reader, DIMENSIONS, 320)?,
            Matrix::read(reader, 320, DIMENSIONS)?,
            Matrix::read(reader, 320, DIMENSIONS)?,
            Matrix::read(reader, DIMENSIONS, DIMENSIONS)?,
        ];
        let epsilon = *reader.list()?.first()?;
        let fit = known
            && projected.0.len() == BRANCHES.len() * BRANCH
            && projected.1.len() == BRANCHES.len() * BRANCH
            && all.0.len() == FEATURES
            && all.1.len() == FEATURES
            && summed_bias.len() == DIMENSIONS
            && projections.iter().all(|(_, bias)| bias.len() == BRANCH)
            && branches.iter().all(|b| b.first_bias.len() == BRANCH && b.second_bias.len() == BRANCH);
        let network = Network {
            blocks,
            scales,
            least,
            table,
            projections,
            projected,
            branches,
            all,
            summed,
            summed_bias,
            dense,
            epsilon,
        };
        fit.then_some(network)
    }

    fn token(&self, id: u32, into: &mut [f32]) {
        let id = id as usize;
        let block = usize::from(self.blocks[id]);
        let (scale, least) = (self.scales[block], self.least[block]);
        let packed = &self.table[id * PACKED..(id + 1) * PACKED];
        for (three, four) in packed.chunks_exact(3).zip(into.chunks_exact_mut(4)) {
            let word = u32::from(three[0]) | u32::from(three[1]) << 8 | u32::from(three[2]) << 16;
            for (place, value) in four.iter_mut().enumerate() {
                *value = (word >> (6 * place) & 63) as f32 * scale + least;
            }
        }
    }

    /// [`FEATURES`] numbers for each piece of all phrases, one phrase behind the other.
    fn features(&self, phrases: &[Vec<u32>]) -> Vec<f32> {
        let count: usize = phrases.iter().map(Vec::len).sum();
        let mut tokens = vec![0.0; count * DIMENSIONS];
        for (id, row) in phrases.iter().flatten().zip(tokens.chunks_exact_mut(DIMENSIONS)) {
            self.token(*id, row);
        }
        let width = BRANCHES.len() * BRANCH;
        let mut projected = vec![0.0; count * width];
        let rounded: Vec<Rounded> = tokens.chunks_exact(DIMENSIONS).map(Rounded::of).collect();
        let inputs: Vec<(&[i16x8], f32)> = rounded.iter().map(|r| (r.steps.as_slice(), r.scale)).collect();
        for (number, (matrix, bias)) in self.projections.iter().enumerate() {
            for (result, row) in matrix.times(&inputs).chunks_exact_mut(BRANCH).zip(projected.chunks_exact_mut(width)) {
                add(result, bias);
                row[number * BRANCH..(number + 1) * BRANCH].copy_from_slice(result);
            }
        }
        projected.chunks_exact_mut(width).for_each(|row| level(row, &self.projected, self.epsilon));

        let mut features = vec![0.0; count * FEATURES];
        for (row, token) in features.chunks_exact_mut(FEATURES).zip(tokens.chunks_exact(DIMENSIONS)) {
            row[..DIMENSIONS].copy_from_slice(token);
        }
        for (number, (branch, (neighbours, before))) in self.branches.iter().zip(BRANCHES).enumerate() {
            let mut rows = Vec::with_capacity(count * BRANCH);
            projected.chunks_exact(width).for_each(|row| rows.extend(&row[number * BRANCH..(number + 1) * BRANCH]));
            for (matrix, bias) in [(&branch.first, &branch.first_bias), (&branch.second, &branch.second_bias)] {
                let around = spaced(&rows, phrases);
                let inputs: Vec<(&[i16x8], f32)> = windows(&around, phrases, neighbours, before).collect();
                for (result, row) in matrix.times(&inputs).chunks_exact_mut(BRANCH).zip(rows.chunks_exact_mut(BRANCH)) {
                    add(result, bias);
                    positive(result);
                    add(row, result);
                }
            }
            let place = DIMENSIONS + number * BRANCH;
            for (row, result) in features.chunks_exact_mut(FEATURES).zip(rows.chunks_exact(BRANCH)) {
                row[place..place + BRANCH].copy_from_slice(result);
            }
        }
        features.chunks_exact_mut(FEATURES).for_each(|row| level(row, &self.all, self.epsilon));
        features
    }

    /// What each run of phrases means: vectors of length one.
    pub fn meanings(&self, phrases: &[Vec<u32>], runs: &[Range<usize>]) -> Vec<Vec<f32>> {
        let features = self.features(phrases);
        let rows: Vec<&[f32]> = features.chunks_exact(FEATURES).collect();
        // Of each phrase: the mark before, what is between, the mark behind.
        let mut start = 0;
        let parts: Vec<[Vec<f32>; 3]> = phrases
            .iter()
            .map(|phrase| {
                let own = &rows[start..start + phrase.len()];
                start += phrase.len();
                let inner = own.len().saturating_sub(1).max(1);
                [
                    sum(&own[..1.min(own.len())]),
                    sum(own.get(1..inner).unwrap_or_default()),
                    sum(&own[inner.min(own.len())..]),
                ]
            })
            .collect();
        let mut counts = Vec::with_capacity(runs.len());
        let mut sums = Vec::with_capacity(runs.len() * FEATURES);
        for run in runs {
            let within = parts.get(run.clone()).unwrap_or_default();
            let mut total = vec![0.0; FEATURES];
            within.first().into_iter().for_each(|[before, ..]| add(&mut total, before));
            within.iter().for_each(|[_, between, _]| add(&mut total, between));
            within.last().into_iter().for_each(|[.., behind]| add(&mut total, behind));
            sums.extend(total);
            let inner: usize =
                phrases.get(run.clone()).unwrap_or_default().iter().map(|p| p.len().saturating_sub(2)).sum();
            counts.push((inner + 2) as f32);
        }
        let mut summed = self.summed.apply(&sums);
        for (row, count) in summed.chunks_exact_mut(DIMENSIONS).zip(&counts) {
            let up = 1.0 / count.sqrt();
            for (value, bias) in row.iter_mut().zip(&self.summed_bias) {
                *value = (*value + count * bias) * up;
            }
        }
        let [d0, d1, p1, d2, p3, d3] = &self.dense;
        let mut first = d0.apply(&summed);
        positive(&mut first);
        let mut second = p1.apply(&summed);
        add(&mut second, &d1.apply(&first));
        positive(&mut second);
        let mut third = d2.apply(&second);
        positive(&mut third);
        let mut last = p3.apply(&second);
        add(&mut last, &d3.apply(&third));
        last.chunks_exact(DIMENSIONS).map(|row| unit(row, self.epsilon)).collect()
    }
}

fn unit(row: &[f32], epsilon: f32) -> Vec<f32> {
    let bent: Vec<f32> = row.iter().map(|value| libm::tanhf(*value)).collect();
    let length = bent.iter().map(|value| value * value).sum::<f32>().max(epsilon).sqrt();
    bent.iter().map(|value| value / length).collect()
}

fn sum(rows: &[&[f32]]) -> Vec<f32> {
    let mut total = vec![0.0; FEATURES];
    rows.iter().for_each(|row| add(&mut total, row));
    total
}

/// The rows of a branch with zeros around each phrase, rounded with one scale a phrase.
fn spaced(rows: &[f32], phrases: &[Vec<u32>]) -> Vec<Rounded> {
    let mut start = 0;
    phrases
        .iter()
        .map(|phrase| {
            let own = &rows[start..start + phrase.len() * BRANCH];
            start += own.len();
            let mut spaced = vec![0.0; (phrase.len() + 2 * AROUND) * BRANCH];
            spaced[AROUND * BRANCH..AROUND * BRANCH + own.len()].copy_from_slice(own);
            Rounded::of(&spaced)
        })
        .collect()
}

/// What the branch looks at from each piece: neighbours lie behind one another, so it is one stretch of numbers.
fn windows<'a>(
    around: &'a [Rounded],
    phrases: &'a [Vec<u32>],
    neighbours: usize,
    before: usize,
) -> impl Iterator<Item = (&'a [i16x8], f32)> {
    around.iter().zip(phrases).flat_map(move |(rounded, phrase)| {
        (0..phrase.len()).map(move |piece| {
            let start = (AROUND + piece - before) * BRANCH / EIGHT;
            (&rounded.steps[start..start + neighbours * BRANCH / EIGHT], rounded.scale)
        })
    })
}
