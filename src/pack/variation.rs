//! What differs from seed to seed: the values of a pack's variables, and texts with them filled in.

use super::check::values::{depends_on, email_part, time};
use super::model::{Pack, Part, Persona, Template, Variant, Variation};
use super::order;
use crate::id::{LineId, PersonaId};
use crate::locale::Language;
use crate::mood::Mood;
use crate::random::Stream;
use crate::recording::Recording;
use crate::value::{Amount, Currency, Value, written_day};
use jiff::ToSpan as _;
use jiff::civil::{Date, Time};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization as _;

/// The values one seed gives: `<persona>.<variable>`, `price.<product>`, `company`, `operator`, `today`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variables {
    values: BTreeMap<String, Value>,
    /// Whose variables may be named without persona.
    persona: PersonaId,
}

impl Variables {
    /// Draws the variables of all personas of a pack; each from a stream of its own, so that a variable added or changed
    /// shifts no other. `persona` = the call's customer, `date` = the call's day.
    pub fn draw(
        pack: &Pack,
        persona: &PersonaId,
        date: Date,
        language: Language,
        operator: &str,
        seed: u64,
    ) -> Variables {
        let mut values = BTreeMap::from([
            ("company".to_owned(), Value::Text(pack.title(&pack.company.name, language, None))),
            ("operator".to_owned(), Value::Text(operator.to_owned())),
            ("today".to_owned(), Value::Date(date)),
        ]);
        for product in &pack.company.products {
            values.insert(format!("price.{}", product.id), Value::Amount(product.price));
        }
        for persona in pack.personas.values() {
            for (name, value) in drawn(persona, pack.currency, date, seed) {
                values.insert(format!("{}.{name}", persona.id), value);
            }
        }
        Variables { values, persona: persona.clone() }
    }

    /// By full name, or by short name of the call's customer.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.values.get(&format!("{}.{name}", self.persona)).or_else(|| self.values.get(name))
    }

    /// The same values, with another persona's names to be had without prefix (gatekeeper speaks).
    pub fn seen_by(&self, persona: &PersonaId) -> Variables {
        Variables { values: self.values.clone(), persona: persona.clone() }
    }

    /// All values by full name, in the order of the names.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// As people read and say it.
    pub fn written(&self, template: &Template, language: Language) -> String {
        self.filled(template, |value| self.said(value, language))
    }

    /// One value as people say it: nobody names the year of a day that is near.
    pub fn said(&self, value: &Value, language: Language) -> String {
        match (value, self.values.get("today")) {
            (Value::Date(date), Some(Value::Date(today))) if (*date - *today).get_days().abs() <= NEAR_DAYS => {
                written_day(*date, language)
            }
            _ => value.written(language),
        }
    }

    /// As the CRM stores and compares it.
    pub fn canonical(&self, template: &Template) -> String {
        self.filled(template, Value::canonical)
    }

    fn filled(&self, template: &Template, form: impl Fn(&Value) -> String) -> String {
        fill(template, |name| self.get(name).map(&form))
    }
}

/// Half a year.
const NEAR_DAYS: i32 = 183;

/// A template with its holes filled; a name that has no value stays as it was written.
fn fill(template: &Template, value: impl Fn(&str) -> Option<String>) -> String {
    let part = |part: &Part| match part {
        Part::Text(text) => text.clone(),
        Part::Variable(name) => value(name).unwrap_or_else(|| format!("{{{name}}}")),
    };
    template.0.iter().map(part).collect()
}

/// The variables of one persona. The checker has seen to it that they do not depend on each other in circles.
fn drawn(persona: &Persona, currency: Currency, today: Date, seed: u64) -> BTreeMap<String, Value> {
    let mut draw = Draw { persona, currency, today, values: BTreeMap::new(), chosen: BTreeMap::new() };
    for name in order::of(&persona.vary, depends_on).unwrap_or_default() {
        let mut stream = Stream::new(seed, &format!("vary {} {name}", persona.id));
        if let Some(variation) = persona.vary.get(name) {
            let value = draw.value(name, variation, &mut stream);
            draw.values.insert(name.to_owned(), value);
        }
    }
    draw.values
}

struct Draw<'p> {
    persona: &'p Persona,
    currency: Currency,
    today: Date,
    values: BTreeMap<String, Value>,
    /// Which of the values of a list was taken.
    chosen: BTreeMap<String, usize>,
}

impl Draw<'_> {
    fn value(&mut self, name: &str, variation: &Variation, stream: &mut Stream) -> Value {
        match variation {
            Variation::OneOf(values) => {
                let index = stream.index(values.len());
                self.one(name, values, index)
            }
            Variation::SameAs(other, values) => {
                let index = self.chosen.get(other).copied().unwrap_or(0);
                self.one(name, values, index)
            }
            Variation::Amount { min, max, step } => {
                let cents = |text: &str| Amount::parse(&format!("EUR {text}")).map_or(0, |amount| amount.cents);
                let (min, max, step) = (cents(min), cents(max), cents(step).max(1));
                self.amount(min + stream.between(0, (max - min) / step) * step)
            }
            Variation::Times(other, factor) => match self.values.get(other) {
                Some(Value::Number(number)) => Value::Number(number.saturating_mul(*factor)),
                other => self.amount(cents_of(other).saturating_mul(*factor)),
            },
            Variation::Sum(others) => {
                let sum = |sum: i64, name| sum.saturating_add(cents_of(self.values.get(name)));
                self.amount(others.iter().fold(0, sum))
            }
            Variation::Date { from, to } => {
                let days = stream.between(i64::from(*from), i64::from(*to));
                Value::Date(self.today.saturating_add(days.days()))
            }
            Variation::Time { from, to, step_minutes } => {
                let minutes =
                    |text: &str| time(text).map_or(0, |time| i64::from(time.hour()) * 60 + i64::from(time.minute()));
                let (from, to, step) = (minutes(from), minutes(to), i64::from(*step_minutes).max(1));
                let minute = from + stream.between(0, (to - from) / step) * step;
                Value::Time(Time::midnight().saturating_add(minute.minutes()))
            }
            Variation::Number { min, max } => Value::Number(stream.between(*min, *max)),
            Variation::Pattern(pattern) => Value::Text(patterned(pattern, stream)),
            Variation::Phone(pattern) => Value::Phone(pattern.chars().map(|c| digit(c, stream)).collect()),
            Variation::Email(text) => Value::Text(self.email(text)),
        }
    }

    fn one(&mut self, name: &str, values: &[String], index: usize) -> Value {
        self.chosen.insert(name.to_owned(), index);
        Value::Text(values.get(index).cloned().unwrap_or_default())
    }

    fn amount(&self, cents: i64) -> Value {
        Value::Amount(Amount { cents, currency: self.currency })
    }

    fn email(&self, text: &str) -> String {
        let Ok(template) = Template::parse(text) else { return String::new() };
        let filled = fill(&template, |name| {
            let name = email_part(name, |name| self.persona.vary.contains_key(name));
            self.values.get(name).map(|value| plain(&value.canonical()))
        });
        filled.to_lowercase()
    }
}

fn cents_of(value: Option<&Value>) -> i64 {
    match value {
        Some(Value::Amount(amount)) => amount.cents,
        _ => 0,
    }
}

/// `#` becomes a digit, the first of a run never 0; `@` a capital letter.
fn patterned(pattern: &str, stream: &mut Stream) -> String {
    let mut in_run = false;
    let draw = |c: char| {
        let first = !std::mem::replace(&mut in_run, c == '#');
        match c {
            '#' if first => char::from(b'1' + stream.index(9) as u8),
            '@' => char::from(b'A' + stream.index(26) as u8),
            _ => digit(c, stream),
        }
    };
    pattern.chars().map(draw).collect()
}

fn digit(c: char, stream: &mut Stream) -> char {
    if c == '#' { char::from(b'0' + stream.index(10) as u8) } else { c }
}

/// What may stand in an e-mail address: no accents, no spaces, no apostrophes.
fn plain(text: &str) -> String {
    let folded = text.replace('œ', "oe").replace('æ', "ae").replace('Œ', "oe").replace('Æ', "ae");
    let spaced = folded.nfd().filter(|c| c.is_ascii()).map(|c| if c == ' ' { '-' } else { c });
    spaced.filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_')).collect()
}

impl Pack {
    /// A text that has one variant, or the first one: titles, briefing. Without variables, holes stay as they were written.
    pub fn title(&self, line: &LineId, language: Language, variables: Option<&Variables>) -> String {
        match (self.variants(line, language).first(), variables) {
            (None, _) => format!("⟦{line}⟧"),
            (Some(variant), None) => fill(&variant.template, |_| None),
            (Some(variant), Some(variables)) => variables.written(&variant.template, language),
        }
    }

    /// A line as it is said by the persona the variables are seen by: one of the variants that fit the mood, by the stream.
    /// `stock.<name>` is looked up as `<persona>.<name>` first. When no variant fits the mood, any may be said.
    pub fn say(
        &self,
        line: &LineId,
        language: Language,
        variables: &Variables,
        mood: Mood,
        stream: &mut Stream,
    ) -> String {
        self.say_aloud(line, language, variables, mood, stream).0
    }

    /// The same, with the recording of it when the pack has one.
    pub fn say_aloud(
        &self,
        line: &LineId,
        language: Language,
        variables: &Variables,
        mood: Mood,
        stream: &mut Stream,
    ) -> (String, Option<&Recording>) {
        let own = line.as_str().strip_prefix("stock.").map(|name| LineId::new(format!("{}.{name}", variables.persona)));
        let own = own.filter(|own| !self.variants(own, language).is_empty());
        let line = own.as_ref().unwrap_or(line);
        let any: Vec<(usize, &Variant)> = self.variants(line, language).iter().enumerate().collect();
        let fitting: Vec<(usize, &Variant)> = any.iter().filter(|(_, variant)| variant.fits(mood)).copied().collect();
        match stream.pick(if fitting.is_empty() { &any } else { &fitting }) {
            Some((nth, variant)) => {
                (variables.written(&variant.template, language), self.recording(line, language, *nth))
            }
            None => (format!("⟦{line}⟧"), None),
        }
    }

    /// The recording of a variant of a line, from 0.
    pub fn recording(&self, line: &LineId, language: Language, variant: usize) -> Option<&Recording> {
        self.recordings.get(&language)?.get(line)?.get(&variant)
    }

    /// The variants of a line.
    pub fn variants(&self, line: &LineId, language: Language) -> &[Variant] {
        self.text.get(&language).and_then(|text| text.get(line)).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
impl Variables {
    /// Values chosen by a test.
    pub fn given(persona: &PersonaId, values: BTreeMap<String, Value>) -> Variables {
        Variables { values, persona: persona.clone() }
    }
}
