//! What was said aloud is written into the reply box, where somebody can: to be corrected before it counts, but in exams.

use crate::call::Phase;
use crate::desk::action::DeskAction;
use crate::desk::state::Desk;
use crate::hearing::{self, Dictation};
use crate::training::Mode;
use crate::wording::Wording;

/// Who writes, for the model that is set.
#[derive(Debug, Default)]
pub struct Writing {
    /// `None`: nobody can.
    dictation: Option<Dictation>,
    /// The model it was looked for with; `None`: nobody looked yet.
    model: Option<String>,
    /// A test has brought its own.
    fixed: bool,
}

impl Writing {
    /// Any writer: tests bring their own.
    pub fn by(dictation: Dictation) -> Writing {
        Writing { dictation: Some(dictation), model: None, fixed: true }
    }

    /// Has something written that was just said.
    pub fn write(&mut self, desk: &Desk, sound: &[f32]) {
        let Some(sitting) = &desk.sitting else { return };
        let model = &desk.settings.model;
        if !self.fixed && self.model.as_ref() != Some(model) {
            let named = Some(model.as_str()).filter(|model| !model.is_empty());
            self.dictation = hearing::recogniser(named, &Wording::new(desk.settings.language));
            self.model = Some(model.clone());
        }
        if let Some(dictation) = &mut self.dictation {
            dictation.give(sound.to_vec(), sitting.run().setup().language);
        }
    }

    /// Puts into the reply box what has been written since.
    pub fn follow(&mut self, desk: &mut Desk) {
        let Some(dictation) = &mut self.dictation else { return };
        for transcript in dictation.take() {
            let Some(sitting) = desk.sitting.as_ref() else { continue };
            let waits = sitting.run().aloud().is_some() && sitting.run().phase() != Phase::Ended;
            match transcript.text {
                // What was taken back, or answered with other words meanwhile, is not wanted any more.
                Ok(text) if waits && !text.is_empty() => {
                    let reply = [sitting.reply.trim(), &text].join(" ").trim().to_owned();
                    let exam = sitting.run().setup().mode == Mode::Exam;
                    desk.act(DeskAction::TypeReply(reply));
                    if exam && !dictation.busy() {
                        desk.act(DeskAction::SayReply);
                    }
                }
                Ok(_) => {}
                Err(why) => desk.notice = Some(desk.words().with("writing-failed", &[("why", &why)])),
            }
        }
    }
}
