use super::*;
use proptest::prelude::*;

fn key(result: Result<Change, Refusal>) -> &'static str {
    result.map_or_else(|refusal| refusal.key, |_| "accepted")
}

#[test]
fn an_edit_says_what_it_did() {
    let mut crm = crm();
    let change = crm.apply(&set("lefevre", "mobile", "07 98 76 54 32")).expect("a number is accepted");
    assert_eq!(
        change,
        Change {
            record: "lefevre".into(),
            field: Some("mobile".to_owned()),
            from: Some("+33612345678".to_owned()),
            to: Some("+33798765432".to_owned()),
        }
    );
    let change = crm.apply(&create(RecordKind::Ticket, "lefevre")).expect("a ticket can be made");
    assert_eq!(change.record.as_str(), "ticket-new-1");
    assert_eq!((change.field, change.to.as_deref()), (None, Some("ticket")));
    assert_eq!(crm.apply(&create(RecordKind::Ticket, "lefevre")).expect("and another").record.as_str(), "ticket-new-2");
    assert_eq!(crm.apply(&create(RecordKind::Contact, "lefevre")).expect("a note").record.as_str(), "contact-new-1");
    let tickets = crm.records_of(&"lefevre".into(), RecordKind::Ticket);
    assert_eq!(tickets.iter().map(|ticket| ticket.id.as_str()).collect::<Vec<_>>(), ["ticket-new-1", "ticket-new-2"]);
    assert!(tickets[0].new && tickets[0].fields.is_empty());
}

#[test]
fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let mut crm = crm();
    let before = everything(&crm);
    let cases = [
        (set("nobody", "city", "Lyon"), "crm-refused-no-record"),
        (set("lefevre", "colour", "red"), "crm-refused-no-field"),
        (set("lefevre", "last_name", "  "), "crm-refused-required"),
        (set("lefevre", "mobile", "12"), "crm-refused-phone"),
        (create(RecordKind::Ticket, "nobody"), "crm-refused-no-customer"),
        (create(RecordKind::Ticket, "lefevre-fibre"), "crm-refused-no-customer"),
        (CrmEdit::Discard { record: "lefevre".into() }, "crm-refused-not-new"),
        (CrmEdit::Discard { record: "nobody".into() }, "crm-refused-no-record"),
        (CrmEdit::Undo, "crm-refused-nothing-to-undo"),
        (CrmEdit::Redo, "crm-refused-nothing-to-redo"),
    ];
    for (edit, wanted) in cases {
        assert_eq!(key(crm.apply(&edit)), wanted, "{edit:?}");
    }
    assert_eq!(everything(&crm), before);
    assert!(!crm.can_undo());
}

#[test]
fn undo_and_redo_go_through_the_same_states() {
    let mut crm = crm();
    let edits = [
        create(RecordKind::Ticket, "lefevre"),
        set("ticket-new-1", "amount", "29,90 €"),
        set("lefevre", "city", "Bron"),
        CrmEdit::Discard { record: "ticket-new-1".into() },
        set("lefevre", "city", ""),
    ];
    let mut states = vec![everything(&crm)];
    for edit in &edits {
        crm.apply(edit).expect("each is accepted");
        states.push(everything(&crm));
    }
    for state in states.iter().rev().skip(1) {
        crm.apply(&CrmEdit::Undo).expect("there is something to undo");
        assert_eq!(everything(&crm), *state);
    }
    for state in states.iter().skip(1) {
        crm.apply(&CrmEdit::Redo).expect("there is something to redo");
        assert_eq!(everything(&crm), *state);
    }
    assert_eq!(key(crm.apply(&CrmEdit::Redo)), "crm-refused-nothing-to-redo");
}

#[test]
fn something_new_ends_redo_and_a_form_left_as_it_was_does_not() {
    let mut crm = crm();
    crm.apply(&set("lefevre", "city", "Bron")).expect("accepted");
    crm.apply(&CrmEdit::Undo).expect("accepted");
    crm.apply(&set("lefevre", "city", "Lyon")).expect("it is what stands there");
    assert!(crm.can_redo());
    crm.apply(&set("lefevre", "city", "Oullins")).expect("accepted");
    assert!(!crm.can_redo());
}

#[test]
fn a_new_customer_with_records_of_his_own_stays() {
    let mut crm = crm();
    crm.apply(&create(RecordKind::Customer, "lefevre")).expect("accepted");
    crm.apply(&create(RecordKind::Ticket, "customer-new-1")).expect("accepted");
    assert_eq!(key(crm.apply(&CrmEdit::Discard { record: "customer-new-1".into() })), "crm-refused-has-records");
    crm.apply(&CrmEdit::Undo).expect("the ticket goes");
    assert_eq!(key(crm.apply(&CrmEdit::Discard { record: "customer-new-1".into() })), "accepted");
}

#[test]
fn new_records_have_a_limit() {
    let mut crm = crm();
    let refused = (0..600).find(|_| crm.apply(&create(RecordKind::Ticket, "lefevre")).is_err());
    assert_eq!(refused, Some(500));
}

fn any_edit() -> impl Strategy<Value = CrmEdit> {
    let record = prop::sample::select(vec![
        "lefevre",
        "lefort",
        "lefevre-fibre",
        "TK-20931",
        "ticket-new-1",
        "ticket-new-2",
        "customer-new-1",
        "contact-new-1",
    ]);
    let field =
        prop::sample::select(vec!["last_name", "city", "mobile", "note", "status", "amount", "number", "subject"]);
    let value = prop::sample::select(vec!["", "Lyon", "06 11 22 33 44", "open", "29,90", "LT1", "é\nè"]);
    let kind = prop::sample::select(RecordKind::ALL.to_vec());
    prop_oneof![
        6 => (record.clone(), field, value).prop_map(|(record, field, value)| set(record, field, value)),
        2 => (kind, record.clone()).prop_map(|(kind, record)| create(kind, record)),
        1 => record.prop_map(|record| CrmEdit::Discard { record: record.into() }),
        1 => Just(CrmEdit::Undo),
        1 => Just(CrmEdit::Redo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn all_undone_is_as_at_the_start_and_replay_is_the_same(edits in prop::collection::vec(any_edit(), 0..40)) {
        let (mut one, mut other) = (crm(), crm());
        let start = everything(&one);
        let index = |crm: &Crm| crm.search("le", 10);
        let indexed = index(&one);
        for edit in &edits {
            prop_assert_eq!(one.apply(edit), other.apply(edit));
        }
        prop_assert_eq!(everything(&one), everything(&other));
        let end = everything(&one);
        let mut steps = 0;
        while one.apply(&CrmEdit::Undo).is_ok() {
            steps += 1;
        }
        prop_assert_eq!(everything(&one), start);
        prop_assert_eq!(index(&one), indexed);
        prop_assert!(one.compare(&[]).is_empty());
        for _ in 0..steps {
            prop_assert!(one.apply(&CrmEdit::Redo).is_ok());
        }
        prop_assert_eq!(everything(&one), end);
    }
}
