import { z } from 'zod';
import { idSchema } from '../core/ids.ts';
import { questionFields } from './question.ts';

/** What an item is. */
export const mediumSchema = z.enum(['image', 'text']);
export type Medium = z.infer<typeof mediumSchema>;

const share = z.number().min(0).max(1);

/**
 * The key points of a class and the bones between them, as pairs of places in `points`. `x` and `y` say where each
 * point lies in a frame of 1 by 1 when the whole skeleton is put down at once.
 */
export const skeletonTemplateSchema = z
  .strictObject({
    points: z
      .array(z.strictObject({ name: z.string().min(1).max(100), x: share, y: share }))
      .min(1)
      .max(500),
    edges: z.array(z.tuple([z.int().min(0), z.int().min(0)])).max(2000),
  })
  .refine(({ points, edges }) => edges.every((edge) => edge.every((place) => place < points.length)), {
    message: 'a bone joins two key points that exist',
  });
export type SkeletonTemplate = z.infer<typeof skeletonTemplateSchema>;

const attributeBase = {
  id: idSchema,
  name: z.string().min(1).max(200),
  /** A task is only handed in when every annotation of the class has a value for it. */
  required: z.literal(true).exactOptional(),
};

/** A typed attribute of a class. `id` is its key in an annotation's `attributes`. */
export const attributeSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...attributeBase, type: z.literal('text') }),
  z.strictObject({
    ...attributeBase,
    type: z.literal('number'),
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
  }),
  z.strictObject({
    ...attributeBase,
    type: z.literal('choice'),
    choices: z.array(z.string().min(1).max(200)).min(1).max(500),
  }),
  z.strictObject({ ...attributeBase, type: z.literal('flag') }),
]);
export type AttributeDefinition = z.infer<typeof attributeSchema>;

const endsSchema = z.array(idSchema).min(1).max(5000);

/** What a class of relations joins. Left out, `from` and `to` may be of any class, and the relation has a direction. */
export const relationRuleSchema = z.strictObject({
  /** Ids of the classes that it may start from. */
  from: endsSchema.exactOptional(),
  /** Ids of the classes that it may lead to. */
  to: endsSchema.exactOptional(),
  /** False: both ends stand alike, and it is the same relation either way round. */
  directed: z.boolean().exactOptional(),
});
export type RelationRule = z.infer<typeof relationRuleSchema>;

/** One class. `name` is kept exactly as its author wrote it; `colour` is an index into the colour-blind-safe palette. */
export const labelClassSchema = z
  .strictObject({
    id: idSchema,
    name: z.string().min(1).max(200),
    colour: z.int().min(0).max(11),
    /** Annotation kinds this class may be used with; the first is the one its digit key selects. */
    kinds: z.array(z.string().min(1)).min(1),
    skeleton: skeletonTemplateSchema.exactOptional(),
    attributes: z.array(attributeSchema).max(100).exactOptional(),
    /** Of classes that are used as types of relations. */
    relation: relationRuleSchema.exactOptional(),
    ...questionFields,
  })
  .refine(({ kinds, rating }) => !kinds.includes('rating') || rating !== undefined, {
    message: 'a class that rates has a scale',
    path: ['rating'],
  })
  .refine(({ kinds, ranking }) => !kinds.includes('ranking') || ranking !== undefined, {
    message: 'a class that ranks says whether there are ties',
    path: ['ranking'],
  })
  .refine(({ kinds, preference }) => !kinds.includes('preference') || preference !== undefined, {
    message: 'a class that compares says what may be said',
    path: ['preference'],
  });
export type LabelClass = z.infer<typeof labelClassSchema>;

/** The classes, attributes and relations of one medium. The order of classes is the order of the digit keys. */
export const labelSetSchema = z.strictObject({
  medium: mediumSchema,
  classes: z.array(labelClassSchema).max(5000),
  /**
   * Answers to compare are shown in another order in each task, so that it can be seen whether their place decides. Each
   * answer to such a question records what was shown where.
   */
  shuffleAnswers: z.boolean().exactOptional(),
});
export type LabelSet = z.infer<typeof labelSetSchema>;
