//! Elements whose class is known only when they are drawn. `html!` makes of every such class a set of its
//! words, which nothing here needs: the code of those sets is another kilobyte to download.

use std::rc::Rc;

use yew::virtual_dom::{AttributeOrProperty, Attributes, VNode};
use yew::{AttrValue, Html, html};

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
        let value =
            |value: AttrValue| (!value.is_empty()).then_some(AttributeOrProperty::Attribute(value));
        let values = values.into_iter().map(value).collect();
        tag.attributes = Attributes::Dynamic { keys, values };
    }
    VNode::VTag(tag)
}

/// A circle of an SVG picture.
pub(super) fn circle(
    class: &'static str,
    x: impl Into<AttrValue>,
    y: &'static str,
    radius: &'static str,
) -> Html {
    let values = vec![class.into(), x.into(), y.into(), radius.into()];
    attributed(html! { <circle /> }, &["class", "cx", "cy", "r"], values)
}
