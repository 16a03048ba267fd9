//! Rules of law with dates, from `assets/jurisdictions/`: the version in force on the day of the call.

use crate::moves::Move;
use crate::pack::model::{Basis, CallKind, CallScenario};
use include_dir::{Dir, include_dir};
use jiff::ToSpan as _;
use jiff::civil::{Date, Time};
use serde::Deserialize;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/jurisdictions");

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Consent {
    /// Before a commercial call, except within a current contract.
    Required,
    /// Lawful until the person objects.
    OptOut,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    versions: Vec<Law>,
}

/// Days on which nobody may be called.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Holidays {
    /// `12-25`
    fixed: Vec<String>,
    /// Days after Easter Sunday.
    easter: Vec<i32>,
}

/// What holds in one country between two dates.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Law {
    /// First day.
    #[serde(default)]
    effective_from: Option<Date>,
    /// Last day.
    #[serde(default)]
    effective_until: Option<Date>,
    /// Hours in which people may be called, in their local time; empty: any.
    windows: Vec<(Time, Time)>,
    /// 1 = Monday … 7 = Sunday.
    weekdays: Vec<i8>,
    holidays: Holidays,
    /// Within 30 days.
    pub max_attempts: Option<u32>,
    /// Days without a call after a refusal: information for instructors; a single call cannot show it.
    #[allow(dead_code)]
    cool_off_days: Option<u32>,
    pub consent: Consent,
    /// Surveys that sell nothing are bound by the hours and consent too.
    surveys: bool,
    /// To be said at the start of every outbound call.
    pub opening_disclosures: Vec<Move>,
    /// Calls are recorded and both sides must be told.
    pub recording_notice: bool,
    /// Checks that are critical here whatever the scorecard says.
    pub critical_errors: Vec<String>,
}

/// Why a moment is not one to call at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closed {
    Hours,
    Weekday,
    Holiday,
}

/// The jurisdictions known, by name, in order.
pub fn jurisdictions() -> Vec<String> {
    let mut names: Vec<String> = files().map(|file| file.id).collect();
    names.sort();
    names
}

fn files() -> impl Iterator<Item = File> {
    FILES
        .files()
        .filter_map(|file| file.contents_utf8())
        .map(|text| read(text).expect("the jurisdictions are part of the program and a test reads them"))
}

fn read(text: &str) -> Result<File, ron::error::SpannedError> {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME).from_str(text)
}

impl Law {
    /// The law of a jurisdiction on a day.
    pub fn on(jurisdiction: &str, date: Date) -> Option<Law> {
        let file = files().find(|file| file.id == jurisdiction)?;
        file.versions.into_iter().find(|law| {
            law.effective_from.is_none_or(|from| from <= date) && law.effective_until.is_none_or(|until| date <= until)
        })
    }

    /// Is the call of the kind that the rules on prospecting are made for?
    pub fn binds(&self, call: &CallScenario) -> bool {
        call.basis != Basis::NotNeeded && (call.kind != CallKind::Survey || self.surveys)
    }

    /// May this consumer not be called at all?
    pub fn forbids_call(&self, call: &CallScenario) -> bool {
        self.binds(call)
            && (self.closed(call.date, call.time).is_some() || self.lacks_consent(call) || self.attempts_used_up(call))
    }

    pub fn lacks_consent(&self, call: &CallScenario) -> bool {
        self.consent == Consent::Required && call.basis == Basis::Missing
    }

    fn attempts_used_up(&self, call: &CallScenario) -> bool {
        self.max_attempts.is_some_and(|most| u32::from(call.earlier_attempts) >= most)
    }

    /// Why people may not be called at this moment; `None`: they may.
    pub fn closed(&self, date: Date, time: Time) -> Option<Closed> {
        if self.is_holiday(date) {
            Some(Closed::Holiday)
        } else if !self.weekdays.contains(&date.weekday().to_monday_one_offset()) {
            Some(Closed::Weekday)
        } else if !self.windows.is_empty() && !self.windows.iter().any(|(from, until)| (*from..*until).contains(&time))
        {
            Some(Closed::Hours)
        } else {
            None
        }
    }

    fn is_holiday(&self, date: Date) -> bool {
        let day = format!("{:02}-{:02}", date.month(), date.day());
        let easter = easter(date.year());
        self.holidays.fixed.contains(&day)
            || self
                .holidays
                .easter
                .iter()
                .any(|days| easter.and_then(|easter| easter.checked_add(days.days()).ok()) == Some(date))
    }

    /// The hours as people read them: `10:00–13:00, 14:00–20:00`.
    pub fn hours(&self) -> String {
        let written = |time: &Time| format!("{:02}:{:02}", time.hour(), time.minute());
        let windows = self.windows.iter().map(|(from, until)| format!("{}–{}", written(from), written(until)));
        windows.collect::<Vec<_>>().join(", ")
    }
}

/// Easter Sunday in the Gregorian calendar (the "anonymous" algorithm, Nature, 1876).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let correction = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * correction + 114;
    Date::new(year as i16, (days / 31) as i8, (days % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }
    fn time(text: &str) -> Time {
        text.parse().expect("a time")
    }

    #[test]
    fn every_file_reads_and_its_versions_do_not_overlap() {
        assert_eq!(jurisdictions(), ["france", "united_states"]);
        for file in files() {
            for (at, law) in file.versions.iter().enumerate() {
                for later in &file.versions[at + 1..] {
                    assert!(law.effective_until < later.effective_from, "{}: versions overlap", file.id);
                }
            }
        }
    }

    #[test]
    fn easter_is_when_it_was() {
        for (year, day) in [(2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2038, "2038-04-25")] {
            assert_eq!(easter(year), Some(date(day)));
        }
    }

    #[test]
    fn french_hours_days_and_holidays() {
        let law = Law::on("france", date("2026-09-14")).expect("in force");
        let cases = [
            ("2026-09-14", "10:12", None),
            ("2026-09-14", "09:59", Some(Closed::Hours)),
            ("2026-09-14", "13:00", Some(Closed::Hours)),
            ("2026-09-14", "19:59", None),
            ("2026-09-13", "10:12", Some(Closed::Weekday)),
            ("2026-05-25", "10:12", Some(Closed::Holiday)),
            ("2026-11-11", "10:12", Some(Closed::Holiday)),
        ];
        for (day, hour, expected) in cases {
            assert_eq!(law.closed(date(day), time(hour)), expected, "{day} {hour}");
        }
    }

    #[test]
    fn french_consent_is_needed_since_the_eleventh_of_august_2026() {
        assert_eq!(Law::on("france", date("2026-08-10")).map(|law| law.consent), Some(Consent::OptOut));
        assert_eq!(Law::on("france", date("2026-08-11")).map(|law| law.consent), Some(Consent::Required));
        assert!(Law::on("atlantis", date("2026-08-11")).is_none());
    }
}
