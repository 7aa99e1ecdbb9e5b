// Plain words filter while one types. In a query with conditions the term at the caret may be half typed (lr < 0 of lr < 0.1),
// so it is asked for once it is finished or typing pauses, and until a longer pause it does not replace the rows by none.

export const SOON = 200 // milliseconds without a key, for plain words and after a space
export const PAUSE = 600 // for a term under construction, and before an error of the query is shown
export const LONG_PAUSE = 2000 // before an answer without a run is shown

const CONDITION = /[^\s\w./-]|(?:^|\s)(?:and|or|not|in|has|contains)(?=\s|$)/i
const FINISHED = /(?:^|[^\s=<>!~,(])\s+$/
const UNFINISHED = /(?:^|\s)(?:and|or|not|in|has|contains)\s+$/i

/** True while the caret is in a term that may be half typed. */
export function isHalfTyped(text, caret) {
  const before = text.slice(0, caret)
  return CONDITION.test(text) && (!FINISHED.test(before) || UNFINISHED.test(before))
}
