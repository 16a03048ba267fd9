//! The reply box, and the lines offered in guided mode.

use super::super::action::DeskAction;
use super::super::part::{Entry, Icon, Look, Press, hint, label};
use super::super::theme::{palette, scale};
use crate::wording::Wording;
use bevy_egui::egui::{self, Key, Modifiers, RichText};

/// What the panel shows.
#[derive(Debug, Clone)]
pub struct ReplyView {
    /// What is typed and not said yet.
    pub draft: String,
    /// Somebody listens.
    pub open: bool,
    /// The microphone is off: whatever is said goes unheard.
    pub muted: bool,
    /// The other side speaks: saying something now cuts in.
    pub cuts_in: bool,
    /// Offered lines, in the order shown.
    pub suggestions: Vec<String>,
    /// Takes the keyboard now.
    pub focus: bool,
}

/// The name the keyboard is given to the reply box by.
pub const REPLY: &str = "reply";

/// Draws the panel.
pub fn reply_ui(ui: &mut egui::Ui, view: &ReplyView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    if view.open && !view.suggestions.is_empty() {
        label(ui, words.text("suggestions-title"));
        ui.spacing_mut().item_spacing.y = 4.0;
        // The reply box and the line below it stay in sight, however large the text is.
        let font = egui::TextStyle::Small.resolve(ui.style());
        let width = ui.available_width() - 16.0 * scale(ui);
        let line = ui.painter().layout(words.text(below_key(view)), font, colours.muted, width).size().y;
        let below = ui.spacing().interact_size.y + line.max(16.0) + 20.0;
        let room = (ui.available_height() - below).max(48.0);
        egui::ScrollArea::vertical().id_salt("suggestions").max_height(room).min_scrolled_height(room).show(ui, |ui| {
            for (at, text) in view.suggestions.iter().enumerate() {
                suggestion(ui, at, text, out);
            }
        });
    }
    ui.add_space(4.0);
    let id = Entry::focus_id(REPLY);
    if view.focus {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let focused = ui.memory(|memory| memory.has_focus(id));
    if focused && !view.draft.contains('\n') {
        let (up, down) = ui.input_mut(|input| {
            (input.consume_key(Modifiers::NONE, Key::ArrowUp), input.consume_key(Modifiers::NONE, Key::ArrowDown))
        });
        if up || down {
            out.push(DeskAction::RecallReply(up));
        }
    }
    let size = egui::vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(size, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let name = words.text("reply-name");
        let tip = words.text(if view.open { "reply-hint" } else { "reply-closed" });
        let ready = view.open && !view.draft.trim().is_empty();
        let text = words.text(if view.cuts_in && ready { "reply-cut-in" } else { "reply-say" });
        let press = Press::new(&text)
            .icon(Icon::Send)
            .look(Look::Primary)
            .enabled(ready)
            .width(96.0 * scale(ui).sqrt())
            .show(ui);
        let entry = Entry::new(REPLY, &name).hint(&tip).bare().enabled(view.open).show(ui, &view.draft);
        if let Some(text) = entry.changed {
            out.push(DeskAction::TypeReply(text));
        }
        if (press || entry.entered) && view.open {
            if ready {
                out.push(DeskAction::SayReply);
            }
            entry.response.request_focus();
        }
    });
    ui.spacing_mut().interact_size.y = 16.0;
    ui.horizontal_wrapped(|ui| {
        let key = below_key(view);
        let sign = match key {
            "reply-muted" => Some((Icon::MicOff, colours.bad)),
            "reply-cuts-in" => Some((Icon::Warning, colours.warn)),
            _ => None,
        };
        if let Some((icon, ink)) = sign {
            icon.show(ui, 12.0, ink);
            ui.label(RichText::new(words.text(key)).small().color(ink));
        } else {
            hint(ui, words.text(key));
        }
    });
}

/// Key of what stands below the reply box.
fn below_key(view: &ReplyView) -> &'static str {
    match (view.open, view.muted, view.cuts_in) {
        (true, true, _) => "reply-muted",
        (true, false, true) => "reply-cuts-in",
        _ => "reply-keys",
    }
}

fn suggestion(ui: &mut egui::Ui, at: usize, text: &str, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    let number = (at + 1).to_string();
    let frame = egui::Frame::new()
        .fill(colours.surface)
        .stroke(egui::Stroke::new(1.0, colours.line))
        .corner_radius(6)
        .inner_margin(egui::Margin::symmetric(8, 5));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let keys = hint(ui, format!("Alt+{number}"));
            // Figures differ in width: the lines begin below each other all the same.
            ui.add_space((34.0 * scale(ui) - keys.rect.width()).max(0.0));
            ui.vertical(|ui| ui.label(RichText::new(text).color(colours.text)));
        });
    });
    let response = ui.interact(shown.response.rect, ui.id().with(("suggestion", at)), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, text));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_stroke(
            response.rect,
            6.0,
            egui::Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, colours.accent),
            egui::StrokeKind::Inside,
        );
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        out.push(DeskAction::SaySuggestion(at));
    }
}
