// The engine off the page's own thread. A question that a newer one overtakes is not answered.

import { Engine } from "./search-engine.js"

let engine = null
let waiting = null
let busy = false

async function work() {
  busy = true
  while (waiting) {
    const { id, query, options } = waiting
    waiting = null
    try {
      const opened = await engine
      const answer = await opened.results(query, options)
      postMessage({ id, answer, years: opened.years })
    } catch (error) {
      postMessage({ id, error: String(error) })
    }
  }
  busy = false
}

addEventListener("message", ({ data }) => {
  if (data.index) {
    const load = async name => {
      // The manifest has a fixed name and must be asked for; all other names change with their content.
      const response = await fetch(new URL(name, data.index), { cache: name === "index.json" ? "no-cache" : "default" })
      if (!response.ok) throw new Error(`${name}: ${response.status}`)
      return response.json()
    }
    engine = Engine.open(load)
    engine.catch(() => {})
    return
  }
  waiting = data
  if (!busy) work()
})
