//! The commands that show what docs/reliability.md and docs/reliability/core.md state.
//! None runs with `cargo xtask test`: they take minutes to hours.

mod coverage;
mod deny;
mod long;
mod mutants;
mod record;
mod reproduce;

use crate::engines;
use crate::fault::Done;
use crate::project::Project;

/// Their lines in the usage.
pub(crate) const USAGE: &str = "\
  fuzz                 give every reader hostile inputs; --inputs N for each (1000000), --seed N
  schedules            try random acts in several tabs; --seeds N (10000), --first N
  coverage             measure which lines and branches of the pure core the native tests reach
  mutants [slices]     change the core in small ways, and see that a test fails
  deny                 check licences, sources and duplicates of every crate, pins of every npm
                       package, and, where the database can be fetched, advisories
  reproduce            build twice in different folders, and compare every byte
  kills                kill pages and browsers between answers; --count N pages (1000)
  reliability          run the fault matrix in three engines and the kills, and write
                       docs/reliability.md
";

/// What to show.
#[derive(Debug, PartialEq)]
pub(crate) enum Proof {
    Fuzz {
        inputs: Option<u64>,
        seed: Option<u64>,
    },
    Schedules {
        seeds: Option<u64>,
        first: Option<u64>,
    },
    Coverage,
    Mutants {
        slices: Vec<String>,
    },
    Deny,
    Reproduce,
    Kills {
        count: Option<u64>,
    },
    Reliability,
}

/// Whether `command` is one of these.
pub(crate) fn knows(command: &str) -> bool {
    let names = [
        "fuzz",
        "schedules",
        "coverage",
        "mutants",
        "deny",
        "reproduce",
        "kills",
        "reliability",
    ];
    names.contains(&command)
}

/// The proof asked for, or a sentence about what is wrong.
pub(crate) fn parse(command: &str, rest: &[&str]) -> Result<Proof, String> {
    Ok(match command {
        "fuzz" => {
            let [inputs, seed] = numbers(command, rest, ["--inputs", "--seed"])?;
            Proof::Fuzz { inputs, seed }
        }
        "schedules" => {
            let [seeds, first] = numbers(command, rest, ["--seeds", "--first"])?;
            Proof::Schedules { seeds, first }
        }
        "mutants" => Proof::Mutants {
            slices: mutants::chosen(rest)?,
        },
        "kills" => {
            let [count] = numbers(command, rest, ["--count"])?;
            Proof::Kills { count }
        }
        _ => {
            let [] = numbers(command, rest, [])?;
            match command {
                "coverage" => Proof::Coverage,
                "deny" => Proof::Deny,
                "reliability" => Proof::Reliability,
                _ => Proof::Reproduce,
            }
        }
    })
}

/// The numbers behind `names`, in their order.
fn numbers<const N: usize>(
    command: &str,
    rest: &[&str],
    names: [&str; N],
) -> Result<[Option<u64>; N], String> {
    let mut found = [None; N];
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        let Some(place) = names.iter().position(|name| name == word) else {
            return Err(format!("\"{command}\" takes no \"{word}\"."));
        };
        let number = words.next().and_then(|number| number.parse().ok());
        let number = number.filter(|number| *number > 0);
        found[place] = Some(number.ok_or(format!("{word} needs a number above 0."))?);
    }
    Ok(found)
}

pub(crate) fn run(project: &Project, proof: Proof) -> Done {
    match proof {
        Proof::Fuzz { inputs, seed } => long::fuzz(project, inputs, seed),
        Proof::Schedules { seeds, first } => long::schedules(project, seeds, first),
        Proof::Coverage => coverage::run(project),
        Proof::Mutants { slices } => mutants::run(project, &slices),
        Proof::Deny => deny::run(project),
        Proof::Reproduce => reproduce::run(project),
        Proof::Kills { count } => engines::kills(project, count),
        Proof::Reliability => engines::reliability(project),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Proof, String> {
        let words: Vec<&str> = line.split_whitespace().collect();
        parse(words[0], &words[1..])
    }

    #[test]
    fn numbers_stand_behind_their_names() {
        let fuzz = |inputs, seed| Ok(Proof::Fuzz { inputs, seed });
        assert_eq!(parsed("fuzz"), fuzz(None, None));
        assert_eq!(parsed("fuzz --seed 7 --inputs 50"), fuzz(Some(50), Some(7)));
        for wrong in [
            "fuzz --inputs",
            "fuzz --inputs x",
            "fuzz --inputs 0",
            "fuzz 50",
        ] {
            assert!(parsed(wrong).is_err(), "{wrong}");
        }
        assert!(parsed("deny --fast").unwrap_err().contains("--fast"));
        assert_eq!(parsed("reproduce"), Ok(Proof::Reproduce));
    }

    #[test]
    fn every_command_of_the_usage_is_known() {
        for line in USAGE.lines().filter(|line| !line.starts_with("   ")) {
            let command = line.split_whitespace().next().unwrap();
            assert!(knows(command), "{command}");
            assert!(parsed(command).is_ok(), "{command}");
        }
        assert!(!knows("build"));
    }
}
