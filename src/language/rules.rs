//! How moves found by patterns and by judges are put together: the boundary cases of the list of moves.

use super::clause::Sentence;
use super::recogniser::Recogniser;
use super::text::{NUMBER, QUOTATION, Word, span_of};
use super::{Confidence, Entity, EntityKind, FoundMove};
use crate::moves::Move;
use std::collections::BTreeMap;
use std::ops::Range;

/// A judge's score from which a move is found in a clause …
const LEAST_IN_CLAUSE: f32 = 0.12;
/// … and in a sentence none of whose clauses showed it.
const LEAST_IN_SENTENCE: f32 = 0.35;
/// A sentence longer than this is judged by its clauses alone.
const LONGEST_SENTENCE: usize = 28;
/// A greeting comes within the first words.
const GREETING_WITHIN: usize = 14;
const BY_PATTERN: u16 = 960;
const BY_RULE: u16 = 900;

#[derive(Debug, Clone)]
struct Found {
    sentence: usize,
    words: Range<usize>,
    confidence: u16,
}

#[derive(Default)]
struct Collected(BTreeMap<Move, Vec<Found>>);

impl Collected {
    fn add(&mut self, mv: Move, found: Found) {
        let places = self.0.entry(mv).or_default();
        match places.iter_mut().find(|p| {
            p.sentence == found.sentence && p.words.start <= found.words.end && found.words.start <= p.words.end
        }) {
            Some(place) => {
                place.words = place.words.start.min(found.words.start)..place.words.end.max(found.words.end);
                place.confidence = place.confidence.max(found.confidence);
            }
            None => places.push(found),
        }
    }
    fn has(&self, mv: Move) -> bool {
        self.0.get(&mv).is_some_and(|places| !places.is_empty())
    }
    fn in_sentence(&self, mv: Move, sentence: usize) -> bool {
        self.0.get(&mv).is_some_and(|places| places.iter().any(|p| p.sentence == sentence))
    }
    fn places(&self, mv: Move) -> Vec<Found> {
        self.0.get(&mv).cloned().unwrap_or_default()
    }
    fn keep(&mut self, mv: Move, keep: impl Fn(&Found) -> bool) {
        if let Some(places) = self.0.get_mut(&mv) {
            places.retain(keep);
        }
    }
    fn also(&mut self, when: Move, then: Move) {
        for place in self.places(when) {
            self.add(then, place);
        }
    }
}

/// The moves of an utterance.
pub(super) fn moves(
    recogniser: &Recogniser,
    words: &[Word],
    sentences: &[Sentence],
    entities: &[Entity],
    company: &[String],
) -> Vec<FoundMove> {
    let mut found = Collected::default();
    for (number, sentence) in sentences.iter().enumerate() {
        for (mv, words) in recogniser.patterns.find(words, sentence) {
            found.add(mv, Found { sentence: number, words, confidence: BY_PATTERN });
        }
        judge(recogniser, words, number, sentence, &mut found);
        name_company(words, number, sentence, company, &mut found);
    }
    settle(&mut found, words, sentences, entities);
    let mut moves = Vec::new();
    for (mv, places) in found.0 {
        for place in places {
            if let Some(span) = span_of(&words[place.words]) {
                moves.push(FoundMove { mv, span, confidence: Confidence(place.confidence) });
            }
        }
    }
    moves
}

fn judge(recogniser: &Recogniser, words: &[Word], number: usize, sentence: &Sentence, found: &mut Collected) {
    let note = |range: &Range<usize>, asked: bool, least: f32, found: &mut Collected| {
        for (mv, score) in Move::ALL.iter().zip(recogniser.judge(&words[range.clone()], asked)) {
            if score >= least && (least == LEAST_IN_CLAUSE || !found.in_sentence(*mv, number)) {
                let above = ((score - least) / (1.0 - least)).clamp(0.0, 1.0);
                let confidence = 500 + (above * 480.0) as u16;
                found.add(*mv, Found { sentence: number, words: range.clone(), confidence });
            }
        }
    };
    for clause in &sentence.clauses {
        let said_by_others = words[clause.clone()].iter().any(|word| word.text == QUOTATION);
        if !said_by_others {
            let last = clause.end == sentence.whole.end;
            note(clause, sentence.asked && last, LEAST_IN_CLAUSE, found);
        }
    }
    if sentence.clauses.len() > 1 && sentence.whole.len() <= LONGEST_SENTENCE {
        note(&sentence.whole, sentence.asked, LEAST_IN_SENTENCE, found);
    }
}

/// The company's name in an opening sentence that also says who speaks or greets.
fn name_company(words: &[Word], number: usize, sentence: &Sentence, company: &[String], found: &mut Collected) {
    if company.is_empty() || number > 1 {
        return;
    }
    let opening = found.has(Move::Greet) || found.has(Move::IdentifySelf);
    for at in sentence.whole.clone() {
        let here = words.len() >= at + company.len()
            && company.iter().zip(&words[at..]).all(|(name, word)| *name == word.text);
        if here && opening {
            let clause = sentence.clauses.iter().find(|c| c.contains(&at)).cloned().unwrap_or(at..at + company.len());
            found.add(Move::IdentifyCompany, Found { sentence: number, words: clause, confidence: BY_RULE });
        }
    }
}

fn settle(found: &mut Collected, words: &[Word], sentences: &[Sentence], entities: &[Entity]) {
    use Move::*;
    let mentions = |sentence: usize, kinds: &[EntityKind]| {
        let whole = &words[sentences[sentence].whole.clone()];
        let (first, last) = (whole.first().map_or(0, |w| w.start), whole.last().map_or(0, |w| w.end));
        entities.iter().any(|e| kinds.contains(&e.kind) && e.span.0 >= first && e.span.1 <= last)
    };
    let number_in = |place: &Found| words[sentences[place.sentence].whole.clone()].iter().any(|w| w.text == NUMBER);
    found.keep(Greet, |place| place.words.start < GREETING_WITHIN);
    found.keep(QuotePrice, |place| mentions(place.sentence, &[EntityKind::Amount]));
    found.keep(ReadBack, |place| {
        use EntityKind::*;
        let kinds =
            [Amount, Date, Time, PhoneNumber, ContractNumber, Email, PostalCode, PersonName, Quantity, Percentage];
        number_in(place) || mentions(place.sentence, &kinds)
    });
    if found.has(OfferFurtherHelp) {
        found.keep(OfferHelp, |_| false);
        let further: Vec<usize> = found.places(OfferFurtherHelp).iter().map(|p| p.sentence).collect();
        found.keep(OpenQuestion, |place| !further.contains(&place.sentence));
    }
    // "Je comprends" alone shows listening; a feeling has to be named.
    for place in found.places(Empathise) {
        if place.words.len() <= 2 {
            found.keep(Empathise, |other| other.words != place.words);
            found.add(Backchannel, place);
        }
    }
    // "Sorry?" asks to repeat.
    found.keep(Apologise, |place| !(sentences[place.sentence].asked && sentences[place.sentence].whole.len() <= 2));
    if found.has(Propose) {
        found.keep(Refuse, |_| false);
    }
    found.also(ThankForHolding, Thank);
    found.also(OfferHelp, OpenQuestion);
    ask(found, sentences);
}

/// Moves put as a question are closed questions too.
fn ask(found: &mut Collected, sentences: &[Sentence]) {
    use Move::*;
    for (number, sentence) in sentences.iter().enumerate() {
        let open = found.in_sentence(OpenQuestion, number);
        let clarifying = sentence.whole.len() <= 2;
        if sentence.asked
            && !open
            && !clarifying
            && let Some(clause) = sentence.clauses.last()
        {
            found.add(ClosedQuestion, Found { sentence: number, words: clause.clone(), confidence: BY_RULE });
        }
        for mv in [CheckResolved, OfferFurtherHelp] {
            for place in found.places(mv).into_iter().filter(|p| p.sentence == number) {
                found.add(ClosedQuestion, place);
            }
        }
    }
}
