//! How hard a call is played. The same call, the same goals: only the people differ.

use serde::{Deserialize, Serialize};

/// How hard a call is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Patient, trusting people who tell much by themselves.
    Gentle,
    /// The people as their author described them.
    #[default]
    Usual,
    /// Impatient, wary people who must be asked for everything.
    Demanding,
}

impl Level {
    /// All levels, the easiest first.
    pub const ALL: [Level; 3] = [Level::Gentle, Level::Usual, Level::Demanding];

    /// The name used in packs, scripts, journals and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Level::Gentle => "gentle",
            Level::Usual => "usual",
            Level::Demanding => "demanding",
        }
    }

    /// The level of that name; `None`: there is none.
    pub fn from_name(name: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.name() == name)
    }

    /// True for the level that journals need not name.
    pub fn is_usual(&self) -> bool {
        *self == Level::Usual
    }
}

impl std::str::FromStr for Level {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        Level::from_name(name).ok_or_else(|| format!("'{name}' is not a level: use gentle, usual or demanding"))
    }
}
