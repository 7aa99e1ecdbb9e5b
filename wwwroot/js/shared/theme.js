// Sets the theme before anything is painted: the page loads this as an ordinary blocking script.
// 'light', 'dark', or nothing for the system's choice, is kept in the browser. A theme button steps through the three.
{
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)')
  const names = { light: 'light', dark: 'dark', system: 'like the system' }

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
      // Storage may be forbidden; the choice then lasts as long as the page.
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
