//! How strongly customers react: the numbers of `assets/persona/reactions.ron`.

use crate::mood::MoodTrait;
use crate::moves::Move;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Changes of the mood in points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Change {
    patience: i32,
    trust: i32,
    confusion: i32,
    interest: i32,
}

impl Change {
    pub fn of(self, mood_trait: MoodTrait) -> i32 {
        match mood_trait {
            MoodTrait::Patience => self.patience,
            MoodTrait::Trust => self.trust,
            MoodTrait::Confusion => self.confusion,
            MoodTrait::Interest => self.interest,
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tables {
    pub moves: BTreeMap<Move, Change>,
    pub moments: Moments,
    pub decay: Decay,
    pub thresholds: Thresholds,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Moments {
    pub asked_again: Change,
    pub not_understood: Change,
    pub unannounced_hold: Change,
    pub long_hold: Change,
    pub interrupted: Change,
    pub unannounced_transfer: Change,
    pub left_unsolved: Change,
    pub misquoted: Change,
    pub feeling_met: Change,
    pub feeling_missed: Change,
}

/// Hundredths of a point each minute.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Decay {
    pub talk: u64,
    pub silence: u64,
    pub hold: u64,
    pub unannounced_hold: u64,
    pub confusion: u64,
    pub interest: u64,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Thresholds {
    pub impatient: u8,
    pub angry_type: u8,
    pub confused: u8,
    pub uninterested: u8,
    pub no_trust: u8,
    pub talkative: u8,
    pub silence_noticed_s: u64,
    pub silence_long_s: u64,
    pub silence_hang_up_s: u64,
    pub hold_long_s: u64,
    pub heard_percent: u8,
}

impl Tables {
    /// The tables that are part of the program.
    pub fn load() -> Tables {
        ron::from_str(include_str!("../../assets/persona/reactions.ron"))
            .expect("the tables are part of the program and a test reads them")
    }
}
