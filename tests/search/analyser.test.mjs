// The browser's analyser gives what tests/search/vectors.json says; so does the Python one, elsewhere.

import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { test } from "node:test"

import { Analyser } from "../../overrides/assets/javascripts/search-analyser.js"
import { slipsBetween } from "../../overrides/assets/javascripts/search-engine.js"

const read = async name => JSON.parse(await readFile(new URL(name, import.meta.url), "utf8"))
const vectors = await read("vectors.json")
const analyser = new Analyser(await read("../../generator/search/analysis.json"))
const raw = word => analyser.tokens(word)[0].raw
const plain = word => analyser.tokens(word)[0].plain

test("a text is cut and folded", () => {
  for (const [text, expected] of vectors.tokens) {
    const found = analyser.tokens(text).map(token => [token.raw, token.plain, token.start, token.end])
    assert.deepEqual(found, expected, text)
  }
})

test("a word has these readings, in this order", () => {
  for (const [word, expected] of vectors.segmentations) {
    const found = analyser.segmentations(raw(word)).map(choice => [choice.kind, choice.rest, choice.stem])
    assert.deepEqual(found, expected, word)
  }
})

test("stems and names have these keys", () => {
  for (const [word, expected] of vectors.skeleton) assert.equal(analyser.skeleton(analyser.plain(word)), expected, word)
  for (const [word, expected] of vectors.root) assert.equal(analyser.rootSkeleton(analyser.plain(word)), expected, word)
  for (const [word, expected] of vectors.phonetic) assert.equal(analyser.phonetic(plain(word)), expected, word)
  for (const [word, expected] of vectors.consonants) assert.equal(analyser.consonants(plain(word)), expected, word)
})

test("slips are counted as a hand makes them", () => {
  for (const [left, right, most, expected] of vectors.slips) assert.equal(slipsBetween(left, right, most), expected, left)
})

test("offsets count what JavaScript counts, past signs outside the first plane", () => {
  assert.deepEqual(analyser.tokens("😀 كيم").map(({ start, end }) => [start, end]), [[3, 6]])
})
