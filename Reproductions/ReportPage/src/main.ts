// The page: reads its data, and shows the view that the address names.
import { ClaimsView } from './claims';
import type { Report } from './data';
import { h } from './dom';
import { address } from './filters';
import { all } from './lazy';
import { shown } from './numbers';
import { errata, figures, headlineOf, notExamined, summary } from './views';

const report = JSON.parse(document.getElementById('data')?.textContent ?? '{}') as Report;
const main = document.querySelector('main') as HTMLElement;
const tabs = document.querySelector('nav') as HTMLElement;

// The filters go into the address without a step of the history for each letter.
const claims = new ClaimsView(report, (filters) => history.replaceState(null, '', `#${address(filters)}`));

const errataCount = report.claims.filter((claim) =>
  ['false', 'hypothesis-missing', 'loose'].includes(claim.status ?? '')).length;

// Views are made when they are first shown.
const views: Record<string, { title: string; count?: number; make: () => HTMLElement }> = {
  summary: { title: 'Summary', make: () => summary(report) },
  claims: { title: 'Claims', count: report.claims.length, make: () => claims.element },
  errata: { title: 'Errata', count: errataCount, make: () => errata(report) },
  figures: { title: 'Figures', count: report.figures.length, make: () => figures(report) },
  'not-examined': { title: 'Not examined', count: report.notExamined.length, make: () => notExamined(report) },
};
const made = new Map<string, HTMLElement>();

document.querySelector('header .headline')?.append(...headlineOf(report));
document.title = `Audit of ${report.systems.map((system) => system.title).join('; ')}`;
for (const [name, { title, count }] of Object.entries(views)) {
  tabs.append(h('a', { href: `#${name}` }, title,
    count === undefined ? null : h('span.count', {}, ` ${shown(count)}`)));
}

function show(name: string): void {
  const known = views[name] ?? views.summary;
  let element = made.get(name);
  if (!element && known) {
    element = known.make();
    made.set(name, element);
    main.append(element);
  }
  for (const [other, view] of made) view.hidden = other !== name;
  for (const tab of tabs.querySelectorAll('a')) {
    if (tab.getAttribute('href') === `#${name}`) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  }
}

function route(): void {
  const hash = decodeURIComponent(location.hash.slice(1));
  const [name = '', query = ''] = hash.split('?', 2);
  if (report.claims.some((claim) => claim.id === hash)) {
    show('claims');
    claims.show(hash);
  } else {
    show(name in views ? name : 'summary');
    if (name === 'claims') claims.read(query);
    const figure = name === 'figures' && query ? document.getElementById(`figure-${query.replace('/', '-')}`) : null;
    if (figure) figure.scrollIntoView();
    else window.scrollTo(0, 0);
  }
}

// An address belongs to a view; this one only moves the focus.
document.querySelector('.skip')?.addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});

const theme = document.getElementById('theme') as HTMLButtonElement;
theme.addEventListener('click', () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
});
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  if (location.hash.split('?')[0] !== '#claims') location.hash = '#claims';
  show('claims');
  document.getElementById('q')?.focus();
});
window.addEventListener('beforeprint', () => all(main));
window.addEventListener('hashchange', route);
route();
