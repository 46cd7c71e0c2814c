//! Which parts of the practice go into a file.

/// The parts that the visitor ticked; at first none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Include {
    /// The relationship map.
    pub map: bool,
    /// The support circle.
    pub circle: bool,
    /// The plan under way, and what came of earlier ones.
    pub plan: bool,
}
