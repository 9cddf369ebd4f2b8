//! The columns and words of the ledger of spaces.

use crate::{
    map::{Column, Kind},
    vocabulary::{Words, words},
};

words! {
    /// 类型.
    SpaceKind {
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
}

impl SpaceKind {
    /// Whether it is booked by the hour; the others are given for a term.
    #[must_use]
    pub const fn is_bookable_by_default(self) -> bool {
        !matches!(self, Self::Office | Self::Desk | Self::Storage | Self::OpenArea)
    }
}

/// Writings of [`SpaceKind`].
pub const KINDS: Words<SpaceKind> = &[
    (&["独立办公室", "办公室", "office"], SpaceKind::Office),
    (&["工位", "desk"], SpaceKind::Desk),
    (&["会议室", "共享会议室", "meeting_room"], SpaceKind::MeetingRoom),
    (&["多功能厅", "hall"], SpaceKind::Hall),
    (&["培训教室", "教室", "培训室", "classroom"], SpaceKind::Classroom),
    (&["路演厅", "roadshow"], SpaceKind::Roadshow),
    (&["洽谈室", "negotiation"], SpaceKind::Negotiation),
    (&["个案室", "个案工作室", "case_room"], SpaceKind::CaseRoom),
    (&["小组活动室", "小组工作室", "group_room"], SpaceKind::GroupRoom),
    (&["展厅", "展示厅", "exhibition"], SpaceKind::Exhibition),
    (&["党员活动室", "党建活动室", "party_room"], SpaceKind::PartyRoom),
    (&["仓储柜", "储物柜", "storage"], SpaceKind::Storage),
    (&["直播间", "studio"], SpaceKind::Studio),
    (&["开放办公区", "open_area"], SpaceKind::OpenArea),
];

/// Writings of yes and no.
pub const YES_NO: Words<bool> = &[
    (&["是", "可", "可以", "√", "yes", "y", "true", "1"], true),
    (&["否", "不可", "不可以", "×", "no", "n", "false", "0"], false),
];

const fn column(
    field: &'static str,
    header: &'static str,
    required: bool,
    synonyms: &'static [&'static str],
) -> Column {
    Column { field, header, synonyms, required }
}

/// The ledger of spaces, in its usual order.
pub const KIND: Kind = Kind {
    word: "spaces",
    columns: &[
        column("base", "基地编号", true, &["基地代码", "base code", "base no."]),
        column("base_name", "基地名称", false, &["基地"]),
        column("floor", "楼层", true, &["层", "所在楼层"]),
        column(
            "number",
            "房间/工位号",
            true,
            &["房间号", "工位号", "房间（工位）号", "房间工位号", "空间编号", "room", "room no.", "desk no."],
        ),
        column("kind", "类型", true, &["空间类型", "房间类型", "type", "space type"]),
        column("capacity", "容纳人数", false, &["容量", "人数", "可容纳人数", "seats"]),
        column("area", "面积（㎡）", false, &["面积", "面积（m2）", "面积（m²）", "面积（平方米）", "area (m2)"]),
        column("bookable", "可预约", false, &["是否可预约", "可否预约", "可预定"]),
        column("equipment", "设备", false, &["设备设施", "设施设备", "配备设备"]),
    ],
};
