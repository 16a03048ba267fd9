//! What the window has open: the trainee, the packs, the call being played or looked at. No Bevy in it: a test can
//! press its buttons and look at its views.

mod act;
mod data;
mod ears;
mod look_back;
mod moments;
mod outbox;
mod own_data;
mod reload;
mod review;
mod scored;
mod settings;
mod shelf;
mod sitting;

pub use data::SaidData;
pub use ears::{Device, Ears};
pub use moments::{Ago, ago, now};
pub use outbox::Outbox;
pub use review::Review;
pub use scored::{Scored, ScoredCheck, scored};
pub use settings::{SPLIT, SPLITS, Settings, VOLUMES};
pub use shelf::{Broken, Shelf};
pub use sitting::Sitting;

use super::action::{Erasure, Focus, LibraryFilter, Screen};
use crate::id::{CallId, PackId};
use crate::language::Recogniser;
use crate::level::Level;
use crate::locale::Language;
use crate::records::{Attempt, AttemptId, RecordsError, Store, Trainee, TraineeId};
use crate::training::Mode;
use crate::wording::Wording;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// How the window is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// `None`: the one of the settings, else French.
    pub language: Option<Language>,
    /// What varies from call to call; `None`: new for each call.
    pub seed: Option<u64>,
    /// Where trainees and attempts are kept.
    pub data_dir: PathBuf,
    /// Folders with packs.
    pub roots: Vec<PathBuf>,
}

/// The call chosen in the library, before it starts.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Pack the call is from.
    pub pack: PackId,
    /// Scenario of that pack.
    pub call: CallId,
    /// How much help there will be.
    pub mode: Mode,
    /// How hard it will be.
    pub level: Level,
    /// Language it will be played in; one of the pack's.
    pub language: Language,
    /// Why it could not be started, in words; `None`: nothing went wrong.
    pub trouble: Option<String>,
}

/// The window's state.
#[derive(Debug)]
pub struct Desk {
    /// How the window was opened.
    pub options: Options,
    /// Kept from one opening to the next.
    pub settings: Settings,
    /// `None`: could not be opened; calls can be played, nothing is kept.
    pub store: Option<Store>,
    /// Where the trainee is; a screen with nothing to show gives way to the profile.
    pub screen: Screen,
    /// Something went wrong; shown until it is closed.
    pub notice: Option<String>,
    /// Why there is no sound.
    pub sound_trouble: Option<String>,
    /// Why nobody is heard although there is sound.
    pub voice_trouble: Option<String>,
    /// The operator's microphone.
    pub ears: Ears,
    /// Everybody who trains on this machine.
    pub trainees: Vec<Trainee>,
    /// Who trains; `None`: nobody chosen yet.
    pub trainee: Option<TraineeId>,
    /// The name of a trainee to be added, as typed so far.
    pub new_name: String,
    /// Where the data of who trains was exported to just now.
    pub exported: Option<PathBuf>,
    /// How far the deletion of the chosen profile has been asked for; `None`: not at all.
    pub erasing: Option<Erasure>,
    /// The packs that were found.
    pub shelf: Shelf,
    /// The packs are still being read.
    pub loading: bool,
    /// What is searched for among packs and calls.
    pub library_search: String,
    /// Which calls are shown.
    pub library_filter: LibraryFilter,
    /// Folder of the pack whose problems are shown.
    pub problems: Option<String>,
    /// Those of the trainee, newest first.
    pub attempts: Vec<Attempt>,
    /// Their scores.
    pub scored: BTreeMap<AttemptId, Scored>,
    /// Attempt of which it is asked whether it shall really be deleted.
    pub deleting: Option<AttemptId>,
    /// Attempts marked for a comparison, at most two.
    pub marked: Vec<AttemptId>,
    /// The earlier and the later one of two attempts that are compared.
    pub comparison: Option<Box<[Review; 2]>>,
    /// `None`: no call picked yet.
    pub choice: Option<Choice>,
    /// `None`: nobody sits at the desk.
    pub sitting: Option<Sitting>,
    /// Of attempts nobody sits at any more: what could not be written yet.
    pub owed: Vec<(AttemptId, Outbox)>,
    /// `None`: no call is looked at.
    pub review: Option<Review>,
    /// What takes the keyboard next.
    pub focus: Option<Focus>,
    words: [Wording; 2],
    recognisers: BTreeMap<Language, Arc<OnceLock<Arc<Recogniser>>>>,
}

impl Desk {
    /// Opens the store and reads the packs. What cannot be opened is told in the window; the rest works.
    pub fn new(options: Options) -> Desk {
        let shelf = Shelf::read(&options.roots);
        Desk { shelf, loading: false, ..Desk::without_packs(options) }
    }

    /// Opens the store; the packs are read meanwhile and come with `take_shelf`.
    pub fn without_packs(options: Options) -> Desk {
        let words = Language::ALL.map(Wording::new);
        let mut desk = Desk {
            settings: Settings::default(),
            store: None,
            screen: Screen::Profile,
            notice: None,
            sound_trouble: None,
            voice_trouble: None,
            ears: Ears::default(),
            trainees: Vec::new(),
            trainee: None,
            new_name: String::new(),
            exported: None,
            erasing: None,
            shelf: Shelf::default(),
            loading: true,
            library_search: String::new(),
            library_filter: LibraryFilter::default(),
            problems: None,
            attempts: Vec::new(),
            scored: BTreeMap::new(),
            deleting: None,
            marked: Vec::new(),
            comparison: None,
            choice: None,
            sitting: None,
            owed: Vec::new(),
            review: None,
            focus: None,
            words,
            recognisers: BTreeMap::new(),
            options,
        };
        match Store::open(&desk.options.data_dir) {
            Ok(store) => {
                desk.settings = Settings::read(&store);
                desk.trainee = desk.settings.trainee;
                desk.store = Some(store);
            }
            Err(error) => desk.trouble(&error),
        }
        if let Some(language) = desk.options.language {
            desk.settings.language = language;
        }
        if let Some(store) = &desk.store {
            let notices: Vec<String> = store
                .notices()
                .iter()
                .map(|notice| desk.words().with(notice.key, &[("details", &notice.details)]))
                .collect();
            if !notices.is_empty() {
                desk.notice = Some(notices.join(" "));
            }
        }
        desk.purge_recordings();
        desk.read_norms();
        desk.read_trainees();
        desk.read_attempts();
        if desk.trainee.is_some() {
            desk.screen = Screen::Library;
        }
        desk
    }

    /// The words in the language of the window.
    pub fn words(&self) -> &Wording {
        self.words_of(self.settings.language)
    }

    /// The words in a language.
    pub fn words_of(&self, language: Language) -> &Wording {
        match language {
            Language::French => &self.words[0],
            Language::English => &self.words[1],
        }
    }

    /// The recogniser of a language; made when it is first needed.
    pub fn recogniser(&mut self, language: Language) -> Arc<Recogniser> {
        self.recognisers.entry(language).or_default().get_or_init(|| Recogniser::new(language)).clone()
    }

    /// Learns the phrases of a call beside the window, a second's work, while the trainee reads what it is about.
    fn learn_ahead(&mut self, choice: &Choice) {
        let Some(pack) = self.shelf.pack(choice.pack.as_str()).cloned() else { return };
        let (call, language) = (choice.call.clone(), choice.language);
        let recogniser = Arc::clone(self.recognisers.entry(language).or_default());
        std::thread::spawn(move || {
            let recogniser = recogniser.get_or_init(|| Recogniser::new(language));
            crate::training::learn_ahead(&pack, &call, language, recogniser);
        });
    }

    /// Tells that something could not be read or kept.
    pub fn trouble(&mut self, error: &RecordsError) {
        let text = self.words().with(error.key, &[("details", &error.details)]);
        self.notice = Some(text);
    }

    /// Does something with the store; what fails is told.
    pub fn with_store<T>(&mut self, act: impl FnOnce(&mut Store) -> Result<T, RecordsError>) -> Option<T> {
        match act(self.store.as_mut()?) {
            Ok(value) => Some(value),
            Err(error) => {
                self.trouble(&error);
                None
            }
        }
    }

    /// Real time went by.
    pub fn pass(&mut self, ms: u64) {
        if self.screen != Screen::Desk {
            return;
        }
        self.sit(|sitting, store| sitting.pass(ms, store));
    }

    /// Why something that was done is not written yet; `None`: all is well.
    pub fn unwritten(&self) -> Option<&RecordsError> {
        let owed = || self.owed.iter().find_map(|(_, outbox)| outbox.trouble());
        self.sitting.as_ref().and_then(Sitting::unwritten).or_else(owed)
    }

    /// Writes down what earlier attempts still owe; true when nothing is left of them.
    pub fn settle(&mut self) -> bool {
        if let Some(store) = &mut self.store {
            self.owed.retain_mut(|(attempt, outbox)| outbox.write(*attempt, 0, store).is_err());
        }
        self.owed.is_empty()
    }

    /// True while somebody at the other end speaks.
    pub fn hears(&self) -> bool {
        self.sitting.as_ref().is_some_and(|sitting| sitting.run().speaking().is_some())
    }

    /// True while something moves on its own, so that the window has to be drawn again and again.
    pub fn moves(&self) -> bool {
        let plays = self.screen == Screen::Desk && self.sitting.as_ref().is_some_and(Sitting::moves);
        // The meter of a microphone that is being set up.
        plays || (self.screen == Screen::Profile && self.ears.open)
    }

    pub(super) fn read_trainees(&mut self) {
        let trainees = self.with_store(|store| store.trainees()).unwrap_or_default();
        if !trainees.iter().any(|trainee| Some(trainee.id) == self.trainee) {
            self.trainee = None;
        }
        self.trainees = trainees;
    }

    pub(super) fn read_attempts(&mut self) {
        let attempts = self.trainee.and_then(|trainee| self.with_store(|store| store.attempts(trainee)));
        self.attempts = attempts.unwrap_or_default();
        self.scored = self.attempts.iter().filter_map(|attempt| Some((attempt.id, scored(attempt)?))).collect();
    }
}

impl Desk {
    /// The window is being closed: writes down what is not written yet. The call can be gone on with.
    pub fn leave(&mut self) {
        self.settle();
        self.set(|_| ());
        let Some(sitting) = &mut self.sitting else { return };
        if let Err(error) = sitting.flush(self.store.as_mut()) {
            // The window is gone: the terminal is left to say it.
            eprintln!(
                "{} {}",
                self.words().text("unwritten-left"),
                self.words().with(error.key, &[("details", &error.details)])
            );
        }
    }
}
