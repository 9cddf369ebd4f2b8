import type zh from '../zh/divisions'
import type { Like } from '../areas'

const en: Like<typeof zh> = {}
export default en
