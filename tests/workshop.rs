//! The author's tools: new packs check and play at once, texts go to a translator and come back, robots find what is there.

mod playing;

use headset::level::Level;
use headset::locale::Language;
use headset::pack::Origin;
use headset::pack::files::Files;
use headset::pack::slots::Sheet;
use headset::workshop::coverage::{self, Tally};
use headset::workshop::scaffold::{self, Contents, Kind, Refusal};
use headset::workshop::sheet::{self, Row};
use headset::workshop::workbook;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

fn write(folder: &Path, contents: &Contents) {
    for (path, text) in contents {
        let file = folder.join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        std::fs::write(file, text).expect("written");
    }
}

fn read(folder: &Path) -> Files {
    Files::read(&Origin::Folder(folder.to_owned()))
}

fn texts(files: &Files) -> Contents {
    files
        .contents
        .iter()
        .map(|(path, bytes)| (path.clone(), String::from_utf8(bytes.clone()).expect("UTF-8")))
        .collect()
}

/// A new pack on disk, checked: nothing is found wrong with it.
fn made(folder: &Path, languages: &[Language]) -> Arc<headset::pack::model::Pack> {
    let plan = scaffold::plan(Kind::Pack, "mine", languages, &Contents::new()).expect("a plan");
    assert!(plan.added_to.is_empty());
    write(&folder.join("mine"), &plan.new);
    sound(&folder.join("mine"))
}

fn sound(pack: &Path) -> Arc<headset::pack::model::Pack> {
    let (pack, report) = headset::pack::load(pack);
    assert!(report.is_clean(), "{:?}", report.diagnostics());
    Arc::new(pack.expect("a pack"))
}

#[test]
fn a_new_pack_checks_and_plays_in_any_choice_of_languages() {
    for languages in [&Language::ALL[..], &[Language::French], &[Language::English]] {
        let folder = tempfile::tempdir().expect("a folder");
        let pack = made(folder.path(), languages);
        assert_eq!(pack.languages, languages);
        for (call, language) in
            pack.calls.keys().flat_map(|call| languages.iter().map(move |language| (call, *language)))
        {
            for level in Level::ALL {
                for seed in 1..=4 {
                    let setup = headset::training::Setup { level, ..playing::setup(&pack, call, language, seed) };
                    let run =
                        headset::training::robots::play(setup, playing::recogniser(language), playing::robot("expert"));
                    let score = run.expect("it starts").score();
                    assert!(score.overall.0 >= 850, "{call} {language} {level:?} {seed}: {:?}", score.overall);
                }
            }
        }
    }
}

#[test]
fn calls_and_people_are_added_to_a_pack_and_nothing_is_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    made(folder.path(), &Language::ALL);
    let root = folder.path().join("mine");
    let before = texts(&read(&root));
    let plan = scaffold::plan(Kind::Call, "second", &Language::ALL, &before).expect("a plan");
    write(&root, &plan.new);
    write(&root, &plan.added_to);
    let pack = sound(&root);
    assert_eq!(pack.calls.len(), 2);
    let call = "second".into();
    for language in Language::ALL {
        assert!(playing::play(&pack, &call, language, 1, "expert").score().overall.0 >= 850);
    }
    let plan = scaffold::plan(Kind::Persona, "uncle", &Language::ALL, &texts(&read(&root))).expect("a plan");
    write(&root, &plan.new);
    write(&root, &plan.added_to);
    let (pack, report) = headset::pack::load(&root);
    // A person nobody calls is told, and no error.
    assert!(pack.is_some_and(|pack| pack.personas.contains_key("uncle")));
    assert_eq!(report.diagnostics().iter().map(|it| it.code).collect::<Vec<_>>(), ["P408"]);
    // Everything there was is still there.
    let after = texts(&read(&root));
    for (path, text) in &before {
        assert!(text.lines().all(|line| after[path].contains(line.trim_end_matches(','))), "{path}");
    }
    let there = texts(&read(&root));
    assert_eq!(
        scaffold::plan(Kind::Call, "second", &Language::ALL, &there),
        Err(Refusal::Exists("calls/second.ron".to_owned()))
    );
    assert_eq!(scaffold::plan(Kind::Call, "Ça", &Language::ALL, &there), Err(Refusal::BadName));
    assert_eq!(scaffold::plan(Kind::Persona, "../x", &Language::ALL, &there), Err(Refusal::BadName));
}

fn both_ways(rows: &[Row]) -> [(Vec<Row>, Vec<Language>); 2] {
    let csv = workbook::to_csv(rows, &Language::ALL).expect("written");
    let xlsx = workbook::to_xlsx(rows, &Language::ALL).expect("written");
    [csv, xlsx].map(|bytes| workbook::read(&bytes).expect("readable"))
}

#[test]
fn importing_what_was_exported_changes_nothing() {
    for name in ["inbound-telecom", "outbound-energy"] {
        let files = read(&playing::scenarios().join(name));
        let rows = sheet::rows(&files, &Language::ALL);
        assert!(rows.len() > 500, "{name}: {}", rows.len());
        for sheet in Sheet::ALL {
            assert!(rows.iter().any(|row| row.sheet == sheet) || sheet == Sheet::Forbidden, "{name}: {sheet:?}");
        }
        assert!(rows.iter().all(|row| row.missing.is_empty()));
        for (read, languages) in both_ways(&rows) {
            assert_eq!(languages, Language::ALL);
            let bare = |rows: &[Row]| -> Vec<Row> {
                rows.iter().map(|row| Row { missing: Vec::new(), ..row.clone() }).collect()
            };
            assert_eq!(bare(&read), bare(&rows));
            let import = sheet::import(&files, &read, &languages);
            assert!(import.changed.is_empty() && import.unknown.is_empty() && import.texts == 0, "{name}: {import:?}");
        }
    }
}

#[test]
fn what_is_changed_in_the_table_is_changed_in_the_files_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    made(folder.path(), &Language::ALL);
    let root = folder.path().join("mine");
    let french = root.join("text/fr.ron");
    // Comments, odd spacing and a line that English has and French lacks.
    let text = std::fs::read_to_string(&french).expect("readable");
    let text = text.replace("    \"pack.title\": [", "    // Le titre.\n    \"pack.title\" :  [");
    let text: String =
        text.lines().filter(|line| !line.contains("late_parcel.goal")).flat_map(|line| [line, "\n"]).collect();
    std::fs::write(&french, &text).expect("written");
    let files = read(&root);
    let mut rows = sheet::rows(&files, &Language::ALL);
    let lacking: Vec<&Row> = rows.iter().filter(|row| !row.missing.is_empty()).collect();
    assert_eq!(lacking.iter().map(|row| row.key.as_str()).collect::<Vec<_>>(), ["late_parcel.goal"]);
    assert_eq!(lacking[0].missing, [Language::French]);
    let row = |rows: &mut Vec<Row>, key: &str, number: usize| -> usize {
        rows.iter().position(|row| row.key == key && row.number == number).unwrap_or_else(|| panic!("{key} {number}"))
    };
    let at = row(&mut rows, "late_parcel.goal", 1);
    rows[at].texts.insert(Language::French, "Demander à quoi sert le colis.".to_owned());
    let at = row(&mut rows, "pack.title", 1);
    rows[at].texts.insert(Language::French, "Mes « appels » \\ \"à moi\"".to_owned());
    let at = row(&mut rows, "late_parcel_caller.late", 3);
    assert_eq!(rows[at].condition, "[patience < 40]");
    rows[at].texts.insert(Language::English, "A whole day!".to_owned());
    // A variant more in one language, one less in the other.
    let at = row(&mut rows, "late_parcel_caller.agrees", 2);
    rows[at].texts.remove(&Language::French);
    let more = Row {
        number: 3,
        texts: BTreeMap::from([(Language::English, "{new_day} then.".to_owned())]),
        ..rows[at].clone()
    };
    rows.insert(at + 1, more);
    let at = row(&mut rows, "late_parcel_caller/birthday", 1);
    rows[at].texts.insert(Language::French, "c’est quoi, dans le colis ?".to_owned());
    let unknown = Row { key: "nobody.knows".to_owned(), ..rows[0].clone() };
    rows.push(unknown);
    for (read_back, languages) in both_ways(&rows) {
        let import = sheet::import(&files, &read_back, &languages);
        assert_eq!(import.unknown, ["lines: nobody.knows"]);
        assert_eq!(import.texts, 6);
        let paths: Vec<&str> = import.changed.keys().map(String::as_str).collect();
        assert_eq!(paths, ["personas/late_parcel_caller.ron", "text/en.ron", "text/fr.ron"]);
        let french = &import.changed["text/fr.ron"];
        assert!(
            french.contains("    // Le titre.\n    \"pack.title\" :  [\"Mes « appels » \\\\ \\\"à moi\\\"\"]"),
            "{french}"
        );
        assert!(french.contains("\"late_parcel.goal\": [\"Demander à quoi sert le colis.\"]"), "{french}");
        assert!(import.changed["text/en.ron"].contains("\"[patience < 40] A whole day!\""));
        let changed = |path: &str| {
            let (before, after) = (&texts(&files)[path], &import.changed[path]);
            let kept: Vec<&str> = before.lines().filter(|line| after.contains(*line)).collect();
            before.lines().count() - kept.len()
        };
        assert_eq!(
            (changed("text/fr.ron"), changed("text/en.ron"), changed("personas/late_parcel_caller.ron")),
            (2, 2, 1)
        );
        let copy = tempfile::tempdir().expect("a folder");
        write(&copy.path().join("mine"), &texts(&files));
        write(&copy.path().join("mine"), &import.changed);
        let pack = sound(&copy.path().join("mine"));
        assert_eq!(pack.variants(&"late_parcel_caller.agrees".into(), Language::English).len(), 3);
        assert_eq!(pack.variants(&"late_parcel_caller.agrees".into(), Language::French).len(), 1);
    }
}

#[test]
fn a_language_is_added_from_a_table() {
    let folder = tempfile::tempdir().expect("a folder");
    made(folder.path(), &[Language::English]);
    let root = folder.path().join("mine");
    let files = read(&root);
    let mut rows = sheet::rows(&files, &Language::ALL);
    assert!(rows.iter().all(|row| row.missing == [Language::French]));
    for row in &mut rows {
        let english = row.texts[&Language::English].clone();
        row.texts.insert(Language::French, english);
    }
    let import = sheet::import(&files, &rows, &Language::ALL);
    write(&root, &import.changed);
    let pack =
        std::fs::read_to_string(root.join("pack.ron")).expect("readable").replace("[\"en\"]", "[\"en\", \"fr\"]");
    std::fs::write(root.join("pack.ron"), pack).expect("written");
    assert_eq!(sound(&root).languages, [Language::English, Language::French]);
}

#[test]
fn tables_that_are_none_are_refused() {
    for bytes in [&b"PK\x03\x04 no workbook"[..], b"sheet,key,n\nsongs,a,1\n", b"sheet,key,n,fr\nlines,a,first,b\n"] {
        assert!(workbook::read(bytes).is_err());
    }
    let (rows, languages) = workbook::read(b"\xef\xbb\xbfsheet;key;n;fr\nlines;a;1;b\n;;;\n").unwrap_or_default();
    assert_eq!((rows.len(), languages), (1, vec![Language::French]));
}

#[test]
fn robots_find_nearly_all_of_a_new_pack_in_whatever_order_they_play() {
    let folder = tempfile::tempdir().expect("a folder");
    let pack = made(folder.path(), &[Language::English]);
    let plays = coverage::plays(&pack, 12, 1);
    let sum = |plays: &mut dyn Iterator<Item = &coverage::Play>| {
        let mut tally = Tally::default();
        for play in plays {
            tally.add(coverage::seen(&pack, play, playing::recogniser(play.language)).expect("it starts"));
        }
        tally.coverage(&pack)
    };
    let found = sum(&mut plays.iter());
    assert_eq!(found.plays, plays.len());
    assert!(found.said_percent >= 95, "{:?}", found.never_said);
    assert!(found.facts_never_told.is_empty() && found.script_failures == 0);
    let call = &found.calls[0];
    assert!(call.apart.is_some_and(|apart| apart > 0), "{call:?}");
    assert!(call.outcomes_never_reached.is_empty() && call.steps_never_done.is_empty(), "{call:?}");
    assert!(call.best.as_ref().is_some_and(|(best, _)| best.0 >= 950), "{call:?}");
    let json = |found| serde_json::to_string(found).expect("JSON");
    assert_eq!(json(&found), json(&sum(&mut plays.iter().rev())));
    for language in Language::ALL {
        let words = headset::wording::Wording::new(language);
        for text in [coverage::text(&found, &words), coverage::page(&found, &words)] {
            assert!(!text.contains('⟦') && text.contains("late_parcel"), "{text}");
        }
    }
}

#[test]
fn a_new_product_checks_and_can_be_sold() {
    let folder = tempfile::tempdir().expect("a folder");
    let plan = scaffold::plan(Kind::Product, "our-offer", &Language::ALL, &Contents::new()).expect("a plan");
    write(&folder.path().join("our-offer"), &plan.new);
    let pack = sound(&folder.path().join("our-offer"));
    assert_eq!(pack.id.as_str(), "our-offer");
    let call = pack.calls.keys().next().expect("a call").clone();
    for language in Language::ALL {
        assert!(playing::play(&pack, &call, language, 1, "expert").score().overall.0 >= 850);
    }
}
