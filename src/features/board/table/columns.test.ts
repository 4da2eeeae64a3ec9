import { expect, test } from 'vitest';

import { refKey } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { aTracked } from '~test/builders';

import { columnsOf, shownColumns, widthOf } from './columns';
import { readTableChoices } from './table-choices';

const boardOf = (...tasks: TrackedTask[]) => new Map(tasks.map((one) => [refKey(one), one]));
const FIRST = { shown: {}, widths: {} };
const PASTED = aTracked({
  shot: 'SH10',
  columns: { Client: 'Lumen', Deadline: '2 Dec', Format: '9:16', Editor: 'Ada' },
  batch: { id: 'b', name: 'Monday' },
});

test('what came with a paste is offered apart from what the page knows', () => {
  const { pasted, own } = columnsOf(boardOf(PASTED));
  expect(pasted).toEqual([
    'shot',
    'column:Client',
    'column:Deadline',
    'column:Format',
    'column:Editor',
    'batch',
  ]);
  expect(own).toContain('status');
  expect(own).not.toContain('shot');
  expect(columnsOf(boardOf(aTracked({}))).pasted).toEqual([]);
});

test('at first the table shows the beginning of the pasted columns, and what is asked for most', () => {
  expect(shownColumns(boardOf(PASTED), FIRST)).toEqual([
    'name',
    'shot',
    'column:Client',
    'column:Deadline',
    'column:Format',
    'status',
    'model',
    'took',
    'note',
    'picked',
  ]);
});

test('a choice stays, and columns of a later paste come by themselves', () => {
  const shown = { model: false, prompt: true, 'column:Client': false } as const;
  const columns = shownColumns(boardOf(PASTED), { shown });
  expect(columns).toContain('prompt');
  expect(columns).toContain('column:Deadline');
  expect(columns).not.toContain('model');
  expect(columns).not.toContain('column:Client');
});

test('a width stays within bounds', () => {
  expect(widthOf('note', FIRST)).toBe(160);
  expect(widthOf('note', { widths: { note: 9999 } })).toBe(800);
  expect(widthOf('column:Client', { widths: { 'column:Client': 1 } })).toBe(64);
});

test('of what is stored, only what is a choice is taken over', () => {
  for (const wrong of [null, 7, 'x', [], { shown: 5, widths: null }])
    expect(readTableChoices(wrong)).toEqual(FIRST);
  expect(
    readTableChoices({
      shown: { prompt: true, model: 'yes', constructor: true },
      widths: { note: 200, took: Number.NaN, 'column:Client': 90 },
    }),
  ).toEqual({ shown: { prompt: true }, widths: { note: 200, 'column:Client': 90 } });
});
