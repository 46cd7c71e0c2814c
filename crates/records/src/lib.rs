//! What leaves the memory of the page: the exported result and the small records in storage.
//!
//! [`document`] writes the export, [`read`] reads it back, [`import`] reads and judges a file from
//! outside; [`csv`] writes the answers as a table; [`sheet`] scores answers that were collected elsewhere; [`stored`] has the records of an audit
//! under way, [`past`] those of earlier results, [`slot`] the names that they are kept under.

pub mod csv;
pub mod document;
pub mod import;
pub mod journal;
pub mod past;
pub mod read;
pub mod registers;
pub mod sheet;
pub mod slot;
pub mod store;
pub mod stored;
pub mod texts;
