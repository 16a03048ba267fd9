//! What is kept about a trainee belongs to the trainee: taking it along, and deleting it.

use super::super::action::{Erasure, Screen};
use super::Desk;
use std::path::{Path, PathBuf};

/// Characters of a name that go into the name of a folder.
const FOLDER_NAME: usize = 40;

impl Desk {
    /// Writes all that is kept about who trains into a new folder, and tells where.
    pub(super) fn export_data(&mut self) {
        self.exported = None;
        self.settle();
        let chosen = self.trainees.iter().find(|trainee| Some(trainee.id) == self.trainee);
        let Some((id, name)) = chosen.map(|trainee| (trainee.id, trainee.name.clone())) else { return };
        let folder = free_folder(&self.options.data_dir.join("exports"), &name);
        let attempts: Vec<_> = self.attempts.iter().map(|attempt| attempt.id).collect();
        let recordings = self.recordings();
        let export = |store: &mut crate::records::Store| {
            store.export(id, &folder)?;
            recordings.export(&attempts, &folder)
        };
        if self.with_store(export).is_some() {
            self.exported = Some(std::path::absolute(&folder).unwrap_or(folder));
        }
    }

    /// Deletes who trains, once it was asked twice.
    pub(super) fn erase(&mut self) {
        if self.erasing.take() != Some(Erasure::AskedAgain) {
            return;
        }
        let Some(id) = self.trainee else { return };
        if self.with_store(|store| store.delete_trainee(id)).is_none() {
            return;
        }
        let gone: Vec<_> = self.attempts.iter().map(|attempt| attempt.id).collect();
        gone.iter().for_each(|attempt| self.delete_recordings(*attempt));
        self.owed.retain(|(attempt, _)| !gone.contains(attempt));
        (self.trainee, self.exported, self.sitting, self.review) = (None, None, None, None);
        // The name on the telephone may be the trainee's own.
        self.set(|settings| {
            settings.trainee = None;
            settings.operator = String::new();
        });
        self.read_trainees();
        self.read_attempts();
        self.screen = Screen::Profile;
    }
}

/// A folder that is not there yet, called like the trainee: every file system takes its name, and no export is overwritten.
fn free_folder(exports: &Path, name: &str) -> PathBuf {
    let plain: String =
        name.chars().map(|char| if char.is_alphanumeric() { char } else { '-' }).take(FOLDER_NAME).collect();
    let plain = match plain.trim_matches('-') {
        "" => "profile",
        some => some,
    };
    let first = exports.join(plain);
    let numbered = (2_u32..).map(|number| exports.join(format!("{plain}-{number}")));
    std::iter::once(first.clone()).chain(numbered).find(|folder| !folder.exists()).unwrap_or(first)
}
