//! How robots make out which line they heard: from its words alone.

use crate::id::LineId;
use crate::locale::Language;
use crate::pack::model::{Pack, Part, Template};

/// The lines of a pack as they may sound.
#[derive(Debug)]
pub struct Ears {
    known: Vec<(Template, LineId)>,
}

impl Ears {
    /// All lines of a pack in one language, longest first, so that a line is not taken for the beginning of it.
    pub fn new(pack: &Pack, language: Language) -> Ears {
        let lines = pack.text.get(&language).into_iter().flatten();
        let mut known: Vec<(Template, LineId)> = lines
            .flat_map(|(line, variants)| variants.iter().map(move |variant| (variant.template.clone(), line.clone())))
            .collect();
        known.sort_by_key(|(template, _)| std::cmp::Reverse(fixed_length(template)));
        Ears { known }
    }

    /// Every line these words can be: the same words may stand under several names.
    pub fn lines<'a>(&'a self, words: &'a str) -> impl Iterator<Item = &'a LineId> {
        self.known.iter().filter(move |(template, _)| fits(template, words)).map(|(_, line)| line)
    }
}

fn fixed_length(template: &Template) -> usize {
    template.0.iter().map(|part| if let Part::Text(text) = part { text.len() } else { 0 }).sum()
}

/// True when the words are the template with something in each of its holes.
fn fits(template: &Template, words: &str) -> bool {
    fixed_length(template) > 0 && fits_parts(&template.0, words)
}

fn fits_parts(parts: &[Part], words: &str) -> bool {
    match parts {
        [] => words.is_empty(),
        [Part::Text(text), rest @ ..] => words.strip_prefix(text.as_str()).is_some_and(|after| fits_parts(rest, after)),
        [Part::Variable(_), rest @ ..] => {
            let ends = words.char_indices().map(|(at, _)| at).skip(1).chain([words.len()]);
            !words.is_empty() && ends.into_iter().any(|end| fits_parts(rest, &words[end..]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(parts: &[&str]) -> Template {
        let part = |text: &&str| match text.strip_prefix('$') {
            Some(name) => Part::Variable(name.to_owned()),
            None => Part::Text((*text).to_owned()),
        };
        Template(parts.iter().map(part).collect())
    }

    #[test]
    fn words_are_held_against_lines_with_holes() {
        assert!(fits(&template(&["It was ", "$amount", ", twice."]), "It was €29.99, twice."));
        assert!(!fits(&template(&["It was ", "$amount", ", twice."]), "It was €29.99, once."));
        assert!(fits(&template(&["I'm ", "$name"]), "I'm Ann Bell"));
        assert!(fits(&template(&["It's ", "$email", "."]), "It's ann.bell@example.org."));
        assert!(!fits(&template(&["$name"]), "anything at all"));
    }
}
