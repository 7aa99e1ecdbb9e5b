// Chart.js is no module, and its script takes longer to load than the points of the first charts: neither waits for the other.

/** Resolves once Chart.js is there. */
export const library = () => globalThis.Chart ? Promise.resolve() : new Promise((resolve, reject) => {
  const script = document.querySelector('script[data-chart-library]')
  script.addEventListener('load', resolve)
  script.addEventListener('error', () => reject(new Error('Chart.js could not be loaded.')))
})
