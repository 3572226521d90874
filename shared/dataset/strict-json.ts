/** Anything JSON can say. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Bounds on hostile input. Depth counts nested lists and objects; values counts everything, keys not included. */
export interface JsonLimits {
  readonly characters: number;
  readonly depth: number;
  readonly values: number;
  /** `integers` for signed payloads; `finite` for dataset files, whose geometry has fractions. */
  readonly numbers: 'integers' | 'finite';
}

export type JsonFault = 'syntax' | 'duplicate-key' | 'reserved-key' | 'surrogate' | 'number' | 'limit';

export type JsonResult =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly fault: JsonFault; readonly at: number };

/** Keys that change an object's nature in this language; no document of ours has them. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
// oxlint-disable-next-line no-control-regex -- control characters are exactly what JSON forbids here
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const SPACE = /[ \t\n\r]*/y;

/**
 * Parses JSON (RFC 8259) from strangers: unlike `JSON.parse` it refuses duplicate and reserved keys, lone
 * surrogates, numbers that lose precision and anything over the limits, and it stops at the first fault.
 *
 * The attacker controls every character. `at` is the code unit where reading stopped.
 */
export function parseStrictJson(text: string, limits: JsonLimits): JsonResult {
  if (text.length > limits.characters) return { ok: false, fault: 'limit', at: limits.characters };
  try {
    return { ok: true, value: new Parser(text, limits).document() };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault, at: error.at };
    throw error;
  }
}

/** Leaves the recursion; never seen outside this file. */
class Fault extends Error {
  readonly fault: JsonFault;
  readonly at: number;

  constructor(fault: JsonFault, at: number) {
    super(fault);
    this.fault = fault;
    this.at = at;
  }
}

class Parser {
  readonly #text: string;
  readonly #limits: JsonLimits;
  #at = 0;
  #values = 0;

  constructor(text: string, limits: JsonLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  document(): JsonValue {
    const value = this.#value(0);
    this.#space();
    if (this.#at !== this.#text.length) throw this.#fault('syntax');
    return value;
  }

  #value(depth: number): JsonValue {
    this.#values += 1;
    if (depth > this.#limits.depth || this.#values > this.#limits.values) throw this.#fault('limit');
    this.#space();
    switch (this.#text.charAt(this.#at)) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#list(depth);
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      case 'n':
        return this.#word('null', null);
      default:
        return this.#number();
    }
  }

  #object(depth: number): JsonValue {
    const object: Record<string, JsonValue> = {};
    const seen = new Set<string>();
    this.#at += 1;
    if (this.#takes('}')) return object;
    do {
      this.#space();
      const keyAt = this.#at;
      if (this.#text.charAt(this.#at) !== '"') throw this.#fault('syntax');
      const key = this.#string();
      if (seen.has(key)) throw new Fault('duplicate-key', keyAt);
      if (RESERVED.has(key)) throw new Fault('reserved-key', keyAt);
      seen.add(key);
      if (!this.#takes(':')) throw this.#fault('syntax');
      object[key] = this.#value(depth + 1);
    } while (this.#takes(','));
    if (!this.#takes('}')) throw this.#fault('syntax');
    return object;
  }

  #list(depth: number): JsonValue {
    const list: JsonValue[] = [];
    this.#at += 1;
    if (this.#takes(']')) return list;
    do list.push(this.#value(depth + 1));
    while (this.#takes(','));
    if (!this.#takes(']')) throw this.#fault('syntax');
    return list;
  }

  /** Finds the end of the string by the grammar; its escapes are then read by `JSON.parse`. */
  #string(): string {
    const start = this.#at;
    this.#at += 1;
    for (;;) {
      PLAIN.lastIndex = this.#at;
      PLAIN.test(this.#text);
      this.#at = PLAIN.lastIndex;
      const character = this.#text.charAt(this.#at);
      if (character === '"') break;
      if (character !== '\\') throw this.#fault('syntax');
      this.#at += 2;
    }
    this.#at += 1;
    let text: unknown;
    try {
      text = JSON.parse(this.#text.slice(start, this.#at));
    } catch {
      throw new Fault('syntax', start);
    }
    if (typeof text !== 'string') throw new Fault('syntax', start);
    if (!text.isWellFormed()) throw new Fault('surrogate', start);
    return text;
  }

  #number(): number {
    NUMBER.lastIndex = this.#at;
    const digits = NUMBER.exec(this.#text)?.[0];
    if (digits === undefined) throw this.#fault('syntax');
    const value = Number(digits);
    const fits =
      this.#limits.numbers === 'integers'
        ? /^-?[0-9]+$/.test(digits) && Number.isSafeInteger(value)
        : Number.isFinite(value);
    if (!fits) throw this.#fault('number');
    this.#at += digits.length;
    return value;
  }

  #word<Value extends JsonValue>(word: string, value: Value): Value {
    if (!this.#text.startsWith(word, this.#at)) throw this.#fault('syntax');
    this.#at += word.length;
    return value;
  }

  #takes(character: string): boolean {
    this.#space();
    if (this.#text.charAt(this.#at) !== character) return false;
    this.#at += 1;
    return true;
  }

  #space(): void {
    SPACE.lastIndex = this.#at;
    SPACE.test(this.#text);
    this.#at = SPACE.lastIndex;
  }

  #fault(fault: JsonFault): Fault {
    return new Fault(fault, this.#at);
  }
}
