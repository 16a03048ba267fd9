//! Before the score is shown: how did it go, in the trainee's own eyes?

use super::super::action::DeskAction;
use super::super::part::{Icon, Look, Press, card, hint, muted};
use super::super::theme::{palette, style};
use crate::score::Dimension;
use crate::wording::Wording;
use bevy_egui::egui::{self, RichText};

/// What the screen shows.
#[derive(Debug, Clone)]
pub struct SelfRatingView {
    /// Title of the call.
    pub title: String,
    /// 0 to 100, once given.
    pub ratings: Vec<(Dimension, Option<u8>)>,
}

/// The steps offered: 0, 25, 50, 75, 100.
const STEPS: [u8; 5] = [0, 25, 50, 75, 100];

/// Draws the screen.
pub fn self_rating_ui(ui: &mut egui::Ui, view: &SelfRatingView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = ui.available_width().min(760.0);
        let side = (ui.available_width() - width) / 2.0;
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.add_space(16.0);
                ui.label(
                    RichText::new(words.text("rating-title")).text_style(egui::TextStyle::Heading).color(colours.text),
                );
                muted(ui, words.with("rating-why", &[("call", &view.title)]));
                ui.add_space(8.0);
                card(ui, |ui| {
                    for (dimension, rating) in &view.ratings {
                        row(ui, *dimension, *rating, words, out);
                        ui.add_space(4.0);
                    }
                });
                ui.add_space(8.0);
                let ready = view.ratings.iter().all(|(_, rating)| rating.is_some());
                let text = words.text("rating-submit");
                let press = Press::new(&text).icon(Icon::Right).look(Look::Primary).key("F9").width(240.0);
                if press.enabled(ready).show(ui) {
                    out.push(DeskAction::SubmitRating);
                }
                hint(ui, words.text(if ready { "rating-ready" } else { "rating-missing" }));
            });
        });
    });
}

fn row(ui: &mut egui::Ui, dimension: Dimension, rating: Option<u8>, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    let key = dimension.name().replace('_', "-");
    let name = words.text(&format!("dimension-{key}"));
    ui.label(RichText::new(&name).text_style(style::strong()).color(colours.text));
    hint(ui, words.text(&format!("rating-{key}")));
    let width = (ui.available_width() - 4.0 * 4.0) / 5.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for step in STEPS {
            let on = rating == Some(step);
            let text = words.text(&format!("rating-step-{step}"));
            let press = Press::new(&text).look(if on { Look::On } else { Look::Plain }).width(width).respond(ui);
            let spoken = format!("{name}: {text}");
            press.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::RadioButton, true, on, &spoken));
            if press.clicked() {
                out.push(DeskAction::Rate(dimension, step));
            }
        }
    });
}
