//! What a customer feels, and how it changes with words and with time.

use super::tables::{Change, Tables};
use crate::mood::{Mood, MoodTrait};
use crate::moves::Move;
use crate::pack::model::Temperament;
use std::collections::BTreeMap;

/// A point of mood in the unit kept: hundredths of a point a minute, times milliseconds. Time then counts exactly,
/// however it is cut into pieces.
const POINT: u64 = 100 * 60_000;
const FULL: u64 = 100 * POINT;

/// What the time is spent with; decides how fast patience goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    Talk,
    Silence,
    Hold { announced: bool },
}

#[derive(Debug)]
pub(super) struct Feelings {
    /// Each trait, in units.
    values: [u64; 4],
    /// Confusion goes back to this.
    calm: u64,
    /// How much of a loss of patience is felt, percent.
    touchiness: u64,
    pub pace: Pace,
    /// How often each move was heard.
    heard: BTreeMap<Move, u32>,
}

impl Feelings {
    pub fn new(temperament: &Temperament) -> Feelings {
        let start = |points: u8| u64::from(points.min(100)) * POINT;
        Feelings {
            values: [
                start(temperament.patience),
                start(temperament.trust),
                start(temperament.confusion),
                start(temperament.interest),
            ],
            calm: start(temperament.confusion),
            touchiness: 150 - u64::from(temperament.patience.min(100)),
            pace: Pace::Talk,
            heard: BTreeMap::new(),
        }
    }

    /// Each value rounded up, so that patience is 0 only when there is none left.
    pub fn mood(&self) -> Mood {
        let points = |mood_trait| u8::try_from(self.value(mood_trait).div_ceil(POINT)).unwrap_or(100);
        Mood {
            patience: points(MoodTrait::Patience),
            trust: points(MoodTrait::Trust),
            confusion: points(MoodTrait::Confusion),
            interest: points(MoodTrait::Interest),
        }
    }

    /// Time goes by.
    pub fn pass(&mut self, ms: u64, tables: &Tables) {
        let decay = tables.decay;
        let rate = match self.pace {
            Pace::Talk => decay.talk,
            Pace::Silence => decay.silence,
            Pace::Hold { announced: true } => decay.hold,
            Pace::Hold { announced: false } => decay.unannounced_hold,
        };
        let patience = rate * self.touchiness / 100;
        self.lose(MoodTrait::Patience, patience.saturating_mul(ms));
        self.lose(MoodTrait::Interest, decay.interest.saturating_mul(ms));
        let step = decay.confusion.saturating_mul(ms);
        let calm = self.calm;
        let confusion = self.value_mut(MoodTrait::Confusion);
        *confusion = if *confusion > calm {
            confusion.saturating_sub(step).max(calm)
        } else {
            confusion.saturating_add(step).min(calm)
        };
    }

    /// Words were heard: what each move does to the mood.
    pub fn hear(&mut self, moves: &[Move], tables: &Tables) {
        for (at, mv) in moves.iter().enumerate() {
            if moves[..at].contains(mv) {
                continue;
            }
            let times = self.heard.entry(*mv).or_default();
            *times = times.saturating_add(1);
            let gain = match *times {
                1 | 2 => 100,
                3 | 4 => 50,
                _ => 0,
            };
            if let Some(change) = tables.moves.get(mv) {
                self.feel(*change, gain);
            }
        }
    }

    /// Something happened that is felt in full.
    pub fn change(&mut self, change: Change) {
        self.feel(change, 100);
    }

    /// A script's own change, as it says.
    pub fn set_off(&mut self, mood_trait: MoodTrait, points: i32) {
        self.add(mood_trait, points, 100);
    }

    fn feel(&mut self, change: Change, gain: u64) {
        for mood_trait in MoodTrait::ALL {
            let points = change.of(mood_trait);
            // More confusion is a loss, less of it a gain.
            let loss = (points < 0) != (mood_trait == MoodTrait::Confusion);
            let percent = match (loss, mood_trait) {
                (true, MoodTrait::Patience) => self.touchiness,
                (true, _) => 100,
                (false, _) => gain,
            };
            self.add(mood_trait, points, percent);
        }
    }

    fn add(&mut self, mood_trait: MoodTrait, points: i32, percent: u64) {
        let units = u64::from(points.unsigned_abs()).saturating_mul(POINT) / 100 * percent;
        if points < 0 {
            self.lose(mood_trait, units);
        } else {
            let value = self.value_mut(mood_trait);
            *value = value.saturating_add(units).min(FULL);
        }
    }

    fn lose(&mut self, mood_trait: MoodTrait, units: u64) {
        let value = self.value_mut(mood_trait);
        *value = value.saturating_sub(units);
    }

    fn value(&self, mood_trait: MoodTrait) -> u64 {
        self.values[mood_trait as usize]
    }

    fn value_mut(&mut self, mood_trait: MoodTrait) -> &mut u64 {
        &mut self.values[mood_trait as usize]
    }
}
