// Compresses the built page once, as well as can be: `node hosting/compress.mjs [folder]`. What a host may change
// later (config.json) and what is compressed by nature stays as it is.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const COMPRESSIBLE = /\.(?:js|css|html|svg|json|webmanifest|txt)$/;
const LEFT_OUT = /^config\.json$/;
/** Smaller files fit into one packet anyway, in bytes. */
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
