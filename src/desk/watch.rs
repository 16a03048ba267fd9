//! Reads the packs again when one of their files has changed, beside the window.

use super::state::Shelf;
use notify::{EventKind, RecursiveMode, Watcher as _};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// Editors write a file in several steps: packs are read when nothing was written for so long.
const CALM: Duration = Duration::from_millis(250);

/// Watches the folders with packs.
pub struct Watch {
    shelves: Receiver<Shelf>,
    // Stops watching when it is dropped; the thread ends by itself then.
    _watcher: Option<notify::RecommendedWatcher>,
}

impl Watch {
    /// Watches these folders, those that are there, where the system lets itself be watched; elsewhere packs can still be
    /// read again by hand. `now`: reads them at once. `wake`: called from another thread when packs were read. `None`: there
    /// is no other thread to be had.
    pub fn new(roots: Vec<PathBuf>, now: bool, wake: impl Fn() + Send + 'static) -> Option<Watch> {
        let (tell, told) = channel::<()>();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            // Reading packs is an access too: it must not lead to the next reading.
            if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_))) {
                let _ = tell.send(());
            }
        })
        .ok();
        for root in roots.iter().filter(|root| root.is_dir()) {
            let _ = watcher.as_mut().map(|watcher| watcher.watch(root, RecursiveMode::Recursive));
        }
        let (send, shelves) = channel();
        std::thread::Builder::new()
            .name("packs".to_owned())
            .spawn(move || {
                if now {
                    let _ = send.send(Shelf::read(&roots));
                    wake();
                }
                while told.recv().is_ok() {
                    loop {
                        match told.recv_timeout(CALM) {
                            Ok(()) => {}
                            Err(RecvTimeoutError::Timeout) => break,
                            Err(RecvTimeoutError::Disconnected) => return,
                        }
                    }
                    if send.send(Shelf::read(&roots)).is_err() {
                        return;
                    }
                    wake();
                }
            })
            .ok()?;
        Some(Watch { shelves, _watcher: watcher })
    }

    /// The packs, when they were read again since the last time.
    pub fn news(&self) -> Option<Shelf> {
        self.shelves.try_iter().last()
    }
}
