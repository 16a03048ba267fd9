mod compare;
mod edits;
mod search;

use super::*;

/// The people these tests know.
fn people() -> Vec<SeedRecord> {
    fn record(kind: RecordKind, id: &str, customer: Option<&str>, fields: &[(&str, &str)]) -> SeedRecord {
        SeedRecord {
            kind,
            id: id.into(),
            customer: customer.map(RecordId::from),
            fields: fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        }
    }
    use RecordKind::*;
    vec![
        record(
            Customer,
            "lefevre",
            None,
            &[
                ("first_name", "Martine"),
                ("last_name", "Lefèvre"),
                ("mobile", "+33612345678"),
                ("email", "martine.lefevre@orange.fr"),
                ("street", "12 rue des Églantiers"),
                ("postal_code", "69003"),
                ("city", "Lyon"),
            ],
        ),
        record(
            Customer,
            "lefort",
            None,
            &[("first_name", "Alain"), ("last_name", "Lefort"), ("phone", "+33478123456"), ("city", "Villeurbanne")],
        ),
        record(
            Customer,
            "bakery",
            None,
            &[
                ("first_name", "Chloé"),
                ("last_name", "N’Guyen-Œuvrard"),
                ("company", "Boulangerie du Marché"),
                ("phone", "+33472001122"),
                ("city", "Saint-Étienne"),
            ],
        ),
        record(
            Customer,
            "okafor",
            None,
            &[
                ("first_name", "Ada"),
                ("last_name", "Okafor"),
                ("mobile", "+447911123456"),
                ("city", "Leeds"),
                ("postal_code", "LS1 4AP"),
            ],
        ),
        record(
            Contract,
            "lefevre-fibre",
            Some("lefevre"),
            &[("number", "LT4481907"), ("product", "Fibre 300"), ("status", "active"), ("monthly_price", "EUR 29.90")],
        ),
        record(Ticket, "TK-20931", Some("lefort"), &[("category", "technical"), ("status", "open"), ("note", "Box")]),
    ]
}

fn crm() -> Crm {
    Crm::open(&people(), Language::French).expect("the people of the tests can be loaded")
}

/// All there is to see of a CRM.
fn everything(crm: &Crm) -> Vec<Record> {
    RecordKind::ALL.into_iter().flat_map(|kind| crm.records(kind)).collect()
}

fn set(record: &str, field: &str, value: &str) -> CrmEdit {
    CrmEdit::Set { record: record.into(), field: field.to_owned(), value: value.to_owned() }
}

fn create(kind: RecordKind, customer: &str) -> CrmEdit {
    CrmEdit::Create { kind, customer: customer.into() }
}

#[test]
fn wrong_records_are_refused_with_their_name() {
    let contract = |customer: Option<&str>, field: &str| SeedRecord {
        kind: RecordKind::Contract,
        id: "a-contract".into(),
        customer: customer.map(RecordId::from),
        fields: [(field.to_owned(), "x".to_owned())].into(),
    };
    let open = |record: SeedRecord| {
        let mut records = people();
        records.push(record);
        Crm::open(&records, Language::French).err().map(|error| error.0)
    };
    assert!(open(contract(None, "product")).is_some_and(|error| error.contains("a-contract")));
    assert!(open(contract(Some("lefevre"), "colour")).is_some_and(|error| error.contains("colour")));
    assert!(open(contract(Some("nobody"), "product")).is_some_and(|error| error.contains("customer")));
    assert!(open(people()[0].clone()).is_some_and(|error| error.contains("lefevre")));
    assert_eq!(open(contract(Some("lefevre"), "product")), None);
}

#[test]
fn a_record_may_stand_before_its_customer() {
    let mut records = people();
    records.reverse();
    let crm = Crm::open(&records, Language::English).expect("order does not matter");
    assert_eq!(crm.records_of(&"lefevre".into(), RecordKind::Contract).len(), 1);
    assert_eq!(crm.search("lt448", 5).len(), 1);
}
