import type zh from '../zh/settings'
import type { Like } from '../areas'

const en: Like<typeof zh> = {}
export default en
