//! Where things are.

use crate::fault::{Done, Fault};
use std::path::{Path, PathBuf};

pub(crate) struct Project {
    pub root: PathBuf,
}

impl Project {
    /// Cargo says at run time where this crate lies, so a moved checkout is no trouble.
    pub(crate) fn here() -> Project {
        let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = xtask.parent().map(Path::to_path_buf).unwrap_or(xtask);
        Project { root }
    }

    /// Everything that is installed for this project alone. Ignored by git, safe to delete.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    pub(crate) fn log(&self, name: &str) -> PathBuf {
        self.tools().join("logs").join(format!("{name}.log"))
    }
}

/// Reads a file, or says which one could not be read.
pub(crate) fn read(path: &Path) -> Done<String> {
    std::fs::read_to_string(path).map_err(|error| Fault::file("read", path, &error))
}

/// Writes a file and the folders above it, or says which one could not be written.
pub(crate) fn write(path: &Path, content: &str) -> Done {
    make_folder(path.parent().unwrap_or(path))?;
    std::fs::write(path, content).map_err(|error| Fault::file("write", path, &error))
}

pub(crate) fn make_folder(path: &Path) -> Done {
    std::fs::create_dir_all(path).map_err(|error| Fault::file("make the folder", path, &error))
}

/// Removes a folder if it is there.
pub(crate) fn clear(path: &Path) -> Done {
    match std::fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Fault::file("clear", path, &error))
        }
        _ => Ok(()),
    }
}
