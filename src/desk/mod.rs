//! The window: Bevy shows, egui draws, kira sounds. All of it is wired here: plugins, window, order of the systems.
//!
//! ```text
//! state (what is open) ──view──▶ panels (pure) ──actions──▶ state ──inputs──▶ training::Run, records::Store
//! ```
//!
//! Panels are functions from a view to a picture and a list of actions. The actions are carried out in the pass in which
//! they were made, because egui may run a pass twice in a frame and must then see what the first one led to.

pub mod action;
mod hotkeys;
mod idle;
mod ink;
pub mod microphone;
pub mod panel;
pub mod part;
pub mod screen;
mod screenshot;
mod sound;
pub mod state;
pub mod theme;
pub mod view;
mod watch;

pub use screenshot::screenshots;
pub use state::Options;

use bevy::prelude::*;
use bevy::window::WindowResolution;
use bevy::winit::{EventLoopProxyWrapper, WinitSettings, WinitUserEvent};
use bevy_egui::{EguiContexts, EguiPlugin, EguiPreUpdateSet, EguiPrimaryContextPass, egui};
use state::Desk;
use std::time::Duration;

/// Pace of drawing while somebody speaks; a mouth and running subtitles need no more.
const SPEECH_FRAME: Duration = Duration::from_millis(66);
/// Pace while a call runs and nobody speaks: clocks, breath, eyelids.
const QUIET_FRAME: Duration = Duration::from_millis(125);
/// Pace while nothing moves: what is told in minutes (“5 minutes ago”) stays true.
const STILL_FRAME: Duration = Duration::from_secs(60);
/// Frames drawn in any case after the window was opened.
const FIRST_FRAMES: u32 = 15;
/// Frames after which the window has been seen: fonts show from the second one on.
const SHOWN_FRAMES: u32 = 3;
/// Longest piece of time taken at once: a machine that slept must not have lost the call.
const LONGEST_STEP_MS: u64 = 1_000;

/// Milliseconds of real time not passed on yet.
#[derive(Resource, Default)]
struct Remainder(Duration);

/// Opens the window; returns when it is closed. 0: all went well, 2: no window could be opened.
pub fn open(options: Options) -> u8 {
    let desk = Desk::without_packs(options);
    let failed = desk.words().text("window-failed");
    if !has_display() {
        eprintln!("{}", desk.words().text("window-no-display"));
        return 2;
    }
    // The engine panics where there is no graphics driver at all. Attempts are on disk as they happen: nothing is lost.
    let run = std::panic::AssertUnwindSafe(move || app(desk).run());
    match std::panic::catch_unwind(run) {
        Ok(AppExit::Success) => 0,
        Ok(AppExit::Error(_)) | Err(_) => {
            eprintln!("{failed}");
            2
        }
    }
}

/// The window with everything in it, ready to run: tests and benches add what looks over its shoulder.
pub fn app(desk: Desk) -> App {
    let (width, height) = desk.settings.window;
    let window = Window {
        title: desk.words().text("window-title"),
        resolution: WindowResolution::new(width, height),
        resize_constraints: bevy::window::WindowResizeConstraints { min_width: 1024.0, min_height: 700.0, ..default() },
        ..default()
    };
    let mut app = App::new();
    app.add_plugins(DefaultPlugins.set(WindowPlugin { primary_window: Some(window), ..default() }))
        .add_plugins((EguiPlugin::default(), ink::ink, shell))
        .insert_non_send(desk);
    app
}

/// X11 and Wayland say where the display is in the environment; elsewhere there always is one.
fn has_display() -> bool {
    let named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(not(target_os = "linux")) || named("DISPLAY") || named("WAYLAND_DISPLAY") || named("WAYLAND_SOCKET")
}

/// The order of everything that happens in a frame.
fn shell(app: &mut App) {
    app.init_resource::<Remainder>()
        .insert_resource(idle::paced(SPEECH_FRAME))
        .insert_resource(ClearColor(Color::srgb_u8(0xEE, 0xF1, 0xF4)))
        .set_error_handler(bevy::ecs::error::error)
        .insert_non_send(sound::Sound::closed())
        .insert_non_send(microphone::Microphone::of_this_machine())
        .add_systems(Startup, (camera, watch_packs))
        .add_systems(
            PreUpdate,
            idle::drop_repeated_modifiers.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass),
        )
        .add_systems(
            Update,
            (take_packs, keep_size, hear_operator, pass_time, play_sound.run_if(is_shown), set_pace).chain(),
        )
        .add_systems(EguiPrimaryContextPass, draw)
        .add_systems(Last, close);
}

/// egui draws through the first camera there is; it stays for good.
fn camera(mut commands: Commands) {
    commands.spawn(Camera2d);
}

/// Packs that are not read yet are read beside the window; from here on a changed pack is read again, and the sleeping window is woken to show it.
fn watch_packs(world: &mut World) {
    let Some(proxy) = world.get_resource::<EventLoopProxyWrapper>().map(|proxy| (**proxy).clone()) else { return };
    let Some(desk) = world.get_non_send::<Desk>() else { return };
    let watch = watch::Watch::new(desk.options.roots.clone(), desk.loading, move || {
        // An event loop that is gone needs no waking.
        let _ = proxy.send_event(WinitUserEvent::WakeUp);
    });
    if let Some(watch) = watch {
        world.insert_non_send(watch);
    } else if let Some(mut desk) = world.get_non_send_mut::<Desk>().filter(|desk| desk.loading) {
        let shelf = state::Shelf::read(&desk.options.roots);
        desk.take_shelf(shelf);
    }
}

fn take_packs(watch: Option<NonSend<watch::Watch>>, mut desk: NonSendMut<Desk>) {
    if let Some(shelf) = watch.and_then(|watch| watch.news()) {
        desk.take_shelf(shelf);
    }
}

/// The size is remembered; it is written down when the window is closed.
fn keep_size(mut resized: MessageReader<bevy::window::WindowResized>, mut desk: NonSendMut<Desk>) {
    if let Some(size) = resized.read().last() {
        desk.settings.window = (size.width.round() as u32, size.height.round() as u32);
    }
}

/// Real time becomes call time, in whole milliseconds.
fn pass_time(time: Res<Time<Real>>, mut remainder: ResMut<Remainder>, mut desk: NonSendMut<Desk>) {
    remainder.0 += time.delta();
    let ms = remainder.0.as_millis() as u64;
    remainder.0 = remainder.0.saturating_sub(Duration::from_millis(ms));
    if desk.moves() {
        desk.pass(ms.min(LONGEST_STEP_MS));
    }
}

/// What the microphone heard is told before the time in which it was heard passes on.
fn hear_operator(mut desk: NonSendMut<Desk>, mut microphone: NonSendMut<microphone::Microphone>) {
    microphone.follow(&mut desk);
}

/// The window has been seen: what takes its time and is not seen can begin.
fn is_shown(mut frames: Local<u32>) -> bool {
    *frames = frames.saturating_add(1);
    *frames > SHOWN_FRAMES
}

fn play_sound(mut desk: NonSendMut<Desk>, mut sound: NonSendMut<sound::Sound>) {
    desk.sound_trouble = sound.trouble().map(str::to_owned);
    if desk.voice_trouble.as_deref() != sound.voice_trouble() {
        desk.voice_trouble = sound.voice_trouble().map(str::to_owned);
        desk.notice = desk.voice_trouble.as_ref().map(|why| desk.words().with("sound-no-voices", &[("why", why)]));
    }
    sound.follow(&desk);
    play_recording(&mut desk, &mut sound);
}

/// A recording that is over, or cannot be heard, is no longer played.
fn play_recording(desk: &mut Desk, sound: &mut sound::Sound) {
    let wanted = desk.played_recording();
    if let Err(why) = sound.play_recording(wanted.as_deref()) {
        desk.notice = Some(desk.words().with("recording-unheard", &[("why", &why)]));
    }
    if desk.ears.playing.is_some() && !sound.plays_recording() {
        desk.ears.playing = None;
    }
}

/// While a call runs, and at first until everything is there to be drawn (pipelines, fonts), the window is drawn at a
/// steady pace; else only when something is done.
fn set_pace(desk: NonSend<Desk>, mut settings: ResMut<WinitSettings>, mut frames: Local<u32>) {
    *frames = frames.saturating_add(1);
    let wanted = match (desk.moves(), desk.hears()) {
        (true, true) => idle::paced(SPEECH_FRAME),
        (true, false) => idle::paced(QUIET_FRAME),
        // Its end is to be noticed.
        (false, _) if desk.ears.playing.is_some() => idle::paced(QUIET_FRAME),
        (false, _) if *frames < FIRST_FRAMES => idle::paced(SPEECH_FRAME),
        (false, _) => idle::paced(STILL_FRAME),
    };
    if settings.focused_mode != wanted.focused_mode || settings.unfocused_mode != wanted.unfocused_mode {
        *settings = wanted;
    }
}

fn draw(mut contexts: EguiContexts, mut desk: NonSendMut<Desk>, mut clear: ResMut<ClearColor>) -> Result {
    let ctx = contexts.ctx_mut()?;
    if !theme::install(ctx, desk.settings.shade, desk.settings.text_size) {
        return Ok(());
    }
    let ground = theme::Palette::of(desk.settings.shade).ground;
    clear.0 = Color::srgb_u8(ground.r(), ground.g(), ground.b());
    let ctx = ctx.clone();
    show(&ctx, &mut desk);
    Ok(())
}

/// Draws the window and carries out what was done in it.
pub fn show(ctx: &egui::Context, desk: &mut Desk) {
    let mut out = Vec::new();
    hotkeys::hotkeys(ctx, desk, &mut out);
    let shown = view::window(desk, &state::now());
    desk.focus = None;
    let mut root = egui::Ui::new(
        ctx.clone(),
        egui::Id::new(("window", shown.screen())),
        egui::UiBuilder::new().layer_id(egui::LayerId::background()).max_rect(ctx.viewport_rect()),
    );
    screen::window_ui(&mut root, &shown, desk.words(), &mut out);
    let acted = !out.is_empty();
    for action in out {
        desk.act(action);
    }
    if acted {
        ctx.request_repaint();
    }
}

/// The window is closed: write down what is not written yet.
fn close(mut closing: MessageReader<bevy::window::WindowCloseRequested>, mut desk: NonSendMut<Desk>) {
    if closing.read().next().is_some() {
        desk.leave();
    }
}
