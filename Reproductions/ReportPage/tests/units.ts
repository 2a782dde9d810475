// Checks of what the page computes without a browser; run.mjs bundles and runs them.
import { lines, rows } from '../src/csv';
import { width } from '../src/letters';
import { copied } from '../src/platform';
import type { Claim, Evidence } from '../src/data';
import { headline, margin } from '../src/evidence';
import { address, indexed, none, parsed, passes } from '../src/filters';
import { formulas, mixed } from '../src/mathematics';
import { counted, percent, shown } from '../src/numbers';

function equal(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`expected ${b}, found ${a}`);
}

const evidence = (kind: string, members: Record<string, unknown>): Evidence =>
  ({ kind, statement: 's', verdict: 'refuted', ...members }) as Evidence;

const claim = (members: Partial<Claim>): Claim => ({
  id: 'toys/one', system: 'toys', kind: 'identity', title: 'One', passes: true, verdict: 'holds', printed: null,
  units: 1, seconds: 0, mutants: [], ...members,
});

export const units: Record<string, () => void> = {
  'numbers are short, with powers of ten where zeros would be counted': () => {
    equal([0, 1, -0.5, 0.00012346, 123456789, 2062, 1e-7, -1e-7, 12345.5, 12345, 1e6].map((number) => shown(number)),
      ['0', '1', '−0.5', '1.235 · 10⁻⁴', '1.235 · 10⁸', '2062', '10⁻⁷', '−10⁻⁷', '12350', '12\u202f345',
        '1\u202f000\u202f000']);
    equal([shown('NaN'), shown('Infinity'), shown('-Infinity'), shown(undefined)],
      ['no number', '∞', '−∞', 'no number']);
    equal([percent(0.0361), counted(1, 'claim'), counted(2, 'claim')], ['3.61 %', '1 claim', '2 claims']);
  },
  'a table is read as it was written': () => {
    equal(lines('a,b\n"x, ""y""",2\n'), [['a', 'b'], ['x, "y"', '2']]);
    equal(rows('law,n,sum\nuniform,1,0.5\n"two, three",2,\n'),
      [{ law: 'uniform', n: 1, sum: 0.5 }, { law: 'two, three', n: 2, sum: null }]);
    equal(rows('n\n1\nx\n'), [{ n: '1' }, { n: 'x' }]);
  },
  'filters narrow down together, and words are searched for each by itself': () => {
    const one = claim({ title: 'The Łojasiewicz bound, Kızıldağ', status: 'false', mutants: [] });
    const index = indexed(one);
    const let_ = (filters: Partial<typeof none>): boolean => passes({ ...none, ...filters }, one, index);
    equal([let_({}), let_({ q: 'BOUND kızıldag' }), let_({ q: 'bound missing' })], [true, true, false]);
    equal([let_({ printed: 'false' }), let_({ printed: 'loose' }), let_({ printed: 'false', verdict: 'refuted' })],
      [true, false, false]);
    equal(let_({ verdict: 'unexpected' }), false);
    equal(passes({ ...none, verdict: 'unexpected' }, { ...one, passes: false }, index), true);
  },
  'filters come back from their address': () => {
    const filters = { ...none, q: 'a & b = c', system: 'toys', printed: 'hypothesis-missing' };
    equal(parsed(address(filters).split('?')[1] ?? ''), filters);
    equal([address(none), parsed('')], ['claims', none]);
  },
  'a statement ends a formula where a line ends with punctuation, and nowhere within a group': () => {
    equal(formulas('a=b,\nc\n\\ge d'), ['a=b,', 'c\\ \\ge d']);
    equal(formulas('\\text{for\nall}:\n\\left(a,\nb\\right) \\\\ c'),
      ['\\text{for all}:', '\\left(a,\\ b\\right)', 'c']);
    equal(formulas('\\frac{a}\n{b}'), ['\\frac{a} {b}']);
  },
  'words among commands stay words': () => {
    equal(mixed('if \\text{rank}(W) < d, then \\hat L(W) is bounded'), [
      { text: 'if', formula: false }, { text: '\\text{rank}(W) < d,', formula: true }, { text: 'then', formula: false },
      { text: '\\hat L(W)', formula: true }, { text: 'is bounded', formula: false }]);
    equal(mixed('\\epsilon -approximate point'), [
      { text: '\\epsilon\\text{-approximate}', formula: true }, { text: 'point', formula: false }]);
    equal(mixed('a \\frac{one two}{three} \\geq 0').filter((piece) => piece.formula),
      [{ text: '\\frac{one two}{three} \\geq 0', formula: true }]);
  },
  'evidence says its decisive numbers': () => {
    equal(headline({ ...evidence('certificate', {}), summary: 'residual -0.25' }), 'residual -0.25');
    equal(headline(evidence('not-applicable', {})), 'not applicable');
  },
  'a refutation says its margin, and nothing else does': () => {
    equal(margin(evidence('certificate', { residual: 2, tolerance: 0.125 })), 'the residual is 16 times its tolerance');
    equal(margin(evidence('counterexample', {
      original: evidence('trials', { probability: 0.9, upper: 0.25, failures: 9 }),
    })), 'at least 0.65 below the claimed 0.9');
    equal(margin(evidence('share', { lower: 0.2, upper: 0.3, theory: 0.5, finiteSizeCorrection: 0.01 })),
      'theory lies 0.2 outside the interval, 0.01 allowed');
    equal(margin({ ...evidence('certificate', { residual: -1, tolerance: 0.5 }), verdict: 'holds' }), '');
  },
  'texts are as wide as their letters, accents add nothing, and bold ones are wider': () => {
    equal([width('', 10, false), width('01', 10, false), width('m\u0302', 10, false) === width('m', 10, false)],
      [0, 12.72, true]);
    equal([width('α', 10, false), width('10⁻⁴', 10, false), width('01', 10, true) > 12.72], [6.6, 20.74, true]);
  },
  'copies share nothing with what they are copies of': () => {
    const original = { a: [1, { b: null }], c: new Set(['d']), e: new Map([['f', [2]]]) };
    const copy = copied(original) as typeof original;
    equal([copy.a, [...copy.c], [...copy.e]], [[1, { b: null }], ['d'], [['f', [2]]]]);
    equal([copy.a === original.a, copy.a[1] === original.a[1], copy.c === original.c, copy.e === original.e],
      [false, false, false, false]);
  },
};
