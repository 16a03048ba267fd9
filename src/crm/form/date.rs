//! Days as people type them.

use crate::crm::fold::fold;
use jiff::civil::Date;

const MONTHS: [[&str; 2]; 12] = [
    ["janvier", "january"],
    ["fevrier", "february"],
    ["mars", "march"],
    ["avril", "april"],
    ["mai", "may"],
    ["juin", "june"],
    ["juillet", "july"],
    ["aout", "august"],
    ["septembre", "september"],
    ["octobre", "october"],
    ["novembre", "november"],
    ["decembre", "december"],
];

/// Words that may stand around a date without saying anything the form needs.
const FILLERS: &[&str] = &[
    "le",
    "the",
    "of",
    "on",
    "er",
    "st",
    "nd",
    "rd",
    "th",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "lun",
    "mer",
    "jeu",
    "ven",
    "sam",
    "dim",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
];

/// Reads `2026-09-14`, `14/09/2026`, `14.9.26`, `14092026`, `lundi 14 septembre 2026`, `Sept 14th, 2026`.
///
/// Numbers alone are day, month, year, as in France and Britain; month before day is understood where it can be nothing
/// else (`09/14/2026`). Two figures of the year mean this century, in a date of birth (`birth`) the years 1930 to 2029.
/// A date without year is none: the form must not guess.
pub fn read(text: &str, birth: bool) -> Option<Date> {
    let folded = fold(text);
    let parts: Vec<&str> = split(&folded).into_iter().filter(|part| !FILLERS.contains(part)).collect();
    let number = |part: &str| -> Option<i16> { (part.len() <= 4).then(|| part.parse().ok()).flatten() };
    let (year, month, day) = match parts.as_slice() {
        [all] if all.len() == 8 && all.bytes().all(|byte| byte.is_ascii_digit()) => {
            return run(&all[0..4], &all[4..6], &all[6..8]).or_else(|| run(&all[4..8], &all[2..4], &all[0..2]));
        }
        [first, second, third] => {
            let last = if third.len() == 2 { century(number(third)?, birth) } else { number(third)? };
            match (number(first), number(second), month_named(first), month_named(second)) {
                (Some(year), Some(month), ..) if first.len() == 4 => (year, month, number(third)?),
                (Some(month), Some(day), ..) if day > 12 && month <= 12 => (last, month, day),
                (Some(day), Some(month), ..) => (last, month, day),
                (Some(year), None, _, Some(month)) if first.len() == 4 => (year, month, number(third)?),
                (Some(day), None, _, Some(month)) => (last, month, day),
                (None, Some(day), Some(month), _) => (last, month, day),
                _ => return None,
            }
        }
        _ => return None,
    };
    checked(year, month, day)
}

fn run(year: &str, month: &str, day: &str) -> Option<Date> {
    checked(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

fn checked(year: i16, month: i16, day: i16) -> Option<Date> {
    if !(1900..=2100).contains(&year) {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn century(year: i16, birth: bool) -> i16 {
    if birth && year >= 30 { 1900 + year } else { 2000 + year }
}

/// Runs of digits and runs of letters.
fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |char: char| {
            if first.is_ascii_digit() { char.is_ascii_digit() } else { first.is_alphabetic() && char.is_alphabetic() }
        };
        let end = rest.find(|char| !same(char)).unwrap_or(rest.len());
        if end == 0 {
            rest = &rest[first.len_utf8()..];
        } else {
            parts.push(&rest[..end]);
            rest = &rest[end..];
        }
    }
    parts
}

/// A month by its name or the beginning of it, if only one month begins so.
pub fn month_named(word: &str) -> Option<i16> {
    if word.len() < 3 {
        return None;
    }
    let mut found = None;
    for (month, names) in (1..).zip(&MONTHS) {
        if names.iter().any(|name| name.starts_with(word)) {
            if found.is_some() {
                return None;
            }
            found = Some(month);
        }
    }
    found
}
