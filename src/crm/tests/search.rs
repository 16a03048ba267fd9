use super::*;
use proptest::prelude::*;

/// Query, customer found first (none: nothing found).
const QUERIES: &[(&str, Option<&str>)] = &[
    ("Lefèvre", Some("lefevre")),
    ("LEFEVRE", Some("lefevre")),
    ("lefebre", Some("lefevre")),
    ("lefebvre", Some("lefevre")),
    ("Lefevr", Some("lefevre")),
    ("lefev", Some("lefevre")),
    ("Mme Lefèvre", Some("lefevre")),
    ("martine lefevre", Some("lefevre")),
    ("lefevre martine", Some("lefevre")),
    ("matrine", Some("lefevre")),
    ("lefo", Some("lefort")),
    ("lefevre paris", Some("lefevre")),
    ("06 12 34 56 78", Some("lefevre")),
    ("0612345678", Some("lefevre")),
    ("06.12.34", Some("lefevre")),
    ("+33 6 12 34 56 78", Some("lefevre")),
    ("+33 (0)6 12 34 56 78", Some("lefevre")),
    ("0033612345678", Some("lefevre")),
    ("+33612", Some("lefevre")),
    ("0612345679", Some("lefevre")),
    ("lefevre 06 12", Some("lefevre")),
    ("07911 123456", Some("okafor")),
    ("+44 7911", Some("okafor")),
    ("LT4481907", Some("lefevre")),
    ("lt 448 1907", Some("lefevre")),
    ("LT-4481907", Some("lefevre")),
    ("4481907", Some("lefevre")),
    ("TK-20931", Some("lefort")),
    ("20931", Some("lefort")),
    ("martine.lefevre@orange.fr", Some("lefevre")),
    ("MARTINE.LEFEVRE@", Some("lefevre")),
    ("12 rue des eglantiers", Some("lefevre")),
    ("églantier", Some("lefevre")),
    ("69003", Some("lefevre")),
    ("ls1 4ap", Some("okafor")),
    ("LS14AP", Some("okafor")),
    ("saint etienne", Some("bakery")),
    ("villeurbane", Some("lefort")),
    ("boulangerie", Some("bakery")),
    ("boulangrie marche", Some("bakery")),
    ("nguyen", Some("bakery")),
    ("n'guyen", Some("bakery")),
    ("oeuvrard", Some("bakery")),
    ("Œuvrard", Some("bakery")),
    ("ada", Some("okafor")),
    ("zzzz", None),
    ("0699999999", None),
    ("", None),
    ("   ", None),
    ("%*\"'();--", None),
];

#[test]
fn what_callers_say_finds_them() {
    let crm = crm();
    let wrong: Vec<String> = QUERIES
        .iter()
        .filter_map(|(query, wanted)| {
            let hits = crm.search(query, 10);
            let first = hits.first().map(|hit| hit.customer.as_str());
            (first != *wanted).then(|| format!("'{query}': {first:?}, not {wanted:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_hit_tells_namesakes_apart() {
    let hits = crm().search("nguyen", 10);
    assert_eq!(hits[0].title, "Chloé N’Guyen-Œuvrard · Boulangerie du Marché");
    assert_eq!(hits[0].detail, "Saint-Étienne · 04\u{a0}72\u{a0}00\u{a0}11\u{a0}22");
}

#[test]
fn the_index_follows_the_edits() {
    let mut crm = crm();
    assert_eq!(crm.search("lefort", 5)[0].customer.as_str(), "lefort");
    crm.apply(&set("lefort", "last_name", "Duquesnoy")).expect("a name is accepted");
    assert_eq!(crm.search("duquesnoy", 5).len(), 1);
    assert!(crm.search("lefort", 1).is_empty() || crm.search("lefort", 1)[0].customer.as_str() != "lefort");
    crm.apply(&CrmEdit::Undo).expect("there is something to undo");
    assert_eq!(crm.search("lefort", 1)[0].customer.as_str(), "lefort");
    let made = crm.apply(&create(RecordKind::Customer, "lefort")).expect("a customer can be made").record;
    crm.apply(&set(made.as_str(), "last_name", "Zylberstein")).expect("a name is accepted");
    assert_eq!(crm.search("zylber", 5)[0].customer, made);
    crm.apply(&CrmEdit::Discard { record: made }).expect("it is new");
    assert!(crm.search("zylber", 5).is_empty());
}

#[test]
fn ten_thousand_customers_and_an_exact_name_still_comes_first() {
    let mut records = people();
    for number in 0..10_000 {
        records.push(SeedRecord {
            kind: RecordKind::Customer,
            id: RecordId::new(format!("c{number}")),
            customer: None,
            fields: [
                ("first_name".to_owned(), format!("Ma{}", number % 97)),
                ("last_name".to_owned(), format!("Lefevrier{}", number % 1009)),
                ("mobile".to_owned(), format!("+337{number:08}")),
            ]
            .into(),
        });
    }
    let crm = Crm::open(&records, Language::French).expect("ten thousand customers can be loaded");
    assert_eq!(crm.search("lefevre", 10)[0].customer.as_str(), "lefevre");
    assert_eq!(crm.search("lefevre", 10).len(), 10);
    assert_eq!(crm.search("07 00 00 99 99", 10)[0].customer.as_str(), "c9999");
}

proptest! {
    #[test]
    fn no_query_breaks_the_search(query in "\\PC{0,60}|[a-z0-9\"'*():^{}+ -]{0,40}") {
        let crm = crm();
        prop_assert!(crm.search(&query, 3).len() <= 3);
        // A failing query would find nothing; the plain search must still work beside it.
        prop_assert!(super::super::search::search(&crm.index, &crm.database, &query, 3, Language::French).is_ok(), "{query:?}");
    }
}

#[test]
fn a_megabyte_is_no_query() {
    let crm = crm();
    crm.search(&"lefevre ".repeat(130_000), 5);
    crm.search(&"1".repeat(1_000_000), 5);
}
