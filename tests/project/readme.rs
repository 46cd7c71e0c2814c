//! The tables of the README are those of the element.

use std::fs;

use crate::structure::{files, root};

#[test]
fn the_readme_names_what_the_element_has() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let rows = |kind: &str| readme.contains(kind);
    let loader = fs::read_to_string(root().join("loader/attributes.js")).unwrap();
    let listed: Vec<&str> = loader
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|name| *name != "lang")
        .collect();
    for attribute in app::attributes::READ {
        assert!(
            listed.contains(&attribute),
            "the loader observes {attribute}"
        );
    }
    for attribute in listed {
        assert!(rows(&format!("| `{attribute}` |")), "attribute {attribute}");
    }
    let sources = files(&["src/shell", "loader"], &[".rs", ".js"]);
    for event in [
        "started",
        "progressed",
        "completed",
        "exported",
        "shared",
        "erased",
        "ready",
        "failed",
    ] {
        assert!(
            rows(&format!("| `leadership-audit-{event}` |")),
            "event {event}"
        );
        let dispatched = sources.iter().any(|(_, text)| {
            text.contains(&format!("leadership-audit-{event}"))
                || text.contains(&format!("\"{event}\""))
        });
        assert!(dispatched, "event {event} is dispatched");
    }
    let tokens = fs::read_to_string(root().join("style/tokens.css")).unwrap();
    for property in ["accent", "font", "heading-font", "radius"] {
        assert!(
            rows(&format!("--leadership-audit-{property}")),
            "{property}"
        );
        assert!(
            tokens.contains(&format!("--leadership-audit-{property}")),
            "{property}"
        );
    }
    let ui: String = files(&["src/ui"], &[".rs"])
        .into_iter()
        .map(|(_, text)| text)
        .collect::<String>()
        + &fs::read_to_string(root().join("src/ui.rs")).unwrap();
    for part in [
        "screen", "heading", "button", "option", "progress", "chart", "map", "notices", "cta",
    ] {
        assert!(rows(&format!("`{part}`")), "part {part}");
        assert!(ui.contains(&format!("part=\"{part}\"")), "part {part}");
    }
}
