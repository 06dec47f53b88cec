import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import type { BaselineGraph } from './graph.ts';

/** Bundles a baseline as one script and shows a graph in it, on a page of its own. */
export async function openBaseline(
  browser: Browser,
  entry: 'react-flow.tsx' | 'cytoscape.ts',
  { graph, folder, viewport }: BaselineOptions,
): Promise<Page> {
  const outDir = join(folder, entry);
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      lib: { entry: join(import.meta.dirname, entry), formats: ['iife'], name: 'baseline' },
    },
  });
  const page = await browser.newPage({ viewport });
  await page.setContent('<!doctype html><body style="margin: 0"></body>');
  for (const file of readdirSync(outDir)) {
    const content = readFileSync(join(outDir, file), 'utf8');
    await (file.endsWith('.css') ? page.addStyleTag({ content }) : page.addScriptTag({ content }));
  }
  await page.evaluate((drawn) => window.showBaseline(drawn), graph);
  // Labels and shadows come to rest.
  await page.waitForTimeout(1000);
  return page;
}

interface BaselineOptions {
  readonly graph: BaselineGraph;
  /** Where the script goes. */
  readonly folder: string;
  readonly viewport: { readonly width: number; readonly height: number };
}
