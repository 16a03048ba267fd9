//! Headset: a flight simulator for call-centre operators.
//!
//! # The one idea
//!
//! A call is a fold over events. Inputs (the trainee spoke, typed, pressed hold, edited a CRM field; time passed) go into
//! a pure state machine, events come out. The *journal* is the list of inputs with pack hash, seed and language. Screen,
//! sound, score, replay, retry from a moment and crash recovery read the journal and nothing else: the same pack, seed
//! and inputs give the same events and the same score, byte for byte, on every machine.
//!
//! ```text
//! trainee ──input──▶ language ──Heard──▶ persona ──effects──▶ call ──events──▶ journal
//!                    moves, intents,      mood, facts,         phases, clock     ├─▶ desk, terminal
//!                    questions, entities  objections                             ├─▶ score ─▶ debrief
//! CRM edits, telephone keys, time ─────────────────────────▶                     └─▶ records
//! ```
//!
//! # Layers (upper may use lower, never the reverse)
//!
//! | layer | what it is |
//! |---|---|
//! | `cli`, `desk` (feature `desktop`) | shells: they show, forward inputs, measure time; no rule of the simulation |
//! | [`records`] | trainees, attempts, journals, scores on disk |
//! | [`debrief`] | a call looked back on: timeline, transcript, what an excellent operator would have said, the page to print |
//! | [`workshop`] | where packs are made: scaffolding, coverage by robots, texts for translators, the manual's reference |
//! | [`training`] | one trainee's run: wires the parts below; replay files; robot trainees; the model plan |
//! | [`call`], [`score`] | the clock and who speaks when; scoring reads events, the call never reads scores |
//! | [`persona`], [`language`], [`crm`] | do not know each other; `training::cast` translates between them |
//! | [`hearing`] | above `voice` and `call`: the operator's own voice; only `debrief` and the shells use it |
//! | [`voice`] | above `language`, below `call`: when each word of the other side is said, and the sound of it |
//! | [`pack`] | files → a checked, immutable `Pack`, or a report of diagnostics |
//! | [`behaviour`] | the sandboxed language of persona scripts, one engine for checker and game |
//! | [`diagnostic`], [`source`], [`random`], [`recording`], [`value`], [`moves`], [`mood`], [`id`], [`level`], [`locale`], [`wording`] | leaves |
//!
//! Below all lies the package `headset-meaning` (`meaning/`): the encoder of meanings and what learns from examples. It is
//! a package of its own only so that cargo can optimise it in builds for debugging.
//!
//! Two places differ from the first design. `behaviour` lies below `pack`, because the checker compiles the very scripts the
//! game runs. `value` holds amounts, dates and numbers in one canonical form that packs, CRM, understanding and score share,
//! so that a variable, a typed field and a spoken amount can be compared at all.
//!
//! # Invariants
//!
//! 1. The core has no clock, no threads, no globals and no unseeded randomness. Files are read in `pack/files.rs` and
//!    written in `records/`; the shells open what the user names. Random streams are forked by purpose
//!    ([`random::Stream`]), from a generator that is portable across versions.
//! 2. What authors write ([`pack::raw`]) and what the program uses ([`pack::model`]) are different types. A `Pack` can be had
//!    in no other way than by loading.
//! 3. Persona scripts get a read-only view and return effects. They cannot loop for ever, allocate without bound or reach
//!    anything. A script that fails becomes an event and the usual reaction; the call goes on.
//! 4. Every point gained or lost carries evidence: event, time, span of text and the rule. Points are whole numbers.
//! 5. Panels never mutate and systems never decide: panels push actions, systems forward them.
//! 6. Every diagnostic has file, line and column, says what is wrong, then what to do, with the nearest known name. A check
//!    reports all problems in one run. Exit codes: 0 clean, 1 problems, 2 could not run.
//! 7. No `unwrap` outside tests, no `expect` without a message that says why it cannot happen. No `unsafe`, but in `pico`.
//!
//! # Time
//!
//! Call time moves only through [`call::Input::Pass`] and through speaking. A typed reply is charged the time it takes to
//! *say* it plus the pause before the first key, never the typing: after a key the clock waits for up to three seconds
//! ([`call::Call::clock_waits`]). A customer's line takes the time it takes to say it, with or without a sound card: the time
//! of every word is planned from voice, mood and words ([`voice::Plan`], whole numbers, 0.1 ms), and what is synthesised is
//! fitted to the plan to the millisecond. Synthesising first and measuring would make every journal depend on a C library,
//! its compiler and a folder to keep voices in, and a robot's call ten times as dear.
//!
//! # Speech
//!
//! SVOX Pico speaks, in the package `pico` beside this one: it is C, and `unsafe` stays out of here. Its voices are part of
//! the program; they are written to a cache folder because Pico loads voices from files only. Everybody in a pack has a
//! voice of his own, made of pitch, rate, size of the throat and, in English, accent; the mood, in six steps, changes pitch,
//! rate, movement, pauses and loudness. At the desk a line is synthesised during the pause before it, on a thread of its
//! own, and kept; a line that the pack brings as a recording is decoded there and takes as long as its frames say, which is
//! known without decoding. Without a sound card, or without a place for the voices, the call goes on and the screen says so.
//!
//! [`hearing`] is the other direction: an ear (open microphone or push-to-talk) and measures of how somebody sounds. The
//! desk tells the call when a voice begins and ends, in milliseconds ([`call::Input::VoiceBegan`]); the customer gives way
//! after 600 ms of both. The words follow: while they are chosen or typed the clock waits, a minute at most. Speaking over
//! and dead air count as they do for typed answers. What was measured comes as whole numbers ([`call::Input::Voice`]), some
//! time later, from a thread of its own: it is advice and enters no score.

pub mod behaviour;
pub mod call;
pub mod cli;
pub mod crm;
pub mod debrief;
#[cfg(feature = "desktop")]
pub mod desk;
pub mod diagnostic;
pub mod hearing;
pub mod id;
pub mod language;
pub mod level;
pub mod locale;
pub mod mood;
pub mod moves;
pub mod pack;
pub mod persona;
pub mod random;
pub mod recording;
pub mod records;
pub mod score;
pub mod source;
pub mod training;
pub mod value;
pub mod voice;
pub mod wording;
pub mod workshop;
