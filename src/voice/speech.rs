//! From a plan to sound: every phrase is synthesised, brought to its planned length, and set in its place.

use super::loudness::level;
use super::manner::Manner;
use super::plan::{Breath, Plan};
use super::reading::{End, Phrase};
use super::resample::stretched;
use super::{COMMA_MS, RATE};
use headset_pico::Tongue;

/// Samples of a millisecond.
const MS: usize = RATE as usize / 1_000;
/// Below this the engine is silent, or so soft (-41 dBFS) that nobody hears the end of it.
const SILENCE: u16 = 300;
/// The engine is asked again at another speed until a phrase is this close to its length, thousandths; the rest is made up
/// by the playback rate, where it is not heard.
const CLOSE: u64 = 15;
/// At most so often.
const ATTEMPTS: usize = 4;

/// What makes speech of text; SVOX Pico, or another.
pub trait Engine {
    /// Speaks a text with Pico's tags: mono samples, [`RATE`] a second.
    ///
    /// # Errors
    /// Why it cannot, in words.
    fn speak(&self, tongue: Tongue, text: &str) -> Result<Vec<i16>, String>;
}

/// Speaks a line: mono samples, [`RATE`] a second, as long as planned.
///
/// # Errors
/// Why the engine could not, in words.
pub fn speak(plan: &Plan, engine: &dyn Engine) -> Result<Vec<f32>, String> {
    let mut line = vec![0.0; plan.total_ms as usize * MS];
    for breath in &plan.breaths {
        let from = breath.begins_ms as usize * MS;
        let phrase = phrase(breath, plan.manner, engine)?;
        let end = (from + phrase.len()).min(line.len());
        line[from..end].copy_from_slice(&phrase[..end - from]);
    }
    level(&mut line, plan.manner.gain_db());
    Ok(line)
}

/// One phrase in exactly its planned length.
fn phrase(breath: &Breath, manner: Manner, engine: &dyn Engine) -> Result<Vec<f32>, String> {
    let length = breath.takes_ms as usize * MS;
    // So many samples, played at the speaker's rate, take the planned time.
    let wanted = (length as u64 * manner.size() / 1_000).max(1);
    let mut speed = (manner.rate() * 100 / manner.size()).clamp(30, 400);
    let mut best: Option<(u64, Vec<f32>)> = None;
    for _ in 0..ATTEMPTS {
        let spoken = engine.speak(manner.speaker.tongue(), &marked(&breath.phrase, manner, speed))?;
        let spoken = trimmed(&spoken, manner);
        if spoken.is_empty() {
            break;
        }
        let permille = spoken.len() as u64 * 1_000 / wanted;
        let off = permille.abs_diff(1_000);
        if best.as_ref().is_none_or(|(before, _)| off < *before) {
            best = Some((off, spoken));
        }
        let next = ((speed * permille + 500) / 1_000).clamp(30, 400);
        if off <= CLOSE || next == speed {
            break;
        }
        speed = next;
    }
    let mut sound = stretched(&best.map(|(_, spoken)| spoken).unwrap_or_default(), length);
    soften(&mut sound);
    Ok(sound)
}

/// The phrase with Pico's tags. Signs that Pico would take for tags cannot be in it: reading leaves only words.
fn marked(phrase: &Phrase, manner: Manner, speed: u64) -> String {
    let [low, high] = manner.pitch();
    let mut text = format!("<speed level='{speed}'><pitch level='{low}'>");
    for word in &phrase.words {
        if word.stressed && high > low {
            text += &format!("<pitch level='{high}'>{}</pitch>", word.said);
        } else {
            text += &word.said;
        }
        text += if word.comma { ", " } else { " " };
    }
    let end = match phrase.end {
        End::Stop => ".",
        End::Question => "?",
        End::Exclamation => "!",
        End::Trail | End::Open => ",",
    };
    text.truncate(text.trim_end().len());
    text + end + "</pitch></speed>"
}

/// Without silence before and after, and with pauses inside no longer than a comma's.
fn trimmed(samples: &[i16], manner: Manner) -> Vec<f32> {
    let sounds = |sample: &i16| sample.unsigned_abs() > SILENCE;
    let (Some(first), Some(last)) = (samples.iter().position(sounds), samples.iter().rposition(sounds)) else {
        return Vec::new();
    };
    let longest = COMMA_MS as usize * MS * manner.size() as usize / 1_000 * manner.pauses() as usize / 100;
    let mut silent = 0;
    let mut out = Vec::with_capacity(last - first + 1);
    for sample in &samples[first..=last] {
        silent = if sounds(sample) { 0 } else { silent + 1 };
        if silent <= longest {
            out.push(f32::from(*sample) / 32_768.0);
        }
    }
    out
}

/// Rounds the ends, so that nothing clicks.
fn soften(sound: &mut [f32]) {
    let edge = (3 * MS).min(sound.len() / 2);
    let last = sound.len().saturating_sub(1);
    for at in 0..edge {
        let gain = at as f32 / edge as f32;
        sound[at] *= gain;
        sound[last - at] *= gain;
    }
}
