//! The rules of ARCHITECTURE.md that a compiler does not hold.

use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below the project's own folders whose name ends in one of `endings`.
pub(crate) fn files(folders: &[&str], endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| root().join(folder)).collect();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.to_string_lossy().into_owned();
            if path.is_dir() {
                open.push(path);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty(), "nothing found in {folders:?}");
    found
}

/// `path:line: text` of every line that `is_wrong`.
fn wrong_lines(files: &[(PathBuf, String)], is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, text) in files {
        let name = path.strip_prefix(root()).unwrap().display();
        for (number, line) in text.lines().enumerate() {
            if is_wrong(line) {
                wrong.push(format!("{name}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    wrong
}

#[test]
fn no_style_attribute_and_no_html_from_strings() {
    let all = files(&["src", "crates", "loader", "site"], &[".rs", ".js"]);
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
    let found = wrong_lines(&all, |line| {
        // What the builder shows as text for a page of the owner's is not run here.
        let shown =
            line.contains("style=\\\"border: 0\\\"") || line.contains("style=\"border: 0\"");
        !shown && banned.iter().any(|word| line.contains(word))
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn style_is_logical() {
    let physical = |line: &str| {
        let property = line.trim().split(':').next().unwrap_or_default();
        let sided = ["left", "right", "top", "bottom"]
            .iter()
            .any(|side| property == *side || property.ends_with(&format!("-{side}")));
        let sized = ["width", "height"].iter().any(|size| {
            [String::new(), "min-".into(), "max-".into()]
                .iter()
                .any(|prefix| property == format!("{prefix}{size}"))
        });
        let aligned = line.contains("text-align: left") || line.contains("text-align: right");
        line.contains(':') && (sided || sized) || aligned
    };
    assert!(physical("  margin-left: 1rem;") && physical("width: 3px") && physical("  top: 0;"));
    assert!(!physical("  margin-inline-start: 1rem;") && !physical("@media (max-width: 3rem) {"));
    assert_eq!(
        wrong_lines(&files(&["style", "site"], &[".css"]), physical),
        Vec::<String>::new()
    );
}

#[test]
fn files_stay_short() {
    let all = files(
        &[
            "src",
            "crates",
            "tests",
            "loader",
            "site",
            "style",
            "packaging",
            "xtask/src",
            "examples",
            "benches",
            "bench/lib",
            "bench/drivers",
            "bench/peers",
        ],
        &[".rs", ".js", ".mjs", ".css"],
    );
    let long: Vec<_> = all
        .iter()
        .filter(|(_, text)| text.lines().count() > 400)
        .map(|(path, text)| format!("{}: {}", path.display(), text.lines().count()))
        .collect();
    assert_eq!(long, Vec::<String>::new());
}

#[test]
fn every_file_of_native_tests_is_a_module_that_runs() {
    let mut left_out = Vec::new();
    for (path, _) in files(&["tests", "crates"], &[".rs"]) {
        if !path.components().any(|part| part.as_os_str() == "tests") {
            continue;
        }
        let folder = path.parent().unwrap();
        let module = path.file_stem().unwrap().to_string_lossy();
        let roots = ["main.rs", "mod.rs"].map(|root| folder.join(root));
        if folder.ends_with("tests") || roots.contains(&path) {
            continue;
        }
        let declared = roots.iter().any(|root| {
            let text = fs::read_to_string(root).unwrap_or_default();
            text.lines()
                .any(|line| line.trim_start_matches("pub ") == format!("mod {module};"))
        });
        if !declared {
            left_out.push(path);
        }
    }
    assert_eq!(left_out, Vec::<PathBuf>::new());
}

#[test]
fn nothing_is_put_off_in_a_comment() {
    let all = files(
        &[
            "src",
            "crates",
            "tests",
            "loader",
            "style",
            "xtask/src",
            "examples",
            "docs",
            "benches",
            "bench/lib",
            "bench/drivers",
            "bench/peers",
        ],
        &[".rs", ".js", ".mjs", ".css", ".md", ".json"],
    );
    let this = root().join("tests/project/structure.rs");
    let others: Vec<_> = all.into_iter().filter(|(path, _)| *path != this).collect();
    let banned = ["TODO", "FIXME", "XXX"];
    let found = wrong_lines(&others, |line| {
        banned.iter().any(|word| line.contains(word))
    });
    assert_eq!(found, Vec::<String>::new());
}
