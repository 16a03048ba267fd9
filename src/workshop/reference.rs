//! The pages of the manual that follow from the code: every word of behaviour scripts, every diagnostic with an example
//! and its cure. A test writes them and finds what is missing.

use crate::behaviour::Behaviour;
use crate::wording::Wording;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What brings a diagnostic about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The diagnostic as an author sees it.
    pub shown: String,
    /// What was written, and what should have been: pairs of wrong and right.
    pub cure: Vec<(String, String)>,
}

/// The page, in the language of the words. `examples`: code → example.
pub fn page(words: &Wording, examples: &BTreeMap<String, Example>) -> String {
    let mut out = format!(
        "# {}\n\n{}\n\n## {}\n",
        words.text("reference-title"),
        words.text("reference-made"),
        words.text("reference-scripts")
    );
    let mut of = "";
    for word in Behaviour::words() {
        if word.of != of {
            of = word.of;
            let _ = write!(out, "\n### {}\n\n| | |\n|---|---|\n", words.text(&format!("script-of-{of}")));
        }
        let forms: Vec<String> = word.forms.iter().map(|form| format!("`{form}`")).collect();
        let _ = writeln!(out, "| {} | {} |", forms.join(" · "), words.text(&format!("script-{of}-{}", word.name)));
    }
    let _ = write!(out, "\n## {}\n\n{}\n", words.text("reference-diagnostics"), words.text("reference-how-to-read"));
    let mut group = '-';
    for code in Wording::codes() {
        let first = code.chars().next().unwrap_or('P');
        if first != group {
            group = first;
            let _ = write!(out, "\n### {}\n", words.text(&format!("reference-group-{first}")));
        }
        let _ = write!(out, "\n#### {code}\n\n");
        match examples.get(&code) {
            Some(example) => {
                let _ = write!(out, "```text\n{}\n```\n", example.shown.trim_end());
                if !example.cure.is_empty() {
                    out.push_str("```diff\n");
                    for (wrong, right) in &example.cure {
                        let _ = write!(out, "- {wrong}\n+ {right}\n");
                    }
                    out.push_str("```\n");
                }
            }
            None => {
                let _ = writeln!(out, "{}\n\n{}", words.text(&code), words.text(&format!("{code}-help")));
            }
        }
    }
    out
}
