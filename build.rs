//! Scenarios and assets are part of the program: a change in them is a change of it.

fn main() {
    for folder in ["assets", "scenarios", "src/records/migrations"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
