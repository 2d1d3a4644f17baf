// Answers queries with the browser's engine: node ask.mjs ENGINE INDEX_FOLDER < queries.json
// Reads a list of [query, options], prints a list of answers.

import { readFile } from "node:fs/promises"
import { pathToFileURL } from "node:url"
import { resolve } from "node:path"

const [engineFile, folder] = process.argv.slice(2)
const { Engine } = await import(pathToFileURL(resolve(engineFile)).href)
const load = async (name) => JSON.parse(await readFile(`${folder}/${name}`, "utf8"))

let input = ""
for await (const chunk of process.stdin) input += chunk
const engine = await Engine.open(load)
const answers = []
for (const [query, options] of JSON.parse(input)) {
  const { named, hits, words } = await engine.search(query, options)
  const { rows, total, closest } = await engine.results(query, options)
  answers.push({
    words,
    named,
    hits: hits.map(({ entry, score, coverage, parts }) => [entry, score, coverage, parts]),
    rows,
    total,
    closest,
  })
}
console.log(JSON.stringify(answers))
