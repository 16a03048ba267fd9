//! A quiet gauge of the operator's voice while he speaks: level, rate and loudness against what is usual. It says nothing
//! that would take the eyes off the customer.

use super::super::action::DeskAction;
use super::super::part::{Icon, Look, Press, hint};
use super::super::theme::{palette, scale};
use crate::locale::Language;
use crate::wording::Wording;
use bevy_egui::egui::{self, Rect, RichText, Sense, WidgetInfo, WidgetType};

/// A measure with what is usual.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// What was measured last.
    pub value: f32,
    /// From, to.
    pub usual: (f32, f32),
}

impl Measure {
    /// Key of what there is to say of it.
    fn verdict(self) -> &'static str {
        match self.value {
            value if value < self.usual.0 => "gauge-below",
            value if value > self.usual.1 => "gauge-above",
            _ => "gauge-within",
        }
    }
}

/// What the gauge shows.
#[derive(Debug, Clone, PartialEq)]
pub struct GaugeView {
    /// Why nothing is heard; `None`: the microphone works.
    pub trouble: Option<String>,
    /// The microphone is always open; else a key is held.
    pub open: bool,
    /// The line is open to him.
    pub heard: bool,
    /// He speaks.
    pub speaks: bool,
    /// Level, dB of full scale, -60 to 0.
    pub level_db: i16,
    /// Syllables a second of what was said last.
    pub rate: Option<Measure>,
    /// Loudness of what was said last, LUFS.
    pub loudness: Option<Measure>,
    /// What he says is kept as sound.
    pub records: bool,
    /// He spoke for so long, tenths of a second, and the words are missing.
    pub aloud: Option<u64>,
}

/// Draws the gauge.
pub fn gauge_ui(ui: &mut egui::Ui, view: &GaugeView, words: &Wording, out: &mut Vec<DeskAction>) {
    ui.scope(|ui| {
        // Rows as high as their text.
        ui.spacing_mut().interact_size.y = 18.0;
        rows(ui, view, words, out);
    });
}

fn rows(ui: &mut egui::Ui, view: &GaugeView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ui.horizontal_wrapped(|ui| {
        if let Some(why) = &view.trouble {
            Icon::MicOff.show(ui, 14.0, colours.warn);
            let text = words.with("gauge-trouble", &[("why", why)]);
            ui.label(RichText::new(text).small().color(colours.warn));
            if Press::new(&words.text("microphone-again")).small().look(Look::Quiet).show(ui) {
                out.push(DeskAction::FindMicrophones);
            }
            return;
        }
        let (icon, ink, key) = match (view.heard, view.speaks, view.open) {
            (false, ..) => (Icon::MicOff, colours.muted, "gauge-closed"),
            (_, true, _) => (Icon::Mic, colours.accent, "gauge-speaks"),
            (_, _, true) => (Icon::Mic, colours.muted, "gauge-open"),
            (_, _, false) => (Icon::Mic, colours.muted, "gauge-key"),
        };
        icon.show(ui, 14.0, ink);
        ui.label(RichText::new(words.text(key)).small().color(ink));
        level_ui(ui, view.level_db, 48.0, words);
        // Where the words are missing they come first; large text leaves no room for both.
        let short = view.aloud.is_some() && scale(ui) > 1.2;
        for (key, measure) in [("voice-rate", view.rate), ("voice-loudness", view.loudness)] {
            if let Some(measure) = measure.filter(|_| !short) {
                measure_ui(ui, &words.text(key), measure, words);
            }
        }
        if view.records {
            hint(ui, words.text("gauge-records"));
        }
    });
    if let Some(tenths) = view.aloud {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let mark = if words.language() == Language::French { ',' } else { '.' };
            let seconds = format!("{}{mark}{}", tenths / 10, tenths % 10);
            let text = words.with("gauge-aloud", &[("seconds", &seconds)]);
            let size = if scale(ui) > 1.2 { egui::TextStyle::Small } else { egui::TextStyle::Body };
            ui.label(RichText::new(text).text_style(size).color(colours.text));
            if Press::new(&words.text("gauge-unsay")).small().look(Look::Quiet).show(ui) {
                out.push(DeskAction::Unsay);
            }
        });
    }
}

/// The level as a bar.
pub fn level_ui(ui: &mut egui::Ui, level_db: i16, width: f32, words: &Wording) {
    let colours = palette(ui);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(width * scale(ui), 8.0), Sense::hover());
    let share = (f32::from(level_db) + 60.0).clamp(0.0, 60.0) / 60.0;
    ui.painter().rect_filled(rect, 3.0, colours.inset);
    ui.painter().rect_stroke(rect, 3.0, egui::Stroke::new(1.0, colours.line), egui::StrokeKind::Inside);
    let bar = Rect::from_min_max(rect.min, egui::pos2(rect.left() + rect.width() * share, rect.bottom()));
    // Close to the top it is distorted.
    ui.painter().rect_filled(bar, 3.0, if level_db > -3 { colours.bad } else { colours.good });
    let name = words.text("microphone-level");
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, &name));
}

/// A measure as a mark on a scale on which the usual range is drawn.
fn measure_ui(ui: &mut egui::Ui, name: &str, measure: Measure, words: &Wording) {
    let colours = palette(ui);
    let verdict = measure.verdict();
    let text = words.with("gauge-measure", &[("name", name), ("verdict", &words.text(verdict))]);
    ui.add_space(6.0);
    hint(ui, name);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(44.0 * scale(ui), 10.0), Sense::hover());
    let (from, to) = measure.usual;
    let room = (to - from).max(0.1);
    let x = |value: f32| rect.left() + rect.width() * ((value - from + room) / (3.0 * room)).clamp(0.03, 0.97);
    let painter = ui.painter();
    painter.rect_filled(rect.shrink2(egui::vec2(0.0, 3.0)), 2.0, colours.inset);
    let usual = Rect::from_min_max(egui::pos2(x(from), rect.top() + 2.0), egui::pos2(x(to), rect.bottom() - 2.0));
    painter.rect_filled(usual, 2.0, colours.good_soft);
    painter.rect_stroke(usual, 2.0, egui::Stroke::new(1.0, colours.good), egui::StrokeKind::Inside);
    let ink = if verdict == "gauge-within" { colours.good } else { colours.warn };
    painter.vline(x(measure.value), rect.y_range(), egui::Stroke::new(3.0, ink));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, &text));
    response.on_hover_text(&text);
}
