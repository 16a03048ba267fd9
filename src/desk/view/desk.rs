//! The desk while a call is played.

use super::super::action::{Focus, Work};
use super::super::panel::briefing::mode_key;
use super::super::panel::clock::ClockView;
use super::super::panel::customer::CustomerView;
use super::super::panel::gauge::{GaugeView, Measure};
use super::super::panel::mind::MindPanelView;
use super::super::panel::reply::ReplyView;
use super::super::panel::script::ScriptView;
use super::super::panel::softphone::{ConsultRow, SoftphoneView};
use super::super::panel::transcript::{SpeakingView, TranscriptView};
use super::super::panel::wrap_up::WrapUpView;
use super::super::screen::DeskView;
use super::super::state::{Desk, Device, Sitting};
use super::{crm, handbook, person};
use crate::call::{EndedBy, Party, Phase, What};
use crate::debrief;
use crate::hearing::{Listening, together};
use crate::pack::fields;
use crate::pack::model::{Direction, PickUp, RecordKind};
use crate::training::{Mode, Run};
use crate::value::Value;
use crate::wording::Wording;

/// What the desk shows.
pub fn desk(desk: &Desk, sitting: &Sitting) -> DeskView {
    let words = desk.words();
    let run = sitting.run();
    let mode = run.setup().mode;
    let timers = run.timers();
    let focus = |wanted| desk.focus == Some(wanted);
    DeskView {
        clock: ClockView { handle_ms: timers.handle_ms, target_s: run.scenario().target_s, waits: run.clock_waits() },
        mode: mode_key(mode),
        softphone: softphone(sitting, words),
        customer: customer(desk, sitting, words),
        script: ScriptView {
            steps: matches!(mode, Mode::Guided | Mode::ScriptShown).then(|| sitting.script().to_vec()),
            compact: !sitting.offered().is_empty(),
        },
        transcript: TranscriptView {
            turns: turns(sitting, words),
            connected_ms: debrief::connected_ms(run),
            selected_ms: None,
            retry: false,
            clickable: false,
            live: true,
            speaking: run.speaking().map(|speaking| SpeakingView {
                name: debrief::name(run, run.party().unwrap_or(Party::Customer), words),
                said: (speaking.said * 1_000 / speaking.text.len().max(1)).min(1_000) as u16,
                text: speaking.text,
            }),
        },
        reply: ReplyView {
            draft: sitting.reply.clone(),
            open: matches!(run.phase(), Phase::Talking | Phase::Consulting),
            muted: run.muted(),
            cuts_in: run.speaking().is_some(),
            suggestions: sitting.offered().iter().map(|line| line.text.clone()).collect(),
            focus: focus(Focus::Reply),
        },
        gauge: (desk.settings.microphone != Device::Off).then(|| gauge(desk, sitting)),
        wrap_up: (run.phase() == Phase::WrapUp).then(|| wrap_up(run, desk)),
        work: sitting.work,
        split: desk.settings.split,
        crm: crm::crm(desk, sitting, focus(Focus::CrmSearch), focus(Focus::Field)),
        handbook: handbook::handbook(sitting, focus(Focus::HandbookSearch)),
        mind: (desk.settings.author && mode != Mode::Exam).then(|| MindPanelView {
            // Looking into it costs a walk through the whole call.
            mind: if sitting.work == Work::Mind { run.mind() } else { None },
            connected_ms: debrief::connected_ms(run),
            now_ms: run.now_ms(),
        }),
        understood: (mode != Mode::Exam).then_some(sitting.understood),
    }
}

/// The microphone, and how the operator sounded when he spoke last.
fn gauge(desk: &Desk, sitting: &Sitting) -> GaugeView {
    let run = sitting.run();
    let norms = desk.norms(run.setup().language);
    // Less than a second and a half says nothing about a rate.
    let last = desk.ears.last.as_ref().filter(|last| last.spoken_ms >= 1_500).map(|last| together([(last, None)]));
    let measure = |value: Option<f32>, usual: crate::hearing::analysis::Range| {
        value.map(|value| Measure { value, usual: (usual.0, usual.1) })
    };
    GaugeView {
        trouble: desk.ears.trouble.clone(),
        open: desk.settings.open_microphone,
        heard: desk.listening() != Listening::Off,
        speaks: run.voice_is_heard(),
        level_db: desk.ears.level_db,
        rate: measure(last.as_ref().and_then(|last| last.speech_rate()), norms.speech_rate),
        loudness: measure(last.as_ref().and_then(|last| last.lufs), norms.loudness),
        records: desk.settings.record && sitting.attempt().is_some(),
        aloud: run.aloud().map(|aloud| aloud.ms() / 100),
    }
}

/// The transcript, with what was said that a record may want.
fn turns(sitting: &Sitting, words: &Wording) -> Vec<debrief::TurnRow> {
    let run = sitting.run();
    let understood = sitting.understood && run.setup().mode != Mode::Exam;
    let mut turns = debrief::rows(run, understood, words);
    for row in turns.iter_mut().filter(|row| row.speaker == debrief::Speaker::OtherSide) {
        row.data = sitting.data().of(row.turn).to_vec();
    }
    turns
}

fn softphone(sitting: &Sitting, words: &Wording) -> SoftphoneView {
    let run = sitting.run();
    let timers = run.timers();
    let outbound = run.scenario().direction == Direction::Outbound;
    let language = run.setup().language;
    let number = number(run);
    let name = debrief::name(run, Party::Customer, words);
    let shown = if outbound { (name, number) } else { (number, name) };
    let phase = run.phase();
    let rings = run.events().iter().rev().find_map(|event| match event.what {
        What::Ring { count } => Some(count),
        _ => None,
    });
    let keyed = run.events().iter().filter_map(|event| match event.what {
        What::Keypad { key } => Some(key),
        _ => None,
    });
    let briefed = run.events().iter().rev().find_map(|event| match event.what {
        What::Briefed { .. } => Some(true),
        What::ConsultStarted { .. } => Some(false),
        _ => None,
    });
    let reached = run.events().iter().rev().find_map(|event| match event.what {
        What::Reached { pick_up, .. } => Some(pick_up),
        _ => None,
    });
    SoftphoneView {
        phase,
        outbound,
        caller: shown.0,
        number: shown.1,
        rings: rings.unwrap_or(0),
        talk_ms: timers.talk_ms,
        present_hold_ms: timers.present_hold_ms,
        hold_ms: timers.hold_ms,
        wrap_up_ms: timers.wrap_up_ms,
        muted: run.muted(),
        departments: run
            .pack()
            .company
            .departments
            .iter()
            .map(|department| {
                (department.id.clone(), run.pack().title(&department.name, language, Some(run.variables())))
            })
            .collect(),
        consult: (phase == Phase::Consulting).then(|| ConsultRow {
            department: debrief::department(run).unwrap_or_default(),
            briefed: briefed == Some(true),
        }),
        drawer: sitting.drawer,
        keyed: keyed.collect(),
        last_dial: reached.map(reached_key),
    }
}

/// The number on the display: the customer's.
fn number(run: &Run) -> String {
    let record = run.crm().record(&run.scenario().record);
    let number = record.and_then(|record| {
        let numbers = ["mobile", "phone"].map(|name| {
            fields::find(RecordKind::Customer, name).and_then(|field| record.fields.get(field.name).cloned())
        });
        numbers.into_iter().flatten().next()
    });
    number.map_or_else(String::new, |number| Value::Phone(number).written(run.setup().language))
}

fn reached_key(pick_up: PickUp) -> &'static str {
    match pick_up {
        PickUp::Answered => "dial-answered",
        PickUp::NoAnswer => "dial-no-answer",
        PickUp::Busy => "dial-busy",
        PickUp::Voicemail => "dial-voicemail",
        PickUp::WrongPerson => "dial-wrong-person",
    }
}

fn customer(desk: &Desk, sitting: &Sitting, words: &Wording) -> CustomerView {
    let run = sitting.run();
    let party = run.party().unwrap_or(Party::Customer);
    CustomerView {
        face: person::face(sitting, desk.settings.still),
        name: debrief::name(run, party, words),
        role: debrief::role(run, party),
        mood: matches!(party, Party::Customer | Party::Gatekeeper | Party::WrongPerson),
        meters: run.setup().mode == Mode::Guided && matches!(party, Party::Customer | Party::Gatekeeper),
        absent: match (run.phase(), run.party()) {
            (_, Some(Party::Voicemail)) => "role-voicemail",
            (Phase::Ringing, _) => "customer-ringing",
            (Phase::Ready | Phase::Dialling, _) => "customer-ready",
            _ => "customer-gone",
        },
    }
}

fn wrap_up(run: &Run, desk: &Desk) -> WrapUpView {
    let pack = run.pack();
    let language = super::shown_language(pack, desk.settings.language);
    let by = run.events().iter().rev().find_map(|event| match event.what {
        What::Ended { by, .. } => Some(by),
        _ => None,
    });
    let chosen = run.events().iter().rev().find_map(|event| match &event.what {
        What::Disposition { id } => Some(id.clone()),
        _ => None,
    });
    WrapUpView {
        ended: debrief::ended(by.unwrap_or(EndedBy::Operator)),
        wrap_up_ms: run.timers().wrap_up_ms,
        dispositions: pack
            .dispositions
            .iter()
            .map(|disposition| (disposition.id.clone(), pack.title(&disposition.title, language, None)))
            .collect(),
        chosen,
    }
}
