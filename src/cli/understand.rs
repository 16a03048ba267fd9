//! `headset understand`: one utterance a line in, one JSON object a line out.

use super::{CLEAN, COULD_NOT_RUN, Common, evaluate, explain, few_shot, library};
use crate::language::{CallContext, Listener};
use crate::pack::variation::Variables;
use crate::wording::Wording;
use std::io::{BufRead, Write as _};
use std::path::PathBuf;

/// Bytes of a line that are kept: more than the recogniser looks at. The rest is read and forgotten.
const LONGEST_LINE: usize = 64 * 1_024;

/// What was asked for.
#[derive(Debug, clap::Args)]
pub struct Order {
    #[arg(long)]
    date: Option<jiff::civil::Date>,
    #[arg(long, value_name = "PACK/CALL")]
    call: Option<String>,
    #[arg(long)]
    explain: bool,
    #[arg(long, value_name = "FILE", conflicts_with = "explain")]
    evaluate: Option<PathBuf>,
    #[command(flatten)]
    few_shot: few_shot::Order,
}

pub fn run(common: &Common, order: &Order) -> u8 {
    if order.few_shot.is_given() {
        return few_shot::run(common, &order.few_shot);
    }
    let words = Wording::new(common.language());
    let Some(listener) = listener(common, order, &words) else { return COULD_NOT_RUN };
    if let Some(file) = &order.evaluate {
        return evaluate::run(common, &listener, file);
    }
    let mut input = std::io::stdin().lock();
    let mut output = std::io::stdout().lock();
    let mut line = Vec::new();
    loop {
        match read(&mut input, &mut line) {
            Ok(false) => return CLEAN,
            Ok(true) => {}
            Err(error) => {
                eprintln!("{error}");
                return COULD_NOT_RUN;
            }
        }
        let utterance = String::from_utf8_lossy(&line);
        let utterance = utterance.trim_end_matches('\r');
        let answer = if order.explain {
            explain::explained(&listener, utterance, common.json, &words)
        } else {
            listener.understand(utterance).to_json()
        };
        // A reader that has gone away is no error of ours.
        if writeln!(output, "{answer}").and_then(|()| output.flush()).is_err() {
            return CLEAN;
        }
    }
}

/// Without a call or with the intents and questions of one, as the seed fills them in.
fn listener(common: &Common, order: &Order, words: &Wording) -> Option<Listener> {
    let recogniser = library::recogniser(common.language());
    let Some(name) = &order.call else {
        return Some(recogniser.listener(CallContext { date: order.date, ..CallContext::default() }));
    };
    let (pack, call) = library::call(common, name, words)?;
    let call = pack.calls.get(&call)?;
    let variables = Variables::draw(&pack, &call.customer, call.date, common.language(), "", common.seed.unwrap_or(1));
    let context = crate::training::context(&pack, call, common.language(), &variables);
    let date = order.date.or(context.date);
    Some(recogniser.listener(CallContext { date, ..context }))
}

/// Reads a line without its end; false when there is none left.
fn read(input: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<bool> {
    line.clear();
    let mut any = false;
    loop {
        let found = match input.fill_buf() {
            Ok(found) => found,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if found.is_empty() {
            return Ok(any);
        }
        any = true;
        let end = found.iter().position(|byte| *byte == b'\n');
        let piece = &found[..end.unwrap_or(found.len())];
        line.extend(&piece[..piece.len().min(LONGEST_LINE - line.len())]);
        let used = end.map_or(found.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(true);
        }
    }
}
