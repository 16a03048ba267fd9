//! What understanding costs: getting a recogniser and a call's listener ready, an utterance in a call, memory, and a megabyte
//! of text at once.
//!
//! `cargo bench --no-default-features --bench understand`. Figures only: nothing here passes or fails. Wanted on one core:
//! ready in 300 ms, half of the utterances in 3 ms and 99 of 100 in 10 ms with 60 intents, 80 MB.

use headset::language::Recogniser;
use headset::locale::Language;
use headset::pack::variation::Variables;
use std::path::Path;
use std::time::Instant;

const PACK: &str = "scenarios/inbound-telecom";
const CALL: &str = "double_charge";
const ROUNDS: usize = 20;

fn main() {
    let (pack, _) = headset::pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join(PACK));
    let pack = pack.expect("the pack is clean");
    let call = pack.calls.values().find(|call| call.id.as_str() == CALL).expect("the call is there");
    let data = [include_str!("../tests/data/language/fr.jsonl"), include_str!("../tests/data/language/en.jsonl")];
    for (language, data) in Language::ALL.into_iter().zip(data) {
        let before = memory_mib();
        let start = Instant::now();
        let recogniser = Recogniser::new(language);
        let built_ms = start.elapsed().as_millis();
        let variables = Variables::draw(&pack, &call.customer, call.date, language, "", 1);
        let context = headset::training::context(&pack, call, language, &variables);
        let (intents, questions) = (context.intents.len(), context.questions.len());
        let start = Instant::now();
        let listener = recogniser.listener(context);
        let tuned_ms = start.elapsed().as_millis();
        let memory = memory_mib() - before;
        let texts: Vec<String> = data
            .lines()
            .filter_map(|line| {
                serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str().map(str::to_owned)
            })
            .collect();
        let mut times: Vec<u128> = Vec::new();
        for text in texts.iter().cycle().take(texts.len() * ROUNDS) {
            let start = Instant::now();
            std::hint::black_box(listener.understand(text));
            times.push(start.elapsed().as_micros());
        }
        times.sort_unstable();
        let megabyte =
            texts.iter().cycle().flat_map(|text| text.chars().chain([' '])).take(1 << 20).collect::<String>();
        let start = Instant::now();
        std::hint::black_box(listener.understand(&megabyte));
        println!(
            "{language}: recogniser in {built_ms} ms, {intents} intents and {questions} questions in {tuned_ms} ms, {memory:.0} MiB; \
             {} utterances in {} µs (median), {} µs (99 %); a megabyte in {} ms",
            texts.len(),
            times[times.len() / 2],
            times[times.len() * 99 / 100],
            start.elapsed().as_millis(),
        );
    }
}

fn memory_mib() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").trim().parse::<f64>().unwrap_or(0.0) / 1024.0
}
