//! One choice of a few, side by side.

use super::super::theme::{palette, style};
use bevy_egui::egui::{self, Button, Frame, Margin, RichText, Stroke};

/// Shows the choices in a row; returns the one that was pressed.
pub fn segments<T: PartialEq + Copy>(ui: &mut egui::Ui, current: T, choices: &[(T, String)]) -> Option<T> {
    let colours = palette(ui);
    let mut pressed = None;
    Frame::new()
        .fill(colours.inset)
        .stroke(Stroke::new(1.0, colours.line))
        .corner_radius(8)
        .inner_margin(Margin::same(2))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            // Where there is no room for all of them side by side, they move closer together.
            let font = style::strong().resolve(ui.style());
            let width = |text: &String| ui.painter().layout_no_wrap(text.clone(), font.clone(), colours.text).size().x;
            let words: f32 = choices.iter().map(|(_, text)| width(text) + 2.0).sum();
            let room = (ui.available_width() - words) / (2.0 * choices.len().max(1) as f32);
            ui.spacing_mut().button_padding = egui::vec2(room.floor().clamp(3.0, 10.0), 3.0);
            ui.spacing_mut().interact_size.y = 26.0;
            // In a row that runs from the right, the first choice still stands at the left.
            let mut order: Vec<&(T, String)> = choices.iter().collect();
            if ui.layout().prefer_right_to_left() {
                order.reverse();
            }
            ui.horizontal(|ui| {
                for (choice, text) in order {
                    let on = *choice == current;
                    let ink = if on { colours.accent } else { colours.muted };
                    let text = RichText::new(text).color(ink);
                    let text = if on { text.text_style(style::strong()) } else { text };
                    let mut button = Button::selectable(on, text).corner_radius(6);
                    if on {
                        button = button.fill(colours.surface).stroke(Stroke::new(1.0, colours.accent));
                    }
                    if ui.add(button).clicked() && !on {
                        pressed = Some(*choice);
                    }
                }
            });
        });
    pressed
}
