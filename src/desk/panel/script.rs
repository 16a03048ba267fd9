//! The company's script: where one is, what is done, the phrase to lean on.

use super::super::action::DeskAction;
use super::super::part::{Icon, card, hint, muted, title};
use super::super::theme::{leading, palette, scale, style};
use crate::training::run::StepState;
use crate::wording::Wording;
use bevy_egui::egui::{self, RichText, ScrollArea};

/// What the panel shows.
#[derive(Debug, Clone)]
pub struct ScriptView {
    /// In order; `None`: the mode hides the script.
    pub steps: Option<Vec<StepState>>,
    /// Shows the step to take and no list: other things need the room.
    pub compact: bool,
}

/// Draws the panel.
pub fn script_ui(ui: &mut egui::Ui, view: &ScriptView, words: &Wording, _out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    card(ui, |ui| {
        let Some(steps) = &view.steps else {
            ui.horizontal(|ui| {
                title(ui, words.text("script-title"));
                hint(ui, words.text("script-hidden"));
            });
            return;
        };
        // The lines offered say the phrase too, and large text leaves no room for both.
        let short = view.compact && scale(ui) > 1.2;
        // Before anybody was reached no step applies yet: show what will come.
        let begun = steps.iter().any(|step| step.applicable);
        let steps: Vec<&StepState> = steps.iter().filter(|step| step.applicable || !begun).collect();
        let done = steps.iter().filter(|step| step.done).count();
        let current = steps.iter().find(|step| step.current);
        ui.horizontal(|ui| {
            if short {
                ui.spacing_mut().interact_size.y = 18.0;
            } else {
                title(ui, words.text("script-title"));
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let text =
                    words.with("script-progress", &[("done", &done.to_string()), ("all", &steps.len().to_string())]);
                hint(ui, text);
                if let Some(step) = current.filter(|_| short) {
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        let name = RichText::new(&step.title).text_style(style::strong()).color(colours.accent);
                        ui.add(egui::Label::new(name).wrap());
                    });
                }
            });
        });
        progress(ui, &steps);
        if short && current.is_some() {
            return;
        }
        if let Some(step) = current {
            egui::Frame::new()
                .fill(colours.accent_soft)
                .corner_radius(8)
                .inner_margin(egui::Margin::symmetric(12, 8))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing.y = 4.0;
                    ui.label(RichText::new(&step.title).text_style(style::strong()).color(colours.accent));
                    ui.label(RichText::new(&step.phrase).color(colours.text).line_height(Some(leading(ui))));
                });
        } else if begun {
            muted(ui, words.text("script-all-done"));
        }
        // Large text leaves no room for more than the step to take.
        let crowded = ui.ctx().viewport_rect().height() < 34.0 * leading(ui);
        if begun && (view.compact || crowded && ui.available_height() < 64.0) {
            return;
        }
        // Whole lines only, the current one in the middle of them.
        let (line, gap) = (leading(ui).round(), 4.0);
        let shown = ((ui.available_height() + gap) / (line + gap)).floor().max(1.0);
        let first = steps.iter().position(|step| step.current).map(|at| (at as f32 - (shown / 2.0).floor()).max(0.0));
        let area = ScrollArea::vertical().id_salt("script-steps").auto_shrink([false, false]);
        let area = area.max_height(shown * (line + gap) - gap).min_scrolled_height(0.0);
        let id = ui.id().with("script-first");
        let moved =
            ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_insert_with(id, || None), first) != first);
        let area = match first {
            Some(first) if moved => area.vertical_scroll_offset(first * (line + gap)),
            _ => area,
        };
        area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = gap;
            ui.spacing_mut().interact_size.y = line;
            for step in &steps {
                ui.horizontal(|ui| {
                    let (icon, ink, said) = if step.done {
                        (Icon::Check, colours.good, "script-step-done")
                    } else if step.current {
                        (Icon::Right, colours.accent, "script-step-current")
                    } else {
                        (Icon::Ring, colours.muted, "script-step-open")
                    };
                    icon.show(ui, 13.0, ink);
                    let text = RichText::new(&step.title).color(if step.done { colours.muted } else { colours.text });
                    let text = if step.current { text.text_style(style::strong()) } else { text };
                    let label = ui.add(egui::Label::new(text).truncate());
                    let name = format!("{}: {}", step.title, words.text(said));
                    label.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &name));
                });
            }
        });
    });
}

/// One mark for each step.
fn progress(ui: &mut egui::Ui, steps: &[&StepState]) {
    let colours = palette(ui);
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 6.0), egui::Sense::hover());
    let width = rect.width() / steps.len().max(1) as f32;
    for (at, step) in steps.iter().enumerate() {
        let left = rect.left() + width * at as f32;
        let mark =
            egui::Rect::from_min_max(egui::pos2(left, rect.top()), egui::pos2(left + width - 3.0, rect.bottom()));
        let fill = match (step.done, step.current) {
            (true, _) => colours.good,
            (false, true) => colours.accent,
            _ => colours.line,
        };
        ui.painter().rect_filled(mark, 3.0, fill);
    }
}
