//! Every script of `tests/data/scripts` has the problems written beside it. `UPDATE_EXPECT=1` writes them anew.

use headset::behaviour::Behaviour;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn scripts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/scripts");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("readable").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "rhai"));
    files.sort();
    files
}

fn report(text: &str) -> String {
    let problems = match Behaviour::compile(text) {
        Ok(_) => return "clean\n".to_owned(),
        Err(problems) => problems,
    };
    let mut report = String::new();
    for problem in problems {
        let _ = write!(report, "{}:{} {}", problem.line, problem.column, problem.code);
        for (name, value) in &problem.arguments {
            let _ = write!(report, " {name}={value:?}");
        }
        if let Some(nearest) = &problem.nearest {
            let _ = write!(report, " nearest={nearest:?}");
        }
        report.push('\n');
    }
    report
}

#[test]
fn scripts_have_the_problems_expected() {
    let files = scripts();
    assert!(files.len() > 15);
    let mut wrong = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("readable");
        let found = report(&text);
        let expected_file = file.with_extension("expected");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&expected_file, &found).expect("writable");
        }
        let expected = std::fs::read_to_string(&expected_file).unwrap_or_default();
        if expected != found {
            wrong.push(format!("{}\nexpected:\n{expected}found:\n{found}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_problem_has_words_in_both_languages() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/wording");
    for language in ["fr", "en"] {
        let words = std::fs::read_to_string(assets.join(language).join("scripts.ftl")).expect("readable");
        for number in 1..=17 {
            for key in [format!("\nS{number:03} = "), format!("\nS{number:03}-help = ")] {
                assert!(words.contains(&key), "{language}: {key}");
            }
        }
    }
}
