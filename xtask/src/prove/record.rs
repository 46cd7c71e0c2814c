//! docs/reliability/core.md: what the commands measured last. Each command writes its own section,
//! between two comments that name it; the words around them are written by hand.

use crate::fault::{Done, Fault};
use crate::project::{Project, read, write};

/// Replaces the section `name` by `lines`.
pub(super) fn section(project: &Project, name: &str, lines: &[String]) -> Done {
    let path = project.root.join("docs/reliability/core.md");
    let text = read(&path)?;
    let Some(text) = replaced(&text, name, lines) else {
        return Err(Fault::new(
            format!("Writing what was measured into {}", path.display()),
            format!("There is no section between <!-- {name} --> and <!-- /{name} -->."),
            "Restore it from git.",
        ));
    };
    write(&path, &text)
}

fn replaced(text: &str, name: &str, lines: &[String]) -> Option<String> {
    let (opening, closing) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = text.split_once(&opening)?;
    let (_, after) = rest.split_once(&closing)?;
    let lines = lines.join("\n");
    Some(format!("{before}{opening}{lines}\n{closing}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_replaced_between_its_marks() {
        let text = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n";
        let new = replaced(text, "x", &["one".into(), "two".into()]);
        assert_eq!(
            new.as_deref(),
            Some("a\n<!-- x -->\none\ntwo\n<!-- /x -->\nb\n")
        );
        assert_eq!(replaced(text, "y", &[]), None);
    }
}
