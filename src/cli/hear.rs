//! `headset hear`: what is said in a sound file, to try a model of speech recognition.

use std::path::PathBuf;

/// What to listen to, with what.
#[derive(Debug, clap::Args)]
pub struct Order {
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
}

/// Without the feature there is nobody who could listen.
#[cfg(not(feature = "recognition"))]
pub fn run(common: &super::Common, order: &Order) -> u8 {
    let words = crate::wording::Wording::new(common.language());
    let model = crate::hearing::model(order.model.as_deref());
    let named = model.map(|model| model.display().to_string()).unwrap_or_default();
    eprintln!("{}", words.with("cli-no-recognition", &[("model", &named)]));
    super::COULD_NOT_RUN
}

#[cfg(feature = "recognition")]
pub use with_model::run;

#[cfg(feature = "recognition")]
mod with_model {
    use super::super::{CLEAN, COULD_NOT_RUN, Common, PROBLEMS};
    use super::Order;
    use crate::hearing::{Transcriber, Whisper, model};
    use crate::voice::{RATE, stretched};
    use crate::wording::Wording;
    use crate::{hearing, recording};
    use std::path::Path;

    /// So much of a file is listened to, milliseconds.
    const LONGEST_MS: u64 = 600_000;

    pub fn run(common: &Common, order: &Order) -> u8 {
        let language = common.language();
        let words = Wording::new(language);
        let Some(model) = model(order.model.as_deref()) else {
            eprintln!("{}", words.text("cli-no-model"));
            return COULD_NOT_RUN;
        };
        let mut whisper = match Whisper::open(&model) {
            Ok(whisper) => whisper,
            Err(why) => {
                eprintln!("{}", hearing::refusal(&model, &why, &words));
                return COULD_NOT_RUN;
            }
        };
        let mut code = CLEAN;
        for file in &order.files {
            let text = sound(file).and_then(|sound| whisper.transcribe(&sound, language));
            match text {
                Ok(text) if common.json => {
                    println!("{}", serde_json::json!({ "file": file.display().to_string(), "text": text }));
                }
                Ok(text) => println!("{text}"),
                Err(why) => {
                    eprintln!("{}: {why}", file.display());
                    code = PROBLEMS;
                }
            }
        }
        code
    }

    /// Mono samples at the rate of everything here.
    fn sound(file: &Path) -> Result<Vec<f32>, String> {
        let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
        let (samples, rate) = recording::samples(&bytes, LONGEST_MS).map_err(|unfit| match unfit {
            recording::Unfit::Unreadable(why) => why,
            other => format!("{other:?}"),
        })?;
        let length = samples.len() as u64 * u64::from(RATE) / u64::from(rate);
        Ok(stretched(&samples, length as usize))
    }
}
