//! Amounts of money as people type them.

use crate::crm::fold::fold;
use crate::locale::Language;
use crate::value::{Amount, Currency};
use regex::Regex;
use std::sync::LazyLock;

const SIGN: &str = r"€|£|\$|euros?|eur|e|gbp|pounds?|livres?(?: sterling)?|cad|dollars? canadiens?|canadian dollars?|usd|dollars?|chf|francs?(?: suisses?)?";

static SHAPE: LazyLock<Regex> = LazyLock::new(|| {
    let shape = format!(
        r"^(?P<minus>[-−]?) ?(?P<before>{SIGN})? ?(?P<minus2>[-−]?)(?P<number>\d[\d .,']*?) ?(?:(?P<after>{SIGN})(?: ?(?P<cents>\d\d))?)?$"
    );
    Regex::new(&shape).expect("the pattern is a constant and a test uses it")
});

/// Reads `29,90 €`, `29.90`, `€29.90`, `EUR 29.90`, `29€90`, `1 299,90 euros`, `1,299.90`. Without a sign it is in `usual`.
/// `None` when it is no amount or could be two (`1.299 €`).
pub fn read(text: &str, usual: Currency, language: Language) -> Option<Amount> {
    let folded = fold(text);
    let found = SHAPE.captures(folded.trim())?;
    let part = |name: &str| found.name(name).map(|part| part.as_str()).filter(|part| !part.is_empty());
    let currency = match (part("before"), part("after")) {
        (None, None) => usual,
        (Some(sign), None) | (None, Some(sign)) => currency(sign, usual),
        (Some(before), Some(after)) if currency(before, usual) == currency(after, usual) => currency(after, usual),
        _ => return None,
    };
    let cents = match part("cents") {
        // `29€90`: the sign stands where the comma would.
        Some(cents) => whole(part("number")?)?.checked_mul(100)?.checked_add(cents.parse().ok()?)?,
        None => decimal(part("number")?, language)?,
    };
    let negative = part("minus").is_some() != part("minus2").is_some();
    Some(Amount { cents: if negative { -cents } else { cents }, currency })
}

fn currency(sign: &str, usual: Currency) -> Currency {
    match sign {
        "£" | "gbp" => Currency::Gbp,
        sign if sign.starts_with("pound") || sign.starts_with("livre") => Currency::Gbp,
        "cad" => Currency::Cad,
        sign if sign.contains("canad") => Currency::Cad,
        // A dollar is the company's own.
        "$" if usual == Currency::Cad => Currency::Cad,
        sign if sign.starts_with("dollar") && usual == Currency::Cad => Currency::Cad,
        "$" | "usd" => Currency::Usd,
        sign if sign.starts_with("dollar") => Currency::Usd,
        sign if sign.starts_with("franc") || sign == "chf" => Currency::Chf,
        _ => Currency::Eur,
    }
}

/// Cents of a number in which `,` or `.` may be the decimal sign, and the other one, spaces and apostrophes group thousands.
fn decimal(number: &str, language: Language) -> Option<i64> {
    let Some(at) = number.rfind(['.', ',']) else { return whole(number)?.checked_mul(100) };
    let (units, rest) = (&number[..at], &number[at + 1..]);
    let sign = &number[at..=at];
    let hundredths = match rest.len() {
        1 if !units.contains(sign) => rest.parse::<i64>().ok()? * 10,
        2 if !units.contains(sign) => rest.parse::<i64>().ok()?,
        // `1,299` is a thousand and more in English; in French it may be a slip, so it is asked again.
        3 if units.contains(sign) || (sign == "," && language == Language::English) => {
            return whole(number)?.checked_mul(100);
        }
        _ => return None,
    };
    whole(units)?.checked_mul(100)?.checked_add(hundredths)
}

/// A whole number; groups, if any, of three digits. At most twelve digits.
fn whole(number: &str) -> Option<i64> {
    let mut groups = number.trim().split([' ', '.', ',', '\'']);
    let mut digits = groups.next()?.to_owned();
    for group in groups {
        if group.len() != 3 || digits.len() > 12 {
            return None;
        }
        digits.push_str(group);
    }
    let grouped = number.trim().len() != digits.len();
    if digits.is_empty() || digits.len() > 12 || (grouped && digits.len() % 3 == 0 && digits.len() < 4) {
        return None;
    }
    digits.parse().ok()
}
