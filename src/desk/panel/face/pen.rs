//! Drawing in the measures of a head: ellipses, curves, filled outlines.

use bevy_egui::egui::{
    self, Color32, Pos2, Shape, Stroke, Vec2,
    epaint::{CubicBezierShape, EllipseShape, PathShape},
};

/// Where things are: `at(x, y)` with the head's centre at the origin and its half width as 1.
pub(super) struct Frame {
    pub(super) centre: Pos2,
    pub(super) unit: f32,
    pub(super) tilt: f32,
}

impl Frame {
    pub(super) fn at(&self, x: f32, y: f32) -> Pos2 {
        let (sin, cos) = self.tilt.sin_cos();
        self.centre + Vec2::new(x * cos - y * sin, x * sin + y * cos) * self.unit
    }
    pub(super) fn ellipse(&self, x: f32, y: f32, rx: f32, ry: f32, fill: Color32) -> Shape {
        let mut shape = EllipseShape::filled(self.at(x, y), Vec2::new(rx, ry) * self.unit, fill);
        shape.angle = self.tilt;
        shape.into()
    }
    pub(super) fn curve(&self, points: [(f32, f32); 4], width: f32, ink: Color32) -> Shape {
        let points = points.map(|(x, y)| self.at(x, y));
        CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, Stroke::new(width * self.unit, ink))
            .into()
    }
    pub(super) fn filled(&self, points: &[(f32, f32)], fill: Color32) -> Shape {
        let points = smooth(&points.iter().map(|(x, y)| self.at(*x, *y)).collect::<Vec<_>>());
        fill_outline(points, fill)
    }
}

/// Fills an outline that may be hollow (egui fills convex ones only), by cutting off ears.
fn fill_outline(points: Vec<Pos2>, fill: Color32) -> Shape {
    let mut mesh = egui::Mesh::default();
    for point in &points {
        mesh.colored_vertex(*point, fill);
    }
    let turn = |a: Pos2, b: Pos2, c: Pos2| (b - a).x * (c - a).y - (b - a).y * (c - a).x;
    let area: f32 = (0..points.len())
        .map(|at| {
            let (a, b) = (points[at], points[(at + 1) % points.len()]);
            a.x * b.y - b.x * a.y
        })
        .sum();
    let side = area.signum();
    let mut left: Vec<usize> = (0..points.len()).collect();
    while left.len() > 3 {
        let count = left.len();
        let ear = (0..count).find(|at| {
            let [a, b, c] = [left[(at + count - 1) % count], left[*at], left[(at + 1) % count]];
            let corner = [points[a], points[b], points[c]];
            turn(corner[0], corner[1], corner[2]) * side >= 0.0
                && left.iter().filter(|other| ![a, b, c].contains(other)).all(|other| {
                    let point = points[*other];
                    (0..3).any(|edge| turn(corner[edge], corner[(edge + 1) % 3], point) * side < 0.0)
                })
        });
        let at = ear.unwrap_or(0);
        let [a, b, c] = [left[(at + count - 1) % count], left[at], left[(at + 1) % count]];
        mesh.add_triangle(a as u32, b as u32, c as u32);
        left.remove(at);
    }
    if let [a, b, c] = left[..] {
        mesh.add_triangle(a as u32, b as u32, c as u32);
    }
    // The mesh has hard edges; a fine line of the same colour softens them.
    let edge = PathShape::closed_line(points, Stroke::new(1.0, fill));
    Shape::Vec(vec![Shape::mesh(mesh), Shape::Path(edge)])
}

/// A closed Catmull–Rom curve through the points.
fn smooth(points: &[Pos2]) -> Vec<Pos2> {
    let count = points.len();
    let mut out = Vec::with_capacity(count * 8);
    for at in 0..count {
        let [a, b, c, d] = [0, 1, 2, 3].map(|step| points[(at + step + count - 1) % count].to_vec2());
        for step in 0..8 {
            let t = step as f32 / 8.0;
            let (t2, t3) = (t * t, t * t * t);
            let point =
                (b * 2.0 + (c - a) * t + (a * 2.0 - b * 5.0 + c * 4.0 - d) * t2 + (b * 3.0 - a - c * 3.0 + d) * t3)
                    * 0.5;
            out.push(point.to_pos2());
        }
    }
    out
}
