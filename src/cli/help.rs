//! The pages of `--help` and what is said about a wrong command line, in the language of whoever asks.
//!
//! Commands and options are declared without words; the words are messages: `help-simulate` tells what a command does,
//! `help-simulate--runs` what its option does, `help--seed` what an option of all commands does, `help-value-dir` how
//! the place of a value is called.

use super::{Arguments, system_language};
use crate::locale::Language;
use crate::wording::Wording;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory as _, FromArgMatches as _};
use std::ffi::OsString;

/// The command line, or what to print instead of running and the stream for it.
pub(super) fn parse(arguments: Vec<OsString>) -> Result<Arguments, Instead> {
    let words = Wording::new(asked_for(&arguments).unwrap_or_else(system_language));
    command(&words).try_get_matches_from(arguments).and_then(|matches| Arguments::from_arg_matches(&matches)).map_err(
        |error| match error.kind() {
            ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                Instead { text: error.to_string(), wrong: error.use_stderr() }
            }
            _ => Instead { text: told(&error, &words), wrong: true },
        },
    )
}

/// What is printed instead of running.
#[derive(Debug)]
pub(super) struct Instead {
    pub text: String,
    /// It is a complaint, not a page that was asked for.
    pub wrong: bool,
}

/// The language named on the command line, which may be wrong elsewhere.
fn asked_for(arguments: &[OsString]) -> Option<Language> {
    let arguments: Vec<_> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    arguments.iter().enumerate().find_map(|(at, argument)| {
        let value = match *argument {
            "--language" | "-l" => arguments.get(at + 1)?,
            _ => argument.strip_prefix("--language=").or_else(|| argument.strip_prefix("-l"))?,
        };
        value.trim_start_matches('=').parse().ok()
    })
}

/// All commands with their words.
pub(super) fn command(words: &Wording) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    worded(Arguments::command().disable_version_flag(true).arg(version), "help", words)
}

fn worded(command: Command, key: &str, words: &Wording) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(words.text("help--help"));
    let command = command
        .about(words.text(key))
        .disable_help_flag(true)
        .mut_args(|argument| worded_argument(argument, key, words))
        .arg(help)
        .subcommand_value_name(words.text("help-value-command"))
        .mut_subcommands(|under| {
            let key = format!("{key}-{}", under.get_name());
            worded(under, &key, words)
        });
    let template = template(&command, words);
    command.help_template(template)
}

/// The order of a page: what it is for, how to call it, commands, arguments, options.
fn template(command: &Command, words: &Wording) -> String {
    let mut parts = vec!["{about}".to_owned(), words.with("help-usage", &[("usage", "{usage}")])];
    if command.get_subcommands().next().is_some() {
        parts.push(format!("{}\n{{subcommands}}", words.text("help-commands")));
    }
    if command.get_positionals().next().is_some() {
        parts.push(format!("{}\n{{positionals}}", words.text("help-arguments")));
    }
    parts.push(format!("{}\n{{options}}", words.text("help-options")));
    parts.join("\n\n")
}

fn worded_argument(argument: Arg, key: &str, words: &Wording) -> Arg {
    let mut help = words.text(&format!("{key}--{}", argument.get_id().as_str().replace('_', "-")));
    if !argument.get_action().takes_values() {
        return argument.help(help);
    }
    let default: Vec<_> = argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !default.is_empty() {
        help = format!("{help} {}", words.with("help-default", &[("value", &default.join(","))]));
    }
    let names: Vec<String> = argument
        .get_value_names()
        .into_iter()
        .flatten()
        .map(|name| words.text(&format!("help-value-{}", name.to_lowercase().replace(['/', '_'], "-"))))
        .collect();
    argument.help(help).hide_default_value(true).value_names(names)
}

/// What is wrong with a command line, and what to do.
fn told(error: &clap::Error, words: &Wording) -> String {
    let found = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    };
    let (argument, value) = (found(ContextKind::InvalidArg), found(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            words.with("help-no-such-command", &[("name", &found(ContextKind::InvalidSubcommand))])
        }
        ErrorKind::UnknownArgument => words.with("help-no-such-argument", &[("name", &argument)]),
        ErrorKind::MissingRequiredArgument => words.with("help-missing", &[("name", &argument)]),
        ErrorKind::MissingSubcommand => words.text("help-missing-command"),
        ErrorKind::ArgumentConflict => {
            words.with("help-conflict", &[("name", &argument), ("other", &found(ContextKind::PriorArg))])
        }
        _ if argument.is_empty() => words.text("help-not-understood"),
        _ if value.is_empty() => words.with("help-no-value", &[("name", &argument)]),
        _ => words.with("help-bad-value", &[("name", &argument), ("value", &value)]),
    };
    let mut lines = vec![what];
    let nearest = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(found)
        .find(|suggested| !suggested.is_empty());
    if let Some(nearest) = nearest {
        lines.push(words.with("help-nearest", &[("name", &nearest)]));
    }
    let usage = found(ContextKind::Usage);
    if let Some(usage) = usage.trim().strip_prefix("Usage: ") {
        lines.push(words.with("help-usage", &[("usage", usage)]));
    }
    lines.push(words.text("help-more"));
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(command: &mut Command, pages: &mut Vec<String>) {
        pages.push(command.render_long_help().to_string());
        for under in command.get_subcommands_mut() {
            self::pages(under, pages);
        }
    }

    #[test]
    fn every_page_is_in_words_of_its_language() {
        for language in Language::ALL {
            let mut command = command(&Wording::new(language));
            command.build();
            let mut all = Vec::new();
            pages(&mut command, &mut all);
            assert!(all.len() > 10);
            for page in all {
                assert!(!page.contains('⟦'), "{page}");
                assert!(language == Language::English || !page.contains("Usage:"), "{page}");
            }
        }
    }

    #[test]
    fn a_wrong_line_is_told_in_the_language_it_asks_for() {
        for (line, expected) in [
            ("headset --language=fr simulat", "simulate"),
            ("headset -l fr simulate pack/call --robot expert --runs x", "«\u{a0}x\u{a0}»"),
            ("headset play --language fr", "Il manque"),
            ("headset --language en simulate pack/call", "--robot"),
            ("headset -l en score a.jsonl --transcripts", "--transcript"),
        ] {
            let instead = parse(line.split(' ').map(OsString::from).collect()).expect_err(line);
            assert!(instead.wrong && instead.text.contains(expected), "{line}: {}", instead.text);
        }
        let page = parse(["headset", "-l", "fr", "play", "--help"].map(OsString::from).to_vec()).expect_err("a page");
        assert!(!page.wrong && page.text.contains("Utilisation"), "{}", page.text);
    }
}
