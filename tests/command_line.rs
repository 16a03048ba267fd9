//! The program as scripts and authors use it: exit codes, JSON, and what it says to bad arguments and bad files.

mod playing;

use headset::records::{AttemptId, Recordings, recordings};
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// What a command gave back.
struct Done {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run_with(arguments: &[&str], input: &[u8]) -> Done {
    let data = tempfile::tempdir().expect("a folder");
    let mut child = playing::headset(data.path())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().expect("it is piped");
    let input = input.to_vec();
    // A program that refuses its arguments does not read; that is no failure of this test.
    let writer = std::thread::spawn(move || stdin.write_all(&input).unwrap_or_default());
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("no panic");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Done { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

fn run(arguments: &[&str]) -> Done {
    run_with(arguments, b"")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// A journal of a robot's call, in a folder of its own.
fn journal() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let journals = folder.path().display().to_string();
    let order = ["simulate", "inbound-telecom/double_charge", "--robot", "novice", "--language", "en", "--seed", "5"];
    let done = run(&[&order[..], &["--journals", &journals]].concat());
    assert_eq!(done.code, Some(0), "{}", done.err);
    let file = folder.path().join("double_charge.5.jsonl");
    (folder, file)
}

/// A small pack without a fault.
fn sound_pack() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/packs/base")
}

fn broken_pack() -> tempfile::TempDir {
    fn copy(from: &Path, to: &Path) {
        std::fs::create_dir_all(to).expect("a folder");
        for entry in std::fs::read_dir(from).expect("a folder") {
            let entry = entry.expect("an entry");
            let to = to.join(entry.file_name());
            if entry.path().is_dir() {
                copy(&entry.path(), &to);
            } else {
                std::fs::copy(entry.path(), to).expect("a copy");
            }
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let pack = folder.path().join("inbound-telecom");
    copy(&playing::scenarios().join("inbound-telecom"), &pack);
    let file = pack.join("calls/outage.ron");
    let text = std::fs::read_to_string(&file).expect("a call").replacen("customer", "customr", 1);
    std::fs::write(file, text).expect("written");
    folder
}

#[test]
fn exit_codes_tell_clean_from_problems_from_not_run() {
    let sound = sound_pack().display().to_string();
    let broken_folder = broken_pack();
    let broken = broken_folder.path().join("inbound-telecom").display().to_string();
    let (_folder, journal) = journal();
    let journal = journal.display().to_string();
    let call = "inbound-telecom/outage";
    let cases: &[(&[&str], i32)] = &[
        (&["--help"], 0),
        (&["--version"], 0),
        (&["nonsense"], 2),
        (&["--language", "de", "packs"], 2),
        (&["--seed", "many", "packs"], 2),
        (&["packs"], 0),
        (&["packs", "--json", "--language", "fr"], 0),
        (&["packs", "extra"], 2),
        (&["check", &sound], 0),
        (&["check", &broken], 1),
        (&["check", &sound, &broken], 1),
        (&["check", "/nowhere"], 2),
        (&["check", &broken, "/nowhere"], 2),
        (&["check"], 2),
        (&["replay"], 2),
        (&["replay", "/nowhere"], 2),
        (&["replay", &journal], 0),
        (&["score", &journal], 0),
        (&["score", &journal, "--transcript"], 0),
        (&["score", &journal, "--json"], 0),
        (&["score", "/nowhere"], 2),
        (&["score", "/"], 2),
        (&["score"], 2),
        (&["understand", "--language", "fr"], 0),
        (&["understand", "--date", "2026-13-01"], 2),
        (&["understand", "--evaluate", "/nowhere"], 2),
        (&["understand", "--call", "inbound-telecom/outtage"], 2),
        (&["simulate", call, "--robot", "silent", "--runs", "1"], 0),
        (&["simulate", call, "--robot", "silent", "--runs", "0", "--json"], 0),
        (&["simulate", call, "--robot", "clever"], 2),
        (&["simulate", call], 2),
        (&["simulate", "outage", "--robot", "expert"], 2),
        (&["simulate", "inbound-telecom/outtage", "--robot", "expert"], 2),
        (&["simulate", "inbond-telecom/outage", "--robot", "expert"], 2),
        (&["play", "inbound-telecom/outtage"], 2),
        (&["play", call, "--mode", "easy"], 2),
        (&["play", call, "--mode", "exam"], 0),
        (&["play", call, "--journal", "/nowhere/at/all"], 2),
    ];
    for (arguments, code) in cases {
        let done = run(arguments);
        assert_eq!(done.code, Some(*code), "{arguments:?}\n{}{}", done.out, done.err);
        assert!(*code != 2 || !done.err.is_empty(), "{arguments:?} says nothing");
    }
}

#[test]
fn unknown_names_suggest_the_nearest() {
    let cases: &[(&[&str], &str)] = &[
        (&["simulate", "inbond-telecom/outage", "--robot", "expert"], "inbound-telecom"),
        (&["simulate", "inbound-telecom/outtage", "--robot", "expert"], "outage"),
        (&["play", "outbound-energy/surveys"], "survey"),
        (&["simulate", "inbound-telecom/outage", "--robot", "carless"], "careless"),
        (&["simulat"], "simulate"),
    ];
    for (arguments, nearest) in cases {
        let done = run(arguments);
        assert_eq!(done.code, Some(2), "{arguments:?}");
        assert!(done.err.contains(nearest), "{arguments:?}: {}", done.err);
    }
}

#[test]
fn packs_lists_every_pack_with_its_calls() {
    let packs = json(&run(&["packs", "--json"]).out);
    let listed: Vec<(String, Vec<String>)> = packs
        .as_array()
        .expect("a list")
        .iter()
        .map(|pack| {
            let id = |value: &Value| value["id"].as_str().expect("an id").to_owned();
            (id(pack), pack["calls"].as_array().expect("a list").iter().map(id).collect())
        })
        .collect();
    let names = |folder: &std::path::Path, keep: &dyn Fn(&std::path::Path) -> bool| {
        let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        let stems = entries.filter(|path| keep(path)).map(|path| path.file_stem().expect("a name").to_owned());
        let mut stems: Vec<String> = stems.map(|stem| stem.into_string().expect("a plain name")).collect();
        stems.sort();
        stems
    };
    let scenarios = playing::scenarios();
    let expected: Vec<(String, Vec<String>)> = names(&scenarios, &|path| path.join("pack.ron").exists())
        .into_iter()
        .map(|pack| {
            let calls = names(&scenarios.join(&pack).join("calls"), &|path| {
                path.extension().is_some_and(|extension| extension == "ron")
            });
            (pack, calls)
        })
        .collect();
    assert_eq!(listed, expected);
}

#[test]
fn understand_answers_every_line_with_one_object() {
    let mut input =
        b"Good morning, the amount is 29.90 euros.\n\n   \n\xff\xfe\x80\n\xf0\x9f\x98\x80\xe2\x80\xae\n".to_vec();
    input.extend("word ".repeat(250_000).bytes());
    input.extend(b"\r\nGoodbye");
    let done = run_with(&["understand", "--language", "en"], &input);
    assert_eq!(done.code, Some(0), "{}", done.err);
    let lines: Vec<Value> = done.out.lines().map(json).collect();
    assert_eq!(lines.len(), 7);
    let first = &lines[0];
    let shape = r#"{"moves":[{"move":"greet","span":[0,"#;
    assert!(done.out.starts_with(shape), "{}", done.out.lines().next().unwrap_or_default());
    assert_eq!(first.as_object().map(serde_json::Map::len), Some(2), "{first}");
    let greet = &first["moves"][0];
    assert_eq!(greet["move"], "greet");
    assert!(greet["confidence"].as_f64().is_some_and(|sure| sure > 0.0 && sure <= 1.0));
    assert_eq!(greet.as_object().map(serde_json::Map::len), Some(3), "{greet}");
    let amount = &first["entities"][0];
    assert_eq!(amount, &json!({ "kind": "amount", "span": [28, 39], "value": "EUR 29.90" }));
    for empty in &lines[1..5] {
        assert_eq!(empty, &json!({ "moves": [], "entities": [] }));
    }
    assert_eq!(lines[6]["moves"][0]["span"], json!([0, 7]), "{}", lines[6]);
}

#[test]
fn understand_tells_why() {
    let said = b"What have you moved near the box?\n";
    let call = ["understand", "--language", "en", "--call", "inbound-telecom/outage", "--explain"];
    let done = run_with(&[call.as_slice(), &["--json"]].concat(), said);
    let why = json(&done.out);
    let asked = why["reasons"].as_array().expect("reasons").iter().find(|reason| reason["name"] == "moved_desk");
    let asked = asked.unwrap_or_else(|| panic!("the question is found: {why}"));
    assert!(asked["words"].as_array().is_some_and(|words| words.iter().any(|word| word["word"] == "moved")), "{asked}");
    assert_eq!(asked["nearest"][0]["phrase"], "did you move anything near the box?");
    let done = run_with(&call, said);
    assert!(done.out.contains("did you move anything near the box?"), "{}", done.out);
}

#[test]
fn understand_measures_and_names_bad_lines() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path.display().to_string()
    };
    let good = write(
        "good.jsonl",
        concat!(
            r#"{"text": "Good morning!", "moves": ["greet"], "entities": []}"#,
            "\n\n",
            r#"{"text": "That is £12.", "moves": ["refuse"], "entities": [{"kind": "amount", "value": "GBP 12.00"}]}"#,
        ),
    );
    let evaluate = |file: &str, more: &[&str]| {
        run_with(&[["understand", "--language", "en", "--evaluate", file].as_slice(), more].concat(), b"")
    };
    let done = evaluate(&good, &["--json"]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    let measured = json(&done.out);
    assert_eq!(measured["utterances"], 2);
    assert_eq!(measured["moves"]["greet"]["f1"], 1.0, "{measured}");
    assert_eq!(measured["moves"]["refuse"]["recall"], 0.0);
    assert_eq!(measured["entities"]["f1"], 1.0);
    assert_eq!(measured["mistakes"][0]["line"], 3);
    assert!(evaluate(&good, &[]).out.contains("-refuse"));
    let bad = write("bad.jsonl", "{\"text\": \"Hi\", \"moves\": [\"great\"], \"entities\": []}\nnothing\n");
    let done = evaluate(&bad, &[]);
    assert_eq!(done.code, Some(2));
    assert!(done.err.contains(&format!("{bad}:1:")) && done.err.contains("greet"), "{}", done.err);
    assert!(done.err.contains(&format!("{bad}:2:")), "{}", done.err);
}

#[test]
fn check_reports_as_json_with_places() {
    let folder = broken_pack();
    let pack = folder.path().join("inbound-telecom");
    let done = run(&["check", "--json", &pack.display().to_string()]);
    let first = &json(done.out.lines().next().expect("one object a line"));
    assert!(first["file"].as_str().is_some_and(|file| file.ends_with("outage.ron")), "{first}");
    for number in ["line", "column", "end"] {
        assert!(first[number].as_u64().is_some_and(|number| number > 0), "{first}");
    }
    for text in ["code", "severity", "message", "help"] {
        assert!(first[text].is_string(), "{first}");
    }
    assert_eq!(run(&["check", "--json", &sound_pack().display().to_string()]).out, "");
}

#[test]
fn simulate_tells_all_of_every_run_and_jobs_change_nothing() {
    let order = ["simulate", "outbound-energy/new_tariff", "--robot", "novice", "--runs", "3", "--json", "--seed", "9"];
    let one = run(&[&order[..], &["--language", "fr"]].concat());
    let many = run(&[&order[..], &["--language", "fr", "--jobs", "8"]].concat());
    assert_eq!(one.out, many.out);
    let runs = json(&one.out);
    assert_eq!(runs.as_array().map(Vec::len), Some(3));
    for (run, seed) in runs.as_array().expect("a list").iter().zip(9..) {
        assert_eq!(run["seed"], seed);
        assert_eq!(run["scores"].as_object().map(serde_json::Map::len), Some(5), "{run}");
        for key in ["overall", "compliance", "result", "durations", "outcome"] {
            assert!(run.get(key).is_some(), "{key} of {run}");
        }
    }
}

#[test]
fn say_writes_a_line_in_a_voice() {
    let folder = tempfile::tempdir().expect("a folder");
    let say = |persona: &str, mood: &str, name: &str, plain: &[&str]| {
        let file = folder.path().join(name);
        let order = ["say", "--language", "en", "--persona", persona, "--mood", mood, "I was charged €29.99 twice."];
        let done = run(&[&order[..], &["-o", &file.display().to_string()], plain].concat());
        (done, hound::WavReader::open(file).map(|reader| reader.duration()).unwrap_or(0))
    };
    let (done, calm) = say("inbound-telecom/martine", "calm", "calm.wav", &[]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!((32_000..80_000).contains(&calm), "{calm} samples");
    let (_, plain) = say("inbound-telecom/martine", "calm", "plain.wav", &["--plain"]);
    assert_eq!(plain, calm);
    let (_, angry) = say("inbound-telecom/martine", "angry", "angry.wav", &[]);
    assert!(angry < calm);
    for (persona, mood, says) in [
        ("inbound-telecom/martin", "calm", "martine"),
        ("inbound-telecom/martine", "angri", "angry"),
        ("martine", "calm", "PACK/PERSONA"),
    ] {
        let (done, _) = say(persona, mood, "none.wav", &[]);
        assert_eq!(done.code, Some(2));
        assert!(done.err.contains(says), "{}", done.err);
    }
}

#[test]
fn a_score_can_be_read_by_programs_and_agrees_with_the_run() {
    let (_folder, file) = journal();
    let file = file.display().to_string();
    let score = json(&run(&["score", &file, "--json"]).out);
    let order = ["simulate", "inbound-telecom/double_charge", "--robot", "novice", "--language", "en", "--seed", "5"];
    let simulated = json(&run(&[&order[..], &["--json"]].concat()).out);
    assert_eq!(score["overall"], simulated[0]["overall"]);
    assert_eq!(score["kpis"]["talk_ms"], simulated[0]["durations"]["talk_ms"]);
    assert!(score["checks"].as_array().is_some_and(|checks| !checks.is_empty()));
}

#[test]
fn replay_takes_replay_files_and_journals() {
    let (_folder, journal) = journal();
    let replay = playing::scenarios().join("outbound-energy/calls/survey.poor.en.replay");
    let done = run(&["replay", &replay.display().to_string(), &journal.display().to_string()]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert_eq!(done.out.lines().count(), 2, "{}", done.out);
    for file in [&replay, &journal] {
        let done = run(&["replay", "--json", &file.display().to_string()]);
        assert_eq!(json(&done.out), json!([]), "{}", done.err);
    }
}

#[test]
fn a_replay_outside_a_pack_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir_all(folder.path().join("calls")).expect("made");
    std::fs::create_dir_all(folder.path().join("other")).expect("made");
    let text =
        std::fs::read(playing::scenarios().join("outbound-energy/calls/survey.poor.en.replay")).expect("a replay");
    for place in ["x.replay", "other/x.replay", "calls/x.replay"] {
        let file = folder.path().join(place);
        std::fs::write(&file, &text).expect("written");
        for language in ["en", "fr"] {
            let done = run(&["replay", "--language", language, &file.display().to_string()]);
            assert_eq!(done.code, Some(2), "{place}: {}", done.err);
            assert!(done.err.contains("pack.ron") && done.err.lines().count() == 1, "{}", done.err);
        }
    }
}

/// A journal changed by `change`: what `score` and `replay` say to it.
fn changed(change: impl Fn(&str) -> Vec<u8>, code: i32, says: &[&str]) {
    let (_folder, file) = journal();
    let changed = change(&std::fs::read_to_string(&file).expect("a journal"));
    std::fs::write(&file, &changed).expect("written");
    for command in ["score", "replay"] {
        let done = run(&[command, &file.display().to_string()]);
        assert_eq!(done.code, Some(code), "{command}: {}", done.err);
        for words in says {
            assert!(done.err.contains(words), "{command}: {words}: {}", done.err);
        }
        assert!(done.err.contains("double_charge.5.jsonl"), "{command} names no file: {}", done.err);
        assert_eq!(std::fs::read(&file).expect("it is there"), changed, "the file was touched");
    }
}

#[test]
fn a_journal_of_another_version_says_so() {
    changed(|text| text.replacen("\"format\":2", "\"format\":3", 1).into_bytes(), 2, &[".jsonl:1", "format 3"]);
    let future = "{\"format\":3,\"scenario\":\"x\"}\n{\"teleport\":{}}\n";
    changed(|_| future.as_bytes().to_vec(), 2, &[".jsonl:1", "format 3"]);
}

#[test]
fn a_journal_of_a_changed_pack_says_so() {
    let change = |text: &str| text.replacen("\"pack_hash\":\"", "\"pack_hash\":\"0", 1).into_bytes();
    changed(change, 2, &[".jsonl:1", "inbound-telecom"]);
}

#[test]
fn a_journal_with_a_line_nobody_can_read_names_it() {
    changed(|text| text.replacen('\n', "\n¿garbage?\n", 1).into_bytes(), 2, &[".jsonl:2"]);
    changed(
        |text| text.replacen("{\"answer\"", "{\"anwser\"", 1).replacen("\"answer\"", "\"anwser\"", 1).into_bytes(),
        2,
        &[".jsonl:", "anwser"],
    );
    changed(|_| b"{\"format\":2}\n".to_vec(), 2, &[".jsonl:1"]);
    changed(|_| b"{".to_vec(), 2, &[".jsonl:1"]);
}

#[test]
fn a_journal_cut_short_is_played_as_far_as_it_goes() {
    changed(|text| text.as_bytes()[..text.len() - 7].to_vec(), 0, &[".jsonl:", "cut short"]);
}

#[test]
fn files_that_are_no_text_are_refused() {
    changed(|_| vec![0xff, 0xfe, 0x00, 0x7b], 2, &[]);
}

#[test]
fn a_trainee_is_listed_exported_and_deleted() {
    let data = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&str]| {
        let output = playing::headset(data.path())
            .args(arguments)
            .args(["--language", "en"])
            .stdin(Stdio::null())
            .output()
            .expect("the program runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    assert_eq!(run(&["play", "inbound-telecom/outage", "--operator", "Ada"]).0, Some(0));
    assert_eq!(json(&run(&["trainee", "list", "--json"]).1), json!([{ "name": "Ada", "attempts": 1 }]));
    let folder = data.path().join("export");
    let to = folder.display().to_string();
    let (voice, today) = (Recordings::of(data.path()), jiff::Timestamp::now().to_string());
    let record = || {
        let place = voice.place(AttemptId(1), 1, &today).expect("a day");
        recordings::write(&place, &[0.0, 0.5], 16_000).expect("written");
    };
    record();
    let kept = || json(&run(&["trainee", "recordings", "ada", "--json"]).1);
    assert_eq!((&kept()[0]["attempt"], &kept()[0]["recordings"]), (&json!(1), &json!(1)));
    let slip = run(&["trainee", "recordings", "ada", "--delete", "1", "--delete", "7"]);
    assert!(slip.0 == Some(2) && slip.2.contains("attempt 7") && voice.list().len() == 1, "{}", slip.2);
    let gone = run(&["trainee", "recordings", "ada", "--delete", "1"]);
    assert!(gone.0 == Some(0) && gone.1.contains("Nothing is kept") && voice.list().is_empty(), "{}", gone.1);
    record();
    let unknown = run(&["trainee", "export", "Adda", &to]);
    assert!(unknown.0 == Some(2) && unknown.2.contains("Nearest: Ada"), "{}", unknown.2);
    assert_eq!(run(&["trainee", "export", "ada", &to]).0, Some(0));
    assert!(folder.join("trainee.json").is_file() && folder.join("attempt-1-voice/0001.wav").is_file());
    assert_eq!(run(&["trainee", "export", "Ada", &to]).0, Some(2), "no file is overwritten");
    let unsure = run(&["trainee", "delete", "Ada"]);
    assert!(unsure.0 == Some(2) && unsure.2.contains("--yes"), "{}", unsure.2);
    assert_eq!(run(&["trainee", "delete", "Ada", "--yes"]).0, Some(0));
    assert!(voice.list().is_empty(), "the voice goes with its owner");
    assert_eq!(json(&run(&["trainee", "list", "--json"]).1), json!([]));
}

#[test]
fn a_reader_who_has_enough_is_no_error() {
    let data = tempfile::tempdir().expect("a folder");
    for arguments in
        [&["packs"][..], &["packs", "--json"], &["simulate", "inbound-telecom/outage", "--robot", "silent"]]
    {
        let mut child = playing::headset(data.path())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn authors_make_try_translate_and_look_into_a_pack() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().display().to_string();
    let pack = folder.path().join("mine").display().to_string();
    let clean = |arguments: &[&str]| {
        let done = run(arguments);
        assert_eq!(done.code, Some(0), "{arguments:?}: {}{}", done.out, done.err);
        done.out
    };
    clean(&["new", "pack", "mine", "--in", &root]);
    clean(&["new", "call", "second", "--in", &pack]);
    clean(&["check", &pack]);
    // Nothing is overwritten, and a bad name makes nothing.
    for again in [&["new", "pack", "mine", "--in", &root][..], &["new", "call", "second", "--in", &pack]] {
        assert_eq!(run(again).code, Some(2));
    }
    assert_eq!(run(&["new", "persona", "Ça", "--in", &pack]).code, Some(2));
    assert_eq!(run(&["new", "persona", "ann", "--in", "/nowhere"]).code, Some(2));
    let table = folder.path().join("texts.xlsx").display().to_string();
    clean(&["text", "export", &pack, "-o", &table]);
    assert!(clean(&["text", "import", &pack, &table]).contains("Nothing has changed"));
    assert_eq!(run(&["text", "export", &pack, "-o", "texts.doc"]).code, Some(2));
    let page = folder.path().join("page.html").display().to_string();
    let found = json(&clean(&["coverage", &pack, "--runs", "1", "--html", &page, "--json"]));
    assert_eq!(found["calls"].as_array().map(Vec::len), Some(4));
    assert!(std::fs::read_to_string(page).is_ok_and(|page| page.starts_with("<!DOCTYPE html>")));
    let journals = folder.path().join("journals").display().to_string();
    let order = ["simulate", "--packs", &root, "mine/second", "--robot", "novice", "--level", "demanding"];
    clean(&[&order[..], &["--journals", &journals]].concat());
    let journal = folder.path().join("journals/second.1.jsonl");
    assert!(std::fs::read_to_string(&journal).is_ok_and(|text| text.contains("\"level\":\"demanding\"")));
    let journal = journal.display().to_string();
    let mind = json(&clean(&["score", "--packs", &root, &journal, "--mind", "--json"]));
    assert_eq!((&mind["persona"], mind["facts"].as_array().map(Vec::len)), (&json!("second_caller"), Some(3)));
    assert!(mind["turns"].as_array().is_some_and(|turns| turns.len() > 1), "{mind}");
    for language in ["fr", "en"] {
        let text = clean(&["score", "--packs", &root, &journal, "--mind", "--language", language]);
        assert!(text.contains("birthday") && !text.contains('⟦'), "{text}");
    }
}

#[test]
fn check_runs_again_when_a_file_changes() {
    use std::io::BufRead as _;
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().display().to_string();
    assert_eq!(run(&["new", "pack", "mine", "--in", &root]).code, Some(0));
    let pack = folder.path().join("mine");
    let data = tempfile::tempdir().expect("a folder");
    let mut child = playing::headset(data.path())
        .args(["check", "--watch", "--json", &pack.display().to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let out = std::io::BufReader::new(child.stdout.take().expect("it is piped"));
    let (sender, lines) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        out.lines().map_while(Result::ok).for_each(|line| sender.send(line).unwrap_or_default())
    });
    let next = || json(&lines.recv_timeout(std::time::Duration::from_secs(120)).expect("a line"));
    assert_eq!(next(), json!({"round": 1, "errors": 0, "warnings": 0}));
    let file = pack.join("calls/late_parcel.ron");
    let text = std::fs::read_to_string(&file).expect("readable");
    std::fs::write(&file, text.replace("\"france\"", "\"fance\"")).expect("written");
    let problem = next();
    assert_eq!((&problem["code"], &problem["severity"]), (&json!("P203"), &json!("error")), "{problem}");
    assert_eq!(problem["end"].as_u64(), problem["column"].as_u64().map(|column| column + 7), "{problem}");
    assert_eq!(next()["errors"], json!(1));
    child.kill().expect("it runs");
    child.wait().expect("it ends");
}
