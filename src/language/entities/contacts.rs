//! Telephone and contract numbers, e-mail addresses, postal codes.

use super::scan::{Scan, ends_with_word, group, regex, whole};
use crate::language::EntityKind::{ContractNumber, Email, PhoneNumber, PostalCode};
use crate::locale::Language;
use regex::Regex;

/// Words before an address or a number that are no part of it.
const NO_PART: &[&str] = &[
    "le", "la", "est", "is", "no", "it", "the", "a", "du", "de", "by", "c", "s", "mail", "email", "adresse", "address",
    "mon", "my", "votre", "your", "et", "and", "at",
];

/// Finds what one is reached by and filed under.
#[derive(Debug)]
pub(super) struct Contacts {
    language: Language,
    email: Regex,
    spoken_email: Regex,
    joined_email: Regex,
    international: Regex,
    digits: Regex,
    filed: Regex,
    cued: Regex,
    spelled: Regex,
    postal: Regex,
    postal_cued: Regex,
    postal_parted: Regex,
}

impl Contacts {
    pub fn new(language: Language) -> Contacts {
        let (at, dot) = match language {
            Language::French => ("arobase|arobas|at", "point"),
            Language::English => ("at", "dot"),
        };
        let dash = "tiret du bas|tiret bas|tiret|dash|hyphen|underscore";
        let cue = match language {
            Language::French => {
                "contrat|dossier|client|cliente|reference|commande|compte|ticket|facture|police|identifiant|abonne"
            }
            Language::English => "contract|account|customer|order|policy|case|invoice|reference|ticket|booking|file",
        };
        Contacts {
            language,
            email: regex(r"\b[a-z0-9][a-z0-9._+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b"),
            spoken_email: regex(&format!(
                r"\b((?:[a-z0-9] )*[a-z0-9]+(?: ?(?:[._-]|\b(?:{dot}|{dash})\b) ?(?:[a-z0-9] )*[a-z0-9]+)*(?: \d+)?) ?(?:@|\b(?:{at})\b) ?([a-z0-9]+(?: ?(?:-|\b(?:{dash})\b) ?[a-z0-9]+)*(?: ?(?:\.|\b{dot}\b) ?[a-z0-9]+)+)\b"
            )),
            joined_email: regex(&format!(
                r"\b((?:[a-z0-9]+[ ']){{1,4}}?)(?:tout attache|en un (?:seul )?mot|en 1 (?:seul )?mot|all one word|all 1 word|all together|(?:one|1) word) (?:{at}|@) ?([a-z0-9]+(?: ?(?:-|\b(?:{dash})\b) ?[a-z0-9]+)*(?: ?(?:\.|\b{dot}\b) ?[a-z0-9]+)+)\b"
            )),
            international: regex(
                r"(?:\+|\b00|\bplus )(3 ?5 ?[123]|3 ?3|4 ?4|1|3 ?2|4 ?1|4 ?9|3 ?4|3 ?9)[ .-]?(?:\(0\))?((?:[ .-]?\d{1,4}){3,8})\b",
            ),
            digits: regex(r"\b\d{1,5}(?:[ .,-]{1,2}\d{1,4}){2,12}\b|\b\d{10,11}\b|\b\d{5} \d{6}\b|\b\d{4} \d{7}\b"),
            filed: regex(r"\b([a-z]{1,4})[ -]?(\d(?:[ -]?\d){4,11})\b"),
            cued: regex(&format!(
                r"\b(?:{cue})(?:[ :,.]| numero| number| n°| no| ref| reference| client| is| est| c'est| le| bien| votre| your| the| it's| that's){{1,7}}([a-z]{{0,4}}[ -]?\d(?:[ -]?[a-z]{{0,2}}\d){{3,13}})\b"
            )),
            spelled: regex(r"\b((?:[a-z] ){2,4}(?:\d{1,4} ?){2,8})"),
            postal: regex(match language {
                Language::French => r"\b(\d{5})\b",
                Language::English => r"\b([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})\b",
            }),
            postal_parted: regex(r"\b(\d{2}) (\d{3}) [a-z]"),
            postal_cued: regex(match language {
                Language::French => {
                    r"\b(?:code postal|habite|habitez)(?: (?:est|c'est|le|a|de|bien|au)| :)* ((?:\d ?){5})\b"
                }
                Language::English => {
                    r"\b(?:post ?code|zip(?: code)?)(?: (?:is|it's|that's)| :)* ((?:[a-z0-9] ?){5,8})\b"
                }
            }),
        }
    }

    pub fn find(&self, scan: &mut Scan<'_>) {
        self.find_announced_postal(scan);
        scan.each(&self.email, |_, found| Some((Email, found.get(0)?.as_str().to_owned(), whole(found))));
        let language = self.language;
        scan.each(&self.joined_email, |_, found| {
            let words: Vec<&str> = group(found, 1)?.split_whitespace().collect();
            let from = words.iter().rposition(|word| NO_PART.contains(word)).map_or(0, |last| last + 1);
            let domain = spoken(group(found, 2)?);
            let local = words[from..].concat();
            (!local.is_empty()).then(|| (Email, format!("{local}@{domain}"), whole(found)))
        });
        scan.each(&self.spoken_email, |scan, found| {
            let (mut local, mut bytes) = (group(found, 1)?, whole(found));
            // The end of "it's", a preposition: one letter alone before the address is no part of it.
            let mut words = local.split(' ');
            let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
            let alone =
                first.len() == 1 && !second.is_empty() && second.bytes().all(|byte| byte.is_ascii_alphanumeric());
            let joint = ["point", "dot", "tiret", "dash", "hyphen", "underscore"].contains(&second);
            let run = local.split(' ').take_while(|word| word.len() == 1).count();
            let elided = scan.before(bytes.start).ends_with('\'');
            let article = matches!(first, "a" | "y" | "i") && run == 1;
            if alone && !joint && (elided || article) {
                local = &local[first.len() + 1..];
                bytes.start += first.len() + 1;
            }
            Some((Email, format!("{}@{}", spoken(local), spoken(group(found, 2)?)), bytes))
        });
        scan.each(&self.international, |_, found| {
            let digits: String = group(found, 2)?.chars().filter(char::is_ascii_digit).collect();
            let national = digits.trim_start_matches('0');
            (7..=12).contains(&national.len()).then(|| {
                let country = group(found, 1).unwrap_or("").replace(' ', "");
                (PhoneNumber, format!("+{country}{national}"), whole(found))
            })
        });
        scan.each(&self.digits, |_, found| telephone(found.get(0)?.as_str(), whole(found).start, language));
        scan.each(&self.cued, |_, found| {
            let number = found.get(1)?;
            let text = number.as_str();
            let skipped = text.split(' ').next().filter(|word| NO_PART.contains(word)).map_or(0, |word| word.len() + 1);
            let range = number.start() + skipped..number.end();
            filed_under(&text[skipped..]).map(|value| (ContractNumber, value, range))
        });
        scan.each(&self.spelled, |_, found| {
            let text = found.get(1)?.as_str().trim_end();
            let value = filed_under(text)?;
            let enough = value.bytes().filter(u8::is_ascii_digit).count() >= 5;
            enough.then(|| (ContractNumber, value, found.get(1).map_or(0..0, |m| m.start()..m.start() + text.len())))
        });
        scan.each(&self.filed, |scan, found| {
            let letters = found.get(1)?;
            let together = found.get(2)?.start() == letters.end();
            let capitals = letters.range().all(|byte| scan.capital(byte));
            if !(together || capitals) {
                return None;
            }
            filed_under(found.get(0)?.as_str()).map(|value| (ContractNumber, value, whole(found)))
        });
    }

    /// Announced as what it is, it is nothing else.
    fn find_announced_postal(&self, scan: &mut Scan<'_>) {
        let language = self.language;
        scan.each(&self.postal_cued, |_, found| {
            let code = found.get(1)?;
            let text = code.as_str().trim_end();
            let value = postal(text, language)?;
            Some((PostalCode, value, code.start()..code.start() + text.len()))
        });
    }

    /// After amounts and dates, for five digits can be many things.
    pub fn find_postal(&self, scan: &mut Scan<'_>) {
        let language = self.language;
        scan.each(&self.postal_parted, |scan, found| {
            let code = format!("{}{}", group(found, 1)?, group(found, 2)?);
            let bytes = found.get(1)?.start()..found.get(2)?.end();
            (language == Language::French && scan.capital(bytes.end + 1)).then_some((PostalCode, code, bytes))
        });
        scan.each(&self.postal, |scan, found| {
            let bytes = found.get(1)?.range();
            if ends_with_word(scan.before(bytes.start), &["+", "-", "n°", "numero"]) {
                return None;
            }
            Some((PostalCode, postal(found.get(1)?.as_str(), language)?, bytes))
        });
    }
}

fn postal(text: &str, language: Language) -> Option<String> {
    let code: String = text.chars().filter(|c| *c != ' ').collect::<String>().to_uppercase();
    match language {
        Language::French => (code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit())).then_some(code),
        Language::English if code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit()) => Some(code),
        Language::English => {
            let (outward, inward) = code.split_at_checked(code.len().checked_sub(3)?)?;
            let inward_fits =
                inward.as_bytes()[0].is_ascii_digit() && inward.bytes().skip(1).all(|b| b.is_ascii_uppercase());
            let outward_fits = (2..=4).contains(&outward.len())
                && outward.as_bytes()[0].is_ascii_uppercase()
                && outward.bytes().any(|b| b.is_ascii_digit());
            (inward_fits && outward_fits).then(|| format!("{outward} {inward}"))
        }
    }
}

/// Upper case without spaces; at least four digits.
fn filed_under(text: &str) -> Option<String> {
    let value: String = text.chars().filter(|c| c.is_ascii_alphanumeric()).collect::<String>().to_uppercase();
    (value.bytes().filter(u8::is_ascii_digit).count() >= 4).then_some(value)
}

fn spoken(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        match word {
            "point" | "dot" => out.push('.'),
            "tiret" | "dash" | "hyphen" => out.push('-'),
            "underscore" => out.push('_'),
            "bas" if out.ends_with('-') => {
                out.pop();
                out.push('_');
            }
            "du" if out.ends_with('-') => {}
            other => out.push_str(other),
        }
    }
    out
}

/// A national number in E.164, from groups of digits; more groups may follow it.
fn telephone(
    text: &str,
    start: usize,
    language: Language,
) -> Option<(crate::language::EntityKind, String, std::ops::Range<usize>)> {
    let mut digits = String::new();
    let mut ends = Vec::new();
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            digits.push(c);
            let group_ends = !text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
            if group_ends {
                ends.push((digits.len(), at + 1));
            }
        }
    }
    let (lengths, country): (&[usize], &str) = match language {
        Language::French => (&[10], "33"),
        Language::English => (&[11, 10], "44"),
    };
    for length in lengths {
        if let Some((_, end)) = ends.iter().find(|(count, _)| count == length) {
            if let Some(national) = digits[..*length].strip_prefix('0') {
                return (!national.starts_with('0'))
                    .then(|| (PhoneNumber, format!("+{country}{national}"), start..start + end));
            }
            if language == Language::English && *length == 10 && digits.len() == 10 {
                return Some((PhoneNumber, format!("+1{digits}"), start..start + end));
            }
        }
    }
    None
}
