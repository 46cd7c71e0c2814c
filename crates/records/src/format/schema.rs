//! Builds a JSON Schema (draft 2020-12) from the types that read and write a format.

use super::{Entries, Format, Object};
use json::Json;
pub(crate) use json::object;

/// The schemas of named types, each once.
#[derive(Debug, Default)]
pub struct Definitions(Entries);

/// The schema of an object while its fields are added.
#[derive(Debug)]
pub struct ObjectSchema<'a> {
    definitions: &'a mut Definitions,
    properties: Entries,
    required: Vec<Json>,
    /// Entries of the schema beside its properties.
    pub more: Entries,
}

impl Definitions {
    /// Defines an object of these fields under `name`, unless it is already, and refers to it.
    pub fn object<T: Object>(&mut self, name: &str, about: &[&str]) -> Json {
        if !self.0.iter().any(|(known, _)| known == name) {
            // Reserves its position before the types that it uses.
            let index = self.0.len();
            self.0.push((name.to_owned(), Json::Null));
            let schema = Json::Object(self.describe::<T>(about));
            if let Some(entry) = self.0.get_mut(index) {
                entry.1 = schema;
            }
        }
        object([("$ref", format!("#/$defs/{name}").as_str().into())])
    }

    fn describe<T: Object>(&mut self, about: &[&str]) -> Entries {
        let mut object = ObjectSchema {
            definitions: self,
            properties: Vec::new(),
            required: Vec::new(),
            more: Vec::new(),
        };
        T::describe_fields(&mut object);
        let mut schema = description(about);
        schema.push(("type".to_owned(), "object".into()));
        schema.push(("properties".to_owned(), Json::Object(object.properties)));
        schema.push(("required".to_owned(), Json::Array(object.required)));
        schema.append(&mut object.more);
        schema
    }
}

impl ObjectSchema<'_> {
    /// Adds a field.
    pub fn field<T: Format>(&mut self, key: &str, about: &[&str], required: bool) {
        let schema = T::schema(self.definitions);
        self.add(key, about, schema, required);
    }

    /// Adds a field with this schema.
    pub fn add(&mut self, key: &str, about: &[&str], of_value: Json, required: bool) {
        let mut schema = description(about);
        if let Json::Object(mut entries) = of_value {
            schema.append(&mut entries);
        }
        self.properties.push((key.to_owned(), Json::Object(schema)));
        if required {
            self.required.push(key.into());
        }
    }

    /// Adds fields that an object has together or not at all.
    pub fn together(&mut self, describe: fn(&mut Self)) {
        let (properties, required) = (self.properties.len(), self.required.len());
        describe(self);
        let required = self.required.split_off(required);
        let added = self.properties.iter().skip(properties);
        let dependent = added.map(|(key, _)| (key.clone(), Json::Array(required.clone())));
        let dependent = (
            "dependentRequired".to_owned(),
            Json::Object(dependent.collect()),
        );
        self.more.push(dependent);
    }
}

fn description(about: &[&str]) -> Entries {
    let lines: Vec<&str> = about.iter().map(|line| line.trim()).collect();
    let text = lines.join(" ").replace("[`", "`").replace("`]", "`");
    let description = ("description".to_owned(), Json::String(text));
    Vec::from_iter((!about.is_empty()).then_some(description))
}

/// The schema of `T` as a file of its own.
pub(crate) fn schema_text<T: Object>(title: &str, about: &[&str]) -> String {
    let mut definitions = Definitions::default();
    let root = definitions.describe::<T>(about);
    let draft = "https://json-schema.org/draft/2020-12/schema";
    let mut schema = vec![
        ("$schema".to_owned(), draft.into()),
        ("title".to_owned(), title.into()),
    ];
    schema.extend(root);
    schema.push(("$defs".to_owned(), Json::Object(definitions.0)));
    Json::Object(schema).to_pretty_text()
}
