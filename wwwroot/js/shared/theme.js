// Sets the theme before the first paint, so the page loads this as a blocking script. localStorage keeps 'light' or 'dark',
// or nothing for the theme of the system. The theme button cycles through the three.
{
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)')
  const names = { light: 'light', dark: 'dark', system: 'system' }

  const read = () => {
    try {
      const kept = localStorage.getItem('theme')
      return kept === 'light' || kept === 'dark' ? kept : 'system'
    } catch {
      return 'system'
    }
  }

  const keep = theme => {
    try {
      if (theme === 'system') localStorage.removeItem('theme')
      else localStorage.setItem('theme', theme)
    } catch {
      // Without access to storage, the choice lasts as long as the page.
    }
  }

  let theme = read()

  const apply = () => {
    root.dataset.bsTheme = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme
    root.dataset.theme = theme
    const button = document.querySelector('[data-theme-switch]')
    if (button) {
      button.title = `Theme: ${names[theme]}`
      button.setAttribute('aria-label', button.title)
    }
  }

  root.classList.add('scripted')
  apply()
  system.addEventListener('change', () => {
    apply()
    document.dispatchEvent(new CustomEvent('themechange'))
  })
  document.addEventListener('DOMContentLoaded', apply)
  document.addEventListener('click', event => {
    if (!event.target.closest?.('[data-theme-switch]')) return
    theme = { system: 'light', light: 'dark', dark: 'system' }[theme]
    keep(theme)
    apply()
    document.dispatchEvent(new CustomEvent('themechange'))
  })
}
