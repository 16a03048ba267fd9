//! The operator's own voice: what the microphone takes in, and how he sounds. Advice, never score; nothing is inferred about
//! what anybody feels. Sound is kept in memory for two minutes at most; nothing here writes it to disk.

mod activity;
pub mod analysis;
mod dictation;
mod ear;
mod figures;
#[cfg(feature = "microphone")]
mod microphone;
mod model;
mod source;
#[cfg(feature = "recognition")]
mod whisper;

pub use activity::{Activity, Change};
pub use dictation::{Dictation, Ticket, Transcriber, Transcript};
pub use ear::{Ear, Listening, Utterance};
pub use figures::{hertz, measures, together};
#[cfg(feature = "microphone")]
pub use microphone::Cards;
#[cfg(feature = "recognition")]
pub use model::refusal;
pub use model::{model, recogniser};
pub use source::{Hearing, Microphones, Sent, Source};
#[cfg(feature = "recognition")]
pub use whisper::{Refused, Whisper};
