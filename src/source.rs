//! Where a thing was written: byte offsets in a text turned into lines and columns that people read.

use serde::Serialize;

/// A stretch of a file. Lines and columns count from 1; columns count characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// Path as the reader knows it (`scenarios/inbound-telecom/pack.ron`).
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Characters marked on that line (at least 1).
    pub length: u32,
}

/// A text file that was read, kept so that problems can be shown in it.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path as the reader knows it.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl Source {
    /// The place of `length` bytes at byte `offset`; clipped to the text and to one line.
    pub fn place(&self, offset: usize, length: usize) -> Place {
        let offset = self.floor(offset);
        let before = &self.text[..offset];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = self.floor(offset.saturating_add(length));
        let marked = self.text[offset..end].lines().next().unwrap_or("");
        Place {
            file: self.path.clone(),
            line: before.matches('\n').count() as u32 + 1,
            column: before[line_start..].chars().count() as u32 + 1,
            length: (marked.chars().count() as u32).max(1),
        }
    }

    /// The place of a slice of this very text (a borrow of it, not a copy).
    pub fn place_of(&self, slice: &str) -> Place {
        let offset = (slice.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.place(offset, slice.len())
    }

    /// The place of a line and column that a parser reports (both from 1).
    pub fn place_at(&self, line: usize, column: usize) -> Place {
        Place { file: self.path.clone(), line: line.max(1) as u32, column: column.max(1) as u32, length: 1 }
    }

    /// The text of a line, from 1, without its end.
    pub fn line(&self, number: u32) -> &str {
        self.text.lines().nth(number.saturating_sub(1) as usize).unwrap_or("")
    }

    fn floor(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source { path: "a.ron".into(), text: text.into() }
    }

    #[test]
    fn columns_count_characters() {
        let source = source("é\r\nça va\n");
        let slice = &source.text[source.text.find("va").expect("there")..][..2];
        let place = source.place_of(slice);
        assert_eq!((place.line, place.column, place.length), (2, 4, 2));
        assert_eq!(source.line(2), "ça va");
    }

    #[test]
    fn places_are_clipped_to_the_text_and_to_a_line() {
        let source = source("ab\ncd");
        assert_eq!(source.place(1, 100).length, 1);
        assert_eq!(source.place(100, 5), Place { file: "a.ron".into(), line: 2, column: 3, length: 1 });
        assert_eq!(source.place_of("elsewhere").file, "a.ron");
    }
}
