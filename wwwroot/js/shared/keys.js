/** True when a key belongs to a field, an open dialog, or the browser. */
export function isTyping(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.isComposing
    || Boolean(document.querySelector('dialog[open]'))
    || Boolean(event.target.closest?.('input:not([type="checkbox"]), textarea, select, [contenteditable]'))
}
