//! Whether a note mentions something, however it is phrased: inflected words, amounts, dates, times and numbers in any writing.

use super::fold::{compact, fold, stem, words};
use super::form::{Habits, read_amount, read_date, read_phone, read_time};
use crate::value::Amount;
use jiff::civil::{Date, Time};
use regex::Regex;
use std::sync::LazyLock;

/// Letters from which on a word may have one typing error. In shorter ones it would be another word.
const FORGIVING: usize = 7;

static AMOUNTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)(?P<before>€|£|\$|\b(?:eur|gbp|usd|chf|cad)\b)?\ ?
        (?P<units>\d{1,3}(?:[\ .,']\d{3})+\b|\d+)
        (?:(?P<cents>[.,]\d{1,2})\b|\ ?(?P<after>€|£|\$|(?:euros?|eur|e|pounds?|gbp|dollars?|usd|chf|cad|francs?)\b)\ ?(?P<rest>\d\d\b)?)?",
    )
    .expect("the pattern is a constant and a test uses it")
});

static TIMES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)\b\d{1,2}\ ?(?:(?:h|heures?|:)\ ?(?:\d{2}\b)?(?:\ ?(?:am|pm|a\.m\.|p\.m\.))?|(?:\.\d\d)?\ ?(?:am|pm|a\.m\.|p\.m\.))|\b(?:midi|minuit|noon|midnight)\b",
    )
    .expect("the pattern is a constant and a test uses it")
});

/// A text prepared for being asked what it mentions.
#[derive(Debug)]
pub struct Note {
    folded: String,
    words: Vec<String>,
    stems: Vec<String>,
    habits: Habits,
}

impl Note {
    pub fn new(text: &str, habits: Habits) -> Note {
        let words = words(text);
        let stems = words.iter().map(|word| stem(word, habits.language)).collect();
        Note { folded: fold(text), words, stems, habits }
    }

    /// True when the word, phrase or value occurs.
    pub fn mentions(&self, wanted: &str) -> bool {
        let wanted = wanted.trim();
        if self.has_phrase(wanted) {
            return true;
        }
        if !wanted.contains(|char: char| char.is_ascii_digit()) {
            return false;
        }
        let habits = self.habits;
        if read_phone(wanted, habits.region).is_some_and(|phone| self.has_phone(&phone)) {
            return true;
        }
        // A bare number ("2") is a word, no amount and no time. `12.30` may be either.
        if !wanted.chars().all(|char| char.is_ascii_digit())
            && (read_date(wanted, false).is_some_and(|date| self.has_date(date))
                || read_time(wanted).is_some_and(|time| self.has_time(time))
                || read_amount(wanted, habits.currency, habits.language).is_some_and(|amount| self.has_amount(amount)))
        {
            return true;
        }
        // References: `LT4481907` in `LT 448 1907`.
        let reference = compact(wanted);
        let letters = reference.chars().any(|char| !char.is_ascii_digit());
        reference.len() >= 6 && letters && !wanted.contains(' ') && self.words.concat().contains(&reference)
    }

    fn has_phrase(&self, wanted: &str) -> bool {
        let wanted = words(wanted);
        let stems: Vec<String> = wanted.iter().map(|word| stem(word, self.habits.language)).collect();
        if wanted.is_empty() || wanted.len() > self.words.len() {
            return false;
        }
        (0..=self.words.len() - wanted.len()).any(|start| {
            wanted
                .iter()
                .zip(&stems)
                .zip(self.words[start..].iter().zip(&self.stems[start..]))
                .all(|((word, stem), (found, found_stem))| stem == found_stem || word == found || nearly(word, found))
        })
    }

    fn has_date(&self, date: Date) -> bool {
        let number = |word: &str| word.trim_start_matches('0').parse::<i32>().ok();
        let (day, month, year) = (i32::from(date.day()), i32::from(date.month()), i32::from(date.year()));
        let year_fits = |word: Option<&String>| match word {
            // A year that is not given is this one; a number that cannot be a year is not part of the date.
            Some(word) if word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) => {
                number(word) == Some(year)
            }
            _ => true,
        };
        let is_day = |word: &str| {
            let digits = word.trim_end_matches(|char: char| char.is_ascii_alphabetic());
            let ordinal = matches!(&word[digits.len()..], "" | "er" | "st" | "nd" | "rd" | "th");
            ordinal && digits.len() <= 2 && number(digits) == Some(day)
        };
        let is_month = |word: &str| number(word) == Some(month) && word.len() <= 2;
        let is_month_name = |word: &str| super::form::month_named(word).map(i32::from) == Some(month);
        (0..self.words.len()).any(|at| {
            let word = self.words[at].as_str();
            let of = usize::from(self.words.get(at + 1).is_some_and(|word| matches!(word.as_str(), "of" | "de")));
            let word_at = |ahead: usize| self.words.get(at + ahead).map_or("", String::as_str);
            (is_day(word) && is_month_name(word_at(1 + of)) && year_fits(self.words.get(at + 2 + of)))
                || (is_month_name(word) && is_day(word_at(1)) && year_fits(self.words.get(at + 2)))
                || (word.len() <= 2 && is_day(word) && is_month(word_at(1)) && year_fits(self.words.get(at + 2)))
                || (word.len() == 4 && number(word) == Some(year) && is_month(word_at(1)) && is_day(word_at(2)))
        })
    }

    fn has_time(&self, time: Time) -> bool {
        TIMES.find_iter(&self.folded).any(|found| read_time(found.as_str()) == Some(time))
    }

    fn has_phone(&self, phone: &str) -> bool {
        let digits = phone.trim_start_matches('+');
        let home = digits.strip_prefix(&self.habits.region.prefix()[1..]).map(|rest| format!("0{rest}"));
        let text: String =
            self.folded.chars().filter(|char| !matches!(char, ' ' | '.' | '-' | '(' | ')' | '/')).collect();
        text.contains(digits) || home.is_some_and(|home| text.contains(&home))
    }

    fn has_amount(&self, wanted: Amount) -> bool {
        AMOUNTS.captures_iter(&self.folded).any(|found| {
            let (before, after) = (found.name("before"), found.name("after"));
            // A whole number is an amount only with a sign; one with cents is, as people write it.
            if before.is_none() && after.is_none() && found.name("cents").is_none() {
                return false;
            }
            let text = found.get(0).map_or("", |text| text.as_str());
            read_amount(text, wanted.currency, self.habits.language) == Some(wanted)
        })
    }
}

/// Equal but for one typing error, in a word long enough not to be another one.
fn nearly(word: &str, found: &str) -> bool {
    let length = word.chars().count();
    length >= FORGIVING
        && found.chars().count().abs_diff(length) <= 1
        && word.chars().next() == found.chars().next()
        && !word.bytes().any(|byte| byte.is_ascii_digit())
        && strsim::osa_distance(word, found) <= 1
}
