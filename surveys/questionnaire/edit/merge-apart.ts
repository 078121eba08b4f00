/** Two officers who each add a question may give it the same id: both stay, one under another id. */

import { elementsOf } from '../elements.ts';
import type { SurveyJson } from '../schema.ts';
import { flatten, freshPage, unflatten } from './flat.ts';
import { questionId } from './ids.ts';
import { partsOf, samePart } from './parts.ts';
import { withConditions } from './uses.ts';

/** The survey with a question under another id, and the conditions that look at it. */
function renamed(survey: SurveyJson, from: string, to: string): SurveyJson {
  const pages = survey.pages.map((page) => ({
    ...page,
    elements: page.elements.map((element) => (element.name === from ? { ...element, name: to } : element)),
  }));
  return withConditions({ ...survey, pages }, (expression) =>
    expression.replaceAll(new RegExp(`\\{\\s*${from}\\s*\\}`, 'g'), `{${to}}`),
  );
}

function pageRenamed(survey: SurveyJson, from: string, others: SurveyJson): SurveyJson {
  const items = flatten(survey);
  const name = freshPage([...items, ...flatten(others)]);
  return unflatten(
    survey,
    items.map((item) =>
      item.is === 'head' && item.head.name === from ? { is: 'head', head: { ...item.head, name } } : item,
    ),
  );
}

/** Mine, with another id for what we both added under one. */
export function apartFrom(base: SurveyJson, mine: SurveyJson, theirs: SurveyJson): SurveyJson {
  const [was, ours, other] = [partsOf(base), partsOf(mine), partsOf(theirs)];
  const clashing = ours.order.filter(
    (id) => !was.parts.has(id) && other.parts.has(id) && !samePart(ours.parts.get(id), other.parts.get(id)),
  );
  const taken = [mine, theirs, base].flatMap((one) => elementsOf(one).map(({ name }) => name));
  return clashing.reduce((survey, id) => {
    const name = id.slice(2);
    if (id.startsWith('p.')) return pageRenamed(survey, name, theirs);
    const fresh = questionId(name, taken);
    taken.push(fresh);
    return renamed(survey, name, fresh);
  }, mine);
}
