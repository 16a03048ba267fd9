use super::super::form::Habits;
use super::super::mention::Note;
use super::*;

fn expected(kind: RecordKind, which: Option<&str>, fields: &[(&str, Wanted)]) -> Expected {
    let fields = fields.iter().map(|(name, wanted)| ((*name).to_owned(), wanted.clone())).collect();
    Expected { kind, which: which.map(RecordId::from), fields }
}

fn equals(value: &str) -> Wanted {
    Wanted::Equals(value.to_owned())
}

fn mentions(groups: &[&[&str]]) -> Wanted {
    Wanted::Mentions(groups.iter().map(|group| group.iter().map(|word| (*word).to_owned()).collect()).collect())
}

fn verdicts(crm: &Crm, expected: &[Expected]) -> Vec<(String, Verdict)> {
    crm.compare(expected).into_iter().map(|comparison| (comparison.field, comparison.verdict)).collect()
}

fn after(edits: &[CrmEdit]) -> Crm {
    let mut crm = crm();
    for edit in edits {
        crm.apply(edit).expect("the edits of the tests are accepted");
    }
    crm
}

#[test]
fn fields_are_right_wrong_missing_or_not_asked_for() {
    let wanted = [expected(
        RecordKind::Customer,
        Some("lefevre"),
        &[("mobile", equals("+33798765432")), ("city", equals("Saint-Étienne")), ("street", equals("3 quai Perrache"))],
    )];
    use Verdict::*;
    let crm = after(&[
        set("lefevre", "mobile", "07 98 76 54 32"),
        set("lefevre", "city", "Lyonn"),
        set("lefevre", "email", "other@orange.fr"),
        set("lefort", "city", "Bron"),
        set("lefort", "city", "Villeurbanne"),
    ]);
    let found: Vec<_> = [("mobile", Right), ("city", Wrong), ("street", Missing), ("email", NotAskedFor)]
        .map(|(field, verdict)| (field.to_owned(), verdict))
        .into();
    assert_eq!(verdicts(&crm, &wanted), found);
}

#[test]
fn text_is_compared_without_case_accents_and_spaces() {
    let wanted = [expected(RecordKind::Customer, Some("lefort"), &[("city", equals("Saint-Étienne"))])];
    for city in ["SAINT ETIENNE", "saint-etienne", "  Saint   Étienne"] {
        assert_eq!(verdicts(&after(&[set("lefort", "city", city)]), &wanted)[0].1, Verdict::Right, "{city}");
    }
}

#[test]
fn an_expected_value_may_be_written_as_people_do() {
    let wanted = [expected(RecordKind::Contract, Some("lefevre-fibre"), &[("monthly_price", equals("24,99 €"))])];
    let crm = after(&[set("lefevre-fibre", "monthly_price", "24.99")]);
    assert_eq!(verdicts(&crm, &wanted)[0].1, Verdict::Right);
}

#[test]
fn a_new_record_is_the_one_that_fits_best_and_another_one_is_too_much() {
    let wanted = [expected(
        RecordKind::Ticket,
        None,
        &[
            ("category", equals("billing")),
            ("status", Wanted::OneOf(vec!["open".to_owned(), "in_progress".to_owned()])),
            ("note", mentions(&[&["deux fois", "double"], &["EUR 29.90"]])),
        ],
    )];
    assert!(verdicts(&crm(), &wanted).iter().all(|(_, verdict)| *verdict == Verdict::Missing));
    let crm = after(&[
        create(RecordKind::Ticket, "lefevre"),
        create(RecordKind::Ticket, "lefevre"),
        set("ticket-new-2", "category", "billing"),
        set("ticket-new-2", "status", "in progress"),
        set("ticket-new-2", "note", "Facturée 2x, doubles prélèvements de 29,90€ en octobre"),
        set("ticket-new-2", "priority", "high"),
    ]);
    let comparisons = crm.compare(&wanted);
    assert!(
        comparisons[..3].iter().all(|c| c.verdict == Verdict::Right && c.record == Some("ticket-new-2".into())),
        "{comparisons:#?}"
    );
    assert_eq!(comparisons.len(), 4);
    assert_eq!(
        (comparisons[3].verdict, comparisons[3].record.clone()),
        (Verdict::NotAskedFor, Some("ticket-new-1".into()))
    );
}

#[test]
fn two_expected_records_are_not_the_same_one() {
    let one = |subject: &str| {
        expected(RecordKind::Consent, None, &[("channel", equals(subject)), ("status", equals("refused"))])
    };
    let crm = after(&[
        create(RecordKind::Consent, "lefevre"),
        set("consent-new-1", "channel", "sms"),
        set("consent-new-1", "status", "refused"),
    ]);
    let verdicts = verdicts(&crm, &[one("phone"), one("sms")]);
    use Verdict::*;
    assert_eq!(verdicts.iter().map(|(_, verdict)| *verdict).collect::<Vec<_>>(), [Missing, Missing, Right, Right]);
}

#[test]
fn a_contact_note_is_never_too_much_and_an_order_nobody_wanted_is() {
    let crm = after(&[create(RecordKind::Contact, "lefevre"), create(RecordKind::Order, "lefevre")]);
    let comparisons = crm.compare(&[]);
    assert_eq!(comparisons.len(), 1);
    assert_eq!((comparisons[0].kind, comparisons[0].verdict), (RecordKind::Order, Verdict::NotAskedFor));
}

#[test]
fn a_record_of_another_customer_is_not_the_expected_one() {
    let wanted = [expected(RecordKind::Ticket, None, &[("status", equals("open"))])];
    let crm = after(&[create(RecordKind::Ticket, "lefort"), set("ticket-new-1", "status", "open")]);
    assert_eq!(crm.compare(&wanted)[0].verdict, Verdict::Right);
    let comparisons = crm.compare_for(&"lefevre".into(), &wanted, &wanted);
    assert_eq!((comparisons[0].verdict, comparisons[1].verdict), (Verdict::Missing, Verdict::NotAskedFor));
}

#[test]
fn what_the_call_asks_for_is_not_unasked_wherever_it_ended() {
    let ticket = expected(RecordKind::Ticket, None, &[("status", equals("open"))]);
    let price = expected(RecordKind::Contract, Some("lefevre-fibre"), &[("monthly_price", equals("24,99 €"))]);
    let asked = [ticket, price];
    let compared = |edits: &[CrmEdit]| -> Vec<(String, Verdict)> {
        let comparisons = after(edits).compare_for(&"lefevre".into(), &[], &asked);
        comparisons.into_iter().map(|comparison| (comparison.field, comparison.verdict)).collect()
    };
    let price = |value: &str| set("lefevre-fibre", "monthly_price", value);
    let ticket = || create(RecordKind::Ticket, "lefevre");
    assert_eq!(compared(&[ticket(), price("24.99")]), []);
    assert_eq!(compared(&[price("19.99")]), [("monthly_price".to_owned(), Verdict::Wrong)]);
    assert_eq!(compared(&[ticket(), ticket()]), [(String::new(), Verdict::NotAskedFor)]);
    assert_eq!(compared(&[create(RecordKind::Order, "lefevre")]), [(String::new(), Verdict::NotAskedFor)]);
}

/// Language, note, wanted word or phrase, whether it is there.
const NOTES: &[(Language, &str, &str, bool)] = {
    use Language::*;
    &[
        (French, "Cliente remboursée sous 14 jours", "remboursement", true),
        (French, "Cliente REMBOURSEE", "remboursé", true),
        (French, "Le technicien passera", "techniciens", true),
        (French, "Prélevée deux fois en octobre", "deux fois", true),
        (French, "Prélevée en deux, trois fois", "deux fois", false),
        (French, "double prelevment", "prélèvement", true),
        (French, "rien à signaler", "remboursement", false),
        (French, "Rappeler mardi", "rappel", true),
        (French, "trop perçu de 29,99 €", "EUR 29.99", true),
        (French, "trop perçu de 29.99", "EUR 29.99", true),
        (French, "trop perçu de 29€99", "EUR 29.99", true),
        (French, "trop perçu de 29,99 €", "29,99\u{a0}€", true),
        (French, "trop perçu de 129,99 €", "EUR 29.99", false),
        (French, "trop perçu de 29,90 €", "EUR 29.99", false),
        (French, "30 euros offerts", "EUR 30.00", true),
        (French, "30€ offerts", "EUR 30.00", true),
        (French, "30 minutes d’attente", "EUR 30.00", false),
        (French, "offert 30,50 €", "EUR 30.00", false),
        (French, "1 299,90 € à rembourser", "EUR 1299.90", true),
        (French, "rdv le 14/09 à 14h30", "2026-09-14", true),
        (French, "rdv le 14/09/2026", "14 septembre 2026", true),
        (French, "rdv lundi 14 septembre à 14h30", "2026-09-14", true),
        (French, "rdv le 14/09/2025", "2026-09-14", false),
        (French, "rdv le 15/09", "2026-09-14", false),
        (French, "rdv le 14/09 à 14h30", "14:30", true),
        (French, "rdv le 14/09 à 14 h", "14:00", true),
        (French, "rdv à 15h", "14:30", false),
        (French, "rappeler au 06.12.34.56.78", "+33612345678", true),
        (French, "rappeler au +33 6 12 34 56 78", "06 12 34 56 78", true),
        (French, "rappeler au 06.12.34.56.79", "+33612345678", false),
        (French, "contrat lt 448 1907", "LT4481907", true),
        (French, "remboursé 12,30 €", "12.30", true),
        (French, "rappel à 12h30", "12.30", true),
        (French, "remise de 10 %", "10%", true),
        (French, "rdv le 1er octobre à 9h", "1er\u{a0}octobre 2026", true),
        (French, "rdv le 1/10 à 9h", "9\u{a0}h", true),
        (French, "", "remboursement", false),
        (English, "Customer was charged twice", "charge", true),
        (English, "Refunded, confirmed by mail", "refund", true),
        (English, "cancelled the option", "cancellation", true),
        (English, "will call back on Monday", "call back", true),
        (English, "called back", "call back", true),
        (English, "refund of €29.99", "EUR 29.99", true),
        (English, "refund of EUR 1,299.90 due", "EUR 1299.90", true),
        (English, "visit Sept 14th at 2:30 pm", "2026-09-14", true),
        (English, "visit 14 September 2026", "2026-09-14", true),
        (English, "visit Sept 14th at 2:30 pm", "14:30", true),
        (English, "visit at 2 pm", "14:00", true),
        (English, "nothing to report", "refund", false),
    ]
};

#[test]
fn notes_are_read_as_people_write_them() {
    let wrong: Vec<String> = NOTES
        .iter()
        .filter(|(language, note, word, wanted)| Note::new(note, Habits::of(&[], *language)).mentions(word) != *wanted)
        .map(|(language, note, word, wanted)| format!("{language} '{note}' mentions '{word}': not {wanted}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
