import { type OpenedCode, openCode as open } from '../../actions/code/open.ts';
import type { Deps } from '../../deps.ts';
import type { AppContext } from '../route.ts';
import { deviceOf } from './visit.ts';

export type Opened = OpenedCode & {
  /** This device has answered something at some time. */
  hasDevice: boolean;
};

/** Opens the survey of a code as typed, for the device and the address that ask. */
export async function openCode(c: AppContext, deps: Deps, typed: string): Promise<Opened> {
  const device = deviceOf(c);
  return { ...(await open(deps, typed, { address: c.get('address'), device })), hasDevice: device !== null };
}
