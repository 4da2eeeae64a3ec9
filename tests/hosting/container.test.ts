import { existsSync, readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import { validate as lintDockerfile } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

// No engine runs where these tests run: what a linter and a reader can find is found here.

const dockerfile = readFileSync('hosting/Dockerfile', 'utf8');
const lines = dockerfile.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const named = (instruction: string): string[] =>
  lines
    .filter((line) => line.startsWith(`${instruction} `))
    .map((line) => line.slice(instruction.length + 1));

describe('the container file', () => {
  test('is what a linter takes for one', () => {
    expect(lintDockerfile(dockerfile)).toEqual([]);
    expect(lintDockerfile('FORM node\nUSER')).not.toEqual([]);
  });

  test('names its base by a whole version', () => {
    expect(
      named('FROM').filter((image) => !/^[a-z]+:\d+\.\d+\.\d+-\w+[\d.]+(?: AS \w+)?$/.test(image)),
    ).toEqual([]);
  });

  test('does not run as root, can be asked how it is, and holds no key', () => {
    expect(named('USER')).toEqual(['node']);
    expect(named('HEALTHCHECK').join(' ')).toContain('/healthz');
    expect(dockerfile).not.toMatch(/^(?:ARG|ENV) .*(?:KEY|TOKEN|SECRET)/m);
    expect(named('ADD')).toEqual([]);
  });

  test('copies what there is, past what is left out', () => {
    const kept = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    const missing = named('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1))
      .filter((file) => file !== '.')
      .filter((file) => {
        const isThere = file.includes('*')
          ? existsSync(file.replace(/\*.*$/, ''))
          : existsSync(file);
        return !isThere || !kept.some((one) => file.startsWith(one.slice(1)));
      });
    expect(missing).toEqual([]);
    const left = kept.map((one) => one.slice(1)).filter((file) => !existsSync(file));
    expect(left).toEqual([]);
  });

  test('starts what is there', () => {
    const [entry = ''] = named('ENTRYPOINT');
    const [program, script = '', folder] = JSON.parse(entry) as string[];
    expect([program, folder]).toEqual(['node', 'dist']);
    expect(existsSync(script)).toBe(true);
  });
});

describe('the compose file', () => {
  const compose = parse(readFileSync('hosting/compose.yml', 'utf8')) as {
    services: Record<string, Record<string, unknown>>;
  };
  // Its name of the dialect, draft 7, is one that Ajv does not know.
  const { $schema: _, ...schema } = JSON.parse(
    readFileSync('tests/hosting/fixtures/compose-spec.json', 'utf8'),
  ) as { $schema: string };

  test('fits the compose specification', () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    expect(validate(compose) ? [] : validate.errors).toEqual([]);
    expect(validate({ services: { a: { imgae: 'x' } } })).toBe(false);
  });

  test('lets the container write and do as little as it can', () => {
    expect(compose.services['rushes']).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(JSON.stringify(compose)).not.toMatch(/sk-|"0\.0\.0\.0|"8080:8080/);
  });

  test('names files that are there', () => {
    const { volumes, build } = compose.services['rushes'] as {
      volumes: string[];
      build: { dockerfile: string };
    };
    const [file = ''] = (volumes[0] ?? '').split(':');
    expect(existsSync(`hosting/${file}`)).toBe(true);
    expect(existsSync(build.dockerfile)).toBe(true);
  });
});
