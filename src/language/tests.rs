//! Whole utterances through the whole of the language layer.

use super::*;
use crate::locale::Language;

fn moves(language: Language, utterance: &str) -> Vec<&'static str> {
    let found = Recogniser::new(language).understand(utterance, None).moves;
    found.iter().map(|m| m.mv.name()).collect()
}

#[test]
fn several_moves_in_one_utterance() {
    let found = moves(Language::French, "Bonjour, Claire à votre écoute, que puis-je faire pour vous ?");
    for mv in ["greet", "identify_self", "offer_help", "open_question"] {
        assert!(found.contains(&mv), "{mv} in {found:?}");
    }
    let found = moves(
        Language::English,
        "thank you for holding i am really sorry about that you were charged twice can i have your account number",
    );
    for mv in ["thank_for_holding", "thank", "apologise", "ask_identity", "closed_question"] {
        assert!(found.contains(&mv), "{mv} in {found:?}");
    }
}

#[test]
fn boundary_cases_of_the_list() {
    assert_eq!(moves(Language::English, "Sorry?"), Vec::<&str>::new());
    assert!(!moves(Language::English, "You told me \"I guarantee it\"").contains(&"overpromise"));
    assert_eq!(moves(Language::French, "Je comprends."), ["backchannel"]);
    let gain = moves(Language::English, "What you gain is to see clearly: a written comparison.");
    assert!(!gain.contains(&"open_question"), "{gain:?}");
    assert!(moves(Language::French, "zxcv qsdfg").is_empty());
}

fn context() -> CallContext {
    let intent = |id: &str, examples: &[&str], counter: &[&str]| IntentExamples {
        intent: IntentId::new(id),
        examples: examples.iter().map(|e| (*e).to_owned()).collect(),
        counter_examples: counter.iter().map(|e| (*e).to_owned()).collect(),
        moves: vec![Move::Inform],
        foreign: false,
        held_against: false,
    };
    CallContext {
        intents: vec![
            intent(
                "explain_double_charge",
                &[
                    "Le second prélèvement de 29,90 € vient d'une erreur de notre banque",
                    "Vous avez été prélevé deux fois à cause d'un incident bancaire",
                ],
                &["Vous avez été prélevé deux fois ?"],
            ),
            intent(
                "promise_refund",
                &["Je vous rembourse les 29,90 € sous cinq jours", "Le trop-perçu sera remboursé sur votre compte"],
                &["Je ne peux pas vous rembourser les 29,90 €"],
            ),
        ],
        questions: vec![
            (FactId::new("birth_date"), vec!["Quelle est votre date de naissance ?".to_owned()]),
            (FactId::new("box_light"), vec!["De quelle couleur est le voyant de la box ?".to_owned()]),
        ],
        ..CallContext::default()
    }
}

#[test]
fn intents_and_questions_of_the_call() {
    let recogniser = Recogniser::new(Language::French);
    let listener = recogniser.listener(context());
    let found = listener.understand(
        "D'accord madame, je vous rembourse les 35,50 € sous trois jours et quelle est votre date de naissance svp",
    );
    assert!(found.has_intent(&IntentId::new("promise_refund")), "{found:?}");
    assert_eq!(found.asked.len(), 1, "{found:?}");
    assert_eq!(found.asked[0].fact, FactId::new("birth_date"));
    let found = listener.understand("le voyant de votre box est de quelle couleur ?");
    assert_eq!(found.asked.first().map(|q| q.fact.as_str()), Some("box_light"));
    let asked = |utterance: &str| {
        let found = listener.understand(utterance).asked;
        found.iter().map(|q| q.fact.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        asked("Il me faudrait votre date de naissance et la couleur du voyant de la box"),
        ["birth_date", "box_light"]
    );
    assert_eq!(
        asked("Quelle est votre date de naissance et de quelle couleur est le voyant ?"),
        ["birth_date", "box_light"]
    );
    for said in [
        "Je répète votre date de naissance : le 4 mars 1958, c'est bien ça ?",
        "Donc le voyant de la box est de couleur rouge depuis lundi, c'est bien ça ?",
    ] {
        assert!(asked(said).is_empty(), "{said}");
    }
    assert!(listener.understand("Je ne peux pas vous rembourser les 12 €").intents.is_empty());
    assert!(listener.understand("Le chat dort sur le canapé").intents.is_empty());
}

#[test]
fn the_judges_were_taught_by_this_data() {
    for language in Language::ALL {
        let data = data::of(language);
        assert_eq!(
            data.judges.get(..recogniser::KEY),
            Some(recogniser::key(&data).as_slice()),
            "the data in assets/language/{language} changed: cargo run --release --no-default-features --example teach"
        );
    }
}
