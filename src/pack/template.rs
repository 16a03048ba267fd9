//! Texts with holes for variables, and the mood conditions that variants of a line may begin with.

use super::model::{MoodCondition, Part, Template, Variant};
use crate::mood::{Mood, MoodTrait};

/// Characters a text may have: more than anybody says in one breath, and little enough to fill in cheaply.
pub const LONGEST: usize = 4_000;

/// Why a text could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// A brace without its partner, or nothing sensible between the two.
    Brace,
    /// `[…]` at the start is not a mood condition.
    Condition,
    /// The mood has no such trait.
    Trait(String),
    /// Longer than `LONGEST`.
    TooLong,
}

impl Template {
    /// Reads `Bonjour {first_name}`.
    pub fn parse(text: &str) -> Result<Template, Wrong> {
        if text.chars().nth(LONGEST).is_some() {
            return Err(Wrong::TooLong);
        }
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, from) = rest.split_at(at);
            if !before.is_empty() {
                parts.push(Part::Text(before.to_owned()));
            }
            let inner = from.strip_prefix('{').ok_or(Wrong::Brace)?;
            let (name, after) = inner.split_once('}').ok_or(Wrong::Brace)?;
            if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte)) {
                return Err(Wrong::Brace);
            }
            parts.push(Part::Variable(name.to_owned()));
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        Ok(Template(parts))
    }

    /// The names of its holes, in order, repeated ones repeated.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|part| match part {
            Part::Variable(name) => Some(name.as_str()),
            Part::Text(_) => None,
        })
    }

    /// The text itself when it has no holes.
    pub fn literal(&self) -> Option<&str> {
        match self.0.as_slice() {
            [] => Some(""),
            [Part::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// The name of the variable when it is nothing but one.
    pub fn single_variable(&self) -> Option<&str> {
        match self.0.as_slice() {
            [Part::Variable(name)] => Some(name),
            _ => None,
        }
    }
}

impl Variant {
    /// Reads `[patience < 40] …` or a text without condition.
    pub fn parse(text: &str) -> Result<Variant, Wrong> {
        let (when, text) = match text.strip_prefix('[') {
            None => (None, text),
            Some(inner) => {
                let (condition, text) = inner.split_once(']').ok_or(Wrong::Condition)?;
                (Some(MoodCondition::parse(condition)?), text.trim_start())
            }
        };
        Ok(Variant { when, template: Template::parse(text)? })
    }

    /// True when it may be said in that mood.
    pub fn fits(&self, mood: Mood) -> bool {
        self.when.is_none_or(|condition| condition.holds(mood))
    }
}

impl MoodCondition {
    fn parse(text: &str) -> Result<MoodCondition, Wrong> {
        let at = text.find(['<', '>']).ok_or(Wrong::Condition)?;
        let (name, comparison) = text.split_at(at);
        let below = comparison.starts_with('<');
        let (or_equal, number) = match comparison[1..].strip_prefix('=') {
            Some(number) => (true, number),
            None => (false, &comparison[1..]),
        };
        let number: u8 = number.trim().parse().ok().filter(|number| *number <= 100).ok_or(Wrong::Condition)?;
        let trait_ = MoodTrait::from_name(name.trim()).ok_or_else(|| Wrong::Trait(name.trim().to_owned()))?;
        // `<= 40` is `< 41`, and `> 40` is `>= 41`.
        let threshold = number + u8::from(below == or_equal);
        Ok(MoodCondition { trait_, below, threshold })
    }

    /// True in that mood.
    pub fn holds(self, mood: Mood) -> bool {
        let value = match self.trait_ {
            MoodTrait::Patience => mood.patience,
            MoodTrait::Trust => mood.trust,
            MoodTrait::Confusion => mood.confusion,
            MoodTrait::Interest => mood.interest,
        };
        (value < self.threshold) == self.below
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calm(patience: u8) -> Mood {
        Mood { patience, trust: 50, confusion: 0, interest: 50 }
    }

    #[test]
    fn conditions_hold_at_their_edges() {
        for (text, at_39, at_40, at_41) in [
            ("[patience < 40] x", true, false, false),
            ("[patience <= 40] x", true, true, false),
            ("[patience > 40] x", false, false, true),
            ("[patience >= 40] x", false, true, true),
        ] {
            let variant = Variant::parse(text).expect("a condition");
            assert_eq!([39, 40, 41].map(|patience| variant.fits(calm(patience))), [at_39, at_40, at_41], "{text}");
            assert_eq!(variant.template.literal(), Some("x"));
        }
        assert_eq!(Variant::parse("[patience < 400] x"), Err(Wrong::Condition));
        assert_eq!(Variant::parse("[patiense < 40] x"), Err(Wrong::Trait("patiense".into())));
        assert_eq!(Variant::parse("[…] x"), Err(Wrong::Condition));
    }

    #[test]
    fn holes_are_found_and_bad_braces_refused() {
        let template = Template::parse("{a.b} and {price.x-1}").expect("a template");
        assert_eq!(template.variables().collect::<Vec<_>>(), ["a.b", "price.x-1"]);
        for text in ["{", "}", "a {b", "{}", "{a b}", "{a{b}}"] {
            assert_eq!(Template::parse(text), Err(Wrong::Brace), "{text}");
        }
    }
}
