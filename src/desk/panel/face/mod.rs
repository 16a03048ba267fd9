//! A drawn face: age, temperament and mood legible in it. Everything follows from the view; it keeps no time of its own.

mod features;
mod hair;
mod head;
mod pen;
mod room;

pub use room::paint_floor;

use crate::mood::Mood;
use crate::pack::model::Voice;
use bevy_egui::egui::{self, Color32, Painter, Rect, Stroke, Vec2, epaint::EllipseShape};
use features::{paint_eyes, paint_mouth};
use hair::{paint_back_hair, paint_front_hair};
use head::{paint_head, paint_shoulders};
use pen::Frame;
use room::backdrop;

/// What the face shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaceView {
    /// Woman or man; hair and beard go by it.
    pub voice: Voice,
    /// Years; greys the hair and lines the face.
    pub age: u8,
    /// Which of the possible looks.
    pub look: u64,
    /// Brows, lids and mouth go by it.
    pub mood: Mood,
    /// The mouth moves.
    pub speaking: bool,
    /// Milliseconds; moves eyelids, mouth and breath. Constant for a still picture.
    pub clock_ms: u64,
    /// Veiled, with a sign for the hold.
    pub on_hold: bool,
    /// Just sighed.
    pub sighing: bool,
}

const SKINS: [u32; 5] = [0xF3CDB3, 0xE2B08C, 0xC98E66, 0x9C6644, 0x6F4630];
const HAIRS: [u32; 5] = [0x3A2A22, 0x6B4327, 0x9A6B3B, 0x23232A, 0x7E3F2A];
const CLOTHES: [u32; 5] = [0x3F6C7A, 0x7A5563, 0x5B6B45, 0x4E5A86, 0x8A6A3F];

fn colour(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

fn mix(a: Color32, b: Color32, share: f32) -> Color32 {
    a.lerp_to_gamma(b, share.clamp(0.0, 1.0))
}

/// Features of a look: what differs from person to person.
struct Look {
    skin: Color32,
    hair: Color32,
    clothes: Color32,
    long_hair: bool,
    glasses: bool,
    beard: bool,
    bald: bool,
    old: f32,
}

impl Look {
    fn of(view: &FaceView) -> Look {
        let pick = |shift: u32, len: usize| (view.look >> shift) as usize % len;
        let woman = matches!(view.voice, Voice::Woman | Voice::OldWoman | Voice::YoungWoman);
        let old = ((f32::from(view.age) - 35.0) / 40.0).clamp(0.0, 1.0);
        let natural = colour(HAIRS[pick(3, HAIRS.len())]);
        let grey = ((f32::from(view.age) - 42.0) / 24.0).clamp(0.0, 1.0);
        Look {
            skin: colour(SKINS[pick(0, 3) + pick(17, 3)]),
            hair: mix(natural, colour(0xD9D9D6), grey),
            clothes: colour(CLOTHES[pick(6, CLOTHES.len())]),
            long_hair: woman && (view.age < 60 || pick(9, 2) == 0),
            glasses: pick(11, 3) == 0 || view.age > 62,
            beard: !woman && pick(13, 3) == 0 && view.age > 22,
            bald: !woman && view.age > 48 && pick(15, 2) == 0,
            old,
        }
    }
}

/// What the mood does to the features, each −1 … 1 or 0 … 1.
struct Expression {
    /// Inner ends of the brows down.
    anger: f32,
    /// One brow up, head aside.
    doubt: f32,
    /// Corners of the mouth up (or down).
    smile: f32,
    /// Lids half shut, eyes away.
    boredom: f32,
}

impl Expression {
    fn of(mood: Mood) -> Expression {
        let part = |value: u8| f32::from(value.min(100)) / 100.0;
        let (patience, trust, confusion, interest) =
            (part(mood.patience), part(mood.trust), part(mood.confusion), part(mood.interest));
        let anger = ((0.5 - patience) * 2.2).clamp(0.0, 1.0);
        Expression {
            anger,
            doubt: ((confusion - 0.4) * 1.8).clamp(0.0, 1.0).max(((0.35 - trust) * 1.6).clamp(0.0, 0.6)),
            smile: ((trust + interest + patience) / 3.0 - 0.5) * 2.0 - anger * 0.9,
            boredom: ((0.35 - interest) * 2.2).clamp(0.0, 1.0),
        }
    }
}

/// Paints a head and shoulders into the rectangle.
pub fn paint_face(painter: &Painter, rect: Rect, view: &FaceView, dark: bool) {
    let look = Look::of(view);
    let mood = Expression::of(view.mood);
    backdrop(painter, rect, view.look, dark);
    let breath = wave(view.clock_ms, 3_800) * 0.015;
    let nod = if view.speaking { wave(view.clock_ms, 900) * 0.02 } else { 0.0 };
    let head = Frame {
        centre: egui::pos2(rect.center().x, rect.top() + rect.height() * 0.50 + breath * rect.height()),
        unit: rect.height() * 0.245,
        tilt: mood.doubt * 0.10 + nod - mood.boredom * 0.05,
    };
    let body = Frame { centre: head.centre, unit: head.unit, tilt: 0.0 };
    paint_back_hair(painter, &head, &look);
    paint_shoulders(painter, &body, &look);
    paint_head(painter, &head, &look, mood.anger);
    paint_eyes(painter, &head, &look, &mood, view);
    paint_mouth(painter, &head, &look, &mood, view);
    paint_front_hair(painter, &head, &look);
    if look.glasses {
        let ink = mix(colour(0x2B2F36), look.hair, 0.2);
        for x in [-0.40, 0.40] {
            let mut ring = EllipseShape::stroke(
                head.at(x, -0.04),
                Vec2::new(0.29, 0.25) * head.unit,
                Stroke::new(0.05 * head.unit, ink),
            );
            ring.angle = head.tilt;
            painter.add(ring);
        }
        painter.line_segment([head.at(-0.12, -0.06), head.at(0.12, -0.06)], Stroke::new(0.05 * head.unit, ink));
    }
    if view.on_hold {
        painter.rect_filled(
            rect,
            8.0,
            if dark { Color32::from_black_alpha(150) } else { Color32::from_white_alpha(170) },
        );
        let ink = if dark { Color32::WHITE } else { colour(0x17212B) };
        // On a disc: two bars across a face would be taken for part of it.
        let disc = if dark { colour(0x17212B) } else { Color32::WHITE };
        painter.circle(rect.center(), 30.0, disc, Stroke::new(1.5, ink));
        super::super::part::Icon::Pause.paint(painter, Rect::from_center_size(rect.center(), Vec2::splat(44.0)), ink);
    }
    if view.sighing {
        let ink = if dark { Color32::from_white_alpha(150) } else { Color32::from_black_alpha(110) };
        for (at, lift) in [(0.0, 0.0), (0.16, -0.10), (0.32, -0.04)] {
            painter.add(head.curve(
                [(0.5 + at, 0.72 + lift), (0.7 + at, 0.64 + lift), (0.8 + at, 0.80 + lift), (1.0 + at, 0.70 + lift)],
                0.05,
                ink,
            ));
        }
    }
}

/// −1 … 1, smoothly, once per period.
fn wave(clock_ms: u64, period_ms: u64) -> f32 {
    ((clock_ms % period_ms) as f32 / period_ms as f32 * std::f32::consts::TAU).sin()
}
