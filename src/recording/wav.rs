//! WAV with uncompressed samples.

use super::{Shape, Unfit};
use hound::{SampleFormat, WavReader, WavSpec};
use std::io::Cursor;

/// How a file of this kind begins.
pub const MAGIC: &[u8] = b"RIFF";

/// A file whose head was understood.
pub struct File<'bytes> {
    pub shape: Shape,
    reader: WavReader<Cursor<&'bytes [u8]>>,
}

impl<'bytes> File<'bytes> {
    /// Reads the head and compares it with what follows, so that a file that was cut off is none.
    pub fn open(bytes: &'bytes [u8]) -> Result<File<'bytes>, Unfit> {
        let begins = WavReader::new(Cursor::new(bytes)).map_err(unreadable)?.into_inner().position();
        let reader = WavReader::new(Cursor::new(bytes)).map_err(unreadable)?;
        let WavSpec { channels, sample_rate, bits_per_sample, .. } = reader.spec();
        let least = u64::from(reader.len()) * u64::from(bits_per_sample.div_ceil(8));
        if begins + least > bytes.len() as u64 {
            return Err(Unfit::Unreadable("damaged: it is shorter than it says".into()));
        }
        let frames = u64::from(reader.duration());
        let shape = Shape { rate: sample_rate, channels: usize::from(channels), frames };
        Ok(File { shape, reader })
    }

    /// The sound, both channels in equal parts: as many frames as the shape says, but no more than `longest`.
    pub fn samples(mut self, longest: u64) -> Result<Vec<f32>, Unfit> {
        let WavSpec { bits_per_sample, sample_format, .. } = self.reader.spec();
        let channels = self.shape.channels.max(1);
        let count = self.shape.frames.min(longest) as usize * channels;
        let samples: Vec<f32> = match sample_format {
            SampleFormat::Float => self.reader.samples::<f32>().take(count).collect::<Result<_, _>>(),
            SampleFormat::Int => {
                let full = 2_f32.powi(i32::from(bits_per_sample) - 1);
                let samples = self.reader.samples::<i32>().take(count);
                samples.map(|sample| sample.map(|sample| sample as f32 / full)).collect()
            }
        }
        .map_err(unreadable)?;
        Ok(samples.chunks_exact(channels).map(|frame| frame.iter().sum::<f32>() / channels as f32).collect())
    }
}

fn unreadable(error: hound::Error) -> Unfit {
    Unfit::Unreadable(error.to_string())
}
