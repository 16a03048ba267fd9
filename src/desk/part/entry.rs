//! Text fields with their name, and what is wrong with what stands in them.

use super::super::theme::{palette, scale, style};
use super::Icon;
use bevy_egui::egui::{self, Id, Margin, Response, RichText, Stroke, TextEdit};

/// A field to be shown.
#[derive(Debug)]
pub struct Entry<'a> {
    id: Id,
    name: &'a str,
    hint: &'a str,
    icon: Option<Icon>,
    rows: usize,
    named: bool,
    trouble: Option<&'a str>,
    marked: bool,
    enabled: bool,
}

/// What was done to a field.
#[derive(Debug)]
pub struct Entered {
    /// For focus, tips and the place on the screen.
    pub response: Response,
    /// The text, when it changed.
    pub changed: Option<String>,
    /// Enter was pressed in it.
    pub entered: bool,
}

impl<'a> Entry<'a> {
    /// A field of one line. `name` is what screen readers call it.
    pub fn new(id: impl std::hash::Hash + std::fmt::Debug, name: &'a str) -> Entry<'a> {
        Entry {
            id: Id::new(("entry", id)),
            name,
            hint: "",
            icon: None,
            rows: 1,
            named: true,
            trouble: None,
            marked: false,
            enabled: true,
        }
    }
    /// What stands in it while it is empty.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }
    /// With a picture at its left end.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }
    /// So many lines high; from two on it takes several lines.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }
    /// Without the name above it.
    pub fn bare(mut self) -> Self {
        self.named = false;
        self
    }
    /// What is wrong with the text.
    pub fn trouble(mut self, trouble: Option<&'a str>) -> Self {
        self.trouble = trouble;
        self
    }
    /// Must be filled in.
    pub fn marked(mut self, marked: bool) -> Self {
        self.marked = marked;
        self
    }
    /// False: can be read, not typed in.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// The id the keyboard can be given to.
    pub fn focus_id(id: impl std::hash::Hash + std::fmt::Debug) -> Id {
        Id::new(("entry", id))
    }

    /// Shows it with this text.
    pub fn show(self, ui: &mut egui::Ui, text: &str) -> Entered {
        let colours = palette(ui);
        let mut draft = text.to_owned();
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let name = self.named.then(|| {
                let star = if self.marked { "\u{a0}*" } else { "" };
                let text =
                    RichText::new(format!("{}{star}", self.name)).text_style(style::label()).color(colours.muted);
                ui.label(text)
            });
            if self.trouble.is_some() {
                let edge = Stroke::new(1.5, colours.bad);
                let widgets = &mut ui.visuals_mut().widgets;
                widgets.inactive.bg_stroke = edge;
                widgets.hovered.bg_stroke = edge;
            }
            let edit = if self.rows > 1 {
                TextEdit::multiline(&mut draft).desired_rows(self.rows)
            } else {
                TextEdit::singleline(&mut draft)
            };
            let scale = scale(ui);
            let left = if self.icon.is_some() { (16.0 + 16.0 * scale) as i8 } else { 10 };
            // Without a name above it a field stands beside buttons, and is as high as they are.
            let line = ui.text_style_height(&egui::TextStyle::Body);
            let above =
                if self.named || self.rows > 1 { 7.0 } else { ((ui.spacing().interact_size.y - line) / 2.0).max(7.0) };
            let edit = edit
                .id(self.id)
                .hint_text(RichText::new(self.hint).color(colours.muted))
                .desired_width(f32::INFINITY)
                .margin(Margin { left, right: 10, top: above.floor() as i8, bottom: above.ceil() as i8 });
            let enabled = self.enabled;
            let edit = if enabled { edit } else { edit.interactive(false).background_color(colours.inset) };
            let response = ui.add(edit);
            if let Some(icon) = self.icon {
                let centre = egui::pos2(response.rect.left() + 10.0 + 8.0 * scale, response.rect.center().y);
                let square = egui::Rect::from_center_size(centre, egui::Vec2::splat(15.0 * scale));
                icon.paint(ui.painter(), square, colours.muted);
            }
            let response = match name {
                Some(name) => response.labelled_by(name.id),
                None => {
                    let (text, name) = (draft.clone(), self.name.to_owned());
                    response.widget_info(move || {
                        let mut info = egui::WidgetInfo::text_edit(enabled, text.clone(), text.clone(), "");
                        info.label = Some(name.clone());
                        info
                    });
                    response
                }
            };
            if let Some(trouble) = self.trouble {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 5.0;
                    Icon::Warning.show(ui, 13.0, colours.bad);
                    ui.vertical(|ui| ui.label(RichText::new(trouble).small().color(colours.bad)));
                });
            }
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            Entered { changed: response.changed().then_some(draft), entered, response }
        })
        .inner
    }
}
