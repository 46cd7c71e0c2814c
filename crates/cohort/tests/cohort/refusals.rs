//! What is refused, and what is left out: never silently, never by stopping.

use std::fs;

use json::MAX_BYTES;
use measure::instrument::FormName::{Full, Short};

use super::{DONE, INCOMPLETE, REFUSED, Ran, cohort, counted, figures_of, folder, lines};
use testing::{answers, shipped, small, small_text};

/// A result of the shipped questionnaire.
fn ours() -> String {
    lines(&shipped(), [answers(&shipped(), Full, "444244")])
}

/// A result of the short form of it.
fn short() -> String {
    lines(&shipped(), [answers(&shipped(), Short, "444244")])
}

/// A result of quite another instrument.
fn theirs() -> String {
    let instrument = small(3, |text| text);
    lines(&instrument, [answers(&instrument, Full, "123")])
}

/// A result of the shipped questionnaire with other errors in it: the same id, another hash.
fn edition() -> String {
    ours().replace(&shipped().hash(), "fnv1a64:0123456789abcdef")
}

#[test]
fn mixed_instruments_are_refused_with_the_count_of_each() {
    let mixed = ours() + &theirs() + &ours() + &edition() + &theirs() + &theirs();
    let ran = counted(&mixed);
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
        ran.complains(&said);
    }
    assert!(!ran.complaints.contains("still others"), "{ran:?}");

    let ran = cohort(["--skip-others", "--ndjson", "-"], &mixed);
    assert_eq!(ran.code, DONE, "{ran:?}");
    ran.says("6 looked at: 2 counted, 0 unreadable, 4 of other instruments left out");
    let json = cohort(["--skip-others", "--json", "--ndjson", "-"], &mixed).json();
    assert_eq!(json["results"]["other_instrument"], 4);
    assert_eq!(json["results"]["counted"], 2);
}

#[test]
fn another_instrument_can_be_asked_for() {
    let file = folder("asked").join("small.json");
    fs::write(&file, small_text(3)).unwrap();
    let arguments = ["--instrument", file.to_str().unwrap(), "--ndjson", "-"];
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
    for arguments in [
        vec!["--ndjson", "-"],
        vec!["--skip-others", "--ndjson", "-"],
    ] {
        let ran = cohort(arguments, &theirs());
        assert_eq!(ran.code, REFUSED);
        ran.complains("  0 results answer leadership-relationships");
        ran.complains("  1 results answer small");
    }
}

#[test]
fn many_instruments_take_no_more_memory() {
    let results: String = (0..40)
        .map(|number| theirs().replace("\"small\"", &format!("\"small{number}\"")))
        .collect();
    let ran = counted(&(ours() + &results));
    assert_eq!(ran.code, REFUSED);
    ran.complains("answer small15 1.0.0");
    assert!(!ran.complaints.contains("answer small16 1.0.0"), "{ran:?}");
    ran.complains("  24 results answer still others");
}

#[test]
fn forms_are_never_mixed() {
    let both = ours() + &short() + &ours();
    let json = figures_of(&both);
    assert_eq!(json["forms"][0]["form"], "full");
    assert_eq!(json["forms"][0]["counted"], 2);
    assert_eq!(json["forms"][1]["form"], "short");
    assert_eq!(json["forms"][1]["counted"], 1);

    let ran = cohort(["--form", "short", "--ndjson", "-"], &both);
    assert_eq!(ran.code, DONE);
    ran.says("3 looked at: 1 counted, 0 unreadable, 2 of another form left out");
    ran.does_not_say("full form");
    let ran = cohort(["--form", "short", "--ndjson", "-"], &ours());
    assert_eq!(ran.code, REFUSED);
    ran.complains("no figures: 1 looked at");
}

/// What to replace in a result, by what, and the fault.
const BROKEN: &str = r#"
"version":1,   | "version":2,   | $.version: is 2
audit/result   | audit/backup   | $.schema: is not
"up-trust-1":4 | "up-trust-1":6 | $.responses.up-trust-1: is not the number of a response
up-trust-1     | up-trust-9     | $.responses.up-trust-9: there is no such item
"form":"full"  | "form":"short" | is not part of the short form
"form":"full"  | "form":"long"  | "long" is not one of full, short
"up-candour-1" | "up-trust-1"   | the key "up-trust-1" twice
"answered"     | "total"        | the key "total" twice"#;

#[test]
fn files_that_cannot_be_read_are_named_and_passed_over() {
    let home = folder("broken");
    let mut broken: Vec<(String, Vec<u8>, &str)> = vec![
        ("cut.json".into(), ours()[..900].into(), "$: EOF"),
        ("empty.json".into(), Vec::new(), "$: EOF"),
        (
            "latin1.json".into(),
            b"{\"language\":\"\xe9\"}".to_vec(),
            "is not UTF-8",
        ),
        (
            "long.json".into(),
            vec![b' '; MAX_BYTES + 1],
            "longer than 1048576 bytes",
        ),
        (
            "two.json".into(),
            (ours() + &ours()).into(),
            "trailing characters",
        ),
    ];
    for (number, [from, to, said]) in (1..).zip(testing::table(BROKEN)) {
        let text = ours().replacen(from, to, 1);
        broken.push((format!("{number}.json"), text.into(), said));
    }
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
    ran.says("15 looked at: 1 counted, 14 unreadable");

    // The same by folder; what is no .json file is not looked at.
    fs::write(home.join("notes.txt"), "notes").unwrap();
    let by_folder = cohort([&home], "");
    by_folder.says("14 looked at: 1 counted, 13 unreadable");
    assert_eq!(by_folder.code, INCOMPLETE);
    // And none of them readable.
    paths.pop();
    let ran = cohort(&paths, "");
    assert_eq!((ran.code, ran.output.as_str()), (REFUSED, ""));
    ran.complains("no figures: 14 looked at, 14 unreadable");
}

#[test]
fn a_foreign_file_name_does_nothing_to_a_terminal() {
    let home = folder("names");
    fs::write(home.join("a\u{1b}[2J\n\u{202e}b.json"), "{}").unwrap();
    let ran = cohort([&home], "");
    let complaint = ran.complaints.lines().next().unwrap();
    assert!(
        complaint.contains(r"/a\u{1b}[2J\n\u{202e}b.json: $.schema: is missing"),
        "{ran:?}"
    );
}

#[test]
fn a_fault_in_foreign_text_stays_on_one_line_and_few_are_listed() {
    let strange = ours().replace("\"up-trust-1\"", "\"\\u001b[31m\\nup\"");
    let ran = counted(&strange);
    assert_eq!(ran.complaints.lines().count(), 2, "{ran:?}");
    assert!(
        ran.complaints
            .starts_with("-:1: $.responses.[31m up: is not under an id"),
        "{ran:?}"
    );

    let many = ours().replace("\":4", "\":9").replace("\":null", "\":7");
    let ran = counted(&many);
    assert_eq!(ran.complaints.lines().count(), 7, "{ran:?}");
    ran.complains("-:1: and 30 more\n");

    // The reader itself lists 50 and counts the others.
    let unknown: String = (0..60).map(|item| format!("\"x{item}\":1,")).collect();
    let too_many = ours().replace("\"responses\":{", &format!("\"responses\":{{{unknown}"));
    let ran = counted(&too_many);
    assert_eq!(ran.complaints.lines().count(), 7, "{ran:?}");
    ran.complains("-:1: and 55 more\n");
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
        ran.says("6 looked at: 3 counted, 3 unreadable");
        assert_eq!(ran.code, INCOMPLETE);
    };
    check(&counted(&text), "-");
    let file = folder("lines").join("results.ndjson");
    fs::write(&file, &text).unwrap();
    check(
        &cohort(["--ndjson", file.to_str().unwrap()], ""),
        file.to_str().unwrap(),
    );
    let gone = cohort(["--ndjson", "/nowhere/at/all", "--ndjson", "-"], &ours());
    assert!(
        gone.complaints.starts_with("/nowhere/at/all: No such file"),
        "{gone:?}"
    );
    assert_eq!(gone.code, INCOMPLETE);
}

#[test]
fn the_longest_line_is_read_and_so_is_the_next() {
    let blanks = " ".repeat(MAX_BYTES - ours().trim_end().len());
    let longest = ours().trim_end().to_owned() + &blanks + "\n";
    let ran = counted(&(longest + &ours()));
    ran.says("2 looked at: 2 counted, 0 unreadable");
}

#[test]
fn folders_are_read_to_the_bottom() {
    let home = folder("deep");
    fs::create_dir_all(home.join("2026/november")).unwrap();
    fs::write(home.join("2026/november/one.json"), ours()).unwrap();
    fs::write(home.join("2026/two.json"), short()).unwrap();
    fs::write(home.join("three.json"), ours()).unwrap();
    let ran = cohort([&home], "");
    ran.says("3 looked at: 3 counted, 0 unreadable");
    assert_eq!((ran.code, ran.complaints.as_str()), (DONE, ""));
}

#[test]
fn a_wrong_command_line_says_what_is_wrong() {
    let home = folder("instrument");
    fs::write(home.join("broken.json"), "{}").unwrap();
    fs::write(home.join("small.json"), small_text(3)).unwrap();
    let [broken, small] = ["broken.json", "small.json"].map(|name| home.join(name));
    let [broken, small] = [broken.to_str().unwrap(), small.to_str().unwrap()];
    for (arguments, said) in [
        (&[][..], "nothing to read"),
        (&["--json"], "nothing to read"),
        (
            &["--form", "long", "x"],
            "there is no form long: full or short",
        ),
        (&["--instrument"], "expected a value for `--instrument`"),
        (&["--jsno", "x"], "unexpected flag: `--jsno`"),
        (
            &["--instrument", "/nowhere.json", "x"],
            "/nowhere.json: No such file",
        ),
        (&["--instrument", broken, "x"], "$.id: is missing"),
        (
            &["--instrument", small, "--form", "short", "x"],
            "has no short form",
        ),
        // A file whose name looks like an option.
        (&["--", "--json"], "--json: IO error"),
    ] {
        let ran = cohort(arguments, "");
        assert_eq!((ran.code, ran.output.as_str()), (REFUSED, ""), "{said}");
        ran.complains(said);
    }
    let help = cohort(["--help"], "");
    assert_eq!((help.code, help.complaints.as_str()), (DONE, ""));
    assert!(help.output.contains("Exit status") && help.output.contains("calibrate"));
}
