import type zh from '../zh/history'
import type { Like } from '../areas'

const en: Like<typeof zh> = {}
export default en
