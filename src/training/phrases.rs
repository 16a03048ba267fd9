//! What robots say besides the model plan, and the clumsy lines of guided mode: data in `assets/robots/<lang>.ron`.

use crate::locale::Language;
use serde::Deserialize;

/// The phrase bank of one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// Lines a beginner might think are good.
    pub clumsy: Vec<String>,
    /// What a careless operator says instead of the plan.
    pub careless: Vec<String>,
    /// Insults and curt orders.
    pub rude: Vec<String>,
    /// Hesitations put before a novice's lines.
    pub hesitations: Vec<String>,
    /// To go on when nothing better is left to say.
    pub fillers: Vec<String>,
    /// To end a call that leads nowhere.
    pub leave: Vec<String>,
    /// Good and bad things to say at any time, for whoever wants to see what happens.
    pub explorer: Vec<String>,
    /// When a wrong person answers.
    pub wrong_person: Vec<String>,
}

/// The phrases of a language, which are part of the program.
pub fn phrases(language: Language) -> Phrases {
    let text = match language {
        Language::French => include_str!("../../assets/robots/fr.ron"),
        Language::English => include_str!("../../assets/robots/en.ron"),
    };
    ron::from_str(text).expect("a test parses both files")
}

/// Lines a beginner might think are good.
pub fn clumsy(language: Language) -> Vec<String> {
    phrases(language).clumsy
}

/// The first name robots and replays give themselves.
pub fn operator_name(language: Language) -> &'static str {
    match language {
        Language::French => "Camille",
        Language::English => "Sam",
    }
}
