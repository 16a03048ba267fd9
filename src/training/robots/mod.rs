//! Robot trainees: for authors, who want to know what a call is worth, and for tests.
//!
//! A robot hears the customer's *words* and answers in words; it knows the model plan, the customer's record and what
//! was said, and nothing of moods, facts or objections behind the words.

mod clerk;
mod ears;
mod explorer;
mod player;
mod share;

pub use player::play;

use share::Share;

/// What a robot is like. Robots can be mixed: `careless,rude`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Robot {
    /// Plays the whole plan of the pack.
    pub expert: bool,
    /// Thinks long, hesitates, leaves out part of the plan and forgets some fields.
    pub novice: bool,
    /// Skips most of the plan, answers late, cuts in, forgets records and leaves calls unclassified.
    pub careless: bool,
    /// Is rude to the customer in every other turn.
    pub rude: bool,
    /// Takes the call, then says nothing and records nothing.
    pub silent: bool,
    /// Gives account data away before it is proved who calls.
    pub discloses: bool,
    /// Tries out whatever can be said and done, to see what the call holds; knows the pack, and is no trainee.
    pub explorer: bool,
}

/// A name no robot has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSuchRobot {
    /// What was written.
    pub name: String,
    /// The robot that may have been meant.
    pub nearest: Option<String>,
}

impl Robot {
    /// The names robots are called by.
    pub const NAMES: [&str; 7] =
        ["expert", "novice", "careless", "rude", "silent", "discloses-before-verifying", "explorer"];

    /// Reads names separated by commas.
    pub fn parse(names: &str) -> Result<Robot, NoSuchRobot> {
        let mut robot = Robot::default();
        for name in names.split(',').map(str::trim) {
            match name {
                "expert" => robot.expert = true,
                "novice" => robot.novice = true,
                "careless" => robot.careless = true,
                "rude" => robot.rude = true,
                "silent" => robot.silent = true,
                "discloses-before-verifying" => robot.discloses = true,
                "explorer" => robot.explorer = true,
                other => {
                    let nearest = crate::diagnostic::nearest(other, Robot::NAMES);
                    return Err(NoSuchRobot { name: other.to_owned(), nearest });
                }
            }
        }
        Ok(robot)
    }

    /// How many plays of the plan are left out.
    fn skips(self) -> Share {
        match self {
            Robot { careless: true, .. } => Share::new(6, 7),
            Robot { novice: true, .. } => Share::new(1, 3),
            _ => Share::new(0, 1),
        }
    }

    /// In how many turns after the first the customer is insulted instead.
    fn insults(self) -> Share {
        Share::new(usize::from(self.rude), 2)
    }

    /// Thinking before speaking, milliseconds: from, to.
    fn thinks_ms(self) -> (i64, i64) {
        match self {
            Robot { novice: true, .. } => (1_800, 4_500),
            _ => (800, 2_000),
        }
    }
}
