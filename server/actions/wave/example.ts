import type { ClaimedRow } from '../../../db/commands/claim.ts';
import type { WaveRow } from '../../../db/queries/waves.ts';

/** A code that opens nothing and has the length of a real one. */
const exampleCode = '000000000000';

/** A delivery that was never written, to see what its words would be. */
export const exampleRow = (
  wave: WaveRow,
  given: Partial<ClaimedRow> & Pick<ClaimedRow, 'versionId' | 'language'>,
): ClaimedRow => ({
  id: wave.id,
  recipientId: null,
  residentId: null,
  invitationId: null,
  step: 0,
  kind: 'invitation',
  format: 'standard',
  tries: 0,
  subject: null,
  words: null,
  purpose: wave.purpose,
  meetingId: null,
  contactChangeId: null,
  eventId: null,
  address: null,
  inReplyTo: null,
  code: exampleCode,
  versionNumber: 1,
  closesOn: wave.closesOn,
  actionOn: wave.actionOn,
  interview: null,
  against: null,
  ...given,
});
