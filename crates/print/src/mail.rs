//! A mail with the summary of a result, for the visitor to send from their own mail program.

use measure::report::Report;
use words::Language;

use crate::summary;

/// The most bytes of a `mailto:` address that every system hands to the mail program: Windows takes 2,083
/// (`INTERNET_MAX_URL_LENGTH`).
const LONGEST: usize = 2_000;

/// A `mailto:` address (RFC 6068) with a subject and, as its body, the summary of a report, or the short one
/// where that would be too long. Empty if even that is. `date` is the date of the result in words.
#[must_use]
pub fn href(
    mailbox: &str,
    subject: &str,
    report: &Report,
    date: &str,
    language: &'static Language,
) -> String {
    let start = format!("mailto:{mailbox}?subject={}&body=", escaped(subject));
    let bodies = [
        summary::of(report, date, language),
        summary::short(report, date, language),
    ];
    let bodies = bodies.map(|body| escaped(&body.replace('\n', "\r\n")));
    let fits = bodies
        .iter()
        .find(|body| start.len() + body.len() <= LONGEST);
    format!("{start}{}", fits.map_or("", String::as_str))
}

/// Text in a query: everything but the unreserved characters of RFC 3986 as percent codes of its UTF-8.
fn escaped(text: &str) -> String {
    let code = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(code).collect()
}
