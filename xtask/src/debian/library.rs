//! The standard library for wasm32, compiled from Debian's copy of its source.

use crate::fault::{Done, Fault};
use crate::project::{Project, clear, make_folder, write};
use crate::remap;
use crate::step::{Quiet, command};
use crate::toolchain::{TARGET, holds_std};
use std::path::{Path, PathBuf};

/// Where a folder that is shaped like a rustup toolchain keeps it.
pub(super) fn place(folder: &Path) -> PathBuf {
    folder.join("lib/rustlib").join(TARGET).join("lib")
}

/// Compiles the standard library as a dependency of an empty crate. `-Z build-std` is a nightly
/// option, which `RUSTC_BOOTSTRAP` unlocks for this one command; without `embed-bitcode` the
/// project's link-time optimisation would find nothing to work on.
pub(super) fn ensure(project: &Project, folder: &Path) -> Done {
    let place = place(folder);
    if holds_std(&place) {
        return Ok(());
    }
    let crate_folder = project.tools().join("build-std");
    clear(&crate_folder)?;
    let manifest = "[workspace]\n[package]\nname = \"std-for-wasm32\"\nedition = \"2024\"\n";
    write(&crate_folder.join("Cargo.toml"), manifest)?;
    write(&crate_folder.join("src/lib.rs"), "#![no_std]\n")?;
    let flags = format!("-Cembed-bitcode=yes {}", remap::flags(&[]));
    Quiet {
        title: "Compiling Rust's standard library for wasm32, once",
        about: "about a minute",
        log: "build-std",
        remedy: "Run the command again; if it fails again, reinstall rust-web-src and rustc-web.",
        limit: None,
    }
    .run(
        project,
        command("/usr/bin/cargo")
            .current_dir(&crate_folder)
            .env_remove("RUSTUP_TOOLCHAIN")
            .env("RUSTC", "/usr/bin/rustc")
            .env("RUSTC_BOOTSTRAP", "1")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env("RUSTFLAGS", flags)
            .env("CARGO_TARGET_DIR", crate_folder.join("target"))
            .args(["build", "--release", "--target", TARGET])
            .args(["-Z", "build-std=std,panic_abort,proc_macro,test"]),
    )?;
    let built = crate_folder.join("target").join(TARGET);
    let complete = crate_folder.join("lib");
    copy_libraries(&built.join("release/deps"), &complete)?;
    clear(&place)?;
    make_folder(place.parent().unwrap_or(folder))?;
    // In one move, so that an interrupted copy is never taken for the whole.
    std::fs::rename(&complete, &place).map_err(|error| Fault::file("move", &complete, &error))?;
    clear(&crate_folder)
}

fn copy_libraries(from: &Path, to: &Path) -> Done {
    make_folder(to)?;
    let files = std::fs::read_dir(from).map_err(|error| Fault::file("read", from, &error))?;
    for file in files.flatten() {
        let name = file.file_name();
        if Path::new(&name).extension().is_some_and(|it| it == "rlib") {
            std::fs::copy(file.path(), to.join(&name))
                .map_err(|error| Fault::file("copy", &file.path(), &error))?;
        }
    }
    Ok(())
}
