//! The window.
pub mod action;
pub mod panel;
pub mod part;
pub mod theme;
