//! What the window's state does, without drawing it: packs that change while it is open, data taken from the conversation,
//! looking back.
#![cfg(feature = "desktop")]

use headset::call::Input;
use headset::desk::action::{DeskAction, Screen, Work};
use headset::desk::state::{Desk, Options, Shelf};
use headset::id::{CallId, PackId};
use headset::language::Recogniser;
use headset::locale::Language;
use headset::records::State;
use headset::training::robots::{self, Robot};
use headset::training::{Mode, Run, Setup};
use std::path::{Path, PathBuf};

const PACK: &str = "inbound-telecom";
const CALL: &str = "double_charge";

/// A desk with one pack in a folder that can be changed.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Place {
        let place = Place { folder: tempfile::tempdir().expect("a folder") };
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(PACK), &place.pack());
        place
    }
    fn roots(&self) -> Vec<PathBuf> {
        vec![self.folder.path().join("packs")]
    }
    fn pack(&self) -> PathBuf {
        self.folder.path().join("packs").join(PACK)
    }
    fn desk(&self) -> Desk {
        let mut desk = Desk::new(Options {
            language: Some(Language::English),
            seed: Some(7),
            data_dir: self.folder.path().join("data"),
            roots: self.roots(),
        });
        desk.act(DeskAction::TypeTraineeName("Karim Benali".into()));
        desk.act(DeskAction::CreateTrainee);
        desk
    }
    fn change(&self, file: &str, from: &str, to: &str) {
        let path = self.pack().join(file);
        let text = std::fs::read_to_string(&path).expect("the pack has this file");
        assert!(text.contains(from), "{file} has no {from}");
        std::fs::write(path, text.replacen(from, to, 1)).expect("it can be written");
    }
    fn reload(&self, desk: &mut Desk) {
        desk.take_shelf(Shelf::read(&self.roots()));
    }
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

fn start(desk: &mut Desk) {
    desk.act(DeskAction::PickCall(PACK.into(), CALL.into()));
    desk.act(DeskAction::Start);
    desk.pass(1_500);
    desk.act(DeskAction::Do(Input::Answer));
    desk.act(DeskAction::Do(Input::Say { text: "Good morning, this is Karim, how can I help you?".into() }));
    desk.pass(8_000);
}

#[test]
fn a_call_goes_over_to_a_pack_in_which_it_would_have_gone_the_same() {
    let place = Place::new();
    let mut desk = place.desk();
    start(&mut desk);
    let before = desk.sitting.as_ref().expect("a call is played").run().events().to_vec();
    place.change("pack.ron", "(\n", "(\n    // A remark changes nothing in the call.\n");
    place.reload(&mut desk);
    let sitting = desk.sitting.as_ref().expect("the call goes on");
    assert!(!sitting.old_pack);
    assert_eq!(sitting.run().pack().hash, desk.shelf.pack(PACK).expect("it can be played").hash);
    assert_eq!(sitting.run().events(), before);
    // What is kept can be gone on with in the new pack.
    desk.act(DeskAction::LeaveDesk);
    let open: Vec<_> = desk.attempts.iter().filter(|attempt| attempt.state == State::Open).collect();
    assert_eq!(open.len(), 1);
    let attempt = open[0].id;
    desk.act(DeskAction::GoOn(attempt));
    assert_eq!(desk.screen, Screen::Desk);
}

#[test]
fn a_call_that_would_have_gone_otherwise_keeps_its_pack_and_says_so() {
    let place = Place::new();
    let mut desk = place.desk();
    start(&mut desk);
    let old = desk.sitting.as_ref().expect("a call is played").run().pack().hash.clone();
    // What the customer has said already would have been said in other words.
    let file = place.pack().join("text/en.ron");
    let text = std::fs::read_to_string(&file).expect("lines");
    let changed: String = text
        .lines()
        .map(|line| {
            let alone = line.starts_with("        \"") && line.matches('"').count() == 2;
            if alone { format!("{}\n", line.replace(", ", " – ")) } else { format!("{line}\n") }
        })
        .collect();
    std::fs::write(file, changed).expect("it can be written");
    place.reload(&mut desk);
    assert!(desk.shelf.pack(PACK).is_some(), "the changed pack can be played");
    let sitting = desk.sitting.as_ref().expect("the call goes on");
    assert!(sitting.old_pack, "it says that it is the old one");
    assert_eq!(sitting.run().pack().hash, old);
    desk.pass(2_000);
    assert_eq!(desk.screen, Screen::Desk, "the call goes on");
}

#[test]
fn a_pack_that_breaks_shows_why_and_comes_back_when_it_is_mended() {
    let place = Place::new();
    let mut desk = place.desk();
    desk.act(DeskAction::PickCall(PACK.into(), CALL.into()));
    assert_eq!(desk.screen, Screen::Briefing);
    place.change("pack.ron", "id:", "idd:");
    place.reload(&mut desk);
    assert_eq!(desk.screen, Screen::Problems, "the briefing gives way to what is wrong");
    assert_eq!(desk.problems.as_deref(), Some(PACK));
    place.change("pack.ron", "idd:", "id:");
    place.reload(&mut desk);
    assert_eq!(desk.screen, Screen::Library);
    assert!(desk.shelf.pack(PACK).is_some());
}

#[test]
fn what_was_said_goes_into_the_field_newest_first() {
    let place = Place::new();
    let mut desk = place.desk();
    start(&mut desk);
    desk.act(DeskAction::Do(Input::Say {
        text: "May I have your contract number and your date of birth, please?".into(),
    }));
    desk.pass(20_000);
    let sitting = desk.sitting.as_ref().expect("a call is played");
    let said: Vec<String> = sitting.data().newest_first().into_iter().map(str::to_owned).collect();
    assert!(!said.is_empty(), "the customer gave a number");
    let customer = sitting.run().scenario().record.clone();
    desk.act(DeskAction::TakeNextDatum);
    let refused = desk.sitting.as_ref().and_then(|sitting| sitting.refused.clone());
    assert_eq!(refused.map(|(why, _)| why).as_deref(), Some("datum-no-field"), "nobody knows where to");
    desk.act(DeskAction::OpenCustomer(customer.clone()));
    desk.act(DeskAction::EnterField { record: customer.clone(), field: "note" });
    let taken = |desk: &Desk| {
        let sitting = desk.sitting.as_ref().expect("a call is played");
        sitting.drafts.get(&(customer.clone(), "note")).cloned()
    };
    let mut seen = Vec::new();
    for _ in 0..said.len() {
        desk.act(DeskAction::TakeNextDatum);
        seen.extend(taken(&desk));
    }
    seen.sort();
    let mut all = said.clone();
    all.sort();
    assert_eq!(seen, all, "all of it, one after the other");
}

/// Two finished attempts: a rude one, then an excellent one.
fn with_two_attempts(desk: &mut Desk) {
    let pack = desk.shelf.pack(PACK).expect("it can be played").clone();
    let recogniser = Recogniser::new(Language::English);
    let trainee = desk.trainee.expect("somebody trains");
    for (at, robot) in
        [Robot { rude: true, ..Robot::default() }, Robot { expert: true, ..Robot::default() }].into_iter().enumerate()
    {
        let setup = Setup {
            pack: pack.clone(),
            call: CALL.into(),
            language: Language::English,
            seed: 7,
            mode: Mode::ScriptShown,
            level: headset::level::Level::Usual,
            operator: "Karim".into(),
        };
        let run: Run = robots::play(setup, &recogniser, robot).expect("it can be played");
        let score = serde_json::to_string(&run.score()).expect("a score can be written");
        desk.with_store(|store| {
            let attempt = store.begin(trainee, &run.journal().header, &format!("2026-11-2{at}T09:00:00Z"))?;
            store.append_all(attempt, &run.journal().inputs)?;
            store.close(attempt, State::Finished, Some(&score))
        });
    }
    desk.act(DeskAction::Go(Screen::History));
}

#[test]
fn two_attempts_stand_side_by_side_the_earlier_one_first() {
    let place = Place::new();
    let mut desk = place.desk();
    with_two_attempts(&mut desk);
    let ids: Vec<_> = desk.attempts.iter().map(|attempt| attempt.id).collect();
    for id in &ids {
        desk.act(DeskAction::MarkAttempt(*id));
    }
    desk.act(DeskAction::Compare);
    assert_eq!(desk.screen, Screen::Compare);
    let view = headset::desk::view::window(&desk, "2026-11-23T14:00:00Z");
    let headset::desk::screen::ScreenView::Compare(view) = view.screen else { panic!("the comparison is shown") };
    assert!(view.sides[0].overall < view.sides[1].overall, "rude before, excellent after");
    assert!(!view.gained.is_empty() && view.lost.is_empty(), "{:?}", view.lost);
}

#[test]
fn progress_finds_what_is_missed_most_and_suggests_a_call() {
    let place = Place::new();
    let mut desk = place.desk();
    with_two_attempts(&mut desk);
    desk.act(DeskAction::Go(Screen::Progress));
    let view = headset::desk::view::window(&desk, "2026-11-23T14:00:00Z");
    let headset::desk::screen::ScreenView::Progress(view) = view.screen else { panic!("progress is shown") };
    assert_eq!((view.attempts, view.passed), (2, 1));
    let overall: Vec<_> = view.series[0].points.iter().map(|point| point.points).collect();
    assert!(overall[0] < overall[1], "oldest first");
    assert!(view.weakest.iter().all(|row| row.missed == 1 && row.applied <= 2), "{:?}", view.weakest);
    let next = view.next.expect("there are calls");
    assert_ne!(next.call.as_str(), CALL, "that one is passed");
    // A course is taken in its order.
    desk.act(DeskAction::Go(Screen::Library));
    let view = headset::desk::view::window(&desk, "2026-11-23T14:00:00Z");
    let headset::desk::screen::ScreenView::Library(view) = view.screen else { panic!("the library is shown") };
    let pack = view.packs.iter().find(|pack| pack.id == next.pack).expect("its pack is there");
    let first = pack.calls.iter().find(|call| !call.passed).expect("not all of it is passed");
    assert_eq!(next.call, first.id);
}

#[test]
fn the_debrief_is_written_as_a_page_that_needs_nothing_else() {
    let place = Place::new();
    let mut desk = place.desk();
    with_two_attempts(&mut desk);
    let rude = desk.attempts.last().map(|attempt| attempt.id).expect("there are attempts");
    desk.act(DeskAction::DebriefAttempt(rude));
    desk.act(DeskAction::ExportPage);
    desk.act(DeskAction::ExportPage);
    let page = desk.exported.clone().expect("it was written");
    assert!(page.ends_with(format!("debrief-{CALL}-2.html")), "no page is overwritten: {}", page.display());
    let text = std::fs::read_to_string(page).expect("it can be read");
    for wanted in ["<!DOCTYPE html>", "<html lang=\"en\">", "Karim Benali", "<svg", "an excellent operator"] {
        assert!(text.contains(wanted), "{wanted}");
    }
    for unwanted in ["http://", "https://", "<script", "⟦", "src="] {
        assert!(!text.contains(unwanted), "{unwanted}");
    }
    // Every link leads somewhere on the page.
    for link in text.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(text.contains(&format!("id=\"{link}\"")), "{link}");
    }
}

#[test]
fn the_mind_is_shown_to_authors_alone_and_never_in_an_exam() {
    let place = Place::new();
    let mut desk = place.desk();
    for (author, mode, wanted) in [
        (false, Mode::Guided, false),
        (true, Mode::Guided, true),
        (true, Mode::ScriptHidden, true),
        (true, Mode::Exam, false),
    ] {
        desk.act(DeskAction::SetAuthor(author));
        desk.act(DeskAction::PickCall(PackId::new(PACK), CallId::new(CALL)));
        desk.act(DeskAction::SetMode(mode));
        desk.act(DeskAction::Start);
        desk.act(DeskAction::ShowWork(Work::Mind));
        let view = headset::desk::view::window(&desk, "2026-11-23T14:00:00Z");
        let headset::desk::screen::ScreenView::Desk(view) = view.screen else { panic!("the desk is shown") };
        assert_eq!(view.mind.is_some(), wanted, "{author} {mode:?}");
        desk.act(DeskAction::LeaveDesk);
    }
}
