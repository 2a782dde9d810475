// The card of a claim: what is printed, what is claimed, how it was examined, and what came out.
import type { Claim, Evidence, Exact, Figure, Mutant, Relation, Source } from './data';
import { words } from './data';
import type { Child } from './dom';
import { copyButton, h } from './dom';
import { drawing } from './drawing';
import { headline, margin, parts, rows } from './evidence';
import { statusSentence, verdictMark } from './marks';
import { quotation, statement, text } from './mathematics';
import { counted, duration, shown } from './numbers';

/** The card. */
export function card(claim: Claim, figures: Figure[], settings: string): HTMLElement {
  return h('div.card', {},
    ...printed(claim),
    section(claim.status === 'not-printed' ? 'Statement' : 'Our reading',
      claim.reading ? statement(claim.reading) : h('p.note', {}, 'The catalogue of this program has no such claim.')),
    ...correction(claim, 'h3'),
    claim.hypotheses?.length
      ? section('Hypotheses', h('ul', {}, ...claim.hypotheses.map((one) => h('li', {}, text(one))))) : null,
    claim.examination ? section('Examination', h('p', {}, text(claim.examination))) : null,
    claim.evidence ? section('Evidence', ...evidence(claim.evidence)) : null,
    claim.printedEvidence ? section('As printed', counterexample(claim.printedEvidence)) : null,
    claim.exact ? section('Exact instance', exactly(claim.exact)) : null,
    figures.length > 0 ? section('Figures', h('ul', {}, ...figures.map(figureLink))) : null,
    claim.mutants.length > 0 ? section('Wrong variants', mutants(claim.mutants)) : null,
    claim.source ? section('Source', source(claim.source)) : null,
    section('Run again', command(`claims audit "${claim.id}" ${settings}`), ...spent(claim)),
  );
}

const figureLink = (figure: Figure): HTMLElement =>
  h('li', {}, h('a', { href: `#figures?${figure.id}` }, text(figure.title)));

/** Where something is printed. */
export const source = (from: Source): HTMLElement => h('div.source', {},
  h('p', {}, h('cite', {}, text(from.heading))), h('p', {}, text(from.document)), h('p', {}, text(from.reference)));

/** What the document says. */
export const quotations = (claim: Claim): HTMLElement[] =>
  (claim.quotations ?? []).map((said) => h('blockquote', {}, quotation(said)));

/** A command line, to copy. */
export const command = (line: string): HTMLElement =>
  h('div.command', {}, h('code', { tabindex: '0' }, line), copyButton(line, 'the command'));

/** The corrected or sharper statement with its reason. */
export function correction(claim: Claim, level: 'h3' | 'h5'): HTMLElement[] {
  if (!claim.corrected) return [];
  return [
    under(level, claim.status === 'loose' ? 'Sharper' : 'Corrected', statement(claim.corrected)),
    ...(claim.reason ? [under(level, 'Why', h('p', {}, text(claim.reason)))] : []),
  ];
}

function printed(claim: Claim): HTMLElement[] {
  const said = quotations(claim);
  const status = claim.status ? h('p.note', {}, statusSentence[claim.status]) : null;
  return said.length > 0 ? [section('Printed', ...said, status)] : [];
}

const section = (title: string, ...content: Child[]): HTMLElement => under('h3', title, ...content);

/** A part of a card, or of what is like one, below a heading of this level. */
export const under = (level: 'h3' | 'h5', title: string, ...content: Child[]): HTMLElement =>
  h('section', {}, h(`${level}.label`, {}, title), h('div', {}, ...content));

const spent = (claim: Claim): HTMLElement[] => [h('p.note', {},
  [claim.seconds > 0 ? duration(claim.seconds) : '', counted(claim.units, 'unit'),
    claim.guarantee ? words(claim.guarantee) : ''].filter(Boolean).join(' · '))];

function evidence(whole: Evidence): HTMLElement[] {
  const all = parts(whole);
  return [
    ...all.slice(0, 3).map((part) => partOf(part)),
    ...(all.length > 3
      ? [h('details', {}, h('summary', {}, `${shown(all.length - 3)} more parts`), ...all.slice(3).map(partOf))]
      : []),
  ];
}

function partOf(part: Evidence): HTMLElement {
  const drawn = drawing(part);
  return h('div.part', {},
    h('p.finding', {}, verdictMark(part.verdict), ' ', h('span.about', {}, text(part.statement)),
      part.supplement ? h('span.note', {}, ' (accompanies the claim, cannot refute it)') : null),
    h('p.headline', {}, headline(part)),
    part.detects ? h('p.note', {}, noticed(part)) : null,
    drawn,
    drawn ? h('p.note', {}, 'Both axes are logarithmic; dashed, the exponent that is claimed.') : null,
    numbers(part));
}

const noticed = (part: Evidence): string =>
  `Would have noticed ${part.detects}`
  + (part.level === undefined ? '.' : `, at an error level of ${shown(part.level, 3)}.`);

function numbers(part: Evidence): HTMLElement | null {
  const all = rows(part);
  if (all.length === 0) return null;
  return h('details.numbers', {}, h('summary', {}, 'All numbers'), table(all));
}

const table = (all: readonly (readonly [string, string])[]): HTMLElement => h('div.scroll', {},
  h('table.pairs', {}, h('tbody', {}, ...all.map(([label, value]) =>
    h('tr', {}, h('th', { scope: 'row' }, label), h('td', {}, text(value)))))));

/** What refutes a printed form: the part, its margin, the smallest instance and the command that replays it. */
export function counterexample(refutation: Evidence): HTMLElement {
  const decisive = refutation.original ?? refutation;
  const smallest = refutation.refutation ?? decisive;
  const instance = Object.entries(refutation.instance ?? {});
  const measured = Object.entries(refutation.measured ?? {});
  return h('div.counterexample', {},
    h('p.finding', {}, verdictMark(refutation.verdict), ' ', h('span.about', {}, text(decisive.statement))),
    h('p.headline', {}, margin(refutation) || headline(decisive)),
    h('p.note', {}, refutation.refutation ? `At the smallest instance: ${headline(smallest)}.` : headline(decisive)),
    instance.length > 0
      ? h('details', { open: instance.length <= 8 }, h('summary', {}, 'Smallest instance'), table(instance)) : null,
    measured.length > 0
      ? h('details', {}, h('summary', {}, 'Its numbers'),
        table(measured.map(([name, value]) => [name, String(value).replace('-', '−')]))) : null,
    refutation.replay ? command(`claims replay "${refutation.replay}"`) : null);
}

// What whoever has pen and paper can check.
function exactly(exact: Exact): HTMLElement {
  const data = Object.entries(exact.data);
  return h('div.exact', {},
    h('p', {}, text(exact.words)),
    data.length > 0 ? h('details', { open: data.length <= 6 }, h('summary', {}, 'Data'), table(data)) : null,
    exact.holds.length > 0
      ? h('details', {}, h('summary', {}, 'What holds there'), h('ul', {}, ...exact.holds.map(relation))) : null,
    exact.fails.length > 0
      ? h('div', {}, h('p', {}, 'What is printed, and fails there:'), h('ul', {}, ...exact.fails.map(relation)))
      : null,
    exact.unchecked ? h('p.note', {}, 'Not checked by arithmetic: ', text(exact.unchecked), '.') : null,
    exact.fails.length > 0
      ? command(`python3 docs/check_counterexamples.py ${exact.file}`) : h('p.note', {}, h('code', {}, exact.file)));
}

const relation = (said: Relation): HTMLElement => h('li', {}, text(said.words), ': ', h('code', {}, said.relation),
  said.left === undefined ? null : h('span.note', {}, ` (left ${said.left}, right ${said.right})`));

function mutants(all: Mutant[]): HTMLElement {
  return h('ul.mutants', {}, ...all.map((mutant) => {
    const decisive = mutant.evidence?.original ?? mutant.evidence;
    const replay = mutant.evidence?.replay;
    return h('li', {},
      h('p.finding', {}, verdictMark(mutant.verdict), ' ', h('span.about', {}, text(mutant.name))),
      decisive ? h('p.note', {}, h('i', {}, text(decisive.statement)), ': ',
        h('span.margin', {}, (mutant.evidence && margin(mutant.evidence)) || headline(decisive))) : null,
      replay ? h('div.replay', {}, h('code', {}, replay),
        copyButton(`claims replay "${replay}"`, `the replay of ${mutant.name}`)) : null);
  }));
}
