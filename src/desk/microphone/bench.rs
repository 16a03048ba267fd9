//! Where utterances are measured, beside the window: pitch takes a while.

use crate::call::VoiceMeasures;
use crate::hearing::{Utterance, measures};
use crate::records::recordings;
use crate::voice::RATE;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

/// An utterance to be measured.
pub struct Job {
    /// Which time the operator spoke.
    pub number: u32,
    /// What was said.
    pub utterance: Utterance,
    /// Where its sound is kept; `None`: nowhere.
    pub record: Option<PathBuf>,
}

/// What came of it.
struct Done {
    number: u32,
    measures: VoiceMeasures,
    trouble: Option<String>,
}

/// A thread that measures; begun with the first job, gone with the bench.
#[derive(Default)]
pub struct Bench {
    threads: Option<(Sender<Job>, Receiver<Done>)>,
    troubles: Vec<String>,
}

impl Bench {
    /// Has an utterance measured, and its sound kept where that is wanted.
    pub fn measure(&mut self, job: Job) {
        if self.threads.is_none() {
            self.threads = begin();
        }
        if let Some((jobs, _)) = &self.threads {
            // A thread that is gone measures nothing: advice is missing, the call goes on.
            let _ = jobs.send(job);
        }
    }

    /// What was measured since the last time, in order.
    pub fn done(&mut self) -> Vec<(u32, VoiceMeasures)> {
        let done: Vec<Done> = self.threads.iter().flat_map(|(_, done)| done.try_iter()).collect();
        let mut measured = Vec::new();
        for Done { number, measures, trouble } in done {
            self.troubles.extend(trouble);
            measured.push((number, measures));
        }
        measured
    }

    /// Why a recording could not be kept; told once.
    pub fn trouble(&mut self) -> Option<String> {
        self.troubles.pop()
    }
}

fn begin() -> Option<(Sender<Job>, Receiver<Done>)> {
    let (jobs, taken) = channel::<Job>();
    let (tell, done) = channel();
    let work = move || {
        while let Ok(Job { number, utterance, record }) = taken.recv() {
            let trouble = record.and_then(|path| recordings::write(&path, &utterance.sound, RATE).err());
            if tell.send(Done { number, measures: measures(&utterance), trouble }).is_err() {
                return;
            }
        }
    };
    std::thread::Builder::new().name("voice measures".to_owned()).spawn(work).ok()?;
    Some((jobs, done))
}
