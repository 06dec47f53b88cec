import { z } from 'zod';

/** Every way a call can be refused. The renderer decides by code; people read the sentence. */
export const errorCodes = [
  'invalid-input',
  'not-found',
  'conflict',
  'too-large',
  'unsupported-version',
  'unknown-products',
  'damaged-file',
  'not-writable',
  'cancelled',
  'forbidden',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export const AppErrorSchema = z.object({
  code: z.enum(errorCodes),
  /** A sentence a person can act on. */
  message: z.string(),
  /** What the sentence is about: names, numbers, paths. Plain data only. */
  details: z.record(z.string(), z.unknown()).optional(),
});
export type AppError = z.output<typeof AppErrorSchema>;

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(
  code: ErrorCode,
  message: string,
  details?: Record<string, unknown>,
): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error: details ? { code, message, details } : { code, message } };
}

/** An expected failure inside a service; the router turns it into a failed result. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, message: string, details?: Record<string, unknown>) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** The value of a successful result. @throws Refusal with the result's own error otherwise */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refusal(result.error.code, result.error.message, result.error.details);
}

export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
