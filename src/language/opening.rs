//! Who presents himself: the names of the company, of the operator and of the people he speaks to.

use super::clause::Sentence;
use super::phrase::Spoken;
use super::recogniser::Recogniser;
use std::ops::Range;

/// Letters of a word that may be written with a slip.
const SLIP_FROM: usize = 5;
/// An operator presents himself within the first sentences …
const SENTENCES: usize = 3;
/// … and words.
const WORDS: usize = 20;
/// Words of a first and a last name.
const NAME_WORDS: usize = 2;

/// Names that are known before a call.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The words that tell the company from others: "Lorvane" of Lorvane Insurance.
    company: Vec<String>,
    all_of_company: Vec<String>,
    customers: Vec<String>,
}

impl Names {
    pub fn new(recogniser: &Recogniser, company: &str, customers: &[String]) -> Names {
        let plain =
            |name: &str| -> Vec<String> { recogniser.spoken(name).words.into_iter().map(|word| word.text).collect() };
        let all_of_company = plain(company);
        let own: Vec<String> = all_of_company.iter().filter(|word| !recogniser.usual(word)).cloned().collect();
        Names {
            company: if own.is_empty() { all_of_company.clone() } else { own },
            all_of_company,
            customers: customers.iter().flat_map(|name| plain(name)).collect(),
        }
    }

    pub fn has_company(&self) -> bool {
        !self.company.is_empty()
    }

    /// Where the company is named.
    pub fn company_in(&self, spoken: &Spoken, range: &Range<usize>) -> Option<usize> {
        range.clone().find(|at| self.company.iter().any(|name| is(&spoken.words[*at].text, name)))
    }

    /// Whether somebody at the other end is addressed there.
    pub fn addresses_customer(&self, spoken: &Spoken, range: &Range<usize>) -> bool {
        spoken.words[range.clone()].iter().any(|word| self.customers.contains(&word.text))
    }

    /// A name beside that of the company, at the beginning of the call: "Jordan from Tessaline", "Banque Ostrelle, Didier,
    /// bonjour".
    pub fn operator(&self, recogniser: &Recogniser, spoken: &Spoken, sentence: &Sentence) -> Option<Range<usize>> {
        let at = self.company_in(spoken, &sentence.whole).filter(|at| *at < WORDS)?;
        let of_company = |at: usize| self.all_of_company.contains(&spoken.words[at].text);
        let name = |at: usize| {
            let word = &spoken.words[at].text;
            let inside = at > sentence.whole.start;
            spoken.capital(at)
                && !of_company(at)
                && !self.customers.contains(word)
                && !recogniser.entities.no_name(word)
                && (inside || !recogniser.usual(word))
        };
        let before = (sentence.whole.start..at)
            .rev()
            .skip_while(|at| !name(*at) && at_most_links(recogniser, spoken, *at, of_company(*at)));
        let before: Vec<usize> = before.take_while(|at| name(*at)).take(NAME_WORDS).collect();
        if let (Some(last), Some(first)) = (before.first(), before.last()) {
            return Some(*first..last + 1);
        }
        let behind = (at + 1..sentence.whole.end).skip_while(|at| of_company(*at));
        let behind: Vec<usize> = behind.take_while(|at| name(*at)).take(NAME_WORDS).collect();
        Some(*behind.first()?..behind.last()? + 1)
    }

    /// Whether a sentence comes early enough to be an opening.
    pub fn opens(number: usize) -> bool {
        number < SENTENCES
    }
}

/// Little words between a name and that of the company.
fn at_most_links(recogniser: &Recogniser, spoken: &Spoken, at: usize, of_company: bool) -> bool {
    of_company || recogniser.entities.no_name(&spoken.words[at].text)
}

/// The same word, but for a slip of the keyboard.
fn is(word: &str, name: &str) -> bool {
    let slips = match name.len() {
        0..SLIP_FROM => 0,
        SLIP_FROM..8 => 1,
        _ => 2,
    };
    word == name || slips > 0 && word.len() >= SLIP_FROM && strsim::osa_distance(word, name) <= slips
}
