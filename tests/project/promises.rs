//! Every promise of SECURITY.md and PRIVACY.md, and every check of docs/accessibility.md, names an
//! existing test.

use crate::read;

/// The promises of a document (list items that begin in bold), each with the tests after its dash.
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

/// Each test file with the names that it must contain.
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
fn every_promise_names_an_existing_test() {
    for (document, least) in [
        ("SECURITY.md", 9),
        ("PRIVACY.md", 8),
        ("docs/accessibility.md", 12),
    ] {
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

/// WCAG 2.2, levels A and AA.
const CRITERIA: &str = "1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 \
    1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 \
    2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 \
    3.3.4 3.3.7 3.3.8 4.1.2 4.1.3";

#[test]
fn the_checklist_of_accessibility_has_every_criterion_and_says_how_it_was_checked() {
    let text = read("docs/accessibility.md");
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| {
            line.strip_prefix("| ")
                .is_some_and(|rest| rest.starts_with(char::is_numeric))
        })
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let numbers = rows
        .iter()
        .map(|row| row[0].split(' ').next().unwrap_or_default());
    assert_eq!(
        numbers.collect::<Vec<_>>(),
        CRITERIA.split_whitespace().collect::<Vec<_>>()
    );
    for row in rows {
        assert_eq!(row.len(), 5, "{row:?}");
        for check in row[3].split(", ") {
            let described = text.contains(&format!("- **{check}.**"));
            assert!(described || check == "looking", "{row:?}");
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
