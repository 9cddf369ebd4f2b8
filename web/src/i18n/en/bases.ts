import type zh from '../zh/bases'
import type { Like } from '../areas'

const en: Like<typeof zh> = {}
export default en
