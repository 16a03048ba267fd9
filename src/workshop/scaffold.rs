//! `headset new`: files that check and play at once, to be changed into one's own. Nothing that exists is overwritten.

use crate::locale::Language;
use crate::pack::Origin;
use crate::pack::files::Files;
use crate::pack::scan;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/new");

/// What can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A pack with one call.
    Pack,
    /// A call with its caller, script and record, in a pack.
    Call,
    /// A person, in a pack.
    Persona,
    /// A pack that drills the usual objections to a new product.
    Product,
}

impl Kind {
    fn folder(self) -> &'static str {
        match self {
            Kind::Pack => "pack",
            Kind::Call => "call",
            Kind::Persona => "persona",
            Kind::Product => "product",
        }
    }
}

/// Path within the pack → text.
pub type Contents = BTreeMap<String, String>;

/// What is to be written.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Files that are not there yet.
    pub new: Contents,
    /// Files that are there and get something more.
    pub added_to: Contents,
}

/// Why nothing can be made; `new-…` in `workshop.ftl`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The name has other characters than names have.
    BadName,
    /// A file of that name is there.
    Exists(String),
    /// A file that should be added to is missing or cannot be made out.
    Missing(String),
    /// A line of that name is there.
    LineExists(String),
}

/// The name of the call in a new pack.
pub const FIRST_CALL: &str = "late_parcel";

/// Plans a new pack, call or person. `there`: the files of the pack (empty for a new one).
pub fn plan(kind: Kind, name: &str, languages: &[Language], there: &Contents) -> Result<Plan, Refusal> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte);
    if name.is_empty() || name.len() > 60 || !name.bytes().all(plain) || name.starts_with('-') {
        return Err(Refusal::BadName);
    }
    if kind == Kind::Product {
        return product(name, there);
    }
    let mut work = Work { languages, there: there.clone(), plan: Plan::default() };
    if kind == Kind::Pack {
        work.take(Kind::Pack, name)?;
        work.take(Kind::Call, FIRST_CALL)?;
    } else {
        work.take(kind, name)?;
    }
    Ok(work.plan)
}

/// The pack whose copy a new product begins with.
const NEW_PRODUCT: &str = "new-product";

/// The pack of this program that is made to be copied, under a new name. Its replays stay behind: they expect its words.
fn product(name: &str, there: &Contents) -> Result<Plan, Refusal> {
    let files = Files::read(&Origin::BuiltIn(NEW_PRODUCT));
    let mut plan = Plan::default();
    for (path, content) in &files.contents {
        if there.contains_key(path) {
            return Err(Refusal::Exists(path.clone()));
        }
        let Ok(text) = String::from_utf8(content.clone()) else { continue };
        if path == "pack.ron" {
            let own = format!("id: {}", scan::literal(name));
            plan.new.insert(path.clone(), text.replacen(&format!("id: \"{NEW_PRODUCT}\""), &own, 1));
        } else if !path.ends_with(".replay") {
            plan.new.insert(path.clone(), text);
        }
    }
    if plan.new.is_empty() { Err(Refusal::Missing(NEW_PRODUCT.to_owned())) } else { Ok(plan) }
}

struct Work<'a> {
    languages: &'a [Language],
    there: Contents,
    plan: Plan,
}

impl Work<'_> {
    fn take(&mut self, kind: Kind, name: &str) -> Result<(), Refusal> {
        let folder = kind.folder();
        let mut files = Vec::new();
        if let Some(dir) = TEMPLATES.get_dir(folder) {
            collect(dir, &mut files);
        }
        // What must not be there is looked for before anything is added to.
        files.sort_by_key(|(path, _)| path.contains("/add/"));
        for (path, text) in files {
            let path = path.trim_start_matches(folder).trim_start_matches('/').replace("@name@", name);
            let other = |language: &Language| path.ends_with(&format!("text/{language}.ron"));
            if Language::ALL.iter().any(|language| other(language) && !self.languages.contains(language)) {
                continue;
            }
            let text = self.filled(text, name);
            match path.strip_prefix("add/") {
                Some(target) => self.add(target, &text)?,
                None => self.create(path, text)?,
            }
        }
        Ok(())
    }

    /// A template with its names, without the phrases of other languages.
    fn filled(&self, text: &str, name: &str) -> String {
        let foreign = |line: &&str| {
            Language::ALL.iter().any(|language| {
                line.trim_start().starts_with(&format!("\"{language}\":")) && !self.languages.contains(language)
            })
        };
        let codes: Vec<String> = self.languages.iter().map(|language| format!("\"{language}\"")).collect();
        let kept: String = text.split_inclusive('\n').filter(|line| !foreign(line)).collect();
        kept.replace("@pack@", name).replace("@name@", name).replace("@languages@", &codes.join(", "))
    }

    fn create(&mut self, path: String, text: String) -> Result<(), Refusal> {
        if self.there.contains_key(&path) {
            return Err(Refusal::Exists(path));
        }
        self.there.insert(path.clone(), text.clone());
        self.plan.new.insert(path, text);
        Ok(())
    }

    fn add(&mut self, target: &str, items: &str) -> Result<(), Refusal> {
        let (path, field) = match target {
            "dispositions.ron" => ("pack.ron", Some("dispositions")),
            other => (other, None),
        };
        let missing = || Refusal::Missing(path.to_owned());
        // A pack need not have intents or records before its first call.
        let empty = matches!(path, "intents.ron" | "customers.ron").then(|| "[\n]\n".to_owned());
        let is_new = !self.there.contains_key(path) || self.plan.new.contains_key(path);
        let text = self.there.get(path).cloned().or(empty).ok_or_else(missing)?;
        if path.starts_with("text/") {
            let key =
                |line: &str| line.strip_prefix("    \"").and_then(|rest| rest.split('"').next()).map(str::to_owned);
            if let Some(known) = items.lines().filter_map(key).find(|key| text.contains(&format!("\"{key}\":"))) {
                return Err(Refusal::LineExists(known));
            }
        }
        let list = scan::list(&text, field).ok_or_else(missing)?;
        let text = scan::with_item(&text, &list, items);
        self.there.insert(path.to_owned(), text.clone());
        let to = if is_new { &mut self.plan.new } else { &mut self.plan.added_to };
        to.insert(path.to_owned(), text);
        Ok(())
    }
}

fn collect<'t>(dir: &'t Dir<'_>, files: &mut Vec<(String, &'t str)>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.push((path, file.contents_utf8().unwrap_or_default()));
    }
    dir.dirs().for_each(|dir| collect(dir, files));
}
