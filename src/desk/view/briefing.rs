//! The briefing.

use super::super::panel::briefing::BriefingView;
use super::super::state::Desk;
use super::{shown_language, title};
use crate::locale::Language;
use crate::score::Dimension;
use crate::value::Value;

/// What the screen shows. `None`: the call is gone (its pack was changed and does not load any more).
pub fn briefing(desk: &Desk) -> Option<BriefingView> {
    let choice = desk.choice.as_ref()?;
    let pack = desk.shelf.pack(choice.pack.as_str())?;
    let call = pack.calls.get(&choice.call)?;
    let language = desk.settings.language;
    let (weights, pass_mark) = crate::score::weights(pack, call);
    let when = format!("{}, {}", Value::Date(call.date).written(language), Value::Time(call.time).written(language));
    Some(BriefingView {
        title: title(pack, &call.title, language),
        company: title(pack, &pack.company.name, language),
        direction: call.direction,
        kind: call.kind,
        difficulty: call.difficulty,
        when,
        briefing: pack.title(&call.briefing, shown_language(pack, language), None),
        goals: call.goals.iter().map(|goal| title(pack, goal, language)).collect(),
        target_s: call.target_s,
        pass_mark,
        weights: Dimension::HEADLINE
            .into_iter()
            .map(|dimension| (dimension, weights.get(&dimension).copied().unwrap_or(0)))
            .collect(),
        mode: choice.mode,
        level: choice.level,
        instructor: call.instructor.as_ref().map(|line| pack.title(line, shown_language(pack, language), None)),
        skills: skills(&call.skills, language),
        language: choice.language,
        languages: pack.languages.clone(),
        operator: desk.settings.operator.clone(),
        trouble: choice.trouble.clone(),
    })
}

/// The titles of skills of the diploma.
fn skills(named: &[String], language: Language) -> Vec<String> {
    let known = crate::pack::skills();
    let titles = named.iter().filter_map(|name| known.iter().find(|skill| skill.id == *name));
    titles.map(|skill| skill.title(language).to_owned()).collect()
}
