//! Cards, headings and small texts.

use super::super::theme::{palette, scale, style};
use super::Icon;
use bevy_egui::egui::{self, Color32, Frame, InnerResponse, Margin, RichText, Stroke};

/// What a chip or mark says by its colour (never by it alone: an icon or word says the same).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing particular.
    Plain,
    /// Current, or new.
    Accent,
    /// Went well.
    Good,
    /// Needs attention.
    Warn,
    /// Went wrong.
    Bad,
    /// The other side, or a colleague.
    Other,
}

impl Tone {
    /// Ink and ground.
    pub fn colours(self, ui: &egui::Ui) -> (Color32, Color32) {
        let palette = palette(ui);
        match self {
            Tone::Plain => (palette.muted, palette.inset),
            Tone::Accent => (palette.accent, palette.accent_soft),
            Tone::Good => (palette.good, palette.good_soft),
            Tone::Warn => (palette.warn, palette.warn_soft),
            Tone::Bad => (palette.bad, palette.bad_soft),
            Tone::Other => (palette.other, palette.other_soft),
        }
    }
}

/// A card on the ground.
pub fn card<R>(ui: &mut egui::Ui, content: impl FnOnce(&mut egui::Ui) -> R) -> InnerResponse<R> {
    let colours = palette(ui);
    Frame::new()
        .fill(colours.surface)
        .stroke(Stroke::new(1.0, colours.line))
        .corner_radius(10)
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            // Columns justify what stands in them; cards do not.
            ui.with_layout(egui::Layout::top_down(egui::Align::Min), content).inner
        })
}

/// The heading of a card.
pub fn title(ui: &mut egui::Ui, text: impl Into<String>) -> egui::Response {
    let colour = palette(ui).text;
    ui.label(RichText::new(text).text_style(style::title()).color(colour))
}

/// A small heading over a group.
pub fn label(ui: &mut egui::Ui, text: impl Into<String>) -> egui::Response {
    let colour = palette(ui).muted;
    ui.label(RichText::new(text).text_style(style::label()).color(colour))
}

/// Text of second rank.
pub fn muted(ui: &mut egui::Ui, text: impl Into<String>) -> egui::Response {
    let colour = palette(ui).muted;
    ui.label(RichText::new(text).color(colour))
}

/// Small text of second rank.
pub fn hint(ui: &mut egui::Ui, text: impl Into<String>) -> egui::Response {
    let colour = palette(ui).muted;
    ui.label(RichText::new(text).small().color(colour))
}

/// A small word on a coloured ground.
pub fn chip(ui: &mut egui::Ui, icon: Option<Icon>, text: &str, tone: Tone) -> egui::Response {
    let (ink, ground) = tone.colours(ui);
    let font = style::label().resolve(ui.style());
    let room = (ui.available_width() - 40.0).max(80.0);
    let galley = ui.painter().layout(text.to_owned(), font, ink, room);
    let scale = scale(ui);
    let sign = if icon.is_some() { (17.0 * scale).round() } else { 0.0 };
    let size = egui::vec2(galley.size().x + sign + 16.0, galley.size().y.max(14.0) + 8.0);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    ui.painter().rect_filled(rect, 5.0, ground);
    if let Some(icon) = icon {
        let middle = egui::pos2(rect.left() + 8.0 + 6.0 * scale, rect.center().y);
        icon.paint(ui.painter(), egui::Rect::from_center_size(middle, egui::Vec2::splat(12.0 * scale)), ink);
    }
    let at = egui::pos2(rect.left() + 8.0 + sign, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, text));
    response
}

/// What stands where there is nothing yet.
pub fn empty(ui: &mut egui::Ui, icon: Icon, text: &str) {
    let ink = palette(ui).muted;
    ui.vertical_centered(|ui| {
        ui.add_space(24.0);
        icon.show(ui, 32.0, ink);
        ui.add_space(8.0);
        muted(ui, text);
        ui.add_space(24.0);
    });
}
