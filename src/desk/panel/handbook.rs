//! The company's handbook: find a page, read it.

use super::super::action::DeskAction;
use super::super::part::{Entry, Icon, Look, Press, empty, hint};
use super::super::theme::{palette, style};
use super::markdown::markdown_ui;
use crate::wording::Wording;
use bevy_egui::egui::{self, RichText, ScrollArea};

/// The name the keyboard is given to the search by.
pub const SEARCH: &str = "handbook-search";

/// A page of the list.
#[derive(Debug, Clone)]
pub struct PageRow {
    /// File stem; what links lead to.
    pub name: String,
    /// First heading of the page, else its file stem.
    pub title: String,
    /// Where the search was found.
    pub snippet: String,
}

/// What the panel shows.
#[derive(Debug, Clone)]
pub struct HandbookView {
    /// What is searched for.
    pub search: String,
    /// Only what fits the search.
    pub pages: Vec<PageRow>,
    /// Name and Markdown of the open page.
    pub open: Option<(String, String)>,
    /// Takes the keyboard now.
    pub focus: bool,
}

/// Draws the panel.
pub fn handbook_ui(ui: &mut egui::Ui, view: &HandbookView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    if view.focus {
        ui.memory_mut(|memory| memory.request_focus(Entry::focus_id(SEARCH)));
    }
    let name = words.text("handbook-search");
    let entry = Entry::new(SEARCH, &name).hint(&name).icon(Icon::Search).bare().show(ui, &view.search);
    if let Some(text) = entry.changed {
        out.push(DeskAction::TypeHandbookSearch(text));
    }
    if let (true, Some(first)) = (entry.entered, view.pages.first()) {
        out.push(DeskAction::OpenPage(first.name.clone()));
    }
    let searching = !view.search.trim().is_empty();
    if view.pages.is_empty() {
        empty(ui, Icon::Book, &words.text(if searching { "handbook-nothing" } else { "handbook-empty" }));
        return;
    }
    if searching {
        ScrollArea::vertical().id_salt("handbook-hits").auto_shrink(false).max_height(180.0).show(ui, |ui| {
            for page in &view.pages {
                if Press::new(&page.title).icon(Icon::Book).look(Look::Quiet).small().wrap().show(ui) {
                    out.push(DeskAction::OpenPage(page.name.clone()));
                }
                if !page.snippet.is_empty() {
                    hint(ui, &page.snippet);
                }
            }
        });
    } else {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
            for page in &view.pages {
                let on = view.open.as_ref().is_some_and(|(name, _)| *name == page.name);
                if Press::new(&page.title).look(if on { Look::On } else { Look::Plain }).small().wrap().show(ui) {
                    out.push(DeskAction::OpenPage(page.name.clone()));
                }
            }
        });
    }
    ui.separator();
    match &view.open {
        Some((name, text)) => {
            ScrollArea::vertical().id_salt(("page", name)).auto_shrink(false).show(ui, |ui| {
                if let Some(link) = markdown_ui(ui, text) {
                    out.push(DeskAction::OpenPage(link));
                }
                ui.add_space(16.0);
            });
        }
        None => {
            ui.label(RichText::new(words.text("handbook-choose")).text_style(style::strong()).color(colours.muted));
        }
    }
}
