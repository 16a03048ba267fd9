//! The command line: one file per command. They print and set exit codes, nothing else.
//!
//! Exit codes: 0 clean, 1 problems found, 2 could not run.

// The standard library's `print!` and `println!` panic when the reader has gone (`headset packs | head -1`). In this
// module and those below a reader who has enough is no error.
macro_rules! print {
    ($($text:tt)*) => {{
        use std::io::Write as _;
        let _ = write!(std::io::stdout(), $($text)*);
    }};
}
macro_rules! println {
    ($($text:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($text)*);
    }};
}

mod attempt;
mod check;
mod coverage;
mod debrief;
mod evaluate;
mod explain;
mod few_shot;
mod hear;
mod library;
mod mind;
mod new;
mod packs;
mod play;
mod replay;
mod say;
mod score;
mod simulate;
mod text;
mod trainee;
mod understand;
mod watch;

use crate::locale::Language;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// What every command returns.
pub const CLEAN: u8 = 0;
/// Problems were found in what was looked at.
pub const PROBLEMS: u8 = 1;
/// The command could not run at all.
pub const COULD_NOT_RUN: u8 = 2;

/// A flight simulator for call-centre operators.
#[derive(Debug, Parser)]
#[command(name = "headset", version, about, disable_help_subcommand = true)]
struct Arguments {
    #[command(flatten)]
    common: Common,
    /// Draw every screen in both languages into DIR (needs no display) and quit.
    #[cfg(feature = "desktop")]
    #[arg(long, value_name = "DIR")]
    screenshot: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Options of all commands.
#[derive(Debug, Clone, clap::Args)]
struct Common {
    /// Language of the call and of what is printed: fr or en. Default: the system's.
    #[arg(long, short, global = true)]
    language: Option<Language>,
    /// Where trainees, attempts and scores are kept. Default: the platform's data folder.
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// A folder with packs, besides `scenarios` here, `packs` in the data folder and those in the program. May be repeated.
    #[arg(long, global = true, value_name = "DIR")]
    packs: Vec<PathBuf>,
    /// What varies (names, amounts, wording, order) is drawn from this number.
    #[arg(long, global = true)]
    seed: Option<u64>,
    /// Machine-readable output.
    #[arg(long, global = true)]
    json: bool,
}

impl Common {
    fn language(&self) -> Language {
        self.language.unwrap_or_else(system_language)
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Play a call in the terminal.
    Play(play::Arguments),
    /// List packs and their calls.
    Packs,
    /// Check pack folders: every problem with file, line and column.
    Check {
        /// Folders of packs.
        #[arg(required = true, value_name = "PACK_DIR")]
        folders: Vec<PathBuf>,
        /// Check again whenever a file changes, until you press Ctrl-C.
        #[arg(long)]
        watch: bool,
    },
    /// Make a pack, a call or a person that checks and plays at once.
    #[command(subcommand, disable_help_subcommand = true)]
    New(new::Order),
    /// All texts of a pack as one table for a translator, and back.
    #[command(subcommand, disable_help_subcommand = true)]
    Text(text::Order),
    /// Play journals or replay files again and hold them against what they expect.
    Replay {
        /// Files: `.replay` files of packs, or journals.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Score a journal.
    Score {
        /// A journal, as `play --journal` or `simulate --journals` writes it.
        journal: PathBuf,
        /// Print the call itself before the score.
        #[arg(long)]
        transcript: bool,
        /// Write the debrief into FILE too, as one page of HTML to read or print.
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
        /// For authors: what went on in the customer's mind, turn by turn.
        #[arg(long)]
        mind: bool,
    },
    /// What utterances on standard input, one a line, would be understood as.
    Understand(understand::Order),
    /// List the trainees kept here, export all about one, or delete it.
    #[command(subcommand, disable_help_subcommand = true)]
    Trainee(trainee::Order),
    /// Let robots find out what of a pack comes to pass: lines, facts, objections, steps, outcomes, checks.
    Coverage {
        /// A folder of a pack, or the name of a pack.
        #[arg(value_name = "PACK")]
        pack: PathBuf,
        /// How many calls the exploring robot plays of each call, in each language and at each level; the others a sixth.
        #[arg(long, default_value_t = 36)]
        runs: u64,
        /// Calls played at the same time; changes nothing but the time it takes.
        #[arg(long, default_value_t = 2)]
        jobs: usize,
        /// Write a page to read in a browser.
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
    },
    /// Say a line in a persona's voice, into a sound file.
    Say(say::Order),
    /// Try speech recognition: print what is said in a sound file.
    Hear(hear::Order),
    /// Let robot trainees play.
    Simulate {
        /// PACK/CALL
        call: String,
        /// expert, novice, careless, rude, silent, discloses-before-verifying, or several with commas.
        #[arg(long)]
        robot: String,
        /// gentle, usual or demanding.
        #[arg(long, default_value = "usual")]
        level: crate::level::Level,
        /// How many calls, with seeds counting up.
        #[arg(long, default_value_t = 1)]
        runs: u64,
        /// Calls played at the same time; changes nothing but the time it takes.
        #[arg(long, default_value_t = 1)]
        jobs: usize,
        /// Write the journals into this folder.
        #[arg(long, value_name = "DIR")]
        journals: Option<PathBuf>,
    },
}

/// Runs the program.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { COULD_NOT_RUN } else { CLEAN });
        }
    };
    let common = &arguments.common;
    let code = match arguments.command {
        None => {
            #[cfg(feature = "desktop")]
            let code = window(common, arguments.screenshot);
            #[cfg(not(feature = "desktop"))]
            let code = {
                let words = crate::wording::Wording::new(common.language());
                eprintln!("{}", words.text("cli-no-window"));
                COULD_NOT_RUN
            };
            code
        }
        Some(Command::Play(play)) => play::run(common, &play),
        Some(Command::Packs) => packs::run(common),
        Some(Command::Check { folders, watch }) => check::run(common, &folders, watch),
        Some(Command::New(order)) => new::run(common, &order),
        Some(Command::Text(order)) => text::run(common, &order),
        Some(Command::Replay { files }) => replay::run(common, &files),
        Some(Command::Score { journal, transcript, mind, html }) => {
            score::run(common, &journal, transcript, mind, html.as_deref())
        }
        Some(Command::Understand(order)) => understand::run(common, &order),
        Some(Command::Say(order)) => say::run(common, &order),
        Some(Command::Hear(order)) => hear::run(common, &order),
        Some(Command::Trainee(order)) => trainee::run(common, &order),
        Some(Command::Coverage { pack, runs, jobs, html }) => coverage::run(common, &pack, runs, jobs, html.as_deref()),
        Some(Command::Simulate { call, robot, level, runs, jobs, journals }) => {
            simulate::run(common, &simulate::Order { call, robot, level, runs, jobs, journals })
        }
    };
    ExitCode::from(code)
}

#[cfg(feature = "desktop")]
fn window(common: &Common, screenshot: Option<PathBuf>) -> u8 {
    let options = crate::desk::Options {
        language: common.language,
        seed: common.seed,
        data_dir: library::data_dir(common),
        roots: library::roots(common),
    };
    match screenshot {
        Some(folder) => crate::desk::screenshots(&folder, options),
        None => crate::desk::open(options),
    }
}

/// French when the environment says so, else English.
fn system_language() -> Language {
    let locale =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|it| !it.is_empty()));
    match locale {
        Some(locale) if locale.starts_with("fr") => Language::French,
        _ => Language::English,
    }
}
