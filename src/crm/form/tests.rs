use super::*;
use crate::pack::fields::fields;
use crate::pack::model::RecordKind;
use proptest::prelude::*;

fn habits(language: Language) -> Habits {
    Habits { language, currency: Currency::Eur, region: Region::France }
}

fn typed(kind: RecordKind, field: &str, value: &str, language: Language) -> Result<String, &'static str> {
    let field = find(kind, field).expect("the field exists");
    canonical(field, value, habits(language)).map_err(|refusal| refusal.key)
}

/// Field, what is typed, canonical form or key of the refusal; in both languages.
const BOTH: &[(RecordKind, &str, &str, Result<&str, &str>)] = {
    use RecordKind::*;
    const DATE: Result<&str, &str> = Ok("2026-09-14");
    const NO_DATE: Result<&str, &str> = Err("crm-refused-date");
    const TIME: Result<&str, &str> = Ok("14:30");
    const NO_TIME: Result<&str, &str> = Err("crm-refused-time");
    const PRICE: Result<&str, &str> = Ok("EUR 29.90");
    const NO_PRICE: Result<&str, &str> = Err("crm-refused-amount");
    const PHONE: Result<&str, &str> = Ok("+33612345678");
    const NO_PHONE: Result<&str, &str> = Err("crm-refused-phone");
    &[
        (Appointment, "date", "2026-09-14", DATE),
        (Appointment, "date", "14/09/2026", DATE),
        (Appointment, "date", "14.9.2026", DATE),
        (Appointment, "date", "14-09-26", DATE),
        (Appointment, "date", "14092026", DATE),
        (Appointment, "date", "20260914", DATE),
        (Appointment, "date", "14 septembre 2026", DATE),
        (Appointment, "date", "lundi 14 SEPT. 2026", DATE),
        (Appointment, "date", "Monday, September 14th, 2026", DATE),
        (Appointment, "date", "the 14th of September 2026", DATE),
        (Appointment, "date", "sept 14 2026", DATE),
        (Appointment, "date", "09/14/2026", DATE),
        (Appointment, "date", "1er août 2026", Ok("2026-08-01")),
        (Appointment, "date", "29/02/2028", Ok("2028-02-29")),
        (Appointment, "date", "", Ok("")),
        (Appointment, "date", "   ", Ok("")),
        (Appointment, "date", "29/02/2026", NO_DATE),
        (Appointment, "date", "14 septembre", NO_DATE),
        (Appointment, "date", "demain", NO_DATE),
        (Appointment, "date", "31/04/2026", NO_DATE),
        (Appointment, "date", "14/09/1066", NO_DATE),
        (Appointment, "date", "14 jui 2026", NO_DATE),
        (Customer, "birth_date", "03/05/61", Ok("1961-05-03")),
        (Customer, "birth_date", "3 mai 04", Ok("2004-05-03")),
        (Appointment, "time", "14h30", TIME),
        (Appointment, "time", "14 h 30", TIME),
        (Appointment, "time", "14:30", TIME),
        (Appointment, "time", "14.30", TIME),
        (Appointment, "time", "1430", TIME),
        (Appointment, "time", "2:30 pm", TIME),
        (Appointment, "time", "2.30 p.m.", TIME),
        (Appointment, "time", "à 14 heures 30", TIME),
        (Appointment, "time", "14:30:00", TIME),
        (Appointment, "time", "9h", Ok("09:00")),
        (Appointment, "time", "9am", Ok("09:00")),
        (Appointment, "time", "12 am", Ok("00:00")),
        (Appointment, "time", "12 pm", Ok("12:00")),
        (Appointment, "time", "midi", Ok("12:00")),
        (Appointment, "time", "3h de l’après-midi", Ok("15:00")),
        (Appointment, "time", "25h", NO_TIME),
        (Appointment, "time", "14h75", NO_TIME),
        (Appointment, "time", "14 pm", NO_TIME),
        (Appointment, "time", "bientôt", NO_TIME),
        (Ticket, "amount", "29,90 €", PRICE),
        (Ticket, "amount", "29,90\u{a0}€", PRICE),
        (Ticket, "amount", "29,9", PRICE),
        (Ticket, "amount", "29.90", PRICE),
        (Ticket, "amount", "€29.90", PRICE),
        (Ticket, "amount", "EUR 29.90", PRICE),
        (Ticket, "amount", "29€90", PRICE),
        (Ticket, "amount", "29 euros 90", PRICE),
        (Ticket, "amount", "29,90 Euros", PRICE),
        (Ticket, "amount", "29", Ok("EUR 29.00")),
        (Ticket, "amount", "2990", Ok("EUR 2990.00")),
        (Ticket, "amount", "-5 €", Ok("EUR -5.00")),
        (Ticket, "amount", "£12", Ok("GBP 12.00")),
        (Ticket, "amount", "12.50 CHF", Ok("CHF 12.50")),
        (Ticket, "amount", "1 299,90 €", Ok("EUR 1299.90")),
        (Ticket, "amount", "1\u{202f}299,90\u{a0}€", Ok("EUR 1299.90")),
        (Ticket, "amount", "1.299,90", Ok("EUR 1299.90")),
        (Ticket, "amount", "1,299.90", Ok("EUR 1299.90")),
        (Ticket, "amount", "1,299,000", Ok("EUR 1299000.00")),
        (Ticket, "amount", "1.299", NO_PRICE),
        (Ticket, "amount", "29,90,10", NO_PRICE),
        (Ticket, "amount", "29,905", Err("crm-refused-amount")),
        (Ticket, "amount", "€29 £29", NO_PRICE),
        (Ticket, "amount", "29 90", NO_PRICE),
        (Ticket, "amount", "gratuit", NO_PRICE),
        (Ticket, "amount", "9999999999999999", NO_PRICE),
        (Customer, "mobile", "06 12 34 56 78", PHONE),
        (Customer, "mobile", "06.12.34.56.78", PHONE),
        (Customer, "mobile", "0612345678", PHONE),
        (Customer, "mobile", "+33 6 12 34 56 78", PHONE),
        (Customer, "mobile", "+33 (0)6 12 34 56 78", PHONE),
        (Customer, "mobile", "+33 06 12 34 56 78", PHONE),
        (Customer, "mobile", "0033612345678", PHONE),
        (Customer, "mobile", "06\u{a0}12\u{a0}34\u{a0}56\u{a0}78", PHONE),
        (Customer, "mobile", "+44 20 7946 0018", Ok("+442079460018")),
        (Customer, "mobile", "+44 (0)20 7946 0018", Ok("+442079460018")),
        (Customer, "mobile", "+32 2 555 12 12", Ok("+3225551212")),
        (Customer, "mobile", "06 12 34 56 7", NO_PHONE),
        (Customer, "mobile", "06 12 34 56 789", NO_PHONE),
        (Customer, "mobile", "612345678", NO_PHONE),
        (Customer, "mobile", "06 12 34 56 78 bis", NO_PHONE),
        (Customer, "mobile", "3900", NO_PHONE),
        (Customer, "email", " Martine.LEFEVRE@Orange.FR ", Ok("martine.lefevre@orange.fr")),
        (Customer, "email", "a+b@c-d.co.uk", Ok("a+b@c-d.co.uk")),
        (Customer, "email", "martine arobase orange.fr", Err("crm-refused-email")),
        (Customer, "email", "martine@orange", Err("crm-refused-email")),
        (Customer, "email", "martine@@orange.fr", Err("crm-refused-email")),
        (Customer, "email", "mar tine@orange.fr", Err("crm-refused-email")),
        (Customer, "email", ".martine@orange.fr", Err("crm-refused-email")),
        (Customer, "postal_code", "69 003", Ok("69003")),
        (Customer, "postal_code", "F-69003", Ok("69003")),
        (Customer, "postal_code", "sw1a1aa", Ok("SW1A 1AA")),
        (Customer, "postal_code", "M1 1ae", Ok("M1 1AE")),
        (Customer, "postal_code", "Lyon", Err("crm-refused-postal-code")),
        (Customer, "postal_code", "é", Err("crm-refused-postal-code")),
        (Customer, "city", "  Saint \t Étienne\n", Ok("Saint Étienne")),
        (Customer, "city", "Saint-E\u{301}tienne\u{200b}", Ok("Saint-Étienne")),
        (Customer, "note", "  un\r\ndeux  \n\n", Ok("un\ndeux")),
        (Ticket, "status", "In progress", Ok("in_progress")),
        (Ticket, "status", "in-progress", Ok("in_progress")),
        (Ticket, "status", "SOLVED", Ok("solved")),
        (Ticket, "status", "done", Err("crm-refused-choice")),
        (Order, "quantity", "3", Ok("3")),
        (Order, "quantity", "1 000", Ok("1000")),
        (Contact, "satisfaction", "8/10", Ok("8")),
        (Contact, "satisfaction", "8 /10", Ok("8")),
        (Order, "quantity", "8/10", Err("crm-refused-number")),
        (Order, "quantity", "trois", Err("crm-refused-number")),
        (Order, "quantity", "99999999999999999999", Err("crm-refused-number")),
    ]
};

#[test]
fn what_people_type_becomes_canonical_in_both_languages() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        for (kind, field, value, wanted) in BOTH {
            let got = typed(*kind, field, value, language);
            let language_matters = *value == "29,905" && language == Language::English;
            if got.as_deref().map_err(|key| *key) != *wanted && !language_matters {
                wrong.push(format!("{language} {field} '{value}': {got:?}, not {wanted:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_comma_groups_thousands_in_english_only() {
    assert_eq!(typed(RecordKind::Ticket, "amount", "1,299", Language::English), Ok("EUR 1299.00".to_owned()));
    assert_eq!(typed(RecordKind::Ticket, "amount", "1,299", Language::French), Err("crm-refused-amount"));
}

#[test]
fn currency_and_country_are_learnt_from_the_records() {
    let record = |fields: &[(&str, &str)]| SeedRecord {
        kind: RecordKind::Customer,
        id: "someone".into(),
        customer: None,
        fields: fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
    };
    let contract = SeedRecord { kind: RecordKind::Contract, ..record(&[("monthly_price", "GBP 20.00")]) };
    let habits = Habits::of(&[record(&[("mobile", "+447911123456")]), contract], Language::English);
    assert_eq!((habits.currency, habits.region), (Currency::Gbp, Region::Britain));
    assert_eq!(read_phone("07911 123456", habits.region).as_deref(), Some("+447911123456"));
    assert_eq!(read_phone("(212) 555-0123", Region::NorthAmerica).as_deref(), Some("+12125550123"));
    let none = Habits::of(&[], Language::English);
    assert_eq!((none.currency, none.region), (Currency::Eur, Region::France));
}

#[test]
fn long_texts_are_refused_with_the_limit() {
    for (field, limit) in [("city", 200), ("note", 4000)] {
        assert!(typed(RecordKind::Customer, field, &"x".repeat(limit), Language::French).is_ok());
        assert_eq!(
            typed(RecordKind::Customer, field, &"é".repeat(limit + 1), Language::French),
            Err("crm-refused-too-long")
        );
        assert_eq!(
            typed(RecordKind::Customer, field, &"x".repeat(1 << 20), Language::French),
            Err("crm-refused-too-long")
        );
    }
}

#[test]
fn every_refusal_has_words_in_both_languages() {
    let wordings =
        [include_str!("../../../assets/wording/fr/crm.ftl"), include_str!("../../../assets/wording/en/crm.ftl")];
    let sources = [include_str!("mod.rs"), include_str!("../edit.rs")];
    for wording in wordings {
        assert!(fluent_bundle::FluentResource::try_new(wording.to_owned()).is_ok());
    }
    let mut keys = 0;
    for source in sources {
        for key in source.split('"').filter(|text| text.starts_with("crm-refused-")) {
            keys += 1;
            for wording in wordings {
                assert!(wording.lines().any(|line| line.starts_with(&format!("{key} ="))), "{key}");
            }
        }
    }
    assert!(keys > 15);
}

proptest! {
    #[test]
    fn no_text_breaks_a_form_and_canonical_stays_canonical(text in "\\PC{0,40}|[0-9 .,:/€hHpm+()-]{0,24}") {
        for kind in RecordKind::ALL {
            for field in fields(kind) {
                if let Ok(value) = canonical(field, &text, habits(Language::French)) {
                    let again = canonical(field, &value, habits(Language::French));
                    prop_assert_eq!(again.as_deref(), Ok(value.as_str()), "{} {:?}", field.name, text);
                }
            }
        }
    }
}
