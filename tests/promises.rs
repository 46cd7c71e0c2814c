//! What SECURITY.md and PRIVACY.md promise is shown by tests, and those are there.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The bold promises of a document with what stands behind the dash of each.
fn promises(text: &str) -> Vec<(String, String)> {
    let items = text.split("\n- **").skip(1);
    let items = items.map(|item| item.split("\n\n").next().unwrap_or_default());
    items
        .map(|item| {
            let item = item.split_whitespace().collect::<Vec<_>>().join(" ");
            let (promise, shown) = item.rsplit_once(" — ").unwrap_or((&item, ""));
            (promise.to_owned(), shown.to_owned())
        })
        .collect()
}

/// Each test file with the words that must stand in it.
fn named(shown: &str) -> Vec<(String, Vec<String>)> {
    let files = shown.split("; ").filter_map(|part| part.split_once(": `"));
    files
        .map(|(file, tests)| {
            let tests = tests
                .split("`, `")
                .map(|test| test.trim_end_matches(['`', '.']));
            let file = file.trim_matches('`').to_owned();
            (file, tests.map(str::to_owned).collect())
        })
        .collect()
}

#[test]
fn every_promise_names_a_test_that_is_there() {
    for (document, least) in [("SECURITY.md", 9), ("PRIVACY.md", 8)] {
        let promises = promises(&read(document));
        assert!(promises.len() >= least, "{document}: {}", promises.len());
        for (promise, shown) in promises {
            let by_command = shown.contains("`cargo xtask ");
            let named = named(&shown);
            assert!(by_command || !named.is_empty(), "{document}: {promise}");
            for (file, tests) in named {
                let text = read(&file);
                for test in tests {
                    assert!(text.contains(&test), "{document}: {file} has no {test}");
                }
            }
        }
    }
}

#[test]
fn a_promise_is_read_with_its_tests() {
    let text = "# A\n\n- **One.** And\n  more. — `a.rs`: `x`,\n  `y`; `b.mjs`: `z: of it`\n- **Two.** — `cargo xtask deny`\n\nEnd";
    let promises = promises(text);
    assert_eq!(promises.len(), 2);
    assert_eq!(promises[0].0, "One.** And more.");
    let expected = vec![
        ("a.rs".to_owned(), vec!["x".to_owned(), "y".to_owned()]),
        ("b.mjs".to_owned(), vec!["z: of it".to_owned()]),
    ];
    assert_eq!(named(&promises[0].1), expected);
    assert_eq!(named(&promises[1].1), vec![]);
}
