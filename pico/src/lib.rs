//! SVOX Pico, a small speech synthesiser in C, and its French and English voices.
//!
//! A package of its own for one reason: Pico is called in C, and everywhere else in Headset `unsafe` is forbidden.
//!
//! Pico works in memory that it is given and reads some of it before it has written there: with memory that was not
//! cleared, the same sentence comes out up to 10 % longer or shorter from one engine to the next. Here memory is cleared
//! and every text is spoken by a fresh engine, so that the same text gives the same samples.

use std::ffi::{CStr, CString, c_char, c_void};
use std::path::Path;
use std::ptr;
use ttspico_sys::*;

include!(concat!(env!("OUT_DIR"), "/voices.rs"));

/// Samples a second of what is synthesised.
pub const RATE: u32 = 16_000;
/// Memory given to Pico, bytes: it allocates nothing else.
pub const MEMORY: usize = 4 << 20;
/// The longest text an engine takes at once, bytes: far more than anybody says in a breath.
pub const LONGEST_TEXT: usize = 8_000;
/// Speech that goes on for longer is given up: a minute and a half for a text of a breath is a fault of the engine.
const LONGEST_SPEECH: usize = 90 * RATE as usize;

/// The longest path that Pico is given, bytes: it copies paths into messages of fixed size.
const LONGEST_PATH: usize = 150;

/// A file that belongs to a voice.
#[derive(Debug)]
pub struct File {
    /// Name it has in the distribution of Pico.
    pub name: &'static str,
    /// What is in it.
    pub bytes: &'static [u8],
}

/// The voices; each is one woman.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tongue {
    /// French of France.
    French,
    /// English of Great Britain.
    British,
    /// English of the United States.
    American,
}

impl Tongue {
    /// The files of the voice: how it reads, and how it sounds.
    pub fn files(self) -> [&'static File; 2] {
        match self {
            Tongue::French => [&FRENCH_TEXT, &FRENCH_SOUND],
            Tongue::British => [&BRITISH_TEXT, &BRITISH_SOUND],
            Tongue::American => [&AMERICAN_TEXT, &AMERICAN_SOUND],
        }
    }
}

/// What went wrong, in the words of Pico.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble(pub String);

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}

/// A voice: where its two files lie.
#[derive(Debug, Clone)]
pub struct Synthesiser {
    text: CString,
    sound: CString,
}

impl Synthesiser {
    /// A voice from the two files of [`Tongue::files`].
    ///
    /// # Errors
    /// A file cannot be read, or Pico cannot take its path.
    pub fn open(text: &Path, sound: &Path) -> Result<Synthesiser, Trouble> {
        let path = |path: &Path| {
            std::fs::File::open(path).map_err(|error| Trouble(format!("{}: {error}", path.display())))?;
            let name = path.to_str().filter(|name| name.len() <= LONGEST_PATH);
            name.and_then(|name| CString::new(name).ok())
                .ok_or_else(|| Trouble(format!("{}: Pico cannot take this path", path.display())))
        };
        Ok(Synthesiser { text: path(text)?, sound: path(sound)? })
    }

    /// Speaks a text with Pico's tags (`<pitch level='90'>` …): mono samples, [`RATE`] a second. The same text gives the same
    /// samples.
    ///
    /// # Errors
    /// The text is too long, or Pico gave up.
    pub fn speak(&self, text: &str) -> Result<Vec<i16>, Trouble> {
        if text.len() > LONGEST_TEXT {
            return Err(Trouble(format!("more than {LONGEST_TEXT} bytes")));
        }
        Engine::start(&self.text, &self.sound)?.speak(text)
    }
}

/// A running Pico. It never leaves the function that made it, so it stays on one thread.
struct Engine {
    system: pico_System,
    engine: pico_Engine,
    /// What both point into; Pico frees nothing.
    _memory: Vec<u64>,
}

/// The name under which the voice is put together inside Pico.
const NAME: &CStr = c"voice";

#[allow(unsafe_code, reason = "Pico is C; what each call relies on is said there")]
impl Engine {
    fn start(text: &CStr, sound: &CStr) -> Result<Engine, Trouble> {
        let mut memory = vec![0_u64; MEMORY / size_of::<u64>()];
        let mut pico = Engine { system: ptr::null_mut(), engine: ptr::null_mut(), _memory: Vec::new() };
        // Pico may use MEMORY bytes from here: the vector is that long, aligned for any number, and kept until `drop`.
        let status =
            unsafe { pico_initialize(memory.as_mut_ptr().cast::<c_void>(), MEMORY as pico_Uint32, &mut pico.system) };
        pico._memory = memory;
        check(status)?;
        // The system is running; the name ends with a zero.
        check(unsafe { pico_createVoiceDefinition(pico.system, NAME.as_ptr().cast()) })?;
        for path in [text, sound] {
            pico.load(path)?;
        }
        // A voice of a text and a sound resource, both loaded.
        check(unsafe { pico_newEngine(pico.system, NAME.as_ptr().cast(), &mut pico.engine) })?;
        Ok(pico)
    }

    fn load(&self, path: &CStr) -> Result<(), Trouble> {
        let mut resource = ptr::null_mut();
        let mut name: [c_char; PICO_MAX_RESOURCE_NAME_SIZE] = [0; PICO_MAX_RESOURCE_NAME_SIZE];
        // The system is running, the path ends with a zero, and Pico writes at most so many bytes of a name with a zero.
        check(unsafe { pico_loadResource(self.system, path.as_ptr().cast(), &mut resource) })?;
        check(unsafe { pico_getResourceName(self.system, resource, name.as_mut_ptr()) })?;
        check(unsafe { pico_addResourceToVoiceDefinition(self.system, NAME.as_ptr().cast(), name.as_ptr().cast()) })
    }

    fn speak(&mut self, text: &str) -> Result<Vec<i16>, Trouble> {
        // A zero byte makes the engine speak what it was given.
        let mut bytes: Vec<u8> = text.bytes().filter(|byte| *byte != 0).collect();
        bytes.push(0);
        let mut left = bytes.as_slice();
        let mut samples = Vec::new();
        while !left.is_empty() {
            let mut taken: pico_Int16 = 0;
            let length = left.len().min(i16::MAX as usize) as pico_Int16;
            // Pico reads at most `length` bytes, and there are so many.
            check(unsafe { pico_putTextUtf8(self.engine, left.as_ptr(), length, &mut taken) })?;
            left = &left[usize::try_from(taken).unwrap_or(0).min(left.len())..];
            let before = samples.len();
            self.drain(&mut samples)?;
            if taken <= 0 && samples.len() == before {
                return Err(Trouble("Pico takes no more text".into()));
            }
        }
        Ok(samples)
    }

    fn drain(&mut self, samples: &mut Vec<i16>) -> Result<(), Trouble> {
        let mut buffer = [0_i16; 2_048];
        loop {
            let (mut bytes, mut kind): (pico_Int16, pico_Int16) = (0, 0);
            // Pico writes at most as many bytes as the buffer has.
            let status = unsafe {
                let room = size_of_val(&buffer) as pico_Int16;
                pico_getData(self.engine, buffer.as_mut_ptr().cast::<c_void>(), room, &mut bytes, &mut kind)
            };
            let count = (usize::try_from(bytes).unwrap_or(0) / size_of::<i16>()).min(buffer.len());
            samples.extend_from_slice(&buffer[..count]);
            match status {
                PICO_STEP_IDLE => return Ok(()),
                PICO_STEP_BUSY if samples.len() <= LONGEST_SPEECH => {}
                PICO_STEP_BUSY => return Err(Trouble("Pico does not stop".into())),
                other => return Err(Trouble(format!("Pico: error {other}"))),
            }
        }
    }
}

fn check(status: pico_Status) -> Result<(), Trouble> {
    match status {
        // Above zero are warnings.
        PICO_OK.. => Ok(()),
        error => Err(Trouble(format!("Pico: error {error}"))),
    }
}

#[allow(unsafe_code, reason = "Pico is C")]
impl Drop for Engine {
    fn drop(&mut self) {
        // Each was made by Pico and is given back once, the engine before the system it runs in.
        unsafe {
            if !self.engine.is_null() {
                pico_disposeEngine(self.system, &mut self.engine);
            }
            if !self.system.is_null() {
                pico_terminate(&mut self.system);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn open(tongue: Tongue) -> Synthesiser {
        // A folder each: one test must not write what another reads.
        static OPENED: AtomicUsize = AtomicUsize::new(0);
        let opened = OPENED.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("headset-pico-{}-{opened}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let paths = tongue.files().map(|file| {
            let path = folder.join(file.name);
            std::fs::write(&path, file.bytes).expect("written");
            path
        });
        Synthesiser::open(&paths[0], &paths[1]).expect("it opens")
    }

    #[test]
    fn a_text_sounds_the_same_whatever_was_said_before_it() {
        for (tongue, text) in [
            (Tongue::French, "Bonjour, j'ai une question."),
            (Tongue::British, "Hello, I have a question."),
            (Tongue::American, "Hello, I have a question."),
        ] {
            let voice = open(tongue);
            let alone = voice.speak(text).expect("spoken");
            assert!((16_000..60_000).contains(&alone.len()), "{tongue:?} {}", alone.len());
            for before in ["Something else altogether.", "12, 13, 14", "<speed level='30'>a</speed>"] {
                voice.speak(before).expect("spoken");
                assert!(voice.speak(text).expect("spoken") == alone, "{tongue:?} after {before}");
            }
            let elsewhere = std::thread::spawn(move || open(tongue).speak(text).expect("spoken"));
            assert!(elsewhere.join().expect("joined") == alone);
        }
    }

    #[test]
    fn nonsense_is_spoken_or_refused() {
        let voice = open(Tongue::French);
        let long = "a".repeat(LONGEST_TEXT + 1);
        assert!(voice.speak(&long).is_err());
        for text in
            ["", " ", "<", "&amp;", "<pitch level='900'>a</pitch>", "\u{1F600}", "\0\0", "</speed>", "bcdfg", "…"]
        {
            let _ = voice.speak(text);
        }
        assert!(!voice.speak("Oui.").expect("spoken").is_empty());
        assert!(Synthesiser::open(Path::new("/nowhere"), Path::new("/nowhere")).is_err());
    }
}
