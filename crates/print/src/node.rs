//! Elements of a printed page, as data.

use json::Json;

/// An element. Its JSON form is `[name, {attribute: value}, …children]`, where a child is a string
/// or another element.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    name: String,
    attributes: Vec<(String, Json)>,
    children: Vec<Json>,
}

impl Node {
    /// Creates an element. An empty `class` adds no attribute.
    #[must_use]
    pub fn new(name: &str, class: &str) -> Self {
        let node = Self {
            name: name.to_owned(),
            attributes: Vec::new(),
            children: Vec::new(),
        };
        if class.is_empty() {
            node
        } else {
            node.with("class", class)
        }
    }

    /// Adds an attribute.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.attributes.push((name.to_owned(), value.into()));
        self
    }

    /// Appends a text.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.children.push(text.into());
        self
    }

    /// Appends an element.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.children.push(child.into_json());
        self
    }

    /// Appends several elements.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    fn into_json(self) -> Json {
        let mut parts = vec![Json::String(self.name), Json::Object(self.attributes)];
        parts.extend(self.children);
        Json::Array(parts)
    }

    /// The JSON form as text.
    #[must_use]
    pub fn into_text(self) -> String {
        self.into_json().to_string()
    }
}
