// Sets the height of table rows before the first paint, so the page loads this as a blocking script. localStorage keeps 'compact', or
// nothing for the default.
{
  const root = document.documentElement

  const read = () => {
    try {
      return localStorage.getItem('density') === 'compact'
    } catch {
      return false
    }
  }

  const keep = compact => {
    try {
      if (compact) localStorage.setItem('density', 'compact')
      else localStorage.removeItem('density')
    } catch {
      // Without access to storage, the choice lasts as long as the page.
    }
  }

  let compact = read()
  const apply = () => root.classList.toggle('compact', compact)

  apply()
  document.addEventListener('click', event => {
    if (!event.target.closest?.('[data-density]')) return
    compact = !compact
    keep(compact)
    apply()
  })
}
