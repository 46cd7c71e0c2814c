//! The yardstick of the cohort command: reads the same lines and merely parses each into a
//! `serde_json::Value`.

use std::fs::File;
use std::io::{self, BufRead, BufReader};

use serde_json::Value;

fn main() -> io::Result<()> {
    let (mut results, mut line) = (0_u64, Vec::new());
    for path in std::env::args_os().skip(1) {
        let mut reader = BufReader::with_capacity(256 * 1024, File::open(path)?);
        loop {
            line.clear();
            if reader.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            let value: Value = serde_json::from_slice(&line)?;
            results += u64::from(value.is_object());
        }
    }
    println!("{results}");
    Ok(())
}
