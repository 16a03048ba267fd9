//! What a customer feels, in numbers.

/// What a mood is made of; each 0–100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoodTrait {
    Patience,
    Trust,
    Confusion,
    Interest,
}

impl MoodTrait {
    pub const ALL: [MoodTrait; 4] = [MoodTrait::Patience, MoodTrait::Trust, MoodTrait::Confusion, MoodTrait::Interest];
    pub fn name(self) -> &'static str {
        match self {
            MoodTrait::Patience => "patience",
            MoodTrait::Trust => "trust",
            MoodTrait::Confusion => "confusion",
            MoodTrait::Interest => "interest",
        }
    }
    pub fn from_name(name: &str) -> Option<MoodTrait> {
        MoodTrait::ALL.into_iter().find(|mood| mood.name() == name)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
/// A mood; each 0–100.
pub struct Mood {
    pub patience: u8,
    pub trust: u8,
    pub confusion: u8,
    pub interest: u8,
}
