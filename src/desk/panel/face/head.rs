//! Head and shoulders: skin, age, beard.

use super::pen::Frame;
use super::{Look, colour, mix};
use bevy_egui::egui::{Color32, Painter};

pub(super) fn paint_shoulders(painter: &Painter, body: &Frame, look: &Look) {
    painter.add(body.filled(
        &[(-2.0, 2.6), (-1.85, 1.95), (-1.2, 1.55), (-0.4, 1.38), (0.4, 1.38), (1.2, 1.55), (1.85, 1.95), (2.0, 2.6)],
        look.clothes,
    ));
    let neck = mix(look.skin, Color32::BLACK, 0.10);
    painter.add(body.filled(
        &[(-0.42, 0.7), (-0.42, 1.35), (-0.2, 1.55), (0.0, 1.62), (0.2, 1.55), (0.42, 1.35), (0.42, 0.7), (0.0, 0.6)],
        neck,
    ));
}

pub(super) fn paint_head(painter: &Painter, head: &Frame, look: &Look, anger: f32) {
    let flush = mix(look.skin, colour(0xD0533F), anger * 0.22);
    for x in [-1.0, 1.0] {
        painter.add(head.ellipse(x * 0.97, 0.05, 0.16, 0.26, mix(flush, Color32::BLACK, 0.06)));
    }
    painter.add(head.filled(
        &[
            (0.0, -1.25),
            (0.62, -1.08),
            (0.95, -0.5),
            (0.97, 0.15),
            (0.80, 0.75),
            (0.40, 1.14),
            (0.0, 1.22),
            (-0.40, 1.14),
            (-0.80, 0.75),
            (-0.97, 0.15),
            (-0.95, -0.5),
            (-0.62, -1.08),
        ],
        flush,
    ));
    let cheek = mix(flush, colour(0xD65A48), 0.18 + anger * 0.35);
    for x in [-0.58, 0.58] {
        painter.add(head.ellipse(x, 0.42, 0.20, 0.13, cheek));
    }
    let line = mix(flush, Color32::BLACK, 0.22);
    if look.old > 0.3 {
        let ink = mix(flush, Color32::BLACK, 0.10 + 0.12 * look.old);
        for side in [-1.0, 1.0] {
            painter.add(head.curve(
                [(side * 0.30, 0.30), (side * 0.42, 0.44), (side * 0.46, 0.56), (side * 0.42, 0.70)],
                0.035,
                ink,
            ));
            painter.add(head.curve(
                [(side * 0.72, 0.02), (side * 0.80, 0.0), (side * 0.84, -0.04), (side * 0.88, -0.08)],
                0.03,
                ink,
            ));
            painter.add(head.curve(
                [(side * 0.22, 0.22), (side * 0.34, 0.28), (side * 0.48, 0.28), (side * 0.58, 0.20)],
                0.03,
                ink,
            ));
        }
        if look.old > 0.55 {
            for y in [-0.78, -0.66] {
                painter.add(head.curve([(-0.40, y), (-0.15, y - 0.04), (0.15, y - 0.04), (0.40, y)], 0.028, ink));
            }
        }
    }
    painter.add(head.curve([(0.03, -0.05), (0.12, 0.16), (0.20, 0.34), (-0.06, 0.36)], 0.045, line));
    if look.beard {
        let fill = mix(look.hair, flush, 0.15);
        painter.add(head.filled(
            &[
                (-0.93, 0.18),
                (-0.74, 0.34),
                (-0.52, 0.46),
                (-0.30, 0.46),
                (0.0, 0.42),
                (0.30, 0.46),
                (0.52, 0.46),
                (0.74, 0.34),
                (0.93, 0.18),
                (0.84, 0.80),
                (0.42, 1.22),
                (0.0, 1.30),
                (-0.42, 1.22),
                (-0.84, 0.80),
            ],
            fill,
        ));
    }
}
