import { type Bases, bases } from '../base.ts';
import { hiddenGroups } from './family.ts';
import { allGroup, bareRow, type Lines, type Making } from './lines.ts';

/** Table of a question whose answers are not counted, such as free text or a date: bases only. */
export function bareLines(groups: readonly Bases[], making: Making): Lines {
  const all = bases(groups.reduce((sum, each) => sum + each.answers, 0));
  const few = all.answers < making.rules.minBase;
  const away = hiddenGroups(
    groups.map((each) => each.answers),
    making.rules,
  );
  return {
    told: few ? 'too_few' : 'whole',
    rows: groups.map((base, index) =>
      bareRow(making.groups[index] ?? allGroup, base, few || (away[index] ?? true), making.rules),
    ),
    all: bareRow(allGroup, all, few, making.rules),
  };
}
