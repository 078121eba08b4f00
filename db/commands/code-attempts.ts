import type { Db } from '../connect.ts';
import { type LandlordFacts, landlordJson } from '../queries/landlord.ts';
import { hashOfSecret, type Survey, surveyColumns, surveyJoins } from '../queries/survey.ts';

/** What tries are counted under, and in which window. */
interface Counting {
  addressHash: string;
  allHash: string;
  now: Date;
  /** Windows that began before this are over. */
  since: Date;
}

/** Both keys, in the order of their rows, so that two tries never wait for each other. */
const keysOf = (db: Db, { addressHash, allHash }: Pick<Counting, 'addressHash' | 'allHash'>) =>
  db`jsonb_array_elements_text(${JSON.stringify([addressHash, allHash].sort())}::text::jsonb) hash`;

const again = (db: Db, { since }: Counting) => db`
  on conflict (address_hash) do update set
    tries = case when code_attempts.window_start > ${since} then code_attempts.tries + 1 else 1 end,
    window_start = case when code_attempts.window_start > ${since} then code_attempts.window_start else excluded.window_start end
  returning address_hash, tries`;

/** Counts one try, for its address and for all. Gives both counts of the open window, this one among them. */
export async function countTry(db: Db, counting: Counting): Promise<{ tries: number; allTries: number }> {
  const rows = await db<{ addressHash: string; tries: number }[]>`
    insert into code_attempts (address_hash, window_start, tries)
    select hash, ${counting.now}::timestamptz, 1 from ${keysOf(db, counting)} ${again(db, counting)}`;
  const of = (hash: string) => rows.find((row) => row.addressHash === hash)?.tries ?? 0;
  return { tries: of(counting.addressHash), allTries: of(counting.allHash) };
}

/** Takes one counted try back, for its address and for all. */
export const uncountTry = (db: Db, { addressHash, allHash }: Pick<Counting, 'addressHash' | 'allHash'>) => db`
  with mine as materialized (
    select address_hash from code_attempts where address_hash in (${addressHash}, ${allHash}) order by address_hash for update)
  update code_attempts c set tries = c.tries - 1 from mine where c.address_hash = mine.address_hash and c.tries > 0`;

/** What a survey page needs in one statement; `survey` is null where the code opens nothing. */
export interface CodePage {
  landlord: LandlordFacts | null;
  /** Wrong tries of this address, and of all addresses, in the window that is open, before this one. */
  tries: number;
  allTries: number;
  /** This one was counted too: it opens nothing, or the limit was reached. */
  counted: boolean;
  /** The device that asks is the one that answered. */
  knownDevice: boolean;
  survey: Survey | null;
}

interface CodeTry extends Counting {
  /** 12 digits, or null for what cannot be a code: the statement runs all the same. */
  code: string | null;
  /** The secret of the device that asks; null when it never answered. */
  device: string | null;
  perAddress: number;
  overall: number;
}

type CodeRow = Omit<CodePage, 'survey'> & Survey;

/** Whether the invitation that was hit was answered on this device. */
const answeredOn = (db: Db, device: string | null) => db`
  exists (select from invitations i join responses p on p.frame_member_id = i.frame_member_id
    where i.id = hit and p.device_hash = ${hashOfSecret(db, device)})`;

/**
 * Opens a code, and counts it in the same statement when it opens nothing or may open nothing any more. The same statement
 * for every code, so that time tells nothing. A right code within the limits writes nothing: opening a page changes nothing.
 */
export async function tryCode(db: Db, attempt: CodeTry): Promise<CodePage> {
  const { code, device, addressHash, allHash, now, since, perAddress, overall } = attempt;
  const [row] = await db<CodeRow[]>`
    with before as materialized (
      select coalesce((select tries from code_attempts where address_hash = ${addressHash} and window_start > ${since}), 0) as mine,
        coalesce((select tries from code_attempts where address_hash = ${allHash} and window_start > ${since}), 0) as everyones,
        (select id from invitations where code = ${code}) as hit
    ), counted as (
      insert into code_attempts (address_hash, window_start, tries)
      select hash, ${now}::timestamptz, 1 from before, ${keysOf(db, attempt)}
      where hit is null or ((mine >= ${perAddress} or everyones >= ${overall}) and not ${answeredOn(db, device)})
      order by hash ${again(db, attempt)}
    )
    select ${landlordJson(db)} as landlord,
      coalesce((select tries - 1 from counted where address_hash = ${addressHash}), mine) as tries,
      coalesce((select tries - 1 from counted where address_hash = ${allHash}), everyones) as all_tries,
      exists (select from counted) as counted, s.*
    from before left join (
      select ${surveyColumns(db)}, coalesce(p.device_hash = ${hashOfSecret(db, device)}, false) as "knownDevice"
      from invitations i ${surveyJoins(db)} where i.code = ${code}
    ) s on true`;
  if (!row) throw new Error('one row was asked for');
  const { landlord, tries, allTries, counted, knownDevice, ...survey } = row;
  const page = { landlord, tries, allTries, counted, knownDevice: knownDevice ?? false };
  return { ...page, survey: survey.invitationId ? survey : null };
}
