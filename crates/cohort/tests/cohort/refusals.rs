//! What is refused, and what is left out: never silently, never by stopping.

use std::fs;

use json::MAX_BYTES;
use measure::instrument::FormName::{Full, Short};

use super::{DONE, INCOMPLETE, REFUSED, Ran, cohort, folder, line};
use testing::{answers, completed, shipped, small, small_text};

/// A result of the shipped questionnaire.
fn ours() -> String {
    let instrument = shipped();
    line(
        &instrument,
        &completed(answers(&instrument, Full, "444244"), 90),
    )
}

/// A result of the short form of it.
fn short() -> String {
    let instrument = shipped();
    line(
        &instrument,
        &completed(answers(&instrument, Short, "444244"), 90),
    )
}

/// A result of quite another instrument.
fn theirs() -> String {
    let instrument = small(3, |text| text);
    line(
        &instrument,
        &completed(answers(&instrument, Full, "123"), 90),
    )
}

/// A result of the shipped questionnaire with other errors in it: the same id, another hash.
fn edition() -> String {
    ours().replace(&shipped().hash(), "fnv1a64:0123456789abcdef")
}

#[test]
fn mixed_instruments_are_refused_with_the_count_of_each() {
    let mixed = ours() + &theirs() + &ours() + &edition() + &theirs() + &theirs();
    let ran = cohort(["-"], &mixed);
    assert_eq!((ran.code, ran.output.as_str()), (REFUSED, ""));
    for said in [
        "refused: the scores of different instruments cannot be put together".to_owned(),
        format!(
            "  2 results answer leadership-relationships 1.0.0, {}",
            shipped().hash()
        ),
        format!(
            "  3 results answer small 1.0.0, {}",
            small(3, |text| text).hash()
        ),
        "  1 results answer leadership-relationships 1.0.0, fnv1a64:0123456789abcdef".to_owned(),
        "--skip-others".to_owned(),
    ] {
        assert!(ran.complaints.contains(&said), "{said}\n{}", ran.complaints);
    }

    let ran = cohort(["--skip-others", "-"], &mixed);
    assert_eq!(ran.code, DONE, "{ran:?}");
    assert!(
        ran.output
            .contains("6 looked at: 2 counted, 0 unreadable, 4 of other instruments left out")
    );
    let json = cohort(["--skip-others", "--json", "-"], &mixed).json();
    assert_eq!(json["results"]["other_instrument"], 4);
    assert_eq!(json["results"]["counted"], 2);
}

#[test]
fn another_instrument_can_be_asked_for() {
    let file = folder("asked").join("small.json");
    fs::write(&file, small_text(3)).unwrap();
    let arguments = ["--instrument", file.to_str().unwrap(), "-"];
    let ran = cohort(arguments, &(theirs() + &theirs()));
    assert_eq!(ran.code, DONE, "{ran:?}");
    assert!(
        ran.output.starts_with("Small (small 1.0.0, fnv1a64:"),
        "{ran:?}"
    );
    // A scale without items in the form has no row.
    assert!(
        ran.output.contains("\nOne ") && !ran.output.contains("\nTwo "),
        "{ran:?}"
    );

    // Without it, all of them answer another instrument, even if that may be skipped.
    for arguments in [vec!["-"], vec!["--skip-others", "-"]] {
        let ran = cohort(arguments, &theirs());
        assert_eq!(ran.code, REFUSED);
        assert!(
            ran.complaints
                .contains("  0 results answer leadership-relationships"),
            "{ran:?}"
        );
        assert!(
            ran.complaints.contains("  1 results answer small"),
            "{ran:?}"
        );
    }
}

#[test]
fn many_instruments_take_no_more_memory() {
    let results: String = (0..40)
        .map(|number| theirs().replace("\"small\"", &format!("\"small{number}\"")))
        .collect();
    let ran = cohort(["-"], &(ours() + &results));
    assert_eq!(ran.code, REFUSED);
    assert!(ran.complaints.contains("answer small15 1.0.0"), "{ran:?}");
    assert!(!ran.complaints.contains("answer small16 1.0.0"), "{ran:?}");
    assert!(
        ran.complaints.contains("  24 results answer still others"),
        "{ran:?}"
    );
}

#[test]
fn forms_are_never_mixed() {
    let both = ours() + &short() + &ours();
    let json = cohort(["--json", "-"], &both).json();
    assert_eq!(json["forms"][0]["form"], "full");
    assert_eq!(json["forms"][0]["counted"], 2);
    assert_eq!(json["forms"][1]["form"], "short");
    assert_eq!(json["forms"][1]["counted"], 1);

    let ran = cohort(["--form", "short", "-"], &both);
    assert_eq!(ran.code, DONE);
    assert!(
        ran.output
            .contains("3 looked at: 1 counted, 0 unreadable, 2 of another form left out")
    );
    assert!(!ran.output.contains("full form"), "{ran:?}");
    let ran = cohort(["--form", "short", "-"], &ours());
    assert_eq!(ran.code, REFUSED);
    assert!(
        ran.complaints.contains("no figures: 1 looked at"),
        "{ran:?}"
    );
}

#[test]
fn files_that_cannot_be_read_are_named_and_passed_over() {
    let home = folder("broken");
    let broken: Vec<(&str, Vec<u8>, &str)> = vec![
        ("cut.json", ours()[..900].into(), "$: EOF"),
        ("empty.json", Vec::new(), "$: EOF"),
        (
            "latin1.json",
            ours()
                .replace("\"en\"", "\"\u{1}\"")
                .bytes()
                .map(|byte| if byte == 1 { 0xe9 } else { byte })
                .collect(),
            "is not UTF-8",
        ),
        (
            "long.json",
            " ".repeat(MAX_BYTES + 1).into(),
            "longer than 1048576 bytes",
        ),
        (
            "newer.json",
            ours()
                .replacen("\"version\":1,", "\"version\":2,", 1)
                .into(),
            "$.version: is 2",
        ),
        (
            "other.json",
            ours()
                .replace("leadership-audit/result", "leadership-audit/backup")
                .into(),
            "$.schema: is not",
        ),
        (
            "six.json",
            ours()
                .replace("\"up-trust-1\":4", "\"up-trust-1\":6")
                .into(),
            "$.responses.up-trust-1: is not a response",
        ),
        (
            "item.json",
            ours().replace("up-trust-1", "up-trust-9").into(),
            "$.responses.up-trust-9: there is no such item",
        ),
        (
            "form.json",
            ours()
                .replace("\"form\":\"full\"", "\"form\":\"short\"")
                .into(),
            "is not part of the short form",
        ),
        (
            "no-form.json",
            ours()
                .replace("\"form\":\"full\"", "\"form\":\"long\"")
                .into(),
            "\"long\" is not one of full, short",
        ),
        (
            "twice.json",
            ours().replace("\"up-candour-1\"", "\"up-trust-1\"").into(),
            "the key \"up-trust-1\" twice",
        ),
        (
            "twice-in-scores.json",
            ours().replace("\"answered\"", "\"total\"").into(),
            "the key \"total\" twice",
        ),
        ("two.json", (ours() + &ours()).into(), "trailing characters"),
    ];
    let mut paths = vec![home.join("missing.json")];
    for (name, bytes, _) in &broken {
        fs::write(home.join(name), bytes).unwrap();
        paths.push(home.join(name));
    }
    fs::write(home.join("whole.json"), ours()).unwrap();
    paths.push(home.join("whole.json"));

    let ran = cohort(&paths, "");
    assert_eq!(ran.code, INCOMPLETE);
    let line_of = |name: &str| {
        let path = home.join(name).display().to_string();
        let found = ran.complaints.lines().find(|line| line.starts_with(&path));
        found
            .unwrap_or_else(|| panic!("{name}: {ran:?}"))
            .to_owned()
    };
    for (name, _, said) in &broken {
        assert!(line_of(name).contains(said), "{name}: {}", line_of(name));
    }
    assert!(line_of("missing.json").contains("No such file"), "{ran:?}");
    assert!(
        ran.output
            .contains("15 looked at: 1 counted, 14 unreadable"),
        "{ran:?}"
    );

    // The same by folder; what is no .json file is not looked at.
    fs::write(home.join("notes.txt"), "notes").unwrap();
    let by_folder = cohort([&home], "");
    assert!(
        by_folder
            .output
            .contains("14 looked at: 1 counted, 13 unreadable"),
        "{by_folder:?}"
    );
    assert_eq!(by_folder.code, INCOMPLETE);
    // And none of them readable.
    paths.pop();
    let ran = cohort(&paths, "");
    assert_eq!((ran.code, ran.output.as_str()), (REFUSED, ""));
    assert!(
        ran.complaints
            .contains("no figures: 14 looked at, 14 unreadable"),
        "{ran:?}"
    );
}

#[test]
fn a_fault_in_foreign_text_stays_on_one_line_and_few_are_listed() {
    let strange = ours().replace("\"up-trust-1\"", "\"\\u001b[31m\\nup\"");
    let ran = cohort(["-"], &strange);
    assert_eq!(ran.complaints.lines().count(), 2, "{ran:?}");
    assert!(
        ran.complaints
            .starts_with("-:1: $.responses.\\u{1b}[31m\\nup: is not under an id"),
        "{ran:?}"
    );

    let many = ours().replace("\":4", "\":9").replace("\":null", "\":7");
    let ran = cohort(["-"], &many);
    assert_eq!(ran.complaints.lines().count(), 7, "{ran:?}");
    assert!(ran.complaints.contains("-:1: and 30 more\n"), "{ran:?}");
}

#[test]
fn lines_are_counted_and_one_that_is_too_long_ends_at_its_end() {
    let long = format!("{}\n", "[".repeat(3 * MAX_BYTES));
    let blank = format!("{}\n", " ".repeat(2 * MAX_BYTES));
    let text = ours() + "\n\r\n{}\n" + &long + &ours() + &blank + ours().trim_end();
    let check = |ran: &Ran, name: &str| {
        let complaints: Vec<&str> = ran.complaints.lines().collect();
        assert!(
            complaints[0].starts_with(&format!("{name}:4: $.schema: is missing")),
            "{ran:?}"
        );
        let too_long = |line| format!("{name}:{line}: longer than 1048576 bytes");
        assert_eq!(
            complaints[complaints.len() - 2..],
            [too_long(5), too_long(7)]
        );
        assert!(
            ran.output.contains("6 looked at: 3 counted, 3 unreadable"),
            "{}",
            ran.output
        );
        assert_eq!(ran.code, INCOMPLETE);
    };
    check(&cohort(["-"], &text), "-");
    let file = folder("lines").join("results.ndjson");
    fs::write(&file, &text).unwrap();
    check(
        &cohort(["--ndjson", file.to_str().unwrap()], ""),
        file.to_str().unwrap(),
    );
    let gone = cohort(["--ndjson", "/nowhere/at/all", "-"], &ours());
    assert!(
        gone.complaints.starts_with("/nowhere/at/all: No such file"),
        "{gone:?}"
    );
    assert_eq!(gone.code, INCOMPLETE);
}

#[test]
fn folders_are_read_to_the_bottom() {
    let home = folder("deep");
    fs::create_dir_all(home.join("2026/november")).unwrap();
    fs::write(home.join("2026/november/one.json"), ours()).unwrap();
    fs::write(home.join("2026/two.json"), short()).unwrap();
    fs::write(home.join("three.json"), ours()).unwrap();
    let ran = cohort([&home], "");
    assert!(
        ran.output.contains("3 looked at: 3 counted, 0 unreadable"),
        "{ran:?}"
    );
    assert_eq!((ran.code, ran.complaints.as_str()), (DONE, ""));
}

#[test]
fn a_wrong_command_line_says_what_is_wrong() {
    for (arguments, said) in [
        (vec![], "nothing to read"),
        (vec!["--json"], "nothing to read"),
        (
            vec!["--form", "long", "-"],
            "--form is \"full\" or \"short\"",
        ),
        (vec!["--instrument"], "--instrument needs a value"),
        (vec!["--ndjson"], "--ndjson needs a value"),
        (vec!["--jsno", "-"], "there is no option --jsno"),
        (
            vec!["--instrument", "/nowhere.json", "-"],
            "/nowhere.json: No such file",
        ),
    ] {
        let ran = cohort(arguments, "");
        assert_eq!((ran.code, ran.output.as_str()), (REFUSED, ""), "{said}");
        assert!(ran.complaints.contains(said), "{ran:?}");
    }
    let help = cohort(["--help"], "");
    assert_eq!((help.code, help.complaints.as_str()), (DONE, ""));
    assert!(help.output.contains("exit status"));

    let home = folder("instrument");
    fs::write(home.join("broken.json"), "{}").unwrap();
    fs::write(home.join("small.json"), small_text(3)).unwrap();
    let path = |name: &str| home.join(name).display().to_string();
    let ran = cohort(["--instrument", &path("broken.json"), "-"], "");
    assert!(ran.complaints.contains("$.id: is missing"), "{ran:?}");
    let ran = cohort(
        ["--instrument", &path("small.json"), "--form", "short", "-"],
        "",
    );
    assert!(ran.complaints.contains("has no short form"), "{ran:?}");
    assert_eq!(ran.code, REFUSED);
    // A file whose name looks like an option.
    let ran = cohort(["--", "--json"], "");
    assert!(ran.complaints.contains("--json: No such file"), "{ran:?}");
}
