//! What the voices cost, and whether they can be told apart: real-time factor, memory; pitch, rate, throat, loudness and
//! peaks of everybody in every pack, calm and angry, measured on the sound. Times are those of the processor where the system
//! tells them, so that they hold on a machine that is busy with something else.
//!
//! `cargo bench --no-default-features --bench voices`. Figures only: nothing here passes or fails.
//! `… -- --speed en` and `… -- --table en` do one part for one language. `… -- --lines DIR COUNT` writes so many of the
//! customers' lines of each language as they sound through the telephone,
//! with what is said, for a recogniser to be tried on.

use headset::hearing::analysis::Delivery;
use headset::id::PersonaId;
use headset::locale::Language;
use headset::pack::model::Pack;
use headset::pack::variation::Variables;
use headset::voice::loudness::{lufs, true_peak};
use headset::voice::{Manner, Pico, Plan, RATE, Speaker, Temper, speak, through};
use std::path::Path;
use std::time::Instant;

const FRENCH: &str = "Bonjour madame, je vous appelle au sujet de ma dernière facture. Personne ne me rappelle.";
const ENGLISH: &str = "Hello, I am calling about my last bill. Nobody ever calls me back about it.";

fn main() {
    let folder = std::env::temp_dir().join("headset-bench-voices");
    let before = memory_kib();
    let begun = Instant::now();
    let pico = Pico::open(&folder).expect("the voices can be written");
    println!("voices opened in {:.1} ms, memory +{} KiB", ms(begun), memory_kib().saturating_sub(before));
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["--lines", folder, count] => lines(&pico, Path::new(folder), count.parse().expect("a number")),
        ["--speed", language] => speed(&pico, language.parse().expect("a language")),
        ["--table", language] => table(&pico, language.parse().expect("a language")),
        _ => {
            Language::ALL.into_iter().for_each(|language| speed(&pico, language));
            println!("memory after speaking: +{} KiB", memory_kib().saturating_sub(before));
            Language::ALL.into_iter().for_each(|language| table(&pico, language));
        }
    }
}

/// Every pack of the program, with its voices.
fn packs() -> Vec<Pack> {
    let load = |origin| headset::pack::load_from(&origin).0.expect("a pack of the program is correct");
    headset::pack::built_in().into_iter().map(load).collect()
}

/// The customers' lines of a pack as its first seed says them: who, which, text.
fn said(pack: &Pack, language: Language) -> Vec<(PersonaId, String, String)> {
    let mut said = Vec::new();
    let variants = pack.text.get(&language).into_iter().flatten();
    for (line, variants) in variants {
        let persona = line.as_str().split('.').next().and_then(|name| pack.personas.get(name));
        let Some(persona) = persona.filter(|persona| persona.about != *line) else { continue };
        let variables = Variables::draw(pack, &persona.id, jiff::civil::date(2026, 11, 23), language, "Camille", 1);
        for (nth, variant) in variants.iter().enumerate() {
            let text = variables.written(&variant.template, language);
            said.push((persona.id.clone(), format!("{line}.{}", nth + 1), text));
        }
    }
    said
}

/// What saying a line costs until its first sample can be heard: the desk makes the whole line, in the pause before it.
fn speed(pico: &Pico, language: Language) {
    let (mut spoken_ms, mut line_ms, mut sound_s) = (0.0, 0.0, 0.0);
    let (mut whole, mut first) = (Vec::new(), Vec::new());
    for pack in &packs() {
        let cast = Speaker::cast(pack, language);
        let mut lines = said(pack, language);
        lines.sort_by_key(|(_, _, text)| std::cmp::Reverse(text.len()));
        // The longest of the pack, and every fortieth of the others.
        for (persona, _, text) in lines.into_iter().step_by(40) {
            let plan = Plan::new(&text, Manner { speaker: cast[&persona], temper: Temper::Calm });
            let begun = busy_ms();
            let sound = speak(&plan, pico).expect("spoken");
            let made = busy_ms();
            through(&sound);
            let done = busy_ms();
            spoken_ms += made - begun;
            line_ms += done - made;
            sound_s += plan.total_ms as f64 / 1_000.0;
            whole.push((done - begun, plan.total_ms));
            let breath = plan.breaths.first().cloned();
            let total_ms = breath.as_ref().map_or(plan.total_ms, |breath| breath.takes_ms);
            let opening = Plan { breaths: breath.into_iter().collect(), total_ms, ..plan };
            let begun = busy_ms();
            through(&speak(&opening, pico).expect("spoken"));
            first.push((busy_ms() - begun, total_ms));
        }
    }
    println!(
        "{language}: {} lines, {sound_s:.0} s of speech; share of real time {:.4} speech, {:.4} telephone",
        whole.len(),
        spoken_ms / 1_000.0 / sound_s,
        line_ms / 1_000.0 / sound_s,
    );
    for (what, mut each) in [("the whole line", whole), ("its first phrase alone", first)] {
        each.sort_by(|one, other| one.0.total_cmp(&other.0));
        let at = |share: usize| each[(each.len() - 1) * share / 100].0;
        let longest = each.iter().max_by_key(|(_, ms)| *ms).expect("lines");
        println!(
            "- {what} is made in: median {:.0} ms, 95 % {:.0} ms, most {:.0} ms; the longest ({:.1} s) in {:.0} ms",
            at(50),
            at(95),
            at(100),
            longest.1 as f64 / 1_000.0,
            longest.0
        );
    }
}

/// One voice in one mood, as measured.
struct Voice {
    name: String,
    hz: f32,
    rate: f32,
    shape: Vec<f32>,
    lufs: f64,
    peak: f64,
}

impl Voice {
    fn measured(pico: &Pico, name: String, speaker: Speaker, temper: Temper, language: Language) -> Voice {
        let text = if language == Language::French { FRENCH } else { ENGLISH };
        let plan = Plan::new(text, Manner { speaker, temper });
        let sound = speak(&plan, pico).expect("spoken");
        let heard = through(&sound);
        let words = plan.breaths.iter().flat_map(|breath| &breath.phrase.words);
        let delivery = Delivery::of(&sound, RATE, Some(words.map(|word| word.syllables).sum()));
        Voice {
            name,
            hz: delivery.pitch_hz.unwrap_or(f32::NAN),
            rate: delivery.articulation_rate().unwrap_or(f32::NAN),
            shape: shape(&sound),
            lufs: lufs(&heard, RATE).unwrap_or(f64::NAN),
            peak: [&sound, &heard].into_iter().filter_map(|sound| true_peak(sound, RATE)).fold(-99.0, f64::max),
        }
    }

    /// Measured features in which two differ: a semitone of pitch, a twentieth of the rate, a fortieth of the throat.
    fn differences(&self, other: &Voice) -> usize {
        let apart = |a: f32, b: f32, share: f32| (a - b).abs() >= share * a.min(b);
        let throat = throats(&self.shape, &other.shape) >= 1.025;
        [apart(self.hz, other.hz, 0.06), apart(self.rate, other.rate, 0.05), throat]
            .into_iter()
            .filter(|differs| *differs)
            .count()
    }
}

fn table(pico: &Pico, language: Language) {
    println!(
        "\n| pack | who | F0 calm / angry, Hz | syllables/s calm / angry | LUFS calm / angry | dBTP calm / angry |"
    );
    println!("|---|---|---|---|---|---|");
    let mut verdicts = Vec::new();
    for pack in packs() {
        let everybody: Vec<[Voice; 2]> = Speaker::cast(&pack, language)
            .into_iter()
            .map(|(persona, speaker)| {
                [Temper::Calm, Temper::Angry]
                    .map(|temper| Voice::measured(pico, persona.to_string(), speaker, temper, language))
            })
            .collect();
        for [calm, angry] in &everybody {
            println!(
                "| {} {language} | {} | {:.0} / {:.0} | {:.1} / {:.1} | {:.1} / {:.1} | {:.1} / {:.1} |",
                pack.id,
                calm.name,
                calm.hz,
                angry.hz,
                calm.rate,
                angry.rate,
                calm.lufs,
                angry.lufs,
                calm.peak,
                angry.peak
            );
        }
        verdicts.push(verdict(&format!("{} {language}", pack.id), &everybody));
    }
    println!("\nTwo voices are apart in two of: pitch (a semitone), rate (5 %), throat (2.5 %).\n");
    println!("| pack | pairs apart, both moods | LUFS calm | LUFS angry | highest dBTP |\n|---|---|---|---|---|");
    verdicts.iter().for_each(|(row, _)| println!("{row}"));
    verdicts.iter().flat_map(|(_, alike)| alike).for_each(|pair| println!("- not apart: {pair}"));
}

/// One pack in one language: the row of the table, and the pairs that are not apart.
fn verdict(name: &str, everybody: &[[Voice; 2]]) -> (String, Vec<String>) {
    let (mut pairs, mut alike) = (0, Vec::new());
    for (at, one) in everybody.iter().enumerate() {
        for other in &everybody[..at] {
            for mood in 0..2 {
                pairs += 1;
                let (one, other) = (&one[mood], &other[mood]);
                if one.differences(other) < 2 {
                    let mood = ["calm", "angry"][mood];
                    let throat = throats(&one.shape, &other.shape);
                    alike.push(format!("{name}: {} and {} ({mood}), throat {throat:.3}", one.name, other.name));
                }
            }
        }
    }
    let loudness = [0, 1].map(|mood| {
        let each = || everybody.iter().map(|voice| voice[mood].lufs);
        format!("{:.1} to {:.1}", each().fold(99.0, f64::min), each().fold(-99.0, f64::max))
    });
    let peak = everybody.iter().flatten().map(|voice| voice.peak).fold(-99.0, f64::max);
    let apart = pairs - alike.len();
    (format!("| {name} | {apart} of {pairs} | {} | {} | {peak:.1} |", loudness[0], loudness[1]), alike)
}

/// The shape of the spectrum: mean level of every twentieth of an octave from 500 to 3 400 Hz, decibels, made smooth over more
/// than the distance of two partials.
fn shape(sound: &[f32]) -> Vec<f32> {
    const FRAME: usize = 400;
    let frames: Vec<&[f32]> = sound.chunks_exact(FRAME).collect();
    let bands = (0..).map(|nth| 500.0 * 2_f32.powf(nth as f32 / 20.0)).take_while(|hz| *hz < 3_400.0);
    let levels: Vec<f32> = bands
        .map(|hz| {
            let step = 2.0 * std::f32::consts::PI * hz / RATE as f32;
            let power = frames.iter().map(|frame| {
                let (mut re, mut im) = (0.0, 0.0);
                for (at, sample) in frame.iter().enumerate() {
                    let window = 0.5 - 0.5 * (2.0 * std::f32::consts::PI * at as f32 / FRAME as f32).cos();
                    let (sin, cos) = (step * at as f32).sin_cos();
                    re += sample * window * cos;
                    im += sample * window * sin;
                }
                re * re + im * im
            });
            10.0 * (power.sum::<f32>() / frames.len() as f32 + 1e-9).log10()
        })
        .collect();
    levels.windows(9).map(|near| near.iter().sum::<f32>() / 9.0).collect()
}

/// How much longer the throat of one is than that of the other, as a ratio of at least 1: the shift along the octaves at which
/// their spectra fit best.
fn throats(one: &[f32], other: &[f32]) -> f32 {
    let misfit = |shift: isize| {
        let pairs: Vec<f32> =
            (0..one.len()).filter_map(|at| Some(one[at] - other.get(at.checked_add_signed(shift)?)?)).collect();
        let mean = pairs.iter().sum::<f32>() / pairs.len() as f32;
        pairs.iter().map(|off| (off - mean).powi(2)).sum::<f32>() / pairs.len() as f32
    };
    let best = (-10..=10).min_by(|a, b| misfit(*a).total_cmp(&misfit(*b))).unwrap_or(0);
    // Between two steps: the bottom of the parabola through three.
    let [left, middle, right] = [best - 1, best, best + 1].map(misfit);
    let bend = left - 2.0 * middle + right;
    let part = if bend > 0.0 { (0.5 * (left - right) / bend).clamp(-0.5, 0.5) } else { 0.0 };
    2_f32.powf((best as f32 + part).abs() / 20.0)
}

fn lines(pico: &Pico, folder: &Path, count: usize) {
    std::fs::create_dir_all(folder).expect("a folder");
    for language in Language::ALL {
        let mut all = Vec::new();
        for pack in packs() {
            let cast = Speaker::cast(&pack, language);
            all.extend(
                said(&pack, language)
                    .into_iter()
                    .map(|(who, line, text)| (format!("{}-{line}", pack.id), text, cast[&who])),
            );
        }
        let chosen = (0..count.min(all.len())).map(|nth| &all[nth * all.len() / count.min(all.len())]);
        let mut table = String::new();
        for (nth, (name, text, speaker)) in chosen.enumerate() {
            let temper = [Temper::Calm, Temper::Angry, Temper::Worried, Temper::Irritated][nth % 4];
            let sound = through(&speak(&Plan::new(text, Manner { speaker: *speaker, temper }), pico).expect("spoken"));
            let file = folder.join(format!("{language}-{nth:04}.wav"));
            let spec = hound::WavSpec {
                channels: 1,
                sample_rate: RATE,
                bits_per_sample: 16,
                sample_format: hound::SampleFormat::Int,
            };
            let mut writer = hound::WavWriter::create(file, spec).expect("written");
            for sample in sound {
                writer.write_sample((sample.clamp(-1.0, 1.0) * 32_767.0) as i16).expect("written");
            }
            writer.finalize().expect("written");
            table += &format!("{nth:04}\t{name}\t{}\t{text}\n", temper.name());
        }
        std::fs::write(folder.join(format!("{language}.tsv")), table).expect("written");
        println!("{language}: {} of {} lines", count.min(all.len()), all.len());
    }
}

fn ms(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1_000.0
}

/// Time that this thread has kept the processor busy, milliseconds (Linux); elsewhere wall time.
fn busy_ms() -> f64 {
    static BEGUN: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let busy_ns: Option<f64> = spent.split_whitespace().next().and_then(|number| number.parse().ok());
    busy_ns.map_or_else(|| ms(*BEGUN), |ns| ns / 1e6)
}

/// Memory of this process; 0 where the system does not tell.
fn memory_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}
