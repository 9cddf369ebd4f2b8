// Fields of a form by their paths: each stands within what bears its path as `data-path`.

/** The path of the field that an event is about; none is empty. */
export const pathAt = (event: Event): string => (event.target as Element).closest<HTMLElement>('[data-path]')?.dataset['path'] ?? ''

/** Brings the eye and the cursor to a field: itself, or the part of the form that it is in. */
export function goTo(path: string): void {
  const spots = [...document.querySelectorAll<HTMLElement>('[data-path]')]
  const spot = [path, path.replace(/\.\w+$/, ''), path.replace(/[.[].*$/, '')].map(name => spots.find(one => one.dataset['path'] === name)).find(Boolean)
  if (!spot) return
  const control = spot.querySelector<HTMLElement>('[aria-invalid="true"]:is(input, textarea, select)') ?? spot.querySelector<HTMLElement>('input:checked, input:not([type="radio"]), textarea, select') ?? spot.querySelector<HTMLElement>('input, button')
  spot.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}

/** A form is gone: what is shown now begins at its head. */
export function toHead(): void {
  scrollTo(0, 0)
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}
