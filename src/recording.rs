//! A recorded sound: a WAV or OGG Vorbis file, its length, and its samples.
//!
//! How long it is follows from the frames that the file holds, which are counted without decoding anything: the same whole
//! number on every machine.

use std::io::Cursor;
use std::sync::Arc;
use symphonia::core::codecs::audio::AudioDecoderOptions;
use symphonia::core::errors::Error;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatReader, TrackType};
use symphonia::core::io::MediaSourceStream;

/// Shortest and longest recording of a line, milliseconds.
pub const LENGTH_MS: [u64; 2] = [100, 30_000];
/// Lowest and highest sampling rate, Hz.
pub const RATE_HZ: [u32; 2] = [8_000, 48_000];

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
    /// Shorter or longer than [`LENGTH_MS`]: at least so many milliseconds.
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
        let bytes: Arc<[u8]> = bytes.into();
        let mut reader = Reader::open(Arc::clone(&bytes))?;
        if !(RATE_HZ[0]..=RATE_HZ[1]).contains(&reader.rate) {
            return Err(Unfit::Rate(reader.rate));
        }
        if !(1..=2).contains(&reader.channels) {
            return Err(Unfit::Channels(reader.channels));
        }
        let mut frames = 0_u64;
        let ms = |frames: u64| frames.saturating_mul(1_000) / u64::from(reader.rate);
        let (most, rate_ms) = (LENGTH_MS[1], ms);
        while let Some(packet) = next(reader.format.as_mut(), reader.track)? {
            frames = frames.saturating_add(packet.dur.get());
            if rate_ms(frames) > most {
                return Err(Unfit::Length(rate_ms(frames)));
            }
        }
        let ms = ms(frames);
        if ms < LENGTH_MS[0] {
            return Err(Unfit::Length(ms));
        }
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
        samples(Arc::clone(&self.bytes), LENGTH_MS[1])
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
pub fn samples(bytes: Arc<[u8]>, longest_ms: u64) -> Result<(Vec<f32>, u32), Unfit> {
    let mut reader = Reader::open(bytes)?;
    let params = reader.format.default_track(TrackType::Audio).and_then(|track| track.codec_params.clone());
    let params = params.as_ref().and_then(|params| params.audio());
    let params = params.ok_or_else(|| Unfit::Unreadable("no sound in it".into()))?;
    let mut decoder = symphonia::default::get_codecs()
        .make_audio_decoder(params, &AudioDecoderOptions::default())
        .map_err(|error| unreadable(&error))?;
    let longest = longest_ms.saturating_mul(u64::from(reader.rate)) / 1_000;
    let (mut mono, mut piece) = (Vec::new(), Vec::<f32>::new());
    while let Some(packet) = next(reader.format.as_mut(), reader.track)? {
        let decoded = match decoder.decode(&packet) {
            Ok(decoded) => decoded,
            // A damaged packet is a short silence.
            Err(Error::DecodeError(_)) => {
                mono.resize(mono.len() + packet.dur.get().min(8_192) as usize, 0.0);
                continue;
            }
            Err(error) => return Err(unreadable(&error)),
        };
        let channels = decoded.num_planes().max(1);
        piece.resize(decoded.samples_interleaved(), 0.0);
        decoded.copy_to_slice_interleaved(&mut piece);
        // Files of floating-point numbers can hold anything.
        let level = |sample: &f32| if sample.is_finite() { sample.clamp(-4.0, 4.0) } else { 0.0 };
        mono.extend(piece.chunks_exact(channels).map(|frame| frame.iter().map(level).sum::<f32>() / channels as f32));
        if mono.len() as u64 >= longest {
            mono.truncate(longest as usize);
            break;
        }
    }
    Ok((mono, reader.rate))
}

/// A file whose container was understood.
struct Reader {
    format: Box<dyn FormatReader>,
    track: u32,
    rate: u32,
    channels: usize,
}

impl Reader {
    fn open(bytes: Arc<[u8]>) -> Result<Reader, Unfit> {
        let stream = MediaSourceStream::new(Box::new(Cursor::new(bytes)), Default::default());
        let format = symphonia::default::get_probe()
            .probe(&Hint::new(), stream, Default::default(), Default::default())
            .map_err(|error| unreadable(&error))?;
        let track = format.default_track(TrackType::Audio).ok_or_else(|| Unfit::Unreadable("no sound in it".into()))?;
        let params = track.codec_params.as_ref().and_then(|params| params.audio());
        let params = params.ok_or_else(|| Unfit::Unreadable("a kind of OGG that is not Vorbis".into()))?;
        let rate = params.sample_rate.ok_or_else(|| Unfit::Unreadable("no sampling rate".into()))?;
        let channels = params.channels.as_ref().map_or(0, |channels| channels.count());
        let track = track.id;
        Ok(Reader { track, rate, channels, format })
    }
}

/// The next packet of a track; `None`: there are no more.
fn next(format: &mut dyn FormatReader, track: u32) -> Result<Option<symphonia::core::packet::Packet>, Unfit> {
    loop {
        match format.next_packet() {
            Ok(Some(packet)) if packet.track_id == track => return Ok(Some(packet)),
            Ok(Some(_)) => {}
            // A second stream after the first is no part of the line.
            Ok(None) | Err(Error::ResetRequired) => return Ok(None),
            // A file that was cut off ends where it was cut.
            Err(Error::IoError(error)) if error.kind() == std::io::ErrorKind::UnexpectedEof => return Ok(None),
            Err(error) => return Err(unreadable(&error)),
        }
    }
}

fn unreadable(error: &Error) -> Unfit {
    Unfit::Unreadable(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A second of a tone of 440 Hz at half of full scale, as an encoder wrote it: OGG Vorbis, mono, 16 000 Hz.
    const OGG: &[u8] = include_bytes!("../tests/data/voices/tone.ogg");

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
        // Vorbis headers after which nothing comes.
        assert!(Recording::open(OGG[..OGG.len() / 2].to_vec()).is_err() || OGG.len() > 20_000);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Whatever is damaged: an answer, and a sound no longer than allowed.
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
            if let Ok(recording) = Recording::open(bytes) {
                prop_assert!((LENGTH_MS[0]..=LENGTH_MS[1]).contains(&recording.ms()));
                if let Ok((samples, rate)) = recording.samples() {
                    prop_assert!(samples.len() as u64 <= LENGTH_MS[1] * u64::from(rate) / 1_000);
                }
            }
        }
    }
}
