//! The command line.
#![allow(unreachable_pub, missing_docs, clippy::pedantic)]

use std::num::NonZeroU16;

xflags::xflags! {
    /// Builds, serves and tests Leadership Audit. Whatever a command needs and does not find, it
    /// installs first: tools into .tools/, npm packages into node_modules/ and, where it has to,
    /// Debian packages. Delete .tools/ to start afresh.
    cmd xtask {
        /// Build, serve the demo page on localhost, rebuild on change.
        cmd serve {
            /// The port to serve on; the first free one from 8080 unless given.
            optional --port port: NonZeroU16
        }

        /// Build what is deployed, into dist/.
        cmd build {}

        /// Run the tests; without options --native, --wasm and --e2e.
        cmd test {
            /// The pure core and the project's rules.
            optional --native
            /// Components and shell, in a headless browser.
            optional --wasm
            /// Journeys through the built dist/, in a browser.
            optional --e2e
            /// The plugin in a real WordPress; installs it from Debian's packages.
            optional --wordpress
            /// The fault matrix in Chromium, Firefox and WebKit.
            optional --all-browsers
        }

        /// Measure the widget beside its peers, and write docs/performance.md.
        cmd bench {
            /// Repeat less.
            optional --quick
            /// Only the pure core, natively.
            optional --core
        }

        /// Build what is published, into target/package/.
        cmd package {}

        /// Check the formatting and run clippy, for the host and for WebAssembly.
        cmd lint {}

        /// Give every reader hostile inputs.
        cmd fuzz {
            /// How many for each reader; 1000000 unless given.
            optional --inputs count: u64
            /// The first seed; 1 unless given.
            optional --seed seed: u64
        }

        /// Try random acts in several tabs.
        cmd schedules {
            /// How many schedules; 10000 unless given.
            optional --seeds count: u64
            /// The first seed; 1 unless given.
            optional --first seed: u64
        }

        /// Measure which lines and branches of the core crates the native tests reach.
        cmd coverage {}

        /// Change the core crates in small ways; a test must fail for each change.
        cmd mutants {
            /// Only this crate.
            optional -p, --package crate_name: String
            /// Options for cargo-mutants, after `--`: a --file, a --shard, --jobs.
            repeated options: String
        }

        /// Check licences, sources, duplicates and advisories of every crate, and npm's pins.
        cmd deny {}

        /// Build twice in different folders, and compare every byte.
        cmd reproduce {}

        /// Kill pages and browsers between answers.
        cmd kills {
            /// How many pages, with 2 browsers; without it 1000 pages and 12 browsers, recorded.
            optional --count pages: u64
        }

        /// Run the fault matrix in three engines and the kills, and write docs/reliability.md.
        cmd reliability {}
    }
}

/// Every command with its options.
pub(crate) const HELP: &str = Xtask::HELP_;

#[cfg(test)]
mod tests {
    use super::{Xtask, XtaskCmd};

    fn parsed(line: &str) -> Result<XtaskCmd, String> {
        let words = line.split_whitespace().map(Into::into).collect();
        Xtask::from_vec(words)
            .map(|found| found.subcommand)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn options_are_parsed_and_mistakes_named() {
        assert!(
            matches!(parsed("test --e2e --wasm"), Ok(XtaskCmd::Test(it)) if it.e2e && !it.native)
        );
        assert!(
            matches!(parsed("mutants -p json"), Ok(XtaskCmd::Mutants(it)) if it.package.as_deref() == Some("json"))
        );
        for (line, named) in [
            ("biuld", "biuld"),
            ("test --wsam", "--wsam"),
            ("serve --port 0", "port"),
            ("lint x", "x"),
        ] {
            let error = parsed(line).err().unwrap_or_default();
            assert!(error.contains(named), "{line}: {error}");
        }
    }
}
