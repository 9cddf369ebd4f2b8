// What stands beside the fields of the form: what is wrong with them, and what the base has said of them.

export type Marks = {
  fault: (path: string) => string | undefined
  notes: (path: string) => string[]
}
