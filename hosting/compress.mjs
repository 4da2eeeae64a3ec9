// Compresses the built page once, at the highest level: `node hosting/compress.mjs [folder]`. Skips what a host may
// change later (config.json) and formats that are already compressed.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const COMPRESSIBLE = /\.(?:js|css|html|svg|json|webmanifest|txt)$/;
const LEFT_OUT = /^(?:config|firebase|staticwebapp\.config|vercel)\.json$/;
/** In bytes; smaller files fit into one packet anyway. */
const WORTH_IT = 600;

const site = path.resolve(process.argv[2] ?? 'dist');
for (const name of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
  const file = path.join(site, name);
  if (!COMPRESSIBLE.test(name) || LEFT_OUT.test(name) || statSync(file).size < WORTH_IT) continue;
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
}
