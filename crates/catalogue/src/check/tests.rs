use super::{check, check_header};
use crate::message::{Catalogue, SOURCE, State};
use crate::summary::Summary;
use crate::{Key, Part, Plurals};

const ENGLISH: &str = r#"
msgid ""
msgstr ""
"Language: en_GB\n"

#. A button.
#, max-length:8
msgctxt "audit.start"
msgid "Start"
msgstr ""

#. A count.
#. {count} number: statements.
msgctxt "audit.statements"
msgid "{count} statement"
msgid_plural "{count} statements"
msgstr[0] ""
msgstr[1] ""

#. A page.
msgctxt "pages.lede"
msgid "<strong>For</strong> <a>leaders</a>, by `cargo`: %s <code>'it'</code>"
msgstr ""

#. A greeting.
#. {name} text: who.
msgctxt "audit.greeting"
msgid "Talk with {name}"
msgstr ""
"#;

/// The faults of a German file that ends with `entries`, as key and sentence.
fn faults(entries: &str) -> Vec<String> {
    let folder = tempfile(entries);
    let source = Catalogue::read(&folder, SOURCE).unwrap();
    let german = Catalogue::read(&folder, "de").unwrap();
    let plurals = Plurals::from_letters("xox");
    let found = check(&source, &german, &plurals);
    found
        .into_iter()
        .map(|(key, fault)| format!("{key} {fault}"))
        .collect()
}

fn tempfile(entries: &str) -> std::path::PathBuf {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("catalogue-{}-{number}", std::process::id()));
    for tag in ["en", "de"] {
        std::fs::create_dir_all(folder.join(tag)).unwrap();
    }
    let german = format!("msgid \"\"\nmsgstr \"\"\n\"Language: de\\n\"\n\n{entries}");
    std::fs::write(folder.join("en/messages.po"), ENGLISH).unwrap();
    std::fs::write(folder.join("de/messages.po"), german).unwrap();
    folder
}

const START: &str = "msgctxt \"audit.start\"\nmsgid \"Start\"\nmsgstr \"Los\"\n\n";
const STATEMENTS: &str = "msgctxt \"audit.statements\"\nmsgid \"{count} statement\"\nmsgid_plural \"{count} statements\"\nmsgstr[0] \"eine Aussage\"\nmsgstr[1] \"{count} Aussagen\"\n\n";
const GREETING: &str =
    "msgctxt \"audit.greeting\"\nmsgid \"Talk with {name}\"\nmsgstr \"Gespräch mit {name}\"\n\n";

const LEDE: &str = "msgctxt \"pages.lede\"\nmsgid \"<strong>For</strong> <a>leaders</a>, by `cargo`: %s <code>'it'</code>\"\nmsgstr \"<a>Für alle</a>, <strong>die führen</strong>, mit `cargo`: %s <code>'it'</code>\"\n\n";

fn whole() -> String {
    [START, STATEMENTS, GREETING, LEDE].concat()
}

#[test]
fn a_whole_translation_has_no_faults() {
    assert_eq!(faults(&whole()), [""; 0]);
}

/// What to replace in a whole translation, by what, and the fault.
const FAULTY: &str = r#"
"Los"          | ""               | audit.start is not translated
"Los"          | "Jetzt beginnen" | audit.start is 14 characters long, and 8 fit
"Los"          | "Lоs"            | audit.start has the letter “о” of another script
"Los"          | "Geht's"         | audit.start has a straight quotation mark or apostrophe
"Start"        | "Begin"          | audit.start its English text (msgid) is not today’s
mit {name}     | mit ihr          | audit.greeting lacks {name}
mit {name}     | mit {name} {day} | audit.greeting has {day}, which the English text lacks
<a>Für alle</a>| Für alle         | pages.lede has “</a>” more or less often than the English text
mit `cargo`    | mit `rustc`      | pages.lede has “`cargo`” more or less often than the English text
mit `cargo`: %s| mit `cargo`      | pages.lede has “%s” more or less often than the English text
audit.greeting | audit.farewell   | audit.farewell is not a text of the product: remove it
msgstr[1] "{count} Aussagen" |    | audit.statements has 1 plural forms; the language has 2: one, other"#;

#[test]
fn each_fault_is_named_with_its_key() {
    let whole = whole();
    let rows = [(START, "", "audit.start is not translated")];
    let rows = rows.into_iter().chain(FAULTY.lines().skip(1).map(|line| {
        let mut columns = line.split('|').map(str::trim);
        let mut next = || columns.next().expect("three columns");
        (next(), next(), next())
    }));
    for (from, to, fault) in rows {
        assert!(whole.contains(from), "{from}");
        let found = faults(&whole.replacen(from, to, 1));
        assert!(found.iter().any(|one| one == fault), "{fault}: {found:?}");
    }
}

#[test]
fn english_that_is_left_is_a_fault_unless_a_comment_says_that_it_is_right() {
    let left = START.replace("Los", "Start");
    let rest = [STATEMENTS, GREETING, LEDE].concat();
    assert_eq!(faults(&format!("{left}{rest}")).len(), 1);
    let meant = format!("# Same as English\n{left}{rest}");
    assert_eq!(faults(&meant), [""; 0]);
}

#[test]
fn keys_have_one_shape() {
    for text in "start audit. audit.Start nowhere.start audit.start[1".split(' ') {
        assert!(Key::from_text(text).is_err(), "{text}");
    }
    for text in ["audit.start", "act.guidance[2]", "audit.scale_about[up]"] {
        assert_eq!(Key::from_text(text).unwrap().to_string(), text);
    }
}

#[test]
fn a_header_names_the_language_of_its_folder() {
    for (header, tag, right) in [
        ("de", "de", true),
        ("pt_BR", "pt-BR", true),
        ("de_AT", "de", true),
        ("sr@latin", "sr", true),
        ("en_GB", "de", false),
        ("", "de", false),
    ] {
        let (tag, header) = (tag.to_owned(), header.to_owned());
        let language = Catalogue {
            tag,
            header,
            messages: Vec::new(),
        };
        assert_eq!(check_header(&language).is_none(), right, "{language:?}");
    }
}

#[test]
fn a_part_is_as_far_as_its_least_text() {
    for (start, statements, state) in [
        ("", "", State::Missing),
        (START, "#, fuzzy\n", State::Draft),
        (START, "", State::ReadBack),
        (START, "# State: reviewed\n", State::ReadBack),
    ] {
        let folder = tempfile(&[start, statements, STATEMENTS, GREETING, LEDE].concat());
        let [source, german] = [SOURCE, "de"].map(|tag| Catalogue::read(&folder, tag).unwrap());
        let summary = Summary::new(&source, &german);
        assert_eq!(summary.state(Part::First), state);
        assert_eq!(summary.state(Part::Results), State::Reviewed);
    }
}
