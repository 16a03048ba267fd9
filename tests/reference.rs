//! The reference pages of the manual follow from the code. `UPDATE_EXPECT=1 cargo test --test reference` writes them.

mod broken_packs;
mod playing;

use headset::behaviour::Behaviour;
use headset::diagnostic::{Diagnostic, Report, Severity};
use headset::locale::Language;
use headset::source::{Place, Source};
use headset::training::replay;
use headset::wording::{self, Wording};
use headset::workshop::reference::{self, Example};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// What cannot be brought about in a small example: an unreadable file, 2 000 files, 16 MiB, 300 variables, a bracket that
/// the reader tells of in other words; a language no pack here lacks; a call that cannot start for another reason.
const WITHOUT_EXAMPLE: [&str; 7] = ["P002", "P004", "P006", "P111", "P337", "R031", "R032"];

/// A diagnostic, how to write it right, and the shorter the better.
#[derive(Default)]
struct Examples(BTreeMap<String, (Diagnostic, Vec<(String, String)>)>);

impl Examples {
    fn take(&mut self, report: &Report, cure: &[(String, String)]) {
        for diagnostic in report.diagnostics() {
            let length = |diagnostic: &Diagnostic| diagnostic.excerpt.len() + diagnostic.place.line as usize;
            let (found, better) = ((diagnostic.clone(), cure.to_vec()), length(diagnostic));
            match self.0.get(diagnostic.code) {
                Some((other, _)) if length(other) <= better => {}
                _ => drop(self.0.insert(diagnostic.code.to_owned(), found)),
            }
        }
    }

    fn of_packs(&mut self) {
        for case in broken_packs::cases() {
            let text = std::fs::read_to_string(&case).expect("readable");
            let (_, report, prefix) = broken_packs::load(&broken_packs::broken(&text));
            let mut bare = Report::default();
            for diagnostic in report.diagnostics() {
                let mut diagnostic = diagnostic.clone();
                diagnostic.place.file = diagnostic.place.file.replace(&prefix, "");
                diagnostic.arguments.values_mut().for_each(|value| *value = value.replace(&prefix, ""));
                bare.push(diagnostic);
            }
            let old = text.lines().filter_map(|line| line.strip_prefix("- "));
            let new = text.lines().filter_map(|line| line.strip_prefix("+ "));
            let cure: Vec<(String, String)> = new.zip(old).map(|(new, old)| (new.to_owned(), old.to_owned())).collect();
            // Several faults at once show no cure of one.
            let one = text.lines().filter(|line| line.starts_with("- ")).count() == 1 && cure.len() == 1;
            self.take(&bare, if one && bare.diagnostics().len() == 1 { &cure } else { &[] });
        }
    }

    fn of_scripts(&mut self) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/scripts");
        let mut files: Vec<_> =
            std::fs::read_dir(folder).expect("a folder").map(|it| it.expect("an entry").path()).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "rhai"));
        files.sort();
        for file in files {
            let text = std::fs::read_to_string(&file).expect("readable");
            let mut report = Report::default();
            for problem in Behaviour::compile(&text).err().unwrap_or_default() {
                let line = text.lines().nth(problem.line.saturating_sub(1) as usize).unwrap_or_default();
                let file = "personas/anna.rhai".to_owned();
                let place = Place { file, line: problem.line, column: problem.column, length: 1 };
                let bare = Diagnostic::new(problem.code, Severity::Error, place, line);
                let arguments = problem.arguments.into_iter().collect();
                report.push(Diagnostic { arguments, nearest: problem.nearest, ..bare });
            }
            self.take(&report, &[]);
        }
    }

    fn of_replays(&mut self) {
        let pack = playing::PACKS.iter().find(|pack| pack.calls.contains_key("double_charge")).expect("the pack");
        for line in include_str!("data/replays/broken.tsv").lines() {
            let (code, text) = line.split_once('\t').expect("a code and a text");
            let source = Source { path: "calls/example.replay".to_owned(), text: text.replace("\\n", "\n") };
            let (read, mut report) = replay::parse(&source);
            if let Some(read) = read.filter(|_| report.is_clean()) {
                let recogniser = playing::recogniser(read.language);
                report.extend(replay::play(&read, &source, Arc::clone(pack), recogniser).1);
            }
            let codes: Vec<&str> = report.diagnostics().iter().map(|it| it.code).collect();
            assert_eq!(codes, [code], "{text}");
            self.take(&report, &[]);
        }
    }
}

#[test]
fn the_reference_is_complete_and_up_to_date() {
    let mut examples = Examples::default();
    examples.of_packs();
    examples.of_scripts();
    examples.of_replays();
    let missing: Vec<String> = Wording::codes().into_iter().filter(|code| !examples.0.contains_key(code)).collect();
    assert_eq!(missing, WITHOUT_EXAMPLE, "codes without an example");
    for language in Language::ALL {
        let words = Wording::new(language);
        let shown = examples.0.iter().map(|(code, (diagnostic, cure))| {
            let mut report = Report::default();
            report.push(diagnostic.clone());
            (code.clone(), Example { shown: wording::report::text(&report, &words), cure: cure.clone() })
        });
        let page = reference::page(&words, &shown.collect());
        assert!(!page.contains('⟦'), "words are missing: {:?}", page.lines().find(|line| line.contains('⟦')));
        let file = playing::scenarios().join(format!("reference.{language}.md"));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&file, &page).expect("written");
        }
        assert!(
            std::fs::read_to_string(&file).is_ok_and(|text| text == page),
            "{} is not up to date: UPDATE_EXPECT=1 cargo test --test reference writes it",
            file.display()
        );
    }
}

/// Every word of scripts stands in both manuals.
#[test]
fn the_manual_names_every_word_of_scripts() {
    for name in ["README.md", "LISEZMOI.md"] {
        let manual = std::fs::read_to_string(playing::scenarios().join(name)).expect("the manual");
        let missing: Vec<String> = Behaviour::words()
            .into_iter()
            .filter(|word| !manual.contains(word.name))
            .map(|word| format!("{}.{}", word.of, word.name))
            .collect();
        assert!(missing.is_empty(), "{name}: {missing:?}");
    }
}
