//! Texts of the audit that depend on a state.

use crate::Audit;
use app::session::{Notice, Part};

impl Audit {
    /// Button that opens a part.
    #[must_use]
    pub fn open(self, part: Part) -> &'static str {
        self.open_part(part.as_str()).unwrap_or_default()
    }

    /// A notice above the screen.
    #[must_use]
    pub fn notice(self, notice: Notice) -> &'static str {
        match notice {
            Notice::MemoryOnly => self.notice_memory_only(),
            Notice::NotSaved => self.notice_not_saved(),
            Notice::StorageFull => self.notice_storage_full(),
            Notice::Unreadable => self.notice_unreadable(),
            Notice::ReadOnly => self.notice_read_only(),
            Notice::OtherInstrument => self.notice_other_instrument(),
            Notice::DisplacedElsewhere => self.notice_displaced_elsewhere(),
            Notice::FinishedElsewhere => self.notice_finished_elsewhere(),
            Notice::RestartedElsewhere => self.notice_restarted_elsewhere(),
            Notice::ErasedElsewhere => self.notice_erased_elsewhere(),
            Notice::ClearedElsewhere => self.notice_cleared_elsewhere(),
            Notice::NotErased => self.notice_not_erased(),
            Notice::Expired => self.notice_expired(),
        }
    }

    /// Heading of the review, by the number of statements left out.
    #[must_use]
    pub fn review_title(self, left_out: usize) -> String {
        match left_out {
            0 => self.review_heading_none().to_owned(),
            count => self.review_heading(count),
        }
    }
}
