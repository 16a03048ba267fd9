//! Entities of both languages, digits or words, from a table.

use headset::language::Recogniser;
use headset::locale::Language;
use std::sync::Arc;

#[test]
fn entities_of_the_table() {
    let recognisers = Language::ALL.map(|language| Arc::new(Recogniser::new(language)));
    let table = include_str!("data/language/entities.tsv");
    let mut wrong = Vec::new();
    for line in table.lines() {
        let mut fields = line.split('\t');
        let (language, text, expected) =
            (fields.next().unwrap_or(""), fields.next().unwrap_or(""), fields.next().unwrap_or(""));
        let recogniser =
            recognisers.iter().find(|r| r.language().code() == language).expect("the table names fr or en");
        let found = recogniser.understand(text, Some(jiff::civil::date(2026, 11, 23)));
        let found: Vec<String> = found
            .entities
            .iter()
            .map(|e| format!("{}={}", serde_json::to_value(e.kind).expect("a name").as_str().expect("text"), e.value))
            .collect();
        if found.join(";") != expected {
            wrong.push(format!("{text}\n    expected {expected}\n    found    {}", found.join(";")));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), table.lines().count(), wrong.join("\n"));
}
