// Search over the engine's own index: nothing is loaded before the reader opens the dialog.
// Both sides of a comparison are folded (marks, hamzas, final forms, digits), and an Arabic word is
// also found behind the particles that are written onto it (و ف ب ل ك ال).

const PAGES = 20
const AROUND = 70
const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\p{Mn}]/gu
const LETTERS = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ئ: "ي", ؤ: "و", ة: "ه", ک: "ك", گ: "ك" }
const PARTICLES = "(?:[وف]?(?:ال|[بك]?ال|لل|[بلك])?)"
const ARABIC = /^\p{Script=Arabic}+$/u

const dialog = document.querySelector("#sh-search")
const [input, status, results] = ["input", ".sh-search__status", ".sh-search__results"].map(name => dialog.querySelector(name))
const words = dialog.dataset
let pages = null

/** The text as comparisons see it; lossy, never shown. */
function fold(text) {
  return text.normalize("NFD").replace(/\u0654|\u0655|\u0653/g, "").normalize("NFC").toLowerCase()
    .normalize("NFD").replace(MARKS, "").normalize("NFC")
    .replace(/./gu, letter => LETTERS[letter] ?? letter)
    .replace(/[٠-٩]/g, digit => digit.codePointAt(0) - 0x660)
    .replace(/[۰-۹]/g, digit => digit.codePointAt(0) - 0x6f0)
}

/** One expression for each word of the query; an Arabic word also counts without particles of its own. */
function expressions(query) {
  return (fold(query).match(/[\p{L}\p{N}]+/gu) ?? []).map(word => {
    if (!ARABIC.test(word)) return new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "gu")
    const bare = [/^[وف]?(?:ال|بال|كال|لل)(?=..)/u, /^[وف](?=...)/u, /^[وف]?[بلك](?=...)/u].map(own => word.replace(own, ""))
    const forms = [...new Set([word, ...bare])].sort((one, other) => other.length - one.length)
    return new RegExp(`(?<![\\p{L}\\p{N}])${PARTICLES}(?:${forms.join("|")})`, "gu")
  })
}

function plain(markup) {
  return new DOMParser().parseFromString(markup, "text/html").body.textContent.replace(/[\s¶]+/g, " ").trim()
}

/** The index of this language as pages, each with its sections folded once. */
async function load() {
  for (const address of [words.index, words.indexSpare]) {
    const answer = await fetch(address)
    if (!answer.ok) continue
    const index = await answer.json()
    const found = new Map()
    for (const entry of index.docs ?? index.items) {
      const location = entry.location.replace(/^\//, "")
      if (!location.startsWith(words.prefix)) continue
      const page = location.split("#")[0]
      const section = { location, title: plain(entry.title), text: plain(entry.text) }
      if (!found.has(page)) found.set(page, { title: section.title, sections: [] })
      found.get(page).sections.push({ ...section, foldedTitle: fold(section.title), foldedText: fold(section.text) })
    }
    return [...found.values()]
  }
  throw new Error("no index")
}

const count = (text, expression) => text.match(expression)?.length ?? 0

/** The best sections, one a page, in which every word of the query occurs. */
function find(query) {
  const wanted = expressions(query)
  if (!wanted.length) return []
  const hits = []
  for (const page of pages) {
    const head = fold(page.title)
    let best = null
    for (const section of page.sections) {
      const scores = wanted.map(word => 8 * count(head, word) + 4 * count(section.foldedTitle, word) + Math.min(count(section.foldedText, word), 4))
      if (scores.includes(0)) continue
      const score = scores.reduce((sum, value) => sum + value)
      if (!best || score > best.score) best = { score, page, section, word: wanted[0] }
    }
    if (best) hits.push(best)
  }
  return hits.sort((one, other) => other.score - one.score)
}

function excerpt({ section, word }) {
  const at = Math.max(section.foldedText.search(word), 0)
  const start = section.text.lastIndexOf(" ", Math.max(at - AROUND, 0)) + 1
  const end = section.text.indexOf(" ", at + AROUND)
  return (start ? "… " : "") + section.text.slice(start, end < 0 ? undefined : end) + (end < 0 ? "" : " …")
}

function item(hit) {
  const row = document.createElement("li")
  const link = document.createElement("a")
  link.href = new URL(hit.section.location, new URL(`${words.base}/`, location.href)).href
  link.textContent = hit.page.title
  const text = document.createElement("p")
  text.textContent = excerpt(hit)
  row.append(link, text)
  return row
}

function show() {
  if (!pages) return
  const hits = input.value.trim() ? find(input.value) : null
  results.replaceChildren(...(hits ?? []).slice(0, PAGES).map(item))
  if (!hits) status.textContent = words.hint
  else status.textContent = [words.none, words.one][hits.length] ?? words.other.replace("#", hits.length)
}

async function open() {
  dialog.showModal()
  input.select()
  if (pages) return show()
  status.textContent = words.loading
  try {
    pages = await load()
    show()
  } catch {
    status.textContent = words.failed
  }
}

document.querySelector("[data-search-open]")?.addEventListener("click", open)
document.addEventListener("keydown", event => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return
  if (!document.querySelector("[data-search-open]")) return
  event.preventDefault()
  open()
})
input.addEventListener("input", show)
// A search field keeps the first Escape for emptying itself; here it closes the dialog at once.
input.addEventListener("keydown", event => {
  if (event.key === "Escape") dialog.close()
})
dialog.querySelector("form").addEventListener("submit", event => {
  event.preventDefault()
  results.querySelector("a")?.click()
})
dialog.addEventListener("click", event => {
  if (event.target === dialog || event.target.closest("[data-search-close], .sh-search__results a")) dialog.close()
})
