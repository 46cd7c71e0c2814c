//! Has the linker keep the relocations of a browser program that is released: `wasm-split-cli`
//! splits it by them. Only for the programs themselves: as a flag for all of rustc it would build
//! every dependency twice.

use std::env::var;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| var(name).is_ok_and(|set| set == value);
    if is("CARGO_CFG_TARGET_FAMILY", "wasm") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bin=leadership-audit-widget=--emit-relocs");
    }
}
