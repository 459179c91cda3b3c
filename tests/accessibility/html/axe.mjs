// Checks every page of a folder as people with assistive technology meet it: node axe.mjs FOLDER MODULES
//
// In a light and in a dark color scheme: axe-core's rules for WCAG 2.2 A and AA, its best practice, and contrast AAA.
// Then what axe cannot see: nothing runs over at 320 pixels (WCAG 1.4.10) nor with wider text spacing (1.4.12),
// no other host is asked for anything, and no script is needed but for the search of an export, which is then used.
// Exit status: 0 nothing found, 1 something found, 2 it could not be checked.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder, modules] = process.argv.slice(2).map((path) => resolve(path))
const require = createRequire(join(modules, 'here.js'))
const { chromium } = require('playwright-core')
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

const rules = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  rules: { 'color-contrast-enhanced': { enabled: true } },
  resultTypes: ['violations', 'incomplete'],
}
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`

const overflow = (page) => page.evaluate(() => {
  const root = document.documentElement
  const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  return root.scrollWidth > root.clientWidth ? wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 90)) : []
})

async function check(browser, path, scheme, report) {
  const page = await browser.newPage()
  const asked = []
  page.on('request', (request) => { if (!/^(file|data|about|blob):/.test(request.url())) asked.push(request.url()) })
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(pathToFileURL(path).href)
  const search = page.getByRole('searchbox')
  if (await search.count()) {
    await search.fill('zolft')
    await page.locator('form li a').first().waitFor({ timeout: 10_000 }).catch(() => report('search', ['nothing was found']))
  } else if (await page.locator('script').count()) report('script', ['the page holds a script'])
  // axe measures what is laid out, also where a browser would put that off.
  await page.addStyleTag({ content: '* { content-visibility: visible !important }' })
  await page.evaluate(axe)
  for (const width of scheme === 'light' ? [1280, 320] : [1280]) {
    await page.setViewportSize({ width, height: 900 })
    const result = await page.evaluate((options) => globalThis.axe.run(document, options), rules)
    for (const found of [...result.violations, ...result.incomplete]) {
      report(`${found.id} (${found.help}) at ${width} pixels`, found.nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ''}`))
    }
  }
  report('runs over at 320 pixels', await overflow(page))
  await page.addStyleTag({ content: SPACING })
  report('runs over with wider text spacing', await overflow(page))
  report('asks another host', asked)
  await page.close()
}

const profile = mkdtempSync(join(tmpdir(), 'axe-'))
const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html')).sort()
let count = 0
let browser
try {
  browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, bypassCSP: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  for (const name of pages) {
    for (const scheme of ['light', 'dark']) {
      await check(browser, join(folder, name), scheme, (rule, where) => {
        if (where.length) { count += 1; console.log(`${name}, ${scheme}: ${rule}`, ...where.map((one) => `\n    ${one}`)) }
      })
    }
  }
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
} finally {
  await browser?.close()
  rmSync(profile, { recursive: true, force: true })
}
console.log(`${pages.length} pages, ${count} findings`)
if (count || !pages.length) process.exitCode ||= 1
