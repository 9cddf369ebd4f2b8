//! The lists that a house begins with: its divisions and its bases.

use crate::map::{Column, Kind};

const fn column(field: &'static str, header: &'static str, required: bool) -> Column {
    Column { field, header, synonyms: &[], required }
}

/// The list of divisions.
pub const DIVISIONS: Kind = Kind {
    word: "divisions",
    columns: &[
        column("code", "区划代码", true),
        column("name", "名称", true),
        column("level", "级别", true),
        column("type", "类型", false),
        column("parent", "上级代码", true),
    ],
};

/// The list of bases.
pub const BASES: Kind = Kind {
    word: "bases",
    columns: &[
        column("code", "基地编号", true),
        column("name", "基地名称", true),
        column("short_name", "简称", false),
        column("division", "区划代码", true),
        column("level", "级别", true),
    ],
};
