//! Icons, drawn as strokes on a 16 × 16 grid, so that they take any size and colour.

use bevy_egui::egui::{self, Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, epaint::PathShape};

/// A small picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Icon {
    /// A receiver: the line, dialling, answering.
    Phone,
    /// A receiver laid down.
    HangUp,
    /// Two bars: on hold.
    Pause,
    /// A triangle: back from hold, on with an attempt.
    Play,
    /// The microphone is on.
    Mic,
    /// The microphone, struck out: muted.
    MicOff,
    /// Two arrows crossing over: passing a call on.
    Transfer,
    /// Two people: asking a colleague while the customer waits.
    Consult,
    /// The keys of a telephone.
    Keypad,
    /// A lens.
    Search,
    /// A tick: done, passed, chosen.
    Check,
    /// Failed; closing.
    Cross,
    /// A triangle with an exclamation mark.
    Warning,
    /// Takes a change back; plays again from a turn.
    Undo,
    /// Makes a change again; reads or plays again from the start.
    Redo,
    /// Something is added, or was.
    Plus,
    /// Handling time; an attempt left unfinished.
    Clock,
    /// The handbook.
    Book,
    /// A customer, or the trainee.
    Person,
    /// A record of the customer data base.
    Card,
    /// Says the reply.
    Send,
    /// An arrow on: opens, takes, the current step.
    Right,
    /// An arrow back.
    Left,
    /// Advice.
    Bulb,
    /// Lines: packs, attempts.
    List,
    /// The customer calls.
    Incoming,
    /// The operator calls.
    Outgoing,
    /// Deletes or discards.
    Trash,
    /// The best result; the call to take next.
    Star,
    /// Not applicable, not saved.
    Dot,
    /// Open, not chosen.
    Ring,
    /// A loudspeaker: sound is on.
    Sound,
    /// A loudspeaker with a cross: sound is off, or there is none.
    SoundOff,
    /// A speech bubble.
    Chat,
    /// Two sheets side by side: a comparison.
    Scales,
    /// A disc, half of it filled: light, dark, high contrast.
    Shades,
    /// A sheet with its corner folded: the debrief as a page.
    Page,
}

/// Strokes (open paths), as points of the grid.
type Strokes = &'static [&'static [(f32, f32)]];

impl Icon {
    fn strokes(self) -> Strokes {
        match self {
            Icon::Phone => &[&[
                (3.2, 2.5),
                (5.6, 2.2),
                (6.8, 5.4),
                (5.2, 6.9),
                (6.7, 9.3),
                (9.1, 10.8),
                (10.6, 9.2),
                (13.8, 10.4),
                (13.5, 12.8),
                (12.2, 13.8),
                (7.6, 12.2),
                (3.8, 8.4),
                (2.2, 3.8),
                (3.2, 2.5),
            ]],
            Icon::HangUp => &[&[
                (1.5, 9.8),
                (1.8, 7.8),
                (4.4, 5.8),
                (8.0, 5.2),
                (11.6, 5.8),
                (14.2, 7.8),
                (14.5, 9.8),
                (13.8, 10.8),
                (10.8, 9.9),
                (10.4, 8.2),
                (8.0, 7.8),
                (5.6, 8.2),
                (5.2, 9.9),
                (2.2, 10.8),
                (1.5, 9.8),
            ]],
            Icon::Pause => &[&[(5.5, 3.0), (5.5, 13.0)], &[(10.5, 3.0), (10.5, 13.0)]],
            Icon::Play => &[&[(4.5, 3.0), (12.5, 8.0), (4.5, 13.0), (4.5, 3.0)]],
            Icon::Mic => &[
                &[
                    (6.0, 4.0),
                    (6.6, 2.4),
                    (8.0, 1.8),
                    (9.4, 2.4),
                    (10.0, 4.0),
                    (10.0, 7.6),
                    (9.4, 9.2),
                    (8.0, 9.8),
                    (6.6, 9.2),
                    (6.0, 7.6),
                    (6.0, 4.0),
                ],
                &[(3.6, 7.6), (4.6, 10.4), (8.0, 12.0), (11.4, 10.4), (12.4, 7.6)],
                &[(8.0, 12.0), (8.0, 14.2)],
            ],
            Icon::MicOff => &[
                &[(6.0, 6.0), (6.0, 7.6), (6.6, 9.2), (8.0, 9.8)],
                &[(6.2, 3.2), (8.0, 1.8), (9.4, 2.4), (10.0, 4.0), (10.0, 7.0)],
                &[(3.6, 7.6), (4.6, 10.4), (8.0, 12.0), (10.0, 11.4)],
                &[(8.0, 12.0), (8.0, 14.2)],
                &[(2.5, 2.0), (13.5, 14.0)],
            ],
            Icon::Transfer => &[
                &[(2.0, 5.0), (13.0, 5.0), (10.2, 2.2)],
                &[(13.0, 5.0), (10.2, 7.8)],
                &[(14.0, 11.0), (3.0, 11.0), (5.8, 8.6)],
                &[(3.0, 11.0), (5.8, 13.6)],
            ],
            Icon::Consult => &[
                &[(5.5, 2.5), (7.2, 3.4), (7.2, 5.6), (5.5, 6.6), (3.8, 5.6), (3.8, 3.4), (5.5, 2.5)],
                &[(1.8, 13.2), (2.4, 10.2), (5.5, 8.8), (8.6, 10.2), (9.2, 13.2)],
                &[(10.0, 3.0), (11.6, 3.4), (12.2, 5.0), (11.4, 6.4), (10.0, 6.8)],
                &[(11.2, 9.0), (13.6, 10.4), (14.2, 13.2)],
            ],
            Icon::Keypad => &[
                &[(3.9, 3.0), (4.1, 3.0)],
                &[(7.9, 3.0), (8.1, 3.0)],
                &[(11.9, 3.0), (12.1, 3.0)],
                &[(3.9, 8.0), (4.1, 8.0)],
                &[(7.9, 8.0), (8.1, 8.0)],
                &[(11.9, 8.0), (12.1, 8.0)],
                &[(3.9, 13.0), (4.1, 13.0)],
                &[(7.9, 13.0), (8.1, 13.0)],
                &[(11.9, 13.0), (12.1, 13.0)],
            ],
            Icon::Search => &[&[(10.4, 10.4), (14.0, 14.0)]],
            Icon::Check => &[&[(2.8, 8.6), (6.4, 12.2), (13.4, 4.2)]],
            Icon::Cross => &[&[(3.6, 3.6), (12.4, 12.4)], &[(12.4, 3.6), (3.6, 12.4)]],
            Icon::Warning => &[
                &[(8.0, 2.2), (14.4, 13.4), (1.6, 13.4), (8.0, 2.2)],
                &[(8.0, 6.4), (8.0, 9.6)],
                &[(8.0, 11.4), (8.0, 11.6)],
            ],
            Icon::Undo => &[
                &[(5.4, 2.6), (2.4, 5.6), (5.4, 8.6)],
                &[(2.4, 5.6), (10.0, 5.6), (13.0, 7.4), (13.0, 10.8), (10.0, 12.8), (6.0, 12.8)],
            ],
            Icon::Redo => &[
                &[(10.6, 2.6), (13.6, 5.6), (10.6, 8.6)],
                &[(13.6, 5.6), (6.0, 5.6), (3.0, 7.4), (3.0, 10.8), (6.0, 12.8), (10.0, 12.8)],
            ],
            Icon::Plus => &[&[(8.0, 3.0), (8.0, 13.0)], &[(3.0, 8.0), (13.0, 8.0)]],
            Icon::Clock => &[&[(8.0, 4.8), (8.0, 8.2), (10.6, 9.6)]],
            Icon::Book => &[
                &[
                    (8.0, 4.0),
                    (5.6, 2.8),
                    (2.2, 2.8),
                    (2.2, 12.4),
                    (5.6, 12.4),
                    (8.0, 13.6),
                    (10.4, 12.4),
                    (13.8, 12.4),
                    (13.8, 2.8),
                    (10.4, 2.8),
                    (8.0, 4.0),
                ],
                &[(8.0, 4.0), (8.0, 13.6)],
            ],
            Icon::Person => &[&[(2.8, 13.8), (3.8, 10.8), (8.0, 9.4), (12.2, 10.8), (13.2, 13.8)]],
            Icon::Card => &[
                &[(2.0, 3.4), (14.0, 3.4), (14.0, 12.6), (2.0, 12.6), (2.0, 3.4)],
                &[(4.4, 6.6), (8.0, 6.6)],
                &[(4.4, 9.4), (11.6, 9.4)],
            ],
            Icon::Send => &[&[(2.4, 2.8), (14.0, 8.0), (2.4, 13.2), (4.4, 8.0), (2.4, 2.8)], &[(4.4, 8.0), (8.4, 8.0)]],
            Icon::Right => &[&[(6.0, 3.2), (10.8, 8.0), (6.0, 12.8)]],
            Icon::Left => &[&[(10.0, 3.2), (5.2, 8.0), (10.0, 12.8)]],
            Icon::Bulb => &[
                &[
                    (6.2, 10.6),
                    (5.8, 9.4),
                    (4.2, 7.6),
                    (4.2, 5.0),
                    (5.8, 2.8),
                    (8.0, 2.2),
                    (10.2, 2.8),
                    (11.8, 5.0),
                    (11.8, 7.6),
                    (10.2, 9.4),
                    (9.8, 10.6),
                    (6.2, 10.6),
                ],
                &[(6.6, 13.4), (9.4, 13.4)],
            ],
            Icon::List => &[
                &[(6.0, 4.0), (13.6, 4.0)],
                &[(6.0, 8.0), (13.6, 8.0)],
                &[(6.0, 12.0), (13.6, 12.0)],
                &[(2.6, 4.0), (2.9, 4.0)],
                &[(2.6, 8.0), (2.9, 8.0)],
                &[(2.6, 12.0), (2.9, 12.0)],
            ],
            Icon::Incoming => &[&[(13.0, 3.0), (4.0, 12.0)], &[(4.0, 5.6), (4.0, 12.0), (10.4, 12.0)]],
            Icon::Outgoing => &[&[(3.0, 13.0), (12.0, 4.0)], &[(5.6, 4.0), (12.0, 4.0), (12.0, 10.4)]],
            Icon::Trash => &[
                &[(2.8, 4.4), (13.2, 4.4)],
                &[(6.0, 4.2), (6.4, 2.4), (9.6, 2.4), (10.0, 4.2)],
                &[(4.2, 4.6), (4.8, 13.6), (11.2, 13.6), (11.8, 4.6)],
            ],
            Icon::Star => &[&[
                (8.0, 1.8),
                (9.9, 5.9),
                (14.3, 6.4),
                (11.1, 9.4),
                (12.0, 13.8),
                (8.0, 11.6),
                (4.0, 13.8),
                (4.9, 9.4),
                (1.7, 6.4),
                (6.1, 5.9),
                (8.0, 1.8),
            ]],
            Icon::Dot => &[&[(8.0, 7.9), (8.0, 8.1)]],
            Icon::Ring => &[],
            Icon::Sound => &[
                &[(2.4, 6.0), (5.0, 6.0), (8.2, 3.0), (8.2, 13.0), (5.0, 10.0), (2.4, 10.0), (2.4, 6.0)],
                &[(10.6, 5.6), (11.6, 8.0), (10.6, 10.4)],
                &[(12.6, 3.8), (14.2, 8.0), (12.6, 12.2)],
            ],
            Icon::SoundOff => &[
                &[(2.4, 6.0), (5.0, 6.0), (8.2, 3.0), (8.2, 13.0), (5.0, 10.0), (2.4, 10.0), (2.4, 6.0)],
                &[(10.8, 6.0), (14.2, 10.0)],
                &[(14.2, 6.0), (10.8, 10.0)],
            ],
            Icon::Scales => &[
                &[(2.2, 3.0), (6.8, 3.0), (6.8, 13.0), (2.2, 13.0), (2.2, 3.0)],
                &[(9.2, 3.0), (13.8, 3.0), (13.8, 13.0), (9.2, 13.0), (9.2, 3.0)],
            ],
            Icon::Shades => &[
                &[(8.0, 2.0), (8.0, 14.0)],
                &[(9.6, 3.4), (9.6, 12.6)],
                &[(11.2, 4.2), (11.2, 11.8)],
                &[(12.6, 6.0), (12.6, 10.0)],
            ],
            Icon::Page => &[
                &[(3.4, 2.0), (9.6, 2.0), (12.6, 5.0), (12.6, 14.0), (3.4, 14.0), (3.4, 2.0)],
                &[(9.6, 2.0), (9.6, 5.0), (12.6, 5.0)],
                &[(5.8, 8.0), (10.2, 8.0)],
                &[(5.8, 10.8), (10.2, 10.8)],
            ],
            Icon::Chat => &[&[
                (2.0, 3.0),
                (14.0, 3.0),
                (14.0, 11.0),
                (7.4, 11.0),
                (4.4, 13.8),
                (4.4, 11.0),
                (2.0, 11.0),
                (2.0, 3.0),
            ]],
        }
    }

    /// A circle that belongs to it: its middle and how far it reaches.
    fn circle(self) -> Option<((f32, f32), f32)> {
        match self {
            Icon::Search => Some(((7.0, 7.0), 4.7)),
            Icon::Clock | Icon::Shades => Some(((8.0, 8.0), 6.1)),
            Icon::Person => Some(((8.0, 4.9), 2.7)),
            Icon::Ring => Some(((8.0, 8.0), 4.6)),
            _ => None,
        }
    }

    /// Paints it into a square.
    pub fn paint(self, painter: &Painter, rect: Rect, colour: Color32) {
        let scale = rect.width().min(rect.height()) / 16.0;
        let origin = rect.center() - Vec2::splat(8.0 * scale);
        let width = if self == Icon::Dot { 6.0 } else { 1.5 };
        let stroke = Stroke::new((width * scale).max(1.2), colour);
        if let Some(((x, y), radius)) = self.circle() {
            painter.circle_stroke(origin + Vec2::new(x, y) * scale, radius * scale, stroke);
        }
        for path in self.strokes() {
            let points: Vec<Pos2> = path.iter().map(|(x, y)| origin + Vec2::new(*x, *y) * scale).collect();
            for end in [points.first(), points.last()].into_iter().flatten() {
                painter.circle_filled(*end, stroke.width / 2.0, colour);
            }
            painter.add(Shape::Path(PathShape::line(points, stroke)));
        }
    }

    /// Takes a square of this size (at a text size of 100 %; it grows with the text) and paints it there.
    pub fn show(self, ui: &mut egui::Ui, size: f32, colour: Color32) -> Rect {
        let size = (size * super::super::theme::scale(ui)).round();
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(size), egui::Sense::hover());
        self.paint(ui.painter(), rect, colour);
        rect
    }
}
