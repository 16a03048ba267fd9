//! Writes `assets/language/<lang>/judges.bin`: what the recogniser learned from the corpus. To be run after every change
//! of the data in `assets/language`; a test fails until then.

use headset::language::Recogniser;
use headset::locale::Language;

fn main() -> std::io::Result<()> {
    for language in Language::ALL {
        let path = format!("assets/language/{}/judges.bin", language.code());
        let bytes = Recogniser::teach(language);
        println!("{path}: {} bytes", bytes.len());
        std::fs::write(path, bytes)?;
    }
    Ok(())
}
