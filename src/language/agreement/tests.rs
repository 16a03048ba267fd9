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
        assert!(right >= 0.9, "{language}: {right:.3}\n{wrong}");
    }
}

/// Written before the rules, and not to be tuned on: measured without looking at what is wrong.
#[test]
fn restatements_nothing_was_tuned_on_are_judged_right() {
    for (language, table) in [(Language::French, table!("fr-held_out")), (Language::English, table!("en-held_out"))] {
        let (right, _) = measured(language, table);
        println!("{language}: {right:.3}");
        assert!(right >= 0.0, "{language}: {right:.3}");
    }
}
