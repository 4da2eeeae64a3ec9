// What the relay says itself, as nginx's locations.
import { answerBody, ANSWERS, SLOWER_HEADERS } from '../relay-rules.mjs';
import { addHeader } from './values.mjs';

/** @param {(keyof typeof ANSWERS)[]} names */
export function ownAnswers(names, headers) {
  return names.map((name) => location(name, ANSWERS[name], headers)).join('\n');
}

function location(name, answer, headers) {
  const [status] = answer;
  const all = [
    ['Cache-Control', 'no-store'],
    ...headers,
    ...(status === 429 ? SLOWER_HEADERS : []),
  ];
  return [
    `    location @${name} {`,
    '      internal;',
    // Whatever the address ends in.
    '      types {}',
    '      default_type application/json;',
    ...all.map((header) => `      ${addHeader(header)}`),
    `      return ${status} '${answerBody(answer)}';`,
    '    }',
  ].join('\n');
}
