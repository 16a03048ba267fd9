//! Times of day as people type them.

use crate::crm::fold::fold;
use jiff::civil::Time;
use regex::Regex;
use std::sync::LazyLock;

static SHAPE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)^(?:a|at|vers)?\ ?
        (?P<hour>\d{1,2}) \ ?(?:(?:h|heures?|:|\.)\ ?(?P<minute>\d{1,2})?(?::\d\d)?)? (?:\ ?(?:mn|min|minutes?))?
        \ ?(?P<half>am|pm|a\.m\.?|p\.m\.?|o'clock|du\ matin|de\ l'apres-midi|du\ soir)?$",
    )
    .expect("the pattern is a constant and a test uses it")
});

/// Reads `14h30`, `14 h 30`, `14:30`, `14h`, `1430`, `2:30 pm`, `2pm`, `midi`, `noon`.
pub fn read(text: &str) -> Option<Time> {
    let folded = fold(text);
    let text = folded.trim();
    match text {
        "midi" | "noon" => return Time::new(12, 0, 0, 0).ok(),
        "minuit" | "midnight" => return Time::new(0, 0, 0, 0).ok(),
        _ => {}
    }
    if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Time::new(text[..2].parse().ok()?, text[2..].parse().ok()?, 0, 0).ok();
    }
    let found = SHAPE.captures(text)?;
    let hour: i8 = found.name("hour")?.as_str().parse().ok()?;
    let minute: i8 = found.name("minute").map_or(Some(0), |minute| minute.as_str().parse().ok())?;
    let hour = match found.name("half").map(|half| half.as_str()) {
        Some("am" | "a.m" | "a.m." | "du matin") if (1..=12).contains(&hour) => hour % 12,
        Some("pm" | "p.m" | "p.m." | "de l'apres-midi" | "du soir") if (1..=12).contains(&hour) => hour % 12 + 12,
        Some("am" | "a.m" | "a.m." | "pm" | "p.m" | "p.m.") => return None,
        _ => hour,
    };
    Time::new(hour, minute, 0, 0).ok()
}
