//! What to play, and why it cannot be.

use crate::id::CallId;
use crate::level::Level;
use crate::locale::Language;
use crate::pack::model::Pack;
use crate::training::journal::{Header, JOURNAL_FORMAT, Mode};
use crate::wording::Wording;
use std::sync::Arc;

/// What to play.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Pack the call is from.
    pub pack: Arc<Pack>,
    /// Scenario to play.
    pub call: CallId,
    /// Language to play it in.
    pub language: Language,
    /// What values and chances are drawn from.
    pub seed: u64,
    /// How much help is given.
    pub mode: Mode,
    /// How hard it is played.
    pub level: Level,
    /// The first name the operator gives on the telephone.
    pub operator: String,
}

/// Why a call could not be started or replayed; `cannot-start-…` in the localisation files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CannotStart {
    /// The pack has no such call.
    NoSuchCall {
        /// The id that was asked for.
        call: String,
    },
    /// The pack is not written in this language.
    NotInThisLanguage {
        /// The language that was asked for.
        language: Language,
    },
    /// The journal is of another version of the program.
    OtherFormat {
        /// Version of the format the journal is written in.
        format: u32,
    },
    /// The pack was changed since the journal was written.
    PackChanged {
        /// The pack that differs.
        pack: String,
    },
    /// The CRM's data base could not be made.
    NoCrm {
        /// What the data base said.
        why: String,
    },
}

impl CannotStart {
    /// The reason in words.
    pub fn words(&self, words: &Wording) -> String {
        match self {
            CannotStart::NoSuchCall { call } => words.with("cannot-start-no-such-call", &[("call", call)]),
            CannotStart::NotInThisLanguage { language } => {
                words.with("cannot-start-language", &[("language", language.code())])
            }
            CannotStart::OtherFormat { format } => {
                let (format, reads) = (format.to_string(), JOURNAL_FORMAT.to_string());
                words.with("cannot-start-format", &[("format", &format), ("reads", &reads)])
            }
            CannotStart::PackChanged { pack } => words.with("cannot-start-pack-changed", &[("pack", pack)]),
            CannotStart::NoCrm { why } => words.with("cannot-start-no-crm", &[("why", why)]),
        }
    }
}

/// The header of a new journal.
pub(super) fn header(setup: &Setup) -> Header {
    Header {
        format: JOURNAL_FORMAT,
        pack: setup.pack.id.clone(),
        pack_hash: setup.pack.hash.clone(),
        call: setup.call.clone(),
        language: setup.language,
        seed: setup.seed,
        mode: setup.mode,
        level: setup.level,
        operator: setup.operator.clone(),
        retried_from: None,
    }
}
