//! Reading replay files: every problem with its place, all of them in one run.

use super::expect::{Comparison, Expectation, Measure};
use super::{Doing, Replay, Step};
use crate::call::{CrmEdit, Input};
use crate::diagnostic::{Diagnostic, Report, Severity, nearest};
use crate::id::CallId;
use crate::level::Level;
use crate::locale::Language;
use crate::mood::MoodTrait;
use crate::moves::Move;
use crate::pack::model::RecordKind;
use crate::score::{Dimension, Verdict};
use crate::source::{Place, Source};

const COMMANDS: [&str; 26] = [
    "answer",
    "dial",
    "say",
    "interrupt",
    "type",
    "wait",
    "silence",
    "hold",
    "resume",
    "mute",
    "unmute",
    "open",
    "create",
    "set",
    "discard",
    "undo",
    "redo",
    "disposition",
    "consult",
    "end_consult",
    "complete_transfer",
    "transfer",
    "handbook",
    "keypad",
    "hang_up",
    "finish",
];

const EXPECTATIONS: [&str; 14] = [
    "customer", "moves", "means", "mood", "told", "raised", "lifted", "outcome", "score", "overall", "result",
    "critical", "check", "field",
];

/// What is wrong with a line, before it has a place.
struct Wrong {
    code: &'static str,
    /// The piece of the line that is wrong.
    piece: String,
    nearest: Option<String>,
    arguments: Vec<(&'static str, String)>,
}

impl Wrong {
    fn new(code: &'static str, piece: &str) -> Wrong {
        Wrong { code, piece: piece.to_owned(), nearest: None, arguments: vec![("name", piece.to_owned())] }
    }

    fn among<'a>(mut self, known: impl IntoIterator<Item = &'a str>) -> Wrong {
        self.nearest = nearest(&self.piece, known);
        self
    }
}

/// Reads a replay file. `None` when it does not say which call to play.
pub fn parse(source: &Source) -> (Option<Replay>, Report) {
    let mut report = Report::default();
    let mut replay: Option<Replay> = None;
    let mut offset = 0;
    for line in source.text.split_inclusive('\n') {
        let start = offset;
        offset += line.len();
        let text = line.trim_end();
        let trimmed = text.trim_start();
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        let begin = start + (text.len() - trimmed.len());
        let place = source.place(begin, trimmed.len());
        let problem = |wrong: Wrong| {
            let at = trimmed.find(&wrong.piece).filter(|_| !wrong.piece.is_empty());
            let place = at.map_or(place.clone(), |at| source.place(begin + at, wrong.piece.len()));
            diagnostic(source, place, wrong)
        };
        match &mut replay {
            None => match header(trimmed) {
                Ok((call, seed, language, level)) => {
                    let (place, steps) = (place.clone(), Vec::new());
                    replay = Some(Replay { call, seed, language, level, place, steps });
                }
                Err(wrong) => {
                    report.push(problem(wrong));
                    return (None, report);
                }
            },
            Some(replay) => match step(trimmed) {
                Ok(what) => replay.steps.push(Step { place: place.clone(), what }),
                Err(wrong) => report.push(problem(wrong)),
            },
        }
    }
    if replay.is_none() {
        report.push(diagnostic(source, source.place(0, 0), Wrong::new("R001", "")));
    }
    (replay, report)
}

/// A problem at a place of a replay file.
pub(super) fn diagnostic_at(
    source: &Source,
    place: Place,
    code: &'static str,
    arguments: Vec<(&'static str, String)>,
) -> Diagnostic {
    let line = source.line(place.line);
    let bare = Diagnostic::new(code, Severity::Error, place, line);
    Diagnostic { arguments: arguments.into_iter().collect(), ..bare }
}

fn diagnostic(source: &Source, place: Place, wrong: Wrong) -> Diagnostic {
    Diagnostic { nearest: wrong.nearest, ..diagnostic_at(source, place, wrong.code, wrong.arguments) }
}

/// `call ID   seed N   language L`, and perhaps `level LEVEL`.
fn header(line: &str) -> Result<(CallId, u64, Language, Level), Wrong> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [call_word, call, seed_word, seed, language_word, language, ref rest @ ..] = words[..] else {
        return Err(Wrong::new("R001", line));
    };
    let level = match rest {
        [] => Level::Usual,
        ["level", level] => {
            let known = Level::ALL.map(Level::name);
            Level::from_name(level).ok_or_else(|| Wrong::new("R021", level).among(known))?
        }
        _ => return Err(Wrong::new("R001", line)),
    };
    if (call_word, seed_word, language_word) != ("call", "seed", "language") {
        return Err(Wrong::new("R001", line));
    }
    let seed = seed.parse().map_err(|_| Wrong::new("R002", seed))?;
    let language = Language::from_code(language).ok_or_else(|| Wrong::new("R003", language).among(["fr", "en"]))?;
    Ok((CallId::new(call), seed, language, level))
}

fn step(line: &str) -> Result<Doing, Wrong> {
    if let Some(expectation) = line.strip_prefix('?') {
        return expect(expectation.trim()).map(Doing::Expect);
    }
    let (command, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    let bare = |input: Input| if rest.is_empty() { Ok(Doing::Input(input)) } else { Err(Wrong::new("R005", rest)) };
    let needed = |what: &'static str| match rest.is_empty() {
        true => Err(Wrong {
            arguments: vec![("command", command.to_owned()), ("what", what.to_owned())],
            ..Wrong::new("R006", command)
        }),
        false => Ok(rest),
    };
    match command {
        "answer" => bare(Input::Answer),
        "dial" => bare(Input::Dial),
        "say" => Ok(Doing::Say(needed("text")?.to_owned())),
        "interrupt" => Ok(Doing::Interrupt(needed("text")?.to_owned())),
        "type" => bare(Input::Typing),
        "wait" | "silence" => Ok(Doing::Input(Input::Pass { ms: duration(needed("duration")?)? })),
        "hold" => bare(Input::Hold),
        "resume" => bare(Input::Resume),
        "mute" => bare(Input::Mute { on: true }),
        "unmute" => bare(Input::Mute { on: false }),
        "open" => Ok(Doing::Input(Input::OpenRecord { record: needed("record")?.into() })),
        "create" => {
            let name = needed("kind")?;
            let kind = RecordKind::from_name(name)
                .ok_or_else(|| Wrong::new("R007", name).among(RecordKind::ALL.map(RecordKind::name)))?;
            Ok(Doing::Create(kind))
        }
        "set" => match needed("record")?.splitn(3, char::is_whitespace).collect::<Vec<_>>()[..] {
            [record, field, value] => {
                Ok(Doing::Set { record: record.to_owned(), field: field.to_owned(), value: value.trim().to_owned() })
            }
            _ => Err(Wrong::new("R008", rest)),
        },
        "discard" => Ok(Doing::Input(Input::Crm(CrmEdit::Discard { record: needed("record")?.into() }))),
        "undo" => bare(Input::Crm(CrmEdit::Undo)),
        "redo" => bare(Input::Crm(CrmEdit::Redo)),
        "disposition" => Ok(Doing::Input(Input::Disposition { id: needed("disposition")?.into() })),
        "consult" => Ok(Doing::Input(Input::Consult { to: needed("department")?.into() })),
        "end_consult" => bare(Input::EndConsult),
        "complete_transfer" => bare(Input::CompleteTransfer),
        "transfer" => match needed("department")?.split_whitespace().collect::<Vec<_>>()[..] {
            ["warm", to] => Ok(Doing::WarmTransfer(to.into())),
            ["cold", to] => Ok(Doing::Input(Input::ColdTransfer { to: to.into() })),
            _ => Err(Wrong::new("R009", rest)),
        },
        "handbook" => Ok(Doing::Input(Input::OpenHandbook { page: needed("page")?.to_owned() })),
        "keypad" => match needed("key")?.chars().collect::<Vec<_>>()[..] {
            [key] if key.is_ascii_digit() || key == '*' || key == '#' => Ok(Doing::Input(Input::Keypad { key })),
            _ => Err(Wrong::new("R010", rest)),
        },
        "hang_up" => bare(Input::HangUp),
        "finish" => bare(Input::FinishWrapUp),
        other => Err(Wrong::new("R004", other).among(COMMANDS)),
    }
}

fn duration(text: &str) -> Result<u64, Wrong> {
    let digits = text.trim_end_matches(|character: char| character.is_alphabetic());
    let unit = match &text[digits.len()..] {
        "ms" => 1,
        "s" => 1_000,
        "min" => 60_000,
        _ => return Err(Wrong::new("R011", text)),
    };
    let number: u64 = digits.trim().parse().map_err(|_| Wrong::new("R011", text))?;
    number.checked_mul(unit).filter(|ms| *ms <= 3_600_000).ok_or_else(|| Wrong::new("R011", text))
}

fn expect(text: &str) -> Result<Expectation, Wrong> {
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let rest = rest.split(" because ").next().unwrap_or("").trim();
    if rest.is_empty() {
        return Err(if EXPECTATIONS.contains(&word) {
            Wrong {
                arguments: vec![("command", word.to_owned()), ("what", "value".to_owned())],
                ..Wrong::new("R006", word)
            }
        } else {
            Wrong::new("R012", word).among(EXPECTATIONS)
        });
    }
    let words: Vec<&str> = rest.split_whitespace().collect();
    match word {
        "customer" | "colleague" => match rest.strip_prefix("says") {
            Some(pattern) => Ok(Expectation::Says(pattern.trim().to_owned())),
            None => Err(Wrong::new("R013", rest)),
        },
        "moves" => rest
            .split(',')
            .map(str::trim)
            .map(|name| {
                Move::from_name(name)
                    .ok_or_else(|| Wrong::new("R014", name).among(Move::ALL.iter().map(|mv| mv.name())))
            })
            .collect::<Result<_, _>>()
            .map(Expectation::Moves),
        "means" => Ok(Expectation::Means(rest.to_owned())),
        "mood" => match words[..] {
            [name, sign, number] => {
                let mood = MoodTrait::from_name(name)
                    .ok_or_else(|| Wrong::new("R015", name).among(MoodTrait::ALL.map(MoodTrait::name)))?;
                let (comparison, number) = compared(sign, number)?;
                Ok(Expectation::Mood(mood, comparison, number))
            }
            _ => Err(Wrong::new("R016", rest)),
        },
        "told" => Ok(Expectation::Told(rest.to_owned())),
        "raised" => Ok(Expectation::Raised(rest.to_owned())),
        "lifted" => Ok(Expectation::Lifted(rest.to_owned())),
        "outcome" => Ok(Expectation::Outcome(rest.to_owned())),
        "score" => match words[..] {
            [name, sign, number] => {
                let measure = Dimension::HEADLINE
                    .into_iter()
                    .chain([Dimension::Compliance])
                    .find(|dimension| dimension.name() == name)
                    .ok_or_else(|| Wrong::new("R017", name).among(Dimension::HEADLINE.map(Dimension::name)))?;
                let (comparison, number) = compared(sign, number)?;
                Ok(Expectation::Points(Measure::Dimension(measure), comparison, number))
            }
            _ => Err(Wrong::new("R016", rest)),
        },
        "overall" => match words[..] {
            [sign, number] => {
                let (comparison, number) = compared(sign, number)?;
                Ok(Expectation::Points(Measure::Overall, comparison, number))
            }
            _ => Err(Wrong::new("R016", rest)),
        },
        "result" => match rest {
            "pass" => Ok(Expectation::Result(Verdict::Pass)),
            "fail" => Ok(Expectation::Result(Verdict::Fail)),
            other => Err(Wrong::new("R018", other).among(["pass", "fail"])),
        },
        "critical" => Ok(Expectation::Critical(rest.to_owned())),
        "check" => match words[..] {
            [check, "passed"] => Ok(Expectation::Check(check.to_owned(), true)),
            [check, "failed"] => Ok(Expectation::Check(check.to_owned(), false)),
            _ => Err(Wrong::new("R019", rest)),
        },
        "field" => {
            match rest.split_once(" = ").map(|(left, value)| (left.split_whitespace().collect::<Vec<_>>(), value)) {
                Some((left, value)) if left.len() == 2 => Ok(Expectation::Field {
                    record: left[0].to_owned(),
                    field: left[1].to_owned(),
                    value: value.trim().to_owned(),
                }),
                _ => Err(Wrong::new("R020", rest)),
            }
        }
        other => Err(Wrong::new("R012", other).among(EXPECTATIONS)),
    }
}

fn compared(sign: &str, number: &str) -> Result<(Comparison, i64), Wrong> {
    let comparison = Comparison::from_sign(sign).ok_or_else(|| Wrong::new("R016", sign))?;
    let number = number.parse().map_err(|_| Wrong::new("R016", number))?;
    Ok((comparison, number))
}
