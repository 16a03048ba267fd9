//! Days: in full, without a year, or relative to the day of the call.

use super::scan::{Scan, ends_with_word, group, number, regex, starts_with_word, whole};
use crate::language::EntityKind::Date as DateKind;
use crate::locale::Language;
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use regex::{Captures, Regex};

const MONTHS_FR: &str = "janvier|janv|fevrier|fevr|fev|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept|octobre|oct|novembre|nov|decembre|dec";
const MONTHS_EN: &str = "january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec";
const DAYS_FR: &str = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche";
const DAYS_EN: &str = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";

/// The month of that name or abbreviation.
pub(super) fn month(name: &str, language: Language) -> Option<i8> {
    let starts: [&str; 12] = match language {
        Language::French => ["janv", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec"],
        Language::English => ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
    };
    let all = match language {
        Language::French => MONTHS_FR,
        Language::English => MONTHS_EN,
    };
    all.split('|')
        .any(|known| known == name)
        .then(|| starts.iter().position(|start| name.starts_with(start)))?
        .map(|at| at as i8 + 1)
}

fn weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "lundi" | "monday" => Weekday::Monday,
        "mardi" | "tuesday" => Weekday::Tuesday,
        "mercredi" | "wednesday" => Weekday::Wednesday,
        "jeudi" | "thursday" => Weekday::Thursday,
        "vendredi" | "friday" => Weekday::Friday,
        "samedi" | "saturday" => Weekday::Saturday,
        "dimanche" | "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

/// Finds dates.
#[derive(Debug)]
pub(super) struct Dates {
    language: Language,
    iso: Regex,
    ranged: Regex,
    night: Regex,
    from_now: Regex,
    slashed: Regex,
    day_month: Regex,
    month_day: Regex,
    day_of_relative_month: Regex,
    weekday_and_day: Regex,
    relative: Regex,
    weekday: Regex,
    ahead: Regex,
    ago: Regex,
    day_alone: Regex,
}

impl Dates {
    pub fn new(language: Language) -> Dates {
        let (months, days) = match language {
            Language::French => (MONTHS_FR, DAYS_FR),
            Language::English => (MONTHS_EN, DAYS_EN),
        };
        let units = "jours?|semaines?|fortnight|mois|ans?|annees?|days?|weeks?|months?|years?";
        Dates {
            language,
            ranged: regex(&format!(
                r"\b(?:le |the |du |from )?(\d{{1,2}})(?:st|nd|rd|th|er)?(?: (?:et|au|ou|and|to|or|a)(?: le| the)? | ?- ?)\d{{1,2}}(?:st|nd|rd|th|er)? (?:of )?({months})\b"
            )),
            night: regex(r"\b(last night|hier soir)\b"),
            from_now: regex(&format!(r"\b(\d{{1,3}}|an?) ({units}) from now\b")),
            iso: regex(r"\b(\d{4})-(\d{2})-(\d{2})\b"),
            slashed: regex(r"\b(\d{1,2})(?:/(\d{1,2})(?:/(\d{4}|\d{2}))?|[.-](\d{1,2})[.-](\d{4}))\b"),
            day_month: regex(&format!(
                r"\b(?:(?:{days}),? )?(?:le |the )?(\d{{1,2}})(?:st|nd|rd|th|er)? (?:of )?({months})\b\.?(?:,? (\d{{4}}|(?:19|20) \d{{2}}|[5-9]\d)\b)?"
            )),
            month_day: regex(&format!(
                r"\b(?:(?:{days}),? )?({months})\.? (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (\d{{4}}|(?:19|20) \d{{2}})\b)?"
            )),
            day_of_relative_month: regex(
                r"\b(?:le |the )?(\d{1,2})(?:st|nd|rd|th|er)? (?:du |de |of )(mois prochain|ce mois(?: ci)?|mois dernier|mois|next month|this month|last month|the month)\b",
            ),
            weekday_and_day: regex(&format!(r"\b({days}),? (?:le |the )?(\d{{1,2}})(?:st|nd|rd|th|er)?\b")),
            relative: regex(match language {
                Language::French => {
                    r"\b(apres[ -]demain|avant[ -]hier|demain|aujourd'? ?hui|hier|ce (?:soir|matin|midi)|cet apres[ -]midi)\b"
                }
                Language::English => {
                    r"\b(the day after tomorrow|day after tomorrow|the day before yesterday|tomorrow|tmrw|today|yesterday|tonight|this (?:morning|afternoon|evening))\b"
                }
            }),
            weekday: regex(&match language {
                Language::French => {
                    format!(r"\b({days})(?: (prochain|dernier|en 8|en huit|en 15|passe|de la semaine prochaine))?\b")
                }
                Language::English => {
                    format!(
                        r"\b(?:(next|last|this coming|this|coming|a week on|on) )?({days})(?: (next week|coming|week))?\b"
                    )
                }
            }),
            ahead: regex(&match language {
                Language::French => format!(r"\b(?:dans|d\x27ici) (\d{{1,3}}|une?) ({units})\b"),
                Language::English => format!(r"\bin (?:about )?(\d{{1,3}}|an?) ({units})(?:'s?)?(?: time)?\b"),
            }),
            ago: regex(&match language {
                Language::French => format!(r"\bil y a (?:environ )?(\d{{1,3}}|une?) ({units})\b"),
                Language::English => format!(r"\b(\d{{1,3}}|an?) ({units}) ago\b"),
            }),
            day_alone: regex(match language {
                Language::French => r"\b(?:le|au|du) (\d{1,2})(er)?\b",
                Language::English => r"\bthe (\d{1,2})(st|nd|rd|th)\b",
            }),
        }
    }

    pub fn find(&self, scan: &mut Scan<'_>, today: Option<Date>) {
        let language = self.language;
        scan.each(&self.iso, |_, found| {
            let date = Date::new(number(found, 1)? as i16, number(found, 2)? as i8, number(found, 3)? as i8).ok()?;
            Some((DateKind, date.to_string(), whole(found)))
        });
        scan.each(&self.slashed, |scan, found| {
            if ends_with_word(scan.before(whole(found).start), &["sur", "+", "out of"])
                || scan.after(whole(found).end).starts_with('/')
            {
                return None;
            }
            let day = number(found, 1)?;
            let month = number(found, 2).or(number(found, 4))?;
            let year = number(found, 3).or(number(found, 5));
            let (day, month) = if month > 12 && day <= 12 { (month, day) } else { (day, month) };
            Some((DateKind, value(year, month, day)?, whole(found)))
        });
        scan.each(&self.ranged, |_, found| {
            let month = month(group(found, 2)?, language)?;
            let day = found.get(1)?;
            Some((DateKind, value(None, month.into(), day.as_str().parse().ok()?)?, day.range()))
        });
        scan.each(&self.day_month, |scan, found| {
            let month = month(group(found, 2)?, language)?;
            // "3 mars 64 euros": two digits are a year only where nothing else is counted.
            if let Some(short) = found.get(3).filter(|year| year.as_str().len() == 2)
                && !(scan.after(short.end()).is_empty() || scan.after(short.end()).starts_with(['.', ',', '?', '!']))
            {
                let bytes = whole(found).start..found.get(2)?.end();
                return Some((DateKind, value(None, month.into(), number(found, 1)?)?, bytes));
            }
            Some((DateKind, value(number(found, 3), month.into(), number(found, 1)?)?, whole(found)))
        });
        if language == Language::English {
            scan.each(&self.month_day, |_, found| {
                let month = month(group(found, 1)?, language)?;
                Some((DateKind, value(number(found, 3), month.into(), number(found, 2)?)?, whole(found)))
            });
        }
        let Some(today) = today else {
            return;
        };
        scan.each(&self.day_of_relative_month, |_, found| {
            let next = group(found, 2)?.contains("prochain") || group(found, 2)?.contains("next");
            let first = today.first_of_month();
            let past = group(found, 2)?.contains("dernier") || group(found, 2)?.contains("last");
            let unsaid = matches!(group(found, 2)?, "mois" | "the month");
            if unsaid {
                return next_day_of_month(today, number(found, 1)?)
                    .map(|date| (DateKind, date.to_string(), whole(found)));
            }
            let month = if next {
                first.checked_add(1.month()).ok()?
            } else if past {
                first.checked_add(-1.month()).ok()?
            } else {
                first
            };
            on_day(month, number(found, 1)?).map(|date| (DateKind, date.to_string(), whole(found)))
        });
        scan.each(&self.weekday_and_day, |scan, found| {
            let rest = scan.after(whole(found).end);
            let hour = starts_with_word(rest, &["h", "heures", "heure", "am", "pm", "o'clock", "oclock", "minutes"])
                || rest.starts_with([':', 'h']);
            if hour || found.get(2)?.as_str().len() > 2 {
                return None;
            }
            next_day_of_month(today, number(found, 2)?).map(|date| (DateKind, date.to_string(), whole(found)))
        });
        scan.each(&self.night, |_, found| {
            Some((DateKind, today.checked_add(-1.days()).ok()?.to_string(), whole(found)))
        });
        scan.each(&self.from_now, |_, found| shifted(found, today, 1));
        scan.each(&self.relative, |_, found| {
            let days: i64 = match group(found, 1)? {
                "demain" | "tomorrow" | "tmrw" => 1,
                "hier" | "yesterday" => -1,
                word if word.starts_with("apres") || word.ends_with("after tomorrow") => 2,
                word if word.starts_with("avant") || word.ends_with("before yesterday") => -2,
                _ => 0,
            };
            Some((DateKind, today.checked_add(days.days()).ok()?.to_string(), whole(found)))
        });
        scan.each(&self.ahead, |_, found| shifted(found, today, 1));
        scan.each(&self.ago, |_, found| shifted(found, today, -1));
        scan.each(&self.weekday, |scan, found| {
            let bytes = whole(found);
            if ends_with_word(scan.before(bytes.start), &["du", "tous les", "chaque", "every", "from", "le", "les"])
                && found.get(0)?.as_str().split(' ').count() == 1
                && scan.after(bytes.end).trim_start().starts_with("au")
            {
                return None;
            }
            let (name, how) = match language {
                Language::French => (group(found, 1)?, group(found, 2).unwrap_or("")),
                Language::English => (group(found, 2)?, group(found, 1).or(group(found, 3)).unwrap_or("")),
            };
            let day = weekday(name)?;
            let since = ends_with_word(scan.before(bytes.start), &["depuis", "since", "ever since"]);
            let date = match how {
                "" | "on" if since => today.nth_weekday(-1, day).ok()?,
                "en 8" | "a week on" => today.nth_weekday(1, day).ok()?.checked_add(1.week()).ok()?,
                "en 15" => today.nth_weekday(1, day).ok()?.checked_add(2.weeks()).ok()?,
                "dernier" | "passe" | "last" => today.nth_weekday(-1, day).ok()?,
                "en huit" | "de la semaine prochaine" | "next week" | "week" => {
                    let monday = today.nth_weekday(1, Weekday::Monday).ok()?;
                    monday.checked_add(i64::from(day.to_monday_zero_offset()).days()).ok()?
                }
                _ => today.nth_weekday(1, day).ok()?,
            };
            Some((DateKind, date.to_string(), bytes))
        });
        scan.each(&self.day_alone, |scan, found| {
            let after = scan.after(whole(found).end);
            let unit = after
                .trim_start()
                .chars()
                .next()
                .is_some_and(|c| matches!(c, '%' | '€' | '£' | '$') || c.is_ascii_digit())
                || after.starts_with([',', '.', 'h', ':', '/', '-'])
                    && after[1..].starts_with(|c: char| c.is_ascii_alphanumeric());
            let plain_word = after.trim_start().split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
            let free = plain_word.is_empty()
                || !after.starts_with(' ')
                || [
                    "a", "et", "ou", "au", "entre", "vous", "je", "il", "c", "donc", "pour", "matin", "at", "and",
                    "or", "is", "was", "to", "for", "in", "between", "the", "si", "prochain", "cela", "ca", "dans",
                    "avant", "apres", "on", "i", "we", "you", "if", "by", "est", "sera", "de", "vers", "dernier",
                    "please", "that",
                ]
                .contains(&plain_word);
            let day = number(found, 1)?;
            // "au 12 de la rue" and "le 2 ou le 3" are no days either way; "au 5" alone is too little.
            let weak = !found.get(0)?.as_str().starts_with("le ")
                && !found.get(0)?.as_str().starts_with("the ")
                && found.get(2).is_none();
            if unit || !free || weak {
                return None;
            }
            next_day_of_month(today, day).map(|date| (DateKind, date.to_string(), whole(found)))
        });
    }
}

fn shifted(
    found: &Captures<'_>,
    today: Date,
    sign: i64,
) -> Option<(crate::language::EntityKind, String, std::ops::Range<usize>)> {
    let count = number(found, 1).unwrap_or(1) * sign;
    let unit = group(found, 2)?;
    let span: Span = match unit {
        _ if unit.starts_with("jour") || unit.starts_with("day") => count.days(),
        "fortnight" => (count * 2).weeks(),
        _ if unit.starts_with("semaine") || unit.starts_with("week") => count.weeks(),
        _ if unit == "mois" || unit.starts_with("month") => count.months(),
        _ => count.years(),
    };
    Some((DateKind, today.checked_add(span).ok()?.to_string(), whole(found)))
}

/// ISO with a year, `--MM-DD` without; `None` for a day that does not exist.
fn value(year: Option<i64>, month: i64, day: i64) -> Option<String> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    match year {
        Some(year) => {
            let year = match year {
                0..=49 => year + 2000,
                50..=99 => year + 1900,
                _ => year,
            };
            Date::new(i16::try_from(year).ok()?, month, day).ok().map(|date| date.to_string())
        }
        // 2024 had a 29 February.
        None => Date::new(2024, month, day).ok().map(|_| format!("--{month:02}-{day:02}")),
    }
}

fn on_day(month: Date, day: i64) -> Option<Date> {
    Date::new(month.year(), month.month(), i8::try_from(day).ok()?).ok()
}

/// The first such day of a month from today on.
fn next_day_of_month(today: Date, day: i64) -> Option<Date> {
    (0..3)
        .filter_map(|months: i64| on_day(today.first_of_month().checked_add(months.months()).ok()?, day))
        .find(|date| *date >= today)
}
