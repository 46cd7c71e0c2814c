//! The values that a questionnaire is assembled of.

use json::Json;

use super::Entries;
use crate::draft::{Draft, Item, Judged, Node, SCALE_TEXTS, Text};
use crate::report::At;

pub(super) fn put(entries: &mut Entries, name: &str, node: Option<Node>) {
    if let Some(node) = node {
        entries.push((name.to_owned(), node));
    }
}

pub(super) fn text(at: At, text: &str) -> Node {
    Node::leaf(at, Json::from(text))
}

/// Stands for a text that is missing, which is a fault already.
pub(super) fn placeholder(at: At) -> Node {
    let mut node = text(at, "");
    node.judged = Judged::Instead(Json::from("x"));
    node
}

/// A text that has to be there.
pub(super) fn own(text: &Text) -> Node {
    text.own
        .as_ref()
        .map_or_else(|| placeholder(text.at), Node::words)
}

/// The words of a text in the questionnaire's own language, or in another.
pub(super) fn words_in(text: &Text, language: Option<usize>) -> Option<Node> {
    let words = match language {
        None => text.own.as_ref(),
        Some(language) => text.other(language),
    };
    words.map(Node::words)
}

/// Three fields.
pub(super) type Three = (Option<Node>, Option<Node>, Option<Node>);

/// The fields `who`, `why` and `about` of a scale.
pub(super) fn scale_texts(texts: Option<&[Text; 5]>, language: Option<usize>) -> Three {
    let Some([who, why, bands @ ..]) = texts else {
        return (None, None, None);
    };
    let mut about = Entries::new();
    for (name, band) in SCALE_TEXTS.iter().skip(2).zip(bands) {
        put(&mut about, name, words_in(band, language));
    }
    let about = (!about.is_empty()).then(|| Node::object(who.at, about));
    (words_in(who, language), words_in(why, language), about)
}

/// The id of an item as the judge gets to see it.
pub(super) fn key_of(item: &Item) -> String {
    if item.id.is_good {
        item.id.text.clone()
    } else {
        item.good_id.clone()
    }
}

pub(super) fn id_of(item: &Item) -> Node {
    let mut id = text(item.id.at, &item.id.text);
    if !item.id.is_good {
        id.judged = Judged::Instead(Json::from(item.good_id.as_str()));
    }
    id
}

pub(super) fn item_of(draft: &Draft) -> impl Fn(&Item) -> Node {
    |item| {
        let mut entries = Entries::new();
        put(&mut entries, "id", Some(id_of(item)));
        let scale = item.scale.and_then(|scale| scale.of(&draft.scales));
        let mut scale_at = text(item.at, scale.map_or("", |scale| &scale.id));
        if scale.is_none() {
            let first = draft.scales.first().map_or("x", |scale| &scale.id);
            scale_at.judged = Judged::Instead(Json::from(first));
        }
        put(&mut entries, "scale", Some(scale_at));
        let facet = item.facet.and_then(|facet| facet.of(&draft.facets));
        put(
            &mut entries,
            "facet",
            facet.map(|facet| text(item.at, &facet.id)),
        );
        let keying = if item.is_reverse {
            "reverse"
        } else {
            "forward"
        };
        put(&mut entries, "keying", Some(text(item.at, keying)));
        put(&mut entries, "stem", Some(own(&item.stem)));
        let observer = item
            .observer
            .as_ref()
            .and_then(|observer| words_in(observer, None));
        put(&mut entries, "observer", observer);
        Node::object(item.at, entries)
    }
}
