//! What was missing when a call did not reach its goal: told from the pack, so that a trainee can see it.

use super::Evidence;
use super::case::Case;
use super::conversation::Utterance;
use super::text;
use crate::id::IntentId;
use crate::moves::Move;

/// How the call ended, then all that was missing, in the order of a call.
pub(super) fn missing(case: &Case<'_>) -> Vec<Evidence> {
    let mut shown = vec![ending(case)];
    shown.extend(need(case));
    shown.extend(solution(case));
    shown.extend(objections(case));
    if !case.talk.operator().any(|said| said.has(Move::ConfirmNextSteps)) {
        shown.push(case.at_end("evidence-no-next-steps"));
    }
    shown
}

fn ending(case: &Case<'_>) -> Evidence {
    let outcomes = &case.played.call.outcomes;
    let reached = case.talk.outcome.and_then(|id| outcomes.iter().find(|outcome| outcome.id == *id));
    let title = |outcome: &crate::pack::model::Outcome| case.title(&outcome.title).unwrap_or_default();
    let wanted = outcomes.iter().find(|outcome| outcome.success).map(title).unwrap_or_default();
    match reached {
        Some(outcome) => case.at_end("evidence-goal-missed").with("ending", title(outcome)),
        None => case.at_end("evidence-goal-open"),
    }
    .with("wanted", wanted)
}

/// What the customer needed and never came to tell.
fn need(case: &Case<'_>) -> Vec<Evidence> {
    let people = std::iter::once(&case.played.call.customer).chain(&case.played.call.gatekeeper);
    let facts = people.filter_map(|id| case.played.pack.personas.get(id)).flat_map(|persona| &persona.facts);
    let untold = facts.filter(|fact| case.played.call.need.contains(&fact.id) && case.talk.told(&fact.id).is_none());
    untold
        .map(|fact| {
            let line = case.title(&fact.line).unwrap_or_default();
            case.at_end("evidence-goal-untold").with("quote", text::clip(&line))
        })
        .collect()
}

/// No solution, one without its figures, or one that was not accepted.
fn solution(case: &Case<'_>) -> Vec<Evidence> {
    let solutions = &case.played.call.solutions;
    let offered: Vec<&Utterance<'_>> = case.talk.to_customer().filter(|said| said.intends(solutions)).collect();
    let Some(last) = offered.last() else {
        let example = solutions.iter().find_map(|solution| example(case, solution));
        let nothing = || case.at_end("evidence-goal-nothing-offered").with("quote", example.unwrap_or_default());
        return if solutions.is_empty() { Vec::new() } else { vec![nothing()] };
    };
    let unsaid = solutions
        .iter()
        .filter(|solution| offered.iter().any(|said| said.intends(std::slice::from_ref(solution))))
        .filter_map(|solution| case.played.pack.intents.get(solution))
        .flat_map(|intent| &intent.states)
        .filter_map(|name| case.value(name))
        .filter(|value| !case.talk.operator().any(|said| case.says(said, value)));
    let mut shown: Vec<Evidence> = unsaid
        .map(|value| Evidence::of(last, "evidence-value-not-stated").with("value", case.written(value)))
        .collect();
    if shown.is_empty() {
        shown.push(Evidence::of(last, "evidence-goal-not-accepted").at_span(last.span_of_intent(solutions)));
    }
    shown.dedup();
    shown
}

/// A phrase that means it, with the values of this call.
fn example(case: &Case<'_>, intent: &IntentId) -> Option<String> {
    let examples = case.played.pack.intents.get(intent)?.examples.get(&case.language())?;
    examples.first().map(|example| text::clip(&case.fill(example)))
}

fn objections(case: &Case<'_>) -> Vec<Evidence> {
    let open = case.talk.raised.iter().filter(|raised| raised.lifted.is_none());
    open.map(|raised| case.after(case.talk.line_of(raised.turn), "evidence-not-lifted")).collect()
}
