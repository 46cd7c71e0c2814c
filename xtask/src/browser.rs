//! A real browser and the program that drives it.

use crate::fault::{Done, Fault};
use crate::project::{Project, write};
use crate::{apt, toolchain};
use std::path::{Path, PathBuf};

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const DRIVERS: [&str; 1] = ["chromedriver"];

/// Root needs `--no-sandbox`; the rest keeps the browser from talking to anyone but the tests.
const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

#[derive(Debug, Clone)]
pub(crate) struct Browser {
    pub program: PathBuf,
    pub driver: PathBuf,
    /// What wasm-bindgen's test runner is to ask the driver for.
    pub capabilities: PathBuf,
}

pub(crate) fn ensure(project: &Project) -> Done<Browser> {
    if found().is_none() && apt::here() {
        let packages = ["chromium", "chromium-driver"];
        apt::install(project, "a browser for the tests", &packages)?;
    }
    let (program, driver) = found().ok_or_else(|| {
        Fault::new(
            "Looking for a browser to test in",
            "There is no Chromium or Chrome with its chromedriver on PATH.",
            "Install Chromium (or Chrome) and the chromedriver of the same version, \
             or name them in CHROMIUM and CHROMEDRIVER, then run the command again.",
        )
    })?;
    let capabilities = project.tools().join("webdriver.json");
    write(&capabilities, &webdriver_json(&program))?;
    Ok(Browser {
        program,
        driver,
        capabilities,
    })
}

/// What `CHROMIUM` and `CHROMEDRIVER` name, else what is on PATH.
fn found() -> Option<(PathBuf, PathBuf)> {
    Some((
        named("CHROMIUM", &BROWSERS)?,
        named("CHROMEDRIVER", &DRIVERS)?,
    ))
}

fn named(variable: &str, programs: &[&str]) -> Option<PathBuf> {
    let chosen = std::env::var_os(variable).map(PathBuf::from);
    chosen.or_else(|| on_path(programs))
}

/// The first of `names` that is on PATH.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = toolchain::path_with(&[]);
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let places = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.into_iter().find(|place| place.is_file())
}

fn webdriver_json(program: &Path) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let flags: Vec<String> = FLAGS.iter().map(|flag| quoted(flag)).collect();
    format!(
        "{{\"goog:chromeOptions\": {{\"binary\": {}, \"args\": [{}]}}}}\n",
        quoted(&program.to_string_lossy()),
        flags.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_driver_is_told_the_browser_and_its_flags() {
        let text = webdriver_json(Path::new(r#"/opt/odd "name"/chromium"#));
        assert!(text.contains(r#""binary": "/opt/odd \"name\"/chromium""#));
        assert!(text.contains(r#""--headless", "--no-sandbox""#));
        assert_eq!(text.matches('{').count(), text.matches('}').count());
    }
}
