//! Eyes, brows and mouth: what a face says.

use super::pen::Frame;
use super::{Expression, FaceView, Look, colour, mix, wave};
use bevy_egui::egui::{Color32, Painter};

pub(super) fn paint_eyes(painter: &Painter, head: &Frame, look: &Look, mood: &Expression, view: &FaceView) {
    let blink = !view.on_hold && view.clock_ms % 4_300 < 130 && view.clock_ms > 200;
    let open = if blink { 0.05 } else { 1.0 - mood.boredom * 0.5 - look.old * 0.12 + mood.doubt * 0.1 };
    let away = mood.boredom * 0.07 + mood.doubt * 0.04;
    let ink = colour(0x2A2522);
    for side in [-1.0_f32, 1.0] {
        let x = side * 0.40;
        if open > 0.2 {
            painter.add(head.ellipse(x, -0.03, 0.16, 0.11 * open, colour(0xFBFAF7)));
            painter.add(head.ellipse(x + away, -0.025, 0.088, 0.095 * open.min(1.0), mix(ink, look.hair, 0.25)));
            painter.circle_filled(head.at(x + away + 0.025, -0.06), 0.022 * head.unit, Color32::WHITE);
        }
        let lid = -0.03 - 0.10 * open;
        painter.add(head.curve(
            [(x - 0.18, -0.02), (x - 0.09, lid - 0.03), (x + 0.09, lid - 0.03), (x + 0.18, -0.02)],
            0.05,
            ink,
        ));
        // Brows: inner ends down in anger, one up in doubt.
        let lift = if side > 0.0 { mood.doubt * 0.14 } else { 0.0 };
        let (inner, outer) = (-0.34 + mood.anger * 0.13 - lift, -0.34 - mood.anger * 0.05 - lift * 0.5);
        let brow =
            if look.old > 0.7 { mix(look.hair, Color32::BLACK, 0.25) } else { mix(look.hair, Color32::BLACK, 0.35) };
        painter.add(head.curve(
            [
                (side * 0.16, inner),
                (side * 0.30, inner - 0.09),
                (side * 0.46, outer - 0.07),
                (side * 0.62, outer + 0.05),
            ],
            0.085,
            brow,
        ));
    }
    if mood.anger > 0.55 {
        let crease = mix(look.skin, Color32::BLACK, 0.35);
        for x in [-0.05, 0.06] {
            painter.add(head.curve([(x, -0.42), (x, -0.36), (x, -0.32), (x * 0.6, -0.26)], 0.03, crease));
        }
    }
}

pub(super) fn paint_mouth(painter: &Painter, head: &Frame, look: &Look, mood: &Expression, view: &FaceView) {
    let lips =
        if look.long_hair { mix(look.skin, colour(0xA83A3F), 0.55) } else { mix(look.skin, colour(0x7A3A33), 0.55) };
    let bend = mood.smile.clamp(-1.0, 1.0) * 0.13;
    let (y, half) = (0.68, 0.32);
    let open = if view.speaking {
        // Two waves that never meet: a mouth that speaks without counting.
        (0.5 + 0.5 * wave(view.clock_ms, 310) * wave(view.clock_ms, 470)).abs() * 0.13 + 0.03
    } else if view.sighing {
        0.07
    } else {
        0.0
    };
    if open > 0.02 {
        painter.add(head.filled(
            &[
                (-half * 0.8, y - bend * 0.4),
                (-0.1, y - open * 0.6),
                (0.1, y - open * 0.6),
                (half * 0.8, y - bend * 0.4),
                (0.14, y + open + bend * 0.4),
                (-0.14, y + open + bend * 0.4),
            ],
            colour(0x5A2320),
        ));
        painter.add(head.curve(
            [(-0.14, y - open * 0.4), (-0.06, y - open * 0.5), (0.06, y - open * 0.5), (0.14, y - open * 0.4)],
            0.05,
            colour(0xF6F1EA),
        ));
    }
    painter.add(head.curve(
        [
            (-half, y - bend),
            (-0.12, y - open * 0.8 + bend * 0.7),
            (0.12, y - open * 0.8 + bend * 0.7),
            (half, y - bend),
        ],
        0.07,
        lips,
    ));
    if open > 0.02 {
        painter.add(head.curve(
            [
                (-half, y - bend),
                (-0.14, y + open * 1.3 + bend * 0.7),
                (0.14, y + open * 1.3 + bend * 0.7),
                (half, y - bend),
            ],
            0.07,
            lips,
        ));
    }
}
