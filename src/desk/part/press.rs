//! Buttons: an icon, a word, and the key that does the same.

use super::super::theme::{palette, scale, style};
use super::Icon;
use bevy_egui::egui::{self, Atom, Button, Color32, Id, Response, RichText, Stroke, Vec2, WidgetInfo, WidgetType};

/// The way back, at the beginning of a row; true when it was pressed. Its arrow stands where the texts below begin.
pub fn back(ui: &mut egui::Ui, text: &str, key: Option<&str>) -> bool {
    let press = Press::new(text).icon(Icon::Left).look(Look::Quiet);
    let press = if let Some(key) = key { press.key(key) } else { press };
    let padding = std::mem::replace(&mut ui.spacing_mut().button_padding.x, 0.0);
    let pressed = press.show(ui);
    ui.spacing_mut().button_padding.x = padding;
    pressed
}

/// How much a button asks to be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The thing to do now; one on a screen.
    Primary,
    /// One thing among others.
    Plain,
    /// Without an edge until pointed at.
    Quiet,
    /// Switched on.
    On,
    /// Ends or destroys something.
    Danger,
}

/// A button to be shown.
#[derive(Debug)]
pub struct Press<'a> {
    text: &'a str,
    icon: Option<Icon>,
    key: Option<&'a str>,
    look: Look,
    enabled: bool,
    width: Option<f32>,
    icon_only: bool,
    small: bool,
    wrap: bool,
}

impl<'a> Press<'a> {
    /// A plain button.
    pub fn new(text: &'a str) -> Press<'a> {
        Press {
            text,
            icon: None,
            key: None,
            look: Look::Plain,
            enabled: true,
            width: None,
            icon_only: false,
            small: false,
            wrap: false,
        }
    }
    /// With a picture before the word.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }
    /// Shows the key that does the same.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }
    /// How much it asks to be pressed; plain when not said.
    pub fn look(mut self, look: Look) -> Self {
        self.look = look;
        self
    }
    /// False: shown pale, cannot be pressed.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }
    /// At least this wide.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }
    /// Shows the picture alone; the word is the name for screen readers and the tip.
    pub fn icon_only(mut self) -> Self {
        self.icon_only = true;
        self
    }
    /// Takes several lines where one is not enough.
    pub fn wrap(mut self) -> Self {
        self.wrap = true;
        self
    }
    /// Of less height, for rows.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Shows it; true when it was pressed.
    pub fn show(self, ui: &mut egui::Ui) -> bool {
        self.respond(ui).clicked()
    }

    /// Shows it.
    pub fn respond(self, ui: &mut egui::Ui) -> Response {
        let colours = palette(ui);
        let (ink, fill, edge) = match self.look {
            Look::Primary => (colours.on_accent, colours.accent, colours.accent),
            Look::Plain => (colours.text, colours.surface, colours.edge),
            Look::Quiet => (colours.accent, Color32::TRANSPARENT, Color32::TRANSPARENT),
            Look::On => (colours.accent, colours.accent_soft, colours.accent),
            Look::Danger => (colours.on_danger, colours.danger, colours.danger),
        };
        let (ink, fill, edge) = match (self.enabled, self.look) {
            (true, _) => (ink, fill, edge),
            (false, Look::Quiet) => (colours.muted, fill, edge),
            (false, _) => (colours.muted, colours.inset, colours.line),
        };
        // No Ui of its own: inside one, a wrapping row could not see how wide the button is.
        let (padding, interact) = (ui.spacing().button_padding, ui.spacing().interact_size);
        if self.small {
            ui.spacing_mut().button_padding = egui::vec2(8.0, 3.0);
            ui.spacing_mut().interact_size.y = interact.y.min(26.0).max(interact.y - 6.0);
        }
        if self.width.is_some() || self.icon_only {
            ui.spacing_mut().button_padding.x = if self.icon_only { 4.0 } else { 7.0 };
        }
        let id = Id::new("press-icon");
        let icon_size = (16.0 * scale(ui)).round();
        let words = RichText::new(self.text).color(ink);
        let words = if matches!(self.look, Look::Primary | Look::Danger | Look::On) {
            words.text_style(style::strong())
        } else {
            words
        };
        let mut button = match (self.icon, self.icon_only) {
            (Some(_), true) => Button::new(Atom::custom(id, Vec2::splat(icon_size))),
            (Some(_), false) => Button::new((Atom::custom(id, Vec2::splat(icon_size)), words)),
            (None, _) => Button::new(words),
        };
        button = button
            .fill(fill)
            .stroke(Stroke::new(1.0, edge))
            .corner_radius(6)
            .wrap_mode(if self.wrap { egui::TextWrapMode::Wrap } else { egui::TextWrapMode::Truncate })
            .gap(if self.width.is_some() { 4.0 } else { 6.0 });
        if let (Some(key), false) = (self.key, self.icon_only) {
            let ink = if self.look == Look::Plain || !self.enabled { colours.muted } else { ink };
            button = button.right_text(RichText::new(key).small().color(ink));
        }
        let height = ui.spacing().interact_size.y;
        let width = self.width.unwrap_or(if self.icon_only { height } else { 0.0 });
        button = button.min_size(egui::vec2(width, height));
        if !self.enabled {
            button = button.sense(egui::Sense::hover());
        }
        let shown = button.atom_ui(ui);
        ui.spacing_mut().button_padding = padding;
        ui.spacing_mut().interact_size = interact;
        if let (Some(icon), Some(rect)) = (self.icon, shown.rect(id)) {
            icon.paint(ui.painter(), rect, ink);
        }
        let mut response = shown.response;
        let focus = response.has_focus();
        if (response.hovered() && self.enabled) || focus {
            let (width, grown) = if focus { (2.0, 2.0) } else { (1.0, 0.0) };
            let edge = Stroke::new(width, colours.accent);
            ui.painter().rect_stroke(response.rect.expand(grown), 6.0, edge, egui::StrokeKind::Inside);
        }
        let (text, enabled) = (self.text, self.enabled);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, enabled, text));
        if self.icon_only {
            let tip = match self.key {
                Some(key) => format!("{text} ({key})"),
                None => text.to_owned(),
            };
            response = response.on_hover_text(tip);
        }
        response
    }
}
