//! Payment card numbers in free text: they never go into a record.

/// Longest and shortest number of a payment card (ISO/IEC 7812).
const LENGTHS: std::ops::RangeInclusive<usize> = 13..=19;

/// True when the text holds what can only be the number of a payment card: 13 to 19 digits, in groups or not (single
/// spaces, dots, dashes between them), a right check digit (Luhn) and the length its issuer uses.
///
/// The issuer's length is what tells a card from other numbers with the same check digit: an IMEI (15 digits) or a
/// SIRET (14 digits).
pub fn holds_card_number(text: &str) -> bool {
    // Digits and where each group of the present run begins.
    let mut digits: Vec<u8> = Vec::new();
    let mut groups: Vec<usize> = Vec::new();
    let mut separators = 0;
    for char in text.chars() {
        if let Some(digit) = decimal_digit(char) {
            if digits.is_empty() || separators > 0 {
                groups.push(digits.len());
            }
            digits.push(digit);
            separators = 0;
        } else {
            separators += 1;
            let joins =
                separators == 1 && matches!(char, ' ' | '.' | '-' | '\u{a0}' | '\u{202f}' | '\u{2011}' | '\u{2013}');
            if !joins && !digits.is_empty() {
                if run_holds_card(&digits, &groups) {
                    return true;
                }
                digits.clear();
                groups.clear();
            }
        }
    }
    run_holds_card(&digits, &groups)
}

fn decimal_digit(char: char) -> Option<u8> {
    match char {
        '0'..='9' => Some(char as u8 - b'0'),
        // Full-width digits, from East Asian keyboards.
        '０'..='９' => Some((char as u32 - '０' as u32) as u8),
        _ => None,
    }
}

/// Tries the stretches that begin and end with a group: an expiry date or a security code may stand beside the number.
fn run_holds_card(digits: &[u8], groups: &[usize]) -> bool {
    groups.iter().enumerate().any(|(at, start)| {
        let ends = groups[at + 1..].iter().copied().chain([digits.len()]);
        // A group has at least one digit, so the number ends after as many groups at most.
        ends.take(*LENGTHS.end()).zip(1..).any(|(end, inner)| {
            let number = &digits[*start..end];
            LENGTHS.contains(&number.len()) && issued(number, inner) && luhn(number)
        })
    })
}

/// Whether an issuer gives numbers of this length to this prefix.
fn issued(number: &[u8], groups: usize) -> bool {
    let two = number[0] * 10 + number[1];
    match number.len() {
        13 => number[0] == 4,
        // Diners Club writes 4-6-4. A SIRET is written 3-3-3-5 or in one go.
        14 => matches!(two, 30 | 36 | 38 | 39) && groups == 3,
        15 => matches!(two, 34 | 37),
        16 => (2..=6).contains(&number[0]),
        _ => matches!(number[0], 4..=6),
    }
}

fn luhn(number: &[u8]) -> bool {
    let sum: u32 = number
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let value = u32::from(*digit) * if at % 2 == 1 { 2 } else { 1 };
            if value > 9 { value - 9 } else { value }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn card_numbers_are_found_however_they_are_written() {
        for text in [
            "4111111111111111",
            "carte 4111 1111 1111 1111 exp 12/27",
            "carte 4111 1111 1111 1111 1227 123",
            "cb:5555-5555-5555-4444",
            "amex 3782 822463 10005.",
            "6011.1111.1111.1117",
            "4111\u{a0}1111\u{a0}1111\u{a0}1111",
            "rappeler au 06 12 34 56 78, 4111 1111 1111 1111",
            "Diners 3056-930902-5904",
        ] {
            assert!(holds_card_number(text), "{text}");
        }
    }

    #[test]
    fn other_long_numbers_are_no_cards() {
        for text in [
            "",
            "06 12 34 56 78",
            "4111 1111 1111 1112",
            "IMEI 490154203237518",
            "SIRET 732 829 320 00074",
            "SIRET 35600000000048",
            "PDL 12345678901234",
            "contrat LT4481907, ticket 20931",
            "14/09/2026 15:30 29,90",
            "4111 1111 et 1111 1111",
        ] {
            assert!(!holds_card_number(text), "{text}");
        }
    }

    #[test]
    fn a_megabyte_of_digits_is_no_burden() {
        assert!(!holds_card_number(&"7 ".repeat(500_000)));
        assert!(!holds_card_number(&"1".repeat(1_000_000)));
    }
}
