import { z } from 'zod';
import { kindLabels } from '../diagram/theme.ts';
import { fail, succeed, type Result } from '../result.ts';
import { DIAGRAM_LIMITS, plainLabel, type ImportedDiagram } from './imported-diagram.ts';

const Node = z.object({
  id: z.string().max(200),
  type: z.enum(['text', 'file', 'link', 'group']),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  text: z.string().optional(),
  file: z.string().optional(),
  url: z.string().optional(),
  label: z.string().optional(),
});
const Edge = z.object({
  fromNode: z.string(),
  toNode: z.string(),
  fromEnd: z.enum(['none', 'arrow']).optional(),
  toEnd: z.enum(['none', 'arrow']).optional(),
  label: z.string().optional(),
});
/** JSON Canvas 1.0, of which everything else is passed over. Source: jsoncanvas.org/spec/1.0. */
const Canvas = z.object({
  nodes: z.array(Node).max(DIAGRAM_LIMITS.shapes).default([]),
  edges: z.array(Edge).max(DIAGRAM_LIMITS.edges).default([]),
});

const known = new Set<string>(Object.values(kindLabels));

/** The first line without Markdown: what a card is about. */
const headline = (text: string): string =>
  plainLabel(text)
    .split('\n')[0]!
    .replace(/^#+\s*/, '')
    .replace(/\\([\\`*_[\]<>|~$&])/g, '$1')
    .replace(/\*\*|__|^[-*]\s+|\[\[|\]\]/g, '')
    .trim();

/** Reads a canvas as Obsidian and others keep it. */
export function readJsonCanvas(value: unknown): Result<ImportedDiagram> {
  const canvas = Canvas.safeParse(value);
  if (!canvas.success) {
    const [issue] = canvas.error.issues;
    const where = (issue?.path ?? []).map((step) => (typeof step === 'number' ? step + 1 : step));
    return fail(
      'invalid-input',
      `This canvas does not fit: ${where.join(', ')}: ${issue?.message}.`,
    );
  }
  const { nodes, edges } = canvas.data;
  if (nodes.length === 0) return fail('invalid-input', 'There is nothing on this canvas.');
  return succeed({
    name: '',
    shapes: nodes.map(({ id, type, x, y, width, height, text, file, url, label }) => ({
      id,
      role: type === 'group' ? 'lane' : 'shape',
      label:
        type === 'group'
          ? plainLabel(label ?? '')
          : type === 'text'
            ? headline(text ?? '')
            : type === 'link'
              ? (URL.parse(url ?? '')?.hostname.replace(/^www\./, '') ?? '')
              : headline((file ?? '').replace(/^.*\//, '').replace(/\.\w+$/, '')),
      productId: null,
      box: { x, y, width: Math.max(1, width), height: Math.max(1, height) },
    })),
    edges: edges.map(({ fromNode, toNode, fromEnd, toEnd, label = '' }) => ({
      from: fromNode,
      to: toNode,
      label: plainLabel(label),
      direction: fromEnd === 'arrow' ? 'both' : toEnd === 'none' ? 'none' : 'forward',
      // Ours carry the kind that the catalogue has; a person's own words are something else.
      isKnown: known.has(label),
    })),
  });
}
