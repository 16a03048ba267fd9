//! Forms: what people type, in French or in English, turned into the canonical form that is stored and compared.

mod amount;
mod contact;
mod date;
mod phone;
mod time;

pub use amount::read as read_amount;
pub use date::{month_named, read as read_date};
pub use phone::{Region, read as read_phone};
pub use time::read as read_time;

use super::fold::fold;
use super::{Refusal, SeedRecord};
use crate::locale::Language;
use crate::pack::fields::{Field, FieldType, find};
use crate::value::{Amount, Currency, Value};
use unicode_normalization::UnicodeNormalization as _;

/// Characters that a line takes.
const LINE_LIMIT: usize = 200;
/// Characters that a note takes.
const NOTE_LIMIT: usize = 4000;
/// Characters of a refused value that are quoted back.
const QUOTED: usize = 60;

/// A stored value as people write it into a form of their language; a choice stays its name.
pub fn written(field: &Field, value: &str, language: Language) -> String {
    match field.kind {
        FieldType::Amount => Amount::parse(value).map(|amount| amount.written(language)),
        FieldType::Date => value
            .parse::<jiff::civil::Date>()
            .ok()
            .map(|date| format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())),
        FieldType::Phone => Some(Value::Phone(value.to_owned()).written(language)),
        _ => None,
    }
    .unwrap_or_else(|| value.to_owned())
}

/// What goes without saying where the company works: learnt from the records the CRM starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Habits {
    pub language: Language,
    /// Of an amount without a sign.
    pub currency: Currency,
    /// Of a telephone number without a country code.
    pub region: Region,
}

impl Habits {
    /// The currency and the country that most records have; euro and France when there is nothing to learn from.
    pub fn of(records: &[SeedRecord], language: Language) -> Habits {
        let mut currencies = [0_usize; Currency::ALL.len()];
        let mut regions = [0_usize; Region::ALL.len()];
        for record in records {
            for (name, value) in &record.fields {
                match find(record.kind, name).map(|field| field.kind) {
                    Some(FieldType::Amount) => {
                        let currency = Amount::parse(value).map(|amount| amount.currency);
                        if let Some(at) = Currency::ALL.iter().position(|known| Some(*known) == currency) {
                            currencies[at] += 1;
                        }
                    }
                    Some(FieldType::Phone) => {
                        if let Some(at) = Region::ALL.iter().position(|region| value.starts_with(region.prefix())) {
                            regions[at] += 1;
                        }
                    }
                    _ => {}
                }
            }
        }
        Habits { language, currency: most(&Currency::ALL, &currencies), region: most(&Region::ALL, &regions) }
    }
}

/// The item counted most; the first one of equals.
fn most<T: Copy>(items: &[T], counts: &[usize]) -> T {
    let mut best = 0;
    for (at, count) in counts.iter().enumerate() {
        if *count > counts[best] {
            best = at;
        }
    }
    items[best]
}

/// The canonical form of what was typed into a field; empty stays empty.
pub fn canonical(field: &Field, typed: &str, habits: Habits) -> Result<String, Refusal> {
    let limit = if field.kind == FieldType::Note { NOTE_LIMIT } else { LINE_LIMIT };
    // Counted before anything else is done to it: a megabyte is refused at the cost of a short text.
    if typed.chars().nth(limit * 2).is_some() {
        return Err(too_long(typed, limit));
    }
    let text = if field.kind == FieldType::Note { note(typed) } else { line(typed) };
    if text.chars().count() > limit {
        return Err(too_long(typed, limit));
    }
    if text.is_empty() {
        return Ok(text);
    }
    let refused = |key| Err(Refusal { key, arguments: vec![("value", quote(&text))] });
    match field.kind {
        FieldType::Text | FieldType::Note => Ok(text),
        FieldType::Choice(choices) => choice(&text, choices),
        FieldType::Date => match read_date(&text, field.name == "birth_date") {
            Some(date) => Ok(date.to_string()),
            None => refused("crm-refused-date"),
        },
        FieldType::Time => match read_time(&text) {
            Some(time) => Ok(format!("{:02}:{:02}", time.hour(), time.minute())),
            None => refused("crm-refused-time"),
        },
        FieldType::Amount => match read_amount(&text, habits.currency, habits.language) {
            Some(amount) => Ok(amount.canonical()),
            None => refused("crm-refused-amount"),
        },
        FieldType::Phone => read_phone(&text, habits.region).map_or_else(|| refused("crm-refused-phone"), Ok),
        FieldType::Email => contact::email(&text).map_or_else(|| refused("crm-refused-email"), Ok),
        FieldType::PostalCode => contact::postal_code(&text).map_or_else(|| refused("crm-refused-postal-code"), Ok),
        FieldType::YesNo => yes_no(&text).map_or_else(|| refused("crm-refused-yes-no"), |word| Ok(word.to_owned())),
        FieldType::Number => {
            // A rating is said and typed out of ten.
            let out_of_ten = if field.name == "satisfaction" { text.strip_suffix("/10") } else { None };
            match number(out_of_ten.unwrap_or(&text).trim_end()) {
                Some(number) => Ok(number.to_string()),
                None => refused("crm-refused-number"),
            }
        }
    }
}

fn too_long(typed: &str, limit: usize) -> Refusal {
    Refusal { key: "crm-refused-too-long", arguments: vec![("value", quote(typed)), ("limit", limit.to_string())] }
}

/// The beginning of a refused value, to be shown to whoever typed it.
fn quote(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// One line: composed characters, single spaces, nothing invisible.
fn line(typed: &str) -> String {
    let text: String = typed.nfc().map(|char| if char.is_control() { ' ' } else { char }).filter(visible).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines, without space at their ends and without empty ones before and after.
fn note(typed: &str) -> String {
    let text: String =
        typed.nfc().filter(|char| *char == '\n' || *char == '\t' || !char.is_control()).filter(visible).collect();
    let lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

/// False for marks of width nought and of writing direction: they come with pasted text and make equal values unequal.
fn visible(char: &char) -> bool {
    !matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn choice(text: &str, choices: &'static [&'static str]) -> Result<String, Refusal> {
    let name: String = fold(text).chars().map(|char| if matches!(char, ' ' | '-') { '_' } else { char }).collect();
    match choices.iter().find(|choice| **choice == name) {
        Some(choice) => Ok((*choice).to_owned()),
        None => Err(Refusal {
            key: "crm-refused-choice",
            arguments: vec![("value", quote(text)), ("choices", choices.join(", "))],
        }),
    }
}

fn yes_no(text: &str) -> Option<&'static str> {
    match fold(text).as_str() {
        "yes" | "y" | "oui" | "o" | "true" | "vrai" | "1" => Some("yes"),
        "no" | "n" | "non" | "false" | "faux" | "0" => Some("no"),
        _ => None,
    }
}

/// A whole number of at most nine digits, thousands grouped or not.
fn number(text: &str) -> Option<i64> {
    let folded = fold(text);
    let (negative, digits) = match folded.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, folded.as_str()),
    };
    let digits: String = digits.chars().filter(|char| *char != ' ').collect();
    if digits.is_empty() || digits.len() > 9 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().map(|number: i64| if negative { -number } else { number })
}

#[cfg(test)]
mod tests;
