//! Hand-built calls with the outcomes expected of single checks.

mod play;
mod scene;
mod tables;
mod whole;
