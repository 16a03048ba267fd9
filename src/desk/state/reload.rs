//! Packs that were read again while the window is open.

use super::super::action::Screen;
use super::{Desk, Shelf};
use crate::training::{Journal, Run};

impl Desk {
    /// Takes packs that were read again. A call being played goes over to the new pack when all that happened in it so far
    /// would have happened in the new one too; else it goes on with the old one and says so.
    pub fn take_shelf(&mut self, shelf: Shelf) {
        self.shelf = shelf;
        self.loading = false;
        self.go_over();
        let chosen = self.choice.as_ref().map(|choice| choice.pack.to_string());
        let playable = |desk: &Desk, id: &str| desk.shelf.pack(id).is_some();
        let broken = |desk: &Desk, id: &str| desk.shelf.broken.iter().any(|broken| broken.name == id);
        match (self.screen, chosen) {
            (Screen::Briefing, Some(id)) if !playable(self, &id) => {
                self.screen = if broken(self, &id) { Screen::Problems } else { Screen::Library };
                self.problems = Some(id);
            }
            (Screen::Problems, _) => {
                let mended = self.problems.clone().filter(|id| !broken(self, id));
                if mended.is_some() {
                    self.screen = Screen::Library;
                }
            }
            _ => {}
        }
    }

    fn go_over(&mut self) {
        let Some(sitting) = &self.sitting else { return };
        let run = sitting.run();
        let Some(pack) = self.shelf.pack(run.pack().id.as_str()).cloned() else {
            self.sit(|sitting, _| sitting.old_pack = true);
            return;
        };
        if pack.hash == run.pack().hash {
            self.sit(|sitting, _| sitting.old_pack = false);
            return;
        }
        let mut journal: Journal = run.journal().clone();
        journal.header.pack_hash = pack.hash.clone();
        let language = journal.header.language;
        let recogniser = self.recogniser(language);
        let again = Run::replay(pack, &journal, None, &recogniser).ok();
        let Some(sitting) = &mut self.sitting else { return };
        let Some(again) = again.filter(|again| again.events() == sitting.run().events()) else {
            sitting.old_pack = true;
            return;
        };
        let attempt = sitting.attempt();
        sitting.go_over(again);
        // The journal that is kept names the pack it can be played again with.
        if let (Some(old), Some(trainee)) = (attempt, self.trainee) {
            let moved = self.with_store(|store| {
                let started = store.attempt(old)?.started;
                let new = store.begin(trainee, &journal.header, &started)?;
                store.append_all(new, &journal.inputs)?;
                store.delete_attempt(old)?;
                Ok(new)
            });
            self.sit(|sitting, _| sitting.keep_in(moved));
        }
    }
}
