//! The trainee's attempts: open again, delete.

use super::super::action::{DebriefPart, DeskAction};
use super::super::part::{Icon, Look, Press, Tone, chip, empty, hint, tick_only};
use super::super::theme::{palette, scale, style};
use crate::records::{AttemptId, State};
use crate::score::{Dimension, Points, Verdict};
use crate::wording::Wording;
use bevy_egui::egui::{self, RichText};
use egui_extras::{Column, TableBuilder};

/// An attempt of the list.
#[derive(Debug, Clone)]
pub struct AttemptRow {
    /// What actions name the attempt by.
    pub id: AttemptId,
    /// Title of the call; pack and call id where the pack is gone.
    pub title: String,
    /// How long ago it was started, in words.
    pub when: String,
    /// Key of the mode.
    pub mode: &'static str,
    /// Finished, given up, or still open.
    pub state: State,
    /// Begun from within another attempt.
    pub retried: bool,
    /// Overall points; `None`: not scored.
    pub overall: Option<Points>,
    /// Passed or failed; `None`: not finished, or not scored.
    pub result: Option<Verdict>,
    /// Points of each headline dimension; empty: not scored.
    pub dimensions: Vec<(Dimension, Option<Points>)>,
    /// Its pack is there and unchanged.
    pub playable: bool,
    /// What is kept of the trainee's voice, in words; `None`: nothing.
    pub voice: Option<String>,
}

/// What the screen shows.
#[derive(Debug, Clone)]
pub struct HistoryView {
    /// Newest first.
    pub attempts: Vec<AttemptRow>,
    /// Asked if this one shall really be deleted.
    pub deleting: Option<AttemptId>,
    /// Marked for the comparison, at most two.
    pub marked: Vec<AttemptId>,
}

/// Draws the screen.
pub fn history_ui(ui: &mut egui::Ui, view: &HistoryView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ui.horizontal(|ui| {
        ui.label(RichText::new(words.text("history-title")).text_style(egui::TextStyle::Heading).color(colours.text));
        if view.attempts.len() > 1 {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let both = view.marked.len() == 2;
                let look = if both { Look::Primary } else { Look::Plain };
                if Press::new(&words.text("history-compare")).icon(Icon::Scales).look(look).enabled(both).show(ui) {
                    out.push(DeskAction::Compare);
                }
                if !both {
                    hint(ui, words.text("history-mark-two"));
                }
            });
        }
    });
    if view.attempts.is_empty() {
        empty(ui, Icon::List, &words.text("history-empty"));
        return;
    }
    let frame = egui::Frame::new().fill(colours.surface).stroke(egui::Stroke::new(1.0, colours.line)).corner_radius(10);
    frame.inner_margin(egui::Margin::same(16)).show(ui, |ui| {
        let line = ui.text_style_height(&egui::TextStyle::Small);
        let row = egui::TextStyle::Body.resolve(ui.style()).size * 2.0 + 20.0;
        // With large text the date stands below the title and the keys have no words: the subjects stay in sight, as long
        // as the room allows.
        let large = scale(ui);
        let tight = ui.available_width() < 1180.0 * large;
        // A question that is asked needs its words.
        let mut keys = if tight && view.deleting.is_none() { 84.0 } else { 170.0 };
        if view.attempts.iter().any(|attempt| attempt.voice.is_some()) {
            keys += 34.0;
        }
        let date = if tight { 0.0 } else { 150.0 };
        let left = ui.available_width() - (date + 150.0 + keys) * large - 260.0 - 8.0 * 10.0;
        let subject = (left / Dimension::HEADLINE.len() as f32).min(84.0 * large);
        let subjects = if subject < 72.0 * large { 0 } else { Dimension::HEADLINE.len() };
        let kept = Row { tight, subjects };
        TableBuilder::new(ui)
            .striped(true)
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
            .column(Column::remainder().at_least(200.0).clip(true))
            .columns(Column::exact(date * large).clip(true), usize::from(!tight))
            .column(Column::exact(150.0 * large))
            .columns(Column::exact(subject.max(1.0)), subjects)
            .column(Column::exact(keys * large))
            .header(28.0 * large.max(1.0), |mut header| {
                for key in ["history-call", "history-when", "history-result"] {
                    if tight && key == "history-when" {
                        continue;
                    }
                    header.col(|ui| {
                        ui.label(RichText::new(words.text(key)).text_style(style::label()).color(colours.muted));
                    });
                }
                for dimension in Dimension::HEADLINE.into_iter().take(subjects) {
                    header.col(|ui| {
                        let name = words.text(&format!("dimension-{}", dimension.name().replace('_', "-")));
                        let short = words.text(&format!("dimension-{}-short", dimension.name().replace('_', "-")));
                        let text = RichText::new(short).text_style(style::label()).color(colours.muted);
                        ui.add(egui::Label::new(text).truncate()).on_hover_text(name);
                    });
                }
                header.col(|_| {});
            })
            .body(|body| {
                let heights = view.attempts.iter().map(|attempt| row + line * extra(attempt, kept) as f32);
                body.heterogeneous_rows(heights, |mut row| {
                    if let Some(attempt) = view.attempts.get(row.index()) {
                        attempt_ui(&mut row, attempt, kept, view, words, out);
                    }
                });
            });
    });
}

/// What of a row there is room for.
#[derive(Clone, Copy)]
struct Row {
    /// No column for the date, keys without words.
    tight: bool,
    /// How many subjects.
    subjects: usize,
}

/// Lines below title and mode.
fn extra(attempt: &AttemptRow, kept: Row) -> usize {
    usize::from(attempt.voice.is_some()) + usize::from(kept.subjects == 0 && !attempt.dimensions.is_empty())
}

/// The points of an attempt where there are no columns for them.
fn subjects(attempt: &AttemptRow, words: &Wording) -> String {
    let subject = |(dimension, points): &(Dimension, Option<Points>)| {
        let name = words.text(&format!("dimension-{}-short", dimension.name().replace('_', "-")));
        format!("{name}\u{a0}{}", points_text(*points))
    };
    attempt.dimensions.iter().map(subject).collect::<Vec<_>>().join(" · ")
}

fn points_text(points: Option<Points>) -> String {
    points.map_or_else(|| "–".to_owned(), |points| ((points.0 + 5) / 10).to_string())
}

fn attempt_ui(
    row: &mut egui_extras::TableRow<'_, '_>,
    attempt: &AttemptRow,
    kept: Row,
    view: &HistoryView,
    words: &Wording,
    out: &mut Vec<DeskAction>,
) {
    let deleting = view.deleting == Some(attempt.id);
    row.col(|ui| {
        let colours = palette(ui);
        if view.attempts.len() > 1 {
            let mut on = view.marked.contains(&attempt.id);
            let name = words.with("history-mark", &[("call", &attempt.title), ("when", &attempt.when)]);
            ui.add_enabled_ui(attempt.playable, |ui| {
                if tick_only(ui, &mut on, &name) {
                    out.push(DeskAction::MarkAttempt(attempt.id));
                }
            });
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(6.0);
            ui.add(
                egui::Label::new(RichText::new(&attempt.title).text_style(style::strong()).color(colours.text))
                    .truncate(),
            );
            let mut about = words.text(attempt.mode);
            if attempt.retried {
                about = format!("{about} · {}", words.text("debrief-retried"));
            }
            if kept.tight {
                about = format!("{} · {about}", attempt.when);
            }
            hint(ui, about);
            if kept.subjects == 0 && !attempt.dimensions.is_empty() {
                hint(ui, subjects(attempt, words));
            }
            if let Some(voice) = &attempt.voice {
                hint(ui, voice);
            }
        });
    });
    if !kept.tight {
        row.col(|ui| {
            hint(ui, &attempt.when);
        });
    }
    row.col(|ui| {
        ui.horizontal(|ui| {
            match (attempt.result, attempt.state) {
                (Some(Verdict::Pass), _) => chip(ui, Some(Icon::Check), &words.text("result-pass"), Tone::Good),
                (Some(Verdict::Fail), _) => chip(ui, Some(Icon::Cross), &words.text("result-fail"), Tone::Bad),
                (None, State::Open) => chip(ui, Some(Icon::Clock), &words.text("state-open"), Tone::Warn),
                (None, _) => chip(ui, Some(Icon::Dot), &words.text("state-abandoned"), Tone::Plain),
            };
            if let Some(overall) = attempt.overall {
                let colours = palette(ui);
                ui.label(
                    RichText::new(((overall.0 + 5) / 10).to_string()).text_style(style::strong()).color(colours.text),
                );
            }
        });
    });
    for dimension in Dimension::HEADLINE.into_iter().take(kept.subjects) {
        row.col(|ui| {
            let colours = palette(ui);
            let points =
                attempt.dimensions.iter().find(|(other, _)| *other == dimension).and_then(|(_, points)| *points);
            ui.label(RichText::new(points_text(points)).color(colours.text));
        });
    }
    row.col(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if deleting {
                if Press::new(&words.text("history-keep")).small().show(ui) {
                    out.push(DeskAction::AskDelete(None));
                }
                let text = words.text("history-delete-sure");
                if Press::new(&text).icon(Icon::Trash).look(Look::Danger).small().show(ui) {
                    out.push(DeskAction::Delete(attempt.id));
                }
                return;
            }
            let text = words.text("history-delete");
            if Press::new(&text).icon(Icon::Trash).look(Look::Quiet).icon_only().small().show(ui) {
                out.push(DeskAction::AskDelete(Some(attempt.id)));
            }
            let text = words.text("history-open");
            let press = Press::new(&text).icon(Icon::Right).small().enabled(attempt.playable);
            let press = if kept.tight { press.icon_only() } else { press };
            if press.show(ui) {
                out.push(DeskAction::DebriefAttempt(attempt.id));
            }
            if attempt.voice.is_some() {
                let text = words.text("history-voice-open");
                let press = Press::new(&text).icon(Icon::Mic).look(Look::Quiet).icon_only().small();
                if press.enabled(attempt.playable).show(ui) {
                    out.push(DeskAction::DebriefAttempt(attempt.id));
                    out.push(DeskAction::ShowPart(DebriefPart::Voice));
                }
            }
        });
    });
}
