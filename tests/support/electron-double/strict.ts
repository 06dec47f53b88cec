import { EventEmitter } from 'node:events';

/** What test runners, promises and printers look for on any object. */
const harmless = new Set([
  'then',
  'toJSON',
  'asymmetricMatch',
  'nodeType',
  '$$typeof',
  '__esModule',
  'default',
]);

function isMethod(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function' && !/^class\b/.test(String(value));
}

/**
 * An object on which using anything that was not written down throws: a double that answers
 * `undefined` to an unknown call would let a test pass for the wrong reason.
 */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'string' && !(key in object) && !harmless.has(key)) {
        throw new Error(`The Electron double has no ${name}.${key}.`);
      }
      const value = Reflect.get(object, key, object) as unknown;
      // Private fields are not visible through a proxy, so methods run on the object itself.
      return isMethod(value) ? (value.bind(object) as unknown) : value;
    },
    set(object, key, value) {
      if (typeof key === 'string' && !(key in object)) {
        throw new Error(`The Electron double has no ${name}.${key} to set.`);
      }
      return Reflect.set(object, key, value, object);
    },
  });
}

/** An emitter that refuses to be listened to for an event Electron does not have. */
export class StrictEmitter extends EventEmitter {
  readonly #name: string;
  readonly #known: ReadonlySet<string>;

  constructor(name: string, known: readonly string[]) {
    super();
    this.#name = name;
    this.#known = new Set(known);
  }

  override on(event: string, listener: (...args: never[]) => void): this {
    this.#check(event);
    return super.on(event, listener as never);
  }

  override once(event: string, listener: (...args: never[]) => void): this {
    this.#check(event);
    return super.once(event, listener as never);
  }

  override emit(event: string, ...args: unknown[]): boolean {
    this.#check(event);
    return super.emit(event, ...args);
  }

  #check(event: string): void {
    if (!this.#known.has(event)) {
      throw new Error(`The Electron double has no event '${event}' of ${this.#name}.`);
    }
  }
}

/** An event that can be prevented, as Electron passes it. */
export class PreventableEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** Copies what crosses between processes. A function or a class instance cannot go. */
export function cloneAcross<T>(value: T): T {
  try {
    return structuredClone(value);
  } catch (error) {
    throw new Error('An object could not be cloned.', { cause: error });
  }
}
