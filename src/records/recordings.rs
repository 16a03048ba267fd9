//! Recordings of a trainee's own voice, made only where he said so: WAV files beside the store, one folder an attempt, whose
//! name says until when it is kept (`attempt-12-until-2027-05-22`). They can be listed and deleted, and go with the attempt.

use super::{AttemptId, RecordsError};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Recordings are kept so many days. DOMAIN: sound at most six months; the shortest six months have 181 days.
pub const KEPT_DAYS: i32 = 180;

/// What is kept of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Where it lies.
    pub folder: PathBuf,
    /// Deleted at the first opening from this day on, `2027-05-22`.
    pub until: String,
    /// The recordings there are, by the number of what was said, in order.
    pub numbers: Vec<u32>,
}

/// The recordings of a data folder.
#[derive(Debug, Clone)]
pub struct Recordings {
    root: PathBuf,
}

impl Kept {
    /// The file of what was said under this number; `None`: it was not kept.
    pub fn file(&self, number: u32) -> Option<PathBuf> {
        self.numbers.contains(&number).then(|| self.folder.join(file_name(number)))
    }
}

impl Recordings {
    /// Those of this data folder.
    pub fn of(data_dir: &Path) -> Recordings {
        Recordings { root: data_dir.join("recordings") }
    }

    /// All that is kept, by attempt. Folders that are not ours are left out.
    pub fn list(&self) -> BTreeMap<AttemptId, Kept> {
        self.folders().into_iter().collect()
    }

    /// Every folder; an attempt has one, unless somebody copied it.
    fn folders(&self) -> Vec<(AttemptId, Kept)> {
        let entries = std::fs::read_dir(&self.root).into_iter().flatten().flatten();
        entries
            .filter_map(|entry| {
                let folder = entry.path();
                let (attempt, until) = named(folder.file_name()?.to_str()?)?;
                let files = std::fs::read_dir(&folder).ok()?.flatten();
                let mut numbers: Vec<u32> = files.filter_map(|file| numbered(&file.path())).collect();
                numbers.sort_unstable();
                Some((attempt, Kept { folder, until: until.to_string(), numbers }))
            })
            .collect()
    }

    /// Where the recording of an utterance goes. `today`: `2026-11-23`, or longer.
    pub fn place(&self, attempt: AttemptId, number: u32, today: &str) -> Option<PathBuf> {
        let folder = match self.list().remove(&attempt) {
            Some(kept) => kept.folder,
            None => {
                let until = day(today)?.checked_add(jiff::Span::new().days(KEPT_DAYS)).ok()?;
                self.root.join(format!("attempt-{}-until-{until}", attempt.0))
            }
        };
        Some(folder.join(file_name(number)))
    }

    /// Deletes what is kept of an attempt; nothing is kept: nothing to do.
    pub fn delete(&self, attempt: AttemptId) -> Result<(), RecordsError> {
        self.folders().iter().filter(|(other, _)| *other == attempt).try_for_each(|(_, kept)| remove(&kept.folder))
    }

    /// Deletes what has been kept long enough, and what belongs to no attempt any more.
    pub fn purge(&self, today: &str, known: impl Fn(AttemptId) -> bool) -> Result<(), RecordsError> {
        let today = day(today);
        for (attempt, kept) in self.folders() {
            let over = today.is_some_and(|today| day(&kept.until).is_some_and(|until| until <= today));
            if over || !known(attempt) {
                remove(&kept.folder)?;
            }
        }
        Ok(())
    }

    /// Copies the recordings of these attempts into a folder of an export.
    pub fn export(&self, attempts: &[AttemptId], to: &Path) -> Result<(), RecordsError> {
        for (attempt, kept) in self.list().into_iter().filter(|(attempt, _)| attempts.contains(attempt)) {
            let target = to.join(format!("attempt-{}-voice", attempt.0));
            let failed = |error| RecordsError::new("records-export", format!("{}: {error}", target.display()));
            std::fs::create_dir_all(&target).map_err(failed)?;
            for file in std::fs::read_dir(&kept.folder).map_err(failed)?.flatten() {
                std::fs::copy(file.path(), target.join(file.file_name())).map_err(failed)?;
            }
        }
        Ok(())
    }
}

/// Writes sound as a WAV file, 16 bits, one channel.
///
/// # Errors
/// It cannot be written; in words.
pub fn write(path: &Path, sound: &[f32], rate: u32) -> Result<(), String> {
    let failed = |why: &dyn std::fmt::Display| format!("{}: {why}", path.display());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    }
    let spec =
        hound::WavSpec { channels: 1, sample_rate: rate, bits_per_sample: 16, sample_format: hound::SampleFormat::Int };
    let mut writer = hound::WavWriter::create(path, spec).map_err(|error| failed(&error))?;
    for sample in sound {
        let sample = (sample.clamp(-1.0, 1.0) * f32::from(i16::MAX)) as i16;
        writer.write_sample(sample).map_err(|error| failed(&error))?;
    }
    writer.finalize().map_err(|error| failed(&error))
}

/// Reads what `write` wrote; the sound, and its samples a second.
///
/// # Errors
/// The file is not there, or is none of ours; in words.
pub fn read(path: &Path) -> Result<(Vec<f32>, u32), String> {
    let failed = |error: hound::Error| format!("{}: {error}", path.display());
    let mut reader = hound::WavReader::open(path).map_err(failed)?;
    let spec = reader.spec();
    if (spec.channels, spec.bits_per_sample, spec.sample_format) != (1, 16, hound::SampleFormat::Int) {
        return Err(failed(hound::Error::Unsupported));
    }
    let samples = reader.samples::<i16>().map(|sample| Ok(f32::from(sample?) / f32::from(i16::MAX)));
    Ok((samples.collect::<Result<_, _>>().map_err(failed)?, spec.sample_rate))
}

fn file_name(number: u32) -> String {
    format!("{number:04}.wav")
}

fn numbered(file: &Path) -> Option<u32> {
    file.file_name()?.to_str()?.strip_suffix(".wav")?.parse().ok()
}

fn remove(folder: &Path) -> Result<(), RecordsError> {
    std::fs::remove_dir_all(folder)
        .map_err(|error| RecordsError::new("records-recording-stays", format!("{}: {error}", folder.display())))
}

fn day(text: &str) -> Option<jiff::civil::Date> {
    text.get(..10)?.parse().ok()
}

/// `attempt-12-until-2027-05-22`
fn named(name: &str) -> Option<(AttemptId, jiff::civil::Date)> {
    let (attempt, until) = name.strip_prefix("attempt-")?.split_once("-until-")?;
    Some((AttemptId(attempt.parse().ok()?), until.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(recordings: &Recordings) -> Vec<(i64, String, usize)> {
        recordings.list().into_iter().map(|(attempt, kept)| (attempt.0, kept.until, kept.numbers.len())).collect()
    }

    #[test]
    fn recordings_are_listed_deleted_and_purged() {
        let folder = tempfile::tempdir().expect("a folder");
        let recordings = Recordings::of(folder.path());
        assert!(kept(&recordings).is_empty());
        for (attempt, number, today) in
            [(1, 1, "2026-11-23T20:00:00Z"), (1, 2, "2026-11-24"), (2, 1, "2026-12-24"), (3, 1, "2026-12-24")]
        {
            let place = recordings.place(AttemptId(attempt), number, today).expect("a day");
            write(&place, &[0.0, 0.5, -2.0], 16_000).expect("written");
            let (sound, rate) = read(&place).expect("a file");
            assert_eq!((sound.len(), rate), (3, 16_000));
            assert!((sound[1] - 0.5).abs() < 0.001 && sound[2] == -1.0, "{sound:?}");
        }
        assert_eq!(recordings.place(AttemptId(9), 1, "rubbish"), None);
        std::fs::create_dir(folder.path().join("recordings/holiday")).expect("a folder of somebody else");
        let until = |day: &str| day.to_owned();
        assert_eq!(
            kept(&recordings),
            [(1, until("2027-05-22"), 2), (2, until("2027-06-22"), 1), (3, until("2027-06-22"), 1)]
        );
        let first = &recordings.list()[&AttemptId(1)];
        assert_eq!(first.file(2), recordings.place(AttemptId(1), 2, "2026-11-24"));
        assert_eq!(first.file(3), None);
        assert!(read(&folder.path().join("nothing.wav")).is_err());
        recordings.export(&[AttemptId(1)], &folder.path().join("out")).expect("copied");
        assert!(folder.path().join("out/attempt-1-voice/0002.wav").is_file());
        // The day before nothing goes, but what has lost its attempt.
        recordings.purge("2027-05-21", |attempt| attempt.0 != 3).expect("purged");
        assert_eq!(kept(&recordings).len(), 2);
        recordings.purge("2027-05-22", |_| true).expect("purged");
        assert_eq!(kept(&recordings), [(2, until("2027-06-22"), 1)]);
        recordings.delete(AttemptId(2)).expect("deleted");
        recordings.delete(AttemptId(2)).expect("nothing to delete");
        assert!(kept(&recordings).is_empty());
        assert!(folder.path().join("recordings/holiday").is_dir());
    }
}
