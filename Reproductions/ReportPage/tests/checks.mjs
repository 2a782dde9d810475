// Checks of the page in a browser. Each has the pages of a folder, which Snapshots/ReportPage/PageFixture.cs writes:
// catalogue.html has every card and figure, sound.html an audit of toys with an erratum, unsound.html one with
// undecided and contradicted verdicts and with texts that try to break out, unfinished.html an interrupted one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wide = { width: 1200, height: 900 };
const phone = { width: 390, height: 844 };
const views = ['summary', 'claims', 'errata', 'figures', 'not-examined'];

export const checks = {
  'opens without a message on the console and without the network': async (open) => {
    for (const name of ['catalogue', 'sound', 'unsound', 'unfinished']) {
      const { page, messages, requests } = await open(name);
      for (const view of views) await visit(page, view);
      if (name !== 'catalogue') await drawn(page);
      equal(messages, [], name);
      equal(requests.filter((url) => !/^(file|data|blob):/.test(url)), [], name);
      equal(requests.filter((url) => url.startsWith('file:')).length, 1, `${name}: files`);
    }
  },
  'has a policy that forbids what the page does not need': async (open) => {
    const { page, messages } = await open('sound');
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    ok(/default-src 'none'/.test(policy) && /script-src 'sha256-/.test(policy), policy);
    ok(!/unsafe-eval|script-src[^;]*unsafe-inline|https?:/.test(policy), policy);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
    });
    equal(await page.evaluate(() => window.ran ?? false), false, 'an inline script');
    ok(messages.length > 0, 'the browser reports what it refused');
  },
  'keeps texts that try to break out where they are': async (open) => {
    const { page } = await open('unsound', '#claims');
    equal(await page.evaluate(() => window.broken ?? false), false, 'a script in a title');
    await page.getByRole('button', { name: '</script><script>window.broken' }).waitFor();
    equal(await page.locator('script').count(), 2, 'scripts');
  },
  'shows the counts of the audit': async (open) => {
    const { page, report } = await open('catalogue');
    for (const [name, count] of [['Claims', report.claims.length], ['Figures', report.figures.length],
      ['Not examined', report.notExamined.length]]) {
      const tab = await page.getByRole('navigation').getByRole('link', { name }).textContent();
      equal(tab.replace(/\D/g, ''), String(count), name);
    }
    const total = page.locator('#view-summary tfoot').first();
    equal(Number((await total.locator('td').first().textContent()).replace(/\D/g, '')), report.claims.length, 'claims');
  },
  'filters by system, kind, verdict, printed status and words': async (open) => {
    const { page, report } = await open('catalogue', '#claims');
    const one = report.claims.find((claim) => claim.status === 'false');
    const fields = [['system', 'system'], ['kind', 'kind'], ['printed', 'status'], ['verdict', 'verdict']];
    for (const [field, member] of fields) {
      await page.locator(`#${field}`).selectOption(one[member]);
      equal(await rows(page), report.claims.filter((claim) => claim[member] === one[member]).length, field);
      ok(page.url().includes(`${field}=${one[member]}`), page.url());
      await page.getByRole('button', { name: 'Clear', exact: true }).click();
      equal(await rows(page), report.claims.length, 'cleared');
    }
    await page.locator('#system').selectOption(one.system);
    await page.locator('#q').fill(one.id.split('/')[1].replaceAll('-', ' '));
    equal(await page.locator('tr.claim:visible .id').filter({ hasText: one.id }).count(), 1, 'words');
    await page.locator('#q').fill('no such words');
    equal(await rows(page), 0, 'nothing');
    ok(/^0 of/.test(await page.getByRole('status').textContent()), 'says so');
  },
  'numbers of the summary lead to the claims that they count': async (open) => {
    const { page, report } = await open('catalogue');
    const system = report.systems[0].id;
    await page.locator(`a[href="#claims?system=${system}&printed=false"]`).click();
    equal(await rows(page), report.claims.filter((c) => c.system === system && c.status === 'false').length, system);
    await page.goBack();
    ok(await page.locator('#view-summary').isVisible(), 'and back');
  },
  'an address leads to a claim': async (open) => {
    const { page, report } = await open('catalogue');
    const { id } = report.claims.at(-1);
    await page.evaluate((target) => { location.hash = target; }, id);
    const card = page.locator(`[id="card-${id.replace('/', '-')}"]`);
    ok(await card.locator('.card').isVisible(), 'its card is open');
    ok(await page.locator(`a.id[href="#${id}"]`).evaluate((link) => {
      const { top } = link.getBoundingClientRect();
      return top >= 0 && top < innerHeight;
    }), 'and in view');
    equal(await page.locator('tr.below:visible').count(), 1, 'it alone');
  },
  'cards are made when they are opened': async (open) => {
    const { page, report } = await open('many', '#claims');
    ok(report.claims.length >= 500, `${report.claims.length} claims`);
    equal(await rows(page), report.claims.length, 'rows');
    equal(await page.locator('.card').count(), 0, 'cards');
    await page.locator('button.title').nth(400).click();
    equal(await page.locator('.card').count(), 1, 'cards after one was opened');
    equal(await page.locator('.chart svg').count(), 0, 'charts');
  },
  'sets every formula of the catalogue': async (open) => {
    const { page, report } = await open('catalogue', '#claims');
    await page.getByRole('button', { name: 'Open all' }).click();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    equal(await page.locator('.card').count(), report.claims.length, 'cards');
    equal(await page.locator('.unset').allTextContents(), [], 'formulas that could not be set');
    ok(await page.locator('.katex').count() > report.claims.length, 'formulas');
    for (const view of views) await visit(page, view);
    equal(await page.locator('.unset').allTextContents(), [], 'in the other views');
  },
  'a card has everything that the audit says of a claim': async (open) => {
    const { page } = await open('sound', '#toys/erratum');
    const card = page.locator('.card');
    for (const title of ['Our reading', 'Corrected', 'Why', 'Hypotheses', 'Examination', 'Evidence', 'As printed',
      'Wrong variants', 'Source', 'Run again']) await card.getByRole('heading', { name: title, exact: true }).waitFor();
    const text = await card.innerText();
    for (const part of ['The printed bound is negative.', 'residual', 'tolerance', 'Would have noticed',
      'times its tolerance', 'Smallest instance', 'a wrong bound', 'claims replay "toys/erratum~printed~', 'size']) {
      ok(text.includes(part), `the card says '${part}': ${text}`);
    }
  },
  'a card has the exact instance of a printed form that fails': async (open) => {
    const { page } = await open('catalogue', '#implicit-bias/gradient-descent-minimum-norm');
    const text = await page.locator('.card .exact').innerText();
    for (const part of ['What is printed, and fails there', 'sum(w**2) <= sum(v**2)', '(left 1, right 0)',
      'docs/check_counterexamples.py counterexamples/implicit-bias-gradient-descent-minimum-norm.json']) {
      ok(text.includes(part), `the card says '${part}': ${text}`);
    }
  },
  'copies a command': async (open) => {
    const { page } = await open('sound', '#toys/erratum');
    const line = await page.locator('.counterexample .command code').textContent();
    await page.locator('.counterexample .command').getByRole('button').click();
    await page.getByRole('button', { name: /^Copy the command/ }).filter({ hasText: 'Copied' }).waitFor();
    await page.evaluate(() => { location.hash = '#claims'; });
    await page.locator('#q').focus();
    await page.keyboard.press('Control+V');
    equal(await page.locator('#q').inputValue(), line, 'what was copied');
  },
  'undecided looks undecided': async (open) => {
    const { page, report } = await open('unsound', '#claims');
    ok(!/All as expected/.test(await page.locator('h1').textContent()), 'the headline');
    const [undecided, holds] = await Promise.all(['undecided', 'holds'].map((verdict) =>
      page.locator(`tr.claim .verdict.${verdict}`).first().evaluate((mark) => {
        const { borderStyle, color, fontStyle } = getComputedStyle(mark);
        return [mark.textContent, borderStyle, color, fontStyle];
      })));
    undecided.forEach((look, i) => ok(look !== holds[i], `${look} and ${holds[i]}`));
    await visit(page, 'summary');
    equal(await page.locator('.notice li').count(), report.claims.filter((claim) => !claim.passes).length, 'named');
  },
  'an audit that has not finished says what is missing': async (open) => {
    const { page, report } = await open('unfinished');
    ok(report.missingClaims.length > 0 && !report.finished, 'the page of an interrupted audit');
    await page.getByText('This audit has not finished').waitFor();
    await page.getByText('not measured yet').first().click();
    await page.locator('.notice code').filter({ hasText: report.missingClaims[0].id }).waitFor();
  },
  'every figure draws marks': async (open) => {
    const { page, report, messages } = await open('catalogue', '#figures');
    await drawn(page);
    const empty = await page.locator('figure').evaluateAll((all) => all.filter((figure) =>
      figure.querySelectorAll('.chart svg [class*="mark-"] path, .chart svg [role="graphics-symbol"]').length < 2
      || figure.querySelectorAll('.chart svg .role-mark path').length === 0).map((figure) => figure.id));
    equal(empty, [], 'figures without marks');
    equal(await page.locator('.chart svg').count(), report.figures.length, 'charts');
    equal(await page.locator('.chart svg text').filter({ hasText: /undefined|NaN|\[object/ }).count(), 0, 'labels');
    equal(messages, [], 'messages');
  },
  'a claim and its figures lead to each other': async (open) => {
    const { page, report } = await open('catalogue', '#figures');
    const audited = new Set(report.claims.map((claim) => claim.id));
    const figure = report.figures.findLast((one) => audited.has(one.claims[0]));
    const [claim] = figure.claims;
    await page.evaluate((id) => { location.hash = `#${id}`; }, claim);
    await page.locator(`.card a[href="#figures?${figure.id}"]`).click();
    const drawing = page.locator(`#figure-${figure.id.replace('/', '-')}`);
    await page.waitForFunction((one) => {
      const { top, bottom } = document.getElementById(one).getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    }, await drawing.getAttribute('id'));
    await drawing.getByRole('link', { name: claim, exact: true }).click();
    await page.locator('.card').getByRole('heading', { name: 'Figures', exact: true }).first().waitFor();
  },
  'a figure has its caption, its source and its data': async (open) => {
    const { page, report } = await open('sound', '#figures');
    const [first] = report.figures;
    const figure = page.locator('figure').first();
    ok((await figure.locator('figcaption > p').textContent()).length > 20, 'caption');
    await figure.getByText('Source', { exact: true }).click();
    ok((await figure.locator('.source').innerText()).includes(first.source.heading), 'source');
    await figure.getByText('Data', { exact: true }).click();
    const [header] = first.csv.split('\n');
    equal((await figure.locator('table.data th').allTextContents()).join(','), header, 'columns');
    const [saved] = await Promise.all([
      page.waitForEvent('download'), figure.getByRole('button', { name: `Save ${first.file}` }).click(),
    ]);
    equal(readFileSync(await saved.path(), 'utf8'), first.csv, 'file');
    equal(saved.suggestedFilename(), first.file, 'name');
  },
  'fits a telephone': async (open) => {
    for (const name of ['catalogue', 'unsound']) {
      const { page, report } = await open(name, '', { viewport: phone });
      for (const view of [...views, report.claims[1].id]) {
        await visit(page, view);
        if (view === 'figures') await drawn(page);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        ok(beyond <= 0, `${name}, ${view}: ${beyond} pixels beyond the edge`);
      }
      const cut = await page.locator('.chart').evaluateAll((all) =>
        all.filter((chart) => chart.scrollWidth > chart.clientWidth + 1).map((chart) => chart.ariaLabel));
      equal(cut, [], `${name}: charts that are cut`);
    }
  },
  'works by keyboard': async (open) => {
    const { page } = await open('sound');
    await page.keyboard.press('Tab');
    equal(await page.evaluate(() => document.activeElement.textContent), 'To the content', 'the first stop');
    await page.keyboard.press('Enter');
    equal(await page.evaluate(() => document.activeElement.id), 'main', 'leads to the content');
    await page.keyboard.press('/');
    ok(await page.locator('#view-claims').isVisible(), 'a slash leads to the claims');
    equal(await page.evaluate(() => document.activeElement.id), 'q', 'and to the search');
    await page.keyboard.type('sums of uniform');
    for (let i = 0; i < 12; i++) {
      if (await page.evaluate(() => document.activeElement.className) === 'title') break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    equal(await page.locator('.card').count(), 1, 'Enter opens a card');
    ok(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle !== 'none'), 'focus is seen');
    await page.keyboard.press('Enter');
    equal(await page.locator('.card:visible').count(), 0, 'and closes it');
  },
  'has names, roles and contrast in the light': (open) => accessible(open, 'light'),
  'has names, roles and contrast in the dark': (open) => accessible(open, 'dark'),
  'the button changes between light and dark': async (open) => {
    const { page } = await open('sound', '#figures', { colorScheme: 'dark' });
    await drawn(page);
    const look = () => page.evaluate(() => [getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(document.querySelector('.chart .role-axis text')).fill]);
    const dark = await look();
    await page.getByRole('button', { name: 'Light or dark' }).click();
    const light = await look();
    ok(dark[0] !== light[0] && dark[1] !== light[1], `${dark} and ${light}`);
  },
  'prints in black on white, with all that is open': async (open) => {
    const { page } = await open('catalogue', '#errata', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    equal(await page.evaluate(() => getComputedStyle(document.documentElement).color), 'rgb(0, 0, 0)', 'ink');
    ok(!await page.getByRole('navigation').isVisible(), 'no navigation');
    equal(await page.locator('.erratum .body:empty').count(), 0, 'errata that are not there');
    const pdf = await page.pdf({ format: 'A4' });
    ok(pdf.length > 20_000, `${pdf.length} bytes`);
  },
};

async function accessible(open, colorScheme) {
  for (const [name, view] of [['catalogue', 'summary'], ['sound', 'toys/erratum'], ['unsound', 'summary'],
    ['unsound', 'claims'], ['sound', 'errata'], ['sound', 'figures'], ['catalogue', 'not-examined']]) {
    const { page } = await open(name, `#${view}`, { colorScheme });
    if (view === 'figures') await drawn(page);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    equal(violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) =>
      `${id}: ${node.html.slice(0, 120)} ${node.any.map((one) => one.message).join('; ')}`)), [], `${name}, ${view}`);
  }
}

const rows = (page) => page.locator('tr.claim:visible').count();

async function visit(page, view) {
  await page.evaluate((name) => { location.hash = `#${name}`; }, view);
  if (views.includes(view)) await page.locator(`#view-${view}`).waitFor();
  else await page.locator(`[id="card-${view.replace('/', '-')}"] .card`).waitFor();
}

// Charts are drawn when there is time; all of them, in the end.
async function drawn(page) {
  await page.waitForFunction(
    () => !document.querySelector('.chart:not([data-drawn], :has(p))'), undefined, { polling: 100 });
}

function ok(condition, what) {
  if (!condition) throw new Error(what);
}

function equal(actual, expected, what) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: expected ${b}, found ${a}`);
}

/** Opens the pages of a folder in a browser, each in a context of its own. */
export function opener(browser, folder) {
  return async (name, hash = '', options = {}) => {
    const context = await browser.newContext({ viewport: wide, colorScheme: 'light', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const messages = [];
    const requests = [];
    page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => messages.push(`error: ${error.message}`));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href + hash);
    const report = JSON.parse(await page.locator('#data').textContent());
    return { page, report, messages, requests };
  };
}
