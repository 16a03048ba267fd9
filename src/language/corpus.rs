//! Phrases of operators with the moves they carry: what the judges learn from.

use super::data::Data;
use crate::moves::Move;

/// A phrase and all its moves; without any it shows what is no move.
#[derive(Debug, Clone)]
pub(super) struct Labelled {
    pub phrase: &'static str,
    pub moves: Vec<Move>,
    /// It tells how rare words are. The clauses do not: many are about what packs are about, whose words would look common.
    pub weighs: bool,
}

impl Labelled {
    pub fn asked(&self) -> bool {
        self.phrase.ends_with('?')
    }
}

/// Moves that are questions by their nature when they end in a question mark.
const PUT_AS_QUESTION: &[Move] = &[
    Move::AskIdentity,
    Move::ReadBack,
    Move::Restate,
    Move::CheckResolved,
    Move::AskCommitment,
    Move::OfferFurtherHelp,
    Move::AnnounceHold,
    Move::Propose,
    Move::Instruct,
];

/// What one move says of another, wherever it is found: the list of moves states it once for all data.
fn implied(moves: &mut Vec<Move>, asked: bool) {
    let mut more = Vec::new();
    if moves.contains(&Move::OfferHelp) {
        more.push(Move::OpenQuestion);
    }
    if moves.contains(&Move::ThankForHolding) {
        more.push(Move::Thank);
    }
    let open = moves.contains(&Move::OpenQuestion) || moves.contains(&Move::OfferHelp);
    if asked && !open && moves.iter().any(|mv| PUT_AS_QUESTION.contains(mv)) {
        more.push(Move::ClosedQuestion);
    }
    moves.extend(more);
    moves.sort_unstable();
    moves.dedup();
}

/// All phrases of a language, each with its moves and what they imply.
pub(super) fn of(data: &Data) -> Vec<Labelled> {
    let mut corpus: Vec<Labelled> =
        headed(data.examples).into_iter().chain(data.clauses.iter().flat_map(|file| listed(file))).collect();
    for labelled in &mut corpus {
        let asked = labelled.asked();
        implied(&mut labelled.moves, asked);
    }
    corpus
}

fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("# "))
}

/// Phrases under `== move`, further moves after `|`; none under `== none`.
fn headed(data: &'static str) -> Vec<Labelled> {
    let mut heading = None;
    let mut phrases = Vec::new();
    for line in lines(data) {
        if let Some(name) = line.strip_prefix("== ") {
            heading = Move::from_name(name);
            continue;
        }
        let (phrase, more) = line.split_once('|').unwrap_or((line, ""));
        let moves = heading.into_iter().chain(more.split_whitespace().filter_map(Move::from_name)).collect();
        phrases.push(Labelled { phrase: phrase.trim(), moves, weighs: true });
    }
    phrases
}

/// Lines `move, move | clause`, `-` for no move.
fn listed(data: &'static str) -> Vec<Labelled> {
    lines(data)
        .filter_map(|line| line.split_once('|'))
        .map(|(moves, clause)| Labelled {
            weighs: false,
            phrase: clause.trim(),
            moves: moves.split(',').filter_map(|name| Move::from_name(name.trim())).collect(),
        })
        .collect()
}
