//! Who speaks, and how he feels: what makes one voice differ from another.

use crate::id::PersonaId;
use crate::locale::Language;
use crate::mood::Mood;
use crate::pack::model::{Pack, Voice};
use headset_pico::Tongue;
use std::collections::BTreeMap;

/// A mood as it is heard. Few, so that what was spoken once can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Temper {
    /// Pleased with how it goes.
    Content,
    /// Nothing in particular.
    Calm,
    /// Lost, or afraid.
    Worried,
    /// Losing patience.
    Irritated,
    /// Patience lost.
    Angry,
    /// No longer interested.
    Weary,
}

/// What a temper does to a voice; percent of the calm voice unless said otherwise.
struct Effect {
    pitch: u32,
    rate: u32,
    /// How much higher stressed words are, percent.
    movement: u32,
    pauses: u32,
    /// Tenths of a decibel.
    gain: i32,
}

impl Temper {
    /// All of them.
    pub const ALL: [Temper; 6] =
        [Temper::Content, Temper::Calm, Temper::Worried, Temper::Irritated, Temper::Angry, Temper::Weary];

    /// How a mood sounds. Anger drowns worry, worry drowns boredom.
    pub fn of(mood: Mood) -> Temper {
        match mood {
            Mood { patience: ..20, .. } => Temper::Angry,
            Mood { patience: ..40, .. } => Temper::Irritated,
            Mood { confusion: 60.., .. } => Temper::Worried,
            Mood { interest: ..20, .. } => Temper::Weary,
            Mood { patience: 65.., trust: 65.., .. } => Temper::Content,
            _ => Temper::Calm,
        }
    }

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Temper::Content => "content",
            Temper::Calm => "calm",
            Temper::Worried => "worried",
            Temper::Irritated => "irritated",
            Temper::Angry => "angry",
            Temper::Weary => "weary",
        }
    }

    /// The temper of that name; `None`: there is none.
    pub fn from_name(name: &str) -> Option<Temper> {
        Temper::ALL.into_iter().find(|temper| temper.name() == name)
    }

    /// Directions from what is known of emotional speech (Scherer 2003, table 2): anger is higher, faster, louder, with larger
    /// movement; sadness lower, slower, softer, with smaller. Sizes of calm and angry from VOICE, anger a little
    /// less high and fast, so that it is understood through a telephone.
    fn effect(self) -> Effect {
        let (pitch, rate, movement, pauses, gain) = match self {
            Temper::Content => (104, 103, 16, 100, 0),
            Temper::Calm => (100, 100, 10, 100, 0),
            Temper::Worried => (108, 97, 14, 150, -10),
            Temper::Irritated => (109, 110, 18, 80, 10),
            Temper::Angry => (116, 118, 24, 65, 20),
            Temper::Weary => (94, 90, 5, 140, -10),
        };
        Effect { pitch, rate, movement, pauses, gain }
    }
}

/// The voice of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Speaker {
    tongue: Tongue,
    /// Height of the voice, thousandths of the recorded woman's.
    pitch: u32,
    /// Playback rate, thousandths: below 1000 the throat is longer.
    size: u32,
    /// Rate of speech, thousandths of the recorded woman's.
    rate: u32,
}

/// Nobody speaks faster, thousandths of the recorded woman's rate: some 230 words a minute.
const FASTEST: u32 = 1_200;
/// Nobody speaks higher, thousandths of the recorded woman's pitch: some 270 Hz, and more on stressed words. Above 320 Hz few
/// partials are left in the band of a telephone: of angry young women at 340 Hz a recogniser lost half of the words.
const HIGHEST: u32 = 1_350;

/// Of people with the same sort of voice in a pack each gets another of these: pitch, size, rate, thousandths.
const OTHERS: [[u32; 3]; 6] =
    [[1000, 1000, 1000], [1100, 1035, 920], [880, 965, 1090], [1075, 940, 1160], [930, 1070, 850], [1170, 1045, 1240]];

impl Speaker {
    /// Somebody with this sort of voice and age; `other`: how many with the same sort were there before.
    pub fn new(voice: Voice, age: u8, other: usize, tongue: Tongue) -> Speaker {
        // Pitch, size and rate of each sort: VOICE, the man lowered until he measured as one in both languages; the old man and
        // the young woman a little higher, for angry they measured less than a semitone from another man, or woman.
        let [pitch, size, rate] = match voice {
            Voice::Woman => [1000, 1000, 1000],
            Voice::Man => [540, 840, 980],
            Voice::OldWoman => [880, 950, 820],
            Voice::OldMan => [690, 880, 820],
            Voice::YoungWoman => [1080, 1100, 1060],
            Voice::YoungMan => [680, 890, 1060],
        };
        let offset = OTHERS[other % OTHERS.len()];
        // Speech slows down with age: some 10 % from thirty to seventy.
        let age = u32::from(age.clamp(20, 80));
        let rate = rate * (1100 - 5 * age / 2) / 1000;
        let [pitch, size, rate] = [[pitch, offset[0]], [size, offset[1]], [rate, offset[2]]].map(|[a, b]| a * b / 1000);
        Speaker {
            tongue,
            pitch: pitch.clamp(450, HIGHEST),
            size: size.clamp(780, 1180),
            rate: rate.clamp(600, FASTEST),
        }
    }

    /// The voice of everybody in a pack. In English every other one is American, the first British.
    pub fn cast(pack: &Pack, language: Language) -> BTreeMap<PersonaId, Speaker> {
        let mut before: BTreeMap<Voice, usize> = BTreeMap::new();
        let mut cast = BTreeMap::new();
        for (at, persona) in pack.personas.values().enumerate() {
            let other = before.entry(persona.voice).or_default();
            cast.insert(persona.id.clone(), Speaker::new(persona.voice, persona.age, *other, tongue(language, at)));
            *other += 1;
        }
        cast
    }

    /// Somebody of this sort and age whom nobody takes for one of those who were heard already.
    pub fn unlike(voice: Voice, age: u8, language: Language, heard: &[Speaker]) -> Speaker {
        let all = (0..OTHERS.len())
            .flat_map(|other| (0..2).map(move |nth| Speaker::new(voice, age, other, tongue(language, nth))));
        // The first of those who differ most, two ways being enough.
        let least = |speaker: &Speaker| heard.iter().map(|known| speaker.differences(*known).min(2)).min().unwrap_or(2);
        let mut best = Speaker::new(voice, age, 0, tongue(language, 0));
        for speaker in all {
            if least(&speaker) > least(&best) {
                best = speaker;
            }
        }
        best
    }

    /// In how many ways two voices differ audibly: a semitone of pitch, a twentieth of the rate, a fortieth of the size (some
    /// 2 % of all formants are just heard), another accent.
    pub fn differences(self, other: Speaker) -> usize {
        let apart = |a: u32, b: u32, permille: u32| a.abs_diff(b) * 1_000 >= permille * a.min(b);
        [
            apart(self.pitch, other.pitch, 60),
            apart(self.rate, other.rate, 50),
            apart(self.size, other.size, 25),
            self.tongue != other.tongue,
        ]
        .into_iter()
        .filter(|differs| *differs)
        .count()
    }

    /// Height of the voice when calm, thousandths of the recorded woman's.
    pub fn pitch(self) -> u32 {
        self.pitch
    }

    /// Which of the recorded voices it is made of.
    pub fn tongue(self) -> Tongue {
        self.tongue
    }
}

fn tongue(language: Language, nth: usize) -> Tongue {
    match language {
        Language::French => Tongue::French,
        Language::English if nth.is_multiple_of(2) => Tongue::British,
        Language::English => Tongue::American,
    }
}

/// A voice in a mood: all that what is spoken depends on, but the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Manner {
    /// Whose voice.
    pub speaker: Speaker,
    /// In which mood.
    pub temper: Temper,
}

impl Manner {
    /// The language spoken.
    pub fn language(self) -> Language {
        match self.speaker.tongue {
            Tongue::French => Language::French,
            Tongue::British | Tongue::American => Language::English,
        }
    }

    /// Rate of speech, thousandths of the recorded woman's.
    pub(super) fn rate(self) -> u64 {
        u64::from((self.speaker.rate * self.temper.effect().rate / 100).min(FASTEST))
    }

    /// Playback rate, thousandths.
    pub(super) fn size(self) -> u64 {
        u64::from(self.speaker.size)
    }

    /// Pitch level for Pico, percent, such that the pitch is right after the change of size; and that of stressed words.
    pub(super) fn pitch(self) -> [u32; 2] {
        let effect = self.temper.effect();
        let level = (self.speaker.pitch * effect.pitch / 100).min(HIGHEST) * 100 / self.speaker.size;
        [level, level * (100 + effect.movement) / 100].map(|level| level.clamp(50, 200))
    }

    /// Length of pauses, percent.
    pub(super) fn pauses(self) -> u64 {
        u64::from(self.temper.effect().pauses)
    }

    /// How much louder than a calm voice, decibels.
    pub(super) fn gain_db(self) -> f64 {
        f64::from(self.temper.effect().gain) / 10.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn no_two_people_of_a_pack_sound_alike() {
        let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        for entry in std::fs::read_dir(scenarios).expect("the packs").filter_map(Result::ok) {
            let Some(pack) = crate::pack::load(&entry.path()).0 else { continue };
            for language in Language::ALL {
                let cast: Vec<_> = Speaker::cast(&pack, language).into_iter().collect();
                for (at, (id, one)) in cast.iter().enumerate() {
                    for (other_id, other) in &cast[..at] {
                        let count = one.differences(*other);
                        assert!(count >= 2, "{} {language}: {id} {one:?} and {other_id} {other:?}", pack.id);
                    }
                }
            }
        }
    }

    #[test]
    fn six_people_of_one_sort_and_age_differ_too() {
        for voice in [Voice::Woman, Voice::Man, Voice::OldMan, Voice::YoungWoman] {
            let all: Vec<Speaker> = (0..6).map(|other| Speaker::new(voice, 45, other, Tongue::French)).collect();
            for (at, one) in all.iter().enumerate() {
                for other in &all[..at] {
                    assert!(one.differences(*other) >= 2, "{one:?} {other:?}");
                }
            }
        }
    }

    #[test]
    fn moods_are_heard() {
        let mood = |patience, confusion, interest| Mood { patience, trust: 50, confusion, interest };
        for (mood, temper) in [
            (mood(60, 20, 50), Temper::Calm),
            (mood(35, 90, 5), Temper::Irritated),
            (mood(10, 90, 5), Temper::Angry),
            (mood(60, 80, 5), Temper::Worried),
            (mood(60, 20, 5), Temper::Weary),
            (Mood { patience: 80, trust: 80, confusion: 10, interest: 60 }, Temper::Content),
        ] {
            assert_eq!(Temper::of(mood), temper);
            assert_eq!(Temper::from_name(temper.name()), Some(temper));
        }
    }
}
