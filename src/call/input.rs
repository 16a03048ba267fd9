//! What can be done to a call from outside: the trainee's actions and the passing of time. A journal is a list of these.

use crate::id::{DepartmentId, DispositionId, RecordId};
use crate::pack::model::RecordKind;
use serde::{Deserialize, Serialize};

/// One input. Everything the simulation does follows from pack, seed, language and the list of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Input {
    /// Wall-clock time went by. Two passes of 50 ms are the same as one of 100.
    Pass {
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
        text: String,
    },
    Hold,
    Resume,
    Mute {
        on: bool,
    },
    /// Calls a colleague while the customer is on hold.
    Consult {
        to: DepartmentId,
    },
    /// Leaves the consultation and goes back to the customer.
    EndConsult,
    /// Warm: joins customer and colleague and leaves.
    CompleteTransfer,
    /// Cold: passes the customer on without a word to the colleague.
    ColdTransfer {
        to: DepartmentId,
    },
    HangUp,
    /// A key of the telephone keypad.
    Keypad {
        key: char,
    },
    Crm(CrmEdit),
    /// A record was opened.
    OpenRecord {
        record: RecordId,
    },
    /// A page of the handbook was opened.
    OpenHandbook {
        page: String,
    },
    /// Chooses the closing code.
    Disposition {
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
    Create { kind: RecordKind, customer: RecordId },
    /// Writes a field; the value is as typed, the CRM normalises and validates it.
    Set { record: RecordId, field: String, value: String },
    /// Takes back the last change.
    Undo,
    /// Puts back what `Undo` took.
    Redo,
    /// Throws away a record made in this call.
    Discard { record: RecordId },
}
