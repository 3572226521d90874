import { z } from 'zod';
import { BugError } from '../core/errors.ts';
import { idSchema } from '../core/ids.ts';
import { longList } from '../core/long-list.ts';
import type { ImageKind, ItemKind, LinkKind, TextKind } from './kind.ts';
import * as kinds from './kinds/all.ts';

type Kinds = typeof kinds;
export type KindName = Kinds[keyof Kinds]['name'];
export type Shape = z.infer<Kinds[keyof Kinds]['schema']>;
export type AnyKind = Kinds[keyof Kinds];

/** All kinds in the order of their names: namespace key order differs between hosts. */
export const allKinds: readonly AnyKind[] = Object.values(kinds).toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** Looks at the one schema that `kind` names. */
export const shapeSchema: z.ZodType<Shape, Shape> = z.discriminatedUnion(
  'kind',
  // the tuple type that zod asks for only says that there is one at least
  allKinds.map((kind) => kind.schema) as [AnyKind['schema'], ...AnyKind['schema'][]],
);

/** Where a label came from: drawn by hand, a model's suggestion accepted as it was, or one that was edited. */
export const originSchema = z.enum(['hand', 'accepted', 'edited']);

/** What makes a label hard to read. `crowd`: one label for many things that cannot be told apart (COCO's iscrowd). */
export const markSchema = z.enum(['difficult', 'occluded', 'truncated', 'crowd']);
export type Mark = z.infer<typeof markSchema>;

/** Value of a typed attribute: a text or choice, a number, a flag. */
export const attributeValueSchema = z.union([z.string().max(2000), z.number(), z.boolean()]);
export type AttributeValue = z.infer<typeof attributeValueSchema>;

/** One label on an item. What is left out (attributes, group, marks) is not said: there is none. */
export const annotationSchema = z.strictObject({
  id: idSchema,
  classId: idSchema,
  origin: originSchema,
  /** Drawing order, lowest first. */
  order: z.int().min(0),
  shape: shapeSchema,
  /** By the id of the attribute in the label set. */
  attributes: z.record(idSchema, attributeValueSchema).exactOptional(),
  /** Annotations of one group have the same. */
  group: idSchema.exactOptional(),
  marks: z
    .array(markSchema)
    .refine((marks) => new Set(marks).size === marks.length, { message: 'each mark once' })
    .exactOptional(),
});
export type Annotation = z.infer<typeof annotationSchema>;

/** All annotations of an item: thousands on some. */
export const annotationListSchema = longList(annotationSchema);

const kindByName: ReadonlyMap<string, AnyKind> = new Map(allKinds.map((kind) => [kind.name, kind]));

export function kindOf(name: KindName): AnyKind {
  const kind = kindByName.get(name);
  if (!kind) throw new BugError(`No annotation kind ${name}`);
  return kind;
}

/** The kind of an image shape, with its types widened so that any shape of an image fits. */
export function imageKindOf(shape: Shape): ImageKind<string, z.ZodType<Shape>> | null {
  const kind = kindOf(shape.kind);
  // Each kind only takes its own shapes: true because it was looked up by `shape.kind`.
  return kind.medium === 'image' ? kind : null;
}

/** The kind of a text shape. */
export function textKindOf(shape: Shape): TextKind<string, z.ZodType<Shape>> | null {
  const kind = kindOf(shape.kind);
  return kind.medium === 'text' ? kind : null;
}

/** The kind of a label of a whole item. */
export function itemKindOf(shape: Shape): ItemKind<string, z.ZodType<Shape>> | null {
  const kind = kindOf(shape.kind);
  return kind.medium === 'item' ? kind : null;
}

/** The kind of a shape that joins two annotations. */
export function linkKindOf(shape: Shape): LinkKind<string, z.ZodType<Shape>> | null {
  const kind = kindOf(shape.kind);
  return kind.medium === 'link' ? kind : null;
}
