//! `handbook/<lang>/<page>.md`

use super::inspection::Inspection;
use super::known::Kind;
use super::library::Library;
use crate::pack::model::Handbook;
use crate::source::Source;
use pulldown_cmark::{Event, Parser, Tag};

impl<'s> Inspection<'s> {
    /// Checks that every page is there in every language and that links lead to pages.
    pub fn handbook(&mut self, library: &Library<'s>) -> Handbook {
        let languages = self.languages.clone();
        for (language, pages) in &library.handbook {
            for (page, source) in pages {
                for other in &languages {
                    if !library.handbook.get(other).is_some_and(|pages| pages.contains_key(page)) {
                        self.error(start(source), "P412", &[("name", page), ("language", other.code())]);
                    }
                }
                if languages.contains(language) {
                    self.links(source);
                } else if !languages.is_empty() {
                    self.warn(start(source), "P008", &[]);
                }
            }
        }
        let text = |(name, source): (&&'s str, &&Source)| ((*name).to_owned(), source.text.clone());
        library.handbook.iter().map(|(language, pages)| (*language, pages.iter().map(text).collect())).collect()
    }

    fn links(&mut self, source: &'s Source) {
        for (event, range) in Parser::new(&source.text).into_offset_iter() {
            let target = match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => dest_url,
                _ => continue,
            };
            if target.contains("://") || target.starts_with("mailto:") || target.starts_with("tel:") {
                continue;
            }
            let page = target.split('#').next().unwrap_or("");
            let page = page.strip_prefix("./").unwrap_or(page);
            let page = page.strip_suffix(".md").unwrap_or(page);
            if !page.is_empty() && !self.known.mark(Kind::Page, "", page) {
                let written = source.text.get(range).unwrap_or("");
                let slice = super::texts::hole(written, &target);
                self.refer_any(Kind::Page, &[""], page, slice);
            }
        }
    }
}

fn start(source: &Source) -> &str {
    source.text.get(..0).unwrap_or("")
}
