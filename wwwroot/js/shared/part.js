/** Requests a part of a page, as htmx does. */
export const requestPart = (url, signal) => fetch(url, { signal, headers: { Accept: 'text/html', 'HX-Request': 'true' } })
