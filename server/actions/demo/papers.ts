import { type PackPaper, packLetter } from '../../../channels/post/pack.ts';
import type { DemoGroups } from '../../../db/demo/load.ts';
import proportions from '../../../db/demo/proportions.json' with { type: 'json' };
import type { PrintSize } from '../../../surveys/format.ts';
import type { Deps } from '../../deps.ts';
import { addPaper } from '../meeting/add-paper.ts';
import { sendPack } from '../meeting/send-pack.ts';
import { demoActor } from './moments.ts';

/** Prints an agenda for each demo meeting, where this process can print, and sends the pack of the first. */
export async function demoPapers(deps: Deps, { meetings }: DemoGroups): Promise<void> {
  const printer = deps.channels.print;
  if (!printer) return;
  for (const meeting of meetings) {
    for (const format of ['standard', 'large', 'giant'] as const) {
      const { pdf } = await printer.print([packLetter(paperOf(deps, meeting, format))]);
      const content = btoa(Array.from(pdf, (byte) => String.fromCharCode(byte)).join(''));
      const filename = format === 'standard' ? 'agenda.pdf' : `agenda-${format}-print.pdf`;
      await addPaper(deps, demoActor, meeting.id, {
        agendaItemId: null,
        kind: 'agenda',
        title: 'Agenda',
        language: 'en',
        format,
        filename,
        content,
      });
    }
  }
  const [first] = meetings;
  if (first) await sendPack(deps, demoActor, first.id);
}

function paperOf({ clock }: Deps, meeting: DemoGroups['meetings'][number], format: PrintSize): PackPaper {
  const { landlord } = proportions;
  return {
    deliveryId: meeting.id,
    language: 'en',
    format,
    address: landlord.address,
    landlordName: landlord.name,
    landlordAddress: landlord.address,
    dateline: clock.now().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }),
    versionline: 'Version 1',
    title: `${meeting.title}: agenda`,
    opening: ['These are the things we will talk about. You can tell us what you think from home.'],
    closing: [`Ring ${landlord.phone}, write to ${landlord.freepost}, or answer our email.`],
    items: meeting.items.map(({ title, summary }, index) => ({ number: index + 1, title, summary })),
    formTitle: 'Your comments',
    formHelp: ['Write under each item. Leave it empty if you have nothing to say.'],
    otherLanguages: [],
    pageLabel: 'Page {page} of {pages}',
  };
}
