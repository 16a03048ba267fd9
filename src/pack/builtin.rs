//! What the program itself brings that packs refer to: jurisdictions, checks of the default scorecard, stock lines.

use super::model::Variant;
use crate::id::LineId;
use crate::locale::Language;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;

static JURISDICTIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/jurisdictions");
static SCORECARDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/scorecards");
static STOCK: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/stock");

/// Names of the jurisdictions whose rules the program knows.
pub fn jurisdictions() -> impl Iterator<Item = &'static str> {
    JURISDICTIONS.files().filter_map(|file| file.path().to_str()?.strip_suffix(".ron"))
}

/// Ids of the checks of the default scorecard.
pub fn checks() -> Vec<String> {
    let text = SCORECARDS.get_file("default.ron").and_then(|file| file.contents_utf8()).unwrap_or("");
    let mut ids = Vec::new();
    if let Ok(value) = super::read::options().from_str::<ron::Value>(text) {
        collect_ids(&value, &mut ids);
    }
    ids
}

fn collect_ids(value: &ron::Value, ids: &mut Vec<String>) {
    match value {
        ron::Value::Map(map) => {
            for (key, value) in map.iter() {
                match (key, value) {
                    (ron::Value::String(key), ron::Value::String(id)) if key == "id" => ids.push(id.clone()),
                    _ => collect_ids(value, ids),
                }
            }
        }
        ron::Value::Seq(items) => items.iter().for_each(|item| collect_ids(item, ids)),
        ron::Value::Option(Some(item)) => collect_ids(item, ids),
        _ => {}
    }
}

/// The lines every customer can need, `stock.<name>` → variants.
pub fn stock(language: Language) -> BTreeMap<LineId, Vec<Variant>> {
    let text = STOCK.get_file(format!("{}.ron", language.code())).and_then(|file| file.contents_utf8()).unwrap_or("{}");
    let lines: BTreeMap<String, Vec<String>> = super::read::options().from_str(text).unwrap_or_default();
    lines
        .into_iter()
        .map(|(name, variants)| {
            let variants = variants.iter().filter_map(|text| Variant::parse(text).ok()).collect();
            (LineId::new(format!("stock.{name}")), variants)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mood::Mood;
    use crate::pack::stock::StockLine;

    #[test]
    fn every_stock_line_can_be_said_in_every_mood_and_language() {
        for language in Language::ALL {
            let file = STOCK.get_file(format!("{}.ron", language.code())).expect("the stock file");
            let text = file.contents_utf8().expect("UTF-8");
            let lines: BTreeMap<String, Vec<String>> = super::super::read::options().from_str(text).expect("valid RON");
            for (name, variants) in &lines {
                assert!(StockLine::from_name(name).is_some(), "{language}: {name}");
                for text in variants {
                    let variant = Variant::parse(text).expect(text);
                    for name in variant.template.variables() {
                        assert!(["company", "operator", "today"].contains(&name), "{language}: {text}");
                    }
                }
            }
            let stock = stock(language);
            for line in StockLine::ALL {
                let variants = stock.get(&line.line()).unwrap_or_else(|| panic!("{language}: {}", line.name()));
                for level in [0, 20, 39, 40, 50, 60, 100] {
                    let mood = Mood { patience: level, trust: level, confusion: level, interest: level };
                    let fitting = variants.iter().filter(|variant| variant.fits(mood)).count();
                    assert!(fitting >= 2, "{language}: {} at {level}: {fitting}", line.name());
                }
            }
        }
    }
}
