//! Use of the script: its steps, opening and closing, what must not be said, professional language, handing over.

use super::Evidence;
use super::case::Case;
use super::empathy::Canned;
use super::finding::Finding;
use super::restating;
use super::steps;
use super::text;
use crate::call::{EndedBy, What};
use crate::id::FactId;
use crate::language::Confidence;
use crate::moves::Move;
use crate::pack::model::{CallKind, When};

/// Words that may come before a brusque sentence.
const LEAD: usize = 2;

/// Each applicable step of the script, weighted as the script says.
pub(super) fn steps(case: &Case<'_>) -> Vec<Finding> {
    let played = case.played;
    let Some(script) = played.pack.scripts.get(&played.call.script) else { return vec![Finding::not_applicable()] };
    let progress = steps::progress(played.pack, played.call, played.language, played.variables, &case.talk);
    let mut before = 0;
    script
        .steps
        .iter()
        .zip(progress)
        .map(|(step, progress)| {
            let finding = if let Some(event) = progress.event {
                before = before.max(event);
                match case.talk.utterances.iter().find(|utterance| utterance.event == event) {
                    Some(said) => Finding::passed(
                        Evidence::of(said, "evidence-said").at_span(
                            step.moves
                                .iter()
                                .find_map(|mv| said.span_of(*mv))
                                .or_else(|| said.span_of_intent(&step.intents)),
                        ),
                    ),
                    None => Finding::passed(case.at(event, "evidence-step-done")),
                }
            } else {
                Finding::failed(step_missing(case, before, &progress))
            };
            let applies = progress.applicable || due(case, &step.when);
            let finding = if applies && case.had_work() { finding } else { Finding::not_applicable() };
            finding.about(step.id.as_str(), case.title(&step.title)).share(u16::from(step.weight))
        })
        .collect()
}

/// The step would have come, had the call not been broken off: what belongs to a good end, to the need and to identity.
fn due(case: &Case<'_>, when: &When) -> bool {
    let call = case.played.call;
    let proves = |fact: &FactId| call.verification.as_ref().is_some_and(|proof| proof.facts.contains(fact));
    case.cut_short()
        && match when {
            When::Outcome(ends) => call.outcomes.iter().any(|end| end.success && ends.contains(&end.id)),
            When::Revealed(fact) => call.need.contains(fact) || proves(fact),
            When::Always | When::Raised(_) | When::Held | When::Reached => false,
        }
}

/// An omitted step belonged after the step before it.
fn step_missing(case: &Case<'_>, before: usize, progress: &steps::StepProgress) -> Evidence {
    let line = case.talk.other_side().find(|line| line.event > before);
    if let Some(percent) = progress.percent {
        return case.after(line, "evidence-not-verbatim").with("percent", percent.to_string());
    }
    match progress.missing.first() {
        Some(mv) => case.after(line, "evidence-step-missing").with("move", format!("@move-{}", mv.name())),
        None => case.after(line, "evidence-statement-missing"),
    }
}

/// Each of the moves of a proper opening within the first turns.
pub(super) fn opening(case: &Case<'_>, inbound: &[Move], outbound: &[Move], turns: usize) -> Vec<Finding> {
    let moves = if case.outbound() { outbound } else { inbound };
    moves
        .iter()
        .flat_map(|mv| {
            case.demands(|| match opening_turns(case, turns).find(|utterance| utterance.has(*mv)) {
                Some(said) => Finding::passed(Evidence::of(said, "evidence-said").at_span(said.span_of(*mv))),
                None => Finding::failed(match opening_turns(case, 1).next() {
                    Some(first) => Evidence::of(first, "evidence-opening-missing"),
                    None => case.at_end("evidence-nothing-said").with("quote", ""),
                }),
            })
            .into_iter()
            .map(|finding| finding.about(mv.name(), Some(format!("@move-{}", mv.name()))))
        })
        .collect()
}

/// The first turns with the customer; with the gatekeeper when the customer was never reached.
pub(super) fn opening_turns<'c, 'a>(
    case: &'c Case<'a>,
    turns: usize,
) -> impl Iterator<Item = &'c super::conversation::Utterance<'a>> {
    let to_customer = case.talk.to_customer().next().is_some();
    case.talk
        .operator()
        .filter(move |utterance| {
            !to_customer
                || utterance.speaker == super::conversation::Speaker::Operator { to: crate::call::Party::Customer }
        })
        .take(turns)
}

/// Greets first, takes leave last, and says before it what happens next.
pub(super) fn closes_in_order(case: &Case<'_>) -> Vec<Finding> {
    let handed_over = case.talk.ended_by == Some(EndedBy::Transfer);
    let leave = case.talk.operator().rfind(|utterance| utterance.has(Move::TakeLeave));
    let last = case.talk.operator().next_back();
    let mut findings = case.demands(|| match (leave, last) {
        _ if handed_over => Finding::not_applicable(),
        (Some(leave), Some(last)) if case.talk.operator().filter(|said| said.event > leave.event).count() <= 1 => {
            let _ = last;
            Finding::passed(Evidence::of(leave, "evidence-said").at_span(leave.span_of(Move::TakeLeave)))
        }
        (Some(leave), _) => Finding::failed(Evidence::of(leave, "evidence-leave-too-early")),
        (None, _) => Finding::failed(case.at_end("evidence-no-leave")),
    });
    name(&mut findings, Move::TakeLeave);
    let next = case.talk.operator().rfind(|utterance| utterance.has(Move::ConfirmNextSteps));
    let mut summary = case.demands(|| match next {
        Some(next) if leave.is_none_or(|leave| next.event <= leave.event) => {
            Finding::passed(Evidence::of(next, "evidence-said").at_span(next.span_of(Move::ConfirmNextSteps)))
        }
        Some(next) => Finding::failed(Evidence::of(next, "evidence-next-steps-too-late")),
        None => Finding::failed(case.at_end("evidence-no-next-steps")),
    });
    name(&mut summary, Move::ConfirmNextSteps);
    findings.append(&mut summary);
    findings
}

fn name(findings: &mut [Finding], mv: Move) {
    for finding in findings {
        finding.subject = Some(mv.name().to_owned());
        finding.title = Some(format!("@move-{}", mv.name()));
    }
}

/// No forbidden phrase of the script is used.
pub(super) fn no_forbidden_phrase(case: &Case<'_>) -> Vec<Finding> {
    let script = case.played.pack.scripts.get(&case.played.call.script);
    let forbidden = script.map_or(&[][..], |script| script.forbidden.as_slice());
    if forbidden.is_empty() {
        return vec![Finding::not_applicable()];
    }
    let mut faults = Vec::new();
    for utterance in case.talk.operator() {
        let said = text::words(utterance.text);
        for entry in forbidden {
            let phrases = entry.phrases.get(&case.language()).map_or(&[][..], Vec::as_slice);
            let used = phrases.iter().find(|phrase| text::find_phrase(&said, &text::words(phrase)).is_some());
            if let Some(phrase) = used {
                faults.push(
                    Evidence::of(utterance, "evidence-forbidden")
                        .with("phrase", phrase.clone())
                        .with("why", case.title(&entry.why).unwrap_or_default()),
                );
            }
        }
    }
    case.forbids(faults)
}

/// None of these moves is made, as far as can be said with that confidence.
pub(super) fn avoids(case: &Case<'_>, moves: &[Move], sure: Confidence) -> Vec<Finding> {
    case.forbids(made(case, moves, sure))
}

fn made(case: &Case<'_>, moves: &[Move], sure: Confidence) -> Vec<Evidence> {
    let mut faults = Vec::new();
    for utterance in case.talk.operator() {
        for mv in moves.iter().filter(|mv| utterance.surely(**mv, sure)) {
            faults.push(
                Evidence::of(utterance, "evidence-move")
                    .with("move", format!("@move-{}", mv.name()))
                    .at_span(utterance.span_of(*mv)),
            );
        }
    }
    faults
}

/// No such move, and no sentence of a closed list: what is curt without being rude has no move of its own.
pub(super) fn stays_courteous(case: &Case<'_>, moves: &[Move], sure: Confidence, brusque: &Canned) -> Vec<Finding> {
    let brusque: Vec<Vec<String>> =
        brusque.get(&case.language()).into_iter().flatten().map(|sentence| text::words(sentence)).collect();
    let mut faults = made(case, moves, sure);
    for utterance in case.talk.operator() {
        let curt = text::sentences(utterance.text).find(|sentence| {
            let said = text::words(sentence);
            // "Well, what do you want?" is no better.
            (0..=LEAD.min(said.len())).any(|lead| brusque.iter().any(|curt| said[lead..] == curt[..]))
        });
        if let Some(curt) = curt
            && !faults.iter().any(|fault| fault.event == utterance.event)
        {
            faults.push(Evidence::of(utterance, "evidence-brusque").with("said", curt.trim()));
        }
    }
    case.forbids(faults)
}

/// The call ends with one of its good outcomes. A customer who is called may well say no, unless nobody let him.
pub(super) fn reaches_goal(case: &Case<'_>) -> Vec<Finding> {
    let inbound_work = matches!(case.played.call.kind, CallKind::Complaint | CallKind::Information);
    if !inbound_work && !case.cut_short() {
        return vec![Finding::not_applicable()];
    }
    case.demands(|| {
        if super::listening::succeeded(case) {
            Finding::passed(case.at_end("evidence-goal-reached"))
        } else {
            Finding::failed_by(super::goal::missing(case))
        }
    })
}

/// Offers one of the solutions of the call.
pub(super) fn offers_solution(case: &Case<'_>) -> Vec<Finding> {
    let solutions = &case.played.call.solutions;
    if solutions.is_empty() {
        return vec![Finding::not_applicable()];
    }
    case.demands(|| match case.talk.first_solution(case.played.call) {
        Some(said) => Finding::passed(Evidence::of(said, "evidence-said").at_span(said.span_of_intent(solutions))),
        None => Finding::failed(case.at_end("evidence-no-solution")),
    })
}

/// What a statement must state (a price, a date) is said with it: in the same breath or next to it.
pub(super) fn states_values(case: &Case<'_>) -> Vec<Finding> {
    let said: Vec<_> = case.talk.operator().collect();
    let mut findings = Vec::new();
    for intent in case.played.pack.intents.values().filter(|intent| !intent.states.is_empty()) {
        let id = std::slice::from_ref(&intent.id);
        let missing = |at: usize| {
            let near = &said[at.saturating_sub(1)..said.len().min(at + 3)];
            let states = intent.states.iter().filter_map(|name| case.value(name));
            states.into_iter().find(|value| !near.iter().any(|utterance| case.says(utterance, value)))
        };
        // Said again with its figures, it is complete.
        let places: Vec<usize> = (0..said.len()).filter(|at| said[*at].intends(id)).collect();
        let Some(at) = places.iter().copied().find(|at| missing(*at).is_none()).or_else(|| places.first().copied())
        else {
            continue;
        };
        let missing = missing(at);
        let evidence = match missing {
            None => Evidence::of(said[at], "evidence-said"),
            Some(value) => match restating::instead(std::iter::once(said[at]), value) {
                Some((_, span)) => Evidence::of(said[at], "evidence-value-stated-wrong")
                    .with("said", restating::words_at(said[at], span))
                    .with("value", case.written(value)),
                None => Evidence::of(said[at], "evidence-value-not-stated").with("value", case.written(value)),
            },
        };
        let finding = Finding::when(missing.is_none(), evidence.at_span(said[at].span_of_intent(id)));
        findings.push(finding.about(intent.id.as_str(), None));
    }
    if findings.is_empty() { vec![Finding::not_applicable()] } else { findings }
}

/// Hands the call over when and as the scenario expects: right place, announced, warm, with a recap.
pub(super) fn hands_over(case: &Case<'_>) -> Vec<Finding> {
    let transferred = case.talk.events.iter().enumerate().find_map(|(index, event)| match &event.what {
        What::Transferred { to, warm, announced, briefed } => Some((index, to, *warm, *announced, *briefed)),
        _ => None,
    });
    let department = |id: &crate::id::DepartmentId| {
        let known = case.played.pack.company.departments.iter().find(|department| department.id == *id);
        known.and_then(|department| case.title(&department.name)).unwrap_or_else(|| id.to_string())
    };
    match (&case.played.call.transfer, transferred) {
        (None, None) => vec![Finding::not_applicable()],
        (None, Some((event, to, ..))) => {
            vec![Finding::failed(case.at(event, "evidence-transfer-needless").with("department", department(to)))]
        }
        (Some(wanted), None) => case.demands(|| {
            Finding::failed(case.at_end("evidence-transfer-missing").with("department", department(&wanted.to)))
        }),
        (Some(wanted), Some((event, to, warm, announced, briefed))) => {
            let result = |subject: &'static str, title: &str, passed: bool, fault: &'static str| {
                let words = if passed { "evidence-transfer-done" } else { fault };
                let evidence = case.at(event, words).with("department", department(&wanted.to));
                Finding::when(passed, evidence).about(subject, Some(title.to_owned()))
            };
            let mut findings = vec![
                result("to", "@transfer-to", *to == wanted.to, "evidence-transfer-wrong"),
                result("announced", "@transfer-announced", announced, "evidence-transfer-unannounced"),
            ];
            if wanted.warm {
                findings.push(result("warm", "@transfer-warm", warm, "evidence-transfer-cold"));
                findings.push(result("briefed", "@transfer-briefed", briefed, "evidence-transfer-not-briefed"));
            }
            findings
        }
    }
}
