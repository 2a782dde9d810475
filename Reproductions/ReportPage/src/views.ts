// The views beside the table of claims: summary, errata, figures, and what is not examined.
import { command, correction, counterexample, quotations, source, under } from './card';
import { draw } from './charts';
import { lines } from './csv';
import type { Claim, Entry, Figure, PrintedStatus, Report } from './data';
import { settings, statuses, verdicts, words } from './data';
import { copyButton, h } from './dom';
import type { Child } from './dom';
import { address, none } from './filters';
import { later } from './lazy';
import { statusWords, verdictMark } from './marks';
import { statement, text } from './mathematics';
import { counted, duration, shown } from './numbers';

const view = (name: string, title: string, ...content: Child[]): HTMLElement =>
  h('section.view', { id: `view-${name}`, 'aria-labelledby': `heading-${name}` },
    h('h2.offscreen', { id: `heading-${name}` }, title), ...content);

/** What the audit comes to. */
export function summary(report: Report): HTMLElement {
  const unexpected = report.claims.filter((claim) => !claim.passes);
  return view('summary', 'Summary',
    ...missing(report),
    unexpected.length > 0 ? h('div.notice', {}, h('h3', {}, 'Not as expected'), links(unexpected)) : null,
    h('h3', {}, 'Verdicts'), verdictTable(report),
    h('h3', {}, 'The statements as printed'), printedTable(report),
    h('h3', {}, 'How to read a verdict'), ...reading(report),
    h('h3', {}, 'The run'), facts(report));
}

function missing(report: Report): HTMLElement[] {
  const notices: HTMLElement[] = [];
  if (!report.finished) {
    notices.push(h('div.notice', {}, h('h3', {}, 'This audit has not finished'),
      h('p', {}, 'The page shows what its journal is enough for; ', h('code', {}, 'claims audit'),
        ' on the same folder continues it, and has a digest at its end.')));
  }
  if (report.shard) {
    const [index, count] = report.shard.split('/');
    notices.push(h('div.notice', {}, h('h3', {}, `This is shard ${index} of ${count}`),
      h('p', {}, 'It has the claims that fell to it, judged as in the whole audit; ', h('code', {}, 'claims merge'),
        ' makes that of all shards.')));
  }
  const lacking = [[report.missingClaims, 'claim'], [report.missingFigures, 'figure']] as const;
  for (const [entries, noun] of lacking) {
    if (entries.length === 0) continue;
    notices.push(h('details.notice', {}, h('summary', {},
      `${counted(entries.length, noun)} of these systems ${entries.length === 1 ? 'is' : 'are'} `
      + (report.finished ? 'not part of this audit' : 'not measured yet')),
    h('ul', {}, ...entries.map((entry: Entry) => h('li', {}, text(entry.title), ' ', h('code', {}, entry.id))))));
  }
  return notices;
}

const links = (claims: Claim[]): HTMLElement => h('ul', {}, ...claims.map((claim) =>
  h('li', {}, verdictMark(claim.verdict), ' ', h('a', { href: `#${claim.id}` }, text(claim.title)), surviving(claim))));

// What should have been refuted and was not.
function surviving(claim: Claim): HTMLElement | null {
  const alive = claim.mutants.filter((mutant) => mutant.verdict !== 'refuted');
  const printed = claim.printedEvidence && claim.printedEvidence.verdict !== 'refuted' ? ['the printed form'] : [];
  const names = [...printed, ...alive.map((mutant) => mutant.name)];
  return names.length === 0 ? null : h('span.document', {}, `not refuted: ${names.join('; ')}`);
}

// A number that leads to the claims that it counts.
function number(count: number, filters: Parameters<typeof address>[0], what: string, label: string): HTMLElement {
  const content = count === 0 ? h('span.zero', {}, '0')
    : h('a', { href: `#${address(filters)}`, 'aria-label': `${shown(count)} ${what}` }, shown(count));
  return h('td.number', { 'data-label': label }, content);
}

function verdictTable(report: Report): HTMLElement {
  const row = (title: string, system: string, claims: Claim[], document?: string): HTMLElement => {
    const mutants = claims.flatMap((claim) => claim.mutants);
    const refuted = mutants.filter((mutant) => mutant.verdict === 'refuted').length;
    return h('tr', {},
      h('th', { scope: 'row' }, text(title), document ? h('span.document', {}, text(document)) : null),
      number(claims.length, { ...none, system }, 'claims', 'claims'),
      ...verdicts.map((verdict) =>
        number(claims.filter((c) => c.verdict === verdict).length, { ...none, system, verdict }, verdict, verdict)),
      h('td.number', { 'data-label': 'wrong variants refuted' }, `${shown(refuted)} of ${shown(mutants.length)}`));
  };
  return overview(['System', 'Claims', ...verdicts, 'Wrong variants refuted'],
    report.systems.map((system) =>
      row(system.title, system.id, report.claims.filter((c) => c.system === system.id), system.document)),
    report.systems.length > 1 ? row('All', '', report.claims) : null);
}

function printedTable(report: Report): HTMLElement {
  const row = (title: string, system: string, claims: Claim[]): HTMLElement => h('tr', {},
    h('th', { scope: 'row' }, text(title), proportions(claims)),
    ...statuses.map((status) => number(claims.filter((claim) => claim.status === status).length,
      { ...none, system, printed: status }, statusWords[status], statusWords[status])));
  return overview(['System', ...statuses.map((status) => statusWords[status])],
    report.systems.map((system) => row(system.title, system.id, report.claims.filter((c) => c.system === system.id))),
    report.systems.length > 1 ? row('All', '', report.claims) : null);
}

// The shares of a row as one bar; its numbers stand beside it.
const proportions = (claims: Claim[]): HTMLElement => h('span.bar', { 'aria-hidden': 'true' },
  ...statuses.map((status) => {
    const part = h(`span.${status}`);
    part.style.flexGrow = String(claims.filter((claim) => claim.status === status).length);
    return part;
  }));

const overview = (heads: string[], body: HTMLElement[], all: HTMLElement | null): HTMLElement => h('table.overview', {},
  h('thead', {}, h('tr', {}, ...heads.map((head, i) => h('th', { scope: 'col', class: i ? 'number' : '' }, head)))),
  h('tbody', {}, ...body), all ? h('tfoot', {}, all) : null);

const reading = (report: Report): HTMLElement[] => [
  h('p', {}, 'A verdict is ', verdictMark('holds'), ', ', verdictMark('refuted'), ' or ', verdictMark('undecided'),
    ', and undecided never passes for holds. A claim is as expected when it holds ', h('em', {}, 'and'),
    ' every deliberately wrong variant, and every printed form that is wrong, is refuted: an examination that could '
    + 'not fail would say nothing.'),
  h('p', {}, `The whole audit errs anywhere with a probability of at most ${shown(report.risk)}. Each statistical `
    + `decision uses ${shown(report.level)} of it; ${shown(report.decisions)} decisions spent `
    + `${shown(report.decisions * report.level, 3)}.`),
];

function facts(report: Report): HTMLElement {
  const { os, architecture, dotnet, processors, jobs } = report.environment;
  const seconds = report.claims.reduce((sum, claim) => sum + claim.seconds, 0);
  const pairs: [string, Child][] = [
    ...(report.suite ? [['Suite', report.suite] as [string, Child]] : []),
    ['Tier', report.tier],
    ['Seed', report.seed],
    ['Random stream', report.stream],
    ['Claims selected', report.filters.length > 0 ? report.filters.join(', ') : 'all'],
    ...(report.shard ? [['Shard', report.shard] as [string, Child]] : []),
    ['Digest', report.digest
      ? h('span.digest', {}, h('code', {}, report.digest), copyButton(report.digest, 'the digest'))
      : 'none; the audit has not finished'],
    ['Machine', `${os}, ${architecture}, .NET ${dotnet}, ${counted(Number(processors), 'processor')}`],
    ['Time', seconds > 0 ? `${duration(seconds)} over all claims, on ${counted(Number(jobs), 'thread')}` : 'not known'],
    ['Program', `claims ${report.environment.version}`],
  ];
  return h('div', {}, h('dl.facts', {}, ...pairs.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
    command(`claims audit ${report.filters.map((filter) => `"${filter}" `).join('')}${settings(report)}`
      + (report.shard ? ` --shard ${report.shard}` : '')));
}

const severities: [PrintedStatus, string, string][] = [
  ['false', 'False as printed', 'A corrected form is examined in the place of each.'],
  ['hypothesis-missing', 'A hypothesis is missing', 'True under a hypothesis that the document does not state.'],
  ['loose', 'True, and a sharper form is known', 'These stand; the sharper form is examined as well.'],
];

/** Every printed form that does not stand, by severity. */
export function errata(report: Report): HTMLElement {
  const groups = severities.map(([status, title, note]) => {
    const claims = report.claims.filter((claim) => claim.status === status);
    return claims.length === 0 ? null : h('div', {},
      h('h3', {}, title, ' ', h('span.count', {}, shown(claims.length))), h('p.note', {}, note),
      ...claims.map(erratum));
  });
  return view('errata', 'Errata', groups.every((group) => group === null)
    ? h('p', {}, 'Every printed statement of this audit stands.') : null, ...groups);
}

function erratum(claim: Claim): HTMLElement {
  const body = h('div.body');
  later(body, () => body.append(
    under('h5', 'Printed', ...(quotations(claim).length > 0 ? quotations(claim)
      : claim.reading ? [statement(claim.reading)] : [])),
    ...correction(claim, 'h5'),
    claim.printedEvidence ? under('h5', 'Counterexample', counterexample(claim.printedEvidence)) : ''));
  return h('article.erratum', {},
    h('h4', {}, h('a', { href: `#${claim.id}` }, text(claim.title))),
    h('p.note', {}, claim.source ? `${claim.source.heading} · ` : '', h('code', {}, claim.id)), body);
}

/** The figures as charts. */
export function figures(report: Report): HTMLElement {
  return view('figures', 'Figures', report.figures.length === 0 ? h('p', {}, 'This audit drew no figures.') : null,
    ...report.systems.flatMap((system) => {
      const drawn = report.figures.filter((figure) => figure.system === system.id);
      return drawn.length === 0 ? [] : [h('h3', {}, text(system.title)), ...drawn.map(figureOf)];
    }));
}

function figureOf(figure: Figure): HTMLElement {
  const chart = h('div.chart', { role: 'group', 'aria-label': `Chart: ${figure.title}` });
  const whole = h('figure', { id: `figure-${figure.id.replace('/', '-')}` },
    h('h4', {}, text(figure.title)), chart,
    h('figcaption', {}, h('p', {}, text(figure.caption)),
      figure.claims.length === 0 ? null : h('p.note', {}, 'Shows ', ...claimLinks(figure.claims), '.'),
      figure.source ? h('details', {}, h('summary', {}, 'Source'), source(figure.source)) : null, data(figure)));
  const place = (): void => {
    let width = chart.clientWidth;
    void draw(chart, figure).then(() => chart.setAttribute('data-drawn', ''), (reason: unknown) => {
      chart.replaceChildren(h('p.note', {}, `The chart cannot be drawn: ${String(reason)}`));
    });
    new ResizeObserver(() => {
      // Hidden, a chart has no width; a little more or less needs no new chart.
      if (chart.clientWidth === 0 || Math.abs(chart.clientWidth - width) < 24) return;
      width = chart.clientWidth;
      void draw(chart, figure);
    }).observe(chart);
  };
  later(chart, place);
  return whole;
}

const claimLinks = (ids: string[]): (HTMLElement | string)[] => ids.flatMap((id, i) =>
  [...(i > 0 ? [', '] : []), h('a', { href: `#${id}` }, id)]);

function data(figure: Figure): HTMLElement {
  const place = h('div.scroll', { tabindex: '0' });
  const download = h('button', { type: 'button' }, `Save ${figure.file}`);
  download.addEventListener('click', () => {
    const address = URL.createObjectURL(new Blob([figure.csv], { type: 'text/csv' }));
    h('a', { href: address, download: figure.file }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  });
  const details = h('details', {}, h('summary', {}, 'Data'), place, download, ' ',
    copyButton(figure.csv, `the data of ${figure.title}`));
  details.addEventListener('toggle', () => {
    if (!place.firstChild) place.append(dataTable(figure.csv));
  });
  return details;
}

// As many rows as somebody looks at; the file has all of them.
const mostRows = 100;

function dataTable(csv: string): DocumentFragment {
  const [header = [], ...body] = lines(csv);
  const fragment = document.createDocumentFragment();
  fragment.append(h('table.data', {},
    h('thead', {}, h('tr', {}, ...header.map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, ...body.slice(0, mostRows).map((row) =>
      h('tr', {}, ...row.map((field) => h('td', {}, field === '' || Number.isNaN(Number(field)) ? field
        : shown(Number(field), 5))))))));
  if (body.length > mostRows) fragment.append(h('p.note', {}, `and ${counted(body.length - mostRows, 'row')} more`));
  return fragment;
}

/** What the documents state and nothing examines. */
export function notExamined(report: Report): HTMLElement {
  return view('not-examined', 'Not examined',
    h('p', {}, 'What the documents state and no computation here can examine. It counts for nothing else.'),
    ...report.systems.flatMap((system) => {
      const statements = report.notExamined.filter((one) => one.system === system.id);
      return statements.length === 0 ? [] : [h('h3', {}, text(system.title)),
        h('dl.reasons', {}, ...statements.flatMap((one) => [
          h('dt', {}, text(one.title), one.source ? h('span.document', {}, text(one.source.heading)) : null),
          h('dd', {}, text(one.reason))]))];
    }));
}

/** The headline of the whole page. */
export function headlineOf(report: Report): HTMLElement[] {
  const as = report.passed === report.claims.length && report.finished ? 'All as expected'
    : `${shown(report.passed)} as expected`;
  return [
    h('h1', {}, `${counted(report.claims.length, 'claim')}. `, h('em', {}, `${as}.`)),
    h('p.facts-line', {}, [`${words(report.tier)} tier`, `seed ${report.seed}`, `risk ${shown(report.risk)}`,
      report.digest ? `digest ${report.digest.slice(0, 12)}…` : 'not finished'].join(' · ')),
  ];
}

