// Makes static/build/: one hashed file for each entry, and manifest.json that names them.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { compile } from 'sass';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = join(here, 'build');
const later = ['phone/later/voice.js', 'phone/later/picture.js'];
const scripts = ['phone/main.js', ...later, 'record/preview.js', 'record/main.js'];
const styles = ['style/phone.scss', 'style/staff.scss'];
const worker = 'sw.js';

const manifest = {};

function keep(name, ending, text) {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  manifest[`${name}.${ending}`] = `${name}-${hash}.${ending}`;
  writeFileSync(join(out, manifest[`${name}.${ending}`]), text);
}

async function script(entry) {
  const name = entry.split('/').at(-1) === 'main.js' ? entry.split('/')[0] : basename(entry, '.js');
  const result = await build({
    entryPoints: [join(here, entry)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome100', 'firefox115', 'safari16'],
    write: false,
    legalComments: 'none',
  });
  keep(name, 'js', result.outputFiles[0].text);
}

async function style(entry) {
  const { css } = compile(join(here, entry), {
    loadPaths: [join(here, '..', 'node_modules')],
    quietDeps: true,
  });
  const { code } = await transform(css, { loader: 'css', minify: true });
  keep(basename(entry, '.scss'), 'css', code);
}

mkdirSync(out, { recursive: true });
const present = (entry) => existsSync(join(here, entry));
await Promise.all([...scripts.filter(present).map(script), ...styles.filter(present).map(style)]);
await build({
  entryPoints: [join(here, worker)],
  minify: true,
  outfile: join(out, worker),
  logLevel: 'error',
});
writeFileSync(join(out, 'manifest.new'), JSON.stringify(manifest, null, 2));
renameSync(join(out, 'manifest.new'), join(out, 'manifest.json'));
const current = new Set([...Object.values(manifest), worker, 'manifest.json']);
for (const name of readdirSync(out)) if (!current.has(name)) rmSync(join(out, name));
