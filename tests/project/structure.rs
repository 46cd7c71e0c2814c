//! Rules of ARCHITECTURE.md that neither the compiler nor a lint checks.

use std::fs;
use std::path::PathBuf;

use crate::{files, root};

const FOLDERS: &[&str] = &[
    "src",
    "crates",
    "tests",
    "loader",
    "site",
    "style",
    "packaging",
    "xtask",
    "examples",
    "benches",
    "bench",
];

/// `path:line: text` of every line that `is_wrong`.
fn wrong_lines(files: &[(PathBuf, String)], is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, text) in files {
        let name = path.strip_prefix(root()).unwrap().display();
        for (index, line) in text.lines().enumerate() {
            if is_wrong(line) {
                wrong.push(format!("{name}:{}: {}", index + 1, line.trim()));
            }
        }
    }
    wrong
}

#[test]
fn no_style_attribute_and_no_html_from_strings() {
    let banned = [
        "style=",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "set_inner_html",
        "from_html_unchecked",
        "DOMParser",
        "srcdoc",
        "eval(",
    ];
    let mut shipped = files(&["src", "crates", "loader", "site"], &[".rs", ".js"]);
    shipped.retain(|(path, _)| !path.components().any(|part| part.as_os_str() == "tests"));
    let found = wrong_lines(&shipped, |line| {
        banned.iter().any(|word| line.contains(word))
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn style_is_logical() {
    let physical = |line: &str| {
        let property = line.trim().split(':').next().unwrap_or_default();
        let sides = ["left", "right", "top", "bottom"];
        let sided = sides
            .iter()
            .any(|side| property.split('-').any(|part| part == *side));
        let size = property
            .trim_start_matches("min-")
            .trim_start_matches("max-");
        let sized = ["width", "height"].contains(&size);
        let aligned = line.contains("text-align: left") || line.contains("text-align: right");
        line.contains(':') && (sided || sized) || aligned
    };
    for line in [
        "  margin-left: 1rem;",
        "width: 3px",
        "  top: 0;",
        "border-top-left-radius: 0",
        "max-width: 3px",
    ] {
        assert!(physical(line), "{line}");
    }
    assert!(!physical("  margin-inline-start: 1rem;") && !physical("@media (max-width: 3rem) {"));
    let found = wrong_lines(&files(&["style", "site"], &[".css"]), physical);
    assert_eq!(found, Vec::<String>::new());
}

/// The selectors of the rules of a style sheet.
fn selectors(sheet: &str) -> Vec<String> {
    let code: String = sheet
        .split("/*")
        .map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest))
        .collect();
    let heads = code.split('{').map(|head| head.rsplit([';', '}']).next());
    let heads = heads
        .flatten()
        .filter(|head| !head.trim_start().starts_with('@'));
    let mut depth = 0;
    let selectors = heads.flat_map(|head| {
        let parts = head.split(|character| {
            depth += i32::from(character == '(') - i32::from(character == ')');
            character == ',' && depth == 0
        });
        parts.map(str::trim).map(str::to_owned).collect::<Vec<_>>()
    });
    selectors.filter(|selector| !selector.is_empty()).collect()
}

#[test]
fn the_style_of_a_screen_reaches_no_other() {
    let sheet =
        ".a b { color: red } /* c { } */ @media x { .a .d, :is(.a, .b) e { top: 0; margin: 0 } }";
    assert_eq!(selectors(sheet), [".a b", ".a .d", ":is(.a, .b) e"]);
    for (sheet, screens) in [
        ("welcome", &[".welcome"][..]),
        ("item", &[".item", ".review", ":is(.welcome, .item)"]),
    ] {
        let text = fs::read_to_string(root().join(format!("style/{sheet}.css"))).unwrap();
        let found = selectors(&text);
        assert!(found.len() > 20, "{sheet}");
        let astray = found
            .iter()
            .filter(|selector| !screens.iter().any(|screen| selector.starts_with(screen)));
        assert_eq!(astray.collect::<Vec<_>>(), Vec::<&String>::new(), "{sheet}");
    }
}

#[test]
fn files_stay_short() {
    let all = files(
        FOLDERS,
        &[".rs", ".js", ".mjs", ".css", ".php", ".ts", ".py"],
    );
    let long = all.iter().filter(|(_, text)| text.lines().count() > 400);
    assert_eq!(
        long.map(|(path, _)| path).collect::<Vec<_>>(),
        Vec::<&PathBuf>::new()
    );
}

/// Cargo does not mention a file of tests that no `mod` declares.
#[test]
fn every_file_of_tests_is_a_module() {
    let mut undeclared = Vec::new();
    for (path, _) in files(&["tests", "crates"], &[".rs"]) {
        let (folder, module) = (
            path.parent().unwrap(),
            path.file_stem().unwrap().to_string_lossy(),
        );
        let tests = folder.components().any(|part| part.as_os_str() == "tests");
        if !tests || folder.ends_with("tests") || ["main", "mod"].contains(&&*module) {
            continue;
        }
        let declared = ["main.rs", "mod.rs"].iter().any(|parent| {
            let text = fs::read_to_string(folder.join(parent)).unwrap_or_default();
            text.lines()
                .any(|line| line.trim_start_matches("pub ") == format!("mod {module};"))
        });
        if !declared {
            undeclared.push(path);
        }
    }
    assert_eq!(undeclared, Vec::<PathBuf>::new());
}

#[test]
fn no_comment_postpones_work() {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME")];
    let all = files(
        FOLDERS,
        &[".rs", ".js", ".mjs", ".css", ".php", ".ts", ".py"],
    );
    let found = wrong_lines(&all, |line| marks.iter().any(|mark| line.contains(mark)));
    assert_eq!(found, Vec::<String>::new());
}
