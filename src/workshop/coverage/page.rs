//! The coverage of a pack as a page of its own: one HTML file that needs nothing else.

use super::{Band, CallCoverage, Coverage};
use crate::level::Level;
use crate::score::Points;
use crate::wording::Wording;
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = "
:root { color-scheme: light dark; --line: #8886; --bad: #c0392b; --good: #1e8449; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bad { color: var(--bad); } .good { color: var(--good); }
meter { width: 16rem; height: 1.2rem; vertical-align: middle; }
code { font: 13px ui-monospace, monospace; }
";

/// The page in the language of the words.
pub fn page(coverage: &Coverage, words: &Wording) -> String {
    let title = words.with("coverage-title", &[("pack", coverage.pack.as_str())]);
    let markup = html! {
        (DOCTYPE)
        html lang=(words.language().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (title) }
                p {
                    meter min="0" max="100" low="80" high="95" optimum="100" value=(coverage.said_percent) {}
                    " " (super::text::headline(coverage, words))
                }
                (calls(coverage, words))
                (lists(coverage, words))
            }
        }
    };
    markup.into_string()
}

fn calls(coverage: &Coverage, words: &Wording) -> Markup {
    html! {
        table {
            thead { tr {
                @for key in ["call", "best", "expert", "careless", "apart", "novice", "variety"] {
                    th { (words.text(&format!("coverage-column-{key}"))) }
                }
            } }
            tbody {
                @for call in &coverage.calls { (row(call, words)) }
            }
        }
    }
}

fn row(call: &CallCoverage, words: &Wording) -> Markup {
    let points = |points: Points| points.written(words.language());
    let band =
        |band: Option<Band>| band.map_or("–".to_owned(), |it| format!("{} … {}", points(it.least), points(it.most)));
    let novice = Level::ALL.into_iter().filter_map(|level| call.novice.get(&level)).map(|it| points(*it));
    let apart = call.apart.map_or("–".to_owned(), |tenths| (tenths / 10).to_string());
    html! {
        tr {
            td { code { (call.call) } " " (call.language) }
            td.number { @if let Some((best, _)) = &call.best { (points(*best)) } }
            td.number { (band(call.expert)) }
            td.number { (band(call.careless)) }
            td.number class=(if call.apart.is_some_and(|apart| apart > 0) { "good" } else { "bad" }) { (apart) }
            td.number { (novice.collect::<Vec<_>>().join(" → ")) }
            td.number {
                @if let Some(variety) = call.variety {
                    (variety.heard_percent) " % / " (variety.wording_percent) " %"
                }
            }
        }
    }
}

fn lists(coverage: &Coverage, words: &Wording) -> Markup {
    html! {
        @for (heading, items) in super::text::findings(coverage, words) {
            h2 { (heading) " (" (items.len()) ")" }
            ul { @for item in items { li { (item) } } }
        }
    }
}
