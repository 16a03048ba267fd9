//! Amounts of money and percentages.

use super::scan::{Scan, group, regex, starts_with_word, whole};
use crate::language::EntityKind;
use crate::locale::Language;
use regex::Regex;

/// Finds amounts and percentages.
#[derive(Debug)]
pub(super) struct Money {
    before: Regex,
    after: Regex,
    percentage: Regex,
}

pub(super) const NUMBER: &str = r"(?:\d{1,3}(?:[ ,.]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,4})?)";

/// Words after a number that say it is no cents.
const UNITS: &[&str] = &[
    "euro", "euros", "mois", "jour", "jours", "minute", "minutes", "an", "ans", "heure", "heures", "semaines", "fois", "month", "months", "day", "days", "year",
    "years", "times", "hours", "weeks", "pounds", "pour", "percent", "gigas", "lignes", "h", "%", "€", "£",
];

impl Money {
    pub fn new(_language: Language) -> Money {
        Money {
            before: regex(&format!(r"(€|£|\$|\beur|\bgbp|\busd) ?({NUMBER})")),
            after: regex(&format!(
                r"\b({NUMBER}) ?(€|£|\$|euros?\b|eur\b|balles\b|pounds?\b|gbp\b|quid\b|dollars?\b|usd\b|livres?\b|pence\b|p\b|centimes?\b|cents?\b)(?:(?: ?(?:et |and )?(\d{{1,2}})\b)(?: ?(centimes?|cents?|pence|p)\b)?)?"
            )),
            percentage: regex(&format!(r"\b({NUMBER}) ?(?:%|pourcents?\b|pour ?cents?\b|pour 100\b|per ?cent\b|percent\b)")),
        }
    }

    pub fn find(&self, scan: &mut Scan<'_>) {
        scan.each(&self.percentage, |_, found| {
            let (whole_part, decimals) = parts(group(found, 1)?)?;
            let decimals = decimals.trim_end_matches('0');
            let value = if decimals.is_empty() { format!("{whole_part}%") } else { format!("{whole_part}.{decimals}%") };
            Some((EntityKind::Percentage, value, whole(found)))
        });
        scan.each(&self.before, |_, found| {
            let cents = cents(group(found, 2)?)?;
            Some((EntityKind::Amount, value(currency(group(found, 1)?).0, cents), whole(found)))
        });
        scan.each(&self.after, |scan, found| {
            let (code, hundredth) = currency(group(found, 2)?);
            let main = cents(group(found, 1)?)?;
            if hundredth {
                return Some((EntityKind::Amount, value(code, main / 100), found.get(0)?.start()..found.get(2)?.end()));
            }
            let mut bytes = whole(found);
            let mut more = 0;
            if let Some(extra) = found.get(3) {
                let fits = found.get(4).is_some() || !starts_with_word(scan.after(extra.end()), UNITS) && main % 100 == 0 && !scan.after(extra.end()).starts_with(['/', ':']);
                if fits {
                    more = extra.as_str().parse().ok()?;
                } else {
                    bytes.end = found.get(2)?.end();
                }
            }
            Some((EntityKind::Amount, value(code, main.checked_add(more)?), bytes))
        });
    }
}

/// The ISO code, and whether the word means the hundredth part.
fn currency(word: &str) -> (&'static str, bool) {
    match word {
        "£" | "gbp" | "quid" => ("GBP", false),
        "$" | "usd" => ("USD", false),
        "p" | "pence" => ("GBP", true),
        "centime" | "centimes" | "cent" | "cents" => ("EUR", true),
        word if word.starts_with("pound") || word.starts_with("livre") => ("GBP", false),
        word if word.starts_with("dollar") => ("USD", false),
        _ => ("EUR", false),
    }
}

fn value(code: &str, cents: u64) -> String {
    format!("{code} {}.{:02}", cents / 100, cents % 100)
}

/// Whole part and decimals. Three digits after a mark are a group of thousands.
pub(super) fn parts(number: &str) -> Option<(u64, String)> {
    let number = number.replace(' ', "");
    let split = number.rfind(['.', ',']).filter(|at| number.len() - at - 1 != 3);
    let (whole, decimals) = split.map_or((number.as_str(), ""), |at| (&number[..at], &number[at + 1..]));
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    Some((digits.parse().ok()?, decimals.to_owned()))
}

fn cents(number: &str) -> Option<u64> {
    let (whole, decimals) = parts(number)?;
    let decimals: u64 = format!("{decimals:0<2}").get(..2)?.parse().ok()?;
    whole.checked_mul(100)?.checked_add(decimals)
}
