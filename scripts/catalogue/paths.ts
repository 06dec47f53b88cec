import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const paths = {
  facts: join(root, 'resources/catalogue/facts'),
  curated: join(root, 'resources/catalogue/curated'),
  taxonomy: join(root, 'resources/catalogue/taxonomy.tsv'),
  svgIcons: join(root, 'node_modules/simple-icons/icons'),
  database: join(root, 'dist/catalogue/catalogue.db'),
} as const;
