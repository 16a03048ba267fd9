//! What twenty freely typed calls offered, answered and asked that the packs' own phrases do not say: how much of it is
//! understood in its call. A development set: its misses were looked at, so it proves nothing but that nothing is lost.

use headset::language::{Listener, Recogniser};
use headset::locale::Language;
use headset::pack::variation::Variables;
use std::collections::BTreeMap;
use std::path::Path;

/// Of the rows, so many are understood at least.
const LEAST: usize = 17;

fn listener(recogniser: &std::sync::Arc<Recogniser>, name: &str, seed: u64) -> Listener {
    let (pack, call) = name.split_once('/').expect("pack/call");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(pack);
    let pack = headset::pack::load(&folder).0.expect("the pack is clean");
    let call = pack.calls.values().find(|known| known.id.as_str() == call).expect("the call is there");
    let language = recogniser.language();
    let variables = Variables::draw(&pack, &call.customer, call.date, language, "", seed);
    recogniser.listener(headset::training::context(&pack, call, language, &variables))
}

#[test]
fn offers_answers_and_questions_in_other_words() {
    let recognisers = Language::ALL.map(Recogniser::new);
    let mut listeners: BTreeMap<(&str, &str), Listener> = BTreeMap::new();
    let rows: Vec<Vec<&str>> = include_str!("data/language/free_talk.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    let mut missed = Vec::new();
    for row in &rows {
        let [call, seed, language, expected, text] = row[..] else { panic!("five columns: {row:?}") };
        let language: Language = language.parse().expect("fr or en");
        let at = Language::ALL.iter().position(|known| *known == language).expect("one of the two");
        let seed = seed.parse().expect("a number");
        let listener = listeners.entry((call, row[2])).or_insert_with(|| listener(&recognisers[at], call, seed));
        let understood = listener.understand(text);
        let found = match expected.strip_prefix('?') {
            Some(fact) => understood.asked.iter().any(|asked| asked.fact.as_str() == fact),
            None if expected.starts_with("answer_") => {
                understood.intents.iter().any(|found| found.intent.as_str().starts_with("answer_"))
            }
            None => understood.intents.iter().any(|found| found.intent.as_str() == expected),
        };
        if !found {
            missed.push(format!("{call} {expected}: {text}"));
        }
    }
    let right = rows.len() - missed.len();
    println!("{right} of {}; missed:\n{}", rows.len(), missed.join("\n"));
    assert!(right >= LEAST, "{right} of {}; missed:\n{}", rows.len(), missed.join("\n"));
}
