//! Which model makes text of speech, and what to say when there is none.

use super::dictation::Dictation;
use std::path::{Path, PathBuf};

/// The variable that names a model when nothing else does.
const VARIABLE: &str = "HEADSET_MODEL";

/// The model that is to be used: the one that was named, else the one that `HEADSET_MODEL` names. `None`: none.
pub fn model(named: Option<&Path>) -> Option<PathBuf> {
    let named = named.map(Path::to_owned).or_else(|| std::env::var_os(VARIABLE).map(PathBuf::from));
    named.filter(|path| !path.as_os_str().is_empty())
}

/// Speech recognition with the model that was named (a setting), or that `HEADSET_MODEL` names. `None`: there is no model, or
/// the program was built without the feature `recognition`. A model that cannot be used is told for every utterance.
#[cfg(feature = "recognition")]
pub fn recogniser(named: Option<&str>, words: &crate::wording::Wording) -> Option<Dictation> {
    let model = model(named.map(Path::new))?;
    let language = words.language();
    Some(Dictation::start(move || {
        let words = crate::wording::Wording::new(language);
        super::Whisper::open(&model).map_err(|why| refusal(&model, &why, &words))
    }))
}

/// The same, of a program that was built without.
#[cfg(not(feature = "recognition"))]
pub fn recogniser(_: Option<&str>, _: &crate::wording::Wording) -> Option<Dictation> {
    None
}

/// Why a model cannot be used, and what to do.
#[cfg(feature = "recognition")]
pub fn refusal(model: &Path, why: &super::Refused, words: &crate::wording::Wording) -> String {
    let (key, why) = match why {
        super::Refused::Unreadable(why) => ("model-unreadable", why.as_str()),
        super::Refused::NoModel => ("model-another-file", ""),
        super::Refused::Damaged => ("model-damaged", ""),
    };
    words.with(key, &[("file", &model.display().to_string()), ("why", why)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_that_was_named_goes_first() {
        assert_eq!(model(Some(Path::new("a.bin"))), Some(PathBuf::from("a.bin")));
        assert_eq!(model(Some(Path::new(""))), None);
    }
}
