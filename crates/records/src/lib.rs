//! The formats that leave the memory of the page: the exported result, the small records in storage,
//! and the storage port.
//!
//! [`format`] describes each format once, for reading, writing and its JSON Schema. [`document`] is
//! the exported result, [`practice`] the data of the practice, [`stored`] the records of an audit under
//! way, [`past`] the history, [`rounds`] what others said, and [`slot`] the names of them all in storage. [`read`] reads a result
//! back, [`import`] judges a file from outside, [`sheet`] reads answers collected elsewhere, [`csv`]
//! writes the answers as a table.

pub mod csv;
pub mod document;
pub mod format;
pub mod import;
pub mod journal;
pub mod past;
pub mod practice;
pub mod read;
pub mod registers;
pub mod rounds;
pub mod sheet;
pub mod slot;
pub mod store;
pub mod stored;
