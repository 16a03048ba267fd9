//! The closed list of what an operator's utterance can do. Names are fixed: packs, journals and scores use them.

use serde::{Deserialize, Serialize};

macro_rules! moves {
    ($($variant:ident = $name:literal),* $(,)?) => {
        /// What an operator does with (a part of) an utterance.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[allow(missing_docs)]
        pub enum Move { $(#[serde(rename = $name)] $variant),* }

        impl Move {
            /// Every move, in the order of the list.
            pub const ALL: &[Move] = &[$(Move::$variant),*];

            /// The name used in packs, journals and on the command line.
            pub fn name(self) -> &'static str {
                match self { $(Move::$variant => $name),* }
            }

            /// The move of that name.
            pub fn from_name(name: &str) -> Option<Move> {
                match name { $($name => Some(Move::$variant),)* _ => None }
            }
        }
    };
}

moves! {
    Greet = "greet",
    IdentifySelf = "identify_self",
    IdentifyCompany = "identify_company",
    StatePurpose = "state_purpose",
    OfferHelp = "offer_help",
    RecordingNotice = "recording_notice",
    AskIdentity = "ask_identity",
    OpenQuestion = "open_question",
    ClosedQuestion = "closed_question",
    Restate = "restate",
    ReadBack = "read_back",
    Empathise = "empathise",
    Apologise = "apologise",
    Reassure = "reassure",
    Thank = "thank",
    Inform = "inform",
    Instruct = "instruct",
    Propose = "propose",
    QuotePrice = "quote_price",
    ArgueBenefit = "argue_benefit",
    AcknowledgeObjection = "acknowledge_objection",
    CheckResolved = "check_resolved",
    AskCommitment = "ask_commitment",
    AnnounceHold = "announce_hold",
    ThankForHolding = "thank_for_holding",
    AnnounceTransfer = "announce_transfer",
    ConfirmNextSteps = "confirm_next_steps",
    OfferFurtherHelp = "offer_further_help",
    TakeLeave = "take_leave",
    RespectOptOut = "respect_opt_out",
    Backchannel = "backchannel",
    Rude = "rude",
    BlameCustomer = "blame_customer",
    Argue = "argue",
    Overpromise = "overpromise",
    Pressure = "pressure",
    Deflect = "deflect",
    Refuse = "refuse",
    Jargon = "jargon",
    Digress = "digress",
}

impl std::fmt::Display for Move {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
