// Addresses in lines of code begin as this page's own: behind a proxy the server may not know how it is called.
import { onContent } from '../shared/swap.js'

const fill = () => {
  for (const place of document.querySelectorAll('[data-origin]')) place.textContent = location.origin
}

fill()
onContent(fill)
