//! Panels by the names that screen readers read: what is pressed comes out as an action, and nothing else.
#![cfg(feature = "desktop")]

use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{self, Key};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use headset::call::{CrmEdit, Input, Phase};
use headset::crm::Hit;
use headset::debrief::{Curve, Figure, VoiceReport};
use headset::debrief::{Speaker, TurnRow};
use headset::desk::action::*;
use headset::desk::panel::{
    checks::*, crm::*, handbook::*, history::*, library::*, profile::*, reply::*, script::*, self_rating::*,
};
use headset::desk::panel::{gauge::*, microphone::*, voice::*};
use headset::desk::panel::{mind::*, problems::*, progress::*, softphone::*, transcript::*, wrap_up::*};
use headset::desk::state::Device;
use headset::desk::theme::{self, Shade};
use headset::hearing::analysis::Advice;
use headset::id::*;
use headset::language::{Confidence, Span};
use headset::locale::Language;
use headset::mood::Mood;
use headset::moves::Move;
use headset::pack::fields;
use headset::pack::model::{CallKind, Direction, RecordKind};
use headset::records::{AttemptId, State, TraineeId};
use headset::score::{CheckOutcome, Dimension, Points, Verdict};
use headset::training::StepState;
use headset::training::mind::{FactView, MindView, ObjectionView, Takes, TurnView};
use headset::wording::Wording;

type Panel<V> = fn(&mut egui::Ui, &V, &Wording, &mut Vec<DeskAction>);

fn shown<V: 'static>(panel: Panel<V>, view: V) -> Harness<'static, Vec<DeskAction>> {
    let words = Wording::new(Language::English);
    let mut harness = Harness::builder().with_size(egui::vec2(1280.0, 1400.0)).build_ui_state(
        move |ui, out: &mut Vec<DeskAction>| {
            if theme::install(ui.ctx(), Shade::Light, 100) {
                panel(ui, &view, &words, out);
            }
        },
        Vec::new(),
    );
    harness.run_steps(3);
    harness
}

/// What has this name and is more than text: a button may show its name in a label of its own.
fn pressable<'h, State>(harness: &'h Harness<'_, State>, name: &'h str) -> Node<'h> {
    let found = harness.query_all_by_label(name).find(|node| node.accesskit_node().role() != Role::Label);
    found.unwrap_or_else(|| panic!("nothing called {name:?} can be pressed"))
}

/// Clicks what has this name and returns what came of it.
fn click<V: 'static>(panel: Panel<V>, view: V, name: &str) -> Vec<DeskAction> {
    let mut harness = shown(panel, view);
    pressable(&harness, name).click();
    harness.run_steps(2);
    std::mem::take(harness.state_mut())
}

fn softphone(phase: Phase) -> SoftphoneView {
    SoftphoneView {
        phase,
        outbound: false,
        caller: "06 12 34 56 78".into(),
        number: "Caller".into(),
        rings: 2,
        talk_ms: 65_000,
        present_hold_ms: 0,
        hold_ms: 0,
        wrap_up_ms: 0,
        muted: false,
        departments: vec![(DepartmentId::new("level2"), "Level 2".into())],
        consult: None,
        drawer: None,
        keyed: String::new(),
        last_dial: None,
    }
}

#[test]
fn the_softphone_offers_what_the_phase_allows() {
    let table: [(Phase, &str, DeskAction); 9] = [
        (Phase::Ringing, "Answer", DeskAction::Do(Input::Answer)),
        (Phase::Ready, "Dial", DeskAction::Do(Input::Dial)),
        (Phase::Dialling, "Hang up", DeskAction::Do(Input::HangUp)),
        (Phase::Talking, "Hold", DeskAction::Do(Input::Hold)),
        (Phase::Talking, "Mute", DeskAction::Do(Input::Mute { on: true })),
        (Phase::Talking, "Hang up", DeskAction::Unfold(Some(Drawer::HangUp))),
        (Phase::Hold, "Resume", DeskAction::Do(Input::Resume)),
        (Phase::Consulting, "Connect them", DeskAction::Do(Input::CompleteTransfer)),
        (Phase::Consulting, "Leave colleague", DeskAction::Do(Input::EndConsult)),
    ];
    for (phase, button, action) in table {
        assert_eq!(click(softphone_ui, softphone(phase), button), [action], "{phase:?} {button}");
    }
    let harness = shown(softphone_ui, softphone(Phase::WrapUp));
    assert!(harness.query_by_label("Hang up").is_none());
}

#[test]
fn hanging_up_is_confirmed() {
    let asked = || SoftphoneView { drawer: Some(Drawer::HangUp), ..softphone(Phase::Talking) };
    assert_eq!(click(softphone_ui, asked(), "Yes, hang up"), [DeskAction::Do(Input::HangUp)]);
    assert_eq!(click(softphone_ui, asked(), "No, stay on the line"), [DeskAction::Unfold(None)]);
}

#[test]
fn a_colleague_is_consulted_only_while_the_customer_holds() {
    let unfolded = |phase| SoftphoneView { drawer: Some(Drawer::Transfer), ..softphone(phase) };
    let to = DepartmentId::new("level2");
    assert_eq!(click(softphone_ui, unfolded(Phase::Talking), "Consult"), []);
    assert_eq!(click(softphone_ui, unfolded(Phase::Hold), "Consult"), [DeskAction::Do(Input::Consult { to })]);
}

#[test]
fn keys_of_the_keypad_go_to_the_call() {
    let unfolded = SoftphoneView { drawer: Some(Drawer::Keypad), ..softphone(Phase::Talking) };
    assert_eq!(click(softphone_ui, unfolded, "5"), [DeskAction::Do(Input::Keypad { key: '5' })]);
}

fn reply(draft: &str, open: bool) -> ReplyView {
    ReplyView {
        draft: draft.into(),
        open,
        muted: false,
        cuts_in: false,
        suggestions: vec!["Good morning, Fibro, Sam speaking.".into(), "What do you want?".into()],
        focus: true,
    }
}

#[test]
fn the_reply_box_tells_every_key_and_says_on_enter() {
    let mut harness = shown(reply_ui, reply("", true));
    harness.get_by_label("Your reply").type_text("Hello");
    harness.run_steps(2);
    assert!(harness.state().contains(&DeskAction::TypeReply("Hello".into())), "{:?}", harness.state());

    let mut harness = shown(reply_ui, reply("Hello", true));
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().as_slice(), [DeskAction::SayReply]);
    harness.state_mut().clear();
    harness.key_press(Key::ArrowUp);
    harness.run_steps(2);
    assert_eq!(harness.state().as_slice(), [DeskAction::RecallReply(true)]);

    assert_eq!(click(reply_ui, reply("Hello", true), "Say"), [DeskAction::SayReply]);
    assert_eq!(click(reply_ui, reply("", true), "Say"), []);
    assert_eq!(click(reply_ui, reply("Hello", false), "Say"), []);
    assert_eq!(click(reply_ui, reply("", true), "What do you want?"), [DeskAction::SaySuggestion(1)]);
}

fn crm() -> CrmView {
    CrmView {
        search: String::new(),
        hits: Vec::new(),
        open: None,
        changes: 0,
        can_undo: false,
        can_redo: false,
        refused: None,
        focus: false,
        focus_field: None,
        data: false,
    }
}

fn ticket(trouble: Option<&str>) -> OpenCustomer {
    let fields = fields::fields(RecordKind::Ticket).iter().map(|field| FieldView {
        name: field.name,
        kind: field.kind,
        required: field.required,
        text: if field.name == "due_date" { "31/11".into() } else { String::new() },
        trouble: trouble.filter(|_| field.name == "due_date").map(str::to_owned),
        unsaved: field.name == "due_date",
        changed: false,
    });
    OpenCustomer {
        id: RecordId::new("martine"),
        name: "Martine Lefèvre".into(),
        detail: String::new(),
        kind: RecordKind::Ticket,
        counts: RecordKind::ALL.map(|kind| (kind, 1)).to_vec(),
        records: vec![RecordView {
            id: RecordId::new("ticket-new-1"),
            heading: "Ticket".into(),
            new: true,
            fields: fields.collect(),
        }],
    }
}

#[test]
fn the_crm_finds_opens_creates_and_takes_back() {
    let hit = Hit { customer: RecordId::new("martine"), title: "Martine Lefèvre".into(), detail: "Lyon".into() };
    let found = CrmView { search: "lefevre".into(), hits: vec![hit], ..crm() };
    assert_eq!(click(crm_ui, found, "Martine Lefèvre"), [DeskAction::OpenCustomer(RecordId::new("martine"))]);

    let open = || CrmView { open: Some(ticket(None)), can_undo: true, ..crm() };
    assert_eq!(click(crm_ui, open(), "Orders\u{a0}(1)"), [DeskAction::ShowKind(RecordKind::Order)]);
    assert_eq!(click(crm_ui, open(), "New ticket"), [DeskAction::CreateRecord(RecordKind::Ticket)]);
    assert_eq!(click(crm_ui, open(), "Undo"), [DeskAction::Do(Input::Crm(CrmEdit::Undo))]);
    assert_eq!(click(crm_ui, open(), "Redo"), [], "there is nothing to redo");
    let record = RecordId::new("ticket-new-1");
    let discard = DeskAction::Do(Input::Crm(CrmEdit::Discard { record }));
    assert_eq!(click(crm_ui, open(), "Discard this record"), [discard]);
}

#[test]
fn a_field_is_checked_as_it_is_typed_and_written_when_it_is_left() {
    let trouble = "“31/11” is not a full date.";
    let mut harness = shown(crm_ui, CrmView { open: Some(ticket(Some(trouble))), ..crm() });
    assert!(harness.query_by_label(trouble).is_some());
    harness.get_by_label("Due date").focus();
    harness.run_steps(2);
    harness.get_by_label("Due date").type_text("/2026");
    harness.run_steps(2);
    let record = RecordId::new("ticket-new-1");
    let typed = harness.state().iter().any(
        |action| matches!(action, DeskAction::TypeField { field: "due_date", text, .. } if text.contains("/2026")),
    );
    assert!(typed, "{:?}", harness.state());
    harness.key_press(Key::Tab);
    harness.run_steps(2);
    assert!(harness.state().contains(&DeskAction::CommitField { record, field: "due_date" }), "{:?}", harness.state());
}

#[test]
fn the_script_says_where_one_is() {
    let step = |title: &str, done, current| StepState {
        step: StepId::new(title),
        title: title.into(),
        phrase: format!("phrase of {title}"),
        done,
        current,
        applicable: true,
    };
    let steps = vec![step("Greet", true, false), step("Listen", false, true), step("Close", false, false)];
    let harness = shown(script_ui, ScriptView { steps: Some(steps), compact: false });
    assert!(harness.query_by_label("Greet: done").is_some());
    assert!(harness.query_by_label("Listen: to say now").is_some());
    assert!(harness.query_by_label("phrase of Listen").is_some());
    assert!(harness.query_by_label("phrase of Close").is_none());
    assert!(
        shown(script_ui, ScriptView { steps: None, compact: false }).query_by_label("Hidden in this mode").is_some()
    );
}

#[test]
fn the_handbook_opens_pages_and_follows_links() {
    let page = |name: &str, title: &str| PageRow { name: name.into(), title: title.into(), snippet: String::new() };
    let view = || HandbookView {
        search: String::new(),
        pages: vec![page("billing", "Billing"), page("faults", "Faults")],
        open: Some(("billing".into(), "# Refunds\n\nSee [the faults](faults.md).".into())),
        focus: false,
    };
    assert_eq!(click(handbook_ui, view(), "Faults"), [DeskAction::OpenPage("faults".into())]);
    assert_eq!(click(handbook_ui, view(), "the faults"), [DeskAction::OpenPage("faults".into())]);
    assert!(shown(handbook_ui, view()).query_by_label("Refunds").is_some());
}

#[test]
fn an_operator_turn_can_be_played_again_from() {
    let turn = |turn, speaker| TurnRow {
        at_ms: u64::from(turn) * 1_000,
        turn,
        speaker,
        name: "x".into(),
        text: format!("turn {turn}"),
        cut: false,
        over: false,
        muted: false,
        understood: Vec::new(),
        instead: (speaker == Speaker::Operator).then(|| "What a pity, let us see.".to_owned()),
        data: if speaker == Speaker::OtherSide { vec!["TS1534318".to_owned()] } else { Vec::new() },
    };
    let turns = vec![turn(1, Speaker::OtherSide), turn(2, Speaker::Operator)];
    let view = || TranscriptView {
        turns: turns.clone(),
        connected_ms: 500,
        selected_ms: Some(2_000),
        retry: true,
        clickable: true,
        live: false,
        speaking: Some(SpeakingView { name: "Martine".into(), text: "And so".into(), said: 500 }),
    };
    assert_eq!(click(transcript_ui, view(), "Retry from here"), [DeskAction::RetryFrom(2)]);
    let live = TranscriptView { clickable: false, live: true, ..view() };
    let taken = click(transcript_ui, live, "Take “TS1534318” into the record");
    assert_eq!(taken, [DeskAction::TakeDatum("TS1534318".into())]);
    let harness = shown(transcript_ui, view());
    for text in ["What a pity, let us see.", "And so", "Martine"] {
        assert!(harness.query_by_label(text).is_some(), "{text}");
    }
}

#[test]
fn evidence_leads_to_its_moment() {
    let check = CheckRow {
        dimension: Dimension::Listening,
        title: "Restates the need".into(),
        subject: None,
        outcome: CheckOutcome::Failed,
        critical: true,
        weight: 20,
        evidence: vec![EvidenceRow { at_ms: 65_000, text: "nothing restated".into() }],
        advice: "Say it again in your own words.".into(),
        instead: Some("If I understand you well, you were charged twice.".into()),
    };
    let view = || ChecksView { checks: vec![check.clone()], filter: CheckFilter::Failed, connected_ms: 5_000 };
    assert_eq!(
        click(checks_ui, view(), "Go to 01:00"),
        [DeskAction::JumpTo(65_000)],
        "told from when somebody was there"
    );
    assert!(shown(checks_ui, view()).query_by_label("If I understand you well, you were charged twice.").is_some());
    assert_eq!(click(checks_ui, view(), "All (1)"), [DeskAction::FilterChecks(CheckFilter::All)]);
    assert!(shown(checks_ui, view()).query_by_label("Restates the need: failed").is_some());
}

#[test]
fn the_rating_is_asked_before_the_debrief_is_shown() {
    let view = |rating| SelfRatingView {
        title: "A call".into(),
        ratings: Dimension::HEADLINE.map(|dimension| (dimension, rating)).to_vec(),
    };
    assert_eq!(click(self_rating_ui, view(None), "See my debrief"), []);
    assert_eq!(click(self_rating_ui, view(Some(75)), "See my debrief"), [DeskAction::SubmitRating]);
    assert_eq!(click(self_rating_ui, view(None), "Listening: Good"), [DeskAction::Rate(Dimension::Listening, 75)]);
}

#[test]
fn wrap_up_needs_a_disposition() {
    let solved = DispositionId::new("solved");
    let view = |chosen: Option<DispositionId>| WrapUpView {
        ended: "note-ended-operator",
        wrap_up_ms: 1_000,
        dispositions: vec![(DispositionId::new("solved"), "Solved".into())],
        chosen,
    };
    assert_eq!(click(wrap_up_ui, view(None), "Finish"), []);
    assert_eq!(click(wrap_up_ui, view(Some(solved.clone())), "Finish"), [DeskAction::Do(Input::FinishWrapUp)]);
    assert_eq!(click(wrap_up_ui, view(None), "Solved"), [DeskAction::Do(Input::Disposition { id: solved })]);
}

#[test]
fn the_library_offers_calls_and_what_was_left_unfinished() {
    let call = CallRow {
        id: CallId::new("double"),
        title: "A double charge".into(),
        direction: Direction::Inbound,
        kind: CallKind::Complaint,
        difficulty: 1,
        attempts: 1,
        best: Some(Points(842)),
        passed: true,
        next: false,
    };
    let pack = PackRow {
        id: PackId::new("telecom"),
        title: "Telecom".into(),
        summary: String::new(),
        sector: "telecom".into(),
        languages: vec![Language::French],
        calls: vec![call],
    };
    let unfinished =
        UnfinishedRow { attempt: AttemptId(3), title: "An outage".into(), started: "just now".into(), playable: true };
    let view = || LibraryView {
        loading: false,
        search: String::new(),
        filter: LibraryFilter::default(),
        sectors: vec!["telecom".into()],
        next: None,
        packs: vec![pack.clone()],
        unfinished: vec![unfinished.clone()],
        broken: vec![BrokenPack { folder: "mine".into(), errors: 2 }],
        roots: Vec::new(),
    };
    let pick = DeskAction::PickCall(PackId::new("telecom"), CallId::new("double"));
    assert_eq!(click(library_ui, view(), "Prepare the call: A double charge"), [pick]);
    assert_eq!(click(library_ui, view(), "Resume"), [DeskAction::GoOn(AttemptId(3))]);
    assert_eq!(click(library_ui, view(), "Debrief"), [DeskAction::DebriefAttempt(AttemptId(3))]);
    assert_eq!(click(library_ui, view(), "Discard"), [DeskAction::Discard(AttemptId(3))]);
    assert!(shown(library_ui, view()).query_by_label("Best: 84").is_some());
    assert_eq!(click(library_ui, view(), "Show the 2 errors"), [DeskAction::ShowProblems("mine".into())]);
    let open_only = LibraryFilter { open_only: true, ..LibraryFilter::default() };
    assert_eq!(click(library_ui, view(), "Not passed yet"), [DeskAction::FilterLibrary(open_only)]);
}

#[test]
fn deleting_an_attempt_is_confirmed() {
    let row = AttemptRow {
        id: AttemptId(1),
        title: "A call".into(),
        when: "just now".into(),
        mode: "mode-guided",
        state: State::Finished,
        retried: false,
        overall: Some(Points(700)),
        result: Some(Verdict::Pass),
        dimensions: Vec::new(),
        playable: true,
        voice: None,
    };
    let view = |deleting| HistoryView { attempts: vec![row.clone()], deleting, marked: Vec::new() };
    assert_eq!(click(history_ui, view(None), "Open"), [DeskAction::DebriefAttempt(AttemptId(1))]);
    assert_eq!(click(history_ui, view(None), "Delete this attempt"), [DeskAction::AskDelete(Some(AttemptId(1)))]);
    assert_eq!(click(history_ui, view(Some(AttemptId(1))), "Delete"), [DeskAction::Delete(AttemptId(1))]);
    assert_eq!(click(history_ui, view(Some(AttemptId(1))), "Keep"), [DeskAction::AskDelete(None)]);
    let voice = || AttemptRow { voice: Some("2 recordings, until 22/05/2027".into()), ..row.clone() };
    let view = || HistoryView { attempts: vec![voice()], deleting: None, marked: Vec::new() };
    assert!(shown(history_ui, view()).query_by_label("2 recordings, until 22/05/2027").is_some());
    assert_eq!(
        click(history_ui, view(), "Listen to the recordings, or delete them"),
        [DeskAction::DebriefAttempt(AttemptId(1)), DeskAction::ShowPart(DebriefPart::Voice)]
    );
}

fn profile(erasing: Option<Erasure>) -> ProfileView {
    ProfileView {
        trainees: vec![TraineeRow { id: TraineeId(1), name: "Karim Benali".into() }],
        chosen: Some(TraineeId(1)),
        new_name: String::new(),
        operator: "Karim".into(),
        language: Language::English,
        shade: Shade::Light,
        text_size: 100,
        still: false,
        author: false,
        silent: false,
        voices: 100,
        signals: 75,
        microphone: microphone(Device::Off),
        attempts: 3,
        exported: None,
        erasing,
        kept: true,
    }
}

#[test]
fn data_is_exported_and_deleted_after_two_questions() {
    assert_eq!(click(profile_ui, profile(None), "Export my data…"), [DeskAction::ExportData]);
    let asked = [DeskAction::AskErase(Some(Erasure::Asked))];
    assert_eq!(click(profile_ui, profile(None), "Delete this profile"), asked);
    let again = [DeskAction::AskErase(Some(Erasure::AskedAgain))];
    assert_eq!(click(profile_ui, profile(Some(Erasure::Asked)), "Delete"), again);
    assert_eq!(click(profile_ui, profile(Some(Erasure::AskedAgain)), "Delete for good"), [DeskAction::Erase]);
    for asked in [Erasure::Asked, Erasure::AskedAgain] {
        assert_eq!(click(profile_ui, profile(Some(asked)), "Keep the profile"), [DeskAction::AskErase(None)]);
    }
    let shown = shown(profile_ui, ProfileView { exported: Some("/data/exports/Karim".into()), ..profile(None) });
    assert!(shown.query_by_label("/data/exports/Karim").is_some());
}

#[test]
fn the_data_of_nobody_is_not_offered() {
    for view in [ProfileView { chosen: None, ..profile(None) }, ProfileView { kept: false, ..profile(None) }] {
        assert!(shown(profile_ui, view).query_by_label("Export my data…").is_none());
    }
}

#[test]
fn a_profile_can_be_exported_by_keyboard() {
    let mut harness = shown(profile_ui, profile(None));
    let focused = |harness: &Harness<'_, Vec<DeskAction>>| pressable(harness, "Export my data…").is_focused();
    for _ in 0..40 {
        if focused(&harness) {
            break;
        }
        harness.key_press(Key::Tab);
        harness.run_steps(2);
    }
    assert!(focused(&harness));
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert_eq!(*harness.state(), [DeskAction::ExportData]);
}

#[test]
fn two_marked_attempts_can_be_compared() {
    let row = |id| AttemptRow {
        id: AttemptId(id),
        title: format!("Call {id}"),
        when: "today".into(),
        mode: "mode-guided",
        state: State::Finished,
        retried: false,
        overall: Some(Points(700)),
        result: Some(Verdict::Pass),
        dimensions: Vec::new(),
        playable: true,
        voice: None,
    };
    let view = |marked: Vec<AttemptId>| HistoryView { attempts: vec![row(1), row(2)], deleting: None, marked };
    assert_eq!(click(history_ui, view(Vec::new()), "Compare"), [], "none is marked");
    assert_eq!(click(history_ui, view(Vec::new()), "Compare: Call 1, today"), [DeskAction::MarkAttempt(AttemptId(1))]);
    assert_eq!(click(history_ui, view(vec![AttemptId(1), AttemptId(2)]), "Compare"), [DeskAction::Compare]);
}

#[test]
fn progress_says_what_to_do_next_and_why() {
    let series = |dimension| SeriesView {
        dimension,
        points: [500, 800].map(|points| PointView { points: Some(Points(points)), tip: String::new() }).to_vec(),
    };
    let view = ProgressView {
        attempts: 2,
        passed: 1,
        series: vec![series(None), series(Some(Dimension::Listening))],
        pass_mark: 70,
        packs: Vec::new(),
        weakest: vec![WeakRow {
            title: "Restates the need".into(),
            dimension: Dimension::Listening,
            missed: 2,
            applied: 2,
            advice: "Say it again.".into(),
        }],
        next: Some(NextRow {
            pack: PackId::new("telecom"),
            call: CallId::new("double"),
            title: "A double charge".into(),
            why: "because".into(),
        }),
    };
    let harness = shown(progress_ui, view.clone());
    for text in ["Do next: A double charge", "because", "Restates the need", "Listening, oldest first: 50, 80"] {
        assert!(harness.query_by_label(text).is_some(), "{text}");
    }
    let picked = DeskAction::PickCall(PackId::new("telecom"), CallId::new("double"));
    assert_eq!(click(progress_ui, view, "Prepare the call: A double charge"), [picked]);
}

#[test]
fn a_pack_that_cannot_be_played_says_why() {
    let view = ProblemsView {
        folder: "mine".into(),
        problems: vec![ProblemRow {
            severity: headset::diagnostic::Severity::Error,
            place: "mine/pack.ron:4:5".into(),
            code: "P102".into(),
            message: "there is no field “titel” here".into(),
            help: "did you mean “title”?".into(),
            excerpt: Some((4, "    titel: 1,".into())),
            column: 4,
        }],
        more: 0,
    };
    let harness = shown(problems_ui, view.clone());
    for text in ["mine/pack.ron:4:5", "there is no field “titel” here", "did you mean “title”?", "4 │     titel: 1,"]
    {
        assert!(harness.query_by_label(text).is_some(), "{text}");
    }
    assert_eq!(click(problems_ui, view, "Reload packs"), [DeskAction::ReloadPacks]);
}

fn microphone(device: Device) -> MicrophoneView {
    MicrophoneView {
        names: vec!["USB headset".into()],
        device,
        open: false,
        trouble: None,
        level_db: Some(-20),
        record: false,
        model: Some("ggml-base.bin".into()),
    }
}

#[test]
fn a_microphone_is_chosen_and_nothing_is_kept_unasked() {
    let named = || Device::Named("USB headset".into());
    assert_eq!(click(microphone_ui, microphone(Device::Off), "USB headset"), [DeskAction::SetMicrophone(named())]);
    let usual = "The computer’s usual microphone";
    assert_eq!(click(microphone_ui, microphone(Device::Off), usual), [DeskAction::SetMicrophone(Device::Usual)]);
    assert_eq!(click(microphone_ui, microphone(named()), "No microphone"), [DeskAction::SetMicrophone(Device::Off)]);
    assert_eq!(click(microphone_ui, microphone(named()), "Look again"), [DeskAction::FindMicrophones]);
    assert_eq!(click(microphone_ui, microphone(named()), "Open microphone"), [DeskAction::OpenMicrophone(true)]);
    let consent = "I agree that my voice is recorded";
    assert_eq!(click(microphone_ui, microphone(named()), consent), [DeskAction::SetRecording(true)]);
    // Without a microphone there is nothing to set.
    let off = shown(microphone_ui, microphone(Device::Off));
    assert!(off.query_by_label(consent).is_none() && off.query_by_label("Microphone level").is_none());
    // One that was unplugged is still the one that is set.
    let gone = MicrophoneView { trouble: Some("no Webcam".into()), ..microphone(Device::Named("Webcam".into())) };
    let gone = shown(microphone_ui, gone);
    assert!(gone.query_all_by_label("Webcam (unplugged)").next().is_some());
    assert!(gone.query_by_label_contains("no Webcam").is_some());
}

fn gauge() -> GaugeView {
    GaugeView {
        trouble: None,
        open: false,
        heard: true,
        speaks: false,
        level_db: -20,
        rate: Some(Measure { value: 6.0, usual: (3.0, 4.2) }),
        loudness: Some(Measure { value: -20.0, usual: (-38.0, -14.0) }),
        records: false,
        aloud: None,
    }
}

#[test]
fn the_gauge_says_who_speaks_and_what_is_unusual() {
    let quiet = shown(gauge_ui, gauge());
    for name in ["F5: speak", "Microphone level", "Rate: above what is usual", "Loudness: as usual"] {
        assert!(quiet.query_by_label(name).is_some(), "{name}");
    }
    assert!(quiet.query_by_label("Your voice is being recorded.").is_none());
    let speaks = shown(gauge_ui, GaugeView { speaks: true, records: true, ..gauge() });
    assert!(speaks.query_by_label("You are speaking").is_some());
    assert!(speaks.query_by_label("Your voice is being recorded.").is_some());
    let aloud = || GaugeView { aloud: Some(23), ..gauge() };
    assert!(shown(gauge_ui, aloud()).query_by_label_contains("You spoke for 2.3").is_some());
    assert_eq!(click(gauge_ui, aloud(), "That was not for the customer"), [DeskAction::Unsay]);
    let trouble = || GaugeView { trouble: Some("permission denied".into()), ..gauge() };
    assert!(shown(gauge_ui, trouble()).query_by_label_contains("permission denied").is_some());
    assert_eq!(click(gauge_ui, trouble(), "Try again"), [DeskAction::FindMicrophones]);
}

#[test]
fn the_voice_is_looked_back_on_and_its_recordings_deleted_after_a_question() {
    let view = |deleting| VoiceView {
        report: VoiceReport {
            whole_ms: 60_000,
            connected_ms: 2_000,
            spoken: vec![(3_000, 9_000)],
            pauses: vec![(5_000, 5_400)],
            curves: vec![Curve {
                key: "voice-rate",
                lines: vec![vec![(3_000, 5.0), (9_000, 5.0)]],
                bounds: (2.0, 6.0),
                usual: Some((3.0, 4.2)),
            }],
            figures: vec![Figure {
                key: "voice-rate",
                value: "5.0 syllables/s".into(),
                usual: Some("3.0 to 4.2 syllables/s".into()),
                within: Some(false),
            }],
            advice: vec![Advice::Slower],
        },
        recordings: Some(RecordingsView {
            attempt: AttemptId(4),
            until: "22 May 2027".into(),
            recordings: [(1, 1_000), (2, 14_000), (4, 31_000)]
                .map(|(number, since_ms)| RecordingRow { number, since_ms, playing: number == 2 })
                .to_vec(),
            audible: true,
            folder: "/data/recordings/attempt-4-until-2027-05-22".into(),
            deleting,
        }),
    };
    let seen = shown(voice_ui, view(false));
    for name in
        ["5.0 syllables/s", "usual: 3.0 to 4.2 syllables/s", "3 recordings of your voice, kept until 22 May 2027."]
    {
        assert!(seen.query_by_label(name).is_some(), "{name}");
    }
    assert!(seen.query_by_label_contains("Speak more slowly").is_some());
    let played = DeskAction::PlayRecording(Some((AttemptId(4), 4)));
    assert_eq!(click(voice_ui, view(false), "Play what you said at 00:31"), [played]);
    assert_eq!(click(voice_ui, view(false), "Stop what you said at 00:14"), [DeskAction::PlayRecording(None)]);
    let asked = DeskAction::AskDeleteRecordings(Some(AttemptId(4)));
    assert_eq!(click(voice_ui, view(false), "Delete the recordings"), [asked]);
    assert_eq!(click(voice_ui, view(true), "Keep them"), [DeskAction::AskDeleteRecordings(None)]);
    assert_eq!(click(voice_ui, view(true), "Delete for good"), [DeskAction::DeleteRecordings(AttemptId(4))]);
    let jumped = click(voice_ui, view(true), "Your voice over the call: rate, pitch, level and pauses");
    assert!(matches!(jumped[..], [DeskAction::JumpTo(_)]), "{jumped:?}");
}

fn mind() -> MindPanelView {
    let mood = |patience| Mood { patience, trust: 50, confusion: 10, interest: 60 };
    let fact = |id: &str, told_ms, takes| FactView { fact: FactId::new(id), told_ms, takes };
    MindPanelView {
        mind: Some(MindView {
            persona: PersonaId::new("yves"),
            mood: mood(40),
            curve: vec![(1_000, mood(70)), (31_000, mood(40))],
            facts: vec![
                fact("fee_letter", Some(31_000), Takes::Nothing),
                fact("mother_died", None, Takes::Trust(60)),
                fact("contract", None, Takes::Asking),
            ],
            objections: vec![ObjectionView {
                objection: ObjectionId::new("too_dear"),
                raised_ms: Some(41_000),
                lifted_ms: None,
                needs: vec![Move::Empathise],
                answers: vec![IntentId::new("value")],
            }],
            memory: std::collections::BTreeMap::from([("refusals".to_owned(), "1".to_owned())]),
            settled: None,
            turns: vec![TurnView {
                at_ms: 30_000,
                text: "What is the letter about?".into(),
                moves: vec![(Move::OpenQuestion, Span(0, 4), Confidence(900))],
                intents: vec![],
                asked: vec![FactId::new("fee_letter")],
                mood: Some((mood(70), mood(40))),
                lines: vec![LineId::new("yves.letter")],
                script_failed: None,
            }],
        }),
        connected_ms: 1_000,
        now_ms: 61_000,
    }
}

#[test]
fn an_author_sees_what_is_told_objected_and_understood_and_why() {
    let shown = shown(|ui, view: &MindPanelView, words, _| mind_ui(ui, view, words), mind());
    for name in [
        "Patience: 40",
        "fee_letter: told at 00:30",
        "mother_died: not told: takes a question and trust 60",
        "contract: not told: nobody asked",
        "too_dear: raised at 00:40, not lifted · takes empathise + value",
        "What is the letter about?",
        "open_question · 90%",
        "‹What›",
        "asks for fee_letter",
        "Patience 70 → 40",
        "answers with yves.letter",
    ] {
        assert!(shown.query_all_by_label(name).next().is_some(), "{name:?} is not shown");
    }
}

#[test]
fn a_mind_needs_somebody() {
    let nobody = MindPanelView { mind: None, connected_ms: 0, now_ms: 0 };
    let shown = shown(|ui, view: &MindPanelView, words, _| mind_ui(ui, view, words), nobody);
    assert!(shown.query_by_label("Nobody is on the line yet.").is_some());
}

#[test]
fn who_writes_packs_says_so_in_the_profile() {
    assert_eq!(
        click(profile_ui, profile(None), "See what the customer thinks (never in an exam)"),
        [DeskAction::SetAuthor(true)]
    );
}
