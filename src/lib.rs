//! Headset: a training simulator for call-centre operators.
#![allow(missing_docs)]
pub mod behaviour;
pub mod call;
pub mod crm;
#[cfg(feature = "desktop")]
pub mod desk;
pub mod diagnostic;
pub mod id;
pub mod language;
pub mod locale;
pub mod mood;
pub mod moves;
pub mod pack;
pub mod persona;
pub mod random;
pub mod records;
pub mod score;
pub mod source;
pub mod training;
pub mod value;
pub mod wording;
