//! Finds and reads the texts, one at a time: only one is in memory. Directories are read in the order in
//! which the system lists them.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use json::MAX_BYTES;

use super::arguments::Source;

/// The origin of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Origin<'a> {
    /// A file, or `-` for standard input.
    pub(crate) path: &'a Path,
    /// Line number from 1, in files of one result per line.
    pub(crate) line: Option<u64>,
}

impl fmt::Display for Origin<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.path.display())?;
        self.line
            .map_or(Ok(()), |line| write!(formatter, ":{line}"))
    }
}

/// Receives each text, or the reason why it cannot be read.
type Visit<'a> = dyn FnMut(Origin<'_>, Result<&str, String>) -> io::Result<()> + 'a;

/// Passes every text of `sources` to `visit`.
///
/// # Errors
/// Only those of `visit`; it also receives the reason for whatever cannot be read.
pub(crate) fn each(
    sources: &[Source],
    input: &mut dyn BufRead,
    visit: &mut Visit<'_>,
) -> io::Result<()> {
    let mut buffer = Vec::new();
    for source in sources {
        match source {
            Source::Path(path) if path.is_dir() => directory(path, &mut buffer, visit)?,
            Source::Path(path) => file(path, &mut buffer, visit)?,
            Source::Lines(path) => match File::open(path) {
                Ok(open) => {
                    let mut reader = BufReader::with_capacity(256 * 1024, open);
                    lines(path, &mut reader, &mut buffer, visit)?;
                }
                Err(error) => visit(Origin { path, line: None }, Err(error.to_string()))?,
            },
            Source::Stdin => lines(Path::new("-"), input, &mut buffer, visit)?,
        }
    }
    Ok(())
}

/// Every `*.json` file below `top`. Symbolic links to directories are not followed, as they may be
/// cyclic.
fn directory(top: &Path, buffer: &mut Vec<u8>, visit: &mut Visit<'_>) -> io::Result<()> {
    let entries = match fs::read_dir(top) {
        Ok(entries) => entries,
        Err(error) => return visit(origin(top), Err(error.to_string())),
    };
    for entry in entries {
        let (path, kind) = match entry.and_then(|entry| Ok((entry.path(), entry.file_type()?))) {
            Ok(found) => found,
            Err(error) => {
                visit(origin(top), Err(error.to_string()))?;
                continue;
            }
        };
        let is_json = path.extension().is_some_and(|ending| ending == "json");
        if kind.is_dir() {
            directory(&path, buffer, visit)?;
        } else if is_json && !path.is_dir() {
            file(&path, buffer, visit)?;
        }
    }
    Ok(())
}

fn origin(path: &Path) -> Origin<'_> {
    Origin { path, line: None }
}

fn file(path: &Path, buffer: &mut Vec<u8>, visit: &mut Visit<'_>) -> io::Result<()> {
    buffer.clear();
    // One byte more than allowed is enough to refuse the file.
    let limit = MAX_BYTES as u64 + 1;
    let read = File::open(path).and_then(|open| open.take(limit).read_to_end(buffer));
    match read {
        Ok(_) => visit(origin(path), text(buffer)),
        Err(error) => visit(origin(path), Err(error.to_string())),
    }
}

fn lines(
    path: &Path,
    reader: &mut dyn BufRead,
    buffer: &mut Vec<u8>,
    visit: &mut Visit<'_>,
) -> io::Result<()> {
    let mut number = 0;
    loop {
        number += 1;
        buffer.clear();
        let origin = Origin {
            path,
            line: Some(number),
        };
        let limit = MAX_BYTES as u64 + 1;
        match (&mut *reader).take(limit).read_until(b'\n', buffer) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(error) => return visit(origin, Err(error.to_string())),
        }
        let whole = buffer.last() == Some(&b'\n');
        if buffer.iter().all(u8::is_ascii_whitespace) && (whole || buffer.len() <= MAX_BYTES) {
            continue;
        }
        visit(origin, text(buffer))?;
        if !whole
            && buffer.len() > MAX_BYTES
            && let Err(error) = skip_line(reader)
        {
            return visit(origin, Err(error.to_string()));
        }
    }
}

/// Skips the rest of a line.
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

/// Checks the size and the encoding of a text.
fn text(bytes: &[u8]) -> Result<&str, String> {
    let trimmed = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    if trimmed.len() > MAX_BYTES {
        return Err(format!("longer than {MAX_BYTES} bytes"));
    }
    std::str::from_utf8(bytes).map_err(|error| format!("is not UTF-8: {error}"))
}
