//! Which microphone is listened to, how, and whether what is said is kept.

use super::super::action::DeskAction;
use super::super::part::{Entry, Icon, Look, Press, hint, label, segments, tick, title};
use super::super::state::Device;
use super::super::theme::palette;
use super::gauge::level_ui;
use crate::wording::Wording;
use bevy_egui::egui::{self, RichText};

/// What the section shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MicrophoneView {
    /// Microphones that were found.
    pub names: Vec<String>,
    /// The one that is set.
    pub device: Device,
    /// It is always open.
    pub open: bool,
    /// Why nothing is heard; `None`: the microphone works, or there is none to be heard.
    pub trouble: Option<String>,
    /// Level, dB of full scale; `None`: none is open.
    pub level_db: Option<i16>,
    /// What is said is kept.
    pub record: bool,
    /// The file of the model that writes down what is said; `None`: this program cannot.
    pub model: Option<String>,
}

/// Draws the section.
pub fn microphone_ui(ui: &mut egui::Ui, view: &MicrophoneView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    title(ui, words.text("microphone-title"));
    hint(ui, words.text("microphone-why"));
    ui.add_space(4.0);
    let mut devices =
        vec![(Device::Off, words.text("microphone-off")), (Device::Usual, words.text("microphone-usual"))];
    devices.extend(view.names.iter().map(|name| (Device::Named(name.clone()), name.clone())));
    if let Device::Named(name) = &view.device
        && !view.names.contains(name)
    {
        devices.push((view.device.clone(), words.with("microphone-missing", &[("name", name)])));
    }
    for (device, name) in devices {
        let on = view.device == device;
        let look = if on { Look::On } else { Look::Plain };
        let press = Press::new(&name).look(look).width(ui.available_width());
        let press = match (&device, on) {
            (_, true) => press.icon(Icon::Check),
            (Device::Off, false) => press.icon(Icon::MicOff),
            (_, false) => press.icon(Icon::Mic),
        };
        if press.show(ui) && !on {
            out.push(DeskAction::SetMicrophone(device));
        }
    }
    if Press::new(&words.text("microphone-find")).icon(Icon::Redo).look(Look::Quiet).show(ui) {
        out.push(DeskAction::FindMicrophones);
    }
    if let Some(why) = &view.trouble {
        let text = words.with("microphone-trouble", &[("why", why)]);
        ui.label(RichText::new(text).color(colours.warn));
    }
    if view.device == Device::Off {
        return;
    }
    if let Some(level_db) = view.level_db {
        label(ui, words.text("microphone-level"));
        level_ui(ui, level_db, 180.0, words);
    }
    ui.add_space(8.0);
    label(ui, words.text("microphone-when"));
    let ways = [(false, words.text("microphone-key")), (true, words.text("microphone-open"))];
    out.extend(segments(ui, view.open, &ways).map(DeskAction::OpenMicrophone));
    hint(ui, words.text(if view.open { "microphone-open-how" } else { "microphone-key-how" }));
    ui.add_space(8.0);
    let mut record = view.record;
    if tick(ui, &mut record, words.text("microphone-record")) {
        out.push(DeskAction::SetRecording(record));
    }
    hint(ui, words.text("microphone-record-what"));
    if let Some(model) = &view.model {
        ui.add_space(8.0);
        let name = words.text("microphone-model");
        label(ui, name.clone());
        let entry = Entry::new("model", &name).hint("ggml-base.bin").show(ui, model);
        out.extend(entry.changed.map(DeskAction::SetModel));
        hint(ui, words.text("microphone-model-what"));
    }
}
