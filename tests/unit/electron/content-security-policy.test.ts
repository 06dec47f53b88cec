import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  injectedStyles,
} from '../../../electron/hosts/content-security-policy.ts';

function library(path: string): string {
  return readFileSync(
    fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url)),
    'utf8',
  );
}

it('allows nothing inline, evaluated or remote', () => {
  expect(contentSecurityPolicy).not.toMatch(/unsafe-|https?:|\*|wasm/);
  expect(contentSecurityPolicy).toMatch(/^default-src 'none'; script-src 'self';/);
});

it.each(Object.entries(injectedStyles))(
  'lets the style of %s through by its own hash',
  (_name, style) => {
    const hash = createHash('sha256').update(style.text).digest('base64');
    expect(style.hash).toBe(`sha256-${hash}`);
    expect(contentSecurityPolicy).toContain(`'${style.hash}'`);
  },
);

it('knows the styles that the libraries of today put into the page', () => {
  expect(library('cytoscape/dist/cytoscape.esm.mjs')).toContain(
    "stylesheet.textContent = '.' + className + ' { position: relative; }';",
  );
  const press = library('react-aria/dist/private/interactions/usePress.mjs');
  const [, written = ''] = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(press) ?? [];
  const filled = written.replace(/\$\{[^}]*\}/, 'data-react-aria-pressable').trim();
  expect(filled).toBe(injectedStyles.reactAria.text);
});
