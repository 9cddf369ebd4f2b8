// Written by `npm run gen` from openapi.json.
export interface paths {
    "/api/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one's own name, phone, e-mail or language */
        patch: operations["account_edit"];
        trace?: never;
    };
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one's own password
         * @description Every other browser is signed out.
         */
        put: operations["account_change_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts */
        get: operations["accounts_list"];
        put?: never;
        /**
         * Create an account
         * @description The answer carries a password that its owner changes at the first sign-in; it is shown once.
         */
        post: operations["accounts_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account */
        get: operations["accounts_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an account */
        patch: operations["accounts_edit"];
        trace?: never;
    };
    "/api/v1/accounts/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock an account
         * @description Its browsers are signed out at once.
         */
        post: operations["accounts_lock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset a password
         * @description The new one is shown once, and must be changed at the next sign-in.
         */
        post: operations["accounts_reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a role */
        post: operations["accounts_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a role */
        delete: operations["accounts_end_grant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlock an account */
        post: operations["accounts_unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bases */
        get: operations["bases_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A base */
        get: operations["bases_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a base's particulars */
        patch: operations["bases_edit"];
        trace?: never;
    };
    "/api/v1/bases/{id}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The figures of a base
         * @description How its spaces stand, who is resident since when, the movements of a year and what needs
         *     somebody today.
         */
        get: operations["overview_base"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count a deadline
         * @description The first day is not counted. Past the days whose arrangement is known, Monday to Friday are
         *     assumed and the answer says `provisional`.
         */
        get: operations["deadlines_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/divisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Divisions below one */
        get: operations["divisions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/divisions/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A division */
        get: operations["divisions_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The figures of the city
         * @description All bases side by side, with the sums that must agree with the lists.
         */
        get: operations["overview_city"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I?
         * @description The signed-in account, its roles, the bases and organizations within their reach, and the
         *     cross-site token.
         */
        get: operations["session_show"];
        put?: never;
        /**
         * Sign in
         * @description From the fifth failure in a row on, the next attempt is heard only after a growing delay.
         */
        post: operations["session_create"];
        /** Sign out of this browser */
        delete: operations["session_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Signed-in browsers */
        get: operations["sessions_list"];
        put?: never;
        post?: never;
        /** Sign out everywhere */
        delete: operations["sessions_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the first administrator still to be made? */
        get: operations["setup_show"];
        put?: never;
        /** Make the first administrator */
        post: operations["setup_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own tokens */
        get: operations["tokens_list"];
        put?: never;
        /** Make a token */
        post: operations["tokens_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a token */
        delete: operations["tokens_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workdays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A year of the work calendar */
        get: operations["workdays_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccountPatch
         * @description What to change of an account; what is left out stays.
         */
        AccountPatch: {
            /** @description E-mail; empty clears. */
            email?: string;
            /** @description `zh-CN` or `en`. */
            locale?: string;
            /** @description Name. */
            name?: string;
            /** @description Phone; empty clears. */
            phone?: string;
        };
        /**
         * AccountView
         * @description An account.
         */
        AccountView: {
            /** @description What the caller may do with it: null = yes, else why not. */
            can: {
                [key: string]: string;
            };
            /** @description E-mail. */
            email?: string;
            /**
             * Format: acc-id
             * @description Identifier.
             */
            id: string;
            /**
             * Format: date-time
             * @description Last sign-in.
             */
            last_signed_in_at?: string;
            /** @description Language. */
            locale: string;
            /** @description Login. */
            login: string;
            /** @description Name. */
            name: string;
            /** @description Phone. */
            phone?: string;
            /** @description Roles, past and future ones too. */
            roles: components["schemas"]["RoleView"][];
            /** @description `active` or `locked`. */
            state: string;
            /**
             * Format: int64
             * @description Version.
             */
            version: number;
        };
        /**
         * Attention
         * @description Something that needs somebody.
         */
        Attention: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /**
             * Format: date
             * @description The first day of them.
             */
            first?: string;
            /** @description The first few. */
            items: components["schemas"]["AttentionItem"][];
            /** @description `expiring`, `to_hand_over`, `organization_without_liaison`, `import_open`. */
            kind: string;
        };
        /**
         * AttentionItem
         * @description One thing that needs somebody.
         */
        AttentionItem: {
            /**
             * Format: date
             * @description Its day.
             */
            day?: string;
            /** @description Identifier of the thing. */
            id: string;
            /** @description What people call it. */
            label: string;
        };
        /**
         * BaseBrief
         * @description A base, in short.
         */
        BaseBrief: {
            /** @description Code, such as `B03`. */
            code: string;
            /** @description Identifier. */
            id: string;
            /** @description Name. */
            name: string;
            /** @description Short name. */
            short_name: string;
        };
        /**
         * BaseDetails
         * @description Particulars of a base that nothing is searched by.
         */
        BaseDetails: {
            /** @description Address. */
            address?: string;
            /** @description Where the money comes from: budget, welfare lottery fund, other. */
            budget_source?: string;
            /** @description Director. */
            director?: string;
            /**
             * Format: date
             * @description Last fire-safety check.
             */
            fire_check_on?: string;
            /**
             * Format: uint32
             * @description Full-time staff.
             */
            full_time_staff?: number;
            /**
             * Format: double
             * @description Gross area, m².
             */
            gross_area_m2?: number;
            /** @description Hotline. */
            hotline?: string;
            /**
             * Format: date
             * @description Day of the last evaluation.
             */
            last_evaluated_on?: string;
            /**
             * Format: double
             * @description Score of the last evaluation.
             */
            last_evaluation_score?: number;
            /**
             * Format: date
             * @description End of the lease.
             */
            lease_until?: string;
            /** @description Takes physical residents (实体孵化). */
            mode_physical?: boolean;
            /** @description Takes virtual residents (虚拟孵化). */
            mode_virtual?: boolean;
            /**
             * Format: double
             * @description Office area, m².
             */
            office_area_m2?: number;
            /** @description Opening hours, as people read them. */
            opening_hours?: string;
            /** @description Operator (运营机构). */
            operator?: string;
            /**
             * Format: date
             * @description The operator's contract begins.
             */
            operator_contract_from?: string;
            /**
             * Format: date
             * @description The operator's contract ends.
             */
            operator_contract_to?: string;
            /** @description Recognition (认定) by the upper bureau: level. */
            recognition_level?: string;
            /** @description Subsidy that came with it, yuan. */
            recognition_subsidy?: string;
            /**
             * Format: date
             * @description Recognized on.
             */
            recognized_on?: string;
            /**
             * Format: double
             * @description Shared area, m².
             */
            shared_area_m2?: number;
            /**
             * Format: uint32
             * @description Qualified social workers.
             */
            social_workers?: number;
            /** @description Sponsor (主管单位). */
            sponsor?: string;
            /** @description Owned or leased. */
            tenure?: string;
            /**
             * Format: uint32
             * @description Seats for virtual residents.
             */
            virtual_seats?: number;
            /** @description Function zones (功能区). */
            zones: string[];
        };
        /**
         * BaseOverview
         * @description The figures of a base.
         */
        BaseOverview: {
            /** @description What needs somebody. */
            attention: components["schemas"]["Attention"][];
            /** @description The base. */
            base: components["schemas"]["OverviewBaseBrief"] & unknown;
            /** @description The meadow. */
            blades: components["schemas"]["BladeView"][];
            /** @description Movements, oldest month first. */
            months: components["schemas"]["MonthView"][];
            /**
             * Format: int64
             * @description Organizations whose home the base is.
             */
            organizations: number;
            /**
             * Format: int64
             * @description Organizations that have a place.
             */
            residents: number;
            /** @description How the spaces stand. */
            spaces: components["schemas"]["SpaceCounts"] & unknown;
            /**
             * Format: date
             * @description Today in the institution's zone.
             */
            today: string;
        };
        /**
         * BasePatch
         * @description What to change of a base; what is left out stays, details are replaced as a whole.
         */
        BasePatch: {
            /** @description All further particulars. */
            details?: components["schemas"]["BaseDetails"] & unknown;
            /** @description Name. */
            name?: string;
            /** @description Short name. */
            short_name?: string;
        };
        /**
         * BaseView
         * @description A base.
         */
        BaseView: {
            /** @description The record is an assumption of the demo data, not a fact. */
            assumed: boolean;
            /** @description What the caller may do with it: null = yes, else why not. */
            can: {
                [key: string]: string;
            };
            /** @description Code, such as `B03`. */
            code: string;
            /** @description All further particulars. */
            details: components["schemas"]["BaseDetails"] & unknown;
            /** @description Code of its division. */
            division: string;
            /** @description Name of its division. */
            division_name: string;
            /**
             * Format: bas-id
             * @description Identifier.
             */
            id: string;
            /** @description `city` or `banner`. */
            level: string;
            /** @description Name. */
            name: string;
            /** @description Short name. */
            short_name: string;
            /**
             * Format: int64
             * @description Version.
             */
            version: number;
        };
        /**
         * BladeView
         * @description A resident organization as a blade of the meadow.
         */
        BladeView: {
            /**
             * Format: uint32
             * @description Whole months of its stay.
             */
            months: number;
            /** @description Name; absent in the figures of the city. */
            name?: string;
            /**
             * Format: org-id
             * @description Identifier; absent in the figures of the city.
             */
            organization?: string;
            /**
             * Format: uint8
             * @description 0 just begun, 1 growing, 2 mature.
             */
            stage: number;
        };
        /**
         * BrowserView
         * @description A signed-in browser.
         */
        BrowserView: {
            /** @description What the browser calls itself. */
            agent: string;
            /**
             * Format: date-time
             * @description Began.
             */
            created_at: string;
            /** @description The one that asks. */
            current: boolean;
            /**
             * Format: ses-id
             * @description Identifier.
             */
            id: string;
            /**
             * Format: date-time
             * @description Last used.
             */
            last_seen_at: string;
        };
        /**
         * CityBase
         * @description A base in the figures of the city.
         */
        CityBase: {
            /**
             * Format: int64
             * @description Spaces given for terms.
             */
            assignable: number;
            /** @description The record is an assumption of the demo data, not a fact. */
            assumed: boolean;
            /** @description Its part of the meadow. */
            blades: components["schemas"]["BladeView"][];
            /** @description Code. */
            code: string;
            /**
             * Format: int64
             * @description Occupied ones whose term ends soon.
             */
            expiring: number;
            /**
             * Format: bas-id
             * @description Identifier.
             */
            id: string;
            /** @description Name. */
            name: string;
            /**
             * Format: int64
             * @description Handed over.
             */
            occupied: number;
            /**
             * Format: int64
             * @description Organizations whose home the base is.
             */
            organizations: number;
            /**
             * Format: int64
             * @description Organizations that have a place.
             */
            residents: number;
            /** @description Short name. */
            short_name: string;
        };
        /**
         * CityOverview
         * @description The figures of the city.
         */
        CityOverview: {
            /** @description What needs somebody, over all bases. */
            attention: components["schemas"]["Attention"][];
            /** @description Bases in order of their codes. */
            bases: components["schemas"]["CityBase"][];
            /** @description Movements, oldest month first. */
            months: components["schemas"]["MonthView"][];
            /**
             * Format: date
             * @description Today in the institution's zone.
             */
            today: string;
            /** @description Sums. */
            totals: components["schemas"]["Totals"] & unknown;
        };
        /**
         * @description Which days a period counts.
         * @enum {string}
         */
        DayKind: "working" | "natural";
        /**
         * @description What a row of the calendar says about a day.
         * @enum {string}
         */
        DayMark: "off" | "work";
        /**
         * DeadlineView
         * @description A deadline, and how it was counted.
         */
        DeadlineView: {
            /**
             * Format: date
             * @description The day with whose end it ends.
             */
            due: string;
            /** @description Weekend days that counted. */
            made_up: string[];
            /**
             * Format: date
             * @description Before it was moved off a rest day.
             */
            nominal: string;
            /** @description Counted partly over days whose arrangement is not published yet. */
            provisional: boolean;
            /** @description Days that did not count. */
            skipped: components["schemas"]["SkippedView"][];
        };
        /**
         * DivisionName
         * @description A division's code and name.
         */
        DivisionName: {
            /** @description Code. */
            code: string;
            /** @description Name. */
            name: string;
        };
        /**
         * DivisionView
         * @description A division.
         */
        DivisionView: {
            /** @description Code: 6, 9 or 12 digits. */
            code: string;
            /** @description `city`, `county`, `township`, `village`. */
            level: string;
            /** @description Name. */
            name: string;
            /** @description Code of the division above. */
            parent: string;
            /** @description The divisions above it, uppermost first; only when one is shown. */
            path: components["schemas"]["DivisionName"][];
            /** @description Kind, such as 旗 or 苏木. */
            type: string;
        };
        /**
         * FieldProblem
         * @description A bad field of a request.
         */
        FieldProblem: {
            /** @description Stable word. */
            code: string;
            /** @description What is wrong and what would be right, in the caller's language. */
            detail: string;
            /** @description Path in the request, such as `people[2].phone`. */
            path: string;
        };
        /**
         * Me
         * @description The signed-in account.
         */
        Me: {
            /** @description E-mail. */
            email?: string;
            /**
             * Format: acc-id
             * @description Identifier.
             */
            id: string;
            /** @description Language. */
            locale: string;
            /** @description Login. */
            login: string;
            /** @description Name. */
            name: string;
            /** @description Phone. */
            phone?: string;
        };
        /**
         * MonthView
         * @description A month's movements.
         */
        MonthView: {
            /** @description The month, `YYYY-MM`. */
            month: string;
            /**
             * Format: int64
             * @description Organizations that moved in.
             */
            moved_in: number;
            /**
             * Format: int64
             * @description Organizations that moved out.
             */
            moved_out: number;
            /**
             * Format: int64
             * @description Residents at its end.
             */
            residents: number;
        };
        /**
         * Named
         * @description Something with a name.
         */
        Named: {
            /** @description Identifier. */
            id: string;
            /** @description Name. */
            name: string;
        };
        /**
         * NewAccountBody
         * @description A new account.
         */
        NewAccountBody: {
            /** @description E-mail. */
            email?: string;
            /** @description `zh-CN` (default) or `en`. */
            locale?: string;
            /** @description Letters, digits, dots, dashes, underscores; at most 40. */
            login: string;
            /** @description The person's name. */
            name: string;
            /** @description Phone. */
            phone?: string;
        };
        /**
         * NewAccountView
         * @description A new account, with the password that its owner changes at the first sign-in.
         */
        NewAccountView: {
            /** @description The account. */
            account: components["schemas"]["AccountView"] & unknown;
            /** @description Shown this once. */
            password: string;
        };
        /**
         * OverviewBaseBrief
         * @description A base, in short.
         */
        OverviewBaseBrief: {
            /** @description Code. */
            code: string;
            /**
             * Format: bas-id
             * @description Identifier.
             */
            id: string;
            /** @description Name. */
            name: string;
            /** @description Short name. */
            short_name: string;
        };
        /**
         * Page_AccountView
         * @description A page of a list.
         */
        Page_AccountView: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["AccountView"][];
            /** @description Send as `cursor` to get what follows; none at the end. */
            next?: string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting them one by one.
             */
            total?: number;
        };
        /**
         * Page_BaseView
         * @description A page of a list.
         */
        Page_BaseView: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["BaseView"][];
            /** @description Send as `cursor` to get what follows; none at the end. */
            next?: string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting them one by one.
             */
            total?: number;
        };
        /**
         * Page_BrowserView
         * @description A page of a list.
         */
        Page_BrowserView: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["BrowserView"][];
            /** @description Send as `cursor` to get what follows; none at the end. */
            next?: string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting them one by one.
             */
            total?: number;
        };
        /**
         * Page_DivisionView
         * @description A page of a list.
         */
        Page_DivisionView: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["DivisionView"][];
            /** @description Send as `cursor` to get what follows; none at the end. */
            next?: string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting them one by one.
             */
            total?: number;
        };
        /**
         * Page_TokenView
         * @description A page of a list.
         */
        Page_TokenView: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["TokenView"][];
            /** @description Send as `cursor` to get what follows; none at the end. */
            next?: string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting them one by one.
             */
            total?: number;
        };
        /**
         * PasswordBody
         * @description The old password and the new one.
         */
        PasswordBody: {
            /** @description As it is. */
            current: string;
            /** @description As it shall be: at least 10 characters, not easy to guess. */
            new: string;
        };
        /**
         * PasswordView
         * @description A password made by the service.
         */
        PasswordView: {
            /** @description Shown this once. */
            password: string;
        };
        /**
         * Problem
         * @description What went wrong, for a program and for a person (RFC 9457).
         */
        Problem: {
            /** @description Stable word that never changes its meaning. */
            code: string;
            /** @description The thing as it is now, when the caller's copy was old. */
            current?: unknown;
            /** @description What it is in this case. */
            detail: string;
            /** @description Bad fields, all at once. */
            fields: components["schemas"]["FieldProblem"][];
            /** @description Finds the request in the log and the journal. */
            request_id: string;
            /**
             * Format: uint16
             * @description The status, as in the answer's head.
             */
            status: number;
            /** @description What it is, in a sentence. */
            title: string;
            /** @description Address of the explanation of the code. */
            type: string;
            /** @description Values named in the sentence, such as what blocks and since when. */
            values?: unknown;
        };
        /**
         * RoleBody
         * @description A role to give.
         */
        RoleBody: {
            /**
             * Format: date
             * @description First day; today if left out.
             */
            from?: string;
            /** @description One of the roles of the house. */
            role: string;
            /** @description Base or organization, for roles that are held over one. */
            scope_id?: string;
            /**
             * Format: date
             * @description Last day; open if left out.
             */
            to?: string;
        };
        /**
         * RoleView
         * @description A role that is held.
         */
        RoleView: {
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /**
             * Format: grt-id
             * @description Identifier of the holding.
             */
            id: string;
            /** @description The role. */
            role: string;
            /** @description Base or organization. */
            scope_id?: string;
            /** @description `city`, `base`, `organization` or `self`. */
            scope_kind: string;
            /** @description Its name. */
            scope_name?: string;
            /**
             * Format: date
             * @description Last day; none while open.
             */
            to?: string;
        };
        /**
         * @description Where a period goes that would end on a rest day.
         * @enum {string}
         */
        Roll: "none" | "forward" | "back";
        /**
         * SessionView
         * @description Who is signed in, and what the page needs to know of it.
         */
        SessionView: {
            /** @description Acts that some role of the caller does at all. */
            abilities: {
                [key: string]: boolean;
            };
            /** @description The account. */
            account: components["schemas"]["Me"] & unknown;
            /** @description Bases within reach of the roles, in order of their codes. */
            bases: components["schemas"]["BaseBrief"][];
            /** @description Send as `X-CSRF-Token` with every unsafe request. Empty for tokens. */
            csrf: string;
            /** @description Nothing else is answered before the password is changed. */
            must_change_password: boolean;
            /** @description Organizations that the caller belongs to. */
            organizations: components["schemas"]["Named"][];
            /** @description Roles held today. */
            roles: components["schemas"]["RoleView"][];
            /**
             * Format: date
             * @description Today in the institution's zone.
             */
            today: string;
        };
        /**
         * SetupBody
         * @description The first administrator.
         */
        SetupBody: {
            /** @description Login. */
            login: string;
            /** @description Name. */
            name: string;
            /** @description Password. */
            password: string;
            /** @description The word that the service printed when it started. */
            token: string;
        };
        /**
         * SetupView
         * @description Whether the first administrator is still to be made.
         */
        SetupView: {
            /** @description True on an empty database. */
            needed: boolean;
        };
        /**
         * SignIn
         * @description Name and password.
         */
        SignIn: {
            /** @description As given by the administrator; case does not matter. */
            login: string;
            /** @description The password. */
            password: string;
        };
        /**
         * SkippedView
         * @description A day that did not count.
         */
        SkippedView: {
            /**
             * Format: date
             * @description The day.
             */
            date: string;
            /** @description Name of the day off. */
            name?: string;
            /** @description Why not. */
            why: components["schemas"]["SkipReason"] & unknown;
        };
        /**
         * @description Why a deadline did not count a day.
         * @enum {string}
         */
        SkipReason: "weekend" | "holiday" | "local_holiday" | "paused";
        /**
         * SpaceCounts
         * @description How the spaces stand today.
         */
        SpaceCounts: {
            /**
             * Format: int64
             * @description Given for terms at all.
             */
            assignable: number;
            /**
             * Format: int64
             * @description Closed.
             */
            closed: number;
            /**
             * Format: int64
             * @description Occupied ones whose term ends soon.
             */
            expiring: number;
            /**
             * Format: int64
             * @description Neither taken nor closed.
             */
            free: number;
            /**
             * Format: int64
             * @description Handed over.
             */
            occupied: number;
            /**
             * Format: int64
             * @description Decided, not yet handed over.
             */
            reserved: number;
        };
        /**
         * TokenBody
         * @description A token to make.
         */
        TokenBody: {
            /**
             * Format: date
             * @description Last day, at most a year ahead.
             */
            expires_on: string;
            /** @description What it is for. */
            name: string;
            /** @description `read`, and `write` if it shall change things. */
            scopes: string[];
        };
        /**
         * TokenView
         * @description A personal token.
         */
        TokenView: {
            /**
             * Format: date
             * @description Last day.
             */
            expires_on: string;
            /**
             * Format: tok-id
             * @description Identifier.
             */
            id: string;
            /**
             * Format: date-time
             * @description Last used, to five minutes.
             */
            last_used_at?: string;
            /** @description What its owner calls it. */
            name: string;
            /** @description `read`, and `write` if it may change things. */
            scopes: string[];
            /** @description The text, shown once when it is made. */
            token?: string;
        };
        /**
         * Totals
         * @description Sums over the city.
         */
        Totals: {
            /**
             * Format: int64
             * @description Spaces given for terms.
             */
            assignable: number;
            /**
             * Format: int64
             * @description Bases.
             */
            bases: number;
            /**
             * Format: int64
             * @description Handed over.
             */
            occupied: number;
            /**
             * Format: int64
             * @description Live organizations.
             */
            organizations: number;
            /**
             * Format: int64
             * @description Recorded ones (备案).
             */
            recorded: number;
            /**
             * Format: int64
             * @description Registered ones.
             */
            registered: number;
            /**
             * Format: int64
             * @description Organizations that have a place somewhere; one with two places counts once.
             */
            residents: number;
        };
        /**
         * WorkDayView
         * @description A day that differs from Monday to Friday.
         */
        WorkDayView: {
            /**
             * Format: date
             * @description The day.
             */
            date: string;
            /** @description Only in this division. */
            division?: string;
            /** @description `off` or `work` (a weekend day on which people work). */
            kind: components["schemas"]["DayMark"] & unknown;
            /** @description Why. */
            name: string;
        };
        /**
         * WorkYear
         * @description A year of the work calendar.
         */
        WorkYear: {
            /** @description Days that differ from Monday to Friday. */
            days: components["schemas"]["WorkDayView"][];
            /**
             * Format: date
             * @description Last day up to which the arrangement of days off is known; later deadlines are provisional.
             */
            known_until?: string;
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    account_edit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["SessionView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    account_change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordBody"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accounts_list: {
        parameters: {
            query?: {
                /** @description Where to go on. */
                cursor?: string;
                /** @description Items a page, at most 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["Page_AccountView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accounts_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccountBody"];
            };
        };
        responses: {
            /** @description The new thing. */
            201: {
                headers: {
                    /** @description Version of the thing; send it back as `If-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["NewAccountView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accounts_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The thing as it is now. */
            200: {
                headers: {
                    /** @description Version of the thing; send it back as `If-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["AccountView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accounts_edit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that the caller has seen. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountPatch"];
            };
        };
        responses: {
            /** @description The thing as it is now. */
            200: {
                headers: {
                    /** @description Version of the thing; send it back as `If-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["AccountView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accounts_lock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The thing as it is now. */
            200: {
                headers: {
                    /** @description Version of the thing; send it back as `If-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["AccountView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accounts_reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["PasswordView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accounts_grant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleBody"];
            };
        };
        responses: {
            /** @description The thing as it is now. */
            200: {
                headers: {
                    /** @description Version of the thing; send it back as `If-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["AccountView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accounts_end_grant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                role: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The thing as it is now. */
            200: {
                headers: {
                    /** @description Version of the thing; send it back as `If-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["AccountView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accounts_unlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The thing as it is now. */
            200: {
                headers: {
                    /** @description Version of the thing; send it back as `If-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["AccountView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bases_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["Page_BaseView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bases_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The thing as it is now. */
            200: {
                headers: {
                    /** @description Version of the thing; send it back as `If-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["BaseView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bases_edit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that the caller has seen. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BasePatch"];
            };
        };
        responses: {
            /** @description The thing as it is now. */
            200: {
                headers: {
                    /** @description Version of the thing; send it back as `If-Match`. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["BaseView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overview_base: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["BaseOverview"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deadlines_show: {
        parameters: {
            query: {
                /** @description How many days. */
                days: number;
                /** @description Division whose own days off count. */
                division?: string;
                /** @description The day from which is counted; it does not count itself. */
                from: string;
                /** @description `working` (default) or `natural`. */
                kind?: components["schemas"]["DayKind"];
                /** @description What happens when it falls on a rest day: `none`, `forward` (default) or `back`. */
                roll?: components["schemas"]["Roll"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["DeadlineView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    divisions_list: {
        parameters: {
            query?: {
                /** @description Code of the division above; Hulunbuir (150700) if left out. */
                parent?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["Page_DivisionView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    divisions_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["DivisionView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overview_city: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["CityOverview"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["SessionView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in; the cookie is set. */
            200: {
                headers: {
                    "SET-COOKIE": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["SessionView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    "SET-COOKIE": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["Page_BrowserView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    "SET-COOKIE": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setup_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["SetupView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setup_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupBody"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tokens_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["Page_TokenView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tokens_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["TokenView"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tokens_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workdays_list: {
        parameters: {
            query?: {
                /** @description The year; this one if left out. */
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["WorkYear"];
                };
            };
            /** @description The request cannot be read: `fields` names what and where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may see this, but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not there, or not the caller's to know of; both answer alike. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it; `values` says what blocks. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller's copy is old; `current` is the thing as it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule refuses the content; `fields` lists every fault. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Busy, or the storage does not answer; nothing was changed. See `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
