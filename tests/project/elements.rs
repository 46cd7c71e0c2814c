//! `custom-elements.json` describes the element for editors and catalogues. It is written by hand;
//! here it is compared with the loader, the program, the style sheets, the README and the packages.

use app::attributes;
use serde_json::Value;
use std::collections::BTreeSet;

use crate::{files, read};

/// Every file with this ending below a folder, as one text.
fn read_all(folder: &str, ending: &str) -> String {
    let files = files(&[folder], &[ending]).into_iter();
    files.map(|(_, text)| text).collect()
}

/// What follows each `before`, up to the next character that `ends` it.
fn all_after<'a>(text: &'a str, before: &str, ends: impl Fn(char) -> bool) -> BTreeSet<&'a str> {
    let found = text.match_indices(before).map(|(index, _)| {
        let rest = &text[index + before.len()..];
        &rest[..rest.find(&ends).unwrap_or(rest.len())]
    });
    found.collect()
}

fn declaration() -> Value {
    let manifest: Value = serde_json::from_str(&read("custom-elements.json")).unwrap();
    assert_eq!(manifest["schemaVersion"], "2.1.0");
    manifest["modules"][0]["declarations"][0].clone()
}

fn entries(kind: &str) -> Vec<Value> {
    let list = declaration()[kind].as_array().cloned().unwrap_or_default();
    for entry in &list {
        let described = entry["description"].as_str().unwrap_or_default();
        assert!(described.ends_with('.'), "{kind}: {entry}");
    }
    list
}

fn text<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry[key].as_str().unwrap_or_default()
}

fn names(entries: &[Value]) -> BTreeSet<&str> {
    let names: BTreeSet<&str> = entries.iter().map(|entry| text(entry, "name")).collect();
    assert_eq!(names.len(), entries.len(), "a name is listed twice");
    names
}

/// The string literals of a type such as `"a" | "b" | null`.
fn values(entry: &Value) -> Vec<String> {
    let union = entry["type"]["text"].as_str().unwrap();
    let quoted = union.split('"').skip(1).step_by(2);
    quoted.map(String::from).collect()
}

/// The attributes that the loader observes, with the properties that reflect them.
fn loader_properties() -> Vec<(String, String)> {
    let source = read("loader/attributes.js");
    let pairs = source.lines().filter_map(|line| {
        let (property, rest) = line.trim().split_once(": \"")?;
        Some((rest.strip_suffix("\",")?.to_owned(), property.to_owned()))
    });
    pairs.collect()
}

#[test]
fn attributes_and_properties_are_those_of_the_loader() {
    let listed = entries("attributes");
    let pairs = loader_properties();
    let mut observed: BTreeSet<&str> = pairs.iter().map(|(name, _)| name.as_str()).collect();
    observed.insert("lang");
    assert_eq!(names(&listed), observed);

    let members = entries("members");
    let properties: BTreeSet<&str> = pairs.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names(&members), properties);
    for (name, property) in &pairs {
        let attribute = listed.iter().find(|entry| entry["name"] == **name).unwrap();
        let member = members.iter().find(|entry| entry["name"] == **property);
        let member = member.unwrap();
        assert_eq!(attribute["fieldName"], **property);
        assert_eq!(member["attribute"], **name);
        assert_eq!(member["reflects"], true);
        let nullable = format!("{} | null", text(&attribute["type"], "text"));
        assert_eq!(member["type"]["text"], nullable);
    }
}

#[test]
fn values_and_defaults_are_those_that_the_program_reads() {
    let parsed = |name: &str, value: &str| {
        attributes::read(|asked| (asked == name).then(|| value.to_owned()))
    };
    for entry in entries("attributes") {
        let name = text(&entry, "name");
        if !attributes::READ.contains(&name) {
            continue;
        }
        for value in values(&entry) {
            let (_, warnings) = parsed(name, &value);
            assert!(warnings.is_empty(), "{name}: {warnings:?}");
        }
        if let Some(default) = entry["default"].as_str() {
            let (read, warnings) = parsed(name, default);
            assert_eq!(read, attributes::Attributes::default(), "{name}");
            assert!(warnings.is_empty(), "{name}: {warnings:?}");
        }
    }
}

/// The program validates these two attributes; the style sheets and the loader act on them.
#[test]
fn values_of_theme_and_loading_are_those_of_style_and_loader() {
    let listed = entries("attributes");
    let of = |name: &str| {
        let entry = listed.iter().find(|entry| entry["name"] == name).unwrap();
        (values(entry), text(entry, "default").to_owned())
    };
    let style = read_all("style", ".css");
    let (themes, theme) = of("theme");
    assert_eq!(theme, "auto");
    let mut styled = all_after(&style, "[theme=\"", |c| c == '"');
    styled.insert(&theme);
    assert_eq!(styled, themes.iter().map(String::as_str).collect());
    let (loadings, loading) = of("loading");
    assert_eq!((loadings.len(), loading.as_str()), (2, "lazy"));
    let loader = read("loader/leadership-audit.js");
    assert!(loadings.contains(&"eager".to_owned()) && loader.contains("=== \"eager\""));
}

#[test]
fn events_are_those_that_are_dispatched() {
    let listed = entries("events");
    let program = read_all("src/shell", ".rs");
    let mut sent = all_after(&program, "\"leadership-audit-", |c| c == '"');
    let loader = read_all("loader", ".js");
    sent.extend(all_after(&loader, "#emit(\"", |c| c == '"'));
    let short = |name| str::strip_prefix(name, "leadership-audit-").unwrap();
    let named: BTreeSet<&str> = names(&listed).into_iter().map(short).collect();
    assert_eq!(named, sent);
    for event in &listed {
        let detail = text(&event["type"], "text");
        assert!(detail.starts_with("CustomEvent<"), "{event}");
    }
}

#[test]
fn kinds_of_failure_are_those_of_the_loader() {
    let listed = entries("events");
    let failed = listed
        .iter()
        .find(|event| text(event, "name").ends_with("-failed"));
    let source = read("loader/failure.js");
    let (_, table) = source.split_once("const WHY = {").unwrap();
    let (table, _) = table.split_once("};").unwrap();
    let kinds = table.lines().filter_map(|line| line.split_once(": \""));
    let kinds: BTreeSet<String> = kinds.map(|(kind, _)| kind.trim().to_owned()).collect();
    assert_eq!(
        values(failed.unwrap()).into_iter().collect::<BTreeSet<_>>(),
        kinds
    );
}

#[test]
fn parts_are_those_of_the_screens() {
    let markup = read("src/ui.rs") + &read_all("src/ui", ".rs");
    let drawn: BTreeSet<&str> = all_after(&markup, "part=\"", |c| c == '"')
        .into_iter()
        .flat_map(str::split_whitespace)
        .collect();
    assert_eq!(names(&entries("cssParts")), drawn);
}

#[test]
fn custom_properties_are_those_of_the_tokens_with_their_defaults() {
    let tokens = read("style/tokens.css");
    let listed = entries("cssProperties");
    let short = |name| str::strip_prefix(name, "--leadership-audit-").unwrap();
    let named: BTreeSet<&str> = names(&listed).into_iter().map(short).collect();
    let ends = |c: char| !(c.is_ascii_alphanumeric() || c == '-');
    assert_eq!(named, all_after(&tokens, "--leadership-audit-", ends));
    for property in listed {
        let name = text(&property, "name");
        // A default that is computed from other properties is described in words.
        let written = fallback(&tokens, name).filter(|value| !value.contains("var("));
        assert_eq!(property["default"].as_str(), written.as_deref(), "{name}");
    }
}

/// The fallback of a custom property in a style sheet, on one line.
fn fallback(sheet: &str, name: &str) -> Option<String> {
    let sheet = sheet.split_whitespace().collect::<Vec<_>>().join(" ");
    let sheet = sheet.replace("( ", "(").replace(" )", ")");
    let (_, rest) = sheet.split_once(&format!("var({name}, "))?;
    let mut depth = 1;
    let end = rest.find(|character| {
        depth += i32::from(character == '(') - i32::from(character == ')');
        depth == 0
    })?;
    Some(rest[..end].to_owned())
}

#[test]
fn the_readme_lists_everything_in_the_manifest() {
    let readme = read("README.md");
    let rows: Vec<&str> = readme
        .lines()
        .filter(|line| line.starts_with('|'))
        .collect();
    let row = |name: &str| {
        rows.iter()
            .any(|row| row.starts_with(&format!("| `{name}`")))
    };
    for attribute in loader_properties() {
        assert!(row(&attribute.0), "attribute {}", attribute.0);
    }
    for event in entries("events") {
        assert!(row(text(&event, "name")), "{event}");
    }
    // One row may list several properties by their endings, and all dark variants as `-dark`.
    let first = |row: &&str| row.split('|').nth(1).unwrap_or_default().to_owned();
    let firsts: String = rows.iter().map(first).collect();
    assert!(firsts.contains("`-dark`"));
    for property in entries("cssProperties") {
        let name = text(&property, "name").trim_end_matches("-dark");
        let end = name.trim_start_matches("--leadership-audit");
        let named = firsts.contains(&format!("`{name}`")) || firsts.contains(&format!("`{end}`"));
        assert!(named, "{name}");
    }
    let parts = readme.split("::part()").nth(1).unwrap();
    for part in entries("cssParts") {
        assert!(
            parts.contains(&format!("`{}`", text(&part, "name"))),
            "{part}"
        );
    }
}

#[test]
fn the_types_of_the_package_are_those_of_the_manifest() {
    let types = read("packaging/npm/leadership-audit.d.ts");
    let has = |line: &str| assert!(types.lines().any(|found| found.trim() == line), "{line}");
    for member in entries("members") {
        let union = text(&member["type"], "text");
        has(&format!("{}: {union};", text(&member, "name")));
    }
    for event in entries("events") {
        let name = text(&event, "name");
        if name.ends_with("-failed") {
            // The kinds are a named type there.
            for kind in values(&event) {
                assert!(types.contains(&format!("| \"{kind}\"")), "{kind}");
            }
        } else {
            let detail = text(&event["type"], "text").replace(", ", "; ");
            has(&format!("\"{name}\": {detail};"));
        }
    }
    let listed = all_after(&types, "\"leadership-audit-", |c| c == '"').len();
    assert_eq!(listed, entries("events").len());
}

#[test]
fn the_wordpress_plugin_takes_the_same_attributes() {
    let plugin = read("packaging/wordpress/leadership-audit.php");
    let (_, list) = plugin.split_once("const ATTRIBUTES = array(").unwrap();
    let (list, rest) = list.split_once(");").unwrap();
    let taken: Vec<&str> = list.split('\'').skip(1).step_by(2).collect();
    let attributes = entries("attributes");
    assert_eq!(
        taken.into_iter().collect::<BTreeSet<_>>(),
        names(&attributes)
    );
    // The settings in the block editor: a title for each attribute, and the values it can have.
    let (_, asked) = rest.split_once("function settings").unwrap();
    let (asked, _) = asked.split_once("\n}").unwrap();
    for attribute in &attributes {
        let start = format!("'{}' ", text(attribute, "name"));
        let mut lines = asked.lines();
        let line = lines.find(|line| line.trim().starts_with(&start));
        let values: Vec<String> = values(attribute).iter().map(|v| format!("'{v}'")).collect();
        let line = line.unwrap_or_else(|| panic!("{start} has no setting"));
        assert_eq!(values.is_empty(), !line.contains(", array( "), "{line}");
        assert!(line.contains(&values.join(", ")), "{line}");
    }
}
