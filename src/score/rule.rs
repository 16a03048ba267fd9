//! The rules that a scorecard can name. Which check uses which, with what limits, is data.

use super::case::Case;
use super::empathy::{self, Canned};
use super::finding::Finding;
use super::objections::{self, ObjectionStep};
use super::{compliance, crm, holds, listening, script, time};
use crate::language::Confidence;
use crate::moves::Move;
use serde::Deserialize;

/// An observable yes/no rule with its parameters.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Rule {
    RestatesNeed,
    ReadsBack,
    OpensWithOpenQuestion,
    ClarifiesFirst,
    LetsFinish {
        tolerance_ms: u64,
    },
    Remembers,
    UsesDetail,
    NamesEmotion {
        turns: usize,
        canned: Canned,
    },
    VariesEmpathy,
    HoldPermission,
    HoldReason {
        words: Canned,
    },
    HoldBack {
        seconds: u64,
    },
    HoldThanks,
    Steps,
    Opening {
        inbound: Vec<Move>,
        outbound: Vec<Move>,
        turns: usize,
    },
    ClosesInOrder,
    NoForbiddenPhrase,
    /// `sure`: the confidence, in thousandths, from which a move is held against the trainee.
    Avoids {
        moves: Vec<Move>,
        sure: u16,
    },
    /// As `Avoids`; `brusque`: sentences that are curt though no move says so.
    StaysCourteous {
        moves: Vec<Move>,
        sure: u16,
        brusque: Canned,
    },
    OffersSolution,
    /// Inbound work ends with what the customer needed; a customer who is called may well say no.
    ReachesGoal,
    StatesValues,
    HandsOver,
    Objection {
        step: ObjectionStep,
    },
    StaysHonest {
        moves: Vec<Move>,
        sure: u16,
    },
    FieldsRight,
    NothingElseChanged,
    OpensRecord,
    DispositionFits,
    FinishesWrapUp,
    WithinBand {
        widened_percent: u64,
    },
    AnswersBeforeRing {
        ring: u32,
    },
    NoDeadAir {
        longest_ms: u64,
    },
    FewSilences {
        noticed_ms: u64,
        most: usize,
    },
    ShortHolds {
        seconds: u64,
    },
    PromptWrapUp {
        seconds: u64,
    },
    AnswersPromptly {
        longest_ms: u64,
        most: usize,
    },
    VerifiesIdentity,
    KeepsCardNumbersOut,
    RespectsOptOut,
    DisclosesAtStart {
        turns: usize,
    },
    RecordingNotice {
        turns: usize,
    },
    CallsInHours,
    LimitsAttempts,
    HasConsent,
}

impl Rule {
    pub fn judge(&self, case: &Case<'_>) -> Vec<Finding> {
        match self {
            Rule::RestatesNeed => listening::restates_need(case),
            Rule::ReadsBack => listening::reads_back(case),
            Rule::OpensWithOpenQuestion => listening::opens_with_open_question(case),
            Rule::ClarifiesFirst => listening::clarifies_first(case),
            Rule::LetsFinish { tolerance_ms } => listening::lets_finish(case, *tolerance_ms),
            Rule::Remembers => listening::remembers(case),
            Rule::UsesDetail => listening::uses_detail(case),
            Rule::NamesEmotion { turns, canned } => empathy::names_emotion(case, *turns, canned),
            Rule::VariesEmpathy => empathy::varies_empathy(case),
            Rule::HoldPermission => holds::asks_permission(case),
            Rule::HoldReason { words } => holds::gives_reason(case, words),
            Rule::HoldBack { seconds } => holds::comes_back(case, *seconds),
            Rule::HoldThanks => holds::thanks(case),
            Rule::Steps => script::steps(case),
            Rule::Opening { inbound, outbound, turns } => script::opening(case, inbound, outbound, *turns),
            Rule::ClosesInOrder => script::closes_in_order(case),
            Rule::NoForbiddenPhrase => script::no_forbidden_phrase(case),
            Rule::Avoids { moves, sure } => script::avoids(case, moves, Confidence(*sure)),
            Rule::StaysCourteous { moves, sure, brusque } => {
                script::stays_courteous(case, moves, Confidence(*sure), brusque)
            }
            Rule::OffersSolution => script::offers_solution(case),
            Rule::ReachesGoal => script::reaches_goal(case),
            Rule::StatesValues => script::states_values(case),
            Rule::HandsOver => script::hands_over(case),
            Rule::Objection { step } => objections::handles(case, *step),
            Rule::StaysHonest { moves, sure } => objections::stays_honest(case, moves, Confidence(*sure)),
            Rule::FieldsRight => crm::fields_right(case),
            Rule::NothingElseChanged => crm::nothing_else_changed(case),
            Rule::OpensRecord => crm::opens_record(case),
            Rule::DispositionFits => crm::disposition_fits(case),
            Rule::FinishesWrapUp => crm::finishes_wrap_up(case),
            Rule::WithinBand { widened_percent } => time::within_band(case, *widened_percent),
            Rule::AnswersBeforeRing { ring } => time::answers_before_ring(case, *ring),
            Rule::NoDeadAir { longest_ms } => time::no_dead_air(case, *longest_ms),
            Rule::FewSilences { noticed_ms, most } => time::few_silences(case, *noticed_ms, *most),
            Rule::ShortHolds { seconds } => time::short_holds(case, *seconds),
            Rule::PromptWrapUp { seconds } => time::prompt_wrap_up(case, *seconds),
            Rule::AnswersPromptly { longest_ms, most } => time::answers_promptly(case, *longest_ms, *most),
            Rule::VerifiesIdentity => compliance::verifies_identity(case),
            Rule::KeepsCardNumbersOut => compliance::keeps_card_numbers_out(case),
            Rule::RespectsOptOut => compliance::respects_opt_out(case),
            Rule::DisclosesAtStart { turns } => compliance::discloses_at_start(case, *turns),
            Rule::RecordingNotice { turns } => compliance::gives_recording_notice(case, *turns),
            Rule::CallsInHours => compliance::calls_in_hours(case),
            Rule::LimitsAttempts => compliance::limits_attempts(case),
            Rule::HasConsent => compliance::has_consent(case),
        }
    }
}
