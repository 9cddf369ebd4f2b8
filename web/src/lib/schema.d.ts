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
    "/api/v1/accounts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts as a spreadsheet, a row for each role that is held */
        get: operations["accounts_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Allocations
         * @description Those that end last come first, so that what runs is before what is over; with
         *     `ending_before`, live ones only, the soonest end first.
         */
        get: operations["allocations_list"];
        put?: never;
        /**
         * Give a space to an organization for a term
         * @description A taken space is answered with 409 `taken`: which days, from when it is free, what else
         *     would do, and, for those who may see it, who has it.
         */
        post: operations["allocations_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An allocation */
        get: operations["allocations_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call an allocation off that was not handed over yet */
        post: operations["allocations_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocations/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the last day of a term out */
        post: operations["allocations_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocations/{id}/give-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a space back */
        post: operations["allocations_give_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocations/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a space over to its organization */
        post: operations["allocations_hand_over"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocations/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Allocations as a workbook */
        get: operations["allocations_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocations/swap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let two organizations change places */
        post: operations["allocations_swap"];
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
    "/api/v1/bases/{id}/buildings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a building */
        post: operations["spaces_create_building"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bases/{id}/occupancy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Occupancy of a base day by day */
        get: operations["spaces_occupancy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/v1/bases/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plan of a base on a day
         * @description Buildings, floors with their drawing, rooms and desks with how they stand on the day, and
         *     the counts. Where nobody has drawn a floor, the service lays it out, always alike.
         */
        get: operations["spaces_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bases/{id}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Terms and closures of a base over time */
        get: operations["spaces_terms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bases/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bases as a spreadsheet */
        get: operations["bases_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{id}/floors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a floor */
        post: operations["spaces_create_floor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closures/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a space again */
        post: operations["spaces_open"];
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
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Attachments of a thing, newest first */
        get: operations["files_list"];
        put?: never;
        /**
         * Add an attachment to a thing
         * @description At most 50 MB. What it is, is found from its first bytes; programs are refused.
         */
        post: operations["files_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an attachment
         * @description It vanishes from the lists; the history keeps its name and digest.
         */
        delete: operations["files_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of an attachment */
        get: operations["files_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/floors/{id}/layout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Draw a floor
         * @description Replaces the whole drawing of the floor.
         */
        put: operations["spaces_draw"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/floors/{id}/spaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a room or a desk */
        post: operations["spaces_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A hand-over record, to be printed and signed */
        get: operations["handovers_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history/{thing}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History of a thing
         * @description Newest first. Only for who may see the thing itself; phone numbers and the like are masked for who
         *     may not see particulars of persons.
         */
        get: operations["history_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history/{thing}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of a thing as a spreadsheet, newest first */
        get: operations["history_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Spreadsheets that were brought in, newest first */
        get: operations["imports_list"];
        put?: never;
        /**
         * Bring a spreadsheet in
         * @description It is checked in the background: ask for it until its state is no longer `checking`. Nothing
         *     is written before it is committed.
         */
        post: operations["imports_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An import */
        get: operations["imports_show"];
        put?: never;
        post?: never;
        /** Put a spreadsheet aside that was not written */
        delete: operations["imports_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write all rows, or none */
        post: operations["imports_commit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is wrong in it, errors first */
        get: operations["imports_faults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/faults/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is wrong in it, as a workbook */
        get: operations["imports_faults_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/remap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assign the columns anew and check again */
        post: operations["imports_remap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the rows without a fault would make */
        get: operations["imports_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back all that it made */
        post: operations["imports_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The imports as a spreadsheet */
        get: operations["imports_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty spreadsheet to fill in */
        get: operations["imports_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Organizations
         * @description `q` answers as one types: fragments of the name, beginnings of the credit code or record number, and
         *     initials of the name's pinyin; several words must all be found.
         */
        get: operations["organizations_list"];
        put?: never;
        /** Take up an organization */
        post: operations["organizations_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An organization */
        get: operations["organizations_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change particulars of an organization */
        patch: operations["organizations_edit"];
        trace?: never;
    };
    "/api/v1/organizations/{id}/contacts": {
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
        /**
         * Change contacts of an organization
         * @description Its own people may do this too.
         */
        patch: operations["organizations_edit_contacts"];
        trace?: never;
    };
    "/api/v1/organizations/{id}/dissolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that an organization is dissolved
         * @description One that still has a place cannot be; the refusal names the places.
         */
        post: operations["organizations_dissolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of an organization */
        get: operations["persons_list"];
        put?: never;
        /** Add a person to an organization */
        post: operations["persons_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/persons/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of an organization as a spreadsheet, a row for each office */
        get: operations["persons_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a dissolution back */
        post: operations["organizations_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as a spreadsheet */
        get: operations["organizations_export"];
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
    "/api/v1/persons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Note that a person has left
         * @description Offices still held end today; the person stays in the history.
         */
        delete: operations["persons_delete"];
        options?: never;
        head?: never;
        /** Change a person */
        patch: operations["persons_edit"];
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
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rules that can be set
         * @description As they hold today for a base, or for the city.
         */
        get: operations["settings_list"];
        put?: never;
        /** Set a rule from a day on */
        post: operations["settings_set"];
        delete?: never;
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
    "/api/v1/spaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rooms and desks */
        get: operations["spaces_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spaces/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A room or a desk as it stands today */
        get: operations["spaces_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a room or a desk */
        patch: operations["spaces_edit"];
        trace?: never;
    };
    "/api/v1/spaces/{id}/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a space for some days */
        post: operations["spaces_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spaces/{id}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who sat where: the terms of a space, those that end last first */
        get: operations["spaces_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spaces/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rooms and desks of a base as a workbook */
        get: operations["spaces_export"];
        put?: never;
        post?: never;
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
    "/api/v1/workdays/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The work calendar as a spreadsheet that can be brought in again */
        get: operations["workdays_export"];
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
         * @description Where an allocation stands.
         * @enum {string}
         */
        AllocationState: "reserved" | "occupied" | "ended" | "cancelled";
        /**
         * AllocationView
         * @description A desk or an office given to an organization for a term.
         */
        AllocationView: {
            /** @description In which base. */
            base: components["schemas"]["TermBase"] & unknown;
            /** @description What the caller may do with it: null = yes, else why not. */
            can: {
                [key: string]: string;
            };
            /**
             * Format: int64
             * @description Days until the last one, negative when it is over; for live terms with an end.
             */
            days_left?: number;
            /**
             * Format: alo-id
             * @description The allocation from which the organization came by a swap.
             */
            follows?: string;
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /** @description Hand-over records, oldest first. */
            handovers: components["schemas"]["HandoverItemBrief"][];
            /**
             * Format: alo-id
             * @description Identifier.
             */
            id: string;
            /** @description Note of the operator. */
            note?: string;
            /** @description To whom. */
            organization: components["schemas"]["TermHolder"] & unknown;
            /** @description Why it was ended, cancelled, extended or swapped. */
            reason?: string;
            /** @description Which space. */
            space: components["schemas"]["TermSpace"] & unknown;
            /** @description Where it stands. */
            state: components["schemas"]["AllocationState"] & unknown;
            /**
             * Format: date
             * @description Last day; none when open-ended.
             */
            to?: string;
            /**
             * Format: int64
             * @description Version.
             */
            version: number;
        };
        /**
         * @description Result of an annual check (年检结论).
         * @enum {string}
         */
        AnnualCheck: "passed" | "basic" | "failed" | "absent";
        /**
         * AnnualResult
         * @description The result of a year's check.
         */
        AnnualResult: {
            /** @description `passed`, `basic`, `failed`, `absent`. */
            result: string;
            /**
             * Format: uint32
             * @description The year.
             */
            year: number;
        };
        /**
         * AssignBody
         * @description A space to be given.
         */
        AssignBody: {
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /** @description Note of the operator. */
            note?: string;
            /**
             * Format: org-id
             * @description To whom.
             */
            organization: string;
            /**
             * Format: spc-id
             * @description Which space.
             */
            space: string;
            /**
             * Format: date
             * @description Last day; open-ended when left out.
             */
            to?: string;
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
         * BaseName
         * @description A base, in short.
         */
        BaseName: {
            /** @description Code, such as `B03`. */
            code: string;
            /**
             * Format: bas-id
             * @description Identifier.
             */
            id: string;
            /** @description Short name. */
            short_name: string;
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
         * BuildingBody
         * @description A building to be made.
         */
        BuildingBody: {
            /** @description Name, such as `主楼`. */
            name: string;
        };
        /**
         * BuildingView
         * @description A building.
         */
        BuildingView: {
            /**
             * Format: bld-id
             * @description Identifier.
             */
            id: string;
            /** @description Name. */
            name: string;
        };
        /**
         * CancelBody
         * @description Called off.
         */
        CancelBody: {
            /** @description Why. */
            reason?: string;
        };
        /**
         * Certificate
         * @description The certificate.
         */
        Certificate: {
            /** @description Bank account filed with the authority. */
            account_filed?: boolean;
            /**
             * Format: date
             * @description Issued on.
             */
            issued_on?: string;
            /** @description Number. */
            number?: string;
            /** @description Seal specimen filed with the authority. */
            seal_filed?: boolean;
            /**
             * Format: date
             * @description Valid up to and with.
             */
            valid_to?: string;
        };
        /**
         * Charity
         * @description Charity status.
         */
        Charity: {
            /** @description May raise funds in public (公开募捐资格). */
            public_fundraising?: boolean;
            /** @description Recognized as a charity (慈善组织). */
            recognized?: boolean;
            /**
             * Format: date
             * @description Recognized on.
             */
            recognized_on?: string;
            /** @description Gifts to it are deductible (税前扣除资格). */
            tax_deduction?: boolean;
            /** @description Exempt from tax (免税资格). */
            tax_exempt?: boolean;
            /**
             * Format: date
             * @description Both are valid up to and with.
             */
            tax_valid_to?: string;
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
         * @description What a community organization mainly does (类别).
         * @enum {string}
         */
        Class: "charity" | "daily_life" | "community_affairs" | "culture_sports";
        /**
         * ClosureBody
         * @description Days on which a space is closed.
         */
        ClosureBody: {
            /**
             * Format: date
             * @description First closed day.
             */
            from: string;
            /** @description Why. */
            reason: string;
            /**
             * Format: date
             * @description Last closed day; until further notice when left out.
             */
            to?: string;
        };
        /**
         * ClosureBrief
         * @description A closure, as the plan shows it.
         */
        ClosureBrief: {
            /**
             * Format: date
             * @description First closed day.
             */
            from: string;
            /**
             * Format: cls-id
             * @description Identifier.
             */
            id: string;
            /** @description Why. */
            reason: string;
            /**
             * Format: date
             * @description Last closed day; none until further notice.
             */
            to?: string;
        };
        /**
         * ClosureEnd
         * @description The last closed day.
         */
        ClosureEnd: {
            /**
             * Format: date
             * @description Last closed day; before the first one, the closure is called off.
             */
            last: string;
        };
        /**
         * ClosureView
         * @description A closure.
         */
        ClosureView: {
            /**
             * Format: date
             * @description First closed day.
             */
            from: string;
            /**
             * Format: cls-id
             * @description Identifier.
             */
            id: string;
            /** @description False when it was called off. */
            live: boolean;
            /** @description Why. */
            reason: string;
            /**
             * Format: spc-id
             * @description Which space.
             */
            space: string;
            /**
             * Format: date
             * @description Last closed day; none until further notice.
             */
            to?: string;
            /**
             * Format: int64
             * @description Version.
             */
            version: number;
        };
        /**
         * @description How a piece of equipment is.
         * @enum {string}
         */
        Condition: "good" | "worn" | "damaged" | "missing";
        /**
         * Contact
         * @description How to reach it, and its introduction.
         */
        Contact: {
            /** @description Deputy of the liaison. */
            deputy?: string;
            /** @description The deputy's phone; only for who may see particulars of persons. */
            deputy_phone?: string;
            /** @description E-mail; only for who may see particulars of persons. */
            email?: string;
            /** @description Introduction for everybody. */
            intro?: string;
            /** @description WeChat; only for who may see particulars of persons. */
            wechat?: string;
        };
        /**
         * ContactsBody
         * @description Contacts of an organization, which its own people keep. What is left out stays; null or an empty text clears.
         */
        ContactsBody: {
            /** @description Deputy of the liaison. */
            deputy?: string;
            /** @description The deputy's phone. */
            deputy_phone?: string;
            /** @description E-mail. */
            email?: string;
            /** @description Introduction for everybody. */
            intro?: string;
            /** @description The liaison. */
            liaison_name?: string;
            /** @description The liaison's phone. */
            liaison_phone?: string;
            /** @description WeChat. */
            wechat?: string;
        };
        /**
         * CountsView
         * @description What was found.
         */
        CountsView: {
            /**
             * Format: int64
             * @description Repairs.
             */
            corrected: number;
            /**
             * Format: int64
             * @description Faults that block.
             */
            errors: number;
            /**
             * Format: int64
             * @description Things that would be, or were, made or changed.
             */
            new: number;
        };
        /**
         * Credit
         * @description Credit record.
         */
        Credit: {
            /** @description On the list of abnormal activity (活动异常名录). */
            abnormal_list?: boolean;
            /**
             * Format: date
             * @description Since.
             */
            abnormal_since?: string;
            /** @description Results of annual checks by year. */
            annual_checks: components["schemas"]["AnnualResult"][];
            /** @description On the list of serious breaches (严重违法失信名单). */
            blacklist?: boolean;
            /**
             * Format: date
             * @description The evaluation grade is valid up to and with.
             */
            grade_valid_to?: string;
            /** @description Penalties, as people write them. */
            penalties: string[];
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
         * Details
         * @description All further particulars.
         */
        Details: {
            /** @description The certificate. */
            certificate: components["schemas"]["Certificate"] & unknown;
            /** @description Charity status. */
            charity: components["schemas"]["Charity"] & unknown;
            /** @description How to reach it, and its introduction. */
            contact: components["schemas"]["Contact"] & unknown;
            /** @description Credit record. */
            credit: components["schemas"]["Credit"] & unknown;
            /** @description Money matters. */
            finance: components["schemas"]["Finance"] & unknown;
            /** @description Charter and organs. */
            governance: components["schemas"]["Governance"] & unknown;
            /** @description Party organization. */
            party: components["schemas"]["Party"] & unknown;
            /** @description How it is recorded; for recorded and preparing organizations. */
            recording: components["schemas"]["Recording"] & unknown;
            /** @description What the register says. */
            registration: components["schemas"]["Registration"] & unknown;
            /** @description What it does, for whom and where. */
            service: components["schemas"]["Service"] & unknown;
        };
        /**
         * DetailsBody
         * @description Parts of the particulars; a part that is given replaces the stored one as a whole.
         */
        DetailsBody: {
            /** @description The certificate. */
            certificate?: components["schemas"]["Certificate"] & unknown;
            /** @description Charity status. */
            charity?: components["schemas"]["Charity"] & unknown;
            /** @description How to reach it, and its introduction. */
            contact?: components["schemas"]["Contact"] & unknown;
            /** @description Credit record. */
            credit?: components["schemas"]["Credit"] & unknown;
            /** @description Money matters. */
            finance?: components["schemas"]["Finance"] & unknown;
            /** @description Charter and organs. */
            governance?: components["schemas"]["Governance"] & unknown;
            /** @description Party organization. */
            party?: components["schemas"]["Party"] & unknown;
            /** @description How it is recorded. */
            recording?: components["schemas"]["Recording"] & unknown;
            /** @description What the register says. */
            registration?: components["schemas"]["Registration"] & unknown;
            /** @description What it does, for whom and where. */
            service?: components["schemas"]["Service"] & unknown;
        };
        /**
         * DissolveBody
         * @description When and why an organization was dissolved.
         */
        DissolveBody: {
            /**
             * Format: date
             * @description The day; today at the latest.
             */
            on: string;
            /** @description Why. */
            reason: string;
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
            /** @description The divisions above it, uppermost first; empty in a list. */
            path: components["schemas"]["DivisionName"][];
            /** @description Kind, such as 旗 or 苏木. */
            type: string;
        };
        /**
         * EarlierView
         * @description An earlier import of the same file.
         */
        EarlierView: {
            /**
             * Format: date-time
             * @description When.
             */
            created_at: string;
            /**
             * Format: imp-id
             * @description Identifier.
             */
            id: string;
            /** @description Who brought it in. */
            name: string;
            /** @description Where it stands. */
            state: components["schemas"]["ImportState"] & unknown;
        };
        /**
         * ExtendBody
         * @description A later last day.
         */
        ExtendBody: {
            /** @description Why. */
            reason?: string;
            /**
             * Format: date
             * @description New last day; open-ended when left out.
             */
            to?: string;
        };
        /**
         * FaultView
         * @description A fault of a cell.
         */
        FaultView: {
            /** @description Stable word. */
            code: string;
            /** @description The header of the column. */
            column: string;
            /** @description In a sentence. */
            detail: string;
            /** @description The field. */
            field: string;
            /** @description What stands in the cell. */
            raw: string;
            /**
             * Format: uint32
             * @description The row as the spreadsheet shows it.
             */
            row: number;
            /** @description Other rows that take part, such as the duplicates; the first fifty. */
            rows: number[];
            /** @description `error` blocks the whole batch; `corrected` is shown so that the clerk knows. */
            severity: string;
            /** @description What it was taken for. */
            value?: string;
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
         * FieldView
         * @description A field of a kind of spreadsheet.
         */
        FieldView: {
            /** @description The field. */
            field: string;
            /** @description Its usual header. */
            header: string;
            /** @description Whether a file must have it. */
            required: boolean;
        };
        /**
         * FileView
         * @description An attachment.
         */
        FileView: {
            /** @description Who added it. */
            added_by: string;
            /** @description What the caller may do: null = yes, else why not. */
            can: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description Added.
             */
            created_at: string;
            /**
             * Format: fil-id
             * @description Identifier.
             */
            id: string;
            /** @description What it is, by its first bytes. */
            media_type: string;
            /** @description Name. */
            name: string;
            /** @description Identifier of the thing that it hangs on. */
            owner: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
        };
        /**
         * Finance
         * @description Money matters.
         */
        Finance: {
            /** @description Name of the account (户名). */
            account_name?: string;
            /** @description Number of the account; only for who may see particulars of persons. */
            account_number?: string;
            /** @description Accountant. */
            accountant?: string;
            /** @description Bank (开户行). */
            bank?: string;
            /** @description Expense of the last year, yuan. */
            expense?: string;
            /** @description Income of the last year, yuan. */
            income?: string;
            /** @description Kind of invoice or receipt. */
            invoice_type?: string;
            /** @description Net assets, yuan. */
            net_assets?: string;
        };
        /**
         * FloorBody
         * @description A floor to be made.
         */
        FloorBody: {
            /**
             * Format: int64
             * @description 1 is the ground floor, -1 the first below it.
             */
            level: number;
            /** @description Name, such as `2F`. */
            name: string;
        };
        /**
         * FloorMade
         * @description A floor.
         */
        FloorMade: {
            /**
             * Format: bld-id
             * @description In which building.
             */
            building: string;
            /**
             * Format: flr-id
             * @description Identifier.
             */
            id: string;
            /**
             * Format: int64
             * @description 1 is the ground floor, -1 the first below it.
             */
            level: number;
            /** @description Name. */
            name: string;
        };
        /**
         * FloorView
         * @description A floor as drawn.
         */
        FloorView: {
            /**
             * Format: bld-id
             * @description In which building.
             */
            building: string;
            /**
             * Format: double
             * @description Height in metres.
             */
            height: number;
            /**
             * Format: flr-id
             * @description Identifier.
             */
            id: string;
            /**
             * Format: int64
             * @description 1 is the ground floor, -1 the first below it.
             */
            level: number;
            /** @description Name, such as `2F`. */
            name: string;
            /**
             * Format: double
             * @description Width in metres.
             */
            width: number;
        };
        /**
         * GiveBackBody
         * @description The last day of use.
         */
        GiveBackBody: {
            /** @description The record of what was handed back. */
            handover?: components["schemas"]["HandoverBody"] & unknown;
            /**
             * Format: date
             * @description Last day of use, not in the future.
             */
            last: string;
            /** @description Why. */
            reason?: string;
        };
        /**
         * Governance
         * @description Charter and organs.
         */
        Governance: {
            /**
             * Format: date
             * @description The charter was approved on.
             */
            charter_approved_on?: string;
            /**
             * Format: uint32
             * @description Term of the council, years.
             */
            council_term_years?: number;
            /**
             * Format: date
             * @description Next election.
             */
            next_election_on?: string;
            /** @description Supervisors, as people write them. */
            supervisors?: string;
        };
        /**
         * HandoverBody
         * @description A hand-over record.
         */
        HandoverBody: {
            /** @description Who gave. */
            handed_by: string;
            /** @description What was handed over. */
            items: components["schemas"]["HandoverPiece"][];
            /** @description Keys, cards, codes. */
            keys?: string;
            /** @description Note. */
            note?: string;
            /**
             * Format: date
             * @description On which day.
             */
            on_day: string;
            /** @description Who took. */
            received_by: string;
        };
        /**
         * HandOverBody
         * @description Handed over.
         */
        HandOverBody: {
            /** @description The record. */
            handover: components["schemas"]["HandoverBody"] & unknown;
        };
        /**
         * HandoverItemBrief
         * @description A hand-over record, briefly.
         */
        HandoverItemBrief: {
            /**
             * Format: hov-id
             * @description Identifier.
             */
            id: string;
            /** @description Which way. */
            kind: string;
            /**
             * Format: date
             * @description On which day.
             */
            on_day: string;
        };
        /**
         * @description Which way a hand-over goes.
         * @enum {string}
         */
        HandoverKind: "in" | "out";
        /**
         * HandoverPiece
         * @description A piece of equipment in a hand-over.
         */
        HandoverPiece: {
            /** @description How it is. */
            condition: components["schemas"]["Condition"] & unknown;
            /** @description What it is. */
            name: string;
            /** @description Note. */
            note?: string;
            /**
             * Format: uint32
             * @description How many.
             */
            quantity: number;
            /** @description The number of its asset tag. */
            tag?: string;
        };
        /**
         * HandoverView
         * @description A hand-over record, to be printed and signed.
         */
        HandoverView: {
            /**
             * Format: alo-id
             * @description Of which allocation.
             */
            allocation: string;
            /** @description In which base. */
            base: components["schemas"]["TermBase"] & unknown;
            /**
             * Format: date-time
             * @description Recorded.
             */
            created_at: string;
            /**
             * Format: date
             * @description First day of the term.
             */
            from: string;
            /** @description Who gave. */
            handed_by: string;
            /**
             * Format: hov-id
             * @description Identifier.
             */
            id: string;
            /** @description What was handed over. */
            items: components["schemas"]["HandoverPiece"][];
            /** @description Keys, cards, codes. */
            keys?: string;
            /** @description Which way. */
            kind: components["schemas"]["HandoverKind"] & unknown;
            /** @description Note. */
            note?: string;
            /**
             * Format: date
             * @description On which day.
             */
            on_day: string;
            /** @description To or from whom. */
            organization: components["schemas"]["TermHolder"] & unknown;
            /** @description Who took. */
            received_by: string;
            /** @description Which space. */
            space: components["schemas"]["TermSpace"] & unknown;
            /**
             * Format: date
             * @description Last day of the term; none when open-ended.
             */
            to?: string;
        };
        /**
         * HistoryLine
         * @description A line of the history of a thing.
         */
        HistoryLine: {
            /** @description What was done: `<room>.<verb>`. */
            action: string;
            /** @description What is after, of the fields that changed. */
            after?: unknown;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What was before, of the fields that changed. */
            before?: unknown;
            /** @description Who, by the name at the time. */
            name: string;
            /** @description The request that did it. */
            request: string;
            /** @description The role that allowed it. */
            role?: string;
            /**
             * Format: int64
             * @description Its place in that chain.
             */
            seq: number;
            /** @description The thing whose chain the line stands in; another one when the line is also about this thing. */
            stream: string;
            /** @description Values of its sentence. */
            values: unknown;
        };
        /**
         * @description What a spreadsheet holds.
         * @enum {string}
         */
        ImportKind: "organizations" | "spaces" | "workdays";
        /**
         * @description Where a batch stands.
         * @enum {string}
         */
        ImportState: "checking" | "faulty" | "ready" | "committing" | "committed" | "undoing" | "undone" | "failed";
        /**
         * ImportView
         * @description A spreadsheet that was brought in.
         */
        ImportView: {
            /**
             * Format: bas-id
             * @description For which base; none for the whole city.
             */
            base?: string;
            /** @description What the caller may do with it: null = yes, else why not. */
            can: {
                [key: string]: string;
            };
            /** @description What was found. */
            counts: components["schemas"]["CountsView"] & unknown;
            /**
             * Format: date-time
             * @description When.
             */
            created_at: string;
            /**
             * Format: int64
             * @description How far the present work is.
             */
            done: number;
            /** @description The fields that a header may be assigned to. */
            fields: components["schemas"]["FieldView"][];
            /** @description Name of the file. */
            file_name: string;
            /**
             * Format: uint32
             * @description The row of the headers.
             */
            header_row?: number;
            /**
             * Format: imp-id
             * @description Identifier.
             */
            id: string;
            /** @description What it holds. */
            kind: components["schemas"]["ImportKind"] & unknown;
            /** @description The headers, and what each was taken for. */
            mapping: components["schemas"]["MappingView"][];
            /** @description Who brought it in. */
            name: string;
            /** @description Why the file as a whole could not be taken, or why the last undo did not happen. */
            problem?: components["schemas"]["ProblemView"] & unknown;
            /** @description It is the whole calendar of the years that it names. */
            replace: boolean;
            /**
             * Format: int64
             * @description Rows of the file.
             */
            rows: number;
            /** @description An earlier import of the very same file. */
            same_as?: components["schemas"]["EarlierView"] & unknown;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            /** @description Where it stands. */
            state: components["schemas"]["ImportState"] & unknown;
            /**
             * Format: int64
             * @description Out of how much; 0 while that is not known.
             */
            total: number;
            /**
             * Format: int64
             * @description Version.
             */
            version: number;
        };
        /**
         * @description Kind of an organization (组织类型).
         * @enum {string}
         */
        Kind: "association" | "service_institution" | "foundation" | "recorded" | "pre_registration";
        /**
         * LayoutBody
         * @description A floor as drawn by hand.
         */
        LayoutBody: {
            /** @description Spaces and their places; those left out are laid out by the service. */
            spaces: components["schemas"]["PlacedSpace"][];
        };
        /**
         * MappingView
         * @description A header of the file and the field that it was taken for.
         */
        MappingView: {
            /** @description The field; none when the column is not read. */
            field?: string;
            /** @description As written in the file. */
            header: string;
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
         * NextValue
         * @description A value that is set for a later day.
         */
        NextValue: {
            /**
             * Format: date
             * @description The day from which it holds.
             */
            from: string;
            /** @description The value. */
            value: unknown;
        };
        /**
         * Occupancy
         * @description Occupancy over days.
         */
        Occupancy: {
            /** @description One entry a day. */
            days: components["schemas"]["OccupancyDay"][];
        };
        /**
         * OccupancyDay
         * @description Occupancy on a day.
         */
        OccupancyDay: {
            /**
             * Format: uint32
             * @description Given for terms at all.
             */
            assignable: number;
            /**
             * Format: uint32
             * @description Closed.
             */
            closed: number;
            /**
             * Format: date
             * @description The day.
             */
            day: string;
            /**
             * Format: uint32
             * @description An organization has it.
             */
            occupied: number;
            /**
             * Format: uint32
             * @description Decided, not yet handed over.
             */
            reserved: number;
        };
        /**
         * OrganizationBody
         * @description Particulars of an organization. What is left out stays as it is (or unknown, for a new one); null or an
         *     empty text clears.
         */
        OrganizationBody: {
            /** @description Result of the last annual check. */
            annual_check?: components["schemas"]["AnnualCheck"] & unknown;
            /** @description What a community organization mainly does. */
            class?: components["schemas"]["Class"] & unknown;
            /** @description Unified social credit code; needed for registered kinds, refused for others. */
            credit_code?: string;
            /** @description Further particulars, part by part. */
            details?: components["schemas"]["DetailsBody"] & unknown;
            /** @description Code of its banner, city or district; needed for a new one. */
            division?: string;
            /**
             * Format: date
             * @description Founded on.
             */
            founded_on?: string;
            /**
             * Format: int64
             * @description Full-time staff.
             */
            full_time_staff?: number;
            /** @description Evaluation grade, `1A` to `5A`. */
            grade?: string;
            /**
             * Format: bas-id
             * @description The base that looks after it; for a new one the caller's own base, or that of the division.
             */
            home_base?: string;
            /** @description Kind; needed for a new one. */
            kind?: components["schemas"]["Kind"] & unknown;
            /** @description The liaison. */
            liaison_name?: string;
            /** @description The liaison's phone. */
            liaison_phone?: string;
            /** @description Name; needed for a new one. */
            name?: string;
            /** @description Name in Mongolian script. */
            name_mn?: string;
            /** @description Form of its party organization. */
            party_form?: components["schemas"]["PartyForm"] & unknown;
            /** @description Record number; needed for recorded ones. */
            record_number?: string;
            /** @description The responsible person. */
            responsible_name?: string;
            /**
             * Format: int64
             * @description Qualified social workers.
             */
            social_workers?: number;
            /** @description Code of its township or street. */
            township?: string;
            /** @description Code of its village or community. */
            village?: string;
            /**
             * Format: int64
             * @description Volunteers.
             */
            volunteers?: number;
        };
        /**
         * OrganizationItem
         * @description An organization in a list.
         */
        OrganizationItem: {
            /** @description What a community organization mainly does. */
            class?: components["schemas"]["Class"] & unknown;
            /** @description Unified social credit code. */
            credit_code?: string;
            /** @description Code of its banner, city or district. */
            division: string;
            /** @description Its name. */
            division_name: string;
            /** @description Evaluation grade. */
            grade?: string;
            /** @description The base that looks after it. */
            home_base: components["schemas"]["BaseName"] & unknown;
            /** @description Bases where it has a place. */
            hosts: components["schemas"]["BaseName"][];
            /**
             * Format: org-id
             * @description Identifier.
             */
            id: string;
            /** @description Kind. */
            kind: components["schemas"]["Kind"] & unknown;
            /** @description The liaison. */
            liaison_name?: string;
            /** @description The liaison's phone; null for who may not see particulars of persons. */
            liaison_phone?: string;
            /** @description Not dissolved. */
            live: boolean;
            /** @description Name. */
            name: string;
            /** @description Places that it has or will have. */
            places: components["schemas"]["PlaceView"][];
            /** @description Record number. */
            record_number?: string;
            /** @description Has a place somewhere. */
            resident: boolean;
            /**
             * Format: int64
             * @description Version.
             */
            version: number;
        };
        /**
         * OrganizationView
         * @description An organization.
         */
        OrganizationView: {
            /** @description Result of the last annual check. */
            annual_check?: components["schemas"]["AnnualCheck"] & unknown;
            /** @description What the caller may do with it: null = yes, else why not. */
            can: {
                [key: string]: string;
            };
            /** @description What a community organization mainly does. */
            class?: components["schemas"]["Class"] & unknown;
            /** @description Unified social credit code. */
            credit_code?: string;
            /** @description All further particulars. */
            details: components["schemas"]["Details"] & unknown;
            /**
             * Format: date
             * @description Dissolved on.
             */
            dissolved_on?: string;
            /** @description Why it was dissolved. */
            dissolved_reason?: string;
            /** @description Code of its banner, city or district. */
            division: string;
            /** @description Its name. */
            division_name: string;
            /**
             * Format: date
             * @description Founded on.
             */
            founded_on?: string;
            /**
             * Format: int64
             * @description Full-time staff.
             */
            full_time_staff?: number;
            /** @description Evaluation grade. */
            grade?: string;
            /** @description The base that looks after it. */
            home_base: components["schemas"]["BaseName"] & unknown;
            /** @description Bases where it has a place. */
            hosts: components["schemas"]["BaseName"][];
            /**
             * Format: org-id
             * @description Identifier.
             */
            id: string;
            /** @description Kind. */
            kind: components["schemas"]["Kind"] & unknown;
            /** @description The liaison. */
            liaison_name?: string;
            /** @description The liaison's phone; null for who may not see particulars of persons. */
            liaison_phone?: string;
            /** @description Not dissolved. */
            live: boolean;
            /** @description Name. */
            name: string;
            /** @description Name in Mongolian script. */
            name_mn?: string;
            /** @description Form of its party organization; null when that is not known. */
            party_form?: components["schemas"]["PartyForm"] & unknown;
            /** @description Places that it has or will have. */
            places: components["schemas"]["PlaceView"][];
            /** @description Record number. */
            record_number?: string;
            /** @description Has a place somewhere. */
            resident: boolean;
            /** @description The responsible person. */
            responsible_name?: string;
            /**
             * Format: int64
             * @description Qualified social workers.
             */
            social_workers?: number;
            /** @description Code of its township or street. */
            township?: string;
            /** @description Its name. */
            township_name?: string;
            /**
             * Format: int64
             * @description Version.
             */
            version: number;
            /** @description Code of its village or community. */
            village?: string;
            /** @description Its name. */
            village_name?: string;
            /**
             * Format: int64
             * @description Volunteers.
             */
            volunteers?: number;
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
         * Page_AllocationView
         * @description A page of a list.
         */
        Page_AllocationView: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["AllocationView"][];
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
         * Page_FaultView
         * @description A page of a list.
         */
        Page_FaultView: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["FaultView"][];
            /** @description Send as `cursor` to get what follows; none at the end. */
            next?: string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting them one by one.
             */
            total?: number;
        };
        /**
         * Page_FileView
         * @description A page of a list.
         */
        Page_FileView: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["FileView"][];
            /** @description Send as `cursor` to get what follows; none at the end. */
            next?: string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting them one by one.
             */
            total?: number;
        };
        /**
         * Page_HistoryLine
         * @description A page of a list.
         */
        Page_HistoryLine: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["HistoryLine"][];
            /** @description Send as `cursor` to get what follows; none at the end. */
            next?: string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting them one by one.
             */
            total?: number;
        };
        /**
         * Page_ImportView
         * @description A page of a list.
         */
        Page_ImportView: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["ImportView"][];
            /** @description Send as `cursor` to get what follows; none at the end. */
            next?: string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting them one by one.
             */
            total?: number;
        };
        /**
         * Page_OrganizationItem
         * @description A page of a list.
         */
        Page_OrganizationItem: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["OrganizationItem"][];
            /** @description Send as `cursor` to get what follows; none at the end. */
            next?: string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting them one by one.
             */
            total?: number;
        };
        /**
         * Page_PersonView
         * @description A page of a list.
         */
        Page_PersonView: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["PersonView"][];
            /** @description Send as `cursor` to get what follows; none at the end. */
            next?: string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting them one by one.
             */
            total?: number;
        };
        /**
         * Page_RowView
         * @description A page of a list.
         */
        Page_RowView: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["RowView"][];
            /** @description Send as `cursor` to get what follows; none at the end. */
            next?: string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting them one by one.
             */
            total?: number;
        };
        /**
         * Page_SpaceView
         * @description A page of a list.
         */
        Page_SpaceView: {
            /** @description The items, in the order asked for. */
            items: components["schemas"]["SpaceView"][];
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
         * Party
         * @description Party organization.
         */
        Party: {
            /**
             * Format: uint32
             * @description Members.
             */
            members?: number;
            /** @description Secretary. */
            secretary?: string;
            /**
             * Format: date
             * @description Set up on.
             */
            set_up_on?: string;
            /** @description Superior party organization. */
            superior?: string;
        };
        /**
         * @description Form of the party organization (党组织形式).
         * @enum {string}
         */
        PartyForm: "single_branch" | "joint_branch" | "functional_branch" | "general_branch" | "committee" | "instructor" | "none";
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
         * PersonBody
         * @description A person. What is left out stays (or is unknown, for a new one); null or an empty text clears.
         */
        PersonBody: {
            /** @description E-mail. */
            email?: string;
            /** @description Name; needed for a new one. */
            name?: string;
            /** @description Party member. */
            party_member?: boolean;
            /** @description Phone. */
            phone?: string;
            /** @description Offices over time, as a whole. */
            positions?: components["schemas"]["Position"][];
            /** @description `assistant`, `intermediate`, `senior`. */
            social_worker_level?: string;
        };
        /**
         * PersonView
         * @description A person of an organization.
         */
        PersonView: {
            /** @description What the caller may do: null = yes, else why not. */
            can: {
                [key: string]: string;
            };
            /** @description E-mail. */
            email?: string;
            /**
             * Format: per-id
             * @description Identifier.
             */
            id: string;
            /**
             * Format: date
             * @description The day on which the person left.
             */
            left_on?: string;
            /** @description Name. */
            name: string;
            /**
             * Format: org-id
             * @description The organization.
             */
            organization: string;
            /** @description Party member. */
            party_member?: boolean;
            /** @description Phone. */
            phone?: string;
            /** @description Offices over time. */
            positions: components["schemas"]["Position"][];
            /** @description `assistant`, `intermediate`, `senior`. */
            social_worker_level?: string;
            /**
             * Format: int64
             * @description Version.
             */
            version: number;
        };
        /**
         * PlaceBody
         * @description A rectangle on a floor, metres from its top left corner.
         */
        PlaceBody: {
            /**
             * Format: double
             * @description Height.
             */
            h: number;
            /**
             * Format: double
             * @description Width.
             */
            w: number;
            /**
             * Format: double
             * @description From the left.
             */
            x: number;
            /**
             * Format: double
             * @description From the top.
             */
            y: number;
        };
        /**
         * PlacedSpace
         * @description Where a space is drawn.
         */
        PlacedSpace: {
            /**
             * Format: double
             * @description Height.
             */
            h: number;
            /**
             * Format: spc-id
             * @description Which space of the floor.
             */
            id: string;
            /**
             * Format: double
             * @description Width.
             */
            w: number;
            /**
             * Format: double
             * @description From the left.
             */
            x: number;
            /**
             * Format: double
             * @description From the top.
             */
            y: number;
        };
        /**
         * PlaceView
         * @description A place that an organization has or will have.
         */
        PlaceView: {
            /** @description Short name of the base. */
            base_short_name: string;
            /** @description Code of the room or desk. */
            space_code: string;
        };
        /**
         * Plan
         * @description A base on a day.
         */
        Plan: {
            /** @description The base. */
            base: components["schemas"]["PlanBase"] & unknown;
            /** @description Its buildings. */
            buildings: components["schemas"]["BuildingView"][];
            /** @description How many stand how. */
            counts: components["schemas"]["PlanCounts"] & unknown;
            /** @description Their floors, from the lowest up. */
            floors: components["schemas"]["FloorView"][];
            /**
             * Format: date
             * @description The day that is shown.
             */
            on: string;
            /** @description Rooms and desks with their place on the floor and how they stand. */
            spaces: components["schemas"]["SpaceView"][];
            /**
             * Format: date
             * @description Today.
             */
            today: string;
        };
        /**
         * PlanBase
         * @description A base on the plan.
         */
        PlanBase: {
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
         * PlanCounts
         * @description How the spaces that are given for terms stand.
         */
        PlanCounts: {
            /**
             * Format: uint32
             * @description Given for terms at all.
             */
            assignable: number;
            /**
             * Format: uint32
             * @description Closed.
             */
            closed: number;
            /**
             * Format: uint32
             * @description Occupied ones whose term is about to end.
             */
            expiring: number;
            /**
             * Format: uint32
             * @description Can be given.
             */
            free: number;
            /**
             * Format: uint32
             * @description An organization has it.
             */
            occupied: number;
            /**
             * Format: uint32
             * @description Decided, not yet handed over.
             */
            reserved: number;
        };
        /**
         * Position
         * @description An office held for a time.
         */
        Position: {
            /**
             * Format: date
             * @description First day, if known.
             */
            from?: string;
            /** @description The office, such as 理事长. */
            position: string;
            /**
             * Format: date
             * @description Last day; none while held.
             */
            to?: string;
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
         * ProblemView
         * @description A reason.
         */
        ProblemView: {
            /** @description Stable word. */
            code: string;
            /** @description In a sentence. */
            detail: string;
        };
        /**
         * Recording
         * @description How it is recorded.
         */
        Recording: {
            /** @description Recording body (备案机关). */
            body?: string;
            /** @description Guarantor unit. */
            guarantor?: string;
            /** @description Initiators. */
            initiators: string[];
            /** @description Registered organization that it leans on (挂靠). */
            partner?: string;
            /**
             * Format: date
             * @description Recorded on.
             */
            recorded_on?: string;
            /**
             * Format: date
             * @description Valid up to and with.
             */
            valid_to?: string;
        };
        /**
         * Registration
         * @description What the register says.
         */
        Registration: {
            /** @description Area of activities (活动地域). */
            activity_area?: string;
            /** @description Address (住所). */
            address?: string;
            /** @description Registration or recording authority (登记管理机关). */
            authority?: string;
            /** @description Its level: national, province, city, county. */
            authority_level?: string;
            /** @description Scope of activities (业务范围). */
            business_scope?: string;
            /** @description Registered without a supervising unit (直接登记). */
            direct_registration?: boolean;
            /** @description Registered funds in yuan, at most two decimals. */
            funds?: string;
            /** @description Legal representative. */
            legal_representative?: string;
            /** @description Registration number before the credit code. */
            old_number?: string;
            /** @description Purpose (宗旨). */
            purpose?: string;
            /** @description Supervising unit (业务主管单位). */
            supervising_unit?: string;
        };
        /**
         * Remapping
         * @description How the columns are to be read.
         */
        Remapping: {
            /**
             * Format: uint32
             * @description Row of the headers, when it is not found by itself.
             */
            header_row?: number;
            /** @description Header in the file → field; an empty field leaves the column out. */
            mapping: {
                [key: string]: string;
            };
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
         * RowView
         * @description What a row would make.
         */
        RowView: {
            /** @description The fields of the thing. */
            draft: unknown;
            /**
             * Format: uint32
             * @description The row as the spreadsheet shows it.
             */
            row: number;
        };
        /**
         * Service
         * @description What it does, for whom and where.
         */
        Service: {
            /** @description Codes of the divisions where it serves. */
            areas: string[];
            /** @description Fields of service. */
            tags: string[];
            /** @description Whom it serves. */
            target_groups: string[];
        };
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
         * SettingBody
         * @description A value to be set from a day on.
         */
        SettingBody: {
            /**
             * Format: bas-id
             * @description For one base; for the city if left out.
             */
            base?: string;
            /** @description What it rests on: name and number of a document. */
            basis?: string;
            /**
             * Format: date
             * @description The day from which it holds; today at the earliest.
             */
            from: string;
            /** @description Which setting. */
            key: string;
            /** @description The value; null for a number without limit. */
            value: unknown;
        };
        /**
         * @description What the value of a setting is.
         * @enum {string}
         */
        SettingKind: "integer" | "boolean" | "text";
        /**
         * SettingList
         * @description The rules that can be set.
         */
        SettingList: {
            /** @description In the order of the page. */
            items: components["schemas"]["SettingView"][];
        };
        /**
         * @description Where the value that holds comes from.
         * @enum {string}
         */
        SettingScope: "shipped" | "city" | "base";
        /**
         * SettingView
         * @description A rule that can be set, with the value that holds today.
         */
        SettingView: {
            /** @description What it rests on. */
            basis?: string;
            /** @description What the caller may do: null = yes, else why not. */
            can: {
                [key: string]: string;
            };
            /**
             * Format: date
             * @description The day from which the value holds; for a shipped one, today.
             */
            from: string;
            /** @description Its key. */
            key: string;
            /** @description What its value is. */
            kind: components["schemas"]["SettingKind"] & unknown;
            /**
             * Format: int64
             * @description The largest number.
             */
            max?: number;
            /**
             * Format: int64
             * @description The smallest number.
             */
            min?: number;
            /** @description The next value that is set already, if there is one. */
            next?: components["schemas"]["NextValue"] & unknown;
            /** @description Where the value comes from. */
            scope: components["schemas"]["SettingScope"] & unknown;
            /** @description What the number counts: `months`, `days`. */
            unit?: string;
            /** @description The value that holds; null for a number without limit. */
            value: unknown;
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
         * SpaceBody
         * @description A room or a desk to be made.
         */
        SpaceBody: {
            /**
             * Format: double
             * @description Area, m².
             */
            area_m2?: number;
            /** @description Given to organizations for a term; as usual for the kind when left out. */
            assignable?: boolean;
            /** @description Booked by the hour; as usual for the kind when left out. */
            bookable?: boolean;
            /** @description What is painted on the door; unique in the base. */
            code: string;
            /** @description What stands in it. */
            equipment?: string[];
            /** @description What it is. */
            kind: components["schemas"]["SpaceKind"] & unknown;
            /** @description Name, where it has one besides the code. */
            name?: string;
            /**
             * Format: spc-id
             * @description The room or area that it is part of.
             */
            parent?: string;
            /**
             * Format: uint32
             * @description How many people fit; 1 when left out.
             */
            seats?: number;
        };
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
         * @description What a space is.
         * @enum {string}
         */
        SpaceKind: "office" | "desk" | "meeting_room" | "hall" | "classroom" | "roadshow" | "negotiation" | "case_room" | "group_room" | "exhibition" | "party_room" | "storage" | "studio" | "open_area";
        /**
         * SpacePatch
         * @description What to change of a space; what is left out stays.
         */
        SpacePatch: {
            /**
             * Format: double
             * @description Area, m².
             */
            area_m2?: number;
            /** @description Given to organizations for a term. */
            assignable?: boolean;
            /** @description Booked by the hour. */
            bookable?: boolean;
            /** @description What is painted on the door. */
            code?: string;
            /** @description What stands in it. */
            equipment?: string[];
            /** @description What it is. */
            kind?: components["schemas"]["SpaceKind"] & unknown;
            /** @description Name; empty for none. */
            name?: string;
            /** @description Where it is drawn. */
            place?: components["schemas"]["PlaceBody"] & unknown;
            /**
             * Format: uint32
             * @description How many people fit.
             */
            seats?: number;
        };
        /**
         * @description How a space stands on a day.
         * @enum {string}
         */
        SpaceState: "free" | "reserved" | "occupied" | "closed" | "shared";
        /**
         * SpaceView
         * @description A room or a desk.
         */
        SpaceView: {
            /** @description The term on the day, its own or that of its whole. */
            allocation?: components["schemas"]["TermBrief"] & unknown;
            /**
             * Format: double
             * @description Area, m².
             */
            area_m2?: number;
            /** @description Given to organizations for a term. */
            assignable: boolean;
            /**
             * Format: bas-id
             * @description In which base.
             */
            base: string;
            /** @description Booked by the hour. */
            bookable: boolean;
            /**
             * Format: bld-id
             * @description In which building.
             */
            building: string;
            /** @description What the caller may do with it: null = yes, else why not. */
            can: {
                [key: string]: string;
            };
            /** @description The closure on the day, its own or that of its whole. */
            closure?: components["schemas"]["ClosureBrief"] & unknown;
            /** @description What is painted on the door; unique in the base. */
            code: string;
            /** @description What stands in it. */
            equipment: string[];
            /** @description Occupied, and the term is about to end. */
            expiring: boolean;
            /**
             * Format: flr-id
             * @description On which floor.
             */
            floor: string;
            /**
             * Format: double
             * @description Height in metres.
             */
            h?: number;
            /**
             * Format: spc-id
             * @description Identifier.
             */
            id: string;
            /** @description What it is. */
            kind: components["schemas"]["SpaceKind"] & unknown;
            /** @description Name, where it has one besides the code. */
            name?: string;
            /** @description The next term to come. */
            next?: components["schemas"]["TermBrief"] & unknown;
            /**
             * Format: spc-id
             * @description The room or area that it is part of.
             */
            parent?: string;
            /**
             * Format: int64
             * @description How many people fit.
             */
            seats: number;
            /** @description How it stands on the day. */
            state: components["schemas"]["SpaceState"] & unknown;
            /**
             * Format: int64
             * @description Version.
             */
            version: number;
            /**
             * Format: double
             * @description Width in metres.
             */
            w?: number;
            /**
             * Format: double
             * @description Metres from the left of the floor.
             */
            x?: number;
            /**
             * Format: double
             * @description Metres from the top of the floor.
             */
            y?: number;
        };
        /**
         * SwapBody
         * @description Two allocations whose organizations change places.
         */
        SwapBody: {
            /**
             * Format: date
             * @description First day in the other's space.
             */
            day: string;
            /**
             * Format: alo-id
             * @description One of the two.
             */
            first: string;
            /** @description Why. */
            reason?: string;
            /**
             * Format: alo-id
             * @description The other.
             */
            second: string;
        };
        /**
         * Swapped
         * @description Both sides after a swap.
         */
        Swapped: {
            /** @description The two terms that end and the two that begin. */
            items: components["schemas"]["AllocationView"][];
        };
        /**
         * TermBase
         * @description A base, briefly.
         */
        TermBase: {
            /** @description Code, such as `B03`. */
            code: string;
            /**
             * Format: bas-id
             * @description Identifier.
             */
            id: string;
            /** @description Short name. */
            short_name: string;
        };
        /**
         * TermBrief
         * @description A term, as the plan shows it.
         */
        TermBrief: {
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /**
             * Format: alo-id
             * @description Identifier of the allocation.
             */
            id: string;
            /** @description Who has the space. */
            organization: components["schemas"]["TermHolder"] & unknown;
            /** @description Where the allocation stands. */
            state: components["schemas"]["AllocationState"] & unknown;
            /**
             * Format: date
             * @description Last day; none when open-ended.
             */
            to?: string;
            /**
             * Format: int64
             * @description Version.
             */
            version: number;
        };
        /**
         * TermHolder
         * @description An organization, briefly.
         */
        TermHolder: {
            /**
             * Format: org-id
             * @description Identifier.
             */
            id: string;
            /** @description Name. */
            name: string;
        };
        /**
         * TermSpace
         * @description The space of an allocation.
         */
        TermSpace: {
            /** @description Name of its building. */
            building_name: string;
            /** @description What is painted on the door. */
            code: string;
            /** @description What stands in it. */
            equipment: string[];
            /** @description Name of its floor. */
            floor_name: string;
            /**
             * Format: spc-id
             * @description Identifier.
             */
            id: string;
            /** @description What it is. */
            kind: components["schemas"]["SpaceKind"] & unknown;
        };
        /**
         * Timeline
         * @description A timeline.
         */
        Timeline: {
            /** @description Terms and closures that meet the window. */
            items: components["schemas"]["TimelineItem"][];
        };
        /**
         * TimelineItem
         * @description A term or a closure on the timeline.
         */
        TimelineItem: {
            /** @description What the caller may do with it: null = yes, else why not. */
            can: {
                [key: string]: string;
            };
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /** @description Identifier of the allocation or the closure. */
            id: string;
            /** @description Who has it; none for a closure. */
            organization?: components["schemas"]["TermHolder"] & unknown;
            /**
             * Format: spc-id
             * @description Which space.
             */
            space: string;
            /** @description What is painted on its door. */
            space_code: string;
            /** @description `reserved`, `occupied`, `ended` or `closure`. */
            state: string;
            /**
             * Format: date
             * @description Last day; none when open-ended.
             */
            to?: string;
            /**
             * Format: int64
             * @description Version.
             */
            version: number;
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
                /**
                 * @example {
                 *       "name": "新名"
                 *     }
                 */
                "application/json": components["schemas"]["AccountPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "abilities": {
                     *         "account.self": true,
                     *         "accounts.manage": false,
                     *         "accounts.read": true,
                     *         "allocations.manage": true,
                     *         "allocations.read": true,
                     *         "bases.edit": true,
                     *         "bases.read": true,
                     *         "files.add": true,
                     *         "files.read": true,
                     *         "handovers.record": true,
                     *         "history.read": true,
                     *         "imports.manage": true,
                     *         "imports.read": true,
                     *         "organizations.create": true,
                     *         "organizations.edit": true,
                     *         "organizations.edit_contacts": true,
                     *         "organizations.read": true,
                     *         "overview.base": true,
                     *         "overview.city": true,
                     *         "persons.edit": true,
                     *         "persons.read": true,
                     *         "reference.read": true,
                     *         "settings.edit": true,
                     *         "settings.read": true,
                     *         "spaces.close": true,
                     *         "spaces.edit": true,
                     *         "spaces.read": true,
                     *         "workdays.import": true
                     *       },
                     *       "account": {
                     *         "email": null,
                     *         "id": "acc_01M82YNFM01PHMRESAK7KN1GSY",
                     *         "locale": "zh-CN",
                     *         "login": "city_supervisor",
                     *         "name": "新名",
                     *         "phone": null
                     *       },
                     *       "bases": [
                     *         {
                     *           "code": "B00",
                     *           "id": "bas_01M82YNFM0352MM9XQABWGB44N",
                     *           "name": "呼伦贝尔市社会组织公益示范园",
                     *           "short_name": "呼伦贝尔"
                     *         },
                     *         {
                     *           "code": "B01",
                     *           "id": "bas_01M82YNFM02R6XS24E5QWBEWR9",
                     *           "name": "海拉尔区社会组织孵化中心",
                     *           "short_name": "海拉尔区"
                     *         }
                     *       ],
                     *       "csrf": "DLaAxpuTDAkTV42M4n4K5t4-S7Gm3yuHHw9M3N32Bls",
                     *       "must_change_password": false,
                     *       "organizations": [],
                     *       "roles": [
                     *         {
                     *           "from": "2026-11-23",
                     *           "id": "grt_01M82YNFM0TF3MBFKPWJE8RHYM",
                     *           "role": "city_supervisor",
                     *           "scope_id": null,
                     *           "scope_kind": "city",
                     *           "scope_name": null,
                     *           "to": null
                     *         }
                     *       ],
                     *       "today": "2026-11-23"
                     *     }
                     */
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
                /**
                 * @example {
                 *       "current": "seven grey herons wade",
                 *       "new": "two cranes over the marsh"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "can": {
                     *             "edit": "not_allowed",
                     *             "grant": "not_allowed",
                     *             "lock": "not_allowed",
                     *             "reset_password": "not_allowed",
                     *             "unlock": "not_allowed"
                     *           },
                     *           "email": null,
                     *           "id": "acc_01M82YNFM0S2JMXJ5GPBQ8B8HG",
                     *           "last_signed_in_at": null,
                     *           "locale": "zh-CN",
                     *           "login": "acc_01m82ynfm01j44azgxk7mfm6yd",
                     *           "name": "name of acc_01m82ynfm01j44azgxk7mfm6yd",
                     *           "phone": null,
                     *           "roles": [
                     *             {
                     *               "from": "2026-11-23",
                     *               "id": "grt_01M82YNFM017XATTTQAYF76DKE",
                     *               "role": "system_administrator",
                     *               "scope_id": null,
                     *               "scope_kind": "city",
                     *               "scope_name": null,
                     *               "to": null
                     *             }
                     *           ],
                     *           "state": "active",
                     *           "version": 1
                     *         },
                     *         {
                     *           "can": {
                     *             "edit": "not_allowed",
                     *             "grant": "not_allowed",
                     *             "lock": "not_allowed",
                     *             "reset_password": "not_allowed",
                     *             "unlock": "not_allowed"
                     *           },
                     *           "email": null,
                     *           "id": "acc_01M82YNFM0Q9APRVSNRBF5A5J0",
                     *           "last_signed_in_at": null,
                     *           "locale": "zh-CN",
                     *           "login": "acc_01m82ynfm03020wkx0ze1mz4fe",
                     *           "name": "name of acc_01m82ynfm03020wkx0ze1mz4fe",
                     *           "phone": null,
                     *           "roles": [
                     *             {
                     *               "from": "2026-11-23",
                     *               "id": "grt_01M82YNFM0R3XFD7EVA2MFPW11",
                     *               "role": "system_administrator",
                     *               "scope_id": null,
                     *               "scope_kind": "city",
                     *               "scope_name": null,
                     *               "to": null
                     *             }
                     *           ],
                     *           "state": "active",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null,
                     *       "total": null
                     *     }
                     */
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
                /**
                 * @example {
                 *       "login": "new",
                 *       "name": "新人"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "account": {
                     *         "can": {
                     *           "edit": null,
                     *           "grant": null,
                     *           "lock": null,
                     *           "reset_password": null,
                     *           "unlock": "wrong_state"
                     *         },
                     *         "email": null,
                     *         "id": "acc_01M82YNFM02A91VTA4TG6X4S22",
                     *         "last_signed_in_at": null,
                     *         "locale": "zh-CN",
                     *         "login": "new",
                     *         "name": "新人",
                     *         "phone": null,
                     *         "roles": [],
                     *         "state": "active",
                     *         "version": 1
                     *       },
                     *       "password": "bnfa-mz3c-7bfr-yvkn"
                     *     }
                     */
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
                    /**
                     * @example {
                     *       "can": {
                     *         "edit": "not_allowed",
                     *         "grant": "not_allowed",
                     *         "lock": "not_allowed",
                     *         "reset_password": "not_allowed",
                     *         "unlock": "not_allowed"
                     *       },
                     *       "email": null,
                     *       "id": "acc_01M82YNFM0ETPMFVCWF0J4325P",
                     *       "last_signed_in_at": null,
                     *       "locale": "zh-CN",
                     *       "login": "acc_01m82ynfm0v0cfejdg0mt7885e",
                     *       "name": "name of acc_01m82ynfm0v0cfejdg0mt7885e",
                     *       "phone": null,
                     *       "roles": [
                     *         {
                     *           "from": "2026-11-23",
                     *           "id": "grt_01M82YNFM0THNNNCBC8KR00ZY8",
                     *           "role": "base_operator",
                     *           "scope_id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *           "scope_kind": "base",
                     *           "scope_name": "莫力达瓦达斡尔族自治旗社会组织孵化中心",
                     *           "to": null
                     *         }
                     *       ],
                     *       "state": "active",
                     *       "version": 2
                     *     }
                     */
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
                /**
                 * @example {
                 *       "name": "新名"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "can": {
                     *         "edit": null,
                     *         "grant": null,
                     *         "lock": null,
                     *         "reset_password": null,
                     *         "unlock": "wrong_state"
                     *       },
                     *       "email": null,
                     *       "id": "acc_01M82YNFM04NX6RRQTF49RGNDM",
                     *       "last_signed_in_at": null,
                     *       "locale": "zh-CN",
                     *       "login": "acc_01m82ynfm0xvzw9tgcv7dcxeb4",
                     *       "name": "新名",
                     *       "phone": null,
                     *       "roles": [
                     *         {
                     *           "from": "2026-11-23",
                     *           "id": "grt_01M82YNFM0YBSRVX3D4P528HZT",
                     *           "role": "base_operator",
                     *           "scope_id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *           "scope_kind": "base",
                     *           "scope_name": "莫力达瓦达斡尔族自治旗社会组织孵化中心",
                     *           "to": null
                     *         }
                     *       ],
                     *       "state": "active",
                     *       "version": 2
                     *     }
                     */
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
                    /**
                     * @example {
                     *       "can": {
                     *         "edit": null,
                     *         "grant": null,
                     *         "lock": "wrong_state",
                     *         "reset_password": null,
                     *         "unlock": null
                     *       },
                     *       "email": null,
                     *       "id": "acc_01M82YNFM0CB3MFEB36VH5W2XQ",
                     *       "last_signed_in_at": null,
                     *       "locale": "zh-CN",
                     *       "login": "acc_01m82ynfm0g66wje5cvb04stpd",
                     *       "name": "name of acc_01m82ynfm0g66wje5cvb04stpd",
                     *       "phone": null,
                     *       "roles": [
                     *         {
                     *           "from": "2026-11-23",
                     *           "id": "grt_01M82YNFM0J17DQQM3QAX5MGH3",
                     *           "role": "base_operator",
                     *           "scope_id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *           "scope_kind": "base",
                     *           "scope_name": "莫力达瓦达斡尔族自治旗社会组织孵化中心",
                     *           "to": null
                     *         }
                     *       ],
                     *       "state": "locked",
                     *       "version": 2
                     *     }
                     */
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
                    /**
                     * @example {
                     *       "password": "6kb3-vnga-p5q1-2ezj"
                     *     }
                     */
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
                /**
                 * @example {
                 *       "role": "auditor"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "can": {
                     *         "edit": null,
                     *         "grant": null,
                     *         "lock": null,
                     *         "reset_password": null,
                     *         "unlock": "wrong_state"
                     *       },
                     *       "email": null,
                     *       "id": "acc_01M82YNFM0M3FD0F87V3MWABW7",
                     *       "last_signed_in_at": null,
                     *       "locale": "zh-CN",
                     *       "login": "acc_01m82ynfm0ycybtfgqj6ne9b6d",
                     *       "name": "name of acc_01m82ynfm0ycybtfgqj6ne9b6d",
                     *       "phone": null,
                     *       "roles": [
                     *         {
                     *           "from": "2026-11-23",
                     *           "id": "grt_01M82YNFM00EQNFFE8CTVP22KJ",
                     *           "role": "base_operator",
                     *           "scope_id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *           "scope_kind": "base",
                     *           "scope_name": "莫力达瓦达斡尔族自治旗社会组织孵化中心",
                     *           "to": null
                     *         },
                     *         {
                     *           "from": "2026-11-23",
                     *           "id": "grt_01M82YNFM0JTNRNXR2HD1R60KK",
                     *           "role": "auditor",
                     *           "scope_id": null,
                     *           "scope_kind": "city",
                     *           "scope_name": null,
                     *           "to": null
                     *         }
                     *       ],
                     *       "state": "active",
                     *       "version": 2
                     *     }
                     */
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
                    /**
                     * @example {
                     *       "can": {
                     *         "edit": null,
                     *         "grant": null,
                     *         "lock": null,
                     *         "reset_password": null,
                     *         "unlock": "wrong_state"
                     *       },
                     *       "email": null,
                     *       "id": "acc_01M82YNFM06ERCTXXEPS035WR6",
                     *       "last_signed_in_at": null,
                     *       "locale": "zh-CN",
                     *       "login": "acc_01m82ynfm0e32aryg8a82yvwsz",
                     *       "name": "name of acc_01m82ynfm0e32aryg8a82yvwsz",
                     *       "phone": null,
                     *       "roles": [],
                     *       "state": "active",
                     *       "version": 2
                     *     }
                     */
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
                    /**
                     * @example {
                     *       "can": {
                     *         "edit": null,
                     *         "grant": null,
                     *         "lock": null,
                     *         "reset_password": null,
                     *         "unlock": "wrong_state"
                     *       },
                     *       "email": null,
                     *       "id": "acc_01M82YNFM0R3Q01D7BKRYBRG58",
                     *       "last_signed_in_at": null,
                     *       "locale": "zh-CN",
                     *       "login": "acc_01m82ynfm0m4q5tqh7py5spwtm",
                     *       "name": "name of acc_01m82ynfm0m4q5tqh7py5spwtm",
                     *       "phone": null,
                     *       "roles": [
                     *         {
                     *           "from": "2026-11-23",
                     *           "id": "grt_01M82YNFM0KMH5TQ3D4WVPTSQ2",
                     *           "role": "base_operator",
                     *           "scope_id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *           "scope_kind": "base",
                     *           "scope_name": "莫力达瓦达斡尔族自治旗社会组织孵化中心",
                     *           "to": null
                     *         }
                     *       ],
                     *       "state": "active",
                     *       "version": 2
                     *     }
                     */
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
    accounts_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A workbook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    allocations_list: {
        parameters: {
            query?: {
                /** @description Only in this base. */
                base?: string;
                /** @description Where the last page ended. */
                cursor?: string;
                /** @description Only live ones whose term ends before this day. */
                ending_before?: string;
                /** @description Items of a page, at most 200. */
                limit?: number;
                /** @description Only those whose term holds this day. */
                on?: string;
                /** @description Only of this organization. */
                organization?: string;
                /** @description Only in this space. */
                space?: string;
                /** @description Only in this state. */
                state?: components["schemas"]["AllocationState"];
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "base": {
                     *             "code": "B03",
                     *             "id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *             "short_name": "莫力达瓦"
                     *           },
                     *           "can": {
                     *             "cancel": "wrong_state",
                     *             "extend": "open_ended",
                     *             "give_back": null,
                     *             "hand_over_in": "wrong_state",
                     *             "swap": null
                     *           },
                     *           "from": "2026-11-23",
                     *           "handovers": [
                     *             {
                     *               "id": "hov_01M82YNFM0VKAJ8JN6GGRYHRHA",
                     *               "kind": "in",
                     *               "on_day": "2026-11-23"
                     *             }
                     *           ],
                     *           "id": "alo_01M82YNFM0ZNR3TKBA6Z90BT25",
                     *           "note": "示例",
                     *           "organization": {
                     *             "id": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *             "name": "海拉尔区助残协会"
                     *           },
                     *           "space": {
                     *             "building_name": "示例",
                     *             "code": "3ws4g7jg9r-2",
                     *             "equipment": [],
                     *             "floor_name": "示例",
                     *             "id": "spc_01M82YNFM0Q2NX7HDFREV0TK22",
                     *             "kind": "office"
                     *           },
                     *           "state": "occupied",
                     *           "version": 2
                     *         },
                     *         {
                     *           "base": {
                     *             "code": "B04",
                     *             "id": "bas_01M82YNFM047XSNCZ8KTE7T1Z3",
                     *             "short_name": "鄂伦春自"
                     *           },
                     *           "can": {
                     *             "cancel": "wrong_state",
                     *             "extend": "open_ended",
                     *             "give_back": null,
                     *             "hand_over_in": "wrong_state",
                     *             "swap": null
                     *           },
                     *           "from": "2026-11-23",
                     *           "handovers": [
                     *             {
                     *               "id": "hov_01M82YNFM0XDNS6387AQ56HKW0",
                     *               "kind": "in",
                     *               "on_day": "2026-11-23"
                     *             }
                     *           ],
                     *           "id": "alo_01M82YNFM0Z8ESQETJBY0630PH",
                     *           "note": "canary-7f3a",
                     *           "organization": {
                     *             "id": "org_01M82YNFM0MAF329WR7RG6PBQA",
                     *             "name": "canary-7f3a"
                     *           },
                     *           "space": {
                     *             "building_name": "canary-7f3a",
                     *             "code": "xa3wp1t2jm-2",
                     *             "equipment": [],
                     *             "floor_name": "canary-7f3a",
                     *             "id": "spc_01M82YNFM0PQND99STHKQ4VZM3",
                     *             "kind": "office"
                     *           },
                     *           "state": "occupied",
                     *           "version": 2
                     *         }
                     *       ],
                     *       "next": "OTk5OS0xMi0zMR9hbG9fMDFNODJZTkZNMEJRMTlKRzRLVlpRVkdYMjE",
                     *       "total": null
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["Page_AllocationView"];
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
    allocations_assign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-12-01",
                 *       "organization": "org_01M82YNFM0ZE606VANVXKKBAAY",
                 *       "space": "spc_01M82YNFM085YT9KFS9W31GX2S"
                 *     }
                 */
                "application/json": components["schemas"]["AssignBody"];
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
                    /**
                     * @example {
                     *       "base": {
                     *         "code": "B03",
                     *         "id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *         "short_name": "莫力达瓦"
                     *       },
                     *       "can": {
                     *         "cancel": null,
                     *         "extend": "open_ended",
                     *         "give_back": "wrong_state",
                     *         "hand_over_in": "day_too_early",
                     *         "swap": "wrong_state"
                     *       },
                     *       "from": "2026-12-01",
                     *       "handovers": [],
                     *       "id": "alo_01M82YNFM0PY51XPRNBEX3YWRS",
                     *       "organization": {
                     *         "id": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *         "name": "海拉尔区助残协会"
                     *       },
                     *       "space": {
                     *         "building_name": "示例",
                     *         "code": "wfgyzrmwwt-4",
                     *         "equipment": [],
                     *         "floor_name": "示例",
                     *         "id": "spc_01M82YNFM085YT9KFS9W31GX2S",
                     *         "kind": "office"
                     *       },
                     *       "state": "reserved",
                     *       "version": 1
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["AllocationView"];
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
    allocations_show: {
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
                    /**
                     * @example {
                     *       "base": {
                     *         "code": "B03",
                     *         "id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *         "short_name": "莫力达瓦"
                     *       },
                     *       "can": {
                     *         "cancel": "wrong_state",
                     *         "extend": "open_ended",
                     *         "give_back": null,
                     *         "hand_over_in": "wrong_state",
                     *         "swap": null
                     *       },
                     *       "from": "2026-11-23",
                     *       "handovers": [
                     *         {
                     *           "id": "hov_01M82YNFM0ABZ4HBHSC43Q8Z0J",
                     *           "kind": "in",
                     *           "on_day": "2026-11-23"
                     *         }
                     *       ],
                     *       "id": "alo_01M82YNFM0GCPD7R3SD6TQ9060",
                     *       "note": "示例",
                     *       "organization": {
                     *         "id": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *         "name": "海拉尔区助残协会"
                     *       },
                     *       "space": {
                     *         "building_name": "示例",
                     *         "code": "wn8ymp348a-0",
                     *         "equipment": [],
                     *         "floor_name": "示例",
                     *         "id": "spc_01M82YNFM0MKHXEH6M7EZXZAJN",
                     *         "kind": "office"
                     *       },
                     *       "state": "occupied",
                     *       "version": 2
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["AllocationView"];
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
    allocations_cancel: {
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
                /** @example {} */
                "application/json": components["schemas"]["CancelBody"];
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
                    /**
                     * @example {
                     *       "base": {
                     *         "code": "B03",
                     *         "id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *         "short_name": "莫力达瓦"
                     *       },
                     *       "can": {
                     *         "cancel": "wrong_state",
                     *         "extend": "wrong_state",
                     *         "give_back": "wrong_state",
                     *         "hand_over_in": "wrong_state",
                     *         "swap": "wrong_state"
                     *       },
                     *       "from": "2026-11-23",
                     *       "handovers": [],
                     *       "id": "alo_01M82YNFM042FP11KPZFN1D3J6",
                     *       "note": "示例",
                     *       "organization": {
                     *         "id": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *         "name": "海拉尔区助残协会"
                     *       },
                     *       "space": {
                     *         "building_name": "示例",
                     *         "code": "r4thpp3q9n-0",
                     *         "equipment": [],
                     *         "floor_name": "示例",
                     *         "id": "spc_01M82YNFM0P84YAY9KT1CNJNX2",
                     *         "kind": "office"
                     *       },
                     *       "state": "cancelled",
                     *       "version": 2
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["AllocationView"];
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
    allocations_extend: {
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
                /**
                 * @example {
                 *       "to": "2027-12-31"
                 *     }
                 */
                "application/json": components["schemas"]["ExtendBody"];
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
                    "application/json; charset=utf-8": components["schemas"]["AllocationView"];
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
    allocations_give_back: {
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
                /**
                 * @example {
                 *       "last": "2026-11-30"
                 *     }
                 */
                "application/json": components["schemas"]["GiveBackBody"];
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
                    "application/json; charset=utf-8": components["schemas"]["AllocationView"];
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
    allocations_hand_over: {
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
                /**
                 * @example {
                 *       "handover": {
                 *         "handed_by": "x",
                 *         "items": [
                 *           {
                 *             "condition": "good",
                 *             "name": "desk",
                 *             "quantity": 1
                 *           }
                 *         ],
                 *         "note": "own",
                 *         "on_day": "2026-11-23",
                 *         "received_by": "y"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["HandOverBody"];
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
                    /**
                     * @example {
                     *       "base": {
                     *         "code": "B03",
                     *         "id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *         "short_name": "莫力达瓦"
                     *       },
                     *       "can": {
                     *         "cancel": "wrong_state",
                     *         "extend": "open_ended",
                     *         "give_back": null,
                     *         "hand_over_in": "wrong_state",
                     *         "swap": null
                     *       },
                     *       "from": "2026-11-23",
                     *       "handovers": [
                     *         {
                     *           "id": "hov_01M82YNFM0ABZ4HBHSC43Q8Z0J",
                     *           "kind": "in",
                     *           "on_day": "2026-11-23"
                     *         }
                     *       ],
                     *       "id": "alo_01M82YNFM0GCPD7R3SD6TQ9060",
                     *       "note": "示例",
                     *       "organization": {
                     *         "id": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *         "name": "海拉尔区助残协会"
                     *       },
                     *       "space": {
                     *         "building_name": "示例",
                     *         "code": "wn8ymp348a-0",
                     *         "equipment": [],
                     *         "floor_name": "示例",
                     *         "id": "spc_01M82YNFM0MKHXEH6M7EZXZAJN",
                     *         "kind": "office"
                     *       },
                     *       "state": "occupied",
                     *       "version": 2
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["AllocationView"];
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
    allocations_export: {
        parameters: {
            query?: {
                /** @description Only in this base. */
                base?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A workbook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    allocations_swap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "day": "2026-12-01",
                 *       "first": "alo_01M82YNFM04XRJAW99S8J1Q7QJ",
                 *       "second": "alo_01M82YNFM025741AB3NXDJNRB0"
                 *     }
                 */
                "application/json": components["schemas"]["SwapBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": components["schemas"]["Swapped"];
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "assumed": false,
                     *           "can": {
                     *             "edit": null
                     *           },
                     *           "code": "B00",
                     *           "details": {
                     *             "zones": []
                     *           },
                     *           "division": "150700",
                     *           "division_name": "呼伦贝尔市",
                     *           "id": "bas_01M82YNFM0352MM9XQABWGB44N",
                     *           "level": "city",
                     *           "name": "呼伦贝尔市社会组织公益示范园",
                     *           "short_name": "呼伦贝尔",
                     *           "version": 1
                     *         },
                     *         {
                     *           "assumed": true,
                     *           "can": {
                     *             "edit": null
                     *           },
                     *           "code": "B01",
                     *           "details": {
                     *             "zones": []
                     *           },
                     *           "division": "150702",
                     *           "division_name": "海拉尔区",
                     *           "id": "bas_01M82YNFM02R6XS24E5QWBEWR9",
                     *           "level": "banner",
                     *           "name": "海拉尔区社会组织孵化中心",
                     *           "short_name": "海拉尔区",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null,
                     *       "total": 13
                     *     }
                     */
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
                    /**
                     * @example {
                     *       "assumed": true,
                     *       "can": {
                     *         "edit": null
                     *       },
                     *       "code": "B03",
                     *       "details": {
                     *         "zones": []
                     *       },
                     *       "division": "150722",
                     *       "division_name": "莫力达瓦达斡尔族自治旗",
                     *       "id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *       "level": "banner",
                     *       "name": "新名",
                     *       "short_name": "莫力达瓦",
                     *       "version": 2
                     *     }
                     */
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
                /**
                 * @example {
                 *       "name": "新名"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "assumed": true,
                     *       "can": {
                     *         "edit": null
                     *       },
                     *       "code": "B03",
                     *       "details": {
                     *         "zones": []
                     *       },
                     *       "division": "150722",
                     *       "division_name": "莫力达瓦达斡尔族自治旗",
                     *       "id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *       "level": "banner",
                     *       "name": "新名",
                     *       "short_name": "莫力达瓦",
                     *       "version": 2
                     *     }
                     */
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
    spaces_create_building: {
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
                /**
                 * @example {
                 *       "name": "x"
                 *     }
                 */
                "application/json": components["schemas"]["BuildingBody"];
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
                    /**
                     * @example {
                     *       "id": "bld_01M82YNFM0PH9SHJD3H0S13WHT",
                     *       "name": "x"
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["BuildingView"];
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
    spaces_occupancy: {
        parameters: {
            query: {
                /** @description First day. */
                from: string;
                /** @description Last day, at most 400 days. */
                to: string;
            };
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
                    /**
                     * @example {
                     *       "days": [
                     *         {
                     *           "assignable": 216,
                     *           "closed": 0,
                     *           "day": "2026-11-01",
                     *           "occupied": 0,
                     *           "reserved": 0
                     *         },
                     *         {
                     *           "assignable": 216,
                     *           "closed": 0,
                     *           "day": "2026-11-02",
                     *           "occupied": 0,
                     *           "reserved": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["Occupancy"];
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
                    /**
                     * @example {
                     *       "attention": [
                     *         {
                     *           "count": 56,
                     *           "first": "2026-11-23",
                     *           "items": [
                     *             {
                     *               "day": "2026-11-23",
                     *               "id": "alo_01M82YNFM00ETT2X7MMTF3RB9H",
                     *               "label": "y673ekxa1a-0 海拉尔区助残协会"
                     *             },
                     *             {
                     *               "day": "2026-11-23",
                     *               "id": "alo_01M82YNFM00NKK90KKAYYE5YC1",
                     *               "label": "fyr40fxz1f-1 海拉尔区助残协会"
                     *             }
                     *           ],
                     *           "kind": "to_hand_over"
                     *         },
                     *         {
                     *           "count": 1,
                     *           "first": null,
                     *           "items": [
                     *             {
                     *               "day": null,
                     *               "id": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *               "label": "海拉尔区助残协会"
                     *             }
                     *           ],
                     *           "kind": "organization_without_liaison"
                     *         }
                     *       ],
                     *       "base": {
                     *         "code": "B03",
                     *         "id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *         "name": "新名",
                     *         "short_name": "莫力达瓦"
                     *       },
                     *       "blades": [
                     *         {
                     *           "months": 0,
                     *           "name": "海拉尔区助残协会",
                     *           "organization": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *           "stage": 0
                     *         }
                     *       ],
                     *       "months": [
                     *         {
                     *           "month": "2025-12",
                     *           "moved_in": 0,
                     *           "moved_out": 0,
                     *           "residents": 0
                     *         },
                     *         {
                     *           "month": "2026-01",
                     *           "moved_in": 0,
                     *           "moved_out": 0,
                     *           "residents": 0
                     *         }
                     *       ],
                     *       "organizations": 2,
                     *       "residents": 1,
                     *       "spaces": {
                     *         "assignable": 145,
                     *         "closed": 29,
                     *         "expiring": 0,
                     *         "free": 30,
                     *         "occupied": 30,
                     *         "reserved": 56
                     *       },
                     *       "today": "2026-11-23"
                     *     }
                     */
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
    spaces_plan: {
        parameters: {
            query?: {
                /** @description The day; today when left out. */
                on?: string;
            };
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
                    /**
                     * @example {
                     *       "base": {
                     *         "code": "B03",
                     *         "id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *         "name": "新名",
                     *         "short_name": "莫力达瓦"
                     *       },
                     *       "buildings": [
                     *         {
                     *           "id": "bld_01M82YNFM007DSM4F9QGZC23W2",
                     *           "name": "示例"
                     *         },
                     *         {
                     *           "id": "bld_01M82YNFM00ZXYVXSCZ6WPYC7T",
                     *           "name": "示例"
                     *         }
                     *       ],
                     *       "counts": {
                     *         "assignable": 221,
                     *         "closed": 44,
                     *         "expiring": 0,
                     *         "free": 46,
                     *         "occupied": 45,
                     *         "reserved": 86
                     *       },
                     *       "floors": [
                     *         {
                     *           "building": "bld_01M82YNFM007DSM4F9QGZC23W2",
                     *           "height": 14,
                     *           "id": "flr_01M82YNFM0C9TKVX2PNQFE92JW",
                     *           "level": 1,
                     *           "name": "示例",
                     *           "width": 20
                     *         },
                     *         {
                     *           "building": "bld_01M82YNFM00ZXYVXSCZ6WPYC7T",
                     *           "height": 14,
                     *           "id": "flr_01M82YNFM072MHCTHVP5F5JS1Y",
                     *           "level": 1,
                     *           "name": "示例",
                     *           "width": 20
                     *         }
                     *       ],
                     *       "on": "2026-11-23",
                     *       "spaces": [
                     *         {
                     *           "allocation": {
                     *             "from": "2026-11-23",
                     *             "id": "alo_01M82YNFM0YFRXBK53JK4JG038",
                     *             "organization": {
                     *               "id": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *               "name": "海拉尔区助残协会"
                     *             },
                     *             "state": "reserved",
                     *             "version": 1
                     *           },
                     *           "assignable": true,
                     *           "base": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *           "bookable": false,
                     *           "building": "bld_01M82YNFM0AZ2YJDVDDQWFG0MN",
                     *           "can": {
                     *             "assign": "taken",
                     *             "close": null,
                     *             "edit": null
                     *           },
                     *           "code": "0xthmmp8rs-0",
                     *           "equipment": [],
                     *           "expiring": false,
                     *           "floor": "flr_01M82YNFM0GYSC29R8PQQW49TK",
                     *           "h": 6,
                     *           "id": "spc_01M82YNFM0RXEJMS6MB14VKM9T",
                     *           "kind": "office",
                     *           "name": "示例",
                     *           "seats": 2,
                     *           "state": "reserved",
                     *           "version": 1,
                     *           "w": 2.4,
                     *           "x": 0,
                     *           "y": 0
                     *         },
                     *         {
                     *           "allocation": {
                     *             "from": "2026-11-23",
                     *             "id": "alo_01M82YNFM0XYX2S4MTFWSBR583",
                     *             "organization": {
                     *               "id": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *               "name": "海拉尔区助残协会"
                     *             },
                     *             "state": "reserved",
                     *             "version": 1
                     *           },
                     *           "assignable": true,
                     *           "base": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *           "bookable": false,
                     *           "building": "bld_01M82YNFM0AZ2YJDVDDQWFG0MN",
                     *           "can": {
                     *             "assign": "taken",
                     *             "close": null,
                     *             "edit": null
                     *           },
                     *           "code": "0xthmmp8rs-1",
                     *           "equipment": [],
                     *           "expiring": false,
                     *           "floor": "flr_01M82YNFM0GYSC29R8PQQW49TK",
                     *           "h": 6,
                     *           "id": "spc_01M82YNFM0BGFE9XBYXDEP8CYR",
                     *           "kind": "office",
                     *           "name": "示例",
                     *           "seats": 2,
                     *           "state": "reserved",
                     *           "version": 1,
                     *           "w": 2.4,
                     *           "x": 0,
                     *           "y": 8
                     *         }
                     *       ],
                     *       "today": "2026-11-23"
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["Plan"];
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
    spaces_terms: {
        parameters: {
            query: {
                /** @description Only this floor. */
                floor?: string;
                /** @description First day of the window. */
                from: string;
                /** @description Last day of the window, at most 400 days. */
                to: string;
            };
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "can": {
                     *             "cancel": null,
                     *             "extend": "open_ended",
                     *             "give_back": "wrong_state",
                     *             "hand_over_in": null,
                     *             "swap": "wrong_state"
                     *           },
                     *           "from": "2026-11-23",
                     *           "id": "alo_01M82YNFM0YFRXBK53JK4JG038",
                     *           "organization": {
                     *             "id": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *             "name": "海拉尔区助残协会"
                     *           },
                     *           "space": "spc_01M82YNFM0RXEJMS6MB14VKM9T",
                     *           "space_code": "0xthmmp8rs-0",
                     *           "state": "reserved",
                     *           "version": 1
                     *         },
                     *         {
                     *           "can": {
                     *             "cancel": null,
                     *             "extend": "open_ended",
                     *             "give_back": "wrong_state",
                     *             "hand_over_in": null,
                     *             "swap": "wrong_state"
                     *           },
                     *           "from": "2026-11-23",
                     *           "id": "alo_01M82YNFM0XYX2S4MTFWSBR583",
                     *           "organization": {
                     *             "id": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *             "name": "海拉尔区助残协会"
                     *           },
                     *           "space": "spc_01M82YNFM0BGFE9XBYXDEP8CYR",
                     *           "space_code": "0xthmmp8rs-1",
                     *           "state": "reserved",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["Timeline"];
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
    bases_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A workbook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    spaces_create_floor: {
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
                /**
                 * @example {
                 *       "level": 2,
                 *       "name": "x"
                 *     }
                 */
                "application/json": components["schemas"]["FloorBody"];
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
                    /**
                     * @example {
                     *       "building": "bld_01M82YNFM0Y4FM1827DCQ5DYF9",
                     *       "id": "flr_01M82YNFM0Q4JCCE2QT9655Q6Z",
                     *       "level": 2,
                     *       "name": "x"
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["FloorMade"];
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
    spaces_open: {
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
                /**
                 * @example {
                 *       "last": "2026-11-23"
                 *     }
                 */
                "application/json": components["schemas"]["ClosureEnd"];
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
                    /**
                     * @example {
                     *       "from": "2026-11-23",
                     *       "id": "cls_01M82YNFM0DMTVXZ0ENP3AFVSG",
                     *       "live": true,
                     *       "reason": "示例",
                     *       "space": "spc_01M82YNFM02WQ838J09QK3Y1HP",
                     *       "to": "2026-11-23",
                     *       "version": 2
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["ClosureView"];
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
                    /**
                     * @example {
                     *       "due": "2026-11-30",
                     *       "made_up": [],
                     *       "nominal": "2026-11-30",
                     *       "provisional": false,
                     *       "skipped": [
                     *         {
                     *           "date": "2026-11-28",
                     *           "name": null,
                     *           "why": "weekend"
                     *         },
                     *         {
                     *           "date": "2026-11-29",
                     *           "name": null,
                     *           "why": "weekend"
                     *         }
                     *       ]
                     *     }
                     */
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "150702",
                     *           "level": "county",
                     *           "name": "海拉尔区",
                     *           "parent": "150700",
                     *           "path": [],
                     *           "type": "市辖区"
                     *         },
                     *         {
                     *           "code": "150703",
                     *           "level": "county",
                     *           "name": "扎赉诺尔区",
                     *           "parent": "150700",
                     *           "path": [],
                     *           "type": "市辖区"
                     *         }
                     *       ],
                     *       "next": null,
                     *       "total": null
                     *     }
                     */
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
                    /**
                     * @example {
                     *       "code": "150702",
                     *       "level": "county",
                     *       "name": "海拉尔区",
                     *       "parent": "150700",
                     *       "path": [
                     *         {
                     *           "code": "150700",
                     *           "name": "呼伦贝尔市"
                     *         }
                     *       ],
                     *       "type": "市辖区"
                     *     }
                     */
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
    files_list: {
        parameters: {
            query: {
                /** @description Identifier of an organization, a base, an allocation or a hand-over. */
                owner: string;
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "added_by": "新名",
                     *           "can": {
                     *             "delete": null
                     *           },
                     *           "created_at": "2026-11-23T01:00:00+00:00",
                     *           "id": "fil_01M82YNFM0KDZVNTMF6JYK1SVJ",
                     *           "media_type": "text/plain",
                     *           "name": "x.txt",
                     *           "owner": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *           "size": 5
                     *         },
                     *         {
                     *           "added_by": "name of maker",
                     *           "can": {
                     *             "delete": null
                     *           },
                     *           "created_at": "2026-11-23T01:00:00+00:00",
                     *           "id": "fil_01M82YNFM0JTW1J65PDJGZ85GE",
                     *           "media_type": "text/plain",
                     *           "name": "示例.txt",
                     *           "owner": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *           "size": 5
                     *         }
                     *       ],
                     *       "next": null,
                     *       "total": 2
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["Page_FileView"];
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
    files_add: {
        parameters: {
            query: {
                /** @description Identifier of an organization, a base, an allocation or a hand-over. */
                owner: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description The file, at most 50 MB.
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Added, or there already. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added_by": "新名",
                     *       "can": {
                     *         "delete": null
                     *       },
                     *       "created_at": "2026-11-23T01:00:00+00:00",
                     *       "id": "fil_01M82YNFM0KDZVNTMF6JYK1SVJ",
                     *       "media_type": "text/plain",
                     *       "name": "x.txt",
                     *       "owner": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *       "size": 5
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["FileView"];
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
    files_remove: {
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
    files_content: {
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
            /** @description The bytes, under the name with which they came. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
    spaces_draw: {
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
                /**
                 * @example {
                 *       "spaces": [
                 *         {
                 *           "h": 2,
                 *           "id": "spc_01M82YNFM0Q6J8T2TPXJ46KN1D",
                 *           "w": 2,
                 *           "x": 0,
                 *           "y": 0
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["LayoutBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "allocation": {
                     *             "from": "2026-11-23",
                     *             "id": "alo_01M82YNFM0TFKRVYV2H21JVVPJ",
                     *             "organization": {
                     *               "id": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *               "name": "海拉尔区助残协会"
                     *             },
                     *             "state": "reserved",
                     *             "version": 1
                     *           },
                     *           "assignable": true,
                     *           "base": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *           "bookable": false,
                     *           "building": "bld_01M82YNFM06WRK2TWKXKDR2WEX",
                     *           "can": {
                     *             "assign": "taken",
                     *             "close": null,
                     *             "edit": null
                     *           },
                     *           "code": "k6cdj7kda3-0",
                     *           "equipment": [],
                     *           "expiring": false,
                     *           "floor": "flr_01M82YNFM00YFAN1YM0ENKJWP5",
                     *           "h": 6,
                     *           "id": "spc_01M82YNFM0EGBWDQ044FP2P0DQ",
                     *           "kind": "office",
                     *           "name": "示例",
                     *           "seats": 2,
                     *           "state": "reserved",
                     *           "version": 1,
                     *           "w": 2.4,
                     *           "x": 0,
                     *           "y": 4
                     *         },
                     *         {
                     *           "allocation": {
                     *             "from": "2026-11-23",
                     *             "id": "alo_01M82YNFM0N2HTC2ZN6G64XQS4",
                     *             "organization": {
                     *               "id": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *               "name": "海拉尔区助残协会"
                     *             },
                     *             "state": "reserved",
                     *             "version": 1
                     *           },
                     *           "assignable": true,
                     *           "base": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *           "bookable": false,
                     *           "building": "bld_01M82YNFM06WRK2TWKXKDR2WEX",
                     *           "can": {
                     *             "assign": "taken",
                     *             "close": null,
                     *             "edit": null
                     *           },
                     *           "code": "k6cdj7kda3-1",
                     *           "equipment": [],
                     *           "expiring": false,
                     *           "floor": "flr_01M82YNFM00YFAN1YM0ENKJWP5",
                     *           "h": 6,
                     *           "id": "spc_01M82YNFM0SGXW2SRD4Q2ND70Y",
                     *           "kind": "office",
                     *           "name": "示例",
                     *           "seats": 2,
                     *           "state": "reserved",
                     *           "version": 1,
                     *           "w": 2.4,
                     *           "x": 0,
                     *           "y": 12
                     *         }
                     *       ],
                     *       "next": null,
                     *       "total": null
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["Page_SpaceView"];
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
    spaces_create: {
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
                /**
                 * @example {
                 *       "code": "new",
                 *       "kind": "desk"
                 *     }
                 */
                "application/json": components["schemas"]["SpaceBody"];
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
                    /**
                     * @example {
                     *       "assignable": true,
                     *       "base": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *       "bookable": false,
                     *       "building": "bld_01M82YNFM01AW66CBTFZT2D7RG",
                     *       "can": {
                     *         "assign": null,
                     *         "close": null,
                     *         "edit": null
                     *       },
                     *       "code": "new",
                     *       "equipment": [],
                     *       "expiring": false,
                     *       "floor": "flr_01M82YNFM09DDR1MTZ4M5ZMBSM",
                     *       "h": 0.7,
                     *       "id": "spc_01M82YNFM09SNM31XN8J4MRPR1",
                     *       "kind": "desk",
                     *       "seats": 1,
                     *       "state": "free",
                     *       "version": 1,
                     *       "w": 1.4,
                     *       "x": 9.3,
                     *       "y": 8.6
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["SpaceView"];
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
    handovers_show: {
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
                    /**
                     * @example {
                     *       "allocation": "alo_01M82YNFM0C3TGPDNP3N5TT2YH",
                     *       "base": {
                     *         "code": "B03",
                     *         "id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *         "short_name": "莫力达瓦"
                     *       },
                     *       "created_at": "2026-11-23T01:00:00+00:00",
                     *       "from": "2026-11-23",
                     *       "handed_by": "x",
                     *       "id": "hov_01M82YNFM0Y1A1NXSGRKZSDDWP",
                     *       "items": [
                     *         {
                     *           "condition": "good",
                     *           "name": "desk",
                     *           "quantity": 1
                     *         }
                     *       ],
                     *       "kind": "in",
                     *       "note": "示例",
                     *       "on_day": "2026-11-23",
                     *       "organization": {
                     *         "id": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *         "name": "海拉尔区助残协会"
                     *       },
                     *       "received_by": "y",
                     *       "space": {
                     *         "building_name": "示例",
                     *         "code": "jdm5t32wc0-2",
                     *         "equipment": [],
                     *         "floor_name": "示例",
                     *         "id": "spc_01M82YNFM0PVNNSWR8D8T5V4WJ",
                     *         "kind": "office"
                     *       }
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["HandoverView"];
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
    history_list: {
        parameters: {
            query?: {
                /** @description Where to go on. */
                cursor?: string;
                /** @description Lines a page, at most 200. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Identifier of an organization, a person, a base, an allocation, a space, an import, an account. */
                thing: string;
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "action": "allocation.assign",
                     *           "after": {
                     *             "from": "2026-11-23",
                     *             "note": "示例",
                     *             "reason": null,
                     *             "state": "reserved",
                     *             "to": null
                     *           },
                     *           "at": "2026-11-23T01:00:00+00:00",
                     *           "before": null,
                     *           "name": "name of maker",
                     *           "request": "05YXFSDAC732ATBM2JQJSMZPVF",
                     *           "role": "city_supervisor",
                     *           "seq": 1,
                     *           "stream": "alo_01M82YNFM0PMSGKFKFD444EAD7",
                     *           "values": {
                     *             "from": "2026-11-23",
                     *             "organization": "海拉尔区助残协会",
                     *             "space": "jdm5t32wc0-0",
                     *             "to": null
                     *           }
                     *         }
                     *       ],
                     *       "next": null,
                     *       "total": null
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["Page_HistoryLine"];
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
    history_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the thing. */
                thing: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A workbook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    imports_list: {
        parameters: {
            query?: {
                /** @description From the page before. */
                cursor?: string;
                /** @description Items of a page, at most 200. */
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "base": null,
                     *           "can": {
                     *             "commit": "wrong_state",
                     *             "delete": null,
                     *             "remap": null,
                     *             "undo": "wrong_state"
                     *           },
                     *           "counts": {
                     *             "corrected": 0,
                     *             "errors": 0,
                     *             "new": 0
                     *           },
                     *           "created_at": "2026-11-23T01:00:00+00:00",
                     *           "done": 0,
                     *           "fields": [
                     *             {
                     *               "field": "serial",
                     *               "header": "序号",
                     *               "required": false
                     *             },
                     *             {
                     *               "field": "name",
                     *               "header": "组织名称",
                     *               "required": true
                     *             }
                     *           ],
                     *           "file_name": "x.csv",
                     *           "header_row": null,
                     *           "id": "imp_01M82YNFM0Y1VRNTYJBBDEMREG",
                     *           "kind": "organizations",
                     *           "mapping": [],
                     *           "name": "新名",
                     *           "problem": {
                     *             "code": "sheet_no_header",
                     *             "detail": "前 10 行里没有找到表头。表头应有：序号、组织名称、统一社会信用代码、备案号、组织类型、类别、登记（备案）机关、业务主管单位、成立日期、负责人、联络员、联络员电话、所属旗市区、苏木乡镇（街道）、嘎查村（社区）、评估等级、年检结论、党组织形式、专职人员、持证社工、志愿者。"
                     *           },
                     *           "replace": false,
                     *           "rows": 0,
                     *           "same_as": null,
                     *           "size": 49,
                     *           "state": "failed",
                     *           "total": 0,
                     *           "version": 3
                     *         },
                     *         {
                     *           "base": "bas_01M82YNFM047XSNCZ8KTE7T1Z3",
                     *           "can": {
                     *             "commit": "wrong_state",
                     *             "delete": null,
                     *             "remap": null,
                     *             "undo": "wrong_state"
                     *           },
                     *           "counts": {
                     *             "corrected": 0,
                     *             "errors": 0,
                     *             "new": 0
                     *           },
                     *           "created_at": "2026-11-23T01:00:00+00:00",
                     *           "done": 0,
                     *           "fields": [
                     *             {
                     *               "field": "serial",
                     *               "header": "序号",
                     *               "required": false
                     *             },
                     *             {
                     *               "field": "name",
                     *               "header": "组织名称",
                     *               "required": true
                     *             }
                     *           ],
                     *           "file_name": "canary-7f3a.csv",
                     *           "header_row": 1,
                     *           "id": "imp_01M82YNFM0XTSNPFPWM2523KNC",
                     *           "kind": "organizations",
                     *           "mapping": [
                     *             {
                     *               "field": "name",
                     *               "header": "组织名称"
                     *             },
                     *             {
                     *               "field": "kind",
                     *               "header": "组织类型"
                     *             }
                     *           ],
                     *           "name": "name of acc_01m82ynfm04tjy8jebh79tq38e",
                     *           "problem": {
                     *             "code": "sheet_no_header",
                     *             "detail": "前 10 行里没有找到表头。表头应有：序号、组织名称、统一社会信用代码、备案号、组织类型、类别、登记（备案）机关、业务主管单位、成立日期、负责人、联络员、联络员电话、所属旗市区、苏木乡镇（街道）、嘎查村（社区）、评估等级、年检结论、党组织形式、专职人员、持证社工、志愿者。"
                     *           },
                     *           "replace": false,
                     *           "rows": 0,
                     *           "same_as": null,
                     *           "size": 80,
                     *           "state": "failed",
                     *           "total": 0,
                     *           "version": 3
                     *         }
                     *       ],
                     *       "next": null,
                     *       "total": null
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["Page_ImportView"];
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
    imports_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description For which base; needed only by operators of several bases. */
                    base?: string;
                    /**
                     * Format: binary
                     * @description The spreadsheet: `.xlsx` or `.csv`, at most 50 MB.
                     */
                    file: string;
                    /**
                     * Format: uint32
                     * @description Row of the headers, when it is not found by itself.
                     */
                    header_row?: number;
                    /** @description What it holds: `organizations`, `spaces` or `workdays`. */
                    kind: string;
                    /** @description Assignment of headers as JSON, `{"header": "field"}`; an empty field leaves the column out. */
                    mapping?: string;
                    /** @description For `workdays`: the file is the whole calendar of the years that it names; days that differ are put right. */
                    replace?: boolean;
                };
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
                    /**
                     * @example {
                     *       "base": null,
                     *       "can": {
                     *         "commit": "wrong_state",
                     *         "delete": "wrong_state",
                     *         "remap": "wrong_state",
                     *         "undo": "wrong_state"
                     *       },
                     *       "counts": {
                     *         "corrected": 0,
                     *         "errors": 0,
                     *         "new": 0
                     *       },
                     *       "created_at": "2026-11-23T01:00:00+00:00",
                     *       "done": 0,
                     *       "fields": [
                     *         {
                     *           "field": "serial",
                     *           "header": "序号",
                     *           "required": false
                     *         },
                     *         {
                     *           "field": "name",
                     *           "header": "组织名称",
                     *           "required": true
                     *         }
                     *       ],
                     *       "file_name": "x.csv",
                     *       "header_row": null,
                     *       "id": "imp_01M82YNFM0Y1VRNTYJBBDEMREG",
                     *       "kind": "organizations",
                     *       "mapping": [],
                     *       "name": "新名",
                     *       "problem": null,
                     *       "replace": false,
                     *       "rows": 0,
                     *       "same_as": null,
                     *       "size": 49,
                     *       "state": "checking",
                     *       "total": 0,
                     *       "version": 1
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["ImportView"];
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
    imports_show: {
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
                    /**
                     * @example {
                     *       "base": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *       "can": {
                     *         "commit": "wrong_state",
                     *         "delete": "wrong_state",
                     *         "remap": "wrong_state",
                     *         "undo": "wrong_state"
                     *       },
                     *       "counts": {
                     *         "corrected": 0,
                     *         "errors": 0,
                     *         "new": 0
                     *       },
                     *       "created_at": "2026-11-23T01:00:00+00:00",
                     *       "done": 0,
                     *       "fields": [
                     *         {
                     *           "field": "serial",
                     *           "header": "序号",
                     *           "required": false
                     *         },
                     *         {
                     *           "field": "name",
                     *           "header": "组织名称",
                     *           "required": true
                     *         }
                     *       ],
                     *       "file_name": "示例.csv",
                     *       "header_row": null,
                     *       "id": "imp_01M82YNFM0CN87MZ04412PNV90",
                     *       "kind": "organizations",
                     *       "mapping": [],
                     *       "name": "name of acc_01m82ynfm01xqtzhc6sedaajv8",
                     *       "problem": null,
                     *       "replace": false,
                     *       "rows": 0,
                     *       "same_as": {
                     *         "created_at": "2026-11-23T01:00:00+00:00",
                     *         "id": "imp_01M82YNFM0BYM17T5BTH4YDV4H",
                     *         "name": "name of acc_01m82ynfm0e32aryg8a82yvwsz",
                     *         "state": "failed"
                     *       },
                     *       "size": 77,
                     *       "state": "checking",
                     *       "total": 0,
                     *       "version": 5
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["ImportView"];
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
    imports_delete: {
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
    imports_commit: {
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
                    "application/json; charset=utf-8": components["schemas"]["ImportView"];
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
    imports_faults: {
        parameters: {
            query?: {
                /** @description From the page before. */
                cursor?: string;
                /** @description Items of a page, at most 200. */
                limit?: number;
                /** @description `error` or `corrected`; both when left out. */
                severity?: string;
            };
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
                    "application/json; charset=utf-8": components["schemas"]["Page_FaultView"];
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
    imports_faults_export: {
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
            /** @description A workbook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    imports_remap: {
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
                /**
                 * @example {
                 *       "mapping": {}
                 *     }
                 */
                "application/json": components["schemas"]["Remapping"];
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
                    /**
                     * @example {
                     *       "base": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *       "can": {
                     *         "commit": "wrong_state",
                     *         "delete": "wrong_state",
                     *         "remap": "wrong_state",
                     *         "undo": "wrong_state"
                     *       },
                     *       "counts": {
                     *         "corrected": 0,
                     *         "errors": 0,
                     *         "new": 0
                     *       },
                     *       "created_at": "2026-11-23T01:00:00+00:00",
                     *       "done": 0,
                     *       "fields": [
                     *         {
                     *           "field": "serial",
                     *           "header": "序号",
                     *           "required": false
                     *         },
                     *         {
                     *           "field": "name",
                     *           "header": "组织名称",
                     *           "required": true
                     *         }
                     *       ],
                     *       "file_name": "示例.csv",
                     *       "header_row": null,
                     *       "id": "imp_01M82YNFM0CN87MZ04412PNV90",
                     *       "kind": "organizations",
                     *       "mapping": [],
                     *       "name": "name of acc_01m82ynfm01xqtzhc6sedaajv8",
                     *       "problem": null,
                     *       "replace": false,
                     *       "rows": 0,
                     *       "same_as": {
                     *         "created_at": "2026-11-23T01:00:00+00:00",
                     *         "id": "imp_01M82YNFM0BYM17T5BTH4YDV4H",
                     *         "name": "name of acc_01m82ynfm0e32aryg8a82yvwsz",
                     *         "state": "failed"
                     *       },
                     *       "size": 77,
                     *       "state": "checking",
                     *       "total": 0,
                     *       "version": 4
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["ImportView"];
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
    imports_rows: {
        parameters: {
            query?: {
                /** @description From the page before. */
                cursor?: string;
                /** @description Items of a page, at most 200. */
                limit?: number;
            };
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
                    /**
                     * @example {
                     *       "items": [],
                     *       "next": null,
                     *       "total": null
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["Page_RowView"];
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
    imports_undo: {
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
                    "application/json; charset=utf-8": components["schemas"]["ImportView"];
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
    imports_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A workbook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    imports_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["ImportKind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A workbook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    organizations_list: {
        parameters: {
            query?: {
                /** @description Base that looks after it, or where it has a place. */
                base?: string;
                /** @description Class. */
                class?: components["schemas"]["Class"];
                /** @description Where to go on. */
                cursor?: string;
                /** @description Code of a banner, township or village. */
                division?: string;
                /** @description Kind. */
                kind?: components["schemas"]["Kind"];
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description Live or dissolved; both if left out. */
                live?: boolean;
                /** @description Search text. */
                q?: string;
                /** @description Has a place or not. */
                resident?: boolean;
                /** @description `name` (default), `-name`, `created`, `-created`. */
                sort?: string;
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "class": null,
                     *           "credit_code": null,
                     *           "division": "150702",
                     *           "division_name": "海拉尔区",
                     *           "grade": null,
                     *           "home_base": {
                     *             "code": "B04",
                     *             "id": "bas_01M82YNFM047XSNCZ8KTE7T1Z3",
                     *             "short_name": "鄂伦春自"
                     *           },
                     *           "hosts": [
                     *             {
                     *               "code": "B04",
                     *               "id": "bas_01M82YNFM047XSNCZ8KTE7T1Z3",
                     *               "short_name": "鄂伦春自"
                     *             }
                     *           ],
                     *           "id": "org_01M82YNFM0MAF329WR7RG6PBQA",
                     *           "kind": "association",
                     *           "liaison_name": null,
                     *           "liaison_phone": null,
                     *           "live": true,
                     *           "name": "canary-7f3a",
                     *           "places": [
                     *             {
                     *               "base_short_name": "鄂伦春自",
                     *               "space_code": "1trscgdkj8-0"
                     *             },
                     *             {
                     *               "base_short_name": "鄂伦春自",
                     *               "space_code": "1trscgdkj8-1"
                     *             }
                     *           ],
                     *           "record_number": null,
                     *           "resident": true,
                     *           "version": 113
                     *         },
                     *         {
                     *           "class": null,
                     *           "credit_code": null,
                     *           "division": "150702",
                     *           "division_name": "海拉尔区",
                     *           "grade": null,
                     *           "home_base": {
                     *             "code": "B03",
                     *             "id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *             "short_name": "莫力达瓦"
                     *           },
                     *           "hosts": [],
                     *           "id": "org_01M82YNFM08PKBEFJX6BPN2JK0",
                     *           "kind": "pre_registration",
                     *           "liaison_name": null,
                     *           "liaison_phone": null,
                     *           "live": true,
                     *           "name": "新协会",
                     *           "places": [],
                     *           "record_number": null,
                     *           "resident": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null,
                     *       "total": 3
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["Page_OrganizationItem"];
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
    organizations_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "division": "150702",
                 *       "home_base": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                 *       "kind": "pre_registration",
                 *       "name": "新协会"
                 *     }
                 */
                "application/json": components["schemas"]["OrganizationBody"];
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
                    /**
                     * @example {
                     *       "annual_check": null,
                     *       "can": {
                     *         "add_file": null,
                     *         "dissolve": null,
                     *         "edit": null,
                     *         "edit_contacts": null,
                     *         "edit_persons": null,
                     *         "read_history": null,
                     *         "read_persons": null,
                     *         "restore": "wrong_state"
                     *       },
                     *       "class": null,
                     *       "credit_code": null,
                     *       "details": {
                     *         "certificate": {},
                     *         "charity": {},
                     *         "contact": {},
                     *         "credit": {
                     *           "annual_checks": [],
                     *           "penalties": []
                     *         },
                     *         "finance": {},
                     *         "governance": {},
                     *         "party": {},
                     *         "recording": {
                     *           "initiators": []
                     *         },
                     *         "registration": {},
                     *         "service": {
                     *           "areas": [],
                     *           "tags": [],
                     *           "target_groups": []
                     *         }
                     *       },
                     *       "dissolved_on": null,
                     *       "dissolved_reason": null,
                     *       "division": "150702",
                     *       "division_name": "海拉尔区",
                     *       "founded_on": null,
                     *       "full_time_staff": null,
                     *       "grade": null,
                     *       "home_base": {
                     *         "code": "B03",
                     *         "id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *         "short_name": "莫力达瓦"
                     *       },
                     *       "hosts": [],
                     *       "id": "org_01M82YNFM08PKBEFJX6BPN2JK0",
                     *       "kind": "pre_registration",
                     *       "liaison_name": null,
                     *       "liaison_phone": null,
                     *       "live": true,
                     *       "name": "新协会",
                     *       "name_mn": null,
                     *       "party_form": null,
                     *       "places": [],
                     *       "record_number": null,
                     *       "resident": false,
                     *       "responsible_name": null,
                     *       "social_workers": null,
                     *       "township": null,
                     *       "township_name": null,
                     *       "version": 1,
                     *       "village": null,
                     *       "village_name": null,
                     *       "volunteers": null
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["OrganizationView"];
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
    organizations_show: {
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
                    /**
                     * @example {
                     *       "annual_check": null,
                     *       "can": {
                     *         "add_file": null,
                     *         "dissolve": "organization_has_places",
                     *         "edit": null,
                     *         "edit_contacts": null,
                     *         "edit_persons": null,
                     *         "read_history": null,
                     *         "read_persons": null,
                     *         "restore": "wrong_state"
                     *       },
                     *       "class": null,
                     *       "credit_code": null,
                     *       "details": {
                     *         "certificate": {},
                     *         "charity": {},
                     *         "contact": {},
                     *         "credit": {
                     *           "annual_checks": [],
                     *           "penalties": []
                     *         },
                     *         "finance": {},
                     *         "governance": {},
                     *         "party": {},
                     *         "recording": {
                     *           "initiators": []
                     *         },
                     *         "registration": {},
                     *         "service": {
                     *           "areas": [],
                     *           "tags": [],
                     *           "target_groups": []
                     *         }
                     *       },
                     *       "dissolved_on": null,
                     *       "dissolved_reason": null,
                     *       "division": "150702",
                     *       "division_name": "海拉尔区",
                     *       "founded_on": null,
                     *       "full_time_staff": null,
                     *       "grade": null,
                     *       "home_base": {
                     *         "code": "B03",
                     *         "id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *         "short_name": "莫力达瓦"
                     *       },
                     *       "hosts": [
                     *         {
                     *           "code": "B03",
                     *           "id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *           "short_name": "莫力达瓦"
                     *         }
                     *       ],
                     *       "id": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *       "kind": "association",
                     *       "liaison_name": null,
                     *       "liaison_phone": null,
                     *       "live": true,
                     *       "name": "海拉尔区助残协会",
                     *       "name_mn": null,
                     *       "party_form": null,
                     *       "places": [
                     *         {
                     *           "base_short_name": "莫力达瓦",
                     *           "space_code": "09nbky3323-0"
                     *         },
                     *         {
                     *           "base_short_name": "莫力达瓦",
                     *           "space_code": "09nbky3323-1"
                     *         }
                     *       ],
                     *       "record_number": null,
                     *       "resident": true,
                     *       "responsible_name": null,
                     *       "social_workers": null,
                     *       "township": null,
                     *       "township_name": null,
                     *       "version": 120,
                     *       "village": null,
                     *       "village_name": null,
                     *       "volunteers": null
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["OrganizationView"];
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
    organizations_edit: {
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
                /**
                 * @example {
                 *       "volunteers": 12
                 *     }
                 */
                "application/json": components["schemas"]["OrganizationBody"];
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
                    "application/json; charset=utf-8": components["schemas"]["OrganizationView"];
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
    organizations_edit_contacts: {
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
                /**
                 * @example {
                 *       "intro": "助残"
                 *     }
                 */
                "application/json": components["schemas"]["ContactsBody"];
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
                    "application/json; charset=utf-8": components["schemas"]["OrganizationView"];
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
    organizations_dissolve: {
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
                /**
                 * @example {
                 *       "on": "2026-11-20",
                 *       "reason": "x"
                 *     }
                 */
                "application/json": components["schemas"]["DissolveBody"];
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
                    "application/json; charset=utf-8": components["schemas"]["OrganizationView"];
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
    persons_list: {
        parameters: {
            query?: {
                /** @description Those who have left too. */
                left?: boolean;
            };
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "can": {
                     *             "delete": null,
                     *             "edit": null
                     *           },
                     *           "email": null,
                     *           "id": "per_01M82YNFM00NC18ZW6EZRG4JF8",
                     *           "left_on": null,
                     *           "name": "示例",
                     *           "organization": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *           "party_member": null,
                     *           "phone": "13847001234",
                     *           "positions": [],
                     *           "social_worker_level": null,
                     *           "version": 1
                     *         },
                     *         {
                     *           "can": {
                     *             "delete": null,
                     *             "edit": null
                     *           },
                     *           "email": null,
                     *           "id": "per_01M82YNFM00WPCYV7GDACRDEHC",
                     *           "left_on": null,
                     *           "name": "示例",
                     *           "organization": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *           "party_member": null,
                     *           "phone": "13847001234",
                     *           "positions": [],
                     *           "social_worker_level": null,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null,
                     *       "total": 32
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["Page_PersonView"];
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
    persons_create: {
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
                /**
                 * @example {
                 *       "name": "图雅"
                 *     }
                 */
                "application/json": components["schemas"]["PersonBody"];
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
                    /**
                     * @example {
                     *       "can": {
                     *         "delete": null,
                     *         "edit": null
                     *       },
                     *       "email": null,
                     *       "id": "per_01M82YNFM0KS4VP244M6HK17MM",
                     *       "left_on": null,
                     *       "name": "图雅",
                     *       "organization": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *       "party_member": null,
                     *       "phone": null,
                     *       "positions": [],
                     *       "social_worker_level": null,
                     *       "version": 1
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["PersonView"];
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
    persons_export: {
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
            /** @description A workbook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    organizations_restore: {
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
                    "application/json; charset=utf-8": components["schemas"]["OrganizationView"];
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
    organizations_export: {
        parameters: {
            query?: {
                /** @description Base that looks after it, or where it has a place. */
                base?: string;
                /** @description Class. */
                class?: components["schemas"]["Class"];
                /** @description Code of a banner, township or village. */
                division?: string;
                /** @description Kind. */
                kind?: components["schemas"]["Kind"];
                /** @description Live or dissolved; both if left out. */
                live?: boolean;
                /** @description Search text. */
                q?: string;
                /** @description Has a place or not. */
                resident?: boolean;
                /** @description `name` (default), `-name`, `created`, `-created`. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A workbook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
                    /**
                     * @example {
                     *       "attention": [
                     *         {
                     *           "count": 114,
                     *           "first": "2026-11-23",
                     *           "items": [
                     *             {
                     *               "day": "2026-11-23",
                     *               "id": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *               "label": "莫力达瓦 56"
                     *             },
                     *             {
                     *               "day": "2026-11-23",
                     *               "id": "bas_01M82YNFM047XSNCZ8KTE7T1Z3",
                     *               "label": "鄂伦春自 58"
                     *             }
                     *           ],
                     *           "kind": "to_hand_over"
                     *         }
                     *       ],
                     *       "bases": [
                     *         {
                     *           "assignable": 0,
                     *           "assumed": false,
                     *           "blades": [],
                     *           "code": "B00",
                     *           "expiring": 0,
                     *           "id": "bas_01M82YNFM0352MM9XQABWGB44N",
                     *           "name": "呼伦贝尔市社会组织公益示范园",
                     *           "occupied": 0,
                     *           "organizations": 0,
                     *           "residents": 0,
                     *           "short_name": "呼伦贝尔"
                     *         },
                     *         {
                     *           "assignable": 0,
                     *           "assumed": true,
                     *           "blades": [],
                     *           "code": "B01",
                     *           "expiring": 0,
                     *           "id": "bas_01M82YNFM02R6XS24E5QWBEWR9",
                     *           "name": "海拉尔区社会组织孵化中心",
                     *           "occupied": 0,
                     *           "organizations": 0,
                     *           "residents": 0,
                     *           "short_name": "海拉尔区"
                     *         }
                     *       ],
                     *       "months": [
                     *         {
                     *           "month": "2025-12",
                     *           "moved_in": 0,
                     *           "moved_out": 0,
                     *           "residents": 0
                     *         },
                     *         {
                     *           "month": "2026-01",
                     *           "moved_in": 0,
                     *           "moved_out": 0,
                     *           "residents": 0
                     *         }
                     *       ],
                     *       "today": "2026-11-23",
                     *       "totals": {
                     *         "assignable": 290,
                     *         "bases": 13,
                     *         "occupied": 59,
                     *         "organizations": 3,
                     *         "recorded": 0,
                     *         "registered": 2,
                     *         "residents": 2
                     *       }
                     *     }
                     */
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
    persons_delete: {
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
                    /**
                     * @example {
                     *       "can": {
                     *         "delete": "person_has_left",
                     *         "edit": "person_has_left"
                     *       },
                     *       "email": null,
                     *       "id": "per_01M82YNFM093ZA4H27AC6MAE3W",
                     *       "left_on": "2026-11-23",
                     *       "name": "示例",
                     *       "organization": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *       "party_member": null,
                     *       "phone": "13847001234",
                     *       "positions": [],
                     *       "social_worker_level": null,
                     *       "version": 2
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["PersonView"];
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
    persons_edit: {
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
                /**
                 * @example {
                 *       "name": "图雅"
                 *     }
                 */
                "application/json": components["schemas"]["PersonBody"];
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
                    /**
                     * @example {
                     *       "can": {
                     *         "delete": null,
                     *         "edit": null
                     *       },
                     *       "email": null,
                     *       "id": "per_01M82YNFM0HP9303DJEVQT1ZPN",
                     *       "left_on": null,
                     *       "name": "图雅",
                     *       "organization": "org_01M82YNFM0ZE606VANVXKKBAAY",
                     *       "party_member": null,
                     *       "phone": "13847001234",
                     *       "positions": [],
                     *       "social_worker_level": null,
                     *       "version": 2
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["PersonView"];
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
                    /**
                     * @example {
                     *       "abilities": {
                     *         "account.self": true,
                     *         "accounts.manage": false,
                     *         "accounts.read": true,
                     *         "allocations.manage": true,
                     *         "allocations.read": true,
                     *         "bases.edit": true,
                     *         "bases.read": true,
                     *         "files.add": true,
                     *         "files.read": true,
                     *         "handovers.record": true,
                     *         "history.read": true,
                     *         "imports.manage": true,
                     *         "imports.read": true,
                     *         "organizations.create": true,
                     *         "organizations.edit": true,
                     *         "organizations.edit_contacts": true,
                     *         "organizations.read": true,
                     *         "overview.base": true,
                     *         "overview.city": true,
                     *         "persons.edit": true,
                     *         "persons.read": true,
                     *         "reference.read": true,
                     *         "settings.edit": true,
                     *         "settings.read": true,
                     *         "spaces.close": true,
                     *         "spaces.edit": true,
                     *         "spaces.read": true,
                     *         "workdays.import": true
                     *       },
                     *       "account": {
                     *         "email": null,
                     *         "id": "acc_01M82YNFM01PHMRESAK7KN1GSY",
                     *         "locale": "zh-CN",
                     *         "login": "city_supervisor",
                     *         "name": "新名",
                     *         "phone": null
                     *       },
                     *       "bases": [
                     *         {
                     *           "code": "B00",
                     *           "id": "bas_01M82YNFM0352MM9XQABWGB44N",
                     *           "name": "呼伦贝尔市社会组织公益示范园",
                     *           "short_name": "呼伦贝尔"
                     *         },
                     *         {
                     *           "code": "B01",
                     *           "id": "bas_01M82YNFM02R6XS24E5QWBEWR9",
                     *           "name": "海拉尔区社会组织孵化中心",
                     *           "short_name": "海拉尔区"
                     *         }
                     *       ],
                     *       "csrf": "DLaAxpuTDAkTV42M4n4K5t4-S7Gm3yuHHw9M3N32Bls",
                     *       "must_change_password": false,
                     *       "organizations": [],
                     *       "roles": [
                     *         {
                     *           "from": "2026-11-23",
                     *           "id": "grt_01M82YNFM0TF3MBFKPWJE8RHYM",
                     *           "role": "city_supervisor",
                     *           "scope_id": null,
                     *           "scope_kind": "city",
                     *           "scope_name": null,
                     *           "to": null
                     *         }
                     *       ],
                     *       "today": "2026-11-23"
                     *     }
                     */
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
                /**
                 * @example {
                 *       "login": "nobody",
                 *       "password": "seven grey herons wade"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "agent": "test",
                     *           "created_at": "2026-11-23T01:00:00+00:00",
                     *           "current": true,
                     *           "id": "ses_01M82YNFM0VTH24W84Z8HQGZJX",
                     *           "last_seen_at": "2036-11-20T01:00:00+00:00"
                     *         }
                     *       ],
                     *       "next": null,
                     *       "total": null
                     *     }
                     */
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
    settings_list: {
        parameters: {
            query?: {
                /** @description For which base; the city if left out. */
                base?: string;
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "basis": null,
                     *           "can": {
                     *             "set": null
                     *           },
                     *           "from": "2026-11-23",
                     *           "key": "allocation.max_term_months",
                     *           "kind": "integer",
                     *           "max": 120,
                     *           "min": 1,
                     *           "next": null,
                     *           "scope": "shipped",
                     *           "unit": "months",
                     *           "value": null
                     *         },
                     *         {
                     *           "basis": null,
                     *           "can": {
                     *             "set": null
                     *           },
                     *           "from": "2026-11-23",
                     *           "key": "allocation.max_days_back",
                     *           "kind": "integer",
                     *           "max": 3650,
                     *           "min": 0,
                     *           "next": null,
                     *           "scope": "shipped",
                     *           "unit": "days",
                     *           "value": 60
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["SettingList"];
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
    settings_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "base": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                 *       "from": "2026-12-01",
                 *       "key": "allocation.expiring_days",
                 *       "value": 40
                 *     }
                 */
                "application/json": components["schemas"]["SettingBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "basis": null,
                     *       "can": {
                     *         "set": null
                     *       },
                     *       "from": "2026-11-23",
                     *       "key": "allocation.expiring_days",
                     *       "kind": "integer",
                     *       "max": 365,
                     *       "min": 1,
                     *       "next": {
                     *         "from": "2026-11-24",
                     *         "value": 31
                     *       },
                     *       "scope": "shipped",
                     *       "unit": "days",
                     *       "value": 30
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["SettingView"];
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
                    /**
                     * @example {
                     *       "needed": true
                     *     }
                     */
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
                /**
                 * @example {
                 *       "login": "first",
                 *       "name": "x",
                 *       "password": "seven grey herons wade",
                 *       "token": "x"
                 *     }
                 */
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
    spaces_list: {
        parameters: {
            query?: {
                /** @description Only in this base. */
                base?: string;
                /** @description Where the last page ended. */
                cursor?: string;
                /** @description Only of this kind. */
                kind?: components["schemas"]["SpaceKind"];
                /** @description Items of a page, at most 200. */
                limit?: number;
                /** @description The beginning of a code or a part of a name. */
                q?: string;
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "allocation": {
                     *             "from": "2026-11-23",
                     *             "id": "alo_01M82YNFM0905VT77DQRBCBPKN",
                     *             "organization": {
                     *               "id": "org_01M82YNFM0MAF329WR7RG6PBQA",
                     *               "name": "canary-7f3a"
                     *             },
                     *             "state": "reserved",
                     *             "version": 1
                     *           },
                     *           "assignable": true,
                     *           "base": "bas_01M82YNFM047XSNCZ8KTE7T1Z3",
                     *           "bookable": false,
                     *           "building": "bld_01M82YNFM0MJ79JZFF9E4Z8JFC",
                     *           "can": {
                     *             "assign": "taken",
                     *             "close": null,
                     *             "edit": null
                     *           },
                     *           "code": "1trscgdkj8-0",
                     *           "equipment": [],
                     *           "expiring": false,
                     *           "floor": "flr_01M82YNFM0963J42VHDWD6CCZW",
                     *           "h": 6,
                     *           "id": "spc_01M82YNFM0PW51AY6RRK4HKXJT",
                     *           "kind": "office",
                     *           "name": "canary-7f3a",
                     *           "seats": 2,
                     *           "state": "reserved",
                     *           "version": 1,
                     *           "w": 2.4,
                     *           "x": 0,
                     *           "y": 0
                     *         },
                     *         {
                     *           "allocation": {
                     *             "from": "2026-11-23",
                     *             "id": "alo_01M82YNFM0PAQBSKXR0ASW5BCD",
                     *             "organization": {
                     *               "id": "org_01M82YNFM0MAF329WR7RG6PBQA",
                     *               "name": "canary-7f3a"
                     *             },
                     *             "state": "reserved",
                     *             "version": 1
                     *           },
                     *           "assignable": true,
                     *           "base": "bas_01M82YNFM047XSNCZ8KTE7T1Z3",
                     *           "bookable": false,
                     *           "building": "bld_01M82YNFM0MJ79JZFF9E4Z8JFC",
                     *           "can": {
                     *             "assign": "taken",
                     *             "close": null,
                     *             "edit": null
                     *           },
                     *           "code": "1trscgdkj8-1",
                     *           "equipment": [],
                     *           "expiring": false,
                     *           "floor": "flr_01M82YNFM0963J42VHDWD6CCZW",
                     *           "h": 6,
                     *           "id": "spc_01M82YNFM0C3ZHC0CQKVPMXKS8",
                     *           "kind": "office",
                     *           "name": "canary-7f3a",
                     *           "seats": 2,
                     *           "state": "reserved",
                     *           "version": 1,
                     *           "w": 2.4,
                     *           "x": 0,
                     *           "y": 8
                     *         }
                     *       ],
                     *       "next": "YmFzXzAxTTgyWU5GTTA0N1hTTkNaOEtURTdUMVozHzdqbXp3c3AzZXMtNA",
                     *       "total": null
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["Page_SpaceView"];
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
    spaces_show: {
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
                    /**
                     * @example {
                     *       "assignable": true,
                     *       "base": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *       "bookable": false,
                     *       "building": "bld_01M82YNFM04V5A75C7Y1MHVXC5",
                     *       "can": {
                     *         "assign": null,
                     *         "close": null,
                     *         "edit": null
                     *       },
                     *       "code": "j1030eht3r-4",
                     *       "equipment": [],
                     *       "expiring": false,
                     *       "floor": "flr_01M82YNFM00HNYG0FD4MWM6G78",
                     *       "h": 6,
                     *       "id": "spc_01M82YNFM0WRHB8M5EQ6YEMCFZ",
                     *       "kind": "office",
                     *       "name": "示例",
                     *       "seats": 2,
                     *       "state": "free",
                     *       "version": 1,
                     *       "w": 2.4,
                     *       "x": 4.8,
                     *       "y": 0
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["SpaceView"];
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
    spaces_edit: {
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
                /**
                 * @example {
                 *       "seats": 3
                 *     }
                 */
                "application/json": components["schemas"]["SpacePatch"];
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
                    /**
                     * @example {
                     *       "assignable": true,
                     *       "base": "bas_01M82YNFM0K10NTBYYFBG63BPH",
                     *       "bookable": false,
                     *       "building": "bld_01M82YNFM0FNW0CBMP6FH0H599",
                     *       "can": {
                     *         "assign": null,
                     *         "close": null,
                     *         "edit": null
                     *       },
                     *       "code": "7gmpa18mz6-4",
                     *       "equipment": [],
                     *       "expiring": false,
                     *       "floor": "flr_01M82YNFM0AM26MNR6NCWGM0KG",
                     *       "h": 6,
                     *       "id": "spc_01M82YNFM047KWYM973R4X9Q54",
                     *       "kind": "office",
                     *       "name": "示例",
                     *       "seats": 3,
                     *       "state": "free",
                     *       "version": 2,
                     *       "w": 2.4,
                     *       "x": 4.8,
                     *       "y": 0
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["SpaceView"];
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
    spaces_close: {
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
                /**
                 * @example {
                 *       "from": "2026-12-01",
                 *       "reason": "x",
                 *       "to": "2026-12-02"
                 *     }
                 */
                "application/json": components["schemas"]["ClosureBody"];
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
                    /**
                     * @example {
                     *       "from": "2026-12-01",
                     *       "id": "cls_01M82YNFM0R5GVXVHFQRSFMHT7",
                     *       "live": true,
                     *       "reason": "x",
                     *       "space": "spc_01M82YNFM08VVE1V0Q89MKN3R0",
                     *       "to": "2026-12-02",
                     *       "version": 1
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["ClosureView"];
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
    spaces_history: {
        parameters: {
            query?: {
                /** @description Where the last page ended. */
                cursor?: string;
                /** @description Items of a page, at most 200. */
                limit?: number;
            };
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
                    /**
                     * @example {
                     *       "items": [],
                     *       "next": null,
                     *       "total": null
                     *     }
                     */
                    "application/json; charset=utf-8": components["schemas"]["Page_AllocationView"];
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
    spaces_export: {
        parameters: {
            query: {
                /** @description Which base. */
                base: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A workbook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "expires_on": "2026-12-31",
                     *           "id": "tok_01M82YNFM0V2GM2HQX8G99E5WN",
                     *           "last_used_at": null,
                     *           "name": "x",
                     *           "scopes": [
                     *             "read"
                     *           ],
                     *           "token": null
                     *         }
                     *       ],
                     *       "next": null,
                     *       "total": null
                     *     }
                     */
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
                /**
                 * @example {
                 *       "expires_on": "2026-12-31",
                 *       "name": "x",
                 *       "scopes": [
                 *         "read"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["TokenBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expires_on": "2026-12-31",
                     *       "id": "tok_01M82YNFM0V2GM2HQX8G99E5WN",
                     *       "last_used_at": null,
                     *       "name": "x",
                     *       "scopes": [
                     *         "read"
                     *       ],
                     *       "token": "fht_PasSQI8Q5jdp3EgS7WjjXBYEDFK1gEtkJ5H2lILtcWs"
                     *     }
                     */
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
                    /**
                     * @example {
                     *       "days": [
                     *         {
                     *           "date": "2026-01-01",
                     *           "division": null,
                     *           "kind": "off",
                     *           "name": "New Year's Day"
                     *         },
                     *         {
                     *           "date": "2026-01-02",
                     *           "division": null,
                     *           "kind": "off",
                     *           "name": "New Year's Day"
                     *         }
                     *       ],
                     *       "known_until": "2026-12-31",
                     *       "year": 2026
                     *     }
                     */
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
    workdays_export: {
        parameters: {
            query?: {
                /** @description The year; all of them if left out. */
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A workbook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
