//! Templates wherever they stand: braces, variables, values of CRM fields.

use super::inspection::{Inspection, VariableType};
use super::known::Kind;
use crate::locale::Language;
use crate::pack::fields::{Field, FieldType};
use crate::pack::model::{RecordKind, Template};
use crate::pack::raw::{Name, Phrases};
use crate::pack::template::Wrong;
use crate::value::Amount;
use std::collections::BTreeMap;

impl<'s> Inspection<'s> {
    /// Reports a character that shows as nothing and changes what is shown around it.
    pub fn visible(&mut self, name: &Name<'s>) {
        // Lines end as the author's editor ends them.
        let text = name.value.replace("\r\n", "\n");
        let Some(bad) = text.chars().find(|char| disturbs(*char)) else { return };
        let mut written = [0; 4];
        let slice = hole(name.slice, bad.encode_utf8(&mut written));
        self.error(slice, "P413", &[("character", &format!("U+{:04X}", u32::from(bad)))]);
    }

    /// A text with variables of these personas. A broken one is reported and read as it stands.
    pub fn template(&mut self, name: &Name<'s>, scopes: &[&str]) -> Template {
        self.visible(name);
        match Template::parse(&name.value) {
            Ok(template) => {
                for variable in template.variables() {
                    let slice = hole(name.slice, variable);
                    self.refer_variable(scopes, variable, slice);
                }
                template
            }
            Err(wrong) => {
                self.wrong_text(name.slice, &wrong);
                Template(Vec::new())
            }
        }
    }

    /// Tells why a text could not be read.
    pub fn wrong_text(&mut self, slice: &str, wrong: &Wrong) {
        match wrong {
            Wrong::Brace => self.error(slice, "P404", &[]),
            Wrong::Condition => self.error(slice, "P406", &[]),
            Wrong::TooLong => {
                self.error(slice, "P323", &[("most", &crate::pack::template::LONGEST.to_string())]);
            }
            Wrong::Trait(name) => {
                let known = crate::mood::MoodTrait::ALL.map(|mood| (mood.name(), ()));
                let _ = self.choose_at(Kind::MoodTrait, name, hole(slice, name), known);
            }
        }
    }

    /// Phrases per language; reports languages the pack does not have.
    pub fn phrases(&mut self, phrases: &Phrases<'s>) -> BTreeMap<Language, Vec<Name<'s>>> {
        let mut read: BTreeMap<Language, Vec<Name<'s>>> = BTreeMap::new();
        for (code, names) in &phrases.0 {
            let known = Language::ALL.map(|language| (language.code(), language));
            let Some(language) = self.choose(Kind::Language, code, known) else { continue };
            if read.contains_key(&language) {
                self.error(code.slice, "P108", &[("name", &code.value)]);
            }
            for name in names.iter().filter(|name| name.value.trim().is_empty()) {
                self.error(name.slice, "P411", &[]);
            }
            read.entry(language).or_default().extend(names.iter().cloned());
        }
        read
    }

    /// Phrases per language in every language of the pack; `slice` is what is pointed at when one lacks.
    pub fn phrases_everywhere(&mut self, phrases: &Phrases<'s>, slice: &str) -> BTreeMap<Language, Vec<Name<'s>>> {
        let read = self.phrases(phrases);
        for language in self.languages.clone() {
            if read.get(&language).is_none_or(Vec::is_empty) {
                self.error(slice, "P403", &[("language", language.code())]);
            }
        }
        read
    }

    /// Phrases with variables.
    pub fn templates(
        &mut self,
        phrases: BTreeMap<Language, Vec<Name<'s>>>,
        scopes: &[&str],
    ) -> BTreeMap<Language, Vec<Template>> {
        phrases
            .into_iter()
            .map(|(language, names)| (language, names.iter().map(|name| self.template(name, scopes)).collect()))
            .collect()
    }

    /// The value of a field of the CRM.
    pub fn field_value(&mut self, kind: RecordKind, field: &Field, value: &Name<'s>, scopes: &[&str]) -> Template {
        let template = self.template(value, scopes);
        let held = template.single_variable().map(|name| self.variable(scopes, name));
        match (template.literal(), held) {
            (Some(text), _) => self.literal_value(kind, field, text, value.slice),
            (None, Some(Ok(Some(held)))) if !suits(held, field.kind) => {
                self.error(value.slice, "P313", &[("field", field.name), ("expected", type_name(field.kind))]);
            }
            (None, Some(_)) => {}
            (None, None) => {
                let free = matches!(
                    field.kind,
                    FieldType::Text | FieldType::Note | FieldType::Email | FieldType::PostalCode | FieldType::Phone
                );
                if !free {
                    self.error(value.slice, "P313", &[("field", field.name), ("expected", type_name(field.kind))]);
                }
            }
        }
        template
    }

    fn literal_value(&mut self, kind: RecordKind, field: &Field, text: &str, slice: &str) {
        if let FieldType::Choice(choices) = field.kind {
            let _ = self.choose_at(Kind::Field, text, slice, choices.iter().map(|choice| (*choice, ())));
            return;
        }
        if (kind, field.name) == (RecordKind::Contact, "disposition") && !text.is_empty() {
            self.refer_any(Kind::Disposition, &[""], text, slice);
        }
        let valid = match field.kind {
            FieldType::Text | FieldType::Note | FieldType::Choice(_) => true,
            FieldType::Date => text.parse::<jiff::civil::Date>().is_ok(),
            FieldType::Time => super::values::time(text).is_some(),
            FieldType::Amount => Amount::parse(text).is_some(),
            FieldType::Phone => super::values::is_phone(text),
            FieldType::Email => text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')),
            FieldType::PostalCode => {
                !text.is_empty() && text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == ' ')
            }
            FieldType::YesNo => matches!(text, "yes" | "no"),
            FieldType::Number => text.parse::<i64>().is_ok(),
        };
        if !valid && !text.is_empty() {
            self.error(slice, "P313", &[("field", field.name), ("expected", type_name(field.kind))]);
        }
    }
}

/// Characters no text needs and that upset what shows it: controls but for tab and newline, and those that turn the
/// direction of writing.
pub fn disturbs(char: char) -> bool {
    match char {
        '\t' | '\n' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => char.is_control(),
    }
}

/// The part of a slice that names a variable; the whole slice when it cannot be found (escapes).
pub fn hole<'t>(slice: &'t str, variable: &str) -> &'t str {
    slice.find(variable).and_then(|at| slice.get(at..at + variable.len())).unwrap_or(slice)
}

fn suits(held: VariableType, field: FieldType) -> bool {
    match field {
        FieldType::Text | FieldType::Note | FieldType::Choice(_) => true,
        FieldType::Date => held == VariableType::Date,
        FieldType::Time => held == VariableType::Time,
        FieldType::Amount => held == VariableType::Amount,
        FieldType::Phone => held == VariableType::Phone,
        FieldType::Email => matches!(held, VariableType::Email | VariableType::Text),
        FieldType::PostalCode | FieldType::YesNo => held == VariableType::Text,
        FieldType::Number => held == VariableType::Number,
    }
}

/// How the localisation files call what a field takes.
fn type_name(field: FieldType) -> &'static str {
    match field {
        FieldType::Text | FieldType::Note => "text",
        FieldType::Choice(_) => "choice",
        FieldType::Date => "date",
        FieldType::Time => "time",
        FieldType::Amount => "amount",
        FieldType::Phone => "phone",
        FieldType::Email => "email",
        FieldType::PostalCode => "postal_code",
        FieldType::YesNo => "yes_no",
        FieldType::Number => "number",
    }
}
