use std::path::Path;
#[test]
fn base() {
    let (pack, report) = headset::pack::load(Path::new("tests/data/packs/base"));
    println!(
        "{}",
        headset::wording::text(&report, &headset::wording::Wording::new(headset::locale::Language::English))
    );
    assert!(pack.is_some());
    assert!(report.is_clean());
}
