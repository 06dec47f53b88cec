import { fail, succeed, type Result } from '../result.ts';
import { safeFileName } from './file-name.ts';
import { formats, type ExportFormat } from './formats.ts';

/** What a file's name can be made of; `ext` ends it in any case. */
export const namePlaceholders = ['stack', 'id', 'format', 'date', 'ext'] as const;
type Placeholder = (typeof namePlaceholders)[number];

export interface BatchFile {
  readonly stack: { readonly id: string; readonly name: string };
  readonly format: ExportFormat;
}

/**
 * Names for the files of a batch, made of a template like `{stack}-{date}.{ext}`, in the order of
 * the files. Every one is safe on every system, is no path, and is there once: where two would have
 * the same name, whatever its case, the second gets a number.
 * @param date  as it is to be read, such as 2026-11-26
 * @returns fail 'invalid-input' for a template with an unknown word in braces
 */
export function batchFileNames(
  files: readonly BatchFile[],
  template: string,
  date: string,
): Result<readonly string[]> {
  const unknown = [...template.matchAll(/\{([^{}]*)\}/g)]
    .map(([, word]) => word ?? '')
    .find((word) => !(namePlaceholders as readonly string[]).includes(word));
  if (unknown !== undefined) {
    const known = namePlaceholders.map((word) => `{${word}}`).join(', ');
    return fail('invalid-input', `A file’s name has no {${unknown.slice(0, 40)}}; use ${known}.`);
  }
  const taken = new Set<string>();
  return succeed(
    files.map(({ stack, format }) => {
      const { extension } = formats[format];
      const values: Readonly<Record<Placeholder, string>> = {
        stack: stack.name,
        id: stack.id,
        format,
        date,
        ext: extension,
      };
      const filled = template
        .replace(/\.?\{ext\}$/, '')
        .replace(/\{(\w+)\}/g, (_, word: Placeholder) => values[word]);
      let name = safeFileName(filled, extension);
      for (let count = 2; taken.has(name.toLowerCase()); count++) {
        name = safeFileName(`${safeFileName(filled, '').slice(0, -1)} (${count})`, extension);
      }
      taken.add(name.toLowerCase());
      return name;
    }),
  );
}
