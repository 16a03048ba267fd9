//! What was said so far.

use super::super::action::DeskAction;
use super::super::part::{Icon, empty, hint, moment};
use super::super::theme::{leading, palette, style};
use crate::debrief::{Speaker, TurnRow};
use crate::wording::Wording;
use bevy_egui::egui::{self, RichText, ScrollArea, Sense};

/// What the panel shows.
#[derive(Debug, Clone)]
pub struct TranscriptView {
    /// By the moment they began.
    pub turns: Vec<TurnRow>,
    /// When somebody was first on the line: moments are told from there.
    pub connected_ms: u64,
    /// The moment to be brought into sight and marked.
    pub selected_ms: Option<u64>,
    /// Offers to play again from an operator's turn.
    pub retry: bool,
    /// A click goes to the moment.
    pub clickable: bool,
    /// Stays at the newest line.
    pub live: bool,
    /// What is being said at this moment; shown below the last line.
    pub speaking: Option<SpeakingView>,
}

/// A line while it is being said.
#[derive(Debug, Clone)]
pub struct SpeakingView {
    /// Who says it.
    pub name: String,
    /// The whole line, said and unsaid.
    pub text: String,
    /// Share already said, per thousand.
    pub said: u16,
}

/// Draws the panel.
pub fn transcript_ui(ui: &mut egui::Ui, view: &TranscriptView, words: &Wording, out: &mut Vec<DeskAction>) {
    if view.turns.is_empty() && view.speaking.is_none() {
        empty(ui, Icon::Chat, &words.text("transcript-empty"));
        return;
    }
    let marked = view.selected_ms.and_then(|ms| nearest(&view.turns, ms));
    ScrollArea::vertical().id_salt("transcript").auto_shrink(false).stick_to_bottom(view.live).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.spacing_mut().interact_size.y = 20.0;
        for (at, turn) in view.turns.iter().enumerate() {
            turn_ui(ui, view, turn, marked == Some(at), words, out);
        }
        if let Some(speaking) = &view.speaking {
            speaking_ui(ui, speaking);
        }
        // The last line stands clear of what is below.
        ui.add_space(if view.live { 4.0 } else { 0.0 });
    });
}

/// What is being said, word by word, as it is said: said words dark, the others pale.
fn speaking_ui(ui: &mut egui::Ui, speaking: &SpeakingView) {
    let colours = palette(ui);
    let frame = egui::Frame::new().fill(colours.other_soft).corner_radius(8);
    let width = ui.available_width();
    frame.inner_margin(egui::Margin::symmetric(10, 6)).show(ui, |ui| {
        ui.set_width(width - 64.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(RichText::new(&speaking.name).text_style(style::label()).color(colours.other));
        let count = speaking.text.chars().count();
        let said = count * usize::from(speaking.said.min(1000)) / 1000;
        let split = speaking.text.char_indices().nth(said).map_or(speaking.text.len(), |(at, _)| at);
        let (done, rest) = speaking.text.split_at(split);
        let font_id = egui::TextStyle::Body.resolve(ui.style());
        let line_height = Some(leading(ui));
        let mut job = egui::text::LayoutJob::default();
        for (text, color) in [(done, colours.text), (rest, colours.muted)] {
            let format = egui::TextFormat { font_id: font_id.clone(), color, line_height, ..Default::default() };
            job.append(text, 0.0, format);
        }
        ui.label(job);
    });
}

/// What was said that a record may want: a press puts it into the field that was typed in last.
fn data_ui(ui: &mut egui::Ui, data: &[String], words: &Wording, out: &mut Vec<DeskAction>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 4.0);
        for text in data {
            let press = super::super::part::Press::new(text).icon(Icon::Card).small().respond(ui);
            let name = words.with("datum-take", &[("text", text)]);
            press.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &name));
            if press.on_hover_text(&name).clicked() {
                out.push(DeskAction::TakeDatum(text.clone()));
            }
        }
    });
}

/// The line at or before a moment.
fn nearest(turns: &[TurnRow], ms: u64) -> Option<usize> {
    let after = turns.partition_point(|turn| turn.at_ms <= ms);
    Some(after.saturating_sub(1)).filter(|at| *at < turns.len())
}

fn turn_ui(
    ui: &mut egui::Ui,
    view: &TranscriptView,
    turn: &TurnRow,
    marked: bool,
    words: &Wording,
    out: &mut Vec<DeskAction>,
) {
    let colours = palette(ui);
    if turn.speaker == Speaker::Note {
        let shown = ui.horizontal_top(|ui| {
            hint(ui, moment(turn.at_ms.saturating_sub(view.connected_ms)));
            ui.vertical(|ui| hint(ui, &turn.text));
        });
        if marked {
            shown.response.scroll_to_me(Some(egui::Align::Center));
        }
        return;
    }
    let mine = turn.speaker == Speaker::Operator;
    let (fill, ink) = match turn.speaker {
        Speaker::Operator => (colours.accent_soft, colours.accent),
        Speaker::Colleague => (colours.other_soft, colours.other),
        _ => (colours.inset, colours.muted),
    };
    let indent = 36.0;
    let width = ui.available_width();
    let shown = ui
        .horizontal_top(|ui| {
            if mine {
                ui.add_space(indent);
            }
            let edge = if marked { egui::Stroke::new(2.0, colours.accent) } else { egui::Stroke::NONE };
            egui::Frame::new()
                .fill(fill)
                .stroke(edge)
                .corner_radius(8)
                .inner_margin(egui::Margin::symmetric(10, 6))
                .show(ui, |ui| {
                    ui.set_width(width - indent - 28.0);
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 2.0;
                        ui.spacing_mut().interact_size.y = 18.0;
                        ui.horizontal(|ui| {
                            ui.label(RichText::new(&turn.name).text_style(style::label()).color(ink));
                            hint(ui, moment(turn.at_ms.saturating_sub(view.connected_ms)));
                            for (on, key) in
                                [(turn.over, "turn-over"), (turn.cut, "turn-cut"), (turn.muted, "turn-muted")]
                            {
                                if on {
                                    let text =
                                        RichText::new(words.text(key)).text_style(style::label()).color(colours.warn);
                                    ui.label(text);
                                }
                            }
                            if view.retry && mine {
                                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                                    let text = words.text("turn-retry");
                                    let press = super::super::part::Press::new(&text).icon(Icon::Undo).small();
                                    if press.look(super::super::part::Look::Quiet).show(ui) {
                                        out.push(DeskAction::RetryFrom(turn.turn));
                                    }
                                });
                            }
                        });
                        let mut text = RichText::new(&turn.text).color(colours.text).line_height(Some(leading(ui)));
                        if turn.muted {
                            text = text.strikethrough();
                        }
                        ui.label(text);
                        if !turn.understood.is_empty() {
                            let heard = words.with("turn-understood", &[("moves", &turn.understood.join(", "))]);
                            hint(ui, heard);
                        }
                        if !turn.data.is_empty() {
                            data_ui(ui, &turn.data, words, out);
                        }
                        if let Some(line) = &turn.instead {
                            super::checks::instead_ui(ui, line, words);
                        }
                    });
                })
        })
        .inner;
    if marked {
        shown.response.scroll_to_me(Some(egui::Align::Center));
    }
    if view.clickable {
        let id = ui.id().with(("turn", turn.turn));
        let area = shown.response.rect.with_max_x(shown.response.rect.right() - if mine { 160.0 } else { 0.0 });
        if ui.interact(area, id, Sense::click()).clicked() {
            out.push(DeskAction::JumpTo(turn.at_ms));
        }
    }
}
