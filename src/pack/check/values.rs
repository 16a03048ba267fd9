//! Values as authors write them: prices, dates, times, numbers, and how variables are drawn.

use super::inspection::{Inspection, VariableType};
use super::known::Kind;
use crate::pack::at::{At, Entries};
use crate::pack::model::{Template, Variation};
use crate::pack::order;
use crate::pack::raw::Name;
use crate::value::{Amount, Currency};
use jiff::civil::{Date, Time};
use std::collections::BTreeMap;

/// Characters one value of a variable may have.
const LONGEST_VALUE: usize = 200;
/// Days a date may lie from the call's: more than a life.
const MOST_DAYS: i32 = 40_000;
/// Hundredths an amount may have: enough for a house.
const MOST_CENTS: i64 = 1_000_000_000;

impl<'s> Inspection<'s> {
    /// A price in the pack's currency.
    pub fn price(&mut self, name: &Name<'s>) -> Amount {
        let nothing = Amount { cents: 0, currency: self.currency.unwrap_or(Currency::Eur) };
        let Some(amount) = Amount::parse(&name.value).filter(|amount| (0..=MOST_CENTS).contains(&amount.cents)) else {
            self.error(name.slice, "P301", &[("name", &name.value)]);
            return nothing;
        };
        if let Some(currency) = self.currency
            && amount.currency != currency
        {
            self.error(name.slice, "P302", &[("found", amount.currency.code()), ("expected", currency.code())]);
        }
        amount
    }

    /// `2026-09-14`
    pub fn date(&mut self, name: &Name<'s>) -> Date {
        let date = name.value.parse::<Date>().ok().filter(|date| (1900..=2200).contains(&date.year()));
        if date.is_none() || name.value.len() != 10 {
            self.error(name.slice, "P303", &[("name", &name.value)]);
        }
        date.unwrap_or(Date::constant(2000, 1, 1))
    }

    /// `10:12`
    pub fn time(&mut self, name: &Name<'s>) -> Time {
        time(&name.value).unwrap_or_else(|| {
            self.error(name.slice, "P304", &[("name", &name.value)]);
            Time::midnight()
        })
    }

    /// Checks how the variables of a persona are drawn.
    pub fn variations(&mut self, persona: &str, vary: &Entries<'s, At<'s, Variation>>) -> BTreeMap<String, Variation> {
        for (name, variation) in &vary.0 {
            self.variation(persona, vary, &variation.value, variation.slice);
            if name.value.contains('.') || ["company", "operator", "today"].contains(&name.value.as_str()) {
                self.error(name.slice, "P335", &[("name", &name.value)]);
            }
        }
        let variations: BTreeMap<String, Variation> =
            vary.0.iter().map(|(name, variation)| (name.value.clone(), variation.value.clone())).collect();
        if let Err(cycle) = order::of(&variations, depends_on) {
            for (name, _) in vary.0.iter().filter(|(name, _)| cycle.contains(&name.value)) {
                self.error(name.slice, "P320", &[("name", &name.value), ("cycle", &cycle.join(" → "))]);
            }
        }
        variations
    }

    fn variation(
        &mut self,
        persona: &str,
        vary: &Entries<'s, At<'s, Variation>>,
        variation: &Variation,
        slice: &'s str,
    ) {
        match variation {
            Variation::OneOf(values) => self.values(values, slice),
            Variation::SameAs(other, values) => {
                self.values(values, slice);
                self.own_variable(persona, other, slice, None);
                let length = vary.0.iter().find(|(name, _)| name.value == *other).map(|(_, at)| match &at.value {
                    Variation::OneOf(values) | Variation::SameAs(_, values) => Some(values.len()),
                    _ => None,
                });
                match length {
                    Some(None) => self.error(slice, "P322", &[("name", other), ("expected", "one_of")]),
                    Some(Some(length)) if length != values.len() => {
                        let (found, expected) = (values.len().to_string(), length.to_string());
                        self.error(slice, "P319", &[("name", other), ("found", &found), ("expected", &expected)]);
                    }
                    _ => {}
                }
            }
            Variation::Amount { min, max, step } => {
                let read = |text: &str| Amount::parse(&format!("EUR {text}")).map(|amount| amount.cents);
                let mut cents = [0; 3];
                for (text, cents) in [min, max, step].into_iter().zip(&mut cents) {
                    match read(text).filter(|cents| (0..=MOST_CENTS).contains(cents)) {
                        Some(read) => *cents = read,
                        None => return self.error(super::texts::hole(slice, text), "P336", &[("name", text)]),
                    }
                }
                if cents[0] > cents[1] || cents[2] <= 0 {
                    self.error(slice, "P318", &[]);
                }
            }
            Variation::Times(other, factor) => {
                self.own_variable(persona, other, slice, Some(&[VariableType::Amount, VariableType::Number]));
                if factor.unsigned_abs() > 1_000 {
                    self.error(slice, "P306", &[("low", "-1000"), ("high", "1000")]);
                }
            }
            Variation::Sum(others) => {
                if others.is_empty() {
                    self.error(slice, "P307", &[]);
                }
                for other in others {
                    self.own_variable(persona, other, slice, Some(&[VariableType::Amount]));
                }
            }
            Variation::Date { from, to } => {
                if from > to {
                    self.error(slice, "P318", &[]);
                } else if *from < -MOST_DAYS || *to > MOST_DAYS {
                    let (low, high) = ((-MOST_DAYS).to_string(), MOST_DAYS.to_string());
                    self.error(slice, "P306", &[("low", &low), ("high", &high)]);
                }
            }
            Variation::Time { from, to, step_minutes } => {
                let mut times = [Time::midnight(); 2];
                for (text, read) in [from, to].into_iter().zip(&mut times) {
                    match time(text) {
                        Some(time) => *read = time,
                        None => return self.error(super::texts::hole(slice, text), "P304", &[("name", text)]),
                    }
                }
                if times[0] > times[1] || *step_minutes == 0 || *step_minutes > 1_440 {
                    self.error(slice, "P318", &[]);
                }
            }
            Variation::Number { min, max } => {
                if min > max {
                    self.error(slice, "P318", &[]);
                } else if *min < -MOST_CENTS || *max > MOST_CENTS {
                    let (low, high) = ((-MOST_CENTS).to_string(), MOST_CENTS.to_string());
                    self.error(slice, "P306", &[("low", &low), ("high", &high)]);
                }
            }
            Variation::Pattern(pattern) => self.values(std::slice::from_ref(pattern), slice),
            Variation::Phone(pattern) => {
                let digits = pattern.replace('#', "0");
                if !is_phone(&digits) {
                    self.error(slice, "P321", &[("name", pattern)]);
                }
            }
            Variation::Email(text) => match Template::parse(text) {
                Err(wrong) => self.wrong_text(slice, &wrong),
                Ok(template) => {
                    if !text.contains('@') || text.chars().count() > LONGEST_VALUE {
                        self.error(slice, "P321", &[("name", text)]);
                    }
                    for name in template.variables() {
                        let name = email_part(name, |name| vary.0.iter().any(|(known, _)| known.value == name));
                        self.own_variable(persona, name, slice, Some(&[VariableType::Text]));
                    }
                }
            },
        }
    }

    fn values(&mut self, values: &[String], slice: &str) {
        if values.is_empty() {
            self.error(slice, "P307", &[]);
        }
        for value in values {
            if value.trim().is_empty() {
                self.error(slice, "P411", &[]);
            } else if value.chars().nth(LONGEST_VALUE).is_some() {
                self.error(slice, "P323", &[("most", &LONGEST_VALUE.to_string())]);
            }
        }
    }

    fn own_variable(&mut self, persona: &str, name: &str, slice: &str, types: Option<&[VariableType]>) {
        let slice = super::texts::hole(slice, name);
        if !self.refer_any(Kind::Variable, &[persona], name, slice) {
            return;
        }
        let held = self.variables.get(persona).and_then(|variables| variables.get(name)).copied();
        if let (Some(held), Some(types)) = (held, types)
            && !types.contains(&held)
        {
            let expected = if types.contains(&VariableType::Amount) { "amount" } else { "text" };
            self.error(slice, "P322", &[("name", name), ("expected", expected)]);
        }
    }
}

/// What a variable drawn that way holds. `of` tells it of the others.
pub fn held_by(variation: &Variation, others: &BTreeMap<String, &Variation>) -> VariableType {
    match variation {
        Variation::OneOf(_) | Variation::SameAs(..) | Variation::Pattern(_) => VariableType::Text,
        Variation::Amount { .. } | Variation::Sum(_) => VariableType::Amount,
        Variation::Times(other, _) => match others.get(other) {
            Some(Variation::Number { .. }) => VariableType::Number,
            _ => VariableType::Amount,
        },
        Variation::Date { .. } => VariableType::Date,
        Variation::Time { .. } => VariableType::Time,
        Variation::Number { .. } => VariableType::Number,
        Variation::Phone(_) => VariableType::Phone,
        Variation::Email(_) => VariableType::Email,
    }
}

/// The variables one is made of.
pub fn depends_on(variation: &Variation) -> Vec<String> {
    match variation {
        Variation::SameAs(other, _) | Variation::Times(other, _) => vec![other.clone()],
        Variation::Sum(others) => others.clone(),
        Variation::Email(text) => Template::parse(text)
            .map(|template| {
                let bare = |name: &str| name.strip_suffix("_ascii").unwrap_or(name).to_owned();
                template.variables().flat_map(|name| [name.to_owned(), bare(name)]).collect()
            })
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// In e-mail templates `first_name_ascii` means `first_name`, unless there is such a variable.
pub fn email_part(name: &str, known: impl Fn(&str) -> bool) -> &str {
    match name.strip_suffix("_ascii") {
        Some(bare) if !known(name) => bare,
        _ => name,
    }
}

/// `09:30`
pub fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    if hour.len() != 2 || minute.len() != 2 {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// `+33612345678`
pub fn is_phone(text: &str) -> bool {
    text.strip_prefix('+')
        .is_some_and(|digits| (6..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()))
}
