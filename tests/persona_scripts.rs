//! Every script of `tests/data/scripts` has the problems written beside it. `UPDATE_EXPECT=1` writes them anew.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use headset::behaviour::{Behaviour, ScriptProblem};
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
    let problems: Vec<ScriptProblem> = scripts()
        .iter()
        .filter_map(|file| Behaviour::compile(&std::fs::read_to_string(file).expect("readable")).err())
        .flatten()
        .collect();
    for number in 1..=17 {
        let code = format!("S{number:03}");
        assert!(problems.iter().any(|problem| problem.code == code), "no script shows {code}");
    }
    for language in ["fr", "en"] {
        let words = std::fs::read_to_string(assets.join(language).join("scripts.ftl")).expect("readable");
        let words = FluentResource::try_new(words).unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
        let mut bundle = FluentBundle::new(vec![language.parse().expect("a language")]);
        bundle.add_resource(words).expect("no message twice");
        for problem in &problems {
            let mut arguments = FluentArgs::new();
            for (name, value) in &problem.arguments {
                arguments.set(*name, value.as_str());
            }
            for key in [problem.code.to_owned(), format!("{}-help", problem.code)] {
                let message = bundle.get_message(&key).and_then(|message| message.value());
                let message = message.unwrap_or_else(|| panic!("{language}: no {key}"));
                let mut errors = Vec::new();
                let text = bundle.format_pattern(message, Some(&arguments), &mut errors);
                assert!(errors.is_empty(), "{language} {key}: {errors:?}");
                assert!(text.ends_with(['.', '}', '»', '”', ':']), "{language} {key}: {text}");
            }
        }
    }
}
