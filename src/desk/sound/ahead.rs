//! Speech is made ahead, on a thread of its own: a line is known at least a turn's pause before it is heard.

use crate::call::Line;
use crate::recording::Recording;
use crate::voice::{self, Manner, Pico, Plan};
use kira::Frame;
use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};

/// What a line sounds like depends on this and nothing else: words, voice, and what is in its recording.
type Key = (String, Manner, Option<[u8; 32]>);
type Order = (Key, Option<Recording>);
type Made = (Key, Result<Arc<[Frame]>, String>);

/// So much speech is kept, in samples: ten minutes.
const KEPT: usize = 600 * voice::RATE as usize;

/// Speech that was made or is being made.
#[derive(Debug)]
pub struct Ahead {
    orders: Sender<Order>,
    made: Receiver<Made>,
    /// `None`: being made.
    speech: BTreeMap<Key, Option<Arc<[Frame]>>>,
    /// The oldest first.
    order: VecDeque<Key>,
    trouble: Option<String>,
}

impl Ahead {
    /// Starts the thread. Voices are unpacked into `cache`.
    pub fn new(cache: PathBuf) -> Ahead {
        let (orders, wanted) = channel::<Order>();
        let (done, made) = channel();
        let work = move || {
            let pico = Pico::open(&cache);
            // Ends when the desk has gone.
            while let Ok((key, recording)) = wanted.recv() {
                let spoken = match &recording {
                    Some(recording) => Ok(voice::recorded(recording, key.1)),
                    None => pico
                        .as_ref()
                        .map_err(Clone::clone)
                        .and_then(|pico| voice::speak(&Plan::new(&key.0, key.1), pico)),
                };
                let frames = spoken.map(|sound| voice::through(&sound).into_iter().map(Frame::from_mono).collect());
                if done.send((key, frames)).is_err() {
                    return;
                }
            }
        };
        let trouble =
            std::thread::Builder::new().name("speech".into()).spawn(work).err().map(|error| error.to_string());
        Ahead { orders, made, speech: BTreeMap::new(), order: VecDeque::new(), trouble }
    }

    /// Has a line made, unless it is made already.
    pub fn want(&mut self, line: &Line) {
        let key = key(line);
        if self.trouble.is_none() && !self.speech.contains_key(&key) {
            self.speech.insert(key.clone(), None);
            // A thread that is gone shows in `collect`.
            let _ = self.orders.send((key, line.recording.clone()));
        }
    }

    /// The sound of a line; `None`: not made yet, or it cannot be.
    pub fn take(&mut self, line: &Line) -> Option<Arc<[Frame]>> {
        self.collect();
        self.speech.get(&key(line)).cloned().flatten()
    }

    /// Why nothing can be spoken.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    fn collect(&mut self) {
        loop {
            match self.made.try_recv() {
                Ok((key, Ok(frames))) => {
                    self.order.push_back(key.clone());
                    self.speech.insert(key, Some(frames));
                }
                Ok((_, Err(why))) => self.trouble = Some(why),
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => {
                    self.trouble.get_or_insert_with(|| "the thread that speaks has ended".into());
                    break;
                }
            }
        }
        let kept = |speech: &BTreeMap<Key, Option<Arc<[Frame]>>>| {
            speech.values().flatten().map(|frames| frames.len()).sum::<usize>()
        };
        while self.order.len() > 1 && kept(&self.speech) > KEPT {
            if let Some(oldest) = self.order.pop_front() {
                self.speech.remove(&oldest);
            }
        }
    }
}

fn key(line: &Line) -> Key {
    (line.text.clone(), line.manner, line.recording.as_ref().map(Recording::hash))
}
