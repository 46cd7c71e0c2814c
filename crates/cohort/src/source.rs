//! Finds the texts to read, one at a time. Never more than one of them, and the open folders
//! above it, is in memory; folders are read in the order in which the system lists them.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use super::arguments::Source;
use json::MAX_BYTES;

/// Where a text stands.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// A file, or `-`.
    pub path: &'a Path,
    /// Line number from 1, in files of one result per line.
    pub line: Option<u64>,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.path.display())?;
        self.line
            .map_or(Ok(()), |line| write!(formatter, ":{line}"))
    }
}

/// What happens with each text, or with the reason why there is none.
type Take<'a> = dyn FnMut(Place<'_>, Result<&str, String>) -> io::Result<()> + 'a;

/// Hands every text of `sources` to `take`.
///
/// # Errors
/// Only what `take` returns; whatever cannot be read is handed to it as a reason.
pub fn each(sources: &[Source], input: &mut dyn BufRead, take: &mut Take<'_>) -> io::Result<()> {
    let mut buffer = Vec::new();
    for source in sources {
        match source {
            Source::Path(path) if path.is_dir() => folder(path, &mut buffer, take)?,
            Source::Path(path) => file(path, &mut buffer, take)?,
            Source::Lines(path) => match File::open(path) {
                Ok(open) => {
                    let mut reader = BufReader::with_capacity(256 * 1024, open);
                    lines(path, &mut reader, &mut buffer, take)?;
                }
                Err(error) => take(Place { path, line: None }, Err(error.to_string()))?,
            },
            Source::Input => lines(Path::new("-"), input, &mut buffer, take)?,
        }
    }
    Ok(())
}

/// Every `*.json` below `top`. Links to folders are not followed: they may lead in circles.
fn folder(top: &Path, buffer: &mut Vec<u8>, take: &mut Take<'_>) -> io::Result<()> {
    let entries = match fs::read_dir(top) {
        Ok(entries) => entries,
        Err(error) => return take(place(top), Err(error.to_string())),
    };
    for entry in entries {
        let (path, kind) = match entry.and_then(|entry| Ok((entry.path(), entry.file_type()?))) {
            Ok(found) => found,
            Err(error) => {
                take(place(top), Err(error.to_string()))?;
                continue;
            }
        };
        let is_json = path.extension().is_some_and(|ending| ending == "json");
        if kind.is_dir() {
            folder(&path, buffer, take)?;
        } else if is_json && !path.is_dir() {
            file(&path, buffer, take)?;
        }
    }
    Ok(())
}

fn place(path: &Path) -> Place<'_> {
    Place { path, line: None }
}

fn file(path: &Path, buffer: &mut Vec<u8>, take: &mut Take<'_>) -> io::Result<()> {
    buffer.clear();
    // One byte above the limit is enough to know.
    let limit = MAX_BYTES as u64 + 1;
    let read = File::open(path).and_then(|open| open.take(limit).read_to_end(buffer));
    match read {
        Ok(_) => take(place(path), text(buffer)),
        Err(error) => take(place(path), Err(error.to_string())),
    }
}

fn lines(
    path: &Path,
    reader: &mut dyn BufRead,
    buffer: &mut Vec<u8>,
    take: &mut Take<'_>,
) -> io::Result<()> {
    let mut number = 0;
    loop {
        number += 1;
        buffer.clear();
        let place = Place {
            path,
            line: Some(number),
        };
        let limit = MAX_BYTES as u64 + 1;
        match (&mut *reader).take(limit).read_until(b'\n', buffer) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(error) => return take(place, Err(error.to_string())),
        }
        let whole = buffer.last() == Some(&b'\n');
        if buffer.iter().all(u8::is_ascii_whitespace) && (whole || buffer.len() <= MAX_BYTES) {
            continue;
        }
        take(place, text(buffer))?;
        if !whole
            && buffer.len() > MAX_BYTES
            && let Err(error) = skip_line(reader)
        {
            return take(place, Err(error.to_string()));
        }
    }
}

/// Passes over the rest of a line without keeping it.
fn skip_line(reader: &mut dyn BufRead) -> io::Result<()> {
    loop {
        let ahead = reader.fill_buf()?;
        if ahead.is_empty() {
            return Ok(());
        }
        let end = ahead.iter().position(|byte| *byte == b'\n');
        let length = end.map_or(ahead.len(), |end| end + 1);
        reader.consume(length);
        if end.is_some() {
            return Ok(());
        }
    }
}

/// The bytes as text, if they are not too many.
fn text(bytes: &[u8]) -> Result<&str, String> {
    let trimmed = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    if trimmed.len() > MAX_BYTES {
        return Err(format!("longer than {MAX_BYTES} bytes"));
    }
    std::str::from_utf8(bytes).map_err(|error| format!("is not UTF-8: {error}"))
}
