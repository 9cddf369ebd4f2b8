//! Rooms and desks: what kinds there are, and which of them are given for a term or by the hour.

use crate::words::words;

pub mod handover;
pub mod layout;
pub mod on_day;

words! {
    /// What a space is.
    pub enum SpaceKind {
        /// 独立办公室.
        Office = "office",
        /// 工位.
        Desk = "desk",
        /// 会议室.
        MeetingRoom = "meeting_room",
        /// 多功能厅.
        Hall = "hall",
        /// 培训教室.
        Classroom = "classroom",
        /// 路演厅.
        Roadshow = "roadshow",
        /// 洽谈室.
        Negotiation = "negotiation",
        /// 个案室.
        CaseRoom = "case_room",
        /// 小组活动室.
        GroupRoom = "group_room",
        /// 展厅.
        Exhibition = "exhibition",
        /// 党员活动室.
        PartyRoom = "party_room",
        /// 仓储柜.
        Storage = "storage",
        /// 直播间.
        Studio = "studio",
        /// 开放办公区.
        OpenArea = "open_area",
    }
    /// Which way a hand-over goes.
    pub enum HandoverKind {
        /// From the base to the organization.
        In = "in",
        /// From the organization back to the base.
        Out = "out",
    }
    /// How a piece of equipment is.
    pub enum Condition {
        /// As it should be.
        Good = "good",
        /// Used, but it works.
        Worn = "worn",
        /// Broken.
        Damaged = "damaged",
        /// Not there.
        Missing = "missing",
    }
}

impl SpaceKind {
    /// Whether it is booked by the hour unless said otherwise.
    #[must_use]
    pub const fn is_bookable_by_default(self) -> bool {
        !matches!(self, Self::Office | Self::Desk | Self::Storage | Self::OpenArea)
    }
    /// Whether it is given to an organization for a term unless said otherwise: what is not booked
    /// by the hour, except an open area, whose desks are given one by one.
    #[must_use]
    pub const fn is_assignable_by_default(self, bookable: bool) -> bool {
        !bookable && !matches!(self, Self::OpenArea)
    }
}
