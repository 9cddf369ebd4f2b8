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
    /// The token may only read.
    TokenReadsOnly = "token_reads_only",
    /// Only for who is signed in; a token does not do.
    NeedsSignIn = "needs_sign_in",
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
    /// The value has another type than the field.
    WrongType = "wrong_type",
    /// The field is not known here.
    UnknownField = "unknown_field",
    /// The file or body is larger than `max`.
    TooLarge = "too_large",
    /// The request's content type is not one that is read here.
    UnsupportedType = "unsupported_type",
    /// The method does not exist at this address.
    WrongMethod = "wrong_method",
    /// Something broke that should not; the request id finds it in the log.
    Internal = "internal",
    /// The disk takes no more.
    StorageFailed = "storage_failed",
    /// The database does not answer.
    DatabaseAway = "database_away",
    /// The same key was used for another request.
    KeyReused = "key_reused",
    /// A request with the same key is still running.
    KeyRunning = "key_running",
    /// The request was applied, but its answer was lost; reload to see its effect.
    AlreadyApplied = "already_applied",
    /// Another thing has this value of a field that must be unique.
    AlreadyUsed = "already_used",
    // --- accounts
    /// Name or password is wrong.
    BadCredentials = "bad_credentials",
    /// Too many failed attempts; `retry_after` seconds to wait.
    TooManyAttempts = "too_many_attempts",
    /// The account is locked.
    AccountLocked = "account_locked",
    /// The cross-site token is missing or wrong.
    BadCsrf = "bad_csrf",
    /// The password must be changed first.
    PasswordExpired = "password_expired",
    /// The password is among the most used ones or contains the login.
    WeakPassword = "weak_password",
    /// A letter, digit, dot, dash or underscore only.
    BadLogin = "bad_login",
    /// There is an administrator already.
    SetupDone = "setup_done",
    /// The one-time word from the log is wrong.
    BadSetupToken = "bad_setup_token",
    /// The role needs a scope of kind `kind`.
    ScopeNeeded = "scope_needed",
    /// The last system administrator cannot be taken away.
    LastAdministrator = "last_administrator",
    /// Not a phone number.
    BadPhone = "bad_phone",
    /// Not an e-mail address.
    BadEmail = "bad_email",
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
    // --- intakes and applications
    /// The intake takes no applications on this day.
    IntakeNotOpen = "intake_not_open",
    /// Rolling intake has no last day that could be moved.
    IntakeIsRolling = "intake_is_rolling",
    /// The intake has no limit that could grow.
    QuotaUnlimited = "quota_unlimited",
    /// The intake does not admit this kind of applicant.
    KindNotAdmitted = "kind_not_admitted",
    /// The organization has an application to this intake already.
    AppliedAlready = "applied_already",
    /// The time for it is over.
    TimeOver = "time_over",
    /// Some rules of the first check are failed or not known yet.
    ChecksOpen = "checks_open",
    /// The record answers this rule already.
    CheckSettled = "check_settled",
    /// All places of the intake are given.
    QuotaFull = "quota_full",
    // --- reviews
    /// The points of a rubric are `sum` together, not `full`.
    PointsSum = "points_sum",
    /// More than one decimal.
    TooFine = "too_fine",
    /// Fewer reviewers than the `min` sheets that each application needs.
    ReviewersFew = "reviewers_few",
    /// The reviewer is bound to the applicant: `why`.
    ConflictOfInterest = "conflict_of_interest",
    /// Some applications have fewer than `min` sheets.
    SheetsShort = "sheets_short",
    /// Every applicant has taken his application back.
    ReviewEmpty = "review_empty",
    /// Who prepares does not decide.
    PreparedByYou = "prepared_by_you",
    /// The mean is below the pass mark.
    BelowMark = "below_mark",
    /// Passed over for one of a lower rank, without a reason.
    PassedOver = "passed_over",
    /// Put on the waiting list while places are left, without a reason.
    PlacesLeft = "places_left",
    /// There is no decision on one of the applications.
    Undecided = "undecided",
    /// Others stand before it on the waiting list.
    NotFirst = "not_first",
    // --- notices
    /// The last day `ends` on which one may object is over.
    NoticeOver = "notice_over",
    /// The last day `ends` is not over.
    NoticeRunning = "notice_running",
    /// `count` objections are not answered.
    ObjectionsOpen = "objections_open",
    /// There is an outcome for it already.
    SubjectSettled = "subject_settled",
    /// Neither a phone number nor an e-mail address.
    BadContact = "bad_contact",
    // --- organizations
    /// A registered organization has no credit code.
    CreditCodeNeeded = "credit_code_needed",
    /// An organization that is not registered has a credit code.
    CreditCodeNotExpected = "credit_code_not_expected",
    /// A recorded organization has no record number.
    RecordNumberNeeded = "record_number_needed",
    /// No such division at this place of the list.
    UnknownDivision = "unknown_division",
    /// The organization still has `places`.
    OrganizationHasPlaces = "organization_has_places",
    /// The same office `position` stands twice for one time.
    OfficeTwice = "office_twice",
    /// More than `max` entries.
    TooMany = "too_many",
    /// The person has left already.
    PersonHasLeft = "person_has_left",
    // --- settings
    /// No setting has this key.
    UnknownSetting = "unknown_setting",
    /// The setting holds for the whole city and not for one base.
    SettingOfCity = "setting_of_city",
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
    // --- spreadsheets
    /// The file is larger than `max` megabytes.
    SheetTooLarge = "sheet_too_large",
    /// The packed content of the file would unfold beyond `max` megabytes.
    SheetInflates = "sheet_inflates",
    /// An old Excel file or one locked with a password.
    SheetOldFormat = "sheet_old_format",
    /// Neither xlsx nor csv.
    SheetUnknownFormat = "sheet_unknown_format",
    /// The workbook cannot be read.
    SheetBroken = "sheet_broken",
    /// A csv in no known encoding.
    SheetNotText = "sheet_not_text",
    /// There is nothing in the file.
    SheetEmpty = "sheet_empty",
    /// No row of headers among the first `searched` rows; `headers` are looked for.
    SheetNoHeader = "sheet_no_header",
    /// Required columns `headers` are missing.
    SheetHeadersMissing = "sheet_headers_missing",
    /// Two columns `headers` mean the same.
    SheetHeaderTwice = "sheet_header_twice",
    /// A column is assigned to a field `field` that does not exist, or header `header` is not in the file.
    SheetFieldUnknown = "sheet_field_unknown",
    /// More than `max` rows.
    SheetTooManyRows = "sheet_too_many_rows",
    /// More than `max` columns (row `row`).
    SheetTooManyColumns = "sheet_too_many_columns",
    /// A cell of more than `max` characters at `row`, `column`.
    SheetCellTooLong = "sheet_cell_too_long",
    /// The cell shows an error such as #N/A.
    SheetCellError = "sheet_cell_error",
    /// A long number was stored as a number, so its last digits are gone.
    SheetDigitsLost = "sheet_digits_lost",
    /// Text that begins like a formula.
    SheetFormula = "sheet_formula",
    /// Repaired: a line break inside the text.
    SheetLineBreak = "sheet_line_break",
    /// Repaired: spaces or hyphens inside the value.
    SheetSpaces = "sheet_spaces",
    /// Repaired: full-width characters.
    SheetFullWidth = "sheet_full_width",
    /// Repaired: lower-case letters.
    SheetLowerCase = "sheet_lower_case",
    /// Repaired: a date in another writing.
    SheetDayText = "sheet_day_text",
    /// Repaired: a day number of Excel.
    SheetDaySerial = "sheet_day_serial",
    /// Repaired: a unit after the number.
    SheetUnit = "sheet_unit",
    /// Repaired: the country code before a phone number.
    SheetPhonePrefix = "sheet_phone_prefix",
    /// Repaired: another writing of a place.
    SheetPlaceName = "sheet_place_name",
    /// The same value stands in other rows `rows`.
    SheetDuplicate = "sheet_duplicate",
    /// No such banner, city or district.
    SheetUnknownCounty = "sheet_unknown_county",
    /// No such township in `county`.
    SheetUnknownTownship = "sheet_unknown_township",
    /// No such village or community in `township`.
    SheetUnknownVillage = "sheet_unknown_village",
    /// A village is given without its township.
    SheetTownshipFirst = "sheet_township_first",
    /// A registered organization has no credit code.
    SheetCodeMissing = "sheet_code_missing",
    /// A recorded organization has no record number.
    SheetRecordNumberMissing = "sheet_record_number_missing",
    /// An organization that is not registered has a credit code.
    SheetCodeNotExpected = "sheet_code_not_expected",
    /// Not a phone number.
    SheetPhone = "sheet_phone",
    /// Not a whole number from 0 to `max`.
    SheetCount = "sheet_count",
    /// Not a number above 0 up to `max` with at most two decimals.
    SheetNumber = "sheet_number",
    /// Not a floor.
    SheetFloor = "sheet_floor",
    /// No base has this number.
    SheetUnknownBase = "sheet_unknown_base",
    /// The base of this number is called `expected`.
    SheetBaseName = "sheet_base_name",
    /// A make-up day that is a working day anyway.
    SheetWorkOnWeekday = "sheet_work_on_weekday",
    // --- residencies
    /// A template has no place of this name: `place`.
    UnknownPlace = "unknown_place",
    /// Who is resident without a place gets none.
    NoSpaceNeeded = "no_space_needed",
    /// The organization is, or is about to be, resident in this base already.
    ResidentAlready = "resident_already",
    /// The agreed time is over.
    TermOver = "term_over",
    /// The agreed time is over: it cannot be made longer.
    AgreementOver = "agreement_over",
    /// It has been renewed as often as may be: `max` times.
    RenewalsUsed = "renewals_used",
    /// It is as long as may be: `max` months.
    LongestReached = "longest_reached",
    /// It should have been asked for by `due`.
    AskedTooLate = "asked_too_late",
    /// A place that the supplement names has been called off since.
    KeptPlaceGone = "kept_place_gone",
    /// There is no place that could go on.
    NoPlaceToExtend = "no_place_to_extend",
    /// It has not graduated and left: nobody keeps in touch with it.
    NotGraduated = "not_graduated",
    /// Handing back has begun.
    HandbackBegun = "handback_begun",
    /// It has been confirmed already.
    AlreadyConfirmed = "already_confirmed",
    /// Points of the checklist are open: `items`.
    ChecklistOpen = "checklist_open",
    /// The places that were kept have been called off since.
    PlacesCalledOff = "places_called_off",
    /// A place of the agreement has been handed over already: `place`.
    PlaceHandedOver = "place_handed_over",
    /// There is nothing that a record could be of.
    NothingToHandOver = "nothing_to_hand_over",
    /// Not both sides have confirmed: `parties`.
    NotConfirmed = "not_confirmed",
    /// It was found put right already.
    ItemPassed = "item_passed",
    /// Something is not put right yet: `left` of them.
    ItemsOpen = "items_open",
    /// It was decided by the city, and is not taken back.
    CityDecided = "city_decided",
    /// The notice was given while something else was open, and the way back does not lead there.
    LeftFromElsewhere = "left_from_elsewhere",
    /// Some criteria are not examined: `criteria`.
    CriteriaOpen = "criteria_open",
    /// Some criteria are not met: `criteria`.
    CriteriaUnmet = "criteria_unmet",
    /// A hearing was asked for already.
    HearingAsked = "hearing_asked",
    /// Nobody asked for a hearing.
    HearingNotAsked = "hearing_not_asked",
    /// The hearing was held already.
    HearingHeld = "hearing_held",
    /// Who is to be removed was not heard yet, or may still ask for it until `due`.
    HearingOpen = "hearing_open",
    /// The level of an indicator does not follow from the one before.
    LevelSkipped = "level_skipped",
    /// Points stand at an indicator that has others below it.
    PointsAbove = "points_above",
    /// A score below full marks needs its reason.
    ReasonForDeduction = "reason_for_deduction",
    /// The base has not scored everything.
    BaseScoreOpen = "base_score_open",
    /// The expert has not handed in.
    ExpertScoreOpen = "expert_score_open",
    /// It was appealed already.
    AppealedAlready = "appealed_already",
    /// The grades are not in their order.
    GradesOrder = "grades_order",
    /// The last day may still move, as the arrangement of some days is not published.
    CalendarOpen = "calendar_open",
    /// The expert is bound to some of those who are assessed: `names`.
    ExpertBound = "expert_bound",
    /// The expert has handed in already.
    DeliveredAlready = "delivered_already",
    /// It stands in the list twice.
    TwiceInList = "twice_in_list",
    /// Who is to be removed asked to be heard, and was not yet.
    HearingAwaited = "hearing_awaited",
    /// Nobody was resident in that time.
    NobodyResident = "nobody_resident",
    /// Not resident in the base at that time, or not any more.
    NotResident = "not_resident",
    // --- certificates
    /// Another certificate of the same subject is valid.
    CertificateValid = "certificate_valid",
    // --- progress
    /// Neither a month nor a quarter.
    BadPeriod = "bad_period",
    /// The period has not begun.
    PeriodAhead = "period_ahead",
    /// The base has its residents report over `cycle`.
    OtherCycle = "other_cycle",
    /// More than two decimals.
    NumberTooFine = "number_too_fine",
    /// One was accepted already, and is not dropped.
    AcceptedBefore = "accepted_before",
    /// Nothing was accepted that could stay.
    NotAcceptedBefore = "not_accepted_before",
    /// Everybody who was resident was asked already.
    AllAsked = "all_asked",
    /// It was put right as often as that can be.
    CorrectedOften = "corrected_often",
    /// What it names has changed since: it is to be written anew.
    WriteAnew = "write_anew",
    // --- filings
    /// The organization is registered already, or recorded already.
    RegisteredAlready = "registered_already",
    /// The organization was registered or recorded while the case was open.
    RegisteredMeanwhile = "registered_meanwhile",
    /// The organization was dissolved while the case was open.
    DissolvedMeanwhile = "dissolved_meanwhile",
    /// The organization is not of this base any more.
    OfAnotherBase = "of_another_base",
    /// The number is that of `who`.
    NumberHeld = "number_held",
    /// The base has decided on the paper.
    CheckedAlready = "checked_already",
    /// Papers are missing: `papers`.
    PapersMissing = "papers_missing",
    /// The base has not found all papers in order.
    PapersUnchecked = "papers_unchecked",
    /// The name was not looked at, or may not be used.
    NameUnchecked = "name_unchecked",
    /// Something is still to be done after the certificate.
    CareOpen = "care_open",
    /// The organization has such a case that is not over.
    FilingOpen = "filing_open",
    // --- imports
    /// Something depends on what the import made: `allocations`, `persons`, … say how many.
    ImportInUse = "import_in_use",
    /// The same file was imported as `import` and is not undone.
    ImportRepeated = "import_repeated",
    /// Every row of the file is known already.
    ImportNothingNew = "import_nothing_new",
    /// An organization or space with this number is there already.
    SheetKnown = "sheet_known",
    /// The place is not one that the base looks after.
    SheetOutsideBase = "sheet_outside_base",
    /// The base is not the caller's.
    SheetOtherBase = "sheet_other_base",
    /// No base looks after the place.
    SheetNoBase = "sheet_no_base",
    /// The calendar says otherwise about the day: `expected`.
    SheetDayKnown = "sheet_day_known",
    /// Repaired: the calendar holds the day already, exactly so.
    SheetDaySame = "sheet_day_same",
    /// Repaired: the calendar said otherwise about the day and is put right.
    SheetDayReplaced = "sheet_day_replaced",
    /// Repaired: a day of the year that is not in the file goes from the calendar.
    SheetDayRemoved = "sheet_day_removed",
}
