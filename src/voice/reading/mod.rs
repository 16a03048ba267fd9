//! How a written line is read aloud: phrases of words, with figures, signs and abbreviations as people say them.
//!
//! A phrase is what is said in one breath; the pauses between phrases belong to the speaker, those at commas to the phrase.

mod figures;
mod numbers;
#[cfg(test)]
mod tests;

use crate::language::syllables;
use crate::locale::Language;

/// Of a longer text the beginning is read: some minutes of speech, as elsewhere.
const LONGEST_TEXT: usize = 4_000;
/// A phrase without any punctuation is cut here: nobody has more breath.
const LONGEST_PHRASE: usize = 24;

/// What ends a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// The voice falls: a full stop, or the end of the line.
    Stop,
    /// A question.
    Question,
    /// An exclamation.
    Exclamation,
    /// Left in the air: an ellipsis.
    Trail,
    /// To be gone on with: colon, semicolon, dash, or no breath left.
    Open,
}

/// A written word or figure, and what is said for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Words as the voice is given them; a figure can be several, with commas.
    pub said: String,
    /// Where it begins in the line, bytes.
    pub from: usize,
    /// Where it ends, bytes.
    pub to: usize,
    /// Syllables of `said`.
    pub syllables: u32,
    /// It carries meaning: the voice moves on it.
    pub stressed: bool,
    /// A comma follows.
    pub comma: bool,
}

/// Words said in one breath.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// At least one.
    pub words: Vec<Word>,
    /// What follows.
    pub end: End,
}

/// Reads a line.
pub fn read(text: &str, language: Language) -> Vec<Phrase> {
    let mut reader = Reader { language, phrases: Vec::new(), words: Vec::new() };
    let end = text.char_indices().nth(LONGEST_TEXT).map_or(text.len(), |(at, _)| at);
    let text = &text[..end];
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        if let Some((said, length)) = abbreviation(rest, language).or_else(|| figures::at(rest, language)) {
            reader.word(said, at, at + length);
            at += length;
        } else if c.is_alphanumeric() {
            let length = word(rest);
            reader.word(written(&rest[..length], language), at, at + length);
            at += length;
        } else {
            let length = reader.mark(rest, c);
            at += length;
        }
    }
    reader.close(End::Stop);
    reader.phrases
}

struct Reader {
    language: Language,
    phrases: Vec<Phrase>,
    words: Vec<Word>,
}

impl Reader {
    fn word(&mut self, said: String, from: usize, to: usize) {
        let stressed = !is_small(&said.to_lowercase(), self.language);
        let syllables = self.syllables(&said);
        if syllables == 0 {
            return;
        }
        self.words.push(Word { said, from, to, syllables, stressed, comma: false });
        if self.words.len() >= LONGEST_PHRASE {
            self.close(End::Open);
        }
    }

    /// Letters that stand alone are named.
    fn syllables(&self, said: &str) -> u32 {
        said.split([' ', ','])
            .map(|part| {
                let mut letters = part.chars();
                match (letters.next(), letters.next()) {
                    (Some('W'), None) => 3,
                    (Some('Y'), None) if self.language == Language::French => 2,
                    (Some(letter), None) if letter.is_alphabetic() => 1,
                    _ => syllables(part, self.language),
                }
            })
            .sum()
    }

    /// Takes a sign that is no word; returns its length in bytes.
    fn mark(&mut self, rest: &str, c: char) -> usize {
        let length = c.len_utf8();
        match c {
            '…' => self.close(End::Trail),
            '.' => {
                let dots = rest.bytes().take_while(|byte| *byte == b'.').count();
                self.close(if dots > 1 { End::Trail } else { End::Stop });
                return dots;
            }
            '?' => self.close(End::Question),
            '!' => self.close(End::Exclamation),
            ':' | ';' => self.close(End::Open),
            // A dash between words; a hyphen inside one never comes here.
            '–' | '—' | '-' => self.close(End::Open),
            '\n' => self.close(End::Stop),
            ',' | '(' | ')' | '/' => self.comma(),
            '%' => self.word(if self.language == Language::French { "pour cent" } else { "percent" }.into(), 0, 0),
            '&' => self.word(if self.language == Language::French { "et" } else { "and" }.into(), 0, 0),
            '€' => self.word("euros".into(), 0, 0),
            _ => {}
        }
        length
    }

    fn comma(&mut self) {
        if let Some(word) = self.words.last_mut() {
            word.comma = true;
        }
    }

    fn close(&mut self, end: End) {
        let mut words = std::mem::take(&mut self.words);
        // Without words there is none: of "?!" and "!…" the first sign says all.
        if let Some(last) = words.last_mut() {
            last.comma = false;
            last.stressed = true;
            self.phrases.push(Phrase { words, end });
        }
    }
}

/// The bytes of the word at the beginning: letters and figures, with apostrophes and hyphens inside.
fn word(text: &str) -> usize {
    let mut end = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let inside = matches!(c, '\'' | '’' | '-' | '‑')
            && letters.peek().is_some_and(|(_, next)| next.is_alphabetic())
            && at > 0;
        if !c.is_alphanumeric() && !inside {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// A plain word as the voice is given it: codes and most words in capitals are spelt.
fn written(word: &str, language: Language) -> String {
    let digits = word.chars().any(|c| c.is_ascii_digit());
    let letters = word.chars().count();
    let capitals = letters > 1 && word.chars().all(char::is_uppercase);
    if digits || (capitals && letters <= 4 && !sounds_like_a_word(word)) {
        return figures::spelt(word, language);
    }
    let plain = word.replace(['’', '‘'], "'").replace('‑', "-");
    if capitals { plain.to_lowercase() } else { plain }
}

/// "PIN" and "RIB" are words, "SMS" and "ADSL" are not: a vowel between two consonants, or more of them than one.
fn sounds_like_a_word(word: &str) -> bool {
    let vowel = |c: char| "AEIOUYÀÂÉÈÊÎÔÙÛ".contains(c);
    let letters: Vec<char> = word.chars().collect();
    !vowel(letters[0]) && letters.len() == 3 && vowel(letters[1]) && !vowel(letters[2]) && !["TVA"].contains(&word)
}

/// Abbreviation → what is said. Longer ones first where one begins with another.
const FRENCH: [(&str, &str); 24] = [
    ("MM.", "messieurs"),
    ("M.", "monsieur"),
    ("Mmes", "mesdames"),
    ("Mme", "madame"),
    ("Mlle", "mademoiselle"),
    ("Dr", "docteur"),
    ("Pr", "professeur"),
    ("n°", "numéro"),
    ("N°", "numéro"),
    ("p. ex.", "par exemple"),
    ("c.-à-d.", "c'est-à-dire"),
    ("etc.", "et cætera"),
    ("tél.", "téléphone"),
    ("réf.", "référence"),
    ("env.", "environ"),
    ("max.", "maximum"),
    ("av.", "avenue"),
    ("bd", "boulevard"),
    ("St", "saint"),
    ("Ste", "sainte"),
    ("svp", "s'il vous plaît"),
    ("SVP", "s'il vous plaît"),
    ("rdv", "rendez-vous"),
    ("RDV", "rendez-vous"),
];
const ENGLISH: [(&str, &str); 19] = [
    ("Mr.", "mister"),
    ("Mr", "mister"),
    ("Mrs.", "missus"),
    ("Mrs", "missus"),
    ("Ms.", "miz"),
    ("Ms", "miz"),
    ("Dr.", "doctor"),
    ("Dr", "doctor"),
    ("No.", "number"),
    ("e.g.", "for example"),
    ("i.e.", "that is"),
    ("etc.", "et cetera"),
    ("approx.", "approximately"),
    ("ref.", "reference"),
    ("tel.", "telephone"),
    ("vs", "versus"),
    ("asap", "as soon as possible"),
    ("ASAP", "as soon as possible"),
    ("St.", "saint"),
];

/// An abbreviation or initials at the beginning of `text`, and the bytes it takes.
fn abbreviation(text: &str, language: Language) -> Option<(String, usize)> {
    let known: &[(&str, &str)] = match language {
        Language::French => &FRENCH,
        Language::English => &ENGLISH,
    };
    for (short, said) in known {
        let Some(rest) = text.strip_prefix(short) else { continue };
        let next = rest.chars().next();
        let goes_on = next.is_some_and(|c| c.is_alphanumeric() || c == '\'' || c == '’');
        // "No." is a number only before one, and "M." a title only before a name.
        let wanted = match *short {
            "No." => rest.trim_start().starts_with(|c: char| c.is_ascii_digit()),
            "M." | "MM." | "St." => rest.trim_start().starts_with(char::is_uppercase),
            "n°" | "N°" => return Some(((*said).to_owned(), short.len())),
            _ => true,
        };
        if !goes_on && wanted {
            return Some(((*said).to_owned(), short.len()));
        }
    }
    initials(text)
}

/// "J.-P." and "A. B.": capitals with full stops, before a name or several at once.
fn initials(text: &str) -> Option<(String, usize)> {
    let mut letters: Vec<String> = Vec::new();
    let mut end = 0;
    let mut rest = text;
    loop {
        let mut chars = rest.chars();
        match (chars.next(), chars.next()) {
            (Some(letter), Some('.')) if letter.is_uppercase() => {
                letters.push(letter.to_string());
                end += letter.len_utf8() + 1;
                rest = &rest[letter.len_utf8() + 1..];
                if let Some(after) = rest.strip_prefix('-')
                    && after.starts_with(char::is_uppercase)
                {
                    end += 1;
                    rest = after;
                }
            }
            _ => break,
        }
    }
    let before_a_name = rest.strip_prefix([' ', '\u{a0}']).is_some_and(|name| name.starts_with(char::is_uppercase));
    (letters.len() > 1 || (letters.len() == 1 && before_a_name)).then(|| (letters.join(" "), end))
}

/// Words that carry no meaning of their own.
fn is_small(word: &str, language: Language) -> bool {
    const FRENCH: &str = " le la les l un une des de du d à au aux et ou où mais donc or ni car je j tu il elle on nous vous \
        ils elles me m te t se s y en ce c cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs qui \
        que qu dont ne n pas plus est suis es sommes êtes sont ai as a avons avez ont c'est j'ai d'un d'une qu'il qu'elle \
        n'est s'est dans sur sous par pour avec sans chez si comme ";
    const ENGLISH: &str = " the a an of to in on at by for with from and or but so as if i i'm i've i'd i'll you you're he she \
        it it's we they me him her us them my your his its our their this that that's these those is am are was were be \
        been do does did have has had will would can could there there's to who which not ";
    let list = if language == Language::French { FRENCH } else { ENGLISH };
    list.split_ascii_whitespace().any(|small| small == word)
}
