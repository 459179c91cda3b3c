// Finds entries by name, by alias, and by the words on their pages. Nothing that is typed leaves the page.
'use strict'

// The words of a text as handbook/search/words.py cuts and folds them.
const wordsOf = (text) => (text.toLowerCase().normalize('NFKD').replace(/\p{Mn}/gu, '').match(/[\p{L}\p{N}]+(?:['\u2019][\p{L}\p{N}]+)*/gu) || [])
  .map((word) => word.replace(/\u2019/g, "'").replace(/'s$/, '').replace(/'/g, ''))

const singular = (word) => {
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word
  return word.endsWith('ies') && word.length > 4 ? word.slice(0, -3) + 'y' : word.slice(0, -1)
}

// How many letters must be added, dropped, changed or swapped to make one word of another; `most` + 1 if it is more.
const distance = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before = []
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1)
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return row[other.length]
}

const finder = (data) => {
  const WEIGHTS = [8, 3, 1] // in a name, in a question or the summary, in the text
  const known = Object.keys(data.words)
  const named = known.filter((word) => !data.words[word].startsWith(';'))
  const ignored = new Set(data.ignored.split(' '))
  const spelt = new Set(data.spelt.split(' '))
  const count = data.entries.length

  // Entry to score for one known word.
  const score = (word, share, scores) => {
    const lists = data.words[word].split(';').map((list) => {
      let number = 0
      return list ? list.split(' ').map((step) => (number += parseInt(step, 36))) : []
    })
    const telling = Math.log(1 + count / lists.reduce((sum, list) => sum + list.length, 0))
    lists.forEach((list, place) => list.forEach((number) => {
      scores.set(number, Math.max(scores.get(number) || 0, WEIGHTS[place] * telling * share))
    }))
  }

  // The names that come nearest to a word that nobody knows; a word that is spelt well is no slip of the finger.
  const nearest = (word) => {
    const most = word.length < 4 || spelt.has(word) ? 0 : word.length < 8 ? 1 : 2
    let best = most + 1
    let found = []
    for (const other of most ? named : []) {
      const far = distance(word, other, Math.min(best, most))
      if (far < best) [best, found] = [far, [other]]
      else if (far === best && far <= most) found.push(other)
    }
    return found
  }

  // Entries for a query, best first, as [number, score], and what was searched for in place of unknown words.
  return (query) => {
    const asked = wordsOf(query).map(singular)
    const telling = asked.filter((word) => !ignored.has(word))
    const total = new Map()
    const corrected = []
    ;(telling.length ? telling : asked).forEach((word, place, all) => {
      const scores = new Map()
      if (Object.hasOwn(data.words, word)) score(word, 1, scores)
      if (place === all.length - 1 && word.length > 1) {
        known.filter((other) => other !== word && other.startsWith(word)).forEach((other) => score(other, 0.6, scores))
      }
      if (!scores.size) {
        const near = nearest(word)
        near.forEach((other) => score(other, 0.8, scores))
        if (near.length) corrected.push(near[0])
      }
      scores.forEach((value, number) => total.set(number, (total.get(number) || 0) + value))
    })
    const whole = asked.join(' ')
    // What a name adds: the whole query names the entry, or begins a name, or holds one.
    const adds = (name, place) => {
      if (name === whole) return 100 - Math.min(place, 9)
      if (name.startsWith(whole)) return 20
      return ` ${whole} `.includes(` ${name} `) ? 10 + name.length : 0
    }
    if (whole) data.names.forEach((names, number) => {
      const best = Math.max(0, ...names.map(adds))
      if (best) total.set(number, (total.get(number) || 0) + best)
    })
    return { hits: [...total].sort((a, b) => b[1] - a[1] || a[0] - b[0]), corrected }
  }
}

const MOST = 20
const PAUSE = 200 // milliseconds without a key before the list and what is said change

const start = () => {
  const box = document.getElementById('handbook.search')
  const held = document.getElementById('handbook.data')
  const data = held ? JSON.parse(held.textContent) : globalThis.handbookData
  const [field, said, list] = [box.querySelector('input'), box.querySelector('[role=status]'), box.querySelector('ol')]
  const find = finder(data)

  const show = () => {
    const query = field.value.trim()
    const { hits, corrected } = query ? find(query) : { hits: [], corrected: [] }
    list.replaceChildren(...hits.slice(0, MOST).map(([number]) => {
      const [address, title, kind, summary] = data.entries[number]
      const item = document.createElement('li')
      const link = document.createElement('a')
      link.href = address
      link.textContent = title
      item.append(link, `, ${kind}. ${summary}`)
      return item
    }))
    const number = hits.length > MOST ? `The ${MOST} best of ${hits.length} entries.` : hits.length === 1 ? '1 entry.' : `${hits.length} entries.`
    const searched = corrected.length ? ` Also searched for: ${corrected.join(', ')}.` : ''
    said.textContent = !query ? '' : hits.length ? number + searched : 'Nothing was found. Try other words, or look in the contents.'
  }

  let waiting = 0
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(show, PAUSE)
  })
  box.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(waiting)
    show()
    list.querySelector('a')?.focus()
  })
  box.hidden = false
}

if (globalThis.document) start()
else globalThis.handbookFinder = finder
