//! The call as a picture: who spoke, silences, holds, edits, the mood; a click goes to the moment.

use super::super::action::DeskAction;
use super::super::part::{hint, moment};
use super::super::theme::palette;
use crate::debrief::{MarkKind, Stretch, Timeline};
use crate::mood::Mood;
use crate::wording::Wording;
use bevy_egui::egui::{self, Align2, Color32, Pos2, Rect, Sense, Shape, Stroke, Vec2, WidgetInfo, WidgetType};

/// What the panel shows.
#[derive(Debug, Clone)]
pub struct TimelineView {
    /// The call.
    pub timeline: Timeline,
    /// The moment marked, in milliseconds of the attempt; `None`: none.
    pub selected_ms: Option<u64>,
}

const LANE: f32 = 18.0;
const GAP: f32 = 4.0;
const MOOD: f32 = 52.0;
const MARKS: f32 = 18.0;
const AXIS: f32 = 16.0;

/// Draws the timeline.
pub fn timeline_ui(ui: &mut egui::Ui, view: &TimelineView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    let selected_ms = view.selected_ms;
    let view = &view.timeline;
    let font = egui::TextStyle::Small.resolve(ui.style());
    let names = ["timeline-operator", "timeline-other", "timeline-marks", "timeline-mood"].map(|key| words.text(key));
    let margin = names
        .iter()
        .map(|name| ui.painter().layout_no_wrap(name.clone(), font.clone(), colours.muted).size().x)
        .fold(0.0, f32::max)
        + 12.0;
    let height = 2.0 * (LANE + GAP) + MARKS + GAP + MOOD + AXIS;
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), height), Sense::click());
    let name = words.text("timeline-name");
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &name));
    let plot = Rect::from_min_max(egui::pos2(rect.left() + margin, rect.top()), rect.right_bottom());
    let whole = view.whole_ms.max(1) as f32;
    let x = |ms: u64| plot.left() + plot.width() * (ms as f32 / whole).min(1.0);
    let painter = ui.painter_at(rect);
    let tops = [
        plot.top(),
        plot.top() + LANE + GAP,
        plot.top() + 2.0 * (LANE + GAP),
        plot.top() + 2.0 * (LANE + GAP) + MARKS + GAP,
    ];
    let heights = [LANE, LANE, MARKS, MOOD];
    for ((name, top), height) in names.iter().zip(tops).zip(heights) {
        let place = egui::pos2(rect.left(), top + height / 2.0);
        painter.text(place, Align2::LEFT_CENTER, name, font.clone(), colours.muted);
        painter.rect_filled(
            Rect::from_min_size(egui::pos2(plot.left(), top), egui::vec2(plot.width(), height)),
            3.0,
            colours.inset,
        );
    }
    for (kind, from, to) in &view.stretches {
        let span = |top: f32, height: f32| {
            Rect::from_min_max(egui::pos2(x(*from), top), egui::pos2(x(*to).max(x(*from) + 1.5), top + height))
        };
        let both = span(tops[0], 2.0 * LANE + GAP);
        match kind {
            Stretch::Operator => painter.rect_filled(span(tops[0], LANE), 2.0, colours.accent),
            Stretch::OtherSide => painter.rect_filled(span(tops[1], LANE), 2.0, colours.other),
            Stretch::Colleague => painter.rect_filled(span(tops[1], LANE), 2.0, colours.good),
            Stretch::Silence => {
                dots(&painter, both, colours.bad);
                painter.rect_stroke(both, 0.0, Stroke::new(1.0, colours.bad), egui::StrokeKind::Inside)
            }
            Stretch::Hold => {
                painter.rect_filled(both, 2.0, colours.warn_soft);
                stripes(&painter, both, colours.warn);
                painter.rect_stroke(both, 2.0, Stroke::new(1.0, colours.warn), egui::StrokeKind::Inside)
            }
            Stretch::Ringing | Stretch::WrapUp => painter.rect_filled(both, 2.0, colours.line),
        };
    }
    let marks = Rect::from_min_size(egui::pos2(plot.left(), tops[2]), egui::vec2(plot.width(), MARKS));
    for mark in &view.marks {
        let at = egui::pos2(x(mark.at_ms), marks.center().y);
        paint_mark(&painter, at, mark.kind, colours);
    }
    mood(
        &painter,
        Rect::from_min_size(egui::pos2(plot.left(), tops[3]), egui::vec2(plot.width(), MOOD)),
        view,
        &x,
        colours,
    );
    axis(&painter, plot, view, &x, &font, colours.muted);
    if let Some(selected) = selected_ms {
        let line = x(selected);
        painter.vline(line, plot.top()..=plot.bottom() - AXIS, Stroke::new(2.0, colours.text));
        painter.add(Shape::convex_polygon(
            vec![
                egui::pos2(line - 5.0, plot.top()),
                egui::pos2(line + 5.0, plot.top()),
                egui::pos2(line, plot.top() + 6.0),
            ],
            colours.text,
            Stroke::NONE,
        ));
    }
    let pointed = response.hover_pos().filter(|at| plot.contains(*at));
    let moment_at = |at: Pos2| ((at.x - plot.left()) / plot.width() * whole).max(0.0) as u64;
    if let Some(at) = pointed {
        painter.vline(at.x, plot.top()..=plot.bottom() - AXIS, Stroke::new(1.0, colours.muted));
        let near = view.marks.iter().filter(|mark| (x(mark.at_ms) - at.x).abs() < 6.0).map(|mark| mark.text.as_str());
        let text: Vec<String> = std::iter::once(moment(moment_at(at).saturating_sub(view.connected_ms)))
            .chain(near.map(str::to_owned))
            .collect();
        response.clone().on_hover_text_at_pointer(text.join("\n"));
    }
    if let (true, Some(at)) = (response.clicked(), response.interact_pointer_pos().filter(|at| plot.contains(*at))) {
        out.push(DeskAction::JumpTo(moment_at(at)));
    }
    legend(ui, view, words);
}

fn paint_mark(painter: &egui::Painter, at: Pos2, kind: MarkKind, colours: &super::super::theme::Palette) {
    match kind {
        MarkKind::ObjectionRaised => {
            let points = vec![at + Vec2::new(0.0, -6.0), at + Vec2::new(6.0, 5.0), at + Vec2::new(-6.0, 5.0)];
            painter.add(Shape::convex_polygon(points, colours.warn, Stroke::NONE));
        }
        MarkKind::ObjectionLifted => {
            painter.circle_filled(at, 5.0, colours.good);
        }
        MarkKind::CrmEdit => {
            painter.rect_filled(Rect::from_center_size(at, Vec2::splat(8.0)), 1.0, colours.muted);
        }
        MarkKind::Failure => {
            let icon = Rect::from_center_size(at, Vec2::splat(12.0));
            super::super::part::Icon::Cross.paint(painter, icon, colours.bad);
        }
    }
}

fn stripes(painter: &egui::Painter, rect: Rect, ink: Color32) {
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        painter.line_segment(
            [egui::pos2(x, rect.bottom()), egui::pos2(x + rect.height(), rect.top())],
            Stroke::new(1.0, ink),
        );
        x += 7.0;
    }
}

fn dots(painter: &egui::Painter, rect: Rect, ink: Color32) {
    let mut x = rect.left() + 3.0;
    while x < rect.right() - 1.0 {
        painter.circle_filled(egui::pos2(x, rect.center().y), 1.0, ink);
        x += 6.0;
    }
}

/// Patience and trust as two curves; the thick one is patience.
fn mood(
    painter: &egui::Painter,
    rect: Rect,
    view: &Timeline,
    x: &impl Fn(u64) -> f32,
    colours: &super::super::theme::Palette,
) {
    painter.hline(rect.x_range(), rect.center().y, Stroke::new(1.0, colours.line));
    let curve = |value: &dyn Fn(&Mood) -> u8| -> Vec<Pos2> {
        let y = |value: u8| rect.bottom() - 3.0 - (rect.height() - 6.0) * f32::from(value.min(100)) / 100.0;
        let mut points = Vec::new();
        for (at, mood) in &view.mood {
            points.push(egui::pos2(x(*at), y(value(mood))));
        }
        if let Some(last) = points.last().copied() {
            points.push(egui::pos2(x(view.whole_ms), last.y));
        }
        points
    };
    let trust = curve(&|mood| mood.trust);
    painter.extend(Shape::dashed_line(&trust, Stroke::new(1.5, colours.other), 4.0, 3.0));
    painter.line(curve(&|mood| mood.patience), Stroke::new(2.5, colours.accent));
}

fn axis(
    painter: &egui::Painter,
    plot: Rect,
    view: &Timeline,
    x: &impl Fn(u64) -> f32,
    font: &egui::FontId,
    ink: Color32,
) {
    let step = [15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000]
        .into_iter()
        .find(|step| view.whole_ms / step <= 10)
        .unwrap_or(3_600_000);
    let mut free = f32::NEG_INFINITY;
    for tick in 0..=view.whole_ms / step {
        let since = tick * step;
        let at = since + view.connected_ms;
        let align = if at == 0 { Align2::LEFT_BOTTOM } else { Align2::CENTER_BOTTOM };
        let text = painter.layout_no_wrap(moment(since), font.clone(), ink);
        let place = align.anchor_size(egui::pos2(x(at), plot.bottom()), text.size());
        // What would stick out, or touch the one before, is left out.
        if place.right() < plot.right() && place.left() > free {
            free = place.right() + 4.0;
            painter.galley(place.min, text, ink);
        }
    }
}

fn legend(ui: &mut egui::Ui, view: &Timeline, words: &Wording) {
    ui.scope(|ui| {
        // Rows as high as their text.
        ui.spacing_mut().interact_size.y = 18.0;
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 4.0);
        signs(ui, view, words);
    });
}

fn signs(ui: &mut egui::Ui, view: &Timeline, words: &Wording) {
    let colours = palette(ui);
    ui.horizontal_wrapped(|ui| {
        let font = egui::TextStyle::Small.resolve(ui.style());
        let mut item = |paint: &dyn Fn(&egui::Painter, Rect), key: &str| {
            // A sign and its word stay together.
            let word = ui.painter().layout_no_wrap(words.text(key), font.clone(), colours.muted).size().x;
            if ui.available_size_before_wrap().x < 16.0 + 6.0 + word {
                ui.end_row();
            }
            let (rect, _) = ui.allocate_exact_size(egui::vec2(16.0, 14.0), Sense::hover());
            paint(ui.painter(), rect);
            hint(ui, words.text(key));
            ui.add_space(8.0);
        };
        let has = |kind: Stretch| view.stretches.iter().any(|(other, ..)| *other == kind);
        let marked = |kind: MarkKind| view.marks.iter().any(|mark| mark.kind == kind);
        if has(Stretch::Hold) {
            item(
                &|painter, rect| {
                    painter.rect_filled(rect, 2.0, colours.warn_soft);
                    stripes(painter, rect, colours.warn);
                },
                "legend-hold",
            );
        }
        if has(Stretch::Silence) {
            item(&|painter, rect| dots(painter, rect, colours.bad), "legend-silence");
        }
        for (kind, key) in [
            (MarkKind::ObjectionRaised, "legend-objection"),
            (MarkKind::ObjectionLifted, "legend-lifted"),
            (MarkKind::CrmEdit, "legend-crm"),
            (MarkKind::Failure, "legend-failure"),
        ] {
            if marked(kind) {
                item(&|painter, rect| paint_mark(painter, rect.center(), kind, colours), key);
            }
        }
        item(
            &|painter, rect| {
                painter.hline(rect.x_range(), rect.center().y, Stroke::new(2.5, colours.accent));
            },
            "trait-patience",
        );
        item(
            &|painter, rect| {
                painter.extend(Shape::dashed_line(
                    &[rect.left_center(), rect.right_center()],
                    Stroke::new(1.5, colours.other),
                    4.0,
                    3.0,
                ));
            },
            "trait-trust",
        );
    });
}
