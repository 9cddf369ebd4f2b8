//! The list of all reasons that the house can give, one line each.
//!
//! The snake_case word is part of the API and never changes its meaning. Each has a sentence in
//! `src/messages/zh.toml` and `src/messages/en.toml`.

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $word:literal),* $(,)?) => {
        /// Why something was refused, or what is wrong with a field.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name),* }
        impl Code {
            /// Every code, for the tests of the catalogues and for the documentation.
            pub const ALL: &'static [Code] = &[$(Code::$name),*];
            /// The stable word.
            #[must_use]
            pub const fn as_str(self) -> &'static str { match self { $(Code::$name => $word),* } }
        }
    };
}

codes! {
    // --- the house
    /// Some fields are wrong; `fields` lists them.
    InvalidFields = "invalid_fields",
    /// Not there, or not the caller's to know of.
    NotFound = "not_found",
    /// Nobody is signed in.
    NotSignedIn = "not_signed_in",
    /// Signed in, but no role of the caller does this.
    NotAllowed = "not_allowed",
    /// The thing was changed since it was read.
    StaleVersion = "stale_version",
    /// The request cannot be read at all.
    Malformed = "malformed",
    /// Too much at once; try later.
    Busy = "busy",
    /// An identifier of another kind or of no kind.
    BadId = "bad_id",
    /// A required field is empty.
    Required = "required",
    /// Longer than `max`.
    TooLong = "too_long",
    /// Shorter than `min`.
    TooShort = "too_short",
    /// Outside `min`..`max`.
    OutOfRange = "out_of_range",
    /// Not one of `allowed`.
    NotOneOf = "not_one_of",
    // --- intervals and claims
    /// The end is not after the start.
    EmptyInterval = "empty_interval",
    /// Fewer than one unit asked.
    NoUnits = "no_units",
    /// More units than the resource has at all.
    OverCapacity = "over_capacity",
    /// Taken in that time.
    Taken = "taken",
    // --- lifecycle
    /// The action does not fit the present state.
    WrongState = "wrong_state",
    // --- allocations
    /// The space is not one that can be given to an organization now.
    SpaceNotAssignable = "space_not_assignable",
    /// The organization has left, was dissolved or is not admitted yet.
    OrganizationNotLive = "organization_not_live",
    /// The term has no end that could be moved or reached.
    OpenEnded = "open_ended",
    /// Both sides of a swap are the same space.
    SameSpace = "same_space",
    // --- days
    /// Not a day of the calendar as YYYY-MM-DD.
    BadDay = "bad_day",
    /// The day is before `min`.
    DayTooEarly = "day_too_early",
    /// The day is after `max`.
    DayTooLate = "day_too_late",
    /// The working-day calendar names `day` twice for the same division.
    DayTwice = "day_twice",
    /// The clock of the deadline stands still since `since`, without an end in sight.
    ClockPaused = "clock_paused",
    // --- money
    /// Not an amount in yuan with at most two decimals.
    BadAmount = "bad_amount",
    // --- credit code (GB 32100-2015)
    /// Not 18 characters.
    CreditCodeLength = "credit_code_length",
    /// A character that the standard does not use (I, O, S, V, Z or other).
    CreditCodeCharacter = "credit_code_character",
    /// The check character does not fit.
    CreditCodeCheck = "credit_code_check",
    /// Not issued by a civil affairs authority (first character is not 5).
    CreditCodeDepartment = "credit_code_department",
    /// The class in the code is not the kind of organization given.
    CreditCodeKind = "credit_code_kind",
    /// Positions 3 to 8 are no known authority.
    CreditCodeAuthority = "credit_code_authority",
}
