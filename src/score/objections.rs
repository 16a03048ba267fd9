//! Objection handling: the six steps that CRAC, LAER and LAARC share, and whether the objection is lifted.

use super::Evidence;
use super::case::Case;
use super::conversation::{Raised, Utterance};
use super::finding::Finding;
use super::listening::open_question;
use super::text;
use crate::id::IntentId;
use crate::language::Confidence;
use crate::moves::Move;
use crate::pack::model::ObjectionKind;
use serde::Deserialize;

/// A step in handling an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ObjectionStep {
    LetsFinish,
    Acknowledges,
    Digs,
    Restates,
    Answers,
    ChecksLifted,
    Lifted,
    /// Founded objections only: the drawback is admitted.
    Admits,
}

/// What was said about one objection.
struct Window<'c, 'a> {
    raised: &'c Raised<'a>,
    line: Option<&'c Utterance<'a>>,
    /// The operator's utterances from the objection to the end of the talk.
    after: Vec<&'c Utterance<'a>>,
    /// Index into `after` of the first try to answer: one of the answers, or any argument or offer without a question.
    tried: Option<usize>,
    /// Index into `after` of the first real answer.
    answered: Option<usize>,
}

impl<'c, 'a> Window<'c, 'a> {
    fn new(case: &'c Case<'a>, raised: &'c Raised<'a>) -> Window<'c, 'a> {
        let after: Vec<&Utterance<'_>> =
            case.talk.operator().filter(|utterance| utterance.event > raised.event).collect();
        let answers: &[IntentId] = &raised.objection.answers;
        let answered = after.iter().position(|utterance| utterance.intends(answers));
        let tries = |utterance: &&Utterance<'_>| {
            utterance.intends(answers)
                || (utterance.has_any(&[Move::ArgueBenefit, Move::Propose]) && !utterance.has(Move::OpenQuestion))
        };
        let tried = after.iter().position(tries);
        Window { raised, line: case.talk.line_of(raised.turn), after, tried, answered }
    }

    /// Up to the first answer, it included; the first utterances when there is none.
    fn until_answer(&self) -> &[&'c Utterance<'a>] {
        const WITHOUT_ANSWER: usize = 4;
        let end = self.answered.map_or(WITHOUT_ANSWER, |answer| answer + 1);
        &self.after[..end.min(self.after.len())]
    }

    /// Before the first try to answer.
    fn before_try(&self) -> &[&'c Utterance<'a>] {
        const WITHOUT_ANSWER: usize = 4;
        &self.after[..self.tried.unwrap_or(WITHOUT_ANSWER).min(self.after.len())]
    }

    fn quote(&self) -> String {
        self.line.map_or_else(String::new, |line| text::clip(line.text))
    }
}

/// One result for each objection raised.
pub(super) fn handles(case: &Case<'_>, step: ObjectionStep) -> Vec<Finding> {
    if case.talk.raised.is_empty() {
        return vec![Finding::not_applicable()];
    }
    case.talk
        .raised
        .iter()
        .map(|raised| {
            let window = Window::new(case, raised);
            judge(case, step, &window).about(raised.objection.id.as_str(), Some(window.quote()))
        })
        .collect()
}

fn judge(case: &Case<'_>, step: ObjectionStep, window: &Window<'_, '_>) -> Finding {
    use ObjectionStep::*;
    let missing = |words: &'static str| Finding::failed(case.after(window.line, words));
    let said = |utterance: &Utterance<'_>, mv: Move| {
        Finding::passed(Evidence::of(utterance, "evidence-said").at_span(utterance.span_of(mv)))
    };
    let makes = |utterances: &[&Utterance<'_>], moves: &[Move], fault: &'static str| {
        let found =
            utterances.iter().find_map(|utterance| Some((utterance, *moves.iter().find(|mv| utterance.has(**mv))?)));
        found.map_or_else(|| missing(fault), |(utterance, mv)| said(utterance, mv))
    };
    match step {
        LetsFinish => match window.after.first() {
            None => missing("evidence-objection-ignored"),
            Some(first) if first.over_ms > 300 || window.line.is_some_and(|line| line.cut) => Finding::failed(
                Evidence::of(first, "evidence-talked-over")
                    .with("seconds", super::time::seconds(first.over_ms, case.language())),
            ),
            Some(first) => Finding::passed(Evidence::of(first, "evidence-let-finish")),
        },
        Acknowledges => {
            makes(window.until_answer(), &[Move::AcknowledgeObjection, Move::Empathise], "evidence-not-acknowledged")
        }
        Digs => {
            let dug = window.before_try().iter().find_map(|utterance| Some((utterance, open_question(utterance)?)));
            match (dug, window.tried) {
                (Some((utterance, span)), _) => {
                    Finding::passed(Evidence::of(utterance, "evidence-said").at_span(Some(span)))
                }
                (None, Some(tried)) => {
                    Finding::failed(Evidence::of(window.after[tried], "evidence-answered-before-digging"))
                }
                (None, None) => missing("evidence-not-dug"),
            }
        }
        Restates => makes(window.until_answer(), &[Move::Restate], "evidence-objection-not-restated"),
        Answers => match window.answered {
            Some(at) => Finding::passed(
                Evidence::of(window.after[at], "evidence-said")
                    .at_span(window.after[at].span_of_intent(&window.raised.objection.answers)),
            ),
            None => missing("evidence-not-answered"),
        },
        ChecksLifted => {
            let from = window.answered.or(window.tried).unwrap_or(window.after.len());
            let near = &window.after[from..window.after.len().min(from + 3)];
            makes(near, &[Move::CheckResolved, Move::AskCommitment], "evidence-not-checked")
        }
        Lifted => match window.raised.lifted {
            Some(event) => Finding::passed(case.at(event, "evidence-lifted")),
            None => missing("evidence-not-lifted"),
        },
        Admits if window.raised.objection.kind != ObjectionKind::Founded => Finding::not_applicable(),
        Admits => makes(window.until_answer(), &[Move::AcknowledgeObjection, Move::Apologise], "evidence-not-admitted"),
    }
}

/// No pressure and no promise that nobody can keep, once an objection is there.
pub(super) fn stays_honest(case: &Case<'_>, moves: &[Move], sure: Confidence) -> Vec<Finding> {
    if case.talk.raised.is_empty() {
        return vec![Finding::not_applicable()];
    }
    super::script::avoids(case, moves, sure)
}
