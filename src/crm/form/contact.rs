//! E-mail addresses and postal codes as people type them.

/// An address in lower case, or `None` when no mail could reach it.
pub fn email(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches("mailto:").trim_matches(['<', '>', ' ']).to_lowercase();
    let (local, domain) = text.split_once('@')?;
    let allowed = |char: char| char.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(char);
    let local_ok = (1..=64).contains(&local.len())
        && local.chars().all(allowed)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    let label_ok = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|char| char.is_alphanumeric() || char == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let labels: Vec<&str> = domain.split('.').collect();
    let last_ok = labels.last().is_some_and(|last| last.chars().count() >= 2 && last.chars().all(char::is_alphabetic));
    (local_ok && text.len() <= 254 && labels.len() >= 2 && labels.iter().all(|label| label_ok(label)) && last_ok)
        .then_some(text)
}

/// `69003`, `SW1A 1AA`, `10001-1234`: upper case, spaces only where the country has them.
pub fn postal_code(text: &str) -> Option<String> {
    let upper = text.trim().to_uppercase();
    let compact: String = upper.chars().filter(|char| *char != ' ').collect();
    let compact = compact.strip_prefix("F-").unwrap_or(&compact);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits(compact) {
        return (4..=6).contains(&compact.len()).then(|| compact.to_owned());
    }
    if !compact.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return None;
    }
    if let Some((zip, extension)) = compact.split_once('-') {
        return (digits(zip) && digits(extension) && zip.len() + extension.len() <= 9).then(|| compact.to_owned());
    }
    // Britain and Canada: the last three are digit, letter, letter or digit, letter, digit.
    let (outward, inward) = compact.split_at(compact.len().checked_sub(3)?);
    let has_letter = outward.starts_with(|char: char| char.is_ascii_alphabetic());
    let inward_ok = inward.as_bytes()[0].is_ascii_digit();
    ((2..=4).contains(&outward.len()) && has_letter && inward_ok).then(|| format!("{outward} {inward}"))
}
