//! Whether a text tells what a phrase says, in whatever words: for notes that people type.

use super::super::text::{Stop, Word};
use super::lexicon::Class;
use super::{Agreement, Lexicon};
use std::collections::BTreeSet;

/// So many characters of a note are looked at.
const LONGEST: usize = 4_000;

/// What one or a few words carry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Carried {
    /// Words of the same matter have the same; its contrary is another one.
    Matter(String, bool),
    /// How many, or how often.
    Number(u64),
    /// Something is denied.
    Denial,
}

impl Agreement {
    /// True when one sentence of the text carries all that the phrase carries: the same matters in any inflection, synonym
    /// and order, the same numbers, and a denial when the phrase denies. A phrase that carries nothing is never told.
    pub fn tells(&self, text: &str, phrase: &str) -> bool {
        let wanted = self.carried(phrase, true);
        let says_something = wanted.iter().flatten().any(|carried| *carried != Carried::Denial);
        let wanted: BTreeSet<Carried> = wanted.into_iter().flatten().collect();
        says_something && self.carried(text, false).iter().any(|sentence| wanted.is_subset(sentence))
    }

    /// What each sentence carries. `whole`: what a phrase of the table means as a whole, its words do not mean as well.
    fn carried(&self, text: &str, whole: bool) -> Vec<BTreeSet<Carried>> {
        let text: String = text.chars().take(LONGEST).collect();
        let words = self.lexicon.words(&text);
        let numbers = self.finder.numbers(&text);
        let number = |word: &Word| {
            let (_, number) = numbers.iter().find(|(place, _)| place.0 < word.end && word.start < place.1)?;
            Some(*number)
        };
        let mut sentences = vec![BTreeSet::new()];
        let mut at = 0;
        while at < words.len() {
            let (carried, length) = one(&self.lexicon, &words[at..], number(&words[at]));
            let step = if whole { length } else { 1 };
            if let Some(sentence) = sentences.last_mut() {
                sentence.extend(carried);
            }
            if words[at..(at + step).min(words.len())]
                .iter()
                .any(|word| matches!(word.stop, Stop::Full | Stop::Question))
            {
                sentences.push(BTreeSet::new());
            }
            at += step;
        }
        sentences
    }
}

/// What the words from here on carry, and how many words that is.
fn one(lexicon: &Lexicon, words: &[Word], number: Option<u64>) -> (Option<Carried>, usize) {
    let word = words[0].text.as_str();
    // An article counts nothing.
    let counts = |number: &u64| *number != 1 || !lexicon.is(Class::Stop, word);
    if let Some(number) = number.filter(counts) {
        return (Some(Carried::Number(number)), 1);
    }
    if let Some((times, length)) = lexicon.count(words) {
        return (Some(Carried::Number(times.into())), length.max(1));
    }
    if lexicon.is(Class::Deny, word) || lexicon.is(Class::DenyAfter, word) {
        return (Some(Carried::Denial), 1);
    }
    // Nouns that only carry a number: « fois », "times".
    if lexicon.is(Class::Times, word) {
        return (None, 1);
    }
    match lexicon.meaning(words) {
        Some(meaning) => (Some(Carried::Matter(meaning.matter, meaning.contrary)), meaning.words.max(1)),
        None => (None, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language::{self, English, French};

    const NOTES: &[(Language, &str, &str, bool)] = &[
        (English, "Bill debited 2 times, she is angry", "charged twice", true),
        (English, "a duplicate debit on 3 May", "charged twice", true),
        (English, "twice she was charged", "charged twice", true),
        (English, "charged once. Called twice.", "charged twice", false),
        (English, "will get her money back by Friday", "refund", true),
        (English, "do not offer her anything, not even by mail", "do not offer", true),
        (English, "offered the savings account", "do not offer", false),
        (English, "angry customer", "charged twice", false),
        (English, "nothing", "it is", false),
        (French, "a été deux fois débitée en mai", "prélevée deux fois", true),
        (French, "débit en double", "prélevée deux fois", true),
        (French, "prélevée 2 fois", "double prélèvement", true),
        (French, "prélevée une fois", "double prélèvement", false),
        (French, "montant retiré deux fois, femme malade", "prélevée deux fois", true),
        (French, "on lui recrédite la somme", "remboursement", true),
        (French, "cliente fâchée", "facture", false),
    ];

    #[test]
    fn notes_tell_in_whatever_words() {
        let agreements = [French, English].map(Agreement::new);
        let wrong: Vec<String> = NOTES
            .iter()
            .filter(|(language, note, phrase, told)| {
                let agreement = &agreements[usize::from(*language == English)];
                agreement.tells(note, phrase) != *told
            })
            .map(|(language, note, phrase, told)| {
                let agreement = &agreements[usize::from(*language == English)];
                let carried = (agreement.carried(note, false), agreement.carried(phrase, true));
                format!("“{note}” tells “{phrase}”: not {told}: {carried:?}")
            })
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn hostile_notes_are_bounded_work() {
        let agreement = Agreement::new(English);
        assert!(!agreement.tells(&"a1 ".repeat(1 << 18), "charged twice"));
        assert!(!agreement.tells("", ""));
    }
}
