//! A box to tick.

use super::super::theme::scale;
use bevy_egui::egui;

/// Shows it; true when it was changed.
pub fn tick(ui: &mut egui::Ui, on: &mut bool, text: String) -> bool {
    ui.scope(|ui| {
        dress(ui);
        ui.checkbox(on, text).changed()
    })
    .inner
}

/// Shows the box alone; `name` is what screen readers call it, and its tip.
pub fn tick_only(ui: &mut egui::Ui, on: &mut bool, name: &str) -> bool {
    ui.scope(|ui| {
        dress(ui);
        let (enabled, ticked) = (ui.is_enabled(), *on);
        let response = ui.add(egui::Checkbox::without_text(on));
        response.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Checkbox, enabled, ticked, name));
        response.on_hover_text(name).changed()
    })
    .inner
}

/// As large as the text beside it. Its corners are less round than those of fields: a circle would be one choice of many.
fn dress(ui: &mut egui::Ui) {
    let scale = scale(ui);
    let spacing = ui.spacing_mut();
    (spacing.icon_width, spacing.icon_width_inner) = (16.0 * scale, 10.0 * scale);
    spacing.interact_size.y = (24.0 * scale).max(24.0);
    let widgets = &mut ui.visuals_mut().widgets;
    for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
        state.corner_radius = egui::CornerRadius::same(3);
    }
}
