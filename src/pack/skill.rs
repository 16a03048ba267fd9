//! Skills that calls train, as instructors of the French diploma know them: `assets/diploma/crcd.ron`.

use crate::locale::Language;
use serde::Deserialize;
use std::collections::BTreeMap;

const CRCD: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/diploma/crcd.ron"));

/// A skill of the diploma.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// What calls name it by.
    pub id: String,
    /// The part of the diploma it belongs to.
    pub part: Part,
    /// Language code → what it is called.
    title: BTreeMap<String, String>,
}

/// The parts (blocs) of the diploma.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Service and advice.
    Service,
    /// Commercial actions.
    Commercial,
}

impl Skill {
    /// What it is called.
    pub fn title(&self, language: Language) -> &str {
        self.title.get(language.code()).map_or(self.id.as_str(), String::as_str)
    }
}

/// All skills, in the order of the diploma.
pub fn skills() -> Vec<Skill> {
    super::read::options().from_str(CRCD).expect("a test reads the same file")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_skill_has_a_title_in_every_language_and_a_name_of_its_own() {
        let skills = skills();
        assert!(skills.iter().any(|skill| skill.part == Part::Service));
        assert!(skills.iter().any(|skill| skill.part == Part::Commercial));
        for (at, skill) in skills.iter().enumerate() {
            assert_eq!(skill.title.len(), Language::ALL.len(), "{}", skill.id);
            assert!(skills[..at].iter().all(|other| other.id != skill.id), "{}", skill.id);
            for language in Language::ALL {
                assert_ne!(skill.title(language), skill.id);
            }
        }
    }
}
