//! How moves found by patterns and by judges are put together: the boundary cases of the list of moves.

use super::clause::Sentence;
use super::meanings::Runs;
use super::opening::Names;
use super::phrase::Spoken;
use super::recogniser::Recogniser;
use super::text::{NUMBER, QUOTATION, Word, span_of};
use super::thresholds;
use super::{Confidence, Entity, EntityKind, FoundMove};
use crate::moves::Move;
use std::collections::BTreeMap;
use std::ops::Range;

/// Before its verb, not behind it as in a question.
const SUBJECTS: &[&str] = &["you", "we", "i", "they", "he", "she", "it"];
/// A clause that shows nothing else is given its best move if it has so many words.
const ALONE_WORDS: usize = 4;
/// A whole sentence none of whose clauses showed a move needs so much more.
const MORE_IN_SENTENCE: f32 = 0.35;
/// So few words are no offence unless they are a known turn of phrase.
const LEAST_HARMFUL_WORDS: usize = 3;
/// A sentence longer than this is judged by its clauses alone.
const LONGEST_SENTENCE: usize = 28;
/// A greeting comes within the first words.
const GREETING_WITHIN: usize = 14;
/// What ends in a question mark and is more open than closed is open from this score on.
const OPEN_IF_ASKED: f32 = -0.5;
/// Without a question mark, the words have to tell the question by so much more.
const MORE_UNASKED: f32 = 0.5;
/// And by so much more where a full stop says that nothing is asked.
const MORE_STATED: f32 = 1.0;
/// What is said before "is that right?" in so few words besides numbers is read back, not summed up.
const FEW_BESIDE_NUMBERS: usize = 3;
const BY_PATTERN: u16 = 960;
const BY_RULE: u16 = 900;
const ALONE: u16 = 450;

#[derive(Debug, Clone)]
struct Found {
    sentence: usize,
    words: Range<usize>,
    confidence: u16,
    /// A known turn of phrase says so, not the judges alone.
    turn: bool,
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
                place.turn |= found.turn;
            }
            None => places.push(found),
        }
    }
    fn touches(&self, words: &Range<usize>) -> bool {
        self.0.values().flatten().any(|p| p.words.start < words.end && words.start < p.words.end)
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
    spoken: &Spoken,
    sentences: &[Sentence],
    runs: &Runs,
    entities: &[Entity],
    names: &Names,
) -> Vec<FoundMove> {
    let words = &spoken.words;
    let mut found = Collected::default();
    for (number, sentence) in sentences.iter().enumerate() {
        judge(recogniser, words, number, sentence, runs, &mut found);
        confirmed(words, number, sentence, &mut found);
    }
    present(recogniser, spoken, sentences, names, &mut found);
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

fn judge(
    recogniser: &Recogniser,
    words: &[Word],
    number: usize,
    sentence: &Sentence,
    runs: &Runs,
    found: &mut Collected,
) {
    let turns = recogniser.patterns.find(words, sentence);
    let scores = |range: &Range<usize>| {
        let within: Vec<Move> =
            turns.iter().filter(|t| t.words.start < range.end && range.start < t.words.end).map(|t| t.mv).collect();
        let asked = sentence.asked && range.end == sentence.whole.end;
        recogniser.judge(&words[range.clone()], asked, &within, &runs.meaning(range))
    };
    let said_by_others = |range: &Range<usize>| words[range.clone()].iter().any(|word| word.text == QUOTATION);
    for turn in &turns {
        let sure = turn.sure && !said_by_others(&turn.words);
        let unasked = turn.mv == Move::ClosedQuestion && sentence.stated;
        let least = if unasked { MORE_UNASKED } else { thresholds::with_turn(turn.mv) };
        let says = |range: &Range<usize>| scores(range)[turn.mv as usize] >= least;
        // "If I have understood" alone says little: what is summed up comes after it.
        let leads = turn.leads && {
            let whole = scores(&sentence.whole);
            sentence.tag.is_none() && whole[turn.mv as usize] >= whole[Move::Restate as usize]
        };
        if sure || leads || says(&turn.words) || turn.mv == Move::Restate && says(&sentence.whole) {
            found.add(
                turn.mv,
                Found { sentence: number, words: turn.words.clone(), confidence: BY_PATTERN, turn: true },
            );
        }
    }
    let note = |range: &Range<usize>, scores: &[f32], more: f32, found: &mut Collected| {
        for (mv, score) in Move::ALL.iter().zip(scores) {
            let unasked = match mv {
                Move::ClosedQuestion if sentence.stated => MORE_STATED,
                Move::ClosedQuestion if !sentence.asked => MORE_UNASKED,
                Move::CheckResolved | Move::AskCommitment if sentence.stated => MORE_UNASKED,
                _ => 0.0,
            };
            let least = thresholds::of(*mv) + more + unasked;
            if thresholds::harmful(*mv) && range.len() < LEAST_HARMFUL_WORDS {
                continue;
            }
            if *score >= least && (more == 0.0 || !found.in_sentence(*mv, number)) {
                let above = ((score - least) / (1.0 - least)).clamp(0.0, 1.0);
                let confidence = 500 + (above * 480.0) as u16;
                found.add(*mv, Found { sentence: number, words: range.clone(), confidence, turn: false });
            }
        }
    };
    for clause in &sentence.clauses {
        if said_by_others(clause) {
            continue;
        }
        let scores = scores(clause);
        note(clause, &scores, 0.0, found);
        if clause.len() >= ALONE_WORDS && !found.touches(clause) {
            let best = Move::ALL
                .iter()
                .zip(&scores)
                .filter_map(|(mv, score)| thresholds::alone(*mv).filter(|least| score >= least).map(|_| (mv, score)));
            if let Some((mv, _)) = best.max_by(|a, b| a.1.total_cmp(b.1)) {
                found.add(*mv, Found { sentence: number, words: clause.clone(), confidence: ALONE, turn: false });
            }
        }
    }
    which_question(number, sentence, &scores, found);
    if sentence.clauses.len() > 1 && sentence.whole.len() <= LONGEST_SENTENCE && !said_by_others(&sentence.whole) {
        note(&sentence.whole, &scores(&sentence.whole), MORE_IN_SENTENCE, found);
    }
}

/// A question that no turn of phrase tells open or closed; and what is summed up or read back, but not both.
fn which_question(
    number: usize,
    sentence: &Sentence,
    scores: &impl Fn(&Range<usize>) -> Vec<f32>,
    found: &mut Collected,
) {
    use Move::*;
    if found.in_sentence(Restate, number) && found.in_sentence(ReadBack, number) {
        let whole = scores(&sentence.whole);
        let weaker = if whole[Restate as usize] >= whole[ReadBack as usize] { ReadBack } else { Restate };
        found.keep(weaker, |place| place.sentence != number);
    }
    // "…, exactly?", "…, Mr Chevrier?" ask nothing of their own.
    let asks = sentence.clauses.iter().rfind(|clause| sentence.asked && clause.len() > 2);
    let Some(last) = asks.map(|clause| clause.start..sentence.whole.end) else { return };
    let scores = scores(&last);
    if scores[OpenQuestion as usize] > scores[ClosedQuestion as usize] && scores[OpenQuestion as usize] > OPEN_IF_ASKED
    {
        found.add(OpenQuestion, Found { sentence: number, words: last, confidence: BY_RULE, turn: false });
    }
}

/// "…, is that right?" asks to confirm what was summed up or read back before it.
fn confirmed(words: &[Word], number: usize, sentence: &Sentence, found: &mut Collected) {
    use Move::*;
    let Some(tag) = sentence.tag else { return };
    let known = [Restate, ReadBack, Propose, Instruct, AskIdentity, ConfirmNextSteps];
    if known.iter().any(|mv| found.in_sentence(*mv, number)) {
        return;
    }
    let said = sentence.whole.start..tag;
    let numbers = words[said.clone()].iter().filter(|word| word.text == NUMBER).count();
    let mv = if numbers > 0 && said.len() - numbers <= FEW_BESIDE_NUMBERS { ReadBack } else { Restate };
    if mv == ReadBack || said.len() > FEW_BESIDE_NUMBERS {
        found.add(mv, Found { sentence: number, words: said, confidence: BY_RULE, turn: false });
    }
}

/// Who speaks, and for which company: by names, where they are known.
fn present(recogniser: &Recogniser, spoken: &Spoken, sentences: &[Sentence], names: &Names, found: &mut Collected) {
    use Move::*;
    let presented = |number: usize, words: Range<usize>| {
        let within = |c: &&Range<usize>| c.start < words.end && words.start < c.end;
        let clause = sentences[number].clauses.iter().find(within).cloned();
        Found { sentence: number, words: clause.unwrap_or(words), confidence: BY_RULE, turn: false }
    };
    // The customer is addressed, not the operator presented.
    found.keep(IdentifySelf, |place| place.turn || !names.addresses_customer(spoken, &place.words));
    if !names.has_company() {
        return;
    }
    // Whatever else is named is not the company.
    found.keep(IdentifyCompany, |place| names.company_in(spoken, &sentences[place.sentence].whole).is_some());
    for (number, sentence) in sentences.iter().enumerate().take_while(|(number, _)| Names::opens(*number)) {
        let Some(at) = names.company_in(spoken, &sentence.whole) else { continue };
        let operator = names.operator(recogniser, spoken, sentence);
        if operator.is_some() || found.has(Greet) || found.has(IdentifySelf) {
            found.add(IdentifyCompany, presented(number, at..at + 1));
        }
        if let Some(operator) = operator
            && !found.has(IdentifySelf)
        {
            found.add(IdentifySelf, presented(number, operator));
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
    let leaving: Vec<usize> = found.places(TakeLeave).iter().map(|p| p.sentence).collect();
    let back = found.has(ThankForHolding);
    found.keep(Greet, |place| place.words.start < GREETING_WITHIN && !back && !leaving.contains(&place.sentence));
    found.keep(QuotePrice, |place| mentions(place.sentence, &[EntityKind::Amount]));
    // Leave to put on hold is asked for, not whether an answer suits.
    let holds: Vec<usize> = found.places(AnnounceHold).iter().map(|p| p.sentence).collect();
    found.keep(CheckResolved, |place| !holds.iter().any(|hold| *hold == place.sentence || hold + 1 == place.sentence));
    found.keep(ReadBack, |place| {
        use EntityKind::*;
        let kinds =
            [Amount, Date, Time, PhoneNumber, ContractNumber, Email, PostalCode, PersonName, Quantity, Percentage];
        let next = (place.sentence + 1).min(sentences.len() - 1);
        number_in(place) || mentions(place.sentence, &kinds) || mentions(next, &kinds)
    });
    // "What you gain is peace of mind" asks nothing.
    found.keep(OpenQuestion, |place| {
        let next = words.get(place.words.start + 1).map_or("", |word| word.text.as_str());
        let relative = words[place.words.start].text == "what" && SUBJECTS.contains(&next);
        !(relative && sentences[place.sentence].stated)
    });
    // "What about your other contracts?" asks of them, not for further wishes.
    let open: Vec<usize> = found.places(OpenQuestion).iter().filter(|p| p.turn).map(|p| p.sentence).collect();
    found.keep(OfferFurtherHelp, |place| place.turn || !open.contains(&place.sentence));
    if found.has(OfferFurtherHelp) {
        found.keep(OfferHelp, |_| false);
        let further: Vec<usize> = found.places(OfferFurtherHelp).iter().map(|p| p.sentence).collect();
        found.keep(OpenQuestion, |place| !further.contains(&place.sentence));
    }
    // Who says goodbye thanks for the call.
    let parting = found.has(TakeLeave);
    found.keep(ThankForHolding, |place| place.turn || !parting);
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
    // What recalls, warns or announces is not the plain giving of a fact; reading an amount back is not quoting it.
    for mv in [RecordingNotice, StatePurpose, ConfirmNextSteps, Pressure, Overpromise, Restate] {
        drop_under(found, Inform, mv);
    }
    for mv in [ReadBack, Restate, Empathise, ConfirmNextSteps] {
        drop_under(found, QuotePrice, mv);
    }
    // What others said or did is summed up, not said again.
    let summed_up: Vec<usize> = found.places(Restate).iter().map(|p| p.sentence).collect();
    for mv in Move::ALL.iter().filter(|mv| thresholds::harmful(**mv)) {
        found.keep(*mv, |place| !summed_up.contains(&place.sentence));
    }
    found.keep(ArgueBenefit, |place| place.turn || !summed_up.contains(&place.sentence));
    drop_under(found, Inform, Jargon);
    found.keep(Inform, |place| {
        let sentence = &sentences[place.sentence];
        let asks = sentence.asked && sentence.clauses.last().is_some_and(|last| last.start < place.words.end);
        !asks && !summed_up.contains(&place.sentence)
    });
    let restated: Vec<usize> = found.places(Restate).iter().map(|p| p.sentence).collect();
    for mv in [OpenQuestion, ClosedQuestion] {
        found.keep(mv, |place| {
            place.confidence >= BY_RULE || sentences[place.sentence].asked || !restated.contains(&place.sentence)
        });
    }
    // "…, right?" asks, "right" listens; "if I understand you" sums up.
    found.keep(Backchannel, |place| {
        let sentence = &sentences[place.sentence];
        let asks = sentence.asked && sentence.clauses.len() > 1 && place.words.end == sentence.whole.end;
        !asks && !summed_up.contains(&place.sentence)
    });
    // A question is open or closed, not both; a sentence that asks openly asks something closed only by a known turn.
    let open = found.places(OpenQuestion);
    found.keep(ClosedQuestion, |place| {
        let same = |o: &&Found| o.sentence == place.sentence;
        !open.iter().any(|o| o.words.start < place.words.end && place.words.start < o.words.end)
            && (place.turn || place.confidence == BY_RULE || !open.iter().any(|o| same(&o)))
    });
    found.also(ThankForHolding, Thank);
    found.also(OfferHelp, OpenQuestion);
    ask(found, sentences);
}

/// Takes away the first move where it lies in the same words as the second.
fn drop_under(found: &mut Collected, mv: Move, under: Move) {
    let over = found.places(under);
    found.keep(mv, |place| !over.iter().any(|o| o.words.start < place.words.end && place.words.start < o.words.end));
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
            found.add(
                ClosedQuestion,
                Found { sentence: number, words: clause.clone(), confidence: BY_RULE, turn: false },
            );
        }
        for mv in [CheckResolved, OfferFurtherHelp] {
            for place in found.places(mv).into_iter().filter(|p| p.sentence == number) {
                found.add(ClosedQuestion, place);
            }
        }
    }
}
