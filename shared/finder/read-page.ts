import type { Result } from '../result.ts';
import { inventoryOf, SightingList, type Inventory } from './sightings.ts';

// Attributes that make the browser load something, and addresses inside inline scripts. Links that
// only lead elsewhere (<a href>) say nothing about the stack.
// A tag is looked at for so many characters and no more: without a bound, a file of opening tags that
// never end would take the square of its length.
const loading =
  /<(?:script|img|iframe|link|source|embed|object)\b[^<>]{0,4000}?\b(?:src|href|data)\s{0,20}=\s{0,20}["']?([^"'\s<>]{1,4000})/gi;
const address = /(?:https?:|wss:)?\/\/[a-z0-9.-]+\.[a-z]{2,}[^\s"'<>\\)]*/gi;

/** Whether a text looks like a saved web page. */
export function isPage(text: string): boolean {
  return /<(?:!doctype html|html|head|body|script)\b/i.test(text.slice(0, 20_000));
}

/** The insides of script elements, the last one even if the file is cut off in it. */
function* inlineScripts(html: string): Generator<string> {
  const opening = /<script\b/gi;
  const closing = /<\/script/gi;
  for (let tag = opening.exec(html); tag; tag = opening.exec(html)) {
    closing.lastIndex = tag.index;
    const end = closing.exec(html)?.index ?? html.length;
    yield html.slice(tag.index, end);
    opening.lastIndex = end;
  }
}

/** The hosts that a saved web page loads from, and those that its inline scripts name. */
export function readPage(html: string): Result<Inventory> {
  const list = new SightingList();
  const add = (found: string): void =>
    list.addUrl(found.startsWith('//') ? `https:${found}` : found);
  for (const [, source = ''] of html.matchAll(loading)) add(source);
  for (const script of inlineScripts(html)) {
    for (const [found] of script.matchAll(address)) add(found);
  }
  return inventoryOf('page', list, 'address of another host');
}
