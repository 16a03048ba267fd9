//! The journal: all that is needed to play a call again. On disk one JSON object a line: the header, then the inputs.

use crate::call::Input;
use crate::id::{CallId, PackId};
use crate::level::Level;
use crate::locale::Language;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// How much help the trainee has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Suggested lines, good and bad, and the script.
    Guided,
    /// The script can be seen, nothing is suggested.
    ScriptShown,
    /// Without the script.
    ScriptHidden,
    /// No hints, no retry.
    Exam,
}

/// The first line of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Version of the format: 1.
    pub format: u32,
    /// Pack the call is from.
    pub pack: PackId,
    /// BLAKE3 of the pack's files when it was played.
    pub pack_hash: String,
    /// Scenario that was played.
    pub call: CallId,
    /// Language it was played in.
    pub language: Language,
    /// What the values and chances of this attempt were drawn from.
    pub seed: u64,
    /// How much help was given.
    pub mode: Mode,
    /// How hard it was played. Journals of the usual level do not say so, as those from before there were levels.
    #[serde(default, skip_serializing_if = "Level::is_usual")]
    pub level: Level,
    /// The name the trainee gives himself on the telephone.
    pub operator: String,
    /// When this is a retry: so many inputs at the start were taken from another attempt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retried_from: Option<usize>,
}

/// The format of journals this version writes and reads.
pub const JOURNAL_FORMAT: u32 = 2;

/// The one field every version's header has.
#[derive(Deserialize)]
struct Version {
    format: u32,
}

/// Header and inputs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    /// What was played.
    pub header: Header,
    /// What was done, in order.
    pub inputs: Vec<Input>,
}

/// A journal that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// The line (from 1) and what is wrong with it.
    Line {
        /// Number of the line, from 1.
        line: usize,
        /// What is wrong with it.
        why: String,
    },
    /// Another version of the program wrote it.
    OtherFormat {
        /// Version of the format it is written in.
        format: u32,
    },
}

impl Journal {
    /// Appends an input. Time that passes twice is time that passes once: the pieces are merged.
    pub fn push(&mut self, input: Input) {
        match (self.inputs.last_mut(), input) {
            (Some(Input::Pass { ms }), Input::Pass { ms: more }) => *ms = ms.saturating_add(more),
            (_, input) => self.inputs.push(input),
        }
    }

    /// One JSON object a line.
    pub fn to_lines(&self) -> String {
        let mut out = json(&self.header);
        for input in &self.inputs {
            let _ = write!(out, "\n{}", json(input));
        }
        out.push('\n');
        out
    }

    /// Reads what `to_lines` wrote. A last line cut short (the power went) is left out.
    pub fn from_lines(text: &str) -> Result<Journal, Unreadable> {
        let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let unreadable = |index: usize, why: String| Unreadable::Line { line: index + 1, why };
        let (first_index, first) = lines.next().ok_or(Unreadable::Empty)?;
        // Another version may have other fields and inputs: that it is another version is what there is to say.
        if let Ok(Version { format }) = serde_json::from_str(first)
            && format != JOURNAL_FORMAT
        {
            return Err(Unreadable::OtherFormat { format });
        }
        let header = serde_json::from_str(first).map_err(|error| unreadable(first_index, error.to_string()))?;
        let mut journal = Journal { header, inputs: Vec::new() };
        while let Some((index, line)) = lines.next() {
            match serde_json::from_str(line) {
                Ok(input) => journal.inputs.push(input),
                Err(error) if error.is_eof() && !text.ends_with('\n') && lines.next().is_none() => break,
                Err(error) => return Err(unreadable(index, error.to_string())),
            }
        }
        Ok(journal)
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("headers and inputs hold nothing that JSON cannot say")
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNNAMED: &str =
        r#"{"format":2,"pack":"p","pack_hash":"h","call":"c","language":"fr","seed":7,"mode":"exam","operator":"Ann"}"#;

    #[test]
    fn a_journal_that_names_no_level_is_of_the_usual_one() {
        let journal = Journal::from_lines(UNNAMED).expect("readable");
        assert_eq!(journal.header.level, Level::Usual);
        assert_eq!(journal.to_lines().trim_end(), UNNAMED);
    }

    #[test]
    fn the_level_is_kept() {
        for level in Level::ALL {
            let mut journal = Journal::from_lines(UNNAMED).expect("readable");
            journal.header.level = level;
            assert_eq!(Journal::from_lines(&journal.to_lines()).expect("readable"), journal);
        }
    }
}
