//! Keeps the paths of the machine that builds out of what it publishes: a panic names its source
//! file, and that name would otherwise begin with somebody's home folder.

use std::path::{Path, PathBuf};

/// Flags for rustc, as one string in the form of `RUSTFLAGS`: the sources of all dependencies are
/// called `/crates`, and each of `folders` is called as it is told.
pub(crate) fn flags(folders: &[(&Path, &str)]) -> String {
    let crates = cargo_home().map(|home| home.join("registry/src"));
    let crates = crates.iter().map(|path| (path.as_path(), "/crates"));
    let pairs = crates.chain(folders.iter().copied());
    let flags: Vec<String> = pairs.filter_map(|(path, name)| flag(path, name)).collect();
    flags.join(" ")
}

/// `RUSTFLAGS` is split at spaces and knows no quotes, so a path with a space stays as it is.
fn flag(path: &Path, name: &str) -> Option<String> {
    let path = path.to_str()?;
    let whole = !path.contains(char::is_whitespace);
    whole.then(|| format!("--remap-path-prefix={path}={name}"))
}

fn cargo_home() -> Option<PathBuf> {
    let home = || std::env::home_dir().map(|home| home.join(".cargo"));
    std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(home)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gets_another_name_unless_that_cannot_be_said() {
        let wanted = Some("--remap-path-prefix=/home/me=/x".to_owned());
        assert_eq!(flag(Path::new("/home/me"), "/x"), wanted);
        assert_eq!(flag(Path::new("/home/my files"), "/x"), None);
    }
}
