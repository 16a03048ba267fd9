//! How a trainee comes on: each subject over time, pack by pack, what is missed most, what to do next.

use super::super::action::DeskAction;
use super::super::part::{Icon, Look, Press, Tone, card, chip, empty, hint, label, muted, title};
use super::super::theme::{palette, scale, style};
use crate::id::{CallId, PackId};
use crate::score::{Dimension, Points};
use crate::wording::Wording;
use bevy_egui::egui::{
    self, Align, Layout, Pos2, Rect, RichText, ScrollArea, Sense, Shape, Stroke, WidgetInfo, WidgetType,
};

/// A score at one attempt.
#[derive(Debug, Clone)]
pub struct PointView {
    /// The score; `None`: nothing applied.
    pub points: Option<Points>,
    /// The call and how long ago, for the tip.
    pub tip: String,
}

/// One subject over time.
#[derive(Debug, Clone)]
pub struct SeriesView {
    /// `None`: the overall score.
    pub dimension: Option<Dimension>,
    /// Oldest first.
    pub points: Vec<PointView>,
}

/// How far one is with a pack.
#[derive(Debug, Clone)]
pub struct PackProgress {
    /// Title in the language shown.
    pub title: String,
    /// Calls passed at least once.
    pub passed: usize,
    /// Calls of the pack.
    pub calls: usize,
    /// Finished attempts.
    pub attempts: usize,
    /// Mean of the best overall scores of the calls tried; `None`: none tried.
    pub mean: Option<Points>,
}

/// A check that is missed often.
#[derive(Debug, Clone)]
pub struct WeakRow {
    /// What is checked.
    pub title: String,
    /// Subject it counts for.
    pub dimension: Dimension,
    /// Attempts in which it was missed.
    pub missed: usize,
    /// Attempts in which it applied.
    pub applied: usize,
    /// What to do better.
    pub advice: String,
}

/// The exercise to take next.
#[derive(Debug, Clone)]
pub struct NextRow {
    /// Its pack.
    pub pack: PackId,
    /// Its id in the pack.
    pub call: CallId,
    /// Its title.
    pub title: String,
    /// Why this one, in words.
    pub why: String,
}

/// What the screen shows.
#[derive(Debug, Clone)]
pub struct ProgressView {
    /// Finished attempts.
    pub attempts: usize,
    /// Those that passed.
    pub passed: usize,
    /// Overall first, then the headline dimensions.
    pub series: Vec<SeriesView>,
    /// Overall points needed to pass, 0–100.
    pub pass_mark: u8,
    /// In the order of the library.
    pub packs: Vec<PackProgress>,
    /// The most missed first.
    pub weakest: Vec<WeakRow>,
    /// `None`: there is no call.
    pub next: Option<NextRow>,
}

fn whole(points: Points) -> u16 {
    (points.0 + 5) / 10
}

/// Draws the screen.
pub fn progress_ui(ui: &mut egui::Ui, view: &ProgressView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ui.horizontal(|ui| {
        let heading = RichText::new(words.text("progress-title")).text_style(egui::TextStyle::Heading);
        ui.label(heading.color(colours.text));
        if view.attempts > 0 {
            let sum = [("count", view.attempts.to_string()), ("passed", view.passed.to_string())];
            let sum = sum.each_ref().map(|(name, value)| (*name, value.as_str()));
            muted(ui, words.with("progress-sum", &sum));
        }
    });
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        if let Some(next) = &view.next {
            next_ui(ui, next, words, out);
        }
        if view.attempts == 0 {
            empty(ui, Icon::Star, &words.text("progress-empty"));
            return;
        }
        charts(ui, view, words);
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                card(left, |ui| weakest(ui, view, words));
                card(right, |ui| packs(ui, view, words));
            }
        });
        ui.add_space(8.0);
    });
}

fn next_ui(ui: &mut egui::Ui, next: &NextRow, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    let frame = egui::Frame::new().fill(colours.accent_soft).corner_radius(10);
    frame.inner_margin(egui::Margin::symmetric(16, 12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            Icon::Star.show(ui, 18.0, colours.accent);
            let room = (ui.available_width() - 150.0 * scale(ui)).max(200.0);
            ui.allocate_ui(egui::vec2(room, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    let text = words.with("progress-next", &[("call", &next.title)]);
                    ui.label(RichText::new(text).text_style(style::strong()).color(colours.text));
                    ui.label(RichText::new(&next.why).color(colours.text));
                });
            });
            // Only as high as the key: it would take all the height there is below.
            let size = egui::vec2(ui.available_width(), ui.spacing().interact_size.y);
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                let press = Press::new(&words.text("library-take")).icon(Icon::Right).look(Look::Primary).respond(ui);
                let name = words.with("library-take-named", &[("call", &next.title)]);
                press.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &name));
                if press.clicked() {
                    out.push(DeskAction::PickCall(next.pack.clone(), next.call.clone()));
                }
            });
        });
    });
}

fn charts(ui: &mut egui::Ui, view: &ProgressView, words: &Wording) {
    let count = if ui.available_width() < 900.0 * scale(ui) { 2 } else { 3 };
    for row in view.series.chunks(count) {
        ui.columns(count, |columns| {
            for (ui, series) in columns.iter_mut().zip(row) {
                card(ui, |ui| chart(ui, series, view.pass_mark, words));
            }
        });
    }
}

fn chart(ui: &mut egui::Ui, series: &SeriesView, pass_mark: u8, words: &Wording) {
    let colours = palette(ui);
    let name = match series.dimension {
        Some(dimension) => crate::score::dimension_text(dimension, words),
        None => words.text("score-overall"),
    };
    let known: Vec<(usize, Points)> =
        series.points.iter().enumerate().filter_map(|(at, point)| Some((at, point.points?))).collect();
    let last = known.last().map(|(_, points)| whole(*points));
    let first = known.first().map(|(_, points)| whole(*points));
    ui.horizontal(|ui| {
        title(ui, &name);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = last.map_or_else(|| words.text("score-none"), |last| last.to_string());
            ui.label(RichText::new(text).text_style(style::title()).color(colours.text));
            if let (Some(first), Some(last), true) = (first, last, known.len() > 1) {
                let gain = i32::from(last) - i32::from(first);
                let (sign, tone) = match gain {
                    ..0 => ("−", Tone::Warn),
                    0 => ("±", Tone::Plain),
                    _ => ("+", Tone::Good),
                };
                let tip = words.text("progress-gain");
                chip(ui, None, &format!("{sign}{}", gain.abs()), tone).on_hover_text(tip);
            }
        });
    });
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 84.0), Sense::hover());
    let values: Vec<String> = known.iter().map(|(_, points)| whole(*points).to_string()).collect();
    let spoken = words.with("progress-chart", &[("name", &name), ("values", &values.join(", "))]);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &spoken));
    let plot = rect.shrink2(egui::vec2(6.0, 6.0));
    let painter = ui.painter();
    painter.rect_filled(rect, 4.0, colours.inset);
    let y = |points: f32| plot.bottom() - plot.height() * (points / 100.0).clamp(0.0, 1.0);
    let steps = series.points.len().max(2) - 1;
    let x = |at: usize| {
        if series.points.len() == 1 { plot.center().x } else { plot.left() + plot.width() * at as f32 / steps as f32 }
    };
    let mark = y(f32::from(pass_mark));
    let dashes = [egui::pos2(rect.left(), mark), egui::pos2(rect.right(), mark)];
    painter.extend(Shape::dashed_line(&dashes, Stroke::new(1.5, colours.warn), 5.0, 4.0));
    let places: Vec<Pos2> =
        known.iter().map(|(at, points)| egui::pos2(x(*at), y(f32::from(points.0) / 10.0))).collect();
    painter.line(places.clone(), Stroke::new(2.5, colours.accent));
    for place in &places {
        painter.circle(*place, 3.5, colours.surface, Stroke::new(2.0, colours.accent));
    }
    if known.is_empty() {
        let font = egui::TextStyle::Small.resolve(ui.style());
        let text = words.text("progress-never");
        painter.text(rect.center(), egui::Align2::CENTER_CENTER, text, font, colours.muted);
    }
    let Some(pointer) = response.hover_pos() else { return };
    let near =
        known.iter().zip(&places).min_by(|(_, a), (_, b)| (a.x - pointer.x).abs().total_cmp(&(b.x - pointer.x).abs()));
    if let Some(((at, points), place)) = near {
        painter.circle_filled(*place, 4.5, colours.accent);
        let tip = series.points.get(*at).map_or("", |point| point.tip.as_str());
        response.on_hover_text_at_pointer(format!("{} · {tip}", whole(*points)));
    }
}

fn weakest(ui: &mut egui::Ui, view: &ProgressView, words: &Wording) {
    let colours = palette(ui);
    title(ui, words.text("progress-weakest"));
    if view.weakest.is_empty() {
        muted(ui, words.text("checks-none-failed"));
    }
    for row in &view.weakest {
        ui.add_space(2.0);
        ui.horizontal_top(|ui| {
            Icon::Cross.show(ui, 16.0, colours.bad);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.label(RichText::new(&row.title).text_style(style::strong()).color(colours.text));
                let counts = [("missed", row.missed.to_string()), ("applied", row.applied.to_string())];
                let counts = counts.each_ref().map(|(name, value)| (*name, value.as_str()));
                let dimension = crate::score::dimension_text(row.dimension, words);
                hint(ui, format!("{dimension} · {}", words.with("progress-missed", &counts)));
                ui.label(RichText::new(&row.advice).color(colours.text));
            });
        });
    }
}

fn packs(ui: &mut egui::Ui, view: &ProgressView, words: &Wording) {
    let colours = palette(ui);
    title(ui, words.text("progress-packs"));
    for pack in &view.packs {
        ui.add_space(4.0);
        ui.label(RichText::new(&pack.title).text_style(style::strong()).color(colours.text));
        let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 8.0), Sense::hover());
        let share = pack.passed as f32 / pack.calls.max(1) as f32;
        ui.painter().rect_filled(rect, 4.0, colours.line);
        let filled = Rect::from_min_size(rect.min, egui::vec2(rect.width() * share, rect.height()));
        ui.painter().rect_filled(filled, 4.0, colours.good);
        let counts = [
            ("passed", pack.passed.to_string()),
            ("calls", pack.calls.to_string()),
            ("attempts", pack.attempts.to_string()),
        ];
        let counts = counts.each_ref().map(|(name, value)| (*name, value.as_str()));
        let text = words.with("progress-pack", &counts);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, &text));
        ui.scope(|ui| {
            ui.spacing_mut().interact_size.y = 16.0;
            ui.horizontal_wrapped(|ui| {
                hint(ui, &text);
                if let Some(mean) = pack.mean {
                    label(ui, words.with("progress-mean", &[("points", &whole(mean).to_string())]));
                }
            });
        });
    }
}
