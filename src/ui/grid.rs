//! Every answer as a dot on its own steps, further along for one that counts for more. Each square opens to its
//! statements. The squares are one tab stop; arrow keys move between them.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::{Callback, Html, KeyboardEvent, TargetCast, html};

use super::{Ui, all, attributed, circle, element, p, said, sign, text};
use app::session::{GridCell, Message, Session};
use measure::chart::{percent, steps};
use measure::completed::Completed;
use measure::instrument::FacetIndex;
use measure::report::{Answered, Report, Rows, Square, answers, grid};

/// Names the row that shows the statements of the open square.
const OPENED: &str = "square";

/// A longer grid is folded.
const MOST_ROWS: usize = 30;

/// What is drawn, and how its squares are laid out.
struct Grid<'a> {
    session: &'a Session,
    result: &'a Completed,
    report: &'a Report,
    ui: &'a Ui,
    rows: Rows,
    squares: Rc<Vec<Vec<Square>>>,
}

pub(super) fn view(session: &Session, result: &Completed, report: &Report, ui: &Ui) -> Html {
    let words = ui.words.results();
    let count: usize = report.directions.iter().map(|one| one.set.answered).sum();
    let label = |facet: Option<FacetIndex>| {
        let facet = session.instrument.facet(facet?);
        facet.map(|facet| &facet.label)
    };
    let highest = label(report.extremes.highest).map(|label| words.facet_highest(label));
    let lowest = label(report.extremes.lowest).map(|label| words.facet_lowest(label));
    let (rows, squares) = grid(&session.instrument, &result.sheet);
    let is_long = squares.len() > MOST_ROWS;
    let grid = Grid {
        session,
        result,
        report,
        ui,
        rows,
        squares: Rc::new(squares),
    };
    let heading = words.every_heading(count);
    html! {
        <section class="every">
            <div>
                { text("h3", "", &heading) }
                { p("quiet", words.every_about()) }
                { for highest.into_iter().chain(lowest).map(|text| html! { { p("quiet", text) } }) }
                <p class="key">
                    { dot("at low") }{ words.key_low() }{ dot("at") }{ words.key_rest() }
                </p>
            </div>
            if is_long {
                <details>{ text("summary", "", &heading) }{ grid.table() }</details>
            } else {
                { grid.table() }
            }
        </section>
    }
}

fn dot(class: &'static str) -> Html {
    html! { <svg viewBox="0 0 10 10" aria-hidden="true">{ circle(class, "5", "5", "5") }</svg> }
}

/// The head of a column or a row.
fn head(scope: &'static str, class: &'static str, inner: Html) -> Html {
    let values = vec![scope.into(), class.into()];
    attributed(html! { <th>{ inner }</th> }, &["scope", "class"], values)
}

impl Grid<'_> {
    fn table(&self) -> Html {
        let mut heads = Vec::new();
        if self.rows != Rows::Whole {
            heads.push(element("td", "corner", Html::default()));
            for square in self.squares.iter().take(1).flatten() {
                heads.push(head(
                    "col",
                    "",
                    self.name(*square, self.rows == Rows::Scales),
                ));
            }
        }
        let mut rows = Vec::new();
        for squares in &*self.squares {
            rows.push(self.row(squares));
        }
        html! {
            <table class="grid" part="map">
                if !heads.is_empty() {
                    { element("thead", "", element("tr", "", all(heads))) }
                }
                { element("tbody", "", all(rows)) }
            </table>
        }
    }

    /// A row, and below it what is open of it: always two nodes, so that no row takes the place of another, and focus
    /// stays where it is.
    fn row(&self, squares: &[Square]) -> Html {
        let Some(first) = squares.first() else {
            return Html::default();
        };
        let words = self.ui.words.results();
        let by_facet = self.rows == Rows::Facets;
        let mut name = vec![self.name(*first, by_facet)];
        if let Some(facet) = first.1.filter(|_| by_facet)
            && let Some(about) = words.about_facet(&self.session.instrument, facet)
        {
            name.push(text("small", "", about));
        }
        // Without heads of columns, the first row has their widths.
        let class = if self.rows == Rows::Whole {
            "corner"
        } else {
            ""
        };
        let mut cells = vec![head("row", class, all(name))];
        for square in squares {
            cells.push(element("td", "", self.square(*square)));
        }
        let open = self.session.opened_cell();
        let open = open.map(|open| (open.scale, open.facet));
        let open = open.filter(|open| squares.contains(open));
        let opened = open.map(|open| self.opened(open, squares.len() + 1));
        all(vec![
            element("tr", "", all(cells)),
            opened.unwrap_or_default(),
        ])
    }

    /// The label of a square's facet, or the sign and label of its scale.
    fn name(&self, square: Square, is_facet: bool) -> Html {
        let [facet, scale] = self.labels(square);
        if is_facet {
            return facet.into();
        }
        let direction = square.0.of(&self.report.directions);
        let sign = direction.map_or_else(Html::default, |direction| sign::view(&direction.id));
        all(vec![sign, " ".into(), scale.into()])
    }

    /// The labels of facet and scale.
    fn labels(&self, (scale, facet): Square) -> [&str; 2] {
        let facet = facet.and_then(|facet| facet.of(&self.report.facets));
        let scale = scale.of(&self.report.directions);
        [
            facet.map_or("", |facet| &facet.label),
            scale.map_or("", |direction| &direction.label),
        ]
    }

    fn answers(&self, (scale, facet): Square) -> Vec<Answered<'_>> {
        answers(&self.session.instrument, &self.result.sheet, scale, facet).collect()
    }

    fn square(&self, square: Square) -> Html {
        let words = self.ui.words.results();
        let of = self.answers(square);
        let (scale, facet) = square;
        let at = GridCell { scale, facet };
        let open = self.session.opened_cell();
        let first = self.squares.iter().flatten().next();
        let stop = open.map_or(first == Some(&square), |open| open == at);
        let said: Vec<&str> = of
            .iter()
            .map(|one| one.answer.unwrap_or(words.left_out()))
            .collect();
        let said = self.ui.words.list(&said, words::Joined::And);
        let name = match (self.labels(square), facet) {
            ([facet, scale], Some(_)) => words.square(facet, scale, &said),
            ([_, scale], None) => words.square_of_scale(scale, &said),
        };
        html! {
                <button type="button" class="square" aria-label={name} aria-expanded={(open == Some(at)).to_string()}
                    aria-controls={(open == Some(at)).then_some(OPENED)}
                    tabindex={if stop { "0" } else { "-1" }}
                    onclick={self.ui.on(Message::PressedCell(at))} onkeydown={moves(&self.squares, square)}
                    id={id(square)}>
                    { dots(self.session.instrument.options.len(), &of) }
                </button>
        }
    }

    /// The statements of the open square, with their answers, across so many columns.
    fn opened(&self, square: Square, columns: usize) -> Html {
        let asked = self.answers(square);
        let words = self.ui.words.results();
        let lang = self.ui.foreign(&self.session.instrument);
        let dir = lang.as_ref().map(|_| "auto");
        // All answers of a scale stand below its name, whatever their facets.
        let first = asked.first().filter(|_| square.1.is_some());
        let construct = first.and_then(|one| words.asks_about(&self.session.instrument, one.index));
        html! {
            <tr class="opened" id={OPENED}>
                <td colspan={columns.to_string()}>
                    { for first.map(|one| said::place(self.session, one)) }
                    { for construct.map(|construct| p("quiet", construct)) }
                    <ul>
                        { for asked.iter().map(|one| html! {
                            <li><p lang={lang.clone()} {dir}>{ one.stem }</p>{ said::option(self.session, one, self.ui) }</li>
                        }) }
                    </ul>
                </td>
            </tr>
        }
    }
}

fn id((scale, facet): Square) -> String {
    format!(
        "square-{}-{}",
        facet.map_or(0, FacetIndex::get),
        scale.get()
    )
}

/// From one of equal answers to the next.
const PITCH: usize = 12;

/// The answers of a square on the steps of this many options; equal ones above each other.
fn dots(options: usize, of: &[Answered]) -> Html {
    let places: Vec<f64> = steps(options).collect();
    // Dots keep away from the edges of the square.
    let at = |step: u8| {
        places
            .get(usize::from(step) - 1)
            .map(|place| percent(10.0 + place * 0.8))
    };
    let scored: Vec<u8> = of.iter().filter_map(|one| one.keyed).collect();
    let count = |all: &[u8], keyed: u8| -> usize {
        let equal = all.iter().map(|other| usize::from(*other == keyed));
        equal.sum()
    };
    let most = scored.iter().map(|keyed| count(&scored, *keyed)).max();
    let height = most.unwrap_or_default().max(2) * PITCH + 10;
    let mut drawn: Vec<u8> = Vec::new();
    html! {
        <svg height={height.to_string()} aria-hidden="true">
            <line class="track" x1="10%" x2="90%" y1="50%" y2="50%" />
            { for places.iter().map(|place| html! {
                <circle class="tick" cx={percent(10.0 + place * 0.8)} cy="50%" r="1.8" />
            }) }
            { for of.iter().filter_map(|one| {
                let keyed = one.keyed?;
                let (equal, before) = (count(&scored, keyed), count(&drawn, keyed));
                drawn.push(keyed);
                // Around the middle, as many above as below.
                let y = (height + (2 * before + 1) * PITCH - equal * PITCH) / 2;
                let class = if one.is_low() { "at low" } else { "at" };
                Some(circle(class, at(keyed)?, y.to_string(), "5"))
            }) }
        </svg>
    }
}

/// Arrow keys move focus to the neighbouring square, Home and End to the ends of a row.
fn moves(squares: &Rc<Vec<Vec<Square>>>, from: Square) -> Callback<KeyboardEvent> {
    let squares = Rc::clone(squares);
    Callback::from(move |event: KeyboardEvent| {
        let Some(button) = event.target_dyn_into::<Element>() else {
            return;
        };
        let right_to_left = button.closest("[dir=rtl]").ok().flatten().is_some();
        let place = |row: &Vec<Square>| row.iter().position(|square| *square == from);
        let mut places = squares.iter().enumerate();
        let place = places.find_map(|(at, row)| Some((at, place(row)?, row.len())));
        let Some((row, column, columns)) = place else {
            return;
        };
        let last = columns - 1;
        let (row, column) = match (event.key().as_str(), right_to_left) {
            ("ArrowRight", false) | ("ArrowLeft", true) => (row, (column + 1).min(last)),
            ("ArrowLeft", false) | ("ArrowRight", true) => (row, column.saturating_sub(1)),
            ("ArrowDown", _) => ((row + 1).min(squares.len() - 1), column),
            ("ArrowUp", _) => (row.saturating_sub(1), column),
            ("Home", _) => (row, 0),
            ("End", _) => (row, last),
            _ => return,
        };
        event.prevent_default();
        let next = squares.get(row).and_then(|row| row.get(column));
        let next = next.map(|next| ["#", &id(*next)].concat());
        let table = button.closest("table").ok().flatten();
        let square = table.zip(next);
        let square = square.and_then(|(table, next)| table.query_selector(&next).ok().flatten());
        if let Some(square) = square.and_then(|square| square.dyn_into::<HtmlElement>().ok()) {
            // A square that has gone cannot take focus, and nothing is lost.
            let _ = square.focus();
        }
    })
}
