//! What panels are made of: cards, buttons with their keys, fields, marks.

pub mod card;
pub mod clock_text;
pub mod entry;
pub mod icon;
pub mod percent;
pub mod press;
pub mod segment;
pub mod tick;

pub use card::{Tone, card, chip, empty, hint, label, muted, title};
pub use clock_text::{moment, span};
pub use entry::Entry;
pub use icon::Icon;
pub use percent::percent;
pub use press::{Look, Press};
pub use segment::segments;
pub use tick::tick;
