//! Shares of a hundred.

use crate::locale::Language;

/// As each language writes it: French sets the sign apart.
pub fn percent(value: impl std::fmt::Display, language: Language) -> String {
    match language {
        Language::French => format!("{value}\u{a0}%"),
        Language::English => format!("{value}%"),
    }
}
