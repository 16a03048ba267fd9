//! Amounts of money and percentages.

use super::scan::{Scan, ends_with_word, group, regex, starts_with_word, whole};
use crate::language::EntityKind;
use crate::locale::Language;
use crate::value::Currency;
use regex::Regex;

/// Finds amounts and percentages.
#[derive(Debug)]
pub(super) struct Money {
    before: Regex,
    after: Regex,
    percentage: Regex,
    ranged: Regex,
    paired: Regex,
    per_unit: Regex,
    bare: Regex,
    thousands: Regex,
    language: Language,
}

pub(super) const NUMBER: &str = r"(?:\d{1,3}(?:[ ,.]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,4})?)";

/// Words after a number that say it is no cents.
const UNITS: &[&str] = &[
    "euro", "euros", "mois", "jour", "jours", "minute", "minutes", "an", "ans", "heure", "heures", "semaines", "fois",
    "month", "months", "day", "days", "year", "years", "times", "hours", "weeks", "pounds", "pour", "percent", "gigas",
    "lignes", "h", "%", "€", "£",
];
/// Words after a number with two decimals that say it is no price.
const MEASURES: &[&str] = &[
    "kwh", "kw", "kva", "km", "m", "m2", "kg", "go", "mo", "gb", "mb", "litres", "metres", "am", "pm", "pour", "per",
    "eur", "quid", "gbp", "usd", "chf", "dollars", "balles", "francs", "livres",
];
/// Words before a number that leave no doubt that it is a price, even if it could be a time of day.
const PRICED: &[&str] = &["of", "only", "just", "costs", "pay", "for", "de", "coute", "seulement", "paie", "payez"];

impl Money {
    pub fn new(language: Language) -> Money {
        Money {
            language,
            ranged: regex(&format!(
                r"\b({NUMBER})(?: (?:et|a|ou|and|to|or) | ?- ?){NUMBER} ?(€|£|\$|euros?\b|pounds?\b|quid\b|dollars?\b|livres?\b)"
            )),
            paired: regex(r"\b(\d{1,3}) ([1-9]\d) ?(€|£|euros?\b|pounds?\b|quid\b|dollars?\b)"),
            per_unit: regex(
                r"\b(\d{1,3}) ([1-9]\d)(?:$|[.,?!]| (a|per|each|par|all|tout|in|seulement|only|instead|au) ?(month|year|week|day|mois|an|semaine|jour|total|lieu)?\b)",
            ),
            bare: regex(
                r"\b(\d{1,5}[.,]\d{2})(?: ?(a|per|each|par|tous les|/) ?(month|year|week|day|mois|an|semaine|jour)\b)?",
            ),
            thousands: regex(r"(€|£|\$) ?(\d{1,3}) ?k\b"),
            before: regex(&format!(r"(€|£|\$|\beur|\bgbp|\busd|\bchf) ?({NUMBER})")),
            after: regex(&format!(
                r"\b({NUMBER}) ?(?:d\x27|de )?(€|£|\$|euros?\b|eur\b|francs suisses\b|francs\b|chf\b|balles\b|pounds?\b|gbp\b|quid\b|dollars?\b|usd\b|livres?\b|pence\b|p\b|centimes?\b|cents?\b)(?:(?: ?(?:et |and )?(\d{{1,2}})\b)(?: ?(centimes?|cents?|pence|p)\b)?)?"
            )),
            percentage: regex(&format!(
                r"\b({NUMBER}) ?(?:%|pourcents?\b|pour ?cents?\b|pour 100\b|per ?cent\b|percent\b|pct\b)"
            )),
        }
    }

    /// Prices said without a currency are in that of the call.
    pub fn find(&self, scan: &mut Scan<'_>, currency_of_call: Option<Currency>) {
        scan.each(&self.percentage, |_, found| {
            let (whole_part, decimals) = parts(group(found, 1)?)?;
            let decimals = decimals.trim_end_matches('0');
            let value =
                if decimals.is_empty() { format!("{whole_part}%") } else { format!("{whole_part}.{decimals}%") };
            Some((EntityKind::Percentage, value, whole(found)))
        });
        scan.each(&self.ranged, |_, found| {
            let first = found.get(1)?;
            let cents = cents(first.as_str())?;
            Some((EntityKind::Amount, value(currency(group(found, 2)?).0, cents), first.range()))
        });
        scan.each(&self.thousands, |_, found| {
            let thousands: u64 = group(found, 2)?.parse().ok()?;
            Some((EntityKind::Amount, value(currency(group(found, 1)?).0, thousands * 100_000), whole(found)))
        });
        // "Thirty-four ninety-nine pounds": two numbers said one after the other.
        scan.each(&self.paired, |scan, found| {
            let spoken = scan.spoken(found.get(1)?.range()) && scan.spoken(found.get(2)?.range());
            let cents = cents(&format!("{}.{}", group(found, 1)?, group(found, 2)?))?;
            let code = currency(group(found, 3)?).0;
            spoken.then(|| (EntityKind::Amount, value(code, cents), whole(found)))
        });
        let usual = if self.language == Language::French { Currency::Eur } else { Currency::Gbp };
        let own = currency_of_call.unwrap_or(usual).code();
        scan.each(&self.per_unit, |scan, found| {
            let (first, second) = (found.get(1)?, found.get(2)?);
            let spoken = scan.spoken(first.range()) && scan.spoken(second.range());
            let minutes: u64 = second.as_str().parse().ok()?;
            let dated = ends_with_word(scan.before(first.start()), &["a", "at", "vers", "by", "numero", "number"]);
            // Without "a month", only what cannot be minutes is a price.
            let priced = group(found, 4).is_some() || minutes >= 60;
            let alone = !scan.before(first.start()).trim_end().ends_with(|c: char| c.is_ascii_digit());
            let cents = cents(&format!("{}.{}", first.as_str(), second.as_str()))?;
            (spoken && priced && alone && !dated)
                .then(|| (EntityKind::Amount, value(own, cents), first.start()..second.end()))
        });
        scan.each(&self.bare, |scan, found| {
            let number = found.get(1)?;
            let before = scan.before(number.start()).trim_end();
            let after = scan.after(number.end());
            let part = before
                .ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | ':' | '€' | '£' | '$'))
                || after.trim_start().starts_with(|c: char| c.is_ascii_digit() || matches!(c, '%' | '€' | '£' | '$'))
                || after.starts_with(['.', ',', '/', ':']) && after[1..].starts_with(|c: char| c.is_ascii_digit());
            let measured = starts_with_word(after, UNITS) || starts_with_word(after, MEASURES);
            let per_unit = group(found, 3).is_some();
            let minutes: u64 = number.as_str()[number.as_str().len() - 2..].parse().ok()?;
            let sure = per_unit || currency_of_call.is_some() && (minutes >= 60 || ends_with_word(before, PRICED));
            let cents = cents(number.as_str())?;
            (sure && !part && (per_unit || !measured)).then(|| (EntityKind::Amount, value(own, cents), number.range()))
        });
        scan.each(&self.before, |scan, found| {
            if scan.before(whole(found).start).ends_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
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
                let fits = found.get(4).is_some()
                    || !starts_with_word(scan.after(extra.end()), UNITS)
                        && main % 100 == 0
                        && !scan.after(extra.end()).starts_with(['/', ':']);
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
        "chf" => ("CHF", false),
        word if word.starts_with("franc") => ("CHF", false),
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
