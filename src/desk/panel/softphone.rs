//! The telephone: what the line does, and the keys.

use super::super::action::{DeskAction, Drawer};
use super::super::part::{Icon, Look, Press, Tone, card, chip, hint, label, span};
use super::super::theme::{palette, style};
use crate::call::{Input, Phase};
use crate::id::DepartmentId;
use crate::wording::Wording;
use bevy_egui::egui::{self, RichText};

/// A colleague on the line.
#[derive(Debug, Clone)]
pub struct ConsultRow {
    /// The colleague's department, in words.
    pub department: String,
    /// The colleague knows enough to take over.
    pub briefed: bool,
}

/// What the telephone shows.
#[derive(Debug, Clone)]
pub struct SoftphoneView {
    /// What the line does.
    pub phase: Phase,
    /// The operator calls the customer.
    pub outbound: bool,
    /// Name or number on the display.
    pub caller: String,
    /// Second line of the display; not shown when empty or the same as the first.
    pub number: String,
    /// Rings so far.
    pub rings: u32,
    /// Time with the line open, holds left out, in milliseconds.
    pub talk_ms: u64,
    /// Length of the present hold in milliseconds; 0 when not on hold.
    pub present_hold_ms: u64,
    /// All holds together, consulting included, in milliseconds.
    pub hold_ms: u64,
    /// Milliseconds since talking ended.
    pub wrap_up_ms: u64,
    /// The microphone is off.
    pub muted: bool,
    /// Where a call can be passed on to: id and name. Empty: nowhere.
    pub departments: Vec<(DepartmentId, String)>,
    /// `None`: no colleague is on the line.
    pub consult: Option<ConsultRow>,
    /// `None`: nothing is unfolded.
    pub drawer: Option<Drawer>,
    /// Keys pressed on the keypad.
    pub keyed: String,
    /// Outbound: what the last dialling met (key of its words).
    pub last_dial: Option<&'static str>,
}

impl SoftphoneView {
    fn connected(&self) -> bool {
        matches!(self.phase, Phase::Talking | Phase::Hold | Phase::Consulting)
    }
}

/// Draws the telephone.
pub fn softphone_ui(ui: &mut egui::Ui, view: &SoftphoneView, words: &Wording, out: &mut Vec<DeskAction>) {
    card(ui, |ui| {
        display(ui, view, words);
        keys(ui, view, words, out);
        match view.drawer {
            Some(Drawer::Keypad) if view.connected() => keypad(ui, view, words, out),
            Some(Drawer::Transfer) if view.connected() => transfer(ui, view, words, out),
            Some(Drawer::HangUp) if view.connected() => confirm(ui, words, out),
            _ => {}
        }
    });
}

fn display(ui: &mut egui::Ui, view: &SoftphoneView, words: &Wording) {
    let colours = palette(ui);
    let (key, tone, icon) = match view.phase {
        Phase::Ready => ("line-ready", Tone::Plain, Icon::Phone),
        Phase::Ringing => ("line-ringing", Tone::Warn, Icon::Incoming),
        Phase::Dialling => ("line-dialling", Tone::Warn, Icon::Outgoing),
        Phase::Talking => ("line-talking", Tone::Good, Icon::Phone),
        Phase::Hold => ("line-hold", Tone::Warn, Icon::Pause),
        Phase::Consulting => ("line-consulting", Tone::Other, Icon::Consult),
        Phase::WrapUp => ("line-wrap-up", Tone::Plain, Icon::Card),
        Phase::Ended => ("line-ended", Tone::Plain, Icon::HangUp),
    };
    let time = match view.phase {
        Phase::Hold | Phase::Consulting => Some(view.present_hold_ms),
        Phase::Talking => Some(view.talk_ms),
        Phase::WrapUp => Some(view.wrap_up_ms),
        _ => None,
    };
    ui.horizontal(|ui| {
        chip(ui, Some(icon), &words.text(key), tone);
        if view.muted {
            chip(ui, Some(Icon::MicOff), &words.text("line-muted"), Tone::Bad);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if let Some(time) = time {
                ui.label(RichText::new(span(time)).text_style(style::title()).color(colours.text));
            }
        });
    });
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(egui::Label::new(RichText::new(&view.caller).text_style(style::title()).color(colours.text)).wrap());
        if !view.number.is_empty() && view.number != view.caller {
            hint(ui, &view.number);
        }
        match view.phase {
            Phase::Ringing if view.rings > 0 => {
                hint(ui, words.with("line-rings", &[("count", &view.rings.to_string())]));
            }
            Phase::Ready => {
                if let Some(last) = view.last_dial {
                    hint(ui, words.text(last));
                }
            }
            Phase::Talking | Phase::Hold | Phase::Consulting | Phase::WrapUp if view.hold_ms > 0 => {
                hint(ui, words.with("line-hold-sum", &[("time", &span(view.hold_ms))]));
            }
            _ => {}
        }
        if let Some(consult) = &view.consult {
            ui.add_space(4.0);
            ui.label(RichText::new(words.with("consult-with", &[("who", &consult.department)])).color(colours.text));
            let (icon, key, tone) = if consult.briefed {
                (Icon::Check, "consult-briefed", Tone::Good)
            } else {
                (Icon::Chat, "consult-brief", Tone::Warn)
            };
            chip(ui, Some(icon), &words.text(key), tone);
        }
    });
}

fn keys(ui: &mut egui::Ui, view: &SoftphoneView, words: &Wording, out: &mut Vec<DeskAction>) {
    let full = ui.available_width();
    let half = half_or_whole(ui);
    let drawer = |which: Drawer| if view.drawer == Some(which) { None } else { Some(which) };
    match view.phase {
        Phase::Ready => {
            let text = words.text("phone-dial");
            if Press::new(&text).icon(Icon::Phone).look(Look::Primary).key("F2").width(full).show(ui) {
                out.push(DeskAction::Do(Input::Dial));
            }
            if view.last_dial.is_some() {
                let text = words.text("phone-give-up");
                if Press::new(&text).icon(Icon::Card).width(full).show(ui) {
                    out.push(DeskAction::Do(Input::FinishWrapUp));
                }
            }
        }
        Phase::Ringing => {
            let text = words.text("phone-answer");
            if Press::new(&text).icon(Icon::Phone).look(Look::Primary).key("F2").width(full).show(ui) {
                out.push(DeskAction::Do(Input::Answer));
            }
        }
        Phase::Dialling => {
            let text = words.text("phone-hang-up");
            if Press::new(&text).icon(Icon::HangUp).look(Look::Danger).key("F2").width(full).show(ui) {
                out.push(DeskAction::Do(Input::HangUp));
            }
        }
        // Large text leaves no room for the other keys beside the question.
        Phase::Talking | Phase::Hold if view.drawer == Some(Drawer::HangUp) && half == full => {}
        Phase::Talking | Phase::Hold => {
            ui.horizontal_wrapped(|ui| {
                let holding = view.phase == Phase::Hold;
                let (text, icon, look, act) = if holding {
                    (words.text("phone-resume"), Icon::Play, Look::Primary, Input::Resume)
                } else {
                    (words.text("phone-hold"), Icon::Pause, Look::Plain, Input::Hold)
                };
                if Press::new(&text).icon(icon).look(look).key("F3").width(half).show(ui) {
                    out.push(DeskAction::Do(act));
                }
                let (text, icon, look) = if view.muted {
                    (words.text("phone-unmute"), Icon::MicOff, Look::On)
                } else {
                    (words.text("phone-mute"), Icon::Mic, Look::Plain)
                };
                if Press::new(&text).icon(icon).look(look).key("F4").width(half).show(ui) {
                    out.push(DeskAction::Do(Input::Mute { on: !view.muted }));
                }
            });
            ui.horizontal_wrapped(|ui| {
                let look = |which| if view.drawer == Some(which) { Look::On } else { Look::Plain };
                let text = words.text("phone-transfer");
                let press = Press::new(&text).icon(Icon::Transfer).key("F7").width(half).look(look(Drawer::Transfer));
                if press.enabled(!view.departments.is_empty()).show(ui) {
                    out.push(DeskAction::Unfold(drawer(Drawer::Transfer)));
                }
                let text = words.text("phone-keypad");
                let press = Press::new(&text).icon(Icon::Keypad).key("F8").width(half).look(look(Drawer::Keypad));
                if press.show(ui) {
                    out.push(DeskAction::Unfold(drawer(Drawer::Keypad)));
                }
            });
            if view.drawer != Some(Drawer::HangUp) {
                let text = words.text("phone-hang-up");
                if Press::new(&text).icon(Icon::HangUp).look(Look::Danger).key("F2").width(full).show(ui) {
                    out.push(DeskAction::Unfold(Some(Drawer::HangUp)));
                }
            }
        }
        Phase::Consulting => {
            let text = words.text("phone-complete");
            if Press::new(&text).icon(Icon::Transfer).look(Look::Primary).key("F7").width(full).show(ui) {
                out.push(DeskAction::Do(Input::CompleteTransfer));
            }
            let text = words.text("phone-end-consult");
            if Press::new(&text).icon(Icon::Left).key("F3").width(full).show(ui) {
                out.push(DeskAction::Do(Input::EndConsult));
            }
        }
        Phase::WrapUp | Phase::Ended => {}
    }
}

/// Two keys a row, or one when the text is large.
fn half_or_whole(ui: &egui::Ui) -> f32 {
    let half = (ui.available_width() - ui.spacing().item_spacing.x) / 2.0 - 0.5;
    let text = egui::TextStyle::Button.resolve(ui.style()).size;
    if text * 8.4 > half { ui.available_width() } else { half }
}

fn keypad(ui: &mut egui::Ui, view: &SoftphoneView, words: &Wording, out: &mut Vec<DeskAction>) {
    ui.separator();
    let shown = if view.keyed.is_empty() { words.text("keypad-empty") } else { view.keyed.clone() };
    label(ui, shown);
    let width = (ui.available_width() - 2.0 * ui.spacing().item_spacing.x) / 3.0;
    for row in ["123", "456", "789", "*0#"] {
        ui.horizontal(|ui| {
            for key in row.chars() {
                if Press::new(&key.to_string()).width(width).small().show(ui) {
                    out.push(DeskAction::Do(Input::Keypad { key }));
                }
            }
        });
    }
}

fn transfer(ui: &mut egui::Ui, view: &SoftphoneView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ui.separator();
    let half = half_or_whole(ui);
    let holding = view.phase == Phase::Hold;
    for (id, name) in &view.departments {
        ui.label(RichText::new(name).text_style(style::strong()).color(colours.text));
        ui.horizontal_wrapped(|ui| {
            let text = words.text("phone-consult");
            if Press::new(&text).icon(Icon::Consult).width(half).small().enabled(holding).show(ui) {
                out.push(DeskAction::Do(Input::Consult { to: id.clone() }));
            }
            let text = words.text("phone-cold");
            if Press::new(&text).icon(Icon::Right).width(half).small().show(ui) {
                out.push(DeskAction::Do(Input::ColdTransfer { to: id.clone() }));
            }
        });
    }
    hint(ui, words.text(if holding { "transfer-consult-first" } else { "transfer-hold-first" }));
}

fn confirm(ui: &mut egui::Ui, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    let frame = egui::Frame::new().fill(colours.bad_soft).corner_radius(8).inner_margin(egui::Margin::same(8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(RichText::new(words.text("hang-up-sure")).color(colours.text));
        let full = ui.available_width();
        let text = words.text("hang-up-yes");
        if Press::new(&text).icon(Icon::HangUp).look(Look::Danger).key("F2").width(full).show(ui) {
            out.push(DeskAction::Do(Input::HangUp));
        }
        let text = words.text("hang-up-no");
        if Press::new(&text).key("Esc").width(full).show(ui) {
            out.push(DeskAction::Unfold(None));
        }
    });
}
