/** Shows the table at another URL in place; the server says which URL the address bar gets. */
export function show(url) {
  return window.htmx.ajax('GET', url, { target: '#view', select: '#view', swap: 'outerHTML show:none', headers: { 'HX-Boosted': 'true' } })
}
