//! The key figures of a call.

use super::super::action::DeskAction;
use super::super::part::{hint, percent, span};
use super::super::theme::{palette, style};
use crate::score::Kpis;
use crate::wording::Wording;
use bevy_egui::egui::{self, RichText};

/// What the panel shows.
#[derive(Debug, Clone)]
pub struct FiguresView {
    /// The figures themselves.
    pub kpis: Kpis,
    /// Seconds, at least and at most.
    pub target_s: (u32, u32),
}

/// Draws the panel.
pub fn figures_ui(ui: &mut egui::Ui, view: &FiguresView, words: &Wording, _out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    let kpis = &view.kpis;
    let (least, most) = (u64::from(view.target_s.0) * 1000, u64::from(view.target_s.1) * 1000);
    let band = words.with("clock-target", &[("least", &span(least)), ("most", &span(most))]);
    let mut rows = vec![
        ("figure-handle", span(kpis.handle_ms), band),
        ("figure-talk", span(kpis.talk_ms), String::new()),
        ("figure-hold", span(kpis.hold_ms), words.with("figure-holds", &[("count", &kpis.holds.to_string())])),
        ("figure-wrap-up", span(kpis.wrap_up_ms), String::new()),
        ("figure-share", percent(kpis.talk_share, words.language()), String::new()),
        (
            "figure-silence",
            span(kpis.silence_ms),
            words.with("figure-longest", &[("time", &span(kpis.longest_silence_ms))]),
        ),
        ("figure-over", span(kpis.talk_over_ms), String::new()),
        ("figure-turns", kpis.operator_turns.to_string(), String::new()),
    ];
    if let Some(answer) = kpis.answer_ms {
        rows.insert(0, ("figure-answer", span(answer), String::new()));
    }
    egui::ScrollArea::vertical().id_salt("figures").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().interact_size.y = 18.0;
        egui::Grid::new("figures").num_columns(3).spacing([24.0, 10.0]).min_col_width(80.0).show(ui, |ui| {
            for (key, value, note) in rows {
                ui.label(RichText::new(words.text(key)).color(colours.text));
                ui.label(RichText::new(value).text_style(style::strong()).color(colours.text));
                hint(ui, note);
                ui.end_row();
            }
        });
    });
}
