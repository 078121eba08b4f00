import type { LaunchCheck } from '../../../surveys/fieldwork/launch.ts';
import { type Problem, problems } from '../../problem.ts';

/** Where in the console each kind of check is mended; one without a leading / is a page of the wave itself. */
const links: Record<LaunchCheck['where'], string> = {
  landlord: '/console/settings',
  phrases: '/console/settings/phrases',
  channels: '/console/settings/providers',
  editions: '/console/questionnaires',
  questionnaire: 'plan/what',
  plan: 'plan/steps',
  audience: 'plan/who',
  approvals: '',
};

const linkOf = (where: LaunchCheck['where'], waveId: string): string =>
  links[where].startsWith('/') ? links[where] : `/console/waves/${waveId}/${links[where]}`.replace(/\/$/, '');

/** A check of one wave as the API tells it. */
export const toldCheck = (waveId: string, { level, sentence, where }: LaunchCheck) => ({
  level,
  sentence,
  link: linkOf(where, waveId),
});

/** "You cannot launch yet. 3 things to fix", and each. */
export function launchRefused(against: readonly LaunchCheck[]): Problem {
  const things = against.length === 1 ? '1 thing' : `${against.length} things`;
  const sentences = against.map(({ sentence }) => sentence).join(' ');
  return problems.conflict('launch_refused', `You cannot launch yet. ${things} to fix. ${sentences}`);
}
