//! The operator's own voice: what the microphone takes in, and how he sounds. Advice, never score; nothing is inferred about
//! what anybody feels.

pub mod analysis;
