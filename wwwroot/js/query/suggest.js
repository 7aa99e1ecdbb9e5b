// Fetches suggestions for a query from the server.

/** @returns {Promise<{from: number, to: number, items: {text: string, kind: string, after: string, count: ?number, detail: ?string}[]}>} */
export async function suggest(text, at, signal) {
  const url = `${document.getElementById('search').dataset.suggest}?${new URLSearchParams({ q: text, at })}`
  const response = await fetch(url, { signal, headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}
