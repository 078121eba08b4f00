import type { LaunchCheck } from '../../../surveys/fieldwork/launch.ts';
import { type Problem, problems } from '../../problem.ts';

/** Where in the console each kind of check is mended. */
const links: Record<LaunchCheck['where'], string> = {
  landlord: '/console/settings',
  phrases: '/console/settings',
  channels: '/console/settings',
  editions: '/console/questionnaires',
  questionnaire: '/console/questionnaires',
  plan: '/console/waves',
  audience: '/console/waves',
  approvals: '/console/waves',
};

/** A check as the API tells it. */
export const toldCheck = ({ level, sentence, where }: LaunchCheck) => ({ level, sentence, link: links[where] });

/** "You cannot launch yet. 3 things to fix", and each. */
export function launchRefused(against: readonly LaunchCheck[]): Problem {
  const things = against.length === 1 ? '1 thing' : `${against.length} things`;
  const sentences = against.map(({ sentence }) => sentence).join(' ');
  return problems.conflict('launch_refused', `You cannot launch yet. ${things} to fix. ${sentences}`);
}
