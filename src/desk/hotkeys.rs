//! The keys that work everywhere on a screen; the buttons show them.

use super::action::{DeskAction, Drawer, Focus, Screen, Work};
use super::state::{Desk, Sitting};
use crate::call::{CrmEdit, Input, Phase};
use crate::pack::model::RecordKind;
use bevy_egui::egui::{self, Key, Modifiers};

/// Talks while it is held.
pub const TALK: Key = Key::F5;

/// Turns keys into actions. Keys that were taken are gone for the panels.
pub fn hotkeys(ctx: &egui::Context, desk: &Desk, out: &mut Vec<DeskAction>) {
    let typing = ctx.egui_wants_keyboard_input();
    let mut pressed = |modifiers: Modifiers, key: Key| ctx.input_mut(|input| input.consume_key(modifiers, key));
    let plain = Modifiers::NONE;
    match desk.screen {
        Screen::Briefing => {
            if pressed(plain, Key::F2) {
                out.push(DeskAction::Start);
            }
            if pressed(plain, Key::Escape) {
                out.push(DeskAction::Go(Screen::Library));
            }
        }
        Screen::SelfRating => {
            let rated = desk.review.as_ref().is_some_and(|review| review.own.iter().all(|(_, own)| own.is_some()));
            if pressed(plain, Key::F9) && rated {
                out.push(DeskAction::SubmitRating);
            }
        }
        Screen::Desk => {
            let held = ctx.input(|input| input.key_down(TALK));
            if held != desk.ears.held {
                out.push(DeskAction::Talk(held));
            }
            if let Some(sitting) = &desk.sitting {
                at_desk(sitting, typing, &mut pressed, out);
            }
        }
        Screen::Debrief => {
            if pressed(plain, Key::Escape) {
                out.push(DeskAction::Go(Screen::Library));
            }
        }
        Screen::Compare => {
            if pressed(plain, Key::Escape) {
                out.push(DeskAction::Go(Screen::History));
            }
        }
        Screen::Problems => {
            if pressed(plain, Key::Escape) {
                out.push(DeskAction::Go(Screen::Library));
            }
        }
        Screen::Profile | Screen::Library | Screen::History | Screen::Progress => {}
    }
}

fn at_desk(
    sitting: &Sitting,
    typing: bool,
    pressed: &mut impl FnMut(Modifiers, Key) -> bool,
    out: &mut Vec<DeskAction>,
) {
    let plain = Modifiers::NONE;
    let phase = sitting.run().phase();
    let drawer = sitting.drawer;
    let talking = matches!(phase, Phase::Talking | Phase::Hold);
    if pressed(plain, Key::F1) {
        out.push(DeskAction::Focus(Focus::HandbookSearch));
    }
    if pressed(plain, Key::F2) {
        match phase {
            Phase::Ready => out.push(DeskAction::Do(Input::Dial)),
            Phase::Ringing => out.push(DeskAction::Do(Input::Answer)),
            Phase::Dialling => out.push(DeskAction::Do(Input::HangUp)),
            Phase::Talking | Phase::Hold if drawer == Some(Drawer::HangUp) => out.push(DeskAction::Do(Input::HangUp)),
            Phase::Talking | Phase::Hold => out.push(DeskAction::Unfold(Some(Drawer::HangUp))),
            Phase::Consulting | Phase::WrapUp | Phase::Ended => {}
        }
        if phase == Phase::Ringing {
            out.push(DeskAction::Focus(Focus::Reply));
        }
    }
    if pressed(plain, Key::F3) {
        match phase {
            Phase::Talking => out.push(DeskAction::Do(Input::Hold)),
            Phase::Hold => out.push(DeskAction::Do(Input::Resume)),
            Phase::Consulting => out.push(DeskAction::Do(Input::EndConsult)),
            _ => {}
        }
    }
    if pressed(plain, Key::F4) && talking {
        out.push(DeskAction::Do(Input::Mute { on: !sitting.run().muted() }));
    }
    if pressed(plain, Key::F7) {
        match phase {
            Phase::Consulting => out.push(DeskAction::Do(Input::CompleteTransfer)),
            _ if talking => out.push(DeskAction::Unfold(toggled(drawer, Drawer::Transfer))),
            _ => {}
        }
    }
    if pressed(plain, Key::F8) && talking {
        out.push(DeskAction::Unfold(toggled(drawer, Drawer::Keypad)));
    }
    if pressed(plain, Key::F9) && phase == Phase::WrapUp {
        out.push(DeskAction::Do(Input::FinishWrapUp));
    }
    if drawer.is_some() && pressed(plain, Key::Escape) {
        out.push(DeskAction::Unfold(None));
    }
    if pressed(Modifiers::COMMAND, Key::K) {
        out.push(DeskAction::CloseCustomer);
        out.push(DeskAction::Focus(Focus::CrmSearch));
    }
    if pressed(plain, Key::F6) {
        out.push(DeskAction::TakeNextDatum);
    }
    if pressed(Modifiers::COMMAND, Key::J) {
        out.push(DeskAction::Focus(Focus::Reply));
    }
    let kind = sitting.open.as_ref().map(|open| open.kind).filter(|kind| *kind != RecordKind::Customer);
    if let (Some(kind), true) = (kind.filter(|_| sitting.work == Work::Crm), pressed(Modifiers::COMMAND, Key::N)) {
        out.push(DeskAction::CreateRecord(kind));
    }
    // In a text field these undo typing.
    if !typing {
        if pressed(Modifiers::COMMAND, Key::Z) {
            out.push(DeskAction::Do(Input::Crm(CrmEdit::Undo)));
        }
        if pressed(Modifiers::COMMAND, Key::Y) {
            out.push(DeskAction::Do(Input::Crm(CrmEdit::Redo)));
        }
    }
    for (at, key) in [Key::Num1, Key::Num2, Key::Num3, Key::Num4].into_iter().enumerate() {
        if at < sitting.offered().len() && pressed(Modifiers::ALT, key) {
            out.push(DeskAction::SaySuggestion(at));
        }
    }
}

fn toggled(drawer: Option<Drawer>, which: Drawer) -> Option<Drawer> {
    if drawer == Some(which) { None } else { Some(which) }
}
