// The search dialog: a combobox over a list of links. Its words come from the template's data
// attributes; texts are set as text, never as markup.

const dialog = document.querySelector("#sh-search")
const words = dialog.dataset
const part = name => dialog.querySelector(`[data-search-${name}]`)
const [input, status, list, kinds, years, more, closest, recent] = [
  "input", "status", "list", "kind", "year", "more", "closest", "recent",
].map(part)
const lang = words.lang
const plural = new Intl.PluralRules(lang)
const PAGE = 10
const QUIET = 250
const MOST_MARKED = 12
const RECENT = 5

const asked = []
let worker = null
let id = 0
let limit = PAGE
let active = -1
let back = null
let announcing = 0

// ---------------------------------------------------------------- opening and closing

/** Opens the dialog and asks the query, if there is one. */
export async function openSearch(query = "") {
  if (dialog.open) return
  back = document.activeElement
  await style()
  start()
  dialog.showModal()
  if (query) input.value = query
  input.select()
  input.value.trim() ? ask() : empty()
}

function style() {
  if (document.querySelector("link[data-search-style]")) return null
  const link = document.createElement("link")
  link.rel = "stylesheet"
  link.href = new URL("../stylesheets/search.css", import.meta.url)
  link.dataset.searchStyle = ""
  return new Promise(done => {
    link.onload = link.onerror = done
    document.head.append(link)
  })
}

function start() {
  if (worker) return
  worker = new Worker(new URL("./search-worker.js", import.meta.url), { type: "module" })
  worker.onmessage = ({ data }) => receive(data)
  worker.onerror = () => say(words.failed)
  worker.postMessage({ index: new URL(words.index, document.baseURI).href })
}

function close() {
  dialog.close()
}

dialog.addEventListener("close", () => {
  remember()
  const address = new URL(location.href)
  address.searchParams.delete("q")
  history.replaceState(history.state, "", address)
  back?.focus?.()
})

// ---------------------------------------------------------------- asking

function ask() {
  const query = input.value
  id += 1
  share(query)
  if (!query.trim()) return empty()
  recent.hidden = true
  worker.postMessage({ id, query, options: { lang, kind: kinds.value, year: Number(years.value), limit } })
}

function share(query) {
  const address = new URL(location.href)
  if (query.trim()) address.searchParams.set("q", query.slice(0, 200))
  else address.searchParams.delete("q")
  history.replaceState(history.state, "", address)
}

function receive({ id: answered, answer, years: known, error }) {
  if (answered !== id) return
  if (error) return say(words.failed)
  fillYears(known)
  show(answer)
}

function fillYears(known) {
  if (years.options.length > 1 || known.length < 2) return
  for (const year of known) years.append(new Option(year, year))
  years.closest("label").hidden = false
}

// ---------------------------------------------------------------- showing

function show({ rows, total, closest: near }) {
  const own = rows.filter(row => row.lang === lang)
  const others = rows.filter(row => row.lang !== lang)
  const nodes = own.map((row, at) => option(row, at))
  if (others.length) nodes.push(otherGroup(others.map((row, at) => option(row, own.length + at))))
  list.replaceChildren(...nodes)
  list.hidden = !rows.length
  input.setAttribute("aria-expanded", String(rows.length > 0))
  activate(-1)
  more.hidden = rows.length >= total || limit > rows.length
  showClosest(near)
  say(total ? words[`count${capital(plural.select(total))}`].replace("#", total) : words.none)
}

function option(row, at) {
  const link = element("a", "sh-search__option")
  link.id = `sh-search-option-${at}`
  link.setAttribute("role", "option")
  link.setAttribute("aria-selected", "false")
  link.tabIndex = -1
  link.href = href(row)
  // The label speaks the page's language, what follows that of the result.
  const label = element("span", "sh-search__kind", words[`kind${capital(row.kind)}`])
  const body = element("span", "sh-search__body")
  body.lang = row.lang
  body.dir = row.lang === "ar" ? "rtl" : "ltr"
  body.append(marked("span", "sh-search__title", row.title))
  if (row.other) {
    const other = element("bdi", "sh-search__other", row.other)
    other.lang = row.lang === "ar" ? "en" : "ar"
    body.append(" ", other)
  }
  if (row.passage.length) body.append(marked("span", "sh-search__passage", row.passage))
  link.append(label, body)
  return link
}

function otherGroup(nodes) {
  const group = element("div", "sh-search__group")
  group.setAttribute("role", "group")
  const label = element("p", "sh-search__label-other", words.other)
  label.id = "sh-search-other"
  group.setAttribute("aria-labelledby", label.id)
  group.append(label, ...nodes)
  return group
}

function href({ path, anchor, words: found }) {
  const address = new URL(path, new URL(words.base, document.baseURI))
  if (anchor && found.length) address.searchParams.set("mark", found.slice(0, MOST_MARKED).join(" "))
  address.hash = anchor
  return address.href
}

function showClosest(near) {
  closest.hidden = !near.length
  closest.replaceChildren(words.closest, " ")
  near.forEach((row, at) => {
    const link = element("a", "", row.title.map(([text]) => text).join(""))
    link.href = href(row)
    closest.append(...(at ? [words.comma, " "] : []), link)
  })
}

function empty() {
  list.replaceChildren()
  list.hidden = more.hidden = closest.hidden = true
  input.setAttribute("aria-expanded", "false")
  activate(-1)
  say(words.hint)
  recent.hidden = !asked.length
  recent.replaceChildren(words.recent, ...asked.flatMap(query => [" ", again(query)]))
}

/** Queries of this visit, kept in memory alone. */
function remember() {
  const query = input.value.trim()
  if (!query || asked.includes(query)) return
  asked.unshift(query)
  asked.length = Math.min(asked.length, RECENT)
}

function again(query) {
  const button = element("button", "sh-tag", query)
  button.type = "button"
  button.dir = "auto"
  button.addEventListener("click", () => {
    input.value = query
    input.focus()
    ask()
  })
  return button
}

/** The count is spoken once the reader pauses, not at every letter. */
function say(text) {
  clearTimeout(announcing)
  announcing = setTimeout(() => {
    status.textContent = text
  }, QUIET)
}

// ---------------------------------------------------------------- the keyboard

const options = () => [...list.querySelectorAll("[role=option]")]

function activate(at) {
  const all = options()
  all[active]?.setAttribute("aria-selected", "false")
  active = all.length ? at : -1
  const now = all[active]
  if (now) {
    now.setAttribute("aria-selected", "true")
    input.setAttribute("aria-activedescendant", now.id)
    now.scrollIntoView({ block: "nearest" })
  } else input.removeAttribute("aria-activedescendant")
}

input.addEventListener("keydown", event => {
  if (event.isComposing) return
  const count = options().length
  if (event.key === "ArrowDown" && count) activate((active + 1) % count)
  else if (event.key === "ArrowUp" && count) activate(active <= 0 ? count - 1 : active - 1)
  else if (event.key === "Enter") (options()[active] ?? options()[0])?.click()
  // A search field keeps the first Escape for emptying itself; here it closes the dialog at once.
  else if (event.key === "Escape") close()
  else return
  event.preventDefault()
})

input.addEventListener("input", () => {
  limit = PAGE
  ask()
})

for (const select of [kinds, years]) {
  select.addEventListener("change", () => {
    limit = PAGE
    ask()
  })
}

more.addEventListener("click", () => {
  limit += PAGE
  ask()
  input.focus()
})


dialog.addEventListener("click", event => {
  if (event.target === dialog || event.target.closest("[data-search-close]")) close()
  else if (event.target.closest("[role=option], [data-search-closest] a")) follow(event)
})

/** A result on this very page is a jump, which the open dialog would hide. */
function follow(event) {
  const link = event.target.closest("a")
  const here = new URL(link.href)
  if (event.ctrlKey || event.metaKey || event.shiftKey || here.pathname !== location.pathname) return
  event.preventDefault()
  dialog.addEventListener("close", () => location.assign(link.href), { once: true })
  close()
}

// ---------------------------------------------------------------- small things

const capital = word => word[0].toUpperCase() + word.slice(1)

function element(tag, name, text = "") {
  const node = document.createElement(tag)
  if (name) node.className = name
  node.textContent = text
  return node
}

function marked(tag, name, parts) {
  const node = element(tag, name)
  node.append(...parts.map(([text, found]) => (found ? element("mark", "", text) : text)))
  return node
}
