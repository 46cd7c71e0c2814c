//! The rules of ARCHITECTURE.md that a compiler does not hold.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below the project's own folders whose name ends in one of `endings`.
pub fn files(folders: &[&str], endings: &[&str]) -> Vec<(PathBuf, String)> {
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

/// From the ground up; each module may use those before it on this list.
const FLOORS: [&[&str]; 16] = [
    &["json", "time"],
    &["instrument"],
    &["response"],
    &["scoring"],
    &["record"],
    &["store"],
    &["report", "change", "texts"],
    &["journal", "chart"],
    &["session", "practice"],
    &["workbook"],
    &["strings", "attributes"],
    &["summary", "print"],
    &["ui"],
    &["shell"],
    &["lib"],
    &["main", "bin"],
];

fn floor_of(module: &str) -> usize {
    FLOORS
        .iter()
        .position(|floor| floor.contains(&module))
        .unwrap_or_else(|| panic!("{module} has no floor in tests/project/structure.rs"))
}

/// The top-level module that a file below src/ belongs to.
fn module_of(path: &Path) -> String {
    let inside = path.strip_prefix(root().join("src")).unwrap();
    let first = inside.components().next().unwrap().as_os_str();
    first.to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The modules that a line names as `crate::module`.
fn named_modules(line: &str) -> Vec<&str> {
    line.match_indices("crate::")
        .map(|(place, path)| {
            let rest = &line[place + path.len()..];
            let end = rest.find(|character: char| !character.is_ascii_lowercase());
            &rest[..end.unwrap_or(rest.len())]
        })
        .filter(|module| !module.is_empty())
        .collect()
}

#[test]
fn modules_use_only_what_is_below_them() {
    let mut wrong = Vec::new();
    for (path, text) in files(&["src"], &[".rs"]) {
        let module = module_of(&path);
        let own = floor_of(&module);
        for line in text.lines() {
            for used in named_modules(line) {
                if used != module && floor_of(used) >= own {
                    wrong.push(format!("{}: {module} uses {used}", path.display()));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_module_that_is_named_is_found() {
    assert_eq!(named_modules("use crate::json::{self};"), ["json"]);
    assert_eq!(
        named_modules("fn a(b: crate::time::UnixMs) -> crate::report::Shown"),
        ["time", "report"]
    );
    assert_eq!(named_modules("use serde_json::Value;"), Vec::<&str>::new());
}

#[test]
fn the_map_in_the_architecture_names_every_module() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for module in FLOORS.iter().flat_map(|floor| floor.iter()) {
        if !["lib", "bin"].contains(module) {
            assert!(text.contains(&format!("`{module}`")), "{module}");
        }
    }
}

#[test]
fn without_default_features_no_browser_crate_is_in_the_tree() {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--no-default-features",
            "--edges",
            "normal,build,dev",
            "--prefix",
            "none",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    let tree = String::from_utf8(output.stdout).unwrap();
    assert!(tree.starts_with("leadership-audit "), "{tree}");
    for browser in ["yew ", "web-sys ", "js-sys ", "wasm-bindgen ", "gloo"] {
        assert!(
            !tree.lines().any(|line| line.starts_with(browser)),
            "{browser} is in the tree"
        );
    }
}

#[test]
fn no_program_is_unsafe_and_none_that_ships_panics() {
    let denied = [
        "clippy::unwrap_used",
        "clippy::expect_used",
        "clippy::panic",
        "clippy::indexing_slicing",
    ];
    for (program, ships) in [
        ("src/lib.rs", true),
        ("src/main.rs", true),
        ("src/bin/workbook.rs", true),
        ("xtask/src/main.rs", false),
    ] {
        let text = fs::read_to_string(root().join(program)).unwrap();
        assert!(text.contains("#![forbid(unsafe_code)]"), "{program}");
        for lint in denied.iter().filter(|_| ships) {
            assert!(text.contains(lint), "{program}: {lint}");
        }
    }
    // Every other program would need its line above. Tests may allow themselves what they need.
    let bins = fs::read_dir(root().join("src/bin")).unwrap().count();
    assert_eq!(bins, 1);
    let allowed = |line: &str| {
        let line = line.trim_start();
        line.starts_with("#[allow(clippy::") && denied.iter().any(|lint| line.contains(lint))
    };
    assert_eq!(
        wrong_lines(&files(&["src"], &[".rs"]), allowed),
        Vec::<String>::new()
    );
}

#[test]
fn no_style_attribute_and_no_html_from_strings() {
    let all = files(&["src", "loader", "site"], &[".rs", ".js"]);
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

/// A text that no screen asks for is written, translated and downloaded for nobody.
/// By name: where several tables have the name, it is enough that one of them is asked.
#[test]
fn every_text_is_asked_for_by_a_screen() {
    let (tables, others): (Vec<_>, Vec<_>) = files(&["src"], &[".rs"])
        .into_iter()
        .partition(|(path, _)| path.starts_with(root().join("src/strings")));
    let names = tables.iter().flat_map(|(_, text)| text.lines());
    let names = names.filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(": "));
    let mut names: Vec<&str> = names.map(|(name, _)| name).collect();
    names.retain(|name| !name.contains([' ', '(']));
    assert!(names.len() > 200, "only {} were read", names.len());
    names.retain(|name| {
        let asked = format!(".{name}");
        let ends =
            |rest: &str| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_');
        let asks = |text: &str| {
            text.match_indices(&asked)
                .any(|(at, _)| ends(&text[at + asked.len()..]))
        };
        !others.iter().any(|(_, text)| asks(text))
    });
    assert_eq!(names, [""; 0]);
}

#[test]
fn every_file_of_native_tests_is_a_module_that_runs() {
    let mut left_out = Vec::new();
    for (path, _) in files(&["tests"], &[".rs"]) {
        let folder = path.parent().unwrap();
        let module = path.file_stem().unwrap().to_string_lossy();
        let roots = ["main.rs", "mod.rs"].map(|root| folder.join(root));
        if folder == root().join("tests") || roots.contains(&path) {
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
