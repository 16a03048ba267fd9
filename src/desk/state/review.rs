//! A call that is looked at: played again from its journal, scored, with what is selected.

use super::super::action::{CheckFilter, DebriefPart};
use crate::call::{Input, What};
use crate::debrief::{Instead, hindsight};
use crate::id::PackId;
use crate::language::Recogniser;
use crate::pack::model::Pack;
use crate::records::AttemptId;
use crate::score::{Dimension, Score};
use crate::training::{CannotStart, Journal, Run};
use std::sync::Arc;

/// A call that is looked at.
#[derive(Debug)]
pub struct Review {
    /// `None`: it is not kept.
    pub attempt: Option<AttemptId>,
    /// The call, played as far as it went.
    pub run: Run,
    /// What it came to.
    pub score: Score,
    /// What an excellent operator would have said, turn by turn.
    pub hindsight: Vec<Instead>,
    /// The trainee's own rating, 0–100.
    pub own: Vec<(Dimension, Option<u8>)>,
    /// Part of the debrief shown.
    pub part: DebriefPart,
    /// Checks listed.
    pub filter: CheckFilter,
    /// Moment marked, in milliseconds of the call; `None`: none.
    pub selected_ms: Option<u64>,
}

impl Review {
    /// Scores a call as it stands.
    pub fn new(attempt: Option<AttemptId>, run: Run) -> Review {
        let score = run.score();
        Review {
            attempt,
            hindsight: hindsight(&run, &score),
            run,
            score,
            own: Dimension::HEADLINE.map(|dimension| (dimension, None)).to_vec(),
            part: DebriefPart::Checks,
            filter: CheckFilter::Failed,
            selected_ms: None,
        }
    }

    /// Pack the call is from.
    pub fn pack(&self) -> &PackId {
        &self.run.pack().id
    }

    /// The journal up to before the operator's turn, and the run played so far. `None`: there is no such turn.
    pub fn before_turn(
        &self,
        pack: Arc<Pack>,
        turn: u32,
        recogniser: &Arc<Recogniser>,
    ) -> Option<Result<(Journal, Run), CannotStart>> {
        let journal = self.run.journal();
        let upto = match self.input_of_turn(pack.clone(), turn, recogniser) {
            Ok(upto) => upto?,
            Err(why) => return Some(Err(why)),
        };
        let mut header = journal.header.clone();
        header.retried_from = Some(upto);
        let begun = Journal { header, inputs: journal.inputs.iter().take(upto).cloned().collect() };
        Some(Run::replay(pack, &begun, None, recogniser).map(|run| (begun, run)))
    }

    /// The place of the input by which a turn was spoken. The pause before it stays part of what was.
    fn input_of_turn(
        &self,
        pack: Arc<Pack>,
        turn: u32,
        recogniser: &Arc<Recogniser>,
    ) -> Result<Option<usize>, CannotStart> {
        let journal = self.run.journal();
        let mut run = Run::replay(pack, journal, Some(0), recogniser)?;
        // What was said aloud begins before its words.
        let mut aloud = None;
        for (at, input) in journal.inputs.iter().enumerate() {
            let said = matches!(input, Input::Say { .. });
            if *input == Input::Unsaid || (run.aloud().is_none() && !run.voice_is_heard()) {
                aloud = matches!(input, Input::VoiceBegan { .. }).then_some(at);
            }
            let events = run.apply(input.clone());
            if said
                && events.iter().any(|event| matches!(&event.what, What::Said { turn: other, .. } if *other == turn))
            {
                return Ok(Some(aloud.unwrap_or(at)));
            }
        }
        Ok(None)
    }
}
