//! The bar above every screen: where one is, and the settings that matter at any moment.

use super::super::action::{DeskAction, Screen};
use super::super::part::{Icon, Look, Press, Tone, chip, hint, segments};
use super::super::theme::{Shade, TEXT_SIZES, palette, scale, style};
use crate::locale::Language;
use crate::wording::Wording;
use bevy_egui::egui::{self, Align, Layout, RichText};

/// What the bar shows.
#[derive(Debug, Clone)]
pub struct TopBarView {
    /// The screen below the bar.
    pub screen: Screen,
    /// Name of who trains; `None`: nobody chosen yet.
    pub trainee: Option<String>,
    /// Language of the window.
    pub language: Language,
    /// Light or dark colours.
    pub shade: Shade,
    /// Percent.
    pub text_size: u16,
    /// Sound was switched off.
    pub silent: bool,
    /// Why there is no sound, when there is none.
    pub sound_trouble: Option<String>,
    /// There is somewhere to go: a trainee was chosen, or nothing is kept anyway.
    pub open: bool,
    /// A call is being played: the other screens are out of reach.
    pub busy: bool,
    /// Why something that was done is not written yet; `None`: all is well.
    pub unwritten: Option<String>,
    /// The call, while at the desk.
    pub heading: Option<String>,
    /// The call goes on with a pack that was changed since.
    pub old_pack: bool,
}

/// Draws the bar.
pub fn top_bar_ui(ui: &mut egui::Ui, view: &TopBarView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ui.horizontal_centered(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(24.0, 24.0), egui::Sense::hover());
        mark(ui, rect);
        ui.label(RichText::new("Headset").text_style(style::title()).color(colours.text));
        ui.add_space(16.0);
        match &view.heading {
            Some(heading) => {
                let taken = if view.unwritten.is_some() || view.old_pack { 560.0 } else { 380.0 } * scale(ui);
                let room = (ui.available_width() - taken).max(80.0);
                ui.allocate_ui_with_layout(egui::vec2(room, 32.0), Layout::left_to_right(Align::Center), |ui| {
                    ui.add(egui::Label::new(RichText::new(heading).color(colours.muted)).truncate());
                });
            }
            None if view.open => {
                for (screen, key) in [
                    (Screen::Library, "nav-library"),
                    (Screen::Progress, "nav-progress"),
                    (Screen::History, "nav-history"),
                ] {
                    let look = if view.screen == screen { Look::On } else { Look::Quiet };
                    if Press::new(&words.text(key)).look(look).enabled(!view.busy).show(ui) {
                        out.push(DeskAction::Go(screen));
                    }
                }
            }
            None => {}
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(trainee) = &view.trainee {
                let text = words.with("nav-profile", &[("name", trainee)]);
                let press = Press::new(&text).icon(Icon::Person).look(Look::Quiet).icon_only().enabled(!view.busy);
                if press.show(ui) {
                    out.push(DeskAction::Go(Screen::Profile));
                }
            }
            let languages = Language::ALL.map(|language| (language, language.code().to_uppercase()));
            if let Some(language) = segments(ui, view.language, &languages) {
                out.push(DeskAction::SetLanguage(language));
            }
            let at = Shade::ALL.iter().position(|shade| *shade == view.shade).unwrap_or(0);
            let next = Shade::ALL[(at + 1) % Shade::ALL.len()];
            let name = words.with("shade-next", &[("shade", &words.text(&format!("shade-{}", next.name())))]);
            if Press::new(&name).icon(Icon::Shades).look(Look::Quiet).icon_only().show(ui) {
                out.push(DeskAction::SetShade(next));
            }
            let at = TEXT_SIZES.iter().position(|size| *size == view.text_size).unwrap_or(2);
            let larger = TEXT_SIZES.get(at + 1).copied();
            let smaller = at.checked_sub(1).and_then(|at| TEXT_SIZES.get(at).copied());
            for (key, sign, size) in [("text-larger", "A+", larger), ("text-smaller", "A−", smaller)] {
                let name = words.text(key);
                let press = Press::new(sign).look(Look::Quiet).small().enabled(size.is_some()).respond(ui);
                press.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, size.is_some(), &name));
                if let (true, Some(size)) = (press.on_hover_text(&name).clicked(), size) {
                    out.push(DeskAction::SetTextSize(size));
                }
            }
            let (icon, name) = match (&view.sound_trouble, view.silent) {
                (Some(_), _) => (Icon::SoundOff, words.text("sound-missing")),
                (None, true) => (Icon::SoundOff, words.text("sound-on")),
                (None, false) => (Icon::Sound, words.text("sound-off")),
            };
            let press = Press::new(&name).icon(icon).look(Look::Quiet).icon_only();
            if press.enabled(view.sound_trouble.is_none()).show(ui) {
                out.push(DeskAction::SetSilence(!view.silent));
            }
            match &view.unwritten {
                Some(why) => {
                    let text = words.text("unwritten");
                    chip(ui, Some(Icon::Warning), &text, Tone::Warn).on_hover_text(why);
                }
                None if view.old_pack => {
                    hint(ui, words.text("old-pack")).on_hover_text(words.text("old-pack-why"));
                }
                None if view.sound_trouble.is_some() => drop(hint(ui, words.text("sound-missing"))),
                None => {}
            }
        });
    });
}

/// The sign of the product: a headset.
fn mark(ui: &egui::Ui, rect: egui::Rect) {
    let colours = palette(ui);
    let painter = ui.painter();
    let at = |x: f32, y: f32| rect.min + egui::vec2(x, y) * (rect.width() / 24.0);
    let stroke = egui::Stroke::new(2.2, colours.accent);
    let arc: Vec<egui::Pos2> = (0..=16)
        .map(|step| {
            let turn = std::f32::consts::PI * (1.0 + step as f32 / 16.0);
            at(12.0 + 8.5 * turn.cos(), 12.5 + 8.5 * turn.sin())
        })
        .collect();
    painter.line(arc, stroke);
    for x in [3.5, 20.5] {
        painter.rect_filled(egui::Rect::from_center_size(at(x, 15.0), egui::vec2(5.0, 7.5)), 2.5, colours.accent);
    }
    painter.line(vec![at(20.5, 18.0), at(18.5, 21.0), at(14.0, 22.0)], egui::Stroke::new(1.6, colours.accent));
    painter.circle_filled(at(13.5, 22.0), 1.9, colours.accent);
}
