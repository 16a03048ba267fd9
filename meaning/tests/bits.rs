//! The exact bits of a hundred meanings: scores hang on them, on every machine.

use headset_meaning::Encoder;
use std::fmt::Write;

/// FNV-1a of the numbers.
fn sum(numbers: &[i16]) -> u64 {
    numbers
        .iter()
        .flat_map(|n| n.to_le_bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Lines `sum<TAB>phrase`. With `HEADSET_BLESS` set, the file is written anew: only after the encoder was changed on purpose.
#[test]
fn the_same_bits_as_ever() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/language/meanings.tsv");
    let known = std::fs::read_to_string(path).expect("the file is part of the repository");
    let encoder = Encoder::new();
    let mut now = String::new();
    for (_, phrase) in known.lines().filter_map(|line| line.split_once('\t')) {
        let _ = writeln!(now, "{:016x}\t{phrase}", sum(encoder.meaning(phrase).numbers()));
    }
    if std::env::var_os("HEADSET_BLESS").is_some() {
        std::fs::write(path, now).expect("writable");
        return;
    }
    assert!(known.lines().count() >= 100);
    assert_eq!(known, now);
}

#[test]
fn near_whatever_the_words_or_the_language() {
    let encoder = Encoder::new();
    let near = |a: &str, b: &str| encoder.meaning(a).likeness(&encoder.meaning(b));
    let refund = "je vous rembourse la somme prélevée";
    assert!(near(refund, "you will get your money back") > near(refund, "you will get a new box"));
    assert!(near(refund, refund) > 0.999);
    let runs = encoder.meanings(&["bonjour madame", "que puis-je faire pour vous ?"], &[0..1, 0..2]);
    assert!(runs[1].likeness(&encoder.meaning("bonjour madame que puis-je faire pour vous ?")) > 0.9);
    assert_eq!(runs[0], encoder.meaning("bonjour madame"));
}

#[test]
fn any_text_has_a_meaning() {
    let encoder = Encoder::new();
    for text in ["", " ", "\u{0}", "日本語テキスト", "😀😀😀", "a\u{301}\u{fdfa}", &"long ".repeat(100_000)]
    {
        assert_eq!(encoder.meaning(text).numbers().len(), headset_meaning::DIMENSIONS, "{text:.20}");
    }
    assert!(encoder.meanings(&["a"], &[0..0, 3..9]).len() == 2);
}
