import { expect, it } from 'vitest';
import { createAskAhead } from '../../../renderer/state/ask-ahead.ts';

function asking() {
  const asked: string[] = [];
  const links = createAskAhead((products, of) => {
    asked.push(`${of?.join(',') ?? 'all'} among ${[...products].sort().join(',')}`);
    return Promise.resolve({ ok: true, value: [] });
  });
  return { ...links, asked };
}

it('answers what was asked ahead without asking again, in whatever order products are named', async () => {
  const { ask, ahead, asked } = asking();
  ahead(['b', 'a'], ['c']);
  await ask(['a', 'b', 'c'], ['c']);
  expect(asked).toEqual(['c among a,b,c']);
});

it('asks what was not asked ahead, was forgotten, or is about other products', async () => {
  const { ask, ahead, forget, asked } = asking();
  ahead(['a', 'b'], ['c']);
  await ask(['a', 'b', 'c']);
  await ask(['a', 'c'], ['c']);
  await ask(['a', 'b', 'c'], ['b']);
  forget();
  await ask(['a', 'b', 'c'], ['c']);
  expect(asked).toEqual([
    'c among a,b,c',
    'all among a,b,c',
    'c among a,c',
    'b among a,b,c',
    'c among a,b,c',
  ]);
});
