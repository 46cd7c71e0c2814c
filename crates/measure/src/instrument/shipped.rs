//! Reads the questionnaire that ships, from the same fields as an owner's but without judging them: the
//! build has judged them, and the reader that judges is no part of what a visitor needs first.

use super::errors::{Origin, Spread, StandardError};
use super::id::Id;
use super::index::{FacetIndex, ItemIndex, ScaleIndex};
use super::model::{
    Facet, FormName, Instrument, Item, Keying, Scale, ScaleTexts, Squares, Wording, WordingState,
    sorted_by_id,
};
use crate::band::CutOffs;
use json::Json;

/// The shipped questionnaire in English, as JSON: `content/questionnaire.json` with its wording.
pub const SHIPPED: &str = include_str!(concat!(env!("OUT_DIR"), "/shipped.json"));

/// The instrument in a tree that the build has written; `None` for any other.
#[must_use]
pub fn shipped(tree: &Json) -> Option<Instrument> {
    let scales = list(tree, "scales", scale)?;
    let facets = list(tree, "facets", facet)?;
    let items = list(tree, "items", |tree| item(tree, &scales, &facets))?;
    let forms = tree.get("forms")?;
    let form = |form: FormName| {
        let Json::Array(ids) = forms.get(form.as_str())? else {
            return None;
        };
        let index = |id: &Json| {
            let mut items = items.iter();
            let place = items.position(|item| Some(item.id.as_str()) == id.as_text());
            place.map(ItemIndex::from_usize)
        };
        ids.iter().map(index).collect()
    };
    let spread_at = tree.get("spread")?;
    let Json::Array(cut_offs) = tree.get("bands")? else {
        return None;
    };
    let cut_offs = match cut_offs.as_slice() {
        [Json::Number(middle), Json::Number(high)] => CutOffs::new(*middle, *high)?,
        _ => return None,
    };
    Some(Instrument {
        id: id(tree)?,
        version: text(tree, "version")?,
        language: text(tree, "language")?,
        wording: wording(tree.get("wording")?)?,
        title: text(tree, "title")?,
        facet_sem: error(tree.get("facet_sem")?)?,
        spread: Spread {
            value: number(spread_at, "value")?,
            origin: origin(spread_at)?,
        },
        cut_offs,
        options: list(tree, "options", |label| label.as_text().map(str::to_owned))?,
        not_applicable: text(tree, "not_applicable"),
        pulse: None,
        full: form(FormName::Full)?,
        short: form(FormName::Short),
        by_id: sorted_by_id(&items),
        squares: Squares::new(),
        // Computed by the build, so that a visitor needs no code for it.
        hash: text(tree, "hash")?,
        scales,
        facets,
        items,
    })
}

fn list<T>(tree: &Json, name: &str, read: impl Fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    match tree.get(name)? {
        Json::Array(elements) => elements.iter().map(read).collect(),
        _ => None,
    }
}

fn text(tree: &Json, name: &str) -> Option<String> {
    tree.get(name)?.as_text().map(str::to_owned)
}

fn number(tree: &Json, name: &str) -> Option<f64> {
    match tree.get(name)? {
        Json::Number(number) => Some(*number),
        _ => None,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the build has judged it: a whole number"
)]
fn whole(tree: &Json, name: &str) -> Option<u64> {
    number(tree, name).map(|number| number as u64)
}

fn id(tree: &Json) -> Option<Id> {
    Id::new(tree.get("id")?.as_text()?)
}

fn wording(tree: &Json) -> Option<Wording> {
    Some(Wording {
        version: text(tree, "version")?,
        state: WordingState::from_text(tree.get("state")?.as_text()?)?,
    })
}

fn scale(tree: &Json) -> Option<Scale> {
    Some(Scale {
        id: id(tree)?,
        label: text(tree, "label")?,
        sem: error(tree.get("sem")?)?,
        retest: error(tree.get("retest")?)?,
        texts: ScaleTexts::default(),
    })
}

fn facet(tree: &Json) -> Option<Facet> {
    Some(Facet {
        id: id(tree)?,
        label: text(tree, "label")?,
        about: None,
    })
}

fn error(tree: &Json) -> Option<StandardError> {
    Some(StandardError {
        value: number(tree, "value")?,
        items: whole(tree, "items")?,
        origin: origin(tree)?,
    })
}

fn origin(tree: &Json) -> Option<Origin> {
    Some(match tree.get("origin")?.as_text()? {
        "assumed" => Origin::Assumed,
        _ => Origin::Estimated {
            n: whole(tree, "n")?,
            coefficient: number(tree, "coefficient")?,
        },
    })
}

fn item(tree: &Json, scales: &[Scale], facets: &[Facet]) -> Option<Item> {
    let named = |name: &str| tree.get(name)?.as_text();
    let (scale, facet) = (named("scale")?, named("facet")?);
    let scale = scales.iter().position(|known| known.id.as_str() == scale)?;
    let facet = facets.iter().position(|known| known.id.as_str() == facet)?;
    Some(Item {
        id: id(tree)?,
        scale: ScaleIndex::from_usize(scale),
        facet: Some(FacetIndex::from_usize(facet)),
        keying: Keying::from_text(named("keying")?)?,
        stem: text(tree, "stem")?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    /// A file as the build writes it: with the hash of what is in it.
    fn with_hash(text: &str) -> Json {
        let hash = parse(text).unwrap().hash();
        json::parse(&text.replacen('{', &format!("{{\"hash\":\"{hash}\","), 1)).unwrap()
    }

    #[test]
    fn is_read_as_the_reader_that_judges_reads_it() {
        let tree = with_hash(SHIPPED);
        assert_eq!(shipped(&tree), Some(parse(SHIPPED).unwrap()));
    }

    #[test]
    fn an_estimated_error_keeps_its_origin() {
        let text = SHIPPED.replace(
            "\"assumed\"",
            "\"estimated\",\"n\":250,\"coefficient\":0.85",
        );
        assert_ne!(text, SHIPPED);
        let tree = with_hash(&text);
        assert_eq!(shipped(&tree), Some(parse(&text).unwrap()));
    }

    #[test]
    fn a_tree_that_lacks_something_is_none() {
        let whole = with_hash(SHIPPED).to_string();
        for name in [
            "items", "scales", "forms", "bands", "title", "options", "wording", "hash",
        ] {
            let text = whole.replacen(&format!("\"{name}\":"), "\"other\":", 1);
            assert_ne!(text, whole, "{name}");
            let tree = json::parse(&text).unwrap();
            assert_eq!(shipped(&tree), None, "{name}");
        }
    }
}
