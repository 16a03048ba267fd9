//! Finds the voices that lie in the source of the crate `ttspico-sys`. It tells nobody where they are, so cargo is
//! asked where it keeps that crate: this works wherever cargo can build it at all, offline and vendored too.

use std::path::{Path, PathBuf};
use std::process::Command;

const VOICES: [(&str, &str); 6] = [
    ("FRENCH_TEXT", "fr-FR_ta.bin"),
    ("FRENCH_SOUND", "fr-FR_nk0_sg.bin"),
    ("BRITISH_TEXT", "en-GB_ta.bin"),
    ("BRITISH_SOUND", "en-GB_kh0_sg.bin"),
    ("AMERICAN_TEXT", "en-US_ta.bin"),
    ("AMERICAN_SOUND", "en-US_lh0_sg.bin"),
];

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let folder = voices().unwrap_or_else(|why| panic!("the voices of ttspico-sys were not found: {why}"));
    let mut code = String::new();
    for (name, file) in VOICES {
        let path = folder.join(file);
        assert!(path.is_file(), "ttspico-sys has no voice {file}");
        code += &format!("static {name}: File = File {{ name: {file:?}, bytes: include_bytes!({path:?}) }};\n");
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it for build scripts"));
    std::fs::write(out.join("voices.rs"), code).expect("cargo lets build scripts write there");
}

/// Asks about a package that needs nothing but the crate: cargo then wants no other crate to lie ready.
fn voices() -> Result<PathBuf, String> {
    let variable = |name: &str| std::env::var_os(name).ok_or_else(|| format!("cargo did not set {name}"));
    let asking = PathBuf::from(variable("OUT_DIR")?).join("asking");
    let manifest = asking.join("Cargo.toml");
    std::fs::create_dir_all(asking.join("src")).map_err(|error| error.to_string())?;
    std::fs::write(asking.join("src").join("lib.rs"), "").map_err(|error| error.to_string())?;
    std::fs::write(&manifest, MANIFEST).map_err(|error| error.to_string())?;
    let output = Command::new(variable("CARGO")?)
        .args(["metadata", "--format-version", "1", "--offline", "--filter-platform"])
        .args([variable("HOST")?.as_os_str(), "--manifest-path".as_ref(), manifest.as_os_str()])
        .current_dir(variable("CARGO_MANIFEST_DIR")?)
        .output()
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
    let packages = metadata["packages"].as_array().ok_or("no packages in cargo's answer")?;
    let package = packages.iter().find(|package| package["name"] == "ttspico-sys").ok_or("not among the packages")?;
    let manifest = package["manifest_path"].as_str().ok_or("it has no manifest")?;
    Ok(Path::new(manifest).with_file_name("build").join("pico").join("lang"))
}

/// The version is the one that `ttspico` brings.
const MANIFEST: &str = "[package]
name = \"asking\"
version = \"0.0.0\"
edition = \"2024\"

[dependencies]
ttspico-sys = \"0.1.5\"

[workspace]
";
