// The small signs of the page: verdicts and what became of printed statements, each a sign and a word.
import type { PrintedStatus, Verdict } from './data';
import { words } from './data';
import { h } from './dom';

const signs: Record<Verdict, string> = { holds: '✓', refuted: '✗', undecided: '?' };

export const verdictMark = (verdict: Verdict): HTMLElement =>
  h(`span.verdict.${verdict}`, {}, h('span', { 'aria-hidden': 'true' }, signs[verdict]), ` ${verdict}`);

export const statusWords: Record<PrintedStatus, string> = {
  stands: 'stands', loose: 'loose', 'hypothesis-missing': 'hypothesis missing', false: 'false',
  'not-printed': 'not printed',
};

export const statusMark = (status: PrintedStatus | undefined): HTMLElement =>
  h(`span.status.${status ?? 'unknown'}`, {}, status ? statusWords[status] : 'unknown');

/** What became of a printed statement, in a sentence. */
export const statusSentence: Record<PrintedStatus, string> = {
  stands: 'Stands as printed.',
  loose: 'True as printed; a sharper form is known.',
  'hypothesis-missing': 'True under a hypothesis that the document does not state.',
  false: 'False as printed.',
  'not-printed': 'Not printed; derived here.',
};

export const kindWords = (kind: string): string => words(kind);
