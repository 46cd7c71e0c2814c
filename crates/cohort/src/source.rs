//! Finds and reads the texts, one at a time: only one is in memory.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::iter;
use std::path::Path;

use json::MAX_BYTES;
use walkdir::WalkDir;

/// A text, or the reason why it cannot be read, with its origin: a file, and a line from 1 where a file
/// has one result per line.
pub(crate) type Origin = (String, io::Result<String>);

/// A result as the widget saves it, or every `*.json` file below a directory, in the order in which the
/// system lists them. Symbolic links to directories are not followed, as they may be cyclic.
pub(crate) fn files(path: &Path) -> impl Iterator<Item = Origin> {
    let single = !path.is_dir();
    WalkDir::new(path).into_iter().filter_map(move |entry| {
        let entry = match entry {
            Ok(entry) => entry.into_path(),
            Err(error) => {
                let path = error.path().unwrap_or(Path::new("")).display().to_string();
                return Some((path, Err(error.into())));
            }
        };
        let is_json = entry.extension().is_some_and(|ending| ending == "json");
        let wanted = single || (is_json && !entry.is_dir());
        wanted.then(|| (entry.display().to_string(), file(&entry)))
    })
}

fn file(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LIMIT).read_to_end(&mut bytes)?;
    text(bytes)
}

/// The lines of a file that are not blank; `-` is standard input.
pub(crate) fn lines(path: &Path) -> Box<dyn Iterator<Item = Origin>> {
    let name = path.display().to_string();
    let mut reader: Box<dyn BufRead> = match File::open(path) {
        _ if name == "-" => Box::new(io::stdin().lock()),
        Ok(file) => Box::new(BufReader::new(file)),
        Err(error) => return Box::new(iter::once((name, Err(error)))),
    };
    let read = (1..).map_while(move |number| {
        let line = line(&mut reader).transpose()?;
        Some((format!("{name}:{number}"), line.and_then(text)))
    });
    Box::new(read.filter(|(_, text)| !text.as_ref().is_ok_and(|text| text.trim().is_empty())))
}

/// The next line; of one that is too long only as much as it takes to refuse it.
fn line(reader: &mut dyn BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    reader.take(LIMIT).read_until(b'\n', &mut bytes)?;
    if bytes.len() > MAX_BYTES && bytes.last() != Some(&b'\n') {
        reader.skip_until(b'\n')?;
    }
    Ok((!bytes.is_empty()).then_some(bytes))
}

/// One byte more than allowed is enough to refuse a text.
const LIMIT: u64 = MAX_BYTES as u64 + 1;

/// Checks the size and the encoding of a text; the line feed that ends it does not count.
fn text(mut bytes: Vec<u8>) -> io::Result<String> {
    bytes.pop_if(|last| *last == b'\n');
    if bytes.len() > MAX_BYTES {
        return Err(io::Error::other(format!("longer than {MAX_BYTES} bytes")));
    }
    String::from_utf8(bytes).map_err(|error| io::Error::other(format!("is not UTF-8: {error}")))
}
