//! The form of one record: proper fields, checked as they are typed in.

use super::super::super::action::DeskAction;
use super::super::super::part::{Entry, Icon, Look, Press, Tone, chip, label};
use super::super::super::theme::{palette, scale, style};
use crate::call::{CrmEdit, Input};
use crate::id::RecordId;
use crate::pack::fields::FieldType;
use crate::pack::model::RecordKind;
use crate::wording::Wording;
use bevy_egui::egui::{self, ComboBox, RichText};

/// A field of a form.
#[derive(Debug, Clone)]
pub struct FieldView {
    /// Name of the field, as packs write it.
    pub name: &'static str,
    /// What may stand in it; decides how it is entered.
    pub kind: FieldType,
    /// The record is not complete without it.
    pub required: bool,
    /// What stands in it: as typed while being typed in, else as people write it; for a choice its name.
    pub text: String,
    /// What is wrong with it, in words.
    pub trouble: Option<String>,
    /// Typed in, not written yet.
    pub unsaved: bool,
    /// Changed in this call.
    pub changed: bool,
}

/// A record of the tab.
#[derive(Debug, Clone)]
pub struct RecordView {
    /// What edits name the record by.
    pub id: RecordId,
    /// Its kind, and what tells it from its neighbours: a number, a date …
    pub heading: String,
    /// Made in this call.
    pub new: bool,
    /// In the order of the form.
    pub fields: Vec<FieldView>,
}

/// Draws the form.
pub fn record_ui(ui: &mut egui::Ui, kind: RecordKind, record: &RecordView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    let edge = if record.new { colours.accent } else { colours.line };
    let frame = egui::Frame::new().fill(colours.inset).stroke(egui::Stroke::new(1.0, edge)).corner_radius(8);
    frame.inner_margin(egui::Margin::same(12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let key = 26.0_f32.max(ui.spacing().interact_size.y - 6.0);
            ui.spacing_mut().item_spacing.x = 4.0;
            let room = ui.available_width() - if record.new { key + 4.0 } else { 0.0 };
            ui.allocate_ui(egui::vec2(room, 0.0), |ui| {
                ui.set_width(room);
                // As high as the key beside it.
                ui.spacing_mut().interact_size.y = key;
                ui.spacing_mut().item_spacing = egui::vec2(6.0, 2.0);
                ui.horizontal_wrapped(|ui| {
                    ui.label(RichText::new(&record.heading).text_style(style::strong()).color(colours.text));
                    if record.new {
                        chip(ui, Some(Icon::Plus), &words.text("record-new"), Tone::Accent);
                    }
                    if record.fields.iter().any(|field| field.unsaved) {
                        chip(ui, Some(Icon::Dot), &words.text("record-unsaved"), Tone::Warn);
                    }
                });
            });
            if record.new {
                let name = words.text("record-discard");
                if Press::new(&name).icon(Icon::Trash).look(Look::Quiet).icon_only().small().show(ui) {
                    out.push(DeskAction::Do(Input::Crm(CrmEdit::Discard { record: record.id.clone() })));
                }
            }
        });
        // Two fields a row, one where the text is large; notes and long addresses take a row of their own.
        let half = (ui.available_width() - ui.spacing().item_spacing.x) / 2.0;
        let single = half < 150.0 * scale(ui);
        let mut row: Vec<&FieldView> = Vec::new();
        for field in &record.fields {
            let wide = field.kind == FieldType::Email && text_width(ui, &field.text) + 24.0 > half;
            if field.kind == FieldType::Note || wide || single {
                fields_row(ui, kind, record, &std::mem::take(&mut row), false, words, out);
                fields_row(ui, kind, record, &[field], true, words, out);
                continue;
            }
            row.push(field);
            if row.len() == 2 {
                fields_row(ui, kind, record, &std::mem::take(&mut row), false, words, out);
            }
        }
        fields_row(ui, kind, record, &row, false, words, out);
    });
}

fn text_width(ui: &egui::Ui, text: &str) -> f32 {
    let font = egui::TextStyle::Body.resolve(ui.style());
    ui.painter().layout_no_wrap(text.to_owned(), font, egui::Color32::WHITE).size().x
}

fn fields_row(
    ui: &mut egui::Ui,
    kind: RecordKind,
    record: &RecordView,
    fields: &[&FieldView],
    alone: bool,
    words: &Wording,
    out: &mut Vec<DeskAction>,
) {
    match fields {
        [] => {}
        [field] if alone => field_ui(ui, kind, record, field, words, out),
        _ => {
            ui.columns(2, |columns| {
                for (ui, field) in columns.iter_mut().zip(fields) {
                    field_ui(ui, kind, record, field, words, out);
                }
            });
        }
    }
}

fn field_ui(
    ui: &mut egui::Ui,
    kind: RecordKind,
    record: &RecordView,
    field: &FieldView,
    words: &Wording,
    out: &mut Vec<DeskAction>,
) {
    let name = words.text(&format!("field-{}-{}", kind.name(), field.name));
    match field.kind {
        FieldType::Choice(choices) => choice(ui, record, field, &name, choices, words, out),
        FieldType::YesNo => choice(ui, record, field, &name, &["yes", "no"], words, out),
        _ => {
            let hint = match field.kind {
                FieldType::Date => words.text("hint-date"),
                FieldType::Time => words.text("hint-time"),
                FieldType::Amount => words.text("hint-amount"),
                _ => String::new(),
            };
            let rows = if field.kind == FieldType::Note { 3 } else { 1 };
            let entry = Entry::new((&record.id, field.name), &name)
                .hint(&hint)
                .rows(rows)
                .marked(field.required)
                .trouble(field.trouble.as_deref())
                .show(ui, &field.text);
            mark_changed(ui, field, entry.response.rect);
            if let Some(text) = entry.changed {
                out.push(DeskAction::TypeField { record: record.id.clone(), field: field.name, text });
            }
            if entry.response.gained_focus() {
                out.push(DeskAction::EnterField { record: record.id.clone(), field: field.name });
            }
            if entry.response.lost_focus() {
                out.push(DeskAction::CommitField { record: record.id.clone(), field: field.name });
            }
        }
    }
}

fn choice(
    ui: &mut egui::Ui,
    record: &RecordView,
    field: &FieldView,
    name: &str,
    choices: &[&'static str],
    words: &Wording,
    out: &mut Vec<DeskAction>,
) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let star = if field.required { "\u{a0}*" } else { "" };
        let heading = label(ui, format!("{name}{star}"));
        let word = |choice: &str| words.text(&format!("choice-{}", choice));
        let shown = if field.text.is_empty() { words.text("choice-none") } else { word(&field.text) };
        let combo = ComboBox::from_id_salt((&record.id, field.name))
            .width(ui.available_width())
            .truncate()
            .selected_text(shown)
            .show_ui(ui, |ui| {
                for choice in choices {
                    let on = field.text == *choice;
                    if ui.selectable_label(on, word(choice)).clicked() && !on {
                        let (record, value) = (record.id.clone(), (*choice).to_owned());
                        out.push(DeskAction::ChooseField { record, field: field.name, value });
                    }
                }
            });
        let response = combo.response.labelled_by(heading.id);
        mark_changed(ui, field, response.rect);
    });
}

/// A bar at the left of what was changed in this call.
fn mark_changed(ui: &egui::Ui, field: &FieldView, rect: egui::Rect) {
    if field.changed || field.unsaved {
        let colours = palette(ui);
        let ink = if field.unsaved { colours.warn } else { colours.accent };
        let bar = egui::Rect::from_min_max(
            rect.left_top() + egui::vec2(0.0, 5.0),
            rect.left_bottom() + egui::vec2(3.0, -5.0),
        );
        ui.painter().rect_filled(bar, 1.5, ink);
    }
}
