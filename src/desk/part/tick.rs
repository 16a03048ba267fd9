//! A box to tick.

use bevy_egui::egui;

/// Shows it; true when it was changed. Its corners are less round than those of fields: a circle would be one choice of many.
pub fn tick(ui: &mut egui::Ui, on: &mut bool, text: String) -> bool {
    ui.scope(|ui| {
        let widgets = &mut ui.visuals_mut().widgets;
        for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
            state.corner_radius = egui::CornerRadius::same(3);
        }
        ui.checkbox(on, text).changed()
    })
    .inner
}

/// Shows the box alone; `name` is what screen readers call it, and its tip.
pub fn tick_only(ui: &mut egui::Ui, on: &mut bool, name: &str) -> bool {
    ui.scope(|ui| {
        let widgets = &mut ui.visuals_mut().widgets;
        for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
            state.corner_radius = egui::CornerRadius::same(3);
        }
        let (enabled, ticked) = (ui.is_enabled(), *on);
        let response = ui.add(egui::Checkbox::without_text(on));
        response.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Checkbox, enabled, ticked, name));
        response.on_hover_text(name).changed()
    })
    .inner
}
