//! The language data that is part of the program.

use crate::locale::Language;
use include_dir::{Dir, include_dir};

/// The files of one language in `assets/language/<lang>/`.
pub(super) struct Data {
    pub spelling: &'static str,
    pub cues: &'static str,
    pub patterns: &'static str,
    /// Phrases by move: `== move`, then one phrase a line, `| move …` for the further moves it carries.
    pub examples: &'static str,
    /// Clauses with all their moves, whatever the trade: `moves | clause`, `- | clause` for none. A file for each group of
    /// situations, in the order of their names.
    pub clauses: Vec<&'static str>,
    /// What was learned from the examples and clauses: see `Recogniser::teach`.
    pub judges: &'static [u8],
    /// Words that deny, one a line.
    pub negations: &'static str,
    /// Words that may follow a title and are no name.
    pub not_names: &'static str,
}

static FRENCH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/language/fr/clauses");
static ENGLISH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/language/en/clauses");

fn files(folder: &'static Dir<'static>) -> Vec<&'static str> {
    let mut files: Vec<_> = folder.files().collect();
    files.sort_by_key(|file| file.path());
    files.into_iter().filter_map(|file| file.contents_utf8()).collect()
}

macro_rules! data {
    ($language:literal, $clauses:ident) => {
        Data {
            spelling: include_str!(concat!("../../assets/language/", $language, "/spelling.txt")),
            cues: include_str!(concat!("../../assets/language/", $language, "/cues.txt")),
            patterns: include_str!(concat!("../../assets/language/", $language, "/patterns.ron")),
            examples: include_str!(concat!("../../assets/language/", $language, "/examples.txt")),
            clauses: files(&$clauses),
            judges: include_bytes!(concat!("../../assets/language/", $language, "/judges.bin")),
            negations: include_str!(concat!("../../assets/language/", $language, "/negations.txt")),
            not_names: include_str!(concat!("../../assets/language/", $language, "/not_names.txt")),
        }
    };
}

pub(super) fn of(language: Language) -> Data {
    match language {
        Language::French => data!("fr", FRENCH),
        Language::English => data!("en", ENGLISH),
    }
}
