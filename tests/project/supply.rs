//! Where crates, npm packages and tools come from. Known advisories are `cargo xtask deny`'s, which needs
//! their database.

use std::process::Command;

use serde_json::Value;

use crate::{files, read};

/// The texts in a list of `deny.toml`.
fn listed(name: &str) -> Vec<String> {
    let text = read("deny.toml");
    let (_, list) = text.split_once(&format!("\n{name} = [")).unwrap();
    let (list, _) = list.split_once("]\n").unwrap();
    let texts = list.split('"').skip(1).step_by(2);
    texts.map(str::to_owned).collect()
}

#[test]
fn every_crate_is_locked_with_its_hash_and_comes_from_one_registry() {
    let lock = read("Cargo.lock");
    let mut foreign = 0;
    for package in lock.split("[[package]]\n").skip(1) {
        let field = |name: &str| {
            let prefix = format!("{name} = \"");
            let mut lines = package.lines();
            lines.find_map(|line| line.strip_prefix(&prefix)?.strip_suffix('"'))
        };
        let Some(source) = field("source") else {
            continue;
        };
        foreign += 1;
        let registry = "registry+https://github.com/rust-lang/crates.io-index";
        assert_eq!(source, registry, "{package}");
        let hash = field("checksum").unwrap_or_default();
        let digits = hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        assert!(hash.len() == 64 && digits, "{package}");
    }
    assert!(foreign > 100, "only {foreign} crates were found");
}

/// Whether an expression of SPDX licences can be kept with those that are allowed.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let expression = expression.replace('/', " OR ");
    // One level of brackets is all that crates use.
    if let Some((before, rest)) = expression.split_once('(') {
        let (inside, after) = rest.split_once(')').unwrap();
        let inside = if is_allowed(inside, allowed) {
            &allowed[0]
        } else {
            "none"
        };
        return is_allowed(&format!("{before}{inside}{after}"), allowed);
    }
    let one = |licence: &str| allowed.iter().any(|known| known == licence.trim());
    let all = |part: &str| part.split(" AND ").all(one);
    expression.split(" OR ").any(all)
}

#[test]
fn licences_are_read_as_they_are_meant() {
    let allowed = ["MIT".to_owned(), "Unicode-3.0".to_owned()];
    for (expression, expected) in [
        ("MIT", true),
        ("MIT/Apache-2.0", true),
        ("Apache-2.0 / MIT", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR MIT", true),
        ("GPL-3.0 AND MIT", false),
        ("(GPL-3.0 OR MIT) AND Unicode-3.0", true),
        ("(GPL-3.0 OR MPL-2.0) AND Unicode-3.0", false),
        ("", false),
    ] {
        assert_eq!(is_allowed(expression, &allowed), expected, "{expression}");
    }
}

#[test]
fn every_crate_has_a_licence_that_deny_toml_allows() {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut allowed = listed("allow");
    // Of a crate that tests alone use, which `cargo deny` leaves out.
    allowed.push("MIT-0".to_owned());
    for target in ["x86_64-unknown-linux-gnu", "wasm32-unknown-unknown"] {
        let asked = [
            "metadata",
            "--locked",
            "--all-features",
            "--format-version",
            "1",
        ];
        let mut command = Command::new(&cargo);
        command.args(asked).args(["--filter-platform", target]);
        let output = command.current_dir(crate::root()).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
        let packages = metadata["packages"].as_array().unwrap();
        assert!(packages.len() > 100, "{target}: {}", packages.len());
        for package in packages {
            let licence = package["license"].as_str().unwrap_or_default();
            assert!(
                is_allowed(licence, &allowed),
                "{}: {licence}",
                package["name"]
            );
        }
    }
}

#[test]
fn every_advisory_that_is_ignored_names_a_locked_crate_and_a_reason() {
    let ignored = listed("ignore");
    assert!(!ignored.is_empty());
    for pair in ignored.chunks(2) {
        let (id, reason) = (&pair[0], &pair[1]);
        assert!(id.starts_with("RUSTSEC-"), "{id}");
        let (name, why) = reason.split_once(": ").unwrap();
        assert!(why.len() > 20, "{reason}");
        let locked = format!("name = \"{name}\"\n");
        assert!(
            read("Cargo.lock").contains(&locked),
            "{id}: {name} is gone, and so may this be"
        );
    }
}

#[test]
fn tools_are_installed_as_locked_if_they_can_be_and_npm_runs_no_scripts() {
    let mut commands = 0;
    for (path, text) in files(
        &["xtask", "tests/packages", "bench", "packaging"],
        &[".rs", ".mjs"],
    ) {
        for line in text
            .lines()
            .map(str::trim)
            .filter(|line| !line.starts_with("//"))
        {
            if line.contains("\"cargo install ") && !line.contains("--list") {
                assert!(line.contains(" {locked...} "), "{}: {line}", path.display());
                let tried = text.contains("options, &[\"--locked\"]).is_err()");
                assert!(tried, "{}: not tried as locked first", path.display());
                commands += 1;
            }
            if line.contains("\"npm ci ") {
                assert!(
                    line.contains(" --ignore-scripts "),
                    "{}: {line}",
                    path.display()
                );
                commands += 1;
            }
        }
    }
    assert_eq!(commands, 2, "the two places that install");
    let hosts = read("tests/packages/hosts.mjs");
    assert!(hosts.contains("[\"--ignore-scripts\","), "the third");
}
