//! The names of variables and forms: small letters, digits and single underscores, beginning with a letter
//! and not ending with an underscore, each once in a project.

use std::collections::BTreeSet;

/// The longest name of a variable that every version of `REDCap` and every statistics package takes.
pub const MAX_NAME: usize = 26;
/// The longest name of a form that is made here.
pub const MAX_FORM: usize = 40;

/// The names that are given, each once.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// Names that nothing else may have.
    pub(super) fn reserved(names: impl IntoIterator<Item = String>) -> Self {
        Self(names.into_iter().collect())
    }

    /// A new name made of an id and an ending that says what of it, cut in the id if it is too long, and
    /// numbered if it is taken.
    pub(super) fn give(&mut self, id: &str, ending: &str) -> String {
        let numbered = (2..).map(|number| format!("{ending}_{number}"));
        let mut endings = [ending.to_owned()].into_iter().chain(numbered);
        let free = endings.find_map(|ending| {
            let name = clean(id, &ending, MAX_NAME);
            self.0.insert(name.clone()).then_some(name)
        });
        // There is always another number.
        free.unwrap_or_default()
    }
}

/// An id as a name of at most so many characters, with this ending.
pub(super) fn clean(id: &str, ending: &str, most: usize) -> String {
    let mut name = String::new();
    for character in id.chars() {
        if character.is_ascii_alphanumeric() {
            name.push(character.to_ascii_lowercase());
        } else if !name.ends_with('_') {
            name.push('_');
        }
    }
    let name = name.trim_matches('_');
    let begins = name.starts_with(|first: char| first.is_ascii_lowercase());
    let mut name = format!("{}{name}", if begins { "" } else { "x" });
    name.truncate(most.saturating_sub(ending.len()));
    format!("{}{ending}", name.trim_end_matches('_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_of_ids() {
        for (id, ending, name) in [
            ("up-trust-1", "", "up_trust_1"),
            ("across-stewardship-1", "", "across_stewardship_1"),
            ("Up", "_score", "up_score"),
            ("1", "", "x1"),
            ("...", "", "x"),
            ("-a--b-", "", "a_b"),
            ("a_-_b", "", "a_b"),
            (
                "abcdefghijklmnopqrstuvwxyz",
                "",
                "abcdefghijklmnopqrstuvwxyz",
            ),
            (
                "abcdefghijklmnopqrstuvwxyz1",
                "",
                "abcdefghijklmnopqrstuvwxyz",
            ),
            (
                "abcdefghijklmnopqrst-uvwxyz",
                "_score",
                "abcdefghijklmnopqrst_score",
            ),
            (
                "abcdefghijklmnopqrs-tuvwxyz",
                "_score",
                "abcdefghijklmnopqrs_score",
            ),
        ] {
            assert_eq!(clean(id, ending, MAX_NAME), name, "{id} {ending}");
        }
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let mut names = Names::reserved(["record_id".to_owned()]);
        let long = "abcdefghijklmnopqrstuvwxyz";
        for (id, ending, name) in [
            ("a-b", "", "a_b"),
            ("a.b", "", "a_b_2"),
            ("A-B", "", "a_b_3"),
            ("record.id", "", "record_id_2"),
            ("a", "_score", "a_score"),
            ("A", "_score", "a_score_2"),
            (long, "", long),
            (long, "", "abcdefghijklmnopqrstuvwx_2"),
        ] {
            assert_eq!(names.give(id, ending), name, "{id} {ending}");
        }
    }
}
