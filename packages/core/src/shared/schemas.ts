import * as z from "zod/mini";
import { $ZodObjectJIT } from "zod/v4/core";

/** Building blocks of the schemas: one place for the limits that documents and the portal can bear. */

/** An object with these fields and no other, its parse compiled where the runtime allows it: the small build of zod leaves that out. */
export function record<const Shape extends z.core.$ZodShape>(shape: Shape) {
  const schema = z.strictObject(shape);
  $ZodObjectJIT.init(schema, schema._zod.def);
  schema._zod.run = schema._zod.parse;
  return schema;
}

/** A line of text: no control character, at most `most` characters, blanks trimmed. Emoji are allowed. */
export function line(most: number) {
  return z.string().check(z.trim(), z.maxLength(most), (context) => {
    if (controls.test(context.value))
      context.issues.push({ code: "custom", input: context.value, params: { code: "input.unreadable-text" } });
  });
}

/** A paragraph: as `line`, with line feeds. */
export function paragraph(most: number) {
  return z.string().check(z.trim(), z.maxLength(most), (context) => {
    if (controls.test(context.value.replace(/[\n\r\t]/g, ""))) {
      context.issues.push({ code: "custom", input: context.value, params: { code: "input.unreadable-text" } });
    }
  });
}

/** A reference of the desk: letters, digits, `-`, `_`, `.`, `/`. */
export function reference(most = 40) {
  return z.string().check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u));
}

export const isoDateSchema = z.iso.date();
export const instantSchema = z.iso.datetime();

/** An amount in cents, zero included, up to ten million euros. */
export const centsSchema = z.int().check(z.minimum(0), z.maximum(1_000_000_000));

/** A duration in minutes, up to ten thousand hours. */
export const minutesSchema = z.int().check(z.minimum(0), z.maximum(600_000));

const controls = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;
