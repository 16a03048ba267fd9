//! Which lines of a pack somebody can be heard saying, and which line is heard.

use crate::behaviour::MentionKind;
use crate::id::{LineId, PersonaId};
use crate::pack::model::{Pack, Persona};
use crate::pack::stock::StockLine;
use std::collections::{BTreeMap, BTreeSet};

/// Line → what it is: `martine: fact charge_amount`.
pub type Spoken = BTreeMap<LineId, String>;

/// The lines of everybody who takes part in a call: customers, gatekeepers and colleagues.
pub fn spoken(pack: &Pack) -> Spoken {
    let people: BTreeSet<&PersonaId> = pack
        .calls
        .values()
        .flat_map(|call| [Some(&call.customer), call.gatekeeper.as_ref()].into_iter().flatten())
        .collect();
    let mut spoken = Spoken::new();
    for persona in people.into_iter().filter_map(|id| pack.personas.get(id)) {
        of_persona(pack, persona, &mut spoken);
    }
    for department in &pack.company.departments {
        for (line, what) in
            [(&department.greeting, "greeting"), (&department.accepts, "accepts"), (&department.asks, "asks")]
        {
            note(&mut spoken, line, format!("{}: {what}", department.id));
        }
    }
    spoken
}

fn of_persona(pack: &Pack, persona: &Persona, spoken: &mut Spoken) {
    let id = &persona.id;
    for fact in &persona.facts {
        note(spoken, &fact.line, format!("{id}: fact {}", fact.id));
        if let Some(again) = &fact.again {
            note(spoken, again, format!("{id}: fact {} (again)", fact.id));
        }
    }
    for objection in &persona.objections {
        let lines = [
            (Some(&objection.line), "line"),
            (objection.reason.as_ref(), "reason"),
            (Some(&objection.lifted), "lifted"),
            (Some(&objection.still), "still"),
        ];
        for (line, what) in lines {
            if let Some(line) = line {
                note(spoken, line, format!("{id}: objection {} ({what})", objection.id));
            }
        }
    }
    for stock in StockLine::ALL {
        let own = LineId::new(format!("{id}.{}", stock.name()));
        if pack.text.values().any(|text| text.contains_key(&own)) {
            note(spoken, &own, format!("{id}: stock {}", stock.name()));
        }
    }
    for mention in persona.behaviour.mentions() {
        if mention.kind == MentionKind::Line && !mention.name.starts_with("stock.") {
            note(spoken, &LineId::new(mention.name), format!("{id}: {id}.rhai:{}", mention.line));
        }
    }
}

fn note(spoken: &mut Spoken, line: &LineId, what: String) {
    // Stock lines that a pack does not word itself are the program's.
    if !line.as_str().starts_with("stock.") {
        spoken.entry(line.clone()).or_insert(what);
    }
}

/// The line that is really heard: a persona's own wording where there is one.
pub fn own(pack: &Pack, persona: Option<&PersonaId>, line: &LineId) -> LineId {
    let own = line.as_str().strip_prefix("stock.").zip(persona).map(|(name, id)| LineId::new(format!("{id}.{name}")));
    match own {
        Some(own) if pack.text.values().any(|text| text.contains_key(&own)) => own,
        _ => line.clone(),
    }
}
