import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Reply } from '~/engine/gateway/reply';

interface Listed {
  file: string;
  httpStatus: number;
}

const folder = path.join(import.meta.dirname, '../../src/engine/gateway/fixtures');

/** Every recorded answer that is JSON, as it came. */
export function recordedReplies(): readonly Reply[] {
  return ['expected.json', 'expected-more.json'].flatMap((list) =>
    (JSON.parse(read(list)) as Listed[]).flatMap(({ file, httpStatus }): Reply[] => {
      const text = read(file);
      const whole = JSON.parse(text) as object | null;
      const raw = whole !== null && '__rawBody' in whole;
      return raw ? [] : [{ status: httpStatus, contentType: 'application/json', body: text }];
    }),
  );
}

function read(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}
