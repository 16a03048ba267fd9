//! After the call: the result, the five scores, three pieces of advice, and what they rest on.

use super::super::action::{DebriefPart, DeskAction, Screen};
use super::super::part::{Icon, Press, Tone, back, card, chip, hint, moment, muted, segments, title};
use super::super::theme::{palette, scale, style};
use super::checks::{ChecksView, checks_ui, instead_ui};
use super::figures::{FiguresView, figures_ui};
use super::radar::{RadarView, radar_ui};
use super::timeline::{TimelineView, timeline_ui};
use super::transcript::{TranscriptView, transcript_ui};
use super::voice::{VoiceView, voice_ui};
use crate::locale::Language;
use crate::score::{Points, Verdict};
use crate::wording::Wording;
use bevy_egui::egui::{self, Align, Layout, RichText, ScrollArea};

/// A piece of advice.
#[derive(Debug, Clone)]
pub struct AdviceRow {
    /// The check that failed, with what it is about.
    pub title: String,
    /// What to do better.
    pub text: String,
    /// Where it showed first, in milliseconds of the call; `None`: at no one moment.
    pub at_ms: Option<u64>,
    /// What an excellent operator would have said there; `None`: it is not about words.
    pub instead: Option<String>,
}

/// What the screen shows.
#[derive(Debug, Clone)]
pub struct DebriefView {
    /// The call and the mode it was played in.
    pub title: String,
    /// Language of the window; in French the mark out of twenty stands beside the points.
    pub language: Language,
    /// Passed or failed.
    pub result: Verdict,
    /// The headline dimensions, weighted.
    pub overall: Points,
    /// Overall points needed to pass, 0–100.
    pub pass_mark: u8,
    /// Points for keeping to the law; `None`: nothing applied.
    pub compliance: Option<Points>,
    /// Titles of the critical errors.
    pub critical: Vec<String>,
    /// The five headline scores.
    pub radar: RadarView,
    /// At most three, the most valuable first.
    pub advice: Vec<AdviceRow>,
    /// When somebody was first on the line: moments are told from there.
    pub connected_ms: u64,
    /// The call as a picture.
    pub timeline: TimelineView,
    /// What stands below the timeline.
    pub part: DebriefPart,
    /// Every check with its evidence.
    pub checks: ChecksView,
    /// All that was said and done.
    pub transcript: TranscriptView,
    /// How the operator sounded; `None`: nothing was said aloud.
    pub voice: Option<VoiceView>,
    /// Handling time, holds, silences …
    pub figures: FiguresView,
    /// Started from within another attempt.
    pub retried: bool,
    /// Playing again is allowed.
    pub retry: bool,
    /// Where the debrief was written to as a page just now.
    pub page: Option<String>,
}

/// Points as people read them: `87`.
fn points_text(points: Points) -> String {
    format!("{}", (points.0 + 5) / 10)
}

/// Draws the screen.
pub fn debrief_ui(ui: &mut egui::Ui, view: &DebriefView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ui.horizontal(|ui| {
        if back(ui, &words.text("debrief-back"), None) {
            out.push(DeskAction::Go(Screen::Library));
        }
        ui.add_space(8.0);
        ui.label(RichText::new(&view.title).text_style(style::title()).color(colours.text));
        if view.retried {
            chip(ui, Some(Icon::Undo), &words.text("debrief-retried"), Tone::Plain);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if view.retry && Press::new(&words.text("debrief-again")).icon(Icon::Redo).show(ui) {
                out.push(DeskAction::RetryCall);
            }
            if Press::new(&words.text("debrief-export")).icon(Icon::Page).show(ui) {
                out.push(DeskAction::ExportPage);
            }
        });
    });
    if let Some(page) = &view.page {
        exported(ui, page, words);
    }
    let left = (ui.available_width() * 0.36 * scale(ui).sqrt()).clamp(340.0, 540.0);
    egui::Panel::left("debrief-summary")
        .exact_size(left)
        .resizable(false)
        .show_separator_line(false)
        .frame(egui::Frame::new().inner_margin(egui::Margin { right: 16, ..Default::default() }))
        .show(ui, |ui| {
            ScrollArea::vertical().id_salt("debrief-left").auto_shrink(false).show(ui, |ui| {
                result(ui, view, words);
                advice(ui, view, words, out);
            });
        });
    egui::CentralPanel::no_frame().show(ui, |ui| {
        card(ui, |ui| {
            title(ui, words.text("timeline-title"));
            timeline_ui(ui, &view.timeline, words, out);
        });
        card(ui, |ui| {
            ui.set_min_height(ui.available_height());
            let mut parts = vec![DebriefPart::Checks, DebriefPart::Transcript, DebriefPart::Figures];
            parts.extend(view.voice.is_some().then_some(DebriefPart::Voice));
            let parts: Vec<_> = parts.into_iter().map(|part| (part, words.text(part_key(part)))).collect();
            if let Some(part) = segments(ui, view.part, &parts) {
                out.push(DeskAction::ShowPart(part));
            }
            match view.part {
                DebriefPart::Checks => checks_ui(ui, &view.checks, words, out),
                DebriefPart::Transcript => transcript_ui(ui, &view.transcript, words, out),
                DebriefPart::Figures => figures_ui(ui, &view.figures, words, out),
                DebriefPart::Voice => {
                    if let Some(voice) = &view.voice {
                        voice_ui(ui, voice, words, out);
                    }
                }
            }
        });
    });
}

/// Where the page lies, and a way to look at it.
fn exported(ui: &mut egui::Ui, page: &str, words: &Wording) {
    let colours = palette(ui);
    let frame = egui::Frame::new().fill(colours.good_soft).corner_radius(8);
    frame.inner_margin(egui::Margin::symmetric(12, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            Icon::Check.show(ui, 16.0, colours.good);
            ui.label(RichText::new(words.text("debrief-exported")).color(colours.text));
            ui.add(egui::Label::new(RichText::new(page).color(colours.text)).wrap().selectable(true));
            ui.hyperlink_to(words.text("debrief-open-page"), format!("file://{page}"));
        });
    });
}

fn part_key(part: DebriefPart) -> &'static str {
    match part {
        DebriefPart::Checks => "debrief-checks",
        DebriefPart::Transcript => "debrief-transcript",
        DebriefPart::Figures => "debrief-figures",
        DebriefPart::Voice => "debrief-voice",
    }
}

fn result(ui: &mut egui::Ui, view: &DebriefView, words: &Wording) {
    let colours = palette(ui);
    card(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(points_text(view.overall)).text_style(style::figure()).color(colours.text));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                hint(ui, words.text("debrief-out-of"));
                if view.language == Language::French {
                    hint(ui, format!("{}\u{a0}/\u{a0}20", crate::score::french_mark(view.overall)));
                }
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| match view.result {
                Verdict::Pass => chip(ui, Some(Icon::Check), &words.text("result-pass"), Tone::Good),
                Verdict::Fail => chip(ui, Some(Icon::Cross), &words.text("result-fail"), Tone::Bad),
            });
        });
        if view.critical.is_empty() {
            hint(ui, words.with("debrief-pass-mark", &[("mark", &view.pass_mark.to_string())]));
        }
        for critical in &view.critical {
            egui::Frame::new().fill(colours.bad_soft).corner_radius(6).inner_margin(egui::Margin::same(8)).show(
                ui,
                |ui| {
                    ui.set_width(ui.available_width());
                    ui.horizontal_top(|ui| {
                        Icon::Warning.show(ui, 16.0, colours.bad);
                        ui.vertical(|ui| {
                            let text = words.with("debrief-critical-error", &[("check", critical)]);
                            ui.label(RichText::new(text).color(colours.text));
                        });
                    });
                },
            );
        }
        radar_ui(ui, &view.radar, words);
        ui.spacing_mut().interact_size.y = 18.0;
        for corner in &view.radar.corners {
            let key = format!("dimension-{}", corner.dimension.name().replace('_', "-"));
            score_row(ui, &words.text(&key), corner.points, corner.own, view.pass_mark, words);
        }
        ui.separator();
        score_row(ui, &words.text("dimension-compliance"), view.compliance, None, view.pass_mark, words);
        hint(ui, words.text("debrief-legend"));
    });
}

fn score_row(ui: &mut egui::Ui, name: &str, points: Option<Points>, own: Option<u8>, pass_mark: u8, words: &Wording) {
    let colours = palette(ui);
    let room = ui.available_width();
    let share = if scale(ui) > 1.2 { 0.62 } else { 0.48 };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let size = egui::vec2(room * share, 18.0 * scale(ui));
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(room * share);
            ui.add(egui::Label::new(RichText::new(name).color(colours.text)).truncate());
        });
        let (rect, response) = ui.allocate_exact_size(
            egui::vec2((room * (1.0 - share) - 48.0 * scale(ui) - 16.0).max(40.0), 10.0),
            egui::Sense::hover(),
        );
        let painter = ui.painter();
        painter.rect_filled(rect, 4.0, colours.inset);
        let x = |share: f32| rect.left() + rect.width() * share.clamp(0.0, 1.0);
        if let Some(points) = points {
            let good = points.0 >= u16::from(pass_mark) * 10;
            let bar = egui::Rect::from_min_max(rect.min, egui::pos2(x(f32::from(points.0) / 1000.0), rect.bottom()));
            painter.rect_filled(bar, 4.0, if good { colours.good } else { colours.warn });
        }
        let mark = x(f32::from(pass_mark) / 100.0);
        painter.vline(mark, rect.top() - 2.0..=rect.bottom() + 2.0, egui::Stroke::new(1.5, colours.muted));
        if let Some(own) = own {
            painter.circle(
                egui::pos2(x(f32::from(own) / 100.0), rect.center().y),
                4.0,
                colours.surface,
                egui::Stroke::new(1.5, colours.text),
            );
        }
        let text = points.map_or_else(|| words.text("score-none"), points_text);
        let spoken = format!("{name}: {text}");
        response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::ProgressIndicator, true, &spoken));
        // The ring of one's own rating may stand at the very end.
        ui.add_space(4.0);
        ui.label(RichText::new(text).text_style(style::strong()).color(colours.text));
    });
}

fn advice(ui: &mut egui::Ui, view: &DebriefView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    card(ui, |ui| {
        title(ui, words.text("advice-title"));
        if view.advice.is_empty() {
            muted(ui, words.text("advice-none"));
        }
        for (at, advice) in view.advice.iter().enumerate() {
            ui.horizontal_top(|ui| {
                let (rect, _) = ui.allocate_exact_size(egui::vec2(22.0, 22.0) * scale(ui), egui::Sense::hover());
                ui.painter().circle_filled(rect.center(), rect.width() / 2.0, colours.accent_soft);
                let font = style::label().resolve(ui.style());
                ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, at + 1, font, colours.accent);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.label(RichText::new(&advice.title).text_style(style::strong()).color(colours.text));
                    ui.label(RichText::new(&advice.text).color(colours.text));
                    if let Some(at_ms) = advice.at_ms {
                        let text =
                            words.with("advice-go", &[("time", &moment(at_ms.saturating_sub(view.connected_ms)))]);
                        if ui.link(RichText::new(text).text_style(style::label()).color(colours.accent)).clicked() {
                            out.push(DeskAction::JumpTo(at_ms));
                        }
                    }
                    if let Some(line) = &advice.instead {
                        instead_ui(ui, line, words);
                    }
                });
            });
        }
    });
}
