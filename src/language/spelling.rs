//! Abbreviations, elisions, number words and slips of the keyboard, put into plain words.

use super::text::NUMBER;
use crate::locale::Language;
use std::collections::{BTreeMap, BTreeSet};

/// How words of one language are put into plain ones; data in `assets/language/<lang>/spelling.txt`.
#[derive(Debug)]
pub(super) struct Spelling {
    language: Language,
    /// Written form → plain words, none for a hesitation.
    forms: BTreeMap<String, Vec<String>>,
    /// Words known to be right, by number of letters.
    known: BTreeMap<usize, BTreeSet<String>>,
}

impl Spelling {
    /// Reads lines `written = plain words`; `#` starts a comment.
    pub fn read(language: Language, data: &str) -> Spelling {
        let mut forms = BTreeMap::new();
        for (written, plain) in data.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('=')) {
            let plain: Vec<String> = plain.split_whitespace().map(str::to_owned).collect();
            for written in written.split_whitespace() {
                forms.insert(written.to_owned(), plain.clone());
            }
        }
        Spelling { language, forms, known: BTreeMap::new() }
    }

    /// Takes these words as right, so that slips of the keyboard can be mended towards them.
    pub fn learn<'a>(&mut self, words: impl IntoIterator<Item = &'a str>) {
        for word in words {
            self.known.entry(word.len()).or_default().insert(word.to_owned());
        }
    }

    /// Whether it is a word of the corpus.
    pub fn knows(&self, word: &str) -> bool {
        self.known.get(&word.len()).is_some_and(|same| same.contains(word))
    }

    pub fn euro(&self) -> &'static str {
        "euro"
    }

    pub fn pound(&self) -> &'static str {
        match self.language {
            Language::French => "livre",
            Language::English => "pound",
        }
    }

    /// The plain words of one written word.
    pub fn words<'a>(&'a self, written: &'a str) -> Vec<&'a str> {
        if let Some(plain) = self.forms.get(written) {
            return plain.iter().map(String::as_str).collect();
        }
        if written.chars().any(|c| c.is_ascii_digit()) {
            return vec![NUMBER];
        }
        if self.language == Language::English
            && let Some((stem, ending)) = written.rsplit_once('\'')
        {
            return self.contraction(stem, ending);
        }
        vec![self.mended(written)]
    }

    fn contraction<'a>(&'a self, stem: &'a str, ending: &str) -> Vec<&'a str> {
        let negated = stem.strip_suffix('n').filter(|_| ending == "t");
        if let Some(stem) = negated {
            return vec![
                match stem {
                    "ca" => "can",
                    "wo" => "will",
                    "sha" => "shall",
                    other => other,
                },
                "not",
            ];
        }
        let full = match ending {
            "ll" => "will",
            "re" => "are",
            "ve" => "have",
            "m" => "am",
            "d" => "would",
            "s" if stem == "let" => "us",
            "s" if ["that", "it", "what", "here", "there", "how", "who", "where", "he", "she", "everything"]
                .contains(&stem) =>
            {
                "is"
            }
            _ => return vec![self.mended(stem)],
        };
        vec![stem, full]
    }

    /// The known word one slip away, or the word itself.
    fn mended<'a>(&'a self, word: &'a str) -> &'a str {
        let length = word.len();
        if !(6..=24).contains(&length) || self.known.get(&length).is_some_and(|same| same.contains(word)) {
            return word;
        }
        let first = &word.as_bytes()[..1];
        [length, length + 1, length - 1]
            .iter()
            .filter_map(|n| self.known.get(n))
            .flatten()
            .filter(|known| known.as_bytes().starts_with(first))
            .find(|known| !only_inflected(word, known) && strsim::osa_distance(word, known) == 1)
            .map_or(word, String::as_str)
    }
}

/// Whether two words differ in the last letter alone: an ending, not a slip.
fn only_inflected(word: &str, known: &str) -> bool {
    let common = word.bytes().zip(known.bytes()).take_while(|(a, b)| a == b).count();
    common + 1 >= word.len().max(known.len())
}
