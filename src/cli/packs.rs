//! `headset packs`: what can be played.

use super::{CLEAN, Common, PROBLEMS, library};
use crate::pack;
use crate::wording::Wording;
use serde_json::json;

pub fn run(common: &Common) -> u8 {
    let language = common.language();
    let words = Wording::new(language);
    let mut listed = Vec::new();
    let mut code = CLEAN;
    for origin in library::found(common) {
        let (pack, report) = pack::load_from(&origin);
        let Some(pack) = pack else {
            code = PROBLEMS;
            let count = report.diagnostics().len().to_string();
            eprintln!("{}", words.with("cli-broken-pack", &[("name", &origin.name()), ("count", &count)]));
            continue;
        };
        listed.push(pack);
    }
    if common.json {
        let packs: Vec<_> = listed
            .iter()
            .map(|pack| {
                let calls: Vec<_> = pack
                    .calls
                    .values()
                    .map(|call| json!({ "id": call.id, "title": pack.title(&call.title, language, None) }))
                    .collect();
                let languages: Vec<_> = pack.languages.iter().map(|language| language.code()).collect();
                json!({ "id": pack.id, "title": pack.title(&pack.title, language, None), "languages": languages, "calls": calls })
            })
            .collect();
        println!("{}", serde_json::Value::from(packs));
    } else {
        for pack in &listed {
            println!("{}  {}", pack.id, pack.title(&pack.title, language, None));
            for call in pack.calls.values() {
                println!("  {}/{}  {}", pack.id, call.id, pack.title(&call.title, language, None));
            }
        }
    }
    code
}
