//! `headset play`: a whole call in the terminal.

mod command;
pub mod screen;
mod typing;

use super::attempt::{self, Keeper};
use super::{CLEAN, COULD_NOT_RUN, Common, debrief, library};
use crate::call::{Input, Phase, What};
use crate::id::RecordId;
use crate::records::{Attempt, RecordsError};
use crate::training::{Mode, Run, Setup, phrases};
use crate::wording::Wording;
use command::{Command, Crm};

use std::path::PathBuf;
use std::sync::Arc;
use typing::Keyboard;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// PACK/CALL
    call: String,
    /// guided, script_shown, script_hidden or exam.
    #[arg(long, default_value = "script_shown")]
    mode: String,
    /// The first name you give yourself on the telephone.
    #[arg(long)]
    operator: Option<String>,
    /// Write the journal to this file at the end.
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
}

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
            attempt.header.call == call && attempt.header.pack == pack.id && attempt.header.language == language
        };
        open.into_iter().find(same)
    });
    let seed = common.seed.unwrap_or_else(fresh_seed);
    let setup = Setup { pack: Arc::clone(&pack), call, language, seed, mode, operator };
    let mut taken_up = None;
    if let (Some(attempt), Some(store)) = (unfinished, &store)
        && let Ok(journal) = store.journal(attempt.id)
        && keyboard.agree(&words.with("terminal-go-on", &[("when", &attempt.started)]))
    {
        match Run::replay(Arc::clone(&pack), &journal, None, &recogniser) {
            Ok(run) => taken_up = Some((run, attempt.id)),
            Err(why) => eprintln!("{}", why.words(&words)),
        }
    }
    let (run, keeper) = match (taken_up, store, trainee) {
        (Some((run, id)), Some(store), _) => (run, Some(Keeper::go_on(store, id))),
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
    let mut session = Session { run, words, keeper, open: None, shown: 0 };
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
            let prompt = screen::prompt(&self.run, &self.words);
            let Some(line) = keyboard.read(&prompt) else { break };
            // What was thought before the first key counts, what was typed does not.
            self.apply(Input::Pass { ms: line.thinking_ms });
            match command::parse(&line.text) {
                Ok(None) => {}
                Ok(Some(Command::Quit)) => break,
                Ok(Some(command)) => self.obey(command),
                Err(command::Misunderstood(key, name)) => println!("{}", self.words.with(key, &[("name", &name)])),
            }
        }
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
        for event in &self.run.events()[self.shown..] {
            if let Some(line) = screen::event(event, &self.run, &self.words) {
                screen::show(&line);
            }
        }
        self.shown = self.run.events().len();
    }

    /// Lets the other side finish: in the terminal its lines are read at once.
    fn listen(&mut self) {
        for _ in 0..600 {
            if !self.run.other_side_is_busy() && self.run.phase() != Phase::Dialling {
                return;
            }
            self.apply(Input::Pass { ms: 250 });
        }
    }

    fn obey(&mut self, command: Command) {
        match command {
            Command::Input(input) => {
                let speaks = matches!(input, Input::Say { .. });
                if speaks || matches!(input, Input::Hold | Input::Consult { .. } | Input::CompleteTransfer) {
                    self.listen();
                }
                self.apply(input);
                self.listen();
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
            Crm::Show => {
                let open = self.open.clone().unwrap_or_else(|| self.run.scenario().record.clone());
                screen::show(&screen::record(&self.run, &open, &self.words));
            }
            Crm::Open(id) => {
                let record: RecordId = id.as_str().into();
                self.apply(Input::OpenRecord { record: record.clone() });
                if self.run.crm().record(&record).is_some() {
                    screen::show(&screen::record(&self.run, &record, &self.words));
                    self.open = Some(record);
                }
            }
            edit => {
                let open = self.open.clone().and_then(|id| self.run.crm().record(&id));
                let customer = open.map_or_else(|| self.run.scenario().record.clone(), |record| record.customer);
                match command::edit(edit, self.open.as_ref(), &customer) {
                    Some(edit) => {
                        self.apply(Input::Crm(edit));
                        let made = self.run.events().last().and_then(|event| match &event.what {
                            What::Crm { record, .. } => Some(record.clone()),
                            _ => None,
                        });
                        self.open = made.or(self.open.take());
                    }
                    None => println!("{}", self.words.text("terminal-no-record-open")),
                }
            }
        }
    }
}
