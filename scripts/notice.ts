/** Writes NOTICE, which names every source of facts with its licence: `npm run notice`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { paths, root } from './catalogue/paths.ts';
import { readFacts, type Source } from './catalogue/read-facts.ts';

export const noticeFile = join(root, 'NOTICE');

/** Packages whose data, not only code, are part of the application. */
const dataPackages = ['third-party-web', 'simple-icons', '@fontsource-variable/inter'] as const;

const PackageJson = z.object({ name: z.string(), version: z.string(), license: z.string() });
type DataPackage = z.output<typeof PackageJson>;

const head = `Stackscape
==========

The catalogue was made from facts that the sources below state: names,
addresses, categories, prices, licences and integrations of products. No text and
no image was taken from them. Names and marks of products belong to their owners
and are used to refer to the products only.

The licence named is that of the place a source was read at. NOASSERTION means
that no licence was recognised there.
`;

function sourceText({ title, licence, url, commit, snapshotDate }: Source): string {
  const revision = commit === '' ? '' : `\n  Revision: ${commit}`;
  const address = url === '' ? '' : `\n  Address: ${url}`;
  return `${title}${address}${revision}\n  As of: ${snapshotDate}\n  Licence: ${licence}`;
}

const packageText = ({ name, version, license }: DataPackage): string =>
  `${name} ${version}\n  Licence: ${license}`;

/** The text of NOTICE, the same for the same sources and packages. */
export function noticeText(sources: readonly Source[], packages: readonly DataPackage[]): string {
  return [
    head,
    `Sources of facts\n----------------\n\n${sources.map(sourceText).join('\n\n')}\n`,
    `Data from packages\n------------------\n\n${packages.map(packageText).join('\n\n')}\n`,
    'Software that the application contains is listed with its licences in the folder\n"licences" of the package.\n',
  ].join('\n');
}

/** NOTICE as it should be now. */
export function currentNotice(): string {
  const packages = dataPackages.map((name) =>
    PackageJson.parse(
      JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')),
    ),
  );
  return noticeText(readFacts(paths.facts).sources, packages);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(noticeFile, currentNotice());
  console.error('Wrote NOTICE.');
}
