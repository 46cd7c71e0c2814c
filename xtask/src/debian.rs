//! A compiler for WebAssembly out of Debian's packages, for where rustup's server is out of reach.
//!
//! `rustc-web` can compile for wasm32 but comes without a standard library for it. That library is
//! built once from `rust-web-src`, and put into a folder shaped like a rustup toolchain together
//! with wrappers that call Debian's programs with this folder as their sysroot. Nothing outside the
//! folder knows about it.

mod library;

use crate::apt;
use crate::fault::{Done, Fault};
use crate::project::{Project, clear, make_folder, write};
use crate::step::{answer, command};
use crate::version::major_minor;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

const PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
const PREFIX: &str = "rust-wasm-";
const CLIPPY: &str = "rust-web-clippy";
/// The `rust-version` of this workspace.
const OLDEST: (u32, u32) = (1, 95);

pub(crate) fn ensure(project: &Project, clippy: bool) -> Done<PathBuf> {
    let mut packages = PACKAGES.to_vec();
    packages.extend(clippy.then_some(CLIPPY));
    apt::install(project, "a compiler for WebAssembly", &packages)?;
    let version = apt::version("rustc-web").unwrap_or_default();
    check_age()?;
    let folder = project.tools().join(folder_name(&version));
    library::ensure(project, &folder)?;
    clear_others(project, &folder)?;
    assemble(&folder)?;
    if clippy {
        add_clippy(&folder)?;
    }
    Ok(folder)
}

/// One folder per version of the packages, so that an upgrade builds its own.
fn folder_name(version: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let version: String = version.chars().map(plain).collect();
    format!("{PREFIX}{version}")
}

fn check_age() -> Done {
    let answer = answer(command("/usr/bin/rustc").arg("--version")).unwrap_or_default();
    match major_minor(&answer) {
        Some(version) if version >= OLDEST => Ok(()),
        _ => Err(Fault::new(
            "Using Debian's compiler for WebAssembly",
            format!(
                "It must be 1.{} or newer, but /usr/bin/rustc says: {answer}",
                OLDEST.1
            ),
            "Add Debian's security archive to apt's sources and upgrade rustc-web, or let \
             rustup reach its server.",
        )),
    }
}

/// What earlier versions of the packages left.
fn clear_others(project: &Project, folder: &Path) -> Done {
    let entries = std::fs::read_dir(project.tools());
    for entry in entries.into_iter().flatten().flatten() {
        let ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        if ours && entry.path() != folder {
            clear(&entry.path())?;
        }
    }
    Ok(())
}

/// Everything in the folder but the library. Cheap enough to do each time, and it repairs links
/// that lead to a toolchain which is gone.
fn assemble(folder: &Path) -> Done {
    let host = host_triple();
    let bin = folder.join("bin");
    program(&bin.join("rustc"), &with_sysroot("/usr/bin/rustc"))?;
    program(&bin.join("rustdoc"), &with_sysroot("/usr/bin/rustdoc"))?;
    link(Path::new("/usr/bin/cargo"), &bin.join("cargo"))?;
    let of_host = folder.join("lib/rustlib").join(&host);
    let debian = Path::new("/usr/lib/rustlib").join(&host).join("lib");
    link(&debian, &of_host.join("lib"))?;
    link(
        Path::new("/usr/lib/rustlib/src"),
        &folder.join("lib/rustlib/src"),
    )?;
    link(&linker(&host)?, &of_host.join("bin/rust-lld"))
}

fn add_clippy(folder: &Path) -> Done {
    let bin = folder.join("bin");
    let driver = "#!/bin/sh\nexport SYSROOT=\"${0%/bin/*}\"\nexec /usr/bin/clippy-driver \"$@\"\n";
    program(&bin.join("clippy-driver"), driver)?;
    // A copy, not a link: it looks for the driver beside itself.
    let (from, to) = (Path::new("/usr/bin/cargo-clippy"), bin.join("cargo-clippy"));
    std::fs::copy(from, &to).map_err(|error| Fault::file("copy", from, &error))?;
    Ok(())
}

/// The folder finds itself from the wrapper's own path, so a moved checkout goes on working.
fn with_sysroot(program: &str) -> String {
    format!("#!/bin/sh\nexec {program} --sysroot \"${{0%/bin/*}}\" \"$@\"\n")
}

fn program(path: &Path, script: &str) -> Done {
    if std::fs::read_to_string(path).is_ok_and(|old| old == script) {
        return Ok(());
    }
    write(path, script)?;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))
        .map_err(|error| Fault::file("make executable", path, &error))
}

fn link(target: &Path, place: &Path) -> Done {
    if std::fs::read_link(place).is_ok_and(|old| old == target) {
        return Ok(());
    }
    make_folder(place.parent().unwrap_or(place))?;
    let _ = std::fs::remove_file(place);
    symlink(target, place).map_err(|error| Fault::file("link", place, &error))
}

fn host_triple() -> String {
    let answer = answer(command("/usr/bin/rustc").arg("-vV")).unwrap_or_default();
    let host = answer.lines().find_map(|line| line.strip_prefix("host: "));
    host.unwrap_or("x86_64-unknown-linux-gnu").to_owned()
}

/// The linker for WebAssembly comes with rustup's compiler; Debian's lacks it.
fn linker(host: &str) -> Done<PathBuf> {
    let sysroot = answer(command("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    let linker = Path::new(&sysroot)
        .join("lib/rustlib")
        .join(host)
        .join("bin/rust-lld");
    if linker.exists() {
        return Ok(linker);
    }
    Err(Fault::new(
        "Finding a linker for WebAssembly",
        format!(
            "{} is not there: this Rust is not one of rustup's.",
            linker.display()
        ),
        "Install Rust by rustup, then run the command again.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_of_the_packages_has_its_folder() {
        let name = folder_name("1.96.0+dfsg1-1~deb12u2");
        assert_eq!(name, "rust-wasm-1-96-0-dfsg1-1-deb12u2");
    }

    #[test]
    fn a_wrapper_finds_the_folder_it_lies_in() {
        let script = with_sysroot("/usr/bin/rustc");
        let call = "exec /usr/bin/rustc --sysroot \"${0%/bin/*}\" \"$@\"";
        assert!(script.contains(call), "{script}");
    }
}
