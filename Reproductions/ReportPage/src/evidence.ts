// Evidence in words: the numbers on one line, all of them by name, and the margin by which something is refuted.
import type { Evidence, Num } from './data';
import { words } from './data';
import { counted, percent, shown } from './numbers';

export type Row = readonly [label: string, text: string];

type Numbers = Record<string, Num | undefined>;

/** The decisive numbers on one line. */
export const headline = (evidence: Evidence): string => evidence.summary ?? words(evidence.kind);

const times = (factor: number): string => `${shown(factor, 2)} times`;

const margins: Record<string, (e: Numbers) => string> = {
  certificate: (e) => (Number(e.tolerance) > 0
    ? `the residual is ${times(Number(e.residual) / Number(e.tolerance))} its tolerance`
    : `a residual of ${shown(e.residual, 3)}, where nothing is tolerated`),
  trials: (e) => (Number(e.probability) >= 1
    ? `${counted(Number(e.failures), 'certain failure')} where none is allowed`
    : `at least ${shown(Number(e.probability) - Number(e.upper), 2)} below the claimed ${shown(e.probability, 3)}`),
  share: (e) => {
    const off = Math.max(Number(e.lower) - Number(e.theory), Number(e.theory) - Number(e.upper));
    return `theory lies ${shown(off, 2)} outside the interval, ${shown(e.finiteSizeCorrection, 2)} allowed`;
  },
  rise: (e) => `the rise stays ${shown(Number(e.rise) - Number(e.upper), 2)} short of the claimed ${shown(e.rise, 2)}`,
  slope: (e) => `the exponent is off by ${shown(Math.abs(Number(e.slope) - Number(e.exponent)), 3)}, `
    + `± ${shown(Number(e.halfWidth) + Number(e.allowance), 2)}`,
  limit: (e) => `the envelope is exceeded ${times(Number(e.filled))}`,
  agreement: (e) => `${e.isUpperBound ? 'above the bound' : 'off'} by `
    + `${shown(Math.abs(Number(e.simulated) - Number(e.theory)), 3)}, `
    + `± ${shown(Number(e.halfWidth) + Number(e.finiteSizeCorrection), 2)}`,
};

/** By how much evidence refutes; empty where it does not. */
export function margin(evidence: Evidence): string {
  const decisive = evidence.original ?? evidence;
  return decisive.verdict === 'refuted' ? (margins[decisive.kind]?.(decisive as unknown as Numbers) ?? '') : '';
}

const labels: Record<string, string> = {
  residual: 'residual', tolerance: 'tolerance', resolution: 'smallest violation that matters', spread: 'spread',
  instances: 'instances', open: 'open instances', unseenShare: 'share of draws on which an exception could hide',
  trials: 'trials', successes: 'certain successes', failures: 'certain failures', excluded: 'missed the premise',
  probability: 'claimed probability', lower: 'lower bound', upper: 'upper bound',
  smallestDetectableExcess: 'smallest detectable excess', theory: 'theory',
  finiteSizeCorrection: 'finite-size correction', simulated: 'simulated', standardError: 'standard error',
  halfWidth: 'half-width of the interval', slope: 'fitted exponent', exponent: 'claimed exponent',
  allowance: 'allowance', gap: 'gap to the nearest wrong exponent', curvature: 'curvature',
  curvatureHalfWidth: 'half-width of the curvature', pointError: 'relative error of a point', rate: 'rate',
  constant: 'constant', filled: 'share of the envelope that is filled', rise: 'claimed rise',
  lesserTrials: 'trials, before', lesserSuccesses: 'successes, before', lesserFailures: 'failures, before',
  greaterTrials: 'trials, after', greaterSuccesses: 'successes, after', greaterFailures: 'failures, after',
};

const shares = new Set(['unseenShare', 'filled']);

/** All numbers of evidence by name, and where its tolerance comes from. */
export function rows(evidence: Evidence): Row[] {
  const numbers = Object.entries(labels)
    .filter(([member]) => isNumber(evidence[member]))
    .map(([member, label]): Row => {
      const value = evidence[member] as Num;
      return [label, shares.has(member) ? percent(value) : shown(value, 6)];
    });
  const level: Row[] = evidence.level === undefined ? [] : [['error level', shown(evidence.level, 3)]];
  const derivation: Row[] = evidence.derivation ? [['derivation', evidence.derivation]] : [];
  return [...numbers, ...level, ...derivation];
}

const isNumber = (value: unknown): value is Num =>
  typeof value === 'number' || value === 'NaN' || value === 'Infinity' || value === '-Infinity';

export const list = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((number): number is number => typeof number === 'number') : [];

/** This evidence and all that stands beside it. */
export const parts = (evidence: Evidence): Evidence[] => [evidence, ...(evidence.supporting ?? []).flatMap(parts)];
