import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseStackFile,
  STACK_FILE_LIMITS,
  STACK_FILE_VERSION,
  writeStackFile,
} from '../../../shared/exchange/stack-file.ts';
import { aStackContent, stackContent } from '../../support/stack-files.ts';

/** The file of the small stack, as plain data to spoil. */
function fileWith(spoil: (file: Record<string, never>) => void): string {
  const file = JSON.parse(writeStackFile(aStackContent())) as Record<string, never>;
  spoil(file);
  return JSON.stringify(file);
}

function refusal(text: string): { code: string; message: string } {
  const parsed = parseStackFile(text);
  if (parsed.ok) throw new Error('The file was taken.');
  return parsed.error;
}

describe('the stack file', () => {
  it('gives back every stack exactly as it was', () => {
    fc.assert(
      fc.property(stackContent, (stack) => {
        expect(parseStackFile(writeStackFile(stack))).toEqual({ ok: true, value: stack });
      }),
    );
  });

  it('is the same text whatever the order of lanes, products and connections', () => {
    const stack = aStackContent();
    const reversed = <T>(entities: Readonly<Record<string, T>>): Record<string, T> =>
      Object.fromEntries(Object.entries(entities).reverse());
    const other = { ...stack, nodes: reversed(stack.nodes), lanes: reversed(stack.lanes) };
    expect(writeStackFile(other)).toBe(writeStackFile(stack));
    expect(writeStackFile(stack)).toMatch(
      /^\{\n {2}"format": "stackscape-stack",\n {2}"version": 2,\n {2}"name": "Our stack",/,
    );
  });

  it('of the first version is read, with everything that came later at rest', () => {
    const text = fileWith((file) => {
      const first = JSON.parse(JSON.stringify(file)) as Record<string, unknown>;
      for (const key of Object.keys(file)) delete (file as Record<string, unknown>)[key];
      const only = (entities: unknown, fields: readonly string[]) =>
        (entities as Record<string, unknown>[]).map((entity) =>
          Object.fromEntries(fields.map((field) => [field, entity[field]])),
        );
      Object.assign(file, {
        format: 'stackscape-stack',
        version: 1,
        name: first['name'],
        lanes: only(first['lanes'], ['id', 'title', 'groups', 'x', 'y', 'width', 'height']),
        nodes: only(first['nodes'], [
          ...['id', 'productId', 'name', 'categoryId', 'groupId', 'laneId', 'x', 'y'],
        ]),
        connections: only(first['connections'], [
          ...['id', 'fromNodeId', 'toNodeId', 'label', 'direction'],
        ]),
      });
    });
    expect(parseStackFile(text)).toEqual({ ok: true, value: aStackContent() });
  });

  it('is read with a byte order mark in front and with fields that it does not know', () => {
    const text = fileWith((file) => Object.assign(file, { colour: 'red' }));
    expect(parseStackFile(`\ufeff${text}`)).toEqual({ ok: true, value: aStackContent() });
  });
});

describe('a file that is no stack', () => {
  const damaged: Readonly<Record<string, readonly [text: string, code: string, sentence: RegExp]>> =
    {
      'that is not JSON': ['PK\u0003\u0004', 'invalid-input', /not JSON/],
      'that was cut off': [writeStackFile(aStackContent()).slice(0, -40), 'invalid-input', /JSON/],
      'in another format': ['{"format":"excalidraw"}', 'invalid-input', /another format/],
      'that is a list': ['[1, 2]', 'invalid-input', /another format/],
      'of a newer version': [
        fileWith((file) => Object.assign(file, { version: STACK_FILE_VERSION + 1 })),
        'unsupported-version',
        /newer Stackscape/,
      ],
      'without a version': [
        fileWith((file) => Object.assign(file, { version: '1' })),
        'invalid-input',
        /which version/,
      ],
      'with a connection to nowhere': [
        fileWith((file) => Object.assign(file['connections']![0]!, { toNodeId: 'gone' })),
        'invalid-input',
        /connection “own” leads to a product that is missing/,
      ],
      'with a connection of a product to itself': [
        fileWith((file) => Object.assign(file['connections']![0]!, { toNodeId: 'a' })),
        'invalid-input',
        /joins a product to itself/,
      ],
      'with a product in a lane that is not there': [
        fileWith((file) => Object.assign(file['nodes']![0]!, { laneId: 'gone' })),
        'invalid-input',
        /stands in a lane that is missing/,
      ],
      'with one id twice': [
        fileWith((file) => Object.assign(file['nodes']![1]!, { id: 'a' })),
        'invalid-input',
        /the id “a” occurs twice among its nodes/,
      ],
      'with one product twice': [
        fileWith((file) => Object.assign(file['nodes']![1]!, { productId: 'hubspot' })),
        'invalid-input',
        /the product “hubspot” stands on the stack twice/,
      ],
      'with a place out of reach': [
        fileWith((file) => Object.assign(file['nodes']![1]!, { x: 1e9 })),
        'invalid-input',
        /nodes, entry 2, x/,
      ],
      'with the key of a prototype for an id': [
        fileWith((file) => Object.assign(file['nodes']![0]!, { id: '__proto__' })),
        'invalid-input',
        /nodes, entry 1, id/,
      ],
      'with too many products': [
        fileWith((file) =>
          Object.assign(file, { nodes: Array(STACK_FILE_LIMITS.nodes + 1).fill(0) }),
        ),
        'too-large',
        /5001 nodes; 5000 is the most/,
      ],
      'nested without end': ['['.repeat(200_000), 'invalid-input', /nests too deeply/],
    };

  for (const [what, [text, code, sentence]] of Object.entries(damaged)) {
    it(`is refused with a sentence: one ${what}`, () => {
      const { code: given, message } = refusal(text);
      expect(given).toBe(code);
      expect(message).toMatch(sentence);
      expect(message).toMatch(/\.$/);
    });
  }

  it('says something different for each', () => {
    const sentences = Object.values(damaged).map(([text]) => refusal(text).message);
    // Cut off and never begun are both no JSON; a list and another format are both another format.
    expect(new Set(sentences).size).toBe(sentences.length - 2);
  });

  it('leaves the prototype of objects alone', () => {
    const text = fileWith(() => undefined).replace('{', '{"__proto__":{"polluted":true},');
    const parsed = parseStackFile(text);
    expect(parsed.ok && 'polluted' in parsed.value).toBe(false);
    expect('polluted' in {}).toBe(false);
  });

  it('never makes the reader throw, whatever the text', () => {
    const original = writeStackFile(aStackContent());
    const mutated = fc
      .tuple(fc.nat(original.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 20 }))
      .map(([at, removed, put]) => original.slice(0, at) + put + original.slice(at + removed));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), mutated), (text) => {
        const parsed = parseStackFile(text);
        if (!parsed.ok) expect(parsed.error.message.length).toBeGreaterThan(10);
      }),
      { numRuns: 400 },
    );
  });
});
