//! The words of the ledger. The first writing of each is the usual one.

use crate::vocabulary::{Words, words};

words! {
    /// 组织类型.
    OrganizationKind {
        /// 社会团体.
        Association = "association",
        /// 社会服务机构, formerly 民办非企业单位.
        ServiceInstitution = "service_institution",
        /// 基金会.
        Foundation = "foundation",
        /// 备案社区社会组织.
        Recorded = "recorded",
        /// 拟登记团队, 筹备团队.
        PreRegistration = "pre_registration",
    }
}

impl OrganizationKind {
    /// The second character of its credit code; `None` for kinds that have none.
    #[must_use]
    pub const fn class_digit(self) -> Option<char> {
        match self {
            Self::Association => Some('1'),
            Self::ServiceInstitution => Some('2'),
            Self::Foundation => Some('3'),
            Self::Recorded | Self::PreRegistration => None,
        }
    }
}

words! {
    /// 类别.
    Class {
        /// 公益慈善.
        Charity = "charity",
        /// 生活服务.
        DailyLife = "daily_life",
        /// 社区事务.
        CommunityAffairs = "community_affairs",
        /// 文体活动.
        CultureSports = "culture_sports",
    }
}

words! {
    /// 评估等级.
    Grade {
        /// 1A.
        A1 = "1A",
        /// 2A.
        A2 = "2A",
        /// 3A.
        A3 = "3A",
        /// 4A.
        A4 = "4A",
        /// 5A.
        A5 = "5A",
    }
}

words! {
    /// 年检结论.
    AnnualCheck {
        /// 合格.
        Passed = "passed",
        /// 基本合格.
        Basic = "basic",
        /// 不合格.
        Failed = "failed",
        /// 未参检.
        Absent = "absent",
    }
}

words! {
    /// 党组织形式.
    PartyForm {
        /// 单建党支部.
        SingleBranch = "single_branch",
        /// 联合党支部.
        JointBranch = "joint_branch",
        /// 功能型党支部.
        FunctionalBranch = "functional_branch",
        /// 党总支.
        GeneralBranch = "general_branch",
        /// 党委.
        Committee = "committee",
        /// 党建工作指导员.
        Instructor = "instructor",
        /// 无.
        None = "none",
    }
}

/// Writings of [`OrganizationKind`].
pub const KINDS: Words<OrganizationKind> = &[
    (&["社会团体", "社团", "association"], OrganizationKind::Association),
    (
        &[
            "社会服务机构",
            "民办非企业单位",
            "民办非企业",
            "民非",
            "民办非企业单位（社会服务机构）",
            "社会服务机构（民办非企业单位）",
            "service_institution",
        ],
        OrganizationKind::ServiceInstitution,
    ),
    (&["基金会", "foundation"], OrganizationKind::Foundation),
    (&["备案社区社会组织", "备案组织", "社区社会组织（备案）", "备案", "recorded"], OrganizationKind::Recorded),
    (
        &["拟登记团队", "筹备团队", "拟登记（筹备）团队", "拟登记/筹备团队", "pre_registration"],
        OrganizationKind::PreRegistration,
    ),
];

/// Writings of [`Class`].
pub const CLASSES: Words<Class> = &[
    (&["公益慈善", "公益慈善类", "charity"], Class::Charity),
    (&["生活服务", "生活服务类", "daily_life"], Class::DailyLife),
    (&["社区事务", "社区事务类", "community_affairs"], Class::CommunityAffairs),
    (&["文体活动", "文体活动类", "culture_sports"], Class::CultureSports),
];

/// Writings of [`Grade`]; the last are those of "not evaluated".
pub const GRADES: Words<Option<Grade>> = &[
    (&["1A", "1A级", "A", "A级"], Some(Grade::A1)),
    (&["2A", "2A级", "AA", "AA级"], Some(Grade::A2)),
    (&["3A", "3A级", "AAA", "AAA级"], Some(Grade::A3)),
    (&["4A", "4A级", "AAAA", "AAAA级"], Some(Grade::A4)),
    (&["5A", "5A级", "AAAAA", "AAAAA级"], Some(Grade::A5)),
    (&["无", "未评估", "未评", "-", "/", "—"], None),
];

/// Writings of [`AnnualCheck`]; the last are those of "no annual check applies".
pub const ANNUAL_CHECKS: Words<Option<AnnualCheck>> = &[
    (&["合格", "passed"], Some(AnnualCheck::Passed)),
    (&["基本合格", "basic"], Some(AnnualCheck::Basic)),
    (&["不合格", "failed"], Some(AnnualCheck::Failed)),
    (&["未参检", "未参加年检", "未年检", "absent"], Some(AnnualCheck::Absent)),
    (&["无", "-", "/", "—"], None),
];

/// Writings of [`PartyForm`].
pub const PARTY_FORMS: Words<PartyForm> = &[
    (&["单建党支部", "单独党支部", "独立党支部", "single_branch"], PartyForm::SingleBranch),
    (&["联合党支部", "joint_branch"], PartyForm::JointBranch),
    (&["功能型党支部", "临时党支部", "功能型（临时）党支部", "functional_branch"], PartyForm::FunctionalBranch),
    (&["党总支", "general_branch"], PartyForm::GeneralBranch),
    (&["党委", "committee"], PartyForm::Committee),
    (&["党建工作指导员", "党建指导员", "instructor"], PartyForm::Instructor),
    (&["无", "未建立", "-", "/", "none"], PartyForm::None),
];
