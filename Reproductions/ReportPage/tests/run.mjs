// Runs the checks of the page and writes one line of JSON for each: node run.mjs FOLDER, with the pages in FOLDER.
// What cannot be run at all ends it with exit code 4 and one line.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { checks, opener } from './checks.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = places.find((place) => place && existsSync(place));
if (!executablePath) {
  console.error('No Chromium in /usr/bin; install it (Debian: apt install chromium), or name it in CHROMIUM.');
  process.exit(4);
}

// Five hundred claims, of those that there are.
const page = readFileSync(join(folder, 'catalogue.html'), 'utf8');
writeFileSync(join(folder, 'many.html'), page.replace(/(id="data">)(.*?)(<\/script>)/s, (_, before, data, after) => {
  const report = JSON.parse(data);
  const claims = Array.from({ length: 500 }, (_, i) => {
    const claim = report.claims[i % report.claims.length];
    return { ...claim, id: `${claim.id}-${i}` };
  });
  return before + JSON.stringify({ ...report, claims }).replaceAll('<', '\\u003c') + after;
}));

await reported(await unitChecks(), async (check) => check());
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
await reported(checks, async (check) => {
  try {
    await check(opener(browser, folder));
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
  }
});
await browser.close();

async function reported(all, run) {
  for (const [name, check] of Object.entries(all)) {
    const start = performance.now();
    let error = null;
    try {
      await run(check);
    } catch (failure) {
      error = failure.message ?? String(failure);
    }
    console.log(JSON.stringify({ name, error, seconds: Math.round(performance.now() - start) / 1000 }));
  }
}

async function unitChecks() {
  const bundle = await build({
    entryPoints: [join(here, 'units.ts')], bundle: true, format: 'esm', write: false, platform: 'node',
  });
  const text = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
  const { units } = await import(`data:text/javascript;base64,${text}`);
  return units;
}
