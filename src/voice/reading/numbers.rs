//! Numbers as words.

use crate::locale::Language;

/// A whole number in words: up to a thousand million, longer ones digit by digit.
pub fn cardinal(n: u64, language: Language) -> String {
    match (language, n) {
        (_, 1_000_000_000..) => n.to_string().chars().filter_map(|c| digit(c, language)).collect::<Vec<_>>().join(" "),
        (Language::French, _) => french(n),
        (Language::English, _) => english(n),
    }
}

/// A digit's name; `None`: it is none.
pub fn digit(c: char, language: Language) -> Option<&'static str> {
    let n = c.to_digit(10)? as usize;
    Some(match language {
        Language::French => FRENCH[n],
        Language::English if n == 0 => "oh",
        Language::English => ENGLISH[n],
    })
}

/// "first", "deuxième".
pub fn ordinal(n: u64, language: Language) -> String {
    let cardinal = cardinal(n, language);
    match (language, n) {
        (Language::French, 1) => "premier".into(),
        (Language::French, _) => {
            let stem = match cardinal.strip_suffix("neuf") {
                Some(before) => format!("{before}neuv"),
                None if cardinal.ends_with("cinq") => format!("{cardinal}u"),
                None => cardinal.trim_end_matches(['e', 's']).to_owned(),
            };
            // "trois" and "six" keep the s or x that is no plural.
            let stem = if n % 10 == 3 && n % 100 != 13 && !cardinal.ends_with("treize") { cardinal } else { stem };
            format!("{stem}ième")
        }
        (Language::English, _) => {
            let (before, last) = match cardinal.rfind([' ', '-']) {
                Some(at) => cardinal.split_at(at + 1),
                None => ("", cardinal.as_str()),
            };
            let last = match last {
                "one" => "first".into(),
                "two" => "second".into(),
                "three" => "third".into(),
                "five" => "fifth".into(),
                "eight" => "eighth".into(),
                "nine" => "ninth".into(),
                "twelve" => "twelfth".into(),
                tens if tens.ends_with('y') => format!("{}ieth", tens.trim_end_matches('y')),
                other => format!("{other}th"),
            };
            format!("{before}{last}")
        }
    }
}

/// A year as people say it: "nineteen eighty-eight".
pub fn year(n: u64, language: Language) -> String {
    if language == Language::French || !(1_100..2_100).contains(&n) || (2_000..2_010).contains(&n) {
        return cardinal(n, language);
    }
    match n % 100 {
        0 => format!("{} hundred", english(n / 100)),
        rest @ 1..10 => format!("{} oh {}", english(n / 100), english(rest)),
        rest => format!("{} {}", english(n / 100), english(rest)),
    }
}

const FRENCH: [&str; 17] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
];
const FRENCH_TENS: [&str; 7] = ["", "dix", "vingt", "trente", "quarante", "cinquante", "soixante"];

fn french(n: u64) -> String {
    match n {
        0..17 => FRENCH[n as usize].into(),
        17..20 => format!("dix-{}", FRENCH[n as usize - 10]),
        20..70 => match n % 10 {
            0 => FRENCH_TENS[n as usize / 10].into(),
            1 => format!("{} et un", FRENCH_TENS[n as usize / 10]),
            rest => format!("{}-{}", FRENCH_TENS[n as usize / 10], FRENCH[rest as usize]),
        },
        71 => "soixante et onze".into(),
        70..80 => format!("soixante-{}", french(n - 60)),
        80 => "quatre-vingts".into(),
        81..100 => format!("quatre-vingt-{}", french(n - 80)),
        100..1_000 => {
            let hundreds = if n < 200 { "cent".into() } else { format!("{} cent", french(n / 100)) };
            match n % 100 {
                0 if n > 100 => format!("{hundreds}s"),
                0 => hundreds,
                rest => format!("{hundreds} {}", french(rest)),
            }
        }
        1_000..1_000_000 => {
            // "quatre-vingt mille", "deux cent mille": no plural before "mille".
            let thousands = match n / 1_000 {
                1 => "mille".into(),
                80 => "quatre-vingt mille".into(),
                many if many % 100 == 0 => format!("{} mille", french(many).trim_end_matches('s')),
                many => format!("{} mille", french(many)),
            };
            if n.is_multiple_of(1_000) { thousands } else { format!("{thousands} {}", french(n % 1_000)) }
        }
        _ => {
            let millions = n / 1_000_000;
            let unit = if millions == 1 { "million" } else { "millions" };
            let rest = n % 1_000_000;
            let tail = if rest == 0 { String::new() } else { format!(" {}", french(rest)) };
            format!("{} {unit}{tail}", french(millions))
        }
    }
}

const ENGLISH: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const ENGLISH_TENS: [&str; 10] =
    ["", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

fn english(n: u64) -> String {
    match n {
        0..20 => ENGLISH[n as usize].into(),
        20..100 if n.is_multiple_of(10) => ENGLISH_TENS[n as usize / 10].into(),
        20..100 => format!("{}-{}", ENGLISH_TENS[n as usize / 10], ENGLISH[n as usize % 10]),
        100..1_000 if n.is_multiple_of(100) => format!("{} hundred", english(n / 100)),
        100..1_000 => format!("{} hundred and {}", english(n / 100), english(n % 100)),
        _ => {
            let (size, unit) = if n < 1_000_000 { (1_000, "thousand") } else { (1_000_000, "million") };
            let head = format!("{} {unit}", english(n / size));
            match n % size {
                0 => head,
                rest @ 1..100 => format!("{head} and {}", english(rest)),
                rest => format!("{head} {}", english(rest)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_people_say_them() {
        for (n, french, english) in [
            (0, "zéro", "zero"),
            (17, "dix-sept", "seventeen"),
            (21, "vingt et un", "twenty-one"),
            (71, "soixante et onze", "seventy-one"),
            (77, "soixante-dix-sept", "seventy-seven"),
            (80, "quatre-vingts", "eighty"),
            (91, "quatre-vingt-onze", "ninety-one"),
            (100, "cent", "one hundred"),
            (142, "cent quarante-deux", "one hundred and forty-two"),
            (200, "deux cents", "two hundred"),
            (1_988, "mille neuf cent quatre-vingt-huit", "one thousand nine hundred and eighty-eight"),
            (17_100, "dix-sept mille cent", "seventeen thousand one hundred"),
            (80_000, "quatre-vingt mille", "eighty thousand"),
            (200_001, "deux cent mille un", "two hundred thousand and one"),
            (2_000_000, "deux millions", "two million"),
        ] {
            assert_eq!(cardinal(n, Language::French), french);
            assert_eq!(cardinal(n, Language::English), english);
        }
        for (n, french, english) in [
            (1, "premier", "first"),
            (2, "deuxième", "second"),
            (3, "troisième", "third"),
            (4, "quatrième", "fourth"),
            (5, "cinquième", "fifth"),
            (9, "neuvième", "ninth"),
            (12, "douzième", "twelfth"),
            (13, "treizième", "thirteenth"),
            (20, "vingtième", "twentieth"),
            (23, "vingt-troisième", "twenty-third"),
        ] {
            assert_eq!(ordinal(n, Language::French), french);
            assert_eq!(ordinal(n, Language::English), english);
        }
        for (n, english) in
            [(1_988, "nineteen eighty-eight"), (1_905, "nineteen oh five"), (2_026, "twenty twenty-six")]
        {
            assert_eq!(year(n, Language::English), english);
        }
        for n in 0..3_000 {
            let _ =
                (cardinal(n * 7_919, Language::French), ordinal(n, Language::French), ordinal(n, Language::English));
        }
    }
}
