//! What differs from seed to seed, and what hangs together in spite of it.
//!
//! `HEADSET_SEEDS=10 cargo test --release --no-default-features --test pack_variation -- --nocapture` is the full measure.

mod playing;

use headset::id::{LineId, PersonaId};
use headset::locale::Language;
use headset::mood::Mood;
use headset::pack::model::{Pack, Part, Template};
use headset::pack::{self, variation::Variables};
use headset::random::Stream;
use headset::value::Value;
use headset::workshop::coverage;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

const TODAY: Date = Date::constant(2026, 9, 14);

fn base() -> Pack {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/packs/base"));
    pack::load(folder).0.expect("the base pack is clean")
}

fn draw(pack: &Pack, seed: u64) -> Variables {
    Variables::draw(pack, &PersonaId::from("anna"), TODAY, Language::French, "Claire", seed)
}

fn cents(variables: &Variables, name: &str) -> i64 {
    match variables.get(name) {
        Some(Value::Amount(amount)) => amount.cents,
        other => panic!("{name}: {other:?}"),
    }
}

fn canonical(variables: &Variables, name: &str) -> String {
    variables.get(name).unwrap_or_else(|| panic!("{name}")).canonical()
}

#[test]
fn what_depends_on_each_other_fits_together_whatever_the_seed() {
    let pack = base();
    let mut amounts = BTreeSet::new();
    for seed in 0..200 {
        let drawn = draw(&pack, seed);
        assert_eq!(drawn, draw(&pack, seed));
        let amount = cents(&drawn, "amount");
        assert!((2_499..=4_499).contains(&amount) && (amount - 2_499) % 500 == 0, "{amount}");
        amounts.insert(amount);
        assert_eq!(cents(&drawn, "double"), amount * 2);
        assert_eq!(cents(&drawn, "all"), amount * 3);
        let (last, email) = match canonical(&drawn, "first_name").as_str() {
            "Anna" => ("Petit", "anna.petit@example.org"),
            "Hélène" => ("Muñoz", "helene.munoz@example.org"),
            other => panic!("{other}"),
        };
        assert_eq!(canonical(&drawn, "last_name"), last);
        assert_eq!(canonical(&drawn, "email"), email);
        let paid = canonical(&drawn, "paid_on");
        assert!(("2026-09-02"..="2026-09-11").contains(&paid.as_str()), "{paid}");
        let visit = canonical(&drawn, "visit_at");
        assert!(
            ("09:00"..="17:30").contains(&visit.as_str()) && (visit.ends_with("00") || visit.ends_with("30")),
            "{visit}"
        );
        let contract = canonical(&drawn, "contract");
        assert!(contract.len() == 9 && contract.starts_with("LT") && !contract.starts_with("LT0"), "{contract}");
        assert!(
            matches!(drawn.get("mobile"), Some(Value::Phone(number)) if number.starts_with("+336") && number.len() == 12)
        );
    }
    assert_eq!(amounts.len(), 5, "every step is drawn sooner or later");
}

#[test]
fn the_values_of_a_seed_never_change() {
    // Journals name seeds: other values for the same seed would make old ones worthless.
    let drawn = draw(&base(), 7);
    let all: Vec<String> = drawn.all().map(|(name, value)| format!("{name} = {}", value.canonical())).collect();
    assert_eq!(all, EXPECTED);
}

const EXPECTED: &[&str] = &[
    "anna.all = EUR 89.97",
    "anna.amount = EUR 29.99",
    "anna.contract = LT1969244",
    "anna.double = EUR 59.98",
    "anna.email = helene.munoz@example.org",
    "anna.first_name = Hélène",
    "anna.last_name = Muñoz",
    "anna.mobile = +33627452304",
    "anna.paid_on = 2026-09-02",
    "anna.people = 3",
    "anna.visit_at = 17:30",
    "company = Lointel",
    "operator = Claire",
    "price.fibre = EUR 29.99",
    "today = 2026-09-14",
];

#[test]
fn names_are_had_with_and_without_persona_and_unknown_ones_stay() {
    let drawn = draw(&base(), 1);
    assert_eq!(drawn.get("amount"), drawn.get("anna.amount"));
    assert_eq!(canonical(&drawn, "price.fibre"), "EUR 29.99");
    assert_eq!(canonical(&drawn, "company"), "Lointel");
    let part = |name: &str| Part::Variable(name.to_owned());
    let template = Template(vec![part("price.fibre"), Part::Text(" / ".into()), part("today"), part("nobody")]);
    assert_eq!(drawn.written(&template, Language::French), "29,99\u{a0}€ / 14 septembre{nobody}");
    assert_eq!(drawn.canonical(&template), "EUR 29.99 / 2026-09-14{nobody}");
    let gatekeeper = drawn.seen_by(&PersonaId::from("bob"));
    assert_eq!(gatekeeper.get("amount"), None);
    assert_eq!(gatekeeper.get("anna.amount"), drawn.get("amount"));
}

#[test]
fn lines_fit_the_mood_and_personas_have_their_own_stock_lines() {
    let pack = base();
    let drawn = draw(&pack, 1);
    let mood = |patience| Mood { patience, trust: 50, confusion: 0, interest: 50 };
    let said = |line: &str, patience, variables: &Variables| -> BTreeSet<String> {
        let line = LineId::from(line);
        let say =
            |seed| pack.say(&line, Language::English, variables, mood(patience), &mut Stream::new(seed, "wording"));
        (0..60).map(say).collect()
    };
    assert_eq!(said("anna.agreed", 80, &drawn).len(), 1);
    assert_eq!(said("anna.agreed", 20, &drawn).len(), 2);
    assert_eq!(said("stock.goodbye", 80, &drawn), BTreeSet::from(["Bye, Claire.".to_owned()]));
    assert!(said("stock.goodbye", 80, &drawn.seen_by(&PersonaId::from("bob"))).len() > 2);
    assert_eq!(said("no.such.line", 80, &drawn), BTreeSet::from(["⟦no.such.line⟧".to_owned()]));
    let title = |variables| pack.title(&LineId::from("refund.goal"), Language::English, variables);
    assert_eq!(title(None), "Refund {anna.amount}.");
    assert!(title(Some(&drawn)).starts_with("Refund €"));
}

/// Share of the customer's lines that differ between two plays, percent: the median of ten plays of each call.
const DIFFERENT_AT_LEAST: u8 = 60;
/// The same of three plays, where chance has more to say.
const OF_FEW_AT_LEAST: u8 = 40;

#[test]
fn no_call_can_be_learnt_by_heart() {
    let seeds = playing::how_many("HEADSET_SEEDS", 3);
    let rows = playing::in_parallel(&playing::all_calls(), |at, (pack, call, language)| {
        let first = at as u64 + 1;
        let plays: Vec<_> = (first..first + seeds)
            .map(|seed| coverage::said(&playing::play(pack, call, *language, seed, "expert")))
            .collect();
        let different = coverage::varied(&plays).map_or(0, |variety| variety.heard_percent);
        (format!("{}/{call} {language}", pack.id), different)
    });
    let (mut table, mut sound) = (String::new(), true);
    for (name, different) in &rows {
        let _ = writeln!(table, "{name:<45} {different:>3} %");
        sound &= *different >= if seeds < 10 { OF_FEW_AT_LEAST } else { DIFFERENT_AT_LEAST };
    }
    let mean = rows.iter().map(|(_, different)| u64::from(*different)).sum::<u64>() / rows.len() as u64;
    sound &= mean >= u64::from(DIFFERENT_AT_LEAST);
    println!("{table}");
    assert!(sound, "{table}");
}
