//! The handbook: pages that fit a search, with the place where it was found.

use super::super::panel::handbook::{HandbookView, PageRow};
use super::super::panel::markdown::page_title;
use super::super::state::Sitting;
use std::collections::BTreeMap;

/// Characters shown before and after what was found.
const AROUND: usize = 48;

/// What the panel shows.
pub fn handbook(sitting: &Sitting, focus: bool) -> HandbookView {
    let setup = sitting.run().setup();
    let none = BTreeMap::new();
    let pages = setup.pack.handbook.get(&setup.language).unwrap_or(&none);
    let wanted = fold(sitting.handbook_search.trim());
    let rows = pages
        .iter()
        .filter_map(|(name, text)| {
            let title = page_title(text).unwrap_or_else(|| name.clone());
            let snippet = if wanted.is_empty() {
                String::new()
            } else if let Some(snippet) = snippet(text, &wanted) {
                snippet
            } else if fold(&title).contains(&wanted) {
                String::new()
            } else {
                return None;
            };
            Some(PageRow { name: name.clone(), title, snippet })
        })
        .collect();
    HandbookView {
        search: sitting.handbook_search.clone(),
        pages: rows,
        open: sitting.page.as_ref().and_then(|name| Some((name.clone(), pages.get(name)?.clone()))),
        focus,
    }
}

/// Lower case without accents, character by character.
fn fold(text: &str) -> String {
    text.chars().map(plain).collect()
}

/// One character for one, so that places in the folded text are places in the text.
fn plain(char: char) -> char {
    let lower = char.to_lowercase().next().unwrap_or(char);
    match lower {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        other => other,
    }
}

fn snippet(text: &str, wanted: &str) -> Option<String> {
    let line = text.lines().find(|line| !line.starts_with('#') && fold(line).contains(wanted))?;
    let folded = fold(line);
    let at = folded[..folded.find(wanted)?].chars().count();
    let chars: Vec<char> = line.chars().filter(|char| !matches!(char, '*' | '`' | '|')).collect();
    let (from, to) = (at.saturating_sub(AROUND), (at + wanted.chars().count() + AROUND).min(chars.len()));
    let shown: String = chars.get(from.min(to)..to)?.iter().collect();
    let before = if from > 0 { "…" } else { "" };
    let after = if to < chars.len() { "…" } else { "" };
    Some(format!("{before}{}{after}", shown.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_search_forgives_accents_and_case() {
        assert_eq!(
            snippet("# Été\n\nUn **prélèvement** en double", "prelevement").as_deref(),
            Some("Un prélèvement en double")
        );
        assert_eq!(snippet("rien", "prelevement"), None);
    }
}
