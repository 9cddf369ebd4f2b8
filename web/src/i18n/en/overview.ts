import type zh from '../zh/overview'
import type { Like } from '../areas'

const en: Like<typeof zh> = {}
export default en
