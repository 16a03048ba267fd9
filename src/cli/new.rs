//! `headset new`: a pack, a call or a person that checks and plays at once.

use super::{CLEAN, COULD_NOT_RUN, Common};
use crate::locale::Language;
use crate::pack::files::Files;
use crate::pack::{self, Origin};
use crate::wording::{self, Wording};
use crate::workshop::scaffold::{self, Contents, Kind, Refusal};
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Subcommand)]
pub enum Order {
    Pack(Arguments),
    Call(Arguments),
    Persona(Arguments),
    Product(Arguments),
}

#[derive(Debug, clap::Args)]
pub struct Arguments {
    name: String,
    #[arg(long = "in", value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
    #[arg(long, value_delimiter = ',')]
    languages: Vec<Language>,
}

pub fn run(common: &Common, order: &Order) -> u8 {
    let words = Wording::new(common.language());
    let (kind, arguments) = match order {
        Order::Pack(arguments) => (Kind::Pack, arguments),
        Order::Call(arguments) => (Kind::Call, arguments),
        Order::Persona(arguments) => (Kind::Persona, arguments),
        Order::Product(arguments) => (Kind::Product, arguments),
    };
    let name = arguments.name.as_str();
    let (folder, languages, there) = if matches!(kind, Kind::Pack | Kind::Product) {
        let languages =
            if arguments.languages.is_empty() { Language::ALL.to_vec() } else { arguments.languages.clone() };
        let folder = arguments.folder.join(name);
        if folder.exists() {
            eprintln!("{}", words.with("new-exists", &[("file", &folder.display().to_string())]));
            return COULD_NOT_RUN;
        }
        (folder, languages, Contents::new())
    } else {
        let folder = arguments.folder.clone();
        // What does not check cannot be added to without making it worse.
        let (pack, report) = pack::load(&folder);
        let Some(pack) = pack else {
            eprint!("{}", wording::report::text(&report, &words));
            eprintln!("{}", words.with("new-in-a-pack", &[("folder", &folder.display().to_string())]));
            return COULD_NOT_RUN;
        };
        let files = Files::read(&Origin::Folder(folder.clone()));
        let text =
            |(path, content): (&String, &Vec<u8>)| Some((path.clone(), String::from_utf8(content.clone()).ok()?));
        let there = files.contents.iter().filter_map(text).collect();
        (folder, pack.languages.clone(), there)
    };
    let plan = match scaffold::plan(kind, name, &languages, &there) {
        Ok(plan) => plan,
        Err(refusal) => {
            let (key, file) = match refusal {
                Refusal::BadName => ("new-bad-name", name.to_owned()),
                Refusal::Exists(path) => ("new-exists", folder.join(path).display().to_string()),
                Refusal::Missing(path) => ("new-missing", folder.join(path).display().to_string()),
                Refusal::LineExists(line) => ("new-line-exists", line),
            };
            eprintln!("{}", words.with(key, &[("file", &file)]));
            return COULD_NOT_RUN;
        }
    };
    for (path, text, is_new) in plan
        .new
        .iter()
        .map(|(path, text)| (path, text, true))
        .chain(plan.added_to.iter().map(|(path, text)| (path, text, false)))
    {
        let file = folder.join(path);
        if let Err(error) = write(&file, text, is_new) {
            eprintln!("{}: {error}", file.display());
            return COULD_NOT_RUN;
        }
        let key = if is_new { "new-made" } else { "new-added-to" };
        println!("{}", words.with(key, &[("file", &file.display().to_string())]));
    }
    // Of a product any of its calls will do.
    let first = plan.new.keys().find_map(|path| path.strip_prefix("calls/")?.strip_suffix(".ron"));
    let call = first.unwrap_or(name);
    let pack = folder.canonicalize().unwrap_or_else(|_| folder.clone());
    let (parent, pack) = (pack.parent().unwrap_or(&pack), pack.file_name().unwrap_or_default().to_string_lossy());
    let arguments = [
        ("folder", folder.display().to_string()),
        ("parent", parent.display().to_string()),
        ("call", format!("{pack}/{call}")),
    ];
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
    println!("\n{}", words.with(if kind == Kind::Persona { "new-next-persona" } else { "new-next" }, &arguments));
    CLEAN
}

fn write(file: &Path, text: &str, is_new: bool) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut options = OpenOptions::new();
    if is_new {
        options.write(true).create_new(true)
    } else {
        options.write(true).truncate(true)
    };
    options.open(file)?.write_all(text.as_bytes())
}
