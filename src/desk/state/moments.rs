//! Moments outside calls: when an attempt was started.

/// The present moment, UTC, as the records keep it.
pub fn now() -> String {
    jiff::Timestamp::now().round(jiff::Unit::Second).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_string()
}

/// How long ago something was. Said in this way, it needs no time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ago {
    /// Less than a minute, in the future, or not to be read.
    Now,
    /// 1 to 59.
    Minutes(i64),
    /// Whole hours, 1 to 23.
    Hours(i64),
    /// Whole days, from 1.
    Days(i64),
}

impl Ago {
    /// Key of its words and the number in them.
    pub fn words(self) -> (&'static str, i64) {
        match self {
            Ago::Now => ("ago-now", 0),
            Ago::Minutes(count) => ("ago-minutes", count),
            Ago::Hours(count) => ("ago-hours", count),
            Ago::Days(count) => ("ago-days", count),
        }
    }
}

/// How long before `now` a moment was (both as the records keep them).
pub fn ago(moment: &str, now: &str) -> Ago {
    let (Ok(moment), Ok(now)) = (moment.parse::<jiff::Timestamp>(), now.parse::<jiff::Timestamp>()) else {
        return Ago::Now;
    };
    match (now.as_second() - moment.as_second()) / 60 {
        ..=0 => Ago::Now,
        minutes @ 1..60 => Ago::Minutes(minutes),
        minutes @ 60..1_440 => Ago::Hours(minutes / 60),
        minutes => Ago::Days(minutes / 1_440),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_past_is_told_in_the_largest_unit() {
        let now = "2026-11-23T14:00:00Z";
        for (moment, expected) in [
            ("2026-11-23T13:59:30Z", Ago::Now),
            ("2026-11-23T13:55:00Z", Ago::Minutes(5)),
            ("2026-11-23T11:00:00Z", Ago::Hours(3)),
            ("2026-11-20T15:00:00Z", Ago::Days(2)),
            ("2027-01-01T00:00:00Z", Ago::Now),
            ("rubbish", Ago::Now),
        ] {
            assert_eq!(ago(moment, now), expected, "{moment}");
        }
    }
}
