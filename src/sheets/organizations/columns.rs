//! The columns of the ledger of organizations.

use crate::map::{Column, Kind};

const fn column(
    field: &'static str,
    header: &'static str,
    required: bool,
    synonyms: &'static [&'static str],
) -> Column {
    Column { field, header, synonyms, required }
}

/// The ledger of organizations, in its usual order.
pub const KIND: Kind = Kind {
    word: "organizations",
    columns: &[
        column("serial", "序号", false, &["编号", "No.", "No", "#"]),
        column(
            "name",
            "组织名称",
            true,
            &["名称", "单位名称", "社会组织名称", "机构名称", "organization", "organisation"],
        ),
        column(
            "credit_code",
            "统一社会信用代码",
            true,
            &["信用代码", "统一信用代码", "社会信用代码", "credit code", "USCC", "unified social credit code"],
        ),
        column("record_number", "备案号", false, &["备案编号", "备案证号", "record number", "record no."]),
        column("kind", "组织类型", true, &["类型", "社会组织类型", "组织形式", "type", "organization type"]),
        column("class", "类别", false, &["组织类别", "业务类别", "分类", "category"]),
        column(
            "authority",
            "登记（备案）机关",
            false,
            &["登记机关", "备案机关", "登记管理机关", "登记备案机关", "registration authority"],
        ),
        column("supervisor", "业务主管单位", false, &["主管单位", "supervising unit"]),
        column("founded_on", "成立日期", false, &["成立时间", "登记日期", "成立登记日期", "founded", "date founded"]),
        column("leader", "负责人", false, &["法定代表人", "法定代表人/负责人", "负责人姓名", "person in charge"]),
        column("liaison", "联络员", false, &["联系人", "联络人", "联络员姓名", "contact", "liaison person"]),
        column(
            "liaison_phone",
            "联络员电话",
            false,
            &["联系电话", "联络电话", "联系人电话", "电话", "手机", "手机号", "phone", "mobile"],
        ),
        column(
            "county",
            "所属旗市区",
            true,
            &["旗市区", "所属旗（市、区）", "所属区县", "区县", "县区", "banner", "district"],
        ),
        column(
            "township",
            "苏木乡镇（街道）",
            false,
            &["苏木乡镇街道", "苏木乡镇", "乡镇（街道）", "乡镇街道", "街道", "street"],
        ),
        column(
            "village",
            "嘎查村（社区）",
            false,
            &["嘎查村社区", "嘎查村", "村（社区）", "村社区", "社区", "community"],
        ),
        column("grade", "评估等级", false, &["评估等次", "等级", "社会组织评估等级", "evaluation grade"]),
        column("annual_check", "年检结论", false, &["年检结果", "年检情况", "annual inspection"]),
        column("party_form", "党组织形式", false, &["党组织类型", "党组织", "党组织建立形式", "party organization"]),
        column("full_time_staff", "专职人员", false, &["专职人员数", "专职人数", "专职工作人员", "staff"]),
        column("social_workers", "持证社工", false, &["持证社工数", "持证社工人数", "certified social workers"]),
        column("volunteers", "志愿者", false, &["志愿者数", "志愿者人数"]),
    ],
};
