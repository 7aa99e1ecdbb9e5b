// The tabs of a page.

export const currentTab = () => document.querySelector('[data-tab-link][aria-current="page"]')

/** On narrow screens the current tab may be outside the visible part. */
export const showCurrentTab = () => currentTab()?.scrollIntoView({ inline: 'center', block: 'nearest' })
