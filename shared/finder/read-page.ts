import type { Result } from '../result.ts';
import { inventoryOf, SightingList, type Inventory } from './sightings.ts';

// Attributes that make the browser load something, and addresses inside inline scripts. Links that
// only lead elsewhere (<a href>) say nothing about the stack.
const loading =
  /<(?:script|img|iframe|link|source|embed|object)\b[^>]*?\b(?:src|href|data)\s*=\s*["']?([^"'\s>]+)/gi;
const inlineScript = /<script\b[^>]*>([\s\S]*?)<\/script>/gi;
const address = /(?:https?:|wss:)?\/\/[a-z0-9.-]+\.[a-z]{2,}[^\s"'<>\\)]*/gi;

/** Whether a text looks like a saved web page. */
export function isPage(text: string): boolean {
  return /<(?:!doctype html|html|head|body|script)\b/i.test(text.slice(0, 20_000));
}

/** The hosts that a saved web page loads from, and those that its inline scripts name. */
export function readPage(html: string): Result<Inventory> {
  const list = new SightingList();
  const add = (found: string): void =>
    list.addUrl(found.startsWith('//') ? `https:${found}` : found);
  for (const [, source = ''] of html.matchAll(loading)) add(source);
  for (const [, script = ''] of html.matchAll(inlineScript)) {
    for (const [found] of script.matchAll(address)) add(found);
  }
  return inventoryOf('page', list, 'address of another host');
}
