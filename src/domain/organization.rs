//! Social organizations (社会组织): what kinds there are, what each needs, when one is dissolved.

use crate::{
    credit_code::OrganizationClass,
    lifecycle::{Lifecycle, Step},
    words::words,
};

words! {
    /// Kind of an organization (组织类型).
    pub enum Kind {
        /// 社会团体.
        Association = "association",
        /// 社会服务机构, formerly 民办非企业单位.
        ServiceInstitution = "service_institution",
        /// 基金会.
        Foundation = "foundation",
        /// 备案社区社会组织: recorded with its street or township, no legal person, no credit code.
        Recorded = "recorded",
        /// 拟登记团队: not yet registered or recorded.
        PreRegistration = "pre_registration",
    }
    /// What a community organization mainly does (类别).
    pub enum Class {
        /// 公益慈善.
        Charity = "charity",
        /// 生活服务.
        DailyLife = "daily_life",
        /// 社区事务.
        CommunityAffairs = "community_affairs",
        /// 文体活动.
        CultureSports = "culture_sports",
    }
    /// Result of an annual check (年检结论).
    pub enum AnnualCheck {
        /// 合格.
        Passed = "passed",
        /// 基本合格.
        Basic = "basic",
        /// 不合格.
        Failed = "failed",
        /// 未参检.
        Absent = "absent",
    }
    /// Form of the party organization (党组织形式).
    pub enum PartyForm {
        /// 单建党支部.
        SingleBranch = "single_branch",
        /// 联合党支部.
        JointBranch = "joint_branch",
        /// 功能型（临时）党支部.
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
    /// Whether an organization is still there.
    pub enum OrganizationState {
        /// Registered, recorded or preparing.
        Live = "live",
        /// 注销: no longer there; its history stays.
        Dissolved = "dissolved",
    }
    /// What is done with an organization.
    pub enum OrganizationAction {
        /// Its particulars change.
        Edit = "edit",
        /// Its contacts change.
        EditContacts = "edit_contacts",
        /// It is dissolved.
        Dissolve = "dissolve",
        /// A dissolution that was noted wrongly is taken back.
        Restore = "restore",
    }
}

/// Evaluation grades (评估等级), the lowest first.
pub const GRADES: &[&str] = &["1A", "2A", "3A", "4A", "5A"];

/// The lifecycle of an organization.
pub const LIFECYCLE: Lifecycle<OrganizationState, OrganizationAction> = {
    use OrganizationAction::{Dissolve, Edit, EditContacts, Restore};
    use OrganizationState::{Dissolved, Live};
    Lifecycle {
        name: "organizations",
        initial: Live,
        steps: &[
            step(&[Live], Edit, Live, "organizations.edit", None),
            step(&[Live], EditContacts, Live, "organizations.edit_contacts", None),
            step(&[Live], Dissolve, Dissolved, "organizations.edit", Some("holds_no_place")),
            step(&[Dissolved], Restore, Live, "organizations.edit", Some("identity_is_free")),
        ],
    }
};

const fn step(
    from: &'static [OrganizationState],
    action: OrganizationAction,
    to: OrganizationState,
    who: &'static str,
    guard: Option<&'static str>,
) -> Step<OrganizationState, OrganizationAction> {
    Step { from, action, to, who, guard, deadline: None }
}

impl Kind {
    /// The class that its credit code must carry; `None` for kinds that have no code.
    #[must_use]
    pub const fn code_class(self) -> Option<OrganizationClass> {
        match self {
            Self::Association => Some(OrganizationClass::SocialGroup),
            Self::ServiceInstitution => Some(OrganizationClass::PrivateUnit),
            Self::Foundation => Some(OrganizationClass::Foundation),
            Self::Recorded | Self::PreRegistration => None,
        }
    }
}

/// What two live organizations never share: the credit code, else the record number. The marks
/// keep a record number that looks like a code apart from codes.
#[must_use]
pub fn identity_key(credit_code: Option<&str>, record_number: Option<&str>) -> Option<String> {
    match (credit_code, record_number) {
        (Some(code), _) => Some(format!("code:{code}")),
        (None, Some(number)) => Some(format!("record:{number}")),
        (None, None) => None,
    }
}
