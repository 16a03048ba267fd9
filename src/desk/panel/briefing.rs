//! Before the call: who, what is known, what to reach, how it will be scored, how much help to take.

use super::super::action::{DeskAction, Screen};
use super::super::part::{
    Icon, Look, Press, Tone, back, card, chip, hint, label, muted, percent, segments, span, title,
};
use super::super::theme::{leading, palette, scale, style};
use super::library::{difficulty, kind_name};
use crate::level::Level;
use crate::locale::Language;
use crate::pack::model::{CallKind, Direction};
use crate::score::Dimension;
use crate::training::Mode;
use crate::wording::Wording;
use bevy_egui::egui::{self, Align, Layout, RichText, ScrollArea};

/// What the screen shows.
#[derive(Debug, Clone)]
pub struct BriefingView {
    /// Title of the call.
    pub title: String,
    /// Company the operator answers for.
    pub company: String,
    /// Whether the customer calls or is called.
    pub direction: Direction,
    /// What the call is about: information, complaint, sales …
    pub kind: CallKind,
    /// 1 to 3.
    pub difficulty: u8,
    /// Date and time the call is set at, in words.
    pub when: String,
    /// What the operator knows beforehand.
    pub briefing: String,
    /// What is to be reached, one line each.
    pub goals: Vec<String>,
    /// Seconds, at least and at most.
    pub target_s: (u32, u32),
    /// Overall points needed to pass, 0–100.
    pub pass_mark: u8,
    /// Dimension and its share of the whole, percent.
    pub weights: Vec<(Dimension, u16)>,
    /// Help chosen for this call.
    pub mode: Mode,
    /// How hard it will be.
    pub level: Level,
    /// For the instructor: what the call trains, what to watch for; `None`: nothing is said.
    pub instructor: Option<String>,
    /// Skills of the diploma it trains.
    pub skills: Vec<String>,
    /// Language the call will be played in.
    pub language: Language,
    /// Languages its pack is written in.
    pub languages: Vec<Language>,
    /// The first name the trainee gives on the telephone.
    pub operator: String,
    /// Why the call cannot be started.
    pub trouble: Option<String>,
}

/// The modes in the order of their help.
pub const MODES: [(Mode, &str); 4] = [
    (Mode::Guided, "mode-guided"),
    (Mode::ScriptShown, "mode-script-shown"),
    (Mode::ScriptHidden, "mode-script-hidden"),
    (Mode::Exam, "mode-exam"),
];

/// The key of a mode's name.
pub fn mode_key(mode: Mode) -> &'static str {
    MODES.iter().find(|(other, _)| *other == mode).map_or("mode-guided", |(_, key)| key)
}

/// Draws the screen.
pub fn briefing_ui(ui: &mut egui::Ui, view: &BriefingView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ui.horizontal(|ui| {
        if back(ui, &words.text("briefing-back"), Some("Esc")) {
            out.push(DeskAction::Go(Screen::Library));
        }
    });
    // The start stands at the top: in sight whatever the size of text and window.
    ui.horizontal(|ui| {
        let start = words.text("briefing-start");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Press::new(&start).icon(Icon::Phone).look(Look::Primary).key("F2").show(ui) {
                out.push(DeskAction::Start);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = RichText::new(&view.title).text_style(egui::TextStyle::Heading).color(colours.text);
                ui.add(egui::Label::new(title).wrap());
            });
        });
    });
    if let Some(trouble) = &view.trouble {
        ui.horizontal_top(|ui| {
            Icon::Warning.show(ui, 16.0, colours.bad);
            ui.vertical(|ui| ui.label(RichText::new(trouble).color(colours.bad)));
        });
    }
    ui.horizontal_wrapped(|ui| {
        let (icon, key) = match view.direction {
            Direction::Inbound => (Icon::Incoming, "direction-inbound"),
            Direction::Outbound => (Icon::Outgoing, "direction-outbound"),
        };
        chip(ui, Some(icon), &words.text(key), Tone::Accent);
        chip(ui, None, &words.text(&format!("kind-{}", kind_name(view.kind))), Tone::Plain);
        difficulty(ui, view.difficulty, words);
        muted(ui, format!("{} · {}", view.company, view.when));
    });
    ui.add_space(8.0);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                known(left, view, words);
                choices(right, view, words, out);
            }
        });
    });
}

fn known(ui: &mut egui::Ui, view: &BriefingView, words: &Wording) {
    let colours = palette(ui);
    card(ui, |ui| {
        title(ui, words.text("briefing-known"));
        for paragraph in view.briefing.split("\n\n") {
            ui.label(RichText::new(paragraph).color(colours.text).line_height(Some(leading(ui))));
        }
    });
    card(ui, |ui| {
        title(ui, words.text("briefing-goals"));
        for goal in &view.goals {
            ui.horizontal_top(|ui| {
                Icon::Right.show(ui, 16.0, colours.accent);
                ui.vertical(|ui| ui.label(RichText::new(goal).color(colours.text)));
            });
        }
        ui.add_space(4.0);
        let (least, most) = view.target_s;
        let text = words.with(
            "briefing-time",
            &[("least", &span(u64::from(least) * 1000)), ("most", &span(u64::from(most) * 1000))],
        );
        ui.horizontal_top(|ui| {
            Icon::Clock.show(ui, 16.0, colours.accent);
            ui.vertical(|ui| ui.label(RichText::new(text).color(colours.text)));
        });
    });
    card(ui, |ui| {
        title(ui, words.text("briefing-scored"));
        ui.spacing_mut().interact_size.y = 18.0;
        for (dimension, weight) in &view.weights {
            ui.horizontal(|ui| {
                let text = words.text(&format!("dimension-{}", dimension.name().replace('_', "-")));
                ui.allocate_ui_with_layout(
                    egui::vec2(176.0 * scale(ui), 18.0 * scale(ui)),
                    Layout::left_to_right(Align::Center),
                    |ui| {
                        ui.set_min_width(176.0 * scale(ui));
                        ui.label(RichText::new(text).color(colours.text));
                    },
                );
                let room = (ui.available_width() - 52.0 * scale(ui)).max(40.0);
                let (rect, _) = ui.allocate_exact_size(egui::vec2(room, 8.0), egui::Sense::hover());
                ui.painter().rect_filled(rect, 4.0, colours.inset);
                let filled = rect.width() * f32::from((*weight).min(50)) / 50.0;
                let bar = egui::Rect::from_min_size(rect.min, egui::vec2(filled, rect.height()));
                ui.painter().rect_filled(bar, 4.0, colours.accent);
                muted(ui, percent(weight, words.language()));
            });
        }
        hint(ui, words.with("briefing-pass", &[("mark", &view.pass_mark.to_string())]));
    });
    if view.instructor.is_some() || !view.skills.is_empty() {
        card(ui, |ui| trains(ui, view, words));
    }
}

/// What the call trains: skills of the diploma, and a word to the instructor behind a fold, lest it gives the call away.
fn trains(ui: &mut egui::Ui, view: &BriefingView, words: &Wording) {
    let colours = palette(ui);
    title(ui, words.text("briefing-trains"));
    ui.horizontal_wrapped(|ui| {
        for skill in &view.skills {
            chip(ui, None, skill, Tone::Plain);
        }
    });
    if let Some(text) = &view.instructor {
        let heading = RichText::new(words.text("briefing-instructor")).color(colours.accent);
        egui::CollapsingHeader::new(heading).id_salt("instructor").show(ui, |ui| {
            ui.label(RichText::new(text).color(colours.text).line_height(Some(leading(ui))));
        });
    }
}

fn choices(ui: &mut egui::Ui, view: &BriefingView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    card(ui, |ui| {
        title(ui, words.text("briefing-help"));
        for (mode, key) in MODES {
            let on = view.mode == mode;
            let (fill, edge) = if on { (colours.accent_soft, colours.accent) } else { (colours.surface, colours.line) };
            let frame = egui::Frame::new().fill(fill).stroke(egui::Stroke::new(if on { 2.0 } else { 1.0 }, edge));
            let name = words.text(key);
            // The edge of the chosen one is thicker: its words stay where they were.
            let margin = if on { egui::Margin::symmetric(11, 7) } else { egui::Margin::symmetric(12, 8) };
            let shown = frame.corner_radius(8).inner_margin(margin).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.spacing_mut().interact_size.y = 18.0;
                ui.horizontal(|ui| {
                    let icon = if on { Icon::Check } else { Icon::Ring };
                    icon.show(ui, 14.0, if on { colours.accent } else { colours.muted });
                    ui.label(RichText::new(&name).text_style(style::strong()).color(colours.text));
                });
                hint(ui, words.text(&format!("{key}-what")));
            });
            let response = ui.interact(shown.response.rect, ui.id().with(key), egui::Sense::click());
            response.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::RadioButton, true, on, &name));
            if response.has_focus() {
                ui.painter().rect_stroke(
                    response.rect.expand(2.0),
                    8.0,
                    egui::Stroke::new(2.0, colours.accent),
                    egui::StrokeKind::Outside,
                );
            }
            if response.clicked() && !on {
                out.push(DeskAction::SetMode(mode));
            }
        }
    });
    card(ui, |ui| {
        label(ui, words.text("briefing-level"));
        let levels = Level::ALL.map(|level| (level, words.text(&format!("level-{}", level.name()))));
        if let Some(level) = segments(ui, view.level, &levels) {
            out.push(DeskAction::SetLevel(level));
        }
        hint(ui, words.text(&format!("level-{}-what", view.level.name())));
        ui.add_space(4.0);
        if view.languages.len() > 1 {
            label(ui, words.text("briefing-language"));
            let languages: Vec<_> = view
                .languages
                .iter()
                .map(|language| (*language, words.text(&format!("language-{language}"))))
                .collect();
            if let Some(language) = segments(ui, view.language, &languages) {
                out.push(DeskAction::SetCallLanguage(language));
            }
            ui.add_space(4.0);
        }
        muted(ui, words.with("briefing-operator", &[("name", &view.operator)]));
    });
}
