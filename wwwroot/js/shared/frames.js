/** Resolves once the next frame was handed on: other threads paint it from then on. */
export const painted = () => new Promise(resolve => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = resolve
  port2.postMessage(null)
}))
