// On paper nothing can be followed: marks that lead to a paragraph of another page get numbers, and the
// addresses stand below the text under the same numbers. Off the paper the page is as it was.

const base = document.querySelector("link[rel=canonical]")?.href ?? location.href
const section = document.querySelector("[data-notes]")
const marks = [...document.querySelectorAll("main a[href*='#p-']")].filter(
  link => link.pathname !== location.pathname && !link.closest(".sh-evidence"),
)

/** What the mark leads to: its label, without the number that it has on the screen. */
function label(link) {
  const name = link.getAttribute("aria-label") ?? link.textContent
  return link.matches(".sh-ev:not(.sh-ev--sign)") ? name.replace(/^[^:]*: /, "") : name
}

addEventListener("beforeprint", () => {
  if (!section || !marks.length || !section.hidden) return
  const list = document.createElement("ol")
  const numbers = new Map()
  for (const link of marks) {
    const { href } = new URL(link.getAttribute("href"), base)
    if (!numbers.has(href)) {
      const item = document.createElement("li")
      const address = document.createElement("bdi")
      address.lang = "en"
      address.dir = "ltr"
      address.textContent = decodeURI(href)
      item.append(label(link), " ", address)
      list.append(item)
      numbers.set(href, numbers.size + 1)
    }
    link.dataset.note = numbers.get(href)
  }
  section.append(list)
  section.hidden = false
})

addEventListener("afterprint", () => {
  if (!section || section.hidden) return
  section.hidden = true
  section.querySelector("ol").remove()
  for (const link of marks) delete link.dataset.note
})
