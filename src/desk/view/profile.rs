//! The profile screen.

use super::super::panel::profile::{ProfileView, TraineeRow};
use super::super::state::Desk;

/// What the screen shows.
pub fn profile(desk: &Desk) -> ProfileView {
    ProfileView {
        trainees: desk
            .trainees
            .iter()
            .map(|trainee| TraineeRow { id: trainee.id, name: trainee.name.clone() })
            .collect(),
        chosen: desk.trainee,
        new_name: desk.new_name.clone(),
        operator: desk.settings.operator.clone(),
        language: desk.settings.language,
        shade: desk.settings.shade,
        text_size: desk.settings.text_size,
        still: desk.settings.still,
        author: desk.settings.author,
        silent: desk.settings.silent,
        voices: desk.settings.voices,
        signals: desk.settings.signals,
        attempts: desk.attempts.len(),
        exported: desk.exported.as_ref().map(|folder| folder.display().to_string()),
        erasing: desk.erasing,
        kept: desk.store.is_some(),
    }
}
