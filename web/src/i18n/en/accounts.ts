import type zh from '../zh/accounts'
import type { Like } from '../areas'

const en: Like<typeof zh> = {}
export default en
