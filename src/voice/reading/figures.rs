//! What is written in figures and signs, in words: amounts, dates, times, telephone and contract numbers, addresses.

use super::numbers::{cardinal, digit, ordinal, year};
use crate::locale::Language;
use regex::{Captures, Regex};
use std::sync::LazyLock;

type Said = fn(&Captures, Language) -> Option<String>;

/// Tried in this order at the beginning of a word; a pattern that ends in the middle of a word does not count.
static PATTERNS: LazyLock<Vec<(Regex, Said)>> = LazyLock::new(|| {
    let number = r"(\d{1,3}(?:[ \x{a0}\x{202f},]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,3})?)";
    let month = r"(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|January|February|March|April|May|June|July|August|September|October|November|December)";
    let patterns: [(String, Said); 16] = [
        (r"[\p{L}\d._+-]{1,64}@[\p{L}\d-]{1,64}(?:\.[\p{L}\d-]{1,64})+".into(), address),
        (r"www(?:\.[\p{L}\d-]{1,64})+".into(), address),
        (r"(\d{4})-(\d{2})-(\d{2})".into(), |found, language| date(&found[3], &found[2], Some(&found[1]), language)),
        (r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?".into(), |found, language| {
            date(&found[1], &found[2], found.get(3).map(|year| year.as_str()), language)
        }),
        (r"\+?\d{1,5}(?:[\s.-]\d{2,4}){3,5}".into(), telephone),
        (format!(r"[€£$]\s?{number}"), |found, language| amount(&found[1], &found[0], language)),
        (format!(r"{number}\s?(€|£|\$|EUR|GBP|USD|euros?|pounds?|dollars?)"), |found, language| {
            amount(&found[1], &found[2], language)
        }),
        (r"(\d{1,2})\s?[hH](?:\s?(\d{2}))?".into(), time),
        (r"(\d{1,2}):(\d{2})(?:\s?([ap])\.?m\.?)?".into(), time),
        (r"(\d{1,2})()\s?([ap])\.?m\.?".into(), time),
        (format!(r"(\d{{1,2}})(?:er|st|nd|rd|th)?\s{month}(?:,?\s(\d{{4}}))?"), |found, language| {
            date(&found[1], &found[2], found.get(3).map(|year| year.as_str()), language)
        }),
        (format!(r"{month}\s(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(\d{{4}}))?"), |found, language| {
            date(&found[2], &found[1], found.get(3).map(|year| year.as_str()), language)
        }),
        (r"(\d{1,6})(?:ers?|ères?|res?|èmes?|es?|st|nd|rd|th)".into(), |found, language| {
            let said = ordinal(found[1].parse().ok()?, language);
            let first = language == Language::French && &found[1] == "1" && found[0].contains("re");
            Some(if first { "première".into() } else { said })
        }),
        (format!(r"{number}\s?(%|°C|°|kWh|kW|kVA|km|m²|Mbit/s|Gbit/s|Mb/s|Gb/s|Mo|Go|MB|GB)"), measure),
        (r"\d{1,3}(?:[ \x{a0}\x{202f},]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}[.,]\d{1,6}".into(), |found, language| {
            decimal(&found[0], language)
        }),
        (r"\d+".into(), |found, language| plain(&found[0], language)),
    ];
    let compile = |(pattern, said): (String, Said)| {
        let whole = Regex::new(&format!(r"\A(?:{pattern})")).expect("the patterns are constants and a test uses them");
        (whole, said)
    };
    patterns.into_iter().map(compile).collect()
});

/// What stands at the beginning of `text`, in words, and how many bytes it takes; `None`: nothing of this kind.
pub fn at(text: &str, language: Language) -> Option<(String, usize)> {
    let first = text.chars().next()?;
    let begins = first.is_ascii_digit() || "€£$+".contains(first);
    let token = &text[..text.find(char::is_whitespace).unwrap_or(text.len())];
    let month = || MONTHS.iter().flatten().any(|name| *name == token);
    // Most words are just words: no pattern need look at them.
    if !begins && !token.contains('@') && !token.starts_with("www.") && !month() {
        return None;
    }
    for (pattern, said) in PATTERNS.iter() {
        let Some(found) = pattern.captures(text) else { continue };
        let end = found[0].len();
        let cut = text[end..].chars().next().is_some_and(char::is_alphanumeric);
        let sign = found[0].chars().next_back().is_some_and(|last| !last.is_alphanumeric());
        if cut && !sign {
            continue;
        }
        if let Some(said) = said(&found, language) {
            return Some((said, end));
        }
    }
    None
}

/// The letters and figures of a code, one by one, in groups of three.
pub fn spelt(code: &str, language: Language) -> String {
    let mut out = String::new();
    let mut run = 0;
    let mut was_digit = None;
    for c in code.chars().filter(|c| c.is_alphanumeric()) {
        let is_digit = c.is_ascii_digit();
        if !out.is_empty() {
            let pause = was_digit != Some(is_digit) || (is_digit && run % 3 == 0);
            out += if pause { ", " } else { " " };
        }
        run = if was_digit == Some(is_digit) { run + 1 } else { 1 };
        was_digit = Some(is_digit);
        match digit(c, language) {
            Some(name) => out += name,
            None => out.extend(c.to_uppercase()),
        }
    }
    out
}

fn parse(number: &str, language: Language) -> Option<(u64, Option<String>)> {
    let mut whole = number.replace([' ', '\u{a0}', '\u{202f}'], "");
    if language == Language::English {
        whole = whole.replace(',', "");
    }
    let (units, rest) = match whole.split_once([',', '.']) {
        Some((units, rest)) => (units.to_owned(), Some(rest.to_owned())),
        None => (whole, None),
    };
    Some((units.parse().ok()?, rest))
}

fn amount(number: &str, sign: &str, language: Language) -> Option<String> {
    let (units, cents) = parse(number, language)?;
    let cents: u64 = match cents.as_deref() {
        None => 0,
        Some(one) if one.len() == 1 => one.parse::<u64>().ok()? * 10,
        Some(two) if two.len() == 2 => two.parse().ok()?,
        Some(_) => return None,
    };
    let french = language == Language::French;
    let (unit, cent) = match sign.to_lowercase() {
        sign if sign.contains(['£', 'g']) || sign.contains("pound") => {
            (if french { "livre" } else { "pound" }, "penny")
        }
        sign if sign.contains(['$', 'd']) => ("dollar", "cent"),
        _ => ("euro", "cent"),
    };
    let plural = |n: u64| if n >= 2 || (n == 0 && !french) { "s" } else { "" };
    let feminine = |n: u64| match cardinal(n, language) {
        one if french && unit == "livre" && one.ends_with("un") => format!("{one}e"),
        other => other,
    };
    let whole = format!("{} {unit}{}", feminine(units), plural(units));
    Some(match (units, cents) {
        (_, 0) => whole,
        // "29,90 €" is "vingt-neuf euros quatre-vingt-dix".
        (1.., _) if french => format!("{whole} {}", cardinal(cents, language)),
        (0, _) if french => format!("{} centime{}", cardinal(cents, language), plural(cents)),
        (0, _) if cent == "penny" => {
            format!("{} {}", cardinal(cents, language), if cents == 1 { "penny" } else { "pence" })
        }
        (0, _) => format!("{} {cent}{}", cardinal(cents, language), plural(cents)),
        _ => format!("{whole} {}", cardinal(cents, language)),
    })
}

fn decimal(number: &str, language: Language) -> Option<String> {
    let (units, rest) = parse(number, language)?;
    let whole = cardinal(units, language);
    let Some(rest) = rest else { return Some(whole) };
    let point = if language == Language::French { "virgule" } else { "point" };
    let rest = match language {
        Language::French if rest.len() <= 2 && !rest.starts_with('0') => cardinal(rest.parse().ok()?, language),
        _ => rest.chars().filter_map(|c| digit(c, language)).collect::<Vec<_>>().join(" "),
    };
    Some(format!("{whole} {point} {rest}"))
}

fn measure(found: &Captures, language: Language) -> Option<String> {
    let number = decimal(&found[1], language)?;
    let unit = match (&found[2], language) {
        ("%", Language::French) => "pour cent",
        ("%", Language::English) => "percent",
        ("°C" | "°", Language::French) => "degrés",
        ("°C" | "°", Language::English) => "degrees",
        ("kWh", Language::French) => "kilowattheures",
        ("kWh", Language::English) => "kilowatt hours",
        ("kW", _) => "kilowatts",
        ("kVA", Language::French) => "kilovoltampères",
        ("kVA", Language::English) => "kilovolt amps",
        ("km", Language::French) => "kilomètres",
        ("km", Language::English) => "kilometres",
        ("m²", Language::French) => "mètres carrés",
        ("m²", Language::English) => "square metres",
        ("Mo" | "MB", Language::French) => "mégaoctets",
        ("Go" | "GB", Language::French) => "gigaoctets",
        ("Mo" | "MB", Language::English) => "megabytes",
        ("Go" | "GB", Language::English) => "gigabytes",
        ("Mbit/s" | "Mb/s", Language::French) => "mégabits par seconde",
        ("Mbit/s" | "Mb/s", Language::English) => "megabits a second",
        (_, Language::French) => "gigabits par seconde",
        (_, Language::English) => "gigabits a second",
    };
    Some(format!("{number} {unit}"))
}

fn time(found: &Captures, language: Language) -> Option<String> {
    let hour: u64 = found[1].parse().ok().filter(|hour| *hour < 25)?;
    let minute: u64 = match found.get(2).map(|minute| minute.as_str()) {
        None | Some("") => 0,
        Some(minute) => minute.parse().ok().filter(|minute| *minute < 60)?,
    };
    let half = found.get(3).map(|half| half.as_str().to_uppercase());
    Some(match language {
        Language::French => {
            let hour = match hour {
                0 | 24 => "minuit".into(),
                12 => "midi".into(),
                1 => "une heure".into(),
                21 => "vingt et une heures".into(),
                other => format!("{} heures", cardinal(other, language)),
            };
            if minute == 0 { hour } else { format!("{hour} {}", cardinal(minute, language)) }
        }
        Language::English => {
            let minutes = match minute {
                0 => String::new(),
                1..10 => format!(" oh {}", cardinal(minute, language)),
                _ => format!(" {}", cardinal(minute, language)),
            };
            match half {
                Some(half) => format!("{}{minutes} {half} M", cardinal(hour, language)),
                None if minute == 0 && (1..=12).contains(&hour) => format!("{} o'clock", cardinal(hour, language)),
                None if minute == 0 => format!("{} hundred hours", cardinal(hour, language)),
                None => format!("{}{minutes}", cardinal(hour, language)),
            }
        }
    })
}

const MONTHS: [[&str; 2]; 12] = [
    ["janvier", "January"],
    ["février", "February"],
    ["mars", "March"],
    ["avril", "April"],
    ["mai", "May"],
    ["juin", "June"],
    ["juillet", "July"],
    ["août", "August"],
    ["septembre", "September"],
    ["octobre", "October"],
    ["novembre", "November"],
    ["décembre", "December"],
];

fn date(day: &str, month: &str, of_year: Option<&str>, language: Language) -> Option<String> {
    let day: u64 = day.parse().ok().filter(|day| (1..32).contains(day))?;
    let named = match month.parse::<usize>() {
        Ok(number) => MONTHS.get(number.checked_sub(1)?)?[usize::from(language == Language::English)],
        Err(_) => month,
    };
    let of_year = match of_year {
        Some(digits) => format!(" {}", year(digits.parse().ok()?, language)),
        None => String::new(),
    };
    Some(match language {
        Language::French if day == 1 => format!("premier {named}{of_year}"),
        Language::French => format!("{} {named}{of_year}", cardinal(day, language)),
        Language::English => format!("the {} of {named}{of_year}", ordinal(day, language)),
    })
}

fn telephone(found: &Captures, language: Language) -> Option<String> {
    let number = &found[0];
    if number.chars().filter(char::is_ascii_digit).count() < 8 {
        return None;
    }
    let group = |group: &str| match language {
        // Pairs are numbers in French: "zéro six, douze".
        Language::French if group.len() <= 2 && !group.starts_with('0') => {
            cardinal(group.parse().ok()?, language).into()
        }
        _ => Some(group.chars().filter_map(|c| digit(c, language)).collect::<Vec<_>>().join(" ")),
    };
    let digits = number.trim_start_matches('+');
    let groups: Option<Vec<String>> = digits.split(|c: char| !c.is_ascii_digit()).map(group).collect();
    let plus = if number.starts_with('+') { "plus " } else { "" };
    Some(format!("{plus}{}", groups?.join(", ")))
}

fn plain(digits: &str, language: Language) -> Option<String> {
    let singly = digits.len() > 6 || (digits.len() > 1 && digits.starts_with('0'));
    if singly {
        return Some(spelt(digits, language));
    }
    let n: u64 = digits.parse().ok()?;
    Some(if digits.len() == 4 { year(n, language) } else { cardinal(n, language) })
}

fn address(found: &Captures, language: Language) -> Option<String> {
    let french = language == Language::French;
    let mut out = String::new();
    let mut word = String::new();
    let close = |word: &mut String, out: &mut String| {
        if !word.is_empty() {
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            let mixed = letters < word.chars().count() || (letters < 4 && !"com org net".contains(word.as_str()));
            out.push(' ');
            *out += &if mixed { spelt(word, language) } else { word.clone() };
            word.clear();
        }
    };
    for c in found[0].chars() {
        let name = match (c, french) {
            ('@', true) => ", arobase,",
            ('@', false) => ", at,",
            ('.', true) => " point",
            ('.', false) => " dot",
            ('-', true) => " tiret",
            ('-', false) => " dash",
            ('_', true) => " tiret bas",
            ('_', false) => " underscore",
            ('+', _) => " plus",
            (letter, _) => {
                word.push(letter);
                continue;
            }
        };
        close(&mut word, &mut out);
        out += name;
    }
    close(&mut word, &mut out);
    Some(out.trim().to_owned())
}
