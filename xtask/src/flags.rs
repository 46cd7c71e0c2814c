//! The command line.
#![allow(unreachable_pub, missing_docs, clippy::pedantic)]

use std::num::NonZeroU16;
use std::path::PathBuf;

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
        cmd build {
            /// The language that the loader carries, which visitors see where none is named; en
            /// unless given.
            optional --language tag: String
        }

        /// Run the tests; without options --native, --wasm and --e2e.
        cmd test {
            /// The pure core and the project's rules.
            optional --native
            /// How the browser writes numbers and dates, beside the tables from CLDR.
            optional --wasm
            /// Journeys through the built dist/, in a browser.
            optional --e2e
            /// Every screen on hostile pages, on pages without a doctype, below headers that stay, and
            /// translated by a browser.
            optional --pages
            /// The plugin in WordPress 6.1 and 6.7; installs them from Debian's packages and from npm.
            optional --wordpress
            /// The npm package in projects of every bundler and framework that is said to take it.
            optional --packages
            /// What the commands of docs/research.md write, before FHIR validators from npm.
            optional --research
            /// docs/servers/ in nginx, Apache and Caddy, and what docs/coach/ says of Hugo and Swup;
            /// installs them from Debian's packages and npm.
            optional --servers
            /// The fault matrix in Chromium, Firefox and WebKit.
            optional --all-browsers
            /// Every screen in every language, with a picture of each in target/languages/; installs
            /// Noto's fonts from Debian's packages.
            optional --languages
        }

        /// Measure the widget beside its peers, and write docs/performance.md.
        cmd bench {
            /// Repeat less.
            optional --quick
            /// Only the pure core, natively.
            optional --core
        }

        /// Build what is published, into target/package/.
        cmd package {
            /// The language that the loader carries; en unless given.
            optional --language tag: String
        }

        /// Build everything for a release page, into target/release-page/, from a checkout without changes.
        cmd release {
            /// Sign the checksums with this SSH key.
            optional --sign key: PathBuf
            /// Take the changelog's section of what is not released yet.
            optional --rehearse
        }

        /// Build the documentation site, into target/docs/.
        cmd docs {}

        /// Check a translation, and add its language to those that are built; without a tag, check
        /// every language.
        cmd language {
            /// The language's BCP 47 tag, the name of its folder in content/.
            optional tag: String
        }

        /// Write what follows from content/element.json and from the formats.
        cmd generate {}

        /// Check the formatting, what is generated and the links of the documents, and run clippy, for
        /// the host and for WebAssembly.
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
        cmd reproduce {
            /// Build once, and compare with the sri.json of a build that was made elsewhere.
            optional --against hashes: PathBuf
        }

        /// Kill pages and browsers between answers.
        cmd kills {
            /// How many pages, with 2 browsers; without it 1000 pages and 12 browsers.
            optional --count pages: u64
        }

        /// Run the fault matrix in three engines and the kills, whose results docs/reliability.md has.
        cmd reliability {}
    }
}

/// Every command with its options.
pub(crate) const HELP: &str = Xtask::HELP_;
