//! Whoever is quoted wrongly says so: numbers, amounts and dates in restatements and read-backs, free wording.

mod playing;

use headset::call::{Input, Party, What};
use headset::id::FactId;
use headset::language::Recogniser;
use headset::locale::Language;
use headset::pack::model::Template;
use headset::training::Run;

/// Says it, hears out the answer, and returns the lines that were said.
fn say(run: &mut Run, text: &str) -> Vec<String> {
    let template = Template::parse(text).expect("a template");
    let text = run.variables().written(&template, run.setup().language);
    let before = run.events().len();
    run.apply(Input::Say { text });
    while run.other_side_is_busy() {
        run.apply(Input::Pass { ms: 200 });
    }
    let lines = run.events()[before..].iter().filter_map(|event| match &event.what {
        What::LineStarted { party: Party::Customer, line, .. } => Some(line.to_string()),
        _ => None,
    });
    lines.collect()
}

/// A call in which the customer has told an amount, two dates and her contract number.
fn told(language: Language) -> Run {
    let pack = playing::pack("inbound-telecom");
    let recogniser: &std::sync::Arc<Recogniser> = playing::recogniser(language);
    let setup = playing::setup(pack, &"double_charge".into(), language, 7);
    let mut run = Run::new(setup, recogniser).expect("it starts");
    run.apply(Input::Pass { ms: 2_000 });
    run.apply(Input::Answer);
    let opening = match language {
        Language::English => [
            "Good morning, {company}, {operator} speaking. What can I do for you?",
            "May I have your contract number and your date of birth, please?",
            "Tell me what you saw on your account, with the amounts and the dates.",
        ],
        Language::French => [
            "{company}, bonjour, {operator} à votre écoute. Que puis-je faire pour vous ?",
            "Puis-je avoir votre numéro de contrat et votre date de naissance, s’il vous plaît ?",
            "Dites-moi ce que vous avez vu sur votre compte, les montants et les dates.",
        ],
    };
    for text in opening {
        say(&mut run, text);
    }
    for fact in ["contract", "charge_amount"] {
        let told = |event: &headset::call::Event| matches!(&event.what, What::FactTold { fact: told, .. } if *told == FactId::from(fact));
        assert!(run.events().iter().any(told), "{fact} was not told");
    }
    run
}

#[test]
fn wrong_amounts_and_numbers_are_contradicted_and_right_ones_are_not() {
    for (language, restated, read_back) in [
        (
            Language::English,
            "If I understand correctly, we charged you # on {charge_date}. Is that correct?",
            "I’ll read your contract number back to you: #, is that correct?",
        ),
        (
            Language::French,
            "Si je comprends bien, nous vous avons prélevé # le {charge_date}. C’est bien cela ?",
            "Je vous relis votre numéro de contrat : #, c’est bien cela ?",
        ),
    ] {
        let wrong_amount = if language == Language::French { "77,00 €" } else { "€77.00" };
        for (text, right, wrong) in [(restated, "{amount}", wrong_amount), (read_back, "{contract}", "TS9999999")] {
            let contradicts = |value: &str| {
                let said = say(&mut told(language), &text.replace('#', value));
                said.iter().any(|line| line.ends_with(".misquoted")).then_some(said)
            };
            assert_eq!(contradicts(right), None, "{language} {text}");
            let said = contradicts(wrong).unwrap_or_else(|| panic!("{language}: no word against {wrong}: {text}"));
            assert_eq!(said.len(), 2, "and says it again: {said:?}");
        }
    }
}
