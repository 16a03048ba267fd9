//! Cards, headings and small texts.

use super::super::theme::{palette, style};
use super::Icon;
use bevy_egui::egui::{self, Color32, Frame, InnerResponse, Margin, RichText, Stroke};

/// What a chip or mark says by its colour (never by it alone: an icon or word says the same).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Accent,
    Good,
    Warn,
    Bad,
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
            content(ui)
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
    Frame::new()
        .fill(ground)
        .corner_radius(5)
        .inner_margin(Margin::symmetric(8, 3))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            ui.horizontal(|ui| {
                if let Some(icon) = icon {
                    icon.show(ui, 12.0, ink);
                }
                ui.add(
                    egui::Label::new(RichText::new(text).text_style(style::label()).color(ink))
                        .wrap_mode(egui::TextWrapMode::Extend),
                );
            });
        })
        .response
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
