//! The two languages of the product, and how each writes values on screen and in speech.

use serde::{Deserialize, Serialize};

/// A language a call can be played in. French and English are equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// French.
    #[serde(rename = "fr")]
    French,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Both languages, in the order they are shown.
    pub const ALL: [Language; 2] = [Language::French, Language::English];

    /// The ISO 639-1 code, as in file names and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Language::French => "fr",
            Language::English => "en",
        }
    }

    /// Reads an ISO 639-1 code.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::str::FromStr for Language {
    type Err = String;
    fn from_str(code: &str) -> Result<Self, String> {
        Language::from_code(code).ok_or_else(|| format!("'{code}' is not a language: use fr or en"))
    }
}
