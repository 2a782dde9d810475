// Statements are mathematics throughout; other texts are plain but for what stands between dollar signs.
import katex from 'katex';
import { h } from './dom';

const options = { throwOnError: true, strict: 'ignore' as const, trust: false };

/** A formula; where it cannot be set, its source. */
export function formula(latex: string): HTMLElement {
  const place = h('span.formula');
  try {
    katex.render(`\\displaystyle ${latex}`, place, options);
  } catch {
    place.replaceChildren(h('code.unset', {}, latex));
  }
  return place;
}

/** A statement, one formula a line; a text where it has dollar signs. */
export const statement = (latex: string): HTMLElement => (latex.includes('$')
  ? h('div.statement.prose', {}, text(latex))
  : h('div.statement', {}, ...formulas(latex).map((line) => h('div.line', {}, formula(line)))));

/** A quotation: a formula where it has commands and no dollar signs, as the documents set displays; words among the
 * commands are words. */
export function quotation(printed: string): HTMLElement {
  const said = closed(printed.replaceAll('\\*', '*'));
  if (said.includes('$') || !/[\\^_]/u.test(said)) return h('div.statement.prose', {}, text(said));
  const pieces = mixed(said);
  return pieces.some((piece) => !piece.formula)
    ? h('div.statement.prose', {}, ...pieces.flatMap((piece) =>
      [piece.formula ? formula(piece.text) : scripts(piece.text), ' ']))
    : statement(said);
}

// Without the braces that close nothing, which a document may have lost the beginning of.
function closed(said: string): string {
  let depth = 0;
  return said.replace(/\\.|[{}]/gsu, (sign) => {
    if (sign === '{') depth++;
    else if (sign === '}' && depth > 0) depth--;
    else if (sign === '}') return '';
    return sign;
  });
}

/** The pieces of a text in which words stand among commands without dollar signs. */
export function mixed(said: string): { text: string; formula: boolean }[] {
  const tokens = tokensOf(said);
  const kinds = tokens.map((token) => (/[\\^_{}]/u.test(token) ? 'formula'
    : /^[("“]*(?:\p{L}{2,}[\p{L}'’-]*\.?|[aA])[)"”]*[,.;:]?$/u.test(token) ? 'word' : 'either'));
  // A sign or a letter belongs to the formula beside it.
  const formulaAt = (i: number): boolean => kinds[i] === 'formula'
    || (kinds[i] === 'either' && (reaches(kinds, i, 1) || reaches(kinds, i, -1)));
  const pieces: { text: string; formula: boolean }[] = [];
  tokens.forEach((token, i) => {
    const last = pieces.at(-1);
    if (last && last.formula === formulaAt(i)) last.text += ` ${token}`;
    else pieces.push({ text: token, formula: formulaAt(i) });
  });
  return pieces;
}

function reaches(kinds: string[], from: number, step: number): boolean {
  let at = from;
  while (kinds[at] === 'either') at += step;
  return kinds[at] === 'formula';
}

// Between blanks, but not within braces or between \\left and \\right.
function tokensOf(said: string): string[] {
  const tokens: string[] = [];
  let current = '';
  for (const word of said.replace(/\s+(?=-\p{L}{3})/gu, '').split(/\s+/u)) {
    current += (current ? ' ' : '') + word;
    if (open(current) || count(current, /(?<!\\)\{/gu) > count(current, /(?<!\\)\}/gu)) continue;
    // A word that hangs on a formula, as in ε-approximate, is one.
    tokens.push(current.replace(/(?<=[\\^_}].*)(-\p{L}{3,})(?=[),.;:]*$)/u, '\\text{$1}'));
    current = '';
  }
  return current ? [...tokens, current] : tokens;
}

/** A text with the mathematics in it. */
export function text(source: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const pieces = source.replaceAll('$$', '$').split('$');

  // An even number of pieces means a dollar sign without its partner: not mathematics.
  if (pieces.length % 2 === 0) fragment.append(source);
  else pieces.forEach((piece, i) => fragment.append(i % 2 === 0 ? scripts(piece) : formula(piece)));
  return fragment;
}

// A letter, a bracket or a sign, and behind it what is raised or lowered: a group, a number or a letter, or a word
// such as min.
const script = new RegExp('(?<=[\\p{L}\\p{M}\\p{N})\\]⟩‖∇|′’*])([_^])'
  + '(\\{[^{}]*\\}|\\((?:[^()]|\\([^()]*\\))*\\)|[−-]?(?:\\p{Lu}|\\p{Ll}+\\p{N}*|\\p{N}+|[∞*′]))', 'gu');

/** A plain text with what its authors raise and lower by signs, as in σ_min and 2^k. */
export function scripts(plain: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let done = 0;
  for (const found of plain.matchAll(script)) {
    const [whole, sign, argument = ''] = found;
    const bare = /^[({]/u.test(argument) ? argument.slice(1, -1) : argument;
    fragment.append(plain.slice(done, found.index), h(sign === '_' ? 'sub' : 'sup', {}, scripts(bare)));
    done = found.index + whole.length;
  }
  fragment.append(plain.slice(done));
  return fragment;
}

/** The formulas of a statement: one ends where TeX ends a line, and where a line of the source ends with punctuation;
 * every other line end is a blank. */
export function formulas(latex: string): string[] {
  const all: string[] = [];
  let current = '';
  let depth = 0;
  const source = latex.trim();
  for (let at = 0; at < source.length; at++) {
    const letter = source[at] ?? '';
    const pair = source.slice(at, at + 2);
    if (letter === '{') depth++;
    if (letter === '}') depth--;
    if (pair === '\\\\' && depth <= 0 && !open(current)) {
      all.push(current);
      current = '';
      at++;
    } else if (letter === '\\') {
      current += pair;
      at++;
    } else if (letter !== '\n') current += letter;
    else if (depth <= 0 && /(?<!\\)[,;:.]\s*$/u.test(current) && !open(current)) {
      all.push(current);
      current = '';
    } else current += /^\s*\{/u.test(source.slice(at)) ? ' ' : depth > 0 ? ' ' : '\\ ';
  }
  return [...all, current].map((line) => line.replace(/^(?:\s|\\ )+/u, '').trim()).filter((line) => line !== '');
}

// Whether something begins that has to end in the same formula.
const open = (latex: string): boolean =>
  count(latex, /\\left(?![a-z])/gu) > count(latex, /\\right(?![a-z])/gu)
  || count(latex, /\\begin\b/gu) > count(latex, /\\end\b/gu);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
