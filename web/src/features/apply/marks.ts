// What stands beside the fields of the form: what is wrong with them, and what the base has said of them.

export type Marks = {
  fault: (path: string) => string | undefined
  notes: (path: string) => string[]
}

/** Brings the eye and the cursor to a field: itself, or the part of the form that it is in. */
export function goTo(path: string): void {
  const spots = [...document.querySelectorAll<HTMLElement>('[data-path]')]
  const spot = [path, path.replace(/\.\w+$/, ''), path.replace(/[.[].*$/, '')].map(name => spots.find(one => one.dataset['path'] === name)).find(Boolean)
  if (!spot) return
  const control = spot.querySelector<HTMLElement>('[aria-invalid="true"]:is(input, textarea, select)') ?? spot.querySelector<HTMLElement>('input:checked, input:not([type="radio"]), textarea, select') ?? spot.querySelector<HTMLElement>('input, button')
  spot.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}
