// Says something to a screen reader without moving the focus.

let region: HTMLElement | undefined

export function announce(text: string): void {
  if (!region) {
    region = document.createElement('div')
    region.className = 'sr'
    region.setAttribute('role', 'status')
    region.setAttribute('aria-live', 'polite')
    document.body.append(region)
  }
  // An empty moment between two equal texts makes the second one heard too.
  region.textContent = ''
  setTimeout(() => {
    if (region) region.textContent = text
  }, 60)
}
