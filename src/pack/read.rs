//! RON as packs write it.

use super::fault::Fault;
use serde::Deserialize;

/// Brackets that may be open at once. Nothing a pack says needs more than eight.
const DEEPEST: usize = 48;

/// `Some(x)` may be written `x`.
pub fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// Reads a whole file.
pub fn parse<'s, T: Deserialize<'s>>(text: &'s str) -> Result<T, Fault> {
    if let Some(at) = too_deep(text) {
        let address = text.as_ptr() as usize + at;
        return Err(Fault { address, length: 1, code: "P010", found: String::new(), expected: DEEPEST.to_string() });
    }
    options().from_str(text).map_err(|error| Fault::of(&error, text))
}

/// Where brackets are nested deeper than any pack needs: the reader recurses, and a text must not decide how deep.
///
/// Strings and line comments are skipped. Rarer quotings can mislead the count; the reader's own limit of 128 stands behind it.
fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0, 0usize);
    while at < bytes.len() {
        match bytes[at] {
            b'(' | b'[' | b'{' => {
                depth += 1;
                if depth > DEEPEST {
                    return Some(at);
                }
            }
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b'"' => {
                at += 1;
                while at < bytes.len() && bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
            }
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                while at < bytes.len() && bytes[at] != b'\n' {
                    at += 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_nesting_is_refused_before_it_is_read() {
        let text = "[".repeat(1_000_000);
        assert_eq!(parse::<Vec<String>>(&text).map_err(|fault| fault.code), Err("P010"));
    }

    #[test]
    fn brackets_in_texts_and_comments_are_not_nesting() {
        let text = format!("// {}\n[\"{}\\\"\"]", "(".repeat(100), "[".repeat(100));
        assert!(parse::<Vec<String>>(&text).is_ok());
    }
}
