//! Durations and moments as a desk shows them.

/// `2:05`, `1:02:05`.
pub fn span(ms: u64) -> String {
    let seconds = ms / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// A moment of the call: `02:05`.
pub fn moment(ms: u64) -> String {
    let seconds = ms / 1000;
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_like_a_clock() {
        assert_eq!(span(0), "0:00");
        assert_eq!(span(125_900), "2:05");
        assert_eq!(span(3_725_000), "1:02:05");
        assert_eq!(moment(65_000), "01:05");
    }
}
