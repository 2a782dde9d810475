// The table of claims with its search and filters.
import { card } from './card';
import type { Claim, Report } from './data';
import { settings, statuses } from './data';
import { h } from './dom';
import { parsed, passes, indexed, none } from './filters';
import type { Filters } from './filters';
import { later } from './lazy';
import { kindWords, statusMark, statusWords, verdictMark } from './marks';
import { text } from './mathematics';
import { counted, duration, shown } from './numbers';

interface Row {
  claim: Claim;
  index: string;
  row: HTMLElement;
  below: HTMLElement;
  button: HTMLButtonElement;
}

interface Group {
  body: HTMLElement;
  count: HTMLElement;
  rows: Row[];
}

/** The view of the claims. */
export class ClaimsView {
  readonly element: HTMLElement;
  private readonly rows: Row[] = [];
  private readonly groups: Group[] = [];
  private readonly fields: Record<keyof Filters, HTMLInputElement | HTMLSelectElement>;
  private readonly found: HTMLElement = h('p.found', { role: 'status' });
  private readonly clear: HTMLButtonElement = h('button', { type: 'button' }, 'Clear');

  constructor(private readonly report: Report, private readonly changed: (filters: Filters) => void) {
    const search = h('input', {
      type: 'search', id: 'q', placeholder: 'Search statements, titles, variants', autocomplete: 'off',
    });
    this.fields = {
      q: search,
      system: select('system', 'All systems', report.systems.map(({ id, title }) => [id, title])),
      kind: select('kind', 'All kinds',
        [...new Set(report.claims.map((claim) => claim.kind))].sort().map((kind) => [kind, kindWords(kind)])),
      verdict: select('verdict', 'All verdicts', [['holds', 'holds'], ['refuted', 'refuted'],
        ['undecided', 'undecided'], ['unexpected', 'not as expected']]),
      printed: select('printed', 'Printed or not', statuses.map((status) => [status, statusWords[status]])),
    };
    for (const field of Object.values(this.fields)) field.addEventListener('input', () => this.filter(true));
    this.clear.addEventListener('click', () => {
      this.set(none);
      this.changed(none);
      search.focus();
    });
    this.element = h('section.view', { id: 'view-claims', 'aria-labelledby': 'heading-claims' },
      h('h2.offscreen', { id: 'heading-claims' }, 'Claims'),
      h('form.filters', { role: 'search', 'aria-label': 'Claims' },
        labelled('Search', search), labelled('System', this.fields.system), labelled('Kind', this.fields.kind),
        labelled('Verdict', this.fields.verdict), labelled('As printed', this.fields.printed)),
      h('div.toolbar', {}, this.found, this.clear, this.openAll()),
      this.table());
    this.element.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
    this.filter(false);
  }

  /** Shows what the filters of an address let through. */
  read(query: string): void {
    this.set(parsed(query));
  }

  /** Opens the card of a claim and brings it into view. */
  show(id: string): void {
    const row = this.rows.find((candidate) => candidate.claim.id === id);
    if (!row) return;
    if (row.row.hidden) this.set(none);
    this.toggle(row, true);
    row.row.focus({ preventScroll: true });
    row.row.scrollIntoView({ block: 'start' });
  }

  private set(filters: Filters): void {
    for (const [name, value] of Object.entries(filters)) this.fields[name as keyof Filters].value = value;
    this.filter(false);
  }

  private filter(announce: boolean): void {
    const filters = { ...none };
    for (const [name, field] of Object.entries(this.fields)) filters[name as keyof Filters] = field.value;
    let shownRows = 0;
    for (const group of this.groups) {
      let inGroup = 0;
      for (const row of group.rows) {
        const fits = passes(filters, row.claim, row.index);
        row.row.hidden = !fits;
        row.below.hidden = !fits || row.button.getAttribute('aria-expanded') !== 'true';
        inGroup += fits ? 1 : 0;
      }
      group.body.hidden = inGroup === 0;
      group.count.textContent = inGroup === group.rows.length
        ? counted(inGroup, 'claim') : `${shown(inGroup)} of ${shown(group.rows.length)} claims`;
      shownRows += inGroup;
    }
    this.found.textContent = shownRows === this.rows.length
      ? counted(shownRows, 'claim') : `${shown(shownRows)} of ${shown(this.rows.length)} claims`;
    this.clear.hidden = Object.values(filters).every((value) => value === '');
    if (announce) this.changed(filters);
  }

  private toggle(row: Row, expanded: boolean, atOnce = true): void {
    row.button.setAttribute('aria-expanded', String(expanded));
    row.below.hidden = !expanded;
    row.row.classList.toggle('open', expanded);
    const cell = row.below.firstElementChild;
    if (!expanded || !cell || cell.firstChild) return;
    const make = (): void => {
      if (!cell.firstChild) cell.append(card(
        row.claim, this.report.figures.filter((figure) => figure.claims.includes(row.claim.id)),
        settings(this.report)));
    };
    if (atOnce) make();
    else later(cell, make);
  }

  private openAll(): HTMLButtonElement {
    const button = h('button', { type: 'button' }, 'Open all');
    button.addEventListener('click', () => {
      const expanded = button.textContent === 'Open all';
      for (const row of this.rows) if (!row.row.hidden) this.toggle(row, expanded, false);
      button.textContent = expanded ? 'Close all' : 'Open all';
    });
    return button;
  }

  private table(): HTMLElement {
    const heads = ['Claim', 'Kind', 'As printed', 'Verdict', 'Variants refuted', 'Time'];
    return h('table.claims', { role: 'table' },
      h('caption.offscreen', {}, 'Claims with their verdicts; each opens its card'),
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' },
        ...heads.map((head) => h('th', { scope: 'col', role: 'columnheader' }, head)))),
      ...this.report.systems.map((system) => {
        const rows = this.report.claims.filter((claim) => claim.system === system.id).map((claim) => this.row(claim));
        const count = h('span.count');
        const body = h('tbody', { role: 'rowgroup' },
          h('tr.system', { role: 'row' }, h('th', { scope: 'rowgroup', colspan: '6', role: 'rowheader' },
            h('span.name', {}, text(system.title)), ' ', count)),
          ...rows.flatMap((row) => [row.row, row.below]));
        this.groups.push({ body, count, rows });
        this.rows.push(...rows);
        return body;
      }));
  }

  private row(claim: Claim): Row {
    const card = `card-${claim.id.replace('/', '-')}`;
    const button = h('button.title', { type: 'button', 'aria-expanded': 'false', 'aria-controls': card },
      text(claim.title));
    const refuted = claim.mutants.filter((mutant) => mutant.verdict === 'refuted').length;
    const row: Row = {
      claim,
      index: indexed(claim),
      button,
      row: h(`tr.claim${claim.passes ? '' : '.unexpected'}`, { role: 'row', tabindex: '-1' },
        h('th', { scope: 'row', role: 'rowheader' }, button,
          h('a.id', { href: `#${claim.id}`, 'aria-label': `Link to ${claim.id}` }, claim.id)),
        h('td.kind', { role: 'cell' }, kindWords(claim.kind)),
        h('td', { role: 'cell' }, statusMark(claim.status)),
        h('td', { role: 'cell' }, verdictMark(claim.verdict)),
        h('td.number', { role: 'cell', 'data-label': 'variants refuted' },
          `${shown(refuted)}/${shown(claim.mutants.length)}`),
        h('td.number.time', { role: 'cell' }, claim.seconds > 0 ? duration(claim.seconds) : '')),
      below: h('tr.below', { role: 'row', hidden: true }, h('td', { colspan: '6', id: card, role: 'cell' })),
    };
    button.addEventListener('click', () => this.toggle(row, button.getAttribute('aria-expanded') !== 'true'));
    return row;
  }
}

const labelled = (label: string, field: HTMLElement): HTMLElement => h('label', {}, h('span', {}, label), field);

function select(id: string, everything: string, choices: [string, string][]): HTMLSelectElement {
  return h('select', { id }, h('option', { value: '' }, everything),
    ...choices.map(([value, label]) => h('option', { value }, label)));
}
