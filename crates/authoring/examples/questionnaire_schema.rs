//! Writes what follows from what a questionnaire file may hold: `schema/questionnaire.v1.json`, and the table of fields in
//! `docs/instrument.md`. In the folder of the project: `cargo run -p authoring --example questionnaire_schema`.

use std::error::Error;
use std::fs;

use authoring::{fields_table, schema_text};

const SCHEMA: &str = "schema/questionnaire.v1.json";
const PAGE: &str = "docs/instrument.md";
const BEGIN: &str = "<!-- Begin generated fields: by cargo xtask generate, from crates/authoring/src/shape.rs. -->\n";
const END: &str = "<!-- End generated -->";

fn main() -> Result<(), Box<dyn Error>> {
    fs::write(SCHEMA, schema_text())?;
    let page = fs::read_to_string(PAGE)?;
    let (before, rest) = page
        .split_once(BEGIN)
        .ok_or("the page has no place for the table")?;
    let (_, after) = rest.split_once(END).ok_or("the table has no end")?;
    fs::write(PAGE, [before, BEGIN, &fields_table(), END, after].concat())?;
    Ok(())
}
