/** Shows another view of the table in place, with its own address, which the server says. */
export function show(url) {
  return window.htmx.ajax('GET', url, { target: '#view', select: '#view', swap: 'outerHTML show:none', headers: { 'HX-Boosted': 'true' } })
}
