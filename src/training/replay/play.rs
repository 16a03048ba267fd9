//! Playing a replay file against a pack.

use super::parse::diagnostic_at;
use super::{Doing, Replay, Step};
use crate::call::{CrmEdit, Input, Phase, What};
use crate::diagnostic::Report;
use crate::language::Recogniser;
use crate::pack::model::{Pack, Template};
use crate::source::Source;
use crate::training::journal::Mode;
use crate::training::{CannotStart, Run, Setup};
use std::sync::Arc;

/// The pause before an answer.
const THINKING_MS: u64 = 1_000;

/// Plays a replay; reports every expectation that is not met and every input that changed nothing.
pub fn play(replay: &Replay, source: &Source, pack: Arc<Pack>, recogniser: &Arc<Recogniser>) -> (Option<Run>, Report) {
    let mut report = Report::default();
    let setup = Setup {
        pack,
        call: replay.call.clone(),
        language: replay.language,
        seed: replay.seed,
        mode: Mode::ScriptShown,
        level: replay.level,
        operator: crate::training::phrases::operator_name(replay.language).to_owned(),
    };
    let mut run = match Run::new(setup, recogniser) {
        Ok(run) => run,
        Err(why) => {
            let (code, name) = match why {
                CannotStart::NoSuchCall { call } => ("R030", call),
                CannotStart::NotInThisLanguage { language } => ("R031", language.to_string()),
                other => ("R032", format!("{other:?}")),
            };
            report.push(diagnostic_at(source, replay.place.clone(), code, vec![("name", name)]));
            return (None, report);
        }
    };
    let mut since = 0;
    let mut listened = true;
    for step in &replay.steps {
        if let Doing::Expect(expectation) = &step.what {
            if !listened {
                listen(&mut run);
                listened = true;
            }
            if let Some(found) = expectation.check(&run, since) {
                let found = if found.is_empty() { "–".to_owned() } else { found };
                // Most often the call went another way because something else was understood.
                let found = match super::expect::understood(&run) {
                    Some(understood) => format!("{found} [{understood}]"),
                    None => found,
                };
                let arguments = vec![("found", found)];
                report.push(diagnostic_at(source, step.place.clone(), "R040", arguments));
            }
            continue;
        }
        let before = run.events().len();
        act(&mut run, step);
        listened = matches!(step.what, Doing::Input(Input::Pass { .. }));
        since = before;
        let refused = run.events()[before..].iter().find_map(|event| match &event.what {
            What::Ignored { why } => Some((*why).to_owned()),
            What::CrmRefused { why, .. } => Some(why.clone()),
            _ => None,
        });
        if let Some(why) = refused {
            report.push(diagnostic_at(source, step.place.clone(), "R041", vec![("why", why)]));
        }
    }
    (Some(run), report)
}

fn act(run: &mut Run, step: &Step) {
    match &step.what {
        Doing::Expect(_) => {}
        Doing::Input(Input::Dial) => {
            run.apply(Input::Dial);
            while run.phase() == Phase::Dialling {
                run.apply(Input::Pass { ms: 500 });
            }
        }
        Doing::Input(input @ (Input::Hold | Input::CompleteTransfer | Input::Consult { .. } | Input::HangUp)) => {
            listen(run);
            run.apply(input.clone());
        }
        Doing::Input(input) => {
            run.apply(input.clone());
        }
        Doing::Say(text) => {
            listen(run);
            run.apply(Input::Pass { ms: THINKING_MS });
            let text = fill(run, text);
            run.apply(Input::Say { text });
        }
        Doing::Interrupt(text) => {
            let text = fill(run, text);
            run.apply(Input::Say { text });
        }
        Doing::Set { record, field, value } => {
            let value = canonical(run, value);
            let edit = CrmEdit::Set { record: record.as_str().into(), field: field.clone(), value };
            run.apply(Input::Crm(edit));
        }
        Doing::Create(kind) => {
            let customer = run.scenario().record.clone();
            run.apply(Input::Crm(CrmEdit::Create { kind: *kind, customer }));
        }
        Doing::WarmTransfer(to) => {
            listen(run);
            run.apply(Input::Consult { to: to.clone() });
            listen(run);
            run.apply(Input::CompleteTransfer);
        }
    }
}

/// Waits until the other side has said everything.
fn listen(run: &mut Run) {
    for _ in 0..1_200 {
        if !run.other_side_is_busy() {
            return;
        }
        run.apply(Input::Pass { ms: 100 });
    }
}

/// Fills the names in braces with this seed's values, as the CRM keeps them.
pub fn canonical(run: &Run, text: &str) -> String {
    match Template::parse(text) {
        Ok(template) => run.variables().canonical(&template),
        Err(_) => text.to_owned(),
    }
}

/// Fills the names in braces with this seed's values, as people write them.
pub fn fill(run: &Run, text: &str) -> String {
    match Template::parse(text) {
        Ok(template) => run.variables().written(&template, run.setup().language),
        Err(_) => text.to_owned(),
    }
}
