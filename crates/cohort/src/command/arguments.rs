//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use measure::instrument::FormName;

/// The text of `--help`.
pub(crate) const USAGE: &str = "\
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

/// A source of results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// A file with one result, or a directory of such files.
    Path(PathBuf),
    /// A file with one result per line.
    Lines(PathBuf),
    /// One result per line on standard input.
    Stdin,
}

/// The arguments of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// In the order of the command line.
    pub(crate) sources: Vec<Source>,
    /// The instrument file; `None` for the shipped instrument.
    pub(crate) instrument: Option<PathBuf>,
    /// `None` for each form by itself.
    pub(crate) form: Option<FormName>,
    /// Exclude results of other instruments instead of refusing to report.
    pub(crate) skip_others: bool,
    /// Print JSON.
    pub(crate) json: bool,
}

/// What the command line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Request {
    /// Print the usage.
    Help,
    /// Read results and report on them.
    Report(Arguments),
}

/// Parses the command line, without the name of the program.
///
/// # Errors
/// A message about the first thing that is wrong.
pub(crate) fn parse(arguments: &[OsString]) -> Result<Request, String> {
    let mut parsed = Arguments::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = |what: &str| {
            let next = rest.next();
            next.ok_or_else(|| format!("{what} needs a value after it"))
        };
        match argument.to_str() {
            Some("--help" | "-h") => return Ok(Request::Help),
            Some("--json") => parsed.json = true,
            Some("--skip-others") => parsed.skip_others = true,
            Some("-") => parsed.sources.push(Source::Stdin),
            Some("--ndjson") => parsed
                .sources
                .push(Source::Lines(value("--ndjson")?.into())),
            Some("--instrument") => parsed.instrument = Some(value("--instrument")?.into()),
            Some("--form") => {
                let form = value("--form")?.to_str().and_then(FormName::from_text);
                parsed.form = Some(form.ok_or("--form is \"full\" or \"short\"")?);
            }
            Some("--") => {
                parsed
                    .sources
                    .extend(rest.by_ref().map(|path| Source::Path(path.into())));
            }
            Some(option) if option.starts_with('-') => {
                return Err(format!(
                    "there is no option {option}; a file of that name goes after --"
                ));
            }
            _ => parsed.sources.push(Source::Path(argument.into())),
        }
    }
    if parsed.sources.is_empty() {
        return Err("nothing to read: name files, a folder, or - for standard input".to_owned());
    }
    Ok(Request::Report(parsed))
}
