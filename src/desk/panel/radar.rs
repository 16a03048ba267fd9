//! The five scores as a radar: this attempt, the last one, the pass mark.

use super::super::theme::{palette, scale, style};
use crate::score::{Dimension, Points};
use crate::wording::Wording;
use bevy_egui::egui::{self, Align2, Color32, Pos2, Shape, Stroke, Vec2, epaint::PathShape};

/// A corner of the radar.
#[derive(Debug, Clone)]
pub struct RadarCorner {
    /// What is scored along it.
    pub dimension: Dimension,
    /// This attempt; `None`: nothing applied.
    pub points: Option<Points>,
    /// Earlier attempts at the same call, the newest first; `None`: nothing applied.
    pub earlier: Vec<Option<Points>>,
    /// The trainee's own rating, 0–100.
    pub own: Option<u8>,
}

/// What the radar shows.
#[derive(Debug, Clone)]
pub struct RadarView {
    /// Clockwise from the top.
    pub corners: Vec<RadarCorner>,
    /// Drawn as a ring; 0–100.
    pub pass_mark: u8,
}

/// Draws the radar; the figures stand beside it in `debrief`, so this is for the eye only.
pub fn radar_ui(ui: &mut egui::Ui, view: &RadarView, words: &Wording) {
    let colours = palette(ui);
    let size = ui.available_width().min(260.0 * scale(ui));
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), size * 0.80), egui::Sense::hover());
    let centre = rect.center() + Vec2::new(0.0, size * 0.045);
    let radius = size * 0.29;
    let count = view.corners.len().max(3);
    let at = |corner: usize, share: f32| -> Pos2 {
        let turn = std::f32::consts::TAU * corner as f32 / count as f32 - std::f32::consts::FRAC_PI_2;
        centre + Vec2::angled(turn) * radius * share
    };
    let painter = ui.painter();
    let ring = |share: f32, stroke: Stroke| {
        let points = (0..count).map(|corner| at(corner, share)).collect();
        painter.add(Shape::Path(PathShape::closed_line(points, stroke)));
    };
    let points = |points: Option<Points>| points.map(|points| f32::from(points.0) / 10.0);
    // What did not apply has no corner: at the centre it would pass for zero points.
    let shape = |value: &dyn Fn(&RadarCorner) -> Option<f32>| -> Vec<Pos2> {
        let corners = view.corners.iter().enumerate();
        corners.filter_map(|(corner, it)| Some(at(corner, value(it)? / 100.0))).collect()
    };
    let now = shape(&|corner| points(corner.points));
    fan(painter, centre, &now, colours.accent_soft);
    for share in [0.25, 0.5, 0.75, 1.0] {
        ring(share, Stroke::new(1.0, colours.line));
    }
    for corner in 0..count {
        painter.line_segment([centre, at(corner, 1.0)], Stroke::new(1.0, colours.line));
    }
    let mark: Vec<Pos2> = (0..=count).map(|corner| at(corner % count, f32::from(view.pass_mark) / 100.0)).collect();
    painter.extend(Shape::dashed_line(&mark, Stroke::new(1.5, colours.warn), 5.0, 4.0));
    let count_earlier = view.corners.iter().map(|corner| corner.earlier.len()).max().unwrap_or(0);
    // The oldest first, thin and pale, so that the newest lies on top.
    for age in (0..count_earlier).rev() {
        let before = shape(&|corner| points(corner.earlier.get(age).copied().flatten()));
        let ink = if age == 0 { colours.other } else { colours.other.gamma_multiply(0.45) };
        painter.add(Shape::Path(PathShape::closed_line(before, Stroke::new(1.5, ink))));
    }
    painter.add(Shape::Path(PathShape::closed_line(now.clone(), Stroke::new(2.5, colours.accent))));
    for point in now {
        painter.circle_filled(point, 3.5, colours.accent);
    }
    let font = style::label().resolve(ui.style());
    for (corner, it) in view.corners.iter().enumerate() {
        let name = words.text(&format!("dimension-{}-short", it.dimension.name().replace('_', "-")));
        let place = at(corner, 1.16);
        let align = match place.x - centre.x {
            x if x > 8.0 => Align2::LEFT_CENTER,
            x if x < -8.0 => Align2::RIGHT_CENTER,
            _ => Align2::CENTER_BOTTOM,
        };
        painter.text(place, align, name, font.clone(), colours.text);
    }
    let text = words.text("radar-name");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Image, true, &text));
}

/// Fills a star-shaped outline from its centre (a filled path would need it to be convex).
fn fan(painter: &egui::Painter, centre: Pos2, outline: &[Pos2], fill: Color32) {
    let mut mesh = egui::Mesh::default();
    mesh.colored_vertex(centre, fill);
    for point in outline {
        mesh.colored_vertex(*point, fill);
    }
    let count = outline.len() as u32;
    for corner in 0..count {
        mesh.add_triangle(0, 1 + corner, 1 + (corner + 1) % count);
    }
    painter.add(Shape::mesh(mesh));
}
