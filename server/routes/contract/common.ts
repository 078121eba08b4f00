import { z } from 'zod';
import { formatCodes, pageFormats } from '../../../surveys/format.ts';
import type { Role } from '../../actor.ts';

/** Who may see people: fieldwork is theirs, results are not. */
export const fieldStaff = ['officer', 'administrator'] as const satisfies readonly Role[];
/** Who may key returns and take calls. */
export const keyers = ['officer', 'interviewer', 'administrator'] as const satisfies readonly Role[];
/** Who may read results. */
export const readers = ['officer', 'analyst', 'administrator'] as const satisfies readonly Role[];
/** Response-level files: no names, but every answer. */
export const analysts = ['analyst', 'administrator'] as const satisfies readonly Role[];
export const administrators = ['administrator'] as const satisfies readonly Role[];
export const everyone = ['officer', 'analyst', 'interviewer', 'administrator'] as const satisfies readonly Role[];

/** A calendar day, YYYY-MM-DD. */
export const day = z.iso.date();
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z]+)?$/);
export const format = z.enum(formatCodes);
/** Of these, what is set on pages. */
export const pageFormat = z.enum(pageFormats);
export const channel = z.enum(['sms', 'email', 'post']);
export const mode = z.enum(['web', 'text', 'telephone', 'paper', 'in_person']);

/** Something done that has nothing more to tell. */
export const done = z.object({ ok: z.literal(true) });
export const created = z.object({ id: z.uuid() });

/** A sentence that stops something or is good to know, with a link to where it is mended. */
export const check = z.object({
  level: z.enum(['stops', 'know']),
  sentence: z.string(),
  /** Path in the console, such as /console/settings. */
  link: z.string().nullable(),
});

/** How many of a code, with its words. */
export const count = z.object({ code: z.string(), label: z.string(), count: z.number() });
