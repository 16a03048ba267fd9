//! The clock of the call against its target band.

use super::super::action::DeskAction;
use super::super::part::{Icon, hint, span};
use super::super::theme::{palette, scale, style};
use crate::wording::Wording;
use bevy_egui::egui::{self, Rect, RichText, Sense, WidgetInfo, WidgetType};

/// What the clock shows.
#[derive(Debug, Clone)]
pub struct ClockView {
    /// Handling time so far: talk, hold and wrap-up, in milliseconds.
    pub handle_ms: u64,
    /// Seconds, at least and at most.
    pub target_s: (u32, u32),
    /// The clock waits because the trainee types.
    pub waits: bool,
}

/// Draws the clock: the time, and a bar on which the target band is marked.
pub fn clock_ui(ui: &mut egui::Ui, view: &ClockView, words: &Wording, _out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    let (least, most) = (u64::from(view.target_s.0) * 1000, u64::from(view.target_s.1) * 1000);
    let (key, ink) = match view.handle_ms {
        now if now > most => ("clock-over", colours.bad),
        now if now >= least => ("clock-within", colours.good),
        _ => ("clock-before", colours.muted),
    };
    ui.horizontal(|ui| {
        Icon::Clock.show(ui, 16.0, ink);
        let time = RichText::new(span(view.handle_ms)).text_style(style::title()).color(colours.text);
        ui.add_sized([44.0 * scale(ui), 20.0 * scale(ui)], egui::Label::new(time));
        let room = (ui.available_width() - 190.0 * scale(ui)).clamp(60.0, 240.0);
        let (rect, response) = ui.allocate_exact_size(egui::vec2(room, 16.0), Sense::hover());
        let whole = (most as f32 * 1.3).max(1.0);
        let x = |ms: u64| rect.left() + rect.width() * (ms as f32 / whole).min(1.0);
        let line = rect.center().y;
        let bar = |from: f32, to: f32, height: f32| {
            Rect::from_min_max(egui::pos2(from, line - height / 2.0), egui::pos2(to, line + height / 2.0))
        };
        let painter = ui.painter();
        painter.rect_filled(bar(rect.left(), rect.right(), 6.0), 3.0, colours.inset);
        // Where inset and ground are alike, the edge shows how far it goes.
        let edge = egui::Stroke::new(1.0, colours.line);
        painter.rect_stroke(bar(rect.left(), rect.right(), 6.0), 3.0, edge, egui::StrokeKind::Inside);
        painter.rect_filled(bar(x(least), x(most), 12.0), 3.0, colours.good_soft);
        painter.rect_stroke(
            bar(x(least), x(most), 12.0),
            3.0,
            egui::Stroke::new(1.0, colours.good),
            egui::StrokeKind::Inside,
        );
        painter.rect_filled(bar(rect.left(), x(view.handle_ms), 6.0), 3.0, ink);
        let words_now = words.text(key);
        let band = words.with("clock-target", &[("least", &span(least)), ("most", &span(most))]);
        response
            .widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, format!("{words_now} – {band}")));
        response.on_hover_text(format!("{words_now}\n{band}"));
        if view.waits {
            hint(ui, words.text("clock-waits"));
        }
    });
}
