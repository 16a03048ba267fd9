//! `headset say`: one line in a persona's voice, into a sound file.

use super::{CLEAN, COULD_NOT_RUN, Common, PROBLEMS, library};
use crate::diagnostic::nearest;
use crate::id::PersonaId;
use crate::locale::Language;
use crate::pack::model::Pack;
use crate::pack::variation::Variables;
use crate::recording::Recording;
use crate::voice::{self, Manner, Pico, Plan, Speaker, Temper};
use crate::wording::Wording;
use std::path::{Path, PathBuf};

/// What to say, and how.
#[derive(Debug, clap::Args)]
pub struct Order {
    #[arg(long, value_name = "PACK/PERSONA")]
    persona: String,
    #[arg(long, default_value = "calm")]
    mood: String,
    text: String,
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    #[arg(long)]
    plain: bool,
}

pub fn run(common: &Common, order: &Order) -> u8 {
    let language = common.language();
    let words = Wording::new(language);
    let complain = |message: String| {
        eprintln!("{message}");
        COULD_NOT_RUN
    };
    let Some(temper) = Temper::from_name(&order.mood) else {
        let names = Temper::ALL.map(Temper::name);
        let near = nearest(&order.mood, names).unwrap_or_else(|| "-".into());
        let arguments = [("name", order.mood.as_str()), ("nearest", &near), ("known", &names.join(", "))];
        return complain(words.with("cli-no-such-mood", &arguments));
    };
    let Some((pack, persona)) = order.persona.split_once('/') else {
        return complain(words.with("cli-not-a-persona", &[("name", &order.persona)]));
    };
    let Some(pack) = library::pack(common, pack, &words) else { return COULD_NOT_RUN };
    let cast = Speaker::cast(&pack, language);
    let Some(speaker) = cast.get(&PersonaId::new(persona)) else {
        let near = nearest(persona, cast.keys().map(PersonaId::as_str)).unwrap_or_else(|| "-".into());
        return complain(words.with("cli-no-such-persona", &[("name", &order.persona), ("nearest", &near)]));
    };
    let manner = Manner { speaker: *speaker, temper };
    let spoken = match recording(&pack, &PersonaId::new(persona), &order.text, language) {
        Some(recording) => Ok(voice::recorded(recording, manner)),
        None => Pico::open(&library::cache_dir(common))
            .and_then(|pico| voice::speak(&Plan::new(&order.text, manner), &pico)),
    };
    let sound = match spoken {
        Ok(sound) if order.plain => sound,
        Ok(sound) => voice::through(&sound),
        Err(why) => return complain(words.with("cli-no-voice", &[("why", &why)])),
    };
    match write(&order.output, &sound) {
        Ok(()) => CLEAN,
        Err(error) => {
            eprintln!("{}: {error}", order.output.display());
            PROBLEMS
        }
    }
}

/// The recording of a text.
fn recording<'p>(pack: &'p Pack, persona: &PersonaId, text: &str, language: Language) -> Option<&'p Recording> {
    // Only what does not depend on day, operator and seed is recorded.
    let variables = Variables::draw(pack, persona, jiff::civil::date(2026, 1, 1), language, "", 0);
    pack.recordings.get(&language)?.iter().find_map(|(line, variants)| {
        let texts = pack.variants(line, language);
        variants.iter().find_map(|(nth, recording)| {
            (variables.written(&texts.get(*nth)?.template, language) == text).then_some(recording)
        })
    })
}

/// Mono, 16 bits.
fn write(file: &Path, sound: &[f32]) -> Result<(), hound::Error> {
    let format = hound::WavSpec {
        channels: 1,
        sample_rate: voice::RATE,
        bits_per_sample: 16,
        sample_format: hound::SampleFormat::Int,
    };
    let mut writer = hound::WavWriter::create(file, format)?;
    for sample in sound {
        writer.write_sample((sample.clamp(-1.0, 1.0) * f32::from(i16::MAX)) as i16)?;
    }
    writer.finalize()
}
