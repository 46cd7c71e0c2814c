//! Elements made by functions. `html!` writes out whatever an element consists of wherever it is used, and of a class that
//! is known only when it is drawn it makes a set of words: either way there is more to download.

use std::rc::Rc;

use yew::virtual_dom::{AttributeOrProperty, Attributes, Listeners, VNode, VTag};
use yew::{AttrValue, Html, NodeRef, html};

/// An element of this class, without one if that is empty.
pub(super) fn element(tag: &'static str, class: &'static str, inner: Html) -> Html {
    // What `html!` calls: unlike `VTag::new`, it asks of no name whether it is that of a field.
    let made = VTag::__new_other(
        AttrValue::Static(tag),
        NodeRef::default(),
        None,
        attributes(&["class"], vec![class.into()]),
        Listeners::None,
        inner,
    );
    made.into()
}

/// A text in an element.
pub(super) fn text(tag: &'static str, class: &'static str, said: impl AsRef<str>) -> Html {
    element(tag, class, said.as_ref().into())
}

/// A paragraph.
pub(super) fn p(class: &'static str, said: impl AsRef<str>) -> Html {
    text("p", class, said)
}

/// One after the other.
pub(super) fn all(nodes: Vec<Html>) -> Html {
    nodes.into_iter().collect()
}

/// The element `node`, which has no attributes yet, with these. One whose value is empty is left out.
pub(super) fn attributed(
    node: Html,
    keys: &'static [&'static str],
    values: Vec<AttrValue>,
) -> Html {
    let VNode::VTag(mut tag) = node else {
        return node;
    };
    if let Some(tag) = Rc::get_mut(&mut tag) {
        tag.attributes = attributes(keys, values);
    }
    VNode::VTag(tag)
}

fn attributes(keys: &'static [&'static str], values: Vec<AttrValue>) -> Attributes {
    let value =
        |value: AttrValue| (!value.is_empty()).then_some(AttributeOrProperty::Attribute(value));
    let values = values.into_iter().map(value).collect();
    Attributes::Dynamic { keys, values }
}

/// A circle of an SVG picture.
pub(super) fn circle(
    class: &'static str,
    x: impl Into<AttrValue>,
    y: impl Into<AttrValue>,
    radius: &'static str,
) -> Html {
    let values = vec![class.into(), x.into(), y.into(), radius.into()];
    attributed(html! { <circle /> }, &["class", "cx", "cy", "r"], values)
}
