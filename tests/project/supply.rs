//! How crates are locked and tools are installed. Licences, sources and advisories are checked by `cargo
//! xtask deny`.

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
fn every_crate_is_locked_with_its_hash() {
    let lock = read("Cargo.lock");
    let mut foreign = 0;
    for package in lock.split("[[package]]\n").skip(1) {
        let field = |name: &str| {
            let prefix = format!("{name} = \"");
            let mut lines = package.lines();
            lines.find_map(|line| line.strip_prefix(&prefix)?.strip_suffix('"'))
        };
        // Those of the project have no source.
        if field("source").is_none() {
            continue;
        }
        foreign += 1;
        let hash = field("checksum").unwrap_or_default();
        let digits = hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        assert!(hash.len() == 64 && digits, "{package}");
    }
    assert!(foreign > 100, "only {foreign} crates were found");
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
