// Previews of links to topics and paragraphs, on hover, on keyboard focus and, for words of the
// glossary and evidence marks, on touch. Nothing is fetched before a reader rests on such a link;
// texts are set as text, never as markup.

const words = document.querySelector("script[data-previews]").dataset
const root = new URL("../../", import.meta.url)
const page = document.documentElement
const REST = 350
const LEAVE = 300
const EDGE = 8
const narrow = matchMedia("(max-width: 39.99rem)")
const files = new Map()

let card = null
let parts = null
let link = null // whose card is shown or asked for
let dismissed = null // closed with Escape: silent until the reader has been elsewhere
let coming = 0
let leaving = 0
let asked = 0
let touched = false
let seen = null // what the pointer was over last

// ---------------------------------------------------------------- what a link leads to

/** The file, paragraph and language of what the link previews; null where there is no preview. */
function subject(found) {
  if (!found?.closest("main") || found.closest(".sh-permalink, .sh-entry h3")) return null
  const address = new URL(found.getAttribute("href"), document.baseURI)
  const id = address.hash.slice(1)
  if (address.origin !== root.origin || !address.pathname.startsWith(root.pathname)) return null
  const [lang, kind, name, rest] = address.pathname.slice(root.pathname.length).split("/")
  if (rest !== "" || !/^(ar|en)$/.test(lang)) return null
  const isParagraph = kind === "articles" && lang === "ar" && /^p-[0-9a-f]{8}/.test(id)
  if (!isParagraph && (kind !== "topics" || address.pathname === location.pathname)) return null
  const file = new URL(`assets/previews/${kind}/${name}.json`, root)
  const summary = new URL(`en/articles/${name}/`, root).pathname
  return { file: file.href, href: address.href, id: isParagraph && id, lang: isParagraph ? page.lang : lang, summary }
}

function load(file) {
  if (!files.has(file)) files.set(file, fetch(file).then(answer => answer.ok ? answer.json() : Promise.reject(answer.status)))
  files.get(file).catch(() => files.delete(file))
  return files.get(file)
}

// ---------------------------------------------------------------- the card

function build() {
  const part = (tag, name, inside = card) => {
    const node = document.createElement(tag)
    node.className = `sh-preview__${name}`
    inside.append(node)
    return node
  }
  card = document.createElement("div")
  card.className = "sh-preview"
  card.id = "sh-preview"
  card.tabIndex = -1
  card.hidden = true
  card.popover = "manual"
  const body = part("div", "body")
  const texts = ["kicker", "name", "other", "summary", "said", "text", "count"]
  parts = { body, ...Object.fromEntries(texts.map(name => [name, part("p", name, body)])) }
  parts.name.id = "sh-preview-name"
  parts.said.id = "sh-preview-said"
  parts.text.id = "sh-preview-text"
  const foot = part("p", "foot")
  parts.go = part("a", "go", foot)
  parts.close = part("button", "close", foot)
  parts.close.type = "button"
  parts.close.textContent = words.close
  parts.close.addEventListener("click", close)
  document.querySelector("main").append(card)
  const sheet = document.createElement("link")
  sheet.rel = "stylesheet"
  sheet.href = new URL("../stylesheets/previews.css", import.meta.url)
  parts.styled = new Promise(done => {
    sheet.onload = sheet.onerror = done
    document.head.append(sheet)
  })
}

/** Sets a text: a string, or sentences cut into runs, of which every second is in the other direction. */
function put(node, text, lang) {
  const sentences = Array.isArray(text) ? text : [[text]]
  node.replaceChildren(...sentences.flatMap((runs, at) => [
    at ? " " : "",
    ...runs.map((run, odd) => (odd % 2 ? foreign(run, lang) : run)),
  ]))
  node.hidden = !node.textContent
  declare(node, lang)
}

function declare(node, lang) {
  node.lang = lang
  node.dir = lang === "ar" ? "rtl" : "ltr"
}

function foreign(run, lang) {
  const node = document.createElement("bdi")
  node.textContent = run
  declare(node, lang === "ar" ? "en" : "ar")
  return node
}

function fill({ href, id, lang, summary }, data) {
  const own = data[lang]
  // On the page of the summary itself the reader has just read it.
  const said = location.pathname !== summary && own.said?.[id]
  const other = lang === "ar" ? "en" : "ar"
  card.classList.toggle("sh-preview--paragraph", Boolean(id))
  put(parts.kicker, id ? own.source : own.type, lang)
  put(parts.name, id ? own.title : own.name, id ? own.lang : lang)
  put(parts.other, id ? "" : data[other].name, other)
  put(parts.summary, said ? own.summary : "", lang)
  put(parts.said, said || "", lang)
  if (id && !own.note) put(parts.text, [data.text[id]], "ar")
  else put(parts.text, id ? own.note : own.text, lang)
  put(parts.count, id ? "" : own.count, lang)
  put(parts.go, id ? words.paragraph : words.topic, page.lang)
  parts.go.href = href
}

/** Shows the card of the link: as a tooltip beside it or, after a touch, as a dialog of its own. */
async function open(found, byTouch) {
  const what = subject(found)
  if (!what) return
  close()
  link = found
  const mine = ++asked
  if (!card) build()
  try {
    const [data] = await Promise.all([load(what.file), parts.styled])
    if (mine !== asked) return
    if (what.id && !(what.id in data.text)) throw new Error(what.id)
    fill(what, data)
  } catch {
    if (mine !== asked) return
    link = null
    if (byTouch) location.assign(what.href)
    return
  }
  card.classList.toggle("sh-preview--touch", byTouch)
  card.setAttribute("role", byTouch ? "dialog" : "tooltip")
  if (byTouch) card.setAttribute("aria-labelledby", parts.name.id)
  else link.setAttribute("aria-describedby", (parts.said.hidden ? parts.text : parts.said).id)
  card.hidden = false
  card.showPopover?.()
  place(byTouch)
  // A text too long for the window is read on with the arrow keys.
  parts.body.tabIndex = parts.body.scrollHeight > parts.body.clientHeight ? 0 : -1
  if (byTouch) card.focus({ preventScroll: true })
}

/** Under the link or, where more room is, over it, inside the window; on a phone after a touch at its foot. */
function place(byTouch) {
  const { style } = card
  style.insetInlineStart = style.insetBlockStart = style.maxBlockSize = ""
  if (byTouch && narrow.matches) return
  const boxes = link.getClientRects()
  const [first, last] = [boxes[0], boxes[boxes.length - 1]]
  const [over, under] = [first.top - 2 * EDGE, innerHeight - last.bottom - 2 * EDGE]
  const { width, height: wanted } = card.getBoundingClientRect()
  const isOver = wanted > under && over > under
  const height = Math.min(wanted, Math.max(isOver ? over : under, 0))
  const start = page.dir === "rtl" ? page.clientWidth - last.right : last.left
  style.maxBlockSize = `${Math.max(isOver ? over : under, 0)}px`
  style.insetInlineStart = `${Math.round(Math.max(EDGE, Math.min(start, page.clientWidth - width - EDGE)))}px`
  style.insetBlockStart = `${Math.round(scrollY + (isOver ? first.top - EDGE - height : last.bottom + EDGE))}px`
}

function close() {
  clearTimeout(coming)
  clearTimeout(leaving)
  asked += 1
  const was = link
  link = null
  if (!card || card.hidden) return
  const focused = card.contains(document.activeElement)
  was?.removeAttribute("aria-describedby")
  card.hidePopover?.()
  card.hidden = true
  card.removeAttribute("aria-labelledby")
  if (focused) {
    dismissed = was
    was?.focus({ preventScroll: true })
  }
}

// ---------------------------------------------------------------- pointer, keyboard, touch

const linkAt = node => node.closest?.("a[href]")
const isTouch = () => card && !card.hidden && card.getAttribute("role") === "dialog"

function approach(found) {
  clearTimeout(coming)
  if (found === link) return clearTimeout(leaving)
  if (found && found === dismissed) return
  dismissed = null
  if (subject(found)) coming = setTimeout(() => open(found, false), REST)
  if (link) leave()
}

/** Not at once: the pointer may be on its way to the card. A link that keeps focus keeps its card. */
function leave() {
  clearTimeout(leaving)
  leaving = setTimeout(() => {
    if (!isTouch() && !card?.contains(document.activeElement) && !link?.matches(":focus-visible")) close()
  }, LEAVE)
}

// Moves, not what scrolling brings under a pointer that rests.
document.addEventListener("pointermove", event => {
  if (event.pointerType === "touch" || event.target === seen) return
  seen = event.target
  if (!card?.contains(seen)) return approach(linkAt(seen))
  clearTimeout(leaving)
  clearTimeout(coming)
})

page.addEventListener("pointerleave", () => approach(null))

document.addEventListener("focusin", event => {
  if (card?.contains(event.target)) return
  const found = linkAt(event.target)
  if (found?.matches(":focus-visible")) approach(found)
  else if (link) leave()
})

document.addEventListener("focusout", () => link && leave())

document.addEventListener("pointerdown", event => {
  touched = event.pointerType === "touch"
  if (isTouch() && !card.contains(event.target) && linkAt(event.target) !== link) close()
})

document.addEventListener("click", event => {
  const found = linkAt(event.target)
  if (!found || card?.contains(found)) return
  // A second touch follows the link, as a touch on any other link does.
  const asks = touched && found !== link && found.matches(".sh-term, .sh-ev") && subject(found)
  if (!asks || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return close()
  event.preventDefault()
  open(found, true)
})

document.addEventListener("keydown", event => {
  touched = false
  if (!card || card.hidden) {
    if (event.key === "Escape") close()
    return
  }
  const inside = card.contains(document.activeElement)
  if (event.key === "Escape") {
    const was = link
    close()
    dismissed = was
  } else if (event.key === "ArrowDown" && event.altKey && !inside) {
    event.preventDefault()
    parts.go.focus()
  } else if (event.key === "Tab" && inside && !isTouch()) {
    // Out of the card the way goes on from its link, or back to it.
    if (event.shiftKey) event.preventDefault()
    dismissed = link
    link.focus()
    close()
  }
})

addEventListener("pagehide", close)
