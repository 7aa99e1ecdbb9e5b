// Copies the files that libman.json lists from node_modules to wwwroot/lib, and joins the icons to one sprite.
// Run by the build (Build/ClientLibraries.targets) with the repository root as working directory.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const { libraries } = JSON.parse(readFileSync('libman.json', 'utf8'))
rmSync('wwwroot/lib', { recursive: true, force: true })

for (const { library, destination, files } of libraries) {
  for (const file of files) {
    const target = join(destination, file)
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(join(library, file), target)
  }
}

const icons = libraries.find(l => l.library.endsWith('bootstrap-icons/icons'))
const symbols = icons.files.map(file => readFileSync(join(icons.library, file), 'utf8')
  .replace(/<svg[^>]*>/, `<symbol id="${basename(file, '.svg')}" viewBox="0 0 16 16">`)
  .replace('</svg>', '</symbol>')
  .replace(/\n\s*/g, '')
  .trim())
writeFileSync('wwwroot/lib/icons.svg', `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`)
