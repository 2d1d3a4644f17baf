// The door to search: a few listeners, and everything else only when the reader touches it.

const button = document.querySelector("[data-search-open]")
const address = new URL(location.href)

/** Opens the dialog, with a query if one is given. */
async function open(query = "") {
  const { openSearch } = await import("./search-dialog.js")
  openSearch(query)
}

button?.addEventListener("click", () => open())

document.addEventListener("keydown", event => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey
  const chord = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  if (!button || document.querySelector("dialog[open]") || !(slash || chord)) return
  event.preventDefault()
  open()
})

if (button && address.searchParams.get("q")) open(address.searchParams.get("q"))
if (address.searchParams.has("mark")) import("./search-arrival.js")
