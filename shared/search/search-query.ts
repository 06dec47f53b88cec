import { fold } from './fold.ts';

/** A query in the forms that names are compared with. */
export interface SearchQuery {
  /** Folded text. */
  readonly text: string;
  /** Folded text without its spaces, so that "hub spot" meets "HubSpot". */
  readonly squashed: string;
  /** Distinct words of the folded text, longest first: the rarest is probably among the first. */
  readonly words: readonly string[];
  /** For an address, the folded host and its parent domains: "app hubspot com", "hubspot com". */
  readonly hosts: readonly string[];
}

/** No product has a longer name, and nobody types more on purpose. */
const MAX_LENGTH = 120;
const MAX_WORDS = 10;

/**
 * Reads what a person typed.
 * @returns null if it holds no letter and no digit, so nothing can be compared
 */
export function parseSearchQuery(typed: string): SearchQuery | null {
  const hosts = readHosts(typed);
  const text = fold(hosts.length > 0 ? stripAddress(typed) : typed)
    .slice(0, MAX_LENGTH)
    .trim();
  if (text === '') return null;
  const words = [...new Set(text.split(' '))]
    .slice(0, MAX_WORDS)
    .sort((a, b) => b.length - a.length);
  return { text, squashed: squash(text), words, hosts };
}

/** Folded text without spaces. */
export function squash(folded: string): string {
  return folded.includes(' ') ? folded.replaceAll(' ', '') : folded;
}

const ADDRESS =
  /^\s*(?:https?:\/\/)?(?:www\.)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)(?:[/?#:]\S*)?\s*$/iu;

function stripAddress(typed: string): string {
  return ADDRESS.exec(typed)?.[1] ?? typed;
}

function readHosts(typed: string): string[] {
  const labels = ADDRESS.exec(typed.slice(0, 500))?.[1]?.split('.') ?? [];
  // The last label alone is a top-level domain, which names nothing.
  return labels.slice(0, -1).map((_, from) => fold(labels.slice(from).join('.')));
}
