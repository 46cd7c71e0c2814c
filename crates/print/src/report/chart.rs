//! The scores with their ranges on the axis of the answer words, with the geometry of the chart on
//! screen: lines in percent, words as text beside them.

use super::{Node, Printed};
use measure::chart::{band_middles, edges, percent, steps, words_on_axis};
use measure::instrument::ScaleIndex;
use measure::report::{Direction, Report};
use measure::scoring::{Estimate, FindingKind};

pub(super) fn view(report: &Report, printed: &Printed<'_>) -> Node {
    let words = printed.words.results();
    let lowest = match report.finding.kind {
        FindingKind::Weakest | FindingKind::Likely => report.finding.scales.first(),
        FindingKind::TooClose | FindingKind::NotEnough => None,
    };
    // Of the shipped questionnaire each direction has its row, with the reason if it has no score.
    let rows = ScaleIndex::enumerate(&report.directions);
    let rows = rows.filter(|(_, one)| one.is_shown() || printed.instrument.has_shipped_texts());
    let rows = rows.map(|(index, one)| {
        let class = if lowest == Some(&index) {
            "row lowest"
        } else {
            "row"
        };
        row(class, one, report, printed)
    });
    let caption = if report.assumed {
        words.scores_caption_assumed()
    } else {
        words.scores_caption_estimated()
    };
    Node::new("figure", "")
        .children(rows)
        .child(axis(report, printed))
        .child(Node::new("figcaption", "").text(caption))
}

fn row(class: &str, direction: &Direction, report: &Report, printed: &Printed<'_>) -> Node {
    let value = printed.words.results().score_text(direction);
    let row = Node::new("div", class)
        .child(Node::new("strong", "").text(&direction.label))
        .child(Node::new("span", "value").text(&value));
    let estimate = direction.set.estimate.as_ref();
    row.children(estimate.map(|estimate| ruler(estimate, report, printed)))
}

fn line(class: &str, from: f64, to: f64, top: &str, bottom: &str) -> Node {
    Node::new("line", class)
        .with("x1", &percent(from))
        .with("x2", &percent(to))
        .with("y1", top)
        .with("y2", bottom)
}

fn ruler(estimate: &Estimate, report: &Report, printed: &Printed<'_>) -> Node {
    let [_, middle, high, _] = edges(report.cut_offs);
    let zone = Node::new("rect", "zone")
        .with("x", &percent(middle))
        .with("width", &percent(high - middle))
        .with("height", "100%");
    let [low, upper] = estimate.half();
    let dot = Node::new("circle", "dot")
        .with("cx", &percent(estimate.score))
        .with("cy", "50%")
        .with("r", "5.5");
    Node::new("svg", "ruler")
        .child(zone)
        .child(line("track", 0.0, 100.0, "50%", "50%"))
        .children(
            steps(printed.instrument.options.len()).map(|at| line("tick", at, at, "35%", "65%")),
        )
        .child(line("nine", estimate.low, estimate.high, "50%", "50%"))
        .child(line("half", low, upper, "50%", "50%"))
        .child(dot)
}

/// The words that were chosen from, where each counts on the ruler, and below them the bands.
fn axis(report: &Report, printed: &Printed<'_>) -> Node {
    let options = words_on_axis(&printed.instrument.options);
    let [from, middle, high, to] = edges(report.cut_offs);
    let ends = [(from, middle), (middle, high), (high, to)];
    let brackets = ends.map(|(from, to)| line("", from + 0.5, to - 0.5, "1", "1"));
    let names = band_middles(report.cut_offs).map(|(band, at)| {
        Node::new("text", "")
            .with("x", &percent(at))
            .with("y", "1.3em")
            .text(printed.words.results().band_name(band))
    });
    let words = options.map(|option| Node::new("span", "").text(option));
    Node::new("div", "axis")
        .child(Node::new("div", "words").children(words))
        .child(Node::new("svg", "bands").children(brackets).children(names))
}
