//! Names that authors give to things, one type for each kind of thing, so that a line can never be taken for a fact.

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps a name as written by the author.
            pub fn new(name: impl Into<String>) -> Self { Self(name.into()) }
            /// The name as written.
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) }
        }
        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str { &self.0 }
        }
        impl From<&str> for $name {
            fn from(name: &str) -> Self { Self(name.to_owned()) }
        }
    )*};
}

id!(
    /// A pack: the name of its folder.
    PackId,
    /// A call of a pack: the name of its file.
    CallId,
    /// A persona of a pack: the name of its file.
    PersonaId,
    /// Something a customer knows and may reveal.
    FactId,
    /// A reason not to agree that a customer may raise.
    ObjectionId,
    /// A text that is spoken or shown: its key in `text/<lang>.ron`.
    LineId,
    /// A move special to a pack: what `intents.ron` defines.
    IntentId,
    /// A script: the name of its file.
    ScriptId,
    /// A step of a script.
    StepId,
    /// How a call can end from the customer's side: what the customer agreed to.
    OutcomeId,
    /// A product the company sells.
    ProductId,
    /// Someone a call can be consulted with or transferred to.
    DepartmentId,
    /// A record of the CRM.
    RecordId,
    /// A play of the model plan of a call.
    PlayId,
    /// A check of a scorecard.
    CheckId,
    /// A closing code chosen in wrap-up.
    DispositionId,
);
