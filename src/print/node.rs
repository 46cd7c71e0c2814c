//! A document as data.

use crate::json::Json;

/// A text, or an element: `[name, {attribute: value}, …children]` when written as JSON.
#[derive(Debug, Clone, PartialEq)]
pub struct Node(Json);

impl Node {
    /// An element with a class, which may be empty.
    #[must_use]
    pub fn new(name: &str, class: &str) -> Self {
        let attributes = if class.is_empty() {
            Vec::new()
        } else {
            vec![("class".to_owned(), class.into())]
        };
        Self(Json::Array(vec![name.into(), Json::Object(attributes)]))
    }

    /// The element with one more attribute.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        if let Json::Array(parts) = &mut self.0
            && let Some(Json::Object(attributes)) = parts.get_mut(1)
        {
            attributes.push((name.to_owned(), value.into()));
        }
        self
    }

    /// The element with a text at its end.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        if let Json::Array(parts) = &mut self.0 {
            parts.push(text.into());
        }
        self
    }

    /// The element with another at its end.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        if let Json::Array(parts) = &mut self.0 {
            parts.push(child.0);
        }
        self
    }

    /// The element with others at its end.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// As JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.0.to_string()
    }
}
