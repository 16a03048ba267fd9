//! Amounts, dates, numbers and names in an utterance, as typed or as a speech recogniser prints them.
//!
//! Numbers in words are put in digits first (`numbers`); what follows looks for each kind of thing in the result, the
//! most telling kinds first, and what one has taken no other takes.

mod contacts;
mod dates;
mod letters;
mod money;
mod names;
mod numbers;
mod quantities;
mod scan;
#[cfg(test)]
mod tests;
mod times;

use super::text::fold;
use super::{Entity, Span};
use crate::locale::Language;
use crate::value::Currency;
use scan::Scan;

/// Finds entities of one language.
#[derive(Debug)]
pub(super) struct Finder {
    language: Language,
    contacts: contacts::Contacts,
    dates: dates::Dates,
    money: money::Money,
    names: names::Names,
    quantities: quantities::Quantities,
    times: times::Times,
}

impl Finder {
    pub fn new(language: Language, not_names: &'static str) -> Finder {
        Finder {
            language,
            contacts: contacts::Contacts::new(language),
            dates: dates::Dates::new(language),
            money: money::Money::new(language),
            names: names::Names::new(language, not_names),
            quantities: quantities::Quantities::new(),
            times: times::Times::new(language),
        }
    }

    /// All entities in the order of the text; none overlaps another. Relative dates need the day of the call, prices without
    /// a currency that of the call.
    pub fn find(&self, utterance: &str, today: Option<jiff::civil::Date>, currency: Option<Currency>) -> Vec<Entity> {
        let mut scan = Scan::new(utterance, self.language);
        self.contacts.find(&mut scan);
        self.dates.find(&mut scan, today);
        self.money.find(&mut scan, currency);
        self.times.find(&mut scan);
        self.contacts.find_postal(&mut scan);
        self.names.find(&mut scan);
        self.quantities.find(&mut scan);
        scan.finish()
    }

    /// Whether a plain word is known to be nobody's name.
    pub fn no_name(&self, word: &str) -> bool {
        self.names.excludes(word)
    }

    /// The whole numbers of a text, in digits or words, with their places; whatever they are the number of.
    pub fn numbers(&self, utterance: &str) -> Vec<(Span, u64)> {
        let plain = letters::spelled(&fold(utterance), self.language);
        let pieces = numbers::in_digits(&plain, self.language);
        let mut found: Vec<(Span, u64)> = Vec::new();
        let mut digits = String::new();
        let mut place = Span(0, 0);
        for piece in &pieces {
            if piece.text.bytes().all(|byte| byte.is_ascii_digit()) {
                if digits.is_empty() {
                    place = Span(piece.start, piece.end);
                }
                place.1 = piece.end;
                digits.push_str(&piece.text);
                continue;
            }
            found.extend(digits.parse().ok().map(|number| (place, number)));
            digits.clear();
        }
        found.extend(digits.parse().ok().map(|number| (place, number)));
        found
    }
}
