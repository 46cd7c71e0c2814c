//! The visitor's own answers: those that stand out, and all of them.

use std::cmp::Ordering;

use super::{Node, Printed, heading};
use measure::instrument::{ItemIndex, ScaleIndex};
use measure::report::{Answered, Direction, Lowest, Report, answers};

/// The lowest answers beside the highest.
pub(super) fn standing_out(report: &Report, printed: &Printed<'_>) -> Node {
    let words = printed.words.results();
    let (title, lowest) = match &report.stands_out.lowest {
        Lowest::Low { items, .. } => (words.lowest_heading(), items.as_slice()),
        Lowest::LeastFrequent(item) => (
            words.least_frequent(printed.instrument),
            std::slice::from_ref(item),
        ),
        Lowest::Nothing => return Node::new("div", ""),
    };
    let list = |title: &str, items: &[ItemIndex]| {
        let sheet = &printed.completed.sheet;
        let items = items.iter();
        let items = items.filter_map(|item| Answered::from_sheet(printed.instrument, sheet, *item));
        Node::new("div", "")
            .child(heading(title))
            .children(items.map(|answered| quoted(&answered, printed)))
    };
    let highest = report.stands_out.highest.as_slice();
    let highest = (!highest.is_empty()).then(|| list(words.highest_heading(), highest));
    Node::new("div", "pair")
        .child(list(title, lowest))
        .children(highest)
}

/// A statement with its place and the option that was chosen.
fn quoted(answered: &Answered<'_>, printed: &Printed<'_>) -> Node {
    let instrument = printed.instrument;
    let scale = instrument.scale(answered.item.scale);
    let facet = answered.item.facet;
    let facet = facet.and_then(|facet| instrument.facet(facet));
    let scale = scale.filter(|_| instrument.scales.len() > 1);
    let labels = scale.map(|scale| scale.label.as_str()).into_iter();
    let labels = labels.chain(facet.map(|facet| facet.label.as_str()));
    let place = labels.collect::<Vec<_>>().join(" · ");
    let words = printed.words.results();
    let end = match answered.side.filter(|_| answered.reversed) {
        Some(Ordering::Less) => Some(words.low_end()),
        Some(Ordering::Greater) => Some(words.high_end()),
        _ => None,
    };
    let end = end.map(|end| Node::new("span", "").text(&format!(" {end}")));
    let said = Node::new("p", "said")
        .children(dots(answered, printed))
        .child(Node::new("b", "").text(answered.answer.unwrap_or_default()));
    let place = (!place.is_empty()).then(|| Node::new("p", "quiet").text(&place));
    Node::new("div", "quoted")
        .children(place)
        .child(Node::new("blockquote", "").text(answered.stem))
        .child(said.children(end))
}

/// The option as a dot on the steps of all options.
fn dots(answered: &Answered<'_>, printed: &Printed<'_>) -> Option<Node> {
    let chosen = usize::from(answered.option?) - 1;
    let last = printed.instrument.options.len().saturating_sub(1).max(1);
    let dot = |class: &str, step: usize, radius: &str| {
        Node::new("circle", class)
            .with("cx", &(7 + 78 * step / last).to_string())
            .with("cy", "7")
            .with("r", radius)
    };
    let class = if answered.is_low() { "at low" } else { "at" };
    let steps = Node::new("svg", "").with("viewBox", "0 0 92 14");
    let steps = steps.children((0..=last).map(|step| dot("tick", step, "2.5")));
    Some(steps.child(dot(class, chosen, "6")))
}

/// Every statement with its answer, in one list for each direction.
pub(super) fn all(report: &Report, printed: &Printed<'_>) -> Node {
    let words = printed.words.keep();
    let directions = ScaleIndex::enumerate(&report.directions);
    Node::new("div", "answers")
        .child(heading(words.print_answers()))
        .child(Node::new("p", "quiet").text(words.print_answers_about()))
        .child(
            Node::new("div", "columns")
                .children(directions.map(|(scale, direction)| list(scale, direction, printed))),
        )
}

fn list(scale: ScaleIndex, direction: &Direction, printed: &Printed<'_>) -> Node {
    let title = Node::new("h3", "").text(&direction.label);
    let about = printed.words.audit().scale_line(printed.instrument, scale);
    let about = about.map(|about| Node::new("span", "").text(&format!(" {about}")));
    let list = Node::new("div", "").child(title.children(about));
    if !direction.applies {
        let why = printed.words.results().not_applicable();
        return list.child(Node::new("p", "quiet").text(why));
    }
    let items = answers(printed.instrument, &printed.completed.sheet, scale, None);
    let row = |item: Answered<'_>| {
        let mark = if item.reversed { "\u{a0}↺" } else { "" };
        let answer = item.answer.unwrap_or(printed.words.results().left_out());
        let class = match item.option {
            None => "none",
            Some(_) if item.is_low() => "low",
            Some(_) => "",
        };
        Node::new("li", "")
            .text(&format!("{}{mark} ", item.stem))
            .child(Node::new("b", class).text(answer))
    };
    list.child(Node::new("ol", "").children(items.map(row)))
}
