//! Versions: the one that Cargo.lock asks for, and the ones that programs report.

/// The version of `package` in the text of a Cargo.lock.
pub(crate) fn locked(lock: &str, package: &str) -> Option<String> {
    let wanted = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| line.trim() == wanted)?;
    let version = lines.next()?.trim().strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

/// Whether a program's answer to `--version`, such as `trunk 0.21.14`, names exactly `wanted`.
pub(crate) fn is(answer: &str, wanted: &str) -> bool {
    answer.split_whitespace().any(|word| word == wanted)
}

/// Major and minor of the first version in a text such as `rustc 1.96.0 (ac68faa20 …)`.
pub(crate) fn major_minor(answer: &str) -> Option<(u32, u32)> {
    answer.split_whitespace().find_map(|word| {
        let mut parts = word.trim_start_matches('v').split('.');
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"
dependencies = [
 "wasm-bindgen-macro",
]

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.131"
"#;

    #[test]
    fn the_locked_version_is_that_of_the_whole_name() {
        assert_eq!(locked(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        let longer = locked(LOCK, "wasm-bindgen-macro");
        assert_eq!(longer.as_deref(), Some("0.2.131"));
        assert_eq!(locked(LOCK, "wasm"), None);
    }

    #[test]
    fn a_version_is_compared_as_a_whole_word() {
        assert!(is("trunk 0.21.14", "0.21.14"));
        assert!(!is("trunk 0.21.14", "0.21.1"));
        assert!(!is("", "0.21.14"));
    }

    #[test]
    fn versions_are_read_out_of_what_programs_say() {
        let rustc = "rustc 1.96.0 (ac68faa20 2026-05-25)";
        assert_eq!(major_minor(rustc), Some((1, 96)));
        assert_eq!(major_minor("v20.20.2"), Some((20, 20)));
        assert_eq!(major_minor("no such thing"), None);
    }
}
