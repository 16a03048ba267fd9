//! What goes on in the person at the other end, for authors: mood, facts, objections, what was understood and what came
//! of it. Ids are shown as the files have them: that is what an author looks for.

use super::super::part::{Icon, empty, hint, label, moment, title};
use super::super::theme::{leading, palette, scale, style};
use crate::mood::{Mood, MoodTrait};
use crate::training::mind::{FactView, MindView, ObjectionView, Takes, TurnView};
use crate::wording::Wording;
use bevy_egui::egui::{self, Pos2, RichText, ScrollArea, Sense, Stroke, WidgetInfo, WidgetType};

/// What the panel shows.
#[derive(Debug, Clone)]
pub struct MindPanelView {
    /// `None`: nobody is at the other end yet.
    pub mind: Option<MindView>,
    /// When somebody was first on the line: moments are told from there.
    pub connected_ms: u64,
    /// Call time now.
    pub now_ms: u64,
}

/// Draws the panel.
pub fn mind_ui(ui: &mut egui::Ui, view: &MindPanelView, words: &Wording) {
    let Some(mind) = &view.mind else {
        empty(ui, Icon::Person, &words.text("mind-nobody"));
        return;
    };
    hint(ui, words.text("mind-for-authors"));
    ScrollArea::vertical().id_salt("mind").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.spacing_mut().interact_size.y = 18.0;
        title(ui, words.text("mind-mood"));
        for kind in MoodTrait::ALL {
            curve(ui, kind, mind, view, words);
        }
        if let Some(outcome) = &mind.settled {
            line(ui, Icon::Check, &words.with("mind-settled", &[("outcome", outcome.as_str())]));
        }
        if !mind.memory.is_empty() {
            let memory: Vec<String> = mind
                .memory
                .iter()
                .map(|(key, value)| if value.is_empty() { key.clone() } else { format!("{key} = {value}") })
                .collect();
            line(ui, Icon::List, &words.with("mind-memory", &[("memory", &memory.join(", "))]));
        }
        if !mind.facts.is_empty() {
            ui.add_space(8.0);
            title(ui, words.text("mind-facts"));
            for fact in &mind.facts {
                fact_ui(ui, fact, view, words);
            }
        }
        if !mind.objections.is_empty() {
            ui.add_space(8.0);
            title(ui, words.text("mind-objections"));
            for objection in &mind.objections {
                objection_ui(ui, objection, view, words);
            }
        }
        if !mind.turns.is_empty() {
            ui.add_space(8.0);
            title(ui, words.text("mind-understood"));
            // What was said last is what an author asks about.
            for turn in mind.turns.iter().rev() {
                turn_ui(ui, turn, view, words);
            }
        }
    });
}

fn value(kind: MoodTrait, mood: Mood) -> u8 {
    match kind {
        MoodTrait::Patience => mood.patience,
        MoodTrait::Trust => mood.trust,
        MoodTrait::Confusion => mood.confusion,
        MoodTrait::Interest => mood.interest,
    }
}

/// Name, course over the call so far, value now.
fn curve(ui: &mut egui::Ui, kind: MoodTrait, mind: &MindView, view: &MindPanelView, words: &Wording) {
    let colours = palette(ui);
    let name = words.text(&format!("trait-{}", kind.name()));
    let now = value(kind, mind.mood);
    let size = egui::vec2(ui.available_width(), (26.0 * scale(ui)).round());
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let font = style::label().resolve(ui.style());
    let (names, values) = (90.0 * scale(ui), 36.0 * scale(ui));
    let painter = ui.painter_at(rect);
    let left = egui::pos2(rect.left(), rect.center().y);
    painter.text(left, egui::Align2::LEFT_CENTER, &name, font.clone(), colours.text);
    let right = egui::pos2(rect.right(), rect.center().y);
    painter.text(right, egui::Align2::RIGHT_CENTER, now.to_string(), font, colours.text);
    let plot = egui::Rect::from_min_max(
        egui::pos2(rect.left() + names, rect.top() + 2.0),
        egui::pos2((rect.right() - values).max(rect.left() + names + 1.0), rect.bottom() - 2.0),
    );
    painter.rect_filled(plot, 3.0, colours.inset);
    let whole = view.now_ms.saturating_sub(view.connected_ms).max(1) as f32;
    let at = |ms: u64, value: u8| {
        let share = (ms.saturating_sub(view.connected_ms) as f32 / whole).min(1.0);
        let height = (plot.height() - 4.0) * f32::from(value.min(100)) / 100.0;
        egui::pos2(plot.left() + share * plot.width(), plot.bottom() - 2.0 - height)
    };
    // A mood holds until it changes: the course goes in steps.
    let mut points: Vec<Pos2> = Vec::new();
    for (ms, mood) in &mind.curve {
        let next = at(*ms, value(kind, *mood));
        if let Some(last) = points.last().copied() {
            points.push(egui::pos2(next.x, last.y));
        }
        points.push(next);
    }
    points.push(at(view.now_ms, now));
    painter.line(points, Stroke::new(2.0, colours.accent));
    let text = format!("{name}: {now}");
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, &text));
}

fn line(ui: &mut egui::Ui, icon: Icon, text: &str) {
    let colours = palette(ui);
    ui.horizontal_top(|ui| {
        icon.show(ui, 13.0, colours.muted);
        ui.vertical(|ui| ui.label(RichText::new(text).color(colours.text)));
    });
}

/// An id, and beneath it how it stands.
fn standing(ui: &mut egui::Ui, icon: Icon, ink: egui::Color32, id: &str, state: &str) {
    let colours = palette(ui);
    let shown = ui.horizontal_top(|ui| {
        icon.show(ui, 13.0, ink);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.label(RichText::new(id).monospace().color(colours.text));
            hint(ui, state);
        });
    });
    let name = format!("{id}: {state}");
    shown.response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &name));
}

fn fact_ui(ui: &mut egui::Ui, fact: &FactView, view: &MindPanelView, words: &Wording) {
    let colours = palette(ui);
    let since = |ms: u64| moment(ms.saturating_sub(view.connected_ms));
    let (icon, ink, state) = match (fact.told_ms, fact.takes) {
        (Some(at), _) => (Icon::Check, colours.good, words.with("mind-told", &[("at", &since(at))])),
        (None, Takes::Nothing) => (Icon::Right, colours.accent, words.text("mind-telling")),
        (None, Takes::Room) => (Icon::Ring, colours.muted, words.text("mind-takes-room")),
        (None, Takes::Asking) => (Icon::Ring, colours.muted, words.text("mind-takes-asking")),
        (None, Takes::Trust(least)) => {
            (Icon::Ring, colours.muted, words.with("mind-takes-trust", &[("least", &least.to_string())]))
        }
    };
    standing(ui, icon, ink, fact.fact.as_str(), &state);
}

fn objection_ui(ui: &mut egui::Ui, objection: &ObjectionView, view: &MindPanelView, words: &Wording) {
    let colours = palette(ui);
    let since = |ms: u64| moment(ms.saturating_sub(view.connected_ms));
    let (icon, ink, state) = match (objection.raised_ms, objection.lifted_ms) {
        (Some(raised), Some(lifted)) if lifted >= raised => {
            (Icon::Check, colours.good, words.with("mind-lifted", &[("at", &since(lifted))]))
        }
        (Some(raised), _) => (Icon::Warning, colours.warn, words.with("mind-raised", &[("at", &since(raised))])),
        (None, _) => (Icon::Ring, colours.muted, words.text("mind-not-raised")),
    };
    let answers: Vec<String> = objection.answers.iter().map(ToString::to_string).collect();
    let mut takes: Vec<String> = objection.needs.iter().map(|mv| mv.name().to_owned()).collect();
    if !answers.is_empty() {
        takes.push(answers.join(" / "));
    }
    let state = if takes.is_empty() {
        state
    } else {
        format!("{state} · {}", words.with("mind-takes", &[("what", &takes.join(" + "))]))
    };
    standing(ui, icon, ink, objection.objection.as_str(), &state);
}

fn turn_ui(ui: &mut egui::Ui, turn: &TurnView, view: &MindPanelView, words: &Wording) {
    let colours = palette(ui);
    ui.add_space(4.0);
    ui.horizontal_top(|ui| {
        hint(ui, moment(turn.at_ms.saturating_sub(view.connected_ms)));
        ui.vertical(|ui| ui.label(RichText::new(&turn.text).color(colours.text).line_height(Some(leading(ui)))));
    });
    ui.indent(("mind-turn", turn.at_ms), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let letters: Vec<char> = turn.text.chars().collect();
        for (mv, span, confidence) in &turn.moves {
            let stretch: String = letters.get(span.0..span.1).unwrap_or_default().iter().collect();
            let sure = percent(confidence.0, words);
            piece(ui, &format!("{mv} · {sure}"), Some(stretch.trim()));
        }
        for (intent, confidence) in &turn.intents {
            piece(ui, &format!("{intent} · {}", percent(confidence.0, words)), None);
        }
        for fact in &turn.asked {
            piece(ui, &words.with("mind-asked", &[("fact", fact.as_str())]), None);
        }
        if turn.moves.is_empty() && turn.intents.is_empty() && turn.asked.is_empty() {
            piece(ui, &words.text("mind-nothing"), None);
        }
        if let Some((before, after)) = turn.mood.filter(|(before, after)| before != after) {
            let changes: Vec<String> = MoodTrait::ALL
                .into_iter()
                .filter(|kind| value(*kind, before) != value(*kind, after))
                .map(|kind| {
                    let name = words.text(&format!("trait-{}", kind.name()));
                    format!("{name} {} → {}", value(kind, before), value(kind, after))
                })
                .collect();
            piece(ui, &changes.join(" · "), None);
        }
        let lines: Vec<String> = turn.lines.iter().map(ToString::to_string).collect();
        if !lines.is_empty() {
            piece(ui, &words.with("mind-answered", &[("lines", &lines.join(", "))]), None);
        }
        if let Some(failed) = &turn.script_failed {
            ui.horizontal_top(|ui| {
                Icon::Warning.show(ui, 13.0, colours.bad);
                ui.vertical(|ui| ui.label(RichText::new(failed).color(colours.bad)));
            });
        }
    });
}

/// Something understood, with the stretch it was read from.
fn piece(ui: &mut egui::Ui, what: &str, stretch: Option<&str>) {
    label(ui, what);
    if let Some(stretch) = stretch.filter(|stretch| !stretch.is_empty()) {
        hint(ui, format!("‹{stretch}›"));
    }
}

fn percent(thousandths: u16, words: &Wording) -> String {
    super::super::part::percent((thousandths + 5) / 10, words.language())
}
