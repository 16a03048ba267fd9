//! What the people at the other end sound like: when they say each word, and the sound of it.
//!
//! ```text
//! text ─reading─▶ phrases ─plan─▶ time of every word ─▶ the call (needs no sound)
//!                                   └─speech─▶ samples ─line─▶ as through a telephone
//!                             recording of the pack ─┘
//! ```
//!
//! The first row is exact and costs microseconds; the second needs the synthesiser, and takes the time the first row says.

mod line;
pub mod loudness;
mod manner;
mod pico;
mod plan;
pub mod reading;
mod recorded;
mod resample;
mod sigh;
mod speech;
#[cfg(test)]
pub(crate) mod tests;

pub use headset_pico::Tongue;
pub use line::{band, mu_law, through};
pub use manner::{Manner, Speaker, Temper};
pub use pico::Pico;
pub use plan::{Breath, Plan, Timed, Timing};
pub use recorded::recorded;
pub use resample::stretched;
pub use sigh::sigh;
pub use speech::{Engine, speak};

/// Samples a second of everything spoken.
pub const RATE: u32 = headset_pico::RATE;
/// The pause at a comma, at most, when calm.
const COMMA_MS: u64 = 200;
