//! Two attempts side by side: results, subjects, key figures, and the checks that were gained or lost.

use super::super::action::{DeskAction, Screen};
use super::super::part::{Icon, Press, Tone, back, card, chip, hint, label, muted, percent, span, title};
use super::super::theme::{palette, style};
use super::radar::{RadarView, radar_ui};
use super::timeline::{TimelineView, timeline_ui};
use crate::records::AttemptId;
use crate::score::{Dimension, Kpis, Points, Verdict};
use crate::wording::Wording;
use bevy_egui::egui::{self, Align, Layout, RichText, ScrollArea};

/// Puts a figure of a call into words.
type Figure = fn(&Kpis, &Wording) -> String;

/// One of the two.
#[derive(Debug, Clone)]
pub struct SideView {
    /// What actions name the attempt by.
    pub id: AttemptId,
    /// Title of the call and the mode.
    pub title: String,
    /// How long ago.
    pub when: String,
    /// Passed or failed.
    pub result: Verdict,
    /// The headline dimensions, weighted.
    pub overall: Points,
    /// Points of each subject, compliance last; `None`: nothing applied.
    pub dimensions: Vec<(Dimension, Option<Points>)>,
    /// Key figures.
    pub kpis: Kpis,
    /// The call as a picture.
    pub timeline: TimelineView,
}

/// What the screen shows.
#[derive(Debug, Clone)]
pub struct CompareView {
    /// The earlier one, the later one.
    pub sides: [SideView; 2],
    /// The later one against the earlier one.
    pub radar: RadarView,
    /// Checks missed in the earlier one and passed in the later one.
    pub gained: Vec<String>,
    /// The other way round.
    pub lost: Vec<String>,
}

fn whole(points: Points) -> u16 {
    (points.0 + 5) / 10
}

/// Draws the screen.
pub fn compare_ui(ui: &mut egui::Ui, view: &CompareView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ui.horizontal(|ui| {
        if back(ui, &words.text("compare-back"), Some("Esc")) {
            out.push(DeskAction::Go(Screen::History));
        }
    });
    ui.label(RichText::new(words.text("compare-title")).text_style(egui::TextStyle::Heading).color(colours.text));
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.columns(2, |columns| {
            for (at, (ui, side)) in columns.iter_mut().zip(&view.sides).enumerate() {
                ui.push_id(at, |ui| card(ui, |ui| side_ui(ui, side, at, words, out)));
            }
        });
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                card(left, |ui| {
                    title(ui, words.text("compare-subjects"));
                    radar_ui(ui, &view.radar, words);
                    hint(ui, words.text("compare-legend"));
                });
                card(right, |ui| numbers(ui, view, words));
            }
        });
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                let lists = [
                    (left, "compare-gained", &view.gained, Icon::Check, colours.good),
                    (right, "compare-lost", &view.lost, Icon::Cross, colours.bad),
                ];
                for (ui, key, checks, icon, ink) in lists {
                    card(ui, |ui| {
                        title(ui, words.text(key));
                        if checks.is_empty() {
                            muted(ui, words.text("compare-none"));
                        }
                        for check in checks {
                            ui.horizontal_top(|ui| {
                                icon.show(ui, 16.0, ink);
                                ui.vertical(|ui| ui.label(RichText::new(check).color(colours.text)));
                            });
                        }
                    });
                }
            }
        });
        ui.add_space(8.0);
    });
}

fn side_ui(ui: &mut egui::Ui, side: &SideView, at: usize, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ui.horizontal(|ui| {
        ui.label(RichText::new(whole(side.overall).to_string()).text_style(style::figure()).color(colours.text));
        match side.result {
            Verdict::Pass => chip(ui, Some(Icon::Check), &words.text("result-pass"), Tone::Good),
            Verdict::Fail => chip(ui, Some(Icon::Cross), &words.text("result-fail"), Tone::Bad),
        };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let press = Press::new(&words.text("history-open")).icon(Icon::Right).small().respond(ui);
            let name = format!("{} {}", words.text("history-open"), at + 1);
            press.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &name));
            if press.clicked() {
                out.push(DeskAction::DebriefAttempt(side.id));
            }
        });
    });
    ui.label(RichText::new(&side.title).text_style(style::strong()).color(colours.text));
    hint(ui, &side.when);
    // The moments cannot be gone to from here.
    timeline_ui(ui, &side.timeline, words, &mut Vec::new());
}

fn numbers(ui: &mut egui::Ui, view: &CompareView, words: &Wording) {
    let colours = palette(ui);
    let [before, after] = &view.sides;
    title(ui, words.text("compare-numbers"));
    ui.spacing_mut().interact_size.y = 24.0;
    egui::Grid::new("compare-numbers").num_columns(4).spacing(egui::vec2(20.0, 6.0)).show(ui, |ui| {
        for key in ["", "compare-earlier", "compare-later", "compare-gain"] {
            label(ui, if key.is_empty() { String::new() } else { words.text(key) });
        }
        ui.end_row();
        let points = |side: &[(Dimension, Option<Points>)], wanted| {
            side.iter().find(|(other, _)| *other == wanted).and_then(|(_, points)| *points)
        };
        for (dimension, was) in &before.dimensions {
            let is = points(&after.dimensions, *dimension);
            ui.label(RichText::new(crate::score::dimension_text(*dimension, words)).color(colours.text));
            for value in [*was, is] {
                let text = value.map_or_else(|| words.text("score-none"), |value| whole(value).to_string());
                ui.label(RichText::new(text).text_style(style::strong()).color(colours.text));
            }
            if let (Some(was), Some(is)) = (was, is) {
                let gain = i32::from(whole(is)) - i32::from(whole(*was));
                let (sign, tone) = match gain {
                    ..0 => ("−", Tone::Warn),
                    0 => ("=", Tone::Plain),
                    _ => ("+", Tone::Good),
                };
                let text = if gain == 0 { sign.to_owned() } else { format!("{sign}{}", gain.abs()) };
                chip(ui, None, &text, tone);
            }
            ui.end_row();
        }
        let figures: [(&str, Figure); 5] = [
            ("kpi-handle", |kpis, _| span(kpis.handle_ms)),
            ("kpi-hold", |kpis, _| span(kpis.hold_ms)),
            ("kpi-longest-silence", |kpis, _| span(kpis.longest_silence_ms)),
            ("kpi-talk-share", |kpis, words| percent(kpis.talk_share, words.language())),
            ("kpi-operator-turns", |kpis, _| kpis.operator_turns.to_string()),
        ];
        for (key, figure) in figures {
            ui.label(RichText::new(words.text(key)).color(colours.text));
            for side in [before, after] {
                ui.label(RichText::new(figure(&side.kpis, words)).color(colours.text));
            }
            ui.end_row();
        }
    });
}
