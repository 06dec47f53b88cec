import { z } from 'zod';
import type { Result } from '../result.ts';
import { fail } from '../result.ts';
import { inventoryOf, SightingList, type Inventory } from './sightings.ts';

const Parameter = z.object({ key: z.string().optional(), value: z.string().optional() });
const Tag = z.object({
  name: z.string().default(''),
  type: z.string(),
  parameter: z.array(Parameter).default([]),
});
const Container = z.object({
  containerVersion: z.object({
    tag: z.array(Tag).default([]),
    customTemplate: z.array(z.object({ name: z.string() })).default([]),
  }),
});

/** Built-in tag types of Google Tag Manager, by the code that its export uses. */
const tagTypes: Readonly<Record<string, string>> = {
  googtag: 'Google Analytics',
  gaawc: 'Google Analytics',
  gaawe: 'Google Analytics',
  ua: 'Google Analytics',
  awct: 'Google Ads',
  awud: 'Google Ads',
  sp: 'Google Ads',
  gclidw: 'Google Ads',
  flc: 'Campaign Manager 360',
  fls: 'Campaign Manager 360',
  baut: 'Microsoft Advertising',
  bzi: 'LinkedIn Insight Tag',
  hjtc: 'Hotjar',
  cegg: 'Crazy Egg',
  crto: 'Criteo',
  pntr: 'Pinterest Ads',
  qpx: 'Quora Ads',
  twitter_website_tag: 'X Ads',
  asp: 'AdRoll',
  csm: 'comScore',
};

const address = /(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}[^\s"'<>\\)]*/gi;

export function isTagContainer(json: unknown): boolean {
  return Container.safeParse(json).success;
}

/** The products behind the tags of a Google Tag Manager container export. */
export function readTagContainer(json: unknown): Result<Inventory> {
  const container = Container.safeParse(json);
  if (!container.success) {
    return fail('invalid-input', 'This is JSON, but not the export of a tag-manager container.');
  }
  const { tag: tags, customTemplate } = container.data.containerVersion;
  const list = new SightingList();
  list.add('name', 'Google Tag Manager', 'the container itself');
  for (const { name, type, parameter } of tags) {
    const product = Object.hasOwn(tagTypes, type) ? tagTypes[type] : undefined;
    if (product) list.add('name', product, `tag “${name}”`);
    for (const { value = '' } of parameter) {
      for (const [found] of value.matchAll(address)) {
        list.addUrl(found.startsWith('//') ? `https:${found}` : found);
      }
    }
  }
  for (const { name } of customTemplate) list.add('name', name, `template “${name}”`);
  return inventoryOf('tag-container', list, 'tag');
}
