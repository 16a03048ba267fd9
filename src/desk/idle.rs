//! Keeping still when nothing moves.

use bevy::prelude::*;
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::{EguiInput, egui};
use std::collections::HashMap;
use std::time::Duration;

/// Drawn this often, and at once when something is done in the window. What the mouse does elsewhere is no reason.
pub fn paced(frame: Duration) -> WinitSettings {
    let mode = UpdateMode::reactive_low_power(frame);
    WinitSettings { focused_mode: mode, unfocused_mode: mode }
}

/// bevy_egui 0.42 sends the state of Shift, Ctrl and Alt in every frame, which egui takes for something done and asks to
/// be drawn again, for ever. Only changes are let through. (Fixed in bevy_egui 0.43, which needs a newer Bevy.)
pub fn drop_repeated_modifiers(
    mut inputs: Query<(Entity, &mut EguiInput)>,
    mut last: Local<HashMap<Entity, egui::Modifiers>>,
) {
    for (entity, mut input) in &mut inputs {
        let before = last.entry(entity).or_default();
        input.events.retain(|event| match event {
            egui::Event::ModifiersChanged(modifiers) => std::mem::replace(before, *modifiers) != *modifiers,
            _ => true,
        });
    }
}
