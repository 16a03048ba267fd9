//! A drawn face: age, temperament and mood legible in it. Everything follows from the view; it keeps no time of its own.

use crate::mood::Mood;
use crate::pack::model::Voice;
use bevy_egui::egui::{
    self, Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2,
    epaint::{CubicBezierShape, EllipseShape, PathShape},
};

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

/// Where things are: `at(x, y)` with the head's centre at the origin and its half width as 1.
struct Frame {
    centre: Pos2,
    unit: f32,
    tilt: f32,
}

impl Frame {
    fn at(&self, x: f32, y: f32) -> Pos2 {
        let (sin, cos) = self.tilt.sin_cos();
        self.centre + Vec2::new(x * cos - y * sin, x * sin + y * cos) * self.unit
    }
    fn ellipse(&self, x: f32, y: f32, rx: f32, ry: f32, fill: Color32) -> Shape {
        let mut shape = EllipseShape::filled(self.at(x, y), Vec2::new(rx, ry) * self.unit, fill);
        shape.angle = self.tilt;
        shape.into()
    }
    fn curve(&self, points: [(f32, f32); 4], width: f32, ink: Color32) -> Shape {
        let points = points.map(|(x, y)| self.at(x, y));
        CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, Stroke::new(width * self.unit, ink))
            .into()
    }
    fn filled(&self, points: &[(f32, f32)], fill: Color32) -> Shape {
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

/// A quiet room: wall, a window or a shelf.
fn backdrop(painter: &Painter, rect: Rect, look: u64, dark: bool) {
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

fn paint_back_hair(painter: &Painter, head: &Frame, look: &Look) {
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

fn paint_shoulders(painter: &Painter, body: &Frame, look: &Look) {
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

fn paint_head(painter: &Painter, head: &Frame, look: &Look, anger: f32) {
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

fn paint_eyes(painter: &Painter, head: &Frame, look: &Look, mood: &Expression, view: &FaceView) {
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

fn paint_mouth(painter: &Painter, head: &Frame, look: &Look, mood: &Expression, view: &FaceView) {
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

fn paint_front_hair(painter: &Painter, head: &Frame, look: &Look) {
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
