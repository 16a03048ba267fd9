//! `headset understand`: one utterance a line in, one JSON object a line out.

use super::{CLEAN, COULD_NOT_RUN, Common};
use crate::language::Recogniser;
use std::io::{BufRead as _, Write as _};

pub fn run(common: &Common, date: Option<jiff::civil::Date>) -> u8 {
    let recogniser = Recogniser::new(common.language());
    let mut input = std::io::stdin().lock();
    let mut output = std::io::stdout().lock();
    let mut line = Vec::new();
    loop {
        line.clear();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => return CLEAN,
            Ok(_) => {}
            Err(error) => {
                eprintln!("{error}");
                return COULD_NOT_RUN;
            }
        }
        let utterance = String::from_utf8_lossy(&line);
        let understood = recogniser.understand(utterance.trim_end_matches(['\n', '\r']), date);
        // A reader that has gone away is no error of ours.
        if writeln!(output, "{}", understood.to_json()).and_then(|()| output.flush()).is_err() {
            return CLEAN;
        }
    }
}
