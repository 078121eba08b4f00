import { replyMarker } from '../../../channels/email/reply-words.ts';
import type { ClaimedRow } from '../../../db/commands/claim.ts';
import { formatOf } from '../../../surveys/format.ts';
import { papersFor } from '../../../surveys/groups/pack.ts';
import { sayDay } from '../../../surveys/locales/dates.ts';
import { phrase, phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { linkBlock, linkMark, type Mail, type MailBlock } from '../../../web/pages/email.ts';
import { canAttach, type RenderContext } from './context.ts';
import { mailSpeaker } from './email.ts';

export interface Attachment {
  filename: string;
  contentType: string;
  content: Uint8Array;
}

export interface PackLinks {
  /** The member's page with the papers and a box for each item. */
  group: string;
  preferences: string;
  /** Whether an answer to this mail reaches us. */
  canReply: boolean;
}

/** The pack by mail, with the papers in the member's format, or a link to them where they weigh too much. */
export async function packMail(
  context: RenderContext,
  row: ClaimedRow,
  links: PackLinks,
): Promise<{ mail: Mail; attachments: Attachment[] }> {
  const language = phraseLanguage(row.language);
  const format = formatOf(row.format);
  const say = mailSpeaker(context, language);
  const { group, heldOn, commentsBy, items, papers } = await context.pack(row.meetingId);
  const dates = { group, date: sayDay(language, heldOn), deadline: sayDay(language, commentsBy) };
  const chosen = papersFor(papers, { language, format }).flatMap(({ id }) => papers.filter((paper) => paper.id === id));
  // Papers are named by what they are: there may be none in the format asked for.
  const shown = chosen.some((paper) => paper.format === format) ? format : formatOf(chosen[0]?.format);
  const blocks: MailBlock[] = [
    ...(links.canReply
      ? [
          { kind: 'marker' as const, text: replyMarker(language) },
          { kind: 'small' as const, text: say('halo.email.reply_help') },
        ]
      : []),
    { kind: 'text', text: say('halo.email.opening', dates) },
    { kind: 'text', text: `${say('halo.email.numbers')} ${say('halo.email.example')}` },
    {
      kind: 'list',
      items: items.map(({ number, title, summary }) => `${number}. ${title}${summary ? `: ${summary}` : ''}`),
    },
    linkBlock(say('halo.email.papers', { format: phrase(language, `format.${shown}`), link: linkMark }), links.group),
    linkBlock(say('halo.email.page', { link: linkMark }), links.group),
    { kind: 'text', text: say('halo.email.talk') },
    { kind: 'text', text: say('halo.email.promise') },
    linkBlock(say('halo.email.stop', { link: linkMark }), links.preferences),
    { kind: 'small', text: say('email.foot', { date: sayDay(language, context.today), version: 1 }) },
  ];
  const attachments = canAttach(chosen) ? await attached(context, chosen) : [];
  return { mail: { language, subject: say('halo.email.subject', dates), blocks }, attachments };
}

async function attached(
  context: RenderContext,
  papers: readonly { id: string; filename: string; contentType: string }[],
) {
  const contents = await context.papers(papers.map(({ id }) => id));
  return papers.flatMap(({ id, filename, contentType }) => {
    const content = contents.get(id);
    return content === undefined ? [] : [{ filename, contentType, content }];
  });
}
