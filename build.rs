//! Has the linker keep the relocations of a browser program that is released: `wasm-split-cli`
//! splits it by them. Only for the programs themselves: as a flag for all of rustc it would build
//! every dependency twice.
//!
//! Also leaves out of the style of printed pages what only people read, since the program carries it.

use std::env::var;
use std::error::Error;
use std::fs;

const PRINT: [&str; 2] = ["style/print.css", "style/print-chart.css"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut print = String::new();
    for sheet in PRINT {
        println!("cargo::rerun-if-changed={sheet}");
        print.push_str(&packed(&fs::read_to_string(sheet)?));
    }
    fs::write(format!("{}/print.css", var("OUT_DIR")?), print)?;
    let is = |name: &str, value: &str| var(name).is_ok_and(|set| set == value);
    if is("CARGO_CFG_TARGET_FAMILY", "wasm") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bin=leadership-audit-widget=--emit-relocs");
    }
    Ok(())
}

/// A style sheet without comments, indentation and line breaks.
fn packed(style: &str) -> String {
    let rules = style
        .split("/*")
        .enumerate()
        .map(|(index, part)| match part.split_once("*/") {
            Some((_, rest)) if index > 0 => rest,
            _ => part,
        });
    rules.flat_map(str::lines).map(str::trim).collect()
}
