import type { Page } from 'playwright-core'

/** Runs in the page: it has no access to anything here. */
const look = (mayScroll: string) => `(() => {
  const found = new Set()
  const width = document.documentElement.clientWidth
  const nameOf = (element) => element.tagName.toLowerCase() + (element.classList.length ? '.' + [...element.classList].join('.') : '')
  const placeOf = (element) => element.parentElement ? nameOf(element.parentElement) + ' > ' + nameOf(element) : nameOf(element)
  if (document.documentElement.scrollWidth > width) found.add('the page is ' + document.documentElement.scrollWidth + ' wide')
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.off-screen, .flow thead, ${mayScroll}, datalist, select, details:not([open]) > :not(summary)')) continue
    const box = element.getBoundingClientRect()
    if (box.width === 0 || box.height === 0) continue
    const hides = getComputedStyle(element).overflowX !== 'visible'
    if (hides && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
      found.add(placeOf(element) + ' hides a part: ' + element.scrollWidth + ' in ' + element.clientWidth)
    if (box.right > width + 1 || box.left < -1 && !element.matches('.skip')) found.add(placeOf(element) + ' is out of the page')
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    if (text.parentElement.closest('pre, script, style, textarea, option, .off-screen, ${mayScroll}')) continue
    for (const { 0: word, index } of text.data.matchAll(/[A-Za-z]+/g)) {
      if (word.length < 3 || word.length > 16) continue
      const range = document.createRange()
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      const lines = [...range.getClientRects()].filter((line) => line.width > 0).map((line) => line.top)
      if (lines.length > 1 && Math.max(...lines) - Math.min(...lines) > 4 && !/(?<=[a-z])(?=[A-Z])/.test(word)) found.add("'" + word + "' is on two lines, in " + placeOf(text.parentElement))
    }
  }
  return [...found]
})()`

/**
 * What is cut off on a page, reaches out of it, has to be scrolled sideways, or is a word that goes on in another line.
 * @param mayScroll a selector of what is made to be scrolled, with all that is in it
 */
export const findCuts = async (page: Page, mayScroll = '.none'): Promise<string[]> =>
  page.evaluate<string[]>(look(mayScroll))
