// Tells of something that scrolls whether there is more below: where a box ends between two rows,
// nothing else would. The look of it is in `base.css`, and on paper there is no edge (`print.css`).

export function below(node: HTMLElement): { destroy: () => void } {
  const look = (): void => void node.toggleAttribute('data-more', node.scrollHeight - node.scrollTop - node.clientHeight > 2)
  const sizes = new ResizeObserver(look)
  for (const one of [node, ...node.children]) sizes.observe(one)
  node.addEventListener('scroll', look, { passive: true })
  look()
  return {
    destroy() {
      sizes.disconnect()
      node.removeEventListener('scroll', look)
    },
  }
}
