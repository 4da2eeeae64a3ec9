// What the relay's limits and shared answers are in nginx's files.
import {
  CLIENTS_AT_ONE_ADDRESS,
  KEY_HEADERS,
  OLDEST,
  PASSED_HEADERS,
  SHARED,
} from '../relay-rules.mjs';
import { ownAnswers } from './own-answers.mjs';
import { fill, quoted, variable } from './values.mjs';

/** Of what one address asks, how much may wait for services: each takes up to ten of nginx's connections. */
const ASKED_FROM_ONE_ADDRESS = 4;
/** The most that nginx's counters hold. */
const MOST = 65_535;

export function rates({ client, key }) {
  return texts({
    RATE: client.rate,
    BURST: client.burst,
    AT_ONCE: client.atOnce,
    KEY_RATE: key.rate,
    KEY_BURST: key.burst,
    ADDRESS_RATE: client.rate * CLIENTS_AT_ONE_ADDRESS,
    ADDRESS_BURST: client.burst * CLIENTS_AT_ONE_ADDRESS,
    ADDRESS_AT_ONCE: Math.min(client.atOnce * ASKED_FROM_ONE_ADDRESS, MOST),
    KEYS: KEY_HEADERS.map((header) => `$relay_${variable(header)}`).join(' '),
  });
}

/** The parts of nginx.conf that share answers; none if none are shared. */
export function sharing({ shareSeconds, upstreams }, run) {
  const AGES = ages();
  if (shareSeconds === 0) return { AGES, SHARED: '', SHARE: '' };
  const passed = PASSED_HEADERS.filter((name) => !/range/i.test(name));
  const team = upstreams.filter(({ adds }) => adds !== null);
  return {
    AGES,
    SHARED: fill('shared.conf.template', {
      RUN: run,
      SECONDS: String(shareSeconds),
      SHARED: quoted(SHARED),
      MOMENTS: moments(shareSeconds),
      ERAS: eras(OLDEST),
      OLDEST: String(OLDEST),
      OWN_ANSWERS: ownAnswers(
        ['unreachable', 'late'],
        [
          ['Vary', '$relay_vary'],
          ['Rushes-At', '$relay_second'],
        ],
      ),
      VARY: [...passed, ...KEY_HEADERS].join(', '),
      TEAM_VARY: team.map(({ name }) => `    ${name} "${passed.join(', ')}";`).join('\n'),
    }),
    SHARE: [
      `include ${run}/share.conf;`,
      '      proxy_cache_key "$relay_era $relay_name $relay_path";',
      '      proxy_set_header Rushes-Host $http_host;',
      '      proxy_set_header Rushes-Client $remote_addr;',
      '      proxy_hide_header Rushes-At;',
      '      proxy_hide_header Vary;',
      '      if ($relay_shared) {',
      '        proxy_pass http://relay-once;',
      '      }',
    ].join('\n'),
  };
}

const FIGURES = Array.from({ length: 10 }, (_, figure) => figure);

/**
 * The maps that subtract, which nginx cannot, as people do on paper: the ones, what they borrow, the tens. They go by
 * two figures of the second when an answer came, and two of this one.
 */
function ages() {
  const seconds = '$upstream_http_rushes_at$relay_second';
  const figures = (difference) => FIGURES.map((at) => `${at}\\d${(at + difference) % 10}`);
  const ones = FIGURES.map((one) =>
    rule(
      figures(one).map((pair) => `\\d${pair}`),
      one,
    ),
  );
  const borrows = FIGURES.slice(1).map((at) => `\\d${at}\\d[0-${at - 1}]`);
  const tens = FIGURES.slice(1).map((ten) =>
    rule(
      [0, 1].flatMap((less) => figures(ten + less).map((pair) => `${less}${pair}\\d`)),
      ten,
    ),
  );
  return [
    map(seconds, '$relay_age_ones', 0, ones),
    map(seconds, '$relay_age_borrows', 0, [rule(borrows, 1)]),
    map(`$relay_age_borrows${seconds}`, '$relay_age_tens', '""', tens),
  ].join('\n');
}

function map(by, name, usual, rules) {
  return [`  map "${by}" ${name} {`, `    default ${usual};`, ...rules, '  }'].join('\n');
}

function rule(expressions, value) {
  return `    "~^(?:${expressions.join('|')})$" ${value};`;
}

/** Every hundred seconds of the clock in parts of so many, by the tens. */
function eras(seconds) {
  const parts = Array.from({ length: 100 / seconds }, (_, part) => (part * seconds) / 10);
  return parts
    .map((from) => `    "~^(\\d+)[${from}-${from + seconds / 10 - 1}]\\d\\." $1${from};`)
    .join('\n');
}

/** The clock in steps, none longer than an answer is shared: a step's number is that of its first second. */
function moments(seconds) {
  const steps = Array.from({ length: 10 / seconds }, (_, index) => index * seconds);
  return steps
    .map((from) => `    "~^(\\d+)[${from}-${from + seconds - 1}]\\." $1${from};`)
    .join('\n');
}

function texts(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
