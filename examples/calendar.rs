//! Writes calendar files for a checker: reads one order per line on standard input, as JSON, and answers
//! with one file per line, as a JSON string. `crates/app/tests/practice/read_calendars.py` uses it.
//!
//! ```text
//! {"zone": "Europe/Berlin", "now": 1795251600000, "offsets": [[0, 60], [1806195600000, 120]],
//!  "rhythm": "weekly", "days": ["TU"], "time": 540, "reminder": true, "summary": "Time with D."}
//! ```
//!
//! An order with a `day`, the middle of one, is for that day alone, without rhythm, days and time. Times are milliseconds since 1970; an offset applies from its time on, in minutes.

use std::io::{self, BufRead as _, Write as _};

use app::practice::calendar::{Appointment, Entry, Reminder, Zone, text};
use app::practice::text::Title;
use app::practice::{Rhythm, Weekday};
use measure::time::UnixMs;
use serde_json::Value;

fn file(order: &Value) -> Option<String> {
    let offsets: Vec<(i64, i64)> = order["offsets"]
        .as_array()?
        .iter()
        .filter_map(|pair| Some((pair[0].as_i64()?, pair[1].as_i64()?)))
        .collect();
    let offset_at = |at: UnixMs| {
        let held = offsets.iter().rev().find(|(since, _)| *since <= at.0);
        held.and_then(|(_, minutes)| i32::try_from(*minutes).ok())
            .unwrap_or_default()
    };
    let now = UnixMs(order["now"].as_i64()?);
    let zone = Zone::probe(order["zone"].as_str(), now, &offset_at);
    let summary = Title::new(order["summary"].as_str()?).ok()?;
    if let Some(noon) = order["day"].as_i64() {
        let noon = UnixMs(noon);
        return Some(text(
            &Entry::Day(Reminder { noon, summary }),
            now,
            &zone,
            42,
        ));
    }
    let days = order["days"].as_array()?.iter();
    let appointment = Appointment {
        rhythm: *Rhythm::ALL
            .iter()
            .find(|rhythm| order["rhythm"] == rhythm.as_str())?,
        days: days
            .filter_map(|day| Weekday::ALL.iter().find(|known| *day == known.as_str()))
            .copied()
            .collect(),
        time: u16::try_from(order["time"].as_u64()?).ok()?,
        reminder: order["reminder"].as_bool()?,
        summary,
    };
    Some(text(&Entry::Regular(appointment), now, &zone, 42))
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let order: Value = serde_json::from_str(&line?)?;
        let file = file(&order).ok_or_else(|| io::Error::other(format!("no order: {order}")))?;
        writeln!(out, "{}", Value::from(file))?;
    }
    Ok(())
}
