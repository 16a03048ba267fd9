//! `headset score`: scores a journal.

use super::play::screen;
use super::{CLEAN, COULD_NOT_RUN, Common, debrief, replay};
use crate::debrief::Occasion;
use crate::wording::Wording;
use std::path::Path;

pub fn run(common: &Common, file: &Path, transcript: bool, mind: bool, html: Option<&Path>) -> u8 {
    let words = Wording::new(common.language());
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{}: {error}", file.display());
            return COULD_NOT_RUN;
        }
    };
    let Some(run) = replay::again(common, file, &text, &words) else { return COULD_NOT_RUN };
    if let Some(html) = html {
        let page = crate::debrief::page(&run, &run.score(), &Occasion::default(), &words);
        if let Err(error) = std::fs::write(html, page) {
            eprintln!("{}: {error}", html.display());
            return COULD_NOT_RUN;
        }
    }
    if mind {
        match run.mind() {
            Some(mind) if common.json => {
                println!("{}", serde_json::to_string_pretty(&mind).expect("a mind holds nothing JSON cannot say"));
            }
            Some(mind) => screen::show(&super::mind::text(&mind, &words)),
            None => {}
        }
        return CLEAN;
    }
    if common.json {
        println!("{}", serde_json::to_string_pretty(&run.score()).expect("a score holds nothing JSON cannot say"));
    } else {
        if transcript {
            let lines = run.events().iter().filter_map(|event| screen::event(event, &run, &words));
            lines.for_each(|line| screen::show(&line));
        }
        print!("{}", debrief::text(&run, &words));
    }
    CLEAN
}
