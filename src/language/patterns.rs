//! Turns of phrase that are regular enough to be written down, over plain words.

use super::clause::Sentence;
use super::text::{Word, joined};
use crate::moves::Move;
use regex::{Regex, RegexBuilder};
use serde::Deserialize;
use std::ops::Range;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    r#move: Move,
    /// Regular expressions over plain words; ` .. ` stands for up to four words.
    any: Vec<String>,
    /// None of these may be near: in the clause itself or the one before.
    #[serde(default)]
    not: Vec<String>,
    /// The pattern is the whole clause.
    #[serde(default)]
    whole: bool,
    /// Only in a sentence with (without) a question mark.
    #[serde(default)]
    asked: Option<bool>,
    /// Leaves no doubt, whatever the judges say: insults to somebody's face.
    #[serde(default)]
    sure: bool,
    /// Leads up to the rest of the sentence, which tells what it is: "to sum up".
    #[serde(default)]
    leads: bool,
}

/// A turn of phrase found in an utterance.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    pub mv: Move,
    /// The words of the clauses it was found in.
    pub words: Range<usize>,
    /// It leaves no doubt.
    pub sure: bool,
    /// It leads up to what it says.
    pub leads: bool,
}

#[derive(Debug)]
struct Pattern {
    mv: Move,
    any: Regex,
    not: Option<Regex>,
    whole: bool,
    asked: Option<bool>,
    sure: bool,
    leads: bool,
}

/// All patterns of one language.
#[derive(Debug)]
pub(super) struct Patterns(Vec<Pattern>);

/// A pattern over plain ASCII words, at word boundaries.
fn compile(alternatives: &[String], whole: bool) -> Result<Regex, regex::Error> {
    let alternatives = alternatives.join("|").replace(" .. ", "(?: [a-z0-9#]+){0,4} ");
    let framed = if whole { format!("^(?:{alternatives})$") } else { format!("(?:^| )(?:{alternatives})(?:$| )") };
    RegexBuilder::new(&framed).unicode(false).build()
}

impl Patterns {
    /// Reads `patterns.ron`.
    pub fn read(data: &str) -> Result<Patterns, String> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let raw: Vec<Raw> = options.from_str(data).map_err(|error| error.to_string())?;
        let patterns = raw.into_iter().map(|raw| {
            let not = if raw.not.is_empty() { None } else { Some(compile(&raw.not, false)?) };
            let any = compile(&raw.any, raw.whole)?;
            Ok(Pattern {
                mv: raw.r#move,
                any,
                not,
                whole: raw.whole,
                asked: raw.asked,
                sure: raw.sure,
                leads: raw.leads,
            })
        });
        patterns.collect::<Result<_, regex::Error>>().map(Patterns).map_err(|error| error.to_string())
    }

    /// Turns of phrase found in a sentence.
    pub fn find(&self, words: &[Word], sentence: &Sentence) -> Vec<Turn> {
        let text = joined(&words[sentence.whole.clone()]);
        let clauses: Vec<String> = sentence.clauses.iter().map(|c| joined(&words[c.clone()])).collect();
        let mut found = Vec::new();
        for pattern in &self.0 {
            if pattern.asked.is_some_and(|asked| asked != sentence.asked) {
                continue;
            }
            if pattern.whole {
                for (clause, text) in sentence.clauses.iter().zip(&clauses) {
                    if pattern.any.is_match(text) && !pattern.not.as_ref().is_some_and(|not| not.is_match(text)) {
                        found.push(Turn {
                            mv: pattern.mv,
                            words: clause.clone(),
                            sure: pattern.sure,
                            leads: pattern.leads,
                        });
                    }
                }
                continue;
            }
            for hit in pattern.any.find_iter(&text) {
                let lead = usize::from(text[hit.start()..].starts_with(' '));
                let first = sentence.whole.start + text[..hit.start() + lead].matches(' ').count();
                let last = sentence.whole.start + text[..hit.end()].trim_end().matches(' ').count();
                let touched = |c: &&Range<usize>| c.start <= last && first < c.end;
                let place = sentence.clauses.iter().position(|c| touched(&c)).unwrap_or(0);
                let end = sentence.clauses.iter().rfind(touched).map_or(last + 1, |c| c.end);
                let start = sentence.clauses[place].start;
                let near = sentence.clauses[place.saturating_sub(1)].start;
                let denied = pattern.not.as_ref().is_some_and(|not| not.is_match(&joined(&words[near..end])));
                if !denied {
                    found.push(Turn { mv: pattern.mv, words: start..end, sure: pattern.sure, leads: pattern.leads });
                }
            }
        }
        found
    }
}
