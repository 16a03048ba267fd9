//! Pictures of every screen and state, without a display.

#[cfg(test)]
mod layout;
mod scenes;

use super::screen::{WindowView, window_ui};
use super::state::Options;
use super::theme::{self, Shade};
use crate::locale::Language;
use crate::wording::Wording;
use bevy::camera::RenderTarget;
use bevy::prelude::*;
use bevy::render::render_resource::{Extent3d, TextureFormat};
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured, save_to_disk};
use bevy_egui::{EguiContexts, EguiPlugin, EguiPrimaryContextPass, egui};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Sizes pictures are taken in, in pixels.
const SIZES: [(u32, u32); 2] = [(1280, 800), (1920, 1080)];
/// Passes that one picture is shown before it is taken: fonts, sizes and scrolling settle.
const SETTLE: u32 = 8;

/// One picture to take.
pub struct Shot {
    pub name: String,
    pub language: Language,
    pub shade: Shade,
    pub text_size: u16,
    pub wide: bool,
    pub view: WindowView,
}

#[derive(Resource)]
struct Reel {
    shots: VecDeque<Shot>,
    words: [Wording; 2],
    target: Handle<Image>,
    folder: PathBuf,
    shown: u32,
    waiting: bool,
}

/// Draws every screen and state in both languages into a folder, most of them 1280 × 800. 0: done, 2: could not.
pub fn screenshots(folder: &Path, options: Options) -> u8 {
    if let Err(error) = std::fs::create_dir_all(folder) {
        eprintln!("{}: {error}", folder.display());
        return 2;
    }
    let shots = scenes::scenes(&options);
    if take(folder, shots).is_success() { 0 } else { 2 }
}

fn take(folder: &Path, shots: Vec<Shot>) -> AppExit {
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin {
                primary_window: None,
                exit_condition: bevy::window::ExitCondition::DontExit,
                ..default()
            })
            .set(bevy::render::RenderPlugin { synchronous_pipeline_compilation: true, ..default() })
            .disable::<bevy::winit::WinitPlugin>(),
    )
    .add_plugins(bevy::app::ScheduleRunnerPlugin::run_loop(Duration::from_millis(5)))
    .add_plugins((EguiPlugin::default(), super::ink::ink));
    let (width, height) = SIZES[0];
    let image = Image::new_target_texture(width, height, TextureFormat::Rgba8UnormSrgb, None);
    let target = app.world_mut().resource_mut::<Assets<Image>>().add(image);
    app.insert_resource(Reel {
        shots: shots.into(),
        words: Language::ALL.map(Wording::new),
        target: target.clone(),
        folder: folder.to_owned(),
        shown: 0,
        waiting: false,
    });
    app.world_mut().spawn((Camera2d, Msaa::Off, RenderTarget::Image(target.into())));
    app.add_systems(EguiPrimaryContextPass, draw).add_systems(Update, (size, shoot).chain());
    app.run()
}

fn draw(mut contexts: EguiContexts, mut reel: ResMut<Reel>) -> Result {
    let reel = &mut *reel;
    let Some(shot) = reel.shots.front() else { return Ok(()) };
    let ctx = contexts.ctx_mut()?;
    if !theme::install(ctx, shot.shade, shot.text_size) {
        return Ok(());
    }
    let words = &reel.words[usize::from(shot.language == Language::English)];
    let mut ui = egui::Ui::new(
        ctx.clone(),
        egui::Id::new((&shot.name, shot.language)),
        egui::UiBuilder::new().layer_id(egui::LayerId::background()).max_rect(ctx.viewport_rect()),
    );
    window_ui(&mut ui, &shot.view, words, &mut Vec::new());
    reel.shown += 1;
    Ok(())
}

/// Gives the picture the size that is wanted next.
fn size(mut reel: ResMut<Reel>, mut images: ResMut<Assets<Image>>) {
    let Some(shot) = reel.shots.front() else { return };
    let (width, height) = SIZES[usize::from(shot.wide)];
    let wanted = Extent3d { width, height, depth_or_array_layers: 1 };
    let target = reel.target.clone();
    if images.get(&target).is_some_and(|image| image.texture_descriptor.size != wanted) {
        if let Some(mut image) = images.get_mut(&target) {
            image.resize(wanted);
        }
        reel.shown = 0;
    }
}

fn shoot(mut commands: Commands, mut reel: ResMut<Reel>, mut exit: MessageWriter<AppExit>) {
    let Some(shot) = reel.shots.front() else {
        exit.write(AppExit::Success);
        return;
    };
    if reel.shown >= SETTLE && !reel.waiting {
        let path = reel.folder.join(format!("{}-{}.png", shot.name, shot.language));
        let target = reel.target.clone();
        reel.waiting = true;
        commands.spawn(Screenshot::image(target)).observe(save_to_disk(path)).observe(
            |_: On<ScreenshotCaptured>, mut reel: ResMut<Reel>| {
                reel.shots.pop_front();
                reel.shown = 0;
                reel.waiting = false;
            },
        );
    }
}
