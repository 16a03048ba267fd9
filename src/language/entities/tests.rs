use super::*;
use crate::language::EntityKind;
use crate::language::data;
use proptest::prelude::*;
use std::sync::LazyLock;

static FINDERS: LazyLock<[Finder; 2]> =
    LazyLock::new(|| Language::ALL.map(|language| Finder::new(language, data::of(language).not_names)));

fn finder(language: Language) -> &'static Finder {
    &FINDERS[usize::from(language != Language::ALL[0])]
}

const TABLES: [(Language, &str); 2] = [
    (Language::French, include_str!("../../../tests/data/language/entities/fr.tsv")),
    (Language::English, include_str!("../../../tests/data/language/entities/en.tsv")),
];

/// Rows `text<TAB>kind=value;kind=value`, held against all that is found; the call is on Monday 23 November 2026.
#[test]
fn entities_of_the_tables() {
    let (mut report, mut rows, mut wrong) = (String::new(), 0, 0);
    for (language, table) in TABLES {
        let finder = finder(language);
        assert!(table.lines().count() >= 250);
        rows += table.lines().count();
        for line in table.lines() {
            let (text, expected) = line.split_once('\t').expect("a text, a tab and its entities");
            let found = finder.find(text, Some(jiff::civil::date(2026, 11, 23)), None);
            let found: Vec<String> = found.iter().map(|e| format!("{}={}", e.kind.name(), e.value)).collect();
            let found = found.join(";");
            if found != expected {
                wrong += 1;
                report += &format!("{language} {text}\n    expected {expected}\n    found    {found}\n");
            }
        }
    }
    // A few rows of the tables are beyond it: "nine to five".
    println!("{wrong} of {rows} wrong:\n{report}");
    assert!(wrong * 100 <= rows, "{wrong} of {rows} wrong:\n{report}");
}

#[test]
fn new_is_no_nine() {
    let french = finder(Language::French);
    assert!(french.numbers("le tuyau est neuf, donc c’est réglé").is_empty());
    assert_eq!(french.numbers("il est neuf heures").len(), 1);
    assert_eq!(french.numbers("le total est neuf cents").len(), 1);
}

/// Said as two numbers, in the currency of the call; a year, a time or a telephone number is none.
#[test]
fn prices_without_a_currency() {
    for (language, text, expected) in [
        (Language::English, "I send the forty-four ninety-nine straight back by transfer", "GBP 44.99"),
        (Language::English, "so thirty-nine ninety goes back today", "GBP 39.90"),
        (Language::English, "born in nineteen sixty-two in Leeds", ""),
        (Language::English, "I call you at ten thirty tomorrow", ""),
        (Language::English, "oh six twelve thirty-four sixty-six seventy-eight then", ""),
        (Language::French, "je vous rends les trente-neuf quatre-vingt-dix tout de suite", "EUR 39.90"),
        (Language::French, "née en mille neuf cent soixante-deux à Lyon", ""),
    ] {
        let own = if language == Language::French { Currency::Eur } else { Currency::Gbp };
        let found = finder(language).find(text, None, Some(own));
        let amounts: Vec<&str> = found
            .iter()
            .filter(|entity| entity.kind == EntityKind::Amount)
            .map(|entity| entity.value.as_str())
            .collect();
        assert_eq!(amounts.join(" "), expected, "{text}");
    }
}

fn sound(finder: &Finder, text: &str) {
    let length = text.chars().count();
    let found = finder.find(text, Some(jiff::civil::date(2026, 11, 23)), None);
    assert!(found.iter().all(|entity| entity.span.0 < entity.span.1 && entity.span.1 <= length), "{found:?}");
    assert!(found.windows(2).all(|pair| pair[0].span.1 <= pair[1].span.0), "{found:?}");
    assert_eq!(found, finder.find(text, Some(jiff::civil::date(2026, 11, 23)), None));
    assert!(finder.numbers(text).iter().all(|(span, _)| span.0 < span.1 && span.1 <= length));
}

#[test]
fn a_megabyte_is_bounded() {
    for (language, _) in TABLES {
        let finder = finder(language);
        for piece in [
            "a ",
            "1",
            "vingt ",
            "b comme bernard ",
            "c for charlie ",
            "arobase ",
            "at dot ",
            "1/",
            "é\u{301}",
            "double ",
        ] {
            let found = finder.find(&piece.repeat(1_000_000 / piece.len()), None, None);
            assert!(found.iter().all(|entity| entity.span.1 <= crate::language::text::MAX_CHARS));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_is_sound(text in "\\PC{0,80}") {
        for (language, _) in TABLES {
            sound(finder(language), &text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn pieces_of_the_tables_in_any_order_are_sound(seeds in proptest::collection::vec((0usize..2, 0usize..1000, 0usize..12), 1..8)) {
        for (language, _) in TABLES {
            let text: Vec<&str> = seeds
                .iter()
                .filter_map(|(table, line, word)| {
                    let lines: Vec<&str> = TABLES[*table].1.lines().collect();
                    let text = lines[line % lines.len()].split('\t').next()?;
                    text.split(' ').cycle().nth(*word)
                })
                .collect();
            sound(finder(language), &text.join(" "));
            sound(finder(language), &text.concat());
        }
    }
}
