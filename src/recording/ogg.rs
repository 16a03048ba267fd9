//! OGG Vorbis.

use super::{Shape, Unfit};
use oxideav_core::{Decoder, Frame, Packet, TimeBase};
use oxideav_ogg::page::Page;
use oxideav_vorbis::VorbisDecoder;

/// How a file of this kind begins.
pub const MAGIC: &[u8] = b"OggS";

/// No packet holds more (Vorbis I, 4.2.2).
const MOST_FRAMES: u64 = 8_192;

/// The first stream of a file, taken out of its pages.
pub struct Stream {
    pub shape: Shape,
    packets: Vec<Vec<u8>>,
}

impl Stream {
    /// Puts the packets together. How many frames there are the last page says (Vorbis I, A.2).
    pub fn open(bytes: &[u8]) -> Result<Stream, Unfit> {
        let (mut packets, mut packet) = (Vec::new(), Vec::new());
        let (mut serial, mut frames) = (None, 0);
        let mut at = 0;
        while at < bytes.len() {
            let (page, length) = Page::parse(&bytes[at..]).map_err(|_| damaged(&format!("page at byte {at}")))?;
            at += length;
            // A second stream is no part of the line.
            if *serial.get_or_insert(page.serial) != page.serial {
                continue;
            }
            for piece in page.packet_segments() {
                packet.extend_from_slice(&page.data[piece.data]);
                if piece.terminated {
                    packets.push(std::mem::take(&mut packet));
                }
            }
            // Below zero: no packet ends on this page.
            frames = u64::try_from(page.granule_position).unwrap_or(frames);
        }
        let frames = frames.min(packets.len() as u64 * MOST_FRAMES);
        let shape = packets.first().and_then(|first| shape(first, frames));
        shape.map(|shape| Stream { shape, packets }).ok_or_else(|| Unfit::Unreadable("OGG, but not Vorbis".into()))
    }

    /// The sound, both channels in equal parts: as many frames as the shape says, but no more than `longest`.
    pub fn samples(self, longest: u64) -> Result<Vec<f32>, Unfit> {
        let frames = self.shape.frames.min(longest) as usize;
        let mut decoder = VorbisDecoder::new();
        let mut mono: Vec<f32> = Vec::new();
        for (nth, packet) in self.packets.into_iter().enumerate() {
            let taken = decoder.send_packet(&Packet::new(0, TimeBase::new(1, 1), packet));
            // The first three say how to decode the others, of which one that is damaged is left out.
            if nth < 3 && taken.is_err() {
                return Err(damaged("Vorbis header"));
            }
            while let Ok(Frame::Audio(audio)) = decoder.receive_frame() {
                mono.extend(mixed(&audio.data));
            }
            if mono.len() >= frames {
                break;
            }
        }
        mono.resize(frames, 0.0);
        Ok(mono)
    }
}

/// What the first packet says (Vorbis I, 4.2.2); `None`: it is none of Vorbis.
fn shape(packet: &[u8], frames: u64) -> Option<Shape> {
    let fields = packet.strip_prefix(b"\x01vorbis")?;
    let channels = usize::from(*fields.get(4)?);
    let rate = u32::from_le_bytes(fields.get(5..9)?.try_into().ok()?);
    Some(Shape { rate, channels, frames })
}

/// Of channels as the decoder writes them, a row of little-endian numbers each.
fn mixed(channels: &[Vec<u8>]) -> Vec<f32> {
    let mut rows = channels.iter().map(|row| row.as_chunks().0.iter().map(|bytes| f32::from_le_bytes(*bytes)));
    let mut mono: Vec<f32> = rows.next().into_iter().flatten().collect();
    for row in rows {
        mono.iter_mut().zip(row).for_each(|(sum, sample)| *sum += sample);
    }
    mono.iter_mut().for_each(|sum| *sum /= channels.len() as f32);
    mono
}

fn damaged(what: &str) -> Unfit {
    Unfit::Unreadable(format!("damaged {what}"))
}
