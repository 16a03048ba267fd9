//! Lines every customer can need. `stock.<name>` comes from `assets/stock/<lang>.ron`; a pack's text may give a persona
//! lines of its own under `<persona>.<name>`.

use crate::id::LineId;

macro_rules! stock {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),* $(,)?) => {
        /// A stock line.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum StockLine { $($(#[$doc])* $variant),* }
        impl StockLine {
            /// Every stock line.
            pub const ALL: &[StockLine] = &[$(StockLine::$variant),*];
            /// Its name after `stock.` or `<persona>.`.
            pub fn name(self) -> &'static str {
                match self { $(StockLine::$variant => $name),* }
            }
            /// The stock line of that name.
            pub fn from_name(name: &str) -> Option<StockLine> {
                match name { $($name => Some(StockLine::$variant),)* _ => None }
            }
            /// `stock.<name>`: whoever speaks it may have an own wording.
            pub fn line(self) -> LineId {
                LineId::new(format!("stock.{}", self.name()))
            }
        }
    };
}

stock! {
    /// Answers the telephone when called.
    Hello = "hello",
    /// Takes note of an information.
    Acknowledge = "acknowledge",
    /// Invites the operator to go on.
    GoOn = "go_on",
    /// Did not understand what was said.
    NotUnderstood = "not_understood",
    /// Did not understand twice running.
    NotUnderstoodAgain = "not_understood_again",
    /// Asked for something he does not know.
    NothingToSay = "nothing_to_say",
    /// Asked something that was not understood: wants to know what.
    AskBack = "ask_back",
    /// Repeats, having told it already.
    AlreadyTold = "already_told",
    /// Notices being asked twice.
    YouAskedAlready = "you_asked_already",
    /// What was said is repeated wrongly.
    Misquoted = "misquoted",
    /// Shows impatience.
    Impatient = "impatient",
    /// Shows anger.
    Angry = "angry",
    /// Shows that the call drags.
    Bored = "bored",
    /// Talks of something else (talkative).
    Drift = "drift",
    /// After a noticeable silence.
    AreYouThere = "are_you_there",
    /// After dead air.
    SilenceLong = "silence_long",
    /// Agrees to wait.
    HoldAccepted = "hold_accepted",
    /// Back from a hold nobody announced.
    HoldUnannounced = "hold_unannounced",
    /// Back from a hold that was too long.
    HoldLong = "hold_long",
    /// Back from a hold.
    BackFromHold = "back_from_hold",
    /// Was cut off.
    Interrupted = "interrupted",
    /// Agrees to be passed on.
    TransferAccepted = "transfer_accepted",
    /// Surprised by a transfer.
    TransferUnannounced = "transfer_unannounced",
    /// Asks for the supervisor.
    WantSupervisor = "want_supervisor",
    /// Answers an insult.
    Insulted = "insulted",
    /// Takes leave.
    Goodbye = "goodbye",
    /// Leaves in anger.
    GoodbyeAngry = "goodbye_angry",
    /// Thanks.
    Thanks = "thanks",
    /// Says no to an offer.
    Refusal = "refusal",
    /// Asks never to be called again.
    StopCalling = "stop_calling",
    /// Somebody else answers.
    WrongPerson = "wrong_person",
    /// The announcement of a voicemail.
    Voicemail = "voicemail",
    /// Has lost the thread.
    Confused = "confused",
    /// Will not tell this to a stranger.
    DontTrust = "dont_trust",
    /// Says yes to a question that needs no more.
    YesQuestion = "yes_question",
    /// Needs nothing else.
    NoFurther = "no_further",
}
