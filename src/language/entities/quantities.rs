//! How many of something.

use super::scan::{Scan, number, regex, starts_with_word};
use crate::language::EntityKind::Quantity;
use regex::Regex;

/// Finds numbers of things.
#[derive(Debug)]
pub(super) struct Quantities {
    counted: Regex,
    /// Of people: "there are four of us".
    people: Regex,
    /// What follows the number of a house.
    street: Regex,
}

/// After these a number is part of an address or of nothing that is counted.
const NOT_COUNTED: &[&str] = &[
    "rue",
    "avenue",
    "boulevard",
    "place",
    "chemin",
    "allee",
    "impasse",
    "quai",
    "route",
    "cours",
    "bis",
    "ter",
    "road",
    "street",
    "lane",
    "drive",
    "et",
    "ou",
    "a",
    "est",
    "and",
    "or",
    "to",
    "is",
    "sur",
    "out",
    "in",
    "on",
    "at",
    "of",
    "the",
    "le",
    "la",
    "les",
    "de",
    "du",
    "c",
    "that",
    "please",
    "virgule",
    "point",
    "dot",
    "with",
    "for",
    "pour",
    "dans",
    "vous",
    "je",
    "you",
    "i",
    "we",
    "nous",
    "then",
    "puis",
    "svp",
    "s",
    "exact",
    "correct",
    "right",
    "yes",
    "oui",
    "par",
    "per",
    "mais",
    "but",
    "donc",
    "so",
];

impl Quantities {
    pub fn new() -> Quantities {
        Quantities {
            counted: regex(r"\b(\d{1,6}) [a-z]+"),
            people: regex(
                r"\b(?:nous sommes|on est|vous etes|ils sont|we are|there are|you are|we're|you're|they are) (\d{1,3})(?:$|[ .,!?])",
            ),
            street: regex(
                r"^[a-z'-]+(?: [a-z'-]+)?(?: [a-z'-]+)? (?:lane|road|street|avenue|drive|close|way|court|place|square|gardens|terrace|crescent|hill|row|mews|park)\b",
            ),
        }
    }

    pub fn find(&self, scan: &mut Scan<'_>) {
        scan.each(&self.counted, |scan, found| {
            let digits = found.get(1)?;
            let word = digits.end() + 1;
            let before = scan.before(digits.start());
            let part_of_more = before.ends_with(['.', ',', '/', ':', '-', '+', '°'])
                || before.trim_end().ends_with(|c: char| c.is_ascii_digit());
            let house = self.street.is_match(scan.after(word));
            let fits =
                !house && !starts_with_word(scan.after(word), NOT_COUNTED) && !scan.capital(word) && !part_of_more;
            let label = super::scan::ends_with_word(before, &["numero", "number", "niveau", "level", "le", "n"]);
            (fits && !label).then(|| (Quantity, number(found, 1).unwrap_or(0).to_string(), digits.range()))
        });
        scan.each(&self.people, |scan, found| {
            let digits = found.get(1)?;
            let unit = ["h", "heures", "minutes", "jours", "ans", "mois", "days", "minutes", "hours", "euros"];
            let fits = !starts_with_word(scan.after(digits.end()), &unit);
            fits.then(|| (Quantity, digits.as_str().to_owned(), digits.range()))
        });
    }
}
