//! The customer data base: search, the open customer, its records and forms.

mod form;

pub use form::{FieldView, RecordView};

use super::super::action::DeskAction;
use super::super::part::{Entry, Icon, Look, Press, Tone, chip, empty, hint};
use super::super::theme::{palette, style};
use crate::call::{CrmEdit, Input};
use crate::crm::Hit;
use crate::id::RecordId;
use crate::pack::model::RecordKind;
use crate::wording::Wording;
use bevy_egui::egui::{self, RichText, ScrollArea};

/// The name the keyboard is given to the search by.
pub const SEARCH: &str = "crm-search";

/// The customer whose record is open.
#[derive(Debug, Clone)]
pub struct OpenCustomer {
    /// The customer's own record.
    pub id: RecordId,
    /// First and last name, or the company.
    pub name: String,
    /// Company, town, telephone: what tells namesakes apart.
    pub detail: String,
    /// The tab shown.
    pub kind: RecordKind,
    /// How many records there are of each kind.
    pub counts: Vec<(RecordKind, usize)>,
    /// The records of the tab.
    pub records: Vec<RecordView>,
}

/// What the panel shows.
#[derive(Debug, Clone)]
pub struct CrmView {
    /// What is searched for.
    pub search: String,
    /// Customers that fit the search; empty while one is open.
    pub hits: Vec<Hit>,
    /// `None`: the search and its hits are shown.
    pub open: Option<OpenCustomer>,
    /// Changes made in this call.
    pub changes: usize,
    /// There is a change to take back.
    pub can_undo: bool,
    /// There is a change taken back that can be made again.
    pub can_redo: bool,
    /// Why the last change was not accepted.
    pub refused: Option<String>,
    /// The search takes the keyboard now.
    pub focus: bool,
    /// The field that takes the keyboard now.
    pub focus_field: Option<(RecordId, &'static str)>,
    /// Something was said that a record may want.
    pub data: bool,
}

/// Draws the panel.
pub fn crm_ui(ui: &mut egui::Ui, view: &CrmView, words: &Wording, out: &mut Vec<DeskAction>) {
    if let Some((record, field)) = &view.focus_field {
        ui.memory_mut(|memory| memory.request_focus(Entry::focus_id((record, *field))));
    }
    search(ui, view, words, out);
    if let Some(refused) = &view.refused {
        chip(ui, Some(Icon::Warning), refused, Tone::Bad);
    }
    match &view.open {
        Some(open) => customer(ui, open, view.data, words, out),
        None => hits(ui, view, words, out),
    }
}

fn search(ui: &mut egui::Ui, view: &CrmView, words: &Wording, out: &mut Vec<DeskAction>) {
    if view.focus {
        ui.memory_mut(|memory| memory.request_focus(Entry::focus_id(SEARCH)));
    }
    let height = ui.spacing().interact_size.y;
    let size = egui::vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let edits = [
            ("crm-redo", Icon::Redo, view.can_redo, CrmEdit::Redo, "Ctrl+Y"),
            ("crm-undo", Icon::Undo, view.can_undo, CrmEdit::Undo, "Ctrl+Z"),
        ];
        for (key, icon, on, edit, keys) in edits {
            if Press::new(&words.text(key)).icon(icon).key(keys).icon_only().enabled(on).show(ui) {
                out.push(DeskAction::Do(Input::Crm(edit)));
            }
        }
        let (name, tip) = (words.text("crm-search"), words.text("crm-search-hint"));
        let entry = Entry::new(SEARCH, &name).hint(&tip).icon(Icon::Search).bare().show(ui, &view.search);
        if let Some(text) = entry.changed {
            out.push(DeskAction::TypeCrmSearch(text));
        }
        if let (true, Some(first)) = (entry.entered, view.hits.first()) {
            out.push(DeskAction::OpenCustomer(first.customer.clone()));
        }
    });
}

fn hits(ui: &mut egui::Ui, view: &CrmView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    if view.hits.is_empty() {
        let key = if view.search.trim().is_empty() { "crm-start" } else { "crm-nobody" };
        empty(ui, Icon::Search, &words.text(key));
        return;
    }
    hint(ui, words.with("crm-hits", &[("count", &view.hits.len().to_string())]));
    ScrollArea::vertical().id_salt("crm-hits").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for hit in &view.hits {
            let frame =
                egui::Frame::new().fill(colours.inset).corner_radius(8).inner_margin(egui::Margin::symmetric(12, 8));
            let shown = frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.horizontal(|ui| {
                    Icon::Person.show(ui, 16.0, colours.accent);
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 1.0;
                        ui.label(RichText::new(&hit.title).text_style(style::strong()).color(colours.text));
                        hint(ui, &hit.detail);
                    });
                });
            });
            let response = ui.interact(shown.response.rect, ui.id().with(&hit.customer), egui::Sense::click());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &hit.title));
            if response.hovered() || response.has_focus() {
                let edge = egui::Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, colours.accent);
                ui.painter().rect_stroke(response.rect, 8.0, edge, egui::StrokeKind::Inside);
            }
            if response.clicked() {
                out.push(DeskAction::OpenCustomer(hit.customer.clone()));
            }
        }
    });
}

fn customer(ui: &mut egui::Ui, open: &OpenCustomer, data: bool, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ui.horizontal(|ui| {
        if Press::new(&words.text("crm-close")).icon(Icon::Left).look(Look::Quiet).icon_only().show(ui) {
            out.push(DeskAction::CloseCustomer);
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(
                egui::Label::new(RichText::new(&open.name).text_style(style::title()).color(colours.text)).truncate(),
            );
            hint(ui, &open.detail);
        });
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for (kind, count) in &open.counts {
            let name = words.text(&format!("record-{}", kind.name()));
            let text = if *kind == RecordKind::Customer || *count == 0 {
                name.clone()
            } else {
                format!("{name}\u{a0}({count})")
            };
            let look = if *kind == open.kind { Look::On } else { Look::Plain };
            if Press::new(&text).look(look).small().show(ui) {
                out.push(DeskAction::ShowKind(*kind));
            }
        }
    });
    if data {
        hint(ui, words.text("datum-hint"));
    }
    if open.kind != RecordKind::Customer {
        let text = words.text(&format!("create-{}", open.kind.name()));
        if Press::new(&text).icon(Icon::Plus).key("Ctrl+N").show(ui) {
            out.push(DeskAction::CreateRecord(open.kind));
        }
    }
    ScrollArea::vertical().id_salt(("crm-form", open.kind.name())).auto_shrink(false).show(ui, |ui| {
        if open.records.is_empty() {
            empty(ui, Icon::Card, &words.text(&format!("none-{}", open.kind.name())));
        }
        for record in open.records.iter().rev().filter(|record| record.new) {
            form::record_ui(ui, open.kind, record, words, out);
        }
        for record in open.records.iter().filter(|record| !record.new) {
            form::record_ui(ui, open.kind, record, words, out);
        }
        ui.add_space(8.0);
    });
}
