//! The printed plan, one page: with whom, which act, how to begin, the plan in one sentence, and
//! lines for looking back.

use super::Node;
use app::practice::Practice;
use measure::time::UnixMs;
use words::Language;

/// The current plan as the child of a page's body; `None` if there is no plan. `date` formats a
/// moment as a date.
#[must_use]
pub fn plan(
    practice: &Practice,
    date: &dyn Fn(UnixMs) -> String,
    words: &'static Language,
) -> Option<Node> {
    let plan = practice.plan()?;
    let (sheet, act) = (words.sheet(), words.act());
    let map = practice.map();
    let name = map.get(plan.with).map(|person| person.name.as_str());
    let said = &plan.words;
    let mut page = Node::new("section", "sheet plan")
        .child(Node::new("p", "kicker").text(&sheet.made_on(&date(plan.begun_at))))
        .child(Node::new("h1", "").text(sheet.title()));
    for (label, text) in [
        (sheet.with(), name.unwrap_or(words.weekly().someone())),
        (sheet.act(), act.title(&said.act)),
        (sheet.opener(), &said.opener),
        (sheet.plan(), said.says.as_deref().unwrap_or_default()),
    ] {
        if !text.is_empty() {
            page = page
                .child(Node::new("h2", "").text(label))
                .child(Node::new("p", "written").text(text));
        }
    }
    let guidance = act.guidance().into_iter();
    let lines = sheet.look_back_lines().into_iter();
    page = page
        .child(Node::new("h2", "").text(sheet.guidance()))
        .child(Node::new("ul", "").children(guidance.map(|text| Node::new("li", "").text(text))))
        .child(Node::new("h2", "").text(sheet.look_back()))
        .children(lines.map(|text| Node::new("p", "line").text(text)))
        .child(Node::new("footer", "").child(Node::new("p", "").text(sheet.privacy())));
    Some(
        Node::new("main", "")
            .with("lang", words.tag())
            .with("dir", words.direction())
            .child(page),
    )
}
