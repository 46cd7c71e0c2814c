//! Prints the JSON Schema of the exported result:
//! `cargo run -q --example result_schema --features schema > schema/result.v1.json`.
//!
//! It is made from the Rust types that write the export, so that the two cannot drift apart.

use std::io::{self, Write};

use records::document::schema_text;

fn main() -> io::Result<()> {
    io::stdout().write_all(schema_text().as_bytes())
}
