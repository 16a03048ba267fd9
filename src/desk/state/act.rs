//! What each action does. The only place where the window changes anything.

use super::super::action::{DeskAction, Drawer, Focus, Screen, Work};
use super::sitting::OpenRecord;
use super::{Choice, Desk, Review, SPLITS, Shelf, Sitting, now};
use crate::call::{CrmEdit, Input, Phase, What};
use crate::id::{CallId, PackId, RecordId};
use crate::level::Level;
use crate::pack::model::RecordKind;
use crate::records::{AttemptId, State, Store};
use crate::training::{Header, Journal, Mode, Run, Setup};

impl Desk {
    /// Does what the trainee did.
    pub fn act(&mut self, action: DeskAction) {
        match action {
            DeskAction::Go(screen) => self.go(screen),
            DeskAction::SetLanguage(language) => self.set(|settings| settings.language = language),
            DeskAction::SetShade(shade) => self.set(|settings| settings.shade = shade),
            DeskAction::SetTextSize(size) => self.set(|settings| settings.text_size = size),
            DeskAction::SetStillness(still) => self.set(|settings| settings.still = still),
            DeskAction::SetAuthor(author) => self.set(|settings| settings.author = author),
            DeskAction::SetSilence(silent) => self.set(|settings| settings.silent = silent),
            DeskAction::SplitDesk(split) => {
                let split = split.clamp(SPLITS.0, SPLITS.1);
                self.set(|settings| settings.split = split);
            }
            DeskAction::SetVoices(percent) => self.set(|settings| settings.voices = percent),
            DeskAction::SetSignals(percent) => self.set(|settings| settings.signals = percent),
            DeskAction::SetMicrophone(device) => self.set(|settings| settings.microphone = device),
            DeskAction::OpenMicrophone(open) => self.set(|settings| settings.open_microphone = open),
            DeskAction::FindMicrophones => self.ears.look_again = true,
            DeskAction::SetRecording(on) => self.set(|settings| settings.record = on),
            DeskAction::SetModel(model) => self.set(|settings| settings.model = model),
            DeskAction::Talk(held) => self.ears.held = held,
            DeskAction::Unsay => self.input(Input::Unsaid),
            DeskAction::AskDeleteRecordings(attempt) => self.ears.deleting = attempt,
            DeskAction::PlayRecording(which) => self.ears.playing = which,
            DeskAction::DeleteRecordings(attempt) => self.delete_recordings(attempt),
            DeskAction::DismissNotice => self.notice = None,
            DeskAction::Focus(focus) => self.give_keyboard(focus),

            DeskAction::TypeTraineeName(name) => self.new_name = name,
            DeskAction::CreateTrainee => self.create_trainee(),
            DeskAction::PickTrainee(id) => {
                self.trainee = Some(id);
                (self.exported, self.erasing) = (None, None);
                self.set(|settings| settings.trainee = Some(id));
                self.read_attempts();
            }
            DeskAction::ExportData => self.export_data(),
            DeskAction::AskErase(asked) => self.erasing = asked,
            DeskAction::Erase => self.erase(),
            DeskAction::TypeOperator(name) => {
                let name: String = name.chars().take(40).collect();
                self.set(|settings| settings.operator = name);
            }

            DeskAction::TypeLibrarySearch(text) => self.library_search = text,
            DeskAction::ReloadPacks => {
                let shelf = Shelf::read(&self.options.roots);
                self.take_shelf(shelf);
            }
            DeskAction::FilterLibrary(filter) => self.library_filter = filter,
            DeskAction::ShowProblems(folder) => {
                self.problems = Some(folder);
                self.go(Screen::Problems);
            }
            DeskAction::PickCall(pack, call) => self.pick_call(pack, call),
            DeskAction::GoOn(attempt) => self.go_on(attempt),
            DeskAction::DebriefAttempt(attempt) => self.debrief(attempt),
            DeskAction::Discard(attempt) if self.is_owed(attempt) => {}
            DeskAction::Discard(attempt) => {
                self.with_store(|store| store.close(attempt, State::Abandoned, None));
                self.read_attempts();
            }
            DeskAction::AskDelete(attempt) => self.deleting = attempt,
            DeskAction::Delete(attempt) => {
                if self.with_store(|store| store.delete_attempt(attempt)).is_some() {
                    self.owed.retain(|(other, _)| *other != attempt);
                    self.delete_recordings(attempt);
                }
                self.deleting = None;
                self.marked.retain(|other| *other != attempt);
                self.read_attempts();
            }
            DeskAction::MarkAttempt(attempt) => self.mark(attempt),
            DeskAction::Compare => self.compare(),

            DeskAction::SetMode(mode) => self.choose(|choice| choice.mode = mode),
            DeskAction::SetLevel(level) => self.choose(|choice| choice.level = level),
            DeskAction::SetCallLanguage(language) => {
                self.choose(|choice| choice.language = language);
                if let Some(choice) = self.choice.clone() {
                    self.learn_ahead(&choice);
                }
            }
            DeskAction::Start => self.start(),
            DeskAction::LeaveDesk => {
                self.sit(|sitting, store| drop(sitting.flush(store)));
                if let Some(sitting) = self.sitting.take() {
                    self.stand_up(sitting);
                }
                self.go(Screen::Library);
            }
            DeskAction::RetryFrom(turn) => self.retry_from(turn),
            DeskAction::RetryCall => {
                if let Some(review) = self.review.take() {
                    let setup = review.run.setup();
                    self.pick_call(setup.pack.id.clone(), setup.call.clone());
                    let (mode, level, language) = (setup.mode, setup.level, setup.language);
                    self.choose(|choice| (choice.mode, choice.level, choice.language) = (mode, level, language));
                }
            }

            DeskAction::Do(input) => self.input(input),
            DeskAction::TypeReply(text) => {
                if self.sitting.as_mut().is_some_and(|sitting| sitting.type_reply(text)) {
                    self.input(Input::Typing);
                }
            }
            DeskAction::SayReply => {
                let text = self.sitting.as_mut().map(|sitting| std::mem::take(&mut sitting.reply)).unwrap_or_default();
                if !text.trim().is_empty() {
                    self.input(Input::Say { text });
                }
            }
            DeskAction::SaySuggestion(at) => {
                let line = self.sitting.as_ref().and_then(|sitting| sitting.offered().get(at));
                if let Some(text) = line.map(|line| line.text.clone()) {
                    self.input(Input::Say { text });
                }
            }
            DeskAction::RecallReply(earlier) => self.sit(|sitting, _| sitting.recall(earlier)),
            DeskAction::Unfold(drawer) => self.sit(|sitting, _| sitting.drawer = drawer),
            DeskAction::ShowWork(work) => self.sit(|sitting, _| sitting.work = work),
            DeskAction::ShowUnderstood(on) => self.sit(|sitting, _| sitting.understood = on),

            DeskAction::TypeCrmSearch(text) => self.sit(|sitting, _| {
                sitting.crm_search = text;
                sitting.open = None;
            }),
            DeskAction::OpenCustomer(customer) => self.open_customer(customer),
            DeskAction::CloseCustomer => self.sit(|sitting, _| sitting.open = None),
            DeskAction::ShowKind(kind) => self.sit(|sitting, _| {
                if let Some(open) = &mut sitting.open {
                    open.kind = kind;
                }
            }),
            DeskAction::CreateRecord(kind) => {
                let open = self.sitting.as_ref().and_then(|sitting| sitting.open.as_ref());
                if let Some(customer) = open.map(|open| open.customer.clone()) {
                    self.input(Input::Crm(CrmEdit::Create { kind, customer }));
                }
            }
            DeskAction::TypeField { record, field, text } => self.sit(|sitting, _| {
                sitting.drafts.insert((record, field), text);
            }),
            DeskAction::EnterField { record, field } => self.sit(|sitting, _| sitting.field = Some((record, field))),
            DeskAction::TakeDatum(text) => self.take_datum(text),
            DeskAction::TakeNextDatum => {
                if let Some(text) = self.sitting.as_mut().and_then(Sitting::next_datum) {
                    self.take_datum(text);
                }
            }
            DeskAction::CommitField { record, field } => self.commit(record, field),
            DeskAction::ChooseField { record, field, value } => {
                self.input(Input::Crm(CrmEdit::Set { record, field: field.to_owned(), value }));
            }

            DeskAction::TypeHandbookSearch(text) => self.sit(|sitting, _| sitting.handbook_search = text),
            DeskAction::OpenPage(page) => {
                self.sit(|sitting, _| {
                    sitting.page = Some(page.clone());
                    sitting.handbook_search.clear();
                });
                self.input(Input::OpenHandbook { page });
            }

            DeskAction::Rate(dimension, points) => {
                if let Some(review) = &mut self.review {
                    for (other, own) in &mut review.own {
                        if *other == dimension {
                            *own = Some(points);
                        }
                    }
                }
            }
            DeskAction::SubmitRating => self.submit_rating(),
            DeskAction::ExportPage => self.export_page(),
            DeskAction::ShowPart(part) => self.look(|review| review.part = part),
            DeskAction::FilterChecks(filter) => self.look(|review| review.filter = filter),
            DeskAction::JumpTo(ms) => self.look(|review| {
                review.selected_ms = Some(ms);
                review.part = super::super::action::DebriefPart::Transcript;
            }),
        }
    }

    pub(super) fn set(&mut self, change: impl FnOnce(&mut super::Settings)) {
        change(&mut self.settings);
        let settings = self.settings.clone();
        self.with_store(|store| settings.write(store));
    }

    fn choose(&mut self, change: impl FnOnce(&mut Choice)) {
        if let Some(choice) = &mut self.choice {
            choice.trouble = None;
            change(choice);
        }
    }

    fn look(&mut self, change: impl FnOnce(&mut Review)) {
        if let Some(review) = &mut self.review {
            change(review);
        }
    }

    pub(super) fn sit(&mut self, change: impl FnOnce(&mut Sitting, Option<&mut Store>)) {
        if let Some(sitting) = &mut self.sitting {
            change(sitting, self.store.as_mut());
        }
    }

    fn go(&mut self, screen: Screen) {
        self.deleting = None;
        self.ears.deleting = None;
        (self.exported, self.erasing) = (None, None);
        if matches!(screen, Screen::Library | Screen::History | Screen::Progress) {
            self.comparison = None;
            self.settle();
            self.review = None;
            self.read_attempts();
        }
        self.screen = screen;
    }

    fn give_keyboard(&mut self, focus: Focus) {
        self.focus = Some(focus);
        self.sit(|sitting, _| match focus {
            Focus::Reply => {}
            Focus::CrmSearch | Focus::Field => sitting.work = Work::Crm,
            Focus::HandbookSearch => sitting.work = Work::Handbook,
        });
    }

    fn create_trainee(&mut self) {
        let name = std::mem::take(&mut self.new_name);
        let Some(trainee) = self.with_store(|store| store.add_trainee(&name, &now())) else {
            self.new_name = name;
            return;
        };
        self.trainee = Some(trainee.id);
        (self.exported, self.erasing) = (None, None);
        let first_name = trainee.name.split_whitespace().next().unwrap_or_default().to_owned();
        self.set(|settings| {
            settings.trainee = Some(trainee.id);
            if settings.operator.trim().is_empty() {
                settings.operator = first_name;
            }
        });
        self.read_trainees();
        self.read_attempts();
    }

    fn pick_call(&mut self, pack: PackId, call: CallId) {
        let Some(found) = self.shelf.pack(pack.as_str()) else { return };
        let language = self.settings.language;
        let language = if found.languages.contains(&language) { language } else { found.languages[0] };
        let mode = self.choice.as_ref().map_or(Mode::Guided, |choice| choice.mode);
        let level = self.choice.as_ref().map_or(Level::Usual, |choice| choice.level);
        let choice = Choice { pack, call, mode, level, language, trouble: None };
        self.learn_ahead(&choice);
        self.choice = Some(choice);
        self.screen = Screen::Briefing;
    }

    fn start(&mut self) {
        let Some(choice) = self.choice.clone() else { return };
        let Some(pack) = self.shelf.pack(choice.pack.as_str()).cloned() else { return };
        let setup = Setup {
            pack,
            call: choice.call,
            language: choice.language,
            seed: self.options.seed.unwrap_or_else(fresh_seed),
            mode: choice.mode,
            level: choice.level,
            operator: self.settings.operator.trim().to_owned(),
        };
        let recogniser = self.recogniser(choice.language);
        match Run::new(setup, &recogniser) {
            Ok(run) => {
                self.begin(run, Vec::new());
                self.take_up_contact();
            }
            Err(why) => {
                let why = why.words(self.words());
                self.choose(|choice| choice.trouble = Some(why));
            }
        }
    }

    /// Who is to be called is known: their record lies open before the number is dialled.
    fn take_up_contact(&mut self) {
        let run = self.sitting.as_ref().map(Sitting::run).filter(|run| run.phase() == Phase::Ready);
        if let Some(contact) = run.map(|run| run.scenario().record.clone()) {
            self.open_customer(contact);
        }
    }

    /// Sits down at a run; `inputs` were played already.
    fn begin(&mut self, run: Run, inputs: Vec<Input>) {
        let header: Header = run.journal().header.clone();
        let attempt = self.trainee.and_then(|trainee| {
            self.with_store(|store| {
                let attempt = store.begin(trainee, &header, &now())?;
                store.append_all(attempt, &inputs)?;
                Ok(attempt)
            })
        });
        self.sit_down(run, attempt);
    }

    fn sit_down(&mut self, run: Run, attempt: Option<AttemptId>) {
        let mut sitting = Sitting::new(run, attempt);
        let opened = sitting.run().events().iter().rev().find_map(|event| match &event.what {
            What::RecordOpened { record } => Some(record.clone()),
            _ => None,
        });
        sitting.open = opened.map(|customer| OpenRecord { customer, kind: RecordKind::Customer });
        self.sitting = Some(sitting);
        self.review = None;
        self.screen = Screen::Desk;
        self.focus = Some(Focus::Reply);
    }

    fn go_on(&mut self, attempt: AttemptId) {
        if self.is_owed(attempt) {
            return;
        }
        if let Some(run) = self.replayed(attempt) {
            self.sit_down(run, Some(attempt));
        }
    }

    /// True when the end of an attempt is still not written: what is in the store would be another call.
    fn is_owed(&mut self, attempt: AttemptId) -> bool {
        self.settle();
        let owed = self.owed.iter().any(|(other, _)| *other == attempt);
        if owed {
            self.tell_unwritten();
        }
        owed
    }

    /// Tells that the end of an attempt is not written, and why.
    fn tell_unwritten(&mut self) {
        let Some(error) = self.unwritten() else { return };
        let why = self.words().with(error.key, &[("details", &error.details)]);
        self.notice = Some(format!("{} {why}", self.words().text("unwritten-ended")));
    }

    /// Leaves the desk; what could not be written is kept until it can.
    fn stand_up(&mut self, sitting: Sitting) -> (Option<AttemptId>, Run) {
        let (attempt, run, outbox) = sitting.into_run();
        if let Some(attempt) = attempt.filter(|_| outbox.trouble().is_some()) {
            self.owed.push((attempt, outbox));
            self.tell_unwritten();
        }
        (attempt, run)
    }

    /// An attempt played again from its journal.
    pub(super) fn replayed(&mut self, attempt: AttemptId) -> Option<Run> {
        let journal: Journal = self.with_store(|store| store.journal(attempt))?;
        let Some(pack) = self.shelf.pack(journal.header.pack.as_str()).cloned() else {
            self.notice = Some(self.words().text("trouble-gone"));
            return None;
        };
        let recogniser = self.recogniser(journal.header.language);
        match Run::replay(pack, &journal, None, &recogniser) {
            Ok(run) => Some(run),
            Err(why) => {
                self.notice = Some(why.words(self.words()));
                None
            }
        }
    }

    fn debrief(&mut self, attempt: AttemptId) {
        if self.is_owed(attempt) {
            return;
        }
        let Some(run) = self.replayed(attempt) else { return };
        let kept = self.attempts.iter().find(|other| other.id == attempt);
        let (state, rating) = kept.map_or((State::Finished, Vec::new()), |kept| (kept.state, kept.self_rating.clone()));
        let mut review = Review::new(Some(attempt), run);
        for (dimension, own) in &mut review.own {
            *own = rating.iter().find(|(name, _)| name == dimension.name()).map(|(_, points)| *points);
        }
        if state == State::Open {
            let score = serde_json::to_string(&review.score).ok();
            self.with_store(|store| store.close(attempt, State::Abandoned, score.as_deref()));
        }
        let rated = review.own.iter().all(|(_, own)| own.is_some());
        self.read_recordings();
        self.review = Some(review);
        self.screen = if rated { Screen::Debrief } else { Screen::SelfRating };
    }

    fn retry_from(&mut self, turn: u32) {
        let Some(review) = self.review.take() else { return };
        let recogniser = self.recogniser(review.run.setup().language);
        match review.before_turn(review.run.pack().clone(), turn, &recogniser) {
            Some(Ok((journal, run))) if review.run.setup().mode != Mode::Exam => self.begin(run, journal.inputs),
            Some(Err(why)) => {
                self.notice = Some(why.words(self.words()));
                self.review = Some(review);
            }
            _ => self.review = Some(review),
        }
    }

    fn submit_rating(&mut self) {
        self.settle();
        let Some(review) = &self.review else { return };
        let rating: Vec<(String, u8)> =
            review.own.iter().filter_map(|(dimension, own)| Some((dimension.name().to_owned(), (*own)?))).collect();
        if let Some(attempt) = review.attempt {
            self.with_store(|store| store.rate_self(attempt, &rating));
        }
        self.screen = Screen::Debrief;
    }

    /// Puts what was said into the field that was typed in last; it is written when the field is left.
    fn take_datum(&mut self, text: String) {
        let Some(sitting) = &mut self.sitting else { return };
        let Some((record, field)) =
            sitting.field.clone().filter(|(record, _)| sitting.run().crm().record(record).is_some())
        else {
            sitting.refused = Some(("datum-no-field".to_owned(), Default::default()));
            return;
        };
        sitting.drafts.insert((record, field), text);
        self.give_keyboard(Focus::Field);
    }

    fn open_customer(&mut self, customer: RecordId) {
        self.sit(|sitting, _| {
            sitting.open = Some(OpenRecord { customer: customer.clone(), kind: RecordKind::Customer });
            sitting.work = Work::Crm;
        });
        self.input(Input::OpenRecord { record: customer });
    }

    /// Writes what was typed into a field, if the CRM takes it; else it stays as typed, with what is wrong.
    fn commit(&mut self, record: RecordId, field: &'static str) {
        let Some(sitting) = &mut self.sitting else { return };
        let key = (record, field);
        let Some(text) = sitting.drafts.get(&key).cloned() else { return };
        let Some(found) = sitting.run().crm().record(&key.0) else {
            sitting.drafts.remove(&key);
            return;
        };
        let Ok(value) = sitting.run().crm().validate(found.kind, field, &text) else { return };
        sitting.drafts.remove(&key);
        if found.fields.get(field).map_or("", String::as_str) != value {
            self.input(Input::Crm(CrmEdit::Set { record: key.0, field: field.to_owned(), value: text }));
        }
    }

    /// Gives an input to the call and follows what it led to.
    fn input(&mut self, input: Input) {
        let Some(sitting) = &mut self.sitting else { return };
        let before = sitting.run().events().len();
        sitting.refused = None;
        let created = match &input {
            Input::Crm(CrmEdit::Create { kind, .. }) => Some(*kind),
            _ => None,
        };
        if !matches!(input, Input::Typing | Input::VoiceBegan { .. } | Input::VoiceEnded { .. } | Input::Voice { .. })
            && !matches!(input, Input::Crm(_) | Input::OpenRecord { .. } | Input::OpenHandbook { .. })
        {
            sitting.drawer = match input {
                Input::Keypad { .. } => Some(Drawer::Keypad),
                Input::Hold => sitting.drawer.filter(|drawer| *drawer == Drawer::Transfer),
                _ => None,
            };
        }
        sitting.apply(input, self.store.as_mut());
        if let (Some(kind), Some(open)) = (created, &mut sitting.open) {
            open.kind = kind;
        }
        let refused = sitting.run().events()[before..].iter().rev().find_map(|event| match &event.what {
            What::CrmRefused { why, about, .. } => Some((why.clone(), about.clone())),
            _ => None,
        });
        sitting.refused = refused;
        if sitting.run().phase() == Phase::Ended {
            self.finish();
        }
    }

    /// The attempt is over: keep it, then ask how it went.
    fn finish(&mut self) {
        let Some(mut sitting) = self.sitting.take() else { return };
        // What fails is told when the desk is left.
        let _ = sitting.close(State::Finished, self.store.as_mut());
        let (attempt, run) = self.stand_up(sitting);
        self.review = Some(Review::new(attempt, run));
        self.read_recordings();
        self.screen = Screen::SelfRating;
    }
}

/// A seed nobody chose.
fn fresh_seed() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    // Below 2⁵³, so that the number survives programs that take it for a decimal one.
    (now.as_nanos() as u64) & ((1 << 53) - 1)
}
