// Makes static/build/: one hashed file for each entry, and manifest.json that names them.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from '@rollup/wasm-node';
import { build, transform } from 'esbuild';
import { compile } from 'sass';

const here = fileURLToPath(new URL('.', import.meta.url));
const packages = join(here, '..', 'node_modules');
const out = join(here, 'build');
const later = ['phone/later/voice.js', 'phone/later/picture.js', 'phone/later/aloud.js'];
const scripts = [...later, 'phone/lead_on.js', 'record/preview.js', 'record/main.js'];
const target = ['es2022', 'chrome100', 'firefox115', 'safari16'];
const styles = ['style/phone.scss', 'style/staff.scss'];
const fonts = '@fontsource/atkinson-hyperlegible/files';
const letters = ['latin-400', 'latin-700', 'latin-ext-400', 'latin-ext-700'];
const drawings = '@iconify-json/tabler/icons.json';
const worker = 'sw.js';
const icons = 'icons.json';

const manifest = {};

function keep(name, ending, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  manifest[`${name}.${ending}`] = `${name}-${hash}.${ending}`;
  writeFileSync(join(out, manifest[`${name}.${ending}`]), content);
}

/** A font that the style names, under the name that it has here. */
function font(which) {
  const file = join(packages, fonts, `atkinson-hyperlegible-${which}-normal.woff2`);
  keep(`letters-${which}`, 'woff2', readFileSync(file));
}

/** What each icon is drawn with; how (line, colour) is the style's. */
function drawn() {
  const how = / (?:fill|stroke|stroke-linecap|stroke-linejoin|stroke-width)="[^"]*"/g;
  const all = JSON.parse(readFileSync(join(packages, drawings), 'utf-8')).icons;
  const ours = Object.entries(JSON.parse(readFileSync(join(here, icons), 'utf-8')));
  const bodies = ours.map(([name, theirs]) => [name, all[theirs].body.replaceAll(how, '')]);
  writeFileSync(join(out, icons), JSON.stringify(Object.fromEntries(bodies)));
}

async function script(entry) {
  const name = entry.split('/').at(-1) === 'main.js' ? entry.split('/')[0] : basename(entry, '.js');
  const result = await build({
    entryPoints: [join(here, entry)],
    bundle: true,
    minify: true,
    format: 'esm',
    target,
    write: false,
    legalComments: 'none',
  });
  keep(name, 'js', result.outputFiles[0].text);
}

/** The phone's script: what the first page needs, and what is needed inside as a part that follows. */
async function phone() {
  const minified = { renderChunk: (code) => transform(code, { minify: true, target }) };
  const names = '[name]-[hash].js';
  const whole = await rollup({
    input: { phone: join(here, 'phone/main.js') },
    plugins: [nodeResolve()],
  });
  const { output } = await whole.generate({
    entryFileNames: names,
    chunkFileNames: names,
    plugins: [minified],
  });
  for (const { name, fileName, code } of output) {
    manifest[`${name}.js`] = fileName;
    writeFileSync(join(out, fileName), code);
  }
}

async function style(entry) {
  const { css } = compile(join(here, entry), { loadPaths: [packages], quietDeps: true });
  const named = css.replaceAll(/letters-[\w-]+\.woff2/g, (name) => manifest[name]);
  const { code } = await transform(named, { loader: 'css', minify: true });
  keep(basename(entry, '.scss'), 'css', code);
}

mkdirSync(out, { recursive: true });
const present = (entry) => existsSync(join(here, entry));
letters.forEach(font);
drawn();
await Promise.all([
  phone(),
  ...scripts.filter(present).map(script),
  ...styles.filter(present).map(style),
]);
await build({
  entryPoints: [join(here, worker)],
  minify: true,
  outfile: join(out, worker),
  logLevel: 'error',
});
writeFileSync(join(out, 'manifest.new'), JSON.stringify(manifest, null, 2));
renameSync(join(out, 'manifest.new'), join(out, 'manifest.json'));
const current = new Set([...Object.values(manifest), worker, icons, 'manifest.json']);
for (const name of readdirSync(out)) if (!current.has(name)) rmSync(join(out, name));
