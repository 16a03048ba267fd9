//! The operator's own voice: what the microphone takes in, and how he sounds. Advice, never score; nothing is inferred about
//! what anybody feels. Sound is kept in memory for two minutes at most and never written to disk.

mod activity;
pub mod analysis;
mod dictation;
mod ear;
#[cfg(feature = "microphone")]
mod microphone;
mod source;

pub use activity::{Activity, Change};
pub use dictation::{Dictation, Ticket, Transcriber, Transcript};
pub use ear::{Ear, Listening, Utterance};
#[cfg(feature = "microphone")]
pub use microphone::Cards;
pub use source::{Hearing, Microphones, Sent, Source};
