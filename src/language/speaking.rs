//! How long a text takes to say.

use super::text::fold;
use crate::locale::Language;

/// Milliseconds of one syllable: French about 5 a second, English about 4 (150 words a minute).
fn syllable_ms(language: Language) -> u64 {
    match language {
        Language::French => 200,
        Language::English => 250,
    }
}

/// Syllables of a text as spoken, numbers read out: the measure of speaking time.
pub fn syllables(text: &str, language: Language) -> u32 {
    let mut total = 0u32;
    let mut word = String::new();
    let mut plain = fold(text);
    plain.push((' ', 0));
    for (c, _) in plain {
        let digit = c.is_ascii_digit();
        let goes_on = word.chars().next_back().is_none_or(|last| last.is_ascii_digit() == digit);
        if c.is_alphanumeric() && goes_on {
            word.push(c);
            continue;
        }
        total = total.saturating_add(of_word(&word, language));
        word.clear();
        if c.is_alphanumeric() {
            word.push(c);
        } else {
            total += match c {
                '€' => 2,
                '%' | '@' => 2,
                '£' => 1,
                _ => 0,
            };
        }
    }
    // Beyond what is folded, by the mean of what was: nobody waits for a megabyte to be counted.
    total
}

fn of_word(word: &str, language: Language) -> u32 {
    if word.is_empty() {
        return 0;
    }
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return of_number(word, language);
    }
    let vowels = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let letters: Vec<char> = word.chars().collect();
    let mut count = 0;
    let mut inside = false;
    for &c in &letters {
        let vowel = vowels(c);
        count += u32::from(vowel && !inside);
        inside = vowel;
    }
    let silent = match language {
        Language::French => word.ends_with('e') || word.ends_with("es") || (word.ends_with("ent") && letters.len() > 5),
        Language::English => {
            word.ends_with('e') && !word.ends_with("le")
                || (word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded"))
        }
    };
    if silent && count > 1 {
        count -= 1;
    }
    if count == 0 && letters.len() > 1 && language == Language::English {
        return letters.len() as u32;
    }
    count.max(u32::from(letters.len() > 1 || vowels(letters[0])))
}

/// Digits read out: as a number up to six figures, one by one beyond or after a leading zero.
fn of_number(digits: &str, language: Language) -> u32 {
    let read_singly = digits.len() > 6 || (digits.len() > 1 && digits.starts_with('0'));
    if read_singly {
        return digits.len() as u32;
    }
    let n: u32 = digits.parse().unwrap_or(0);
    of_value(n, language)
}

fn of_value(n: u32, language: Language) -> u32 {
    match language {
        Language::French => match n {
            0 | 4 | 14 | 40 => {
                if n == 0 {
                    2
                } else if n == 40 {
                    2
                } else if n == 14 {
                    2
                } else {
                    1
                }
            }
            1..=16 => 1,
            17..=19 => 2,
            20..=69 => 2 + if n % 10 == 0 { 0 } else { of_value(n % 10, language) } - u32::from(n < 40 && n < 30),
            70..=79 => 2 + of_value(n - 60, language),
            80..=99 => 3 + if n == 80 { 0 } else { of_value(n - 80, language) } - 1,
            100..=999 => 1 + if n / 100 > 1 { of_value(n / 100, language) } else { 0 } + rest(n % 100, language),
            _ => 1 + if n / 1000 > 1 { of_value(n / 1000, language) } else { 0 } + rest(n % 1000, language),
        },
        Language::English => match n {
            0 | 7 => 2,
            1..=10 | 12 => 1,
            11 => 3,
            17 => 3,
            13..=19 => 2,
            20..=99 => 2 + u32::from(n / 10 == 7) + rest(n % 10, language),
            100..=999 => {
                of_value(n / 100, language)
                    + 2
                    + if n.is_multiple_of(100) { 0 } else { 1 + of_value(n % 100, language) }
            }
            _ => of_value(n / 1000, language) + 2 + rest(n % 1000, language),
        },
    }
}

fn rest(n: u32, language: Language) -> u32 {
    if n == 0 { 0 } else { of_value(n, language) }
}

/// Milliseconds to say a text at a normal rate: 120–160 words a minute.
pub fn speaking_ms(text: &str, language: Language) -> u64 {
    u64::from(syllables(text, language)) * syllable_ms(language)
}
