//! Milliseconds to build a recogniser and microseconds to understand an utterance.

use headset::language::Recogniser;
use headset::locale::Language;
use std::time::Instant;

fn main() {
    let data = [include_str!("../tests/data/language/fr.jsonl"), include_str!("../tests/data/language/en.jsonl")];
    for (language, data) in Language::ALL.into_iter().zip(data) {
        let start = Instant::now();
        let recogniser = Recogniser::new(language);
        let built = start.elapsed();
        let listener = recogniser.listener(headset::language::CallContext::default());
        let texts: Vec<String> = data
            .lines()
            .filter_map(|line| {
                serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str().map(str::to_owned)
            })
            .collect();
        let mut times: Vec<u128> = Vec::new();
        for text in texts.iter().cycle().take(texts.len() * 20) {
            let start = Instant::now();
            std::hint::black_box(listener.understand(text));
            times.push(start.elapsed().as_micros());
        }
        times.sort_unstable();
        println!(
            "{language}: built in {} ms; understood in {} µs (median), {} µs (99 %)",
            built.as_millis(),
            times[times.len() / 2],
            times[times.len() * 99 / 100]
        );
    }
}
