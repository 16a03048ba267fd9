//! The profile screen.

use super::super::panel::microphone::MicrophoneView;
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
        microphone: MicrophoneView {
            names: desk.ears.names.clone().unwrap_or_default(),
            device: desk.settings.microphone.clone(),
            open: desk.settings.open_microphone,
            trouble: desk.ears.trouble.clone(),
            level_db: desk.ears.open.then_some(desk.ears.level_db),
            record: desk.settings.record,
            model: cfg!(feature = "recognition").then(|| desk.settings.model.clone()),
        },
        attempts: desk.attempts.len(),
        exported: desk.exported.as_ref().map(|folder| folder.display().to_string()),
        erasing: desk.erasing,
        kept: desk.store.is_some(),
    }
}
