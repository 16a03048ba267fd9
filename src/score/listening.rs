//! Listening: restating, reading back, open questions, clarifying, letting finish, remembering, attention to details.

use super::Evidence;
use super::case::Case;
use super::conversation::{Told, Utterance};
use super::finding::Finding;
use super::restating;
use super::text;
use crate::call::What;
use crate::language::Span;
use crate::moves::Move;
use crate::value::Value;

/// The need is restated, with the right facts, before the first solution.
pub(super) fn restates_need(case: &Case<'_>) -> Vec<Finding> {
    case.demands(|| {
        let told: Vec<&Told<'_>> = case.played.call.need.iter().filter_map(|fact| case.talk.told(fact)).collect();
        let since = told.iter().map(|told| told.event).min().unwrap_or(0);
        let solution = case.talk.first_solution(case.played.call);
        // In one breath: « vous avez été prélevé deux fois, je vous rembourse » restates first, too.
        let first = |utterance: &Utterance<'_>| match solution {
            Some(solution) if utterance.event == solution.event => {
                let start = |span: Option<Span>| span.map(|Span(start, _)| start);
                start(utterance.span_of(Move::Restate)) <= start(solution.span_of_intent(&case.played.call.solutions))
            }
            Some(solution) => utterance.event < solution.event,
            None => true,
        };
        let restates: Vec<&Utterance<'_>> = case
            .talk
            .to_customer()
            .filter(|utterance| utterance.event > since && utterance.has(Move::Restate) && first(utterance))
            .collect();
        if restates.is_empty() {
            return Finding::failed(match solution {
                Some(solution) => Evidence::of(solution, "evidence-solution-before-restating")
                    .at_span(solution.span_of_intent(&case.played.call.solutions)),
                None => case.after(last_line_about(case, &told), "evidence-never-restated"),
            });
        }
        let wrong: Vec<Evidence> = restates.iter().flat_map(|utterance| restating::wrong(case, utterance)).collect();
        if !wrong.is_empty() {
            return Finding::failed_by(wrong);
        }
        match restates.iter().find(|utterance| restating::speaks_of_need(case, utterance, &told)) {
            Some(restate) => {
                Finding::passed(Evidence::of(restate, "evidence-said").at_span(restate.span_of(Move::Restate)))
            }
            None => Finding::failed(Evidence::of(restates[0], "evidence-restated-nothing")),
        }
    })
}

fn last_line_about<'c, 'a>(case: &'c Case<'a>, told: &[&Told<'_>]) -> Option<&'c Utterance<'a>> {
    let last = told.iter().max_by_key(|told| told.event)?;
    case.talk.line_of(last.turn)
}

/// Each critical datum that the customer told is read back.
pub(super) fn reads_back(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for name in &case.played.call.critical_data {
        let Some(value) = case.value(name) else { continue };
        let heard_in =
            case.talk.told_variable(name).map(|told| (told.event, case.talk.line_of(told.turn))).or_else(|| {
                let line = case.talk.other_side().find(|line| text::written_in(value, line.text, case.language()))?;
                Some((line.event, Some(line)))
            });
        let Some((event, line)) = heard_in else {
            let hung_up = case.talk.ended_by == Some(crate::call::EndedBy::Operator) && !succeeded(case);
            let gave_up = case.had_work() && (hung_up || case.cut_short());
            findings.push(
                if gave_up {
                    Finding::failed(case.at_end("evidence-datum-never-asked"))
                } else {
                    Finding::not_applicable()
                }
                .about(name.clone(), None),
            );
            continue;
        };
        // Said in the turn before and then confirmed, it was read back as well.
        let from = case.talk.to_customer().rfind(|utterance| utterance.event < event).map_or(event, |said| said.event);
        let read = case.talk.to_customer().find(|utterance| utterance.event >= from && case.says(utterance, value));
        let finding = match read {
            Some(utterance) => Finding::passed(
                Evidence::of(utterance, "evidence-read-back")
                    .with("value", case.written(value))
                    .at_span(span_of_value(utterance, value)),
            ),
            None => Finding::failed(
                read_wrong(case, event, value)
                    .unwrap_or_else(|| case.after(line, "evidence-not-read-back").with("value", case.written(value))),
            ),
        };
        findings.push(finding.about(name.clone(), Some(case.written(value))));
    }
    if findings.is_empty() { vec![Finding::not_applicable()] } else { findings }
}

/// Something was read back, but it was another value.
fn read_wrong(case: &Case<'_>, event: usize, value: &Value) -> Option<Evidence> {
    let read = case.talk.to_customer().filter(|said| said.event > event && said.has(Move::ReadBack));
    let (utterance, span) = restating::instead(read, value)?;
    let evidence = Evidence::of(utterance, "evidence-wrong-restatement").at_span(Some(span));
    Some(evidence.with("said", restating::words_at(utterance, span)).with("told", case.written(value)))
}

fn span_of_value(utterance: &Utterance<'_>, value: &Value) -> Option<Span> {
    utterance.understood?.entities.iter().find(|entity| text::means(entity, value)).map(|entity| entity.span)
}

/// The outcome reached is one of the good ones.
pub(super) fn succeeded(case: &Case<'_>) -> bool {
    let outcome = case.talk.outcome;
    case.played.call.outcomes.iter().any(|known| known.success && Some(&known.id) == outcome)
}

/// While the need is incomplete: an open question before the first closed one.
pub(super) fn opens_with_open_question(case: &Case<'_>) -> Vec<Finding> {
    let complete = case.need_told();
    let until = complete.unwrap_or(usize::MAX);
    let asked = case.talk.to_customer().filter(|utterance| utterance.event < until);
    for utterance in asked {
        let open = open_question(utterance);
        if let Some(span) = open {
            return vec![Finding::passed(Evidence::of(utterance, "evidence-said").at_span(Some(span)))];
        }
        if let Some(span) = closed_question(utterance).filter(|_| !asks_identity(case, utterance)) {
            return vec![Finding::failed(Evidence::of(utterance, "evidence-closed-first").at_span(Some(span)))];
        }
    }
    match complete {
        Some(_) => vec![Finding::not_applicable()],
        None => {
            case.demands(|| Finding::failed(case.after(case.talk.other_side().next(), "evidence-no-open-question")))
        }
    }
}

fn overlaps(Span(a, b): Span, Span(c, d): Span) -> bool {
    a < d && c < b
}

/// An open question that is more than the offer of help of the opening.
pub(super) fn open_question(utterance: &Utterance<'_>) -> Option<Span> {
    utterance
        .spans_of(Move::OpenQuestion)
        .find(|span| !utterance.spans_of(Move::OfferHelp).any(|offer| overlaps(*span, offer)))
}

/// Asks for what proves who the customer is: that has to be closed.
fn asks_identity(case: &Case<'_>, utterance: &Utterance<'_>) -> bool {
    let proves = |fact: &crate::id::FactId| {
        case.played.call.verification.as_ref().is_some_and(|verification| verification.facts.contains(fact))
    };
    utterance.has(Move::AskIdentity)
        || utterance.understood.is_some_and(|understood| understood.asked.iter().any(|asked| proves(&asked.fact)))
}

/// A closed question about the matter: identity, reading back, holds and politeness have to be closed.
fn closed_question(utterance: &Utterance<'_>) -> Option<Span> {
    // Whoever verifies, opens the call or announces has to ask closed questions, in however many clauses.
    const ELSE: [Move; 9] = [
        Move::AskIdentity,
        Move::ReadBack,
        Move::Restate,
        Move::AnnounceHold,
        Move::AnnounceTransfer,
        Move::OfferHelp,
        Move::OfferFurtherHelp,
        Move::StatePurpose,
        Move::IdentifyCompany,
    ];
    if utterance.has_any(&ELSE) {
        return None;
    }
    utterance.span_of(Move::ClosedQuestion)
}

/// The need is complete before the first solution.
pub(super) fn clarifies_first(case: &Case<'_>) -> Vec<Finding> {
    if case.played.call.need.is_empty() {
        return vec![Finding::not_applicable()];
    }
    case.demands(|| {
        let solution = case.talk.first_solution(case.played.call);
        match (case.need_told(), solution) {
            (Some(told), Some(solution)) if solution.event < told => {
                Finding::failed(Evidence::of(solution, "evidence-solved-too-early"))
            }
            (Some(told), _) => Finding::passed(case.at(told, "evidence-need-known")),
            (None, Some(solution)) => Finding::failed(Evidence::of(solution, "evidence-solved-too-early")),
            (None, None) => Finding::failed(case.at_end("evidence-need-never-known")),
        }
    })
}

/// Never speaks over the customer.
pub(super) fn lets_finish(case: &Case<'_>, tolerance_ms: u64) -> Vec<Finding> {
    let over = case.talk.operator().filter(|utterance| utterance.over_ms > tolerance_ms).map(|utterance| {
        Evidence::of(utterance, "evidence-talked-over")
            .with("seconds", super::time::seconds(utterance.over_ms, case.language()))
    });
    case.forbids(over.collect())
}

/// Does not ask again for what was told.
pub(super) fn remembers(case: &Case<'_>) -> Vec<Finding> {
    let again = case.talk.events.iter().enumerate().filter_map(|(index, event)| match &event.what {
        What::AskedAgain { fact } => {
            let line = case.talk.told(fact).and_then(|told| case.talk.line_of(told.turn));
            let told = line.map_or_else(String::new, |line| text::clip(line.text));
            let question = case.talk.operator().rfind(|utterance| utterance.event <= index);
            let evidence = match question {
                Some(question) => Evidence { event: index, ..Evidence::of(question, "evidence-asked-again") },
                None => case.at(index, "evidence-asked-again").with("quote", ""),
            };
            Some(evidence.with("told", told))
        }
        _ => None,
    });
    case.forbids(again.collect())
}

/// Comes back to a detail mentioned in passing, or takes it up at once.
pub(super) fn uses_detail(case: &Case<'_>) -> Vec<Finding> {
    let call = case.played.call;
    let details: Vec<&Told<'_>> = case.talk.told.iter().filter(|told| told.fact.passing).collect();
    let Some(first) = details.first().filter(|_| !call.detail.is_empty()) else {
        return vec![Finding::not_applicable()];
    };
    let used = details.iter().find_map(|told| {
        let intended = |said: &&Utterance<'_>| said.event > told.event && said.intends(&call.detail);
        case.talk.to_customer().find(intended).or_else(|| takes_up(case, told))
    });
    vec![match used {
        Some(utterance) => {
            Finding::passed(Evidence::of(utterance, "evidence-said").at_span(utterance.span_of_intent(&call.detail)))
        }
        None => Finding::failed(case.after(case.talk.line_of(first.turn), "evidence-detail-unused")),
    }]
}

/// What of the operator's next turns speaks of what was just told: names its value, or says the same in whatever words.
fn takes_up<'c, 'a>(case: &'c Case<'a>, told: &Told<'_>) -> Option<&'c Utterance<'a>> {
    const AT_ONCE: usize = 2;
    let line = case.talk.line_of(told.turn)?;
    next_turns(case, told.event, AT_ONCE).find(|said| {
        let mut values = told.fact.data.iter().filter_map(|name| case.value(name));
        values.any(|value| case.says(said, value)) || restating::says_the_same(case, line, said)
    })
}

/// The operator's next utterances to a party after an event.
pub(super) fn next_turns<'c, 'a: 'c>(
    case: &'c Case<'a>,
    event: usize,
    count: usize,
) -> impl Iterator<Item = &'c Utterance<'a>> {
    case.talk.operator().filter(move |utterance| utterance.event > event).take(count)
}
