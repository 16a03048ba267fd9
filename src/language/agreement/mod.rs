//! Whether what an operator restates or reads back agrees with what the customer had said.
//!
//! By the values both mention, and by what their words state: matters (synonyms and inflections of one are the same),
//! denied or not, who did them to whom, how often, and what came of what. It finds contradictions; a paraphrase it does
//! not see through counts as saying nothing, never as wrong.

mod lexicon;
mod reading;
mod telling;
#[cfg(test)]
mod tests;

pub use reading::Side;

use super::entities::Finder;
use super::{Entity, EntityKind, Span, data};
use crate::locale::Language;
use lexicon::{Class, Lexicon};
use reading::{Counted, Link, Reading, Statement, read};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How a restatement relates to what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It says the same.
    Agrees,
    /// It says something else of the same.
    Contradicts,
    /// It says nothing of it.
    Silent,
}

/// In what a restatement differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// Another amount, date, number, name.
    Value,
    /// How many or how often.
    Count,
    /// Denied instead of affirmed, or the contrary of it.
    Denied,
    /// Somebody else did it, or it was done to somebody else.
    Role,
    /// Another thing of the same sort: red for green, Monday for Tuesday.
    Other,
    /// Another cause, or cause and effect the wrong way round.
    Cause,
    /// Before instead of after.
    Order,
}

/// A place where a restatement is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// In what.
    pub difference: Difference,
    /// The words of the restatement, in characters.
    pub span: Span,
    /// Those words.
    pub said: String,
    /// What had been said instead.
    pub told: String,
}

/// A restatement held against what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// How it relates.
    pub verdict: Verdict,
    /// Where it is wrong, in the order of the text; empty unless it contradicts.
    pub contradictions: Vec<Contradiction>,
}

/// Holds restatements of one language against what was said. Deterministic; work is bounded whatever the texts.
#[derive(Debug)]
pub struct Agreement {
    lexicon: Lexicon,
    finder: Arc<Finder>,
}

impl Agreement {
    /// From the data in `assets/language/<lang>/`, which is part of the program.
    pub fn new(language: Language) -> Agreement {
        Agreement::with(language, Arc::new(Finder::new(language, data::of(language).not_names)))
    }

    pub(super) fn with(language: Language, finder: Arc<Finder>) -> Agreement {
        let table = match language {
            Language::French => include_str!("../../../assets/language/fr/meanings.txt"),
            Language::English => include_str!("../../../assets/language/en/meanings.txt"),
        };
        Agreement { lexicon: Lexicon::read(language, table, data::of(language).spelling), finder }
    }

    /// Holds what the operator says against what the customer told, on a day.
    pub fn compare(&self, told: &str, said: &str, today: Option<jiff::civil::Date>) -> Comparison {
        let told = self.text(told, Side::Customer, today);
        let said = self.text(said, Side::Operator, today);
        let mut found = Found::default();
        self.values(&told, &said, &mut found);
        counts(&told, &said, &mut found);
        statements(&told, &said, &mut found);
        links(&told, &said, &mut found);
        found.contradictions.sort_by_key(|contradiction| contradiction.span);
        found.contradictions.dedup_by_key(|contradiction| contradiction.span);
        let stated = said.reading.statements.len();
        let verdict = if !found.contradictions.is_empty() {
            Verdict::Contradicts
        } else if found.values > 0 || found.matters >= 2 || found.matters * 5 >= stated.max(1) * 2 {
            Verdict::Agrees
        } else {
            Verdict::Silent
        };
        Comparison { verdict, contradictions: found.contradictions }
    }

    /// Whether a text mentions the value of an entity, in whatever words.
    pub fn mentions(&self, told: &str, entity: &Entity, today: Option<jiff::civil::Date>) -> bool {
        self.finder.find(told, today, None).iter().any(|other| other.kind == entity.kind && equal(other, entity))
    }

    fn text<'t>(&self, text: &'t str, side: Side, today: Option<jiff::civil::Date>) -> Text<'t> {
        let entities = self.finder.find(text, today, None);
        let numbers = self.finder.numbers(text);
        let meets = |one: Span, other: Span| one.0 < other.1 && other.0 < one.1;
        // What is part of a date, an amount or the like is compared as such.
        let part =
            |span: Span| entities.iter().any(|entity| entity.kind != EntityKind::Quantity && meets(entity.span, span));
        let number = |span: Span| {
            let (_, number) = numbers.iter().find(|(place, _)| meets(*place, span) && !part(*place))?;
            u32::try_from(*number).ok()
        };
        let reading = read(&self.lexicon, text, side, number);
        Text { text, entities, reading }
    }

    fn values(&self, told: &Text<'_>, said: &Text<'_>, found: &mut Found) {
        for entity in &said.entities {
            if matches!(entity.kind, EntityKind::Quantity) {
                continue;
            }
            let same: Vec<&Entity> = told.entities.iter().filter(|other| other.kind == entity.kind).collect();
            let about = self.about(said.text, entity);
            if same.iter().any(|other| equal(other, entity) || about && near(other, entity)) {
                found.values += 1;
            } else if let Some(other) = instead(told, &same, said, entity)
                && !(entity.kind == EntityKind::PersonName && addressed(said.text, entity))
            {
                found.wrong(Difference::Value, entity.span, said, told.slice(other.span));
            }
        }
    }

    fn about(&self, text: &str, entity: &Entity) -> bool {
        let before: String = text.chars().take(entity.span.0).collect();
        let words = self.lexicon.words(&before);
        words.iter().rev().take(3).any(|word| self.lexicon.is(Class::About, &word.text))
    }
}

/// Where the sentence begins that holds the character at `at`.
pub fn sentence_start(text: &str, at: usize) -> usize {
    let letters: Vec<char> = text.chars().take(at.saturating_add(1)).collect();
    (0..at.min(letters.len())).rev().find(|index| ends_sentence(&letters, *index)).map_or(0, |index| index + 1)
}

/// Where the sentence ends that holds the character before `at`.
pub fn sentence_end(text: &str, at: usize) -> usize {
    let letters: Vec<char> = text.chars().collect();
    (at.saturating_sub(1)..letters.len())
        .find(|index| ends_sentence(&letters, *index))
        .map_or(letters.len(), |index| index + 1)
}

/// A point within a number ends none.
fn ends_sentence(letters: &[char], at: usize) -> bool {
    matches!(letters[at], '.' | '!' | '?' | '…' | ';' | '\n')
        && letters.get(at + 1).is_none_or(|next| !next.is_alphanumeric())
}

/// A text with what is in it.
struct Text<'t> {
    text: &'t str,
    entities: Vec<Entity>,
    reading: Reading,
}

impl Text<'_> {
    /// The statement is part of a value, which is compared as such: the month of a date.
    fn valued(&self, statement: &Statement) -> bool {
        self.entities.iter().any(|entity| entity.span.0 < statement.span.1 && statement.span.0 < entity.span.1)
    }

    /// So much was said that two sentences with little in them are hardly about the same.
    fn long(&self) -> bool {
        self.reading.statements.last().is_some_and(|last| last.sentence > 2)
    }

    fn slice(&self, Span(start, end): Span) -> String {
        self.text.chars().skip(start).take(end.saturating_sub(start)).collect()
    }
}

#[derive(Default)]
struct Found {
    values: usize,
    matters: usize,
    contradictions: Vec<Contradiction>,
}

impl Found {
    fn wrong(&mut self, difference: Difference, span: Span, said: &Text<'_>, told: String) {
        self.contradictions.push(Contradiction { difference, span, said: said.slice(span), told });
    }
}

/// Which of these values is said of the same: the one in the sentence that has most in common. In a long talk the
/// sentences must have something in common at all.
fn instead<'e>(told: &Text<'_>, values: &[&'e Entity], said: &Text<'_>, value: &Entity) -> Option<&'e Entity> {
    let matters = |text: &Text<'_>, entity: &Entity| -> BTreeSet<String> {
        let statements = &text.reading.statements;
        let nearest = statements.iter().min_by_key(|statement| statement.span.0.abs_diff(entity.span.0));
        let Some(sentence) = nearest.map(|statement| statement.sentence) else { return BTreeSet::new() };
        let within = statements.iter().filter(|statement| statement.sentence == sentence && !text.valued(statement));
        within.map(|statement| statement.matter.clone()).collect()
    };
    let own = matters(said, value);
    let common = |other: &Entity| matters(told, other).intersection(&own).count();
    let best = values.iter().rev().max_by_key(|other| common(other)).copied()?;
    (!told.long() || common(best) > 0).then_some(best)
}

fn equal(one: &Entity, other: &Entity) -> bool {
    match one.kind {
        EntityKind::Date => {
            let fits = |full: &str, day: &str| day.strip_prefix("--").is_some_and(|day| full.ends_with(day));
            one.value == other.value || fits(&one.value, &other.value) || fits(&other.value, &one.value)
        }
        // The currency may be understood.
        EntityKind::Amount => one.value.split(' ').next_back() == other.value.split(' ').next_back(),
        EntityKind::Duration => match (hours(&one.value), hours(&other.value)) {
            (Some(one), Some(other)) => one == other,
            _ => one.value == other.value,
        },
        EntityKind::PersonName => {
            let (one, other) = (one.value.to_lowercase(), other.value.to_lowercase());
            one.split(' ').any(|part| other.split(' ').any(|name| name == part))
        }
        _ => one.value == other.value,
    }
}

/// Hours of a duration in hours, days or weeks.
fn hours(value: &str) -> Option<u32> {
    let count = |text: &str, unit: char| text.strip_suffix(unit)?.parse::<u32>().ok();
    if let Some(time) = value.strip_prefix("PT") {
        return count(time, 'H');
    }
    let date = value.strip_prefix('P')?;
    count(date, 'D')
        .map(|days| days.saturating_mul(24))
        .or_else(|| count(date, 'W').map(|weeks| weeks.saturating_mul(168)))
}

/// Within a twentieth.
fn near(one: &Entity, other: &Entity) -> bool {
    let cents = |entity: &Entity| entity.value.split(' ').next_back()?.replace('.', "").parse::<u64>().ok();
    let (Some(one), Some(other)) = (cents(one), cents(other)) else { return false };
    one.abs_diff(other) <= one / 20
}

/// A name that is spoken to: "…, Mrs Patel", « madame Durand, … ».
fn addressed(text: &str, entity: &Entity) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let before: String = letters[..entity.span.0.min(letters.len())].iter().collect::<String>().to_lowercase();
    let title = ["madame", "monsieur", "mademoiselle", "mme", "mr", "mrs", "ms", "miss", "m.", "mr.", "mrs.", "sir"];
    let titled = title.iter().any(|title| before.trim_end().ends_with(title));
    let after = letters.get(entity.span.1).copied();
    titled || after.is_none_or(|mark| ",.!?".contains(mark)) && before.trim_end().ends_with([',', '.'])
}

fn counts(told: &Text<'_>, said: &Text<'_>, found: &mut Found) {
    let loose = |text: &Text<'_>| text.reading.counts.iter().filter(|count| count.of != Counted::Times).count();
    for count in &said.reading.counts {
        let same: Vec<_> = told.reading.counts.iter().filter(|other| other.of == count.of).collect();
        // "There are four of us", "you are four people": one number on each side, and it is not said of what.
        let only = told.reading.counts.iter().find(|other| other.of != Counted::Times).filter(|other| {
            let unsaid = count.of == Counted::Something || other.of == Counted::Something;
            count.of != Counted::Times && unsaid && !told.long() && loose(told) == 1 && loose(said) == 1
        });
        if same.iter().any(|other| other.number == count.number) {
            found.matters += 1;
        } else if let Some(other) = same.first() {
            found.wrong(Difference::Count, count.span, said, told.slice(other.span));
        } else if let Some(other) = only {
            if other.number == count.number {
                found.matters += 1;
            } else if other.of == Counted::Something {
                // "The two of you will decide" has nothing to do with four wheels.
                found.wrong(Difference::Count, count.span, said, told.slice(other.span));
            }
        }
    }
}

fn statements(told: &Text<'_>, said: &Text<'_>, found: &mut Found) {
    let mut common = Common::new(told, said);
    for statement in &said.reading.statements {
        let same: Vec<&Statement> =
            told.reading.statements.iter().filter(|other| other.matter == statement.matter).collect();
        if same.is_empty() {
            let instead = told.reading.statements.iter().find(|other| {
                let excluded = statement.among.is_some() && other.among == statement.among;
                let valued = said.valued(statement) || told.valued(other);
                excluded && !valued && !other.denied && !statement.denied && common.of_the_same(other, statement)
            });
            if let Some(other) = instead {
                found.wrong(Difference::Other, statement.span, said, told.slice(other.span));
            }
            continue;
        }
        // "It was working, and now it is down" says both of the one matter.
        let (denied, affirmed) = (same.iter().any(|told| told.denied), same.iter().any(|told| !told.denied));
        let alike = said
            .reading
            .statements
            .iter()
            .any(|other| other.matter == statement.matter && if other.denied { denied } else { affirmed });
        if statement.compared && same.iter().any(|other| other.compared) {
            found.matters += 1;
            continue;
        }
        let near: Vec<&&Statement> = same.iter().filter(|other| common.of_the_same(other, statement)).collect();
        // Somebody else's doing is another event; and of contraries in other words, the sentences must be about the same.
        let mut denies = |told: &Statement| {
            let another = matches!((&told.agent, &statement.agent), (Some(one), Some(other)) if one.clashes(other));
            let worded = told.stem == statement.stem || common.closely(told, statement);
            // "Nobody called" and "not a call" are one.
            let somebody = statement.agent == Some(reading::Who::Third) && told.agent.is_none();
            !told.past
                && !told.supposed
                && !another
                && !somebody
                && worded
                && (told.predicates() || statement.predicates())
        };
        if let Some(first) = near.iter().find(|told| denies(told))
            && !alike
        {
            found.wrong(Difference::Denied, statement.span, said, told.slice(first.span));
        } else if let Some(first) = near.first()
            && alike
            && same.iter().all(|other| other_roles(other, statement))
        {
            found.wrong(Difference::Role, statement.span, said, told.slice(first.span));
        } else if alike {
            found.matters += 1;
        }
    }
}

/// What sentences of two texts have in common, worked out once for each pair.
struct Common<'t> {
    told: Vec<BTreeSet<&'t str>>,
    said: Vec<BTreeSet<&'t str>>,
    shared: BTreeMap<(usize, usize), usize>,
    long: bool,
}

impl<'t> Common<'t> {
    fn new(told: &'t Text<'_>, said: &'t Text<'_>) -> Common<'t> {
        let sentences = |text: &'t Text<'_>| {
            let mut sentences: Vec<BTreeSet<&'t str>> = Vec::new();
            for statement in &text.reading.statements {
                sentences.resize_with(sentences.len().max(statement.sentence + 1), BTreeSet::new);
                sentences[statement.sentence].insert(&statement.matter);
            }
            sentences
        };
        Common { told: sentences(told), said: sentences(said), shared: BTreeMap::new(), long: told.long() }
    }

    /// Whether two statements are made in sentences about the same: they have something else in common, or, unless much
    /// was said, too little in them to tell.
    fn of_the_same(&mut self, told: &Statement, said: &Statement) -> bool {
        let (ones, others) = (&self.told[told.sentence], &self.said[said.sentence]);
        let shared =
            *self.shared.entry((told.sentence, said.sentence)).or_insert_with(|| ones.intersection(others).count());
        let own = usize::from(others.contains(told.matter.as_str()));
        shared > own || !self.long && (ones.len() <= 2 || others.len() <= 2)
    }

    /// The same, but with too little in both to tell.
    fn closely(&mut self, told: &Statement, said: &Statement) -> bool {
        let few = self.told[told.sentence].len() <= 4 && self.said[said.sentence].len() <= 4;
        self.of_the_same(told, said)
            && (few || self.shared.get(&(told.sentence, said.sentence)).is_some_and(|shared| *shared > 1))
    }
}

/// Somebody else did it, or to somebody else.
fn other_roles(told: &Statement, said: &Statement) -> bool {
    let clash = |one: &Option<reading::Who>, other: &Option<reading::Who>| matches!((one, other), (Some(one), Some(other)) if one.clashes(other));
    if told.stem.is_none() || said.stem.is_none() {
        return false;
    }
    let same_word = told.stem == said.stem;
    let turned = told.agent.is_none() && said.patient.is_none() && told.patient.is_some() && told.patient == said.agent;
    clash(&told.agent, &said.agent) || clash(&told.patient, &said.patient) || same_word && turned
}

fn links(told: &Text<'_>, said: &Text<'_>, found: &mut Found) {
    let shares = |one: &[String], other: &[String]| one.iter().filter(|matter| other.contains(matter)).count();
    for link in &said.reading.links {
        for other in told.reading.links.iter().filter(|other| other.causal == link.causal) {
            let straight = shares(&link.first, &other.first) + shares(&link.second, &other.second);
            let crossed = shares(&link.first, &other.second).min(shares(&link.second, &other.first));
            let stranger = link.causal && shares(&link.second, &other.second) > 0 && !known(&link.first, other, told);
            if crossed > 0 && crossed * 2 > straight || stranger {
                let difference = if link.causal { Difference::Cause } else { Difference::Order };
                found.wrong(difference, link.span, said, told.slice(other.span));
            }
        }
    }
}

/// Some of these matters were told.
fn known(matters: &[String], link: &Link, told: &Text<'_>) -> bool {
    let stated = |matter: &String| {
        link.first.contains(matter) || told.reading.statements.iter().any(|statement| statement.matter == *matter)
    };
    matters.iter().any(stated)
}
