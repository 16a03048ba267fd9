//! How the operator sounded: curves over the call, figures against what is usual, advice; what is kept of it as sound.

use super::super::action::DeskAction;
use super::super::part::{Icon, Look, Press, hint, label, moment};
use super::super::theme::{palette, style};
use crate::debrief::{Curve, VoiceReport};
use crate::records::AttemptId;
use crate::wording::Wording;
use bevy_egui::egui::{self, Align2, Rect, RichText, ScrollArea, Sense, Shape, Stroke, WidgetInfo, WidgetType};

/// Recordings of the attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordingsView {
    /// Whose they are.
    pub attempt: AttemptId,
    /// Deleted by itself from this day on.
    pub until: String,
    /// Where they lie.
    pub folder: String,
    /// One after the other.
    pub recordings: Vec<RecordingRow>,
    /// There is sound, and it is on.
    pub audible: bool,
    /// It is asked whether they shall really be deleted.
    pub deleting: bool,
}

/// A recording of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordingRow {
    /// Number of what was said.
    pub number: u32,
    /// When, from when somebody was first on the line.
    pub since_ms: u64,
    /// It is being played.
    pub playing: bool,
}

/// What the panel shows.
#[derive(Debug, Clone, PartialEq)]
pub struct VoiceView {
    /// The voice over the call.
    pub report: VoiceReport,
    /// `None`: nothing is kept.
    pub recordings: Option<RecordingsView>,
}

const LANE: f32 = 46.0;
const SPOKEN: f32 = 14.0;
const GAP: f32 = 4.0;
const AXIS: f32 = 16.0;

/// Draws the panel.
pub fn voice_ui(ui: &mut egui::Ui, view: &VoiceView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ScrollArea::vertical().id_salt("voice").auto_shrink(false).show(ui, |ui| {
        hint(ui, words.text("voice-never-scored"));
        curves_ui(ui, &view.report, words, out);
        if let Some(recordings) = &view.recordings {
            recordings_ui(ui, recordings, words, out);
            listen_ui(ui, recordings, words, out);
            ui.add_space(6.0);
        }
        label(ui, words.text("voice-advice"));
        if view.report.advice.is_empty() {
            hint(ui, words.text("voice-advice-none"));
        }
        for advice in &view.report.advice {
            ui.horizontal_top(|ui| {
                Icon::Bulb.show(ui, 14.0, colours.accent);
                ui.add(egui::Label::new(RichText::new(words.text(advice.key())).color(colours.text)).wrap());
            });
        }
        ui.add_space(8.0);
        ui.spacing_mut().interact_size.y = 18.0;
        // Large text takes two lines rather than more room than there is.
        let most = (ui.available_width() - 48.0) / 3.0;
        let grid = egui::Grid::new("voice-figures").num_columns(3).spacing([24.0, 8.0]).max_col_width(most);
        grid.show(ui, |ui| {
            for figure in &view.report.figures {
                ui.label(RichText::new(words.text(figure.key)).color(colours.text));
                let ink = if figure.within == Some(false) { colours.warn } else { colours.text };
                ui.label(RichText::new(&figure.value).text_style(style::strong()).color(ink));
                let usual = figure.usual.as_ref();
                hint(ui, usual.map_or_else(String::new, |usual| words.with("voice-usual", &[("usual", usual)])));
                ui.end_row();
            }
        });
    });
}

fn recordings_ui(ui: &mut egui::Ui, view: &RecordingsView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ui.horizontal_wrapped(|ui| {
        let count = view.recordings.len().to_string();
        let text = words.with("recordings-kept", &[("count", &count), ("until", &view.until)]);
        ui.label(RichText::new(text).color(colours.text));
        ui.hyperlink_to(words.text("recordings-folder"), format!("file://{}", view.folder));
        if !view.deleting {
            if Press::new(&words.text("recordings-delete")).icon(Icon::Trash).look(Look::Quiet).small().show(ui) {
                out.push(DeskAction::AskDeleteRecordings(Some(view.attempt)));
            }
            return;
        }
        // What does no harm comes first, also for the keyboard.
        if Press::new(&words.text("recordings-keep")).small().show(ui) {
            out.push(DeskAction::AskDeleteRecordings(None));
        }
        if Press::new(&words.text("recordings-delete-yes")).icon(Icon::Trash).look(Look::Danger).small().show(ui) {
            out.push(DeskAction::DeleteRecordings(view.attempt));
        }
    });
}

/// A key for each recording.
fn listen_ui(ui: &mut egui::Ui, view: &RecordingsView, words: &Wording, out: &mut Vec<DeskAction>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for recording in &view.recordings {
            let when = moment(recording.since_ms);
            let (key, icon, look, next) = if recording.playing {
                ("recording-stop", Icon::Pause, Look::On, None)
            } else {
                ("recording-play", Icon::Play, Look::Plain, Some((view.attempt, recording.number)))
            };
            let name = words.with(key, &[("when", &when)]);
            let press = Press::new(&when).icon(icon).look(look).small().enabled(view.audible).respond(ui);
            press.widget_info(|| WidgetInfo::labeled(WidgetType::Button, view.audible, &name));
            if press.on_hover_text(&name).clicked() {
                out.push(DeskAction::PlayRecording(next));
            }
        }
    });
}

/// When he spoke and paused, and below it the curves on the same axis; a click goes to the moment.
fn curves_ui(ui: &mut egui::Ui, report: &VoiceReport, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    let font = egui::TextStyle::Small.resolve(ui.style());
    let names: Vec<String> = std::iter::once("voice-spoken")
        .chain(report.curves.iter().map(|curve| curve.key))
        .map(|key| words.text(key))
        .collect();
    let wide = |name: &String| ui.painter().layout_no_wrap(name.clone(), font.clone(), colours.muted).size().x;
    let margin = names.iter().map(wide).fold(0.0, f32::max) + 12.0;
    let height = SPOKEN + GAP + (LANE + GAP) * report.curves.len() as f32 + AXIS;
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), height), Sense::click());
    let name = words.text("voice-curves");
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &name));
    let plot = Rect::from_min_max(egui::pos2(rect.left() + margin, rect.top()), rect.right_bottom());
    let whole = report.whole_ms.max(1) as f32;
    let x = |ms: u64| plot.left() + plot.width() * (ms as f32 / whole).min(1.0);
    let painter = ui.painter_at(rect);
    let mut top = plot.top();
    for (at, name) in names.iter().enumerate() {
        let height = if at == 0 { SPOKEN } else { LANE };
        let lane = Rect::from_min_size(egui::pos2(plot.left(), top), egui::vec2(plot.width(), height));
        painter.text(egui::pos2(rect.left(), lane.center().y), Align2::LEFT_CENTER, name, font.clone(), colours.muted);
        painter.rect_filled(lane, 3.0, colours.inset);
        match at.checked_sub(1).and_then(|at| report.curves.get(at)) {
            None => {
                let bar = |from: u64, to: u64| {
                    Rect::from_min_max(
                        egui::pos2(x(from), lane.top()),
                        egui::pos2(x(to).max(x(from) + 1.5), lane.bottom()),
                    )
                };
                for (from, to) in &report.spoken {
                    painter.rect_filled(bar(*from, *to), 2.0, colours.accent);
                }
                for (from, to) in &report.pauses {
                    painter.rect_filled(bar(*from, *to).shrink2(egui::vec2(0.0, 3.0)), 0.0, colours.accent_soft);
                }
            }
            Some(curve) => curve_ui(&painter, lane, curve, &x, colours),
        }
        top += height + GAP;
    }
    let step = [15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000]
        .into_iter()
        .find(|step| report.whole_ms / step <= 10)
        .unwrap_or(3_600_000);
    for since in (0..=report.whole_ms / step).map(|tick| tick * step) {
        let at = x(since.saturating_add(report.connected_ms));
        if at + 18.0 < plot.right() {
            let place = egui::pos2(at.max(plot.left() + 14.0), plot.bottom());
            painter.text(place, Align2::CENTER_BOTTOM, moment(since), font.clone(), colours.muted);
        }
    }
    if let (true, Some(at)) = (response.clicked(), response.interact_pointer_pos().filter(|at| plot.contains(*at))) {
        out.push(DeskAction::JumpTo(((at.x - plot.left()) / plot.width() * whole).max(0.0) as u64));
    }
}

fn curve_ui(
    painter: &egui::Painter,
    lane: Rect,
    curve: &Curve,
    x: &impl Fn(u64) -> f32,
    colours: &super::super::theme::Palette,
) {
    let (least, most) = curve.bounds;
    let y = |value: f32| {
        lane.bottom() - 3.0 - (lane.height() - 6.0) * ((value - least) / (most - least).max(0.01)).clamp(0.0, 1.0)
    };
    if let Some((from, to)) = curve.usual {
        let usual = Rect::from_min_max(egui::pos2(lane.left(), y(to)), egui::pos2(lane.right(), y(from)));
        painter.rect_filled(usual, 0.0, colours.good_soft);
    }
    for line in &curve.lines {
        let points: Vec<egui::Pos2> = line.iter().map(|(at, value)| egui::pos2(x(*at), y(*value))).collect();
        match points[..] {
            [only] => {
                painter.circle_filled(only, 2.0, colours.accent);
            }
            _ => {
                painter.add(Shape::line(points, Stroke::new(2.0, colours.accent)));
            }
        }
    }
}
