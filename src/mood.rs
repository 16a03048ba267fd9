//! What a customer feels, in numbers.

/// What a mood is made of; each 0–100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoodTrait {
    /// How long until annoyance; 0 hangs up.
    Patience,
    /// How far the operator is believed.
    Trust,
    /// How lost the customer is in what is said.
    Confusion,
    /// Outbound: in what is offered; inbound: in staying on the line.
    Interest,
}

impl MoodTrait {
    /// All four.
    pub const ALL: [MoodTrait; 4] = [MoodTrait::Patience, MoodTrait::Trust, MoodTrait::Confusion, MoodTrait::Interest];
    /// The name used in packs and scripts.
    pub fn name(self) -> &'static str {
        match self {
            MoodTrait::Patience => "patience",
            MoodTrait::Trust => "trust",
            MoodTrait::Confusion => "confusion",
            MoodTrait::Interest => "interest",
        }
    }
    /// The part of the mood of that name; `None`: there is none.
    pub fn from_name(name: &str) -> Option<MoodTrait> {
        MoodTrait::ALL.into_iter().find(|mood| mood.name() == name)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
/// A mood; each 0–100.
pub struct Mood {
    /// How long until annoyance; 0 hangs up.
    pub patience: u8,
    /// How far the operator is believed.
    pub trust: u8,
    /// How lost the customer is in what is said.
    pub confusion: u8,
    /// Outbound: in what is offered; inbound: in staying on the line.
    pub interest: u8,
}
