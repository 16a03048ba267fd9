//! What a text states: matters, denied or not, who did them to whom, how often, and what came of what.

use super::super::text::{Stop, Word};
use super::lexicon::{Class, Joint, Lexicon, Meaning};
use crate::language::Span;
use crate::locale::Language;

/// Who speaks; "I" and "you" turn with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The customer, or whoever answers for him.
    Customer,
    /// The trainee.
    Operator,
}

/// Who did something, or whom it was done to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Who {
    Customer,
    Company,
    /// Somebody, maybe of the company.
    Third,
    /// A named role: the driver, the neighbour.
    Person(String),
}

impl Who {
    /// The two cannot be the same.
    pub fn clashes(&self, other: &Who) -> bool {
        use Who::*;
        match (self, other) {
            (Customer, other) | (other, Customer) => *other != Customer,
            (Company, Person(_)) | (Person(_), Company) => true,
            (Person(one), Person(another)) => one != another,
            _ => false,
        }
    }
}

/// One matter stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    pub matter: String,
    pub among: Option<usize>,
    pub denied: bool,
    pub agent: Option<Who>,
    pub patient: Option<Who>,
    /// The stem when it is one word: verbs that mean the same may still turn who does it round («lend», «borrow»).
    pub stem: Option<String>,
    /// In a sentence that compares: "I pay more than my neighbour" is "he pays less than you".
    pub compared: bool,
    /// Said of how things used to be: « hier ça marchait ».
    pub past: bool,
    /// Said of what might be: "if I don't pay by Friday".
    pub supposed: bool,
    pub span: Span,
    /// The sentence it is in, counted from the beginning.
    pub sentence: usize,
    /// The first of its words and the one after its last.
    words: (usize, usize),
}

/// Two groups of matters, and how they hang together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// Cause and effect; else earlier and later.
    pub causal: bool,
    pub first: Vec<String>,
    pub second: Vec<String>,
    /// Where the first is stated.
    pub span: Span,
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Counted {
    /// How often.
    Times,
    /// How many of a matter.
    Matter(String),
    /// It is not said, or in words that carry no matter: "there are four of us".
    Something,
}

/// How many of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Count {
    pub of: Counted,
    pub number: u32,
    pub span: Span,
}

/// What a text states.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Reading {
    pub statements: Vec<Statement>,
    pub links: Vec<Link>,
    pub counts: Vec<Count>,
}

impl Statement {
    /// Something that is so or happens, rather than a thing: to deny it is to say the contrary.
    pub fn predicates(&self) -> bool {
        self.matter.starts_with('=') || self.agent.is_some() || self.patient.is_some()
    }
}

/// Words that are looked at.
const LONGEST: usize = 400;
/// Links that are looked at; nobody gives so many reasons in one breath.
const LINKS: usize = 12;
/// How far a denial reaches.
const REACH: usize = 6;

/// Reads a text. `number` tells the value of the number written at a place of it.
pub(super) fn read(lexicon: &Lexicon, text: &str, side: Side, number: impl Fn(Span) -> Option<u32>) -> Reading {
    let mut words = lexicon.words(text);
    words.truncate(LONGEST);
    let mut reader = Reader { lexicon, side, clauses: clauses(lexicon, &words), words, reading: Reading::default() };
    reader.state();
    reader.compare();
    reader.deny();
    reader.assign();
    reader.count(number);
    reader.link();
    reader.reading
}

/// The clause each word belongs to.
fn clauses(lexicon: &Lexicon, words: &[Word]) -> Vec<usize> {
    let mut clause = 0;
    let mut clauses = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let begins = at > 0 && (words[at - 1].stop >= Stop::Comma || lexicon.is(Class::Clause, &word.text));
        clause += usize::from(begins);
        clauses.push(clause);
    }
    clauses
}

struct Reader<'l> {
    lexicon: &'l Lexicon,
    side: Side,
    words: Vec<Word>,
    clauses: Vec<usize>,
    reading: Reading,
}

impl Reader<'_> {
    fn is(&self, class: Class, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| self.lexicon.is(class, &word.text))
    }

    fn span(&self, from: usize, to: usize) -> Span {
        Span(self.words[from].start, self.words[to - 1].end)
    }

    fn state(&mut self) {
        let mut at = 0;
        while at < self.words.len() {
            if let Some((_, length)) = self.lexicon.joint(&self.words[at..]).filter(|(_, length)| *length > 1) {
                at += length;
                continue;
            }
            let Some(Meaning { matter, contrary, among, words }) = self.lexicon.meaning(&self.words[at..]) else {
                at += 1;
                continue;
            };
            let end = at + words;
            let span = self.span(at, end);
            let stem = (words == 1).then(|| self.lexicon.stem(&self.words[at].text));
            let sentence = self.words[..at].iter().filter(|word| word.stop >= Stop::Full).count();
            let last = &self.words[end - 1].text;
            let past = self.lexicon.language() == Language::French
                && last.len() > 5
                && (last.ends_with("ait") || last.ends_with("aient") || last.ends_with("ais"));
            let statement = Statement {
                past,
                supposed: supposed(&self.words[..at]),
                compared: false,
                matter,
                among,
                denied: contrary,
                agent: None,
                patient: None,
                stem,
                span,
                sentence,
                words: (at, end),
            };
            self.reading.statements.push(statement);
            at = end;
        }
    }

    fn compare(&mut self) {
        let sentence_of = |at: usize| self.words[..at].iter().filter(|word| word.stop >= Stop::Full).count();
        let text = |at: usize| self.words.get(at).map_or("", |word| word.text.as_str());
        let compares = |at: usize| match self.lexicon.language() {
            Language::English => text(at) == "than",
            Language::French => {
                let degree = matches!(text(at), "plus" | "moins" | "mieux" | "autant" | "aussi");
                degree && (at + 1..at + 5).any(|after| matches!(text(after), "que" | "qu"))
            }
        };
        let sentences: Vec<usize> = (0..self.words.len()).filter(|at| compares(*at)).map(sentence_of).collect();
        for statement in &mut self.reading.statements {
            statement.compared = sentences.contains(&statement.sentence);
        }
    }

    fn at_word(&self, at: usize) -> Option<usize> {
        self.reading.statements.iter().position(|statement| (statement.words.0..statement.words.1).contains(&at))
    }

    fn next_in_clause(&self, at: usize) -> Option<usize> {
        let same = |statement: &&Statement| {
            statement.words.0 > at
                && statement.words.0 <= at + REACH
                && self.clauses[statement.words.0] == self.clauses[at]
        };
        let found = self.reading.statements.iter().find(same)?;
        self.at_word(found.words.0)
    }

    fn last_in_clause(&self, at: usize) -> Option<usize> {
        self.reading
            .statements
            .iter()
            .rposition(|statement| statement.words.0 < at && self.clauses[statement.words.0] == self.clauses[at])
    }

    fn deny(&mut self) {
        let mut denied = Vec::new();
        for at in 0..self.words.len() {
            // A denial inside a phrase of the table ("ne répond plus") is part of what it means.
            if self.at_word(at).is_some_and(|statement| {
                let (from, to) = self.reading.statements[statement].words;
                to - from > 1
            }) {
                continue;
            }
            // What is lost or stolen one has no longer.
            if self.is(Class::Loss, at) {
                let lost = self.next_in_clause(at).or_else(|| self.last_in_clause(at));
                // Of people it is another matter.
                denied.extend(lost.filter(|lost| self.reading.statements[*lost].among.is_none()));
            }
            match self.lexicon.language() {
                Language::French => denied.extend(self.denied_in_french(at)),
                Language::English => {
                    if self.is(Class::Deny, at) || self.is(Class::Nobody, at) {
                        denied.extend(self.next_in_clause(at).or_else(|| self.last_in_clause(at)));
                    }
                }
            }
        }
        denied.sort_unstable();
        denied.dedup();
        for statement in denied {
            self.reading.statements[statement].denied ^= true;
        }
    }

    fn denied_in_french(&self, at: usize) -> Option<usize> {
        let clause = self.clauses[at];
        let within = |words: &[&str]| {
            (0..self.words.len())
                .any(|other| self.clauses[other] == clause && words.contains(&self.words[other].text.as_str()))
        };
        let particle = within(&["ne", "n"]);
        if self.is(Class::Deny, at) {
            // « ne … que » narrows, it does not deny.
            let full = (0..self.words.len()).any(|other| {
                self.clauses[other] == clause
                    && (self.is(Class::DenyAfter, other)
                        || self.is(Class::Nobody, other)
                        || self.words[other].text == "plus")
            });
            let only = matches!(self.words[at].text.as_str(), "ne" | "n")
                && !full
                && (at..self.words.len().min(at + 6))
                    .any(|other| matches!(self.words[other].text.as_str(), "que" | "qu"));
            return if only { None } else { self.next_in_clause(at) };
        }
        if particle {
            return None;
        }
        if self.is(Class::Nobody, at) {
            return self.next_in_clause(at);
        }
        if self.is(Class::DenyAfter, at) {
            let before = at.checked_sub(1).and_then(|before| self.at_word(before));
            return before.or_else(|| self.next_in_clause(at));
        }
        None
    }

    fn who(&self, at: usize) -> Option<Who> {
        let own = match self.side {
            Side::Customer => (Who::Customer, Who::Company),
            Side::Operator => (Who::Company, Who::Customer),
        };
        if self.is(Class::Speaker, at) {
            Some(own.0)
        } else if self.is(Class::Addressee, at) {
            Some(own.1)
        } else if self.is(Class::Third, at) || self.is(Class::Staff, at) || self.is(Class::Nobody, at) {
            Some(Who::Third)
        } else if self.is(Class::People, at) {
            let meaning = self.lexicon.meaning(&self.words[at..])?;
            Some(Who::Person(meaning.matter))
        } else {
            None
        }
    }

    /// Who did it, and whom to, as far as the words next to it tell.
    fn assign(&mut self) {
        for at in 0..self.reading.statements.len() {
            let (from, to) = self.reading.statements[at].words;
            let (agent, patient) = self.roles(from, to);
            let statement = &mut self.reading.statements[at];
            (statement.agent, statement.patient) = (agent, patient);
        }
    }

    fn roles(&self, from: usize, to: usize) -> (Option<Who>, Option<Who>) {
        let clause = self.clauses[from];
        let mut run = from;
        while run > 0 && self.clauses[run - 1] == clause && self.is(Class::Glue, run - 1) {
            run -= 1;
        }
        let passive = self.passive(run, from, to);
        let mut objects = (run..from).filter(|at| self.is(Class::Object, *at));
        let mut after = (to < self.words.len() && self.clauses[to] == clause).then_some(to);
        let (subject, object) = match self.lexicon.language() {
            Language::English => {
                let subject = run.checked_sub(1).filter(|before| self.subject(*before, clause));
                (subject.or_else(|| self.antecedent(run)), None)
            }
            Language::French => {
                after = None;
                self.french_pronouns(run, from, clause)
            }
        };
        let object = object.or_else(|| objects.next_back());
        let subject = subject.and_then(|at| self.who(at));
        if passive {
            let by = (to..self.words.len().min(to + 2)).find(|at| self.is(Class::By, *at));
            let agent = by.and_then(|by| {
                (by + 1..self.words.len().min(by + 4)).find_map(|at| self.who(at).filter(|_| !self.owned(at)))
            });
            return (agent, subject);
        }
        let object = object
            .or(after.filter(|at| self.is(Class::Object, *at) || self.is(Class::Addressee, *at) && !self.owned(*at)));
        (subject, object.and_then(|at| self.who(at)))
    }

    /// "your" and "my" belong to what follows and did nothing.
    fn owned(&self, at: usize) -> bool {
        matches!(
            self.words[at].text.as_str(),
            "your" | "my" | "our" | "mine" | "yours" | "mon" | "ma" | "mes" | "notre" | "nos" | "votre" | "vos"
        )
    }

    fn subject(&self, at: usize, clause: usize) -> bool {
        let somebody = self.is(Class::Speaker, at)
            || self.is(Class::Addressee, at)
            || self.is(Class::Third, at)
            || self.is(Class::Staff, at)
            || self.is(Class::Nobody, at)
            || self.is(Class::People, at);
        // "That left you overdrawn": what stands after a verb is no subject.
        let object = at.checked_sub(1).is_some_and(|before| {
            self.clauses[before] == clause && self.words[before].stop == Stop::None && self.at_word(before).is_some()
        });
        let noun = self.is(Class::Staff, at) || self.is(Class::People, at);
        self.clauses[at] == clause && somebody && (noun || !object) && !self.is(Class::Object, at) && !self.owned(at)
    }

    /// « ma fille qui conduit », "my daughter who drives".
    fn antecedent(&self, run: usize) -> Option<usize> {
        let relative = run.checked_sub(1).filter(|before| self.is(Class::Relative, *before))?;
        let before = relative.checked_sub(1)?;
        let adjacent = self.words[before].stop == Stop::None;
        (adjacent && (self.is(Class::People, before) || self.is(Class::Staff, before))).then_some(before)
    }

    /// In French objects stand before the verb: « vous nous avez prélevés ».
    fn french_pronouns(&self, run: usize, from: usize, clause: usize) -> (Option<usize>, Option<usize>) {
        let before = run.checked_sub(1);
        let noun = before
            .filter(|at| self.clauses[*at] == clause && (self.is(Class::People, *at) || self.is(Class::Staff, *at)));
        let outside = noun.or_else(|| self.antecedent(run));
        // Another noun before the pronouns is the subject, whoever that is.
        let thing = before.is_some_and(|at| self.clauses[at] == clause && self.at_word(at).is_some());
        let pronouns: Vec<usize> = (run..from)
            .filter(|at| {
                let text = self.words[*at].text.as_str();
                !matches!(text, "en" | "y" | "s" | "se") && self.who(*at).is_some() || matches!(text, "on")
            })
            .collect();
        if outside.is_some() || thing {
            return (outside, pronouns.last().copied());
        }
        let mut pronouns = pronouns.into_iter();
        let subject = pronouns.next();
        let subject = subject.filter(|at| !self.is(Class::Object, *at));
        let object = pronouns.next_back();
        if subject.is_some_and(|at| self.words[at].text == "on") {
            // « on » is somebody else when it happens to the speaker or the one spoken to.
            return (None, object);
        }
        (subject, object)
    }

    fn passive(&self, run: usize, from: usize, to: usize) -> bool {
        let last = (run..from).rev().find(|at| {
            let text = self.words[*at].text.as_str();
            self.is(Class::Be, *at)
                || !(self.is(Class::Deny, *at)
                    || self.is(Class::DenyAfter, *at)
                    || matches!(
                        text,
                        "plus"
                            | "already"
                            | "just"
                            | "only"
                            | "also"
                            | "still"
                            | "really"
                            | "deja"
                            | "bien"
                            | "encore"
                            | "tout"
                    ))
        });
        let reflexive = (run..from).any(|at| matches!(self.words[at].text.as_str(), "s" | "se"));
        last.is_some_and(|at| self.is(Class::Be, at))
            && !reflexive
            && !self.is(Class::Motion, from)
            && !self.words[to - 1].text.ends_with("ing")
    }

    fn count(&mut self, number: impl Fn(Span) -> Option<u32>) {
        for at in 0..self.words.len() {
            let word = &self.words[at];
            if let Some((times, length)) = self.lexicon.count(&self.words[at..]) {
                let span = self.span(at, at + length);
                self.reading.counts.push(Count { of: Counted::Times, number: times, span });
                continue;
            }
            let span = Span(word.start, word.end);
            let written = number(span);
            let single = matches!(word.text.as_str(), "un" | "une" | "one").then_some(1);
            let Some(value) = written.or(single) else { continue };
            if self.is(Class::Times, at + 1) {
                self.reading.counts.push(Count { of: Counted::Times, number: value, span: self.span(at, at + 2) });
            } else if let Some(next) = self.at_word(at + 1).filter(|_| word.stop == Stop::None) {
                let of = Counted::Matter(self.reading.statements[next].matter.clone());
                self.reading.counts.push(Count { of, number: value, span });
            } else if written.is_some() {
                self.reading.counts.push(Count { of: Counted::Something, number: value, span });
            }
        }
    }

    fn matters(&self, from: usize, to: usize) -> Vec<String> {
        let inside = |statement: &&Statement| statement.words.0 >= from && statement.words.1 <= to;
        self.reading.statements.iter().filter(inside).map(|statement| statement.matter.clone()).collect()
    }

    fn link(&mut self) {
        let mut at = 0;
        while at < self.words.len() && self.reading.links.len() < LINKS {
            let Some((joint, length)) = self.lexicon.joint(&self.words[at..]) else {
                at += 1;
                continue;
            };
            let begin = (0..at).rev().find(|before| self.words[*before].stop >= Stop::Full).map_or(0, |stop| stop + 1);
            let end = (at..self.words.len())
                .find(|after| self.words[*after].stop >= Stop::Full)
                .map_or(self.words.len(), |stop| stop + 1);
            let (before, after) = (self.matters(begin, at), self.matters(at + length, end.max(at + length)));
            let (first, second) = match joint {
                Joint::Because | Joint::After => (after, before),
                Joint::Hence | Joint::Before => (before, after),
            };
            if !first.is_empty() && !second.is_empty() {
                let causal = matches!(joint, Joint::Because | Joint::Hence);
                let span = self.span(begin, end);
                self.reading.links.push(Link { causal, first, second, span });
            }
            at += length;
        }
    }
}

/// Whether the clause that these words begin supposes something.
fn supposed(before: &[Word]) -> bool {
    const SUPPOSING: &[&str] = &["if", "unless", "si", "sinon"];
    let clause = before.rsplit(|word| word.stop >= Stop::Comma).next().unwrap_or_default();
    clause.iter().enumerate().any(|(at, word)| {
        let elided =
            word.text == "s" && clause.get(at + 1).is_some_and(|next| matches!(next.text.as_str(), "il" | "ils"));
        SUPPOSING.contains(&word.text.as_str()) || elided
    })
}
