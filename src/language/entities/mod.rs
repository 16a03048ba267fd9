//! Amounts, dates, numbers and names in an utterance.

use super::Entity;
use crate::locale::Language;

/// All entities in the order of the text; none overlaps another.
pub(super) fn find(utterance: &str, language: Language, date: Option<jiff::civil::Date>) -> Vec<Entity> {
    let _ = (utterance, language, date);
    Vec::new()
}
