import type { Box } from '../stack/layout.ts';

/** A shape of a diagram that was made here or elsewhere. */
export interface ImportedShape {
  readonly id: string;
  /** `lane`: a region that holds others. `text`: words that stand for nothing. */
  readonly role: 'shape' | 'lane' | 'text';
  readonly label: string;
  /** Which product it is, where the file says so itself. */
  readonly productId: string | null;
  /** In the units of the file; null in a list without places. */
  readonly box: Box | null;
}

export interface ImportedEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Which way its arrows point. */
  readonly direction: 'forward' | 'both' | 'none';
  /** The file says that the catalogue knows this one, so that it need not be drawn. */
  readonly isKnown: boolean;
}

/** What of a foreign file can become a stack. */
export interface ImportedDiagram {
  readonly name: string;
  readonly shapes: readonly ImportedShape[];
  readonly edges: readonly ImportedEdge[];
}

export const DIAGRAM_LIMITS = { shapes: 5000, edges: 20_000, depth: 200, label: 2000 } as const;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of a label that may be HTML: tags go, breaks and entities become what they stand for. */
export function plainLabel(label: string): string {
  return label
    .slice(0, DIAGRAM_LIMITS.label)
    .replace(/<(?:br|\/p|\/div)[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#\d{1,7}|\w{2,6});/g, (whole, name: string) => {
      if (!name.startsWith('#')) return entities[name] ?? whole;
      const code = Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}
