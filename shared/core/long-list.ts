import { z } from 'zod';

/** True: it fits, and parsing would give it back as it is. False: that is for the schema to say. */
type Check = (value: unknown) => boolean;

/**
 * As `z.array(element)`, for lists of thousands: where no code may be made at run time, as in the window, zod takes
 * longer to look through 20,000 annotations than they take to draw. The checks are taken from the schema itself, so that
 * they cannot differ from it; whatever they do not know or do not like is left to it. What fits is not copied.
 */
export function longList<Schema extends z.ZodType>(element: Schema): z.ZodType<z.infer<Schema>[]> {
  const check = checkOf(element);
  const isPlain = z.custom<z.infer<Schema>[]>((value) => Array.isArray(value) && isEach(value, check));
  return z.union([isPlain, z.array(element)]) as z.ZodType<z.infer<Schema>[]>;
}

const unknownHere: Check = () => false;

/** What a schema asks of a value, as far as it is known here. */
export function checkOf(schema: z.core.$ZodType): Check {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const fits = fitsOf(def);
  const checks = (def.checks ?? []).map(furtherCheckOf);
  return checks.length === 0 ? fits : (value) => fits(value) && checks.every((check) => check(value));
}

function fitsOf(def: z.core.$ZodTypes['_zod']['def']): Check {
  switch (def.type) {
    case 'object':
      return def.catchall?._zod.def.type === 'never' ? objectCheck(def.shape) : unknownHere;
    case 'array': {
      const check = checkOf(def.element);
      return (value) => Array.isArray(value) && isEach(value, check);
    }
    case 'tuple': {
      const checks = def.items.map(checkOf);
      if (def.rest !== null) return unknownHere;
      return (value) =>
        Array.isArray(value) && value.length === checks.length && checks.every((check, at) => check(value[at]));
    }
    case 'nullable': {
      const check = checkOf(def.innerType);
      return (value) => value === null || check(value);
    }
    case 'record': {
      const [key, of] = [checkOf(def.keyType), checkOf(def.valueType)];
      return (value) => isObject(value) && Object.entries(value).every(([name, one]) => key(name) && of(one));
    }
    case 'union':
      return unionCheck(def);
    case 'literal':
      return (value) => def.values.includes(value as z.core.util.Literal);
    case 'enum': {
      const values = new Set<unknown>(Object.values(def.entries));
      return (value) => typeof value === 'string' && values.has(value);
    }
    case 'string':
      return 'format' in def ? unknownHere : (value) => typeof value === 'string';
    case 'number':
      return numberCheck((def as Partial<z.core.$ZodNumberFormatDef>).format);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'custom':
      return (value) => def.fn(value) === true;
    default:
      return unknownHere;
  }
}

/** A key that may be missing must not be undefined: whether it may is for the schema to say. */
function objectCheck(shape: z.core.$ZodShape): Check {
  const fields = new Map(
    Object.entries(shape).map(([key, field]) => {
      const { def } = (field as z.core.$ZodTypes)._zod;
      return [key, def.type === 'optional' ? checkOf(def.innerType) : checkOf(field)];
    }),
  );
  const needed = Object.entries(shape).flatMap(([key, field]) => (field._zod.def.type === 'optional' ? [] : [key]));
  return (value) => {
    if (!isObject(value)) return false;
    for (const key in value) {
      const check = fields.get(key);
      if (!check?.((value as Record<string, unknown>)[key])) return false;
    }
    for (const key of needed) if (!Object.hasOwn(value, key)) return false;
    return true;
  };
}

function unionCheck(def: z.core.$ZodUnionDef | z.core.$ZodDiscriminatedUnionDef): Check {
  if (!('discriminator' in def)) {
    const options = def.options.map(checkOf);
    return def.inclusive === false ? unknownHere : (value) => options.some((check) => check(value));
  }
  const { discriminator } = def;
  const byName = new Map<unknown, Check>();
  for (const option of def.options) {
    const shape = (option as z.core.$ZodTypes)._zod.def;
    const name = shape.type === 'object' ? (shape.shape[discriminator] as z.core.$ZodTypes)._zod.def : null;
    const check = checkOf(option);
    const names = name?.type === 'literal' ? name.values : name?.type === 'enum' ? Object.values(name.entries) : [];
    for (const one of names) byName.set(one, check);
  }
  return (value) =>
    isObject(value) && (byName.get((value as Record<string, unknown>)[discriminator])?.(value) ?? false);
}

function numberCheck(format: string | undefined): Check {
  if (format === 'safeint') return Number.isSafeInteger;
  return format === undefined ? Number.isFinite : unknownHere;
}

/** What is asked of a value besides its type. */
function furtherCheckOf(check: z.core.$ZodCheck): Check {
  const { def } = (check as z.core.$ZodChecks)._zod;
  switch (def.check) {
    case 'greater_than':
      return (value) =>
        def.inclusive ? (value as number) >= Number(def.value) : (value as number) > Number(def.value);
    case 'less_than':
      return (value) =>
        def.inclusive ? (value as number) <= Number(def.value) : (value as number) < Number(def.value);
    case 'min_length':
      return (value) => (value as { readonly length: number }).length >= def.minimum;
    case 'max_length':
      return (value) => (value as { readonly length: number }).length <= def.maximum;
    case 'string_format': {
      const { pattern } = def;
      if (def.format !== 'regex' || !pattern || pattern.global || pattern.sticky) return unknownHere;
      return (value) => pattern.test(value as string);
    }
    default: {
      const { fn } = def as unknown as Partial<z.core.$ZodCustomDef>;
      return (def as { readonly check: string }).check === 'custom' && fn ? (value) => fn(value) === true : unknownHere;
    }
  }
}

/** Not `every`: that leaves out the holes of a list. */
function isEach(values: readonly unknown[], check: Check): boolean {
  for (const value of values) if (!check(value)) return false;
  return true;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
