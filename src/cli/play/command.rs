//! What can be typed in the terminal: everything that does not begin with `/` is said to the customer.

use crate::call::Input;
use crate::diagnostic::nearest;
use crate::pack::model::RecordKind;

/// A line typed by the trainee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// An input of the call.
    Input(Input),
    /// The clock runs for so many seconds.
    Wait(u64),
    /// Said at once, into what the other side says.
    Interrupt(String),
    WarmTransfer(String),
    Crm(Crm),
    Script,
    Handbook(Option<String>),
    Suggest,
    Status,
    Dispositions,
    Departments,
    Help,
    Quit,
}

/// What can be done with the CRM.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Crm {
    /// The record that is open.
    Show,
    Search(String),
    Open(String),
    /// The kind, by its name or as the forms call it.
    New(String),
    /// Record (none: the one made or opened last), field, value.
    Set(Option<String>, String, String),
    Undo,
    Redo,
    Discard(String),
}

/// Commands with their French names; the first is the one help shows.
pub const NAMES: [(&str, &[&str]); 21] = [
    ("answer", &["décrocher", "decrocher"]),
    ("dial", &["appeler", "composer"]),
    ("interrupt", &["couper"]),
    ("hold", &["attente"]),
    ("resume", &["reprendre"]),
    ("mute", &["muet", "secret"]),
    ("unmute", &["micro"]),
    ("consult", &["consulter"]),
    ("end-consult", &["fin-consultation"]),
    ("transfer", &["transfert", "transférer", "transferer"]),
    ("complete", &["relier"]),
    ("hang-up", &["raccrocher"]),
    ("crm", &["fiche"]),
    ("script", &[]),
    ("handbook", &["manuel", "guide"]),
    ("suggest", &["suggestions"]),
    ("wait", &["attendre"]),
    ("status", &["état", "etat"]),
    ("disposition", &["clôture", "cloture", "qualification"]),
    ("finish", &["terminer", "fin"]),
    ("help", &["aide"]),
];

/// Why a line was not taken: the key of its words, and what they speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misunderstood(pub &'static str, pub String);

/// Reads a line. Nothing typed: nothing to do.
pub fn parse(line: &str) -> Result<Option<Command>, Misunderstood> {
    let line = line.trim();
    if line.is_empty() {
        return Ok(None);
    }
    let Some(rest) = line.strip_prefix('/') else {
        return Ok(Some(Command::Input(Input::Say { text: line.to_owned() })));
    };
    let (typed, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let rest = rest.trim();
    if matches!(typed, "quit" | "quitter") {
        return Ok(Some(Command::Quit));
    }
    let name = NAMES.iter().find(|(name, others)| *name == typed || others.contains(&typed)).map(|(name, _)| *name);
    let Some(name) = name else {
        let known = NAMES.iter().flat_map(|(name, others)| std::iter::once(*name).chain(others.iter().copied()));
        return Err(Misunderstood(
            "terminal-unknown-command",
            nearest(typed, known).unwrap_or_else(|| "help".to_owned()),
        ));
    };
    let needed = || if rest.is_empty() { Err(Misunderstood("terminal-needs-more", name.to_owned())) } else { Ok(rest) };
    Ok(Some(match name {
        "answer" => Command::Input(Input::Answer),
        "dial" => Command::Input(Input::Dial),
        "interrupt" => Command::Interrupt(needed()?.to_owned()),
        "hold" => Command::Input(Input::Hold),
        "resume" => Command::Input(Input::Resume),
        "mute" => Command::Input(Input::Mute { on: true }),
        "unmute" => Command::Input(Input::Mute { on: false }),
        "consult" => match rest {
            "" => Command::Departments,
            to => Command::Input(Input::Consult { to: to.into() }),
        },
        "end-consult" => Command::Input(Input::EndConsult),
        "transfer" => match rest.split_whitespace().collect::<Vec<_>>()[..] {
            [] => Command::Departments,
            ["cold" | "froid", to] => Command::Input(Input::ColdTransfer { to: to.into() }),
            ["warm" | "chaud", to] | [to] => Command::WarmTransfer(to.to_owned()),
            _ => return Err(Misunderstood("terminal-needs-more", name.to_owned())),
        },
        "complete" => Command::Input(Input::CompleteTransfer),
        "hang-up" => Command::Input(Input::HangUp),
        "crm" => Command::Crm(crm(rest)?),
        "script" => Command::Script,
        "handbook" => Command::Handbook((!rest.is_empty()).then(|| rest.to_owned())),
        "suggest" => Command::Suggest,
        "wait" => match rest.trim_end_matches('s').trim().parse::<u64>() {
            Ok(seconds) if seconds <= 600 => Command::Wait(seconds),
            _ => return Err(Misunderstood("terminal-needs-seconds", rest.to_owned())),
        },
        "status" => Command::Status,
        "disposition" => match rest {
            "" => Command::Dispositions,
            id => Command::Input(Input::Disposition { id: id.into() }),
        },
        "finish" => Command::Input(Input::FinishWrapUp),
        _ => Command::Help,
    }))
}

fn crm(rest: &str) -> Result<Crm, Misunderstood> {
    let (verb, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let rest = rest.trim();
    let more = || Misunderstood("terminal-needs-more", "crm".to_owned());
    let some = |text: &str| if text.is_empty() { Err(more()) } else { Ok(text.to_owned()) };
    match verb {
        "" | "show" | "voir" => Ok(Crm::Show),
        "search" | "chercher" => Ok(Crm::Search(some(rest)?)),
        "open" | "ouvrir" => Ok(Crm::Open(some(rest)?)),
        "new" | "nouveau" | "nouvelle" | "créer" | "creer" => Ok(Crm::New(rest.to_owned())),
        "set" | "mettre" => {
            let words: Vec<&str> = rest.splitn(3, char::is_whitespace).collect();
            match words[..] {
                [record, field, value] if record.contains('-') || record.contains('_') && crate_like(record) => {
                    Ok(Crm::Set(Some(record.to_owned()), field.to_owned(), value.to_owned()))
                }
                [field, ..] if words.len() >= 2 => {
                    let value = rest[field.len()..].trim().to_owned();
                    Ok(Crm::Set(None, field.to_owned(), value))
                }
                _ => Err(more()),
            }
        }
        "undo" | "annuler" => Ok(Crm::Undo),
        "redo" | "rétablir" | "retablir" => Ok(Crm::Redo),
        "discard" | "jeter" => Ok(Crm::Discard(some(rest)?)),
        _ => Err(Misunderstood("terminal-crm-help", verb.to_owned())),
    }
}

/// A field's name is never a record's: fields are known.
fn crate_like(name: &str) -> bool {
    RecordKind::ALL.into_iter().all(|kind| crate::pack::fields::find(kind, name).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_text_is_said_and_slashes_are_commands_in_both_languages() {
        let said = Command::Input(Input::Say { text: "Bonjour !".into() });
        assert_eq!(parse(" Bonjour ! "), Ok(Some(said)));
        let cut = |text: &str| Ok(Some(Command::Interrupt(text.into())));
        assert_eq!(parse("/interrupt One moment."), cut("One moment."));
        assert_eq!(parse("/couper Un instant."), cut("Un instant."));
        assert_eq!(parse("/couper"), Err(Misunderstood("terminal-needs-more", "interrupt".into())));
        assert_eq!(parse("/attente"), Ok(Some(Command::Input(Input::Hold))));
        assert_eq!(parse("/hang-up"), Ok(Some(Command::Input(Input::HangUp))));
        assert_eq!(parse("/transfer level2"), Ok(Some(Command::WarmTransfer("level2".into()))));
        assert_eq!(parse("/hod"), Err(Misunderstood("terminal-unknown-command", "hold".into())));
        assert_eq!(parse(""), Ok(None));
    }

    #[test]
    fn fields_are_set_with_and_without_a_record() {
        let set = |record: Option<&str>, field: &str, value: &str| {
            Ok(Some(Command::Crm(Crm::Set(record.map(str::to_owned), field.into(), value.into()))))
        };
        assert_eq!(
            parse("/crm set ticket-new-1 note called back, all fine"),
            set(Some("ticket-new-1"), "note", "called back, all fine")
        );
        assert_eq!(parse("/crm set due_date 14/09/2026"), set(None, "due_date", "14/09/2026"));
        assert_eq!(parse("/crm set first_name Anne Marie"), set(None, "first_name", "Anne Marie"));
    }
}
