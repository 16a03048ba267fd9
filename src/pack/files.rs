//! The files of a pack, from a folder or from the program itself: the only place where packs are read from disk.
//!
//! A pack is untrusted: nothing outside its folder is read (no links are followed), and its size is bounded.

use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Most files a pack may have.
pub const MOST_FILES: usize = 2_000;
/// Most bytes one file may have.
pub const LARGEST_FILE: u64 = 1 << 20;
/// Most bytes all files may have together, recordings not counted.
pub const LARGEST_PACK: u64 = 16 << 20;
/// Most bytes a recording may have.
pub const LARGEST_RECORDING: u64 = 4 << 20;
/// Most bytes all recordings may have together.
pub const LARGEST_RECORDINGS: u64 = 64 << 20;
/// The folder of recordings, which are the only files of a pack that are no text.
pub const VOICES: &str = "voices/";
/// Folders within folders; the layout needs two.
const DEEPEST_FOLDER: usize = 4;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// Where a pack is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A folder on disk.
    Folder(PathBuf),
    /// Part of the program: the name of its folder in `scenarios/`.
    BuiltIn(&'static str),
}

impl Origin {
    /// The name of the folder, which is the pack's id.
    pub fn name(&self) -> String {
        match self {
            Origin::Folder(folder) => folder_name(folder),
            Origin::BuiltIn(name) => (*name).to_owned(),
        }
    }
}

/// A file that cannot be part of a pack: path, code of the words, argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Path as the reader knows it.
    pub path: String,
    /// `P002` …
    pub code: &'static str,
    /// The limit, or what the system says.
    pub detail: String,
}

/// The files of one pack, read once.
#[derive(Debug, Default)]
pub struct Files {
    /// The folder as the reader knows it, without a slash at the end.
    pub label: String,
    /// The name of the folder.
    pub name: String,
    /// Path within the pack (with `/`) → contents.
    pub contents: BTreeMap<String, Vec<u8>>,
    /// What was left out, and why.
    pub refused: Vec<Refused>,
}

/// The packs below some folders: each folder itself, or the folders in it; those without a `pack.ron` are passed over.
pub fn find(roots: &[PathBuf]) -> Vec<Origin> {
    let mut found = Vec::new();
    for root in roots {
        if root.join("pack.ron").is_file() {
            found.push(Origin::Folder(root.clone()));
            continue;
        }
        let Ok(entries) = std::fs::read_dir(root) else { continue };
        found.extend(
            entries
                .filter_map(|entry| Some(entry.ok()?.path()))
                .filter(|folder| folder.join("pack.ron").is_file())
                .map(Origin::Folder),
        );
    }
    found.sort();
    found.dedup();
    found
}

/// The packs that are part of the program.
pub fn built_in() -> Vec<Origin> {
    let mut packs: Vec<Origin> = BUILT_IN
        .dirs()
        .filter(|dir| dir.get_file(dir.path().join("pack.ron")).is_some())
        .filter_map(|dir| Some(Origin::BuiltIn(dir.path().file_name()?.to_str()?)))
        .collect();
    packs.sort();
    packs
}

impl Files {
    /// Reads all files of a pack.
    pub fn read(origin: &Origin) -> Files {
        match origin {
            Origin::Folder(folder) => Files::from_folder(folder),
            Origin::BuiltIn(name) => Files::from_program(name),
        }
    }

    /// BLAKE3 of all paths and contents, in hexadecimal: the same on every machine, whatever the folder is called. An
    /// author's expectations and explanations are no part of it: they change no call, so journals outlive them.
    pub fn hash(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for (path, content) in
            self.contents.iter().filter(|(path, _)| !path.ends_with(".replay") && *path != "coverage.ron")
        {
            for part in [path.as_bytes(), content.as_slice()] {
                hasher.update(&(part.len() as u64).to_le_bytes());
                hasher.update(part);
            }
        }
        hasher.finalize().to_hex().to_string()
    }

    fn from_program(name: &str) -> Files {
        fn walk(dir: &Dir<'_>, pack: &str, files: &mut Files) {
            for file in dir.files() {
                let path = file.path().to_string_lossy().replace('\\', "/");
                let path = path.strip_prefix(pack).unwrap_or(&path).trim_start_matches('/').to_owned();
                if !hidden(&path) {
                    files.contents.insert(path, file.contents().to_vec());
                }
            }
            dir.dirs().for_each(|dir| walk(dir, pack, files));
        }
        let mut files = Files { label: format!("scenarios/{name}"), name: name.to_owned(), ..Files::default() };
        if let Some(dir) = BUILT_IN.get_dir(name) {
            walk(dir, name, &mut files);
        }
        files
    }

    fn from_folder(folder: &Path) -> Files {
        let label = folder.to_string_lossy().replace('\\', "/");
        let label = if label.len() > 1 { label.trim_end_matches('/').to_owned() } else { label };
        let mut files = Files { label, name: folder_name(folder), ..Files::default() };
        let mut size = Size::default();
        // A folder without a pack.ron is no pack, and none of its files are anybody's business here.
        let lacking = folder.join("pack.ron").symlink_metadata();
        if folder.is_dir() && lacking.is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound) {
            return files;
        }
        files.walk(folder, "", DEEPEST_FOLDER, &mut size);
        files
    }

    fn walk(&mut self, folder: &Path, prefix: &str, depth: usize, size: &mut Size) {
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.refuse(prefix.trim_end_matches('/'), "P002", error.to_string()),
        };
        let mut entries: Vec<_> = entries.filter_map(Result::ok).take(MOST_FILES + 1).collect();
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let Ok(name) = entry.file_name().into_string() else {
                let name = entry.file_name().to_string_lossy().into_owned();
                self.refuse(&format!("{prefix}{name}"), "P007", String::new());
                continue;
            };
            if hidden(&name) {
                continue;
            }
            let path = format!("{prefix}{name}");
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && depth > 0 => {
                    self.walk(&entry.path(), &format!("{path}/"), depth - 1, size);
                }
                Ok(kind) if kind.is_dir() => self.refuse(&path, "P009", DEEPEST_FOLDER.to_string()),
                Ok(kind) if kind.is_file() => self.take(&entry.path(), path.clone(), size),
                Ok(_) => self.refuse(&path, "P003", String::new()),
                Err(error) => self.refuse(&path, "P002", error.to_string()),
            }
            if self.contents.len() > MOST_FILES {
                return self.refuse_once(&path, "P004", MOST_FILES.to_string());
            }
            for (size, largest) in [(size.texts, LARGEST_PACK), (size.recordings, LARGEST_RECORDINGS)] {
                if size > largest {
                    return self.refuse_once(&path, "P006", (largest >> 20).to_string());
                }
            }
        }
    }

    fn take(&mut self, file: &Path, path: String, size: &mut Size) {
        let mut content = Vec::new();
        let (size, largest) = match path.starts_with(VOICES) {
            true => (&mut size.recordings, LARGEST_RECORDING),
            false => (&mut size.texts, LARGEST_FILE),
        };
        let read = std::fs::File::open(file).and_then(|file| file.take(largest + 1).read_to_end(&mut content));
        match read {
            Err(error) => self.refuse(&path, "P002", error.to_string()),
            Ok(bytes) if bytes as u64 > largest => self.refuse(&path, "P005", (largest >> 20).to_string()),
            Ok(bytes) => {
                *size += bytes as u64;
                self.contents.insert(path, content);
            }
        }
    }

    fn refuse(&mut self, path: &str, code: &'static str, detail: String) {
        let path = if path.is_empty() { self.label.clone() } else { format!("{}/{path}", self.label) };
        self.refused.push(Refused { path, code, detail });
    }

    /// Limits of the whole pack are told once, not by every folder on the way out.
    fn refuse_once(&mut self, path: &str, code: &'static str, detail: String) {
        if !self.refused.iter().any(|refused| refused.code == code) {
            self.refuse(path, code, detail);
        }
    }
}

/// Bytes read so far.
#[derive(Default)]
struct Size {
    texts: u64,
    recordings: u64,
}

/// Version control and editors keep files of their own next to the author's.
fn hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.')) || path.ends_with('~')
}

fn folder_name(folder: &Path) -> String {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_refused_and_large_files_left_out() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("pack.ron"), "x").expect("written");
        std::fs::write(folder.path().join("large.ron"), vec![b'x'; LARGEST_FILE as usize + 1]).expect("written");
        #[cfg(unix)]
        std::os::unix::fs::symlink("/etc/hostname", folder.path().join("link.ron")).expect("linked");
        let files = Files::read(&Origin::Folder(folder.path().to_owned()));
        assert_eq!(files.contents.keys().collect::<Vec<_>>(), ["pack.ron"]);
        let codes: Vec<_> = files.refused.iter().map(|refused| refused.code).collect();
        assert!(codes.contains(&"P005"));
        #[cfg(unix)]
        assert!(codes.contains(&"P003"));
    }

    #[test]
    fn a_folder_that_is_no_pack_is_not_read() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("private.txt"), "x").expect("written");
        let files = Files::read(&Origin::Folder(folder.path().to_owned()));
        assert!(files.contents.is_empty() && files.refused.is_empty());
    }

    #[test]
    fn the_hash_depends_on_paths_and_contents_only() {
        let files = |label: &str, path: &str, content: &str| Files {
            label: label.into(),
            contents: BTreeMap::from([(path.into(), content.into())]),
            ..Files::default()
        };
        assert_eq!(files("a", "x", "1").hash(), files("b", "x", "1").hash());
        assert_ne!(files("a", "x", "1").hash(), files("a", "x1", "").hash());
    }
}
