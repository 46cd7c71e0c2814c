//! The printed report: the finding and what it may mean on the first page, what it rests on on the
//! second. The paper alone says what was measured, how sure it is, and what to do next.

use super::Node;
use app::attributes::Link;
use measure::chart::{AXIS, marks, percent};
use measure::completed::Completed;
use measure::instrument::Instrument;
use measure::report::{Answered, Direction, Report, answers};
use measure::scoring::{Band, Finding};
use records::texts::{Paragraph, Texts};
use words::workbook::WorkbookStrings;

/// What the report is made from.
#[derive(Debug, Clone, Copy)]
pub struct Printed<'a> {
    /// The questionnaire.
    pub instrument: &'a Instrument,
    /// The result.
    pub completed: &'a Completed,
    /// The paragraphs for each band, if they are loaded and belong to this questionnaire.
    pub texts: Option<&'a Texts>,
    /// The date of the result, in words.
    pub date: &'a str,
    /// The link to the site owner's next step.
    pub call_to_action: Option<&'a Link>,
    /// The texts of one language.
    pub strings: &'a WorkbookStrings,
}

/// The report as the child of a page's body.
#[must_use]
pub fn report(printed: &Printed<'_>) -> Node {
    let report = Report::from_completed(printed.instrument, printed.completed);
    let first = Node::new("section", "sheet")
        .children(head(&report, printed))
        .child(chart(&report, printed))
        .children(words(&report, printed))
        .child(map(&report, printed))
        .children(monday(&report, printed));
    let second = Node::new("section", "sheet")
        .child(answered(&report, printed))
        .child(made(&report, printed))
        .children(step(printed))
        .child(foot(printed));
    Node::new("main", "")
        .with("lang", printed.strings.audit.language)
        .child(first)
        .child(second)
}

fn paragraph(text: &str) -> Node {
    Node::new("p", "").text(text)
}

fn heading(text: &str) -> Node {
    Node::new("h2", "").text(text)
}

fn head(report: &Report, printed: &Printed<'_>) -> Vec<Node> {
    let words = printed.strings.results;
    let (finding, why) = words.finding(report);
    vec![
        Node::new("p", "kicker").text(&(words.result_kicker)(printed.date, report.form)),
        Node::new("h1", "").text(&finding),
        Node::new("p", "lede").text(why),
        Node::new("p", "lede quiet").text(&about(report, printed)),
    ]
}

/// What was measured, and what each direction is about.
fn about(report: &Report, printed: &Printed<'_>) -> String {
    let count = |of: fn(&Direction) -> usize| report.directions.iter().map(of).sum();
    let answered = count(|direction| direction.set.answered);
    let total = count(|direction| direction.set.total);
    let mut text = (printed.strings.print_about_audit)(answered, total);
    for direction in &report.directions {
        if let Some(about) = (printed.strings.audit.scale_about)(&direction.id) {
            text = format!("{text} {}: {about}.", direction.label);
        }
    }
    text
}

/// The chart, with the geometry of the one on screen: marks in percent, words as text beside them.
fn chart(report: &Report, printed: &Printed<'_>) -> Node {
    let words = printed.strings.results;
    let line = |class: &str, x1: f64, x2: f64, y1: &str, y2: &str| {
        Node::new("line", class)
            .with("x1", &percent(x1))
            .with("x2", &percent(x2))
            .with("y1", y1)
            .with("y2", y2)
    };
    let edges = AXIS.map(f64::from);
    let picture = Node::new("svg", "")
        .with("width", "100%")
        .with("height", "100%")
        .children(edges.map(|edge| line("edge", edge, edge, "0", "100%")))
        .children(marks(&report.directions).into_iter().flat_map(|mark| {
            let y = percent(mark.y);
            let dot = Node::new("circle", "dot")
                .with("cx", &percent(mark.dot))
                .with("cy", &y)
                .with("r", "5");
            [line("interval", mark.low, mark.high, &y, &y), dot]
        }));
    let row = |direction: &Direction| {
        Node::new("p", "row")
            .child(Node::new("strong", "").text(&direction.label))
            .child(Node::new("span", "").text(&words.score_text(direction)))
    };
    let plot = Node::new("div", "plot")
        .child(picture)
        .children(report.directions.iter().map(row));
    let axis = Node::new("div", "axis")
        .children(Band::ALL.map(|band| Node::new("span", band.as_str()).text((words.band)(band))))
        .children(AXIS.map(|points| Node::new("i", "").text(&points.to_string())));
    let caption = if report.assumed {
        words.scores_caption_assumed
    } else {
        words.scores_caption_estimated
    };
    Node::new("figure", "scores")
        .child(plot)
        .child(axis)
        .child(Node::new("figcaption", "").text(caption))
}

fn words(report: &Report, printed: &Printed<'_>) -> Vec<Node> {
    let words = printed.strings.results;
    let scored = report.directions.iter().filter_map(|direction| {
        let estimate = direction.set.estimate?;
        let title = Node::new("h3", "")
            .text(&format!("{}: ", direction.label))
            .child(Node::new("em", "").text(&words.band_text(&estimate)));
        let texts = printed.texts;
        let text = texts.and_then(|texts| texts.direction(&direction.id, estimate.band));
        let body = match text {
            Some(Paragraph { picture, cost, .. }) => format!("{picture} {cost}"),
            None => (words.band_meaning)(estimate.band).to_owned(),
        };
        Some(Node::new("div", "").child(title).child(paragraph(&body)))
    });
    let mut nodes = vec![Node::new("div", "columns").children(scored)];
    nodes.extend(
        report
            .notes
            .iter()
            .map(|note| Node::new("p", "note").text(&(words.quality_note)(note))),
    );
    nodes
}

fn map(report: &Report, printed: &Printed<'_>) -> Node {
    let words = printed.strings.results;
    if report.facets.is_empty() {
        return Node::new("div", "");
    }
    let heads = report.directions.iter().map(|direction| {
        Node::new("th", "")
            .with("scope", "col")
            .text(&direction.label)
    });
    let rows = report.facets.iter().zip(&report.map).map(|(facet, cells)| {
        let about = (printed.strings.print_facet)(&facet.id);
        let about = about.map(|about| Node::new("small", "").text(about));
        Node::new("tr", "")
            .child(
                Node::new("th", "")
                    .with("scope", "row")
                    .text(&format!("{} ", facet.label))
                    .children(about),
            )
            .children(cells.iter().map(|cell| {
                let class = format!("step-{}", cell.unwrap_or_default());
                Node::new("td", &class).text((words.map_step)(*cell))
            }))
    });
    Node::new("div", "map")
        .child(heading(words.map_heading))
        .child(
            Node::new("table", "")
                .child(
                    Node::new("thead", "").child(
                        Node::new("tr", "")
                            .child(Node::new("td", ""))
                            .children(heads),
                    ),
                )
                .child(Node::new("tbody", "").children(rows)),
        )
        .child(Node::new("p", "quiet").text(words.map_caption))
}

fn monday(report: &Report, printed: &Printed<'_>) -> Vec<Node> {
    let first = first_move(report, printed.texts);
    let Some((label, first_move)) = first else {
        return Vec::new();
    };
    let title = (printed.strings.print_monday)(label);
    vec![
        Node::new("div", "monday")
            .child(heading(&title))
            .child(paragraph(first_move)),
    ]
}

/// The label and the first move of the weakest direction; without one, of the weakest facet; without
/// either, of the first direction with a score.
fn first_move<'a>(report: &'a Report, texts: Option<&'a Texts>) -> Option<(&'a str, &'a str)> {
    let texts = texts?;
    if let Finding::Weakest(scale) = report.finding {
        let direction = report.directions.get(scale)?;
        let text = texts.direction(&direction.id, direction.set.estimate?.band)?;
        return Some((&direction.label, &text.first_move));
    }
    let extremes = report.extremes;
    let weakest = extremes.and_then(|extremes| report.facets.get(extremes.weakest));
    if let Some(facet) = weakest {
        let text = texts.facet(&facet.id, facet.set.estimate?.band)?;
        return Some((&facet.label, &text.first_move));
    }
    report.directions.iter().find_map(|direction| {
        let text = texts.direction(&direction.id, direction.set.estimate?.band)?;
        Some((direction.label.as_str(), text.first_move.as_str()))
    })
}

fn answered(report: &Report, printed: &Printed<'_>) -> Node {
    let strings = printed.strings;
    let lists = report
        .directions
        .iter()
        .enumerate()
        .map(|(scale, direction)| {
            let items = answers(printed.instrument, &printed.completed.sheet, scale, None);
            let row = |item: Answered<'_>| {
                let mark = if item.reversed { "\u{a0}↺" } else { "" };
                Node::new("li", "")
                    .text(&format!("{}{mark} ", item.stem))
                    .child(Node::new("b", "").text(item.answer.unwrap_or(strings.results.left_out)))
            };
            Node::new("div", "")
                .child(Node::new("h3", "").text(&direction.label))
                .child(Node::new("ol", "").children(items.map(row)))
        });
    Node::new("div", "answers")
        .child(heading(strings.print_answers))
        .child(Node::new("p", "quiet").text(strings.print_answers_about))
        .child(Node::new("div", "columns").children(lists))
}

fn made(report: &Report, printed: &Printed<'_>) -> Node {
    let words = printed.strings.results;
    let scores = report
        .directions
        .iter()
        .filter_map(|direction| words.made_text(direction))
        .map(|text| Node::new("li", "").text(&text));
    Node::new("div", "made")
        .child(heading(words.made_heading))
        .children(words.made.iter().map(|text| paragraph(text)))
        .child(Node::new("ul", "").children(scores))
        .child(paragraph(words.bands_provisional))
        .child(paragraph(words.self_view))
}

fn step(printed: &Printed<'_>) -> Option<Node> {
    let link = printed.call_to_action?;
    let step = Node::new("div", "step").child(heading(link.label()));
    Some(step.child(paragraph(link.href())))
}

fn foot(printed: &Printed<'_>) -> Node {
    let Printed {
        instrument,
        completed,
        strings,
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
        .child(paragraph(&source))
        .child(paragraph(strings.audit.welcome_limits))
}
