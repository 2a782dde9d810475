// Figures as pictures: a script without page, network or clock, which the program runs in an interpreter of its own.
// It leaves one function, svg(specification, csv), behind.
import './platform';
import * as vega from 'vega';
import { compile } from 'vega-lite';
import type { TopLevelSpec } from 'vega-lite';
import { rows } from './csv';
import { width } from './letters';

const fonts = 'Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif';

interface Lettered { fontSize?: number; fontWeight?: string | number }

// The declarations of the library leave it out.
const { textMetrics } = vega as unknown as { textMetrics: { width: (item: Lettered, text: unknown) => number } };
textMetrics.width = (item: Lettered, text: unknown) =>
  width(String(text ?? ''), item.fontSize ?? 11, item.fontWeight === 'bold' || Number(item.fontWeight) >= 600);

const silent = {
  level() { return this; }, error() { return this; }, warn() { return this; }, info() { return this; },
  debug() { return this; },
};

/** The picture of a chart, both given as texts of files. */
async function svg(specification: string, csv: string): Promise<string> {
  const chart = JSON.parse(specification);
  chart.data = { values: rows(csv) };
  // Pictures are read as a whole: their title and description say what a list of a thousand marks would not.
  chart.config = { ...chart.config, font: fonts, aria: false, background: 'white' };
  const { spec } = compile(chart as TopLevelSpec, { logger: silent });
  const view = new vega.View(vega.parse(spec), { renderer: 'none', logger: silent });
  // Names within a picture do not depend on which pictures came before.
  vega.resetSVGDefIds();
  const picture = await view.toSVG();
  view.finalize();
  return picture;
}

(globalThis as Record<string, unknown>).svg = svg;
