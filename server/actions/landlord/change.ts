import { type LandlordChange, saveLandlord } from '../../../db/commands/landlord.ts';
import { transaction } from '../../../db/connect.ts';
import { isLanguage } from '../../../surveys/language.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Fault, problems } from '../../problem.ts';
import { audit } from '../audit.ts';

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}

function isMonthDay(text: string): boolean {
  const at = new Date(`2001-${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(5, 10) === text;
}

/** Letters of the GSM alphabet that a name is written with: any other would make every text cost twice or more. */
const plainName = /^[A-Za-z0-9 '&().,\-+/!?]*$/;

function faultsOf({ languages, timeZone, reportingYearStart, shortName }: LandlordChange): Fault[] {
  const faults: [boolean, string, string][] = [
    [!(languages ?? []).every(isLanguage), 'languages', 'We cannot speak to residents in one of these languages yet.'],
    [languages !== undefined && !languages.includes('en'), 'languages', 'English must stay among them.'],
    [timeZone !== undefined && !isTimeZone(timeZone), 'timeZone', 'Use a name such as Europe/London.'],
    [
      reportingYearStart !== undefined && !isMonthDay(reportingYearStart),
      'reportingYearStart',
      'Use a month and a day such as 04-01.',
    ],
    [!plainName.test(shortName ?? ''), 'shortName', 'Use plain letters and figures: texts with others cost more.'],
  ];
  return faults.filter(([wrong]) => wrong).map(([, field, message]) => ({ path: `body.${field}`, message }));
}

/** Changes the landlord's details. Throws `bad_input` with every fault. */
export async function changeLandlord(deps: Deps, actor: Actor, change: LandlordChange): Promise<void> {
  const faults = faultsOf(change);
  if (faults.length > 0) throw problems.badInput(faults);
  await transaction(deps.db, async (tx) => {
    await saveLandlord(tx, change, deps.clock.now());
    await audit(tx, deps, actor, {
      action: 'landlord.change',
      subject: 'landlord',
      detail: { fields: Object.keys(change) },
    });
  });
}
