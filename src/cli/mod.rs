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
mod help;
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

/// The command line. Its words, as those of all commands, are in [`help`].
#[derive(Debug, Parser)]
#[command(name = "headset", version, disable_help_subcommand = true)]
struct Arguments {
    #[command(flatten)]
    common: Common,
    #[cfg(feature = "desktop")]
    #[arg(long, value_name = "DIR")]
    screenshot: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Options of all commands.
#[derive(Debug, Clone, clap::Args)]
struct Common {
    #[arg(long, short, global = true)]
    language: Option<Language>,
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DIR")]
    packs: Vec<PathBuf>,
    #[arg(long, global = true)]
    seed: Option<u64>,
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
    Play(play::Arguments),
    Packs,
    Check {
        #[arg(required = true, value_name = "PACK_DIR")]
        folders: Vec<PathBuf>,
        #[arg(long)]
        watch: bool,
    },
    #[command(subcommand, disable_help_subcommand = true)]
    New(new::Order),
    #[command(subcommand, disable_help_subcommand = true)]
    Text(text::Order),
    Replay {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    Score {
        journal: PathBuf,
        #[arg(long)]
        transcript: bool,
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
        #[arg(long)]
        mind: bool,
    },
    Understand(understand::Order),
    #[command(subcommand, disable_help_subcommand = true)]
    Trainee(trainee::Order),
    Coverage {
        #[arg(value_name = "PACK")]
        pack: PathBuf,
        #[arg(long, default_value_t = 36)]
        runs: u64,
        #[arg(long, default_value_t = 2)]
        jobs: usize,
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
    },
    Say(say::Order),
    Hear(hear::Order),
    Simulate {
        #[arg(value_name = "PACK/CALL")]
        call: String,
        #[arg(long)]
        robot: String,
        #[arg(long, default_value = "usual")]
        level: crate::level::Level,
        #[arg(long, default_value_t = 1)]
        runs: u64,
        #[arg(long, default_value_t = 1)]
        jobs: usize,
        #[arg(long, value_name = "DIR")]
        journals: Option<PathBuf>,
    },
}

/// Runs the program.
pub fn main() -> ExitCode {
    let arguments = match help::parse(std::env::args_os().collect()) {
        Ok(arguments) => arguments,
        Err(instead) if instead.wrong => {
            eprint!("{}", instead.text);
            return ExitCode::from(COULD_NOT_RUN);
        }
        Err(page) => {
            print!("{}", page.text);
            return ExitCode::from(CLEAN);
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
