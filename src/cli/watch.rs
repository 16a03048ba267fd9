//! `headset check --watch`: checks again whenever a file of a pack changes.

use super::{COULD_NOT_RUN, Common};
use crate::wording::Wording;
use notify::{EventKind, RecursiveMode, Watcher as _};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Editors write a file in several steps: so long nothing more must come.
const SETTLED: Duration = Duration::from_millis(150);

/// Runs `round` at once and after every change, until the process is ended.
pub fn run(common: &Common, folders: &[PathBuf], mut round: impl FnMut()) -> u8 {
    let words = Wording::new(common.language());
    let (sender, receiver) = channel();
    let told = move |event: notify::Result<notify::Event>| {
        let is_change = event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_)));
        if is_change {
            // Whoever does not listen any more has ended.
            let _ = sender.send(());
        }
    };
    let mut watcher = match notify::recommended_watcher(told) {
        Ok(watcher) => watcher,
        Err(error) => {
            eprintln!("{}", words.with("cli-cannot-watch", &[("why", &error.to_string())]));
            return COULD_NOT_RUN;
        }
    };
    for folder in folders {
        if let Err(error) = watcher.watch(folder, RecursiveMode::Recursive) {
            eprintln!("{}", words.with("cli-cannot-watch", &[("why", &error.to_string())]));
            return COULD_NOT_RUN;
        }
    }
    round();
    while changed(&receiver) {
        round();
    }
    COULD_NOT_RUN
}

/// Waits for a change and for the end of what belongs to it; false when none can come any more.
fn changed(receiver: &Receiver<()>) -> bool {
    if receiver.recv().is_err() {
        return false;
    }
    while receiver.recv_timeout(SETTLED).is_ok() {}
    true
}
