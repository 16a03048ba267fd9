//! The panels: pure functions from a view to a picture and a list of actions. None knows the call, the store or Bevy.

pub mod briefing;
pub mod checks;
pub mod clock;
pub mod compare;
pub mod crm;
pub mod customer;
pub mod debrief;
pub mod face;
pub mod figures;
pub mod handbook;
pub mod history;
pub mod library;
pub mod markdown;
pub mod mind;
pub mod problems;
pub mod profile;
pub mod progress;
pub mod radar;
pub mod reply;
pub mod script;
pub mod self_rating;
pub mod softphone;
pub mod timeline;
pub mod top_bar;
pub mod transcript;
pub mod wrap_up;
