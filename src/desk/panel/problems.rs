//! Why a pack cannot be played: every problem with its place and what to do. Read again as soon as a file changes.

use super::super::action::{DeskAction, Screen};
use super::super::part::{Icon, Press, Tone, back, card, chip, empty, label, muted};
use super::super::theme::palette;
use crate::diagnostic::Severity;
use crate::wording::Wording;
use bevy_egui::egui::{self, RichText, ScrollArea};

/// A problem of a pack, in words.
#[derive(Debug, Clone)]
pub struct ProblemRow {
    /// Error or warning.
    pub severity: Severity,
    /// `file:line:column`.
    pub place: String,
    /// Short name of the kind of problem: `P014`.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it; empty when the message says enough.
    pub help: String,
    /// Line of the file and its text; `None`: there is none.
    pub excerpt: Option<(u32, String)>,
    /// Where in the text it is, in characters from 0.
    pub column: usize,
}

/// What the screen shows.
#[derive(Debug, Clone)]
pub struct ProblemsView {
    /// Name of the pack's folder.
    pub folder: String,
    /// Errors and warnings, files in their order.
    pub problems: Vec<ProblemRow>,
    /// Problems beyond those shown.
    pub more: usize,
}

/// Draws the screen.
pub fn problems_ui(ui: &mut egui::Ui, view: &ProblemsView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ui.horizontal(|ui| {
        if back(ui, &words.text("briefing-back"), Some("Esc")) {
            out.push(DeskAction::Go(Screen::Library));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if Press::new(&words.text("library-reload")).icon(Icon::Redo).show(ui) {
                out.push(DeskAction::ReloadPacks);
            }
        });
    });
    let heading = words.with("broken-title", &[("folder", &view.folder)]);
    ui.label(RichText::new(heading).text_style(egui::TextStyle::Heading).color(colours.text));
    muted(ui, words.text("broken-what"));
    ui.add_space(4.0);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        if view.problems.is_empty() {
            empty(ui, Icon::Check, &words.text("broken-none"));
        }
        for problem in &view.problems {
            card(ui, |ui| problem_ui(ui, problem, words));
        }
        if view.more > 0 {
            muted(ui, words.with("broken-more", &[("count", &view.more.to_string())]));
        }
        ui.add_space(8.0);
    });
}

fn problem_ui(ui: &mut egui::Ui, problem: &ProblemRow, words: &Wording) {
    let colours = palette(ui);
    ui.spacing_mut().item_spacing.y = 6.0;
    let (tone, icon, key) = match problem.severity {
        Severity::Error => (Tone::Bad, Icon::Cross, "severity-error"),
        Severity::Warning => (Tone::Warn, Icon::Warning, "severity-warning"),
    };
    ui.horizontal_wrapped(|ui| {
        chip(ui, Some(icon), &words.text(key), tone);
        // The place can be selected and copied into an editor.
        let place = RichText::new(&problem.place).monospace().color(colours.text);
        ui.add(egui::Label::new(place).selectable(true));
        label(ui, &problem.code);
    });
    ui.add(egui::Label::new(RichText::new(&problem.message).color(colours.text)).wrap());
    if let Some((line, text)) = &problem.excerpt {
        let frame =
            egui::Frame::new().fill(colours.inset).stroke(egui::Stroke::new(1.0, colours.line)).corner_radius(6);
        frame.inner_margin(egui::Margin::symmetric(12, 8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let number = line.to_string();
            let mark = format!("{} │ {}^", " ".repeat(number.len()), " ".repeat(problem.column));
            ui.spacing_mut().item_spacing.y = 0.0;
            for (text, ink) in [(format!("{number} │ {text}"), colours.text), (mark, colours.bad)] {
                ui.add(
                    egui::Label::new(RichText::new(text).monospace().color(ink)).wrap_mode(egui::TextWrapMode::Extend),
                );
            }
        });
    }
    if !problem.help.is_empty() {
        ui.horizontal_top(|ui| {
            Icon::Bulb.show(ui, 14.0, colours.accent);
            ui.vertical(|ui| ui.label(RichText::new(&problem.help).color(colours.text)));
        });
    }
}
