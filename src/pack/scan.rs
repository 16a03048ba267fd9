//! RON as characters: where strings, comments and brackets are, for changes that leave everything else as it was written.

use std::ops::Range;

/// A piece of RON that means something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// Its first byte: a bracket, a comma, `"` of a text, or any other.
    pub first: u8,
}

/// The pieces of a text in order; comments and blanks are none.
pub fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        match bytes[at] {
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                at = text[at..].find('\n').map_or(bytes.len(), |end| at + end);
                continue;
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                at = text[at + 2..].find("*/").map_or(bytes.len(), |end| at + 2 + end + 2);
                continue;
            }
            byte if byte.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            b'"' => {
                at += 1;
                while at < bytes.len() && bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at = (at + 1).min(bytes.len());
            }
            _ => at += 1,
        }
        tokens.push(Token { at: start..at, first: bytes[start] });
    }
    tokens
}

/// The innermost list in brackets that these bytes stand in, brackets included; the bytes themselves when there is none.
pub fn enclosing(text: &str, start: usize, end: usize) -> Range<usize> {
    let mut open = Vec::new();
    for token in tokens(text) {
        match token.first {
            b'(' | b'[' | b'{' => open.push(token.at.start),
            b')' | b']' | b'}' => {
                let Some(from) = open.pop() else { break };
                if from < start && token.at.start >= end {
                    return from..token.at.end;
                }
            }
            _ => {}
        }
    }
    start..end
}

/// The list in brackets after a field (`dispositions: [`), or the outermost one when no field is named.
pub fn list(text: &str, field: Option<&str>) -> Option<Range<usize>> {
    let tokens = tokens(text);
    let from = match field {
        None => 0,
        Some(field) => tokens.iter().position(|token| {
            text[token.at.start..].starts_with(field)
                && text[token.at.start + field.len()..].trim_start().starts_with(':')
        })?,
    };
    let open = tokens[from..].iter().find(|token| matches!(token.first, b'(' | b'[' | b'{'))?;
    let inside = tokens.iter().find(|token| token.at.start > open.at.start)?;
    Some(match inside.first {
        b')' | b']' | b'}' => open.at.start..inside.at.end,
        _ => enclosing(text, inside.at.start, inside.at.end),
    })
}

/// A list with an item more at its end. `item` ends in a line break when the list has one item a line.
pub fn with_item(text: &str, list: &Range<usize>, item: &str) -> String {
    let close = list.end - 1;
    let last = tokens(text).into_iter().rfind(|token| token.at.end <= close && token.at.start >= list.start);
    let mut out = text[..close].to_owned();
    let mut place = close;
    // Before the closing bracket's own line.
    let line = text[..close].rfind('\n').map_or(0, |at| at + 1);
    let own_line = line > list.start && text[line..close].trim().is_empty();
    if own_line {
        place = line;
    }
    out.truncate(place);
    if let Some(last) = last.filter(|last| last.at.start > list.start && last.first != b',') {
        out.insert(last.at.end, ',');
        if !own_line {
            out.push(' ');
        }
    }
    out.push_str(item);
    out.push_str(&text[place..]);
    out
}

/// A text as RON writes it.
pub fn literal(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_go_to_the_end_of_lists_however_they_are_written() {
        let with = |text: &str, field, item| with_item(text, &list(text, field).expect("a list"), item);
        assert_eq!(with("[\n]\n", None, "  1,\n"), "[\n  1,\n]\n");
        assert_eq!(with("[\n  1 // one ]\n]\n", None, "  2,\n"), "[\n  1, // one ]\n  2,\n]\n");
        assert_eq!(with("{a: [1], b: [2,]}", Some("b"), "3"), "{a: [1], b: [2,3]}");
        assert_eq!(with("{a: [1], b: [\"]\"]}", Some("b"), "3"), "{a: [1], b: [\"]\", 3]}");
        assert_eq!(with("(a: [])", Some("a"), "3"), "(a: [3])");
    }

    #[test]
    fn literals_read_back() {
        for text in ["", "a", "\"«\\»\"\n\t", "[patience < 40] Là !"] {
            assert_eq!(ron::from_str::<String>(&literal(text)).as_deref(), Ok(text));
        }
    }
}
