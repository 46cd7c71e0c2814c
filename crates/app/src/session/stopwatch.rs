//! Active time: how long an item was on a visible screen.

/// Counts milliseconds of a forward-only clock while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Stopwatch {
    spent_ms: u64,
    running_since: Option<u64>,
}

impl Stopwatch {
    /// Starts from zero.
    pub(super) fn restart(&mut self, tick: u64) {
        *self = Self {
            spent_ms: 0,
            running_since: Some(tick),
        };
    }

    /// Stops counting, as when the tab is hidden.
    pub(super) fn pause(&mut self, tick: u64) {
        if let Some(since) = self.running_since.take() {
            self.spent_ms += tick.saturating_sub(since);
        }
    }

    /// Continues counting.
    pub(super) fn resume(&mut self, tick: u64) {
        self.running_since.get_or_insert(tick);
    }

    /// The time spent since the last restart or lap, and starts from zero.
    pub(super) fn lap(&mut self, tick: u64) -> u64 {
        let running = self.running_since.is_some();
        self.pause(tick);
        let spent = self.spent_ms;
        self.spent_ms = 0;
        if running {
            self.running_since = Some(tick);
        }
        spent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_only_while_it_runs() {
        let mut watch = Stopwatch::default();
        assert_eq!(watch.lap(50), 0, "never started");
        watch.restart(100);
        watch.pause(130);
        watch.pause(170);
        watch.resume(200);
        watch.resume(210);
        assert_eq!(watch.lap(220), 50, "30 before the pause, 20 after");
        assert_eq!(watch.lap(225), 5, "goes on after a lap");
        watch.pause(230);
        assert_eq!(watch.lap(900), 5, "a lap while paused does not start it");
        assert_eq!(watch.lap(950), 0);
        watch.restart(1000);
        assert_eq!(
            watch.lap(900),
            0,
            "a clock that ran backwards counts nothing"
        );
    }
}
