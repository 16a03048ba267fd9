//! The person at the other end: a face, who it is, how it feels, what is being said.

use super::super::part::{Icon, Tone, card, chip, hint};
use super::super::theme::{Shade, palette, scale, shade, style};
use super::face::{FaceView, paint_face, paint_floor};
use crate::mood::{Mood, MoodTrait};
use crate::wording::Wording;
use bevy_egui::egui::{self, RichText, Sense, WidgetInfo, WidgetType};

/// What the panel shows.
#[derive(Debug, Clone)]
pub struct CustomerView {
    /// `None`: nobody at the other end yet, or any more.
    pub face: Option<FaceView>,
    /// As far as the operator knows it: a name, a department, or an unknown caller.
    pub name: String,
    /// Key of the role: customer, gatekeeper, colleague …
    pub role: &'static str,
    /// Shows the mood; a colleague's is nobody's business.
    pub mood: bool,
    /// Shows the four values; only where help is allowed.
    pub meters: bool,
    /// Key of what stands where there is no face.
    pub absent: &'static str,
}

/// The word for a mood: what stands out most.
pub fn mood_key(mood: Mood) -> &'static str {
    match mood {
        Mood { patience: 0..=14, .. } => "mood-furious",
        Mood { patience: 15..=34, .. } => "mood-annoyed",
        Mood { confusion: 60.., .. } => "mood-lost",
        Mood { trust: 0..=24, .. } => "mood-wary",
        Mood { interest: 0..=24, .. } => "mood-bored",
        Mood { patience: 35..=54, .. } => "mood-impatient",
        Mood { trust: 70.., interest: 60.., .. } => "mood-won",
        _ => "mood-calm",
    }
}

/// The mood in a word that agrees with whose it is.
fn mood_text(face: &FaceView, words: &Wording) -> String {
    let who = if crate::debrief::is_woman(face.voice) { "woman" } else { "man" };
    words.with(mood_key(face.mood), &[("who", who)])
}

/// Draws the panel; the face is that high, in points.
pub fn customer_ui(ui: &mut egui::Ui, view: &CustomerView, height: f32, words: &Wording) {
    let colours = palette(ui);
    card(ui, |ui| {
        let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), height), Sense::hover());
        ui.painter().rect_filled(rect, 8.0, colours.inset);
        match &view.face {
            Some(face) => {
                paint_face(&ui.painter().with_clip_rect(rect), rect, face, shade(ui) != Shade::Light);
                let mood = mood_text(face, words);
                let name = words
                    .with("face-described", &[("name", &view.name), ("age", &face.age.to_string()), ("mood", &mood)]);
                response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &name));
            }
            None => {
                paint_floor(ui.painter(), rect, colours.inset, colours.muted);
            }
        }
        match &view.face {
            Some(face) => {
                ui.horizontal(|ui| {
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        if view.mood {
                            ui.set_max_width((ui.available_width() - 110.0 * scale(ui)).max(60.0));
                        }
                        let name = RichText::new(&view.name).text_style(style::strong()).color(colours.text);
                        ui.add(egui::Label::new(name).wrap());
                        hint(ui, words.text(view.role));
                    });
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        if !view.mood {
                            return;
                        }
                        let key = mood_key(face.mood);
                        let (tone, icon) = match key {
                            "mood-furious" | "mood-annoyed" => (Tone::Bad, Icon::Warning),
                            "mood-calm" => (Tone::Plain, Icon::Person),
                            "mood-won" => (Tone::Good, Icon::Check),
                            _ => (Tone::Warn, Icon::Person),
                        };
                        chip(ui, Some(icon), &mood_text(face, words), tone);
                    });
                });
                if view.meters {
                    meters(ui, face.mood, words);
                }
            }
            None => {
                hint(ui, words.text(view.absent));
            }
        }
    });
}

fn meters(ui: &mut egui::Ui, mood: Mood, words: &Wording) {
    let colours = palette(ui);
    let values = [mood.patience, mood.trust, mood.confusion, mood.interest];
    ui.columns(2, |columns| {
        for (at, (kind, value)) in MoodTrait::ALL.into_iter().zip(values).enumerate() {
            let Some(ui) = columns.get_mut(at % 2) else { continue };
            ui.spacing_mut().item_spacing.y = 3.0;
            let name = words.text(&format!("trait-{}", kind.name()));
            hint(ui, &name);
            let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 6.0), Sense::hover());
            ui.painter().rect_filled(rect, 3.0, colours.line);
            let filled = egui::vec2(rect.width() * f32::from(value.min(100)) / 100.0, rect.height());
            // Confusion is bad when high, the others when low.
            let worth = if kind == MoodTrait::Confusion { 100 - value.min(100) } else { value };
            let ink = match worth {
                0..=29 => colours.bad,
                30..=54 => colours.warn,
                _ => colours.good,
            };
            ui.painter().rect_filled(egui::Rect::from_min_size(rect.min, filled), 3.0, ink);
            let text = format!("{name}: {value}");
            response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, &text));
            response.on_hover_text(text);
        }
    });
}
