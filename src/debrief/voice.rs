//! How the operator sounded, for those who answered aloud: curves over the call, figures against what is usual, advice.
//! Nothing of it is scored, and nothing is inferred about what anybody feels.

use crate::call::{VoiceMeasures, What};
use crate::hearing::analysis::{Advice, Norms, Range};
use crate::hearing::{hertz, together};
use crate::language::syllables;
use crate::locale::Language;
use crate::training::Run;
use crate::wording::Wording;
use std::collections::BTreeMap;

/// Syllables that are listened for are too few by 9 to 25 % (VOICE). Words that have many more or fewer than this share of
/// what was heard, percent, are not what was said: somebody wrote down the gist of it.
const WORDS_FIT_PERCENT: (u32, u32) = (60, 115);

/// Something measured over the call. Times in milliseconds of the attempt.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// Key of its name.
    pub key: &'static str,
    /// One line for each stretch without a gap.
    pub lines: Vec<Vec<(u64, f32)>>,
    /// The least and most that is drawn.
    pub bounds: (f32, f32),
    /// What is usual; `None`: nothing is.
    pub usual: Option<(f32, f32)>,
}

/// A figure of the whole call, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Key of its name.
    pub key: &'static str,
    /// With its unit.
    pub value: String,
    /// From, to, in the same unit; `None`: nothing is usual.
    pub usual: Option<String>,
    /// It lies within; `None`: nothing is usual.
    pub within: Option<bool>,
}

/// How the operator sounded.
#[derive(Debug, Clone, PartialEq)]
pub struct VoiceReport {
    /// Length of the attempt, at least 1.
    pub whole_ms: u64,
    /// When somebody was first on the line.
    pub connected_ms: u64,
    /// When his voice was heard: from, to.
    pub spoken: Vec<(u64, u64)>,
    /// Silences within what he said.
    pub pauses: Vec<(u64, u64)>,
    /// Rate, pitch, level.
    pub curves: Vec<Curve>,
    /// The call in figures.
    pub figures: Vec<Figure>,
    /// What could be changed.
    pub advice: Vec<Advice>,
}

/// One time that he spoke.
struct Spoken<'r> {
    from_ms: u64,
    ms: u64,
    over_ms: u64,
    measures: Option<&'r VoiceMeasures>,
    syllables: Option<u32>,
}

/// How the operator sounded; `None`: nothing was said aloud.
pub fn voice(run: &Run, norms: &Norms, words: &Wording) -> Option<VoiceReport> {
    let (spoken, reactions) = spoken(run);
    if spoken.is_empty() {
        return None;
    }
    let measured = || spoken.iter().filter_map(|one| Some((one, one.measures?)));
    let all = together(measured().map(|(one, measures)| (measures, one.syllables)));
    let rate = |one: &Spoken<'_>, measures: &VoiceMeasures| {
        let syllables = one.syllables.unwrap_or(measures.syllables);
        (measures.spoken_ms >= 500).then(|| syllables as f32 * 1_000.0 / measures.spoken_ms as f32)
    };
    let rates: Vec<Vec<(u64, f32)>> = measured()
        .filter_map(|(one, measures)| {
            let rate = rate(one, measures)?;
            Some(vec![(one.from_ms, rate), (one.from_ms + one.ms, rate)])
        })
        .collect();
    let pitches: Vec<_> =
        measured().flat_map(|(one, measures)| course(one, measures, |second| second.1.map(hertz))).collect();
    let levels: Vec<_> =
        measured().flat_map(|(one, measures)| course(one, measures, |second| Some(second.0 as f32 / 100.0))).collect();
    let pauses = measured().flat_map(|(one, measures)| {
        let at = |ms: u32| one.from_ms.saturating_add(u64::from(ms));
        measures.pauses.iter().map(move |(from, ms)| (at(*from), at(from.saturating_add(*ms))))
    });
    Some(VoiceReport {
        whole_ms: run.now_ms().max(1),
        connected_ms: super::connected_ms(run),
        pauses: pauses.collect(),
        curves: vec![
            curve("voice-rate", rates, Some(norms.speech_rate), 1.0),
            curve("voice-pitch", pitches, None, 20.0),
            curve("voice-level", levels, None, 6.0),
        ],
        figures: figures(&all, &spoken, reactions, norms, words),
        advice: norms.advice(&all),
        spoken: spoken.iter().map(|one| (one.from_ms, one.from_ms + one.ms)).collect(),
    })
}

/// All that was said aloud, with the pauses before the answers.
fn spoken(run: &Run) -> (Vec<Spoken<'_>>, Vec<u64>) {
    let mut spoken: Vec<Spoken<'_>> = Vec::new();
    let mut places: BTreeMap<u32, usize> = BTreeMap::new();
    let mut reactions = Vec::new();
    for event in run.events() {
        match &event.what {
            What::Spoke { number, from_ms, ms, over_ms, .. } => {
                places.insert(*number, spoken.len());
                spoken.push(Spoken { from_ms: *from_ms, ms: *ms, over_ms: *over_ms, measures: None, syllables: None });
            }
            What::Voice { number, measures } => {
                if let Some(one) = places.get(number).and_then(|at| spoken.get_mut(*at)) {
                    one.measures = Some(measures);
                }
            }
            _ => {}
        }
    }
    for event in run.events() {
        let What::Said { text, duration_ms, thinking_ms, over_ms, .. } = &event.what else { continue };
        let until = event.at_ms.saturating_add(*duration_ms);
        let own = |one: &&mut Spoken<'_>| one.from_ms >= event.at_ms && one.from_ms + one.ms <= until;
        let mut own: Vec<&mut Spoken<'_>> = spoken.iter_mut().filter(own).collect();
        if own.is_empty() {
            continue;
        }
        if *over_ms == 0 {
            reactions.push(*thinking_ms);
        }
        let heard: u32 = own.iter().filter_map(|one| Some(one.measures?.syllables)).fold(0, u32::saturating_add);
        let written = syllables(text, run.setup().language);
        let (least, most) = WORDS_FIT_PERCENT;
        let fits =
            |heard: u64| (u64::from(least)..=u64::from(most)).contains(&(heard * 100 / u64::from(written).max(1)));
        if heard == 0 || !fits(u64::from(heard)) {
            continue;
        }
        // Shared out by what was heard of each.
        for one in &mut own {
            one.syllables = one
                .measures
                .map(|measures| (u64::from(measures.syllables) * u64::from(written) / u64::from(heard)) as u32);
        }
    }
    (spoken, reactions)
}

/// What was measured second by second, without the seconds in which there is nothing.
fn course(
    one: &Spoken<'_>,
    measures: &VoiceMeasures,
    value: impl Fn(&(i32, Option<i32>)) -> Option<f32>,
) -> Vec<Vec<(u64, f32)>> {
    let mut lines: Vec<Vec<(u64, f32)>> = vec![Vec::new()];
    for (second, point) in (0_u64..).zip(&measures.course) {
        match (value(point), lines.last_mut()) {
            (Some(value), Some(line)) => line.push((one.from_ms.saturating_add(second * 1_000 + 500), value)),
            (None, Some(line)) if !line.is_empty() => lines.push(Vec::new()),
            _ => {}
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn curve(key: &'static str, lines: Vec<Vec<(u64, f32)>>, usual: Option<Range>, margin: f32) -> Curve {
    let usual = usual.map(|Range(from, to)| (from, to));
    let values =
        || lines.iter().flatten().map(|(_, value)| *value).chain(usual.into_iter().flat_map(|(from, to)| [from, to]));
    let (least, most) = (values().fold(f32::MAX, f32::min), values().fold(f32::MIN, f32::max));
    let bounds = if least <= most { (least - margin, most + margin) } else { (0.0, 1.0) };
    Curve { key, lines, bounds, usual }
}

fn figures(
    all: &crate::hearing::analysis::Delivery,
    spoken: &[Spoken<'_>],
    mut reactions: Vec<u64>,
    norms: &Norms,
    words: &Wording,
) -> Vec<Figure> {
    let language = words.language();
    let mut figures = Vec::new();
    let mut add = |key: &'static str, value: Option<f32>, digits: usize, usual: Option<Range>| {
        let Some(value) = value else { return };
        let unit = |text: &str| words.with(&format!("{key}-unit"), &[("value", text)]);
        figures.push(Figure {
            key,
            value: unit(&number(value, digits, language)),
            usual: usual.map(|Range(from, to)| {
                let (from, to) = (number(from, digits, language), number(to, digits, language));
                unit(&words.with("voice-from-to", &[("from", &from), ("to", &to)]))
            }),
            within: usual.map(|Range(from, to)| (from..=to).contains(&value)),
        });
    };
    let a_minute = |count: usize| (all.spoken_ms > 0).then(|| count as f32 * 60_000.0 / all.spoken_ms as f32);
    let pauses = all.pauses.len();
    add("voice-rate", all.speech_rate(), 1, Some(norms.speech_rate));
    add("voice-articulation", all.articulation_rate(), 1, None);
    add("voice-pauses", a_minute(pauses), 0, Some(norms.pauses));
    add("voice-pause", (pauses > 0).then(|| all.silent_ms() as f32 / 1_000.0 / pauses as f32), 1, None);
    add("voice-fillers", a_minute(all.fillers.len()), 0, Some(norms.fillers));
    add("voice-pitch", all.pitch_hz, 0, None);
    add("voice-movement", all.movement, 1, Some(norms.movement));
    add("voice-loudness", all.lufs, 0, Some(norms.loudness));
    add("voice-unsteadiness", (all.spoken_ms > 0).then_some(all.unsteadiness), 1, Some(norms.unsteadiness));
    reactions.sort_unstable();
    add("voice-reaction", reactions.get(reactions.len() / 2).map(|ms| *ms as f32 / 1_000.0), 1, None);
    let over_ms: u64 = spoken.iter().map(|one| one.over_ms).sum();
    add("voice-over", Some(over_ms as f32 / 1_000.0), 1, None);
    figures
}

/// A number as people read it.
fn number(value: f32, digits: usize, language: Language) -> String {
    let text = format!("{value:.digits$}").replace('-', "\u{2212}");
    if language == Language::French { text.replace('.', ",") } else { text }
}
