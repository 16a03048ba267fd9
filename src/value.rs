//! Values that calls are about (amounts, dates, numbers, names) in one normalised form, shared by packs, CRM, understanding and score.
//!
//! The *canonical* form is what the program compares (`EUR 29.90`, `2026-12-03`, `+33612345678`); the *written*
//! form is what people of a language read (`29,90 €`, `3 décembre 2026`). See MOVES for the list of kinds.

use crate::locale::Language;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// A currency that packs may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Currency {
    #[serde(rename = "EUR")]
    Eur,
    #[serde(rename = "GBP")]
    Gbp,
    #[serde(rename = "USD")]
    Usd,
    #[serde(rename = "CHF")]
    Chf,
    #[serde(rename = "CAD")]
    Cad,
}

impl Currency {
    /// Every currency.
    pub const ALL: [Currency; 5] = [Currency::Eur, Currency::Gbp, Currency::Usd, Currency::Chf, Currency::Cad];

    /// ISO 4217 code.
    pub fn code(self) -> &'static str {
        match self {
            Currency::Eur => "EUR",
            Currency::Gbp => "GBP",
            Currency::Usd => "USD",
            Currency::Chf => "CHF",
            Currency::Cad => "CAD",
        }
    }

    /// Reads an ISO 4217 code.
    pub fn from_code(code: &str) -> Option<Currency> {
        Currency::ALL.into_iter().find(|currency| currency.code() == code)
    }

    fn sign(self) -> &'static str {
        match self {
            Currency::Eur => "€",
            Currency::Gbp => "£",
            Currency::Usd | Currency::Cad => "$",
            Currency::Chf => "CHF",
        }
    }
}

/// An amount of money in cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Amount {
    /// Hundredths of the currency's unit.
    pub cents: i64,
    /// The currency.
    pub currency: Currency,
}

impl Amount {
    /// `EUR 29.90`
    pub fn canonical(self) -> String {
        let sign = if self.cents < 0 { "-" } else { "" };
        let cents = self.cents.unsigned_abs();
        format!("{} {sign}{}.{:02}", self.currency.code(), cents / 100, cents % 100)
    }

    /// Reads `EUR 29.90` (also `EUR 29` and `EUR 29.9`).
    pub fn parse(text: &str) -> Option<Amount> {
        let (code, number) = text.trim().split_once(' ')?;
        let currency = Currency::from_code(code)?;
        let (negative, number) = match number.trim().strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, number.trim()),
        };
        let (units, hundredths) = number.split_once('.').unwrap_or((number, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(units) || !digits(hundredths) || hundredths.len() > 2 || units.len() > 12 {
            return None;
        }
        let scale = if hundredths.len() == 1 { 10 } else { 1 };
        let cents = units.parse::<i64>().ok()? * 100 + hundredths.parse::<i64>().ok()? * scale;
        Some(Amount { cents: if negative { -cents } else { cents }, currency })
    }

    /// `29,90 €` in French (with a no-break space), `€29.90` in English.
    pub fn written(self, language: Language) -> String {
        let sign = if self.cents < 0 { "-" } else { "" };
        let cents = self.cents.unsigned_abs();
        let (units, rest) = (group(cents / 100, language), cents % 100);
        match language {
            Language::French => format!("{sign}{units},{rest:02}\u{a0}{}", self.currency.sign()),
            Language::English => format!("{sign}{}{units}.{rest:02}", self.currency.sign()),
        }
    }
}

/// Groups thousands: a narrow no-break space in French, a comma in English.
fn group(number: u64, language: Language) -> String {
    let digits = number.to_string();
    let separator = match language {
        Language::French => '\u{202f}',
        Language::English => ',',
    };
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A value of a variable, an expected CRM field or an entity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Words, numbers with letters, e-mails, names: compared as written.
    Text(String),
    /// Money.
    Amount(Amount),
    /// A day.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// A whole number.
    Number(i64),
    /// A telephone number in E.164 (`+33612345678`).
    Phone(String),
}

impl Value {
    /// The form that is compared and stored.
    pub fn canonical(&self) -> String {
        match self {
            Value::Text(text) | Value::Phone(text) => text.clone(),
            Value::Amount(amount) => amount.canonical(),
            Value::Date(date) => date.to_string(),
            Value::Time(time) => format!("{:02}:{:02}", time.hour(), time.minute()),
            Value::Number(number) => number.to_string(),
        }
    }

    /// The form that people of a language read and say.
    pub fn written(&self, language: Language) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Amount(amount) => amount.written(language),
            Value::Date(date) => written_date(*date, language),
            Value::Time(time) => match (language, time.minute()) {
                (Language::French, 0) => format!("{}\u{a0}h", time.hour()),
                (Language::French, minute) => format!("{}\u{a0}h\u{a0}{minute:02}", time.hour()),
                (Language::English, minute) => format!("{}:{minute:02}", time.hour()),
            },
            Value::Number(number) => number.to_string(),
            Value::Phone(number) => written_phone(number, language),
        }
    }
}

/// `3 décembre 2026`, `3 December 2026`.
pub fn written_date(date: Date, language: Language) -> String {
    format!("{} {}", written_day(date, language), date.year())
}

/// `3 décembre`, `3 December`.
pub fn written_day(date: Date, language: Language) -> String {
    const FRENCH: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    const ENGLISH: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let months = match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
    };
    let day = match (language, date.day()) {
        (Language::French, 1) => "1er".to_owned(),
        (_, day) => day.to_string(),
    };
    format!("{day} {}", months[date.month() as usize - 1])
}

/// French numbers in pairs (`06 12 34 56 78`); others as they are.
fn written_phone(number: &str, _language: Language) -> String {
    match number.strip_prefix("+33") {
        Some(rest) if rest.len() == 9 && rest.bytes().all(|byte| byte.is_ascii_digit()) => {
            let national = format!("0{rest}");
            let pairs: Vec<&str> = (0..5).filter_map(|pair| national.get(pair * 2..pair * 2 + 2)).collect();
            pairs.join("\u{a0}")
        }
        _ => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_round_trip_and_are_written_as_people_write_them() {
        let amount = Amount::parse("EUR 1299.9").expect("a valid amount");
        assert_eq!(amount.canonical(), "EUR 1299.90");
        assert_eq!(amount.written(Language::French), "1\u{202f}299,90\u{a0}€");
        assert_eq!(amount.written(Language::English), "€1,299.90");
        assert_eq!(Amount::parse("EUR 12.999"), None);
        assert_eq!(Amount::parse("29.90"), None);
    }

    #[test]
    fn phones_and_dates_are_written_as_people_write_them() {
        assert_eq!(Value::Phone("+33612345678".into()).written(Language::French), "06\u{a0}12\u{a0}34\u{a0}56\u{a0}78");
        let date = Date::constant(2026, 12, 1);
        assert_eq!(written_date(date, Language::French), "1er décembre 2026");
        assert_eq!(written_date(date, Language::English), "1 December 2026");
    }
}
