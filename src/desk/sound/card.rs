//! What the desk needs of a sound card: that it plays, and that it says when it no longer does.

use kira::backend::Backend;
use kira::backend::cpal::CpalBackend;

/// A sound card.
pub trait Card: Backend {
    /// What went wrong since it was last asked; `None`: nothing.
    fn fault(&mut self) -> Option<String>;
}

impl Card for CpalBackend {
    fn fault(&mut self) -> Option<String> {
        let mut last = None;
        while let Some(error) = self.pop_error() {
            last = Some(error.to_string());
        }
        last
    }
}
