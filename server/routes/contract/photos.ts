import { z } from 'zod';
import { readers } from './common.ts';
import { define, idParams, page, pageQuery } from './define.ts';

export const photos = define({
  'GET /api/v1/photos': {
    who: readers,
    scope: 'free-text:read',
    summary:
      'Photos residents sent in closed surveys, by survey and question; never who. Only for people who may read own words',
    query: pageQuery.extend({ wave: z.uuid().optional() }),
    response: page(
      z.object({
        id: z.uuid(),
        /** How to speak of it; its file is named so. It leads to nobody. */
        reference: z.string(),
        /** The wave. */
        from: z.string(),
        /** The question. */
        about: z.string(),
        /** Local date of the Monday of the week in which it was sent. */
        week: z.iso.date(),
        contentType: z.string(),
        /** Bytes. */
        size: z.number(),
      }),
    ),
  },
  'GET /api/v1/photos/{id}/file': {
    who: readers,
    scope: 'free-text:read',
    summary: 'One photo as a file, without place or time in it; that it was taken is audited',
    params: idParams,
    response: z.file().mime(['image/jpeg', 'image/png', 'image/webp']),
  },
});
