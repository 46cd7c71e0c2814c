//! One variable: a row of the dictionary.

use std::fmt;

use records::csv::row;

/// The columns of a data dictionary, in order.
pub const COLUMNS: [&str; 18] = [
    "Variable / Field Name",
    "Form Name",
    "Section Header",
    "Field Type",
    "Field Label",
    "Choices, Calculations, OR Slider Labels",
    "Field Note",
    "Text Validation Type OR Show Slider Number",
    "Text Validation Min",
    "Text Validation Max",
    "Identifier?",
    "Branching Logic (Show field only if...)",
    "Required Field?",
    "Custom Alignment",
    "Question Number (surveys only)",
    "Matrix Group Name",
    "Matrix Ranking?",
    "Field Annotation",
];

/// A variable. What no variable here has is an empty column: identifier, required, alignment, number of
/// the question, matrix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) form: String,
    pub(super) section: String,
    pub(super) kind: &'static str,
    pub(super) label: String,
    pub(super) choices: String,
    pub(super) note: String,
    pub(super) validation: &'static str,
    pub(super) least: &'static str,
    pub(super) most: &'static str,
    pub(super) branching: String,
    pub(super) annotation: String,
}

impl Field {
    /// Free text.
    pub(super) fn text(name: &str, form: &str, label: &str) -> Self {
        Self {
            name: name.to_owned(),
            form: form.to_owned(),
            kind: "text",
            label: label.to_owned(),
            ..Self::default()
        }
    }

    /// Text that is of this type.
    pub(super) fn valid(mut self, kind: &'static str) -> Self {
        self.validation = kind;
        self
    }

    /// Below a header.
    pub(super) fn headed(mut self, header: Option<String>) -> Self {
        self.section = header.unwrap_or_default();
        self
    }

    /// With what is not shown to whoever answers.
    pub(super) fn annotated(mut self, text: impl Into<String>) -> Self {
        self.annotation = text.into();
        self
    }

    /// A number from 0 on, to a greatest one if there is one.
    pub(super) fn number(mut self, most: &'static str) -> Self {
        self.validation = "number";
        (self.least, self.most) = ("0", most);
        self
    }

    /// Words that ask for nothing.
    pub(super) fn shown(mut self) -> Self {
        self.kind = "descriptive";
        self
    }

    /// One of these choices: codes with labels.
    pub(super) fn choice(
        mut self,
        choices: impl IntoIterator<Item = (impl fmt::Display, impl AsRef<str>)>,
    ) -> Self {
        self.kind = "radio";
        let choices = choices.into_iter();
        let choices: Vec<String> = choices
            // The sign that divides choices cannot be escaped.
            .map(|(code, label)| format!("{code}, {}", label.as_ref().replace('|', "/")))
            .collect();
        self.choices = choices.join(" | ");
        self
    }

    /// Appends the row.
    pub(super) fn write(&self, text: &mut String) {
        let empty = "";
        row(
            text,
            [
                &self.name,
                &self.form,
                &self.section,
                self.kind,
                &self.label,
                &self.choices,
                &self.note,
                self.validation,
                self.least,
                self.most,
                empty,
                &self.branching,
                empty,
                empty,
                empty,
                empty,
                empty,
                &self.annotation,
            ],
        );
    }
}
