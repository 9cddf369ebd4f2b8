// Staying longer with its words, fetched where there is a request.

import { i18n } from '../../lib/i18n.svelte'

export const card = async () => (await Promise.all([import('./Renewal.svelte'), i18n.need(['renewals', 'assessments'])]))[0].default
export const dialogs = async () => (await Promise.all([import('./Dialogs.svelte'), i18n.need(['renewals'])]))[0].default
