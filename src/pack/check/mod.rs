//! Turns what authors wrote into a `Pack`, or says everything that is wrong with it, in one run.
//!
//! First every file is read, then every definition is noted, then every reference is followed. A file or item that
//! cannot be read is reported once; names it may define are then not missed elsewhere.

mod behaviour;
mod call;
mod company;
mod coverage;
mod definitions;
mod handbook;
mod inspection;
mod intent;
mod known;
mod level;
mod library;
mod lines;
mod persona;
mod records;
mod scorecard;
mod script;
pub(super) mod texts;
mod unused;
pub(super) mod values;
mod voices;

use super::files::Files;
use super::model::Pack;
use crate::diagnostic::{Report, Severity};
use crate::id::PackId;
use inspection::Inspection;
use library::{Library, Shelf};

/// Checks the files of a pack.
pub fn check(files: &Files) -> (Option<Pack>, Report) {
    let shelf = Shelf::new(files);
    let mut inspection = Inspection::new(shelf.sources.values());
    for (path, code, detail) in &shelf.refused {
        inspection.broken = true;
        inspection.unreadable.insert(path.clone());
        inspection.about_file(Severity::Error, path, code, &[("detail", detail)]);
    }
    let library = Library::read(&shelf, &mut inspection);
    let Some((_, pack)) = &library.pack else {
        if !shelf.refused.iter().any(|(path, ..)| path.ends_with("/pack.ron")) {
            inspection.about_file(Severity::Error, &format!("{}/pack.ron", files.label), "P001", &[]);
        }
        if shelf.sources.is_empty() {
            return (None, inspection.report);
        }
        inspection.definitions(&library);
        inspection.everything_else(&library, files);
        return (None, inspection.report);
    };
    inspection.definitions(&library);
    let top = pack.as_ref().ok().map(|raw| inspection.pack(raw, &files.name));
    let rest = inspection.everything_else(&library, files);
    let pack = top.filter(|_| !inspection.report.has_errors()).map(|top| Pack {
        id: PackId::new(&files.name),
        hash: files.hash(),
        title: top.title,
        summary: top.summary,
        sector: top.sector,
        languages: inspection.languages.clone(),
        author: top.author,
        licence: top.licence,
        currency: inspection.currency.unwrap_or(crate::value::Currency::Eur),
        company: top.company,
        dispositions: top.dispositions,
        personas: rest.personas,
        calls: rest.calls,
        scripts: rest.scripts,
        intents: rest.intents,
        scorecards: rest.scorecards,
        customers: rest.customers,
        handbook: rest.handbook,
        replays: rest.replays,
        explained: rest.explained,
        text: rest.text,
        recordings: rest.recordings,
        checked: (),
    });
    (pack, inspection.report)
}

/// What stands in other files than `pack.ron`.
struct Rest {
    personas: std::collections::BTreeMap<crate::id::PersonaId, super::model::Persona>,
    calls: std::collections::BTreeMap<crate::id::CallId, super::model::CallScenario>,
    scripts: std::collections::BTreeMap<crate::id::ScriptId, super::model::Script>,
    intents: std::collections::BTreeMap<crate::id::IntentId, super::model::Intent>,
    scorecards: std::collections::BTreeMap<String, super::model::ScorecardChanges>,
    customers: Vec<super::model::CustomerRecord>,
    handbook: super::model::Handbook,
    replays: std::collections::BTreeMap<String, String>,
    explained: std::collections::BTreeMap<crate::id::LineId, String>,
    text: super::model::Texts,
    recordings: super::model::Recordings,
}

impl<'s> Inspection<'s> {
    fn everything_else(&mut self, library: &Library<'s>, files: &Files) -> Rest {
        let mut rest = Rest {
            personas: self.personas(library),
            calls: self.calls(library),
            scripts: self.scripts(library),
            intents: self.intents(library),
            scorecards: self.scorecards(library),
            customers: self.customers(library),
            handbook: self.handbook(library),
            replays: library.replays.iter().map(|(name, source)| ((*name).to_owned(), source.text.clone())).collect(),
            explained: self.explained(library),
            text: self.lines(library),
            recordings: super::model::Recordings::new(),
        };
        rest.recordings = self.recordings(files, &rest.text);
        self.unused(library);
        rest
    }
}
