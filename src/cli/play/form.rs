//! Records filled in by typing: fields, choices and kinds of records go by their names and by what the forms call them.

use super::command::{Crm, Misunderstood};
use crate::call::CrmEdit;
use crate::crm::fold;
use crate::id::RecordId;
use crate::pack::fields::{FieldType, fields};
use crate::pack::model::RecordKind;
use crate::training::Run;
use crate::wording::Wording;

/// The edit a command stands for; `open` is the record worked on.
pub fn edit(crm: &Crm, open: Option<&RecordId>, run: &Run, words: &Wording) -> Result<CrmEdit, Misunderstood> {
    Ok(match crm {
        Crm::New(name) => {
            let worked_on = open.and_then(|id| run.crm().record(id));
            let customer = worked_on.map_or_else(|| run.scenario().record.clone(), |record| record.customer);
            CrmEdit::Create { kind: kind(name, words)?, customer }
        }
        Crm::Set(record, field, value) => {
            let record = record.as_deref().map(RecordId::new).or_else(|| open.cloned());
            let record = record.ok_or_else(|| Misunderstood("terminal-no-record-open", String::new()))?;
            let (field, value) = match run.crm().record(&record) {
                Some(known) => entry(known.kind, &format!("{field} {value}"), words),
                None => (field.clone(), value.clone()),
            };
            CrmEdit::Set { record, field, value }
        }
        Crm::Undo => CrmEdit::Undo,
        Crm::Redo => CrmEdit::Redo,
        Crm::Discard(record) => CrmEdit::Discard { record: record.as_str().into() },
        Crm::Show | Crm::Search(_) | Crm::Open(_) => return Err(Misunderstood("terminal-crm-help", String::new())),
    })
}

fn kind(name: &str, words: &Wording) -> Result<RecordKind, Misunderstood> {
    let label = |kind: RecordKind| words.text(&format!("one-{}", kind.name()));
    let named = |kind: &RecordKind| kind.name() == name || fold(&label(*kind)) == fold(name);
    RecordKind::ALL.into_iter().find(named).ok_or_else(|| {
        let known = RecordKind::ALL.map(|kind| format!("{} [{}]", label(kind), kind.name())).join(", ");
        Misunderstood("terminal-record-kinds", known)
    })
}

/// "date de naissance 3/5/1980" → `birth_date`, `3/5/1980`. What fits no field is left as it was typed: first word, rest.
fn entry(kind: RecordKind, typed: &str, words: &Wording) -> (String, String) {
    let cuts = typed.match_indices(' ').map(|(at, _)| at).chain([typed.len()]);
    let found = cuts.filter_map(|at| {
        let name = typed[..at].trim();
        let label = |field: &str| fold(&words.text(&format!("field-{}-{field}", kind.name())));
        let field = fields(kind).iter().find(|field| field.name == name || label(field.name) == fold(name))?;
        Some((field, typed[at..].trim()))
    });
    // The longest name: "date" begins "date of birth".
    match found.last() {
        Some((field, value)) => {
            let chosen = match field.kind {
                FieldType::Choice(choices) => {
                    choices.iter().find(|choice| fold(&words.text(&format!("choice-{choice}"))) == fold(value))
                }
                _ => None,
            };
            (field.name.to_owned(), chosen.map_or(value, |choice| choice).to_owned())
        }
        None => {
            let (field, value) = typed.split_once(' ').unwrap_or((typed, ""));
            (field.to_owned(), value.trim().to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn fields_and_choices_go_by_what_the_forms_call_them() {
        for (language, kind, typed, field, value) in [
            (Language::French, RecordKind::Ticket, "Catégorie Facturation", "category", "billing"),
            (Language::French, RecordKind::Ticket, "categorie erreur", "category", "erreur"),
            (Language::French, RecordKind::Customer, "date de naissance 3/5/1980", "birth_date", "3/5/1980"),
            (Language::English, RecordKind::Ticket, "category billing", "category", "billing"),
            (Language::English, RecordKind::Customer, "First name Anne Marie", "first_name", "Anne Marie"),
            (Language::English, RecordKind::Ticket, "nothing of it", "nothing", "of it"),
        ] {
            let words = Wording::new(language);
            assert_eq!(entry(kind, typed, &words), (field.to_owned(), value.to_owned()), "{typed}");
        }
        assert_eq!(kind("Ticket", &Wording::new(Language::French)), Ok(RecordKind::Ticket));
        assert!(kind("chose", &Wording::new(Language::French)).is_err());
    }
}
