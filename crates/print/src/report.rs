//! The printed report, as a coach and a client need it on the table: on the first page the finding, the
//! scores, the answers that stand out, one act and room for notes; on the second every answer, and how
//! the scores were made.

mod answers;
mod chart;
mod others;

pub use others::others;

use super::Node;
use app::attributes::Link;
use app::practice::Practice;
use measure::completed::Completed;
use measure::instrument::Instrument;
use measure::report::Report;
use measure::scoring::FindingKind;
use measure::scoring::odds::InTen;
use words::Language;

/// How many ruled lines there are for notes; those without room are cut off.
const RULES: usize = 20;

/// More directions or statements than these have more than two pages: text that fits them would be too small.
const ON_TWO_PAGES: (usize, usize) = (6, 60);

/// What the report is made from.
#[derive(Debug, Clone, Copy)]
pub struct Printed<'a> {
    /// The questionnaire.
    pub instrument: &'a Instrument,
    /// The result.
    pub completed: &'a Completed,
    /// The practice of the person whose result it is, if it is known.
    pub practice: Option<&'a Practice>,
    /// The date of the result, in words.
    pub date: &'a str,
    /// What others said of that person, if the part that words it is there.
    pub others: &'a [Saying],
    /// The link to the site owner's next step.
    pub call_to_action: Option<&'a Link>,
    /// The language.
    pub words: &'static Language,
}

/// What others said, as a heading and paragraphs. Each begins with some words that stand out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saying {
    /// The heading.
    pub heading: String,
    /// The words that stand out, perhaps none, and the rest of the paragraph.
    pub paragraphs: Vec<[String; 2]>,
}

/// The report as the child of a page's body.
#[must_use]
pub fn report(printed: &Printed<'_>) -> Node {
    let report = Report::from_completed(printed.instrument, printed.completed);
    let asked = report.directions.iter().map(|one| one.set.total);
    let (most_rows, most_asked) = ON_TWO_PAGES;
    let is_long = report.directions.len() > most_rows || asked.sum::<usize>() > most_asked;
    let (one, all) = if is_long {
        ("sheet long", "sheet all long")
    } else {
        ("sheet", "sheet all")
    };
    let notes = report.notes.iter();
    let notes = notes.map(|note| Node::new("p", "note").text(&printed.words.results().note(note)));
    let first = Node::new("section", one)
        .child(name(&report, printed))
        .children(finding(&report, printed))
        .child(chart::view(&report, printed))
        .children(notes)
        .children(printed.others.iter().map(saying))
        .child(answers::standing_out(&report, printed))
        .children(act(&report, printed))
        .child(ruled(printed))
        .children(step(printed));
    let second = Node::new("section", all)
        .child(answers::all(&report, printed))
        .child(made(&report, printed))
        .child(foot(printed));
    Node::new("main", "")
        .with("lang", printed.words.tag())
        .with("dir", printed.words.direction())
        .child(first)
        .child(second)
}

fn paragraph(text: &str) -> Node {
    Node::new("p", "").text(text)
}

fn heading(text: &str) -> Node {
    Node::new("h2", "").text(text)
}

/// The date of the result, and a line for the name.
fn name(report: &Report, printed: &Printed<'_>) -> Node {
    let kicker = printed.words.results().kicker(printed.date, report.form);
    Node::new("div", "head")
        .child(Node::new("p", "kicker").text(&kicker))
        .child(Node::new("p", "name").text(printed.words.keep().print_name()))
}

fn finding(report: &Report, printed: &Printed<'_>) -> Vec<Node> {
    let words = printed.words.results();
    let (sentence, why) = words.finding_on_screen(report);
    let chances = report.finding.scales.first();
    let chances = chances.map(|scale| InTen::from_probability(report.finding.probability(*scale)));
    let odds = chances.and_then(|chances| {
        let said = words.chances(chances);
        let said = match report.finding.kind {
            FindingKind::Weakest => words.odds_weakest(&said),
            FindingKind::Likely => words.odds_likely(&said),
            FindingKind::TooClose | FindingKind::NotEnough => return None,
        };
        Some(Node::new("p", "odds").child(dots(chances)).text(&said))
    });
    let mut nodes = vec![Node::new("h1", "").text(&sentence)];
    nodes.extend(odds);
    if !why.is_empty() {
        nodes.push(paragraph(why));
    }
    nodes
}

/// Chances in ten as ten dots.
fn dots(chances: InTen) -> Node {
    let dots = chances.dots().into_iter().enumerate();
    Node::new("svg", "")
        .with("viewBox", "0 0 158 14")
        .children(dots.map(|(place, class)| {
            Node::new("circle", class)
                .with("cx", &(7 + 16 * place).to_string())
                .with("cy", "7")
                .with("r", "5.5")
        }))
}

/// The act of this week; without one the first move for the lowest answer.
fn act(report: &Report, printed: &Printed<'_>) -> Option<Node> {
    let words = printed.words;
    if let Some(plan) = printed.practice.and_then(Practice::plan) {
        let map = printed.practice.map(Practice::map);
        let person = map.as_ref().and_then(|map| map.get(plan.with));
        let name = person.map_or(words.weekly().someone(), |person| person.name.as_str());
        let said = &plan.words;
        let lines = [said.says.as_deref().unwrap_or_default(), &said.opener];
        let lines = lines.into_iter().filter(|line| !line.is_empty());
        let title = words.keep().print_act(name, words.act().title(&said.act));
        let act = Node::new("div", "act").child(heading(&title));
        return Some(act.children(lines.map(paragraph)));
    }
    let item = report.stands_out.lowest.first()?;
    let about = words.results().first_move(printed.instrument, item)?;
    let square = printed.instrument.square(item);
    let title = square.and_then(|square| words.act().move_title(&square));
    let title = title.map_or_else(
        || words.results().try_heading().to_owned(),
        |title| words.keep().print_try(title),
    );
    let act = Node::new("div", "act").child(heading(&title));
    Some(act.child(paragraph(about)))
}

fn saying(saying: &Saying) -> Node {
    let paragraphs = saying.paragraphs.iter().map(|[first, rest]| {
        let first = (!first.is_empty()).then(|| Node::new("strong", "").text(first));
        Node::new("p", "").children(first).text(rest)
    });
    Node::new("div", "")
        .child(heading(&saying.heading))
        .children(paragraphs)
}

/// Room for notes, as far as there is any.
fn ruled(printed: &Printed<'_>) -> Node {
    let lines = std::iter::repeat_with(|| Node::new("i", "")).take(RULES);
    Node::new("div", "notes")
        .child(heading(printed.words.keep().print_notes()))
        .child(Node::new("div", "ruled").children(lines))
}

/// The site owner's next step.
fn step(printed: &Printed<'_>) -> Option<Node> {
    let link = printed.call_to_action?;
    let step = Node::new("p", "step").child(Node::new("strong", "").text(link.label()));
    Some(step.child(Node::new("bdi", "").text(link.href())))
}

fn made(report: &Report, printed: &Printed<'_>) -> Node {
    let words = printed.words.results();
    let answered = report.directions.iter().map(|direction| direction.set);
    let (answered, total) = answered.fold((0, 0), |(answered, total), set| {
        (answered + set.answered, total + set.total)
    });
    let about = printed
        .words
        .keep()
        .answers_about(printed.instrument, answered, total);
    let scores = report
        .directions
        .iter()
        .filter_map(|direction| words.made_text(printed.instrument, direction));
    let texts = words.made_of(printed.instrument).map(str::to_owned);
    let first = [about, words.made_from(printed.instrument)];
    let texts = first.into_iter().chain(texts).chain(scores);
    Node::new("div", "made")
        .child(heading(words.made_heading()))
        .child(Node::new("div", "text").children(texts.map(|text| paragraph(&text))))
}

/// What the result can't say, and which questionnaire it is of.
fn foot(printed: &Printed<'_>) -> Node {
    let Printed {
        instrument,
        completed,
        words,
        ..
    } = printed;
    let source = format!(
        "{}, {} {}, {}",
        instrument.title,
        instrument.id,
        instrument.version,
        completed.sheet.form.as_str()
    );
    Node::new("footer", "")
        .child(paragraph(words.results().own_view(instrument)))
        .child(paragraph(words.audit().welcome_limits()))
        .child(paragraph(&source))
}
