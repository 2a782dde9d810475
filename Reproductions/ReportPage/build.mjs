// Builds the template and the script that draws figures as SVG: node build.mjs OUT.html OUT.js. Type-checks, bundles,
// and puts everything into one page whose Content-Security-Policy allows exactly its script.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const [target, pictures] = process.argv.slice(2);
const largest = 3_000_000;

/** The page without its data. */
export async function template() {
  const [{ script, packages }, style] = await Promise.all([bundled('src/main.ts'), styles()]);
  const policy = [
    "default-src 'none'", `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    "style-src 'unsafe-inline'", 'font-src data:', 'img-src data:', "base-uri 'none'", "form-action 'none'",
  ].join('; ');
  const parts = { policy, style, script, licenses: escaped(licenses(packages)) };
  return read('src/page.html').replace(/@(policy|style|script|licenses)@/g, (_, name) => parts[name]);
}

/** The script that draws figures as SVG in any interpreter of the language, with the licenses of what it is made of. */
export async function drawing() {
  const { script, packages } = await bundled('src/svg.ts');
  return `/*\n${licenses(packages).replaceAll('*/', '* /')}\n*/\n${script}\n`;
}

async function bundled(entry) {
  const result = await build({
    absWorkingDir: here, entryPoints: [entry], bundle: true, minify: true, format: 'iife', target: 'es2022',
    charset: 'utf8', legalComments: 'none', write: false, metafile: true, logLevel: 'warning',
  });
  const inputs = Object.keys(result.metafile.inputs)
    .map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  return {
    script: result.outputFiles[0].text.trim(),
    packages: [...new Set(inputs.filter(Boolean))].sort(),
  };
}

// The licenses of what the page is made of, each text once.
function licenses(packages) {
  const texts = new Map();
  for (const name of packages) {
    const { license, version } = JSON.parse(read(`node_modules/${name}/package.json`));
    const file = readdirSync(join(here, 'node_modules', name)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? read(`node_modules/${name}/${file}`).trim() : String(license);
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`]);
  }
  return [...texts].map(([text, names]) => `${names.join(', ')}\n\n${text}`).join('\n\n\n');
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

// The fonts of KaTeX go into the style sheet, each in the one form that all browsers of today read.
async function styles() {
  const katex = read('node_modules/katex/dist/katex.min.css').replace(
    /url\(fonts\/([\w-]+)\.woff2\) format\("woff2"\),url\([^)]+\) format\("woff"\),url\([^)]+\) format\("truetype"\)/g,
    (_, name) => {
      const font = readFileSync(join(here, `node_modules/katex/dist/fonts/${name}.woff2`)).toString('base64');
      return `url(data:font/woff2;base64,${font}) format("woff2")`;
    });
  if (/url\((?!data:)/.test(katex)) throw new Error('A font of KaTeX is not inlined: its style sheet has changed.');
  const result = await build({
    stdin: { contents: read('src/page.css'), loader: 'css' }, minify: true, write: false, charset: 'utf8',
  });
  return katex + result.outputFiles[0].text.trim();
}

function read(path) {
  return readFileSync(join(here, path), 'utf8').replaceAll('\r\n', '\n');
}

if (target && pictures) {
  execFileSync(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '-p', here], { stdio: 'inherit' });
  const [page, script] = await Promise.all([template(), drawing()]);
  const size = Buffer.byteLength(page);
  if (size > largest) throw new Error(`The page has ${size} bytes without data, more than ${largest}.`);
  for (const [file, text] of [[target, page], [pictures, script]]) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`${file}: ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB`);
  }
}
