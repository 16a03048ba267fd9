//! Who trains here, and how the window looks to them.

use super::super::action::{DeskAction, Erasure, Screen};
use super::super::part::{Entry, Icon, Look, Press, card, hint, label, muted, percent, segments, tick, title};
use super::super::state::VOLUMES;
use super::super::theme::{Shade, TEXT_SIZES, palette, scale, style};
use super::microphone::{MicrophoneView, microphone_ui};
use crate::locale::Language;
use crate::records::TraineeId;
use crate::wording::Wording;
use bevy_egui::egui::{self, RichText, ScrollArea};

/// A trainee of the list.
#[derive(Debug, Clone)]
pub struct TraineeRow {
    /// What actions name the trainee by.
    pub id: TraineeId,
    /// As the trainee typed it.
    pub name: String,
}

/// What the screen shows.
#[derive(Debug, Clone)]
pub struct ProfileView {
    /// Everybody who trains on this machine.
    pub trainees: Vec<TraineeRow>,
    /// `None`: nobody chosen yet.
    pub chosen: Option<TraineeId>,
    /// The name of a trainee to be added, as typed so far.
    pub new_name: String,
    /// The name given on the telephone.
    pub operator: String,
    /// Language of the window.
    pub language: Language,
    /// Light or dark colours.
    pub shade: Shade,
    /// Percent.
    pub text_size: u16,
    /// Faces keep still.
    pub still: bool,
    /// The customer's mind can be looked into.
    pub author: bool,
    /// No sound at all.
    pub silent: bool,
    /// How loud people at the other end are, percent.
    pub voices: u16,
    /// How loud rings, tones and music are, percent.
    pub signals: u16,
    /// Which microphone is listened to.
    pub microphone: MicrophoneView,
    /// Attempts of who is chosen.
    pub attempts: usize,
    /// Where the data was exported to just now.
    pub exported: Option<String>,
    /// How far the deletion of the profile has been asked for; `None`: not at all.
    pub erasing: Option<Erasure>,
    /// Attempts can be kept; without a store one plays without a profile.
    pub kept: bool,
}

/// Draws the screen.
pub fn profile_ui(ui: &mut egui::Ui, view: &ProfileView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        // Where there is room for it, the microphone has a column of its own.
        let scale = scale(ui).max(1.0);
        let three = ui.available_width() >= 1200.0 * scale;
        let width = ui.available_width().min(if three { 1320.0 } else { 920.0 } * scale);
        let side = (ui.available_width() - width) / 2.0;
        ui.add_space((ui.available_height() * 0.06).clamp(8.0, 48.0));
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.label(
                    RichText::new(words.text("profile-welcome"))
                        .text_style(egui::TextStyle::Heading)
                        .color(colours.text),
                );
                muted(ui, words.text("profile-promise"));
                ui.add_space(16.0);
                ui.columns(if three { 3 } else { 2 }, |columns| {
                    if let [left, right, more @ ..] = columns {
                        card(left, |ui| who(ui, view, words, out));
                        card(right, |ui| looks(ui, view, words, out));
                        let last = more.first_mut().unwrap_or(right);
                        card(last, |ui| microphone_ui(ui, &view.microphone, words, out));
                        if let Some(name) = chosen(view).filter(|_| view.kept) {
                            card(left, |ui| own_data(ui, view, name, words, out));
                        }
                    }
                });
            });
        });
    });
}

/// Name of who is chosen.
fn chosen(view: &ProfileView) -> Option<&str> {
    view.trainees.iter().find(|trainee| view.chosen == Some(trainee.id)).map(|trainee| trainee.name.as_str())
}

fn own_data(ui: &mut egui::Ui, view: &ProfileView, name: &str, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    title(ui, words.text("own-data"));
    hint(ui, words.text("profile-local"));
    ui.add_space(4.0);
    let Some(asked) = view.erasing else {
        ui.horizontal_wrapped(|ui| {
            if Press::new(&words.text("own-data-export")).icon(Icon::Outgoing).show(ui) {
                out.push(DeskAction::ExportData);
            }
            if Press::new(&words.text("own-data-erase")).icon(Icon::Trash).look(Look::Quiet).show(ui) {
                out.push(DeskAction::AskErase(Some(Erasure::Asked)));
            }
        });
        if let Some(path) = &view.exported {
            ui.label(RichText::new(words.text("own-data-exported")).color(colours.good));
            // Can be selected and copied.
            ui.add(egui::Label::new(RichText::new(path).color(colours.text)).wrap().selectable(true));
        }
        return;
    };
    let (question, yes) = match asked {
        Erasure::Asked => (words.with("own-data-sure", &[("name", name)]), words.text("own-data-sure-yes")),
        Erasure::AskedAgain => (
            words.with("own-data-sure-again", &[("count", &view.attempts.to_string())]),
            words.text("own-data-sure-again-yes"),
        ),
    };
    ui.label(RichText::new(question).color(colours.text));
    ui.horizontal_wrapped(|ui| {
        // What does no harm comes first, also for the keyboard.
        if Press::new(&words.text("own-data-keep")).show(ui) {
            out.push(DeskAction::AskErase(None));
        }
        if Press::new(&yes).icon(Icon::Trash).look(Look::Danger).show(ui) {
            out.push(match asked {
                Erasure::Asked => DeskAction::AskErase(Some(Erasure::AskedAgain)),
                Erasure::AskedAgain => DeskAction::Erase,
            });
        }
    });
}

fn who(ui: &mut egui::Ui, view: &ProfileView, words: &Wording, out: &mut Vec<DeskAction>) {
    title(ui, words.text("profile-who"));
    if view.trainees.is_empty() {
        muted(ui, words.text("profile-nobody"));
    }
    ScrollArea::vertical().max_height(200.0).auto_shrink([false, true]).show(ui, |ui| {
        for trainee in &view.trainees {
            let on = view.chosen == Some(trainee.id);
            let look = if on { Look::On } else { Look::Plain };
            let icon = if on { Icon::Check } else { Icon::Person };
            if Press::new(&trainee.name).icon(icon).look(look).width(ui.available_width()).show(ui) {
                out.push(DeskAction::PickTrainee(trainee.id));
            }
        }
    });
    ui.add_space(8.0);
    let entry = Entry::new("new-trainee", &words.text("profile-new"))
        .hint(&words.text("profile-new-hint"))
        .show(ui, &view.new_name);
    if let Some(text) = entry.changed {
        out.push(DeskAction::TypeTraineeName(text));
    }
    let ready = !view.new_name.trim().is_empty();
    let press = Press::new(&words.text("profile-create")).icon(Icon::Plus).enabled(ready && view.kept).show(ui);
    if press || (entry.entered && ready) {
        out.push(DeskAction::CreateTrainee);
    }
    ui.add_space(8.0);
    let operator = Entry::new("operator", &words.text("profile-operator")).show(ui, &view.operator);
    if let Some(text) = operator.changed {
        out.push(DeskAction::TypeOperator(text));
    }
    hint(ui, words.text("profile-operator-why"));
    ui.add_space(8.0);
    let go = (view.chosen.is_some() || !view.kept) && !view.operator.trim().is_empty();
    let text = words.text("profile-continue");
    let press = Press::new(&text).icon(Icon::Right).look(Look::Primary).enabled(go).width(ui.available_width());
    if press.show(ui) {
        out.push(DeskAction::Go(Screen::Library));
    }
}

fn looks(ui: &mut egui::Ui, view: &ProfileView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    title(ui, words.text("profile-looks"));
    label(ui, words.text("profile-language"));
    let languages = Language::ALL.map(|language| (language, words.text(&format!("language-{language}"))));
    if let Some(language) = segments(ui, view.language, &languages) {
        out.push(DeskAction::SetLanguage(language));
    }
    ui.add_space(8.0);
    label(ui, words.text("profile-shade"));
    let shades = Shade::ALL.map(|shade| (shade, words.text(&format!("shade-{}", shade.name()))));
    if let Some(shade) = segments(ui, view.shade, &shades) {
        out.push(DeskAction::SetShade(shade));
    }
    ui.add_space(8.0);
    label(ui, words.text("profile-text-size"));
    let sizes = TEXT_SIZES.map(|size| (size, percent(size, words.language())));
    if let Some(size) = segments(ui, view.text_size, &sizes) {
        out.push(DeskAction::SetTextSize(size));
    }
    ui.label(RichText::new(words.text("profile-sample")).text_style(style::strong()).color(colours.text));
    ui.add_space(8.0);
    label(ui, words.text("profile-quiet"));
    let mut still = view.still;
    if tick(ui, &mut still, words.text("profile-still")) {
        out.push(DeskAction::SetStillness(still));
    }
    let mut silent = view.silent;
    if tick(ui, &mut silent, words.text("profile-silent")) {
        out.push(DeskAction::SetSilence(silent));
    }
    if !view.silent {
        let volumes = VOLUMES.map(|volume| (volume, percent(volume, words.language())));
        label(ui, words.text("profile-voices"));
        out.extend(segments(ui, view.voices, &volumes).map(DeskAction::SetVoices));
        label(ui, words.text("profile-signals"));
        out.extend(segments(ui, view.signals, &volumes).map(DeskAction::SetSignals));
    }
    ui.add_space(8.0);
    label(ui, words.text("profile-authors"));
    let mut author = view.author;
    if tick(ui, &mut author, words.text("profile-author")) {
        out.push(DeskAction::SetAuthor(author));
    }
    if chosen(view).is_none() {
        ui.add_space(8.0);
        hint(ui, words.text("profile-local"));
    }
}
