// Joins the ES modules of wwwroot/js for a published app: a script that a view names keeps its address and holds what it imports; what
// several need is in chunks/, named by its content. Sixty requests for small files took a third of the time until charts asked for points.
// Run by publishing (ClientLibraries.targets) with the repository root as working directory: node bundle.mjs DIRECTORY
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build } from 'esbuild'

const [views, scripts, out] = ['Sacredboard.Web/Views', 'wwwroot/js', process.argv[2]]
const named = /<script src="~\/(js\/[^"]+)"([^>]*)>/g
const found = new Map(readdirSync(views, { recursive: true }).filter(file => file.endsWith('.cshtml'))
  .flatMap(file => [...readFileSync(join(views, file), 'utf8').matchAll(named)])
  .map(([, path, attributes]) => [join('wwwroot', path), attributes.includes('type="module"')]))

rmSync(out, { recursive: true, force: true })
await build({
  entryPoints: [...found].filter(([, isModule]) => isModule).map(([path]) => path),
  outbase: scripts,
  outdir: out,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2023',
  legalComments: 'none',
  logLevel: 'warning'
})
for (const [path, isModule] of found) if (!isModule) cpSync(path, join(out, relative(scripts, path)))
