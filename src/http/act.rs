//! Each action as a type, so that a handler's signature names the act that it is.

use domain::access::Action;

/// An action as a type.
pub trait Act: Send + Sync + 'static {
    /// The action.
    const ACTION: Action;
}

macro_rules! acts {
    ($($name:ident),* $(,)?) => {$(
        #[doc = concat!("The action [`Action::", stringify!($name), "`].")]
        #[derive(Debug)]
        pub struct $name;
        impl Act for $name { const ACTION: Action = Action::$name; }
    )*};
}

acts!(
    AccountSelf,
    AccountsRead,
    AccountsManage,
    ReferenceRead,
    WorkdaysImport,
    BasesRead,
    BasesEdit,
    OverviewCity,
    OverviewBase,
    OrganizationsRead,
    OrganizationsCreate,
    OrganizationsEdit,
    ContactsEdit,
    PersonsRead,
    PersonsEdit,
    FilesRead,
    FilesAdd,
    HistoryRead,
    SettingsRead,
    SettingsEdit,
    SpacesRead,
    SpacesEdit,
    SpacesClose,
    AllocationsRead,
    AllocationsManage,
    HandoversRecord,
    ImportsManage,
);
