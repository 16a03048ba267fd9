//! Hair: what lies behind the head, and what falls over it.

use super::pen::Frame;
use super::{Look, mix};
use bevy_egui::egui::{Color32, Painter};

pub(super) fn paint_back_hair(painter: &Painter, head: &Frame, look: &Look) {
    if look.long_hair {
        let fill = mix(look.hair, Color32::BLACK, 0.12);
        painter.add(head.filled(
            &[
                (0.0, -1.42),
                (0.95, -1.05),
                (1.20, -0.2),
                (1.16, 0.8),
                (0.92, 1.35),
                (-0.92, 1.35),
                (-1.16, 0.8),
                (-1.20, -0.2),
                (-0.95, -1.05),
            ],
            fill,
        ));
    }
}

pub(super) fn paint_front_hair(painter: &Painter, head: &Frame, look: &Look) {
    let fill = look.hair;
    if look.bald {
        for side in [-1.0, 1.0] {
            painter.add(head.filled(
                &[
                    (side * 0.86, -0.62),
                    (side * 1.03, -0.45),
                    (side * 1.05, -0.02),
                    (side * 0.97, 0.05),
                    (side * 0.93, -0.25),
                ],
                fill,
            ));
        }
    } else if look.long_hair {
        painter.add(head.filled(
            &[
                (-1.04, 0.25),
                (-1.12, -0.45),
                (-0.82, -1.15),
                (0.0, -1.42),
                (0.82, -1.15),
                (1.12, -0.45),
                (1.04, 0.25),
                (0.93, -0.35),
                (0.62, -0.78),
                (0.15, -0.92),
                (-0.40, -0.62),
                (-0.88, -0.25),
            ],
            fill,
        ));
    } else {
        painter.add(head.filled(
            &[
                (-0.98, -0.15),
                (-1.05, -0.60),
                (-0.80, -1.15),
                (-0.1, -1.42),
                (0.65, -1.28),
                (1.02, -0.75),
                (0.98, -0.15),
                (0.90, -0.50),
                (0.62, -0.80),
                (0.1, -0.80),
                (-0.45, -0.92),
                (-0.86, -0.55),
            ],
            fill,
        ));
    }
}
