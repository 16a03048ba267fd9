//! `headset text`: all texts of a pack as one table for a translator, and back.

use super::{CLEAN, COULD_NOT_RUN, Common, PROBLEMS};
use crate::locale::Language;
use crate::pack::Origin;
use crate::pack::files::Files;
use crate::wording::Wording;
use crate::workshop::{sheet, workbook};
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Subcommand)]
pub enum Order {
    Export {
        #[arg(value_name = "PACK_DIR")]
        pack: PathBuf,
        #[arg(long, short, value_name = "FILE")]
        out: PathBuf,
    },
    Import {
        #[arg(value_name = "PACK_DIR")]
        pack: PathBuf,
        file: PathBuf,
    },
}

pub fn run(common: &Common, order: &Order) -> u8 {
    let words = Wording::new(common.language());
    let (Order::Export { pack, .. } | Order::Import { pack, .. }) = order;
    if !pack.join("pack.ron").is_file() {
        eprintln!("{}", words.with("cli-no-folder", &[("folder", &pack.display().to_string())]));
        return COULD_NOT_RUN;
    }
    let files = Files::read(&Origin::Folder(pack.clone()));
    let done = match order {
        Order::Export { out, .. } => export(&files, out, &words),
        Order::Import { file, .. } => import(pack, &files, file, &words),
    };
    done.unwrap_or_else(|why| {
        eprintln!("{why}");
        COULD_NOT_RUN
    })
}

fn export(files: &Files, out: &Path, words: &Wording) -> Result<u8, String> {
    let rows = sheet::rows(files, &Language::ALL);
    let shown = out.display().to_string();
    let bytes = match out.extension().and_then(|ending| ending.to_str()) {
        Some("xlsx") => workbook::to_xlsx(&rows, &Language::ALL).map_err(|error| format!("{shown}: {error}"))?,
        Some("csv") => workbook::to_csv(&rows, &Language::ALL).map_err(|error| format!("{shown}: {error}"))?,
        _ => return Err(words.with("text-ending", &[("file", &shown)])),
    };
    std::fs::write(out, bytes).map_err(|error| format!("{shown}: {error}"))?;
    let missing = rows.iter().filter(|row| !row.missing.is_empty()).count().to_string();
    let arguments = [("file", shown.as_str()), ("count", &rows.len().to_string()), ("missing", &missing)];
    println!("{}", words.with("text-exported", &arguments));
    Ok(CLEAN)
}

fn import(pack: &Path, files: &Files, file: &Path, words: &Wording) -> Result<u8, String> {
    let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let (rows, languages) = workbook::read(&bytes).map_err(|unreadable| {
        let why = if words.has(&unreadable.why) { words.text(&unreadable.why) } else { unreadable.why };
        format!("{}: {}: {why}", file.display(), unreadable.place)
    })?;
    let import = sheet::import(files, &rows, &languages);
    for (path, text) in &import.changed {
        let target = pack.join(path);
        let written =
            target.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(&target, text));
        written.map_err(|error| format!("{}: {error}", target.display()))?;
    }
    for name in &import.unknown {
        eprintln!("{}", words.with("text-unknown", &[("name", name)]));
    }
    let arguments = [("texts", import.texts.to_string()), ("files", import.changed.len().to_string())];
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
    println!("{}", words.with("text-imported", &arguments));
    Ok(if import.unknown.is_empty() { CLEAN } else { PROBLEMS })
}
