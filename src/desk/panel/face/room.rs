//! What is behind a face: a quiet room; and the floor the operator sits on, while nobody is on the line.

use super::{colour, mix};
use bevy_egui::egui::{self, Color32, Painter, Rect, Stroke, Vec2};

/// A quiet room: wall, a window or a shelf.
pub(super) fn backdrop(painter: &Painter, rect: Rect, look: u64, dark: bool) {
    let walls = [0xDCE6E8, 0xE9E2D6, 0xE0E4D8, 0xE6DEE6];
    let wall = colour(walls[(look >> 20) as usize % walls.len()]);
    let wall = if dark { mix(wall, colour(0x1A2129), 0.72) } else { wall };
    painter.rect_filled(rect, 8.0, wall);
    let shade = mix(wall, if dark { Color32::WHITE } else { colour(0x17212B) }, 0.07);
    let pane = Rect::from_min_size(
        rect.left_top() + Vec2::new(rect.width() * 0.06, rect.height() * 0.12),
        Vec2::new(rect.width() * 0.2, rect.height() * 0.42),
    );
    if look >> 23 & 1 == 0 {
        painter.rect_filled(pane, 3.0, shade);
        let bar = Stroke::new(3.0, wall);
        painter.vline(pane.center().x, pane.y_range(), bar);
        painter.hline(pane.x_range(), pane.center().y, bar);
    } else {
        for row in 0..2 {
            let y = pane.top() + pane.height() * (0.45 + 0.5 * row as f32);
            painter.rect_filled(
                Rect::from_min_max(egui::pos2(pane.left(), y), egui::pos2(pane.right(), y + 3.0)),
                1.0,
                shade,
            );
            for book in 0..4 {
                let height = pane.height() * (0.24 + 0.05 * ((book * 7 + row * 3) % 4) as f32);
                let x = pane.left() + 5.0 + book as f32 * pane.width() * 0.22;
                painter.rect_filled(
                    Rect::from_min_max(egui::pos2(x, y - height), egui::pos2(x + pane.width() * 0.14, y)),
                    1.0,
                    shade,
                );
            }
        }
    }
    let lamp = egui::pos2(rect.right() - rect.width() * 0.14, rect.top() + rect.height() * 0.3);
    painter.circle_filled(lamp, rect.height() * 0.13, shade);
}

/// The call-centre floor: rows of desks with colleagues at their screens, the farther the paler.
pub fn paint_floor(painter: &Painter, rect: Rect, ground: Color32, ink: Color32) {
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let rows = [(0.42, 0.55, 0.10), (0.60, 0.78, 0.16), (0.86, 1.0, 0.24)];
    for (row, (level, size, depth)) in rows.into_iter().enumerate() {
        let shade = mix(ground, ink, depth);
        let table = rect.top() + rect.height() * level;
        let unit = rect.height() * 0.20 * size;
        let step = unit * 3.4;
        // Each row stands half a place aside from the one before.
        let mut x = rect.left() + step * (0.2 + 0.5 * (row % 2) as f32);
        while x < rect.right() + step {
            let head = egui::pos2(x, table - unit * 1.15);
            painter.circle_filled(head, unit * 0.36, shade);
            let body = Rect::from_min_max(
                egui::pos2(x - unit * 0.55, table - unit * 0.74),
                egui::pos2(x + unit * 0.55, table),
            );
            painter.rect_filled(body, unit * 0.3, shade);
            let screen = Rect::from_min_size(
                egui::pos2(x + unit * 0.75, table - unit * 1.05),
                Vec2::new(unit * 1.1, unit * 0.8),
            );
            painter.rect_filled(screen, unit * 0.08, mix(ground, ink, depth * 0.7));
            x += step;
        }
        let edge = Rect::from_min_max(egui::pos2(rect.left(), table), egui::pos2(rect.right(), table + unit * 0.18));
        painter.rect_filled(edge, 0.0, mix(ground, ink, depth * 0.8));
    }
}
