//! What panels are made of: cards, buttons with their keys, fields, marks.

pub mod card;
pub mod entry;
pub mod icon;
pub mod percent;
pub mod press;
pub mod segment;
pub mod tick;

pub use crate::debrief::{moment, span};
pub use card::{Tone, card, chip, empty, hint, label, muted, title};
pub use entry::Entry;
pub use icon::Icon;
pub use percent::percent;
pub use press::{Look, Press, back};
pub use segment::segments;
pub use tick::{tick, tick_only};
