//! A recorded sound: a WAV or OGG Vorbis file, its length, and its samples.
//!
//! How long it is follows from the frames that the file holds, which are counted without decoding anything: the same whole
//! number on every machine.

mod ogg;
mod wav;

use std::sync::Arc;

/// Shortest and longest recording of a line, milliseconds.
pub const LENGTH_MS: [u64; 2] = [100, 30_000];
/// Lowest and highest sampling rate, Hz.
pub const RATE_HZ: [u32; 2] = [8_000, 48_000];
/// Whatever a file is for: nothing sounds better above this sampling rate, and what a file says of itself costs memory.
const HIGHEST_HZ: u32 = 192_000;

/// A recording that can be played. Two with the same bytes are equal.
#[derive(Clone)]
pub struct Recording {
    hash: blake3::Hash,
    ms: u64,
    bytes: Arc<[u8]>,
}

/// Why a file cannot be a recording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// Neither WAV nor OGG Vorbis, or damaged: what the decoder says.
    Unreadable(String),
    /// Shorter or longer than [`LENGTH_MS`]: so many milliseconds.
    Length(u64),
    /// Its sampling rate is outside of [`RATE_HZ`].
    Rate(u32),
    /// Neither one nor two channels.
    Channels(usize),
}

impl Recording {
    /// Looks through a file. Takes no longer than its bytes warrant, whatever they say.
    ///
    /// # Errors
    /// It cannot be played, or is longer than anybody speaks in one go.
    pub fn open(bytes: Vec<u8>) -> Result<Recording, Unfit> {
        let Shape { rate, channels, frames } = File::open(&bytes)?.shape();
        if !(RATE_HZ[0]..=RATE_HZ[1]).contains(&rate) {
            return Err(Unfit::Rate(rate));
        }
        if !(1..=2).contains(&channels) {
            return Err(Unfit::Channels(channels));
        }
        let ms = frames.saturating_mul(1_000) / u64::from(rate);
        if !(LENGTH_MS[0]..=LENGTH_MS[1]).contains(&ms) {
            return Err(Unfit::Length(ms));
        }
        let bytes: Arc<[u8]> = bytes.into();
        Ok(Recording { hash: blake3::hash(&bytes), ms, bytes })
    }

    /// How long it is, milliseconds.
    pub fn ms(&self) -> u64 {
        self.ms
    }

    /// What is in it: another name for its bytes.
    pub fn hash(&self) -> [u8; 32] {
        *self.hash.as_bytes()
    }

    /// Its sound: mono samples and how many there are a second.
    ///
    /// # Errors
    /// It is damaged, in words.
    pub fn samples(&self) -> Result<(Vec<f32>, u32), Unfit> {
        samples(&self.bytes, LENGTH_MS[1])
    }
}

impl PartialEq for Recording {
    fn eq(&self, other: &Recording) -> bool {
        self.hash == other.hash
    }
}

impl Eq for Recording {}

impl std::fmt::Debug for Recording {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Recording({} ms, {})", self.ms, &self.hash.to_hex()[..8])
    }
}

/// The sound of a WAV or OGG Vorbis file: mono samples, both channels in equal parts, and how many there are a second. What
/// comes after `longest_ms` is left out.
///
/// # Errors
/// It cannot be read.
pub fn samples(bytes: &[u8], longest_ms: u64) -> Result<(Vec<f32>, u32), Unfit> {
    let file = File::open(bytes)?;
    let rate = file.shape().rate;
    if !(1..=HIGHEST_HZ).contains(&rate) {
        return Err(Unfit::Rate(rate));
    }
    let longest = longest_ms.saturating_mul(u64::from(rate)) / 1_000;
    let mut mono = match file {
        File::Ogg(stream) => stream.samples(longest)?,
        File::Wav(file) => file.samples(longest)?,
    };
    // Files of floating-point numbers can hold anything.
    for sample in &mut mono {
        *sample = if sample.is_finite() { sample.clamp(-4.0, 4.0) } else { 0.0 };
    }
    Ok((mono, rate))
}

/// What a file says of its sound.
#[derive(Debug, Clone, Copy)]
struct Shape {
    rate: u32,
    channels: usize,
    frames: u64,
}

/// A file whose container was understood.
enum File<'bytes> {
    Ogg(ogg::Stream),
    Wav(wav::File<'bytes>),
}

impl File<'_> {
    fn open(bytes: &[u8]) -> Result<File<'_>, Unfit> {
        if bytes.starts_with(ogg::MAGIC) {
            ogg::Stream::open(bytes).map(File::Ogg)
        } else if bytes.starts_with(wav::MAGIC) {
            wav::File::open(bytes).map(File::Wav)
        } else {
            Err(Unfit::Unreadable("neither WAV nor OGG".into()))
        }
    }

    fn shape(&self) -> Shape {
        match self {
            File::Ogg(stream) => stream.shape,
            File::Wav(file) => file.shape,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxideav_ogg::page::Page;
    use proptest::prelude::*;
    use std::io::Cursor;

    /// A second of a tone of 440 Hz at half of full scale, as an encoder wrote it: OGG Vorbis, mono, 16 000 Hz.
    const OGG: &[u8] = include_bytes!("../../tests/data/voices/tone.ogg");

    fn wav(rate: u32, channels: u16, frames: usize) -> Vec<u8> {
        let spec = hound::WavSpec {
            channels,
            sample_rate: rate,
            bits_per_sample: 16,
            sample_format: hound::SampleFormat::Int,
        };
        let mut bytes = Cursor::new(Vec::new());
        let mut writer = hound::WavWriter::new(&mut bytes, spec).expect("in memory");
        for at in 0..frames {
            for _ in 0..channels {
                let angle = 2.0 * std::f32::consts::PI * 440.0 * at as f32 / rate as f32;
                writer.write_sample((angle.sin() * 16_384.0) as i16).expect("in memory");
            }
        }
        writer.finalize().expect("in memory");
        bytes.into_inner()
    }

    /// The tone with changes that its checksums know of.
    fn ogg(mut change: impl FnMut(&mut Page)) -> Vec<u8> {
        let (mut bytes, mut at) = (Vec::new(), 0);
        while at < OGG.len() {
            let (mut page, length) = Page::parse(&OGG[at..]).expect("whole");
            change(&mut page);
            bytes.extend(page.to_bytes());
            at += length;
        }
        bytes
    }

    #[test]
    fn length_and_sound_agree_in_every_kind_of_file() {
        for (bytes, ms) in [
            (OGG.to_vec(), 1_000),
            (wav(16_000, 1, 16_000), 1_000),
            (wav(44_100, 2, 22_050), 500),
            (wav(8_000, 1, 12_345), 1_543),
        ] {
            let recording = Recording::open(bytes).expect("it can be played");
            assert_eq!(recording.ms(), ms);
            let (samples, rate) = recording.samples().expect("decoded");
            assert_eq!(samples.len() as u64 * 1_000 / u64::from(rate), ms);
            let loud = samples.iter().fold(0.0_f32, |loud, sample| loud.max(sample.abs()));
            assert!((0.45..0.56).contains(&loud), "{loud}");
        }
    }

    #[test]
    fn what_nobody_could_play_is_told() {
        let why = |bytes: Vec<u8>| Recording::open(bytes).expect_err("it cannot be played");
        assert!(matches!(why(Vec::new()), Unfit::Unreadable(_)));
        assert!(matches!(why(b"ID3\x03 this is no sound".to_vec()), Unfit::Unreadable(_)));
        assert_eq!(why(wav(16_000, 1, 800)), Unfit::Length(50));
        assert!(matches!(why(wav(8_000, 1, 8_000 * 31)), Unfit::Length(30_001..)));
        assert_eq!(why(wav(96_000, 1, 96_000)), Unfit::Rate(96_000));
        assert_eq!(why(wav(16_000, 3, 16_000)), Unfit::Channels(3));
        for whole in [OGG.to_vec(), wav(16_000, 1, 16_000)] {
            for keep in [30, whole.len() / 2, whole.len() - 1] {
                assert!(matches!(why(whole[..keep].to_vec()), Unfit::Unreadable(_)));
            }
        }
        assert!(matches!(samples(&ogg(|page| page.data[12..16].fill(0xff)), 1_000), Err(Unfit::Rate(u32::MAX))));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Whatever is damaged: an answer, and a sound as long as it says.
        #[test]
        fn damaged_files_never_panic(
            ogg: bool,
            changes in proptest::collection::vec((0usize..20_000, any::<u8>()), 0..12),
            keep in 0usize..20_000,
        ) {
            let mut bytes = if ogg { OGG.to_vec() } else { wav(16_000, 1, 4_000) };
            for (at, byte) in changes {
                let length = bytes.len();
                bytes[at % length] = byte;
            }
            bytes.truncate(keep.max(1));
            holds(bytes)?;
        }

        /// The same where the damage lies below the checksums: headers, books of codes, lengths, packets.
        #[test]
        fn hostile_streams_never_panic(
            changes in proptest::collection::vec((0usize..4_400, any::<u8>()), 1..12),
            frames in proptest::option::of(any::<i64>()),
        ) {
            let mut before = 0;
            holds(ogg(|page| {
                for (at, byte) in &changes {
                    if let Some(old) = page.data.get_mut(at.wrapping_sub(before)) {
                        *old = *byte;
                    }
                }
                before += page.data.len();
                page.granule_position = frames.unwrap_or(page.granule_position);
            }))?;
        }
    }

    fn holds(bytes: Vec<u8>) -> Result<(), TestCaseError> {
        let _ = samples(&bytes, 1_000);
        let Ok(recording) = Recording::open(bytes) else { return Ok(()) };
        prop_assert!((LENGTH_MS[0]..=LENGTH_MS[1]).contains(&recording.ms()));
        if let Ok((samples, rate)) = recording.samples() {
            prop_assert_eq!(samples.len() as u64 * 1_000 / u64::from(rate), recording.ms());
        }
        Ok(())
    }
}
