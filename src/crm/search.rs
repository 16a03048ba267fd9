//! Finding a customer by anything the caller may say: name, company, number in any writing, contract, ticket, e-mail, street, city.
//!
//! SQLite's full-text index gives the candidates; their order is worked out here in whole numbers, so that it is the
//! same on every machine. Three sieves, each used only when the ones before left room: beginnings of words, then words
//! one or two typing errors away, then customers that match only part of what was typed.

use super::database::Database;
use super::fold::words;
use super::index::Index;
use super::{CrmError, Hit, Record};
use crate::id::RecordId;
use crate::locale::Language;
use crate::value::Value;
use rusqlite::params;
use std::collections::{BTreeMap, BTreeSet};

/// Characters and words of a query that are looked at.
const QUERY_LIMIT: usize = 120;
const WORD_LIMIT: usize = 8;
/// Candidates taken from the index.
const CANDIDATES: usize = 400;
/// Words of the index that a misspelt word is tried as.
const MEANT: usize = 24;
/// Forms of address: said with a name, no part of it.
const TITLES: &[&str] = &["madame", "mme", "mademoiselle", "mlle", "monsieur", "mr", "mrs", "ms", "miss", "m"];

/// What a word costs that is not in the customer's record (only the last sieve allows it).
const ABSENT: u32 = 1000;

/// The customers that fit best, best first.
pub fn search(
    index: &Index,
    database: &Database,
    query: &str,
    limit: usize,
    language: Language,
) -> Result<Vec<Hit>, CrmError> {
    let readings = readings(query);
    if readings.is_empty() || limit == 0 {
        return Ok(Vec::new());
    }
    index.make(database)?;
    let mut found: BTreeMap<RecordId, u32> = BTreeMap::new();
    let literal = Meant::default();
    collect(database, &readings, &literal, false, &mut found)?;
    if found.len() < limit {
        let meant = Meant::look_up(database, &readings)?;
        collect(database, &readings, &meant, false, &mut found)?;
        if found.is_empty() {
            collect(database, &readings, &meant, true, &mut found)?;
        }
    }
    let mut hits = Vec::new();
    for (customer, cost) in found {
        if let Some(stored) = database.read(&customer)? {
            hits.push((cost, hit(&stored.record, language)));
        }
    }
    hits.sort_by(|(cost, hit), (other_cost, other)| {
        (cost, &hit.title, &hit.customer).cmp(&(other_cost, &other.title, &other.customer))
    });
    hits.truncate(limit);
    Ok(hits.into_iter().map(|(_, hit)| hit).collect())
}

/// The ways to read a query: each a list of words that must all be found. Digits in groups are one number or several.
fn readings(query: &str) -> Vec<Vec<String>> {
    let query: String = query.chars().take(QUERY_LIMIT).collect();
    let mut plain = words(&query);
    if plain.iter().any(|word| !TITLES.contains(&word.as_str())) {
        plain.retain(|word| !TITLES.contains(&word.as_str()));
    }
    plain.truncate(WORD_LIMIT * 2);
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut joined: Vec<String> = Vec::new();
    let mut after_number = false;
    for word in &plain {
        let number = is_number(word);
        match joined.last_mut() {
            Some(last) if number && after_number => last.push_str(word),
            _ => joined.push(word.clone()),
        }
        after_number = number;
    }
    for word in joined.iter_mut().filter(|word| is_number(word) && word.len() >= 4) {
        // 0033 6 12 … and +33 (0)6 12 …
        let number = word.strip_prefix("00").unwrap_or(word);
        *word = match number.get(0..3) {
            Some(code @ ("330" | "440")) => format!("{}{}", &code[..2], &number[3..]),
            _ => number.to_owned(),
        };
    }
    let whole = (plain.len() > 1 && query.chars().any(|char| char.is_ascii_digit())).then(|| vec![plain.concat()]);
    let mut readings: Vec<Vec<String>> = Vec::new();
    for mut reading in [joined, plain].into_iter().chain(whole) {
        reading.truncate(WORD_LIMIT);
        if !reading.is_empty() && !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    readings
}

/// For each word typed, the words of the index it may have been meant as, with the number of typing errors.
#[derive(Debug, Default)]
struct Meant(BTreeMap<String, Vec<(u32, String)>>);

impl Meant {
    fn look_up(database: &Database, readings: &[Vec<String>]) -> Result<Meant, CrmError> {
        let typed: BTreeSet<&String> = readings.iter().flatten().filter(|word| tolerance(word) > 0).collect();
        let mut meant: BTreeMap<String, Vec<(u32, String)>> = BTreeMap::new();
        if typed.is_empty() {
            return Ok(Meant(meant));
        }
        let mut statement = database.connection().prepare_cached("SELECT term FROM word")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let known = row.get_ref(0)?.as_str().map_err(|error| CrmError(error.to_string()))?;
            for word in &typed {
                if let Some(errors) = errors_between(word, known).filter(|errors| *errors > 0) {
                    meant.entry((*word).clone()).or_default().push((errors, known.to_owned()));
                }
            }
        }
        for list in meant.values_mut() {
            list.sort();
            list.truncate(MEANT);
        }
        Ok(Meant(meant))
    }
}

/// Typing errors forgiven in a word: none in short ones, where another name is as near.
fn tolerance(word: &str) -> u32 {
    let length = word.chars().count();
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return u32::from(length >= 7);
    }
    match length {
        0..=3 => 0,
        4..=5 => 1,
        _ => 2,
    }
}

/// Typing errors (letters changed, missing, added or swapped) between what was typed and the word, or the beginning of
/// it: people look while they type. `None` when more than are forgiven.
fn errors_between(typed: &str, known: &str) -> Option<u32> {
    let limit = tolerance(typed) as usize;
    let (length, known_length) = (typed.chars().count(), known.chars().count());
    if known_length + limit < length {
        return None;
    }
    let mut least = usize::MAX;
    if known_length <= length + limit {
        least = strsim::osa_distance(typed, known);
    }
    // The first letter of a name still being typed is rarely wrong; without this, half the index is near.
    if known_length > length && typed.chars().next() == known.chars().next() {
        let beginning: String = known.chars().take(length).collect();
        least = least.min(strsim::osa_distance(typed, &beginning));
    }
    (least <= limit).then_some(least as u32)
}

/// Adds the customers that fit one of the readings, with the cost of the cheapest.
fn collect(
    database: &Database,
    readings: &[Vec<String>],
    meant: &Meant,
    partly: bool,
    found: &mut BTreeMap<RecordId, u32>,
) -> Result<(), CrmError> {
    let mut statement = database.connection().prepare_cached(
        "SELECT r.id, search.name, search.number, search.place, search.email FROM search \
         JOIN record r ON r.position = search.rowid WHERE search MATCH ?1 ORDER BY search.rowid LIMIT ?2",
    )?;
    for exact in [true, false] {
        let expression = expression(readings, meant, partly, exact);
        let mut rows = statement.query(params![expression, CANDIDATES as i64])?;
        while let Some(row) = rows.next()? {
            let customer = RecordId::new(row.get::<_, String>(0)?);
            let columns = [row.get::<_, String>(1)?, row.get(2)?, row.get(3)?, row.get(4)?];
            if let Some(cost) = cost(readings, &columns, meant, partly) {
                let known = found.entry(customer).or_insert(cost);
                *known = cost.min(*known);
            }
        }
    }
    Ok(())
}

/// The query in the language of the index. Every word is quoted and has letters and digits only.
fn expression(readings: &[Vec<String>], meant: &Meant, partly: bool, exact: bool) -> String {
    let star = if exact { "" } else { "*" };
    let glue = if partly { " OR " } else { " AND " };
    let reading = |words: &Vec<String>| -> String {
        let words: Vec<String> = words
            .iter()
            .map(|word| {
                let others = meant.0.get(word).map_or(&[][..], Vec::as_slice);
                let others: String = others.iter().map(|(_, other)| format!(" OR \"{other}\"")).collect();
                format!("(\"{word}\"{star}{others})")
            })
            .collect();
        format!("({})", words.join(glue))
    };
    readings.iter().map(reading).collect::<Vec<_>>().join(" OR ")
}

/// How far a customer is from the query: 0 when every word stands in the name as typed.
fn cost(readings: &[Vec<String>], columns: &[String; 4], meant: &Meant, partly: bool) -> Option<u32> {
    readings
        .iter()
        .filter_map(|words| {
            words.iter().try_fold(0_u32, |sum, word| match word_cost(word, columns, meant) {
                Some(cost) => Some(sum + cost),
                None => partly.then_some(sum + ABSENT),
            })
        })
        .min()
}

fn word_cost(word: &str, columns: &[String; 4], meant: &Meant) -> Option<u32> {
    let others = meant.0.get(word).map_or(&[][..], Vec::as_slice);
    columns
        .iter()
        .zip([0, 1, 1, 1])
        .flat_map(|(column, elsewhere)| {
            column.split(' ').filter_map(move |known| {
                if known == word {
                    Some(elsewhere)
                } else if known.starts_with(word) {
                    Some(2 + elsewhere)
                } else {
                    let errors = others.iter().find(|(_, other)| other == known).map(|(errors, _)| *errors);
                    errors.map(|errors| 10 * errors + elsewhere)
                }
            })
        })
        .min()
}

fn hit(customer: &Record, language: Language) -> Hit {
    let field = |name: &str| customer.fields.get(name).map(String::as_str).filter(|value| !value.is_empty());
    let name = [field("first_name"), field("last_name")].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let title = [Some(name.as_str()).filter(|name| !name.is_empty()), field("company")];
    let place = [field("postal_code"), field("city")].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let phone = field("mobile").or(field("phone")).map(|number| Value::Phone(number.to_owned()).written(language));
    let detail = [Some(place).filter(|place| !place.is_empty()), phone];
    Hit {
        customer: customer.id.clone(),
        title: title.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        detail: detail.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}
