//! A whole call in the real window, by keyboard alone and by mouse: what is pressed goes through Bevy's own events, what is
//! on the screen is read from the tree that screen readers get. Needs a display (`xvfb-run`); time is made to pass quicker.
//!
//! Not the usual harness: a window wants the main thread, and a process can have only one event loop.

use bevy::ecs::message::Messages;
use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyCode, KeyboardInput};
use bevy::input::mouse::{MouseButton, MouseButtonInput};
use bevy::prelude::*;
use bevy::window::{CursorMoved, PrimaryWindow, RequestRedraw, WindowEvent};
use bevy_egui::egui::accesskit::{Node, NodeId, Role};
use bevy_egui::{EguiContext, EguiOutput};
use headset::call::{Phase, What};
use headset::desk::action::{DeskAction, Screen};
use headset::desk::state::{Desk, Options};
use headset::locale::Language;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

fn main() {
    let wanted = std::env::args().nth(1);
    match wanted.as_deref() {
        Some("by-keyboard") => play(by_keyboard),
        Some("by-mouse") => play(by_mouse),
        _ => both(),
    }
}

/// Each in a process of its own.
fn both() {
    if std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none() {
        println!("no display: the window was not tried (xvfb-run gives one)");
        return;
    }
    let program = std::env::current_exe().expect("a program knows where it is");
    for way in ["by-keyboard", "by-mouse"] {
        let began = Instant::now();
        let status = std::process::Command::new(&program).arg(way).status().expect("it can be started again");
        assert!(status.success(), "a whole call {way}: {status}");
        println!("a whole call {way} ... ok ({} s)", began.elapsed().as_secs());
    }
}

/// Something to be done in the window, between two frames.
type Job = Box<dyn FnOnce(&mut World) + Send>;

struct Jobs(Receiver<Job>);

/// Opens the window and plays.
fn play(script: fn(&mut Hands)) {
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options {
        language: Some(Language::French),
        seed: Some(7),
        data_dir: folder.path().to_owned(),
        roots: Vec::new(),
    };
    let mut app = headset::desk::app(Desk::new(options));
    let (jobs, taken) = channel::<Job>();
    app.insert_non_send(Jobs(taken)).add_systems(First, obey);
    let player = std::thread::spawn(move || script(&mut Hands { jobs, began: Instant::now() }));
    app.run();
    if player.join().is_err() {
        std::process::exit(1);
    }
}

/// Does one job a frame; when there will be none any more, closes the window.
fn obey(world: &mut World) {
    use std::sync::mpsc::TryRecvError;
    let job = world.non_send::<Jobs>().0.try_recv();
    match job {
        Ok(job) => job(world),
        Err(TryRecvError::Empty) => {}
        Err(TryRecvError::Disconnected) => {
            world.write_message(AppExit::Success);
        }
    }
    world.write_message(RequestRedraw);
}

/// What can be seen.
struct Seen {
    nodes: Vec<(NodeId, Node)>,
    focus: NodeId,
}

impl Seen {
    fn own_name(node: &Node) -> Option<&str> {
        node.label().or(if node.role() == Role::Label { node.value() } else { None })
    }
    /// A field is named by the label beside it.
    fn name<'a>(&'a self, node: &'a Node) -> Option<&'a str> {
        let beside = || {
            let by = node.labelled_by().iter().find_map(|id| self.nodes.iter().find(|(other, _)| other == id));
            by.and_then(|(_, node)| Seen::own_name(node))
        };
        Seen::own_name(node).or_else(beside)
    }
    /// What has this name and can be pressed or typed in.
    fn pressable(&self, name: &str) -> Option<&Node> {
        let named = |node: &&Node| self.name(node) == Some(name) && node.role() != Role::Label && !node.is_disabled();
        self.nodes.iter().map(|(_, node)| node).find(named)
    }
    fn focused(&self) -> Option<&str> {
        let node = self.nodes.iter().find(|(id, _)| *id == self.focus).map(|(_, node)| node)?;
        self.name(node)
    }
    fn all(&self) -> Vec<&str> {
        self.nodes.iter().filter_map(|(_, node)| Seen::own_name(node)).collect()
    }
}

/// Who plays: sees, presses, types.
struct Hands {
    jobs: Sender<Job>,
    began: Instant,
}

impl Hands {
    /// Does something between two frames and brings back what came of it.
    fn with<T: Send + 'static>(&mut self, act: impl FnOnce(&mut World) -> T + Send + 'static) -> T {
        assert!(self.began.elapsed() < Duration::from_secs(600), "this takes too long");
        let (back, result) = channel();
        let job: Job = Box::new(move |world| drop(back.send(act(world))));
        self.jobs.send(job).expect("the window is open");
        result.recv().expect("the window is open")
    }
    fn frames(&mut self, count: u32) {
        for _ in 0..count {
            self.with(|_| ());
        }
    }
    fn desk<T: Send + 'static>(&mut self, act: impl FnOnce(&mut Desk) -> T + Send + 'static) -> T {
        self.with(|world| act(&mut world.non_send_mut::<Desk>()))
    }
    fn phase(&mut self) -> Option<Phase> {
        self.desk(|desk| desk.sitting.as_ref().map(|sitting| sitting.run().phase()))
    }
    /// Where the trainee is; also told in the log, for the day this fails.
    fn screen(&mut self) -> Screen {
        let screen = self.desk(|desk| desk.screen);
        println!("{:5.1} s {screen:?}", self.began.elapsed().as_secs_f32());
        screen
    }

    fn see(&mut self) -> Seen {
        for _ in 0..60 {
            let seen = self.with(|world| {
                let mut contexts = world.query::<(&mut EguiContext, &EguiOutput)>();
                let (mut context, output) = contexts.single_mut(world).ok()?;
                // Also where no screen reader has asked for it.
                context.get_mut().enable_accesskit();
                let update = output.platform_output.accesskit_update.clone()?;
                Some(Seen { nodes: update.nodes, focus: update.focus })
            });
            if let Some(seen) = seen.filter(|seen| !seen.nodes.is_empty()) {
                return seen;
            }
        }
        panic!("nothing can be seen");
    }

    fn key(&mut self, key: Key, code: KeyCode) {
        self.with(move |world| stroke(world, &key, code));
        self.frames(2);
    }
    fn chord(&mut self, with: (Key, KeyCode), key: Key, code: KeyCode) {
        let (held, held_code) = with;
        let pressed = held.clone();
        self.with(move |world| send_key(world, pressed, held_code, ButtonState::Pressed));
        self.key(key, code);
        self.with(move |world| send_key(world, held, held_code, ButtonState::Released));
        self.frames(1);
    }
    fn write(&mut self, text: &str) {
        let text = text.to_owned();
        self.with(move |world| {
            for letter in text.chars() {
                let key = if letter == ' ' { Key::Space } else { Key::Character(letter.to_string().into()) };
                // The place on the keyboard says nothing: layouts differ.
                stroke(world, &key, KeyCode::F24);
            }
        });
        self.frames(2);
    }
    fn tab_to(&mut self, name: &str) {
        for _ in 0..160 {
            self.with(|world| stroke(world, &Key::Tab, KeyCode::Tab));
            self.frames(1);
            if self.see().focused() == Some(name) {
                return;
            }
        }
        panic!("the keyboard does not reach {name:?}; there is {:?}", self.see().all());
    }
    fn enter(&mut self) {
        self.key(Key::Enter, KeyCode::Enter);
    }

    fn click(&mut self, name: &str) {
        self.frames(2);
        let seen = self.see();
        let found = seen.pressable(name).and_then(Node::bounds);
        let Some(place) = found else { panic!("nothing called {name:?} can be pressed; there is {:?}", seen.all()) };
        let at = Vec2::new(((place.x0 + place.x1) / 2.0) as f32, ((place.y0 + place.y1) / 2.0) as f32);
        self.with(move |world| {
            let window = window(world);
            send(world, CursorMoved { window, position: at, delta: None }, WindowEvent::CursorMoved);
        });
        self.frames(1);
        // In one frame: on a busy machine frames are so long that a press over two of them is no click any more.
        self.with(|world| {
            let window = window(world);
            for state in [ButtonState::Pressed, ButtonState::Released] {
                let pressed = MouseButtonInput { button: MouseButton::Left, state, window };
                send(world, pressed, WindowEvent::MouseButtonInput);
            }
        });
        self.frames(3);
    }

    /// Time passes until nobody at the other end speaks.
    fn listen(&mut self) {
        for _ in 0..600 {
            let busy = self.desk(|desk| {
                let busy = desk.sitting.as_ref().is_some_and(|sitting| sitting.run().other_side_is_busy());
                if busy {
                    desk.pass(1_000);
                }
                busy
            });
            if !busy {
                return;
            }
        }
        panic!("the other side does not stop speaking");
    }
    /// The offered line that is right, if the plan has one now.
    fn right_line(&mut self) -> Option<(usize, String)> {
        self.desk(|desk| {
            let sitting = desk.sitting.as_ref().filter(|sitting| sitting.run().phase() == Phase::Talking)?;
            let at = sitting.offered().iter().position(|line| line.good)?;
            Some((at, sitting.offered()[at].text.clone()))
        })
    }
}

/// A key pressed and let go.
fn stroke(world: &mut World, key: &Key, code: KeyCode) {
    for state in [ButtonState::Pressed, ButtonState::Released] {
        send_key(world, key.clone(), code, state);
    }
}

fn window(world: &mut World) -> Entity {
    world.query_filtered::<Entity, With<PrimaryWindow>>().single(world).expect("there is one window")
}

/// As the window's own events come: once by themselves, once among all.
fn send<M: Message + Clone>(world: &mut World, message: M, wrapped: fn(M) -> WindowEvent) {
    world.resource_mut::<Messages<WindowEvent>>().write(wrapped(message.clone()));
    world.resource_mut::<Messages<M>>().write(message);
}

fn send_key(world: &mut World, logical_key: Key, key_code: KeyCode, state: ButtonState) {
    let window = window(world);
    let text = match &logical_key {
        Key::Character(text) => Some(text.clone()),
        _ => None,
    };
    let input = KeyboardInput { key_code, logical_key, state, text, repeat: false, window };
    send(world, input, WindowEvent::KeyboardInput);
}

const FIRST_CALL: &str = "Préparer l’appel : Prélevée deux fois";

fn words(key: &str) -> String {
    headset::wording::Wording::new(Language::French).text(key)
}

fn call_title(hands: &mut Hands) -> String {
    let named = hands.see().all().into_iter().find(|name| name.replace('\u{a0}', " ") == FIRST_CALL).map(str::to_owned);
    named.expect("the library offers the call")
}

fn by_keyboard(hands: &mut Hands) {
    hands.frames(30);
    assert_eq!(hands.screen(), Screen::Profile);
    hands.tab_to(&words("profile-new"));
    hands.write("Inès Moreau");
    hands.enter();
    assert!(hands.desk(|desk| desk.trainee.is_some()), "Enter creates the profile");
    hands.tab_to(&words("profile-continue"));
    hands.enter();
    assert_eq!(hands.screen(), Screen::Library);
    let call = call_title(hands);
    hands.tab_to(&call);
    hands.enter();
    assert_eq!(hands.screen(), Screen::Briefing);
    hands.key(Key::F2, KeyCode::F2);
    assert_eq!(hands.screen(), Screen::Desk);
    hands.key(Key::F2, KeyCode::F2);
    assert_eq!(hands.phase(), Some(Phase::Talking));

    // The reply box has the keyboard after answering.
    hands.write("Bonjour, Inès à votre écoute, que puis-je faire pour vous ?");
    hands.enter();
    let said = hands.desk(|desk| {
        let run = desk.sitting.as_ref().map(|sitting| sitting.run());
        run.map_or(0, |run| run.events().iter().filter(|event| matches!(event.what, What::Said { .. })).count())
    });
    assert_eq!(said, 1);
    hands.listen();
    hands.key(Key::F3, KeyCode::F3);
    assert_eq!(hands.phase(), Some(Phase::Hold));
    hands.key(Key::F3, KeyCode::F3);
    assert_eq!(hands.phase(), Some(Phase::Talking));

    // The record: search, open, take a note of what was said.
    hands.chord((Key::Control, KeyCode::ControlLeft), Key::Character("k".into()), KeyCode::KeyK);
    let name = hands.desk(|desk| {
        let run = desk.sitting.as_ref().map(|sitting| sitting.run())?;
        run.crm().record(&run.scenario().record)?.fields.get("last_name").cloned()
    });
    hands.write(&name.expect("the customer has a name"));
    hands.enter();
    assert!(
        hands.desk(|desk| desk.sitting.as_ref().is_some_and(|sitting| sitting.open.is_some())),
        "the record is open"
    );

    for _ in 0..60 {
        hands.listen();
        let Some((at, _)) = hands.right_line() else { break };
        let digits = [KeyCode::Digit1, KeyCode::Digit2, KeyCode::Digit3, KeyCode::Digit4];
        let key = Key::Character((at + 1).to_string().into());
        hands.chord((Key::Alt, KeyCode::AltLeft), key, digits[at]);
    }
    if hands.phase() == Some(Phase::Talking) {
        hands.key(Key::F2, KeyCode::F2);
        assert_eq!(hands.phase(), Some(Phase::Talking), "hanging up is confirmed");
        hands.key(Key::F2, KeyCode::F2);
    }
    assert_eq!(hands.phase(), Some(Phase::WrapUp));
    let code = hands.desk(|desk| {
        let run = desk.sitting.as_ref().map(|sitting| sitting.run())?;
        let first = run.pack().dispositions.first()?;
        Some(run.pack().title(&first.title, Language::French, None))
    });
    hands.tab_to(&code.expect("the pack has closing codes"));
    hands.enter();
    hands.key(Key::F9, KeyCode::F9);
    assert_eq!(hands.screen(), Screen::SelfRating);
    for dimension in headset::score::Dimension::HEADLINE {
        let name = format!(
            "{}: {}",
            words(&format!("dimension-{}", dimension.name().replace('_', "-"))),
            words("rating-step-75")
        );
        hands.tab_to(&name);
        hands.enter();
    }
    hands.key(Key::F9, KeyCode::F9);
    assert_eq!(hands.screen(), Screen::Debrief);
    assert!(hands.desk(|desk| desk.review.as_ref().is_some_and(|review| review.score.overall.0 > 0)));
    hands.key(Key::Escape, KeyCode::Escape);
    assert_eq!(hands.screen(), Screen::Library);
}

fn by_mouse(hands: &mut Hands) {
    hands.desk(|desk| {
        desk.act(DeskAction::TypeTraineeName("Karim Benali".into()));
        desk.act(DeskAction::CreateTrainee);
    });
    hands.frames(30);
    hands.click(&words("profile-continue"));
    assert_eq!(hands.screen(), Screen::Library);
    let call = call_title(hands);
    // The call is far down the list: what is searched for comes up first.
    hands.desk(|desk| desk.act(DeskAction::TypeLibrarySearch("Prélevée".into())));
    hands.frames(10);
    hands.click(&call);
    hands.click(&words("briefing-start"));
    assert_eq!(hands.screen(), Screen::Desk);
    hands.click(&words("phone-answer"));
    assert_eq!(hands.phase(), Some(Phase::Talking));
    hands.click(&words("work-handbook"));
    hands.click(&words("work-crm"));
    let mut taken = false;
    for turn in 0..60 {
        hands.listen();
        let Some((_, line)) = hands.right_line() else { break };
        hands.click(&line);
        if turn == 0 {
            hands.listen();
            hands.click(&words("phone-hold"));
            assert_eq!(hands.phase(), Some(Phase::Hold));
            hands.click(&words("phone-resume"));
            assert_eq!(hands.phase(), Some(Phase::Talking));
        }
        if turn == 1 {
            // The search is typed in; what it finds is opened by the mouse.
            let name = hands.desk(|desk| {
                let run = desk.sitting.as_ref().map(|sitting| sitting.run())?;
                run.crm().record(&run.scenario().record)?.fields.get("last_name").cloned()
            });
            let name = name.expect("the customer has a name");
            hands.click(&words("crm-search"));
            hands.write(&name);
            let hit = hands.see().all().into_iter().find(|title| title.ends_with(&name)).map(str::to_owned);
            hands.click(&hit.expect("the customer is found"));
        }
        if !taken {
            let said = hands.desk(|desk| {
                let sitting = desk.sitting.as_ref().filter(|sitting| sitting.open.is_some())?;
                sitting.data().newest_first().first().map(|text| (*text).to_owned())
            });
            // What was said a while ago may have been scrolled away: then what is said next is taken.
            if let Some(text) = said {
                let name = headset::wording::Wording::new(Language::French).with("datum-take", &[("text", &text)]);
                hands.click(&words("field-customer-company"));
                hands.click(&name);
                taken = hands.desk(|desk| desk.sitting.as_ref().is_some_and(|sitting| !sitting.drafts.is_empty()));
            }
        }
    }
    assert!(taken, "something was said that a record may want");
    if hands.phase() == Some(Phase::Talking) {
        hands.click(&words("phone-hang-up"));
        hands.click(&words("hang-up-yes"));
    }
    assert_eq!(hands.phase(), Some(Phase::WrapUp));
    let code = hands.desk(|desk| {
        let run = desk.sitting.as_ref().map(|sitting| sitting.run())?;
        let first = run.pack().dispositions.first()?;
        Some(run.pack().title(&first.title, Language::French, None))
    });
    hands.click(&code.expect("the pack has closing codes"));
    hands.click(&words("wrap-up-finish"));
    assert_eq!(hands.screen(), Screen::SelfRating);
    for dimension in headset::score::Dimension::HEADLINE {
        let name = words(&format!("dimension-{}", dimension.name().replace('_', "-")));
        hands.click(&format!("{name}: {}", words("rating-step-75")));
    }
    hands.click(&words("rating-submit"));
    assert_eq!(hands.screen(), Screen::Debrief);
    hands.click(&words("debrief-export"));
    let page = hands.desk(|desk| desk.exported.clone()).expect("the page was written");
    let text = std::fs::read_to_string(page).expect("it can be read");
    assert!(text.contains("<!DOCTYPE html>") && text.contains("Karim Benali"));
    hands.click(&words("debrief-back"));
    hands.click(&words("nav-progress"));
    assert_eq!(hands.screen(), Screen::Progress);
}
