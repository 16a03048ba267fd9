//! How good the judges, the patterns and both together are on phrases they have not learned from. For the eyes of who
//! changes the data: run by name, with `--ignored --nocapture`, optimised.

use super::corpus::{self, Labelled};
use super::patterns::Turn;
use super::recogniser::Recogniser;
use super::{data, text::joined};
use crate::locale::Language;
use crate::moves::Move;
use std::collections::BTreeMap;
use std::fmt::Write;

const PARTS: usize = 5;
/// Parts that are held out in turn; one is enough for a first look.
const TRIED: usize = 1;

/// For each phrase of the corpus, a recogniser that has not learned from it.
fn untaught(language: Language, mut each: impl FnMut(&std::sync::Arc<Recogniser>, &Labelled)) {
    let corpus = corpus::of(&data::of(language));
    // Neighbours in the files are second wordings of one another: a part takes whole blocks.
    let part = |at: usize| (at / 8) % PARTS;
    for held_out in 0..TRIED {
        let taught: Vec<Labelled> =
            corpus.iter().enumerate().filter(|(at, _)| part(*at) != held_out).map(|(_, l)| l.clone()).collect();
        let recogniser = Recogniser::taught_by(language, &taught);
        corpus.iter().enumerate().filter(|(at, _)| part(*at) == held_out).for_each(|(_, l)| each(&recogniser, l));
    }
}

#[test]
#[ignore = "a report, not a check"]
fn whole_on_phrases_not_learned() {
    for language in Language::ALL {
        let mut counts: BTreeMap<Move, [u32; 3]> = BTreeMap::new();
        let mut wrong: BTreeMap<Move, String> = BTreeMap::new();
        let mut silent = [0; 2];
        untaught(language, |recogniser, labelled| {
            let found = recogniser.understand(labelled.phrase, None);
            if labelled.moves.is_empty() {
                silent = [silent[0] + u32::from(found.moves.is_empty()), silent[1] + 1];
            }
            for mv in Move::ALL {
                let (is, said) = (labelled.moves.contains(mv), found.has(*mv));
                let kind = match (is, said) {
                    (true, true) => 0,
                    (false, true) => 1,
                    (true, false) => 2,
                    (false, false) => continue,
                };
                counts.entry(*mv).or_default()[kind] += 1;
                if kind > 0 {
                    let names: Vec<&str> = labelled.moves.iter().map(|m| m.name()).collect();
                    let sure = found.moves.iter().find(|f| f.mv == *mv).map_or(0, |f| f.confidence.0);
                    let sign = ["", "+", "-"][kind];
                    let _ = writeln!(
                        wrong.entry(*mv).or_default(),
                        "{} {sign}{mv} {sure} | {} | {}",
                        language.code(),
                        labelled.phrase,
                        names.join(" ")
                    );
                }
            }
        });
        let mut all = [0; 3];
        for (mv, [hit, false_hit, missed]) in &counts {
            println!(
                "{} {mv:24} precision {:3} recall {:3}  {hit:4} +{false_hit} -{missed}",
                language.code(),
                100 * hit / (hit + false_hit).max(1),
                100 * hit / (hit + missed).max(1)
            );
            all = [all[0] + hit, all[1] + false_hit, all[2] + missed];
        }
        println!("{language} left without {silent:?}");
        println!("{language} all {all:?} F1 {}", 2000 * all[0] / (2 * all[0] + all[1] + all[2]));
        wrong.values().for_each(|lines| print!("{lines}"));
    }
}

#[test]
#[ignore = "a report, not a check"]
fn scores_of_phrases_not_learned() {
    for language in Language::ALL {
        untaught(language, |recogniser, labelled| {
            let spoken = recogniser.spoken(labelled.phrase);
            let words = &spoken.words;
            let written = recogniser.written(&spoken, &(0..words.len()), labelled.asked());
            let meaning = recogniser.encoder.meaning(&written);
            let turns: Vec<_> =
                recogniser.cues.sentences(words).iter().flat_map(|s| recogniser.patterns.find(words, s)).collect();
            let moves: Vec<Move> = turns.iter().map(|turn| turn.mv).collect();
            let scores = recogniser.judge(words, labelled.asked(), &moves, &meaning);
            for Turn { mv, words: place, .. } in turns {
                let right = labelled.moves.contains(&mv);
                let score = scores[mv as usize];
                println!("pattern {} {mv} {right} {score:.2} {}", language.code(), joined(&words[place]));
            }
            for (mv, score) in Move::ALL.iter().zip(&scores) {
                let right = labelled.moves.contains(mv);
                if right || *score > -0.7 {
                    println!("score {} {mv} {right} {score:.2}", language.code());
                }
            }
        });
    }
}
