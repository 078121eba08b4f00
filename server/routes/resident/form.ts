import { askByForm, formCanAsk } from '../../../surveys/interview/ask/form.ts';
import { isolate } from '../../../web/pages/frame.ts';
import { wordsIn } from '../../actions/response/form.ts';
import { problems } from '../../problem.ts';
import { limits, type RouteDef, route } from '../route.ts';
import { openCode } from './code-guard.ts';
import type { Visit } from './question-data.ts';
import { visitOf } from './survey.ts';

/** Every question of a survey for the form of a large screen, in the language of its page. */
export function surveyOf({ form, frame, survey }: Visit) {
  const { texts, language } = wordsIn(form, frame.language, survey.format);
  const wording = { texts, language, landlord: frame.landlord.name };
  return askByForm(form.compiled, wording, isolate(language, frame.landlord.phone));
}

export const formRoutes: readonly RouteDef[] = [
  route({
    method: 'GET',
    path: '/s/:code/form',
    who: 'resident',
    limit: limits.none,
    async handle(c, deps) {
      const opened = await openCode(c, deps, c.req.param('code') ?? '');
      const visit = opened.survey ? await visitOf(c, deps, opened, opened.survey) : null;
      if (!visit || !formCanAsk(visit.form.compiled)) throw problems.notFound('survey');
      c.header('cache-control', 'no-store');
      c.header('x-robots-tag', 'noindex, nofollow');
      return c.json(surveyOf(visit));
    },
  }),
];
