//! What was said so far.

use super::super::action::DeskAction;
use super::super::part::{Icon, empty, hint, moment};
use super::super::theme::{leading, palette, style};
use crate::wording::Wording;
use bevy_egui::egui::{self, RichText, ScrollArea, Sense};

/// Who said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// The trainee.
    Operator,
    /// The customer, or whoever answers in their place.
    OtherSide,
    /// Somebody of another department who is consulted.
    Colleague,
    /// Not said: something that happened (hold, transfer …).
    Note,
}

/// A line of the transcript.
#[derive(Debug, Clone)]
pub struct TurnRow {
    /// When it began, in milliseconds of the call.
    pub at_ms: u64,
    /// Both sides counted together; 0 for notes.
    pub turn: u32,
    /// Decides side and colour.
    pub speaker: Speaker,
    /// Shown over the text.
    pub name: String,
    /// What was said, or what happened.
    pub text: String,
    /// Cut off by the other one.
    pub cut: bool,
    /// Spoken over the other one.
    pub over: bool,
    /// Nobody heard it.
    pub muted: bool,
    /// Words for what was understood of it; empty where that is not shown.
    pub understood: Vec<String>,
}

/// What the panel shows.
#[derive(Debug, Clone)]
pub struct TranscriptView {
    /// By the moment they began.
    pub turns: Vec<TurnRow>,
    /// The moment to be brought into sight and marked.
    pub selected_ms: Option<u64>,
    /// Offers to play again from an operator's turn.
    pub retry: bool,
    /// A click goes to the moment.
    pub clickable: bool,
    /// Stays at the newest line.
    pub live: bool,
}

/// Draws the panel.
pub fn transcript_ui(ui: &mut egui::Ui, view: &TranscriptView, words: &Wording, out: &mut Vec<DeskAction>) {
    if view.turns.is_empty() {
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
        let shown = ui.horizontal(|ui| {
            hint(ui, moment(turn.at_ms));
            hint(ui, &turn.text);
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
                            hint(ui, moment(turn.at_ms));
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
