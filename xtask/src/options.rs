//! What was asked for on the command line.

use crate::prove::{self, Proof};

#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Help,
    Serve { port: Option<u16> },
    Build,
    Test(Layers),
    Bench(Measure),
    Package,
    Lint,
    Prove(Proof),
}

/// What to measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Measure {
    /// All that one report needs; quickly, with few repeats.
    Everything { quick: bool },
    /// The pure core natively.
    Core,
    /// The cohort example beside other programs: minutes.
    Cohort,
    /// What a developer waits for, from an empty clone: minutes.
    Developer,
}

/// Which layers of tests to run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Layers {
    pub native: bool,
    pub wasm: bool,
    pub e2e: bool,
    /// Wants Debian packages that nothing else does: only where it is asked for by name.
    pub wordpress: bool,
    /// The fault matrix in every engine: likewise.
    pub all_browsers: bool,
}

impl Layers {
    const NONE: Layers = Layers {
        native: false,
        wasm: false,
        e2e: false,
        wordpress: false,
        all_browsers: false,
    };
    const ALL: Layers = Layers {
        native: true,
        wasm: true,
        e2e: true,
        wordpress: false,
        all_browsers: false,
    };
}

/// The command, or a sentence about what is wrong with it.
pub(crate) fn parse(arguments: &[String]) -> Result<Command, String> {
    let mut words = arguments.iter().map(String::as_str);
    let command = words.next().unwrap_or("help");
    let rest: Vec<&str> = words.collect();
    match command {
        "help" | "--help" | "-h" => Ok(Command::Help),
        "serve" => Ok(Command::Serve { port: port(&rest)? }),
        "build" => nothing_after(command, &rest).map(|()| Command::Build),
        "test" => Ok(Command::Test(layers(&rest)?)),
        "bench" => Ok(Command::Bench(measure(&rest)?)),
        "package" => nothing_after(command, &rest).map(|()| Command::Package),
        "lint" => nothing_after(command, &rest).map(|()| Command::Lint),
        proof if prove::knows(proof) => Ok(Command::Prove(prove::parse(proof, &rest)?)),
        unknown => Err(format!("There is no command \"{unknown}\".")),
    }
}

fn nothing_after(command: &str, rest: &[&str]) -> Result<(), String> {
    match rest.first() {
        None => Ok(()),
        Some(word) => Err(format!("\"{command}\" takes no \"{word}\".")),
    }
}

fn port(rest: &[&str]) -> Result<Option<u16>, String> {
    match rest {
        [] => Ok(None),
        ["--port", number] => match number.parse() {
            Ok(port) if port > 0 => Ok(Some(port)),
            _ => Err(format!("\"{number}\" is not a port: 1 to 65535.")),
        },
        ["--port"] => Err("--port needs a number.".into()),
        [word, ..] => Err(format!("\"serve\" takes --port N, not \"{word}\".")),
    }
}

fn layers(rest: &[&str]) -> Result<Layers, String> {
    if rest.is_empty() {
        return Ok(Layers::ALL);
    }
    let mut layers = Layers::NONE;
    for word in rest {
        match *word {
            "--native" => layers.native = true,
            "--wasm" => layers.wasm = true,
            "--e2e" => layers.e2e = true,
            "--wordpress" => layers.wordpress = true,
            "--all-browsers" => layers.all_browsers = true,
            _ => {
                return Err(format!(
                    "\"test\" takes --native, --wasm, --e2e, --wordpress and --all-browsers, not \
                     \"{word}\"."
                ));
            }
        }
    }
    Ok(layers)
}

fn measure(rest: &[&str]) -> Result<Measure, String> {
    match rest {
        [] => Ok(Measure::Everything { quick: false }),
        ["--quick"] => Ok(Measure::Everything { quick: true }),
        ["--core"] => Ok(Measure::Core),
        ["--cohort"] => Ok(Measure::Cohort),
        ["--developer"] => Ok(Measure::Developer),
        words => Err(format!(
            "\"bench\" takes one of --quick, --core, --cohort and --developer, not \"{}\".",
            words.join(" ")
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        let words: Vec<String> = line.split_whitespace().map(String::from).collect();
        parse(&words)
    }

    #[test]
    fn nothing_at_all_shows_the_usage() {
        assert_eq!(parsed(""), Ok(Command::Help));
        assert_eq!(parsed("--help"), Ok(Command::Help));
    }

    #[test]
    fn a_test_without_options_runs_every_layer() {
        assert_eq!(parsed("test"), Ok(Command::Test(Layers::ALL)));
    }

    #[test]
    fn layers_can_be_picked_and_combined() {
        let picked = Layers {
            native: true,
            e2e: true,
            ..Layers::NONE
        };
        assert_eq!(parsed("test --e2e --native"), Ok(Command::Test(picked)));
        assert!(parsed("test --wsam").unwrap_err().contains("--wsam"));
    }

    #[test]
    fn wordpress_is_tested_only_if_it_is_asked_for() {
        let alone = Layers {
            wordpress: true,
            ..Layers::NONE
        };
        assert_eq!(parsed("test --wordpress"), Ok(Command::Test(alone)));
        let browsers = Layers {
            all_browsers: true,
            ..Layers::NONE
        };
        assert_eq!(parsed("test --all-browsers"), Ok(Command::Test(browsers)));
        let all = parsed("test --native --wasm --e2e");
        assert_eq!(all, Ok(Command::Test(Layers::ALL)));
    }

    #[test]
    fn a_bench_measures_everything_or_one_thing() {
        let everything = |quick| Ok(Command::Bench(Measure::Everything { quick }));
        assert_eq!(parsed("bench"), everything(false));
        assert_eq!(parsed("bench --quick"), everything(true));
        assert_eq!(parsed("bench --core"), Ok(Command::Bench(Measure::Core)));
        assert!(parsed("bench --quick --core").is_err());
        assert!(parsed("bench --fast").unwrap_err().contains("--fast"));
    }

    #[test]
    fn a_port_is_a_number_that_can_be_one() {
        let port = Some(9000);
        assert_eq!(parsed("serve --port 9000"), Ok(Command::Serve { port }));
        assert_eq!(parsed("serve"), Ok(Command::Serve { port: None }));
        for wrong in ["--port", "--port 0", "--port 99999", "--open"] {
            assert!(parsed(&format!("serve {wrong}")).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert!(parsed("biuld").unwrap_err().contains("biuld"));
        assert!(parsed("build --fast").unwrap_err().contains("--fast"));
        assert!(parsed("lint x").is_err());
        assert!(parsed("package --npm").unwrap_err().contains("--npm"));
    }
}
