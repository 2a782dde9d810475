import type { Claim } from './data';

/** What the table of claims shows; empty members let everything through. */
export interface Filters {
  q: string;
  system: string;
  kind: string;
  verdict: string;
  printed: string;
}

export const none: Readonly<Filters> = { q: '', system: '', kind: '', verdict: '', printed: '' };

const names = Object.keys(none) as (keyof Filters)[];

/** All words of a claim, in lower case and without accents, for the search. */
export const indexed = (claim: Claim): string => folded([
  claim.id, claim.title, claim.kind, claim.reading, claim.corrected, claim.reason, claim.source?.heading,
  claim.source?.reference, ...(claim.quotations ?? []), ...(claim.hypotheses ?? []),
  ...claim.mutants.map((mutant) => mutant.name),
].filter(Boolean).join('\n'));

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a claim passes: it has every word that is searched for, and is of what is selected. */
export function passes(filters: Filters, claim: Claim, index: string): boolean {
  return (!filters.system || claim.system === filters.system)
    && (!filters.kind || claim.kind === filters.kind)
    && (!filters.printed || claim.status === filters.printed)
    && (!filters.verdict || (filters.verdict === 'unexpected' ? !claim.passes : claim.verdict === filters.verdict))
    && folded(filters.q).split(/\s+/).every((word) => index.includes(word));
}

/** Filters as they stand in the address, `claims?system=…&q=…`. */
export function address(filters: Filters): string {
  const set = names.filter((name) => filters[name]).map((name): [string, string] => [name, filters[name]]);
  const query = new URLSearchParams(set).toString();
  return query ? `claims?${query}` : 'claims';
}

/** The filters of an address. */
export function parsed(query: string): Filters {
  const given = new URLSearchParams(query);
  const filters = { ...none };
  for (const name of names) filters[name] = given.get(name) ?? '';
  return filters;
}
