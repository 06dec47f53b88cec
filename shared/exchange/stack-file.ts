import { z } from 'zod';
import { fail, succeed, type Result } from '../result.ts';
import { GivenName, Slug } from '../domain/ids.ts';
import { StackItem } from '../stack/items.ts';
import { Connection, Lane, StackNode, type Stack } from '../stack/stack.ts';
import { findBrokenRule } from './stack-file-rules.ts';

export const STACK_FILE_FORMAT = 'stackscape-stack';
export const STACK_FILE_VERSION = 2;
/** Version 1 had no notes, states and templates; what it lacks has defaults. */
const READABLE_VERSIONS: readonly number[] = [1, STACK_FILE_VERSION];

/** More than any stack that people draw, and little enough to check at once. */
export const STACK_FILE_LIMITS = {
  nodes: 5000,
  lanes: 200,
  connections: 20_000,
  items: 5000,
} as const;

/** A stack without the id it has in one workspace. */
export type StackContent = Omit<Stack, 'id'>;

/**
 * The stack file. Unknown fields are dropped, so that a file with more in it than this
 * version knows of can be read as long as its version says so.
 */
export const StackFile = z.object({
  format: z.literal(STACK_FILE_FORMAT),
  version: z.union([z.literal(1), z.literal(STACK_FILE_VERSION)]),
  name: GivenName,
  lanes: z.array(Lane),
  nodes: z.array(StackNode),
  connections: z.array(Connection),
  items: z.array(StackItem).default([]),
  templateId: Slug.nullable().default(null),
});
export type StackFile = z.output<typeof StackFile>;

/** Deep enough for the format itself and for fields of later versions. */
const MAX_DEPTH = 32;

const byId = (p: { readonly id: string }, q: { readonly id: string }): number =>
  p.id < q.id ? -1 : p.id > q.id ? 1 : 0;

/** Fields in the order of their names, so that it does not depend on where an object is from. */
function inOrder<T extends object>(entity: T): T {
  return Object.fromEntries(Object.entries(entity).sort(([p], [q]) => (p < q ? -1 : 1))) as T;
}

function listed<T extends { readonly id: string }>(entities: Readonly<Record<string, T>>): T[] {
  return Object.values(entities).sort(byId).map(inOrder);
}

/** The stack as a JSON file: the same stack gives the same text, whatever the order of its parts. */
export function writeStackFile(stack: StackContent): string {
  const file: StackFile = {
    format: STACK_FILE_FORMAT,
    version: STACK_FILE_VERSION,
    name: stack.name,
    templateId: stack.templateId,
    lanes: listed(stack.lanes),
    nodes: listed(stack.nodes),
    connections: listed(stack.connections),
    items: listed(stack.items),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Whether brackets nest deeper than a stack file can. Looked at in the text, before the parser,
 * whose recursion a hostile file could exhaust.
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with a file that is JSON, before its parts are looked at. */
function refuseEnvelope(value: unknown): Result<Record<string, unknown>> {
  if (!isRecord(value) || value['format'] !== STACK_FILE_FORMAT) {
    return fail('invalid-input', 'This is not a Stackscape stack file; it is in another format.');
  }
  const version = value['version'];
  if (typeof version === 'number' && version > STACK_FILE_VERSION) {
    return fail(
      'unsupported-version',
      'This stack file was written by a newer Stackscape. Update Stackscape to open it.',
      { version, supported: STACK_FILE_VERSION },
    );
  }
  if (typeof version !== 'number' || !READABLE_VERSIONS.includes(version)) {
    return fail(
      'invalid-input',
      'This stack file does not say which version it is; it is damaged.',
    );
  }
  for (const [part, most] of Object.entries(STACK_FILE_LIMITS)) {
    const list = value[part];
    if (Array.isArray(list) && list.length > most) {
      return fail('too-large', `This stack file has ${list.length} ${part}; ${most} is the most.`, {
        part,
        count: list.length,
        most,
      });
    }
  }
  return succeed(value);
}

/** The first thing that does not fit, as a place people find in the file: "nodes, entry 3, x". */
function describe(issue: z.core.$ZodIssue): string {
  const place = issue.path.map((step) =>
    typeof step === 'number' ? `entry ${step + 1}` : String(step).slice(0, 40),
  );
  return place.length > 0 ? `${place.join(', ')}: ${issue.message}` : issue.message;
}

function record<T extends { readonly id: string }>(entities: readonly T[]): Record<string, T> {
  return Object.fromEntries(entities.map((entity) => [entity.id, entity]));
}

/**
 * Reads a stack file. Never throws: whatever is wrong with the text comes back as one sentence, and
 * nothing of it is used.
 * @returns the stack without an id, each entity with the id it has in the file
 */
export function parseStackFile(text: string): Result<StackContent> {
  // A byte order mark, which some editors put in front, is no part of JSON.
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (isTooDeep(json)) {
    return fail('invalid-input', 'This file nests too deeply to be a stack file.');
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return fail('invalid-input', 'This is not a stack file: it is not JSON, or only part of it.');
  }
  const envelope = refuseEnvelope(value);
  if (!envelope.ok) return envelope;
  const parsed = StackFile.safeParse(envelope.value);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const where = first ? describe(first) : 'unknown';
    return fail('invalid-input', `This stack file is damaged (${where}).`, { where });
  }
  const { name, lanes, nodes, connections, items, templateId } = parsed.data;
  const broken = findBrokenRule(parsed.data);
  if (broken !== null) return fail('invalid-input', broken);
  return succeed({
    name,
    lanes: record(lanes),
    nodes: record(nodes),
    connections: record(connections),
    items: record(items),
    templateId,
  });
}
