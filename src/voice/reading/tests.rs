use super::*;
use crate::locale::Language::{English, French};
use proptest::prelude::*;

/// What is said, phrases joined by their ends.
fn said(text: &str, language: Language) -> String {
    let mut out = String::new();
    for phrase in read(text, language) {
        for word in &phrase.words {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            out += &word.said;
            if word.comma {
                out.push(',');
            }
        }
        out += match phrase.end {
            End::Stop => ".",
            End::Question => "?",
            End::Exclamation => "!",
            End::Trail => "…",
            End::Open => ":",
        };
    }
    out
}

#[test]
fn what_is_written_is_said_as_people_say_it() {
    for (language, written, expected) in [
        (French, "142,50 €", "cent quarante-deux euros cinquante."),
        (French, "29,00 € le 1er octobre", "vingt-neuf euros le premier octobre."),
        (French, "1\u{202f}200 € ou 0,99 €", "mille deux cents euros ou quatre-vingt-dix-neuf centimes."),
        (French, "Le 14 juin 1988.", "Le quatorze juin mille neuf cent quatre-vingt-huit."),
        (French, "à 14 h 30, vers 8 h", "à quatorze heures trente, vers huit heures."),
        (French, "à 14\u{a0}h, midi ? 12h", "à quatorze heures, midi? midi."),
        (French, "06 05 81 87 98", "zéro six, zéro cinq, quatre-vingt-un, quatre-vingt-sept, quatre-vingt-dix-huit."),
        (French, "TS8688737", "T S, huit six huit, huit sept trois, sept."),
        (French, "17100 Saintes", "dix-sept mille cent Saintes."),
        (French, "M. Roux et Mme Petit", "monsieur Roux et madame Petit."),
        (French, "A. B. Roux, J.-P. Petit", "A B Roux, J P Petit."),
        (French, "pruvost.orthophonie@example.org", "pruvost point orthophonie, arobase, example point org."),
        (French, "Un SMS, la TVA, le RIB", "Un S M S, la T V A, le rib."),
        (French, "3 500 kWh… 20 %", "trois mille cinq cents kilowattheures… vingt pour cent."),
        (French, "« Bon » – d’accord !", "Bon: d'accord!"),
        (French, "la 2e fois, la 1re", "la deuxième fois, la première."),
        (English, "€29.99 on 11 September", "twenty-nine euros ninety-nine on the eleventh of September."),
        (English, "£1,200.50", "one thousand two hundred pounds fifty."),
        (English, "€0.99 and £0.01", "ninety-nine cents and one penny."),
        (English, "19 April 1988", "the nineteenth of April nineteen eighty-eight."),
        (English, "September 3, 2026", "the third of September twenty twenty-six."),
        (English, "At 14:30, or 7:30 pm, or 9:00", "At fourteen thirty, or seven thirty P M, or nine o'clock."),
        (English, "My number: 07 85 13", "My number: oh seven eighty-five thirteen."),
        (English, "07 85 13 08 74", "oh seven, eight five, one three, oh eight, seven four."),
        (English, "TS2391159", "T S, two three nine, one one five, nine."),
        (English, "Mrs Roux, Mr. Petit", "missus Roux, mister Petit."),
        (English, "No. That is No. 4", "No. That is number four."),
        (English, "1.5 km, 20%", "one point five kilometres, twenty percent."),
        (English, "2026-11-23", "the twenty-third of November twenty twenty-six."),
    ] {
        assert_eq!(said(written, language), expected, "{written}");
    }
}

#[test]
fn signs_that_the_engine_would_take_for_orders_never_reach_it() {
    for language in Language::ALL {
        let all = said("<speed level='20'>slow</speed> & <break time=\"9s\"/> a<b", language);
        assert!(!all.contains(['<', '>', '&', '"']), "{all}");
    }
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in "\\PC{0,120}") {
        for language in Language::ALL {
            let mut last = 0;
            for word in read(&text, language).iter().flat_map(|phrase| &phrase.words) {
                prop_assert!(word.syllables > 0 && !word.said.is_empty());
                if word.to > 0 {
                    prop_assert!(last <= word.from && word.from < word.to && word.to <= text.len());
                    prop_assert!(text.is_char_boundary(word.from) && text.is_char_boundary(word.to));
                    last = word.to;
                }
                prop_assert!(!word.said.contains(['<', '>', '&', '\0']));
            }
        }
    }

    #[test]
    fn any_figures_can_be_read(text in "[0-9€£$%.,:/hT \u{a0}+-]{0,40}") {
        for language in Language::ALL {
            let _ = read(&text, language);
        }
    }
}
