//! `headset understand`: one utterance a line in, one JSON object a line out.

use super::{CLEAN, COULD_NOT_RUN, Common};
use crate::language::Recogniser;
use std::io::{BufRead, Write as _};

/// Bytes of a line that are kept: more than the recogniser looks at. The rest is read and forgotten.
const LONGEST_LINE: usize = 64 * 1_024;

pub fn run(common: &Common, date: Option<jiff::civil::Date>) -> u8 {
    let recogniser = Recogniser::new(common.language());
    let mut input = std::io::stdin().lock();
    let mut output = std::io::stdout().lock();
    let mut line = Vec::new();
    loop {
        match read(&mut input, &mut line) {
            Ok(false) => return CLEAN,
            Ok(true) => {}
            Err(error) => {
                eprintln!("{error}");
                return COULD_NOT_RUN;
            }
        }
        let utterance = String::from_utf8_lossy(&line);
        let understood = recogniser.understand(utterance.trim_end_matches('\r'), date);
        // A reader that has gone away is no error of ours.
        if writeln!(output, "{}", understood.to_json()).and_then(|()| output.flush()).is_err() {
            return CLEAN;
        }
    }
}

/// Reads a line without its end; false when there is none left.
fn read(input: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<bool> {
    line.clear();
    let mut any = false;
    loop {
        let found = match input.fill_buf() {
            Ok(found) => found,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if found.is_empty() {
            return Ok(any);
        }
        any = true;
        let end = found.iter().position(|byte| *byte == b'\n');
        let piece = &found[..end.unwrap_or(found.len())];
        line.extend(&piece[..piece.len().min(LONGEST_LINE - line.len())]);
        let used = end.map_or(found.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(true);
        }
    }
}
