//! Generates the typed accessors of the crate `words`: a text that the program asks for and that the
//! source language lacks does not compile.

use std::fmt::Write as _;

use anyhow::{Result, bail};

use crate::key::{GROUPS, Group, Index, Kind, Part};
use crate::{Catalogue, Message, Placeholder};

/// The Rust source of the accessors: a type for each group, and a method for each name in it. A text
/// is known by its position among the texts of its part.
///
/// # Errors
/// If names of a group contradict each other, a list has a gap, or placeholders are described in another
/// order than the text has them: their order is that of the arguments, and two numbers are easily swapped.
pub fn generate(source: &Catalogue) -> Result<String> {
    let mut code = String::new();
    for group in GROUPS {
        if Part::WITH_ACCESSORS.contains(&group.part) {
            generate_group(&mut code, source, *group)?;
        }
    }
    Ok(code)
}

/// The texts of a part with their positions.
fn positions(source: &Catalogue, part: Part) -> impl Iterator<Item = (usize, &Message)> {
    source
        .messages
        .iter()
        .filter(move |message| message.key.group.part == part)
        .enumerate()
}

fn generate_group(code: &mut String, source: &Catalogue, group: Group) -> Result<()> {
    let messages: Vec<_> = positions(source, group.part)
        .filter(|(_, message)| message.key.group == group)
        .collect();
    let name = type_name(group.name);
    writeln!(code, "/// {}", group.about)?;
    // Only where it is asked for: every other program does without.
    let condition = match group.part {
        Part::Authoring => "#[cfg(feature = \"authoring\")]\n",
        _ => "",
    };
    writeln!(
        code,
        "{condition}#[derive(Clone, Copy, Debug)]\npub struct {name}(pub(crate) &'static Language);\n"
    )?;
    writeln!(code, "{condition}impl {name} {{")?;
    let mut done: Vec<&str> = Vec::new();
    for (_, first) in &messages {
        let method = first.key.name.as_str();
        if done.contains(&method) {
            continue;
        }
        done.push(method);
        let same: Vec<_> = messages
            .iter()
            .filter(|(_, message)| message.key.name == method)
            .copied()
            .collect();
        if same
            .iter()
            .any(|(_, message)| message.key.kind() != first.key.kind())
        {
            bail!(
                "{}: a list, an id or neither, but not two of them",
                first.key
            );
        }
        for (_, message) in &same {
            check_order(message)?;
            check_alike(first, message)?;
        }
        writeln!(code, "    /// {}\n    #[must_use]", escape(&first.note))?;
        generate_method(code, group.part, method, &same)?;
    }
    writeln!(code, "}}\n")?;
    Ok(())
}

fn check_order(message: &Message) -> Result<()> {
    let text = message.source.concat();
    let places = message
        .placeholders
        .iter()
        .map(|one| text.find(&format!("{{{}}}", one.name)));
    if !places.is_sorted() {
        bail!(
            "{}: describe the names in braces in the order in which the text has them",
            message.key
        );
    }
    Ok(())
}

/// Texts of one name are one method: they have the same arguments.
fn check_alike(first: &Message, other: &Message) -> Result<()> {
    let names = |message: &Message| -> Vec<(String, bool)> {
        let placeholders = message.placeholders.iter();
        placeholders
            .map(|one| (one.name.clone(), one.number))
            .collect()
    };
    if first.key.kind() == Kind::List && !(names(first).is_empty() && names(other).is_empty()) {
        bail!("{}: the texts of a list have no names in braces", other.key);
    }
    if names(first) != names(other) || first.is_plural() != other.is_plural() {
        bail!(
            "{}: the same names in braces and plural forms as {}",
            other.key,
            first.key
        );
    }
    Ok(())
}

fn generate_method(
    code: &mut String,
    part: Part,
    method: &str,
    same: &[(usize, &Message)],
) -> Result<()> {
    let Some((position, first)) = same.first() else {
        return Ok(());
    };
    match first.key.kind() {
        Kind::Single if first.placeholders.is_empty() && !first.is_plural() => {
            writeln!(
                code,
                "    pub fn {method}(self) -> &'static str {{ self.0.text(Part::{part:?}, {position}) }}"
            )?;
        }
        Kind::Single => generate_sentence(code, part, method, *position, first)?,
        Kind::List => {
            let mut texts = Vec::new();
            for number in 1..=same.len() {
                let index = Some(Index::Position(number));
                let Some((position, _)) =
                    same.iter().find(|(_, message)| message.key.index == index)
                else {
                    bail!("{}: the list has no number {number}", first.key);
                };
                texts.push(format!("self.0.text(Part::{part:?}, {position})"));
            }
            writeln!(
                code,
                "    pub fn {method}(self) -> [&'static str; {}] {{ [{}] }}",
                texts.len(),
                texts.join(", ")
            )?;
        }
        Kind::ById => generate_by_id(code, part, method, same)?,
    }
    Ok(())
}

/// A method that takes an id, and gives nothing for an id without a text.
fn generate_by_id(
    code: &mut String,
    part: Part,
    method: &str,
    same: &[(usize, &Message)],
) -> Result<()> {
    let Some((_, first)) = same.first() else {
        return Ok(());
    };
    let (parameters, values) = arguments(&first.placeholders)?;
    let (result, text) = if values.is_empty() && !first.is_plural() {
        (
            "&'static str",
            format!("self.0.text(Part::{part:?}, position)"),
        )
    } else {
        ("String", filling(part, "position", first, &values)?)
    };
    writeln!(
        code,
        "    pub fn {method}(self, id: &str{parameters}) -> Option<{result}> {{"
    )?;
    writeln!(code, "        let position = match id {{")?;
    for (position, message) in same {
        if let Some(Index::Id(id)) = &message.key.index {
            writeln!(code, "            \"{id}\" => {position},")?;
        }
    }
    writeln!(code, "            _ => return None,\n        }};")?;
    writeln!(code, "        Some({text})\n    }}")?;
    Ok(())
}

/// The parameters for some placeholders, and the values that they become.
fn arguments(placeholders: &[Placeholder]) -> Result<(String, String)> {
    let (mut parameters, mut values) = (String::new(), Vec::new());
    for Placeholder { name, number, .. } in placeholders {
        let kind = if *number { "impl Number" } else { "&str" };
        write!(parameters, ", {name}: {kind}")?;
        values.push(if *number {
            format!("Value::Number({name}.value())")
        } else {
            format!("Value::Text({name})")
        });
    }
    Ok((parameters, values.join(", ")))
}

/// The call that puts the values into the text at a position.
fn filling(part: Part, position: &str, message: &Message, values: &str) -> Result<String> {
    let mut placeholders = message.placeholders.iter();
    let counts = placeholders.position(|one| one.name == "count");
    Ok(match (message.is_plural(), counts) {
        (false, _) => format!("self.0.fill(Part::{part:?}, {position}, &[{values}])"),
        (true, Some(at)) => {
            format!("self.0.fill_plural(Part::{part:?}, {position}, {at}, &[{values}])")
        }
        (true, None) => bail!("{}: a text with a plural has no {{count}}", message.key),
    })
}

fn generate_sentence(
    code: &mut String,
    part: Part,
    method: &str,
    position: usize,
    message: &Message,
) -> Result<()> {
    let (parameters, values) = arguments(&message.placeholders)?;
    let call = filling(part, &position.to_string(), message, &values)?;
    writeln!(
        code,
        "    pub fn {method}(self{parameters}) -> String {{ {call} }}"
    )?;
    Ok(())
}

fn type_name(group: &str) -> String {
    let mut letters = group.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// As documentation: names in braces or brackets are no links.
fn escape(note: &str) -> String {
    note.replace('[', "\\[").replace(']', "\\]")
}
