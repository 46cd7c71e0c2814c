//! The command line.
#![allow(unreachable_pub, missing_docs, clippy::pedantic)]

use std::num::NonZeroU64;
use std::path::PathBuf;

xflags::xflags! {
    /// Statistics over exported results. Exit status 0: everything was read; 1: some files could not be
    /// read, and each is named on standard error; 2: there are no figures.
    cmd cohort {
        /// Reads exported results one at a time. Per direction and facet: how many are scored, mean,
        /// standard deviation, Cronbach's alpha with its interval, and the standard error of measurement.
        /// Per item: mean, standard deviation, the shares at both ends and without an answer, and the
        /// correlation with the rest of its direction.
        default cmd report {
            /// An exported result as the widget saves it, or a folder with *.json files in it.
            repeated source: PathBuf
            /// A file with one result per line; - for standard input.
            repeated --ndjson file: PathBuf
            /// A folder with a folder for each person: the first two results of a form give the error
            /// between sittings, and are in no other figure.
            repeated --people-in folder: PathBuf
            /// The questionnaire that was answered; else the shipped one.
            optional --instrument file: PathBuf
            /// full or short: only this form; else each form by itself.
            optional --form form: String
            /// Leave out results of other instruments instead of refusing.
            optional --skip-others
            /// Figures for machines.
            optional --json
        }

        /// Simulates people and prints how often the likelihoods of a finding come true.
        cmd calibrate {
            /// How many are simulated in each form; else 200000.
            optional --people count: NonZeroU64
            /// The same gives the same figures; else 1.
            optional --seed number: u64
            /// The questionnaire; else the shipped one.
            optional --instrument file: PathBuf
        }
    }
}
