// Fills the page's origin into URLs in code: behind a proxy the server may not know its public address.
import { onContent } from '../shared/swap.js'

const fill = () => {
  for (const place of document.querySelectorAll('[data-origin]')) place.textContent = location.origin
}

fill()
onContent(fill)
