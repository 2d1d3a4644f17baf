// From text to search keys, with the table that the index was made with. The twin of tokens.py and
// analyser.py in generator/search/: tests/search/vectors.json holds both to the same answers.

const DROPPED = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\u0640]/u
const LETTER = /\p{L}/u
const THOUSANDS = ",\u066c"
const DECIMALS = ".\u066b"

export const isArabic = (word) => word !== "" && word[0] >= "\u0621" && word[0] <= "\u064a"
const isDigit = (character) => character >= "0" && character <= "9"
const kindOf = (character) => (isDigit(character) ? "digit" : LETTER.test(character) ? "letter" : "")

export class Analyser {
  constructor(table) {
    this.table = table
    this.stop = new Set(`${table.stop.ar} ${table.stop.en}`.split(" "))
    this.folds = new Map()
    this.plurals = this.pluralMap()
  }

  // ---------------------------------------------------------------- characters and tokens

  foldCharacter(character) {
    let folded = this.folds.get(character)
    if (folded === undefined) {
      folded = this.computeFold(character)
      this.folds.set(character, folded)
    }
    return folded
  }

  computeFold(character) {
    const { hard_alef: hard, letters } = this.table
    if (hard.includes(character)) return character
    if (Object.hasOwn(letters, character)) return letters[character]
    let parts = character.normalize("NFKC")
    if (!isArabic(parts)) parts = parts.normalize("NFKD").toLowerCase()
    let kept = ""
    for (const part of parts) {
      if (DROPPED.test(part)) continue
      kept += !hard.includes(part) && Object.hasOwn(letters, part) ? letters[part] : part
    }
    return kept
  }

  plain(raw) {
    let plain = raw
    for (const letter of this.table.hard_alef) plain = plain.replaceAll(letter, "ا")
    return plain
  }

  // The words and numbers of a text: raw and plain form, start and end in UTF-16 code units.
  tokens(text) {
    const found = []
    let word = ""
    let kind = ""
    let start = 0
    let end = 0
    let offset = 0
    const close = () => {
      if (word) found.push({ raw: word, plain: this.plain(word), start, end })
      word = ""
    }
    for (const character of text) {
      const after = offset + character.length
      const folded = this.foldCharacter(character)
      if (folded === "") {
        if ("\n\t\r\u200b".includes(character)) {
          close()
          kind = ""
        } else if (word) end = after
      }
      for (const part of folded) {
        const now = kindOf(part)
        if (word && now !== kind) close()
        if (now) {
          if (!word) start = offset
          word += part
          end = after
        }
        kind = now
      }
      offset = after
    }
    close()
    return joinNumbers(found, text)
  }

  isStop(token) {
    return this.stop.has(token.plain)
  }

  // ---------------------------------------------------------------- segmentations and stems

  segmentations(raw) {
    const plain = this.plain(raw)
    if (!isArabic(plain)) {
      return [{ kind: "whole", rest: plain, stem: isDigit(plain[0]) ? plain : this.englishStem(plain) }]
    }
    const [definite, short] = this.definite(raw)
    const found = [...definite, { kind: "whole", rest: plain, stem: this.stem(plain) }, ...short]
    for (const proclitic of this.table.proclitics) {
      const rest = raw.slice(proclitic.length)
      if (raw.startsWith(proclitic) && rest.length >= 3) {
        const bare = this.plain(rest)
        found.push({ kind: "proclitic", rest: bare, stem: this.stem(bare) })
      }
    }
    for (const { rest } of [...found]) {
      const two = this.stemOfTwo(rest)
      if (two) found.push({ kind: "short", rest: two, stem: two })
    }
    return found
  }

  definite(raw) {
    const sure = []
    const short = []
    const article = this.table.definite.find((candidate) => raw.startsWith(candidate))
    if (article !== undefined) {
      let rest = raw.slice(article.length)
      if (rest.startsWith("ال") && rest.length >= 6) rest = rest.slice(2)
      const bare = this.plain(rest)
      if (bare.length >= 3) sure.push({ kind: "definite", rest: bare, stem: this.stem(bare) })
      else if (bare.length === 2) short.push({ kind: "short", rest: bare, stem: bare })
    }
    if (raw.startsWith("لل") && raw.length >= 5) {
      const bare = this.plain(raw.slice(1))
      sure.push({ kind: "definite", rest: bare, stem: this.stem(bare) })
    }
    return raw.startsWith("ال") && short.length ? [short, []] : [sure, short]
  }

  stem(plain) {
    const light = this.light(plain)
    return this.plurals.get(light) ?? light
  }

  light(plain) {
    let word = plain
    for (let round = 0; round < 4; round += 1) {
      const shorter = this.stripSuffix(word)
      if (shorter === word) break
      word = shorter
    }
    return word
  }

  stripSuffix(word) {
    if (word.length === 5 && word.endsWith("اء")) return word
    for (const [suffix, stay] of this.table.suffixes) {
      if (!word.endsWith(suffix)) continue
      if (word.length - suffix.length >= stay) return word.slice(0, -suffix.length)
      if (this.table.feminine_of_two.includes(suffix) && word.length === suffix.length + 2) {
        return `${word.slice(0, 2)}ه`
      }
    }
    return word
  }

  stemOfTwo(plain) {
    const dual = this.table.dual_of_two.some((ending) => plain.endsWith(ending))
    return plain.length === 4 && dual ? plain.slice(0, 2) : ""
  }

  pluralMap() {
    const letters = (word) => this.plain([...word].map((c) => this.table.letters[c] ?? c).join(""))
    const found = new Map()
    for (const [one, many] of Object.entries(this.table.plurals)) {
      const singular = this.light(letters(one))
      for (const plural of many.split(" ")) {
        const light = this.light(letters(plural))
        if (light !== singular && !found.has(light)) found.set(light, singular)
      }
    }
    const singulars = new Set(found.values())
    return new Map([...found].filter(([light]) => !singulars.has(light)))
  }

  englishStem(word) {
    const { rules, keep, vowels } = this.table.english
    let stem = word
    for (const [ending, instead, stay] of rules) {
      if (!stem.endsWith(ending) || stem.length - ending.length < stay) continue
      if (keep.some((kept) => stem.endsWith(kept))) break
      const rest = stem.slice(0, stem.length - ending.length)
      if (!instead && ending !== "s" && ![...rest].some((c) => vowels.includes(c))) continue
      stem = rest + instead
      if (["ing", "ings", "ed"].includes(ending) && stem.at(-1) === stem.at(-2) && !"lsz".includes(stem.at(-1))) {
        stem = stem.slice(0, -1)
      }
      break
    }
    return stem.endsWith("e") && stem.length > 3 ? stem.slice(0, -1) : stem
  }

  // ---------------------------------------------------------------- keys

  skeleton(stem) {
    if (!isArabic(stem)) return ""
    const kept = [...stem.slice(1)].filter((c) => !this.table.weak.includes(c)).join("")
    const key = "اء".includes(stem[0]) ? kept : stem[0] + kept
    return key.length >= 3 ? key : ""
  }

  rootSkeleton(stem) {
    const key = this.skeleton(stem)
    if (key.length >= 4 && key[0] === this.table.participle) return key.slice(1)
    if (key.length >= 5 && this.table.imperfect.includes(key[0])) return key.slice(1)
    return key
  }

  phonetic(plain) {
    const spoken = plain.endsWith("ه") ? plain.slice(0, -1) : plain
    const sounds = [...spoken].map((c) => this.table.phonetic[c] ?? "")
    const key = squeeze(sounds.join(""))
    if (key.length < 3) return ""
    return sounds.length && !sounds[0] ? `A${key}` : key
  }

  soundAlike(left, right) {
    const sound = (letter) => this.table.phonetic[letter] ?? ""
    return left.length === right.length && [...left].every((a, i) => a === right[i] || (sound(a) && sound(a) === sound(right[i])))
  }

  consonants(plain) {
    const script = isArabic(plain) ? "ar" : "en"
    const { [script]: pairs, initial } = this.table.consonants
    let key = ""
    for (let position = 0; position < plain.length; ) {
      const pair = pairs.find(([letters]) => plain.startsWith(letters, position))
      key += pair ? pair[1] : ""
      position += pair ? pair[0].length : 1
    }
    const squeezed = squeeze(key)
    if (squeezed.length < 3) return ""
    return initial[script].includes(plain[0]) ? `A${squeezed}` : squeezed
  }

  // ---------------------------------------------------------------- names of topics

  bare(raw) {
    return this.plain(raw.startsWith("ال") && raw.length >= 4 ? raw.slice(2) : raw)
  }

  firstWords(token) {
    const choices = this.segmentations(token.raw).filter((choice) => choice.kind !== "short")
    return [...new Set([this.bare(token.raw), ...choices.map((choice) => this.bare(choice.rest))])]
  }

  stemsKey(words) {
    return words.map((w) => (isArabic(w) ? this.stem(w) : this.segmentations(w)[0].stem)).join("_")
  }
}

function joinNumbers(tokens, text) {
  const joined = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (last && isDigit(last.raw[0]) && isDigit(token.raw[0]) && token.start === last.end + 1) {
      const sign = text[last.end]
      let raw = ""
      if (THOUSANDS.includes(sign) && token.raw.length === 3) raw = last.raw + token.raw
      else if (DECIMALS.includes(sign) && !last.raw.includes(".")) raw = `${last.raw}.${token.raw}`
      if (raw) {
        joined[joined.length - 1] = { raw, plain: raw, start: last.start, end: token.end }
        continue
      }
    }
    joined.push(token)
  }
  return joined
}

const squeeze = (key) => [...key].filter((c, i, all) => i === 0 || all[i - 1] !== c).join("")
