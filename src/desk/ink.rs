//! Makes egui's colours come out as egui means them (see `ink.wgsl` for what goes wrong otherwise).

use bevy::prelude::*;
use bevy::shader::Shader;
use bevy_egui::render::EGUI_SHADER_HANDLE;

/// Puts our shader in the place of bevy_egui's, which is there once all plugins are finished.
pub fn ink(app: &mut App) {
    app.add_systems(Startup, replace);
}

fn replace(mut shaders: ResMut<Assets<Shader>>) {
    let shader = Shader::from_wgsl(include_str!("ink.wgsl"), "src/desk/ink.wgsl");
    if let Err(error) = shaders.insert(&EGUI_SHADER_HANDLE, shader) {
        warn!("text will look thin: {error}");
    }
}
