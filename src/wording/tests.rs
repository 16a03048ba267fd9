//! Both languages say the same things, and everything the program says has words.

use super::*;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

/// Key → arguments, of one language; panics where a key comes twice.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let key = Regex::new(r"^(-?[A-Za-z][\w-]*) *=").expect("a valid expression");
    let argument = Regex::new(r"\$([A-Za-z][\w-]*)").expect("a valid expression");
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in FILES.get_dir(language.code()).expect("a folder for each language").files() {
        let text = file.contents_utf8().expect("UTF-8");
        if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
            panic!("{}: {errors:?}", file.path().display());
        }
        let mut current = None;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(captures) = key.captures(line) {
                let name = captures[1].to_owned();
                assert!(found.insert(name.clone(), BTreeSet::new()).is_none(), "{language}: {name} comes twice");
                current = Some(name);
            }
            let Some(arguments) = current.as_ref().and_then(|name| found.get_mut(name)) else { continue };
            arguments.extend(argument.captures_iter(line).map(|captures| captures[1].to_owned()));
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_keys_and_arguments() {
    let (french, english) = (messages(Language::French), messages(Language::English));
    let names = |messages: &BTreeMap<String, _>| messages.keys().cloned().collect::<BTreeSet<_>>();
    let different: Vec<_> = names(&french).symmetric_difference(&names(&english)).cloned().collect();
    assert!(different.is_empty(), "in one language only: {different:?}");
    for (key, arguments) in &french {
        assert_eq!(arguments, &english[key], "{key}");
    }
}

#[test]
fn every_key_in_the_program_has_words() {
    // Calls such as `wording.text("key")` and `wording.with("key", …)`, and codes of diagnostics.
    let call = Regex::new(r#"(?i)word\w*(?:\(\))?\s*\.(?:text|with)\(\s*"([^"]+)""#).expect("a valid expression");
    let code = Regex::new(r#""([PS]\d{3})""#).expect("a valid expression");
    let english = messages(Language::English);
    let mut missing = BTreeSet::new();
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|ending| ending == "rs") && !entry.ends_with("wording/tests.rs") {
                let text = std::fs::read_to_string(&entry).expect("readable");
                let keys = call.captures_iter(&text).chain(code.captures_iter(&text));
                missing.extend(keys.map(|found| found[1].to_owned()).filter(|key| !english.contains_key(key)));
            }
        }
    }
    assert!(missing.is_empty(), "without words: {missing:?}");
}

#[test]
fn numbers_choose_plurals_and_texts_stay_texts() {
    assert!(matches!(argument("12"), FluentValue::Number(_)));
    assert!(matches!(argument("9007199254740993"), FluentValue::String(_)));
    assert!(matches!(argument("012"), FluentValue::String(_)));
    assert!(matches!(argument("+33"), FluentValue::String(_)));
}

#[test]
fn a_missing_message_shows_its_key_and_arguments_carry_no_marks() {
    let wording = Wording::new(Language::English);
    assert_eq!(wording.text("no-such-key"), "⟦no-such-key⟧");
    let text = wording.with("report-nearest", &[("name", "x")]);
    assert!(text.contains("\"x\"") && !text.contains('\u{2068}'), "{text}");
}

#[test]
fn french_is_typeset_as_french() {
    let bad = Regex::new(r"[^\s\d\u{a0}\u{202f}][;?!](\s|$)|[\w)\p{L}] [;?!:]( |$)|« |[^\u{a0}]»|\p{L}'\p{L}")
        .expect("a valid expression");
    for file in FILES.get_dir("fr").expect("French").files() {
        let comment = |line: &&str| !line.starts_with('#');
        for line in file.contents_utf8().expect("UTF-8").lines().filter(comment) {
            let (_, words) = line.split_once(" = ").unwrap_or(("", line));
            assert!(!bad.is_match(words), "{}: {line}", file.path().display());
        }
    }
}
