import type { LaunchCheck } from '../../../surveys/fieldwork/launch.ts';
import { type Problem, problems } from '../../problem.ts';

/** The wave that is checked, as far as its links go. */
interface Checked {
  id: string;
  questionnaireId: string | null;
}

/** Where in the console each kind of check is mended; one without a leading / is a page of the wave itself. */
const links: Record<LaunchCheck['where'], (of: Checked) => string> = {
  landlord: () => '/console/settings',
  phrases: () => '/console/settings/phrases',
  channels: () => '/console/settings/providers',
  editions: ({ questionnaireId: id }) =>
    id === null ? '/console/questionnaires' : `/console/questionnaires/${id}/languages`,
  questionnaire: () => 'plan/what',
  plan: () => 'plan/steps',
  audience: () => 'plan/who',
  approvals: () => '',
};

function linkOf(where: LaunchCheck['where'], wave: Checked): string {
  const link = links[where](wave);
  return link.startsWith('/') ? link : `/console/waves/${wave.id}/${link}`.replace(/\/$/, '');
}

/** A check of one wave as the API tells it. */
export const toldCheck = (wave: Checked, { level, sentence, where }: LaunchCheck) => ({
  level,
  sentence,
  link: linkOf(where, wave),
});

/** "You cannot launch yet. 3 things to fix", and each. */
export function launchRefused(against: readonly LaunchCheck[]): Problem {
  const things = against.length === 1 ? '1 thing' : `${against.length} things`;
  const sentences = against.map(({ sentence }) => sentence).join(' ');
  return problems.conflict('launch_refused', `You cannot launch yet. ${things} to fix. ${sentences}`);
}
