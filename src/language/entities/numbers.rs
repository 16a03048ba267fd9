//! Numbers in words, put in digits where they stand.

use crate::language::text::Plain;
use crate::locale::Language;

/// A stretch of text and the original characters it stands for.
pub(super) struct Piece {
    pub text: String,
    pub start: usize,
    pub end: usize,
}

struct Word {
    text: String,
    /// Places in the plain text.
    from: usize,
    to: usize,
}

/// What a word is worth in a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Value(u64),
    Hundred,
    Thousand,
    Million,
}

fn part(word: &str, language: Language) -> Option<Part> {
    use Part::*;
    Some(match language {
        Language::French => match word {
            "zero" => Value(0),
            "un" | "une" => Value(1),
            "deux" => Value(2),
            "trois" => Value(3),
            "quatre" => Value(4),
            "cinq" => Value(5),
            "six" => Value(6),
            "sept" => Value(7),
            "huit" => Value(8),
            "neuf" => Value(9),
            "dix" => Value(10),
            "onze" => Value(11),
            "douze" => Value(12),
            "treize" => Value(13),
            "quatorze" => Value(14),
            "quinze" => Value(15),
            "seize" => Value(16),
            "vingt" | "vingts" => Value(20),
            "trente" => Value(30),
            "quarante" => Value(40),
            "cinquante" => Value(50),
            "soixante" => Value(60),
            "septante" => Value(70),
            "huitante" | "octante" => Value(80),
            "nonante" => Value(90),
            "cent" | "cents" => Hundred,
            "mille" => Thousand,
            "million" | "millions" => Million,
            _ => return None,
        },
        Language::English => match word {
            "zero" | "nought" => Value(0),
            "one" => Value(1),
            "two" => Value(2),
            "three" => Value(3),
            "four" => Value(4),
            "five" => Value(5),
            "six" => Value(6),
            "seven" => Value(7),
            "eight" => Value(8),
            "nine" => Value(9),
            "ten" => Value(10),
            "eleven" => Value(11),
            "twelve" => Value(12),
            "thirteen" => Value(13),
            "fourteen" => Value(14),
            "fifteen" => Value(15),
            "sixteen" => Value(16),
            "seventeen" => Value(17),
            "eighteen" => Value(18),
            "nineteen" => Value(19),
            "twenty" => Value(20),
            "thirty" => Value(30),
            "forty" | "fourty" => Value(40),
            "fifty" => Value(50),
            "sixty" => Value(60),
            "seventy" => Value(70),
            "eighty" => Value(80),
            "ninety" => Value(90),
            "hundred" => Hundred,
            "thousand" => Thousand,
            "million" => Million,
            _ => return None,
        },
    })
}

fn ordinal(word: &str, language: Language) -> Option<u64> {
    if language == Language::French {
        return (word == "premier").then_some(1);
    }
    const ORDINALS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    match word {
        "thirtieth" => Some(30),
        _ => ORDINALS.iter().position(|o| *o == word).map(|at| at as u64 + 1),
    }
}

/// Words after which "un", "une" and "one" count.
fn counted(word: &str) -> bool {
    const COUNTED: &[&str] = &[
        "euro", "heure", "minute", "jour", "semaine", "mois", "an", "annee", "quart", "demi", "pour", "pound",
        "dollar", "hour", "month", "week", "day", "year", "percent", "pm", "am", "o'clock", "oclock", "oh",
    ];
    COUNTED.contains(&word)
}

/// Splits into pieces: numbers in digits, everything else one character each.
pub(super) fn in_digits(plain: &[Plain], language: Language) -> Vec<Piece> {
    let words = split(plain);
    let mut pieces = Vec::new();
    let mut copied = 0;
    let mut at = 0;
    let copy = |pieces: &mut Vec<Piece>, from: usize, to: usize| {
        pieces.extend(plain[from..to].iter().map(|(c, place)| Piece {
            text: c.to_string(),
            start: *place,
            end: place + 1,
        }));
    };
    while at < words.len() {
        let Some((text, next)) = read(&words, at, plain, language) else {
            at += 1;
            continue;
        };
        let (from, to) = (words[at].from, words[next - 1].to);
        copy(&mut pieces, copied, from);
        pieces.push(Piece { text, start: plain[from].1, end: plain[to - 1].1 + 1 });
        copied = to;
        at = next;
    }
    copy(&mut pieces, copied, plain.len());
    pieces
}

fn split(plain: &[Plain]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (at, (c, _)) in plain.iter().enumerate() {
        if !c.is_alphanumeric() {
            continue;
        }
        match words.last_mut() {
            Some(last) if last.to == at => {
                last.text.push(*c);
                last.to = at + 1;
            }
            _ => words.push(Word { text: c.to_string(), from: at, to: at + 1 }),
        }
    }
    words
}

/// Only spaces or hyphens between two words.
fn adjacent(words: &[Word], at: usize, plain: &[Plain]) -> bool {
    words.get(at + 1).is_some_and(|next| plain[words[at].to..next.from].iter().all(|(c, _)| matches!(c, ' ' | '-')))
}

fn text_at(words: &[Word], at: usize) -> &str {
    words.get(at).map_or("", |w| w.text.as_str())
}

/// A number that begins at this word: its digits and the word after it.
fn read(words: &[Word], at: usize, plain: &[Plain], language: Language) -> Option<(String, usize)> {
    let word = words[at].text.as_str();
    let times = match word {
        "double" => 2,
        "triple" | "treble" => 3,
        _ => 0,
    };
    if times > 0 && language == Language::French && adjacent(words, at, plain) {
        let digit = match part(text_at(words, at + 1), language) {
            Some(Part::Value(v @ 0..=9)) => v.to_string(),
            _ => text_at(words, at + 1).parse::<u8>().ok().filter(|d| *d < 10)?.to_string(),
        };
        return Some((digit.repeat(times), at + 2));
    }
    if language == Language::English {
        if times > 0 && adjacent(words, at, plain) {
            let digit = match part(text_at(words, at + 1), language) {
                Some(Part::Value(v @ 0..=9)) => v.to_string(),
                _ if matches!(text_at(words, at + 1), "oh" | "o") => "0".to_owned(),
                _ => text_at(words, at + 1).parse::<u8>().ok().filter(|d| *d < 10)?.to_string(),
            };
            return Some((digit.repeat(times), at + 2));
        }
        if matches!(word, "oh" | "o") && text_at(words, at + 1) != "clock" {
            let beside = |at: usize| {
                part(text_at(words, at), language).is_some()
                    || text_at(words, at).bytes().all(|b| b.is_ascii_digit()) && !text_at(words, at).is_empty()
            };
            let sides = (adjacent(words, at, plain)
                && (beside(at + 1) || matches!(text_at(words, at + 1), "double" | "triple")))
                || (at > 0 && adjacent(words, at - 1, plain) && beside(at - 1));
            return sides.then(|| ("0".to_owned(), at + 1));
        }
        if word == "a"
            && adjacent(words, at, plain)
            && matches!(text_at(words, at + 1), "pound" | "quid" | "euro" | "dollar" | "fiver")
        {
            return Some(("1".to_owned(), at + 1));
        }
        if word == "a"
            && adjacent(words, at, plain)
            && matches!(text_at(words, at + 1), "hundred" | "thousand" | "million")
        {
            return cardinal(words, at + 1, plain, language).map(|(value, next)| (value.to_string(), next));
        }
    }
    if let Some(day) = ordinal(word, language)
        && dated(words, at, at + 1, day, language)
    {
        return Some((format!("{day}th"), at + 1));
    }
    let (value, next) = cardinal(words, at, plain, language)?;
    if value % 10 == 0
        && (20..=30).contains(&value)
        && next == at + 1
        && adjacent(words, at, plain)
        && let Some(unit @ 1..=9) = ordinal(text_at(words, next), language)
    {
        return Some((format!("{}th", value + unit), next + 1));
    }
    if word == "neuf" && next == at + 1 && brand_new(words, at, plain) {
        return None;
    }
    if value == 1 && next == at + 1 {
        let neighbour = |at: usize| {
            let text = text_at(words, at);
            part(text, language).is_some()
                || text.bytes().next().is_some_and(|b| b.is_ascii_digit())
                || (language == Language::English && matches!(text, "oh" | "o"))
        };
        let sequence = (at > 0 && adjacent(words, at - 1, plain) && neighbour(at - 1))
            || (adjacent(words, at, plain) && neighbour(next));
        let point = matches!(text_at(words, next), "virgule" | "point") || halved(words, next, plain, language);
        if !(sequence
            || point
            || counted(text_at(words, next))
            || (language == Language::English && matches!(text_at(words, at.wrapping_sub(1)), "at" | "past" | "to")))
        {
            return None;
        }
    }
    if halved(words, next, plain, language) {
        return Some((format!("{value}.5"), next + 3));
    }
    let mut digits = value.to_string();
    let mut next = next;
    let point = match language {
        Language::French => "virgule",
        Language::English => "point",
    };
    if adjacent(words, next - 1, plain) && text_at(words, next) == point && adjacent(words, next, plain) {
        let mut decimals = String::new();
        let mut place = next + 1;
        while let Some((value, after)) = cardinal(words, place, plain, language) {
            decimals.push_str(&value.to_string());
            place = after;
            if value >= 10 || !adjacent(words, place - 1, plain) || decimals.len() > 4 {
                break;
            }
        }
        if !decimals.is_empty() {
            digits = format!("{digits}.{decimals}");
            next = place;
        }
    }
    Some((digits, next))
}

/// « Le tuyau est neuf » : nothing that could be counted comes after it.
fn brand_new(words: &[Word], at: usize, plain: &[Plain]) -> bool {
    const BEFORE: &[&str] = &["est", "etait", "tout", "presque", "comme", "flambant", "quasi", "quasiment", "parait"];
    const AFTER: &[&str] = &["donc", "et", "alors", "mais", "maintenant", "ou", "la"];
    let ends = !adjacent(words, at, plain) || AFTER.contains(&text_at(words, at + 1));
    at > 0 && BEFORE.contains(&text_at(words, at - 1)) && ends
}

/// "Two and a half", before a unit.
fn halved(words: &[Word], at: usize, plain: &[Plain], language: Language) -> bool {
    let unit = text_at(words, at + 3);
    let counted = ["percent", "per", "hour", "hours", "year", "years", "month", "months", "week", "weeks", "days"];
    language == Language::English
        && at > 0
        && (at - 1..at + 2).all(|at| adjacent(words, at, plain))
        && (text_at(words, at), text_at(words, at + 1), text_at(words, at + 2)) == ("and", "a", "half")
        && counted.contains(&unit)
}

/// Whether an ordinal is the day of a month: a month is beside it, or it is "the fifteenth".
fn dated(words: &[Word], at: usize, next: usize, day: u64, language: Language) -> bool {
    let month = |at: usize| super::dates::month(text_at(words, at), language).is_some();
    let before = text_at(words, at.wrapping_sub(1));
    month(next)
        || (text_at(words, next) == "of" && (month(next + 1) || matches!(text_at(words, next + 1), "next" | "this")))
        || month(at.wrapping_sub(1))
        || (text_at(words, next) == "of" && (text_at(words, next + 1), text_at(words, next + 2)) == ("the", "month"))
        || (matches!(text_at(words, next), "du" | "de") && matches!(text_at(words, next + 1), "mois" | "ce"))
        || (before == "the" && (month(at.wrapping_sub(2)) || text_at(words, next) == "at"))
        || (before == "the" && text_at(words, next) == "and" && ranged(words, next, language))
        || (before == "the" && (day > 4) && at > 1)
}

/// "and the fifth of October", after another day.
fn ranged(words: &[Word], at: usize, language: Language) -> bool {
    (at + 1..at + 6).any(|at| super::dates::month(text_at(words, at), language).is_some())
}

/// A cardinal number in words that begins here, and the word after it.
fn cardinal(words: &[Word], start: usize, plain: &[Plain], language: Language) -> Option<(u64, usize)> {
    let mut total = 0u64;
    let mut current = 0u64;
    let mut at = start;
    let mut last: Option<u64> = None;
    while at < words.len() {
        let mut here = at;
        if at > start {
            if !adjacent(words, at - 1, plain) {
                break;
            }
            let joins = match language {
                Language::French => {
                    text_at(words, at) == "et"
                        && (20..=79).contains(&(current % 100))
                        && matches!(text_at(words, at + 1), "un" | "une" | "onze")
                }
                Language::English => {
                    text_at(words, at) == "and"
                        && matches!(last, Some(100 | 1000))
                        && part(text_at(words, at + 1), language).is_some_and(|p| matches!(p, Part::Value(_)))
                }
            };
            if joins && adjacent(words, at, plain) {
                here = at + 1;
            }
        }
        let Some(part) = part(text_at(words, here), language) else { break };
        match part {
            Part::Value(0) if at == start => return Some((0, at + 1)),
            Part::Value(0) => break,
            Part::Value(20) if language == Language::French && last == Some(4) && current % 100 == 4 => {
                current += 76;
                last = Some(80);
            }
            Part::Value(value) => {
                let rest = current % 100;
                let teens_join = language == Language::French && (10..20).contains(&value) && matches!(rest, 60 | 80);
                let seven_to_nine = language == Language::French
                    && (7..=9).contains(&value)
                    && matches!(rest, 10 | 70 | 90)
                    && last == Some(10);
                let joins = last.is_none()
                    || matches!(last, Some(100 | 1000 | 1_000_000))
                    || (value < 10
                        && rest >= 20
                        && rest.is_multiple_of(10)
                        && last == Some(rest.min(if rest == 80 && last == Some(80) { 80 } else { rest })))
                    || teens_join
                    || seven_to_nine;
                if !joins {
                    break;
                }
                current += value;
                last = Some(value);
            }
            Part::Hundred => {
                let rest = current % 1000;
                if last.is_none() || (matches!(last, Some(1000 | 1_000_000)) && rest == 0) {
                    current += 100;
                } else if (1..=19).contains(&rest) && (last == Some(rest) || rest > 16 && last == Some(rest - 10))
                    || (20..100).contains(&rest) && rest < 20
                {
                    current = current - rest + rest * 100;
                } else {
                    break;
                }
                last = Some(100);
            }
            Part::Thousand | Part::Million => {
                let scale = if part == Part::Thousand { 1000 } else { 1_000_000 };
                if total > 0 && scale >= 1000 && last == Some(1000) || current > 999 {
                    break;
                }
                total += current.max(1) * scale;
                current = 0;
                last = Some(scale);
            }
        }
        at = here + 1;
    }
    (at > start).then_some((total + current, at))
}
