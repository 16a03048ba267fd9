//! The scenes that are photographed: real calls of the packs, played by the expert robot, stopped at telling moments.

use super::super::action::{DebriefPart, DeskAction, Drawer, Screen, Work};
use super::super::state::{Broken, Desk, Device, Options, Review, Sitting};
use super::super::theme::Shade;
use super::super::view;
use super::Shot;
use crate::call::{Input, Phase, VoiceMeasures, What};
use crate::diagnostic::Report;
use crate::locale::Language;
use crate::pack::model::{CallScenario, Direction, Pack, RecordKind};
use crate::records::{AttemptId, Kept, State};
use crate::score::Dimension;
use crate::training::robots::{self, Robot};
use crate::training::{Journal, Mode, Run, Setup};

/// The moment at which the pictures are taken: attempts were made just before.
const NOW: &str = "2026-11-23T14:00:00Z";
const SEED: u64 = 7;

/// Everything worth a picture.
pub fn scenes(options: &Options) -> Vec<Shot> {
    Language::ALL.into_iter().flat_map(|language| in_language(options, language)).collect()
}

/// A photographer with a desk of its own; nothing is kept on disk.
struct Camera {
    desk: Desk,
    shots: Vec<Shot>,
    language: Language,
}

impl Camera {
    fn shoot(&mut self, name: &str) {
        let settings = &self.desk.settings;
        self.shots.push(Shot {
            name: name.to_owned(),
            language: self.language,
            shade: settings.shade,
            text_size: settings.text_size,
            wide: false,
            view: view::window(&self.desk, NOW),
        });
    }

    /// The same scene in the other themes, with large text, and on a large screen.
    fn shoot_all(&mut self, name: &str) {
        self.shoot(name);
        for (suffix, shade, text_size) in
            [("dark", Shade::Dark, 100), ("contrast", Shade::Contrast, 100), ("text-150", Shade::Light, 150)]
        {
            self.shoot_as(&format!("{name}-{suffix}"), shade, text_size);
        }
        self.shoot(&format!("{name}-wide"));
        if let Some(shot) = self.shots.last_mut() {
            shot.wide = true;
        }
    }

    fn shoot_as(&mut self, name: &str, shade: Shade, text_size: u16) {
        let kept = self.desk.settings.clone();
        self.desk.settings.shade = shade;
        self.desk.settings.text_size = text_size;
        self.shoot(name);
        self.desk.settings = kept;
    }

    /// Sits down at a call that was played by these inputs.
    fn sit(&mut self, run: Run) -> &mut Sitting {
        self.desk.screen = Screen::Desk;
        let mut sitting = Sitting::new(run, None);
        sitting.clock_ms = 1_000;
        self.desk.sitting.insert(sitting)
    }
}

fn in_language(options: &Options, language: Language) -> Vec<Shot> {
    // A folder that cannot be made: the pictures must not show, or touch, what the user keeps.
    let folder = std::env::temp_dir().join(format!("headset-pictures-{}-{language}", std::process::id()));
    let options = Options {
        language: Some(language),
        seed: Some(options.seed.unwrap_or(SEED)),
        data_dir: folder.clone(),
        roots: options.roots.clone(),
    };
    let mut camera = Camera { desk: Desk::new(options), shots: Vec::new(), language };
    camera.desk.settings.operator = if language == Language::French { "Inès" } else { "Ines" }.to_owned();
    before_the_call(&mut camera);
    inbound(&mut camera);
    aloud(&mut camera);
    outbound(&mut camera);
    after_the_call(&mut camera);
    let shots = std::mem::take(&mut camera.shots);
    drop(camera);
    let _ = std::fs::remove_dir_all(folder);
    shots
}

fn before_the_call(camera: &mut Camera) {
    camera.shoot("profile-first");
    for name in ["Karim Benali", "Inès Moreau"] {
        camera.desk.act(DeskAction::TypeTraineeName(name.to_owned()));
        camera.desk.act(DeskAction::CreateTrainee);
    }
    camera.shoot("profile");
    camera.shoot_as("profile-text-150", Shade::Light, 150);
    microphone(camera);
    camera.desk.act(DeskAction::Go(Screen::Library));
    camera.shoot("library-new");
    if let Some((pack, call)) = find(&camera.desk, Direction::Inbound) {
        camera.desk.act(DeskAction::PickCall(pack, call));
        camera.shoot_all("briefing");
    }
}

/// What a voice was measured at; always the same.
fn measures(number: u32) -> VoiceMeasures {
    let turn = i32::try_from(number % 5).unwrap_or_default();
    let course = (0..4).map(|second| (-2_400 + 120 * ((turn + second) % 4), Some(1_150 + 60 * ((turn + second) % 5))));
    VoiceMeasures {
        spoken_ms: 3_900,
        syllables: 20 + number % 5,
        pauses: vec![(1_400, 420)],
        fillers: u32::from(turn == 2),
        pitch: Some(1_250),
        movement: Some(240),
        loudness: Some(-2_300),
        unsteadiness: 520,
        course: course.collect(),
    }
}

/// The microphone in the profile: one that works, one that does not.
fn microphone(camera: &mut Camera) {
    camera.desk.ears.names = Some(vec!["Plantronics USB".to_owned()]);
    camera.desk.settings.microphone = Device::Named("Plantronics USB".to_owned());
    (camera.desk.ears.open, camera.desk.ears.level_db) = (true, -18);
    camera.shoot("profile-microphone");
    camera.desk.settings.microphone = Device::Named("Webcam".to_owned());
    (camera.desk.ears.open, camera.desk.ears.trouble) = (false, Some("device not available".to_owned()));
    camera.shoot("profile-microphone-gone");
    camera.desk.ears = super::super::state::Ears::default();
    camera.desk.settings.microphone = Device::Off;
}

/// Recordings that are nowhere.
fn kept(numbers: Vec<u32>) -> Kept {
    Kept { folder: "recordings".into(), until: "2027-05-22".to_owned(), numbers }
}

/// The same call, answered aloud.
fn spoken(desk: &mut Desk, run: &Run) -> Option<Run> {
    let recogniser = desk.recogniser(run.setup().language);
    let mut again = Run::replay(run.pack().clone(), run.journal(), Some(0), &recogniser).ok()?;
    for input in &run.journal().inputs {
        let says = matches!(input, Input::Say { .. });
        if says {
            again.apply(Input::VoiceBegan { late_ms: 0 });
            again.apply(Input::Pass { ms: 4_000 });
            again.apply(Input::VoiceEnded { late_ms: 0, said: true });
            let number = again.spoken();
            again.apply(Input::Voice { number, measures: measures(number) });
        }
        again.apply(input.clone());
    }
    Some(again)
}

/// Answering aloud: he speaks, the words are missing, the microphone is gone, the voice is looked back on.
fn aloud(camera: &mut Camera) {
    let expert = Robot { expert: true, ..Robot::default() };
    let Some(typed) = played(&mut camera.desk, Direction::Inbound, Mode::Guided, expert, SEED) else { return };
    let Some(run) = spoken(&mut camera.desk, &typed) else { return };
    camera.desk.settings.microphone = Device::Usual;
    (camera.desk.ears.open, camera.desk.ears.level_db) = (true, -18);
    camera.desk.ears.last = Some(measures(1));
    let count = |run: &Run| run.events().iter().filter(|event| matches!(event.what, What::Said { .. })).count();
    let speaks = until(&mut camera.desk, &run, |run| count(run) == 2 && run.voice_is_heard());
    camera.sit(speaks);
    camera.shoot("desk-aloud");
    let words = until(&mut camera.desk, &run, |run| count(run) == 2 && run.aloud().is_some());
    camera.sit(words);
    camera.shoot("desk-aloud-words");
    camera.shoot_as("desk-aloud-words-text-150", Shade::Light, 150);
    camera.desk.ears.trouble = Some("device not available".to_owned());
    camera.shoot("desk-microphone-gone");
    camera.desk.sitting = None;
    camera.desk.settings.microphone = Device::Off;
    camera.desk.ears = super::super::state::Ears::default();
    let attempt = AttemptId(1);
    camera.desk.ears.recordings.insert(attempt, kept((1..=run.spoken()).collect()));
    camera.desk.review = Some(Review::new(Some(attempt), run));
    camera.desk.screen = Screen::Debrief;
    camera.desk.act(DeskAction::ShowPart(DebriefPart::Voice));
    camera.desk.ears.playing = Some((attempt, 3));
    camera.shoot("debrief-voice");
    camera.shoot_as("debrief-voice-dark", Shade::Dark, 100);
    camera.shoot_as("debrief-voice-text-150", Shade::Light, 150);
    camera.desk.review = None;
    camera.desk.ears = super::super::state::Ears::default();
}

/// The call with most in it: steps to say, facts to learn, objections to lift, records to keep. Panels are full then.
fn find(desk: &Desk, direction: Direction) -> Option<(crate::id::PackId, crate::id::CallId)> {
    let calls = desk.shelf.packs.iter().flat_map(|pack| pack.calls.values().map(move |call| (pack, call)));
    let fitting = calls.filter(|(_, call)| call.direction == direction);
    let richness = |pack: &Pack, call: &CallScenario| {
        let steps = pack.scripts.get(&call.script).map_or(0, |script| script.steps.len());
        let persona = pack.personas.get(&call.customer);
        let told = persona.map_or(0, |persona| persona.facts.len() + 2 * persona.objections.len());
        let kept = pack.customers.iter().filter(|record| record.customer.as_ref() == Some(&call.record)).count();
        steps + told + 2 * kept
    };
    let richest = fitting
        .max_by_key(|(pack, call)| (richness(pack, call), std::cmp::Reverse((pack.id.clone(), call.id.clone()))))?;
    Some((richest.0.id.clone(), richest.1.id.clone()))
}

/// A call played to its end by a robot.
fn played(desk: &mut Desk, direction: Direction, mode: Mode, robot: Robot, seed: u64) -> Option<Run> {
    let (pack, call) = find(desk, direction)?;
    let language = desk.settings.language;
    let recogniser = desk.recogniser(language);
    let setup = Setup {
        pack: desk.shelf.pack(pack.as_str())?.clone(),
        call,
        language,
        seed,
        mode,
        level: crate::level::Level::Usual,
        operator: desk.settings.operator.clone(),
    };
    robots::play(setup, &recogniser, robot).ok()
}

/// The same call, up to the moment that is wanted.
fn until(desk: &mut Desk, run: &Run, wanted: impl Fn(&Run) -> bool) -> Run {
    let recogniser = desk.recogniser(run.setup().language);
    let journal: &Journal = run.journal();
    let start = Run::replay(run.pack().clone(), journal, Some(0), &recogniser);
    let mut now = start.expect("what was played once can be played again");
    for input in &journal.inputs {
        match input {
            Input::Pass { ms } => {
                let mut left = *ms;
                while left > 0 && !wanted(&now) {
                    let step = left.min(100);
                    now.apply(Input::Pass { ms: step });
                    left -= step;
                }
            }
            input => drop(now.apply(input.clone())),
        }
        if wanted(&now) {
            break;
        }
    }
    now
}

fn speaks_after(run: &Run, said: usize) -> bool {
    let turns = run.events().iter().filter(|event| matches!(event.what, crate::call::What::Said { .. })).count();
    turns >= said && run.speaking().is_some_and(|speaking| speaking.elapsed_ms * 2 > speaking.duration_ms)
}

fn inbound(camera: &mut Camera) {
    let expert = Robot { expert: true, ..Robot::default() };
    let Some(guided) = played(&mut camera.desk, Direction::Inbound, Mode::Guided, expert, SEED) else { return };
    let ringing = until(&mut camera.desk, &guided, |run| run.now_ms() > 1_200);
    let record = ringing.crm().record(&ringing.scenario().record);
    let name = record.and_then(|record| record.fields.get("last_name").cloned()).unwrap_or_default();
    camera.sit(ringing).crm_search = name.chars().take(5).collect();
    camera.shoot("desk-ringing");

    let talking = until(&mut camera.desk, &guided, |run| speaks_after(run, 5));
    let customer = talking.scenario().record.clone();
    camera.sit(talking);
    camera.desk.act(DeskAction::OpenCustomer(customer.clone()));
    camera.shoot_all("desk");

    let later = until(&mut camera.desk, &guided, |run| speaks_after(run, 4));
    let sitting = camera.sit(later);
    sitting.understood = true;
    sitting.work = Work::Handbook;
    camera.desk.act(DeskAction::OpenCustomer(customer.clone()));
    camera.desk.act(DeskAction::Unfold(Some(Drawer::HangUp)));
    camera.desk.act(DeskAction::ShowKind(RecordKind::Ticket));
    camera.desk.act(DeskAction::CreateRecord(RecordKind::Ticket));
    ticket(&mut camera.desk);
    camera.shoot("desk-ticket");
    camera.shoot_as("desk-ticket-text-150", Shade::Light, 150);

    camera.desk.settings.author = true;
    camera.desk.act(DeskAction::Unfold(None));
    camera.desk.act(DeskAction::ShowWork(Work::Mind));
    camera.shoot("desk-mind");
    camera.shoot_as("desk-mind-text-150", Shade::Light, 150);
    camera.shoot_as("desk-mind-dark", Shade::Dark, 100);
    camera.desk.settings.author = false;

    let page = guided.pack().handbook.get(&camera.language).and_then(|pages| pages.keys().next().cloned());
    camera.desk.act(DeskAction::ShowWork(Work::Handbook));
    if let Some(page) = page {
        camera.desk.act(DeskAction::OpenPage(page));
    }
    camera.desk.act(DeskAction::Do(Input::Hold));
    camera.desk.act(DeskAction::Unfold(Some(Drawer::Transfer)));
    camera.shoot("desk-hold");
    let department = guided.pack().company.departments.first().map(|department| department.id.clone());
    if let Some(to) = department {
        camera.desk.act(DeskAction::Do(Input::Consult { to }));
        camera.desk.pass(4_000);
        camera.shoot("desk-consult");
    }

    let Some(exam) = played(&mut camera.desk, Direction::Inbound, Mode::Exam, expert, SEED + 1) else { return };
    let exam = until(&mut camera.desk, &exam, |run| speaks_after(run, 3));
    camera.sit(exam);
    camera.shoot("desk-exam");

    let wrap_up =
        until(&mut camera.desk, &guided, |run| run.phase() == Phase::WrapUp && run.timers().wrap_up_ms > 3_000);
    camera.sit(wrap_up);
    camera.desk.act(DeskAction::OpenCustomer(customer));
    camera.desk.act(DeskAction::ShowKind(RecordKind::Contact));
    camera.shoot("desk-wrap-up");
    camera.shoot_as("desk-wrap-up-text-150", Shade::Light, 150);
}

/// Fills in a ticket; one field wrongly, to show what that looks like.
fn ticket(desk: &mut Desk) {
    let Some(sitting) = &desk.sitting else { return };
    let customer = sitting.run().scenario().record.clone();
    let tickets = sitting.run().crm().records_of(&customer, RecordKind::Ticket);
    let Some(record) = tickets.iter().find(|ticket| ticket.new).map(|ticket| ticket.id.clone()) else { return };
    for (field, value) in [("category", "billing"), ("priority", "normal")] {
        desk.act(DeskAction::ChooseField { record: record.clone(), field, value: value.to_owned() });
    }
    desk.act(DeskAction::TypeField { record: record.clone(), field: "amount", text: "34,99".to_owned() });
    desk.act(DeskAction::CommitField { record: record.clone(), field: "amount" });
    desk.act(DeskAction::TypeField { record, field: "due_date", text: "31/11".to_owned() });
}

fn outbound(camera: &mut Camera) {
    let expert = Robot { expert: true, ..Robot::default() };
    let Some(run) = played(&mut camera.desk, Direction::Outbound, Mode::ScriptShown, expert, SEED) else { return };
    let ready = until(&mut camera.desk, &run, |_| true);
    let contact = ready.scenario().record.clone();
    camera.sit(ready);
    camera.desk.act(DeskAction::OpenCustomer(contact));
    camera.shoot("desk-outbound-ready");
    let talking = until(&mut camera.desk, &run, |run| speaks_after(run, 3));
    camera.sit(talking);
    camera.desk.act(DeskAction::OpenCustomer(run.scenario().record.clone()));
    camera.shoot("desk-outbound");
    camera.shoot_as("desk-outbound-text-150", Shade::Light, 150);
}

fn after_the_call(camera: &mut Camera) {
    let robots = [
        (Robot { careless: true, ..Robot::default() }, 3, "2026-11-20T09:00:00Z"),
        (Robot { discloses: true, ..Robot::default() }, 4, "2026-11-23T10:30:00Z"),
        (Robot { expert: true, ..Robot::default() }, SEED, "2026-11-23T13:48:00Z"),
        (Robot { novice: true, ..Robot::default() }, 5, "2026-11-23T13:55:00Z"),
    ];
    let mut last = None;
    for (robot, seed, when) in robots {
        let Some(run) = played(&mut camera.desk, Direction::Inbound, Mode::ScriptShown, robot, seed) else { return };
        let attempt = keep(&mut camera.desk, &run, when);
        last = Some((attempt, run));
    }
    if let Some(run) = played(&mut camera.desk, Direction::Outbound, Mode::Guided, robots[0].0, 9) {
        let begun = until(&mut camera.desk, &run, |run| speaks_after(run, 1));
        let trainee = camera.desk.trainee;
        let header = begun.journal().header.clone();
        camera.desk.with_store(|store| {
            let Some(trainee) = trainee else { return Ok(()) };
            let attempt = store.begin(trainee, &header, "2026-11-23T13:20:00Z")?;
            store.append_all(attempt, &begun.journal().inputs)
        });
    }
    let Some((attempt, run)) = last else { return };
    camera.desk.sitting = None;
    camera.desk.act(DeskAction::Go(Screen::Library));
    camera.shoot_all("library");
    broken(camera);
    camera.desk.act(DeskAction::Go(Screen::Progress));
    camera.shoot_all("progress");
    camera.desk.act(DeskAction::Go(Screen::History));
    let finished: Vec<_> =
        camera.desk.attempts.iter().filter(|it| it.state == State::Finished).map(|it| it.id).collect();
    for attempt in finished.iter().take(2) {
        camera.desk.act(DeskAction::MarkAttempt(*attempt));
    }
    camera.desk.ears.recordings.extend(finished.first().map(|attempt| (*attempt, kept(vec![1, 2, 3]))));
    camera.shoot("history");
    camera.shoot_as("history-text-150", Shade::Light, 150);
    camera.desk.act(DeskAction::Compare);
    camera.shoot("compare");
    camera.shoot_as("compare-text-150", Shade::Light, 150);

    camera.desk.review = Some(Review::new(attempt, run));
    camera.desk.screen = Screen::SelfRating;
    camera.desk.act(DeskAction::Rate(Dimension::Listening, 75));
    camera.desk.act(DeskAction::Rate(Dimension::ScriptUse, 50));
    camera.shoot("self-rating");
    camera.shoot_as("self-rating-text-150", Shade::Light, 150);
    for (dimension, points) in
        [(Dimension::ObjectionHandling, 50), (Dimension::CrmDataEntry, 75), (Dimension::TimeManagement, 100)]
    {
        camera.desk.act(DeskAction::Rate(dimension, points));
    }
    camera.desk.act(DeskAction::SubmitRating);
    camera.shoot_all("debrief");
    camera.desk.act(DeskAction::ShowPart(DebriefPart::Figures));
    camera.shoot("debrief-figures");
    let evidence = camera.desk.review.as_ref().and_then(|review| {
        let advice = review.score.advice.first().and_then(|at| review.score.checks.get(*at));
        advice?.evidence.first().map(|evidence| evidence.at_ms)
    });
    camera.desk.act(DeskAction::JumpTo(evidence.unwrap_or(20_000)));
    camera.shoot("debrief-transcript");
    camera.shoot_as("debrief-transcript-text-150", Shade::Light, 150);
    let rude = Robot { rude: true, ..Robot::default() };
    if let Some(run) = played(&mut camera.desk, Direction::Inbound, Mode::ScriptShown, rude, 11) {
        camera.desk.review = Some(Review::new(None, run));
        camera.desk.screen = Screen::Debrief;
        camera.shoot("debrief-failed");
    }
}

fn keep(desk: &mut Desk, run: &Run, when: &str) -> Option<AttemptId> {
    let trainee = desk.trainee?;
    let score = serde_json::to_string(&run.score()).ok();
    desk.with_store(|store| {
        let attempt = store.begin(trainee, &run.journal().header, when)?;
        store.append_all(attempt, &run.journal().inputs)?;
        store.close(attempt, State::Finished, score.as_deref())?;
        Ok(attempt)
    })
}

/// A pack with errors in it.
fn broken(camera: &mut Camera) {
    let folder = camera.desk.options.data_dir.join("my-pack");
    let text = "(\n    format: 1,\n    id: \"my-pack\",\n    titel: \"pack.title\",\n)\n";
    if std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(folder.join("pack.ron"), text)).is_err() {
        return;
    }
    let (_, found) = crate::pack::load(&folder);
    let mut report = Report::default();
    for diagnostic in found.diagnostics() {
        let mut diagnostic = diagnostic.clone();
        // The folder of the pictures is of no interest to anybody.
        let from = diagnostic.place.file.find("my-pack").unwrap_or(0);
        diagnostic.place.file = diagnostic.place.file.split_off(from);
        report.push(diagnostic);
    }
    camera.desk.shelf.broken.push(Broken { name: "my-pack".to_owned(), report });
    let packs = camera.desk.shelf.packs.split_off(1);
    camera.desk.act(DeskAction::TypeLibrarySearch("zz".to_owned()));
    camera.shoot("library-broken");
    camera.desk.act(DeskAction::ShowProblems("my-pack".to_owned()));
    camera.shoot("problems");
    camera.shoot_as("problems-text-150", Shade::Light, 150);
    camera.desk.act(DeskAction::Go(Screen::Library));
    camera.desk.act(DeskAction::TypeLibrarySearch(String::new()));
    camera.desk.shelf.packs.extend(packs);
    camera.desk.shelf.broken.clear();
}
