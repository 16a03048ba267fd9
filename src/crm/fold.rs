//! Text without what people get wrong: case, accents, ligatures, punctuation, plural.

use crate::locale::Language;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Lower case, no accents, ligatures spelt out, no-break spaces made plain.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.nfkd().filter(|char| !is_combining_mark(*char)).flat_map(char::to_lowercase) {
        match char {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            '’' | '‘' | 'ʼ' => out.push('\''),
            char if char.is_whitespace() => out.push(' '),
            char => out.push(char),
        }
    }
    out
}

/// The words and numbers of a text, folded.
pub fn words(text: &str) -> Vec<String> {
    fold(text).split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Letters and digits only, folded: `LT 448-1907` and `lt4481907` become equal.
pub fn compact(text: &str) -> String {
    fold(text).chars().filter(|char| char.is_alphanumeric()).collect()
}

/// A word without its inflection, good enough to tell that `remboursé` and `remboursement` speak of the same thing.
/// The word must be folded; words with digits are left as they are.
pub fn stem(word: &str, language: Language) -> String {
    // Longest first. Each leaves at least four letters, one-letter endings three.
    const FRENCH: &[&str] = &[
        "issements",
        "issement",
        "issaient",
        "ations",
        "ements",
        "ation",
        "ement",
        "aient",
        "erons",
        "eront",
        "erait",
        "erais",
        "antes",
        "ables",
        "euses",
        "eaux",
        "ions",
        "ants",
        "ante",
        "able",
        "euse",
        "eurs",
        "eur",
        "ees",
        "ant",
        "ais",
        "ait",
        "era",
        "ent",
        "ons",
        "ez",
        "er",
        "ee",
        "es",
        "ir",
        "it",
        "is",
        "e",
        "s",
        "x",
    ];
    const ENGLISH: &[&str] = &[
        "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "ied", "ies", "ed", "er", "es", "ly",
        "al", "e", "s", "y",
    ];
    if word.chars().any(|char| char.is_ascii_digit()) {
        return word.to_owned();
    }
    let endings = match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
    };
    let mut stem = word;
    for ending in endings {
        let least = if ending.len() == 1 { 3 } else { 4 };
        if let Some(rest) = word.strip_suffix(ending)
            && rest.chars().count() >= least
        {
            stem = rest;
            break;
        }
    }
    // `cancell(ed)` and `cancel`, `technicienn(e)` and `technicien`.
    let mut last = stem.chars().rev();
    let (one, two) = (last.next(), last.next());
    if one.is_some() && one == two && stem.chars().count() > 3 {
        stem = &stem[..stem.len() - one.map_or(0, char::len_utf8)];
    }
    stem.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_ligatures_do_not_count() {
        assert_eq!(fold("Œuvre ÉLÈVE\u{a0}Straße"), "oeuvre eleve strasse");
        assert_eq!(words("Jean-Pierre d’Ormesson"), ["jean", "pierre", "d", "ormesson"]);
        assert_eq!(compact("LT 448-1907"), "lt4481907");
    }

    #[test]
    fn inflections_of_a_word_share_a_stem() {
        let families: &[(Language, &[&str])] = &[
            (Language::French, &["remboursement", "rembourse", "rembourser", "remboursees", "remboursons"]),
            (Language::French, &["facture", "factures", "facturation", "facturer"]),
            (Language::French, &["technicien", "technicienne", "techniciens"]),
            (Language::French, &["prelevement", "preleve", "prelevements", "prelever"]),
            (Language::French, &["rappel", "rappeler", "rappelle", "rappels"]),
            (Language::English, &["refund", "refunded", "refunds", "refunding"]),
            (Language::English, &["charge", "charged", "charges", "charging"]),
            (Language::English, &["cancel", "cancelled", "cancellation", "cancelling"]),
            (Language::English, &["bill", "bills", "billed", "billing"]),
        ];
        for (language, family) in families {
            let first = stem(family[0], *language);
            for word in *family {
                assert_eq!(stem(word, *language), first, "{word}");
            }
        }
    }
}
