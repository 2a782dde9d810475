// The data of the page, as Reporting/ReportData.cs writes them.

export type Verdict = 'holds' | 'refuted' | 'undecided';
export type PrintedStatus = 'stands' | 'loose' | 'hypothesis-missing' | 'false' | 'not-printed';

/** A number, or the name of what JSON has no number for. */
export type Num = number | 'NaN' | 'Infinity' | '-Infinity';

export interface Source {
  document: string;
  heading: string;
  reference: string;
}

/** Evidence of one of several kinds; `excerpt` in the members that are lists means thinned out. */
export interface Evidence {
  kind: string;
  statement: string;
  summary?: string;
  verdict: Verdict;
  part?: string;
  supplement?: boolean;
  detects?: string;
  level?: Num;
  derivation?: string;
  supporting?: Evidence[];
  refutation?: Evidence;
  original?: Evidence;
  instance?: Record<string, string>;
  measured?: Record<string, Num>;
  replay?: string;
  points?: number;
  [member: string]: unknown;
}

export interface Mutant {
  key: string;
  name: string;
  verdict: Verdict;
  evidence: Evidence | null;
}

/** Two formulas that are compared, with their values where these are numbers of a few digits. */
export interface Relation {
  words: string;
  relation: string;
  left?: string;
  right?: string;
}

/** An instance with exact data at which a printed form fails, and the file that has all of it. */
export interface Exact {
  words: string;
  data: Record<string, string>;
  holds: Relation[];
  fails: Relation[];
  unchecked: string | null;
  file: string;
}

/** A claim of the audit with its card; an audit of another catalogue may have claims without one. */
export interface Claim {
  id: string;
  system: string;
  kind: string;
  title: string;
  guarantee?: string;
  source?: Source;
  quotations?: string[];
  reading?: string;
  status?: PrintedStatus;
  corrected?: string | null;
  reason?: string | null;
  hypotheses?: string[];
  examination?: string;
  passes: boolean;
  verdict: Verdict;
  printed: Verdict | null;
  units: number;
  seconds: number;
  evidence?: Evidence;
  printedEvidence?: Evidence;
  exact?: Exact | null;
  mutants: Mutant[];
}

export interface Figure {
  id: string;
  system: string;
  title: string;
  caption: string;
  source: Source | null;
  claims: string[];
  file: string;
  csv: string;
  specification: Record<string, unknown>;
}

export interface NotExamined {
  id: string;
  system: string;
  title: string;
  source?: Source;
  reason: string;
}

export interface Entry {
  id: string;
  title: string;
}

export interface System extends Entry {
  document: string;
  claims: number;
}

export interface Report {
  finished: boolean;
  program: string;
  /** Whose claims these are; an audit of an older program does not say. */
  suite?: string | null;
  seed: string;
  tier: string;
  risk: number;
  level: number;
  decisions: number;
  filters: string[];
  shard?: string | null;
  stream: string;
  digest: string;
  passed: number;
  outcome: string;
  environment: Record<string, string | number>;
  systems: System[];
  claims: Claim[];
  notExamined: NotExamined[];
  figures: Figure[];
  missingClaims: Entry[];
  missingFigures: Entry[];
}

export const statuses: readonly PrintedStatus[] = ['stands', 'loose', 'hypothesis-missing', 'false', 'not-printed'];
export const verdicts: readonly Verdict[] = ['holds', 'refuted', 'undecided'];

/** The options by which an audit is run again. */
export const settings = (report: Report): string =>
  `--tier ${report.tier} --seed ${report.seed}${report.risk === 0.001 ? '' : ` --risk ${report.risk}`}`;

/** An id or name of an enumeration in words. */
export const words = (name: string): string => name.replaceAll('-', ' ');
