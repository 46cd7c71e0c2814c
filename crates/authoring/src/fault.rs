//! What can be wrong with a file, what was filled in or left out, and where: as data. The sentences are
//! in `content/`, and `says` finds them.

use json::FaultKind;

/// A place in what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A cell of a table.
    Cell {
        /// The name of the worksheet; a CSV file has none.
        sheet: Option<String>,
        /// The row, from 1, as the spreadsheet shows it.
        row: usize,
        /// The letters of the column, as the spreadsheet shows them.
        column: String,
        /// What the head of the table calls the column.
        heading: Option<String>,
    },
    /// A value of a JSON file, such as `$.pages[0].elements[2]`.
    Path(String),
    /// The file as a whole, or something that it lacks.
    File,
}

/// A fault and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Where it is, or where what is missing belongs.
    pub place: Place,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong, and keeps the file from being used.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// What the program's own judge of questionnaires says.
    Judged(FaultKind),
    /// A file of more bytes than this.
    FileTooLarge(usize),
    /// A workbook that is larger than this number of bytes when it is unpacked.
    UnpackedTooLarge(usize),
    /// More rows with something in them than this.
    TooManyRows(usize),
    /// Something in a column behind this one.
    TooManyColumns(usize),
    /// Nothing in it.
    EmptyFile,
    /// A workbook of Excel before 2007, or one with a password.
    OldWorkbook,
    /// A packed file that is no Excel workbook, or a damaged one.
    NotAWorkbook,
    /// Bytes that are no text.
    NotText,
    /// JSON that is neither a questionnaire of ours nor a survey.
    OtherJson,
    /// No table has the columns that statements need.
    NoStatements,
    /// A survey without a question that can be taken over.
    NoQuestions,
    /// A table, or the whole sheet, lacks a column of this name.
    NoColumn(String),
    /// A statement that names no scale.
    NoScale,
    /// A scale, and perhaps more, without a statement.
    NoStatement,
    /// No form asks any statement.
    NothingAsked,
    /// A row of another table without what it is about: the column that is empty.
    EmptyCell(String),
    /// Neither yes nor no.
    NotYesOrNo(String),
    /// No name of a form.
    NotAForm(String),
    /// Not a number.
    NotANumber(String),
    /// The position that an earlier row has.
    SamePosition(usize),
    /// An id, a setting, or the name of a scale or facet, that an earlier row has.
    SameAsRow(usize),
    /// No scale of this name or id.
    NoSuchScale(String),
    /// No facet of this name or id.
    NoSuchFacet(String),
    /// More languages beside that of the questionnaire than this.
    TooManyLanguages(usize),
    /// Another number of statements of the pulse than five.
    PulseCount(usize),
    /// A value that means nothing without this one beside it.
    NeedsBeside(&'static str),
    /// A text that has no wording in the language of this tag, which other texts have.
    NotTranslated(String),
    /// A question with other answers than the first of the survey: the name of that question.
    OptionsDiffer(String),
}

/// Something to know, and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where it is.
    pub place: Place,
    /// What there is to know.
    pub kind: NoteKind,
}

/// What was filled in, left out or cleaned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteKind {
    /// The title, from the name of the file.
    TitleFilled(String),
    /// The id, from the title.
    IdFilled(String),
    /// The version.
    VersionFilled(String),
    /// The language.
    LanguageFilled(String),
    /// The labels of the options.
    OptionsFilled(Vec<String>),
    /// Whoever answers cannot say that a statement does not apply.
    NoDoesNotApply,
    /// Errors are the assumed ones, as none is given.
    ErrorsAssumed,
    /// This number of statements got ids.
    IdsMade(usize),
    /// A translation without a title has that of the questionnaire: its tag.
    TitleNotTranslated(String),
    /// A column that no table has.
    UnknownColumn(String),
    /// A column that the same table has already.
    SecondColumn(String),
    /// An unknown setting.
    UnknownSetting(String),
    /// A row outside every table.
    RowLeftOut,
    /// A worksheet without a table.
    SheetLeftOut(String),
    /// The statement of an earlier row.
    SameStatement(usize),
    /// A scale that the table of scales does not have.
    ScaleNotListed(String),
    /// A facet that the table of facets does not have.
    FacetNotListed(String),
    /// The text is not Unicode and was read as Windows writes western languages.
    ReadAsWindows,
    /// A question that was left out: its name and its type.
    QuestionLeftOut(String, String),
    /// A condition, under which alone the survey shows this question.
    ConditionLeftOut(String),
    /// Marks of HTML were taken out of a text.
    HtmlRemoved,
    /// An answer of a question's own, such as “Other”, was left out.
    ExtraAnswerLeftOut(String),
    /// The answers were taken to go from the least, the first label, to the most, the last.
    OptionsInOrder(String, String),
    /// A translation that lacks some text was left out: its tag.
    TranslationLeftOut(String),
}
