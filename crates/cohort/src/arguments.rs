//! What was asked for on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use measure::instrument::FormName;

/// How the command is used.
pub const USAGE: &str = "\
cohort [options] SOURCE…

Reads exported results one at a time and reports, per direction and facet, how many are scored,
mean, standard deviation, Cronbach's alpha with its interval, and the standard error of measurement.

sources
  FILE                one exported result, as the widget saves it
  FOLDER              every *.json file in it and in its folders
  --ndjson FILE       one result per line
  -                   the same from standard input

options
  --instrument FILE   the questionnaire that was answered; else the shipped one
  --form full|short   only this form; else each form by itself
  --skip-others       leave out results of other instruments instead of refusing
  --json              figures for machines
  --help              this

exit status
  0  everything was read
  1  there are figures, but some files could not be read; each is named on standard error
  2  there are no figures: mixed instruments, nothing to read, or a wrong command line
";

/// Where results come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file with one result, or a folder of such files.
    Path(PathBuf),
    /// A file with one result per line.
    Lines(PathBuf),
    /// One result per line on standard input.
    Input,
}

/// A report that was asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arguments {
    /// In the order of the command line.
    pub sources: Vec<Source>,
    /// `None`: the shipped one.
    pub instrument: Option<PathBuf>,
    /// `None`: each form by itself.
    pub form: Option<FormName>,
    /// Leave out results of other instruments instead of refusing.
    pub skip_others: bool,
    /// Figures for machines.
    pub json: bool,
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Explain the command.
    Help,
    /// Read and report.
    Report(Arguments),
}

/// Reads the command line, without the name of the program.
///
/// # Errors
/// One sentence about the first thing that is wrong.
pub fn parse(arguments: &[OsString]) -> Result<Wish, String> {
    let mut wish = Arguments::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = |what: &str| {
            let next = rest.next();
            next.ok_or_else(|| format!("{what} needs a value after it"))
        };
        match argument.to_str() {
            Some("--help" | "-h") => return Ok(Wish::Help),
            Some("--json") => wish.json = true,
            Some("--skip-others") => wish.skip_others = true,
            Some("-") => wish.sources.push(Source::Input),
            Some("--ndjson") => wish.sources.push(Source::Lines(value("--ndjson")?.into())),
            Some("--instrument") => wish.instrument = Some(value("--instrument")?.into()),
            Some("--form") => {
                let form = value("--form")?.to_str().and_then(FormName::from_text);
                wish.form = Some(form.ok_or("--form is \"full\" or \"short\"")?);
            }
            Some("--") => {
                wish.sources
                    .extend(rest.by_ref().map(|path| Source::Path(path.into())));
            }
            Some(option) if option.starts_with('-') => {
                return Err(format!(
                    "there is no option {option}; a file of that name goes after --"
                ));
            }
            _ => wish.sources.push(Source::Path(argument.into())),
        }
    }
    if wish.sources.is_empty() {
        return Err("nothing to read: name files, a folder, or - for standard input".to_owned());
    }
    Ok(Wish::Report(wish))
}
