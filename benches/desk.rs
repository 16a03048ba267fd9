//! What the window costs beside an empty one: start, memory, idle processor time, the slowest frame while typing.
//! Needs a display (`xvfb-run`). The empty window has the same engine and features, one camera and one line of text.
//!
//! `cargo bench --bench desk` prints each measure, its ratio to the empty window in the same run, and what is allowed.

use bevy::prelude::*;
use bevy::window::{RequestRedraw, WindowResolution};
use bevy::winit::WinitSettings;
use bevy_egui::{EguiContexts, EguiPlugin, EguiPrimaryContextPass, egui};
use headset::call::Input;
use headset::desk::action::{DeskAction, Screen};
use headset::desk::state::{Desk, Options};
use headset::locale::Language;
use headset::pack::model::Direction;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Fonts show from the second pass on: the window is usable when the third frame is on its way.
const USABLE: u32 = 3;
/// Frames measured, after those that warm up.
const FRAMES: usize = 240;
const WARM_UP: usize = 60;
/// How long the window settles, and then is watched doing nothing.
const SETTLE: Duration = Duration::from_secs(4);
const WATCH: Duration = Duration::from_secs(8);
const CUSTOMERS: usize = 10_000;
const TURNS: usize = 200;

fn main() {
    let role =
        std::env::args().find(|argument| ["empty", "desk", "call", "frames", "typing"].contains(&argument.as_str()));
    match role.as_deref() {
        Some("empty") => still(empty_window()),
        Some("frames") => frames(empty_window(), |_| ()),
        Some("desk") => still(headset::desk::app(opened())),
        Some("call") => still(headset::desk::app(ringing())),
        Some("typing") => typing(),
        _ => all(),
    }
}

fn all() {
    if std::env::var_os("DISPLAY").is_none() {
        println!("no display: nothing was measured (xvfb-run gives one)");
        return;
    }
    let run = |role: &str, times: usize| -> Vec<Vec<f64>> {
        let program = std::env::current_exe().expect("a program knows where it is");
        (0..times)
            .map(|_| {
                let out = Command::new(&program).arg(role).output().expect("it can be started again");
                let text = String::from_utf8_lossy(&out.stdout);
                let line = text.lines().rev().find_map(|line| line.strip_prefix("measured "));
                let line = line.unwrap_or_else(|| panic!("{role}: {text} {}", String::from_utf8_lossy(&out.stderr)));
                line.split(' ').filter_map(|number| number.parse().ok()).collect()
            })
            .collect()
    };
    let middle = |runs: &[Vec<f64>], at: usize| {
        let mut values: Vec<f64> = runs.iter().filter_map(|run| run.get(at).copied()).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
    };
    // By turns, so that a busy machine is busy for both.
    let (mut empty, mut desk) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        empty.extend(run("empty", 1));
        desk.extend(run("desk", 1));
    }
    let call = run("call", 1);
    let names = [("start to first usable frame, ms", 1.3), ("memory after settling, MiB", 1.5)];
    for (at, (name, allowed)) in names.into_iter().enumerate() {
        let (bare, ours) = (middle(&empty, at), middle(&desk, at));
        println!("{name:34} empty {bare:8.1}  desk {ours:8.1}  ratio {:5.2}  allowed {allowed}", ours / bare);
    }
    println!(
        "{:34} empty {:8.2}  desk {:8.2}  allowed 2",
        "idle processor time, % of a core",
        middle(&empty, 2),
        middle(&desk, 2)
    );
    println!("{:34} empty {:8.0}  desk {:8.0}", "frames drawn in that time", middle(&empty, 3), middle(&desk, 3));
    println!("{:34} {:8.1}", "start to the calls being listed, ms", middle(&desk, 4));
    println!("{:34} {:8.2}  (a line rings: lamps and clock move)", "the same while a call waits, %", middle(&call, 2));
    let (bare, typed) = (run("frames", 3), run("typing", 3));
    for (at, name) in ["median frame, ms", "slowest frame, ms"].into_iter().enumerate() {
        let (bare, typed) = (middle(&bare, at), middle(&typed, at));
        println!("{name:34} empty {bare:8.1}  typing {typed:6.1}  ratio {:5.2}  allowed 2", typed / bare);
    }
}

/// The window is watched doing nothing.
static WATCHING: AtomicBool = AtomicBool::new(false);

/// Since when nothing was left to do.
#[derive(Resource)]
struct Began(Instant);

fn empty_window() -> App {
    let window = Window { title: "empty".into(), resolution: WindowResolution::new(1280, 800), ..default() };
    let mut app = App::new();
    app.add_plugins(DefaultPlugins.set(WindowPlugin { primary_window: Some(window), ..default() }))
        .add_plugins(EguiPlugin::default())
        .insert_resource(WinitSettings::desktop_app())
        .add_systems(Startup, |mut commands: Commands| {
            commands.spawn(Camera2d);
        })
        .add_systems(EguiPrimaryContextPass, |mut contexts: EguiContexts| -> Result {
            let ctx = contexts.ctx_mut()?.clone();
            let area = egui::UiBuilder::new().layer_id(egui::LayerId::background()).max_rect(ctx.viewport_rect());
            egui::Ui::new(ctx, "empty".into(), area).label("empty");
            Ok(())
        });
    app
}

fn options(folder: &Path, roots: Vec<std::path::PathBuf>) -> Options {
    Options { language: Some(Language::French), seed: Some(7), data_dir: folder.to_owned(), roots }
}

/// A folder that lasts as long as the process.
fn folder() -> std::path::PathBuf {
    tempfile::tempdir().expect("a folder").keep()
}

/// As the program opens: the packs are read beside the window.
fn opened() -> Desk {
    let mut desk = Desk::without_packs(options(&folder(), Vec::new()));
    desk.act(DeskAction::TypeTraineeName("Inès".into()));
    desk.act(DeskAction::CreateTrainee);
    desk.act(DeskAction::Go(Screen::Library));
    desk
}

fn in_library() -> Desk {
    let mut desk = Desk::new(options(&folder(), Vec::new()));
    desk.act(DeskAction::TypeTraineeName("Inès".into()));
    desk.act(DeskAction::CreateTrainee);
    desk.act(DeskAction::Go(Screen::Library));
    desk
}

fn start(desk: &mut Desk) {
    let found = desk.shelf.packs.iter().find_map(|pack| {
        let call = pack.calls.values().find(|call| call.direction == Direction::Inbound)?;
        Some((pack.id.clone(), call.id.clone()))
    });
    let (pack, call) = found.expect("there is an inbound call");
    desk.act(DeskAction::PickCall(pack, call));
    desk.act(DeskAction::Start);
}

fn ringing() -> Desk {
    let mut desk = in_library();
    start(&mut desk);
    desk
}

/// Prints start, memory and idle processor time.
fn still(mut app: App) {
    app.insert_resource(Began(Instant::now()));
    let began = process_start();
    app.add_systems(
        Last,
        move |mut count: Local<u32>,
              mut start_ms: Local<f64>,
              mut listed_ms: Local<f64>,
              mut watched: Local<Option<(Instant, f64, u32)>>,
              mut exit: MessageWriter<AppExit>,
              desk: Option<NonSend<Desk>>,
              mut contexts: EguiContexts,
              mut began_here: ResMut<Began>| {
            *count += 1;
            if *count == USABLE {
                *start_ms = began().as_secs_f64() * 1000.0;
            }
            let listed = desk.is_none_or(|desk| !desk.loading);
            // What is read beside the window is part of the start, not of doing nothing.
            if *count <= USABLE || !listed {
                began_here.0 = Instant::now();
            }
            if *listed_ms == 0.0 && listed {
                *listed_ms = began().as_secs_f64() * 1000.0;
            }
            let since = began_here.0.elapsed();
            // Watching begins with the frame after: the thread that wakes the window has a short pause under way.
            if since > SETTLE && watched.is_none() && WATCHING.swap(true, Ordering::Relaxed) {
                *watched = Some((Instant::now(), cpu_seconds(), *count));
            }
            if let (Some(_), Ok(ctx)) = (*watched, contexts.ctx_mut()) {
                let why: Vec<String> = ctx.repaint_causes().iter().map(ToString::to_string).collect();
                eprintln!("drawn at {:.1} s: {}", since.as_secs_f64(), why.join(", "));
            }
            if let Some((at, cpu, before)) = *watched
                && at.elapsed() > WATCH
            {
                let share = (cpu_seconds() - cpu) / at.elapsed().as_secs_f64() * 100.0;
                let frames = *count - before;
                println!("measured {:.1} {:.1} {share:.2} {frames} {:.1}", *start_ms, memory_mib(), *listed_ms);
                exit.write(AppExit::Success);
            }
        },
    );
    wake(&mut app);
    app.run();
}

/// A sleeping window does not look at the clock by itself: a thread wakes it.
fn wake(app: &mut App) {
    app.add_systems(Startup, |proxy: Res<bevy::winit::EventLoopProxyWrapper>| {
        let proxy = (**proxy).clone();
        std::thread::spawn(move || {
            // Now and then until watching begins, then once to look at the result: in between nothing disturbs its sleep.
            loop {
                let pause = if WATCHING.load(Ordering::Relaxed) { WATCH } else { Duration::from_secs(1) };
                std::thread::sleep(pause + Duration::from_millis(300));
                if proxy.send_event(bevy::winit::WinitUserEvent::WakeUp).is_err() {
                    return;
                }
            }
        });
    });
}

/// Time since the process began, as the system counts it.
fn process_start() -> impl Fn() -> Duration {
    let ticks = std::fs::read_to_string("/proc/self/stat")
        .ok()
        .and_then(|stat| stat.rsplit(')').next()?.split_whitespace().nth(19)?.parse::<f64>().ok());
    move || {
        let uptime = std::fs::read_to_string("/proc/uptime").unwrap_or_default();
        let now: f64 = uptime.split(' ').next().and_then(|it| it.parse().ok()).unwrap_or(0.0);
        Duration::from_secs_f64((now - ticks.unwrap_or(0.0) / 100.0).max(0.0))
    }
}

/// Processor time of all threads.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|it| it.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / 100.0
}

fn memory_mib() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").trim().parse::<f64>().unwrap_or(0.0) / 1024.0
}

/// Draws as fast as it goes, does something before each frame, and prints the median and the slowest frame.
fn frames(mut app: App, mut act: impl FnMut(&mut World) + Send + Sync + 'static) {
    let mut times: Vec<f64> = Vec::new();
    let mut last: Option<Instant> = None;
    app.add_systems(First, move |world: &mut World| {
        let now = Instant::now();
        if let Some(last) = last.replace(now) {
            times.push((now - last).as_secs_f64() * 1000.0);
        }
        act(world);
        world.write_message(RequestRedraw);
        if times.len() == WARM_UP + FRAMES {
            let mut measured = times.split_off(WARM_UP);
            measured.sort_by(f64::total_cmp);
            println!("measured {:.2} {:.2}", measured[FRAMES / 2], measured[FRAMES - 1]);
            world.write_message(AppExit::Success);
        }
    });
    app.run();
}

/// Types into the search of a CRM with many customers, beside a long transcript.
fn typing() {
    let packs = folder();
    large_pack(&packs);
    let mut desk = Desk::new(options(&folder(), vec![packs]));
    desk.act(DeskAction::TypeTraineeName("Inès".into()));
    desk.act(DeskAction::CreateTrainee);
    start(&mut desk);
    desk.pass(1_000);
    desk.act(DeskAction::Do(Input::Answer));
    let turns = |desk: &Desk| {
        let run = desk.sitting.as_ref().map(|sitting| sitting.run());
        run.map_or(0, |run| headset::debrief::rows(run, false, desk.words()).iter().filter(|row| row.turn > 0).count())
    };
    for said in 0.. {
        if turns(&desk) >= TURNS || said > 4 * TURNS {
            break;
        }
        for _ in 0..100 {
            let busy = desk.sitting.as_ref().is_some_and(|sitting| sitting.run().other_side_is_busy());
            if !busy {
                break;
            }
            desk.pass(500);
        }
        let text = format!("Je comprends, et je note ce que vous me dites, point numéro {said}.");
        desk.act(DeskAction::Do(Input::Say { text }));
    }
    let customers = desk.sitting.as_ref().map_or(0, |sitting| sitting.run().pack().customers.len());
    eprintln!("{customers} records, {} turns", turns(&desk));
    desk.act(DeskAction::CloseCustomer);
    let text: Vec<char> = "marie dupont lyon 06 12".chars().collect();
    let mut typed = 0;
    frames(headset::desk::app(desk), move |world| {
        let mut desk = world.non_send_mut::<Desk>();
        typed += 1;
        let so_far: String = text.iter().take(typed % (text.len() + 1)).collect();
        desk.act(DeskAction::TypeCrmSearch(so_far));
    });
}

/// The first pack of the program with ten thousand customers more.
fn large_pack(into: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/inbound-telecom");
    let to = into.join("inbound-telecom");
    copy(&from, &to);
    let file = to.join("customers.ron");
    let text = std::fs::read_to_string(&file).expect("the pack has customers");
    let end = text.rfind(']').expect("they are a list");
    let mut more = String::new();
    let (first, last) =
        (["Marie", "Jean", "Amina", "Paul", "Lucie"], ["Dupont", "Martin", "Benali", "Garnier", "Petit"]);
    for at in 0..CUSTOMERS {
        let _ = writeln!(
            more,
            "(kind: \"customer\", id: \"many_{at}\", fields: {{ \"first_name\": \"{}\", \"last_name\": \"{}{at}\", \"mobile\": \"+336{at:08}\", \"city\": \"Lyon\" }}),",
            first[at % 5],
            last[at / 5 % 5],
        );
    }
    std::fs::write(file, format!("{}{more}]", &text[..end])).expect("it can be written");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("the pack is there").flatten() {
        let path = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &path);
        } else {
            std::fs::copy(entry.path(), path).expect("it can be copied");
        }
    }
}
