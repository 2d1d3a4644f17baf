// A reader who comes from a result sees the words that were found, in the paragraph that was found.

const address = new URL(location.href)
const words = (address.searchParams.get("mark") ?? "").slice(0, 400).split(" ").filter(Boolean)
const target = document.getElementById(decodeURIComponent(location.hash.slice(1))) ?? document.querySelector("main h1")

/** Whole words only: a mark inside a word would break the joining of its letters. */
function expression() {
  const any = words.map(word => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|")
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${any})(?![\\p{L}\\p{M}\\p{N}])`, "gu")
}

function markWords(node, found) {
  const pieces = []
  let last = 0
  for (const match of node.data.matchAll(found)) {
    const mark = document.createElement("mark")
    mark.className = "sh-found"
    mark.textContent = match[0]
    pieces.push(node.data.slice(last, match.index), mark)
    last = match.index + match[0].length
  }
  if (pieces.length) node.replaceWith(...pieces, node.data.slice(last))
}

if (target && words.length) {
  for (let folded = target.closest("details"); folded; folded = folded.parentElement?.closest("details")) folded.open = true
  const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT)
  const nodes = []
  while (walker.nextNode()) nodes.push(walker.currentNode)
  const found = expression()
  for (const node of nodes) markWords(node, found)
  target.scrollIntoView({ block: "center" })
}

// The address that a reader copies is the paragraph's own.
address.searchParams.delete("mark")
history.replaceState(history.state, "", address)
