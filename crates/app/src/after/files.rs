//! The files that are open: how many fit, what has been read of a choice, and the groups of people
//! whose results they hold. They are in memory alone, and gone with the page.

use std::rc::Rc;

use super::{ChosenFile, FileKey};
use json::MAX_BYTES;
use measure::completed::Completed;
use measure::group::Group;
use measure::instrument::{FormName, Instrument};
use measure::report::Report;

/// How many files can be open at once.
pub const MAX_FILES: usize = 1000;
/// How many bytes they can have together.
pub const MAX_TOGETHER: u64 = 64 * 1024 * 1024;
/// How many files are listed at first, and with each wish for more.
const LISTED: usize = 50;

/// A choice of files that is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Tells choices apart.
    pub choice: u32,
    /// How many files are to be read.
    pub of: usize,
    /// How many have been.
    pub read: usize,
}

/// The open files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Files {
    all: Vec<Rc<ChosenFile>>,
    /// What is being read.
    pub reading: Option<Reading>,
    /// How many files of the last choice were left out, since another holds the same result.
    pub repeated: usize,
    /// How many files of the last choice were left out, since no more can be open.
    pub beyond: usize,
    /// A picture of the people with results of each form, where there are enough of them.
    pub groups: Rc<[Group]>,
    more: usize,
    choices: u32,
    keys: u32,
}

impl Files {
    /// The files, in the order of choosing.
    pub fn all(&self) -> &[Rc<ChosenFile>] {
        &self.all
    }

    /// The files that are listed, and how many more there are.
    pub fn listed(&self) -> (&[Rc<ChosenFile>], usize) {
        let (listed, more) = self
            .all
            .split_at(self.all.len().min(LISTED + LISTED * self.more));
        (listed, more.len())
    }

    /// The file with this key.
    pub fn get(&self, key: FileKey) -> Option<&Rc<ChosenFile>> {
        self.all.iter().find(|file| file.key == key)
    }

    pub(super) fn get_mut(&mut self, key: FileKey) -> Option<&mut ChosenFile> {
        let file = self.all.iter_mut().find(|file| file.key == key);
        file.map(Rc::make_mut)
    }

    /// The results in the files, with what each comes to.
    fn results(&self) -> impl Iterator<Item = (&Completed, &Report)> {
        let files = self.all.iter();
        files.filter_map(|file| Some((file.completed()?, file.report.as_deref()?)))
    }

    /// Begins to read files of these sizes, the first of them that fit.
    pub(super) fn choose(&mut self, sizes: &[u64]) {
        let mut together: u64 = self.all.iter().map(|file| file.size as u64).sum();
        let room = MAX_FILES.saturating_sub(self.all.len());
        let fitting = sizes.iter().take(room).take_while(|size| {
            // One that is too large for a result is not read, and takes no room.
            let read = Some(**size).filter(|size| *size <= MAX_BYTES as u64);
            together = together.saturating_add(read.unwrap_or_default());
            together <= MAX_TOGETHER
        });
        let of = fitting.count();
        (self.repeated, self.beyond) = (0, sizes.len() - of);
        self.choices += 1;
        let choice = self.choices;
        self.reading = (of > 0).then_some(Reading {
            choice,
            of,
            read: 0,
        });
    }

    pub(super) fn next_key(&mut self) -> FileKey {
        self.keys += 1;
        FileKey(self.keys)
    }

    pub(super) fn list_more(&mut self) {
        self.more += 1;
    }

    /// Adds a file of the choice that is being read. Returns the file to be opened at once: one that was
    /// chosen alone. It takes the place of one with the same result, or of the same name without any;
    /// among several, a repeated result is left out.
    pub(super) fn add(&mut self, file: ChosenFile, instrument: &Instrument) -> Option<FileKey> {
        let mut reading = self.reading?;
        let (alone, key) = (reading.of == 1, file.key);
        let same = self.all.iter().position(|other| {
            let result = other.completed();
            match file.completed() {
                Some(_) => result == file.completed(),
                None => result.is_none() && other.name == file.name,
            }
        });
        match same.and_then(|place| self.all.get_mut(place)) {
            Some(_) if !alone && file.completed().is_some() => self.repeated += 1,
            Some(other) => *other = Rc::new(file),
            None => self.all.push(Rc::new(file)),
        }
        reading.read += 1;
        self.reading = Some(reading).filter(|reading| reading.read < reading.of);
        if self.reading.is_none() {
            self.regroup(instrument);
        }
        alone.then_some(key)
    }

    pub(super) fn close(&mut self, key: FileKey, instrument: &Instrument) {
        self.all.retain(|file| file.key != key);
        (self.repeated, self.beyond) = (0, 0);
        self.regroup(instrument);
    }

    /// Closes everything, and stops reading.
    pub(super) fn close_all(&mut self) {
        *self = Self {
            choices: self.choices,
            keys: self.keys,
            ..Self::default()
        };
    }

    fn regroup(&mut self, instrument: &Instrument) {
        let forms = FormName::ALL.into_iter();
        let groups = forms.filter_map(|form| Group::of(instrument, form, self.results()));
        self.groups = groups.collect();
    }
}
