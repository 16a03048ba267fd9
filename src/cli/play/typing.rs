//! Reading lines with editing and history, and when the first key was pressed: typing is never charged, thinking is.

use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{Editor, completion, highlight, hint, validate};
use std::cell::Cell;
use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::time::Instant;

/// A pause is never charged longer than this: somebody has left his desk.
const LONGEST_PAUSE_MS: u64 = 120_000;
/// Lines from a pipe come without pauses; a person would need about this long.
const PIPE_THINKING_MS: u64 = 1_000;

/// A line and how long was thought before its first key.
#[derive(Debug)]
pub struct Line {
    pub text: String,
    pub thinking_ms: u64,
}

/// What is to become of a call that was interrupted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Go on with it.
    GoOn,
    /// See what it is worth as it stands, and close it.
    Debrief,
    /// Leave it and start anew.
    Leave,
}

impl Wish {
    fn from_answer(answer: &str) -> Wish {
        match answer.trim().to_lowercase().as_str() {
            "y" | "yes" | "o" | "oui" => Wish::GoOn,
            "d" | "debrief" | "débrief" | "débriefing" => Wish::Debrief,
            _ => Wish::Leave,
        }
    }
}

/// Notices the first key: hints are asked for at every change of the line.
#[derive(Default)]
pub struct FirstKey {
    pressed: Cell<Option<Instant>>,
}

impl completion::Completer for FirstKey {
    type Candidate = String;
}
impl highlight::Highlighter for FirstKey {}
impl validate::Validator for FirstKey {}
impl rustyline::Helper for FirstKey {}

impl hint::Hinter for FirstKey {
    type Hint = String;
    fn hint(&self, line: &str, _at: usize, _context: &rustyline::Context<'_>) -> Option<String> {
        if !line.is_empty() && self.pressed.get().is_none() {
            self.pressed.set(Some(Instant::now()));
        }
        None
    }
}

/// The trainee's keyboard: a terminal with line editing, or a pipe.
pub enum Keyboard {
    Terminal(Box<Editor<FirstKey, DefaultHistory>>),
    Pipe,
}

impl Keyboard {
    pub fn new() -> Option<Keyboard> {
        if !std::io::stdin().is_terminal() {
            return Some(Keyboard::Pipe);
        }
        let mut editor = Editor::new().ok()?;
        editor.set_helper(Some(FirstKey::default()));
        Some(Keyboard::Terminal(Box::new(editor)))
    }

    /// The next line; `None` at the end of input.
    pub fn read(&mut self, prompt: &str) -> Option<Line> {
        match self {
            Keyboard::Pipe => {
                let mut line = Vec::new();
                let read = std::io::stdin().lock().read_until(b'\n', &mut line).ok()?;
                let text = String::from_utf8_lossy(&line).into_owned();
                (read > 0).then_some(Line { text, thinking_ms: PIPE_THINKING_MS })
            }
            Keyboard::Terminal(editor) => {
                let began = Instant::now();
                if let Some(helper) = editor.helper() {
                    helper.pressed.set(None);
                }
                match editor.readline(prompt) {
                    Ok(text) => {
                        let pressed =
                            editor.helper().and_then(|helper| helper.pressed.get()).unwrap_or_else(Instant::now);
                        let thought = pressed.saturating_duration_since(began).as_millis() as u64;
                        let _ = editor.add_history_entry(text.as_str());
                        Some(Line { text, thinking_ms: thought.min(LONGEST_PAUSE_MS) })
                    }
                    Err(ReadlineError::Interrupted) => Some(Line { text: String::new(), thinking_ms: 0 }),
                    Err(_) => None,
                }
            }
        }
    }

    /// Asks what to do with a call that was interrupted; a pipe leaves it.
    pub fn ask(&mut self, question: &str) -> Wish {
        let Keyboard::Terminal(_) = self else { return Wish::Leave };
        let _ = write!(std::io::stdout(), "{question} ");
        let _ = std::io::stdout().flush();
        Wish::from_answer(&self.read("").map(|line| line.text).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::Wish;

    #[test]
    fn an_answer_in_either_language_says_what_becomes_of_a_call() {
        for (answer, wish) in
            [("y", Wish::GoOn), (" Oui ", Wish::GoOn), ("D", Wish::Debrief), ("n", Wish::Leave), ("", Wish::Leave)]
        {
            assert_eq!(Wish::from_answer(answer), wish, "{answer}");
        }
    }
}
