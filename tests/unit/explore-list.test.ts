import { describe, expect, it } from 'vitest';
import {
  createProductListStore,
  PAGE_SIZE,
  rowAt,
} from '../../renderer/explore/product-list-store.ts';
import type { Api } from '../../shared/contract/contract.ts';
import type { ProductRow } from '../../shared/domain/product.ts';
import { ProductQuery, type Facets, type ProductPage } from '../../shared/domain/query.ts';
import { fail, succeed, type Result } from '../../shared/result.ts';

const noFacets: Facets = {
  categories: {},
  pricing: {},
  sources: {},
  oss: { yes: 0, no: 0 },
  saas: { yes: 0, no: 0 },
  hasIntegrations: { yes: 0, no: 0 },
  tcfVendor: { yes: 0, no: 0 },
  extensions: 0,
  discontinued: 0,
};

function rowFor(text: string, index: number): ProductRow {
  return {
    id: `p${index}`,
    name: `${text} ${index}`,
    homepage: null,
    domain: null,
    description: null,
    categoryId: 'crm',
    groupId: 'social',
    kind: 'product',
    status: 'active',
    pricing: [],
    oss: null,
    saas: null,
    tcfVendorId: null,
    icon: null,
    sources: 1,
    integrations: 0,
  };
}

const TOTAL = 500;

/** Services that answer when told to, so that a test decides what is late. */
function createSlowServices() {
  const waiting: { query: ProductQuery; answer: (result: Result<ProductPage>) => void }[] = [];
  const api: Pick<Api, 'call'> = {
    call: (_channel, input) =>
      new Promise((resolve) => {
        waiting.push({
          query: ProductQuery.parse(input),
          answer: resolve as (result: Result<ProductPage>) => void,
        });
      }),
  };
  const pageOf = ({ text, offset, limit }: ProductQuery): ProductPage => ({
    total: TOTAL,
    offset,
    rows: Array.from({ length: Math.min(limit, TOTAL - offset) }, (_, at) =>
      rowFor(text, offset + at),
    ),
    facets: noFacets,
    terms: [],
    problems: [],
  });
  return {
    api,
    asked: () => waiting.map(({ query }) => query),
    /** Answers the question that has waited longest, or the one at `index`. */
    async answer(result?: Result<ProductPage>, index = 0) {
      const [next] = waiting.splice(index, 1);
      if (!next) throw new Error('Nothing was asked.');
      next.answer(result ?? succeed(pageOf(next.query)));
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

describe('a list of products', () => {
  it('asks for its first page once', async () => {
    const services = createSlowServices();
    const list = createProductListStore(services.api);
    list.getState().start();
    list.getState().start();
    expect(services.asked()).toHaveLength(1);
    await services.answer();
    expect(list.getState().total).toBe(TOTAL);
    expect(rowAt(list.getState().pages, 3)?.name).toBe(' 3');
  });

  it('asks one question at a time and then only the newest', async () => {
    const services = createSlowServices();
    const list = createProductListStore(services.api);
    for (const text of ['h', 'hu', 'hub']) list.getState().change({ text });
    expect(services.asked().map(({ text }) => text)).toEqual(['h']);
    await services.answer();
    expect(services.asked().map(({ text }) => text)).toEqual(['hub']);
  });

  it('never shows the answer to a text that has been typed over', async () => {
    const services = createSlowServices();
    const list = createProductListStore(services.api);
    list.getState().change({ text: 'old' });
    list.getState().change({ text: 'new' });
    await services.answer();
    expect(list.getState().answered).toBeNull();
    await services.answer();
    expect(list.getState().answered?.text).toBe('new');
    expect(rowAt(list.getState().pages, 0)?.name).toBe('new 0');
  });

  it('keeps what is on screen until the next answer is there', async () => {
    const services = createSlowServices();
    const list = createProductListStore(services.api);
    list.getState().change({ text: 'first' });
    await services.answer();
    list.getState().change({ text: 'second' });
    expect(rowAt(list.getState().pages, 0)?.name).toBe('first 0');
  });

  it('asks for each page once, and only for those in reach', async () => {
    const services = createSlowServices();
    const list = createProductListStore(services.api);
    list.getState().start();
    await services.answer();
    list.getState().need(-20, PAGE_SIZE + 5);
    list.getState().need(10, PAGE_SIZE + 15);
    expect(services.asked().map(({ offset }) => offset)).toEqual([PAGE_SIZE]);
    await services.answer();
    expect(rowAt(list.getState().pages, PAGE_SIZE + 1)?.id).toBe(`p${PAGE_SIZE + 1}`);
    list.getState().need(TOTAL - 10, TOTAL + 300);
    const last = Math.floor((TOTAL - 1) / PAGE_SIZE) * PAGE_SIZE;
    expect(services.asked().map(({ offset }) => offset)).toContain(last);
    expect(services.asked().every(({ offset }) => offset < TOTAL)).toBe(true);
  });

  it('drops a page of a list that has been replaced', async () => {
    const services = createSlowServices();
    const list = createProductListStore(services.api);
    list.getState().change({ text: 'old' });
    await services.answer();
    list.getState().need(PAGE_SIZE, PAGE_SIZE);
    list.getState().change({ text: 'new' });
    const [latePage, newList] = services.asked();
    expect([latePage?.offset, newList?.text]).toEqual([PAGE_SIZE, 'new']);
    await services.answer(undefined, 1);
    await services.answer();
    expect(list.getState().answered?.text).toBe('new');
    expect([...list.getState().pages.keys()]).toEqual([0]);
  });

  it('says what went wrong, and asks again when told to', async () => {
    const services = createSlowServices();
    const list = createProductListStore(services.api);
    list.getState().start();
    await services.answer(fail('internal', 'It broke.'));
    expect(list.getState().error?.message).toBe('It broke.');
    list.getState().retry();
    await services.answer();
    expect(list.getState().error).toBeNull();
    expect(list.getState().total).toBe(TOTAL);
  });

  it('recovers by itself when the next text is answered', async () => {
    const services = createSlowServices();
    const list = createProductListStore(services.api);
    list.getState().start();
    await services.answer(fail('internal', 'It broke.'));
    list.getState().change({ text: 'x' });
    await services.answer();
    expect(list.getState().error).toBeNull();
  });

  it('stays where it is when only the stack beside it changes', async () => {
    const services = createSlowServices();
    const list = createProductListStore(services.api);
    list.getState().start();
    await services.answer();
    list.getState().setActive(7);
    const { beginnings } = list.getState();
    list.getState().change({ stack: ['hubspot'] });
    await services.answer();
    expect(list.getState()).toMatchObject({ active: 7, beginnings });
    expect(list.getState().answered?.stack).toEqual(['hubspot']);
    list.getState().change({ text: 'new' });
    await services.answer();
    expect(list.getState()).toMatchObject({ active: 0, beginnings: beginnings + 1 });
  });
});
