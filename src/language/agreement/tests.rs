use super::*;

/// Share of the rows of a table that are judged as they should be, and the others.
fn measured(language: Language, table: &str) -> (f64, String) {
    let agreement = Agreement::new(language);
    let mut wrong = Vec::new();
    let mut confused = std::collections::BTreeMap::new();
    for line in table.lines() {
        let mut fields = line.split('\t');
        let mut next = || fields.next().expect("three fields a line");
        let (told, said, expected) = (next(), next(), next());
        let comparison = agreement.compare(told, said, Some(jiff::civil::date(2026, 11, 23)));
        let found = match comparison.verdict {
            Verdict::Agrees => "agrees",
            Verdict::Contradicts => "contradicts",
            Verdict::Silent => "nothing",
        };
        *confused.entry(format!("{expected} → {found}")).or_insert(0) += 1;
        if found != expected {
            wrong.push(format!("{told} | {said}\n    {expected}, found {found} {:?}", comparison.contradictions));
        }
    }
    println!("{confused:?}");
    let rows = table.lines().count();
    ((rows - wrong.len()) as f64 / rows as f64, wrong.join("\n"))
}

macro_rules! table {
    ($name:literal) => {
        include_str!(concat!("../../../tests/data/language/agreement/", $name, ".tsv"))
    };
}

#[test]
fn most_restatements_are_judged_right() {
    for (language, table) in
        [(Language::French, table!("fr-development")), (Language::English, table!("en-development"))]
    {
        let (right, wrong) = measured(language, table);
        println!("{language}: {right:.3}\n{wrong}");
        assert!(right >= 0.95, "{language}: {right:.3}\n{wrong}");
    }
}

/// Written before the rules, and not to be tuned on: measured without looking at what is wrong.
#[test]
fn a_megabyte_is_bounded_and_any_text_is_sound() {
    for language in Language::ALL {
        let agreement = Agreement::new(language);
        for piece in
            ["charged twice, ", "because ", "pas ", "12 ", "qui ", "\u{301}", "à cause de ", "vous ", "« ", "ﬁ"]
        {
            let text = piece.repeat(1_000_000 / piece.len());
            let comparison = agreement.compare(&text, &text, None);
            assert!(comparison.contradictions.iter().all(|wrong| wrong.span.0 < wrong.span.1));
        }
        assert_eq!(agreement.compare("", "", None).verdict, Verdict::Silent);
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]
    #[test]
    fn what_is_said_again_is_no_contradiction(words in proptest::collection::vec(proptest::sample::select(vec![
        "facture", "payée", "ne", "pas", "livreur", "venu", "deux", "fois", "29,90", "€", "lundi", "parce", "que", "sans", "rien", "qui",
        "bill", "paid", "not", "driver", "came", "twice", "because", "after", "Monday", "lost", "than", "never", ",", ".", "?",
    ]), 0..16)) {
        // Without anybody in it, for "you" and "I" turn round with the speaker.
        for agreement in AGREEMENTS.iter() {
            let text = words.join(" ");
            let comparison = agreement.compare(&text, &text, Some(jiff::civil::date(2026, 11, 23)));
            proptest::prop_assert!(comparison.contradictions.is_empty(), "{:?}", comparison);
        }
    }
}

static AGREEMENTS: std::sync::LazyLock<[Agreement; 2]> = std::sync::LazyLock::new(|| Language::ALL.map(Agreement::new));

#[test]
fn restatements_nothing_was_tuned_on_are_judged_right() {
    for (language, table) in [(Language::French, table!("fr-held_out")), (Language::English, table!("en-held_out"))] {
        let (right, _) = measured(language, table);
        println!("{language}: {right:.3}");
        assert!(right >= 0.85, "{language}: {right:.3}");
    }
}

/// The customer's whole talk is held against one sentence of the operator: the same word in another matter is no contradiction.
#[test]
fn the_same_word_of_another_matter_contradicts_nothing() {
    let wrong = [
        (
            Language::English,
            "Good morning. The boiler broke on Friday. Nobody would call me back. My son's books got wet. It was so cold upstairs. And if I don't pay by Friday, the room goes.",
            [
                "So you paid it on Friday.",
                "So I call the engineer now.",
                "I'll make sure it isn't cold for long.",
                "That makes 288, is that right?",
            ]
            .as_slice(),
        ),
        (
            Language::French,
            "Bonjour. La facture est trop haute. On se chauffe au bois. Personne ne m'a rappelé depuis mon appel. Le relevé dit 21468. Et si je ne paie pas vendredi, la chambre part.",
            [
                "Donc vous avez payé vendredi.",
                "Merci pour votre appel.",
                "C'est une facture d'électricité.",
                "Ça fait donc 288, c'est ça ?",
            ]
            .as_slice(),
        ),
    ];
    for (language, told, said) in wrong {
        let agreement = Agreement::new(language);
        for said in said {
            let found = agreement.compare(told, said, None);
            assert!(found.contradictions.is_empty(), "{said}: {:?}", found.contradictions);
        }
    }
}
