//! The correct pack `tests/data/packs/base` and every way to break it, as files on disk.
//!
//! A case is a list of commands, each with the file it is about:
//! `edit FILE` and pairs of `- old` and `+ new`; `write FILE` and lines `| text`; `delete FILE`; `bytes FILE HEX`;
//! `bom FILE`; `large FILE BYTES`; `wav FILE HZ CHANNELS MS`; `repeat FILE TEXT TIMES`; `long FILE CHARACTERS` (of the first text); `link FILE TO`; `empty`.
#![allow(dead_code, reason = "every test uses its part")]

use headset::diagnostic::Report;
use headset::pack;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/packs");

pub type Contents = BTreeMap<String, Vec<u8>>;

fn base() -> Contents {
    fn walk(folder: &Path, prefix: &str, contents: &mut Contents) {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{name}/"), contents);
            } else {
                contents.insert(name, std::fs::read(entry.path()).expect("readable"));
            }
        }
    }
    let mut contents = Contents::new();
    walk(&Path::new(DATA).join("base"), "", &mut contents);
    contents
}

/// A broken pack on disk: its files and links.
#[derive(Default)]
pub struct Broken {
    contents: Contents,
    links: Vec<(String, String)>,
}

pub fn broken(case: &str) -> Broken {
    let mut broken = Broken { contents: base(), links: Vec::new() };
    let mut file = String::new();
    let mut old: Option<&str> = None;
    for line in case.lines() {
        if let Some(fragment) = line.strip_prefix("- ") {
            old = Some(fragment);
        } else if let Some(new) = line.strip_prefix("+ ").or(line.strip_prefix('+')) {
            let old = old.take().expect("an old text before the new one");
            let content = broken.contents.get_mut(&file).unwrap_or_else(|| panic!("no file {file}"));
            let text = String::from_utf8(std::mem::take(content)).expect("UTF-8");
            assert!(text.contains(old), "{file} has no {old}");
            *content = text.replacen(old, new, 1).into_bytes();
        } else if let Some(text) = line.strip_prefix("| ") {
            let content = broken.contents.entry(file.clone()).or_default();
            content.extend(text.bytes().chain([b'\n']));
        } else {
            file = command(&mut broken, line);
        }
    }
    broken
}

fn command(broken: &mut Broken, line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let number = |at: usize| words[at].parse::<usize>().expect("a number");
    let file = words.get(1).copied().unwrap_or_default().to_owned();
    let contents = &mut broken.contents;
    match words[0] {
        "edit" | "write" => {}
        "empty" => contents.clear(),
        "delete" => drop(contents.remove(&file).expect("a file to delete")),
        "bytes" => {
            let hex = |at: usize| u8::from_str_radix(&words[2][at..at + 2], 16).expect("hexadecimal");
            contents.insert(file.clone(), (0..words[2].len()).step_by(2).map(hex).collect());
        }
        "bom" => {
            let content = contents.get_mut(&file).expect("a file");
            content.splice(0..0, *b"\xef\xbb\xbf");
        }
        "large" => drop(contents.insert(file.clone(), vec![b'x'; number(2)])),
        "wav" => drop(contents.insert(file.clone(), wav(number(2) as u32, number(3) as u16, number(4)))),
        "repeat" => drop(contents.insert(file.clone(), words[2].repeat(number(3)).into_bytes())),
        "long" => {
            let content = contents.get_mut(&file).expect("a file");
            let text = String::from_utf8_lossy(content).replacen("[\"", &format!("[\"{}", "x".repeat(number(2))), 1);
            *content = text.into_bytes();
        }
        "link" => broken.links.push((file.clone(), words[2].to_owned())),
        other => panic!("no such command: {other}"),
    }
    file
}

/// A soft tone, as a recording.
pub fn wav(rate: u32, channels: u16, ms: usize) -> Vec<u8> {
    let spec =
        hound::WavSpec { channels, sample_rate: rate, bits_per_sample: 16, sample_format: hound::SampleFormat::Int };
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut writer = hound::WavWriter::new(&mut bytes, spec).expect("in memory");
    for at in 0..rate as usize * ms / 1_000 {
        for _ in 0..channels {
            writer.write_sample((at % 40) as i16 * 400 - 8_000).expect("in memory");
        }
    }
    writer.finalize().expect("in memory");
    bytes.into_inner()
}

pub fn load(broken: &Broken) -> (bool, Report, String) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("base");
    std::fs::create_dir(&root).expect("made");
    for (path, content) in &broken.contents {
        let file = root.join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        std::fs::write(file, content).expect("written");
    }
    #[cfg(unix)]
    for (path, to) in &broken.links {
        std::os::unix::fs::symlink(to, root.join(path)).expect("linked");
    }
    let (pack, report) = pack::load(&root);
    (pack.is_some(), report, format!("{}/", folder.path().display()))
}

pub fn cases() -> Vec<PathBuf> {
    let folder = Path::new(DATA).join("broken");
    let mut cases: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("a folder of cases")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "case"))
        .collect();
    cases.sort();
    cases
}
