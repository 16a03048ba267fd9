//! Every name a pack defines, by kind, with the place of its definition, and which of them were used.

use std::collections::{BTreeMap, BTreeSet};

/// What a name can be the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A text of `text/`.
    Line,
    /// A file of `personas/`.
    Persona,
    /// A fact of a persona.
    Fact,
    /// An objection of a persona.
    Objection,
    /// A variable of a persona.
    Variable,
    /// An intent of the pack.
    Intent,
    /// A move of the closed list.
    Move,
    /// A file of `scripts/`.
    Script,
    /// A step of a script.
    Step,
    /// A forbidden thing of a script.
    Forbidden,
    /// A file of `calls/`.
    Call,
    /// An outcome of a call.
    Outcome,
    /// A play of a call's model.
    Play,
    /// A product of the company.
    Product,
    /// A department of the company.
    Department,
    /// A closing code.
    Disposition,
    /// A record of `customers.ron`.
    Record,
    /// A table of the CRM.
    Table,
    /// A field of a record.
    Field,
    /// A file of `scorecards/`.
    Scorecard,
    /// A check of the default scorecard.
    Check,
    /// A dimension of the score.
    Dimension,
    /// A jurisdiction of the program.
    Jurisdiction,
    /// A page of the handbook.
    Page,
    /// A buying motive.
    Motive,
    /// A feeling.
    Emotion,
    /// A branch of business.
    Sector,
    /// A part of the mood.
    MoodTrait,
    /// A kind of entity.
    Entity,
    /// A language of the program.
    Language,
    /// A skill of the diploma.
    Skill,
}

impl Kind {
    /// How the localisation files call it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Line => "line",
            Kind::Persona => "persona",
            Kind::Fact => "fact",
            Kind::Objection => "objection",
            Kind::Variable => "variable",
            Kind::Intent => "intent",
            Kind::Move => "move",
            Kind::Script => "script",
            Kind::Step => "step",
            Kind::Forbidden => "forbidden",
            Kind::Call => "call",
            Kind::Outcome => "outcome",
            Kind::Play => "play",
            Kind::Product => "product",
            Kind::Department => "department",
            Kind::Disposition => "disposition",
            Kind::Record => "record",
            Kind::Table => "record_kind",
            Kind::Field => "field",
            Kind::Scorecard => "scorecard",
            Kind::Check => "check",
            Kind::Dimension => "dimension",
            Kind::Jurisdiction => "jurisdiction",
            Kind::Page => "page",
            Kind::Motive => "motive",
            Kind::Emotion => "emotion",
            Kind::Sector => "sector",
            Kind::MoodTrait => "mood_trait",
            Kind::Entity => "entity",
            Kind::Language => "language",
            Kind::Skill => "skill",
        }
    }
}

/// The names of one kind within one scope.
#[derive(Debug, Default)]
pub struct Table<'s> {
    /// Name → where it is defined.
    pub names: BTreeMap<String, &'s str>,
    /// Names that were referred to.
    pub used: BTreeSet<String>,
    /// A file that defines such names could not be read: what is missing here may well exist.
    pub incomplete: bool,
}

/// All tables. The scope of facts, objections and variables is their persona, of outcomes and plays their call, of
/// steps their script; everything else belongs to the pack (scope `""`).
#[derive(Debug, Default)]
pub struct Known<'s> {
    tables: BTreeMap<Kind, BTreeMap<String, Table<'s>>>,
}

impl<'s> Known<'s> {
    /// The table of a kind and scope, made when it is not there.
    pub fn table_mut(&mut self, kind: Kind, scope: &str) -> &mut Table<'s> {
        self.tables.entry(kind).or_default().entry(scope.to_owned()).or_default()
    }

    /// The table of a kind and scope.
    pub fn table(&self, kind: Kind, scope: &str) -> Option<&Table<'s>> {
        self.tables.get(&kind)?.get(scope)
    }

    /// Marks a name used; true when it is known.
    pub fn mark(&mut self, kind: Kind, scope: &str, name: &str) -> bool {
        let Some(table) = self.tables.get_mut(&kind).and_then(|scopes| scopes.get_mut(scope)) else { return false };
        let known = table.names.contains_key(name);
        if known {
            table.used.insert(name.to_owned());
        }
        known
    }

    /// Where a name is defined.
    pub fn definition(&self, kind: Kind, scope: &str, name: &str) -> Option<&'s str> {
        self.table(kind, scope)?.names.get(name).copied()
    }

    /// True when the name is known.
    pub fn has(&self, kind: Kind, scope: &str, name: &str) -> bool {
        self.definition(kind, scope, name).is_some()
    }

    /// True when names of that kind may be missing only because a file could not be read.
    pub fn is_incomplete(&self, kind: Kind, scope: &str) -> bool {
        self.table(kind, scope).is_some_and(|table| table.incomplete)
    }

    /// The tables of one kind: scope and table.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (&str, &Table<'s>)> {
        self.tables.get(&kind).into_iter().flatten().map(|(scope, table)| (scope.as_str(), table))
    }
}
