//! Every check with its evidence; a click goes to the moment.

use super::super::action::{CheckFilter, DeskAction};
use super::super::part::{Icon, Tone, chip, empty, hint, label, moment, segments};
use super::super::theme::{palette, style};
use crate::score::{CheckOutcome, Dimension};
use crate::wording::Wording;
use bevy_egui::egui::{self, RichText, ScrollArea};

/// A piece of evidence, in words.
#[derive(Debug, Clone)]
pub struct EvidenceRow {
    /// Milliseconds of the call.
    pub at_ms: u64,
    /// What could be seen at that moment.
    pub text: String,
}

/// A check with its result.
#[derive(Debug, Clone)]
pub struct CheckRow {
    /// Part of the score it counts for.
    pub dimension: Dimension,
    /// What was checked.
    pub title: String,
    /// Script step, field or objection it is about; `None`: the title says it all.
    pub subject: Option<String>,
    /// Passed, failed or not applicable.
    pub outcome: CheckOutcome,
    /// Failing it fails the whole call.
    pub critical: bool,
    /// Weight of the check, all its results together, within its dimension.
    pub weight: u16,
    /// Where the outcome can be seen in the call.
    pub evidence: Vec<EvidenceRow>,
    /// What to do better.
    pub advice: String,
    /// What an excellent operator would have said there; `None`: it is not about words, or nothing better was due.
    pub instead: Option<String>,
}

/// What the panel shows.
#[derive(Debug, Clone)]
pub struct ChecksView {
    /// Grouped by dimension, in the order shown.
    pub checks: Vec<CheckRow>,
    /// Failed ones only, or all.
    pub filter: CheckFilter,
    /// When somebody was first on the line: moments are told from there.
    pub connected_ms: u64,
}

/// Draws the panel.
pub fn checks_ui(ui: &mut egui::Ui, view: &ChecksView, words: &Wording, out: &mut Vec<DeskAction>) {
    let failed = view.checks.iter().filter(|check| check.outcome == CheckOutcome::Failed).count();
    let filters = [
        (CheckFilter::Failed, words.with("checks-failed", &[("count", &failed.to_string())])),
        (CheckFilter::All, words.with("checks-all", &[("count", &view.checks.len().to_string())])),
    ];
    if let Some(filter) = segments(ui, view.filter, &filters) {
        out.push(DeskAction::FilterChecks(filter));
    }
    let shown: Vec<&CheckRow> = view
        .checks
        .iter()
        .filter(|check| view.filter == CheckFilter::All || check.outcome == CheckOutcome::Failed)
        .collect();
    if shown.is_empty() {
        empty(ui, Icon::Check, &words.text("checks-none-failed"));
        return;
    }
    ScrollArea::vertical().id_salt("checks").auto_shrink(false).show(ui, |ui| {
        let mut group = None;
        for check in shown {
            if group != Some(check.dimension) {
                group = Some(check.dimension);
                ui.add_space(4.0);
                label(
                    ui,
                    words.text(&format!("dimension-{}", check.dimension.name().replace('_', "-"))).to_uppercase(),
                );
            }
            check_ui(ui, check, view.connected_ms, words, out);
        }
        ui.add_space(8.0);
    });
}

fn check_ui(ui: &mut egui::Ui, check: &CheckRow, connected_ms: u64, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    let (icon, ink, key) = match check.outcome {
        CheckOutcome::Passed => (Icon::Check, colours.good, "check-passed"),
        CheckOutcome::Failed => (Icon::Cross, colours.bad, "check-failed"),
        CheckOutcome::NotApplicable => (Icon::Dot, colours.muted, "check-not-applicable"),
    };
    egui::Frame::new().fill(colours.inset).corner_radius(8).inner_margin(egui::Margin::symmetric(12, 8)).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().interact_size.y = 16.0;
            ui.horizontal_top(|ui| {
                icon.show(ui, 16.0, ink);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 3.0;
                    let title = match &check.subject {
                        Some(subject) => format!("{} – {subject}", check.title),
                        None => check.title.clone(),
                    };
                    let spoken = format!("{title}: {}", words.text(key));
                    let response = ui.label(RichText::new(title).text_style(style::strong()).color(colours.text));
                    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &spoken));
                    if check.critical {
                        chip(ui, Some(Icon::Warning), &words.text("check-critical"), Tone::Bad);
                    }
                    for evidence in &check.evidence {
                        evidence_ui(ui, evidence, connected_ms, words, out);
                    }
                    if check.outcome == CheckOutcome::Failed && !check.advice.is_empty() {
                        ui.horizontal_top(|ui| {
                            Icon::Bulb.show(ui, 14.0, colours.accent);
                            ui.vertical(|ui| ui.label(RichText::new(&check.advice).color(colours.text)));
                        });
                    }
                    if let Some(line) = &check.instead {
                        instead_ui(ui, line, words);
                    }
                });
            });
        },
    );
}

/// What an excellent operator would have said.
pub fn instead_ui(ui: &mut egui::Ui, line: &str, words: &Wording) {
    let colours = palette(ui);
    let frame =
        egui::Frame::new().fill(colours.accent_soft).corner_radius(6).inner_margin(egui::Margin::symmetric(10, 6));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.label(RichText::new(words.text("instead-title")).text_style(style::label()).color(colours.accent));
            ui.label(RichText::new(line).color(colours.text));
        });
    });
    let rect = shown.response.rect;
    let bar = egui::Rect::from_min_max(rect.left_top(), egui::pos2(rect.left() + 3.0, rect.bottom()));
    ui.painter().rect_filled(bar, 1.5, colours.accent);
}

/// A moment that can be gone to, and what happened then.
fn evidence_ui(
    ui: &mut egui::Ui,
    evidence: &EvidenceRow,
    connected_ms: u64,
    words: &Wording,
    out: &mut Vec<DeskAction>,
) {
    let colours = palette(ui);
    ui.horizontal_top(|ui| {
        let time = moment(evidence.at_ms.saturating_sub(connected_ms));
        let link = ui.link(RichText::new(&time).text_style(style::label()).color(colours.accent));
        let name = words.with("evidence-go", &[("time", &time)]);
        link.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Link, true, &name));
        if link.clicked() {
            out.push(DeskAction::JumpTo(evidence.at_ms));
        }
        ui.vertical(|ui| hint(ui, &evidence.text));
    });
}
