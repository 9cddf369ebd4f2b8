// Who may only bring in the work calendar sees imports too, and brings in that.

export const SEE = ['imports.read', 'workdays.import'] as const
export const BRING = ['imports.manage', 'workdays.import'] as const
