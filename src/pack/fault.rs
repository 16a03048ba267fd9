//! What the RON reader complains about, in terms that can be shown in the author's language.

use ron::error::{Error, SpannedError};

/// A piece of RON that could not be read: where, and the code of its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Address of the first byte at fault, within a text that is still in memory.
    pub address: usize,
    /// Bytes at fault.
    pub length: usize,
    /// `P101` …
    pub code: &'static str,
    /// What was found.
    pub found: String,
    /// What was expected; names are separated by `, `.
    pub expected: String,
}

/// All codes a fault can have.
const CODES: [&str; 15] = [
    "P010", "P101", "P102", "P103", "P104", "P105", "P106", "P107", "P110", "P111", "P112", "P113", "P114", "P115",
    "P116",
];

/// Marks a message that carries a fault through serde, whose errors are only text.
const MARK: char = '\u{1}';

impl Fault {
    /// What an error says of `text`, the text that was read.
    pub fn of(error: &SpannedError, text: &str) -> Fault {
        if let Error::Message(message) = &error.code
            && let Some(fault) = Fault::unpacked(message)
        {
            return fault;
        }
        let (code, found, expected) = words(&error.code);
        let start = offset(text, error.span.start.line, error.span.start.col);
        let end = offset(text, error.span.end.line, error.span.end.col);
        let (start, end) = match code {
            // A missing field is missing from the whole value, not from its end.
            "P103" => (0, text.find('\n').unwrap_or(text.len())),
            _ => trimmed(text, start, end.max(start)),
        };
        Fault { address: text.as_ptr() as usize + start, length: end - start, code, found, expected }
    }

    /// The message that carries this fault out of a nested read.
    pub fn smuggled(&self) -> String {
        let Fault { address, length, code, found, expected } = self;
        let found = found.replace(MARK, " ");
        format!("{MARK}{address}{MARK}{length}{MARK}{code}{MARK}{found}{MARK}{expected}")
    }

    fn unpacked(message: &str) -> Option<Fault> {
        let mut parts = message.strip_prefix(MARK)?.splitn(5, MARK);
        Some(Fault {
            address: parts.next()?.parse().ok()?,
            length: parts.next()?.parse().ok()?,
            code: {
                let code = parts.next()?;
                CODES.into_iter().find(|known| *known == code)?
            },
            found: parts.next()?.to_owned(),
            expected: parts.next()?.to_owned(),
        })
    }
}

/// Whitespace and separators around the place belong to nothing the author wants to see marked.
fn trimmed(text: &str, start: usize, end: usize) -> (usize, usize) {
    let marked = text.get(start..end).unwrap_or("");
    let skipped = marked.len() - marked.trim_start().len();
    if skipped == marked.len() { (start, end) } else { (start + skipped, start + marked.trim_end().len()) }
}

/// Byte offset of a line and column, both from 1, columns in characters; the end of the text when there is none such.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let mut start = 0;
    for _ in 1..line {
        match text[start..].find('\n') {
            Some(at) => start += at + 1,
            None => return text.len(),
        }
    }
    text[start..].char_indices().nth(column.saturating_sub(1)).map_or(text.len(), |(at, _)| start + at)
}

fn words(error: &Error) -> (&'static str, String, String) {
    let none = String::new;
    match error {
        Error::NoSuchStructField { expected, found, .. } => ("P102", found.clone(), expected.join(", ")),
        Error::MissingStructField { field, .. } => ("P103", (*field).to_owned(), none()),
        Error::DuplicateStructField { field, .. } => ("P104", (*field).to_owned(), none()),
        Error::InvalidValueForType { expected, found } => ("P105", clipped(found), expected.clone()),
        Error::ExpectedDifferentLength { expected, found } => ("P105", found.to_string(), expected.clone()),
        Error::NoSuchEnumVariant { expected, found, .. } => ("P106", clipped(found), expected.join(", ")),
        Error::IntegerOutOfBounds => ("P107", none(), none()),
        Error::ExpectedComma => ("P110", none(), none()),
        Error::ExpectedArrayEnd => ("P111", none(), "]".into()),
        Error::ExpectedMapEnd => ("P111", none(), "}".into()),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => ("P111", none(), ")".into()),
        Error::ExpectedArray => ("P112", none(), "[".into()),
        Error::ExpectedMap => ("P112", none(), "{".into()),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => ("P112", none(), "(".into()),
        Error::ExpectedString => ("P112", none(), "\"…\"".into()),
        Error::ExpectedInteger => ("P112", none(), "0–9".into()),
        Error::ExpectedBoolean => ("P112", none(), "true, false".into()),
        Error::ExpectedMapColon => ("P112", none(), ":".into()),
        Error::Eof | Error::ExpectedStringEnd => ("P113", none(), none()),
        Error::TrailingCharacters => ("P114", none(), none()),
        Error::InvalidEscape(_) => ("P115", none(), none()),
        Error::UnclosedBlockComment | Error::UnclosedLineComment => ("P116", none(), none()),
        Error::ExceededRecursionLimit => ("P010", none(), none()),
        Error::Message(message) => ("P101", clipped(message), none()),
        _ => ("P101", none(), none()),
    }
}

/// What is quoted back stays short whatever was written.
fn clipped(text: &str) -> String {
    if text.chars().count() <= 60 {
        return text.to_owned();
    }
    text.chars().take(60).chain(['…']).collect()
}
