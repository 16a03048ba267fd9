//! After the call: finish the record, choose the closing code, end.

use super::super::action::{DeskAction, Focus};
use super::super::part::{Icon, Look, Press, card, hint, muted, span, title};
use super::super::theme::palette;
use crate::call::Input;
use crate::id::DispositionId;
use crate::wording::Wording;
use bevy_egui::egui::{self, RichText, ScrollArea};

/// What the panel shows.
#[derive(Debug, Clone)]
pub struct WrapUpView {
    /// Key of how the call ended.
    pub ended: &'static str,
    /// Milliseconds since talking ended.
    pub wrap_up_ms: u64,
    /// The closing codes: id and name.
    pub dispositions: Vec<(DispositionId, String)>,
    /// `None`: no closing code yet, so wrap-up cannot be finished.
    pub chosen: Option<DispositionId>,
}

/// Draws the panel.
pub fn wrap_up_ui(ui: &mut egui::Ui, view: &WrapUpView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    card(ui, |ui| {
        ui.horizontal(|ui| {
            title(ui, words.text("wrap-up-title"));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                hint(ui, words.with("wrap-up-time", &[("time", &span(view.wrap_up_ms))]));
            });
        });
        ui.label(RichText::new(words.text(view.ended)).color(colours.text));
        ui.scope(|ui| {
            // Rows as high as their text.
            ui.spacing_mut().interact_size.y = 18.0;
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.horizontal_wrapped(|ui| {
                muted(ui, words.text("wrap-up-record"));
                if Press::new(&words.text("wrap-up-to-record")).icon(Icon::Card).look(Look::Quiet).small().show(ui) {
                    out.push(DeskAction::Focus(Focus::CrmSearch));
                }
            });
        });
        title(ui, words.text("wrap-up-disposition"));
        // Below it: the key to finish, and what is still to be done before.
        let line = ui.text_style_height(&egui::TextStyle::Small);
        let below = ui.spacing().interact_size.y + line + 2.0 * ui.spacing().item_spacing.y;
        ScrollArea::vertical().id_salt("dispositions").max_height((ui.available_height() - below).max(96.0)).show(
            ui,
            |ui| {
                for (id, name) in &view.dispositions {
                    let on = view.chosen.as_ref() == Some(id);
                    let (look, icon) = if on { (Look::On, Icon::Check) } else { (Look::Plain, Icon::Ring) };
                    if Press::new(name).icon(icon).look(look).width(ui.available_width()).show(ui) && !on {
                        out.push(DeskAction::Do(Input::Disposition { id: id.clone() }));
                    }
                }
            },
        );
        let text = words.text("wrap-up-finish");
        let press = Press::new(&text).icon(Icon::Check).look(Look::Primary).key("F9").width(ui.available_width());
        if press.enabled(view.chosen.is_some()).show(ui) {
            out.push(DeskAction::Do(Input::FinishWrapUp));
        }
        if view.chosen.is_none() {
            hint(ui, words.text("wrap-up-choose"));
        }
    });
}
