//! The window.
pub mod action;
pub mod panel;
pub mod part;
pub mod screen;
pub mod screenshot;
pub mod theme;
