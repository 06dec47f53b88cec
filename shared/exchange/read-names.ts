import { fail, succeed, type Result } from '../result.ts';
import { DIAGRAM_LIMITS, type ImportedDiagram } from './imported-diagram.ts';

/** A plain list, one name or domain a line; bullets and numbers in front are passed over. */
export function readNameList(text: string): Result<ImportedDiagram> {
  const names = [
    ...new Set(
      text
        .split(/\r\n|\n|\r/)
        .map((line) =>
          line
            .replace(/^\s*(?:[-*•]|\d{1,4}[.)])\s+/, '')
            .trim()
            .slice(0, 300),
        )
        .filter((line) => /[\p{L}\p{N}]/u.test(line)),
    ),
  ];
  if (names.length === 0) return fail('invalid-input', 'There are no names in this file.');
  if (names.length > DIAGRAM_LIMITS.shapes) {
    return fail('too-large', `This list has more than ${DIAGRAM_LIMITS.shapes} names.`);
  }
  if (names.every((name) => name.length > 120)) {
    return fail('invalid-input', 'This is no list of names: its lines are too long.');
  }
  return succeed({
    name: '',
    shapes: names.map((label, index) => ({
      ...{ id: `line-${index + 1}`, role: 'shape' as const, label, productId: null, box: null },
    })),
    edges: [],
  });
}
