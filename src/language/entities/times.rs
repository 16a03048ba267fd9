//! Times of day and lengths of time.

use super::scan::{Scan, ends_with_word, group, number, regex, starts_with_word, whole};
use crate::language::EntityKind::{Duration, Time};
use crate::locale::Language;
use regex::Regex;

/// Finds times and durations.
#[derive(Debug)]
pub(super) struct Times {
    language: Language,
    colon: Regex,
    hours_fr: Regex,
    noon: Regex,
    half_day: Regex,
    past: Regex,
    oclock: Regex,
    at: Regex,
    odd: Regex,
    long: Regex,
    ranged: Regex,
    hours_minutes: Regex,
    part_of_day: Regex,
    halves: Regex,
    military: Regex,
    single: Regex,
}

/// Words before an hour that make it a time of day.
const AT_FR: &[&str] = &[
    "a",
    "vers",
    "des",
    "avant",
    "apres",
    "entre",
    "et",
    "jusqu'a",
    "jusqu a",
    "ou",
    "pour",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "demain",
    "matin",
    "midi",
    "soir",
    "aux alentours de",
    "de",
];
/// Words before hours that make them a length of time.
const LONG_FR: &[&str] = &[
    "pendant",
    "durant",
    "sous",
    "dans",
    "dure",
    "depuis",
    "en",
    "environ",
    "d'ici",
    "moins de",
    "plus de",
    "toutes les",
    "les",
    "delai de",
    "les prochaines",
    "attendre",
    "au bout de",
    "quelques",
];

impl Times {
    pub fn new(language: Language) -> Times {
        Times {
            language,
            colon: regex(r"\b([01]?\d|2[0-3])[:.]([0-5]\d) ?(am|pm|a\.m\.?|p\.m\.?)?\b"),
            hours_fr: regex(
                r"\b(\d{1,2}) ?(?:heures?|h)(?: ?([0-5]?\d)\b| (et demie?|et quart|et 1 quart|moins le quart|moins (\d{1,2})))?(?: (du matin|de l'apres[ -]midi|du soir))?",
            ),
            noon: regex(r"\b(midi|minuit|noon|midday|midnight)(?: (et demie?|et quart|moins le quart))?\b"),
            half_day: regex(r"\b(1[0-2]|0?[1-9])(?:[ :.]([0-5]\d))? ?(am|pm|a\.m\.?|p\.m\.?)(?:\b|$| )"),
            past: regex(
                r"\b(half|a quarter|quarter|5|10|20|25)(?: minutes)? (past|to) (\d{1,2})\b(?: in the (morning|afternoon|evening))?",
            ),
            oclock: regex(r"\b(\d{1,2}) ?o'? ?clock\b(?: in the (morning|afternoon|evening))?"),
            at: regex(
                r"\b(?:at|by|around|before|after|until|between|from|till|and|or|to) (1[0-2]|[1-9])(?: ([0-5]\d|0 \d))?\b(?: in the (morning|afternoon|evening))?",
            ),
            ranged: regex(
                r"\b(\d{1,3})(?: (?:a|et|ou|to|and|or) | ?- ?)\d{1,3}[ -](secondes?|seconds?|minutes?|mins?|heures|hours?|jours?|days?|semaines?|weeks?|mois|months?|ans|years?|working days|business days)\b",
            ),
            hours_minutes: regex(r"\b(\d{1,2}) ?h ?([0-5]\d)\b"),
            part_of_day: regex(r"\b(1[0-2]|[1-9])(?: ([0-5]\d))? (?:in the (morning|afternoon|evening)|at (night))\b"),
            halves: regex(r"\bhalf (1[0-2]|[1-9])\b(?: in the (morning|afternoon|evening))?"),
            military: regex(r"\b(?:(1[3-9]|2[0-3]) (00|15|30|45)|(1[3-9]|2[0-3])00 hours)\b"),
            single: regex(
                r"\b(?:for|takes?|lasts?|within|only|after|under|over|nearly|almost|than|wait|about|another|whole) (an? (?:whole )?(week|month|year|day|minute|fortnight|hour))\b|^(an? (week|month|year|day|minute|fortnight))$",
            ),
            odd: regex(
                r"\b(?:(?:1|une?) )?(demi[ -]?heure|3 quarts d'heure|quart d'heure|half an hour|half hour|3 quarters of an hour|quarter of an hour|an hour and a half|1 hour and a half|an hour|1 and a half hours|1\.5 hours|couple of (?:minutes|days|weeks))\b",
            ),
            long: regex(
                r"\b(\d{1,4})(?:[.,](5))?(?: petites?| longues?| working| business| full| long| whole)? ?-?(secondes?|seconds?|secs?|minutes?|mins?|min|mn|heures?|hours?|hrs?|h|jours?|days?|semaines?|weeks?|mois|months?|ans?|annees?|years?)\b(?: ?(?:and |et )?(\d{1,2}) ?(?:minutes?|mins?|min|mn)\b| (et demie?))?",
            ),
        }
    }

    pub fn find(&self, scan: &mut Scan<'_>) {
        scan.each(&self.ranged, |scan, found| {
            let count = found.get(1)?;
            let clock = ends_with_word(scan.before(count.start()), &["at", "a"]);
            let unit = group(found, 2)?;
            let sum = unit_letter(unit);
            let time = if is_small(unit) { "T" } else { "" };
            (!clock).then(|| (Duration, format!("P{time}{}{sum}", count.as_str()), count.range()))
        });
        scan.each(&self.hours_minutes, |scan, found| {
            let before = scan.before(whole(found).start);
            let long = ends_with_word(before, LONG_FR)
                || ends_with_word(before, &["takes", "take", "lasts", "for", "about", "prend"])
                || self.language == Language::English && before.trim().is_empty();
            long.then(|| {
                (
                    Duration,
                    format!("PT{}H{}M", group(found, 1).unwrap_or(""), group(found, 2).unwrap_or("")),
                    whole(found),
                )
            })
        });
        scan.each(&self.single, |_, found| {
            let (bytes, unit) = (found.get(1).or(found.get(3))?.range(), group(found, 2).or(group(found, 4))?);
            let value = match unit {
                "fortnight" => "P2W".to_owned(),
                "hour" | "minute" => format!("PT1{}", unit_letter(unit)),
                _ => format!("P1{}", unit_letter(unit)),
            };
            Some((Duration, value, bytes))
        });
        scan.each(&self.colon, |_, found| {
            let dotted = found.get(0)?.as_str().contains('.');
            if dotted && group(found, 3).is_none() {
                return None;
            }
            let mut hour = half(number(found, 1)?, group(found, 3));
            let bare = group(found, 3).is_none() && group(found, 1)?.len() == 1;
            if self.language == Language::English && bare && (1..=6).contains(&hour) {
                hour += 12;
            }
            Some((Time, clock(hour, number(found, 2)?)?, whole(found)))
        });
        scan.each(&self.noon, |scan, found| {
            let name = group(found, 1)?;
            if name == "midi"
                && group(found, 2).is_none()
                && ends_with_word(scan.before(whole(found).start).trim_end_matches('-'), &["apres"])
            {
                return None;
            }
            let hour = if name.starts_with("midn") || name == "minuit" { 0 } else { 12 };
            let (hour, minute) = fraction(hour, group(found, 2), None)?;
            Some((Time, clock(hour, minute)?, whole(found)))
        });
        match self.language {
            Language::French => self.find_french(scan),
            Language::English => self.find_english(scan),
        }
        scan.each(&self.odd, |_, found| {
            let value = match group(found, 1)? {
                "half an hour" | "half hour" => "PT30M",
                "quart d'heure" | "quarter of an hour" => "PT15M",
                "3 quarts d'heure" | "3 quarters of an hour" => "PT45M",
                "an hour and a half" | "1 hour and a half" | "1 and a half hours" | "1.5 hours" => "PT1H30M",
                "an hour" => "PT1H",
                "couple of minutes" => "PT2M",
                "couple of days" => "P2D",
                "couple of weeks" => "P2W",
                _ => "PT30M",
            };
            Some((Duration, value.to_owned(), whole(found)))
        });
        scan.each(&self.long, |_, found| {
            let count = number(found, 1)?;
            let unit = group(found, 3)?;
            let letter = unit_letter(unit);
            let small = is_small(unit);
            let mut value = format!("P{}{count}{letter}", if small { "T" } else { "" });
            if let Some(minutes) = number(found, 4).filter(|_| letter == 'H') {
                value.push_str(&format!("{minutes}M"));
            } else if group(found, 2).is_some() || group(found, 5).is_some() {
                match letter {
                    'H' => value.push_str("30M"),
                    'Y' => value.push_str("6M"),
                    _ => {}
                }
            }
            Some((Duration, value, whole(found)))
        });
    }

    fn find_french(&self, scan: &mut Scan<'_>) {
        scan.each(&self.hours_fr, |scan, found| {
            let bytes = whole(found);
            let hour = number(found, 1)?;
            let follows = scan.after(bytes.end);
            if follows.starts_with(|c: char| c.is_ascii_alphanumeric()) || hour > 24 {
                return None;
            }
            let before = scan.before(bytes.start);
            let minutes = number(found, 2);
            let counted = starts_with_word(follows, &["minutes", "min", "mn"]);
            let precise = minutes.is_some() && !counted || group(found, 3).is_some() || group(found, 5).is_some();
            let at = ends_with_word(before, AT_FR) || before.trim_end().ends_with(|c: char| c.is_ascii_digit());
            let whole_text = before.trim().is_empty() && follows.trim().is_empty() && (13..=23).contains(&hour);
            let halved = group(found, 3).is_some_and(|words| words.starts_with("et d")) && hour <= 3 && !at;
            if ends_with_word(before, LONG_FR) || counted || halved || !(precise || at || whole_text) {
                return None;
            }
            let evening = before.contains("soir") && group(found, 5).is_none() && (5..12).contains(&hour);
            let hour = if evening { hour + 12 } else { hour };
            let (hour, fraction) = fraction(hour, group(found, 3), number(found, 4))?;
            let spoken = !scan.written(bytes.clone()).starts_with(|c: char| c.is_ascii_digit());
            let hour = match group(found, 5) {
                Some("du matin") => hour,
                Some(_) if hour < 12 => hour + 12,
                // Nobody is called at three in the morning: "à trois heures" is in the afternoon.
                None if spoken && (1..=7).contains(&hour) => hour + 12,
                _ => hour,
            };
            Some((Time, clock(hour, minutes.unwrap_or(fraction))?, bytes))
        });
    }

    fn find_english(&self, scan: &mut Scan<'_>) {
        scan.each(&self.military, |scan, found| {
            let hour = number(found, 1).or(number(found, 3))?;
            let priced = starts_with_word(scan.after(whole(found).end), &["a", "per", "pounds", "euros", "each"]);
            let alone = !scan.before(whole(found).start).trim_end().ends_with(|c: char| c.is_ascii_digit());
            (scan.spoken(whole(found)) && !priced && alone)
                .then(|| clock(hour, number(found, 2).unwrap_or(0)))
                .flatten()
                .map(|time| (Time, time, whole(found)))
        });
        scan.each(&self.halves, |_, found| {
            Some((Time, clock(office(number(found, 1)?, group(found, 2)), 30)?, whole(found)))
        });
        scan.each(&self.half_day, |_, found| {
            let hour = half(number(found, 1)?, group(found, 3));
            let bytes = whole(found);
            let end = bytes.start + found.get(0)?.as_str().trim_end().len();
            Some((Time, clock(hour, number(found, 2).unwrap_or(0))?, bytes.start..end))
        });
        scan.each(&self.past, |_, found| {
            let minutes = match group(found, 1)? {
                "half" => 30,
                "quarter" | "a quarter" => 15,
                other => other.parse().ok()?,
            };
            let hour = office(number(found, 3)?, group(found, 4));
            let total = if group(found, 2)? == "past" { hour * 60 + minutes } else { hour * 60 - minutes };
            if !(1..=12).contains(&number(found, 3)?) || total < 0 {
                return None;
            }
            Some((Time, clock(total / 60, total % 60)?, whole(found)))
        });
        scan.each(&self.part_of_day, |_, found| {
            let hour = office(number(found, 1)?, group(found, 3).or(group(found, 4)));
            Some((Time, clock(hour, number(found, 2).unwrap_or(0))?, whole(found)))
        });
        scan.each(&self.oclock, |_, found| {
            Some((Time, clock(office(number(found, 1)?, group(found, 2)), 0)?, whole(found)))
        });
        scan.each(&self.at, |scan, found| {
            let bytes = whole(found);
            let hour = found.get(1)?;
            let joined = ["and ", "or ", "to ", "by "]
                .iter()
                .any(|word| found.get(0).is_some_and(|m| m.as_str().starts_with(word)));
            let other_time = scan.before(bytes.start).contains("between ")
                || scan.before(bytes.start).contains("from ")
                || scan.before(bytes.start).contains("at ");
            let rest = scan.after(bytes.end);
            let alone = rest.trim_start().is_empty()
                || rest.starts_with([',', '.', '?', '!', ';']) && !rest[1..].starts_with(|c: char| c.is_ascii_digit())
                || starts_with_word(
                    rest,
                    &[
                        "and",
                        "at",
                        "or",
                        "on",
                        "tomorrow",
                        "then",
                        "please",
                        "today",
                        "would",
                        "is",
                        "if",
                        "for",
                        "work",
                        "ok",
                        "suit",
                        "to",
                        "this",
                        "next",
                        "monday",
                        "tuesday",
                        "wednesday",
                        "thursday",
                        "friday",
                        "saturday",
                        "does",
                    ],
                );
            if (joined && !other_time) || !alone {
                return None;
            }
            let end = bytes.end;
            let mut hour_said = office(number(found, 1)?, group(found, 3));
            let tonight = scan.before(bytes.start).contains("tonight") || scan.before(bytes.start).contains("evening");
            if tonight && group(found, 3).is_none() && hour_said < 12 {
                hour_said += 12;
            }
            Some((Time, clock(hour_said, number(found, 2).unwrap_or(0))?, hour.start()..end))
        });
    }
}

fn unit_letter(unit: &str) -> char {
    match unit {
        _ if unit.starts_with("semaine") || unit.starts_with("week") => 'W',
        _ if unit.starts_with("sec") => 'S',
        "mois" => 'M',
        _ if unit.starts_with('m') => 'M',
        _ if unit.starts_with('h') => 'H',
        _ if unit.starts_with('j') || unit.starts_with('d') => 'D',
        _ => 'Y',
    }
}

/// Shorter than a day.
fn is_small(unit: &str) -> bool {
    unit.starts_with("sec") || unit.starts_with("min") || unit == "mn" || unit.starts_with('h')
}

fn clock(hour: i64, minute: i64) -> Option<String> {
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then(|| format!("{hour:02}:{minute:02}"))
}

fn half(hour: i64, mark: Option<&str>) -> i64 {
    match mark.map(|m| m.starts_with('p')) {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    }
}

/// An hour on a twelve-hour clock, said in office hours unless the part of the day is named.
fn office(hour: i64, part: Option<&str>) -> i64 {
    match part {
        Some("morning") => hour,
        Some(_) if hour < 12 => hour + 12,
        None if (1..=7).contains(&hour) => hour + 12,
        _ => hour,
    }
}

fn fraction(hour: i64, words: Option<&str>, minus: Option<i64>) -> Option<(i64, i64)> {
    Some(match (words, minus) {
        (_, Some(minutes)) => (hour - 1, 60 - minutes),
        (Some(words), _) if words.starts_with("et d") => (hour, 30),
        (Some(words), _) if words.starts_with("et") => (hour, 15),
        (Some(_), _) => (hour - 1, 45),
        (None, None) => (hour, 0),
    })
}
