//! The sentences for faults, notes and places.

use words::{Authoring, Joined, Language};

use crate::fault::{Fault, Note, NoteKind, Place, Placed};

/// A fault with its place, as a line.
#[must_use]
pub fn fault_line(language: &'static Language, placed: &Placed) -> String {
    line(language, &placed.place, &fault(language, &placed.fault))
}

/// A note with its place, as a line.
#[must_use]
pub fn note_line(language: &'static Language, note: &Note) -> String {
    line(language, &note.place, &note_text(language, &note.kind))
}

fn line(language: &'static Language, at: &Place, text: &str) -> String {
    match place(language, at) {
        Some(place) => language.authoring().line(&place, text),
        None => text.to_owned(),
    }
}

/// A place; `None` for the file as a whole.
#[must_use]
pub fn place(language: &'static Language, place: &Place) -> Option<String> {
    let words = language.authoring();
    let (sheet, row, column, heading) = match place {
        Place::File => return None,
        Place::Path(path) => return Some(path.clone()),
        Place::Cell {
            sheet,
            row,
            column,
            heading,
        } => (sheet, row, column, heading),
    };
    let cell = format!("{column}{row}");
    Some(match (sheet, heading) {
        (None, None) => words.place_cell(&cell),
        (None, Some(heading)) => words.place_column(&cell, heading),
        (Some(sheet), None) => words.place_sheet(sheet, &cell),
        (Some(sheet), Some(heading)) => words.place_sheet_column(sheet, &cell, heading),
    })
}

/// How many faults there are beside those that are listed; empty for none.
#[must_use]
pub fn more(language: &'static Language, count: usize) -> String {
    if count == 0 {
        return String::new();
    }
    language.authoring().more(count)
}

/// What is wrong and what to do.
#[must_use]
pub fn fault(language: &'static Language, fault: &Fault) -> String {
    let words: Authoring = language.authoring();
    let plain = match fault {
        Fault::Judged(kind) => return language.faults().text(kind),
        Fault::FileTooLarge(most) => {
            return words.file_too_large(&format!("{} MB", most / (1024 * 1024)));
        }
        Fault::TooManyRows(most) => return words.too_many_rows(*most),
        Fault::TooManyColumns(most) => return words.too_many_columns(*most),
        Fault::TooManyLanguages(most) => return words.too_many_languages(*most),
        Fault::NoColumn(column) => return words.no_column(column),
        Fault::EmptyCell(column) => return words.empty_cell(column),
        Fault::NotYesOrNo(found) => return words.not_yes_or_no(found),
        Fault::NotAForm(found) => return words.not_a_form(found),
        Fault::NotANumber(found) => return words.not_a_number(found),
        Fault::SamePosition(row) => return words.same_position(&row.to_string()),
        Fault::SameAsRow(row) => return words.same_as_row(&row.to_string()),
        Fault::NoSuchScale(found) => return words.no_such_scale(found),
        Fault::NoSuchFacet(found) => return words.no_such_facet(found),
        Fault::PulseCount(found) => return words.pulse_count(*found),
        Fault::NeedsBeside(name) => return words.needs_beside(name),
        Fault::NotTranslated(tag) => return words.not_translated(tag),
        Fault::OptionsDiffer(question) => return words.options_differ(question),
        Fault::UnpackedTooLarge(_) => words.unpacked_too_large(),
        Fault::EmptyFile => words.empty_file(),
        Fault::OldWorkbook => words.old_workbook(),
        Fault::NotAWorkbook => words.not_a_workbook(),
        Fault::NotText => words.not_text(),
        Fault::OtherJson => words.other_json(),
        Fault::NoStatements => words.no_statements(),
        Fault::NoQuestions => words.no_questions(),
        Fault::NoScale => words.no_scale(),
        Fault::NoStatement => words.no_statement(),
        Fault::NothingAsked => words.nothing_asked(),
    };
    plain.to_owned()
}

/// What there is to know.
#[must_use]
pub fn note_text(language: &'static Language, note: &NoteKind) -> String {
    let words: Authoring = language.authoring();
    let plain = match note {
        NoteKind::TitleFilled(title) => return words.title_filled(title),
        NoteKind::IdFilled(id) => return words.id_filled(id),
        NoteKind::VersionFilled(version) => return words.version_filled(version),
        NoteKind::LanguageFilled(tag) => return words.language_filled(tag),
        NoteKind::OptionsFilled(labels) => {
            let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
            return words.options_filled(&language.list(&labels, Joined::Or));
        }
        NoteKind::IdsMade(count) => return words.ids_made(*count),
        NoteKind::TitleNotTranslated(tag) => return words.title_not_translated(tag),
        NoteKind::UnknownColumn(column) => return words.unknown_column(column),
        NoteKind::SecondColumn(column) => return words.second_column(column),
        NoteKind::UnknownSetting(name) => return words.unknown_setting(name),
        NoteKind::SheetLeftOut(sheet) => return words.sheet_left_out(sheet),
        NoteKind::SameStatement(row) => return words.same_statement(&row.to_string()),
        NoteKind::ScaleNotListed(name) => return words.scale_not_listed(name),
        NoteKind::FacetNotListed(name) => return words.facet_not_listed(name),
        NoteKind::QuestionLeftOut(question, kind) => {
            return words.question_left_out(question, kind);
        }
        NoteKind::ConditionLeftOut(question) => return words.condition_left_out(question),
        NoteKind::ExtraAnswerLeftOut(question) => return words.extra_answer_left_out(question),
        NoteKind::OptionsInOrder(least, most) => return words.options_in_order(least, most),
        NoteKind::TranslationLeftOut(tag) => return words.translation_left_out(tag),
        NoteKind::NoDoesNotApply => words.no_does_not_apply(),
        NoteKind::ErrorsAssumed => words.errors_assumed(),
        NoteKind::RowLeftOut => words.row_left_out(),
        NoteKind::ReadAsWindows => words.read_as_windows(),
        NoteKind::HtmlRemoved => words.html_removed(),
    };
    plain.to_owned()
}
