//! What the reader is told when a step fails.

use std::fmt;
use std::path::Path;

pub(crate) type Done<T = ()> = Result<T, Fault>;

/// A step that failed, in the words for the one who has to repair it.
#[derive(Debug)]
pub(crate) struct Fault {
    what: String,
    why: String,
    remedy: String,
}

impl Fault {
    pub(crate) fn new(
        what: impl Into<String>,
        why: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Fault {
        Fault {
            what: what.into(),
            why: why.into(),
            remedy: remedy.into(),
        }
    }

    pub(crate) fn file(verb: &str, path: &Path, error: &std::io::Error) -> Fault {
        Fault::new(
            format!("Could not {verb} {}", path.display()),
            error.to_string(),
            "Check the permissions and the free space, then run the command again.",
        )
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "FAILED: {}", self.what)?;
        writeln!(out, "Why:    {}", self.why.replace('\n', "\n        "))?;
        write!(out, "To do:  {}", self.remedy.replace('\n', "\n        "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_says_what_why_and_what_to_do() {
        let fault = Fault::new("Building", "no\nspace", "Make room.");
        let text = fault.to_string();
        assert!(text.starts_with("FAILED: Building\n"));
        assert!(text.contains("Why:    no\n        space\n"));
        assert!(text.ends_with("To do:  Make room."));
    }
}
