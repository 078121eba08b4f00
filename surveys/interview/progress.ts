/** "Question 3 of up to 8": how far along, never promising less than may come. */
import type { Compiled } from '../questionnaire/types.ts';
import { route } from './route.ts';
import { everyRoute } from './routes.ts';
import type { Progress, State } from './types.ts';

/** Takes an interview; gives its place and the longest route still possible. */
export function progress(compiled: Compiled, state: State): Progress {
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  const all = everyRoute(compiled, state, ({ length }) => {
    shortest = Math.min(shortest, length);
    longest = Math.max(longest, length);
  });
  const total = all ? longest : compiled.questions.length;
  const place = route(compiled, state).findIndex((question) => question.id === state.cursor);
  return { number: place < 0 ? total : place + 1, total, open: !all || shortest < longest };
}
