//! Telephone numbers as people type them, into E.164.

/// A country whose numbers are written without a country code at home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    France,
    Britain,
    /// United States and Canada.
    NorthAmerica,
}

impl Region {
    /// The first one is the default.
    pub const ALL: [Region; 3] = [Region::France, Region::Britain, Region::NorthAmerica];

    /// `+33`
    pub fn prefix(self) -> &'static str {
        match self {
            Region::France => "+33",
            Region::Britain => "+44",
            Region::NorthAmerica => "+1",
        }
    }

    /// True for the digits of a number without country code and without the leading 0. Lengths: national numbering plans.
    fn accepts(self, digits: &str) -> bool {
        let first = digits.bytes().next().unwrap_or(b'0');
        match self {
            Region::France => digits.len() == 9 && first != b'0',
            Region::Britain => matches!(digits.len(), 9 | 10) && first != b'0',
            Region::NorthAmerica => digits.len() == 10 && first >= b'2',
        }
    }
}

/// Reads `06 12 34 56 78`, `06.12.34.56.78`, `+33 (0)6 12 34 56 78`, `0033612345678`; a number without country code is `region`'s.
pub fn read(text: &str, region: Region) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix("tel:").unwrap_or(text).replace("(0)", "");
    let mut digits = String::new();
    for (at, char) in text.trim().char_indices() {
        match char {
            '0'..='9' => digits.push(char),
            '+' if at == 0 => {}
            ' ' | '.' | '-' | '(' | ')' | '/' | '\u{a0}' | '\u{202f}' | '\u{2011}' | '\u{2013}' => {}
            _ => return None,
        }
    }
    let international = if text.trim().starts_with('+') { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    match international {
        Some(digits) => {
            for region in Region::ALL {
                if let Some(rest) = digits.strip_prefix(&region.prefix()[1..]) {
                    // `+33 06 …`: a slip that has one meaning only.
                    let rest =
                        if region == Region::NorthAmerica { rest } else { rest.strip_prefix('0').unwrap_or(rest) };
                    return region.accepts(rest).then(|| format!("{}{rest}", region.prefix()));
                }
            }
            // E.164: at most fifteen digits, no country code begins with 0.
            ((7..=15).contains(&digits.len()) && !digits.starts_with('0')).then(|| format!("+{digits}"))
        }
        None => {
            let rest = match region {
                Region::NorthAmerica => digits.strip_prefix('1').filter(|rest| rest.len() == 10).unwrap_or(&digits),
                _ => digits.strip_prefix('0')?,
            };
            region.accepts(rest).then(|| format!("{}{rest}", region.prefix()))
        }
    }
}
