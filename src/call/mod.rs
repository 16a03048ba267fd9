//! The call: phases, timings, who speaks when. It knows nothing of what is said or why.

pub mod event;
pub mod input;
mod machine;
mod voice;
pub use event::{EndedBy, Event, Party, Phase, What};
pub use input::{CrmEdit, Input};
pub use machine::{Afterwards, Call, Cue, CutIn, Line, SILENCES_MS, Spoken};
pub use voice::{Aloud, LONGEST_VOICE_MS, VoiceMeasures, WORDING_MS};
