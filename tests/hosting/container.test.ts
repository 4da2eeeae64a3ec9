import { existsSync, readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import { validate as lintDockerfile } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

// There is no container engine here, so these tests check only what a linter or a reader could find.

const dockerfile = readFileSync('hosting/Dockerfile', 'utf8');
const lines = dockerfile.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const named = (instruction: string): string[] =>
  lines
    .filter((line) => line.startsWith(`${instruction} `))
    .map((line) => line.slice(instruction.length + 1));

describe('the container file', () => {
  test('passes a linter', () => {
    expect(lintDockerfile(dockerfile)).toEqual([]);
    expect(lintDockerfile('FORM node\nUSER')).not.toEqual([]);
  });

  test('names its base image with a full version', () => {
    expect(
      named('FROM').filter((image) => !/^[a-z]+:\d+\.\d+\.\d+-\w+[\d.]+(?: AS \w+)?$/.test(image)),
    ).toEqual([]);
  });

  test('does not run as root, has a health check, and contains no key', () => {
    expect(named('USER')).toEqual(['node']);
    expect(named('HEALTHCHECK').join(' ')).toContain('/healthz');
    expect(dockerfile).not.toMatch(/^(?:ARG|ENV) .*(?:KEY|TOKEN|SECRET)/m);
    expect(named('ADD')).toEqual([]);
  });

  test('copies only files that exist and are not ignored', () => {
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

  test('starts a file that exists', () => {
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
  // Ajv does not know the way this schema names its dialect, draft 7.
  const { $schema: _, ...schema } = JSON.parse(
    readFileSync('tests/hosting/fixtures/compose-spec.json', 'utf8'),
  ) as { $schema: string };

  test('fits the compose specification', () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    expect(validate(compose) ? [] : validate.errors).toEqual([]);
    expect(validate({ services: { a: { imgae: 'x' } } })).toBe(false);
  });

  test('lets the container write and do as little as possible', () => {
    expect(compose.services['rushes']).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(JSON.stringify(compose)).not.toMatch(/sk-|"0\.0\.0\.0|"8080:8080/);
  });

  test('names files that exist', () => {
    const { volumes, build } = compose.services['rushes'] as {
      volumes: string[];
      build: { dockerfile: string };
    };
    const [file = ''] = (volumes[0] ?? '').split(':');
    expect(existsSync(`hosting/${file}`)).toBe(true);
    expect(existsSync(build.dockerfile)).toBe(true);
  });
});
