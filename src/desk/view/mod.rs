//! What each panel shows, drawn from the state: the only place where panels and the core meet.

mod briefing;
mod crm;
mod debrief;
mod desk;
mod handbook;
mod library;
mod person;
mod problems;
mod profile;
mod progress;

use super::action::Screen;
use super::panel::self_rating::SelfRatingView;
use super::panel::top_bar::TopBarView;
use super::screen::{ScreenView, WindowView};
use super::state::Desk;
use crate::id::LineId;
use crate::locale::Language;
use crate::pack::model::Pack;

/// The whole window. `now`: UTC, as the records keep it.
pub fn window(desk: &Desk, now: &str) -> WindowView {
    let screen = match desk.screen {
        Screen::Profile => None,
        Screen::Library => Some(ScreenView::Library(library::library(desk, now))),
        Screen::Briefing => briefing::briefing(desk).map(ScreenView::Briefing),
        Screen::Desk => desk.sitting.as_ref().map(|sitting| ScreenView::Desk(Box::new(desk::desk(desk, sitting)))),
        Screen::SelfRating => desk.review.as_ref().map(|review| {
            let setup = review.run.setup();
            ScreenView::SelfRating(SelfRatingView {
                title: title(&setup.pack, &review.run.scenario().title, desk.settings.language),
                ratings: review.own.clone(),
            })
        }),
        Screen::Debrief => {
            desk.review.as_ref().map(|review| ScreenView::Debrief(Box::new(debrief::debrief(desk, review))))
        }
        Screen::History => Some(ScreenView::History(library::history(desk, now))),
        Screen::Progress => Some(ScreenView::Progress(progress::progress(desk, now))),
        Screen::Compare => {
            desk.comparison.as_ref().map(|pair| ScreenView::Compare(Box::new(progress::compare(desk, pair, now))))
        }
        Screen::Problems => problems::problems(desk).map(ScreenView::Problems),
    };
    WindowView {
        top_bar: top_bar(desk),
        notice: desk.notice.clone(),
        screen: screen.unwrap_or_else(|| ScreenView::Profile(profile::profile(desk))),
    }
}

fn top_bar(desk: &Desk) -> TopBarView {
    let words = desk.words();
    let at_desk = desk.screen == Screen::Desk;
    let heading = desk.sitting.as_ref().filter(|_| at_desk).map(|sitting| {
        let setup = sitting.run().setup();
        let title = title(&setup.pack, &sitting.run().scenario().title, desk.settings.language);
        format!("{title} · {}", words.text(super::panel::briefing::mode_key(setup.mode)))
    });
    let trainee = desk.trainees.iter().find(|trainee| Some(trainee.id) == desk.trainee);
    TopBarView {
        screen: desk.screen,
        trainee: trainee.map(|trainee| trainee.name.clone()),
        language: desk.settings.language,
        shade: desk.settings.shade,
        text_size: desk.settings.text_size,
        silent: desk.settings.silent,
        sound_trouble: desk.sound_trouble.clone(),
        open: trainee.is_some() || desk.store.is_none(),
        busy: at_desk || desk.screen == Screen::SelfRating,
        unwritten: desk.unwritten().map(|error| words.with(error.key, &[("details", &error.details)])),
        heading,
        old_pack: at_desk && desk.sitting.as_ref().is_some_and(|sitting| sitting.old_pack),
    }
}

/// A text of a pack in the language of the window, or in the pack's first one.
fn title(pack: &Pack, line: &LineId, language: Language) -> String {
    pack.title(line, shown_language(pack, language), None)
}

/// The language a pack is shown in.
fn shown_language(pack: &Pack, language: Language) -> Language {
    if pack.languages.contains(&language) { language } else { pack.languages.first().copied().unwrap_or(language) }
}
