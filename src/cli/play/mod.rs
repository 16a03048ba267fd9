//! `headset play`: a whole call in the terminal.

mod command;
mod form;
pub mod screen;
mod typing;

use super::attempt::{self, Keeper};
use super::{CLEAN, COULD_NOT_RUN, Common, debrief, library};
use crate::call::{Input, Phase, What};
use crate::id::RecordId;
use crate::language::Recogniser;
use crate::level::Level;
use crate::records::{Attempt, RecordsError};
use crate::training::{Mode, Run, Setup, phrases};
use crate::wording::Wording;
use command::{Command, Crm};

use std::path::PathBuf;
use std::sync::Arc;
use typing::{Keyboard, Wish};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[arg(value_name = "PACK/CALL")]
    call: String,
    #[arg(long, default_value = "script_shown")]
    mode: String,
    #[arg(long, default_value = "usual")]
    level: Level,
    #[arg(long)]
    operator: Option<String>,
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
}

fn mode(name: &str) -> Option<Mode> {
    serde_json::from_value(serde_json::Value::String(name.replace('-', "_"))).ok()
}

/// A call being played at a terminal.
struct Session {
    run: Run,
    words: Wording,
    keeper: Option<Keeper>,
    open: Option<RecordId>,
    shown: usize,
    recogniser: Arc<Recogniser>,
    /// What is shown while the other side speaks: the call as it will be when it has finished. The call itself stands
    /// where the other side begins, so that it can be interrupted.
    ahead: Option<Run>,
}

/// Quarters of a second the other side may take to finish.
const LISTENS: usize = 600;
/// How much of a line is heard before `/interrupt` cuts in.
const CUT_IN_MS: u64 = 1_000;

pub fn run(common: &Common, arguments: &Arguments) -> u8 {
    let language = common.language();
    let words = Wording::new(language);
    let Some(mode) = mode(&arguments.mode) else {
        eprintln!("{}", words.with("cli-no-such-mode", &[("name", &arguments.mode)]));
        return COULD_NOT_RUN;
    };
    let Some((pack, call)) = library::call(common, &arguments.call, &words) else { return COULD_NOT_RUN };
    let recogniser = library::recogniser(language);
    let operator = arguments.operator.clone().unwrap_or_else(|| phrases::operator_name(language).to_owned());
    let Some(mut keyboard) = Keyboard::new() else {
        eprintln!("{}", words.text("terminal-no-keyboard"));
        return COULD_NOT_RUN;
    };
    // Without a place to keep it the call is played all the same, and the player told so.
    let mut store = attempt::store(&library::data_dir(common), &words);
    let told = |error: &RecordsError| eprintln!("{}", attempt::in_words(error, &words));
    let trainee = store.as_mut().and_then(|store| attempt::trainee(store, &operator).inspect_err(told).ok());
    let unfinished = store.as_ref().zip(trainee).and_then(|(store, trainee)| {
        let open = store.unfinished(trainee).ok()?;
        let same = |attempt: &Attempt| {
            let header = &attempt.header;
            (&header.call, &header.pack, header.language, header.level) == (&call, &pack.id, language, arguments.level)
        };
        open.into_iter().find(same)
    });
    let seed = common.seed.unwrap_or_else(fresh_seed);
    let setup = Setup { pack: Arc::clone(&pack), call, language, seed, mode, level: arguments.level, operator };
    let mut taken_up = None;
    if let (Some(attempt), Some(store)) = (unfinished, &store)
        && let Ok(journal) = store.journal(attempt.id)
    {
        let wish = keyboard.ask(&words.with("terminal-go-on", &[("when", &attempt.started)]));
        if wish != Wish::Leave {
            match Run::replay(Arc::clone(&pack), &journal, None, &recogniser) {
                Ok(run) => taken_up = Some((run, attempt.id, wish)),
                Err(why) => eprintln!("{}", why.words(&words)),
            }
        }
    }
    let (run, keeper) = match (taken_up, store, trainee) {
        (Some((run, id, Wish::Debrief)), Some(store), _) => {
            print!("{}", debrief::text(&run, &words));
            return match Keeper::go_on(store, id).abandon(&run).inspect_err(told) {
                Ok(()) => CLEAN,
                Err(_) => COULD_NOT_RUN,
            };
        }
        (Some((run, id, _)), Some(store), _) => (run, Some(Keeper::go_on(store, id))),
        (_, store, trainee) => {
            let run = match Run::new(setup, &recogniser) {
                Ok(run) => run,
                Err(why) => {
                    eprintln!("{}", why.words(&words));
                    return COULD_NOT_RUN;
                }
            };
            let keeper = store
                .zip(trainee)
                .and_then(|(store, trainee)| Keeper::begin(store, trainee, &run).inspect_err(told).ok());
            (run, keeper)
        }
    };
    if keeper.is_none() {
        eprintln!("{}", words.text("terminal-not-kept"));
    }
    let mut session = Session { run, words, keeper, open: None, shown: 0, recogniser, ahead: None };
    session.play(&mut keyboard);
    if let Some(file) = &arguments.journal
        && let Err(error) = std::fs::write(file, session.run.journal().to_lines())
    {
        eprintln!("{}: {error}", file.display());
        return COULD_NOT_RUN;
    }
    CLEAN
}

/// A seed nobody chose: from the clock of the shell, which the core never sees.
fn fresh_seed() -> u64 {
    jiff::Timestamp::now().as_millisecond().unsigned_abs() % 1_000_000
}

impl Session {
    fn play(&mut self, keyboard: &mut Keyboard) {
        screen::show(&screen::briefing(&self.run, &self.words));
        self.show();
        while self.run.phase() != Phase::Ended {
            let prompt = screen::prompt(self.ahead.as_ref().unwrap_or(&self.run), &self.words);
            let Some(line) = keyboard.read(&prompt) else { break };
            let command = command::parse(&line.text);
            if let (Ok(Some(Command::Interrupt(text))), true) = (&command, self.ahead.is_some()) {
                self.interrupt(text);
                continue;
            }
            self.catch_up();
            // What was thought before the first key counts, what was typed does not.
            self.apply(Input::Pass { ms: line.thinking_ms });
            match command {
                Ok(None) => {}
                Ok(Some(Command::Quit)) => break,
                Ok(Some(command)) => self.obey(command),
                Err(command::Misunderstood(key, name)) => println!("{}", self.words.with(key, &[("name", &name)])),
            }
        }
        self.catch_up();
        if self.run.phase() == Phase::Ended {
            print!("{}", debrief::text(&self.run, &self.words));
            if let Some(keeper) = &mut self.keeper
                && let Err(error) = keeper.close(&self.run)
            {
                eprintln!("{}", attempt::in_words(&error, &self.words));
            }
        } else {
            println!("{}", self.words.text("terminal-left"));
        }
    }

    fn apply(&mut self, input: Input) {
        if let Some(keeper) = &mut self.keeper
            && let Err(error) = keeper.append(&input)
        {
            eprintln!("{}", attempt::in_words(&error, &self.words));
            eprintln!("{}", self.words.text("terminal-not-kept"));
            self.keeper = None;
        }
        self.run.apply(input);
        self.show();
    }

    /// Prints what happened since the last time.
    fn show(&mut self) {
        // While the call catches up with what was shown there is nothing new.
        for event in self.run.events().get(self.shown..).unwrap_or_default() {
            if let Some(line) = screen::event(event, &self.run, &self.words) {
                screen::show(&line);
            }
        }
        self.shown = self.shown.max(self.run.events().len());
    }

    /// Lets the other side finish: in the terminal its lines are read at once.
    fn listen(&mut self) {
        for _ in 0..LISTENS {
            if !self.run.other_side_is_busy() && self.run.phase() != Phase::Dialling {
                return;
            }
            self.apply(Input::Pass { ms: 250 });
        }
    }

    /// Shows how the other side finishes, and leaves the call where it can still be interrupted.
    fn listen_ahead(&mut self) {
        let talking = self.run.phase() == Phase::Talking && self.run.other_side_is_busy();
        let pack = Arc::clone(self.run.pack());
        let ahead = talking.then(|| Run::replay(pack, self.run.journal(), None, &self.recogniser));
        let Some(Ok(mut ahead)) = ahead else { return self.listen() };
        for _ in 0..LISTENS {
            if !ahead.other_side_is_busy() && ahead.phase() != Phase::Dialling {
                break;
            }
            ahead.apply(Input::Pass { ms: 250 });
        }
        // What is shown is what will be, unless it is interrupted.
        let run = std::mem::replace(&mut self.run, ahead);
        self.show();
        self.ahead = Some(std::mem::replace(&mut self.run, run));
        if self.ahead.as_ref().is_some_and(|ahead| ahead.phase() == Phase::Ended) {
            self.catch_up();
        }
    }

    /// Lets the call come to where it was shown.
    fn catch_up(&mut self) {
        if self.ahead.take().is_some() {
            self.listen();
        }
    }

    /// Cuts in as soon as the other side speaks: the rest of what was shown never happens.
    fn interrupt(&mut self, text: &str) {
        self.ahead = None;
        self.shown = self.run.events().len();
        for _ in 0..LISTENS {
            if self.run.speaking().is_some() || !self.run.other_side_is_busy() {
                break;
            }
            self.apply(Input::Pass { ms: 250 });
        }
        self.apply(Input::Pass { ms: CUT_IN_MS });
        self.apply(Input::Say { text: text.to_owned() });
        self.listen_ahead();
    }

    fn obey(&mut self, command: Command) {
        match command {
            Command::Input(input) => {
                let speaks = matches!(input, Input::Say { .. });
                if speaks || matches!(input, Input::Hold | Input::Consult { .. } | Input::CompleteTransfer) {
                    self.listen();
                }
                self.apply(input);
                self.listen_ahead();
            }
            Command::Interrupt(text) => {
                self.apply(Input::Say { text });
                self.listen_ahead();
            }
            Command::Wait(seconds) => self.apply(Input::Pass { ms: seconds * 1_000 }),
            Command::WarmTransfer(to) => {
                self.listen();
                self.apply(Input::Consult { to: to.as_str().into() });
                self.listen();
                println!("{}", self.words.text("terminal-warm-transfer"));
            }
            Command::Crm(crm) => self.crm(&crm),
            Command::Script => screen::show(&screen::script(&self.run, &self.words)),
            Command::Handbook(page) => {
                let shown = screen::handbook(&self.run, page.as_deref(), &self.words);
                if let (Some(page), Some(_)) = (&page, &shown.page) {
                    self.apply(Input::OpenHandbook { page: page.clone() });
                }
                screen::show(&shown.text);
            }
            Command::Suggest => screen::show(&screen::suggestions(&self.run, &self.words)),
            Command::Status => screen::show(&screen::status(&self.run, &self.words)),
            Command::Dispositions => screen::show(&screen::dispositions(&self.run)),
            Command::Departments => screen::show(&screen::departments(&self.run)),
            Command::Help => println!("{}", self.words.text("terminal-help")),
            Command::Quit => {}
        }
    }

    fn crm(&mut self, crm: &Crm) {
        match crm {
            Crm::Search(query) => screen::show(&screen::hits(&self.run, query, &self.words)),
            Crm::Show => match self.open.clone() {
                Some(open) => screen::show(&screen::record(&self.run, &open, &self.words)),
                // What is read has been opened.
                None => self.open_record(self.run.scenario().record.clone()),
            },
            Crm::Open(id) => self.open_record(id.as_str().into()),
            edit => match form::edit(edit, self.open.as_ref(), &self.run, &self.words) {
                Ok(edit) => {
                    self.apply(Input::Crm(edit));
                    let made = self.run.events().last().and_then(|event| match &event.what {
                        What::Crm { record, .. } => Some(record.clone()),
                        _ => None,
                    });
                    self.open = made.or(self.open.take());
                }
                Err(command::Misunderstood(key, name)) => println!("{}", self.words.with(key, &[("name", &name)])),
            },
        }
    }

    fn open_record(&mut self, record: RecordId) {
        self.apply(Input::OpenRecord { record: record.clone() });
        if self.run.crm().record(&record).is_some() {
            screen::show(&screen::record(&self.run, &record, &self.words));
            self.open = Some(record);
        }
    }
}
