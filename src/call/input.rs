//! What can be done to a call from outside: the trainee's actions and the passing of time. A journal is a list of these.

use super::voice::VoiceMeasures;
use crate::id::{DepartmentId, DispositionId, RecordId};
use crate::pack::model::RecordKind;
use serde::{Deserialize, Serialize};

/// One input. Everything the simulation does follows from pack, seed, language and the list of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Input {
    /// Wall-clock time went by. Two passes of 50 ms are the same as one of 100.
    Pass {
        /// Milliseconds that went by.
        ms: u64,
    },
    /// Inbound: picks up.
    Answer,
    /// Outbound: dials (again).
    Dial,
    /// A key was pressed in the reply box: the customer notices, and the clock of the call waits (typing rule).
    Typing,
    /// Says it.
    Say {
        /// Words of the operator.
        text: String,
    },
    /// The operator's voice is heard in the microphone.
    VoiceBegan {
        /// How long ago it began, milliseconds.
        late_ms: u32,
    },
    /// It is heard no longer; its words follow with `Say`, or `Unsaid` if there are none.
    VoiceEnded {
        /// How long ago it ended, milliseconds.
        late_ms: u32,
        /// False: it was no voice after all.
        said: bool,
    },
    /// What was heard was not meant for the other side: it has no words.
    Unsaid,
    /// What was measured of it, some time later.
    Voice {
        /// Which time the operator spoke, from 1.
        number: u32,
        /// The figures.
        measures: VoiceMeasures,
    },
    /// Puts the other side on hold.
    Hold,
    /// Takes the other side off hold.
    Resume,
    /// Switches the microphone.
    Mute {
        /// True: nobody hears the operator from now on.
        on: bool,
    },
    /// Calls a colleague while the customer is on hold.
    Consult {
        /// Department to call.
        to: DepartmentId,
    },
    /// Leaves the consultation and goes back to the customer.
    EndConsult,
    /// Warm: joins customer and colleague and leaves.
    CompleteTransfer,
    /// Cold: passes the customer on without a word to the colleague.
    ColdTransfer {
        /// Department to pass the customer to.
        to: DepartmentId,
    },
    /// Closes the line.
    HangUp,
    /// A key of the telephone keypad.
    Keypad {
        /// Digit, `*` or `#`.
        key: char,
    },
    /// Changes the CRM.
    Crm(CrmEdit),
    /// A record was opened.
    OpenRecord {
        /// Record that was opened.
        record: RecordId,
    },
    /// A page of the handbook was opened.
    OpenHandbook {
        /// File stem of the page.
        page: String,
    },
    /// Chooses the closing code.
    Disposition {
        /// Code chosen; choosing again replaces it.
        id: DispositionId,
    },
    /// Ends wrap-up: the attempt is over.
    FinishWrapUp,
}

/// A change in the CRM.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CrmEdit {
    /// A new, empty record of a customer; its id is given by the CRM (`ticket-new-1`).
    Create {
        /// Table the record is made in.
        kind: RecordKind,
        /// Customer it will belong to.
        customer: RecordId,
    },
    /// Writes a field; the value is as typed, the CRM normalises and validates it.
    Set {
        /// Record to change.
        record: RecordId,
        /// Name of the field in its table.
        field: String,
        /// Value as typed.
        value: String,
    },
    /// Takes back the last change.
    Undo,
    /// Puts back what `Undo` took.
    Redo,
    /// Throws away a record made in this call.
    Discard {
        /// Record to throw away.
        record: RecordId,
    },
}
