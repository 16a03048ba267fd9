//! Words and values in what people said, compared without case, accents and punctuation.

use crate::language::{Entity, EntityKind, Understood};
use crate::locale::Language;
use crate::value::Value;
use unicode_normalization::UnicodeNormalization as _;

/// More than anybody says in one breath; what is longer is not looked at.
const LONGEST: usize = 8_000;

/// The words of a text in lower case and without accents.
pub(super) fn words(text: &str) -> Vec<String> {
    let plain: String = text
        .chars()
        .take(LONGEST)
        .nfd()
        .filter(|letter| !unicode_normalization::char::is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect();
    plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Where a phrase begins in a list of words.
pub(super) fn find_phrase(words: &[String], phrase: &[String]) -> Option<usize> {
    if phrase.is_empty() {
        return None;
    }
    words.windows(phrase.len()).position(|window| window == phrase)
}

/// How much of a phrase is said, word by word and in order, percent (longest common subsequence).
pub(super) fn percent_said(phrase: &[String], said: &[String]) -> u32 {
    let (phrase, said) = (&phrase[..phrase.len().min(400)], &said[..said.len().min(1_200)]);
    if phrase.is_empty() {
        return 0;
    }
    let mut row = vec![0u32; phrase.len() + 1];
    for word in said {
        let mut diagonal = 0;
        for (at, wanted) in phrase.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == wanted { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[phrase.len()] * 100 / phrase.len() as u32
}

/// The sentences of a text.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
    text[..end].split(['.', '!', '?', '…', ';', '\n'])
}

/// The words of a text to be said word for word: numbers in digits, however they are said or written.
pub(super) fn verbatim_words(text: &str, language: Language) -> Vec<String> {
    let digits = crate::language::numbers_in_digits(text, language);
    let mut found = Vec::new();
    for word in words(&digits) {
        // `14h30` and "14 h 30".
        let mut from = 0;
        let bytes = word.as_bytes();
        for at in 1..bytes.len() {
            if word.is_char_boundary(at) && bytes[at].is_ascii_digit() != bytes[at - 1].is_ascii_digit() {
                found.push(number_word(&word[from..at], language));
                from = at;
            }
        }
        found.push(number_word(&word[from..], language));
    }
    found
}

/// Number words that alone are not read as numbers, because they mostly mean something else.
fn number_word(word: &str, language: Language) -> String {
    let digits = match (language, word) {
        (Language::French, "un" | "une") | (Language::English, "one") => "1",
        (Language::English, "naught" | "nil") => "0",
        _ => word,
    };
    digits.to_owned()
}

/// The sentence of a text that holds the character at `at`.
pub(super) fn sentence_at(text: &str, at: usize) -> String {
    let mut sentence = String::new();
    for (index, letter) in text.chars().take(LONGEST).enumerate() {
        if matches!(letter, '.' | '!' | '?' | '…' | ';' | '\n') {
            if index >= at {
                break;
            }
            sentence.clear();
        } else {
            sentence.push(letter);
        }
    }
    sentence.trim().to_owned()
}

/// The kind of entity that could mean such a value.
pub(super) fn kind_of(value: &Value) -> Option<EntityKind> {
    Some(match value {
        Value::Date(_) => EntityKind::Date,
        Value::Amount(_) => EntityKind::Amount,
        Value::Time(_) => EntityKind::Time,
        Value::Phone(_) => EntityKind::PhoneNumber,
        _ => return None,
    })
}

/// A quotation short enough for a line of the debrief.
pub(super) fn clip(text: &str) -> String {
    const LENGTH: usize = 140;
    let text = text.trim();
    match text.char_indices().nth(LENGTH) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
    }
}

/// Words that carry content, cut to their stem's first letters, so that « prélevée » meets « prélèvement ».
pub(super) fn content(text: &str) -> Vec<String> {
    words(text)
        .into_iter()
        .filter(|word| word.chars().count() >= 5)
        .map(|word| word.chars().take(5).collect())
        .collect()
}

fn compact(text: &str) -> String {
    words(text).concat()
}

/// Is this value said in the utterance?
pub(super) fn says(value: &Value, text: &str, understood: &Understood, language: Language) -> bool {
    understood.entities.iter().any(|entity| means(entity, value)) || written_in(value, text, language)
}

/// Is the value written in a text as people of the language write it?
pub(super) fn written_in(value: &Value, text: &str, language: Language) -> bool {
    let said = words(text);
    if find_phrase(&said, &words(&value.written(language))).is_some() {
        return true;
    }
    match value {
        Value::Text(wanted) => {
            let wanted = compact(wanted);
            wanted.chars().count() >= 4 && compact(text).contains(&wanted)
        }
        Value::Phone(number) => {
            let digits: String = number.chars().filter(char::is_ascii_digit).collect();
            let national = digits.get(digits.len().saturating_sub(9)..).unwrap_or(&digits);
            national.len() >= 6 && compact(text).contains(national)
        }
        _ => false,
    }
}

/// Does an entity mean this value?
pub(super) fn means(entity: &Entity, value: &Value) -> bool {
    let canonical = value.canonical();
    match (value, entity.kind) {
        (Value::Date(_), EntityKind::Date) => {
            entity.value == canonical || entity.value.strip_prefix("--").is_some_and(|day| canonical.ends_with(day))
        }
        (Value::Text(_), _) => compact(&entity.value) == compact(&canonical),
        // "Thirty-four ninety-nine" names no currency, and there is one in a call.
        (Value::Amount(_), EntityKind::Amount) => {
            let sum = |written: &str| written.split(' ').next_back().map(str::to_owned);
            sum(&entity.value) == sum(&canonical)
        }
        (Value::Number(_), EntityKind::Quantity)
        | (Value::Time(_), EntityKind::Time)
        | (Value::Phone(_), EntityKind::PhoneNumber) => entity.value == canonical,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_accents_and_punctuation() {
        assert_eq!(words("J’ai été PRÉLEVÉ, deux fois !"), ["j", "ai", "ete", "preleve", "deux", "fois"]);
        assert_eq!(find_phrase(&words("Ah non, ce n'est pas possible"), &words("n’est pas possible")), Some(3));
        assert_eq!(find_phrase(&words("anything"), &[]), None);
    }

    #[test]
    fn a_phrase_said_with_one_word_changed_is_nearly_all_said() {
        let phrase = words("on a scale from zero to ten how likely are you to recommend us");
        assert_eq!(percent_said(&phrase, &phrase), 100);
        let changed = words("well, on a scale from one to ten how likely are you to recommend us");
        assert!((90..100).contains(&percent_said(&phrase, &changed)));
        assert_eq!(percent_said(&phrase, &words("would you recommend us")), 21);
    }

    #[test]
    fn numbers_are_the_same_in_words_and_in_digits() {
        use Language::{English, French};
        let same = [
            (English, "On a scale from zero to ten", "On a scale from 0 to 10"),
            (English, "On a scale from nought to ten", "on a scale from 0 to ten"),
            (English, "From one to five, with one in twenty-five", "from 1 to 5, with 1 in 25"),
            (French, "Sur une échelle de zéro à dix", "sur une échelle de 0 à 10"),
            (French, "Quatre-vingt-dix-sept clients sur cent", "97 clients sur 100"),
            (French, "à 14h30", "à 14 h 30"),
        ];
        for (language, one, other) in same {
            assert_eq!(verbatim_words(one, language), verbatim_words(other, language), "{one}");
        }
        assert_ne!(verbatim_words("from 0 to 10", English), verbatim_words("from 1 to 10", English));
    }

    #[test]
    fn a_sentence_is_found_by_a_place_in_it() {
        let text = "Bonjour. Je comprends que ce soit agaçant ! Voyons.";
        assert_eq!(sentence_at(text, 12), "Je comprends que ce soit agaçant");
        assert_eq!(sentence_at(text, 0), "Bonjour");
    }

    #[test]
    fn values_are_found_as_entities_or_as_written() {
        let amount = Value::Amount(crate::value::Amount::parse("EUR 29.90").expect("valid"));
        let none = Understood::default();
        assert!(says(&amount, "soit 29,90 € en tout", &none, Language::French));
        assert!(!says(&amount, "soit 129,90 €", &none, Language::French));
        assert!(says(&Value::Text("LT4481907".into()), "contract L T 448 19 07", &none, Language::English));
        assert!(says(&Value::Phone("+33612345678".into()), "le 06 12 34 56 78", &none, Language::French));
    }

    #[test]
    fn a_megabyte_of_text_is_bounded_work() {
        let text = "é".repeat(1 << 20);
        assert_eq!(words(&text).concat().len(), LONGEST);
        assert!(clip(&text).chars().count() <= 141);
    }
}
