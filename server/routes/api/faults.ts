import { z } from 'zod';
import type { Fault } from '../../problem.ts';

/** What is wrong with a part of a request, a line a field. */
export function faultsOf(part: string, schema: z.ZodType, given: unknown, error: z.ZodError): Fault[] {
  const issues = meant(schema, given)?.safeParse(given).error?.issues ?? error.issues;
  return issues.map((issue) => ({ path: [part, ...issue.path].map(String).join('.'), message: issue.message }));
}

/**
 * Of a body that may be one of several, the one it is most like, by the keys that it has: its faults say which field to mend, where the choice
 * itself says only that none of them fits. Null where there is no such choice.
 */
function meant(schema: z.ZodType, given: unknown): z.ZodObject | null {
  if (!(schema instanceof z.ZodUnion) || schema instanceof z.ZodDiscriminatedUnion) return null;
  if (typeof given !== 'object' || given === null) return null;
  const keys = Object.keys(given);
  const known = (option: z.ZodObject) => keys.filter((key) => key in option.shape).length;
  const options = schema.options.filter((option) => option instanceof z.ZodObject);
  return options.toSorted((a, b) => known(b) - known(a))[0] ?? null;
}
