//! Looking back: the debrief as a page, two attempts side by side.

use super::{Desk, Review};
use crate::debrief::{Occasion, page};
use crate::records::AttemptId;
use std::path::{Path, PathBuf};

impl Desk {
    /// Writes the debrief that is looked at as a page into the exports of the data folder, and tells where.
    pub(super) fn export_page(&mut self) {
        self.exported = None;
        let Some(review) = &self.review else { return };
        let kept = self.attempts.iter().find(|attempt| Some(attempt.id) == review.attempt);
        let trainee = self.trainees.iter().find(|trainee| Some(trainee.id) == self.trainee);
        let occasion = Occasion {
            trainee: trainee.map(|trainee| trainee.name.clone()),
            when: kept.map(|kept| kept.started.chars().take(10).collect()),
            own: review.own.clone(),
            norms: Some(self.norms(review.run.setup().language)),
            before: self.earlier(review).first().map(|before| before.dimensions.clone()).unwrap_or_default(),
        };
        let text = page(&review.run, &review.score, &occasion, self.words());
        let folder = self.options.data_dir.join("exports");
        let file = free_file(&folder, &format!("debrief-{}", review.run.setup().call));
        let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&file, text));
        match written {
            Ok(()) => self.exported = Some(std::path::absolute(&file).unwrap_or(file)),
            Err(error) => {
                let details = format!("{}: {error}", file.display());
                self.notice = Some(self.words().with("page-not-written", &[("details", &details)]));
            }
        }
    }

    /// The scores of earlier attempts at the same call, the newest first.
    pub fn earlier(&self, review: &Review) -> Vec<&super::Scored> {
        let setup = review.run.setup();
        self.attempts
            .iter()
            .filter(|attempt| attempt.header.pack == setup.pack.id && attempt.header.call == setup.call)
            .filter(|attempt| review.attempt.is_none_or(|this| attempt.id < this))
            .filter_map(|attempt| self.scored.get(&attempt.id))
            .collect()
    }

    /// Marks an attempt for the comparison, or takes the mark away.
    pub(super) fn mark(&mut self, attempt: AttemptId) {
        if self.marked.contains(&attempt) {
            self.marked.retain(|other| *other != attempt);
            return;
        }
        if self.marked.len() == 2 {
            self.marked.remove(0);
        }
        self.marked.push(attempt);
    }

    /// Plays the two marked attempts again and shows them side by side, the earlier one first.
    pub(super) fn compare(&mut self) {
        let mut pair = self.marked.clone();
        pair.sort();
        let [before, after] = pair[..] else { return };
        let Some(before) = self.replayed(before).map(|run| Review::new(Some(before), run)) else { return };
        let Some(after) = self.replayed(after).map(|run| Review::new(Some(after), run)) else { return };
        self.comparison = Some(Box::new([before, after]));
        self.screen = super::super::action::Screen::Compare;
    }
}

/// A file that is not there yet: no page is overwritten.
fn free_file(folder: &Path, stem: &str) -> PathBuf {
    let first = folder.join(format!("{stem}.html"));
    let numbered = (2_u32..).map(|number| folder.join(format!("{stem}-{number}.html")));
    std::iter::once(first.clone()).chain(numbered).find(|file| !file.exists()).unwrap_or(first)
}
