// The query engine: reads index files, a shard at a time, and ranks. It knows no page and no theme.
// Its ranking is the twin of generator/search/engine.py; both must give the same entries and scores.
//
//   const engine = await Engine.open(load)        load(name) gives the parsed content of a file
//   const found = await engine.results("كيم", { lang: "ar" })

import { Analyser, isArabic } from "./search-analyser.js"

const LONGEST_QUERY = 400
const MOST_TOKENS = 24
const K1 = 1.2
const B = 0.4
const PLACE_WEIGHTS = [3, 3, 1.6, 0.5]
const BODY = 1
const FIRST_SENTENCE = 4
const WEIGHT = {
  exact: 1, clitic: 0.8, reading: 0.5, skeleton: 0.45, root: 0.3, prefix: 0.8, longer: 0.3, sound: 0.7, script: 0.65,
  typo: 0.6, typos: 0.4, joined: 0.9, topic: 1, "topic stems": 0.8, "topic sound": 0.7, "topic script": 0.65,
}
const KIND_WEIGHT = { t: 0.6, c: 0.9, a: 1 }
const CUT = [0, 0.25, 0.5, 0.42, 0.34, 0.3]
const COVERAGE = 0.7
const PROXIMITY = 0.5
const MOST_EXPANSIONS = 40
const MOST_FORMS = 10
const SHORTEST_SWAP = 4
const SHORTEST_TYPO = 5
const TWO_TYPOS = 8
const SHORTEST_SCRIPT = 4
const LONGEST_NAME = 6
const FEW_SHARDS = 2
const SURE = 0.8

// ---------------------------------------------------------------- the index files

class Shards {
  constructor(load, manifest, entries) {
    this.load = load
    this.manifest = manifest
    this.kinds = entries.kinds
    this.sides = entries.sides
    this.years = entries.years
    this.lengths = entries.lengths
    this.files = new Map()
    this.decoded = new Map()
  }

  file(kind, digest, read = (content) => content) {
    const name = `${kind}-${digest}.json`
    if (!this.files.has(name)) this.files.set(name, this.load(name).then(read))
    return this.files.get(name)
  }

  termShard(shard) {
    return this.file("terms", this.manifest.terms[shard][2], (data) => {
      const terms = []
      let last = ""
      for (let i = 0; i < data.t.length; i += 2) {
        last = last.slice(0, data.t[i]) + data.t[i + 1]
        terms.push(last)
      }
      return { terms, counts: data.n }
    })
  }

  // The number of a term, or -1.
  async find(term) {
    const shard = lastAt(this.manifest.terms, (row) => row[0] <= term)
    if (shard < 0) return -1
    const { terms } = await this.termShard(shard)
    const at = lastAt(terms, (other) => other <= term)
    return at >= 0 && terms[at] === term ? this.manifest.terms[shard][1] + at : -1
  }

  // Terms that begin so, in order: [term, number, count].
  async beginning(prefix) {
    const rows = this.manifest.terms
    const first = Math.max(0, lastAt(rows, (row) => row[0] <= prefix))
    let end = first + 1
    while (end < rows.length && (rows[end][0] <= prefix || rows[end][0].startsWith(prefix))) end += 1
    const shards = await Promise.all(rows.slice(first, end).map((_, at) => this.termShard(first + at)))
    return shards.flatMap(({ terms, counts }, shard) =>
      terms.flatMap((term, at) => (term.startsWith(prefix) ? [[term, rows[first + shard][1] + at, counts[at]]] : [])),
    )
  }

  // A term by its number, with its entries and the places in each.
  async posting(number) {
    if (!this.decoded.has(number)) {
      const shard = lastAt(this.manifest.posts, (row) => row[0] <= number)
      const [first, digest] = this.manifest.posts[shard]
      const [term, ...coded] = (await this.file("posts", digest))[number - first]
      this.decoded.set(number, { term, entries: decoded(coded) })
    }
    return this.decoded.get(number)
  }

  async key(key) {
    const shard = lastAt(this.manifest.keys, (row) => row[0] <= key)
    if (shard < 0) return []
    const keys = await this.file("keys", this.manifest.keys[shard][1])
    return Object.hasOwn(keys, key) ? keys[key] : []
  }

  async keysBeginning(prefix) {
    const rows = this.manifest.keys
    const first = Math.max(0, lastAt(rows, (row) => row[0] <= prefix))
    let end = first + 1
    while (end < rows.length && (rows[end][0] <= prefix || rows[end][0].startsWith(prefix))) end += 1
    const shards = await Promise.all(rows.slice(first, end).map(([, digest]) => this.file("keys", digest)))
    return shards.flatMap((keys) => Object.keys(keys).filter((key) => key.startsWith(prefix)).flatMap((key) => keys[key]))
  }

  async text(entry) {
    const shard = Math.floor(entry / this.manifest.per_text)
    const digest = this.manifest.texts.slice(shard * 8, shard * 8 + 8)
    return (await this.file("texts", digest))[entry % this.manifest.per_text]
  }
}

// ---------------------------------------------------------------- ranking

// An entry with its score and the share of the query that it answers. Where it has what, and why, is
// worked out only for entries that are looked at: a frequent word has thousands.
class Hit {
  constructor(entry) {
    this.entry = entry
    this.score = 0
    this.coverage = 0
    this.rows = []
  }

  // Place -> how much of the query stands there.
  get places() {
    if (!this.known) {
      this.known = new Map()
      for (const [row, part] of this.rows) {
        for (const [place, strength] of placesOf(row)) raise(this.known, place, strength * part)
      }
    }
    return this.known
  }

  // [words of the query, how they matched, what that gave]
  get parts() {
    return this.rows.map(([row]) => [row.word, row.how, Math.round(row.score * 1e4) / 1e4])
  }
}

function placesOf(row) {
  const places = new Map()
  for (const [sources, part] of row.words) {
    const best = new Map()
    for (const [at, strength] of sources) {
      for (const place of at) best.set(place, Math.max(best.get(place) ?? 0, strength))
    }
    for (const [place, strength] of best) raise(places, place, strength * part)
  }
  for (const [at, strength] of row.topics) {
    for (const place of at) places.set(place, Math.max(places.get(place) ?? 0, strength))
  }
  return places
}

const raise = (places, place, strength) => places.set(place, (places.get(place) ?? 0) + strength)

function ranked(hits) {
  const rank = (hit) => Math.round(hit.score * 1e9)
  return hits.sort((a, b) => rank(b) - rank(a) || a.entry - b.entry)
}

export class Engine {
  static async open(load) {
    const manifest = await load("index.json")
    const [table, entries] = await Promise.all([
      load(`analysis-${manifest.analysis}.json`),
      load(`entries-${manifest.entries}.json`),
    ])
    return new Engine(new Shards(load, manifest, entries), new Analyser(table))
  }

  constructor(shards, analyser) {
    this.shards = shards
    this.analyser = analyser
    this.count = shards.manifest.count
  }

  get years() {
    return this.shards.manifest.years
  }

  // The entries that answer a query, best first, the topics that it names, and how it was read.
  async search(query, { kinds = "", year = 0 } = {}) {
    const text = query.slice(0, LONGEST_QUERY)
    const tokens = this.analyser.tokens(text).slice(0, MOST_TOKENS)
    const openEnd = tokens.length > 0 && tokens.at(-1).end === text.length
    const topics = await this.topicUnits(tokens)
    let content = tokens.map((_, i) => i).filter((i) => !this.analyser.isStop(tokens[i]))
    if (!content.length) content = tokens.map((_, i) => i)
    const lists = await Promise.all(
      content.map((i) => this.matches(tokens[i], openEnd && i === tokens.length - 1)),
    )
    const matches = new Map(content.map((i, at) => [i, lists[at]]))
    await this.joinNeighbours(tokens, content, matches)
    const weights = new Map(content.map((i) => [i, this.weight(matches.get(i))]))
    const taken = new Set(topics.flatMap((unit) => unit.tokens))
    const units = [...topics, ...content.filter((i) => !taken.has(i)).map((i) => ({ tokens: [i], topics: [], how: "" }))]
    units.sort((a, b) => a.tokens[0] - b.tokens[0])
    for (const unit of units) {
      unit.weight = sum(unit.tokens.map((i) => weights.get(i) ?? 0))
      if (unit.topics.length && !unit.tokens.some((i) => matches.get(i)?.length)) {
        const mentions = await Promise.all(unit.topics.map((topic) => this.mentions(topic)))
        unit.weight = Math.max(...mentions.map((entries) => this.idf(entries.length)))
      }
    }
    const scored = await this.score(tokens, units, matches, weights)
    const keep = ({ entry }) =>
      (!kinds || kinds.includes(this.shards.kinds[entry])) && (!year || this.shards.years[entry] === year)
    return {
      words: content.map((i) => tokens[i].plain),
      named: [...new Set(units.flatMap((unit) => unit.topics))],
      hits: scored.kept.filter(keep),
      below: scored.below,
      tokens: content.map((i) => tokens[i]),
      matches: content.map((i) => matches.get(i)),
      topicTokens: topics.flatMap((unit) => unit.tokens).length,
    }
  }

  idf(count) {
    return Math.log(1 + (this.count - count + 0.5) / (count + 0.5))
  }

  weight(matches) {
    if (!matches.length) return this.idf(0)
    const best = Math.max(...matches.map((match) => match.weight))
    return this.idf(Math.max(...matches.filter((match) => match.weight === best).map((match) => match.count)))
  }

  // The terms that a word leads to; with `openEnd` the reader may still be typing it.
  async matches(token, openEnd) {
    const ways = new Map()
    const choices = this.analyser.segmentations(token.raw)
    const numbers = await Promise.all(choices.map((choice) => this.shards.find(choice.stem)))
    const at = numbers.findIndex((number) => number >= 0)
    const main = at < 0 ? null : choices[at]
    if (main) addWays(ways, [numbers[at]], "exact")
    if (!/^[0-9]/.test(token.plain)) await this.addInexact(ways, choices, main, openEnd)
    return Promise.all([...ways].map(([term, how]) => this.match(term, how)))
  }

  async match(term, how) {
    const { entries } = await this.shards.posting(term)
    return { term, how, weight: WEIGHT[how], count: entries.length }
  }

  async addInexact(ways, choices, main, openEnd) {
    const likely = main ?? choices[0]
    const long = likely.rest.length >= 3
    const keyed = async (letter, key) => (long && key ? this.shards.key(`${letter}:${key}`) : [])
    // «بعلماء» after «بعلم» was found: the corpus may know the reading without ب as well.
    const readings = main?.kind === "whole" ? choices.filter((choice) => choice.kind === "proclitic") : []
    const numbers = await Promise.all(readings.map((choice) => this.shards.find(choice.stem)))
    addWays(ways, numbers.filter((number) => number >= 0), "reading")
    const [clitic, longer, skeleton, root] = await Promise.all([
      this.shards.key(`c:${likely.stem}`),
      long && openEnd ? this.longer(choices) : [],
      keyed("s", this.analyser.skeleton(likely.stem)),
      keyed("r", this.analyser.rootSkeleton(likely.stem)),
    ])
    addWays(ways, clitic, "clitic")
    addWays(ways, longer, main ? "longer" : "prefix")
    addWays(ways, skeleton, "skeleton")
    addWays(ways, root, "root")
    const sure = [...ways.values()].some((how) => WEIGHT[how] >= SURE)
    if (long && !sure) await this.addUnlike(ways, choices)
  }

  // Terms that go on where the reader may still be typing, the most frequent ones.
  async longer(choices) {
    for (const { rest } of unprefixed(choices.slice(0, 2))) {
      const longer = (await this.shards.beginning(rest)).filter(([term]) => term !== rest)
      longer.sort((a, b) => b[2] - a[2] || a[1] - b[1])
      const forms = (await this.shards.keysBeginning(`f:${rest}`)).slice(0, MOST_FORMS)
      if (longer.length || forms.length) return [...longer.slice(0, MOST_EXPANSIONS).map((row) => row[1]), ...forms]
    }
    return []
  }

  // For a word that the corpus does not have: the same sound, the other script, a slip.
  async addUnlike(ways, choices) {
    for (const choice of unprefixed(choices).slice(0, 2)) {
      const arabic = isArabic(choice.rest)
      const sound = arabic ? this.analyser.phonetic(choice.rest) : ""
      const consonants = this.analyser.consonants(choice.rest)
      const [bySound, byScript, bySlip] = await Promise.all([
        sound ? this.shards.key(`p:${sound}`) : [],
        consonants.length >= (arabic ? SHORTEST_SCRIPT : 1) ? this.shards.key(`${arabic ? "y" : "x"}:${consonants}`) : [],
        this.slips(choice, choice === choices[0]),
      ])
      addWays(ways, bySound, "sound")
      addWays(ways, byScript, "script")
      for (const [number, distance] of bySlip) addWays(ways, [number], distance <= 1 ? "typo" : "typos")
    }
  }

  // Terms one slip of the keyboard away, or two in long words: [number, slips].
  async slips({ rest, stem }, first) {
    if (stem.length < SHORTEST_SWAP) return []
    const arabic = isArabic(rest)
    const allowed = first && rest.length >= TWO_TYPOS ? 2 : 1
    const endings = arabic ? ["", ...this.analyser.table.suffixes.map(([suffix]) => suffix)] : [""]
    const letters = this.shards.manifest.terms.length <= FEW_SHARDS ? [""] : [...new Set(stem.slice(0, 2))]
    const lists = await Promise.all(letters.map((letter) => this.shards.beginning(letter)))
    const found = []
    for (const [term, number, count] of lists.flat()) {
      if (term.length < 3 || term[0] === "#" || isArabic(term) !== arabic) continue
      let distance = slipsBetween(stem, term, 1)
      if (distance === 1 && stem.length < SHORTEST_TYPO) {
        // With an ending typed right behind it, a stem of four may have one slip too.
        const sure = rest.length > SHORTEST_TYPO && term[0] === stem[0]
        const swapped = [...term].sort().join("") === [...stem].sort().join("")
        distance = sure || swapped || this.analyser.soundAlike(stem, term) ? 1 : 9
      }
      if (distance > 1) {
        // Shorter stems with any ending lie near too many words: «زيتون» and بيت + ون.
        const long = rest.length > SHORTEST_TYPO && term.length >= SHORTEST_TYPO
        distance = long ? slipsOfForms(rest, term, endings, allowed) : 9
      }
      if (distance <= allowed && (distance === 1 || term[0] === stem[0])) found.push([number, distance, count])
    }
    found.sort((a, b) => a[1] - b[1] || b[2] - a[2] || a[0] - b[0])
    return found.filter((row) => row[1] === found[0][1]).slice(0, MOST_EXPANSIONS)
  }

  // «بيونغيانغ» for «بيونغ يانغ»: two words that together make one.
  async joinNeighbours(tokens, content, matches) {
    const sure = (i) => matches.get(i).some((match) => match.how === "exact")
    for (let at = 0; at + 1 < content.length; at += 1) {
      const [left, right] = [content[at], content[at + 1]]
      if (right !== left + 1 || (sure(left) && sure(right))) continue
      if (/^[0-9]/.test(tokens[left].plain) || /^[0-9]/.test(tokens[right].plain)) continue
      for (const number of await this.joined(tokens[left].raw + tokens[right].raw)) {
        const match = await this.match(number, "joined")
        matches.get(left).push(match)
        matches.get(right).push(match)
      }
    }
  }

  async joined(raw) {
    const choice = this.analyser.segmentations(raw)[0]
    const number = await this.shards.find(choice.stem)
    if (number >= 0) return [number]
    const sound = isArabic(choice.rest) ? this.analyser.phonetic(choice.rest) : ""
    return sound ? this.shards.key(`p:${sound}`) : []
  }

  // ---------------------------------------------------------------- topics

  async topicUnits(tokens) {
    const units = []
    for (let start = 0; start < tokens.length; ) {
      let unit = null
      for (let end = Math.min(tokens.length, start + LONGEST_NAME); end > start && !unit; end -= 1) {
        unit = await this.topicUnit(tokens, start, end)
      }
      if (unit) units.push(unit)
      start = unit ? unit.tokens.at(-1) + 1 : start + 1
    }
    return units
  }

  async topicUnit(tokens, start, end) {
    const { analyser, shards } = this
    if (end === start + 1 && analyser.isStop(tokens[start])) return null
    const span = Array.from({ length: end - start }, (_, i) => start + i)
    const later = span.slice(1).map((i) => analyser.bare(tokens[i].raw))
    const firsts = analyser.firstWords(tokens[start])
    const unit = async (key, how) => {
      const topics = await shards.key(key)
      return topics.length ? { tokens: span, topics, how } : null
    }
    for (const first of firsts) {
      const found = await unit(`n:${first}${later.join("")}`, "topic")
      if (found) return found
    }
    for (const first of firsts) {
      const nisba = isArabic(first) && analyser.table.nisba.some((ending) => first.endsWith(ending))
      if (end === start + 1 && !nisba) continue
      const found = await unit(`t:${analyser.stemsKey([first, ...later])}`, "topic stems")
      if (found) return found
    }
    for (const i of span) {
      for (const choice of analyser.segmentations(tokens[i].raw).slice(0, 2)) {
        if ((await shards.find(choice.stem)) >= 0) return null
      }
    }
    for (const first of firsts) {
      const together = first + later.join("")
      const sound = isArabic(together) ? analyser.phonetic(together) : ""
      const bySound = sound ? await unit(`P:${sound}`, "topic sound") : null
      if (bySound) return bySound
      const consonants = analyser.consonants(together)
      const byScript = consonants.length >= 4 ? await unit(`X:${consonants}`, "topic script") : null
      if (byScript) return byScript
    }
    return null
  }

  // The entries that name a topic, with the places.
  async mentions(topic) {
    const number = await this.shards.find(`#${topic}`)
    return number < 0 ? [] : (await this.shards.posting(number)).entries
  }

  // ---------------------------------------------------------------- scores

  async score(tokens, units, matches, weights) {
    const total = sum(units.map((unit) => unit.weight))
    const hits = new Map()
    if (!total) return { kept: [], below: [] }
    for (const unit of units) {
      const rows = await this.unitScores(tokens, unit, matches, weights)
      for (const [entry, row] of rows) {
        let hit = hits.get(entry)
        if (!hit) hits.set(entry, (hit = new Hit(entry)))
        hit.score += row.score
        hit.coverage += (row.share * unit.weight) / total
        hit.rows.push([row, unit.weight / total])
      }
    }
    const cut = CUT[Math.min(units.length, CUT.length - 1)]
    const all = [...hits.values()]
    const kept = all.filter((hit) => hit.coverage >= cut)
    for (const hit of kept) {
      const near = units.length > 1 ? Math.max(...hit.places.values()) : 0
      hit.score *= (1 - COVERAGE + COVERAGE * hit.coverage) * (1 + PROXIMITY * near)
      hit.score *= KIND_WEIGHT[this.shards.kinds[hit.entry]]
    }
    return { kept: ranked(kept), below: ranked(all.filter((hit) => hit.coverage < cut)) }
  }

  // What a unit gives to each entry: its words together, or its topic where that is more.
  async unitScores(tokens, unit, matches, weights) {
    const rows = new Map()
    const word = unit.tokens.map((i) => tokens[i].plain).join(" ")
    const whole = sum(unit.tokens.map((i) => weights.get(i) ?? 0)) || 1
    const row = (entry) => {
      let found = rows.get(entry)
      if (!found) rows.set(entry, (found = { score: 0, share: 0, words: [], topics: [], word, how: "" }))
      return found
    }
    for (const i of unit.tokens) {
      const weight = weights.get(i) ?? 0
      for (const [entry, found] of await this.tokenScores(matches.get(i) ?? [], weight)) {
        const old = row(entry)
        old.score += found.score
        old.share += (found.weight * weight) / whole
        old.words.push([found.sources, weight / whole])
        old.how = old.how ? `${old.how} ${found.how}` : found.how
      }
    }
    for (const topic of unit.topics) {
      const strength = WEIGHT[unit.how]
      for (const [entry, places] of await this.mentions(topic)) {
        const old = row(entry)
        old.score = Math.max(old.score, strength * unit.weight * this.frequency(places, entry))
        old.share = Math.max(old.share, strength)
        old.topics.push([places, strength])
        old.how = old.how ? `${old.how} ${unit.how}` : unit.how
      }
    }
    return rows
  }

  // What a word gives to each entry: its best match there.
  async tokenScores(matches, weight) {
    const rows = new Map()
    const ordered = [...matches].sort((a, b) => b.weight - a.weight || a.term - b.term)
    const lists = await Promise.all(ordered.map((match) => this.shards.posting(match.term)))
    ordered.forEach((match, at) => {
      for (const [entry, places] of lists[at].entries) {
        const score = match.weight * weight * this.frequency(places, entry)
        let old = rows.get(entry)
        if (!old) rows.set(entry, (old = { score: 0, weight: 0, sources: [], how: "" }))
        if (score > old.score) old.how = match.how
        old.score = Math.max(old.score, score)
        old.weight = Math.max(old.weight, match.weight)
        old.sources.push([places, match.weight])
      }
    })
    return rows
  }

  frequency(places, entry) {
    let frequency = 0
    for (const place of places) frequency += PLACE_WEIGHTS[place] ?? BODY
    const length = this.shards.lengths[entry] / this.shards.manifest.average
    return (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * length))
  }

  // ---------------------------------------------------------------- what is shown

  // Rows for a reader of a language: topics that the query names, pages of that language, dated
  // events and figures that say it all, then pages of the other language.
  async results(query, { lang = "ar", kind = "", year = 0, limit = 10 } = {}) {
    const kinds = { topic: "t", card: "c", article: "a", stub: "a", event: "a", figure: "a" }[kind] ?? ""
    const facts = kind === "event" || kind === "figure"
    const answer = await this.search(query, { kinds, year: facts ? 0 : year })
    const pages = this.pages(answer, lang, kind, year)
    // What will be shown is fetched while the words to mark are worked out.
    for (const { entry } of [...pages.own.slice(0, limit), ...pages.others.slice(0, limit)]) {
      this.shards.text(entry).catch(() => {})
    }
    const marker = await this.marker(answer)
    const shown = facts ? [] : await Promise.all([
      ...pages.named.map((entry) => this.row(new Hit(entry), lang, marker)),
      ...pages.own.slice(0, limit).map((hit) => this.row(hit, lang, marker)),
    ])
    const events = kind && !facts ? [] : await this.factRows(answer, lang, marker, facts ? kind : "", year)
    const others = facts ? [] : await Promise.all(
      pages.others.slice(0, limit).map((hit) => this.row(hit, other(lang), marker)),
    )
    const rows = [...shown, ...events.slice(0, facts ? limit : 3), ...others]
    const total = facts
      ? events.length
      : pages.named.length + pages.own.length + pages.others.length + Math.min(3, events.length)
    const closest = rows.length ? [] : await this.closest(answer, lang, marker)
    return { rows, total, closest, words: answer.words }
  }

  // Which pages stand in which part: a topic or a card shows once, an article in each language.
  pages(answer, lang, kind, year) {
    const has = (entry, language) => (Number(this.shards.sides[entry]) & (language === "ar" ? 1 : 2)) !== 0
    const named = year || (kind && kind !== "topic") ? [] : answer.named.filter((entry) => has(entry, lang)).slice(0, 3)
    const hits = answer.hits.filter(({ entry }) => !named.includes(entry))
    const wanted = (language) => (kind === "article" ? language === "ar" : kind === "stub" ? language === "en" : true)
    const isArticle = (entry) => this.shards.kinds[entry] === "a"
    return {
      named,
      own: hits.filter(({ entry }) => has(entry, lang) && (!isArticle(entry) || wanted(lang))),
      others: hits.filter(
        ({ entry }) =>
          has(entry, other(lang)) &&
          (isArticle(entry) ? wanted(other(lang)) : !has(entry, lang)),
      ),
    }
  }

  async row(hit, lang, marker) {
    const shown = await this.shards.text(hit.entry)
    const side = shown[lang]
    const letter = this.shards.kinds[hit.entry]
    const text = bestText(shown, lang, hit.places)
    const passage = text?.[2] ?? side.l ?? side.p[0]?.[2] ?? ""
    const marked = marker(passage)
    return {
      kind: letter === "t" ? "topic" : letter === "c" ? "card" : lang === "ar" ? "article" : "stub",
      lang,
      title: marker(side.t).parts,
      other: side.o ?? "",
      path: side.u,
      anchor: text?.[0] ?? (letter === "c" ? side.p[0]?.[0] ?? "" : ""),
      passage: excerpt(marked.parts),
      words: marked.words,
      year: this.shards.years[hit.entry],
      score: hit.score,
      why: hit.parts,
    }
  }

  // Events and figures of the best articles whose own sentence says everything that was asked.
  async factRows(answer, lang, marker, kind, year) {
    const enough = answer.tokens.length > 1 || answer.tokens.some((token) => /^[0-9]/.test(token.plain))
    if (!kind && !enough) return []
    const rows = []
    for (const hit of answer.hits.slice(0, kind ? 40 : 5)) {
      const side = (await this.shards.text(hit.entry))[lang]
      for (const [what, path, when, text] of side?.f ?? []) {
        if ((kind && what !== kind) || (year && when !== year)) continue
        const marked = marker(text)
        if (marked.matched < answer.tokens.length) continue
        const [page, anchor] = path.split("#")
        rows.push({
          kind: what, lang, title: excerpt(marked.parts, 90), other: "", path: page, anchor,
          passage: [[side.t, false]], words: marked.words, year: when, score: hit.score, why: hit.parts,
        })
      }
    }
    return rows
  }

  // Topics near a query that found nothing.
  async closest(answer, lang, marker) {
    const entries = answer.below.map((hit) => hit.entry).filter((entry) => this.shards.kinds[entry] === "t")
    for (const token of answer.tokens) {
      const bare = this.analyser.bare(token.raw)
      if (bare.length >= 3) entries.push(...(await this.shards.keysBeginning(`n:${bare.slice(0, 3)}`)))
    }
    const three = [...new Set(entries)].slice(0, 3)
    return Promise.all(three.map((entry) => this.row(new Hit(entry), lang, marker)))
  }

  // A function that cuts a text into parts, whole matched words apart, by analysing the text itself.
  async marker(answer) {
    const terms = []
    for (const list of answer.matches) {
      const names = await Promise.all(list.map(async (match) => (await this.shards.posting(match.term)).term))
      terms.push(new Set(names))
    }
    const names = new Set()
    for (const entry of answer.named) {
      const shown = await this.shards.text(entry)
      for (const side of [shown.ar, shown.en]) {
        for (const token of this.analyser.tokens(side?.t ?? "")) {
          for (const { stem } of this.analyser.segmentations(token.raw).slice(0, 2)) names.add(stem)
        }
      }
    }
    return (text) => this.marked(text, terms, names, answer.topicTokens)
  }

  marked(text, terms, names, topicTokens) {
    const parts = []
    const words = new Set()
    const matched = new Set()
    let named = false
    let last = 0
    for (const token of this.analyser.tokens(text)) {
      const stems = this.analyser.segmentations(token.raw).map((choice) => choice.stem)
      const at = terms.map((set, i) => (stems.some((stem) => set.has(stem)) ? i : -1)).filter((i) => i >= 0)
      const isName = stems.some((stem) => names.has(stem)) && !this.analyser.isStop(token)
      if (!at.length && !isName) continue
      at.forEach((i) => matched.add(i))
      named ||= isName
      const gap = text.slice(last, token.start)
      if (gap || !parts.length) parts.push([gap, false])
      parts.push([text.slice(token.start, token.end), true])
      words.add(text.slice(token.start, token.end))
      last = token.end
    }
    parts.push([text.slice(last), false])
    const fromName = named ? topicTokens : 0
    return { parts: parts.filter(([part]) => part), words: [...words], matched: Math.max(matched.size, Math.min(fromName, terms.length)) }
  }
}

// ---------------------------------------------------------------- small things

// Notes how terms were reached, where no better way is known.
function addWays(ways, numbers, how) {
  for (const number of numbers) {
    if (!ways.has(number) || WEIGHT[ways.get(number)] < WEIGHT[how]) ways.set(number, how)
  }
}

// The readings without proclitics, each rest once.
function unprefixed(choices) {
  const likely = choices.filter(({ kind, rest }) => (kind === "definite" || kind === "whole") && rest.length >= 3)
  return likely.filter((choice, at) => likely.findIndex(({ rest }) => rest === choice.rest) === at)
}

const other = (lang) => (lang === "ar" ? "en" : "ar")
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)

// The last row of an ordered list for which the test still holds, or -1.
function lastAt(rows, test) {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(rows[middle])) low = middle + 1
    else high = middle
  }
  return low - 1
}

function decoded(coded) {
  const found = []
  for (let at = 0, entry = 0; at < coded.length; ) {
    entry += coded[at]
    const count = coded[at + 1]
    const places = []
    for (let i = 0, place = 0; i < count; i += 1) {
      place += coded[at + 2 + i]
      places.push(place)
    }
    at += 2 + count
    found.push([entry, places])
  }
  return found
}

// Letters left out, added, exchanged or swapped with the next one, up to `most` + 1.
export function slipsBetween(left, right, most) {
  if (Math.abs(left.length - right.length) > most) return most + 1
  let before = []
  let last = Array.from({ length: right.length + 1 }, (_, j) => j)
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= right.length; j += 1) {
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (left[i - 1] === right[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1)
      }
      row.push(cost)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last[right.length]
}

function slipsOfForms(rest, term, endings, allowed) {
  let best = 9
  for (const ending of endings) {
    if (Math.abs(term.length + ending.length - rest.length) <= allowed) {
      best = Math.min(best, slipsBetween(rest, term + ending, allowed))
    }
  }
  return best
}

// The paragraph of a side in which most of the query stands, or null.
function bestText(shown, lang, places) {
  let place = FIRST_SENTENCE
  let best = null
  let most = 0
  for (const language of ["ar", "en"]) {
    for (const text of shown[language]?.p ?? []) {
      let strength = 0
      let all = 0
      for (let i = 0; i < text[1]; i += 1) {
        strength = Math.max(strength, places.get(place + i) ?? 0)
        all += places.get(place + i) ?? 0
      }
      place += text[1]
      if (language === lang && strength + all / 100 > most) {
        best = text
        most = strength + all / 100
      }
    }
  }
  return best
}

// About so many letters around the first marked word, cut between words.
function excerpt(parts, length = 220) {
  const text = parts.map(([part]) => part).join("")
  if (text.length <= length) return parts
  const first = parts.findIndex(([, marked]) => marked)
  const at = first < 0 ? 0 : sum(parts.slice(0, first).map(([part]) => part.length))
  let start = at <= length / 3 ? 0 : text.indexOf(" ", Math.max(0, at - length / 3)) + 1
  if (start > at) start = at
  let end = start + length >= text.length ? text.length : text.lastIndexOf(" ", start + length)
  if (end <= start) end = start + length
  const kept = []
  let offset = 0
  for (const [part, marked] of parts) {
    const piece = part.slice(Math.max(0, start - offset), Math.max(0, end - offset))
    if (piece) kept.push([piece, marked])
    offset += part.length
  }
  if (start > 0) kept.unshift(["… ", false])
  if (end < text.length) kept.push([" …", false])
  return kept
}
