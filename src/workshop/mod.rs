//! Where packs are made: what an author needs besides a text editor.

pub mod coverage;
pub mod reference;
pub mod scaffold;
pub mod sheet;
pub mod workbook;
