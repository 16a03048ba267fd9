//! Reads the packs again when one of their files has changed, beside the window.

use super::state::Shelf;
use notify::{EventKind, RecursiveMode, Watcher as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Editors write a file in several steps: packs are read when nothing was written for so long.
const CALM: Duration = Duration::from_millis(250);

/// Watches the folders with packs.
pub struct Watch {
    shelves: Receiver<Shelf>,
    // Stops watching when it is dropped; the thread ends by itself then.
    _watcher: Arc<Mutex<Option<notify::RecommendedWatcher>>>,
}

impl Watch {
    /// Watches these folders, where the system lets itself be watched; elsewhere packs can still be read again by hand. Of a
    /// folder that is not there yet, the nearest one above it is watched, until it is there. `now`: reads them at once.
    /// `wake`: called from another thread when packs were read. `None`: there is no other thread to be had.
    pub fn new(roots: Vec<PathBuf>, now: bool, wake: impl Fn() + Send + 'static) -> Option<Watch> {
        let (tell, told) = channel::<()>();
        let places: Vec<PathBuf> = roots.iter().map(|root| real(root)).collect();
        let known = places.clone();
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            // Reading packs is an access too: it must not lead to the next reading. And what else is written beside a folder
            // that is not there yet is no business of ours.
            let ours = |path: &PathBuf| known.iter().any(|root| path.starts_with(root) || root.starts_with(path));
            if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(ours)) {
                let _ = tell.send(());
            }
        })
        .ok();
        let watcher = Arc::new(Mutex::new(watcher));
        follow(&watcher, &places);
        let looked_after = Arc::downgrade(&watcher);
        let follow = move || {
            if let Some(watcher) = looked_after.upgrade() {
                follow(&watcher, &places);
            }
        };
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
                    // Before reading: what is written from now on is told again.
                    follow();
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

/// Watches the folders that are there, and what is nearest above the others. Watching twice does no harm.
fn follow(watcher: &Mutex<Option<notify::RecommendedWatcher>>, places: &[PathBuf]) {
    // Somebody who panicked while watching left nothing half done.
    let mut watcher = watcher.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let Some(watcher) = watcher.as_mut() else { return };
    for place in places {
        // Below the folder above is perhaps all of somebody's home.
        let _ = match place.ancestors().find(|folder| folder.is_dir()) {
            Some(folder) if folder == place => watcher.watch(folder, RecursiveMode::Recursive),
            Some(folder) => watcher.watch(folder, RecursiveMode::NonRecursive),
            None => Ok(()),
        };
    }
}

/// The folder as the system names it in what it tells, also while it is not there yet.
fn real(root: &Path) -> PathBuf {
    let root = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
    let there = root.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)));
    match there {
        Some((above, real)) => match root.strip_prefix(above) {
            Ok(rest) if rest.as_os_str().is_empty() => real,
            Ok(rest) => real.join(rest),
            Err(_) => root,
        },
        None => root,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    #[test]
    fn packs_in_a_folder_made_after_the_start_are_read() {
        let home = tempfile::tempdir().expect("a folder");
        let root = home.path().join("data").join("packs");
        let watch = Watch::new(vec![root.clone()], false, || ()).expect("a thread");
        let pack = root.join("mine");
        std::fs::create_dir_all(&pack).expect("it can be made");
        let news = |text: &str| {
            std::fs::write(pack.join("pack.ron"), text).expect("it can be written");
            let began = Instant::now();
            // Far longer than it takes: a busy machine is no failure.
            while began.elapsed() < Duration::from_secs(60) {
                if watch.news().is_some_and(|shelf| shelf.broken.iter().any(|broken| broken.name == "mine")) {
                    return true;
                }
                std::thread::sleep(Duration::from_millis(20));
            }
            false
        };
        assert!(news("("), "the folder was made");
        assert!(news("(("), "a file in it was written again");
    }
}
